# Les mots de l’interface, en français.

## Pages

# Listes de noms, et langues
list-separator = { ", " }
language-en = anglais
language-fr = français
language-ar = arabe
language-de = allemand

# Langues et avis
switcher-note = { $tag ->
    [en] pas encore traduite : affichée en anglais
    [fr] pas encore traduite : affichée en français
    [ar] pas encore traduite : affichée en arabe
    [de] pas encore traduite : affichée en allemand
   *[rest] pas encore traduite : affichée en { $language }
 }
switcher-partly = traduite en partie
notice-fallback = { $tag ->
    [en] Cette page n’est pas encore traduite. Vous la lisez en anglais.
    [fr] Cette page n’est pas encore traduite. Vous la lisez en français.
    [ar] Cette page n’est pas encore traduite. Vous la lisez en arabe.
    [de] Cette page n’est pas encore traduite. Vous la lisez en allemand.
   *[rest] Cette page n’est pas encore traduite. Vous la lisez en { $language }.
 }
notice-partly = { $tag ->
    [en] Cette page n’est traduite qu’en partie. Le reste est en anglais.
    [fr] Cette page n’est traduite qu’en partie. Le reste est en français.
    [ar] Cette page n’est traduite qu’en partie. Le reste est en arabe.
    [de] Cette page n’est traduite qu’en partie. Le reste est en allemand.
   *[rest] Cette page n’est traduite qu’en partie. Le reste est en { $language }.
 }
notice-missing = { $tag ->
    [en] Cette page n’est pas encore traduite. Elle existe en anglais.
    [fr] Cette page n’est pas encore traduite. Elle existe en français.
    [ar] Cette page n’est pas encore traduite. Elle existe en arabe.
    [de] Cette page n’est pas encore traduite. Elle existe en allemand.
   *[rest] Cette page n’est pas encore traduite. Elle existe en { $language }.
 }
notice-source-link = { $tag ->
    [en] La lire en anglais
    [fr] La lire en français
    [ar] La lire en arabe
    [de] La lire en allemand
   *[rest] La lire en { $language }
 }
notice-source-page = { $tag ->
    [en] Voir la page en anglais
    [fr] Voir la page en français
    [ar] Voir la page en arabe
    [de] Voir la page en allemand
   *[rest] Voir la page en { $language }
 }
notice-help = Aider à cette traduction
notice-draft = Brouillon : visible dans cet aperçu seulement.
notice-review = En relecture : visible dans cet aperçu seulement.
notice-archived = Cette page est conservée pour mémoire et n’est plus tenue à jour.
notice-machine = Cette traduction automatique a été relue par une personne.
notice-outdated = { $changed ->
    [one] La source a changé depuis cette traduction : { $changed } passage sur { $total } diffère.
   *[other] La source a changé depuis cette traduction : { $changed } passages sur { $total } diffèrent.
 }
notice-outdated-unknown = La source a changé depuis cette traduction.
notice-outdated-parts = Dans ces sections :
notice-translated = Traduit le { $date }.
section-changed = La source de cette section a changé depuis sa traduction.
notice-republished = Paru d’abord chez { $site }.
notice-republished-dated = Paru d’abord chez { $site }, { $date }.
notice-republished-link = Lire l’original
evidence-translated = { $tag ->
    [en] traduit de l’anglais
    [fr] traduit du français
    [ar] traduit de l’arabe
    [de] traduit de l’allemand
   *[rest] traduction, langue d’origine : { $language }
 }
meta-translation = { $shape ->
    [full] { $by } ; relecture : { $reviewer } ; { $date }
    [undated] { $by } ; relecture : { $reviewer }
    [translated-dated] { $by } ; { $date }
    [translated] { $by }
    [reviewed-dated] relecture : { $reviewer } ; { $date }
   *[reviewed] relecture : { $reviewer }
 }

# Titres et descriptions
breadcrumb-home = Accueil
page-description = { $kind } : { $name }. { $site }
section-description = { $name }. { $site }
findings-title = Constats
findings-intro = Ce que l’on peut tirer des parcours : où des principes sont enfreints, ce dont personne ne répond, ce que l’on demande deux fois aux clients.
findings-tables = En tableaux pour tableur (CSV)
findings-on-principles = Principes et promesses
findings-on-hands = D’une main à l’autre
findings-on-feelings = Ce que l’on ressent
findings-on-work = Qui en répond, et ce qui se fait
findings-on-grounds = D’où cela vient, et comment on le sait
table-pains = Tous les irritants
table-opportunities = Toutes les améliorations
table-touchpoints = Tous les points de contact
table-principles-matrix = Principes et parcours
table-gaps = Ce que l’on redemande aux clients
table-readings = Toutes les mesures
findings-no-journey = Aucun parcours actuel n’est encore publié. Écrivez-en un avec « cxbook new journey », donnez à son « status » la valeur « published », et cette page se remplira d’elle-même.
search-title = Recherche
search-without-script = La recherche a besoin de JavaScript. Ces listes mènent aussi partout.
not-found-title = Page introuvable
not-found-text = Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée ; ces listes mènent partout.
chooser-text = Lire en français
glossary-intro = Les mots employés ici, leur sens, et comment les disent d’autres langues.
journey-map-title = { $journey } : { $rows }
map-whole = La carte entière
map-customer = Le côté client
map-blueprint = Le plan de service
map-learned = Ce que nous avons appris
map-workshop = Une feuille pour les ateliers
sheet-fixes = Trois remèdes à chercher d’abord
sheet-duplication = Qu’est-ce que les clients reçoivent deux fois, ou de deux côtés ?
sheet-information = Que savons-nous déjà, sans le transmettre ?
sheet-no-brainer = Qu’est-ce qui coûterait peu et aiderait tout de suite ?
sheet-known = Déjà sur la liste :
sheet-questions = Les questions à poser à chaque étape
sheet-reflection = Avant de se quitter
sheet-surprise = Qu’est-ce qui nous a surpris sur ce parcours ?
sheet-first = Quelle étape réparons-nous d’abord, et comment devrait-elle se vivre ensuite ?
sheet-next = Qui fait quoi, et pour quand ?
diagram-actors = Qui y participe
map-slice-title = { $journey }, vu par { $department }
map-slice = { $department } : { $seen } sur { $steps }
map-slice-sees = { $department } voit { $seen ->
    [one] { $seen } étape
   *[other] { $seen } étapes
} sur { $steps } : { $direct } face aux clients, { $indirect } seulement en coulisses.
map-slices = Vu par les services (étapes) :
atlas-caption = Tous les parcours par stade et par niveau : { $lifecycle }
map-mapped = Cartographié : { $date }
map-review = À revoir : { $date }
map-part = { $journey }, feuille { $part } sur { $parts } : étapes { $from } à { $to }
map-continued = { $phase } (suite)
compared-line = La ligne en tirets est celle de { $journey }.
compared-only-here = Seulement ici : { $steps }.
compared-only-there = Seulement dans { $journey } : { $steps }.

