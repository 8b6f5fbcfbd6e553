//! What a translation said when it was last read is known, whatever it says of itself since.

use cxbook::base::Locale;
use cxbook::diagnostic::{Diagnostics, Name};
use cxbook::edit::rename;
use cxbook::edit::translate::{self as edit, Marking};
use cxbook::translation::{Reading, SubjectId, Unread};

use super::commands::Desk;

const SOURCE: &str = "content/about.md";
const FRENCH: &str = "content/about.fr.md";
const NOTE: &str = "content/l10n/read/about.fr.txt";

const SITE: &str = "\
-- content/about.md --
---
title: About us
summary: Who we are.
status: published
---

We wait with our customers.

We count the days with everybody.

We say what happens.
-- content/about.fr.md --
---
title: À propos
summary: Qui nous sommes.
---

Nous attendons avec nos clients.

Nous comptons les jours avec tous.

Nous disons ce qui se passe.
";

/// A page that Jean P. has read.
fn read() -> Desk {
    let mut desk = Desk::new(SITE);
    mark(&mut desk);
    desk
}

fn mark(desk: &mut Desk) {
    let reviewed = Marking { quality: "reviewed".into(), reviewer: Some("Jean P.".into()), ..Marking::default() };
    desk.run(|setting| edit::mark(setting, "fr", "about", &reviewed, &Diagnostics::default())).unwrap();
}

/// The revision that the source is today.
fn today(desk: &Desk) -> String {
    desk.seen(|setting, _| setting.subject("about").unwrap().today().id.to_string())
}

/// Writes today's revision where the translation says what it answers to, and nothing else, as a person may.
fn paste_the_base(desk: &mut Desk) {
    let said = desk.read(FRENCH).split("base: ").nth(1).unwrap()[..16].to_owned();
    let today = today(desk);
    desk.change(FRENCH, &said, &today);
    desk.run(|setting| Ok(edit::keep(setting))).unwrap();
}

fn unread(desk: &Desk) -> Vec<Unread> {
    desk.seen(|setting, _| {
        let subject = setting.subjects.get(&SubjectId::parse("about")).unwrap();
        let french = Locale::parse("fr").unwrap();
        let comparison = setting.compare(subject, &french).unwrap();
        setting.subjects.unread(setting.sources, subject, &subject.translations[&french], &comparison)
    })
}

