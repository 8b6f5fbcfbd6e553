# Die Wörter der Oberfläche auf Deutsch.

## Pages

# Namenslisten und Sprachen
list-separator = { ", " }
language-en = Englisch
language-fr = Französisch
language-ar = Arabisch
language-de = Deutsch

# Sprachen und Hinweise
switcher-note = { $tag ->
    [en] noch nicht übersetzt: Seite auf Englisch
    [fr] noch nicht übersetzt: Seite auf Französisch
    [ar] noch nicht übersetzt: Seite auf Arabisch
    [de] noch nicht übersetzt: Seite auf Deutsch
   *[rest] noch nicht übersetzt, Sprache der Seite: { $language }
 }
switcher-partly = teilweise übersetzt
notice-fallback = { $tag ->
    [en] Diese Seite ist noch nicht übersetzt. Sie lesen sie auf Englisch.
    [fr] Diese Seite ist noch nicht übersetzt. Sie lesen sie auf Französisch.
    [ar] Diese Seite ist noch nicht übersetzt. Sie lesen sie auf Arabisch.
    [de] Diese Seite ist noch nicht übersetzt. Sie lesen sie auf Deutsch.
   *[rest] Diese Seite ist noch nicht übersetzt. Sprache des Textes: { $language }.
 }
notice-partly = { $tag ->
    [en] Diese Seite ist nur zum Teil übersetzt. Der Rest ist auf Englisch.
    [fr] Diese Seite ist nur zum Teil übersetzt. Der Rest ist auf Französisch.
    [ar] Diese Seite ist nur zum Teil übersetzt. Der Rest ist auf Arabisch.
    [de] Diese Seite ist nur zum Teil übersetzt. Der Rest ist auf Deutsch.
   *[rest] Diese Seite ist nur zum Teil übersetzt. Sprache des Restes: { $language }.
 }
notice-missing = { $tag ->
    [en] Diese Seite ist noch nicht übersetzt. Es gibt sie auf Englisch.
    [fr] Diese Seite ist noch nicht übersetzt. Es gibt sie auf Französisch.
    [ar] Diese Seite ist noch nicht übersetzt. Es gibt sie auf Arabisch.
    [de] Diese Seite ist noch nicht übersetzt. Es gibt sie auf Deutsch.
   *[rest] Diese Seite ist noch nicht übersetzt. Sprache des Originals: { $language }.
 }
notice-source-link = { $tag ->
    [en] Auf Englisch lesen
    [fr] Auf Französisch lesen
    [ar] Auf Arabisch lesen
    [de] Auf Deutsch lesen
   *[rest] Im Original lesen: { $language }
 }
notice-source-page = { $tag ->
    [en] Zur englischen Seite
    [fr] Zur französischen Seite
    [ar] Zur arabischen Seite
    [de] Zur deutschen Seite
   *[rest] Zur Seite: { $language }
 }
notice-help = Bei dieser Übersetzung helfen
notice-draft = Entwurf: nur in dieser Vorschau zu sehen.
notice-review = In Durchsicht: nur in dieser Vorschau zu sehen.
notice-archived = Diese Seite wird zum Nachschlagen aufbewahrt und nicht mehr gepflegt.
notice-machine = Maschinelle Übersetzung, von einem Menschen durchgesehen.
notice-outdated = { $changed ->
    [one] Das Original hat sich seit dieser Übersetzung geändert: { $changed } von { $total } Stellen weicht ab.
   *[other] Das Original hat sich seit dieser Übersetzung geändert: { $changed } von { $total } Stellen weichen ab.
 }
notice-outdated-unknown = Das Original hat sich seit dieser Übersetzung geändert.
notice-outdated-parts = In diesen Abschnitten:
notice-translated = Übersetzt am { $date }.
section-changed = Das Original dieses Abschnitts hat sich seit der Übersetzung geändert.
notice-republished = Zuerst erschienen bei { $site }.
notice-republished-dated = Zuerst erschienen bei { $site }, { $date }.
notice-republished-link = Das Original lesen
evidence-translated = { $tag ->
    [en] aus dem Englischen übersetzt
    [fr] aus dem Französischen übersetzt
    [ar] aus dem Arabischen übersetzt
    [de] aus dem Deutschen übersetzt
   *[rest] übersetzt, Originalsprache: { $language }
 }
meta-translation = { $shape ->
    [full] { $by }, durchgesehen von { $reviewer }, { $date }
    [undated] { $by }, durchgesehen von { $reviewer }
    [translated-dated] { $by }, { $date }
    [translated] { $by }
    [reviewed-dated] durchgesehen von { $reviewer }, { $date }
   *[reviewed] durchgesehen von { $reviewer }
 }

# Titel und Beschreibungen
breadcrumb-home = Start
page-description = { $kind }: { $name }. { $site }
section-description = { $name }. { $site }
findings-title = Befunde
findings-intro = Was sich aus den Kundenreisen ablesen lässt: wo Grundsätze verletzt werden, was niemandem gehört, was zweimal gefragt wird.
findings-tables = Als Tabellen für die Tabellenkalkulation (CSV)
findings-on-principles = Grundsätze und Versprechen
findings-on-hands = Von Hand zu Hand
findings-on-feelings = Wie es sich anfühlt
findings-on-work = Wem es gehört und was geschieht
findings-on-grounds = Woher es kommt und woher wir es wissen
table-pains = Alle Schmerzpunkte
table-opportunities = Alle Verbesserungen
table-touchpoints = Alle Kontaktpunkte
table-principles-matrix = Grundsätze und Kundenreisen
table-gaps = Wonach zweimal gefragt wird
table-readings = Alle Messungen
findings-no-journey = Noch ist keine heutige Kundenreise veröffentlicht. Schreiben Sie eine mit „cxbook new journey“, setzen Sie ihren „status“ auf „published“, und diese Seite füllt sich von selbst.
search-title = Suche
search-without-script = Die Suche braucht JavaScript. Auch diese Listen führen überallhin.
not-found-title = Seite nicht gefunden
not-found-text = Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie umgezogen; diese Listen führen überallhin.
chooser-text = Auf Deutsch lesen
glossary-intro = Die Wörter, die hier gebraucht werden, was sie bedeuten und wie andere Sprachen sie sagen.
journey-map-title = { $journey }: { $rows }
map-whole = Die ganze Karte
map-customer = Die Seite der Kundschaft
map-blueprint = Der Dienstleistungsplan
map-learned = Was wir gelernt haben
map-workshop = Ein Blatt für Workshops
sheet-fixes = Drei Abhilfen, nach denen wir zuerst suchen
sheet-duplication = Was bekommen Kunden doppelt oder von zwei Seiten?
sheet-information = Was wissen wir schon und geben es nicht weiter?
sheet-no-brainer = Was würde wenig kosten und sofort helfen?
sheet-known = Steht schon auf der Liste:
sheet-questions = Fragen an jeden Schritt
sheet-reflection = Bevor wir auseinandergehen
sheet-surprise = Was hat uns auf diesem Weg überrascht?
sheet-first = Welchen Schritt verbessern wir zuerst, und wie soll er sich dann anfühlen?
sheet-next = Wer macht was, und bis wann?
diagram-actors = Wer beteiligt ist
map-slice-title = { $journey }, wie { $department } es sieht
map-slice = { $department }: { $seen } von { $steps }
map-slice-sees = { $department } sieht { $seen } von { $steps ->
    [one] { $steps } Schritt
   *[other] { $steps } Schritten
}: { $direct } vor den Augen der Kundschaft, { $indirect } nur hinter den Kulissen.
map-slices = Wie Abteilungen es sehen (Schritte):
atlas-caption = Alle Kundenreisen nach Stufe und Ebene: { $lifecycle }
map-mapped = Aufgenommen: { $date }
map-review = Zu prüfen: { $date }
map-part = { $journey }, Blatt { $part } von { $parts }: Schritte { $from } bis { $to }
map-continued = { $phase } (Fortsetzung)
compared-line = Die gestrichelte Linie ist { $journey }.
compared-only-here = Nur hier: { $steps }.
compared-only-there = Nur in { $journey }: { $steps }.

