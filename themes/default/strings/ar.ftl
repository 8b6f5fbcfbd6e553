# كلمات الواجهة بالعربية.

## Pages

# قوائم الأسماء واللغات
list-separator = { "، " }
language-en = الإنجليزية
language-fr = الفرنسية
language-ar = العربية
language-de = الألمانية

# اللغات والتنبيهات
switcher-note = { $tag ->
    [en] لم تُترجم بعد: صفحة باللغة الإنجليزية
    [fr] لم تُترجم بعد: صفحة باللغة الفرنسية
    [ar] لم تُترجم بعد: صفحة باللغة العربية
    [de] لم تُترجم بعد: صفحة باللغة الألمانية
   *[rest] لم تُترجم بعد، لغة الصفحة: { $language }
 }
switcher-partly = مترجمة جزئيًا
notice-fallback = { $tag ->
    [en] لم تُترجم هذه الصفحة بعد. أنت تقرؤها باللغة الإنجليزية.
    [fr] لم تُترجم هذه الصفحة بعد. أنت تقرؤها باللغة الفرنسية.
    [ar] لم تُترجم هذه الصفحة بعد. أنت تقرؤها باللغة العربية.
    [de] لم تُترجم هذه الصفحة بعد. أنت تقرؤها باللغة الألمانية.
   *[rest] لم تُترجم هذه الصفحة بعد. لغة النص: { $language }.
 }
notice-partly = { $tag ->
    [en] تُرجم جزء من هذه الصفحة فقط، والباقي باللغة الإنجليزية.
    [fr] تُرجم جزء من هذه الصفحة فقط، والباقي باللغة الفرنسية.
    [ar] تُرجم جزء من هذه الصفحة فقط، والباقي باللغة العربية.
    [de] تُرجم جزء من هذه الصفحة فقط، والباقي باللغة الألمانية.
   *[rest] تُرجم جزء من هذه الصفحة فقط. لغة الباقي: { $language }.
 }
notice-missing = { $tag ->
    [en] لم تُترجم هذه الصفحة بعد. يمكن قراءتها باللغة الإنجليزية.
    [fr] لم تُترجم هذه الصفحة بعد. يمكن قراءتها باللغة الفرنسية.
    [ar] لم تُترجم هذه الصفحة بعد. يمكن قراءتها باللغة العربية.
    [de] لم تُترجم هذه الصفحة بعد. يمكن قراءتها باللغة الألمانية.
   *[rest] لم تُترجم هذه الصفحة بعد. لغة الأصل: { $language }.
 }
notice-source-link = { $tag ->
    [en] اقرأها باللغة الإنجليزية
    [fr] اقرأها باللغة الفرنسية
    [ar] اقرأها باللغة العربية
    [de] اقرأها باللغة الألمانية
   *[rest] اقرأ الأصل: { $language }
 }
notice-source-page = { $tag ->
    [en] إلى الصفحة الإنجليزية
    [fr] إلى الصفحة الفرنسية
    [ar] إلى الصفحة العربية
    [de] إلى الصفحة الألمانية
   *[rest] إلى الصفحة: { $language }
 }
notice-help = ساهم في هذه الترجمة
notice-draft = مسودة: لا تظهر إلا في هذه المعاينة.
notice-review = قيد المراجعة: لا تظهر إلا في هذه المعاينة.
notice-archived = هذه الصفحة محفوظة للرجوع إليها، ولم تعد تُحدَّث.
notice-machine = ترجمة آلية راجعها إنسان.
notice-outdated = { $changed ->
    [one] تغيّر الأصل بعد هذه الترجمة: فقرة واحدة من { $total } مختلفة.
    [two] تغيّر الأصل بعد هذه الترجمة: فقرتان من { $total } مختلفتان.
    [few] تغيّر الأصل بعد هذه الترجمة: { $changed } فقرات من { $total } مختلفة.
   *[other] تغيّر الأصل بعد هذه الترجمة: { $changed } فقرة من { $total } مختلفة.
 }
notice-outdated-unknown = تغيّر الأصل بعد هذه الترجمة.
notice-outdated-parts = في هذه الأقسام:
notice-translated = تُرجمت في { $date }.
section-changed = تغيّر أصل هذا القسم بعد ترجمته.
notice-republished = نُشر أولًا لدى { $site }.
notice-republished-dated = نُشر أولًا لدى { $site }، { $date }.
notice-republished-link = اقرأ الأصل
evidence-translated = { $tag ->
    [en] مترجم عن الإنجليزية
    [fr] مترجم عن الفرنسية
    [ar] مترجم عن العربية
    [de] مترجم عن الألمانية
   *[rest] مترجم، لغة الأصل: { $language }
 }
meta-translation = { $shape ->
    [full] { $by }؛ مراجعة: { $reviewer }؛ { $date }
    [undated] { $by }؛ مراجعة: { $reviewer }
    [translated-dated] { $by }؛ { $date }
    [translated] { $by }
    [reviewed-dated] مراجعة: { $reviewer }؛ { $date }
   *[reviewed] مراجعة: { $reviewer }
 }

# العناوين والأوصاف
breadcrumb-home = الرئيسية
page-description = { $kind }: { $name }. { $site }
section-description = { $name }. { $site }
findings-title = النتائج
findings-intro = ما يمكن استخلاصه من الرحلات: أين تُنقض المبادئ، وما لا يملكه أحد، وما يُسأل عنه العملاء مرتين.
findings-tables = جداول لبرامج الحساب (CSV)
findings-on-principles = المبادئ والوعود
findings-on-hands = من يد إلى يد
findings-on-feelings = كيف يشعر العملاء
findings-on-work = من المسؤول، وماذا يُفعل
findings-on-grounds = من أين يأتي، وكيف نعرفه
table-pains = كل مواضع الألم
table-opportunities = كل التحسينات
table-touchpoints = كل نقاط التماس
table-principles-matrix = المبادئ والرحلات
table-gaps = ما يُسأل عنه العملاء ثانية
table-readings = كل القراءات
findings-no-journey = لم تُنشر أي رحلة حالية بعد. اكتب واحدة بالأمر «cxbook new journey»، واجعل «status» فيها «published»، فتمتلئ هذه الصفحة من تلقاء نفسها.
search-title = البحث
search-without-script = يحتاج البحث إلى JavaScript. وهذه القوائم توصل أيضًا إلى كل شيء.
not-found-title = الصفحة غير موجودة
not-found-text = لا توجد صفحة بهذا العنوان. ربما نُقلت؛ وهذه القوائم توصل إلى كل شيء.
chooser-text = اقرأ بالعربية
glossary-intro = الكلمات المستعملة هنا، ومعانيها، وكيف تقولها لغات أخرى.
journey-map-title = { $journey }: { $rows }
map-whole = الخريطة كاملة
map-customer = جانب العميل
map-blueprint = مخطّط الخدمة
map-learned = ما تعلّمناه
map-workshop = ورقة لورش العمل
sheet-fixes = ثلاثة إصلاحات نبحث عنها أولًا
sheet-duplication = ما الذي يصل العملاء مرتين، أو من جهتين؟
sheet-information = ما الذي نعرفه أصلًا ولا ننقله؟
sheet-no-brainer = ما الذي يكلّف قليلًا وينفع فورًا؟
sheet-known = مدرج من قبل:
sheet-questions = أسئلة تُطرح على كل خطوة
sheet-reflection = قبل أن نفترق
sheet-surprise = ما الذي فاجأنا في هذا المسار؟
sheet-first = أي خطوة نصلح أولًا، وكيف ينبغي أن تُعاش بعد ذلك؟
sheet-next = من يفعل ماذا، ومتى؟
diagram-actors = المشاركون
map-slice-title = { $journey }، كما تراها: { $department }
map-slice = { $department }: { $seen } من { $steps }
map-slice-sees = { $department }: الخطوات المرئية { $seen } من { $steps }، منها { $direct } أمام العميل و{ $indirect } خلف الكواليس فقط.
map-slices = كما تراها الأقسام (عدد الخطوات):
atlas-caption = كل الرحلات حسب المرحلة والمستوى: { $lifecycle }
map-mapped = رُسمت الخريطة: { $date }
map-review = موعد المراجعة: { $date }
map-part = { $journey }، الورقة { $part } من { $parts }: الخطوات من { $from } إلى { $to }
map-continued = { $phase } (تتمّة)
compared-line = الخط المتقطّع هو { $journey }.
compared-only-here = هنا فقط: { $steps }.
compared-only-there = في { $journey } فقط: { $steps }.

# الأنواع
kind-page = صفحة
kind-article = مقالة
kind-principle = مبدأ
kind-journey = رحلة
kind-persona = شخصية نموذجية
kind-example = مثال
kind-event = فعالية
kind-response = رد
kind-department = قسم
kind-channel = قناة
kind-touchpoint = نقطة تماس
kind-purpose = غرض
kind-system = نظام
kind-metric = مقياس
kind-symptom = عرَض
kind-lifecycle = دورة
kind-stage = مرحلة
kind-category = تصنيف
kind-tag = وسم
kind-family = عائلة
kind-term = مصطلح
kind-author = كاتب
kind-source = مصدر
kinds-page = صفحات
kinds-article = المقالات
kinds-principle = المبادئ
kinds-journey = الرحلات
kinds-persona = الشخصيات النموذجية
kinds-example = الأمثلة
kinds-event = الفعاليات
kinds-response = الردود
kinds-department = الأقسام
kinds-channel = القنوات
kinds-touchpoint = نقاط التماس
kinds-purpose = الأغراض
kinds-system = الأنظمة
kinds-metric = المقاييس
kinds-symptom = الأعراض
kinds-lifecycle = الدورات
kinds-stage = المراحل
kinds-category = التصنيفات
kinds-tag = الوسوم
kinds-family = العائلات
kinds-term = المسرد
kinds-author = الكتّاب
kinds-source = المصادر

