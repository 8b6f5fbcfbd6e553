//! What the commands write, and that they take nothing away.

use cxbook::base::{Date, Locale, SourcePath};
use cxbook::config::{self, Goal};
use cxbook::content;
use cxbook::diagnostic::Diagnostics;
use cxbook::edit::translate::{self as edit, Done, Marking, Refused, Setting};
use cxbook::pipeline::{self, Memo};
use cxbook::source::SourceSet;
use cxbook::translation::{Freshness, Standing, Subjects, batches};

use crate::support::{BOOK, TODAY, split};

/// A site in memory that commands are run on.
pub struct Desk {
    pub sources: SourceSet,
}

impl Desk {
    pub fn new(files: &str) -> Self {
        let mut sources = SourceSet::default();
        sources.insert(SourcePath::new("book.toml"), BOOK.as_bytes());
        for (path, text) in split(files) {
            sources.insert(SourcePath::new(path), text.into_bytes());
        }
        Self { sources }
    }

    pub fn write(&mut self, path: &str, text: impl AsRef<[u8]>) {
        self.sources.insert(SourcePath::new(path), text.as_ref().to_vec());
    }

    pub fn read(&self, path: &str) -> &str {
        self.sources.text(&SourcePath::new(path)).unwrap_or_else(|| panic!("no {path}"))
    }

    /// Replaces a part of a file, which must be there.
    pub fn change(&mut self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no {from:?}:\n{text}");
        let text = text.replacen(from, to, 1);
        self.write(path, text);
    }