# Arten
kind-page = Seite
kind-article = Artikel
kind-principle = Grundsatz
kind-journey = Kundenreise
kind-persona = Persona
kind-example = Beispiel
kind-event = Veranstaltung
kind-response = Antwort
kind-department = Abteilung
kind-channel = Kanal
kind-touchpoint = Kontaktpunkt
kind-purpose = Zweck
kind-system = System
kind-metric = Messgröße
kind-symptom = Anzeichen
kind-lifecycle = Kreislauf
kind-stage = Station
kind-category = Rubrik
kind-tag = Schlagwort
kind-family = Familie
kind-term = Begriff
kind-author = Autorin oder Autor
kind-source = Quelle
kinds-page = Seiten
kinds-article = Artikel
kinds-principle = Grundsätze
kinds-journey = Kundenreisen
kinds-persona = Personas
kinds-example = Beispiele
kinds-event = Veranstaltungen
kinds-response = Antworten
kinds-department = Abteilungen
kinds-channel = Kanäle
kinds-touchpoint = Kontaktpunkte
kinds-purpose = Zwecke
kinds-system = Systeme
kinds-metric = Messgrößen
kinds-symptom = Anzeichen
kinds-lifecycle = Kreisläufe
kinds-stage = Stationen
kinds-category = Rubriken
kinds-tag = Schlagwörter
kinds-family = Familien
kinds-term = Glossar
kinds-author = Autorinnen und Autoren
kinds-source = Quellen

# Verzeichnisse
index-article = Was wir geschrieben haben, das Neueste zuerst.
index-principle = Wie Menschen behandelt werden wollen; jede Regel verbunden mit den Schritten, die sie einhalten oder verletzen.
index-journey = Was wirklich geschieht, Schritt für Schritt, von der Seite der Kundschaft gesehen.
index-persona = Die Menschen, durch deren Augen Kundenreisen erzählt werden. Sie sind erfunden.
index-example = Was Unternehmen getan haben und was es lehrt.
index-event = Workshops, Webinare und Vorträge.
index-department = Wer die Arbeit tut, vor der Kundschaft und hinter den Kulissen.
index-channel = Die Wege, auf denen Kundschaft und Unternehmen einander erreichen.
index-touchpoint = Wo Kundschaft und Unternehmen einander begegnen, geordnet nach dem Zweck.
index-purpose = Wofür Kontaktpunkte da sind.
index-system = Worauf Schritte beruhen: Systeme, Abläufe, Regeln, Lieferanten.
index-metric = Was gemessen wird, und auf welcher Skala.
index-symptom = Anzeichen dafür, dass ein Grundsatz verletzt wird.
index-stage = Die Stationen einer Kundenbeziehung, der Reihe nach.
index-category = Die Fächer, in denen die Artikel liegen.
index-tag = Was Artikel berühren.
index-family = Grundsätze, die zusammengehören.
index-author = Wer diese Seiten geschrieben hat.
index-source = Worauf diese Seiten beruhen.
index-empty = Hier ist noch nichts.
index-others = Weitere
index-undated = Ohne Datum
index-level-lifecycle = Die ganze Beziehung
index-level-macro = Von einem Bedürfnis bis zu seinem Ende
index-level-micro = Aus der Nähe
index-level-other = Andere Kundenreisen
index-events-coming = Kommende
index-events-past = Vergangene
count-mentions = { $count ->
    [one] { $count } Erwähnung
   *[other] { $count } Erwähnungen
 }
count-steps = { $count ->
    [one] { $count } Schritt
   *[other] { $count } Schritte
 }
count-people = { $count ->
    [one] { $count } Person
   *[other] { $count } Personen
 }
entity-met-nowhere = Noch erwähnt keine Seite: { $name }.

# Dateien zum Abonnieren oder Herunterladen
feed-changes = Neue und geänderte Seiten
feed-journeys = Geänderte Kundenreisen
feed-no-brainers = Was man einfach tun sollte
feed-events = Veranstaltungskalender
file-csv = Diese Tabelle als CSV
file-json = Diese Tabelle als JSON
file-calendar = In einen Kalender übernehmen

# Startseite
headline-unowned = { $count ->
    [one] Schmerzpunkt, der niemandem gehört
   *[other] Schmerzpunkte, die niemandem gehören
 }
headline-breaks = { $count ->
    [one] Schritt, der einen Grundsatz verletzt
   *[other] Schritte, die einen Grundsatz verletzen
 }
headline-tell-us-once = { $count ->
    [one] Mal muss jemand wiederholen, was schon gesagt ist
   *[other] Mal muss jemand wiederholen, was schon gesagt ist
 }
headline-no-brainers = { $count ->
    [one] Selbstverständlichkeit, die zu tun bleibt
   *[other] Selbstverständlichkeiten, die zu tun bleiben
 }
journey-scope = { $known ->
    [yes] { $steps ->
        [one] { $steps } Schritt, wie { $persona } ihn erlebt
       *[other] { $steps } Schritte, wie { $persona } sie erlebt
     }
   *[no] { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritte
     }
 }
stage-traffic = { $journeys ->
    [0] noch keine Kundenreise
    [one] { $unowned ->
        [0] { $journeys } Kundenreise
        [one] { $journeys } Kundenreise, { $unowned } Schmerzpunkt, der niemandem gehört
       *[other] { $journeys } Kundenreise, { $unowned } Schmerzpunkte, die niemandem gehören
     }
   *[other] { $unowned ->
        [0] { $journeys } Kundenreisen
        [one] { $journeys } Kundenreisen, { $unowned } Schmerzpunkt, der niemandem gehört
       *[other] { $journeys } Kundenreisen, { $unowned } Schmerzpunkte, die niemandem gehören
     }
 }
lifecycle-span = Von „{ $first }“ bis „{ $last }“
stage-unowned = { $count ->
    [one] { $count } Schmerzpunkt herrenlos
   *[other] { $count } Schmerzpunkte herrenlos
 }
loop-promise = Versprechen
loop-title = { $name }: die { $stages } Stationen einer Kundenbeziehung mit den Kundenreisen an jeder
lobe-buy = Kaufen
lobe-own = Besitzen
coverage-text = { $total ->
    [one] { $done } von { $total } Seite gibt es auf Deutsch.
   *[other] { $done } von { $total } Seiten gibt es auf Deutsch.
 }
reading-time = { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
 }

# Zeit
time-seconds = { $count ->
    [one] { $count } Sekunde
   *[other] { $count } Sekunden
 }
time-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
 }
time-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
 }
time-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
 }
time-weeks = { $count ->
    [one] { $count } Woche
   *[other] { $count } Wochen
 }
time-seconds-range = { $most ->
    [one] { $least } bis { $most } Sekunde
   *[other] { $least } bis { $most } Sekunden
 }
time-minutes-range = { $most ->
    [one] { $least } bis { $most } Minute
   *[other] { $least } bis { $most } Minuten
 }
time-hours-range = { $most ->
    [one] { $least } bis { $most } Stunde
   *[other] { $least } bis { $most } Stunden
 }
time-days-range = { $most ->
    [one] { $least } bis { $most } Tag
   *[other] { $least } bis { $most } Tage
 }
time-weeks-range = { $most ->
    [one] { $least } bis { $most } Woche
   *[other] { $least } bis { $most } Wochen
 }
time-range = { $least } bis { $most }
age-months = { $count ->
    [one] { $count } Monat
   *[other] { $count } Monate
 }
age-years = { $count ->
    [one] { $count } Jahr
   *[other] { $count } Jahre
 }