# Genres
kind-page = Page
kind-article = Article
kind-principle = Principe
kind-journey = Parcours
kind-persona = Persona
kind-example = Exemple
kind-event = Événement
kind-response = Réponse
kind-department = Service
kind-channel = Canal
kind-touchpoint = Point de contact
kind-purpose = But
kind-system = Système
kind-metric = Indicateur
kind-symptom = Symptôme
kind-lifecycle = Cycle de vie
kind-stage = Stade
kind-category = Catégorie
kind-tag = Mot-clé
kind-family = Famille
kind-term = Terme
kind-author = Auteur
kind-source = Source
kinds-page = Pages
kinds-article = Articles
kinds-principle = Principes
kinds-journey = Parcours
kinds-persona = Personas
kinds-example = Exemples
kinds-event = Événements
kinds-response = Réponses
kinds-department = Services
kinds-channel = Canaux
kinds-touchpoint = Points de contact
kinds-purpose = Buts
kinds-system = Systèmes
kinds-metric = Indicateurs
kinds-symptom = Symptômes
kinds-lifecycle = Cycles de vie
kinds-stage = Stades
kinds-category = Catégories
kinds-tag = Mots-clés
kinds-family = Familles
kinds-term = Glossaire
kinds-author = Auteurs
kinds-source = Sources

# Listes
index-article = Ce que nous avons écrit, du plus récent au plus ancien.
index-principle = Comment les clients veulent être traités, chaque règle reliée aux étapes qui la respectent ou l’enfreignent.
index-journey = Ce qui se passe vraiment, étape par étape, vu du côté du client.
index-persona = Les personnes par les yeux de qui les parcours sont racontés. Elles sont inventées.
index-example = Ce que des organisations ont fait, et ce qu’on en apprend.
index-event = Ateliers, webinaires et conférences.
index-department = Qui fait le travail, devant les clients et en coulisses.
index-channel = Les voies par lesquelles les clients et l’organisation se joignent.
index-touchpoint = Là où les clients et l’organisation se rencontrent, selon le but de chaque rencontre.
index-purpose = À quoi servent les points de contact.
index-system = Ce sur quoi reposent les étapes d’un parcours : systèmes, processus, règles, fournisseurs.
index-metric = Ce qui est mesuré, et sur quelle échelle.
index-symptom = Les signes qu’un principe est enfreint.
index-stage = Les stades de la relation avec un client, dans l’ordre.
index-category = Les tiroirs où sont rangés les articles.
index-tag = Ce que les articles abordent.
index-family = Les principes qui vont ensemble.
index-author = Qui a écrit ces pages.
index-source = Ce sur quoi reposent ces pages.
index-empty = Il n’y a encore rien ici.
index-others = Autres
index-undated = Sans date
index-level-lifecycle = Toute la relation
index-level-macro = D’un besoin à son terme
index-level-micro = De près
index-level-other = Autres parcours
index-events-coming = À venir
index-events-past = Passés
count-mentions = { $count ->
    [one] { $count } mention
   *[other] { $count } mentions
 }
count-steps = { $count ->
    [one] { $count } étape
   *[other] { $count } étapes
 }
count-people = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
 }
entity-met-nowhere = Aucune page ne mentionne encore : { $name }.

# Fichiers à suivre ou à télécharger
feed-changes = Pages nouvelles et modifiées
feed-journeys = Parcours modifiés
feed-no-brainers = Ce qu’il suffirait de faire
feed-events = Calendrier des événements
file-csv = Ce tableau en CSV
file-json = Ce tableau en JSON
file-calendar = Ajouter à un calendrier

# Accueil
headline-unowned = { $count ->
    [one] irritant dont personne ne répond
   *[other] irritants dont personne ne répond
 }
headline-breaks = { $count ->
    [one] étape qui enfreint un principe
   *[other] étapes qui enfreignent un principe
 }
headline-tell-us-once = { $count ->
    [one] fois où le client redit ce qu’il a déjà dit
   *[other] fois où le client redit ce qu’il a déjà dit
 }
headline-no-brainers = { $count ->
    [one] amélioration à faire sans hésiter
   *[other] améliorations à faire sans hésiter
 }
journey-scope = { $known ->
    [yes] { $steps ->
        [one] { $steps } étape, vécue par { $persona }
       *[other] { $steps } étapes, vécues par { $persona }
     }
   *[no] { $steps ->
        [one] { $steps } étape
       *[other] { $steps } étapes
     }
 }
stage-traffic = { $journeys ->
    [0] pas encore de parcours
    [one] { $unowned ->
        [0] { $journeys } parcours
        [one] { $journeys } parcours, { $unowned } irritant dont personne ne répond
       *[other] { $journeys } parcours, { $unowned } irritants dont personne ne répond
     }
   *[other] { $unowned ->
        [0] { $journeys } parcours
        [one] { $journeys } parcours, { $unowned } irritant dont personne ne répond
       *[other] { $journeys } parcours, { $unowned } irritants dont personne ne répond
     }
 }
lifecycle-span = De « { $first } » à « { $last } »
stage-unowned = { $count ->
    [one] { $count } irritant sans responsable
   *[other] { $count } irritants sans responsable
 }
loop-promise = promesse
loop-title = { $name } : les { $stages } stades de la relation avec un client, et les parcours à chacun
lobe-buy = Acheter
lobe-own = Posséder
coverage-text = { $total ->
    [one] { $done } page sur { $total } existe en français.
   *[other] { $done } pages sur { $total } existent en français.
 }
reading-time = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }

# Durées
time-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
 }
time-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
 }
time-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
 }
time-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
 }
time-weeks = { $count ->
    [one] { $count } semaine
   *[other] { $count } semaines
 }
time-seconds-range = { $most ->
    [one] { $least } à { $most } seconde
   *[other] { $least } à { $most } secondes
 }
time-minutes-range = { $most ->
    [one] { $least } à { $most } minute
   *[other] { $least } à { $most } minutes
 }
time-hours-range = { $most ->
    [one] { $least } à { $most } heure
   *[other] { $least } à { $most } heures
 }
time-days-range = { $most ->
    [one] { $least } à { $most } jour
   *[other] { $least } à { $most } jours
 }
time-weeks-range = { $most ->
    [one] { $least } à { $most } semaine
   *[other] { $least } à { $most } semaines
 }
time-range = { $least } à { $most }
age-months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
 }
age-years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
 }

# Parcours
journey-caption = { $known ->
    [yes] { $journey }, parcours vécu par { $persona }. { $steps ->
        [one] { $steps } étape
       *[other] { $steps } étapes
     } en { $phases ->
        [one] { $phases } phase.
       *[other] { $phases } phases.
     }
   *[no] { $journey }. { $steps ->
        [one] { $steps } étape
       *[other] { $steps } étapes
     } en { $phases ->
        [one] { $phases } phase.
       *[other] { $phases } phases.
     }
 }