# الفهارس
index-article = ما كتبناه، الأحدث أولًا.
index-principle = كيف يريد العملاء أن يُعامَلوا، وكل قاعدة مربوطة بالخطوات التي تحفظها أو تنقضها.
index-journey = ما يحدث حقًا، خطوة بعد خطوة، من جانب العميل.
index-persona = من تُروى الرحلات بعيونهم. وهم من نسج الخيال.
index-example = ما فعلته مؤسسات، وما نتعلّمه منه.
index-event = ورش وندوات ومحاضرات.
index-department = من يقوم بالعمل، أمام العملاء وفي الكواليس.
index-channel = الطرق التي يصل بها العملاء والمؤسسة بعضهم إلى بعض.
index-touchpoint = حيث يلتقي العملاء والمؤسسة، مرتّبة بحسب الغرض.
index-purpose = ما وُجدت نقاط التماس من أجله.
index-system = ما تقوم عليه الخطوات: أنظمة وإجراءات وسياسات ومورّدون.
index-metric = ما يُقاس، وبأي سلّم.
index-symptom = علامات على أن مبدأً يُنقض.
index-stage = مراحل العلاقة مع العميل، بالترتيب.
index-category = الأدراج التي رُتّبت فيها المقالات.
index-tag = ما تتناوله المقالات.
index-family = مبادئ يجمعها جامع.
index-author = من كتب هذه الصفحات.
index-source = ما تستند إليه هذه الصفحات.
index-empty = لا شيء هنا بعد.
index-others = أخرى
index-undated = بلا تاريخ
index-level-lifecycle = العلاقة كلها
index-level-macro = من الحاجة إلى نهايتها
index-level-micro = عن قرب
index-level-other = رحلات أخرى
index-events-coming = القادمة
index-events-past = الماضية
count-mentions = { $count ->
    [zero] لا ذكر لها
    [one] ذكر واحد
    [two] ذكران
    [few] { $count } مرات ذُكرت فيها
    [many] { $count } مرة ذُكرت فيها
   *[other] { $count } مرة ذُكرت فيها
 }
count-steps = { $count ->
    [zero] بلا خطوات
    [one] خطوة واحدة
    [two] خطوتان
    [few] { $count } خطوات
    [many] { $count } خطوة
   *[other] { $count } خطوة
 }
count-people = { $count ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $count } أشخاص
    [many] { $count } شخصًا
   *[other] { $count } شخص
 }
entity-met-nowhere = لا تذكر أي صفحة بعد: { $name }.

# ملفات للمتابعة أو التنزيل
feed-changes = صفحات جديدة ومعدَّلة
feed-journeys = رحلات معدَّلة
feed-no-brainers = ما ينبغي فعله ببساطة
feed-events = تقويم الفعاليات
file-csv = هذا الجدول بصيغة CSV
file-json = هذا الجدول بصيغة JSON
file-calendar = أضف إلى تقويمك

# الصفحة الرئيسية
headline-unowned = { $count ->
    [zero] موضع ألم لا يملكه أحد
    [one] موضع ألم لا يملكه أحد
    [two] موضعا ألم لا يملكهما أحد
    [few] مواضع ألم لا يملكها أحد
    [many] موضع ألم لا يملكه أحد
   *[other] موضع ألم لا يملكه أحد
 }
headline-breaks = { $count ->
    [zero] خطوة تنقض مبدأً
    [one] خطوة تنقض مبدأً
    [two] خطوتان تنقضان مبدأً
    [few] خطوات تنقض مبدأً
    [many] خطوة تنقض مبدأً
   *[other] خطوة تنقض مبدأً
 }
headline-tell-us-once = { $count ->
    [zero] مرة يعيد فيها العميل ما قاله
    [one] مرة يعيد فيها العميل ما قاله
    [two] مرتان يعيد فيهما العميل ما قاله
    [few] مرات يعيد فيها العميل ما قاله
    [many] مرة يعيد فيها العميل ما قاله
   *[other] مرة يعيد فيها العميل ما قاله
 }
headline-no-brainers = { $count ->
    [zero] إصلاح بديهي
    [one] إصلاح بديهي
    [two] إصلاحان بديهيان
    [few] إصلاحات بديهية
    [many] إصلاحًا بديهيًا
   *[other] إصلاح بديهي
 }
journey-scope = { $known ->
    [yes] { $steps ->
        [zero] كما تُعاش: { $persona }
        [one] خطوة واحدة، كما تُعاش: { $persona }
        [two] خطوتان، كما تُعاشان: { $persona }
        [few] { $steps } خطوات، كما تُعاش: { $persona }
        [many] { $steps } خطوة، كما تُعاش: { $persona }
       *[other] { $steps } خطوة، كما تُعاش: { $persona }
     }
   *[no] { $steps ->
        [zero] بلا خطوات
        [one] خطوة واحدة
        [two] خطوتان
        [few] { $steps } خطوات
        [many] { $steps } خطوة
       *[other] { $steps } خطوة
     }
 }
stage-traffic = { $journeys ->
    [0] لا رحلة بعد
    [one] { $unowned ->
        [0] رحلة واحدة
        [one] رحلة واحدة، وموضع ألم واحد لا يملكه أحد
        [two] رحلة واحدة، وموضعا ألم لا يملكهما أحد
        [few] رحلة واحدة، و{ $unowned } مواضع ألم لا يملكها أحد
        [many] رحلة واحدة، و{ $unowned } موضع ألم لا يملكه أحد
       *[other] رحلة واحدة، و{ $unowned } موضع ألم لا يملكه أحد
     }
    [two] { $unowned ->
        [0] رحلتان
        [one] رحلتان، وموضع ألم واحد لا يملكه أحد
        [two] رحلتان، وموضعا ألم لا يملكهما أحد
        [few] رحلتان، و{ $unowned } مواضع ألم لا يملكها أحد
        [many] رحلتان، و{ $unowned } موضع ألم لا يملكه أحد
       *[other] رحلتان، و{ $unowned } موضع ألم لا يملكه أحد
     }
    [few] { $unowned ->
        [0] { $journeys } رحلات
        [one] { $journeys } رحلات، وموضع ألم واحد لا يملكه أحد
        [two] { $journeys } رحلات، وموضعا ألم لا يملكهما أحد
        [few] { $journeys } رحلات، و{ $unowned } مواضع ألم لا يملكها أحد
        [many] { $journeys } رحلات، و{ $unowned } موضع ألم لا يملكه أحد
       *[other] { $journeys } رحلات، و{ $unowned } موضع ألم لا يملكه أحد
     }
    [many] { $unowned ->
        [0] { $journeys } رحلة
        [one] { $journeys } رحلة، وموضع ألم واحد لا يملكه أحد
        [two] { $journeys } رحلة، وموضعا ألم لا يملكهما أحد
        [few] { $journeys } رحلة، و{ $unowned } مواضع ألم لا يملكها أحد
        [many] { $journeys } رحلة، و{ $unowned } موضع ألم لا يملكه أحد
       *[other] { $journeys } رحلة، و{ $unowned } موضع ألم لا يملكه أحد
     }
   *[other] { $unowned ->
        [0] { $journeys } رحلة
        [one] { $journeys } رحلة، وموضع ألم واحد لا يملكه أحد
        [two] { $journeys } رحلة، وموضعا ألم لا يملكهما أحد
        [few] { $journeys } رحلة، و{ $unowned } مواضع ألم لا يملكها أحد
        [many] { $journeys } رحلة، و{ $unowned } موضع ألم لا يملكه أحد
       *[other] { $journeys } رحلة، و{ $unowned } موضع ألم لا يملكه أحد
     }
 }
lifecycle-span = من «{ $first }» إلى «{ $last }»
stage-unowned = { $count ->
    [zero] لا ألم بلا مالك
    [one] موضع ألم واحد بلا مالك
    [two] موضعا ألم بلا مالك
    [few] { $count } مواضع ألم بلا مالك
    [many] { $count } موضع ألم بلا مالك
   *[other] { $count } موضع ألم بلا مالك
 }
loop-promise = وعد
loop-title = { $name }: مراحل العلاقة مع العميل وعددها { $stages }، والرحلات عند كل منها
lobe-buy = الشراء
lobe-own = الاقتناء
coverage-text = عدد الصفحات المتاحة بالعربية: { $done } من { $total }.
reading-time = { $minutes ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
 }

# الزمن
time-seconds = { $count ->
    [zero] { $count } ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
 }
time-minutes = { $count ->
    [zero] { $count } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
 }
time-hours = { $count ->
    [zero] { $count } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
 }
time-days = { $count ->
    [zero] { $count } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
 }
