# The words of the interface, in English: the reference that other languages are held against.


## Pages

# Lists of names, and people
list-separator = { ", " }
language-en = English
language-fr = French
language-ar = Arabic
language-de = German

# Languages and notices
switcher-note = { $tag ->
    [en] not translated yet: shown in English
    [fr] not translated yet: shown in French
    [ar] not translated yet: shown in Arabic
    [de] not translated yet: shown in German
   *[rest] not translated yet: shown in { $language }
 }
switcher-partly = partly translated
notice-fallback = { $tag ->
    [en] This page has not been translated yet. You are reading it in English.
    [fr] This page has not been translated yet. You are reading it in French.
    [ar] This page has not been translated yet. You are reading it in Arabic.
    [de] This page has not been translated yet. You are reading it in German.
   *[rest] This page has not been translated yet. You are reading it in { $language }.
 }
notice-partly = { $tag ->
    [en] This page is only partly translated. The rest is in English.
    [fr] This page is only partly translated. The rest is in French.
    [ar] This page is only partly translated. The rest is in Arabic.
    [de] This page is only partly translated. The rest is in German.
   *[rest] This page is only partly translated. The rest is in { $language }.
 }
notice-missing = { $tag ->
    [en] This page has not been translated yet. It can be read in English.
    [fr] This page has not been translated yet. It can be read in French.
    [ar] This page has not been translated yet. It can be read in Arabic.
    [de] This page has not been translated yet. It can be read in German.
   *[rest] This page has not been translated yet. It can be read in { $language }.
 }
notice-source-link = { $tag ->
    [en] Read it in English
    [fr] Read it in French
    [ar] Read it in Arabic
    [de] Read it in German
   *[rest] Read it in { $language }
 }
notice-source-page = { $tag ->
    [en] See the English page
    [fr] See the French page
    [ar] See the Arabic page
    [de] See the German page
   *[rest] See the page in { $language }
 }
notice-help = Help with this translation
notice-draft = Draft: only this preview shows it.
notice-review = In review: only this preview shows it.
notice-archived = This page is kept for reference and is no longer maintained.
notice-machine = This is a machine translation that a person has reviewed.
notice-outdated = { $changed ->
    [one] The source has changed since this was translated: { $changed } of { $total } passages differs.
   *[other] The source has changed since this was translated: { $changed } of { $total } passages differ.
 }
notice-outdated-unknown = The source has changed since this was translated.
notice-outdated-parts = In these sections:
notice-translated = Translated on { $date }.
section-changed = The source of this section has changed since it was translated.
notice-republished = First published by { $site }.
notice-republished-dated = First published by { $site }, { $date }.
notice-republished-link = Read the original
evidence-translated = { $tag ->
    [en] translated from English
    [fr] translated from French
    [ar] translated from Arabic
    [de] translated from German
   *[rest] translated from { $language }
 }
meta-translation = { $shape ->
    [full] { $by }, reviewed by { $reviewer }, { $date }
    [undated] { $by }, reviewed by { $reviewer }
    [translated-dated] { $by }, { $date }
    [translated] { $by }
    [reviewed-dated] reviewed by { $reviewer }, { $date }
   *[reviewed] reviewed by { $reviewer }
 }

# Titles and descriptions
breadcrumb-home = Home
page-description = { $kind }: { $name }. { $site }
section-description = { $name }. { $site }
findings-title = Findings
findings-intro = What can be worked out from the journeys: where principles are broken, what nobody owns, what customers are asked twice.
findings-tables = As tables for spreadsheets (CSV)
findings-on-principles = Principles and promises
findings-on-hands = From one hand to the next
findings-on-feelings = How it feels
findings-on-work = Who owns it, and what is done
findings-on-grounds = Where it comes from, and how we know
table-pains = Every pain
table-opportunities = Every opportunity
table-touchpoints = Every touchpoint
table-principles-matrix = Principles by journeys
table-gaps = What customers are asked again
table-readings = Every reading
findings-no-journey = No current journey has been published yet. Write one with “cxbook new journey”, set its “status” to “published”, and this page fills by itself.
search-title = Search
search-without-script = Searching needs JavaScript. Everything can also be reached from these lists.
not-found-title = Page not found
not-found-text = There is no page at this address. It may have moved; these lists lead everywhere.
chooser-text = Read in English
glossary-intro = The words used here, what they mean, and how other languages say them.
journey-map-title = { $journey }: { $rows }
map-whole = The whole map
map-customer = The customer’s side
map-blueprint = The service blueprint
map-learned = What we learned
map-workshop = A sheet for workshops
sheet-fixes = Three fixes to look for first
sheet-duplication = What do customers get twice, or from two sides?
sheet-information = What do we know already, and do not pass on?
sheet-no-brainer = What would cost little and help at once?
sheet-known = On the list already:
sheet-questions = Questions to ask of every step
sheet-reflection = Before we part
sheet-surprise = What surprised us on this path?
sheet-first = Which step do we mend first, and how should it feel then?
sheet-next = Who does what, and by when?
diagram-actors = Who takes part
map-slice-title = { $journey }, as { $department } sees it
map-slice = { $department }: { $seen } of { $steps }
map-slice-sees = { $department } sees { $seen } of { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}: { $direct } in front of customers, { $indirect } behind the scenes only.
map-slices = As departments see it (steps):
atlas-caption = All journeys by stage and level: { $lifecycle }
map-mapped = Mapped { $date }
map-review = To be reviewed { $date }
map-part = { $journey }, sheet { $part } of { $parts }: steps { $from } to { $to }
map-continued = { $phase } (continued)
compared-line = The dashed line is { $journey }.
compared-only-here = Only here: { $steps }.
compared-only-there = Only in { $journey }: { $steps }.