    /// Looks at the site as commands see it, with what is wrong in its files.
    pub fn seen<T>(&self, look: impl FnOnce(&Setting<'_>, &Diagnostics) -> T) -> T {
        let mut problems = Diagnostics::default();
        let config = config::read(&self.sources, &mut problems);
        let documents = content::parse(&self.sources, &config, &mut content::Memo::default(), &mut problems);
        let subjects = Subjects::collect(&self.sources, &documents, &config, &mut problems);
        let today = Date::parse(TODAY).unwrap();
        let setting =
            Setting { sources: &self.sources, documents: &documents, config: &config, subjects: &subjects, today };
        look(&setting, &problems)
    }

    /// Runs a command, and does what it says.
    pub fn run(&mut self, command: impl FnOnce(&Setting<'_>) -> Result<Done, Refused>) -> Result<Done, String> {
        let done = self.seen(|setting, _| command(setting)).map_err(|refused| refused.to_string())?;
        for edit in &done.edits {
            assert_eq!(edit.before, self.sources.get(&edit.path).map(|file| file.fingerprint()));
            self.sources.insert(edit.path.clone(), edit.text.as_bytes());
        }
        for path in &done.deletes {
            assert!(self.sources.remove(path), "{path} was not there");
        }
        Ok(done)
    }

    pub fn standing(&self, language: &str, subject: &str) -> Standing {
        let subject = cxbook::translation::SubjectId::parse(subject);
        let locale = cxbook::base::Locale::parse(language).unwrap();
        self.seen(|setting, _| {
            let subject = setting.subjects.get(&subject).expect("a subject");
            let standing = setting.subjects.standing(&self.sources, subject, &locale, &mut Diagnostics::default());
            standing.expect("a translation")
        })
    }

    pub fn check(&self) -> Diagnostics {
        let today = Date::parse(TODAY).unwrap();
        let request = config::Request { goal: Goal::Check, base_url: None, drafts: true, today };
        pipeline::build(&self.sources, &request, &mut Memo::default()).diagnostics
    }

    fn errors(&self) -> String {
        let found = self.check();
        let errors = found.iter().filter(|one| one.severity == cxbook::diagnostic::Severity::Error);
        errors.map(|one| format!("{} {} {}\n", one.span.path, one.name.as_str(), one.message)).collect()
    }
}

const ABOUT: &str = "-- content/about.md --
---
title: About us
summary: Who we are.
status: published
---

## Why

We wait with our customers.

We count 12 days.

- one
- two
";

const SOURCE: &str = "content/about.md";
const FRENCH: &str = "content/about.fr.md";

/// The site above with a French translation of all of it.
fn translated() -> Desk {
    let mut desk = Desk::new(ABOUT);
    desk.run(|setting| edit::new(setting, "fr", "about")).unwrap();
    for (from, to) in [
        ("title: >-", "title: >-\n  À propos"),
        ("summary: >-", "summary: >-\n  Qui nous sommes."),
        ("## Why", "## Pourquoi"),
        ("We wait with our customers.", "Nous attendons avec nos clients."),
        ("We count 12 days.", "Nous comptons 12 jours."),
        ("- one", "- un"),
        ("- two", "- deux"),
    ] {
        desk.change(FRENCH, from, to);
    }
    desk
}

#[test]
fn a_new_translation_has_the_source_in_place_and_counts_as_missing() {
    let mut desk = Desk::new(ABOUT);
    let done = desk.run(|setting| edit::new(setting, "fr", "about")).unwrap();
    let base = desk.read(FRENCH).split("base: ").nth(1).unwrap()[..16].to_owned();
    assert_eq!(
        desk.read(FRENCH),
        format!(
            "---\ntranslation:\n  base: {base}\n  status: draft\n  date: {TODAY}\n# en: About us\ntitle: >-\n\
             # en: Who we are.\nsummary: >-\n---\n\n## Why {{#why}}\n\nWe wait with our customers.\n\n\
             We count 12 days.\n\n- one\n- two\n"
        )
    );
    assert!(done.edits.iter().any(|edit| edit.path.as_str() == format!("content/l10n/base/{base}.md")));
    assert!(desk.standing("fr", "about").is_missing());
    assert!(desk.run(|setting| edit::new(setting, "fr", "about")).unwrap_err().contains("is there already"));
    assert_eq!(desk.errors(), "");
}

#[test]
fn a_translation_goes_from_missing_to_reviewed_and_through_an_update() {
    let mut desk = translated();
    assert_eq!(desk.standing("fr", "about").shown(), "draft");
    let reviewed = Marking { quality: "reviewed".into(), reviewer: Some("Jean P.".into()), ..Marking::default() };
    let none = Diagnostics::default();
    let by_nobody = Marking { reviewer: None, ..reviewed.clone() };
    assert!(
        desk.run(|setting| edit::mark(setting, "fr", "about", &by_nobody, &none)).unwrap_err().contains("--reviewer")
    );
    desk.run(|setting| edit::mark(setting, "fr", "about", &reviewed, &none)).unwrap();
    assert_eq!(desk.standing("fr", "about").shown(), "reviewed");
    assert!(desk.read(FRENCH).contains("reviewer: Jean P.\n"));

    // The source moves on, and nobody can call it reviewed again until it has followed.
    desk.change(SOURCE, "We wait", "We must not wait");
    desk.change(SOURCE, "12 days", "21 days");
    assert_eq!(desk.standing("fr", "about").shown(), "reviewed, outdated 2/7");
    let refused = desk.run(|setting| edit::mark(setting, "fr", "about", &reviewed, &none)).unwrap_err();
    assert!(refused.contains("cxbook translate diff fr about"), "{refused}");

    // Editing the translation alone does not make it fresh, and each followed change counts.
    desk.change(FRENCH, "Nous attendons", "Nous ne devons pas attendre");
    assert_eq!(desk.standing("fr", "about").freshness, Freshness::Outdated { changed: 2 });
    desk.run(|setting| edit::sync(setting, "fr", "about", &[1])).unwrap();
    assert_eq!(desk.standing("fr", "about").shown(), "reviewed, outdated 1/7");
    assert!(desk.read(FRENCH).contains("synced: ["));
    desk.run(|setting| edit::sync(setting, "fr", "about", &[2])).unwrap();
    assert_eq!(desk.standing("fr", "about").shown(), "draft", "nobody has read what was written since");
    assert!(desk.read(FRENCH).contains("synced: []"), "{}", desk.read(FRENCH));
    assert_eq!(desk.errors(), "");
}

#[test]
fn the_base_moves_when_the_last_of_five_changes_was_followed() {
    let mut desk = Desk::new(&ABOUT.replace("- two\n", "- two\n- three\n"));
    desk.write(FRENCH, "---\ntitle: À propos\nsummary: Qui.\n---\n\n## Pourquoi\n\nNous attendons.\n\nNous comptons 12 jours.\n\n- un\n- deux\n- trois\n");
    desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
    let base = |desk: &Desk| desk.read(FRENCH).split("base: ").nth(1).unwrap()[..16].to_owned();
    let before = base(&desk);
    for (from, to) in [
        ("We wait", "We all wait"),
        ("12 days", "21 days"),
        ("- one", "- one more"),
        ("- two", "- two more"),
        ("- three", "- three more"),
    ] {
        desk.change(SOURCE, from, to);
    }
    assert_eq!(desk.standing("fr", "about").shown(), "draft, outdated 5/8");
    desk.run(|setting| edit::sync(setting, "fr", "about", &[2, 4])).unwrap();
    assert_eq!(desk.standing("fr", "about").shown(), "draft, outdated 3/8");
    assert_eq!(base(&desk), before);
    assert_eq!(desk.read(FRENCH).split("synced: [").nth(1).unwrap().split(']').next().unwrap().split(", ").count(), 2);
    desk.run(|setting| edit::sync(setting, "fr", "about", &[1, 3, 5])).unwrap();
    assert_eq!(desk.standing("fr", "about").shown(), "draft");
    let today = desk.seen(|setting, _| setting.subjects.iter().next().unwrap().today().id.to_string());
    assert_eq!(base(&desk), today);
    assert!(desk.read(FRENCH).contains("synced: []"), "{}", desk.read(FRENCH));
}

#[test]
fn a_typo_is_minor_and_a_negation_is_not() {
    let mut desk = translated();
    desk.write("book.toml", format!("{BOOK}[languages.de]\nname = \"Deutsch\"\nog = \"de_DE\"\n"));
    desk.run(|setting| edit::new(setting, "de", "about")).unwrap();
    desk.change(SOURCE, "customers.", "clients.");
    for language in ["fr", "de"] {
        assert_eq!(desk.standing(language, "about").freshness, Freshness::Outdated { changed: 1 });
    }
    desk.run(|setting| edit::minor(setting, "about")).unwrap();
    for language in ["fr", "de"] {
        assert_eq!(desk.standing(language, "about").freshness, Freshness::Fresh);
    }
    desk.change(SOURCE, "We wait with", "We never wait with");
    let refused = desk.run(|setting| edit::minor(setting, "about")).unwrap_err();
    assert!(refused.starts_with("a negation differs"), "{refused}");
    assert_eq!(desk.standing("fr", "about").freshness, Freshness::Outdated { changed: 1 });
}

#[test]
fn without_the_snapshot_the_difference_is_unknown_and_the_site_is_built() {
    let mut desk = translated();
    let base = desk.read(FRENCH).split("base: ").nth(1).unwrap()[..16].to_owned();
    desk.change(SOURCE, "12 days", "21 days");
    desk.sources.remove(&SourcePath::new(format!("content/l10n/base/{base}.md")));
    assert_eq!(desk.standing("fr", "about").shown(), "draft, outdated, difference unknown");
    assert_eq!(desk.errors(), "");
    // Version control has it, if anything has.
    let mut site = crate::support::Site::new("");
    site.sources = desk.sources;
    assert!(site.page("fr/about/index.html").contains("Nous comptons 12 jours."));
    assert!(site.report().contains("`cxbook translate keep` looks for it in the history of git"), "{}", site.report());
}

#[test]
fn without_a_base_it_is_unverified_whatever_it_says() {
    let mut desk = Desk::new(ABOUT);
    desk.write(FRENCH, "---\ntranslation: { status: reviewed, reviewer: Jean }\ntitle: À propos\n---\n");
    assert_eq!(desk.standing("fr", "about").shown(), "unverified");
    desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
    assert_eq!(desk.standing("fr", "about").shown(), "reviewed, 6/7 not translated");
    assert!(desk.read(FRENCH).starts_with("---\ntranslation: { base: "), "{}", desk.read(FRENCH));
}

#[test]
fn two_branches_that_translate_and_follow_one_article_change_no_file_in_two_ways() {
    let book = format!("{BOOK}[languages.de]\nname = \"Deutsch\"\nog = \"de_DE\"\n");
    let mut root = Desk::new(ABOUT);
    root.write("book.toml", &book);
    let branch = |root: &Desk, work: &dyn Fn(&mut Desk)| {
        let mut desk = Desk { sources: root.sources.clone() };
        work(&mut desk);
        desk
    };
    let merged = |root: &Desk, one: &Desk, other: &Desk| {
        let mut all = Desk { sources: root.sources.clone() };
        for desk in [one, other] {
            for (path, file) in desk.sources.iter() {
                let text = file.text().unwrap();
                if root.sources.text(path) == Some(text) {
                    continue;
                }
                let is_new = all.sources.text(path) == root.sources.text(path);
                assert!(is_new || all.sources.text(path) == Some(text), "{path} is changed in two ways");
                all.write(path.as_str(), text);
            }
        }
        all
    };
    let new = |language: &'static str| {
        move |desk: &mut Desk| drop(desk.run(|setting| edit::new(setting, language, "about")).unwrap())
    };
    let mut site = merged(&root, &branch(&root, &new("fr")), &branch(&root, &new("de")));
    assert_eq!(site.sources.under("content/l10n/base").count(), 1);
    site.change(SOURCE, "12 days", "21 days");
    let follow = |language: &'static str| {
        move |desk: &mut Desk| {
            desk.change(&format!("content/about.{language}.md"), "12 days", "21 x");
            desk.run(|setting| edit::sync(setting, language, "about", &[])).unwrap();
        }
    };
    let site = merged(&site, &branch(&site, &follow("fr")), &branch(&site, &follow("de")));
    assert_eq!(site.errors(), "");
    for language in ["fr", "de"] {
        assert_eq!(site.standing(language, "about").freshness, Freshness::Fresh);
    }
}