time-weeks = { $count ->
    [zero] { $count } أسبوع
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
   *[other] { $count } أسبوع
 }
time-seconds-range = { $most ->
    [zero] من { $least } إلى { $most } ثانية
    [one] من { $least } إلى { $most } ثانية
    [two] من { $least } إلى { $most } ثوانٍ
    [few] من { $least } إلى { $most } ثوانٍ
    [many] من { $least } إلى { $most } ثانية
   *[other] من { $least } إلى { $most } ثانية
 }
time-minutes-range = { $most ->
    [zero] من { $least } إلى { $most } دقيقة
    [one] من { $least } إلى { $most } دقيقة
    [two] من { $least } إلى { $most } دقائق
    [few] من { $least } إلى { $most } دقائق
    [many] من { $least } إلى { $most } دقيقة
   *[other] من { $least } إلى { $most } دقيقة
 }
time-hours-range = { $most ->
    [zero] من { $least } إلى { $most } ساعة
    [one] من { $least } إلى { $most } ساعة
    [two] من { $least } إلى { $most } ساعات
    [few] من { $least } إلى { $most } ساعات
    [many] من { $least } إلى { $most } ساعة
   *[other] من { $least } إلى { $most } ساعة
 }
time-days-range = { $most ->
    [zero] من { $least } إلى { $most } يوم
    [one] من { $least } إلى { $most } يوم
    [two] من { $least } إلى { $most } أيام
    [few] من { $least } إلى { $most } أيام
    [many] من { $least } إلى { $most } يومًا
   *[other] من { $least } إلى { $most } يوم
 }
time-weeks-range = { $most ->
    [zero] من { $least } إلى { $most } أسبوع
    [one] من { $least } إلى { $most } أسبوع
    [two] من { $least } إلى { $most } أسابيع
    [few] من { $least } إلى { $most } أسابيع
    [many] من { $least } إلى { $most } أسبوعًا
   *[other] من { $least } إلى { $most } أسبوع
 }
time-range = من { $least } إلى { $most }
age-months = { $count ->
    [zero] أقل من شهر
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
 }
age-years = { $count ->
    [zero] أقل من سنة
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
 }

# الرحلات
journey-caption = { $known ->
    [yes] { $journey }، كما تُعاش: { $persona }. { $steps ->
        [zero] بلا خطوات
        [one] خطوة واحدة
        [two] خطوتان
        [few] { $steps } خطوات
        [many] { $steps } خطوة
       *[other] { $steps } خطوة
     } { $phases ->
        [zero] بلا أطوار
        [one] في طور واحد
        [two] في طورين
        [few] في { $phases } أطوار
        [many] في { $phases } طورًا
       *[other] في { $phases } طور
     }
   *[no] { $journey }. { $steps ->
        [zero] بلا خطوات
        [one] خطوة واحدة
        [two] خطوتان
        [few] { $steps } خطوات
        [many] { $steps } خطوة
       *[other] { $steps } خطوة
     } { $phases ->
        [zero] بلا أطوار
        [one] في طور واحد
        [two] في طورين
        [few] في { $phases } أطوار
        [many] في { $phases } طورًا
       *[other] في { $phases } طور
     }
 }
journey-persona = بعيون
journey-goal = الهدف
journey-state = تُظهر
journey-compares = للمقارنة
journey-level = المستوى
journey-mapped = رُسمت
journey-workshop = من الورشة
fact-owner = المسؤول
fact-review = تُراجع قبل
fact-basis = تستند إلى
fact-language = اللغة
lane-storyboard = بالصور
lane-does = يفعل
lane-thinks = يفكّر
quote-open = «
quote-close = »
lane-curve = يشعر
lane-feels = الشعور بالكلمات
lane-quality = سهولة وفائدة وبلا ألم
lane-off-path = خارج المسار
lane-off-path-words = خارج المسار، بالكلمات
lane-touchpoints = نقطة التماس
lane-frontstage = واجهة المسرح
lane-backstage = الكواليس
lane-support = عمليات مساندة
lane-tells = يقول
lane-pains = مواضع الألم
lane-opportunities = تحسينات
lane-principles = المبادئ
lane-metrics = المقاييس
line-interaction = خطّ التفاعل
line-visibility = خطّ الرؤية
line-internal = خطّ التفاعل الداخلي
line-learned = ما تعلّمناه
curve-peak = الذروة
curve-end = النهاية
sign-good = شعور طيب
sign-even = لا طيب ولا سيئ
sign-bad = شعور سيئ
sign-assumed = الأجوف مفترض فقط، والممتلئ ملاحَظ أو مُبلَّغ عنه
sign-moment = لحظة الحقيقة
sign-wow = لحظة إبهار
sign-staff = ما يظنه الموظفون
sign-compared = الرحلة المقارَن بها
sign-off-path = خروج عن المسار، يزداد عرضًا كلما كثر سالكوه
sign-exit = خروج بلا رجعة
curve-title = الشعور خطوة بعد خطوة: { $journey }
curve-step = { $number }. { $name }
curve-unknown = لا يُعرف بعد كيف يكون الشعور.
curve-one = لخطوة واحدة درجة: { $score } ({ $step }).
curve-words = { $drops ->
    [yes] البداية عند { $start } ({ $start-step })، وأدنى درجة { $lowest } ({ $lowest-step })، والنهاية عند { $end } ({ $end-step }). أكبر هبوط: من «{ $from }» إلى «{ $to }».
   *[no] البداية عند { $start } ({ $start-step })، وأدنى درجة { $lowest } ({ $lowest-step })، والنهاية عند { $end } ({ $end-step }). لا هبوط من خطوة إلى التي تليها.
 }
feels-in-words = { $score } { $feeling }
feels-staff = في ظنّ الموظفين { $score }
feels-unknown = غير معروف
quality-value = { $dimension }: { $value } من 5
step-actor = يقوم بها
step-moment = لحظة الحقيقة
step-wow = لحظة إبهار
step-after = بعد { $time }
step-takes = المدة: { $time }
step-alternatives = نقطة التماس (إحدى هذه)
step-needs = تلبّي الحاجة
step-evidence = الأدلة
step-next = تقود إلى
step-of-journey = { $step }، في: { $journey }
tells-again = من جديد
tells-sensitive = حسّاس
reason-asks-again = القسم نفسه يسأل من جديد
reason-hand-over-ignored = سُلّمت ولم ينظر فيها أحد
reason-information-gap = لم تُسلَّم قط
owner-nobody = لا يملكه أحد
owner-unasked = لم يسأل أحد من يملكه
pain-since = منذ { $date }
pain-eased-by = يخفّفه: { $opportunity } ({ $status })
pain-cause = يبدأ عند: { $step }
pain-symptom = علامة على: { $symptom }
pain-intent = المقصود: { $intent }
pain-evidence = الدليل: { $evidence }
pains-here = ما يؤلم هنا: { $pains }
metric-reading = { $value }، { $date }
metric-reading-n = { $value }، { $date }، n = { $n }
sample = n = { $n }
value-of-five = { $value } من 5
deviation-from = يخرج من
deviation-rejoins = يعود عند
deviation-exit = لا يعود
deviation-leaves = ولا يعود
deviation-rejoins-at = يعود عند: { $step }
off-path-label = { $share } { $kind }
opportunity-addresses = تخفّف
opportunity-removes = تلغي
opportunity-customer-value = القيمة للعملاء
opportunity-business-value = القيمة للمؤسسة
opportunity-effort = الجهد
opportunity-benefit = الفائدة
opportunity-due = الموعد
opportunity-done-on = أُنجزت
opportunity-measure = تُقاس بـ
opportunity-link = المزيد
evidence-internal = دليل داخلي غير منشور
evidence-who = عميل مثل { $persona }
hand-over = من { $from } إلى { $to }: { $what }
hand-over-partly = لا يتم إلا أحيانًا
promise-kept = وُفي به
promise-at-risk = مهدَّد
promise-broken = نُقض
promise-unknown = غير معروف
estimate-remembered = ما يُرجَّح أن يبقى في الذاكرة (تقدير)
estimate-lowest = أدنى درجة
estimate-end = في النهاية
estimate-seams = انتقال بين الأقسام، عدد الخطوات: { $steps }