# Kinds
kind-page = Page
kind-article = Article
kind-principle = Principle
kind-journey = Journey
kind-persona = Persona
kind-example = Example
kind-event = Event
kind-response = Response
kind-department = Department
kind-channel = Channel
kind-touchpoint = Touchpoint
kind-purpose = Purpose
kind-system = System
kind-metric = Metric
kind-symptom = Symptom
kind-lifecycle = Lifecycle
kind-stage = Stage
kind-category = Category
kind-tag = Tag
kind-family = Family
kind-term = Term
kind-author = Author
kind-source = Source
kinds-page = Pages
kinds-article = Articles
kinds-principle = Principles
kinds-journey = Journeys
kinds-persona = Personas
kinds-example = Examples
kinds-event = Events
kinds-response = Responses
kinds-department = Departments
kinds-channel = Channels
kinds-touchpoint = Touchpoints
kinds-purpose = Purposes
kinds-system = Systems
kinds-metric = Metrics
kinds-symptom = Symptoms
kinds-lifecycle = Lifecycles
kinds-stage = Stages
kinds-category = Categories
kinds-tag = Tags
kinds-family = Families
kinds-term = Glossary
kinds-author = Authors
kinds-source = Sources

# Indexes
index-article = What we have written, the newest first.
index-principle = How customers want to be treated, each rule tied to the steps that keep or break it.
index-journey = What really happens, step by step, seen from the customer’s side.
index-persona = The people through whose eyes journeys are told. They are invented.
index-example = What organisations did, and what it teaches.
index-event = Workshops, webinars and talks.
index-department = Who does the work, in front of customers and behind the scenes.
index-channel = The ways in which customers and the organisation reach each other.
index-touchpoint = Where customers and the organisation meet, by what each is for.
index-purpose = What touchpoints are for.
index-system = What steps rest on: systems, processes, policies, suppliers.
index-metric = What is measured, and on which scale.
index-symptom = Signs that a principle is being broken.
index-stage = The stages of a customer’s relationship, in order.
index-category = The drawers in which articles lie.
index-tag = What articles touch on.
index-family = Principles that belong together.
index-author = Who wrote these pages.
index-source = What these pages rest on.
index-empty = There is nothing here yet.
index-others = Others
index-undated = Without a date
index-level-lifecycle = Across the whole relationship
index-level-macro = From a need to its end
index-level-micro = Close up
index-level-other = Other journeys
index-events-coming = Still to come
index-events-past = Past
count-mentions = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
 }
count-steps = { $count ->
    [one] { $count } step
   *[other] { $count } steps
 }
count-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
 }
entity-met-nowhere = No page speaks of { $name } yet.

# Files to subscribe to or to download
feed-changes = New and changed pages
feed-journeys = Changed journeys
feed-no-brainers = What should simply be done
feed-events = Calendar of events
file-csv = This table as CSV
file-json = This table as JSON
file-calendar = Add to a calendar

# Home
headline-unowned = { $count ->
    [one] pain that nobody owns
   *[other] pains that nobody owns
 }
headline-breaks = { $count ->
    [one] step that breaks a principle
   *[other] steps that break a principle
 }
headline-tell-us-once = { $count ->
    [one] time customers say again what they have already said
   *[other] times customers say again what they have already said
 }
headline-no-brainers = { $count ->
    [one] fix that should simply be made
   *[other] fixes that should simply be made
 }
journey-scope = { $known ->
    [yes] { $steps ->
        [one] { $steps } step, as { $persona } lives it
       *[other] { $steps } steps, as { $persona } lives it
     }
   *[no] { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
     }
 }
stage-traffic = { $journeys ->
    [0] no journey yet
    [one] { $unowned ->
        [0] { $journeys } journey
        [one] { $journeys } journey, { $unowned } pain nobody owns
       *[other] { $journeys } journey, { $unowned } pains nobody owns
     }
   *[other] { $unowned ->
        [0] { $journeys } journeys
        [one] { $journeys } journeys, { $unowned } pain nobody owns
       *[other] { $journeys } journeys, { $unowned } pains nobody owns
     }
 }
lifecycle-span = From “{ $first }” to “{ $last }”
stage-unowned = { $count ->
    [one] { $count } pain unowned
   *[other] { $count } pains unowned
 }
loop-promise = promise
loop-title = { $name }: the { $stages } stages of a customer’s relationship, with the journeys at each
lobe-buy = Buy
lobe-own = Own
coverage-text = { $total ->
    [one] { $done } of { $total } page is available in { $language }.
   *[other] { $done } of { $total } pages are available in { $language }.
 }
reading-time = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }

# Time
time-seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
 }
time-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
time-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
time-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
 }
time-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
 }
time-seconds-range = { $most ->
    [one] { $least } to { $most } second
   *[other] { $least } to { $most } seconds
 }
time-minutes-range = { $most ->
    [one] { $least } to { $most } minute
   *[other] { $least } to { $most } minutes
 }
time-hours-range = { $most ->
    [one] { $least } to { $most } hour
   *[other] { $least } to { $most } hours
 }
time-days-range = { $most ->
    [one] { $least } to { $most } day
   *[other] { $least } to { $most } days
 }
time-weeks-range = { $most ->
    [one] { $least } to { $most } week
   *[other] { $least } to { $most } weeks
 }
time-range = { $least } to { $most }
age-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
 }
age-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
 }

# Journeys
journey-caption = { $known ->
    [yes] { $journey }, as { $persona } lives it. { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
     } in { $phases ->
        [one] { $phases } phase.
       *[other] { $phases } phases.
     }
   *[no] { $journey }. { $steps ->
        [one] { $steps } step
       *[other] { $steps } steps
     } in { $phases ->
        [one] { $phases } phase.
       *[other] { $phases } phases.
     }
 }