journey-persona = Vécu par
journey-goal = But
journey-state = Montre
journey-compares = À comparer avec
journey-level = Niveau
journey-mapped = Cartographié
journey-workshop = Issu de l’atelier
fact-owner = Responsable
fact-review = À relire avant
fact-basis = Repose sur
fact-language = Langue
lane-storyboard = En images
lane-does = Fait
lane-thinks = Pense
quote-open = { "«\u00A0" }
quote-close = { "\u00A0»" }
lane-curve = Ressent
lane-feels = Ressent, en mots
lane-quality = Facile, utile, sans accroc
lane-off-path = Hors-piste
lane-off-path-words = Hors-piste, en mots
lane-touchpoints = Point de contact
lane-frontstage = Avant-scène
lane-backstage = Coulisses
lane-support = Processus de soutien
lane-tells = Dit
lane-pains = Irritants
lane-opportunities = Améliorations
lane-principles = Principes
lane-metrics = Indicateurs
line-interaction = Ligne d’interaction
line-visibility = Ligne de visibilité
line-internal = Ligne d’interaction interne
line-learned = Ce que nous avons appris
curve-peak = PIC
curve-end = FIN
sign-good = se vit bien
sign-even = ni bien ni mal
sign-bad = se vit mal
sign-assumed = creux : supposé ; plein : observé ou rapporté
sign-moment = un moment de vérité
sign-wow = un effet wow
sign-staff = ce que le personnel croit
sign-compared = le parcours auquel il est comparé
sign-off-path = une sortie hors-piste, d’autant plus large que beaucoup la prennent
sign-exit = un départ sans retour
curve-title = Ce qui est ressenti, étape par étape : { $journey }
curve-step = { $number }. { $name }
curve-unknown = On ne sait encore rien de ce qui est ressenti.
curve-one = Une seule étape a une note : { $score } ({ $step }).
curve-words = { $drops ->
    [yes] Commence à { $start } ({ $start-step }), au plus bas { $lowest } ({ $lowest-step }), finit à { $end } ({ $end-step }). Plus forte chute : de « { $from } » à « { $to } ».
   *[no] Commence à { $start } ({ $start-step }), au plus bas { $lowest } ({ $lowest-step }), finit à { $end } ({ $end-step }). Aucune chute d’une étape à la suivante.
 }
feels-in-words = { $score } { $feeling }
feels-staff = selon le personnel { $score }
feels-unknown = inconnu
quality-value = { $dimension } : { $value } sur 5
step-actor = Fait par
step-moment = Moment de vérité
step-wow = Effet wow
step-after = { $time } plus tard
step-takes = dure { $time }
step-alternatives = Point de contact (l’un de ceux-ci)
step-needs = Répond au besoin
step-evidence = Preuves
step-next = Mène à
step-of-journey = { $step }, dans : { $journey }
tells-again = encore
tells-sensitive = sensible
reason-asks-again = le même service redemande
reason-hand-over-ignored = transmis, mais personne n’a regardé
reason-information-gap = jamais transmis
owner-nobody = personne n’en répond
owner-unasked = personne n’a demandé qui en répond
pain-since = depuis : { $date }
pain-eased-by = Serait soulagé par : { $opportunity } ({ $status })
pain-cause = Commence à : { $step }
pain-symptom = Signe de : { $symptom }
pain-intent = Intention : { $intent }
pain-evidence = Preuve : { $evidence }
pains-here = Ce qui irrite ici : { $pains }
metric-reading = { $value }, { $date }
metric-reading-n = { $value }, { $date }, n = { $n }
sample = n = { $n }
value-of-five = { $value } sur 5
deviation-from = Part de
deviation-rejoins = Revient à
deviation-exit = Ne revient pas
deviation-leaves = et ne revient pas
deviation-rejoins-at = revient à : { $step }
off-path-label = { $share } { $kind }
opportunity-addresses = Soulagerait
opportunity-removes = Supprimerait
opportunity-customer-value = Valeur pour les clients
opportunity-business-value = Valeur pour l’organisation
opportunity-effort = Effort
opportunity-benefit = Bénéfice
opportunity-due = Échéance
opportunity-done-on = Fait
opportunity-measure = Mesuré par
opportunity-link = En savoir plus
evidence-internal = preuve interne, non publiée
evidence-who = un client comme { $persona }
hand-over = { $from } transmet à { $to } : { $what }
hand-over-partly = ne marche que parfois
promise-kept = tenue
promise-at-risk = menacée
promise-broken = non tenue
promise-unknown = inconnu
estimate-remembered = ce qui devrait rester en mémoire (estimation)
estimate-lowest = au plus bas
estimate-end = à la fin
estimate-seams = { $steps ->
    [one] { $count ->
        [one] changement de service sur { $steps } étape
       *[other] changements de service sur { $steps } étape
     }
   *[other] { $count ->
        [one] changement de service sur { $steps } étapes
       *[other] changements de service sur { $steps } étapes
     }
 }

# Les mots d’un parcours
verdict-breaks = enfreint
verdict-partly = respecte en partie
verdict-keeps = respecte
verdict-aspires = vise
verdict-count = { $verdict } { $count }
severity-low = faible
severity-medium = moyen
severity-high = fort
severity-critical = critique
sentiment-negative = négatif
sentiment-neutral = neutre
sentiment-positive = positif
frequency-rare = rarement
frequency-some = parfois
frequency-often = souvent
frequency-always = toujours
mode-acts = agit
mode-interacts = échange
mode-observes = observe
mode-waits = attend
mode-undergoes = subit
basis-assumed = supposé
basis-reported = rapporté
basis-observed = observé
basis-mixed = observé en partie
state-current = ce qui est
state-future = ce qui devrait être
level-lifecycle = toute la relation
level-macro = un besoin, du début à la fin
level-micro = une étape, de près
deviation-abandon = abandonne
deviation-detour = fait un détour
deviation-repeat = recommence
deviation-skip = saute
deviation-channel-switch = change de canal
deviation-escalate = réclame plus haut
deviation-branch = autre issue
handled-designed = prévu
handled-workaround = contourné
handled-none = non traité
opportunity-duplication = fin d’un doublon
opportunity-information = information qui circule
opportunity-no-brainer = évidence
opportunity-redesign = refonte
opportunity-digitise = numérisation
opportunity-recovery = rattrapage
opportunity-delight = enchantement
opportunity-policy = changement de règle
opportunity-efficiency = efficacité
status-open = ouvert
status-planned = prévu
status-in-progress = en cours
status-testing = à l’essai
status-done = fait
status-dismissed = écarté
benefit-communication = communication
benefit-process = processus
benefit-cost = coûts
benefit-loyalty = fidélité
evidence-quote = Citation
evidence-interview = Entretien
evidence-survey = Enquête
evidence-analytics = Mesure d’audience
evidence-complaints = Réclamations
evidence-observation = Observation
evidence-log = Journal
evidence-workshop = Atelier
moment-zero = Moment de vérité : avant le contact
moment-first = Moment de vérité : le choix
moment-second = Moment de vérité : l’usage
moment-ultimate = Moment de vérité : le partage
moment-service = Moment de vérité : le service
dimension-effortless = Facile
dimension-productive = Utile
dimension-painless = Sans accroc
dimension-emotional = Émotion
dimension-consistent = Cohérence