# كلمات الرحلة
verdict-breaks = ينقض
verdict-partly = يحفظ جزئيًا
verdict-keeps = يحفظ
verdict-aspires = يطمح
verdict-count = { $verdict } { $count }
severity-low = خفيف
severity-medium = متوسط
severity-high = شديد
severity-critical = حرج
sentiment-negative = سلبي
sentiment-neutral = محايد
sentiment-positive = إيجابي
frequency-rare = نادرًا
frequency-some = أحيانًا
frequency-often = كثيرًا
frequency-always = دائمًا
mode-acts = فعل
mode-interacts = تفاعل
mode-observes = ملاحظة
mode-waits = انتظار
mode-undergoes = أمر واقع
basis-assumed = مفترض
basis-reported = مروي
basis-observed = مُلاحظ
basis-mixed = مُلاحظ جزئيًا
state-current = ما هو كائن
state-future = ما ينبغي أن يكون
level-lifecycle = العلاقة كلها
level-macro = حاجة من أولها إلى آخرها
level-micro = خطوة عن قرب
deviation-abandon = ترك
deviation-detour = التفاف
deviation-repeat = تكرار
deviation-skip = تخطٍّ
deviation-channel-switch = تغيير القناة
deviation-escalate = تصعيد
deviation-branch = مآل آخر
handled-designed = محسوب له
handled-workaround = حلّ مؤقت
handled-none = غير معالَج
opportunity-duplication = إنهاء ازدواج
opportunity-information = تمرير المعلومات
opportunity-no-brainer = إصلاح بديهي
opportunity-redesign = إعادة تصميم
opportunity-digitise = رقمنة
opportunity-recovery = جبر الضرر
opportunity-delight = إسعاد
opportunity-policy = تغيير سياسة
opportunity-efficiency = كفاءة
status-open = مفتوح
status-planned = مخطّط له
status-in-progress = قيد التنفيذ
status-testing = قيد التجربة
status-done = منجز
status-dismissed = مستبعد
benefit-communication = التواصل
benefit-process = الإجراءات
benefit-cost = التكلفة
benefit-loyalty = الولاء
evidence-quote = اقتباس
evidence-interview = مقابلة
evidence-survey = استبيان
evidence-analytics = أرقام الاستخدام
evidence-complaints = شكاوى
evidence-observation = ملاحظة
evidence-log = سجلّ
evidence-workshop = ورشة
moment-zero = لحظة الحقيقة: قبل التماس
moment-first = لحظة الحقيقة: الاختيار
moment-second = لحظة الحقيقة: الاستعمال
moment-ultimate = لحظة الحقيقة: الحديث عنها
moment-service = لحظة الحقيقة: الخدمة
dimension-effortless = بلا عناء
dimension-productive = مثمر
dimension-painless = بلا ألم
dimension-emotional = وجداني
dimension-consistent = متّسق

# المبادئ والمقالات والأمثلة
principle-health = { $steps ->
    [zero] الحال { $health }
    [one] الحال { $health } عن حكم واحد: الحفظ واحد، والحفظ الجزئي نصف، والنقض صفر.
    [two] الحال { $health }، متوسط حكمين: الحفظ واحد، والحفظ الجزئي نصف، والنقض صفر.
    [few] الحال { $health }، متوسط { $steps } أحكام: الحفظ واحد، والحفظ الجزئي نصف، والنقض صفر.
    [many] الحال { $health }، متوسط { $steps } حكمًا: الحفظ واحد، والحفظ الجزئي نصف، والنقض صفر.
   *[other] الحال { $health }، متوسط { $steps } حكم: الحفظ واحد، والحفظ الجزئي نصف، والنقض صفر.
 }
principle-stance = زاوية النظر
principle-dimension = يحسّن
principle-kano = صنف كانو
principle-discipline = المجال
principle-shows-nowhere = لم تُقَس بهذا المبدأ أي خطوة من رحلة بعد.
stance-outside-in = من الخارج إلى الداخل
stance-inside-out = من الداخل إلى الخارج
stance-balance = من الجانبين
discipline-strategy = الاستراتيجية
discipline-customer-understanding = فهم العميل
discipline-design = التصميم
discipline-measurement = القياس
discipline-governance = الحوكمة
discipline-culture = الثقافة
kano-must-be = لا بدّ منه
kano-one-dimensional = كلما زاد كان أفضل
kano-attractive = يُسعد
kano-indifferent = لا فرق فيه
kano-reverse = ينفّر
form-article = مقالة
form-note = ملاحظة
form-case = حالة
form-workshop-report = تقرير ورشة
source-citation = { $shape ->
    [full] { $authors }، { $title }، { $publisher }، { $year }
    [undated] { $authors }، { $title }، { $publisher }
    [unpublished] { $authors }، { $title }، { $year }
    [author] { $authors }، { $title }
    [anonymous] { $title }، { $publisher }، { $year }
    [anonymous-undated] { $title }، { $publisher }
    [anonymous-unpublished] { $title }، { $year }
   *[title] { $title }
 }
credits-title = حقوق الصور
credits-intro = لمن الصور المعروضة في هذا الموقع، وبأي ترخيص.
credits-shown = تظهر في
figure-changes = التعديلات: { $changes }
figure-credit = { $titled ->
    [yes] { $work }، عمل { $author }، { $licence }
   *[no] عمل { $work }، { $licence }
 }
example-organisation = المؤسسة
example-sector = القطاع
example-place = المكان
example-year = السنة
example-outcome = كيف انتهى
example-moral = ما نتعلّمه
example-turning-points = نقاط التحوّل
example-quote = بكلماتهم
outcome-good = نهاية حسنة
outcome-bad = نهاية سيئة
outcome-mixed = بين بين

# الكيانات
persona-role = الدور
persona-context = الظروف
persona-needs = الحاجات
persona-expectations = من المسلّمات
role-customer = عميل
role-prospect = عميل محتمل
role-partner = شريك
role-employee = موظف
need-says = يُقال
need-latent = لا يُقال أبدًا
department-external = شريك
department-is-external = يتبع مؤسسة أخرى
department-parent = جزء من
department-ask = للسؤال
channel-medium = الوسيلة
channel-hours = الأوقات
channel-digital = رقمية
channel-is-digital = نعم
channel-is-not-digital = لا
hours-always = ليلًا ونهارًا
touchpoint-evidence = ما يبقى في يد العميل
touchpoint-contradicts = تناقض
medium-phone = هاتف
medium-letter = رسالة بريدية
medium-email = بريد إلكتروني
medium-sms = رسالة نصية
medium-chat = محادثة
medium-web = موقع
medium-app = تطبيق
medium-in-person = حضوريًا
medium-social = وسائل التواصل
medium-device = جهاز
medium-payment = دفع
medium-other = غير ذلك
system-sort = الصنف
system-system = نظام
system-process = إجراء
system-policy = سياسة
system-supplier = مورّد
metric-sort = الصنف
metric-scale = السلّم
metric-scale-of = من { $least } إلى { $most }
metric-better = الأفضل
metric-higher = الأكثر
metric-lower = الأقل
metric-question = السؤال المطروح
metric-unit = الوحدة
metric-readings = القراءات
metric-nps = صافي نقاط الترويج
metric-csat = رضا العميل
metric-ces = جهد العميل
metric-time = زمن
metric-count = عدد
metric-rate = نسبة
metric-money = مال
metric-loyalty = ولاء
metric-word-of-mouth = التوصية الشفهية
metric-share-of-wallet = الحصة من الإنفاق
metric-payment-speed = سرعة الدفع
metric-employee-engagement = ارتباط الموظفين
metric-custom = مقياس خاص
author-role = العمل
author-credentials = المؤهلات
author-links = في مواضع أخرى
source-sort = الصنف
source-authors = بقلم
source-publisher = الناشر
source-date = تاريخ النشر
source-pages = الصفحات
source-isbn = ردمك
source-doi = DOI
source-url = للقراءة
source-accessed = آخر اطلاع
source-article = مقالة
source-book = كتاب
source-post = تدوينة
source-report = تقرير
source-interview = مقابلة
source-dataset = مجموعة بيانات
stage-lobe = من العلاقة
stage-before = قبلها
stage-after = بعدها
term-opposite = الضدّ
term-see = انظر أيضًا
event-form = الصنف
event-starts = البداية
event-ends = النهاية
event-moment = { $date }، { $time } (UTC{ $offset })
event-online = عن بُعد
event-is-online = تمكن المشاركة عن بُعد
event-facilitators = بقيادة
event-participants = شارك فيها
event-capacity = المقاعد
event-register = التسجيل
event-sign-up = سجّل
event-takeaways = ما خرج به المشاركون
event-journeys = الرحلات
event-workshop = ورشة
event-webinar = ندوة عبر الإنترنت
event-talk = محاضرة

# أين يُلتقى الكيان
met-journeys = رحلات بعيون هذه الشخصية
met-journeys-from-here = رحلات خرجت من هذه الورشة
met-phases = أطوار في هذه المرحلة
met-touchpoints = نقاط التماس
met-steps = الخطوات
met-needs = خطوات تلبّي حاجة
met-done-by = يقوم بهذه الخطوات
met-frontstage = أمام العملاء
met-backstage = في الكواليس
met-told = يسمع ما يقوله العملاء
met-owned-journeys = مسؤول عن هذه الرحلات
met-owned-pains = مسؤول عن مواضع الألم هذه
met-owned-opportunities = عليه أن يفعل
met-owned-deviations = يعتني بمن خرجوا عن المسار هنا
met-owned-touchpoints = مسؤول عن نقاط التماس هذه
met-owned-systems = مسؤول عن هذه الأنظمة
met-hand-overs = تسليمات في هذه الرحلات
met-parts = أجزاؤه
met-symptom-of = علامة على نقض هذه المبادئ
met-pains = مواضع الألم
met-measures = يقيس
met-readings = قراءات في هذه الرحلات
met-removed-by = يُلغى بـ
met-voices = ما قاله أناس مثل هذه الشخصية
met-attended = شارك في
met-led = قاد
met-written = كتب
met-grouped = فيه
met-cited-by = استُشهد به في
met-mentioned = ذُكر في