# Kundenreisen
journey-caption = { $known ->
    [yes] { $journey }, wie { $persona } es erlebt. { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritte
     } in { $phases ->
        [one] { $phases } Phase.
       *[other] { $phases } Phasen.
     }
   *[no] { $journey }. { $steps ->
        [one] { $steps } Schritt
       *[other] { $steps } Schritte
     } in { $phases ->
        [one] { $phases } Phase.
       *[other] { $phases } Phasen.
     }
 }
journey-persona = Gesehen mit
journey-goal = Ziel
journey-state = Zeigt
journey-compares = Zum Vergleich
journey-level = Ebene
journey-mapped = Aufgezeichnet
journey-workshop = Aus dem Workshop
fact-owner = Zuständig
fact-review = Durchzusehen bis
fact-basis = Beruht auf
fact-language = Sprache
lane-storyboard = In Bildern
lane-does = Tut
lane-thinks = Denkt
quote-open = „
quote-close = “
lane-curve = Fühlt
lane-feels = Fühlt, in Worten
lane-quality = Mühelos, nützlich, schmerzlos
lane-off-path = Abseits des Wegs
lane-off-path-words = Abseits des Wegs, in Worten
lane-touchpoints = Kontaktpunkt
lane-frontstage = Vorderbühne
lane-backstage = Hinterbühne
lane-support = Unterstützende Abläufe
lane-tells = Sagt
lane-pains = Schmerzpunkte
lane-opportunities = Verbesserungen
lane-principles = Grundsätze
lane-metrics = Messgrößen
line-interaction = Interaktionslinie
line-visibility = Sichtbarkeitslinie
line-internal = Linie der inneren Interaktion
line-learned = Was wir gelernt haben
curve-peak = HÖHEPUNKT
curve-end = ENDE
sign-good = fühlt sich gut an
sign-even = weder gut noch schlecht
sign-bad = fühlt sich schlecht an
sign-assumed = hohl: nur angenommen, gefüllt: beobachtet oder berichtet
sign-moment = ein Moment der Wahrheit
sign-wow = ein Wow-Moment
sign-staff = was die Mitarbeitenden glauben
sign-compared = die Kundenreise, mit der verglichen wird
sign-off-path = ein Abweg, je breiter, desto mehr gehen ihn
sign-exit = ein Ausstieg ohne Rückkehr
curve-title = Wie es sich anfühlt, Schritt für Schritt: { $journey }
curve-step = { $number }. { $name }
curve-unknown = Noch ist nicht bekannt, wie es sich anfühlt.
curve-one = Ein einziger Schritt hat einen Wert: { $score } ({ $step }).
curve-words = { $drops ->
    [yes] Beginnt bei { $start } ({ $start-step }), am tiefsten { $lowest } ({ $lowest-step }), endet bei { $end } ({ $end-step }). Größter Abfall: von „{ $from }“ zu „{ $to }“.
   *[no] Beginnt bei { $start } ({ $start-step }), am tiefsten { $lowest } ({ $lowest-step }), endet bei { $end } ({ $end-step }). Kein Abfall von einem Schritt zum nächsten.
 }
feels-in-words = { $score } { $feeling }
feels-staff = nach Meinung der Mitarbeitenden { $score }
feels-unknown = nicht bekannt
quality-value = { $dimension }: { $value } von 5
step-actor = Getan von
step-moment = Moment der Wahrheit
step-wow = Wow-Moment
step-after = { $time } später
step-takes = dauert { $time }
step-alternatives = Kontaktpunkt (einer von diesen)
step-needs = Erfüllt das Bedürfnis
step-evidence = Belege
step-next = Führt zu
step-of-journey = { $step }, in: { $journey }
tells-again = wieder
tells-sensitive = heikel
reason-asks-again = dieselbe Abteilung fragt noch einmal
reason-hand-over-ignored = übergeben, doch niemand hat nachgesehen
reason-information-gap = nie weitergegeben
owner-nobody = gehört niemandem
owner-unasked = niemand hat gefragt, wem es gehört
pain-since = seit: { $date }
pain-eased-by = Linderung durch: { $opportunity } ({ $status })
pain-cause = Beginnt bei: { $step }
pain-symptom = Anzeichen für: { $symptom }
pain-intent = Gemeint als: { $intent }
pain-evidence = Beleg: { $evidence }
pains-here = Was hier schmerzt: { $pains }
metric-reading = { $value }, { $date }
metric-reading-n = { $value }, { $date }, n = { $n }
sample = n = { $n }
value-of-five = { $value } von 5
deviation-from = Verlässt den Weg bei
deviation-rejoins = Kommt zurück bei
deviation-exit = Kommt nicht zurück
deviation-leaves = und kommt nicht zurück
deviation-rejoins-at = kommt zurück bei: { $step }
off-path-label = { $share } { $kind }
opportunity-addresses = Würde lindern
opportunity-removes = Würde streichen
opportunity-customer-value = Wert für die Kundschaft
opportunity-business-value = Wert für das Unternehmen
opportunity-effort = Aufwand
opportunity-benefit = Nutzen
opportunity-due = Fällig
opportunity-done-on = Erledigt
opportunity-measure = Gemessen mit
opportunity-link = Mehr dazu
evidence-internal = interner Beleg, nicht veröffentlicht
evidence-who = jemand wie { $persona }
hand-over = { $from } übergibt an { $to }: { $what }
hand-over-partly = gelingt nur manchmal
promise-kept = gehalten
promise-at-risk = gefährdet
promise-broken = gebrochen
promise-unknown = nicht bekannt
estimate-remembered = was wohl in Erinnerung bleibt (Schätzung)
estimate-lowest = am tiefsten
estimate-end = am Ende
estimate-seams = { $steps ->
    [one] { $count ->
        [one] Abteilungswechsel auf { $steps } Schritt
       *[other] Abteilungswechsel auf { $steps } Schritt
     }
   *[other] { $count ->
        [one] Abteilungswechsel auf { $steps } Schritte
       *[other] Abteilungswechsel auf { $steps } Schritte
     }
 }

# Die Wörter einer Kundenreise
verdict-breaks = gebrochen
verdict-partly = halb eingehalten
verdict-keeps = eingehalten
verdict-aspires = angestrebt
verdict-count = { $verdict } { $count }
severity-low = gering
severity-medium = mittel
severity-high = hoch
severity-critical = kritisch
sentiment-negative = negativ
sentiment-neutral = neutral
sentiment-positive = positiv
frequency-rare = selten
frequency-some = manchmal
frequency-often = oft
frequency-always = immer
mode-acts = handelt
mode-interacts = tauscht sich aus
mode-observes = beobachtet
mode-waits = wartet
mode-undergoes = erleidet
basis-assumed = angenommen
basis-reported = berichtet
basis-observed = beobachtet
basis-mixed = teils beobachtet
state-current = wie es ist
state-future = wie es sein sollte
level-lifecycle = die ganze Beziehung
level-macro = ein Bedürfnis von Anfang bis Ende
level-micro = ein Schritt aus der Nähe
deviation-abandon = gibt auf
deviation-detour = Umweg
deviation-repeat = wiederholt
deviation-skip = überspringt
deviation-channel-switch = wechselt den Kanal
deviation-escalate = wendet sich nach oben
deviation-branch = anderer Ausgang
handled-designed = vorgesehen
handled-workaround = notdürftig gelöst
handled-none = nicht bedacht
opportunity-duplication = Doppeltes beenden
opportunity-information = Information weitergeben
opportunity-no-brainer = Selbstverständlichkeit
opportunity-redesign = neu gestalten
opportunity-digitise = digitalisieren
opportunity-recovery = wiedergutmachen
opportunity-delight = begeistern
opportunity-policy = eine Regel ändern
opportunity-efficiency = Effizienz
status-open = offen
status-planned = geplant
status-in-progress = in Arbeit
status-testing = im Test
status-done = erledigt
status-dismissed = verworfen
benefit-communication = Verständigung
benefit-process = Ablauf
benefit-cost = Kosten
benefit-loyalty = Treue
evidence-quote = Zitat
evidence-interview = Gespräch
evidence-survey = Umfrage
evidence-analytics = Nutzungszahlen
evidence-complaints = Beschwerden
evidence-observation = Beobachtung
evidence-log = Protokoll
evidence-workshop = Workshop
moment-zero = Moment der Wahrheit: vor dem Kontakt
moment-first = Moment der Wahrheit: die Wahl
moment-second = Moment der Wahrheit: der Gebrauch
moment-ultimate = Moment der Wahrheit: das Weitersagen
moment-service = Moment der Wahrheit: der Service
dimension-effortless = Mühelos
dimension-productive = Nützlich
dimension-painless = Schmerzlos
dimension-emotional = Gefühl
dimension-consistent = Stimmigkeit