#[test]
fn an_update_adds_what_is_new_marks_what_is_gone_and_keeps_every_line() {
    let mut desk = translated();
    let before = desk.read(FRENCH).to_owned();
    desk.change(SOURCE, "We count 12 days.\n\n", "");
    desk.change(SOURCE, "- one\n", "- one\n- one and a half\n");
    desk.change(SOURCE, "We wait", "A paragraph that is new.\n\nWe wait");
    desk.change(SOURCE, "- two\n", "- two\n\n## Later\n\nThe end.\n");
    desk.run(|setting| edit::update(setting, "fr", "about")).unwrap();
    let after = desk.read(FRENCH).to_owned();
    for line in before.lines() {
        assert!(after.contains(line), "{line:?} is gone from\n{after}");
    }
    let body = after.rsplit("---\n").next().unwrap();
    assert_eq!(
        body,
        "\n## Pourquoi {#why}\n\nA paragraph that is new. <!-- l10n:new -->\n\nNous attendons avec nos clients.\n\n\
         Nous comptons 12 jours. <!-- l10n:obsolete -->\n\n- un\n- one and a half <!-- l10n:new -->\n- deux\n\n\
         ## Later <!-- l10n:new --> {#later}\n\nThe end. <!-- l10n:new -->\n"
    );
    let again = desk.run(|setting| edit::update(setting, "fr", "about")).unwrap();
    assert!(again.edits.is_empty(), "{again:#?}");
    desk.change(FRENCH, "The end. <!-- l10n:new -->", "La fin. <!-- l10n:new -->");
    assert_eq!(desk.standing("fr", "about").untranslated, 3);
}

#[test]
fn an_update_adds_fields_where_their_neighbours_stand() {
    let mut desk = Desk::new(
        "-- content/vocab/channels.yaml --\nweb: { name: Website, medium: web }\nphone: { name: Phone, medium: phone }\n",
    );
    desk.run(|setting| edit::new(setting, "fr", "vocab/channels")).unwrap();
    desk.change("content/vocab/channels.fr.yaml", "  name: >-\n", "  name: Site\n");
    desk.change(
        "content/vocab/channels.yaml",
        "web: { name: Website, medium: web }",
        "web: { name: Website, medium: web, hours: At all times }\nletter: { name: Letter, medium: letter }",
    );
    desk.run(|setting| edit::update(setting, "fr", "vocab/channels")).unwrap();
    let text = desk.read("content/vocab/channels.fr.yaml");
    assert!(text.contains("web:\n  # en: Website\n  name: Site\n  # en: At all times\n  hours: >-\n"), "{text}");
    let letter = "  hours: >-\nletter:\n  # en: Letter\n  name: >-\nphone:\n  # en: Phone\n  name: >-\n";
    assert!(text.ends_with(letter), "{text}");
    assert_eq!(desk.errors(), "");
}