# النتائج
finding-n = حُسبت على الرحلات الحالية، وعددها { $journeys }، وخطواتها { $steps }.
matrix-n = المبادئ: { $principles } × الرحلات الحالية: { $journeys }
finding-coverage-title = المبادئ والرحلات
finding-coverage-rule = تُعدّ كل خطوة تقول ما تفعله بمبدأ؛ وصحة المبدأ هي المتوسط: الحفظ واحد، والحفظ الجزئي نصف، والنقض صفر.
finding-coverage-headline = { $count ->
    [zero] حكم ينقض مبدأً
    [one] حكم ينقض مبدأً
    [two] حكمان ينقضان مبدأً
    [few] أحكام تنقض مبدأً
    [many] حكمًا ينقض مبدأً
   *[other] حكم ينقض مبدأً
 }
finding-coverage-empty = لم يُحكم بعد على أي خطوة من رحلة حالية. أضف «principles» إلى خطواتها.
finding-orphans-title = مبادئ بلا موضع
finding-orphans-rule = المبدأ بلا موضع إن لم تحفظه ولم تنقضه أي خطوة من رحلة حالية؛ وهو غير مُثبت إن قيل إنه محفوظ فحسب، وعن افتراض فحسب.
finding-orphans-headline = { $count ->
    [zero] مبدأ لا تذكره أي خطوة
    [one] مبدأ لا تذكره أي خطوة
    [two] مبدآن لا تذكرهما أي خطوة
    [few] مبادئ لا تذكرها أي خطوة
    [many] مبدأً لا تذكره أي خطوة
   *[other] مبدأ لا تذكره أي خطوة
 }
finding-orphans-empty = لكل مبدأ موضع في رحلة، وكل خطوة تعمل بمبدأ. ولو بقي مبدأ بلا موضع لظهر هنا إلى أن تذكره خطوة تحت «principles».
finding-unowned-title = لا يملكه أحد
finding-unowned-rule = مواضع الألم والتحسينات ومواضع الخروج عن المسار ونقاط التماس التي لا يملكها أحد، الأسوأ والأقدم أولًا؛ وما لم يسأل أحد عن مالكه يُسرد على حدة.
finding-unowned-headline = { $count ->
    [zero] موضع ألم لا يملكه أحد
    [one] موضع ألم لا يملكه أحد
    [two] موضعا ألم لا يملكهما أحد
    [few] مواضع ألم لا يملكها أحد
    [many] موضع ألم لا يملكه أحد
   *[other] موضع ألم لا يملكه أحد
 }
finding-unowned-empty = لكل ما يؤلم مسؤول. اكتب «owner: nobody» حيث يُعرف أن لا أحد مسؤول عن موضع ألم أو تحسين أو خروج عن المسار أو نقطة تماس.
finding-unowned-advice = حين يصبح للأمر مسؤول، يضع كاتبه معرّف القسم مكان «owner: nobody»، مثل «owner: claims-desk»؛ المسؤول قسم لا شخص.
finding-no-brainers-title = إصلاحات بديهية
finding-no-brainers-rule = التحسينات من هذا الصنف، وكل ما جهده 2 على الأكثر وقيمته للعملاء 4 على الأقل؛ والنسبة هي متوسط القيمة مقسومًا على الجهد.
finding-no-brainers-headline = { $count ->
    [zero] إصلاح بديهي
    [one] إصلاح بديهي
    [two] إصلاحان بديهيان
    [few] إصلاحات بديهية
    [many] إصلاحًا بديهيًا
   *[other] إصلاح بديهي
 }
finding-no-brainers-empty = لا تحسين بهذا النفع وبهذا اليسر معًا. أعطِ التحسينات «effort» و«customer-value»، أو النوع «no-brainer».
finding-duplicates-title = يُرسل مرتين
finding-duplicates-rule = نقاط التماس التي تُرسل إلى العميل نفسه للغرض نفسه من قسمين أو أكثر، في رحلة واحدة أو في مرحلة واحدة.
finding-duplicates-headline = { $count ->
    [zero] رسالة يرسلها قسمان
    [one] رسالة يرسلها قسمان
    [two] رسالتان يرسلهما قسمان
    [few] رسائل يرسلها قسمان
    [many] رسالة يرسلها قسمان
   *[other] رسالة يرسلها قسمان
 }
finding-duplicates-empty = لا يرسل قسمان الشيء نفسه. تُقارن نقاط التماس بما لها من «purpose» و«owner».
finding-tell-us-once-title = قلها مرة واحدة
finding-tell-us-once-rule = تُعدّ كل خطوة تسأل عمّا سمعته خطوة قبلها: سؤالًا يُعاد، أو تسليمًا أُهمل، أو معلومة لم تُسلَّم قط. وما لا يقول إلا من المتكلم يُعدّ على حدة.
finding-tell-us-once-headline = { $count ->
    [zero] مرة يعيد فيها العميل ما قاله
    [one] مرة يعيد فيها العميل ما قاله
    [two] مرتان يعيد فيهما العميل ما قاله
    [few] مرات يعيد فيها العميل ما قاله
    [many] مرة يعيد فيها العميل ما قاله
   *[other] مرة يعيد فيها العميل ما قاله
 }
finding-tell-us-once-empty = يقول العملاء كل شيء مرة واحدة. اذكر ما يُقال في كل خطوة تحت «tells»، وما تتناقله الأقسام تحت «hand-overs».
finding-seams-title = درزات
finding-seams-rule = تقع الدرزة بين خطوتين متتاليتين لا يجمعهما قسم؛ وكلما قلّت الدرزات لكل خطوة كانت الرحلة أسلس.
finding-seams-headline = { $count ->
    [zero] انتقال بين الأقسام
    [one] انتقال بين الأقسام
    [two] انتقالان بين الأقسام
    [few] انتقالات بين الأقسام
    [many] انتقالًا بين الأقسام
   *[other] انتقال بين الأقسام
 }
finding-seams-empty = لا رحلة بعد لها خطوات يُسأل عنها قسم. أضف «frontstage» إلى الخطوات، أو «owner» إلى نقاط تماسها.
finding-peak-and-end-title = الذروة والنهاية
finding-peak-and-end-rule = يتذكّر الناس نحوًا من متوسط أشدّ لحظة والنهاية؛ وهو تقدير لا يُجرى إلا إن كانت لنصف الخطوات على الأقل درجة.
finding-peak-and-end-headline = { $count ->
    [zero] رحلة ذكراها سيئة (تقدير)
    [one] رحلة ذكراها سيئة (تقدير)
    [two] رحلتان ذكراهما سيئة (تقدير)
    [few] رحلات ذكراها سيئة (تقدير)
    [many] رحلة ذكراها سيئة (تقدير)
   *[other] رحلة ذكراها سيئة (تقدير)
 }
finding-peak-and-end-empty = لا درجة بعد لأي رحلة حالية. أضف «emotion» إلى خطواتها.
finding-hot-spots-title = خارج المسار
finding-hot-spots-rule = حرارة موضع الخروج هي نسبة من يسلكونه، في مقدار ما يسوء الشعور، في وزن: نصف إن كان محسوبًا له، وواحد للحلّ المؤقت، وواحد ونصف إن لم يعالجه أحد.
finding-hot-spots-headline = { $count ->
    [zero] موضع خروج يستحق الانتباه
    [one] موضع خروج يستحق الانتباه
    [two] موضعا خروج يستحقان الانتباه
    [few] مواضع خروج تستحق الانتباه
    [many] موضع خروج يستحق الانتباه
   *[other] موضع خروج يستحق الانتباه
 }
finding-hot-spots-empty = لا أحد يخرج عن المسار، أو لم يسأل أحد. صِف كيف يخرج الناس عنه تحت «deviations».
finding-promises-title = الوعود
finding-promises-rule = يُنقض الوعد إن نقضت خطوة مبدأً يقوم عليه، أو نقض الطور الأخير أي مبدأ، أو ساءت النهاية؛ ويكون مهدَّدًا إن لم تكن النهاية حسنة، أو خرج كثيرون عن المسار ولم يعالج ذلك أحد.
finding-promises-headline = { $count ->
    [zero] وعد نُقض
    [one] وعد نُقض
    [two] وعدان نُقضا
    [few] وعود نُقضت
    [many] وعدًا نُقض
   *[other] وعد نُقض
 }
finding-promises-empty = لا تقول أي رحلة حالية بماذا وُعد العميل. أضف إليها «promise».
finding-stages-title = المراحل
finding-stages-rule = لكل مرحلة من دورة: الرحلات الحالية التي تمرّ بها، ومواضع الألم التي لا يملكها أحد، والخطوة الأسوأ شعورًا.
finding-stages-headline = { $count ->
    [zero] مرحلة لا تمرّ بها رحلة
    [one] مرحلة لا تمرّ بها رحلة
    [two] مرحلتان لا تمرّ بهما رحلة
    [few] مراحل لا تمرّ بها رحلة
    [many] مرحلة لا تمرّ بها رحلة
   *[other] مرحلة لا تمرّ بها رحلة
 }