# Grundsätze, Artikel und Beispiele
principle-stance = Blickrichtung
principle-dimension = Verbessert
principle-kano = Kano-Klasse
principle-discipline = Disziplin
principle-health = { $steps ->
    [one] Zustand { $health }, aus { $steps } Urteil: eingehalten zählt 1, halb eingehalten ein halb, gebrochen 0.
   *[other] Zustand { $health }, der Mittelwert aus { $steps } Urteilen: eingehalten zählt 1, halb eingehalten ein halb, gebrochen 0.
 }
principle-shows-nowhere = Noch ist kein Schritt einer Kundenreise an diesem Grundsatz gemessen worden.
stance-outside-in = von außen nach innen
stance-inside-out = von innen nach außen
stance-balance = beide Seiten
discipline-strategy = Strategie
discipline-customer-understanding = Kenntnis der Kundschaft
discipline-design = Gestaltung
discipline-measurement = Messung
discipline-governance = Führung
discipline-culture = Kultur
kano-must-be = muss sein
kano-one-dimensional = je mehr, desto besser
kano-attractive = begeistert
kano-indifferent = gleichgültig
kano-reverse = stößt ab
form-article = Artikel
form-note = Notiz
form-case = Fallbeispiel
form-workshop-report = Workshop-Bericht
source-citation = { $shape ->
    [full] { $authors }: { $title }, { $publisher }, { $year }
    [undated] { $authors }: { $title }, { $publisher }
    [unpublished] { $authors }: { $title }, { $year }
    [author] { $authors }: { $title }
    [anonymous] { $title }, { $publisher }, { $year }
    [anonymous-undated] { $title }, { $publisher }
    [anonymous-unpublished] { $title }, { $year }
   *[title] { $title }
 }
credits-title = Bildnachweise
credits-intro = Wem die Bilder dieser Website gehören und unter welcher Lizenz sie stehen.
credits-shown = Zu sehen in
figure-changes = Verändert: { $changes }
figure-credit = { $titled ->
    [yes] { $work }, von { $author }, { $licence }
   *[no] Von { $work }, { $licence }
 }
example-organisation = Unternehmen
example-sector = Branche
example-place = Ort
example-year = Jahr
example-outcome = Ausgang
example-moral = Was es lehrt
example-turning-points = Wendepunkte
example-quote = Mit eigenen Worten
outcome-good = gut
outcome-bad = schlecht
outcome-mixed = gemischt

# Einträge
persona-role = Rolle
persona-context = Lage
persona-needs = Bedürfnisse
persona-expectations = Setzt voraus
role-customer = Kundschaft
role-prospect = Interessierte
role-partner = Partner
role-employee = Mitarbeitende
need-says = sagt
need-latent = sagt es nie
department-external = Partner
department-is-external = gehört zu einem anderen Unternehmen
department-parent = Teil von
department-ask = Auskunft gibt
channel-medium = Mittel
channel-hours = Zeiten
channel-digital = Digital
channel-is-digital = ja
channel-is-not-digital = nein
hours-always = Tag und Nacht
touchpoint-evidence = Was danach in der Hand bleibt
touchpoint-contradicts = Widerspricht
medium-phone = Telefon
medium-letter = Brief
medium-email = E-Mail
medium-sms = SMS
medium-chat = Chat
medium-web = Website
medium-app = App
medium-in-person = persönlich
medium-social = soziale Medien
medium-device = Gerät
medium-payment = Zahlung
medium-other = anderes
system-sort = Sorte
system-system = System
system-process = Ablauf
system-policy = Regel
system-supplier = Lieferant
metric-sort = Sorte
metric-scale = Skala
metric-scale-of = { $least } bis { $most }
metric-better = Besser ist
metric-higher = mehr
metric-lower = weniger
metric-question = Was gefragt wird
metric-unit = Einheit
metric-readings = Messwerte
metric-nps = Weiterempfehlungssaldo
metric-csat = Zufriedenheit
metric-ces = Aufwand der Kundschaft
metric-time = Zeit
metric-count = Anzahl
metric-rate = Quote
metric-money = Geld
metric-loyalty = Treue
metric-word-of-mouth = Mundpropaganda
metric-share-of-wallet = Anteil an den Ausgaben
metric-payment-speed = Zahlungsgeschwindigkeit
metric-employee-engagement = Engagement der Mitarbeitenden
metric-custom = eigenes Maß
author-role = Aufgabe
author-credentials = Titel
author-links = Anderswo
source-sort = Sorte
source-authors = Von
source-publisher = Verlag
source-date = Erschienen
source-pages = Seiten
source-isbn = ISBN
source-doi = DOI
source-url = Zu lesen bei
source-accessed = Zuletzt gelesen
source-article = Artikel
source-book = Buch
source-post = Blogbeitrag
source-report = Bericht
source-interview = Gespräch
source-dataset = Datensatz
stage-lobe = Teil der Beziehung
stage-before = Davor
stage-after = Danach
term-opposite = Gegenteil
term-see = Siehe auch
event-form = Sorte
event-starts = Beginn
event-ends = Ende
event-moment = { $date }, { $time } (UTC{ $offset })
event-online = Online
event-is-online = Teilnahme aus der Ferne möglich
event-facilitators = Geleitet von
event-participants = Dabei waren
event-capacity = Plätze
event-register = Anmeldung
event-sign-up = Anmelden
event-takeaways = Was alle mitgenommen haben
event-journeys = Kundenreisen
event-workshop = Workshop
event-webinar = Webinar
event-talk = Vortrag

# Wo ein Eintrag vorkommt
met-journeys = Kundenreisen, mit dieser Persona gesehen
met-journeys-from-here = Kundenreisen aus diesem Workshop
met-phases = Phasen an dieser Station
met-touchpoints = Kontaktpunkte
met-steps = Schritte
met-needs = Schritte, die ein Bedürfnis erfüllen
met-done-by = Tut diese Schritte
met-frontstage = Vor der Kundschaft
met-backstage = Hinter den Kulissen
met-told = Hört, was gesagt wird
met-owned-journeys = Zuständig für diese Kundenreisen
met-owned-pains = Zuständig für diese Schmerzpunkte
met-owned-opportunities = Hat zu tun
met-owned-deviations = Kümmert sich um diese Abwege
met-owned-touchpoints = Zuständig für diese Kontaktpunkte
met-owned-systems = Zuständig für diese Systeme
met-hand-overs = Übergaben in diesen Kundenreisen
met-parts = Gehört dazu
met-symptom-of = Anzeichen dafür, dass diese Grundsätze verletzt werden
met-pains = Schmerzpunkte
met-measures = Misst
met-readings = Messwerte in diesen Kundenreisen
met-removed-by = Würde gestrichen durch
met-voices = Was Menschen wie diese gesagt haben
met-attended = War dabei
met-led = Hat geleitet
met-written = Hat geschrieben
met-grouped = Darin
met-cited-by = Zitiert von
met-mentioned = Erwähnt in