#[test]
fn a_new_step_stands_where_its_source_has_it() {
    let (before, french) =
        include_str!("../sites/small.txt").split_once("-- content/journeys/claim/index.fr.md --").unwrap();
    let after = french.find("\n-- ").map_or("", |at| &french[at + 1..]);
    let mut desk = Desk::new(&format!("{before}{after}"));
    desk.run(|setting| edit::new(setting, "fr", "journeys/claim")).unwrap();
    let (source, french) = ("content/journeys/claim/index.md", "content/journeys/claim/index.fr.md");
    let step = |id: &str| format!("      {id}:\n        name: Does {id}\n        mode: acts\n        does: The {id}\n");
    let names = |text: &str| -> Vec<String> {
        let steps = text.split_once("\nsteps:\n").unwrap().1.lines().take_while(|line| line.starts_with("  "));
        let name = |line: &str| line.strip_prefix("  ").filter(|line| !line.starts_with([' ', '#'])).map(str::to_owned);
        steps.filter_map(name).collect()
    };
    let old = names(desk.read(french));
    assert!(old.len() > 2, "{old:?}");
    let (first, second) = (old[0].clone(), old[1].clone());
    for (before, id) in [(&first, "start"), (&second, "middle"), (&second, "later")] {
        desk.change(source, &format!("      {before}"), &format!("{}      {before}", step(id)));
    }
    desk.run(|setting| edit::update(setting, "fr", "journeys/claim")).unwrap();
    let text = desk.read(french);
    let mut wanted = vec!["start:".to_owned(), first.clone(), "middle:".to_owned(), "later:".to_owned(), second];
    wanted.extend(old[2..].iter().cloned());
    assert_eq!(names(text), wanted, "{text}");
    // The comment above the first one still stands above it.
    let start = "steps:\n  start:\n    # en: Does start\n    name: >-\n    # en: The start\n    does: >-\n";
    assert!(text.contains(&format!("{start}  {first}\n    # en: ")), "{text}");
    assert_eq!(desk.errors(), "");
    let again = desk.run(|setting| edit::update(setting, "fr", "journeys/claim")).unwrap();
    assert!(again.edits.is_empty(), "{:?}", again.did);
}

#[test]
fn what_comes_first_in_a_source_is_put_above_the_comments_of_what_comes_next() {
    let mut desk = Desk::new("-- content/vocab/channels.yaml --\nphone: { name: Phone, medium: phone }\n");
    let french = "content/vocab/channels.fr.yaml";
    desk.write(french, "translation: { status: draft }\n\n# On the phone\n# en: Phone\nphone: Téléphone");
    desk.change("content/vocab/channels.yaml", "phone:", "web: { name: Website, medium: web }\nphone:");
    desk.run(|setting| edit::update(setting, "fr", "vocab/channels")).unwrap();
    let text = desk.read(french);
    assert!(text.contains("\nweb:\n  # en: Website\n  name: >-\n# On the phone\n# en: Phone\nphone:"), "{text}");
    assert_eq!(desk.errors(), "");
}

#[test]
fn a_typo_is_minor_however_far_another_language_is_behind() {
    let mut desk = translated();
    desk.run(|setting| edit::add_language(setting, "de", None, None)).unwrap();
    desk.write("content/about.de.md", "---\ntitle: Über uns\nsummary: Wer wir sind.\n---\n\n## Warum\n\nWir warten mit unseren Kunden.\n\nWir zählen 12 Tage.\n\n- eins\n- zwei\n");
    desk.run(|setting| edit::sync_unverified(setting, "de")).unwrap();
    desk.change(SOURCE, "12 days", "21 days");
    desk.change(FRENCH, "12", "21");
    desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
    desk.change(SOURCE, "We wait with", "We do wait with");
    desk.run(|setting| edit::minor(setting, "about")).unwrap();
    assert_eq!(desk.standing("fr", "about").freshness, Freshness::Fresh);
    assert_eq!(desk.standing("de", "about").freshness, Freshness::Outdated { changed: 1 });
    // What is new to every language is looked at as ever.
    desk.change(SOURCE, "21 days", "30 days");
    assert!(desk.run(|setting| edit::minor(setting, "about")).unwrap_err().to_string().contains("a number differs"));
}

#[test]
fn nothing_is_called_reviewed_that_an_update_has_marked() {
    for mark in ["new", "obsolete"] {
        let mut desk = translated();
        desk.change(FRENCH, "- deux", &format!("- deux <!-- l10n:{mark} -->"));
        let marking = edit::Marking {
            quality: "reviewed".to_owned(),
            reviewer: Some("Jean P.".to_owned()),
            by: Vec::new(),
            same: false,
        };
        let problems = desk.check();
        let refused =
            desk.run(|setting| edit::mark(setting, "fr", "about", &marking, &problems)).unwrap_err().to_string();
        assert!(refused.contains(&format!("l10n:{mark}")) && refused.contains("content/about.fr.md:"), "{refused}");
    }
}