journey-persona = Seen through
journey-goal = Goal
journey-state = Shows
journey-compares = Compare with
journey-level = Level
journey-mapped = Mapped
journey-workshop = From the workshop
fact-owner = Owner
fact-review = To be reviewed by
fact-basis = Rests on
fact-language = Language
lane-storyboard = Storyboard
lane-does = Does
lane-thinks = Thinks
quote-open = “
quote-close = ”
lane-curve = Feels
lane-feels = Feels, in words
lane-quality = Effortless, productive, painless
lane-off-path = Off the path
lane-off-path-words = Off the path, in words
lane-touchpoints = Touchpoint
lane-frontstage = Frontstage
lane-backstage = Backstage
lane-support = Support processes
lane-tells = Tells
lane-pains = Pain points
lane-opportunities = Opportunities
lane-principles = Principles
lane-metrics = Metrics
line-interaction = Line of interaction
line-visibility = Line of visibility
line-internal = Line of internal interaction
line-learned = What we learned
curve-peak = PEAK
curve-end = END
sign-good = feels good
sign-even = neither good nor bad
sign-bad = feels bad
sign-assumed = hollow: only assumed, filled: observed or reported
sign-moment = a moment of truth
sign-wow = a wow
sign-staff = what staff believe it feels like
sign-compared = the journey it is compared with
sign-off-path = a way off the path, the wider the more people take it
sign-exit = a way out for good
curve-title = How { $journey } feels, step by step
curve-step = { $number }. { $name }
curve-unknown = Nothing is known yet about how it feels.
curve-one = One step has a score: { $score } ({ $step }).
curve-words = { $drops ->
    [yes] Starts at { $start } ({ $start-step }), lowest { $lowest } ({ $lowest-step }), ends at { $end } ({ $end-step }). Biggest drop: { $from } to { $to }.
   *[no] Starts at { $start } ({ $start-step }), lowest { $lowest } ({ $lowest-step }), ends at { $end } ({ $end-step }). It never drops from one step to the next.
 }
feels-in-words = { $score } { $feeling }
feels-staff = staff believe { $score }
feels-unknown = not known
quality-value = { $dimension }: { $value } of 5
step-actor = Done by
step-moment = Moment of truth
step-wow = Wow
step-after = { $time } later
step-takes = takes { $time }
step-alternatives = Touchpoint (any one of these)
step-needs = Meets the need
step-evidence = Evidence
step-next = Leads to
step-of-journey = { $step }, in: { $journey }
tells-again = again
tells-sensitive = sensitive
reason-asks-again = the same department asks again
reason-hand-over-ignored = it was handed over, and nobody looked
reason-information-gap = it was never handed over
owner-nobody = nobody owns this
owner-unasked = nobody has asked who owns this
pain-since = since { $date }
pain-eased-by = Would be eased by: { $opportunity } ({ $status })
pain-cause = Starts at: { $step }
pain-symptom = A sign of: { $symptom }
pain-intent = Meant as: { $intent }
pain-evidence = Evidence: { $evidence }
pains-here = What hurts here: { $pains }
metric-reading = { $value }, { $date }
metric-reading-n = { $value }, { $date }, n = { $n }
sample = n = { $n }
value-of-five = { $value } of 5
deviation-from = Leaves from
deviation-rejoins = Comes back at
deviation-exit = Does not come back
deviation-leaves = and does not come back
deviation-rejoins-at = comes back at: { $step }
off-path-label = { $share } { $kind }
opportunity-addresses = Would ease
opportunity-removes = Would remove
opportunity-customer-value = Worth to customers
opportunity-business-value = Worth to the organisation
opportunity-effort = Effort
opportunity-benefit = Benefit
opportunity-due = Due
opportunity-done-on = Done
opportunity-measure = Measured by
opportunity-link = More
evidence-internal = internal evidence, not published
evidence-who = a customer like { $persona }
hand-over = { $from } passes to { $to }: { $what }
hand-over-partly = works only at times
promise-kept = kept
promise-at-risk = at risk
promise-broken = broken
promise-unknown = not known
estimate-remembered = what is likely to be remembered (estimate)
estimate-lowest = lowest
estimate-end = end
estimate-seams = { $steps ->
    [one] { $count ->
        [one] change of department over { $steps } step
       *[other] changes of department over { $steps } step
     }
   *[other] { $count ->
        [one] change of department over { $steps } steps
       *[other] changes of department over { $steps } steps
     }
 }

# The words of a journey
verdict-breaks = breaks
verdict-partly = partly
verdict-keeps = keeps
verdict-aspires = aspires
verdict-count = { $verdict } { $count }
severity-low = low
severity-medium = medium
severity-high = high
severity-critical = critical
sentiment-negative = negative
sentiment-neutral = neutral
sentiment-positive = positive
frequency-rare = rarely
frequency-some = sometimes
frequency-often = often
frequency-always = always
mode-acts = acts
mode-interacts = interacts
mode-observes = observes
mode-waits = waits
mode-undergoes = undergoes
basis-assumed = assumed
basis-reported = reported
basis-observed = observed
basis-mixed = partly observed
state-current = as it is
state-future = as it should be
level-lifecycle = the whole relationship
level-macro = one need, from start to end
level-micro = one step, close up
deviation-abandon = gives up
deviation-detour = detour
deviation-repeat = repeats
deviation-skip = skips
deviation-channel-switch = switches channel
deviation-escalate = escalates
deviation-branch = other outcome
handled-designed = handled by design
handled-workaround = handled by a workaround
handled-none = not handled
opportunity-duplication = end a duplication
opportunity-information = let information flow
opportunity-no-brainer = no-brainer
opportunity-redesign = redesign
opportunity-digitise = digitise
opportunity-recovery = recover
opportunity-delight = delight
opportunity-policy = change a policy
opportunity-efficiency = efficiency
status-open = open
status-planned = planned
status-in-progress = in progress
status-testing = being tested
status-done = done
status-dismissed = dismissed
benefit-communication = communication
benefit-process = process
benefit-cost = cost
benefit-loyalty = loyalty
evidence-quote = Quotation
evidence-interview = Interview
evidence-survey = Survey
evidence-analytics = Analytics
evidence-complaints = Complaints
evidence-observation = Observation
evidence-log = Log
evidence-workshop = Workshop
moment-zero = Moment of truth: before contact
moment-first = Moment of truth: the choice
moment-second = Moment of truth: the use
moment-ultimate = Moment of truth: sharing
moment-service = Moment of truth: service
dimension-effortless = Effortless
dimension-productive = Productive
dimension-painless = Painless
dimension-emotional = Emotional
dimension-consistent = Consistent