# Principes, articles et exemples
principle-stance = Regard
principle-dimension = Améliore
principle-kano = Classe de Kano
principle-discipline = Discipline
principle-health = { $steps ->
    [one] Santé : { $health }, d’après { $steps } avis ; respecté vaut 1, respecté en partie un demi, enfreint 0.
   *[other] Santé : { $health }, moyenne de { $steps } avis ; respecté vaut 1, respecté en partie un demi, enfreint 0.
 }
principle-shows-nowhere = Aucune étape d’un parcours n’a encore été jugée à l’aune de ce principe.
stance-outside-in = de l’extérieur vers l’intérieur
stance-inside-out = de l’intérieur vers l’extérieur
stance-balance = des deux côtés
discipline-strategy = stratégie
discipline-customer-understanding = connaissance des clients
discipline-design = conception
discipline-measurement = mesure
discipline-governance = gouvernance
discipline-culture = culture
kano-must-be = obligatoire
kano-one-dimensional = plus il y en a, mieux c’est
kano-attractive = enchante
kano-indifferent = indifférent
kano-reverse = rebute
form-article = article
form-note = note
form-case = cas
form-workshop-report = compte rendu d’atelier
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
credits-title = Crédits des images
credits-intro = À qui sont les images de ce site, et sous quelle licence.
credits-shown = Visible dans
figure-changes = Modifications : { $changes }
figure-credit = { $titled ->
    [yes] { $work }, par { $author }, { $licence }
   *[no] Par { $work }, { $licence }
 }
example-organisation = Organisation
example-sector = Secteur
example-place = Lieu
example-year = Année
example-outcome = Issue
example-moral = Ce qu’on en apprend
example-turning-points = Tournants
example-quote = Avec leurs mots
outcome-good = bonne
outcome-bad = mauvaise
outcome-mixed = mitigée

# Entités
persona-role = Rôle
persona-context = Situation
persona-needs = Besoins
persona-expectations = Tient pour acquis
role-customer = client
role-prospect = prospect
role-partner = partenaire
role-employee = salarié
need-says = dit
need-latent = ne le dit jamais
department-external = Partenaire
department-is-external = fait partie d’une autre organisation
department-parent = Fait partie de
department-ask = À qui s’adresser
channel-medium = Moyen
channel-hours = Horaires
channel-digital = Numérique
channel-is-digital = oui
channel-is-not-digital = non
hours-always = jour et nuit
touchpoint-evidence = Ce qui reste au client
touchpoint-contradicts = Contredit
medium-phone = téléphone
medium-letter = courrier
medium-email = courriel
medium-sms = SMS
medium-chat = messagerie
medium-web = site web
medium-app = application
medium-in-person = en personne
medium-social = réseaux sociaux
medium-device = appareil
medium-payment = paiement
medium-other = autre
system-sort = Sorte
system-system = système
system-process = processus
system-policy = règle
system-supplier = fournisseur
metric-sort = Sorte
metric-scale = Échelle
metric-scale-of = de { $least } à { $most }
metric-better = Le mieux est
metric-higher = plus
metric-lower = moins
metric-question = Ce qu’on demande
metric-unit = Unité
metric-readings = Relevés
metric-nps = taux de recommandation net
metric-csat = satisfaction des clients
metric-ces = effort du client
metric-time = durée
metric-count = nombre
metric-rate = taux
metric-money = argent
metric-loyalty = fidélité
metric-word-of-mouth = bouche-à-oreille
metric-share-of-wallet = part de portefeuille
metric-payment-speed = délai de paiement
metric-employee-engagement = engagement des salariés
metric-custom = mesure propre
author-role = Fonction
author-credentials = Titres
author-links = Ailleurs
source-sort = Sorte
source-authors = Par
source-publisher = Éditeur
source-date = Parution
source-pages = Pages
source-isbn = ISBN
source-doi = DOI
source-url = À lire sur
source-accessed = Dernière lecture
source-article = article
source-book = livre
source-post = billet
source-report = rapport
source-interview = entretien
source-dataset = jeu de données
stage-lobe = Partie de la relation
stage-before = Avant
stage-after = Après
term-opposite = Contraire
term-see = Voir aussi
event-form = Sorte
event-starts = Début
event-ends = Fin
event-moment = { $date }, { $time } (UTC{ $offset })
event-online = En ligne
event-is-online = on peut participer à distance
event-facilitators = Animé par
event-participants = Y ont participé
event-capacity = Places
event-register = Inscription
event-sign-up = S’inscrire
event-takeaways = Ce que chacun en a retenu
event-journeys = Parcours
event-workshop = atelier
event-webinar = webinaire
event-talk = conférence

# Où une entité se rencontre
met-journeys = Parcours vécus par ce persona
met-journeys-from-here = Parcours issus de cet atelier
met-phases = Phases à ce stade
met-touchpoints = Points de contact
met-steps = Étapes
met-needs = Étapes qui répondent à un besoin
met-done-by = Fait ces étapes
met-frontstage = Devant les clients
met-backstage = En coulisses
met-told = Entend ce que disent les clients
met-owned-journeys = Répond de ces parcours
met-owned-pains = Répond de ces irritants
met-owned-opportunities = Doit faire
met-owned-deviations = S’occupe de ces hors-pistes
met-owned-touchpoints = Répond de ces points de contact
met-owned-systems = Répond de ces systèmes
met-hand-overs = Passages de relais dans ces parcours
met-parts = Ses parties
met-symptom-of = Signe que ces principes sont enfreints
met-pains = Irritants
met-measures = Mesure
met-readings = Relevés dans ces parcours
met-removed-by = Serait supprimé par
met-voices = Ce qu’ont dit des gens comme cette personne
met-attended = A participé à
met-led = A animé
met-written = A écrit
met-grouped = Contenu
met-cited-by = Cité par
met-mentioned = Mentionné dans

# Constats
finding-n = { $journeys ->
    [one] Calculé sur { $journeys } parcours actuel, { $steps ->
        [one] { $steps } étape.
       *[other] { $steps } étapes.
     }
   *[other] Calculé sur { $journeys } parcours actuels, { $steps ->
        [one] { $steps } étape.
       *[other] { $steps } étapes.
     }
 }