# Befunde
finding-n = { $journeys ->
    [one] Berechnet aus { $journeys } heutigen Kundenreise mit { $steps ->
        [one] { $steps } Schritt.
       *[other] { $steps } Schritten.
     }
   *[other] Berechnet aus { $journeys } heutigen Kundenreisen mit { $steps ->
        [one] { $steps } Schritt.
       *[other] { $steps } Schritten.
     }
 }
matrix-n = { $principles ->
    [one] { $principles } Grundsatz
   *[other] { $principles } Grundsätze
 } × { $journeys ->
    [one] { $journeys } heutige Kundenreise
   *[other] { $journeys } heutige Kundenreisen
 }
finding-coverage-title = Grundsätze und Kundenreisen
finding-coverage-rule = Gezählt wird jeder Schritt, der sagt, was er mit einem Grundsatz macht; wie gesund ein Grundsatz ist, sagt der Mittelwert: eingehalten zählt 1, halb eingehalten ein halb, gebrochen 0.
finding-coverage-headline = { $count ->
    [one] Urteil, das einen Grundsatz verletzt sieht
   *[other] Urteile, die einen Grundsatz verletzt sehen
 }
finding-coverage-empty = Noch ist kein Schritt einer heutigen Kundenreise beurteilt. Ergänzen Sie „principles“ an ihren Schritten.
finding-orphans-title = Grundsätze ohne Ort
finding-orphans-rule = Ein Grundsatz ist ohne Ort, wenn ihn kein Schritt einer heutigen Kundenreise einhält oder verletzt; er ist unbewiesen, wenn er nur als eingehalten gilt, und das nur nach Annahmen.
finding-orphans-headline = { $count ->
    [one] Grundsatz, von dem kein Schritt spricht
   *[other] Grundsätze, von denen kein Schritt spricht
 }
finding-orphans-empty = Jeder Grundsatz hat seinen Ort, und jeder Schritt lebt nach einem. Ein Grundsatz ohne Ort stünde hier, bis ein Schritt ihn unter „principles“ nennt.
finding-unowned-title = Gehört niemandem
finding-unowned-rule = Schmerzpunkte, Verbesserungen, Abwege und Kontaktpunkte, die niemandem gehören, die schlimmsten und ältesten zuerst; wo niemand nach der Zuständigkeit gefragt hat, steht für sich.
finding-unowned-headline = { $count ->
    [one] Schmerzpunkt, der niemandem gehört
   *[other] Schmerzpunkte, die niemandem gehören
 }
finding-unowned-empty = Für alles, was schmerzt, ist jemand zuständig. Schreiben Sie „owner: nobody“, wo bekannt ist, dass niemand für einen Schmerzpunkt, eine Verbesserung, einen Abweg oder einen Kontaktpunkt zuständig ist.
finding-unowned-advice = Sobald jemand zuständig ist, ersetzt die Autorin oder der Autor „owner: nobody“ durch die Kennung einer Abteilung, etwa „owner: claims-desk“; zuständig ist eine Abteilung, nie eine Person.
finding-no-brainers-title = Selbstverständlichkeiten
finding-no-brainers-rule = Verbesserungen dieser Art und alle mit einem Aufwand von höchstens 2 und einem Wert für die Kundschaft von mindestens 4; das Verhältnis ist der mittlere Wert geteilt durch den Aufwand.
finding-no-brainers-headline = { $count ->
    [one] Selbstverständlichkeit, die zu tun bleibt
   *[other] Selbstverständlichkeiten, die zu tun bleiben
 }
finding-no-brainers-empty = Keine Verbesserung ist zugleich so gut und so billig. Geben Sie Verbesserungen „effort“ und „customer-value“ oder die Art „no-brainer“.
finding-duplicates-title = Doppelt verschickt
finding-duplicates-rule = Kontaktpunkte, die derselbe Mensch zum selben Zweck von mindestens zwei Abteilungen bekommt, in einer Kundenreise oder an einer Station.
finding-duplicates-headline = { $count ->
    [one] Mitteilung von zwei Abteilungen
   *[other] Mitteilungen von zwei Abteilungen
 }
finding-duplicates-empty = Nie verschicken zwei Abteilungen dasselbe. Kontaktpunkte werden nach „purpose“ und „owner“ verglichen.
finding-tell-us-once-title = Einmal genügt
finding-tell-us-once-rule = Gezählt wird jeder Schritt, der fragt, was ein früherer schon gehört hat: noch einmal gefragt, übergeben und nicht beachtet, oder nie weitergegeben. Was nur sagt, wer spricht, zählt für sich.
finding-tell-us-once-headline = { $count ->
    [one] Mal muss jemand wiederholen, was schon gesagt ist
   *[other] Mal muss jemand wiederholen, was schon gesagt ist
 }
finding-tell-us-once-empty = Alles muss nur einmal gesagt werden. Was bei einem Schritt gesagt wird, steht unter „tells“, was Abteilungen einander weitergeben, unter „hand-overs“.
finding-seams-title = Nahtstellen
finding-seams-rule = Eine Nahtstelle liegt zwischen zwei Schritten, die aufeinander folgen und keine Abteilung gemeinsam haben; je weniger es je Schritt sind, desto glatter die Reise.
finding-seams-headline = { $count ->
    [one] Abteilungswechsel
   *[other] Abteilungswechsel
 }
finding-seams-empty = Noch hat keine Kundenreise Schritte, für die eine Abteilung zuständig ist. Ergänzen Sie „frontstage“ an Schritten oder „owner“ an ihren Kontaktpunkten.
finding-peak-and-end-title = Höhepunkt und Ende
finding-peak-and-end-rule = In Erinnerung bleibt etwa das Mittel aus dem stärksten Moment und dem Ende; es ist eine Schätzung, und nur dort, wo mindestens die Hälfte der Schritte einen Wert hat.
finding-peak-and-end-headline = { $count ->
    [one] Kundenreise in schlechter Erinnerung (Schätzung)
   *[other] Kundenreisen in schlechter Erinnerung (Schätzung)
 }
finding-peak-and-end-empty = Noch hat keine heutige Kundenreise einen Wert. Ergänzen Sie „emotion“ an ihren Schritten.
finding-hot-spots-title = Abseits des Wegs
finding-hot-spots-rule = Wie heiß ein Abweg ist: der Anteil derer, die ihn nehmen, mal wie schlecht er sich anfühlt, mal ein Gewicht: ein halb, wo er vorgesehen ist, eins für eine Notlösung, eineinhalb, wo sich niemand kümmert.
finding-hot-spots-headline = { $count ->
    [one] Abweg, der Aufmerksamkeit braucht
   *[other] Abwege, die Aufmerksamkeit brauchen
 }
finding-hot-spots-empty = Niemand verlässt den Weg, oder niemand hat gefragt. Beschreiben Sie unter „deviations“, wie er verlassen wird.
finding-promises-title = Versprechen
finding-promises-rule = Ein Versprechen ist gebrochen, wenn ein Schritt einen Grundsatz verletzt, auf dem es beruht, wenn die letzte Phase einen verletzt oder wenn das Ende schlecht ist; es ist gefährdet, wenn das Ende nicht gut ist oder viele den Weg verlassen und niemand sich kümmert.
finding-promises-headline = { $count ->
    [one] gebrochenes Versprechen
   *[other] gebrochene Versprechen
 }
finding-promises-empty = Keine heutige Kundenreise sagt, was versprochen wurde. Ergänzen Sie dort „promise“.
finding-stages-title = Stationen
finding-stages-rule = Für jede Station eines Kreislaufs: die heutigen Kundenreisen dort, die Schmerzpunkte, die niemandem gehören, und der Schritt, der sich am schlechtesten anfühlt.
finding-stages-headline = { $count ->
    [one] Station, an der keine Kundenreise vorbeikommt
   *[other] Stationen, an denen keine Kundenreise vorbeikommt
 }