# Principles, articles and examples
principle-stance = Looks from
principle-dimension = Makes it more
principle-kano = Kano class
principle-discipline = Discipline
principle-health = { $steps ->
    [one] Health { $health }, from { $steps } verdict: kept counts 1, partly kept a half, broken 0.
   *[other] Health { $health }, the mean of { $steps } verdicts: kept counts 1, partly kept a half, broken 0.
 }
principle-shows-nowhere = No step of a journey has been judged by this principle yet.
stance-outside-in = outside in
stance-inside-out = inside out
stance-balance = both sides
discipline-strategy = strategy
discipline-customer-understanding = customer understanding
discipline-design = design
discipline-measurement = measurement
discipline-governance = governance
discipline-culture = culture
kano-must-be = must be there
kano-one-dimensional = the more, the better
kano-attractive = delights
kano-indifferent = makes no difference
kano-reverse = puts people off
form-article = article
form-note = note
form-case = case
form-workshop-report = workshop report
source-citation = { $shape ->
    [full] { $authors }, { $title }, { $publisher }, { $year }
    [undated] { $authors }, { $title }, { $publisher }
    [unpublished] { $authors }, { $title }, { $year }
    [author] { $authors }, { $title }
    [anonymous] { $title }, { $publisher }, { $year }
    [anonymous-undated] { $title }, { $publisher }
    [anonymous-unpublished] { $title }, { $year }
   *[title] { $title }
 }
credits-title = Picture credits
credits-intro = Whose pictures this site shows, and under which licence.
credits-shown = Shown in
figure-changes = Changed: { $changes }
figure-credit = { $titled ->
    [yes] { $work }, by { $author }, { $licence }
   *[no] By { $work }, { $licence }
 }
example-organisation = Organisation
example-sector = Sector
example-place = Place
example-year = Year
example-outcome = How it ended
example-moral = What it teaches
example-turning-points = Turning points
example-quote = In their words
outcome-good = well
outcome-bad = badly
outcome-mixed = well and badly

# Entities
persona-role = Role
persona-context = Situation
persona-needs = Needs
persona-expectations = Takes for granted
role-customer = customer
role-prospect = prospect
role-partner = partner
role-employee = employee
need-says = says
need-latent = never says
department-external = Partner
department-is-external = belongs to another organisation
department-parent = Part of
department-ask = Whom to ask
channel-medium = Medium
channel-hours = Hours
channel-digital = Digital
channel-is-digital = yes
channel-is-not-digital = no
hours-always = day and night
touchpoint-evidence = What the customer holds afterwards
touchpoint-contradicts = Contradicts
medium-phone = phone
medium-letter = letter
medium-email = e-mail
medium-sms = text message
medium-chat = chat
medium-web = website
medium-app = app
medium-in-person = in person
medium-social = social media
medium-device = device
medium-payment = payment
medium-other = other
system-sort = Sort
system-system = system
system-process = process
system-policy = policy
system-supplier = supplier
metric-sort = Sort
metric-scale = Scale
metric-scale-of = { $least } to { $most }
metric-better = Better is
metric-higher = more
metric-lower = less
metric-question = What people are asked
metric-unit = Unit
metric-readings = Readings
metric-nps = net promoter score
metric-csat = customer satisfaction
metric-ces = customer effort
metric-time = time
metric-count = count
metric-rate = rate
metric-money = money
metric-loyalty = loyalty
metric-word-of-mouth = word of mouth
metric-share-of-wallet = share of wallet
metric-payment-speed = speed of payment
metric-employee-engagement = employee engagement
metric-custom = own measure
author-role = Role
author-credentials = Credentials
author-links = Elsewhere
source-sort = Sort
source-authors = By
source-publisher = Publisher
source-date = Published
source-pages = Pages
source-isbn = ISBN
source-doi = DOI
source-url = Read it at
source-accessed = Last read
source-article = article
source-book = book
source-post = blog post
source-report = report
source-interview = interview
source-dataset = data set
stage-lobe = Part of the relationship
stage-before = Before it
stage-after = After it
term-opposite = Opposite
term-see = See also
event-form = Sort
event-starts = Starts
event-ends = Ends
event-moment = { $date }, { $time } (UTC{ $offset })
event-online = Online
event-is-online = one can take part from afar
event-facilitators = Led by
event-participants = Took part
event-capacity = Places
event-register = Registration
event-sign-up = Sign up
event-takeaways = What people took home
event-journeys = Journeys
event-workshop = workshop
event-webinar = webinar
event-talk = talk

# Where an entity is met
met-journeys = Journeys seen through this persona
met-journeys-from-here = Journeys that came from this workshop
met-phases = Phases at this stage
met-touchpoints = Touchpoints
met-steps = Steps
met-needs = Steps that meet a need
met-done-by = Does these steps
met-frontstage = In front of customers
met-backstage = Behind the scenes
met-told = Hears what customers tell
met-owned-journeys = Owns these journeys
met-owned-pains = Owns these pains
met-owned-opportunities = Is to do
met-owned-deviations = Looks after these ways off the path
met-owned-touchpoints = Owns these touchpoints
met-owned-systems = Owns these systems
met-hand-overs = Hand-overs in these journeys
met-parts = Its parts
met-symptom-of = A sign that these principles are broken
met-pains = Pains
met-measures = Measures
met-readings = Readings in these journeys
met-removed-by = Would be removed by
met-voices = What people like this one said
met-attended = Took part in
met-led = Led
met-written = Wrote
met-grouped = In it
met-cited-by = Cited by
met-mentioned = Mentioned in