matrix-n = { $principles ->
    [one] { $principles } principe
   *[other] { $principles } principes
 } × { $journeys ->
    [one] { $journeys } parcours actuel
   *[other] { $journeys } parcours actuels
 }
finding-coverage-title = Principes et parcours
finding-coverage-rule = On compte chaque étape qui dit ce qu’elle fait d’un principe ; la santé d’un principe est la moyenne, où respecté vaut 1, respecté en partie un demi, enfreint 0.
finding-coverage-headline = { $count ->
    [one] avis qui enfreint un principe
   *[other] avis qui enfreignent un principe
 }
finding-coverage-empty = Aucune étape d’un parcours actuel n’a encore été jugée. Ajoutez « principles » à ses étapes.
finding-orphans-title = Principes sans lieu
finding-orphans-rule = Un principe est sans lieu si aucune étape d’un parcours actuel ne le respecte ni ne l’enfreint ; il n’est pas prouvé s’il est seulement dit respecté, et seulement par supposition.
finding-orphans-headline = { $count ->
    [one] principe dont aucune étape ne parle
   *[other] principes dont aucune étape ne parle
 }
finding-orphans-empty = Chaque principe a sa place dans un parcours, et chaque étape en suit un. Un principe sans place figurerait ici jusqu’à ce qu’une étape le nomme sous « principles ».
finding-unowned-title = Personne n’en répond
finding-unowned-rule = Irritants, améliorations, hors-pistes et points de contact dont personne ne répond, les pires et les plus anciens d’abord ; ceux pour lesquels personne n’a posé la question sont à part.
finding-unowned-headline = { $count ->
    [one] irritant dont personne ne répond
   *[other] irritants dont personne ne répond
 }
finding-unowned-empty = Quelqu’un répond de tout ce qui irrite. Écrivez « owner: nobody » là où l’on sait que personne ne répond d’un irritant, d’une amélioration, d’un écart ou d’un point de contact.
finding-unowned-advice = Dès qu’un service en répond, l’auteur remplace « owner: nobody » par l’identifiant de ce service, par exemple « owner: claims-desk » ; c’est un service qui en répond, jamais une personne.
finding-no-brainers-title = Évidences
finding-no-brainers-rule = Les améliorations de cette sorte, et toutes celles dont l’effort est d’au plus 2 et la valeur pour les clients d’au moins 4 ; le rapport est la valeur moyenne divisée par l’effort.
finding-no-brainers-headline = { $count ->
    [one] amélioration à faire sans hésiter
   *[other] améliorations à faire sans hésiter
 }
finding-no-brainers-empty = Aucune amélioration n’est à la fois si bonne et si peu coûteuse. Donnez aux améliorations un « effort » et une « customer-value », ou le type « no-brainer ».
finding-duplicates-title = Envoyé deux fois
finding-duplicates-rule = Les points de contact envoyés au même client dans le même but par au moins deux services, dans un parcours ou à un stade.
finding-duplicates-headline = { $count ->
    [one] message envoyé par deux services
   *[other] messages envoyés par deux services
 }
finding-duplicates-empty = Jamais deux services n’envoient la même chose. Les points de contact sont comparés par leur « purpose » et leur « owner ».
finding-tell-us-once-title = Le dire une fois
finding-tell-us-once-rule = On compte chaque étape qui demande ce qu’une étape d’avant a déjà entendu : redemandé, transmis mais ignoré, ou jamais transmis. Ce qui dit seulement qui parle est compté à part.
finding-tell-us-once-headline = { $count ->
    [one] fois où le client redit ce qu’il a déjà dit
   *[other] fois où le client redit ce qu’il a déjà dit
 }
finding-tell-us-once-empty = Les clients disent chaque chose une fois. Indiquez ce qui est dit à chaque étape avec « tells », et ce que les services se transmettent avec « hand-overs ».
finding-seams-title = Coutures
finding-seams-rule = Une couture se trouve entre deux étapes qui se suivent et n’ont aucun service en commun ; moins il y en a par étape, plus le parcours est lisse.
finding-seams-headline = { $count ->
    [one] changement de service
   *[other] changements de service
 }
finding-seams-empty = Aucun parcours n’a encore d’étapes dont un service répond. Ajoutez « frontstage » aux étapes, ou un « owner » à leurs points de contact.
finding-peak-and-end-title = Pic et fin
finding-peak-and-end-rule = On se souvient à peu près de la moyenne entre le moment le plus intense et la fin ; c’est une estimation, faite seulement si au moins la moitié des étapes ont une note.
finding-peak-and-end-headline = { $count ->
    [one] parcours dont le souvenir est mauvais (estimation)
   *[other] parcours dont le souvenir est mauvais (estimation)
 }
finding-peak-and-end-empty = Aucun parcours actuel n’a encore de note. Ajoutez « emotion » à ses étapes.
finding-hot-spots-title = Hors-piste
finding-hot-spots-rule = La chaleur d’un hors-piste est la part des clients qui le prennent, multipliée par ce qu’ils en souffrent et par un poids : un demi s’il est prévu, un s’il est contourné, un et demi si personne ne le traite.
finding-hot-spots-headline = { $count ->
    [one] hors-piste à surveiller
   *[other] hors-pistes à surveiller
 }
finding-hot-spots-empty = Personne ne quitte le chemin, ou personne n’a demandé. Décrivez comment on le quitte sous « deviations ».
finding-promises-title = Promesses
finding-promises-rule = Une promesse n’est pas tenue si une étape enfreint un principe sur lequel elle repose, si la dernière phase en enfreint un, ou si la fin est mauvaise ; elle est menacée si la fin n’est pas bonne, ou si beaucoup quittent le chemin sans que personne s’en occupe.
finding-promises-headline = { $count ->
    [one] promesse non tenue
   *[other] promesses non tenues
 }
finding-promises-empty = Aucun parcours actuel ne dit ce qui a été promis. Ajoutez-lui « promise ».
finding-stages-title = Stades
finding-stages-rule = Pour chaque stade d’un cycle de vie : les parcours actuels qui y passent, les irritants dont personne ne répond, et l’étape la plus mal vécue.
finding-stages-headline = { $count ->
    [one] stade où ne passe aucun parcours
   *[other] stades où ne passe aucun parcours
 }