finding-stages-empty = Noch ist kein Kreislauf beschrieben. Ergänzen Sie einen in vocab/lifecycles.yaml.
orphans-principles = Grundsätze, von denen kein Schritt spricht
orphans-unproven = Grundsätze, die nur als eingehalten gelten
orphans-journeys = Kundenreisen ohne Grundsatz
orphans-steps = Schritte ohne Grundsatz
orphan-on-paper = nur auf dem Papier
unowned-nobody = Gehört niemandem
unowned-not-asked = Niemand hat gefragt, wem es gehört
unowned-no-step = kommt in keinem Schritt vor
unowned-more-steps = { $count ->
    [one] und { $count } weiterer Schritt
   *[other] und { $count } weitere Schritte
}
unowned-no-opportunity = Noch keine Verbesserung setzt hier an.
unowned-ask = Am nächsten daran: { $departments }
unowned-ask-anyone = Hier handelt noch keine Abteilung: Fragen Sie, wer zuerst davon hören würde.
no-brainers-table = Was einfach zu tun wäre
worth-title = Wert und Aufwand
worth-intro = Jede offene Chance, deren Aufwand und Wert bekannt sind: je weiter oben, desto mehr gewinnt die Kundschaft; je näher am Anfang der Zeile, desto weniger ist zu tun. In der markierten Ecke stehen die Selbstverständlichkeiten. Ein gestrichelter Ring heißt, dass es niemandem gehört.
worth-effort = Aufwand
worth-worth = Wert für die Kundschaft
worth-place = Aufwand { $effort }, Wert { $worth }
duplicates-groups = Ein Zweck, mehrere Abteilungen
duplicates-shared = Kontaktpunkte mit zwei Zuständigen
duplicates-alike = Namen, so ähnlich, dass es dasselbe sein könnte
duplicates-contradictory = widersprüchlich
tell-us-once-repetitions = Was noch einmal gefragt wird
tell-us-once-dams = Wo Information verloren geht
tell-us-once-weak = Übergaben, die nur manchmal gelingen
tell-us-once-identifiers = Was nur sagt, wer spricht
seams-journeys = Nach Kundenreise
seams-seams = Abteilungswechsel
seams-switches = Kanalwechsel
peak-and-end-table = Was wohl in Erinnerung bleibt
peak-drop = von „{ $from }“ zu „{ $to }“
peak-scored = { $steps ->
    [one] { $scored } von { $steps } Schritt
   *[other] { $scored } von { $steps } Schritten
 }
peak-unknown = zu wenig bekannt
hot-spots-table = Abwege, der heißeste zuerst
hot-spots-hot = heiß
taken-for-unknown = nicht bekannt, angenommen
promises-table = Was versprochen wurde und was daraus wurde
stages-table = Station für Station
stages-balance = Kaufen und Besitzen im Vergleich
sort-pain = Schmerzpunkt
sort-opportunity = Verbesserung
sort-deviation = Abweg
column-what = Was
column-sort = Sorte
column-severity = Schwere
column-since = Seit
column-where = Wo
column-next = Wie weiter
column-step = Schritt
column-status = Stand
column-ratio = Wert je Aufwand
column-sent-by = Verschickt von
column-like = Ähnlich
column-information = Was
column-first = Zuerst gesagt
column-again = Noch einmal gefragt
column-reason = Warum
column-from = Von
column-to = Zu
column-times = Wie oft
column-seams = Abteilungswechsel
column-switches = Kanalwechsel
column-steps = Schritte
column-per-step = Je Schritt
column-remembered = In Erinnerung
column-mean = Mittel
column-peak = Höhepunkt
column-end = Ende
column-lowest = Am tiefsten
column-drop = Größter Abfall
column-scored = Schritte mit Wert
column-heat = Hitze
column-share = Anteil
column-handled = Umgang
column-promise = Versprechen
column-verdict = Urteil
column-because = Wegen
column-unowned = Schmerzpunkte ohne Zuständige

# Zwischen den Wörtern eines Textes
prose-footnotes = Fußnoten
prose-back = Zurück zum Text
prose-table = Tabelle
prose-external = (andere Website)
prose-done = erledigt
prose-open = offen
prose-note = Hinweis
prose-tip = Tipp
prose-important = Wichtig
prose-warning = Achtung
prose-caution = Vorsicht

## Um jede Seite herum, und was die Vorlagen sagen

skip-to-content = Zum Inhalt springen
menu = Menü
sections = Bereiche
languages = Sprachen
llms-more = Weiteres
language-offer = Diese Seite auf Deutsch lesen
language-dismiss = Nein, danke
theme-dark = Zu dunklen Farben wechseln
theme-light = Zu hellen Farben wechseln
breadcrumbs = Sie sind hier
on-this-page = Auf dieser Seite
footer = Über diese Website
contact = Kontakt
licence = Lizenz:
updated = Zuletzt geändert:
edit-page = Diese Seite bearbeiten
page-as-markdown = Diese Seite als Markdown
card-alt = Eine Linie mit Haltestellen auf warmem Papier
leads-here = Was hierher führt
neighbours = Weitere Artikel
previous = Zurück
next = Weiter
home-journeys = Kundenreisen
home-principles = Grundsätze
home-recent = Neu und geändert
home-coverage = Auf Deutsch
meta-form = Form
meta-by = Von
meta-published = Veröffentlicht:
meta-reading-time = Lesezeit
meta-category = Kategorie:
meta-tags = Schlagwörter:
meta-translated = Übersetzung
article-question = Eine Frage, die man im Kopf behält
article-principles = Grundsätze in diesem Artikel
article-journeys = Kundenreisen in diesem Artikel
responses = Was Leserinnen und Leser geantwortet haben
sources = Quellen
source-read = lesen
glossary-letters = Buchstaben
glossary-also = Auch:
glossary-avoid = Zu vermeiden:
glossary-used = { $count ->
    [one] Auf { $count } Seite verwendet
   *[other] Auf { $count } Seiten verwendet
 }
principle-outside-in = Von außen nach innen gedacht
principle-inside-out = Von innen nach außen gedacht
principle-test = Die Frage, die man jedem Schritt stellt
principle-counterweight = Abzuwägen gegen
principle-shows = Kundenreisen, in denen sich dieser Grundsatz zeigt
principle-examples = Beispiele
principle-symptoms = Anzeichen, dass er verletzt wird
journey-parents = Teil von
journey-promise = Das Versprechen
journey-map = Karte der Kundenreise
journey-walk = Schritt für Schritt
journey-deviations = Abseits des Weges
journey-opportunities = Was besser werden könnte
journey-hand-overs = Was Abteilungen einander übergeben
journey-evidence = Worauf das beruht
journey-readings = Was gemessen wurde
journey-children = Aus der Nähe
map-lane = Bahn
map-empty = keine Angabe
map-as-list = Als Liste lesen
map-wide = Zur breiten Karte
map-of = Karte von
map-picture = Als Bild speichern (SVG)
map-table = Als Tabelle speichern (CSV)
map-data = Als Daten speichern (JSON)
map-legend = Was die Zeichen bedeuten
walk-previous = Vorheriger Schritt:
walk-next = Nächster Schritt:
walk-zoom = Aus der Nähe:
evidence-means = So verstanden:
reading-metric = Messgröße
reading-value = Wert
reading-n = Antworten
reading-day = Datum
reading-step = Bei
reading-whole = der ganzen Reise
matrix-health = Zustand
matrix-total = Gesamt
search-label = Suchen
search-browse = Oder stöbern
search-close = Schließen
search-hint = Geben Sie ein Wort ein, oder wählen Sie einen Filter.
search-results = Ergebnisse
search-count = Ergebnisse: %n
search-none = Nichts gefunden für „%q“.
search-none-help = Versuchen Sie es mit weniger Wörtern, oder entfernen Sie einen Filter.
search-instead = Ergebnisse für „%b“ statt „%q“.
search-unknown = „%q“ kommt auf dieser Website nicht vor.
search-filters = Filter
search-clear = Filter entfernen
search-more = Weitere Ergebnisse
search-all-results = Alle Ergebnisse auf einer eigenen Seite
search-failed = Die Suche konnte nicht geladen werden.
search-retry = Noch einmal versuchen
search-loading = Wird geladen
search-keys = Pfeiltasten zum Bewegen, Eingabetaste zum Öffnen, Escape zum Schließen
search-also = Auch suchen in: %l
search-facet-kind = Art
search-facet-stage = Station
search-facet-principle = Grundsatz
search-facet-channel = Kanal
search-facet-persona = Persona
search-facet-department = Abteilung
search-facet-sentiment = Gefühl
search-facet-severity = Schwere
search-facet-unowned = Zuständigkeit
search-kind-article = Artikel
search-kind-principle = Grundsätze
search-kind-journey = Kundenreisen
search-kind-step = Schritte
search-kind-persona = Personas
search-kind-example = Beispiele
search-kind-finding = Befunde
search-kind-event = Veranstaltungen
search-kind-term = Glossar
search-kind-page = Seiten
search-kind-department = Abteilungen
search-kind-channel = Kanäle
search-kind-touchpoint = Kontaktpunkte
search-kind-system = Systeme
search-kind-metric = Messgrößen
search-kind-symptom = Anzeichen
search-kind-stage = Stationen
search-kind-source = Quellen
search-kind-author = Autorinnen und Autoren
search-kind-category = Rubriken
search-kind-family = Familien
search-kind-lifecycle = Kreisläufe
search-kind-purpose = Zwecke
search-kind-tag = Schlagwörter
search-kind-response = Antworten