# Findings
finding-n = { $journeys ->
    [one] Computed over { $journeys } current journey, { $steps ->
        [one] { $steps } step.
       *[other] { $steps } steps.
     }
   *[other] Computed over { $journeys } current journeys, { $steps ->
        [one] { $steps } step.
       *[other] { $steps } steps.
     }
 }
matrix-n = { $principles ->
    [one] { $principles } principle
   *[other] { $principles } principles
 } × { $journeys ->
    [one] { $journeys } current journey
   *[other] { $journeys } current journeys
 }
finding-coverage-title = Principles by journeys
finding-coverage-rule = Every step that says what it does to a principle is counted; the health of a principle is the mean, where kept counts 1, partly kept a half, and broken 0.
finding-coverage-headline = { $count ->
    [one] verdict that breaks a principle
   *[other] verdicts that break a principle
 }
finding-coverage-empty = No step of a current journey has been judged yet. Add “principles” to its steps.
finding-orphans-title = Principles without a place
finding-orphans-rule = A principle is without a place if no step of a current journey keeps or breaks it; it is unproven if it is only said to be kept, and only on assumptions.
finding-orphans-headline = { $count ->
    [one] principle that no step speaks of
   *[other] principles that no step speaks of
 }
finding-orphans-empty = Every principle has a place in a journey, and every step lives by one. A principle without a place would stand here until a step names it under “principles”.
finding-unowned-title = Nobody owns this
finding-unowned-rule = Pains, opportunities, ways off the path and touchpoints whose owner is nobody, the worst and the oldest first; those whose owner nobody has asked for are listed apart.
finding-unowned-headline = { $count ->
    [one] pain that nobody owns
   *[other] pains that nobody owns
 }
finding-unowned-empty = Everything that hurts has an owner. Write “owner: nobody” where it is known that nobody answers for a pain, an opportunity, a way off the path or a touchpoint.
finding-unowned-advice = Where something gets an owner, its author replaces “owner: nobody” by the id of a department, as in “owner: claims-desk”; a department answers for it, never a person.
finding-no-brainers-title = No-brainers
finding-no-brainers-rule = Improvements of that kind, and any with an effort of at most 2 and a worth to customers of at least 4; the ratio is the mean worth divided by the effort.
finding-no-brainers-headline = { $count ->
    [one] fix that should simply be made
   *[other] fixes that should simply be made
 }
finding-no-brainers-empty = No improvement is this cheap and this good at once. Give opportunities an “effort” and a “customer-value”, or the kind “no-brainer”.
finding-duplicates-title = Sent twice
finding-duplicates-rule = Touchpoints that are sent to the same customer for the same purpose by two departments or more, in one journey or at one stage.
finding-duplicates-headline = { $count ->
    [one] message sent by two departments
   *[other] messages sent by two departments
 }
finding-duplicates-empty = No two departments send the same thing. Touchpoints are compared by their “purpose” and their “owner”.
finding-tell-us-once-title = Tell us once
finding-tell-us-once-rule = Whenever a step asks for what an earlier step has heard, it is counted: as asking again, as a hand-over ignored, or as information that was never passed on. What only says who is speaking is counted apart.
finding-tell-us-once-headline = { $count ->
    [one] time customers say again what they have already said
   *[other] times customers say again what they have already said
 }
finding-tell-us-once-empty = Customers say everything once. Say what each step is told with “tells”, and what departments pass on with “hand-overs”.
finding-seams-title = Seams
finding-seams-rule = A seam lies between two steps that follow each other and share no department; fewer seams for each step make a smoother journey.
finding-seams-headline = { $count ->
    [one] change of department
   *[other] changes of department
 }
finding-seams-empty = No journey has steps that departments answer for yet. Add “frontstage” to steps, or an “owner” to their touchpoints.
finding-peak-and-end-title = Peak and end
finding-peak-and-end-rule = People remember about the mean of the most intense moment and the end; it is an estimate, and only made where at least half of the steps have a score.
finding-peak-and-end-headline = { $count ->
    [one] journey remembered badly (estimate)
   *[other] journeys remembered badly (estimate)
 }
finding-peak-and-end-empty = No current journey has a score yet. Add “emotion” to its steps.
finding-hot-spots-title = Off the path
finding-hot-spots-rule = The heat of a way off the path is the share of customers who take it, times how bad it feels, times a weight: a half where it was designed, one for a workaround, one and a half where nobody handles it.
finding-hot-spots-headline = { $count ->
    [one] way off the path that needs attention
   *[other] ways off the path that need attention
 }
finding-hot-spots-empty = Nobody leaves the path, or nobody has asked. Describe how people leave it under “deviations”.
finding-promises-title = Promises
finding-promises-rule = A promise is broken if a step breaks a principle it rests on, if the last phase breaks any, or if the end is bad; it is at risk if the end is not good, or if many leave the path and nobody handles it.
finding-promises-headline = { $count ->
    [one] promise broken
   *[other] promises broken
 }
finding-promises-empty = No current journey says what was promised. Add “promise” to it.
finding-stages-title = Stages
finding-stages-rule = For each stage of a lifecycle: the current journeys that go there, the pains nobody owns, and the step that feels worst.
finding-stages-headline = { $count ->
    [one] stage that no journey covers
   *[other] stages that no journey covers
 }