finding-stages-empty = Aucun cycle de vie n’est encore décrit. Ajoutez-en un dans vocab/lifecycles.yaml.
orphans-principles = Principes dont aucune étape ne parle
orphans-unproven = Principes seulement dits respectés
orphans-journeys = Parcours sans principe
orphans-steps = Étapes sans principe
orphan-on-paper = seulement sur le papier
unowned-nobody = Personne n’en répond
unowned-not-asked = Personne n’a demandé qui en répond
unowned-no-step = aucune étape n’y passe
unowned-more-steps = { $count ->
    [one] et { $count } autre étape
   *[other] et { $count } autres étapes
}
unowned-no-opportunity = Aucune amélioration ne s’y attaque encore.
unowned-ask = Au plus près : { $departments }
unowned-ask-anyone = Aucun service n’agit encore ici : demandez qui en entendrait parler le premier.
no-brainers-table = Ce qui est à faire sans hésiter
worth-title = Valeur et effort
worth-intro = Toutes les opportunités ouvertes dont l’effort et la valeur sont connus : plus haut, les clients y gagnent davantage ; plus près du début de la ligne, il en coûte moins. Le coin marqué est celui des évidences. Un cercle en pointillé signifie que personne n’en répond.
worth-effort = Effort
worth-worth = Valeur pour les clients
worth-place = Effort { $effort }, valeur { $worth }
duplicates-groups = Un seul but, plusieurs services
duplicates-shared = Points de contact à deux responsables
duplicates-alike = Noms si proches qu’il s’agit peut-être du même
duplicates-contradictory = contradictoire
tell-us-once-repetitions = Ce que l’on redemande aux clients
tell-us-once-dams = Où l’information se perd
tell-us-once-weak = Passages de relais qui ne marchent que parfois
tell-us-once-identifiers = Ce qui dit seulement qui parle
seams-journeys = Par parcours
seams-seams = Changements de service
seams-switches = Changements de canal
peak-and-end-table = Ce qui devrait rester en mémoire
peak-drop = de « { $from } » à « { $to } »
peak-scored = { $steps ->
    [one] { $scored } sur { $steps } étape
   *[other] { $scored } sur { $steps } étapes
 }
peak-unknown = on en sait trop peu
hot-spots-table = Hors-piste, le plus chaud d’abord
hot-spots-hot = chaud
taken-for-unknown = inconnu, supposé
promises-table = Ce qui a été promis, et ce qu’il en est
stages-table = Stade par stade
stages-balance = Acheter et posséder, en balance
sort-pain = Irritant
sort-opportunity = Amélioration
sort-deviation = Hors-piste
column-what = Quoi
column-sort = Sorte
column-severity = Gravité
column-since = Depuis
column-where = Où
column-next = Et maintenant
column-step = Étape
column-status = État
column-ratio = Valeur pour l’effort
column-sent-by = Envoyé par
column-like = Proche de
column-information = Quoi
column-first = Dit d’abord
column-again = Redemandé
column-reason = Pourquoi
column-from = De
column-to = À
column-times = Fois
column-seams = Changements de service
column-switches = Changements de canal
column-steps = Étapes
column-per-step = Par étape
column-remembered = Souvenir
column-mean = Moyenne
column-peak = Pic
column-end = Fin
column-lowest = Au plus bas
column-drop = Plus forte chute
column-scored = Étapes notées
column-heat = Chaleur
column-share = Part
column-handled = Traité
column-promise = Promesse
column-verdict = Verdict
column-because = À cause de
column-unowned = Irritants sans responsable

# Entre les mots d’un auteur
prose-footnotes = Notes
prose-back = Retour au texte
prose-table = Tableau
prose-external = (autre site)
prose-done = fait
prose-open = à faire
prose-note = Note
prose-tip = Conseil
prose-important = Important
prose-warning = Attention
prose-caution = Danger

## Autour de chaque page, et ce que disent les gabarits

skip-to-content = Aller au contenu
menu = Menu
sections = Rubriques
languages = Langues
llms-more = Et aussi
language-offer = Lire cette page en français
language-dismiss = Non merci
theme-dark = Passer aux couleurs sombres
theme-light = Passer aux couleurs claires
breadcrumbs = Vous êtes ici
on-this-page = Sur cette page
footer = À propos de ce site
contact = Contact
licence = Licence :
updated = Dernière modification :
edit-page = Modifier cette page
page-as-markdown = Cette page en Markdown
card-alt = Une ligne et ses arrêts, sur papier crème
leads-here = Ce qui mène ici
neighbours = Autres articles
previous = Précédent
next = Suivant
home-journeys = Parcours
home-principles = Principes
home-recent = Nouveautés et modifications
home-coverage = En français
meta-form = Forme
meta-by = Par
meta-published = Publié le
meta-reading-time = Temps de lecture
meta-category = Rubrique :
meta-tags = Mots-clés :
meta-translated = Traduction
article-question = Une question à garder en tête
article-principles = Les principes de cet article
article-journeys = Les parcours de cet article
responses = Ce que des lecteurs ont répondu
sources = Sources
source-read = lire
glossary-letters = Lettres
glossary-also = Aussi :
glossary-avoid = À éviter :
glossary-used = { $count ->
    [one] Employé sur { $count } page
   *[other] Employé sur { $count } pages
 }
principle-outside-in = Vu de l’extérieur
principle-inside-out = Vu de l’intérieur
principle-test = La question à poser à chaque étape
principle-counterweight = À mettre en balance avec
principle-shows = Les parcours où ce principe se voit
principle-examples = Exemples
principle-symptoms = Signes qu’il est enfreint
journey-parents = Fait partie de
journey-promise = La promesse
journey-map = Carte du parcours
journey-walk = Suivre le parcours
journey-deviations = Hors-piste
journey-opportunities = Ce qui pourrait être mieux
journey-hand-overs = Ce que les services se transmettent
journey-evidence = Ce sur quoi repose ce parcours
journey-readings = Ce qui a été mesuré
journey-children = Vu de plus près
map-lane = Ligne
map-empty = rien n’est dit
map-as-list = Le lire en liste
map-wide = Voir la carte en large
map-of = Carte de
map-picture = Enregistrer en image (SVG)
map-table = Enregistrer en tableau (CSV)
map-data = Enregistrer en données (JSON)
map-legend = Ce que veulent dire les signes
walk-previous = Étape précédente :
walk-next = Étape suivante :
walk-zoom = De plus près :
evidence-means = Compris ainsi :
reading-metric = Indicateur
reading-value = Valeur
reading-n = Réponses
reading-day = Date
reading-step = À l’étape
reading-whole = tout le parcours
matrix-health = Santé
matrix-total = Ensemble
search-label = Rechercher
search-browse = Ou parcourir
search-close = Fermer
search-hint = Tapez un mot, ou choisissez un filtre.
search-results = Résultats
search-count = Résultats : %n
search-none = Rien trouvé pour « %q ».
search-none-help = Essayez avec moins de mots, ou retirez un filtre.
search-instead = Résultats pour « %b » au lieu de « %q ».
search-unknown = « %q » ne figure pas sur ce site.
search-filters = Filtres
search-clear = Retirer les filtres
search-more = Plus de résultats
search-all-results = Tous les résultats sur une page
search-failed = La recherche n’a pas pu être chargée.
search-retry = Réessayer
search-loading = Chargement
search-keys = Flèches pour se déplacer, Entrée pour ouvrir, Échap pour fermer
search-also = Chercher aussi en %l
search-facet-kind = Genre
search-facet-stage = Stade
search-facet-principle = Principe
search-facet-channel = Canal
search-facet-persona = Persona
search-facet-department = Service
search-facet-sentiment = Ressenti
search-facet-severity = Gravité
search-facet-unowned = Responsable
search-kind-article = Articles
search-kind-principle = Principes
search-kind-journey = Parcours
search-kind-step = Étapes
search-kind-persona = Personas
search-kind-example = Exemples
search-kind-finding = Constats
search-kind-event = Événements
search-kind-term = Glossaire
search-kind-page = Pages
search-kind-department = Services
search-kind-channel = Canaux
search-kind-touchpoint = Points de contact
search-kind-system = Systèmes
search-kind-metric = Indicateurs
search-kind-symptom = Symptômes
search-kind-stage = Stades
search-kind-source = Sources
search-kind-author = Auteurs
search-kind-category = Catégories
search-kind-family = Familles
search-kind-lifecycle = Cycles de vie
search-kind-purpose = Buts
search-kind-tag = Mots-clés
search-kind-response = Réponses