finding-stages-empty = لم توصف دورة بعد. أضف واحدة في vocab/lifecycles.yaml.
orphans-principles = مبادئ لا تذكرها أي خطوة
orphans-unproven = مبادئ يُقال إنها محفوظة فحسب
orphans-journeys = رحلات بلا مبدأ
orphans-steps = خطوات بلا مبدأ
orphan-on-paper = على الورق فقط
unowned-nobody = لا يملكها أحد
unowned-not-asked = لم يسأل أحد من يملكها
unowned-no-step = لا تمرّ به أي خطوة
unowned-more-steps = { $count ->
    [zero] ولا خطوة أخرى
    [one] وخطوة أخرى
    [two] وخطوتان أخريان
    [few] و{ $count } خطوات أخرى
    [many] و{ $count } خطوة أخرى
   *[other] و{ $count } خطوة أخرى
}
unowned-no-opportunity = لا تحسين يعالجه بعد.
unowned-ask = الأقرب إليه: { $departments }
unowned-ask-anyone = لا قسم يعمل هنا بعد: اسأل من سيبلغه الخبر أولًا.
no-brainers-table = ما ينبغي فعله ببساطة
worth-title = القيمة والجهد
worth-intro = كل فرصة مفتوحة عُرف جهدها وقيمتها: كلما ارتفعت زاد ما يكسبه العملاء، وكلما اقتربت من بداية السطر قلّ ما تحتاج إليه. في الركن المعلَّم الإصلاحات البديهية، والدائرة المتقطعة تعني أن أحدًا لا يملكها.
worth-effort = الجهد
worth-worth = القيمة للعملاء
worth-place = الجهد { $effort }، القيمة { $worth }
duplicates-groups = غرض واحد وأقسام عدة
duplicates-shared = نقاط تماس لها مالكان
duplicates-alike = أسماء متشابهة قد تكون لشيء واحد
duplicates-contradictory = متناقض
tell-us-once-repetitions = ما يُسأل عنه العملاء من جديد
tell-us-once-dams = أين تضيع المعلومات
tell-us-once-weak = تسليمات لا تتم إلا أحيانًا
tell-us-once-identifiers = ما لا يقول إلا من المتكلم
seams-journeys = بحسب الرحلة
seams-seams = الانتقال بين الأقسام
seams-switches = الانتقال بين القنوات
peak-and-end-table = ما يُرجَّح أن يبقى في الذاكرة
peak-drop = من «{ $from }» إلى «{ $to }»
peak-scored = { $scored } من { $steps }
peak-unknown = المعروف أقل من أن يكفي
hot-spots-table = مواضع الخروج، الأشدّ حرارة أولًا
hot-spots-hot = حارّ
taken-for-unknown = غير معروف، مفترض
promises-table = ما وُعد به وما آل إليه
stages-table = مرحلة بعد مرحلة
stages-balance = الشراء والامتلاك في الميزان
sort-pain = موضع ألم
sort-opportunity = تحسين
sort-deviation = خروج عن المسار
column-what = ماذا
column-sort = الصنف
column-severity = الشدة
column-since = منذ
column-where = أين
column-next = ماذا بعد
column-step = الخطوة
column-status = الحالة
column-ratio = القيمة إلى الجهد
column-sent-by = المُرسِل
column-like = شديد الشبه
column-information = ماذا
column-first = قيل أولًا
column-again = سُئل من جديد
column-reason = لماذا
column-from = من
column-to = إلى
column-times = المرات
column-seams = الانتقال بين الأقسام
column-switches = الانتقال بين القنوات
column-steps = الخطوات
column-per-step = لكل خطوة
column-remembered = في الذاكرة
column-mean = المتوسط
column-peak = الذروة
column-end = النهاية
column-lowest = الأدنى
column-drop = أكبر هبوط
column-scored = خطوات لها درجة
column-heat = الحرارة
column-share = النسبة
column-handled = المعالجة
column-promise = الوعد
column-verdict = الحكم
column-because = بسبب
column-unowned = آلام لا يملكها أحد

# بين كلمات الكاتب
prose-footnotes = الحواشي
prose-back = عودة إلى النص
prose-table = جدول
prose-external = (موقع آخر)
prose-done = تم
prose-open = لم يتم
prose-note = ملاحظة
prose-tip = نصيحة
prose-important = مهم
prose-warning = تنبيه
prose-caution = احذر

## حول كل صفحة، وما تقوله القوالب

skip-to-content = الانتقال إلى المحتوى
menu = القائمة
sections = الأقسام
languages = اللغات
llms-more = المزيد
language-offer = قراءة هذه الصفحة بالعربية
language-dismiss = لا، شكرًا
theme-dark = التبديل إلى الألوان الداكنة
theme-light = التبديل إلى الألوان الفاتحة
breadcrumbs = أنت هنا
on-this-page = في هذه الصفحة
footer = عن هذا الموقع
contact = اتصل بنا
licence = الترخيص:
updated = آخر تعديل:
edit-page = تعديل هذه الصفحة
page-as-markdown = هذه الصفحة بصيغة Markdown
card-alt = خطٌّ بمحطات على ورق دافئ اللون
leads-here = ما يقود إلى هنا
neighbours = مقالات أخرى
previous = السابق
next = التالي
home-journeys = الرحلات
home-principles = المبادئ
home-recent = الجديد والمعدَّل
home-coverage = بالعربية
meta-form = الشكل
meta-by = بقلم
meta-published = نُشر في
meta-reading-time = مدة القراءة
meta-category = الفئة:
meta-tags = الوسوم:
meta-translated = الترجمة
article-question = سؤال يبقى في البال
article-principles = مبادئ هذه المقالة
article-journeys = رحلات هذه المقالة
responses = ما كتبه القراء ردًّا
sources = المصادر
source-read = اقرأ
glossary-letters = الحروف
glossary-also = ويقال أيضًا:
glossary-avoid = يُتجنَّب:
glossary-used = { $count ->
    [zero] لا يرد في أي صفحة
    [one] يرد في صفحة واحدة
    [two] يرد في صفحتين
    [few] يرد في { $count } صفحات
    [many] يرد في { $count } صفحة
   *[other] يرد في { $count } صفحة
 }
principle-outside-in = حين ننظر من الخارج إلى الداخل
principle-inside-out = حين ننظر من الداخل إلى الخارج
principle-test = السؤال الذي يُطرح عند كل خطوة
principle-counterweight = يُوازَن مع
principle-shows = الرحلات التي يظهر فيها هذا المبدأ
principle-examples = أمثلة
principle-symptoms = علامات الإخلال به
journey-parents = جزء من
journey-promise = الوعد
journey-map = خريطة الرحلة
journey-walk = الرحلة خطوة بخطوة
journey-deviations = خارج المسار
journey-opportunities = ما يمكن تحسينه
journey-hand-overs = ما تسلّمه الأقسام بعضها لبعض
journey-evidence = ما تستند إليه
journey-readings = ما قيس
journey-children = نظرة أقرب
map-lane = المسار
map-empty = لم يُذكر شيء
map-as-list = اقرأها قائمةً
map-wide = اعرض الخريطة العريضة
map-of = خريطة
map-picture = احفظها صورةً (SVG)
map-table = احفظها جدولًا (CSV)
map-data = احفظها بياناتٍ (JSON)
map-legend = معاني العلامات
walk-previous = الخطوة السابقة:
walk-next = الخطوة التالية:
walk-zoom = نظرة أقرب:
evidence-means = ما فُهم منه:
reading-metric = المقياس
reading-value = القيمة
reading-n = عدد الإجابات
reading-day = التاريخ
reading-step = عند
reading-whole = الرحلة كلها
matrix-health = الحال
matrix-total = المجموع
search-label = بحث
search-browse = أو تصفَّح
search-close = إغلاق
search-hint = اكتب كلمة، أو اختر مرشِّحًا.
search-results = النتائج
search-count = عدد النتائج: %n
search-none = لم نجد شيئًا عن «%q».
search-none-help = جرّب كلمات أقل، أو أزل مرشِّحًا.
search-instead = نعرض نتائج «%b» بدلًا من «%q».
search-unknown = لا ترد «%q» في هذا الموقع.
search-filters = المرشِّحات
search-clear = إزالة المرشِّحات
search-more = مزيد من النتائج
search-all-results = كل النتائج في صفحة واحدة
search-failed = تعذّر تحميل البحث.
search-retry = إعادة المحاولة
search-loading = جارٍ التحميل
search-keys = الأسهم للتنقل، وEnter للفتح، وEscape للإغلاق
search-also = ابحث أيضًا في: %l
search-facet-kind = النوع
search-facet-stage = المرحلة
search-facet-principle = المبدأ
search-facet-channel = القناة
search-facet-persona = الشخصية
search-facet-department = القسم
search-facet-sentiment = الشعور
search-facet-severity = الشدة
search-facet-unowned = المسؤول
search-kind-article = المقالات
search-kind-principle = المبادئ
search-kind-journey = الرحلات
search-kind-step = الخطوات
search-kind-persona = الشخصيات النموذجية
search-kind-example = الأمثلة
search-kind-finding = النتائج
search-kind-event = الفعاليات
search-kind-term = المسرد
search-kind-page = الصفحات
search-kind-department = الأقسام
search-kind-channel = القنوات
search-kind-touchpoint = نقاط التماس
search-kind-system = الأنظمة
search-kind-metric = المقاييس
search-kind-symptom = الأعراض
search-kind-stage = المراحل
search-kind-source = المصادر
search-kind-author = الكتّاب
search-kind-category = التصنيفات
search-kind-family = العائلات
search-kind-lifecycle = الدورات
search-kind-purpose = الأغراض
search-kind-tag = الوسوم
search-kind-response = الردود