#[test]
fn only_snapshots_that_nothing_names_are_deleted() {
    let mut desk = translated();
    desk.change(SOURCE, "12 days", "21 days");
    desk.run(|setting| edit::sync(setting, "fr", "about", &[1])).unwrap();
    let snapshots = |desk: &Desk| desk.sources.under("content/l10n/base").count();
    assert_eq!(snapshots(&desk), 2);
    let done = desk.run(|setting| edit::gc(setting.sources)).unwrap();
    assert_eq!((done.deletes.len(), snapshots(&desk)), (0, 2), "whoever reads it has to see what has changed");
    let reviewed = Marking { quality: "reviewed".into(), reviewer: Some("Jean P.".into()), ..Marking::default() };
    desk.run(|setting| edit::mark(setting, "fr", "about", &reviewed, &Diagnostics::default())).unwrap();
    let done = desk.run(|setting| edit::gc(setting.sources)).unwrap();
    assert_eq!((done.deletes.len(), snapshots(&desk)), (1, 1));
    assert_eq!(desk.standing("fr", "about").shown(), "reviewed");
}

#[test]
fn a_snapshot_that_a_broken_a_lost_or_an_unconfigured_file_names_is_kept() {
    let text = |desk: &Desk| desk.read(FRENCH).to_owned();
    let harms: [&dyn Fn(&mut Desk); 5] = [
        &|desk| desk.write(FRENCH, text(desk).replace("title:", "title: [")),
        &|desk| desk.write(FRENCH, [text(desk).as_bytes(), b"\xe9"].concat()),
        &|desk| _ = desk.sources.remove(&SourcePath::new(SOURCE)),
        &|desk| desk.write("book.toml", crate::support::BOOK.split("[languages.fr]").next().unwrap()),
        &|desk| {
            let french = text(desk);
            desk.sources.remove(&SourcePath::new(FRENCH));
            desk.write("content/about.it.md", french);
        },
    ];
    for (number, harm) in harms.iter().enumerate() {
        let mut desk = translated();
        harm(&mut desk);
        let done = desk.run(|setting| edit::gc(setting.sources)).unwrap();
        assert!(done.deletes.is_empty(), "{number}: {:?}", done.deletes);
    }
}

#[test]
fn a_snapshot_is_kept_however_the_file_spells_that_names_it() {
    let base = |desk: &Desk| {
        let text = desk.read(FRENCH);
        text.split_once("base: ").unwrap().1.lines().next().unwrap().to_owned()
    };
    let escaped = |base: &str, form: &dyn Fn(u32) -> String| -> String {
        base.chars().map(|letter| form(letter as u32)).collect()
    };
    let spellings: [&dyn Fn(&str) -> String; 9] = [
        &|base| format!("'{base}'"),
        &|base| format!(">-\n    {base}"),
        &|base| format!("\"{}\"", escaped(base, &|code| format!("\\x{code:02x}"))),
        &|base| format!("\"{}\"", escaped(base, &|code| format!("\\u{code:04X}"))),
        &|base| format!("\"{}\"", escaped(base, &|code| format!("\\U{code:08x}"))),
        &|base| format!("\"{}\\\n    {}\"", &base[..7], &base[7..]),
        &|base| base.to_ascii_uppercase(),
        // No YAML any more.
        &|base| format!("\"{}\"\n  x: [", escaped(base, &|code| format!("\\x{code:02X}"))),
        &|base| format!("\"{}\\\r\n    {}\"\n  x: [", &base[..7], &base[7..]),
    ];
    for (number, spelling) in spellings.iter().enumerate() {
        let mut desk = translated();
        let base = base(&desk);
        desk.change(FRENCH, &format!("base: {base}"), &format!("base: {}", spelling(&base)));
        let done = desk.run(|setting| edit::gc(setting.sources)).unwrap();
        assert!(done.deletes.is_empty(), "{number}: {:?}", done.deletes);
    }
    let mut desk = translated();
    let wide: Vec<u8> = desk.read(FRENCH).encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.write(FRENCH, wide);
    let done = desk.run(|setting| edit::gc(setting.sources)).unwrap();
    assert!(done.deletes.is_empty(), "{:?}", done.deletes);
}

#[test]
fn an_existing_translation_is_taken_over_with_its_gaps_named() {
    let english =
        "Everybody who works here sees the part of the journey that is in front of them, and nothing else of it.";
    let french =
        "Tous ceux qui travaillent ici voient la partie du parcours qui est devant eux, et rien d’autre de lui.";
    let mut desk = Desk::new(&format!(
        "-- content/about.md --\n---\ntitle: About us\nsummary: Who.\nstatus: published\n---\n\n{english}\n\n\
         Credit: drawn by Ann Ray for Netflix and Zappos in May, with thanks.\n\n{english} Netflix did.\n\n{english} 42 did.\n\n\
         This can be found in the category:\n"
    ));
    let text = format!(
        "Lutter contre une vue étroite\n\n{french}\n\nLutter contre une vue étroite\n\n{french} Netflix l’a fait.\n\n\
         Lutter contre une vue étroite\n\n{french} 42 l’ont fait.\n\n» » » » Lutter contre une vue étroite\n"
    );
    let done = desk.run(|setting| edit::adopt(setting, "fr", "about", "old.txt", &text)).unwrap();
    assert_eq!(
        done.did,
        [
            "wrote content/about.fr.md: 3 of 5 blocks aligned",
            "5 of the 7 blocks of old.txt have a place in the source: 3 translate what stands there, 2 say something else",
            "missing: paragraph “Credit: drawn by Ann Ray for Netflix and Zappos in …”, \
             and in its place stands “Lutter contre une vue étroite”",
            "missing: paragraph “This can be found in the category:”, \
             and in its place stands “» » » » Lutter contre une vue étroite”",
            "fits nothing, 3 times: “Lutter contre une vue étroite”",
            "fits nothing: “» » » » Lutter contre une vue étroite”",
        ]
    );
    assert!(desk.read(FRENCH).ends_with(&text));
    assert_eq!(desk.errors(), "");
}