finding-stages-empty = No lifecycle has been described yet. Add one to vocab/lifecycles.yaml.
orphans-principles = Principles that no step speaks of
orphans-unproven = Principles only said to be kept
orphans-journeys = Journeys without a principle
orphans-steps = Steps without a principle
orphan-on-paper = on paper only
unowned-nobody = Nobody owns these
unowned-not-asked = Nobody has asked who owns these
unowned-no-step = no step meets it
unowned-more-steps = { $count ->
    [one] and { $count } more step
   *[other] and { $count } more steps
}
unowned-no-opportunity = No opportunity addresses it yet.
unowned-ask = Nearest to it: { $departments }
unowned-ask-anyone = No department acts here yet: ask who would hear of it first.
no-brainers-table = What should simply be done
worth-title = Worth and effort
worth-intro = Every open opportunity whose effort and worth are known: the higher up, the more customers gain; the nearer to the start of the line, the less it takes. The marked corner holds the no-brainers. A dashed ring means that nobody owns it.
worth-effort = Effort
worth-worth = Worth to customers
worth-place = Effort { $effort }, worth { $worth }
duplicates-groups = One purpose, several departments
duplicates-shared = Touchpoints with two owners
duplicates-alike = Names so alike that they may be one
duplicates-contradictory = contradictory
tell-us-once-repetitions = What customers are asked again
tell-us-once-dams = Where information is lost
tell-us-once-weak = Hand-overs that work only at times
tell-us-once-identifiers = What only says who is speaking
seams-journeys = By journey
seams-seams = Changes of department
seams-switches = Changes of channel
peak-and-end-table = What is likely to be remembered
peak-drop = { $from } to { $to }
peak-scored = { $steps ->
    [one] { $scored } of { $steps } step
   *[other] { $scored } of { $steps } steps
 }
peak-unknown = too little is known
hot-spots-table = Ways off the path, the hottest first
hot-spots-hot = hot
taken-for-unknown = not known, assumed
promises-table = What was promised, and what became of it
stages-table = Stage by stage
stages-balance = Buying and owning, in balance
sort-pain = Pain
sort-opportunity = Opportunity
sort-deviation = Way off the path
column-what = What
column-sort = Sort
column-severity = Severity
column-since = Since
column-where = Where
column-next = What next
column-step = Step
column-status = Status
column-ratio = Worth for effort
column-sent-by = Sent by
column-like = Very like
column-information = What
column-first = Said first
column-again = Asked again
column-reason = Why
column-from = From
column-to = To
column-times = Times
column-seams = Changes of department
column-switches = Changes of channel
column-steps = Steps
column-per-step = For each step
column-remembered = Remembered
column-mean = Mean
column-peak = Peak
column-end = End
column-lowest = Lowest
column-drop = Biggest drop
column-scored = Steps with a score
column-heat = Heat
column-share = Share
column-handled = Handled
column-promise = Promise
column-verdict = Verdict
column-because = Because of
column-unowned = Pains nobody owns

# Between an author’s words
prose-footnotes = Footnotes
prose-back = Back to the text
prose-table = Table
prose-external = (another site)
prose-done = done
prose-open = not done
prose-note = Note
prose-tip = Tip
prose-important = Important
prose-warning = Warning
prose-caution = Caution

## Around every page, and what templates say

skip-to-content = Skip to the content
menu = Menu
sections = Sections
languages = Languages
llms-more = More
language-offer = Read this page in English
language-dismiss = No, thank you
theme-dark = Switch to dark colours
theme-light = Switch to light colours
breadcrumbs = You are here
on-this-page = On this page
footer = About this site
contact = Contact
licence = Licence:
updated = Last changed
edit-page = Edit this page
page-as-markdown = This page as Markdown
card-alt = A line with stops, on warm paper
leads-here = What leads here
neighbours = Other articles
previous = Previous
next = Next
home-journeys = Journeys
home-principles = Principles
home-recent = New and changed
home-coverage = In English
meta-form = Form
meta-by = By
meta-published = Published
meta-reading-time = Time to read
meta-category = In
meta-tags = Tagged
meta-translated = Translation
article-question = A question to keep in mind
article-principles = Principles in this article
article-journeys = Journeys in this article
responses = What readers wrote back
sources = Sources
source-read = read
glossary-letters = Letters
glossary-also = Also:
glossary-avoid = Avoid:
glossary-used = { $count ->
    [one] Used on { $count } page
   *[other] Used on { $count } pages
 }
