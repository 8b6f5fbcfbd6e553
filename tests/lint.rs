//! What the shipped translations are told, and what a bad copy of them is told.

mod support;

use cxbook::base::SourcePath;
use cxbook::diagnostic::{Name, Severity};
use support::Site;

/// The rules about words.
const RULES: &[Name] = &[
    Name::ForbiddenTerm,
    Name::MissingTerm,
    Name::TwoRenderings,
    Name::UntranslatedRun,
    Name::LostBlock,
    Name::NumberMismatch,
    Name::LinkMismatch,
    Name::MarkupMismatch,
    Name::OneForTwo,
    Name::OddLength,
    Name::LeftoverDirective,
    Name::RepeatedWord,
    Name::MixedAddress,
    Name::WaiverWithoutReason,
    Name::UnusedWaiver,
    Name::Typography,
];

fn shipped() -> Site {
    let mut site = Site::new("");
    site.sources = cxbook::io::scan::scan(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the shipped site");
    site
}

/// All that is found of the shipped site, as [`found`] gives what the rules about words find.
fn everything(site: &mut Site) -> Vec<(String, Name, String)> {
    let all = site.check().diagnostics;
    let mut found: Vec<_> =
        all.iter().map(|found| (found.span.path.to_string(), found.name, found.message.clone())).collect();
    found.sort();
    found
}

/// What is found, by file and rule, sorted; with the messages behind, for whoever reads a failure.
fn found(site: &mut Site) -> Vec<(String, Name, String)> {
    let mut found: Vec<(String, Name, String)> = site
        .check()
        .diagnostics
        .iter()
        .filter(|found| RULES.contains(&found.name))
        .map(|found| (found.span.path.to_string(), found.name, found.message.clone()))
        .collect();
    found.sort();
    found
}

const INSIDE: &str = "content/articles/changing-the-inside/index.fr.md";
const JOB: &str = "content/articles/outside-in-job/index.fr.md";
const CLAIM: &str = "content/journeys/motor-claim/index.fr.md";

/// One fault each: the file, what stands there, what is put in its place, and what finds it.
const FAULTS: &[(&str, &str, &str, Name)] = &[
    (INSIDE, "|de l’intérieur vers l’extérieur]] trouve", "|intérieur-out]] trouve", Name::ForbiddenTerm),
    (INSIDE, "Une carte de parcours se dessine du", "Un dessin se fait du", Name::MissingTerm),
    (
        INSIDE,
        "Chercher ces choses est une habitude, et elle se communique. Une équipe qui en a réparé trois vous apportera les six suivantes sans qu’on les lui demande.",
        "Looking for these things is a habit, and it is catching. A team that has mended three will bring you the next six without being asked.",
        Name::UntranslatedRun,
    ),
    (
        INSIDE,
        " On le garde rarement par malice ; le plus souvent la note est dans un système que les autres ne peuvent pas ouvrir, ou sous une forme que seul son auteur sait lire, et la demander a l’air d’une indiscrétion.",
        "",
        Name::OddLength,
    ),
    (
        JOB,
        "Il s’ensuit aussi que l’argent dépensé sur une seule moitié fuit par l’autre. La plupart des budgets que nous avons vus vont à l’achat, où les résultats se comptent à la semaine. La plus grande part du mal que nous avons cartographié se trouve du côté de la possession, où il se compte, s’il se compte, à l’année.\n\n",
        "",
        Name::LostBlock,
    ),
    (INSIDE, "là depuis 2016", "là depuis 2061", Name::NumberMismatch),
    (INSIDE, "(step:motor-claim#wait), depuis", "(step:motor-claim#repair), depuis", Name::LinkMismatch),
    (INSIDE, "remarquaient plus.[^hbr]", "remarquaient `plus`.[^hbr]", Name::MarkupMismatch),
    (INSIDE, "C’est un exercice utile", "C’est un exercice exercice utile", Name::RepeatedWord),
    (INSIDE, "## Une première quinzaine", "### Une première quinzaine", Name::MarkupMismatch),
    (INSIDE, "L’essentiel se range", "L'essentiel se range", Name::Typography),
    (INSIDE, "sert ce message\u{202f}?", "sert ce message ?", Name::Typography),
    (JOB, "le voir, cela.\u{a0}»", "le voir, cela.\"", Name::Typography),
    (JOB, "Sa liste est courte, et rien", "Sa liste est courte - rien", Name::Typography),
    (JOB, "raconté à un ami.", "raconté à un ami...", Name::Typography),
    (JOB, "C’est un travail honnête.", "C’est une oeuvre honnête.", Name::Typography),
    (JOB, "Il y a une personne, qui", "Il y a une personne,; qui", Name::Typography),
    (JOB, "Rien, dans la deuxième colonne", "Rien, {{ n }} dans la deuxième colonne", Name::LeftoverDirective),
    (
        CLAIM,
        "silence: Personne ne dit où en est le dossier.",
        "silence: Il faut tout raconter depuis le début.",
        Name::OneForTwo,
    ),
    (
        JOB,
        "constats avant le déjeuner.",
        "constats avant le déjeuner. <!-- l10n:ok TERM silo cité -->",
        Name::UnusedWaiver,
    ),
];

#[test]
fn nothing_is_wrong_with_the_words_that_are_shipped() {
    assert_eq!(everything(&mut shipped()), []);
}

#[test]
fn each_of_twenty_faults_is_found_once_and_nothing_else_is() {
    let mut site = shipped();
    // A bad copy that called itself reviewed would be told of that too.
    for path in [INSIDE, JOB, CLAIM] {
        let text = site.sources.text(&SourcePath::new(path)).unwrap().replacen("status: reviewed", "status: draft", 1);
        site.write(path, text);
    }
    let mut expected: Vec<(String, Name)> = Vec::new();
    for (path, there, instead, name) in FAULTS {
        let text = site.sources.text(&SourcePath::new(path)).unwrap().to_owned();
        let plain = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
        // Spaces before marks are hard to see: where the pattern has a plain one, any will do.
        let at = plain(&text).find(&plain(there)).map(|_| text.contains(there));
        let changed = match at {
            Some(true) => text.replacen(there, instead, 1),
            Some(false) => text.replacen(&there.replace(" ;", "\u{202f};"), instead, 1),
            None => panic!("{path} does not say {there}"),
        };
        assert_ne!(changed, text, "{there}");
        site.write(path, changed);
        expected.push(((*path).to_owned(), *name));
    }
    expected.sort();
    let found = everything(&mut site);
    let short: Vec<(String, Name)> = found.iter().map(|(path, name, _)| (path.clone(), *name)).collect();
    assert_eq!(short, expected, "{found:#?}");
    let kinds: std::collections::BTreeSet<(Name, &str)> =
        found.iter().map(|(_, name, message)| (*name, message.as_str())).collect();
    assert_eq!((FAULTS.len(), kinds.len()), (20, 20), "no two faults are of one kind");
}

const GLOSSARY: &str = "-- content/vocab/glossary.yaml --\n\
outside-in:\n  en: { term: outside-in }\n  fr: { term: de l’extérieur vers l’intérieur, avoid: [extérieur-in] }\n\
touchpoint:\n  en: { term: touchpoint }\n  fr: { term: point de contact }\n\
netflix: { translate: no, en: { term: Netflix } }\n\
site:\n  en: { term: site }\n  fr: { term: site }\n";

const PICTURE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>\n";

fn page(english: &str, french: &str) -> Vec<Name> {
    let mut site = Site::new(&format!(
        "-- content/about.md --\n---\ntitle: About\nsummary: Us.\nstatus: published\n---\n\n{english}\n\
         -- content/about.fr.md --\n---\ntitle: Nous\n---\n\n{french}\n{GLOSSARY}\
         -- content/a.svg --\n{PICTURE}-- content/b.svg --\n{PICTURE}"
    ));
    found(&mut site).into_iter().map(|(_, name, _)| name).collect()
}

#[test]
fn a_term_is_satisfied_once_and_in_any_form() {
    assert_eq!(page("A touchpoint.", "Nos Points de Contact."), []);
    assert_eq!(page("A touchpoint here, a touchpoint there.", "Un point de contact ici, un là."), []);
    assert_eq!(page("Our site.", "Notre website."), [Name::MissingTerm]);
    assert_eq!(page("See Netflix.", "Voir Netflix."), []);
    assert_eq!(page("See Netflix.", "Voir netflix."), [Name::MissingTerm]);
    assert_eq!(page("See [[term:touchpoint|touchpoints]].", "Voir [[term:touchpoint]]."), []);
}

#[test]
fn a_form_that_no_stem_leads_to_is_listed_or_a_warning_and_never_an_error() {
    let severities = |forms: &str| -> Vec<(Name, Severity)> {
        let mut site = Site::new(&format!(
            "-- book.toml --\n{}[languages.ru]\nname = \"Русский\"\nog = \"ru_RU\"\n\
             -- content/about.md --\n---\ntitle: About\nsummary: Us.\nstatus: published\n---\n\nBy customer experience.\n\
             -- content/about.ru.md --\n---\ntitle: Мы\n---\n\nОпытом клиента.\n\
             -- content/vocab/glossary.yaml --\n\
             cx:\n  en: {{ term: customer experience }}\n  ru: {{ term: опыт клиента{forms} }}\n",
            support::BOOK
        ));
        let all = site.check().diagnostics;
        all.iter().filter(|found| RULES.contains(&found.name)).map(|found| (found.name, found.severity)).collect()
    };
    assert_eq!(severities(", forms: [опытом клиента]"), []);
    assert_eq!(severities(""), [(Name::MissingTerm, Severity::Warning)]);
}

#[test]
fn what_a_translation_has_besides_words_is_what_its_source_has() {
    let table = "| a | b |\n|---|---|\n| c | `x` |\n";
    assert_eq!(page(table, &table.replace("`x`", "`y`")), [Name::MarkupMismatch]);
    let note = "One.[^a] Two.[^b]\n\n[^a]: A.\n\n[^b]: B.\n";
    let french =
        |body: &str| body.replace("One", "Un").replace("Two", "Deux").replace(": A", ": Une").replace(": B", ": Deux");
    assert_eq!(page(note, &french(note)), []);
    assert_eq!(page(note, &french(note).replace("Deux.[^b]", "Deux.[^a]")), [Name::MarkupMismatch]);
    for (english, other) in [
        ("See ![a map](a.svg).", "Voir ![une carte](b.svg)."),
        ("See ![a map](a.svg).", "Voir une carte."),
        ("Press <kbd>A</kbd>.", "Appuyez sur A."),
        ("Press A.", "Appuyez sur <kbd>A</kbd>."),
        ("Write `a`.", "Écrivez `a` et `b`."),
        ("## A title", "### Un titre"),
    ] {
        assert_eq!(page(english, other), [Name::MarkupMismatch], "{english} {other}");
    }
    assert_eq!(
        page("See [it](https://a.b/) and [that](https://c.d/).", "Voir [cela](https://c.d/) et [ceci](https://a.b/)."),
        [],
        "order says nothing"
    );
    assert_eq!(page("See [it](https://a.b/).", "Voir ceci."), [Name::LinkMismatch]);
}

#[test]
fn readers_are_addressed_in_the_way_that_is_set_and_quotations_may_do_otherwise() {
    let told = |language: &str, address: &str, text: &str| -> usize {
        let mut site = Site::new(
            &format!(
                "-- book.toml --\n{}[languages.x]\nname = \"X\"\n{address}\
             -- content/about.md --\n---\ntitle: About\nsummary: Us.\nstatus: published\n---\n\nYou know.\n\
             -- content/about.{language}.md --\n---\ntitle: X\n---\n\n{text}\n",
                support::BOOK.split("[languages.fr]").next().unwrap()
            )
            .replace("[languages.x]", &format!("[languages.{language}]")),
        );
        found(&mut site).into_iter().filter(|(_, name, _)| *name == Name::MixedAddress).count()
    };
    let (formal, informal) = ("address = \"formal\"\n", "address = \"informal\"\n");
    for (language, way, text, count) in [
        ("fr", formal, "Vous savez ce que tu veux.", 1),
        ("fr", formal, "Vous savez : « tu veux » se dit.", 0),
        ("fr", formal, "Il s’est tu.", 0),
        ("fr", informal, "Tu sais ce que vous voulez.", 1),
        ("fr", "", "Tu sais ce que vous voulez.", 0),
        ("de", formal, "Sie wissen, was du willst.", 1),
        ("de", formal, "Sie fragt: „Was willst du?“", 0),
        ("de", informal, "Du weißt, was Ihnen fehlt.", 1),
        ("de", informal, "Du weißt, was sie wollen.", 0),
    ] {
        assert_eq!(told(language, way, text), count, "{language} {way} {text}");
    }
}

#[test]
fn words_that_are_still_those_of_the_source_follow_no_rule_of_the_translation() {
    let english = "Outside-in extérieur-in: a view.\n\nOne more paragraph.";
    assert_eq!(page(english, "Outside-in extérieur-in: a view.\n\nEncore un paragraphe."), []);
    assert_eq!(page(english, "Vue de l’extérieur-in.\n\nEncore un paragraphe."), [Name::ForbiddenTerm]);
}

#[test]
fn a_number_may_be_a_word_on_either_side() {
    assert_eq!(page("They stay forty seconds.", "Ils restent 40 secondes."), []);
    assert_eq!(page("They stay 40 seconds.", "Ils restent quarante secondes."), []);
    assert_eq!(page("They stay forty seconds.", "Ils restent 50 secondes."), [Name::NumberMismatch]);
}

#[test]
fn a_short_form_is_a_label_and_no_word_for_prose() {
    let glossary = "-- content/vocab/glossary.yaml --\n\
        inside-out:\n  en: { term: inside-out }\n  fr: { term: de l’intérieur, short: inside-out }\n";
    let rules = |french: &str| -> Vec<Name> {
        let mut site = Site::new(&format!(
            "-- content/about.md --\n---\ntitle: About\nsummary: Us.\nstatus: published\n---\n\n## An inside-out view\n\n\
             An inside-out view.\n-- content/about.fr.md --\n---\ntitle: Nous\n---\n\n## La vue inside-out\n\n{french}\n{glossary}"
        ));
        found(&mut site).into_iter().map(|(_, name, _)| name).collect()
    };
    assert_eq!(rules("Une vue de l’intérieur."), []);
    assert_eq!(rules("Une vue inside-out."), [Name::MissingTerm]);
}

#[test]
fn a_forbidden_word_in_code_address_or_waived_quotation_is_silent() {
    let opaque = "`extérieur-in` <https://a.b/extérieur-in>";
    assert_eq!(page(&format!("See {opaque}"), &format!("Voir {opaque}")), []);
    assert_eq!(page("x", "extérieur-in"), [Name::ForbiddenTerm]);
    assert_eq!(page("x", "« extérieur-in » <!-- l10n:ok TERM outside-in un titre -->"), []);
    assert_eq!(page("x", "<!-- l10n:ok TERM outside-in un titre -->\n\n« extérieur-in »"), []);
    assert_eq!(
        page("x", "« extérieur-in » <!-- l10n:ok TERM outside-in -->"),
        [Name::ForbiddenTerm, Name::WaiverWithoutReason]
    );
    assert_eq!(page("x", "y <!-- l10n:ok typography pour rien -->"), [Name::UnusedWaiver]);
}

#[test]
fn a_misspelt_key_of_a_term_is_an_error() {
    for (broken, name) in [
        ("a:\n  en: { term: a, avoids: [b] }\n", Name::UnknownField),
        ("a:\n  en: { term: a }\n  oposite: b\n", Name::UnknownField),
        ("a:\n  en: { term: [a, b] }\n", Name::UnquotedSpecialCharacter),
        ("a:\n  en: { term: a, avoid: [{ term: b }] }\n", Name::UnquotedSpecialCharacter),
    ] {
        let mut site = Site::new(&format!("-- content/vocab/glossary.yaml --\n{broken}"));
        let errors: Vec<Name> = site
            .check()
            .diagnostics
            .iter()
            .filter(|found| found.severity == Severity::Error)
            .map(|found| found.name)
            .collect();
        assert!(errors.contains(&name), "{broken}: {errors:?}");
    }
}

#[test]
fn one_word_where_a_list_may_stand_is_a_list_of_one_and_never_ignored() {
    for avoid in ["visitation", "[visitation]"] {
        let glossary = format!(
            "-- content/vocab/glossary.yaml --\na:\n  en: {{ term: visit }}\n  fr: {{ term: visite, avoid: {avoid} }}\n"
        );
        let mut site = Site::new(&format!(
            "-- content/about.md --\n---\ntitle: About\nsummary: Us.\nstatus: published\n---\n\nA visit.\n\
             -- content/about.fr.md --\n---\ntitle: Nous\n---\n\nUne visite, une visitation.\n{glossary}"
        ));
        assert_eq!(
            found(&mut site).into_iter().map(|(_, name, _)| name).collect::<Vec<_>>(),
            [Name::ForbiddenTerm],
            "{avoid}"
        );
    }
}

#[test]
fn a_word_to_avoid_can_be_meant_to_the_letter() {
    let glossary = "-- content/vocab/glossary.yaml --\n\
        a:\n  en: { term: visit }\n  fr: { term: visite, avoid-exactly: [Tour] }\n";
    let mut site = Site::new(&format!(
        "-- content/about.md --\n---\ntitle: About\nsummary: Us.\nstatus: published\n---\n\nA visit and a tour of it.\n\
         -- content/about.fr.md --\n---\ntitle: Nous\n---\n\nUne visite, des Tours, le Tour.\n{glossary}"
    ));
    let found = found(&mut site);
    assert_eq!(found.len(), 1, "{found:#?}");
}

#[test]
fn a_comment_in_yaml_lets_pass_what_is_found_in_the_text_below_or_before_it() {
    let channels = "-- content/vocab/channels.yaml --\nmail: { name: Mail within 61 days, medium: letter }\n";
    let french = |waiver: &str| {
        format!("{channels}-- content/vocab/channels.fr.yaml --\n{waiver}mail:\n  name: Courrier sous 16 jours\n")
    };
    let rules = |files: &str| found(&mut Site::new(files)).into_iter().map(|(_, rule, _)| rule).collect::<Vec<_>>();
    assert_eq!(rules(&french("")), [Name::NumberMismatch]);
    let mut told = Site::new(&french(""));
    assert!(
        told.report().contains("`# l10n:ok number-mismatch why it differs` on a line above it"),
        "{}",
        told.report()
    );
    assert_eq!(rules(&french("# l10n:ok number-mismatch business days\n")), []);
    assert_eq!(rules(&french("# l10n:ok number-mismatch\n")), [Name::NumberMismatch, Name::WaiverWithoutReason]);
    assert_eq!(rules(&french("# l10n:ok typography just so\n")), [Name::NumberMismatch, Name::UnusedWaiver]);
    // Behind the text it speaks of the text, however that is written; within a text it is litter, and nothing else.
    let behind = |text: &str| format!("{channels}-- content/vocab/channels.fr.yaml --\nmail:\n  name: {text}\n");
    for text in [
        "Courrier sous 16 jours # l10n:ok number-mismatch business days",
        "\"Courrier sous 16 jours\" # l10n:ok number-mismatch business days",
        ">- # l10n:ok number-mismatch business days\n    Courrier\n    sous 16 jours",
    ] {
        assert_eq!(rules(&behind(text)), [], "{text}");
        let mut site = Site::new(&behind(text));
        assert!(!site.report().contains("comment-after-text"), "{}", site.report());
    }
    let within = behind(">-\n    # l10n:ok number-mismatch 3 business days\n    Courrier sous 61 jours");
    assert_eq!(rules(&within), [Name::LeftoverDirective]);
}

#[test]
fn what_a_source_has_gained_since_is_no_fault_of_who_has_read_the_rest() {
    let page = "---\ntitle: About\nsummary: Us.\nstatus: published\n---\n\nWe wait for you.\n";
    let base = "-- content/l10n/base/BASE.md --\n---\nsummary: \"Us.\"\ntitle: \"About\"\n---\n\nWe wait for you.\n";
    let french = |body: &str| {
        format!(
            "---\ntitle: Qui\nsummary: Nous.\ntranslation: {{ base: BASE, status: reviewed, reviewer: Jean P. }}\n---\n\n{body}\n"
        )
    };
    let told = |english: &str, body: &str| {
        let files = format!("-- content/about.md --\n{page}{english}-- content/about.fr.md --\n{}{base}", french(body));
        // The name of a snapshot is made of its text.
        let known = Site::new(&files.replace("BASE", "0000000000000000")).report();
        let id = known.split("has the name `").nth(1).map(|rest| rest[..16].to_owned());
        let report = Site::new(&files.replace("BASE", id.as_deref().unwrap_or("0000000000000000"))).report();
        (report.contains("outdated-translation"), report.contains("reviewed-too-soon"))
    };
    assert_eq!(told("\nCome in.\n", "Nous vous attendons."), (true, false));
    assert_eq!(told("\nCome in.\n", "We wait for you."), (true, true));
}