# D’autres constats
finding-perception-gaps-title = Ce que croient les équipes, et ce qui est
finding-perception-gaps-rule = Pour chaque étape dont on connaît les deux : ce que les équipes croient du ressenti, moins le ressenti ; un écart d’au moins deux points est signalé.
finding-perception-gaps-headline = { $count ->
    [one] étape que les équipes croient bien meilleure
   *[other] étapes que les équipes croient bien meilleures
 }
finding-perception-gaps-empty = Personne n’a encore interrogé les équipes. Ajoutez « staff » à l’émotion d’une étape.
finding-sneaky-traps-title = Pièges sournois
finding-sneaky-traps-rule = Améliorations ouvertes qui supprimeraient une étape agréable, un effet « waouh » ou un principe d’émotion respecté ; supprimer un vrai doublon ne déclenche pas d’alerte.
finding-sneaky-traps-headline = { $count ->
    [one] économie qui coûterait ce que les clients aiment
   *[other] économies qui coûteraient ce que les clients aiment
 }
finding-sneaky-traps-empty = Aucune amélioration ouverte ne supprime quoi que ce soit d’agréable. Indiquez ce qu’une amélioration supprimerait avec « removes ».
finding-blinkers-title = Œillères
finding-blinkers-rule = Un service voit les étapes où il agit, devant les clients ou en coulisses ; les irritants de ces étapes qui ne sont pas les siens figurent à côté.
finding-blinkers-headline = { $count ->
    [one] fois où un service voit moins de la moitié d’un parcours
   *[other] fois où un service voit moins de la moitié d’un parcours
 }
finding-blinkers-empty = Aucune étape ne dit quel service y agit. Ajoutez « frontstage » et « backstage ».
finding-evidence-title = Preuves et fraîcheur
finding-evidence-rule = Pour chaque parcours : combien d’émotions ont été observées, rapportées ou supposées, quels irritants ne reposent sur aucune preuve, et quand il a été tracé.
finding-evidence-headline = { $count ->
    [one] irritant sans preuve
   *[other] irritants sans preuve
 }
finding-evidence-empty = Aucun parcours actuel n’est encore publié.
finding-root-causes-title = Causes premières
finding-root-causes-rule = Un irritant peut nommer l’étape où il naît ; les étapes sont classées selon le nombre d’irritants qui y naissent, dans leur parcours ou un autre.
finding-root-causes-headline = { $count ->
    [one] étape où naissent les ennuis
   *[other] étapes où naissent les ennuis
 }
finding-root-causes-empty = Aucun irritant ne nomme sa cause. Ajoutez « cause » à l’un d’eux.
finding-said-and-meant-title = Dit et pensé
finding-said-and-meant-rule = Ce que les gens ont dit à côté de ce qu’on en a compris, et les besoins de personas auxquels aucune étape d’un parcours actuel ne répond.
finding-said-and-meant-headline = { $count ->
    [one] propos qui en dit plus qu’il n’y paraît
   *[other] propos qui en disent plus qu’il n’y paraît
 }
finding-said-and-meant-empty = Aucune preuve ne dit ce qui était pensé. Ajoutez « means » à l’une d’elles.
finding-consistency-title = Constance
finding-consistency-rule = Les mesures de chaque indicateur, de la plus basse à la plus haute, avec le changement par an, et les notes de chaque point de contact commun à plusieurs parcours.
finding-consistency-headline = { $count ->
    [one] point de contact ressenti autrement d’un parcours à l’autre
   *[other] points de contact ressentis autrement d’un parcours à l’autre
 }
finding-consistency-empty = Rien n’a encore été mesuré, et aucun point de contact n’est commun à deux parcours. Ajoutez « readings » à un parcours.
finding-symptoms-title = Symptômes
finding-symptoms-rule = Les irritants sont comptés par symptôme ; un léger pèse 1 et un critique 4. Quelques symptômes font en général l’essentiel du poids.
finding-symptoms-headline = { $count ->
    [one] symptôme rencontré
   *[other] symptômes rencontrés
 }
finding-symptoms-empty = Aucun irritant ne nomme de symptôme. Ajoutez « symptom » à l’un d’eux.
finding-idle-title = Attribué mais immobile
finding-idle-rule = Irritants attribués sans amélioration, travaux en cours sans indicateur, et travaux achevés sans mesure depuis.
finding-idle-headline = { $count ->
    [one] chose attribuée qui ne bouge pas
   *[other] choses attribuées qui ne bougent pas
 }
finding-idle-empty = Tout ce qui est attribué avance. Un irritant qu’aucune amélioration ne traite, ou un travail sans « measure », figurerait ici.
finding-what-if-title = Et si
finding-what-if-rule = La santé de chaque principe si chaque étape visée par une amélioration prévue ou en cours respectait en partie ce qu’elle enfreint aujourd’hui.
finding-what-if-headline = { $count ->
    [one] principe que les projets répareraient
   *[other] principes que les projets répareraient
 }
finding-what-if-empty = Rien de prévu ni en cours ne réparerait un principe. Indiquez quels irritants une amélioration traite avec « addresses », et quels principes leurs étapes enfreignent.
finding-channels-title = Canaux par stade
finding-channels-rule = Pour chaque stade d’un cycle de vie : les canaux que les parcours actuels y empruntent, avec leurs horaires et le nombre d’étapes.
finding-channels-headline = { $count ->
    [one] stade sans canal
   *[other] stades sans canal
 }