principle-outside-in = What it looks like from outside in
principle-inside-out = What it looks like from inside out
principle-test = The question to ask of each step
principle-counterweight = To be weighed against
principle-shows = Journeys that use this principle
principle-examples = Examples
principle-symptoms = Signs that it is broken
journey-parents = Part of
journey-promise = The promise
journey-map = Journey map
journey-walk = Walk the journey
journey-deviations = Off the path
journey-opportunities = What could be better
journey-hand-overs = What departments hand over
journey-evidence = What this rests on
journey-readings = What was measured
journey-children = A closer look
map-lane = Lane
map-empty = nothing said
map-as-list = Read it as a list
map-wide = See the wide map
map-of = Map of
map-picture = Save as a picture (SVG)
map-table = Save as a table (CSV)
map-data = Save as data (JSON)
map-legend = What the marks mean
walk-previous = Previous step:
walk-next = Next step:
walk-zoom = A closer look:
evidence-means = Understood as:
reading-metric = Metric
reading-value = Value
reading-n = Answers
reading-day = Date
reading-step = At
reading-whole = the whole journey
matrix-health = Health
matrix-total = All
search-label = Search
search-browse = Or browse
search-close = Close
search-hint = Type a word, or choose a filter.
search-results = Results
search-count = Results: %n
search-none = Nothing found for “%q”.
search-none-help = Try fewer words, or remove a filter.
search-instead = Showing “%b” instead of “%q”.
search-unknown = “%q” is not on this site.
search-filters = Filters
search-clear = Clear filters
search-more = More results
search-all-results = All results on a page of their own
search-failed = The search could not be loaded.
search-retry = Try again
search-loading = Loading
search-keys = Arrow keys to move, Enter to open, Escape to close
search-also = Also search in %l
search-facet-kind = Kind
search-facet-stage = Stage
search-facet-principle = Principle
search-facet-channel = Channel
search-facet-persona = Persona
search-facet-department = Department
search-facet-sentiment = Feeling
search-facet-severity = Severity
search-facet-unowned = Owner
search-kind-article = Articles
search-kind-principle = Principles
search-kind-journey = Journeys
search-kind-step = Steps
search-kind-persona = Personas
search-kind-example = Examples
search-kind-finding = Findings
search-kind-event = Events
search-kind-term = Glossary
search-kind-page = Pages
search-kind-department = Departments
search-kind-channel = Channels
search-kind-touchpoint = Touchpoints
search-kind-system = Systems
search-kind-metric = Metrics
search-kind-symptom = Symptoms
search-kind-stage = Stages
search-kind-source = Sources
search-kind-author = Authors
search-kind-category = Categories
search-kind-family = Families
search-kind-lifecycle = Lifecycles
search-kind-purpose = Purposes
search-kind-tag = Tags
search-kind-response = Responses

# More findings
finding-perception-gaps-title = What staff think, and what is
finding-perception-gaps-rule = For each step of which both are known: how staff believe it feels, less how it feels; a gap of two points or more is flagged.
finding-perception-gaps-headline = { $count ->
    [one] step that staff think much better of
   *[other] steps that staff think much better of
 }
finding-perception-gaps-empty = Nobody has asked staff yet. Add “staff” to the emotion of a step.
finding-sneaky-traps-title = Sneaky traps
finding-sneaky-traps-rule = Open opportunities that would take away a step that feels good, a wow, or a principle of feeling that is kept; taking away a true duplicate sets off no alarm.
finding-sneaky-traps-headline = { $count ->
    [one] saving that would cost what customers like
   *[other] savings that would cost what customers like
 }
finding-sneaky-traps-empty = No open opportunity takes away anything that feels good. Say what an opportunity would take away with “removes”.
finding-blinkers-title = Blinkers
finding-blinkers-rule = A department sees the steps in which it acts, in front of customers or behind the scenes; pains of these steps that it does not own are listed beside them.
finding-blinkers-headline = { $count ->
    [one] time that a department sees less than half of a journey
   *[other] times that a department sees less than half of a journey
 }
finding-blinkers-empty = No step says which department acts in it. Add “frontstage” and “backstage”.
finding-evidence-title = Evidence and freshness
finding-evidence-rule = For each journey: how many emotions were observed, reported or assumed, which pains rest on no evidence, and when it was mapped.
finding-evidence-headline = { $count ->
    [one] pain without evidence
   *[other] pains without evidence
 }
finding-evidence-empty = No current journey has been published yet.
finding-root-causes-title = Root causes
finding-root-causes-rule = A pain may name the step where it starts; steps are listed by how many pains start there, in their journey or another.
finding-root-causes-headline = { $count ->
    [one] step where trouble starts
   *[other] steps where trouble starts
 }
finding-root-causes-empty = No pain names its cause. Add “cause” to one.
finding-said-and-meant-title = Said and meant
finding-said-and-meant-rule = What people said beside what it was understood to mean, and needs of personas that no step of a current journey meets.
finding-said-and-meant-headline = { $count ->
    [one] statement that means more than it says
   *[other] statements that mean more than they say
 }
finding-said-and-meant-empty = No evidence says what was meant. Add “means” to one.
finding-consistency-title = Consistency
finding-consistency-rule = The readings of each metric from lowest to highest, with the change for each year, and the scores of each touchpoint that several journeys meet.
finding-consistency-headline = { $count ->
    [one] touchpoint that feels different from journey to journey
   *[other] touchpoints that feel different from journey to journey
 }
finding-consistency-empty = Nothing has been measured yet, and no two journeys share a touchpoint. Add “readings” to a journey.
finding-symptoms-title = Symptoms
finding-symptoms-rule = Pains are counted by symptom; a mild one weighs 1 and a critical one 4. A few symptoms usually make up most of the weight.
finding-symptoms-headline = { $count ->
    [one] symptom that is met
   *[other] symptoms that are met
 }
finding-symptoms-empty = No pain names a symptom. Add “symptom” to one.
finding-idle-title = Owned but idle
finding-idle-rule = Pains with an owner and no opportunity, work in progress without a measure, and work that is done without a reading since.
finding-idle-headline = { $count ->
    [one] thing that has an owner and does not move
   *[other] things that have an owner and do not move
 }
finding-idle-empty = Whatever has an owner moves. A pain that no opportunity addresses, and work without a “measure”, would stand here.
finding-what-if-title = What if
finding-what-if-rule = The health of each principle if every step that a planned or running opportunity addresses kept partly what it now breaks.
finding-what-if-headline = { $count ->
    [one] principle that plans would mend
   *[other] principles that plans would mend
 }
finding-what-if-empty = Nothing that is planned or in progress would mend a principle. Say which pains an opportunity “addresses”, and which principles their steps break.
finding-channels-title = Channels by stage
finding-channels-rule = For each stage of a lifecycle: the channels that steps of current journeys use, with their hours and in how many steps.
finding-channels-headline = { $count ->
    [one] stage without a channel
   *[other] stages without a channel
 }
