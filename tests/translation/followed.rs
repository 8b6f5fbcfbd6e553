//! What is called followed, and reviewed, says the numbers that its source says.

use cxbook::edit::translate::{self as edit, Marking};

use super::commands::Desk;

const SITE: &str = "\
-- content/about.md --
---
title: About us
summary: Who we are.
status: published
---

The note goes out five days before.

You must wait at the desk.
-- content/about.fr.md --
---
title: Qui nous sommes
summary: Ce que nous faisons.
---

Le mot part cinq jours avant.

Attendez au guichet.
";

const SOURCE: &str = "content/about.md";
const FRENCH: &str = "content/about.fr.md";

fn outdated() -> Desk {
    let mut desk = Desk::new(SITE);
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    desk.change(SOURCE, "five days", "ten days");
    desk
}

#[test]
fn a_number_that_the_translation_still_says_is_not_followed_and_both_texts_are_shown() {
    let mut desk = outdated();
    let before = desk.read(FRENCH).to_owned();
    let refused = desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap_err();
    for part in [
        "1. line 8, paragraph: the source says `10` now, and the translation still `5`\n",
        "source  The note goes out [-five-]{+ten+} days before.\n",
        "fr      Le mot part cinq jours avant.\n",
        "`cxbook translate sync fr about --segment 1`",
    ] {
        assert!(refused.contains(part), "{part}\n{refused}");
    }
    assert_eq!(desk.read(FRENCH), before);
    desk.change(FRENCH, "cinq jours", "dix jours");
    desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
}

#[test]
fn who_names_the_change_or_says_why_is_believed() {
    let mut desk = outdated();
    desk.run(|setting| edit::sync(setting, "fr", "about", &[1])).unwrap();
    let mut desk = outdated();
    desk.change(FRENCH, "jours avant.", "jours avant. <!-- l10n:ok number-mismatch working days here -->");
    desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
}

#[test]
fn a_negation_that_came_has_to_be_in_the_translation() {
    let mut desk = outdated();
    desk.change(SOURCE, "ten days", "five days");
    desk.change(SOURCE, "must wait", "must not wait");
    let refused = desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap_err();
    assert!(refused.contains("a word like “not” now"), "{refused}");
    desk.change(FRENCH, "Attendez au", "N’attendez pas au");
    desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
}

#[test]
fn a_translation_whose_number_differs_is_not_called_reviewed() {
    let mut desk = outdated();
    desk.run(|setting| edit::sync(setting, "fr", "about", &[1])).unwrap();
    let marking = Marking { quality: "reviewed".into(), reviewer: Some("Jean P.".into()), ..Marking::default() };
    let found = desk.check();
    let refused = desk.run(|setting| edit::mark(setting, "fr", "about", &marking, &found)).unwrap_err();
    assert!(refused.starts_with("content/about.fr.md:8: the number `10` of the source is `5` here\n"), "{refused}");
    desk.change(FRENCH, "cinq", "dix");
    let found = desk.check();
    desk.run(|setting| edit::mark(setting, "fr", "about", &marking, &found)).unwrap();
}