#[test]
fn what_has_an_error_of_its_own_cannot_be_called_reviewed() {
    let mut desk = translated();
    desk.write(
        "content/vocab/glossary.yaml",
        "customer: { en: { term: customer }, fr: { term: client, avoid: [usager] } }\n",
    );
    desk.change(FRENCH, "nos clients", "nos usagers");
    let reviewed = Marking { quality: "reviewed".into(), reviewer: Some("Jean P.".into()), ..Marking::default() };
    let found = desk.check();
    let refused = desk.run(|setting| edit::mark(setting, "fr", "about", &reviewed, &found)).unwrap_err();
    assert!(refused.starts_with(&format!("{FRENCH}:16: `usagers` is not to be used\nwrite `client`")), "{refused}");
    desk.change(FRENCH, "nos usagers", "nos clients");
    let found = desk.check();
    desk.run(|setting| edit::mark(setting, "fr", "about", &reviewed, &found)).unwrap();
    assert_eq!(desk.standing("fr", "about").shown(), "reviewed");
}

#[test]
fn a_language_without_content_is_a_valid_site() {
    let mut desk = Desk::new(ABOUT);
    desk.run(|setting| edit::add_language(setting, "zh-Hant-HK", None, None)).unwrap();
    let mut site = crate::support::Site::new("");
    site.sources = desk.sources.clone();
    site.request.goal = Goal::Preview;
    let build = site.build();
    let dashboard = build.desk.unwrap().page("/").unwrap();
    assert!(dashboard.contains("zh-Hant-HK") && dashboard.contains("0 of 1 say what their source says"), "{dashboard}");
    let answer = build.search.answer("lang=zh-Hant-HK&q=x&most=5").unwrap();
    assert!(answer.contains("\"hits\":[]"), "{answer}");
    site.request.goal = Goal::Site;
    assert!(site.page("zh-Hant-HK/about/index.html").contains("<main id=\"main\" lang=\"en\" dir=\"ltr\">"));
    assert!(site.build().output.unwrap().iter().any(|(path, _)| path.as_str().starts_with("search/zh-Hant-HK/")));
    assert!(desk.read("book.toml").contains("[languages.zh-Hant-HK]\nname = \"繁體中文（香港）\"\nog = \"zh_HK\"\n"));
    assert_eq!(desk.errors(), "");
    let refused = desk.run(|setting| edit::add_language(setting, "fr", None, None)).unwrap_err();
    assert!(refused.contains("already"));
    let refused = desk.run(|setting| edit::add_language(setting, "it", None, Some("Rome"))).unwrap_err();
    assert!(refused.contains("`IT`"), "{refused}");
    desk.run(|setting| edit::add_language(setting, "it", None, Some("it"))).unwrap();
    assert!(desk.read("book.toml").contains("[languages.it]\nname = \"Italiano\"\nog = \"it_IT\"\n"));
    assert!(!desk.check().iter().any(|found| found.name == cxbook::diagnostic::Name::VagueLanguage));
}