finding-channels-empty = Aucun cycle de vie n’est encore décrit. Ajoutez-en un dans vocab/lifecycles.yaml.
finding-follow-up-title = Ce que nous en avons fait
finding-follow-up-rule = Chaque amélioration avec son responsable et son état, et les mesures de son indicateur avant son achèvement et après.
finding-follow-up-headline = { $count ->
    [one] amélioration en cours
   *[other] améliorations en cours
 }
finding-follow-up-empty = Aucun parcours actuel ne liste encore d’amélioration. Ajoutez « opportunities » à l’un d’eux.
perception-steps = Étape par étape
perception-departments = Par service
perception-wide = large
sneaky-traps-table = Économies, et ce qu’elles coûteraient
trap-wow = waouh
blinkers-table = Ce que voit chaque service
evidence-journeys = Parcours par parcours
evidence-pains = Irritants sans preuve
evidence-overdue = relecture en retard
root-causes-table = Où naissent les ennuis
said-and-meant-voices = Ce qui fut dit, et ce que cela voulait dire
said-and-meant-unmet = Besoins sans réponse
consistency-metrics = Indicateurs
consistency-touchpoints = Points de contact de plusieurs parcours
symptoms-table = Symptômes, du plus lourd au plus léger
idle-pains = Irritants attribués sans amélioration
idle-unmeasured = En cours, et personne ne mesurera
idle-unproven = Fait, et non mesuré depuis
what-if-table = Santé des principes, aujourd’hui et alors
channels-table = Quels canaux existent
follow-up-table = Toutes les améliorations
column-customers = Clients
column-staff = Équipes
column-gap = Écart
column-lost = Serait perdu
column-sees = Voit
column-foreign-pains = Irritants qui ne sont pas les siens
column-mapped = Tracé
column-causes = Provoque
column-affects = Ressenti à
column-said = Dit
column-meant = Pensé
column-need = Besoin
column-readings = Mesures
column-highest = Au plus haut
column-spread = Écart
column-outcomes = Ce qui en résulte
column-covered = Stades couverts
column-yearly = Changement par an
column-weight = Poids
column-cumulative = Cumul
column-now = Aujourd’hui
column-then = Alors
column-verdicts = Jugements
column-before = Avant
column-after = Après
blinkers-sees = { $seen } sur { $steps }

# Les traductions, dans l’aperçu seulement
l10n-title = Traductions
l10n-title-of = Traductions en { $language }
l10n-panel-title = { $name } ({ $language })
l10n-intro = Où en est chaque traduction aujourd’hui. Les mêmes chiffres, pour les programmes :
l10n-documents = Ce qu’il y a à traduire, le plus pressant d’abord
l10n-document = Document
l10n-vocabulary = Vocabulaire
l10n-own-language = écrit dans cette langue
l10n-all-well = Tout dit ce que dit sa source.
l10n-fresh-of = { $fresh } sur { $subjects } disent ce que dit leur source
l10n-words = { $count ->
    [one] { $count } mot à faire
   *[other] { $count } mots à faire
 }
l10n-total-outdated = { $count ->
    [one] { $count } est périmée
   *[other] { $count } sont périmées
 }
l10n-total-unverified = { $count ->
    [one] { $count } ne dit pas à quoi elle répond
   *[other] { $count } ne disent pas à quoi elles répondent
 }
l10n-total-missing = { $count ->
    [one] { $count } manque
   *[other] { $count } manquent
 }
l10n-total-begun = { $count ->
    [one] { $count } est commencée
   *[other] { $count } sont commencées
 }
l10n-total-unread = { $count ->
    [one] { $count } est à jour et n’a pas encore été relue
   *[other] { $count } sont à jour et n’ont pas encore été relues
 }
l10n-strings = { $count ->
    [0] Aucun texte de l’interface ne manque
    [one] { $count } texte de l’interface manque
   *[other] { $count } textes de l’interface manquent
 }
l10n-terms = { $count ->
    [0] Chaque terme du glossaire a son mot
    [one] { $count } terme du glossaire n’a pas de mot propre
   *[other] { $count } termes du glossaire n’ont pas de mot propre
 }
l10n-oldest = Périmée depuis le plus longtemps : { $name }, traduit le { $day }
l10n-column-state = État
l10n-column-day = Traduite ou relue
l10n-column-links = Aller à
l10n-show = Afficher
l10n-show-all = tout
l10n-show-outdated = périmées
l10n-show-missing = manquantes
l10n-show-open = commencées
l10n-show-unverified = non vérifiées
l10n-show-unread = non relues
l10n-file = Fichier :
l10n-more = { $count ->
    [one] { $count } autre n’est pas dans cette liste ; la page de chaque langue le montre.
   *[other] { $count } autres ne sont pas dans cette liste ; la page de chaque langue les montre.
 }
l10n-missing = manque
l10n-machine = traduction automatique
l10n-draft = brouillon
l10n-reviewed = relue
l10n-unverified = non vérifiée
l10n-outdated = périmée { $changed }/{ $segments }
l10n-outdated-unknown = périmée, différence inconnue
l10n-untranslated = { $changed }/{ $segments } non traduits
l10n-untranslated-count = { $count ->
    [0] Chaque segment est traduit
    [one] { $count } segment n’est pas traduit
   *[other] { $count } segments ne sont pas traduits
 }
l10n-note-missing = Personne n’a commencé cette traduction.
l10n-note-begun = Le fichier existe, mais rien n’y est encore traduit.
l10n-note-unverified = Elle ne dit pas à quelle version de la source elle répond : personne ne sait si elle est périmée.
l10n-note-lost = La version dont elle est issue n’est plus là : personne ne sait ce qui a changé.
l10n-see-page = Voir la page
l10n-see-source = Voir la source
l10n-edit = Modifier la traduction
l10n-edit-source = Modifier la source
l10n-next = Ensuite :
l10n-changes = Ce qui a changé depuis
l10n-source-then = Source, avant
l10n-source-now = Source, maintenant
l10n-translation = Traduction
l10n-problems = Ce que relèvent les règles
l10n-segments = Le tout, côte à côte
l10n-place = Où
l10n-extra = Dans la traduction seulement
l10n-segment-untranslated = non traduit
l10n-segment-changed = la source a changé
l10n-class-text = autres mots
l10n-class-typography = typographie seulement
l10n-class-markup = balisage seulement
l10n-class-moved = déplacé
l10n-class-added = nouveau
l10n-class-removed = supprimé
l10n-risk-negation = une négation
l10n-risk-number = un nombre
l10n-risk-term = un terme
l10n-risk-name = un nom
l10n-risk-link = un lien
l10n-place-heading = titre
l10n-place-paragraph = paragraphe
l10n-place-item = élément de liste
l10n-place-cell = cellule de tableau
l10n-place-term = terme
l10n-place-definition = définition
l10n-badge = Traduction : { $state }
l10n-state = { $quality }, { $more }
l10n-close = Fermer
l10n-open = Ouvrir sur une page à part