# Weitere Befunde
finding-perception-gaps-title = Was Mitarbeitende meinen, und was ist
finding-perception-gaps-rule = Für jeden Schritt, von dem beides bekannt ist: wie er sich nach Meinung der Mitarbeitenden anfühlt, weniger wie er sich anfühlt; ab zwei Punkten wird der Abstand markiert.
finding-perception-gaps-headline = { $count ->
    [one] Schritt, den Mitarbeitende weit besser sehen
   *[other] Schritte, die Mitarbeitende weit besser sehen
 }
finding-perception-gaps-empty = Noch hat niemand die Mitarbeitenden gefragt. Ergänzen Sie „staff“ bei der Emotion eines Schritts.
finding-sneaky-traps-title = Tückische Fallen
finding-sneaky-traps-rule = Offene Verbesserungen, die einen angenehmen Schritt, ein Wow oder einen eingehaltenen Grundsatz des Gefühls wegnähmen; ein echtes Doppel wegzunehmen löst keinen Alarm aus.
finding-sneaky-traps-headline = { $count ->
    [one] Ersparnis, die kostet, was Kunden mögen
   *[other] Ersparnisse, die kosten, was Kunden mögen
 }
finding-sneaky-traps-empty = Keine offene Verbesserung nimmt etwas weg, das sich gut anfühlt. Was eine Verbesserung wegnähme, steht unter „removes“.
finding-blinkers-title = Scheuklappen
finding-blinkers-rule = Eine Abteilung sieht die Schritte, in denen sie handelt, vor den Kunden oder dahinter; daneben stehen die Schmerzpunkte dieser Schritte, die ihr nicht gehören.
finding-blinkers-headline = { $count ->
    [one] Mal, dass eine Abteilung weniger als die halbe Kundenreise sieht
   *[other] Mal, dass eine Abteilung weniger als die halbe Kundenreise sieht
 }
finding-blinkers-empty = Kein Schritt sagt, welche Abteilung darin handelt. Ergänzen Sie „frontstage“ und „backstage“.
finding-evidence-title = Belege und Alter
finding-evidence-rule = Für jede Kundenreise: wie viele Emotionen beobachtet, berichtet oder angenommen sind, welche Schmerzpunkte ohne Beleg sind und wann sie aufgezeichnet wurde.
finding-evidence-headline = { $count ->
    [one] Schmerzpunkt ohne Beleg
   *[other] Schmerzpunkte ohne Beleg
 }
finding-evidence-empty = Noch ist keine heutige Kundenreise veröffentlicht.
finding-root-causes-title = Ursachen
finding-root-causes-rule = Ein Schmerzpunkt kann den Schritt nennen, in dem er beginnt; die Schritte stehen danach, wie viele dort beginnen, in ihrer Kundenreise oder einer anderen.
finding-root-causes-headline = { $count ->
    [one] Schritt, in dem Ärger beginnt
   *[other] Schritte, in denen Ärger beginnt
 }
finding-root-causes-empty = Kein Schmerzpunkt nennt seine Ursache. Ergänzen Sie „cause“ bei einem.
finding-said-and-meant-title = Gesagt und gemeint
finding-said-and-meant-rule = Was Menschen sagten, neben dem, was es bedeutet, und Bedürfnisse von Personas, die kein Schritt einer heutigen Kundenreise erfüllt.
finding-said-and-meant-headline = { $count ->
    [one] Aussage, die mehr meint, als sie sagt
   *[other] Aussagen, die mehr meinen, als sie sagen
 }
finding-said-and-meant-empty = Kein Beleg sagt, was gemeint war. Ergänzen Sie „means“ bei einem.
finding-consistency-title = Beständigkeit
finding-consistency-rule = Die Messwerte jeder Messgröße vom tiefsten zum höchsten, mit der Änderung je Jahr, und die Werte jedes Kontaktpunkts, den mehrere Kundenreisen haben.
finding-consistency-headline = { $count ->
    [one] Kontaktpunkt, der sich je nach Kundenreise anders anfühlt
   *[other] Kontaktpunkte, die sich je nach Kundenreise anders anfühlen
 }
finding-consistency-empty = Noch wurde nichts gemessen, und keine zwei Kundenreisen teilen einen Kontaktpunkt. Ergänzen Sie „readings“ in einer Kundenreise.
finding-symptoms-title = Symptome
finding-symptoms-rule = Schmerzpunkte werden nach Symptom gezählt; ein leichter wiegt 1, ein kritischer 4. Meist machen wenige Symptome das meiste Gewicht aus.
finding-symptoms-headline = { $count ->
    [one] Symptom, das vorkommt
   *[other] Symptome, die vorkommen
 }
finding-symptoms-empty = Kein Schmerzpunkt nennt ein Symptom. Ergänzen Sie „symptom“ bei einem.
finding-idle-title = Zuständig, aber still
finding-idle-rule = Schmerzpunkte mit Zuständigen und ohne Verbesserung, laufende Arbeit ohne Messgröße und erledigte Arbeit ohne Messung seither.
finding-idle-headline = { $count ->
    [one] Sache, die trotz Zuständigkeit stillsteht
   *[other] Sachen, die trotz Zuständigkeit stillstehen
 }
finding-idle-empty = Alles, wofür jemand zuständig ist, bewegt sich. Ein Schmerzpunkt ohne Verbesserung oder Arbeit ohne „measure“ stünde hier.
finding-what-if-title = Was wäre, wenn
finding-what-if-rule = Die Gesundheit jedes Grundsatzes, wenn jeder Schritt, den eine geplante oder laufende Verbesserung angeht, teilweise einhielte, was er heute verletzt.
finding-what-if-headline = { $count ->
    [one] Grundsatz, den Pläne bessern würden
   *[other] Grundsätze, die Pläne bessern würden
 }
finding-what-if-empty = Nichts Geplantes oder Laufendes würde einen Grundsatz bessern. Nennen Sie unter „addresses“, welche Schmerzpunkte eine Verbesserung lindert, und welche Grundsätze deren Schritte verletzen.
finding-channels-title = Kanäle je Station
finding-channels-rule = Für jede Station eines Lebenszyklus: die Kanäle, die Schritte heutiger Kundenreisen nutzen, mit ihren Zeiten und in wie vielen Schritten.
finding-channels-headline = { $count ->
    [one] Station ohne Kanal
   *[other] Stationen ohne Kanal
 }