# نتائج أخرى
finding-perception-gaps-title = ما يظنه الموظفون وما هو واقع
finding-perception-gaps-rule = لكل خطوة عُرف فيها الأمران: ما يظنه الموظفون من الشعور، ناقص الشعور نفسه؛ وتُعلَّم الفجوة من نقطتين فأكثر.
finding-perception-gaps-headline = { $count ->
    [zero] خطوات يظنها الموظفون أحسن بكثير
    [one] خطوات يظنها الموظفون أحسن بكثير
    [two] خطوات يظنها الموظفون أحسن بكثير
    [few] خطوات يظنها الموظفون أحسن بكثير
    [many] خطوات يظنها الموظفون أحسن بكثير
   *[other] خطوات يظنها الموظفون أحسن بكثير
 }
finding-perception-gaps-empty = لم يسأل أحد الموظفين بعد. أضف «staff» إلى شعور خطوة.
finding-sneaky-traps-title = مصائد خفية
finding-sneaky-traps-rule = تحسينات مفتوحة تُذهب خطوة حسنة الشعور، أو مفاجأة سارة، أو مبدأً من مبادئ الشعور محفوظًا؛ أما إزالة تكرار حقيقي فلا تُنذر.
finding-sneaky-traps-headline = { $count ->
    [zero] وفورات تُذهب ما يحبه العملاء
    [one] وفورات تُذهب ما يحبه العملاء
    [two] وفورات تُذهب ما يحبه العملاء
    [few] وفورات تُذهب ما يحبه العملاء
    [many] وفورات تُذهب ما يحبه العملاء
   *[other] وفورات تُذهب ما يحبه العملاء
 }
finding-sneaky-traps-empty = لا يُذهب أي تحسين مفتوح شيئًا حسنًا. اذكر ما قد يُذهبه تحسين تحت «removes».
finding-blinkers-title = الغمامات
finding-blinkers-rule = ترى الإدارة الخطوات التي تعمل فيها، أمام العملاء أو خلف الستار؛ وتُذكر إلى جانبها مواضع الألم في هذه الخطوات التي ليست من مسؤوليتها.
finding-blinkers-headline = { $count ->
    [zero] مرات ترى فيها إدارةٌ أقل من نصف رحلة
    [one] مرات ترى فيها إدارةٌ أقل من نصف رحلة
    [two] مرات ترى فيها إدارةٌ أقل من نصف رحلة
    [few] مرات ترى فيها إدارةٌ أقل من نصف رحلة
    [many] مرات ترى فيها إدارةٌ أقل من نصف رحلة
   *[other] مرات ترى فيها إدارةٌ أقل من نصف رحلة
 }
finding-blinkers-empty = لا تذكر أي خطوة الإدارة العاملة فيها. أضف «frontstage» و«backstage».
finding-evidence-title = الأدلة وحداثتها
finding-evidence-rule = لكل رحلة: كم شعورًا لوحظ أو نُقل أو افتُرض، وأي مواضع الألم بلا دليل، ومتى رُسمت.
finding-evidence-headline = { $count ->
    [zero] مواضع ألم بلا دليل
    [one] مواضع ألم بلا دليل
    [two] مواضع ألم بلا دليل
    [few] مواضع ألم بلا دليل
    [many] مواضع ألم بلا دليل
   *[other] مواضع ألم بلا دليل
 }
finding-evidence-empty = لم تُنشر أي رحلة حالية بعد.
finding-root-causes-title = الأسباب الأولى
finding-root-causes-rule = قد يذكر موضع الألم الخطوة التي يبدأ منها؛ وتُرتب الخطوات بعدد مواضع الألم التي تبدأ منها، في رحلتها أو في غيرها.
finding-root-causes-headline = { $count ->
    [zero] خطوات يبدأ منها الضيق
    [one] خطوات يبدأ منها الضيق
    [two] خطوات يبدأ منها الضيق
    [few] خطوات يبدأ منها الضيق
    [many] خطوات يبدأ منها الضيق
   *[other] خطوات يبدأ منها الضيق
 }
finding-root-causes-empty = لا يذكر أي موضع ألم سببه. أضف «cause» إلى أحدها.
finding-said-and-meant-title = ما قيل وما قُصد
finding-said-and-meant-rule = ما قاله الناس وإلى جانبه ما فُهم منه، وحاجات الشخصيات التي لا تلبيها أي خطوة من رحلة حالية.
finding-said-and-meant-headline = { $count ->
    [zero] أقوال تعني أكثر مما تقول
    [one] أقوال تعني أكثر مما تقول
    [two] أقوال تعني أكثر مما تقول
    [few] أقوال تعني أكثر مما تقول
    [many] أقوال تعني أكثر مما تقول
   *[other] أقوال تعني أكثر مما تقول
 }
finding-said-and-meant-empty = لا يذكر أي دليل ما قُصد. أضف «means» إلى أحدها.
finding-consistency-title = الاتساق
finding-consistency-rule = قراءات كل مقياس من أدناها إلى أعلاها مع التغير في السنة، ودرجات كل نقطة تماس تمر بها عدة رحلات.
finding-consistency-headline = { $count ->
    [zero] نقاط تماس يختلف الشعور بها بين الرحلات
    [one] نقاط تماس يختلف الشعور بها بين الرحلات
    [two] نقاط تماس يختلف الشعور بها بين الرحلات
    [few] نقاط تماس يختلف الشعور بها بين الرحلات
    [many] نقاط تماس يختلف الشعور بها بين الرحلات
   *[other] نقاط تماس يختلف الشعور بها بين الرحلات
 }
finding-consistency-empty = لم يُقس شيء بعد، ولا تشترك رحلتان في نقطة تماس. أضف «readings» إلى رحلة.
finding-symptoms-title = الأعراض
finding-symptoms-rule = تُعد مواضع الألم بحسب العرض؛ يزن الخفيف 1 والحرج 4. وعادةً ما تحمل أعراض قليلة معظم الوزن.
finding-symptoms-headline = { $count ->
    [zero] أعراض ظاهرة
    [one] أعراض ظاهرة
    [two] أعراض ظاهرة
    [few] أعراض ظاهرة
    [many] أعراض ظاهرة
   *[other] أعراض ظاهرة
 }
finding-symptoms-empty = لا يذكر أي موضع ألم عرضًا. أضف «symptom» إلى أحدها.
finding-idle-title = له مسؤول ولا يتحرك
finding-idle-rule = مواضع ألم لها مسؤول ولا تحسين لها، وعمل جارٍ بلا مقياس، وعمل تم ولم يُقس بعده شيء.
finding-idle-headline = { $count ->
    [zero] أمور لها مسؤول ولا تتحرك
    [one] أمور لها مسؤول ولا تتحرك
    [two] أمور لها مسؤول ولا تتحرك
    [few] أمور لها مسؤول ولا تتحرك
    [many] أمور لها مسؤول ولا تتحرك
   *[other] أمور لها مسؤول ولا تتحرك
 }
finding-idle-empty = كل ما له مسؤول يتحرك. ولو بقي موضع ألم بلا تحسين، أو عمل بلا «measure»، لظهر هنا.
finding-what-if-title = ماذا لو
finding-what-if-rule = صحة كل مبدأ لو حفظت كل خطوة يعالجها تحسين مخطط أو جارٍ، حفظًا جزئيًا، ما تنقضه اليوم.
finding-what-if-headline = { $count ->
    [zero] مبادئ تصلحها الخطط
    [one] مبادئ تصلحها الخطط
    [two] مبادئ تصلحها الخطط
    [few] مبادئ تصلحها الخطط
    [many] مبادئ تصلحها الخطط
   *[other] مبادئ تصلحها الخطط
 }
finding-what-if-empty = لا شيء مخططًا أو جاريًا يصلح مبدأً. اذكر مواضع الألم التي يعالجها تحسين تحت «addresses»، والمبادئ التي تنقضها خطواتها.
finding-channels-title = القنوات بحسب المرحلة
finding-channels-rule = لكل مرحلة من دورة الحياة: القنوات التي تستعملها خطوات الرحلات الحالية، مع أوقاتها وعدد الخطوات.
finding-channels-headline = { $count ->
    [zero] مراحل بلا قناة
    [one] مراحل بلا قناة
    [two] مراحل بلا قناة
    [few] مراحل بلا قناة
    [many] مراحل بلا قناة
   *[other] مراحل بلا قناة
 }
finding-channels-empty = لم توصف أي دورة حياة بعد. أضف واحدة في vocab/lifecycles.yaml.
finding-follow-up-title = ما الذي فعلناه
finding-follow-up-rule = كل تحسين مع مسؤوله وحالته، وقراءات مقياسه قبل تمامه وبعده.
finding-follow-up-headline = { $count ->
    [zero] تحسينات جارية
    [one] تحسينات جارية
    [two] تحسينات جارية
    [few] تحسينات جارية
    [many] تحسينات جارية
   *[other] تحسينات جارية
 }