#[test]
fn a_language_whose_folder_not_every_system_can_make_is_refused_with_the_way_out() {
    for tag in ["con", "nul", "aux", "prn"] {
        let mut desk = Desk::new(ABOUT);
        let refused = desk.run(|setting| edit::add_language(setting, tag, Some("X"), None)).unwrap_err();
        assert!(refused.contains("Windows") && refused.contains(&format!("`{tag}-Latn`")), "{refused}");
        desk.run(|setting| edit::add_language(setting, &format!("{tag}-Latn"), Some("X"), None)).unwrap();
        let by_hand = format!("{}[languages.{tag}]\nname = \"X\"\n", desk.read("book.toml"));
        desk.write("book.toml", by_hand);
        assert!(desk.errors().contains(&format!("the language tag `{tag}`")), "{}", desk.errors());
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the test reads the shipped content")]
fn a_new_translation_of_everything_that_is_shipped_is_without_error_empty_or_filled() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut desk = Desk { sources: cxbook::io::scan::scan(root).unwrap() };
    desk.run(|setting| edit::add_language(setting, "it", None, None)).unwrap();
    let mut subjects = Vec::new();
    desk.run(|setting| {
        subjects
            .extend(setting.subjects.iter().filter(|subject| subject.has_text()).map(|subject| subject.id.to_string()));
        Ok(Done::default())
    })
    .unwrap();
    assert!(subjects.len() > 40, "{subjects:?}");
    let before = desk.errors();
    let mut all = Done::default();
    desk.run(|setting| {
        for subject in &subjects {
            all.edits.extend(edit::new(setting, "it", subject)?.edits);
        }
        Ok(Done::default())
    })
    .unwrap();
    for edit in &all.edits {
        desk.sources.insert(edit.path.clone(), edit.text.as_bytes());
    }
    assert_eq!(desk.errors(), before);
    for edit in all.edits.iter().filter(|edit| !edit.path.as_str().contains("/l10n/")) {
        let filled: String = edit
            .text
            .split_inclusive('\n')
            .map(|line| {
                let indent = " ".repeat(line.len() - line.trim_start().len());
                if line.ends_with(" >-\n") { format!("{line}{indent}  Parola?\n") } else { line.to_owned() }
            })
            .collect();
        desk.sources.insert(edit.path.clone(), filled.as_bytes());
    }
    assert_eq!(desk.errors(), before);
}

#[test]
fn what_says_nothing_yet_is_taken_to_answer_to_today_all_at_once() {
    let mut desk = Desk::new(ABOUT);
    desk.write(FRENCH, "---\ntitle: À propos\n---\n");
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    assert_eq!(desk.standing("fr", "about").freshness, Freshness::Fresh);
    desk.change(SOURCE, "12 days", "21 days");
    let again = desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    assert!(again.edits.is_empty());
    assert_eq!(desk.standing("fr", "about").freshness, Freshness::Outdated { changed: 1 });
}

#[test]
fn an_update_brings_the_quoted_source_up_to_date_and_no_other_comment() {
    let mut desk = Desk::new(
        "-- content/vocab/channels.yaml --\nweb: { name: Website, medium: web, hours: Always }\nphone: { name: Phone, medium: phone }\n",
    );
    desk.run(|setting| edit::new(setting, "fr", "vocab/channels")).unwrap();
    let french = "content/vocab/channels.fr.yaml";
    desk.change(
        french,
        "  # en: Phone\n  name: >-\n",
        "  # en: said by us\n\n  # short is better\n  name: Téléphone\n",
    );
    desk.change("content/vocab/channels.yaml", "Website", "Our website");
    desk.change("content/vocab/channels.yaml", "name: Phone", "name: Telephone");
    let done = desk.run(|setting| edit::update(setting, "fr", "vocab/channels")).unwrap();
    let text = desk.read(french);
    assert!(text.contains("web:\n  # en: Our website\n  name: >-\n  # en: Always\n  hours: >-\n"), "{text}");
    assert!(text.contains("  # en: said by us\n\n  # short is better\n  name: Téléphone\n"), "{text}");
    assert!(done.did.iter().any(|did| did.starts_with("brought 1 comment ")), "{:?}", done.did);
    assert!(desk.run(|setting| edit::update(setting, "fr", "vocab/channels")).unwrap().edits.is_empty());
}

#[test]
fn the_quoted_source_of_a_list_and_of_a_short_form_is_brought_up_to_date_too() {
    let mut desk = Desk::new(
        "-- content/personas/kim/index.md --\n---\nname: Kim\ngoal: I want in.\nbasis: assumed\n\
         expectations: [One, Two]\nneeds:\n  door: { says: An open door }\n---\n",
    );
    desk.run(|setting| edit::new(setting, "fr", "personas/kim")).unwrap();
    let french = "content/personas/kim/index.fr.md";
    desk.change(
        french,
        "  door:\n    # en: An open door\n    says: >-\n",
        "  # en: An open door\n  door: Une porte ouverte\n",
    );
    desk.change("content/personas/kim/index.md", "[One, Two]", "[One, Deux]");
    desk.change("content/personas/kim/index.md", "An open door", "An open gate");
    desk.run(|setting| edit::update(setting, "fr", "personas/kim")).unwrap();
    let text = desk.read(french);
    assert!(text.contains("  # en: One\n  - >-\n  # en: Deux\n  - >-\n"), "{text}");
    assert!(text.contains("  # en: An open gate\n  door: Une porte ouverte\n"), "{text}");
}

#[test]
fn a_space_or_a_dash_in_the_place_of_a_text_is_no_translation_of_it() {
    for nothing in ["&nbsp;", "—", "\u{a0}\u{a0}"] {
        let mut desk = translated();
        let before = desk.standing("fr", "about").untranslated;
        desk.change(FRENCH, "Nous comptons 12 jours.", nothing);
        assert_eq!(desk.standing("fr", "about").untranslated, before + 1, "{nothing:?}");
    }
}

#[test]
fn a_text_that_was_added_is_not_followed_before_it_is_translated() {
    let mut desk = translated();
    desk.change(SOURCE, "12 days", "21 days");
    desk.change(SOURCE, "- two\n", "- two\n\nThe end.\n");
    let refused = desk.run(|setting| edit::sync(setting, "fr", "about", &[2])).unwrap_err();
    assert!(refused.contains("“The end.”") && refused.contains("cxbook translate update fr about"), "{refused}");
    desk.change(FRENCH, "12 jours", "21 jours");
    let done = desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
    assert_eq!(
        done.did,
        [
            "followed 1. line 18, paragraph: other words (mind the meaning: a number is another)",
            "noted 1 of 2 changes as followed"
        ]
    );
    assert_eq!(desk.standing("fr", "about").shown(), "draft, outdated 1/8");
    let refused = desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap_err();
    assert!(refused.starts_with("the text that has changed is not translated yet"), "{refused}");
    let done = desk.run(|setting| edit::update(setting, "fr", "about")).unwrap();
    let line = desk.read(FRENCH).lines().position(|line| line.contains("l10n:new")).unwrap() + 1;
    let hint = format!("translate the block at {FRENCH}:{line}, and remove `<!-- l10n:new -->` from it");
    let then = "then note that it has followed its source: `cxbook translate sync fr about`".to_owned();
    assert_eq!(done.next, [hint.clone(), then]);
    // Until that is done, each command says so again, and none sends to another.
    for numbers in [&[][..], &[2]] {
        let refused = desk.run(|setting| edit::sync(setting, "fr", "about", numbers)).unwrap_err().to_string();
        assert!(refused.contains(&hint) && !refused.contains("translate update"), "{refused}");
    }
    let again = desk.run(|setting| edit::update(setting, "fr", "about")).unwrap();
    assert_eq!(again.next[0], hint);
    desk.change(FRENCH, "The end. <!-- l10n:new -->", "The end.");
    let refused = desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap_err().to_string();
    assert!(refused.contains(&format!("translate {FRENCH}:{line}, then")), "{refused}");
    desk.change(FRENCH, "The end.", "La fin. <!-- l10n:new -->");
    let done = desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
    assert_eq!(done.next[0], hint);
    desk.change(FRENCH, " <!-- l10n:new -->", "");
    assert_eq!(desk.standing("fr", "about").shown(), "draft");
}

#[test]
fn who_has_read_it_is_an_author_of_the_site_or_has_a_name() {
    let mut desk = translated();
    desk.write("content/vocab/authors.yaml", "jean-petit: { name: Jean Petit }\n");
    let mut mark = |name: &str| {
        let marking = Marking { quality: "reviewed".into(), reviewer: Some(name.into()), ..Marking::default() };
        desk.run(|setting| edit::mark(setting, "fr", "about", &marking, &Diagnostics::default())).map(|_| ())
    };
    for name in ["jean-petit", "Jean P.", "de la Cruz", "علي", "山田"] {
        assert_eq!(mark(name), Ok(()), "{name}");
    }
    for (word, help) in [
        ("NAME", "like `jean-petit`"),
        ("x", "is nobody's name"),
        ("  ", "is nobody's name"),
        ("jean-petti", "did you mean `jean-petit`?"),
        ("whatever", "a name starts with a capital"),
    ] {
        let refused = mark(word).unwrap_err();
        assert!(refused.contains(help), "{refused}");
    }
}

#[test]
fn a_large_site_is_gone_through_so_many_files_at_a_time() {
    let page = "---\ntitle: A page\nsummary: S.\nstatus: published\n---\n";
    let french = "---\ntitle: Une page\n---\n";
    let desk = Desk::new(&format!(
        "-- content/vocab/glossary.yaml --\na: {{ en: {{ term: a }} }}\n\
         -- content/one.md --\n{page}-- content/one.fr.md --\n{french}-- content/two.md --\n{page}\
         -- content/three.md --\n{page}-- content/three.fr.md --\n{french}-- content/three.de.md --\n{french}"
    ));
    let config = desk.seen(|setting, _| setting.config.clone());
    let french = Locale::parse("fr").unwrap();
    let parts = |most: usize| -> Vec<Vec<String>> {
        let parts = batches(&desk.sources, &config, Some(&french), most);
        let name = |path: &SourcePath| path.as_str().trim_start_matches("content/").to_owned();
        parts.map(|part| part.iter().map(|(path, _)| name(path)).collect()).collect()
    };
    let (one, three) = (["one.fr.md", "one.md"], ["three.fr.md", "three.md"]);
    let glossary = ["vocab/glossary.yaml"];
    assert_eq!(parts(2), [[&one[..], &glossary].concat(), [&three[..], &glossary].concat()]);
    assert_eq!(parts(9), [[&one[..], &three, &glossary].concat()]);
}

#[test]
fn titles_that_were_published_in_a_language_are_no_work() {
    let mut desk = Desk::new(
        "-- content/vocab/sources.yaml --\na: { kind: book, title: The Truth, lang: en }\nb: { kind: interview, title: A talk }\n\
         -- content/vocab/sources.fr.yaml --\nb: Un entretien\n",
    );
    assert_eq!(desk.standing("fr", "vocab/sources").words, 0);
    desk.change("content/vocab/sources.yaml", ", lang: en", "");
    assert_eq!(desk.standing("fr", "vocab/sources").words, 2);
}

#[test]
fn a_translation_of_nothing_but_numbers_and_names_is_missing_and_a_first_name_is_no_work() {
    let mut desk = Desk::new(
        "-- content/about.md --\n---\ntitle: About us\nsummary: Who we are.\nstatus: published\n---\n\n42\n\
         -- content/personas/maya/index.md --\n---\nname: Maya\ngoal: I want in.\nbasis: assumed\n---\n",
    );
    desk.run(|setting| edit::new(setting, "fr", "about")).unwrap();
    assert!(desk.standing("fr", "about").is_missing());
    desk.run(|setting| edit::new(setting, "fr", "personas/maya")).unwrap();
    assert!(desk.standing("fr", "personas/maya").is_missing());
    desk.change("content/personas/maya/index.fr.md", "goal: >-\n", "goal: Je veux entrer.\n");
    assert_eq!(desk.standing("fr", "personas/maya").words, 0);
}

#[test]
fn front_matter_that_was_closed_too_soon_reaches_no_translation() {
    let mut desk = Desk::new(ABOUT);
    desk.run(|setting| edit::new(setting, "fr", "about")).unwrap();
    // Whoever writes `---` in the middle turns the fields below it into text.
    desk.change(SOURCE, "summary: Who", "---\n\nsummary: Who");
    for command in [edit::update, |setting: &Setting<'_>, language: &str, subject: &str| {
        edit::sync(setting, language, subject, &[])
    }] {
        let refused = desk.run(|setting| command(setting, "fr", "about")).unwrap_err();
        assert!(refused.contains("content/about.md:5: the file cannot be read"), "{refused}");
        assert!(refused.contains("take out the `---` above it"), "{refused}");
    }
    desk.sources.remove(&SourcePath::new("content/about.fr.md"));
    desk.run(|setting| edit::new(setting, "fr", "about")).unwrap_err();
    assert_eq!(desk.errors().lines().count(), 1, "one mistake is said once: {}", desk.errors());
}