finding-channels-empty = Noch ist kein Lebenszyklus beschrieben. Ergänzen Sie einen in vocab/lifecycles.yaml.
finding-follow-up-title = Was daraus wurde
finding-follow-up-rule = Jede Verbesserung mit Zuständigen und Stand und die Messwerte ihrer Messgröße, bevor sie erledigt war und danach.
finding-follow-up-headline = { $count ->
    [one] laufende Verbesserung
   *[other] laufende Verbesserungen
 }
finding-follow-up-empty = Noch nennt keine heutige Kundenreise eine Verbesserung. Ergänzen Sie „opportunities“ in einer.
perception-steps = Schritt für Schritt
perception-departments = Nach Abteilung
perception-wide = weit
sneaky-traps-table = Ersparnisse und was sie kosten würden
trap-wow = Wow
blinkers-table = Was jede Abteilung sieht
evidence-journeys = Kundenreise für Kundenreise
evidence-pains = Schmerzpunkte ohne Beleg
evidence-overdue = Durchsicht überfällig
root-causes-table = Wo der Ärger beginnt
said-and-meant-voices = Was gesagt wurde und was es bedeutet
said-and-meant-unmet = Bedürfnisse, die kein Schritt erfüllt
consistency-metrics = Messgrößen
consistency-touchpoints = Kontaktpunkte mehrerer Kundenreisen
symptoms-table = Symptome, das schwerste zuerst
idle-pains = Schmerzpunkte mit Zuständigen und ohne Verbesserung
idle-unmeasured = In Arbeit, und niemand wird messen
idle-unproven = Erledigt und seither nicht gemessen
what-if-table = Gesundheit der Grundsätze, heute und dann
channels-table = Welche Kanäle es gibt
follow-up-table = Alle Verbesserungen
column-customers = Kunden
column-staff = Mitarbeitende
column-gap = Abstand
column-lost = Ginge verloren
column-sees = Sieht
column-foreign-pains = Schmerzpunkte, die ihr nicht gehören
column-mapped = Aufgezeichnet
column-causes = Verursacht
column-affects = Spürbar bei
column-said = Gesagt
column-meant = Gemeint
column-need = Bedürfnis
column-readings = Messungen
column-highest = Am höchsten
column-spread = Spanne
column-outcomes = Was dabei herauskam
column-covered = Erfasste Stationen
column-yearly = Änderung im Jahr
column-weight = Gewicht
column-cumulative = Zusammen bisher
column-now = Heute
column-then = Dann
column-verdicts = Urteile
column-before = Vorher
column-after = Danach
blinkers-sees = { $seen } von { $steps }

# Übersetzungen, nur in der Vorschau
l10n-title = Übersetzungen
l10n-title-of = Übersetzungen: { $language }
l10n-panel-title = { $name } ({ $language })
l10n-intro = Wie jede Übersetzung heute steht. Dieselben Zahlen für Programme:
l10n-documents = Was zu übersetzen ist, das Dringendste zuerst
l10n-document = Dokument
l10n-vocabulary = Wortliste
l10n-own-language = in dieser Sprache geschrieben
l10n-all-well = Alles sagt, was seine Quelle sagt.
l10n-fresh-of = { $fresh } von { $subjects } sagen, was ihre Quelle sagt
l10n-words = { $count ->
    [one] { $count } Wort zu tun
   *[other] { $count } Wörter zu tun
 }
l10n-total-outdated = { $count ->
    [one] { $count } ist veraltet
   *[other] { $count } sind veraltet
 }
l10n-total-unverified = { $count ->
    [one] { $count } sagt nicht, welchem Stand sie entspricht
   *[other] { $count } sagen nicht, welchem Stand sie entsprechen
 }
l10n-total-missing = { $count ->
    [one] { $count } fehlt
   *[other] { $count } fehlen
 }
l10n-total-begun = { $count ->
    [one] { $count } ist begonnen
   *[other] { $count } sind begonnen
 }
l10n-total-unread = { $count ->
    [one] { $count } ist aktuell und noch nicht gegengelesen
   *[other] { $count } sind aktuell und noch nicht gegengelesen
 }
l10n-strings = { $count ->
    [0] Der Oberfläche fehlt kein Text
    [one] { $count } Text der Oberfläche fehlt
   *[other] { $count } Texte der Oberfläche fehlen
 }
l10n-terms = { $count ->
    [0] Jeder Begriff des Glossars hat sein Wort
    [one] { $count } Begriff des Glossars hat kein eigenes Wort
   *[other] { $count } Begriffe des Glossars haben kein eigenes Wort
 }
l10n-oldest = Am längsten veraltet: { $name }, übersetzt am { $day }
l10n-column-state = Stand
l10n-column-day = Übersetzt oder gelesen
l10n-column-links = Weiter zu
l10n-show = Zeigen
l10n-show-all = alles
l10n-show-outdated = veraltete
l10n-show-missing = fehlende
l10n-show-open = begonnene
l10n-show-unverified = ungeprüfte
l10n-show-unread = nicht gegengelesene
l10n-file = Datei:
l10n-more = { $count ->
    [one] { $count } weiteres steht nicht in dieser Liste; die Seite der Sprache zeigt es.
   *[other] { $count } weitere stehen nicht in dieser Liste; die Seite der Sprache zeigt sie.
 }
l10n-missing = fehlt
l10n-machine = maschinell übersetzt
l10n-draft = Entwurf
l10n-reviewed = geprüft
l10n-unverified = ungeprüft
l10n-outdated = veraltet { $changed }/{ $segments }
l10n-outdated-unknown = veraltet, Unterschied unbekannt
l10n-untranslated = { $changed }/{ $segments } nicht übersetzt
l10n-untranslated-count = { $count ->
    [0] Jeder Abschnitt ist übersetzt
    [one] { $count } Abschnitt ist nicht übersetzt
   *[other] { $count } Abschnitte sind nicht übersetzt
 }
l10n-note-missing = Diese Übersetzung hat noch niemand begonnen.
l10n-note-begun = Die Datei ist da, aber noch nichts darin ist übersetzt.
l10n-note-unverified = Sie sagt nicht, welchem Stand der Quelle sie entspricht; niemand weiß, ob sie veraltet ist.
l10n-note-lost = Der Stand, aus dem sie entstand, ist nicht mehr da; niemand weiß, was sich geändert hat.
l10n-see-page = Zur Seite
l10n-see-source = Zur Quelle
l10n-edit = Übersetzung bearbeiten
l10n-edit-source = Quelle bearbeiten
l10n-next = Als Nächstes:
l10n-changes = Was sich seither geändert hat
l10n-source-then = Quelle, damals
l10n-source-now = Quelle, heute
l10n-translation = Übersetzung
l10n-problems = Was die Regeln finden
l10n-segments = Alles nebeneinander
l10n-place = Wo
l10n-extra = Nur in der Übersetzung
l10n-segment-untranslated = nicht übersetzt
l10n-segment-changed = Quelle geändert
l10n-class-text = andere Worte
l10n-class-typography = nur Typografie
l10n-class-markup = nur Auszeichnung
l10n-class-moved = verschoben
l10n-class-added = neu
l10n-class-removed = entfallen
l10n-risk-negation = eine Verneinung
l10n-risk-number = eine Zahl
l10n-risk-term = ein Fachbegriff
l10n-risk-name = ein Name
l10n-risk-link = ein Verweis
l10n-place-heading = Überschrift
l10n-place-paragraph = Absatz
l10n-place-item = Listenpunkt
l10n-place-cell = Tabellenzelle
l10n-place-term = Begriff
l10n-place-definition = Definition
l10n-badge = Übersetzung: { $state }
l10n-state = { $quality }, { $more }
l10n-close = Schließen
l10n-open = Auf eigener Seite öffnen