finding-channels-empty = No lifecycle has been described yet. Add one to vocab/lifecycles.yaml.
finding-follow-up-title = What we did about it
finding-follow-up-rule = Every opportunity with its owner and its status, and the readings of its measure before it was done and after.
finding-follow-up-headline = { $count ->
    [one] opportunity in progress
   *[other] opportunities in progress
 }
finding-follow-up-empty = No current journey lists an opportunity yet. Add “opportunities” to one.
perception-steps = Step by step
perception-departments = By department
perception-wide = wide
sneaky-traps-table = Savings, and what they would cost
trap-wow = wow
blinkers-table = What each department sees
evidence-journeys = Journey by journey
evidence-pains = Pains without evidence
evidence-overdue = review overdue
root-causes-table = Where trouble starts
said-and-meant-voices = What was said, and what it meant
said-and-meant-unmet = Needs that no step meets
consistency-metrics = Metrics
consistency-touchpoints = Touchpoints of several journeys
symptoms-table = Symptoms, the heaviest first
idle-pains = Pains with an owner and no opportunity
idle-unmeasured = In progress, and nobody will measure it
idle-unproven = Done, and not measured since
what-if-table = Health of principles, now and then
channels-table = Which channels there are
follow-up-table = Every opportunity
column-customers = Customers
column-staff = Staff
column-gap = Gap
column-lost = Would be lost
column-sees = Sees
column-foreign-pains = Pains it does not own
column-mapped = Mapped
column-causes = Causes
column-affects = Felt at
column-said = Said
column-meant = Meant
column-need = Need
column-readings = Readings
column-highest = Highest
column-spread = Spread
column-outcomes = What came of it
column-covered = Stages covered
column-yearly = Change in a year
column-weight = Weight
column-cumulative = Together so far
column-now = Now
column-then = Then
column-verdicts = Verdicts
column-before = Before
column-after = After
blinkers-sees = { $seen } of { $steps }

# Translations, in the preview only
l10n-title = Translations
l10n-title-of = Translations into { $language }
l10n-panel-title = { $name } ({ $language })
l10n-intro = How every translation stands today. The same figures for programs:
l10n-documents = What there is to translate, the most pressing first
l10n-document = Document
l10n-vocabulary = Vocabulary
l10n-own-language = written in this language
l10n-all-well = Everything says what its source says.
l10n-fresh-of = { $fresh } of { $subjects } say what their source says
l10n-words = { $count ->
    [one] { $count } word to do
   *[other] { $count } words to do
 }
l10n-total-outdated = { $count ->
    [one] { $count } is outdated
   *[other] { $count } are outdated
 }
l10n-total-unverified = { $count ->
    [one] { $count } does not say what it answers to
   *[other] { $count } do not say what they answer to
 }
l10n-total-missing = { $count ->
    [one] { $count } is missing
   *[other] { $count } are missing
 }
l10n-total-begun = { $count ->
    [one] { $count } is begun
   *[other] { $count } are begun
 }
l10n-total-unread = { $count ->
    [one] { $count } is up to date and no reviewer has read it yet
   *[other] { $count } are up to date and no reviewer has read them yet
 }
l10n-strings = { $count ->
    [0] The interface has all its words
    [one] { $count } word of the interface is missing
   *[other] { $count } words of the interface are missing
 }
l10n-terms = { $count ->
    [0] Every term of the glossary has a word
    [one] { $count } term of the glossary has no word of its own
   *[other] { $count } terms of the glossary have no word of their own
 }
l10n-oldest = Outdated for longest: { $name }, translated on { $day }
l10n-column-state = State
l10n-column-day = Translated or read
l10n-column-links = Go to
l10n-show = Show
l10n-show-all = everything
l10n-show-outdated = outdated
l10n-show-missing = missing
l10n-show-open = begun
l10n-show-unverified = unverified
l10n-show-unread = not reviewed
l10n-file = File:
l10n-more = { $count ->
    [one] { $count } more is not listed here; a language’s own page lists it.
   *[other] { $count } more are not listed here; a language’s own page lists them.
 }
l10n-missing = missing
l10n-machine = machine translation
l10n-draft = draft
l10n-reviewed = reviewed
l10n-unverified = unverified
l10n-outdated = outdated { $changed }/{ $segments }
l10n-outdated-unknown = outdated, difference unknown
l10n-untranslated = { $changed }/{ $segments } not translated
l10n-untranslated-count = { $count ->
    [0] Every segment is translated
    [one] { $count } segment is not translated
   *[other] { $count } segments are not translated
 }
l10n-note-missing = Nobody has started this translation.
l10n-note-begun = Its file is there, and nothing in it is translated yet.
l10n-note-unverified = It does not say which revision of the source it answers to, so nobody knows whether it is outdated.
l10n-note-lost = The revision that it was made from is not there any more, so nobody knows what has changed.
l10n-see-page = See the page
l10n-see-source = See the source
l10n-edit = Edit the translation
l10n-edit-source = Edit the source
l10n-next = Next:
l10n-changes = What has changed since
l10n-source-then = Source, then
l10n-source-now = Source, now
l10n-translation = Translation
l10n-problems = What the rules find
l10n-segments = All of it, side by side
l10n-place = Where
l10n-extra = In the translation only
l10n-segment-untranslated = not translated
l10n-segment-changed = source has changed
l10n-class-text = other words
l10n-class-typography = typography only
l10n-class-markup = markup only
l10n-class-moved = moved
l10n-class-added = new
l10n-class-removed = gone
l10n-risk-negation = a negation
l10n-risk-number = a number
l10n-risk-term = a term
l10n-risk-name = a name
l10n-risk-link = a link
l10n-place-heading = heading
l10n-place-paragraph = paragraph
l10n-place-item = list item
l10n-place-cell = table cell
l10n-place-term = term
l10n-place-definition = definition
l10n-badge = Translation: { $state }
l10n-state = { $quality }, { $more }
l10n-close = Close
l10n-open = Open on a page of its own