/// The first words of what is reported not to have changed, by line.
fn unchanged(desk: &Desk) -> Vec<String> {
    let problems = desk.check();
    let found = problems.iter().filter(|problem| problem.name == Name::UnchangedTranslation);
    let text = desk.read(FRENCH);
    found.map(|problem| problem.span.range.of(text).split(' ').take(2).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_base_that_is_pasted_before_the_text_is_changed_hides_nothing() {
    let mut desk = read();
    desk.change(SOURCE, "We wait with", "We keep in touch with");
    desk.change(SOURCE, "We count the days", "We count the hours");
    assert!(unchanged(&desk).is_empty(), "what is open is told as that");
    paste_the_base(&mut desk);
    assert_eq!(desk.standing("fr", "about").shown(), "reviewed", "so it says");
    assert_eq!(unchanged(&desk), ["Nous attendons", "Nous comptons"]);

    // Whoever follows now is told of the other.
    desk.change(FRENCH, "Nous attendons avec", "Nous restons en contact avec");
    assert_eq!(unchanged(&desk), ["Nous comptons"]);
    let all = unread(&desk);
    assert_eq!(all.len(), 2, "a reviewer sees both");
    assert!(all[0].is_suspect && !all[1].is_unchanged, "{all:?}");
    assert_eq!(all[0].before.as_ref().unwrap().text, "We count the days with everybody.");

    // What is kept on the main branch is what was read, until somebody reads it again.
    let printed = |desk: &Desk| desk.seen(|setting, problems| edit::by_hand(setting, None, None, problems)).text;
    assert!(
        printed(&desk).contains("nobody has read it since. The translation of 1 did not change."),
        "{}",
        printed(&desk)
    );
    desk.change(FRENCH, "date: 2026-11-21", "date: 2026-11-22");
    let said = printed(&desk);
    assert!(
        said.contains("says that it was read after it had followed 2 changes") && !said.contains("```yaml"),
        "{said}"
    );
    desk.run(|setting| Ok(edit::keep(setting))).unwrap();
    assert!(unchanged(&desk).is_empty() && unread(&desk).is_empty());
}

#[test]
fn a_paragraph_that_was_wrapped_anew_has_not_changed() {
    let mut desk = read();
    desk.change(SOURCE, "We wait with", "We keep in touch with");
    desk.change(FRENCH, "Nous attendons avec", "Nous attendons\navec");
    paste_the_base(&mut desk);
    assert_eq!(unchanged(&desk).len(), 1);
}

#[test]
fn a_reviewer_has_a_list_of_what_has_changed_after_a_sync() {
    let mut desk = read();
    desk.change(SOURCE, "We wait with", "We keep in touch with");
    desk.change(SOURCE, "We say what happens.", "We say what happens.\n\nAnd we listen.");
    desk.change(FRENCH, "Nous attendons avec", "Nous restons en contact avec");
    desk.change(FRENCH, "se passe.", "se passe.\n\nEt nous écoutons.");
    let done = desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
    assert!(!done.did.iter().any(|did| did.contains("did not change")), "{:?}", done.did);
    assert!(done.next.iter().any(|next| next.contains("`cxbook translate diff fr about`")), "{:?}", done.next);
    assert_eq!(desk.standing("fr", "about").shown(), "draft");
    let all = unread(&desk);
    let shown: Vec<_> = all.iter().map(|one| (one.change.class.noun(), one.is_unchanged)).collect();
    assert_eq!(shown, [("other words", false), ("added", false)]);
    assert_eq!(all[1].target.as_ref().unwrap().text, "Et nous écoutons.");
    let summary = desk.seen(|setting, problems| edit::by_hand(setting, None, None, problems).text);
    assert!(summary.contains("- We wait with our customers.\n+ We keep in touch with"), "{summary}");

    // A second change joins the first, and the list says what was read last.
    desk.change(SOURCE, "We keep in touch with", "We stay beside");
    desk.change(FRENCH, "Nous restons en contact avec", "Nous restons aux côtés de");
    desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
    assert_eq!(unread(&desk)[0].before.as_ref().unwrap().text, "We wait with our customers.");

    mark(&mut desk);
    assert!(unread(&desk).is_empty(), "once it is read there is no list");
}

#[test]
fn a_translation_without_a_note_gets_the_list_too() {
    let mut desk = read();
    desk.sources.remove(&cxbook::base::SourcePath::new(NOTE));
    desk.change(SOURCE, "We wait with", "We keep in touch with");
    desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
    let all = unread(&desk);
    assert_eq!(all.len(), 1);
    assert!(!all[0].is_unchanged, "nobody knows whether it has followed already");
}

#[test]
fn what_a_person_has_looked_at_by_its_number_is_no_finding() {
    let mut desk = read();
    desk.change(SOURCE, "We wait with", "We keep in touch with");
    desk.change(SOURCE, "We count the days", "We count the hours");
    desk.run(|setting| edit::sync(setting, "fr", "about", &[1])).unwrap();
    let done = desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
    assert_eq!(done.did[0], "followed 2. line 14, paragraph: other words; its translation did not change");
    assert_eq!(unchanged(&desk), ["Nous comptons"]);
    assert_eq!(unread(&desk).len(), 2, "a reviewer sees it all the same");
}

#[test]
fn minor_edits_moves_and_other_marks_are_no_findings() {
    let mut desk = read();
    desk.change(SOURCE, "We wait with", "We are waiting with");
    desk.run(|setting| edit::minor(setting, "about")).unwrap();
    desk.change(SOURCE, "We count the days", "We count the *days*");
    desk.change(SOURCE, "We say what happens.", "We say “what” happens.");
    paste_the_base(&mut desk);
    assert!(unchanged(&desk).is_empty(), "{:?}", unchanged(&desk));
    assert!(unread(&desk).iter().all(|one| !one.is_suspect));
}

#[test]
fn what_is_right_as_it_is_can_be_said_with_a_reason() {
    let mut desk = read();
    desk.change(SOURCE, "We wait with", "We keep in touch with");
    paste_the_base(&mut desk);
    desk.change(
        FRENCH,
        "Nous attendons",
        "<!-- l10n:ok unchanged-translation it said so already -->\n\nNous attendons",
    );
    let problems = desk.check();
    let found: Vec<_> = problems.iter().filter(|one| one.span.path.as_str() == FRENCH).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_draft_that_nobody_has_read_is_held_to_what_it_said_first() {
    let mut desk = Desk::new(SITE);
    desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
    assert!(desk.read(NOTE).lines().count() > 5 && !desk.read(NOTE).contains("\nread "));
    // As long as the source stands still the note goes with the text.
    desk.change(FRENCH, "Nous attendons avec", "Nous patientons avec");
    desk.run(|setting| Ok(edit::keep(setting))).unwrap();
    desk.change(SOURCE, "We wait with", "We keep in touch with");
    paste_the_base(&mut desk);
    assert_eq!(unchanged(&desk), ["Nous patientons"]);
}

#[test]
fn a_rename_takes_the_note_along() {
    let mut desk = read();
    desk.change(SOURCE, "We wait with", "We keep in touch with");
    let renaming = desk.seen(|setting, _| rename::rename(setting, "page:about", "us").unwrap());
    let after = rename::applied(&desk.sources, &renaming);
    let french = cxbook::base::SourcePath::new("content/us.fr.md");
    let before = Reading::find(&desk.sources, &cxbook::base::SourcePath::new(FRENCH)).unwrap();
    assert_eq!(Reading::find(&after, &french), Some(before), "no word of it is another");
}

#[test]
fn a_note_of_a_file_that_is_gone_is_deleted_and_no_other() {
    let mut desk = read();
    desk.write("content/l10n/read/gone.fr.txt", "base 0123456789abcdef\n");
    let done = desk.run(|setting| edit::gc(setting.sources)).unwrap();
    assert_eq!(done.deletes.iter().map(ToString::to_string).collect::<Vec<_>>(), ["content/l10n/read/gone.fr.txt"]);
    assert!(Reading::parse(desk.read(NOTE)).is_some());
}