finding-follow-up-empty = لا تذكر أي رحلة حالية تحسينًا بعد. أضف «opportunities» إلى واحدة.
perception-steps = خطوة خطوة
perception-departments = بحسب الإدارة
perception-wide = واسعة
sneaky-traps-table = وفورات وما تُذهبه
trap-wow = مفاجأة سارة
blinkers-table = ما تراه كل إدارة
evidence-journeys = رحلة رحلة
evidence-pains = مواضع ألم بلا دليل
evidence-overdue = فات موعد مراجعتها
root-causes-table = من أين يبدأ الضيق
said-and-meant-voices = ما قيل وما قُصد به
said-and-meant-unmet = حاجات لا تلبيها خطوة
consistency-metrics = المقاييس
consistency-touchpoints = نقاط تماس عدة رحلات
symptoms-table = الأعراض، الأثقل أولًا
idle-pains = مواضع ألم لها مسؤول ولا تحسين لها
idle-unmeasured = عمل جارٍ ولن يقيسه أحد
idle-unproven = تم ولم يُقس بعده
what-if-table = صحة المبادئ، الآن وحينئذ
channels-table = القنوات الموجودة
follow-up-table = كل التحسينات
column-customers = العملاء
column-staff = الموظفون
column-gap = الفجوة
column-lost = ما يُفقد
column-sees = يرى
column-foreign-pains = مواضع ألم ليست من مسؤوليتها
column-mapped = رُسمت
column-causes = يسبب
column-affects = يُحس عند
column-said = ما قيل
column-meant = ما قُصد
column-need = الحاجة
column-readings = القراءات
column-highest = الأعلى
column-spread = المدى
column-outcomes = ما نتج عنه
column-covered = المراحل المشمولة
column-yearly = التغير في السنة
column-weight = الوزن
column-cumulative = المجموع حتى هنا
column-now = الآن
column-then = حينئذ
column-verdicts = الأحكام
column-before = قبل
column-after = بعد
blinkers-sees = { $seen } من { $steps }

# الترجمات، في المعاينة وحدها
l10n-title = الترجمات
l10n-title-of = الترجمات إلى { $language }
l10n-panel-title = { $name } ({ $language })
l10n-intro = حال كل ترجمة اليوم. والأرقام نفسها للبرامج:
l10n-documents = ما ينتظر الترجمة، الأكثر إلحاحًا أولًا
l10n-document = الوثيقة
l10n-vocabulary = مفردات
l10n-own-language = كُتبت بهذه اللغة
l10n-all-well = كل شيء يقول ما يقوله أصله.
l10n-fresh-of = { $fresh } من { $subjects } تقول ما يقوله أصلها
l10n-words = { $count ->
    [zero] لا كلمات للترجمة
    [one] كلمة واحدة للترجمة
    [two] كلمتان للترجمة
    [few] { $count } كلمات للترجمة
    [many] { $count } كلمة للترجمة
   *[other] { $count } كلمة للترجمة
 }
l10n-total-outdated = { $count ->
    [zero] لا ترجمة متقادمة
    [one] ترجمة واحدة متقادمة
    [two] ترجمتان متقادمتان
    [few] { $count } ترجمات متقادمة
    [many] { $count } ترجمة متقادمة
   *[other] { $count } ترجمة متقادمة
 }
l10n-total-unverified = { $count ->
    [zero] لا ترجمة بلا مرجع
    [one] ترجمة واحدة لا تذكر مرجعها
    [two] ترجمتان لا تذكران مرجعهما
    [few] { $count } ترجمات لا تذكر مرجعها
    [many] { $count } ترجمة لا تذكر مرجعها
   *[other] { $count } ترجمة لا تذكر مرجعها
 }
l10n-total-missing = { $count ->
    [zero] لا ترجمة ناقصة
    [one] ترجمة واحدة غير موجودة
    [two] ترجمتان غير موجودتين
    [few] { $count } ترجمات غير موجودة
    [many] { $count } ترجمة غير موجودة
   *[other] { $count } ترجمة غير موجودة
 }
l10n-total-begun = { $count ->
    [zero] لا ترجمة قيد العمل
    [one] ترجمة واحدة قيد العمل
    [two] ترجمتان قيد العمل
    [few] { $count } ترجمات قيد العمل
    [many] { $count } ترجمة قيد العمل
   *[other] { $count } ترجمة قيد العمل
 }
l10n-total-unread = { $count ->
    [zero] راجع المراجعون كل ما هو محدَّث
    [one] ترجمة واحدة محدَّثة لم يراجعها أحد بعد
    [two] ترجمتان محدَّثتان لم يراجعهما أحد بعد
    [few] { $count } ترجمات محدَّثة لم يراجعها أحد بعد
    [many] { $count } ترجمة محدَّثة لم يراجعها أحد بعد
   *[other] { $count } ترجمة محدَّثة لم يراجعها أحد بعد
 }
l10n-strings = { $count ->
    [zero] لا ينقص الواجهة نص
    [one] ينقص الواجهة نص واحد
    [two] ينقص الواجهة نصان
    [few] { $count } نصوص تنقص الواجهة
    [many] { $count } نصًا ينقص الواجهة
   *[other] { $count } نص ينقص الواجهة
 }
l10n-terms = { $count ->
    [zero] لكل مصطلح في المسرد كلمته
    [one] مصطلح واحد في المسرد بلا كلمة
    [two] مصطلحان في المسرد بلا كلمة
    [few] { $count } مصطلحات في المسرد بلا كلمة
    [many] { $count } مصطلحًا في المسرد بلا كلمة
   *[other] { $count } مصطلح في المسرد بلا كلمة
 }
l10n-oldest = الأقدم تقادمًا: { $name }، تُرجم في { $day }
l10n-column-state = الحالة
l10n-column-day = تاريخ الترجمة أو المراجعة
l10n-column-links = انتقل إلى
l10n-show = عرض
l10n-show-all = الكل
l10n-show-outdated = المتقادمة
l10n-show-missing = غير الموجودة
l10n-show-open = قيد العمل
l10n-show-unverified = غير المتحقَّق منها
l10n-show-unread = غير المراجَعة
l10n-file = الملف:
l10n-more = { $count ->
    [zero] لا شيء غير ما في هذه القائمة.
    [one] واحدة أخرى ليست في هذه القائمة؛ صفحة كل لغة تعرضها.
    [two] اثنتان أخريان ليستا في هذه القائمة؛ صفحة كل لغة تعرضهما.
    [few] { $count } أخرى ليست في هذه القائمة؛ صفحة كل لغة تعرضها.
    [many] { $count } أخرى ليست في هذه القائمة؛ صفحة كل لغة تعرضها.
   *[other] { $count } أخرى ليست في هذه القائمة؛ صفحة كل لغة تعرضها.
 }
l10n-missing = غير موجودة
l10n-machine = ترجمة آلية
l10n-draft = مسودة
l10n-reviewed = مراجَعة
l10n-unverified = غير متحقَّق منها
l10n-outdated = متقادمة { $changed }/{ $segments }
l10n-outdated-unknown = متقادمة، والفرق غير معروف
l10n-untranslated = { $changed }/{ $segments } لم يُترجم
l10n-untranslated-count = { $count ->
    [zero] كل المقاطع مترجمة
    [one] مقطع واحد لم يُترجم
    [two] مقطعان لم يُترجما
    [few] { $count } مقاطع لم تُترجم
    [many] { $count } مقطعًا لم يُترجم
   *[other] { $count } مقطع لم يُترجم
 }
l10n-note-missing = لم يبدأ أحد هذه الترجمة.
l10n-note-begun = ملف الترجمة موجود، لكن لم يُترجم فيه شيء بعد.
l10n-note-unverified = لا تذكر أي نسخة من الأصل تقابلها، فلا أحد يعرف إن كانت متقادمة.
l10n-note-lost = النسخة التي تُرجمت منها لم تعد موجودة، فلا أحد يعرف ما الذي تغيّر.
l10n-see-page = عرض الصفحة
l10n-see-source = عرض الأصل
l10n-edit = تحرير الترجمة
l10n-edit-source = تحرير الأصل
l10n-next = الخطوة التالية:
l10n-changes = ما تغيّر منذ ذلك الحين
l10n-source-then = الأصل سابقًا
l10n-source-now = الأصل الآن
l10n-translation = الترجمة
l10n-problems = ما تجده القواعد
l10n-segments = الكل جنبًا إلى جنب
l10n-place = الموضع
l10n-extra = في الترجمة وحدها
l10n-segment-untranslated = لم يُترجم
l10n-segment-changed = تغيّر الأصل
l10n-class-text = كلمات أخرى
l10n-class-typography = علامات الكتابة فقط
l10n-class-markup = التنسيق فقط
l10n-class-moved = نُقل
l10n-class-added = جديد
l10n-class-removed = حُذف
l10n-risk-negation = نفي
l10n-risk-number = عدد
l10n-risk-term = مصطلح
l10n-risk-name = اسم
l10n-risk-link = رابط
l10n-place-heading = عنوان
l10n-place-paragraph = فقرة
l10n-place-item = عنصر قائمة
l10n-place-cell = خلية جدول
l10n-place-term = مصطلح
l10n-place-definition = تعريف
l10n-badge = الترجمة: { $state }
l10n-state = { $quality }، { $more }
l10n-close = إغلاق
l10n-open = فتح في صفحة مستقلة
