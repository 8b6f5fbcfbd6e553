//! What is printed for people who have nothing but a web editor: pasting it is enough.

use cxbook::base::SourcePath;
use cxbook::diagnostic::Name;
use cxbook::edit::translate as edit;

use super::commands::Desk;

const SITE: &str = "\
-- content/articles/tone/index.md --
---
title: Tone
summary: How we speak.
status: published
---

Answer within 2 days.

Use `code` and ``` as they are.
-- content/articles/tone/index.fr.md --
---
title: Ton
summary: Notre façon de parler.
---

Répondez en 2 jours.

Prenez `code` et ``` comme ils sont.
";

const FRENCH: &str = "content/articles/tone/index.fr.md";

fn page(desk: &Desk, about: Option<&[&str]>) -> String {
    let about: Option<Vec<SourcePath>> = about.map(|about| about.iter().map(|path| SourcePath::new(*path)).collect());
    desk.seen(|setting, problems| edit::by_hand(setting, None, about.as_deref(), problems).text)
}

/// What stands in the fences that start with these words.
fn fences(page: &str, language: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(ticks) = line.strip_suffix(language).filter(|ticks| ticks.len() > 2 && !ticks.contains(|c| c != '`'))
        else {
            continue;
        };
        found.push(lines.by_ref().take_while(|line| *line != ticks).map(|line| format!("{line}\n")).collect());
    }
    found
}

/// Puts a block in the place of the one in the French page, as a person would.
fn paste(desk: &mut Desk, block: &str) {
    let text = desk.read(FRENCH).to_owned();
    let start = text.find("translation:").unwrap_or(4);
    let rest = &text[start..];
    let end = rest.find("title:").unwrap();
    desk.write(FRENCH, format!("{}{block}{}", &text[..start], &rest[end..]));
}

fn is_reviewed(desk: &Desk) -> bool {
    page(desk, None).is_empty()
}

#[test]
fn what_is_printed_brings_a_page_without_a_base_to_reviewed() {
    let mut desk = Desk::new(SITE);
    let blocks = fences(&page(&desk, None), "yaml");
    assert_eq!(blocks.len(), 2, "{}", page(&desk, None));
    paste(&mut desk, &blocks[0]);
    assert!(desk.read(FRENCH).contains("status: draft"));
    let printed = page(&desk, None);
    assert!(printed.contains("between the quotes of `reviewer`"), "{printed}");
    let blocks = fences(&printed, "yaml");
    assert_eq!(blocks.len(), 1, "{printed}");
    paste(&mut desk, &blocks[0].replace("reviewer: \"\"", "reviewer: Jean P."));
    desk.run(|setting| Ok(edit::keep(setting))).unwrap();
    assert!(is_reviewed(&desk), "{}", page(&desk, None));
}

#[test]
fn what_changed_in_the_source_is_shown_beside_the_translation_and_the_block_to_paste_makes_it_fresh() {
    let mut desk = Desk::new(SITE);
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    desk.change("content/articles/tone/index.md", "within 2 days", "never within 3 days");
    let printed = page(&desk, None);
    assert!(printed.contains("draft, outdated 1/4"), "{printed}");
    assert!(printed.contains("**line 8, paragraph**: other words. Mind the meaning: "), "{printed}");
    assert!(printed.contains("a word like “not” came or went, a number is another."), "{printed}");
    assert_eq!(
        fences(&printed, "diff"),
        ["- Answer within 2 days.\n+ Answer never within 3 days.\n  fr: Répondez en 2 jours.\n"]
    );
    desk.change(FRENCH, "en 2 jours", "jamais en 3 jours");
    let blocks = fences(&page(&desk, None), "yaml");
    paste(&mut desk, &blocks[1].replace("reviewer: \"\"", "reviewer: Jean P."));
    desk.run(|setting| Ok(edit::keep(setting))).unwrap();
    assert!(is_reviewed(&desk), "{}", page(&desk, None));
}

#[test]
fn a_page_that_is_not_started_is_printed_whole_in_a_fence_that_it_cannot_close() {
    let mut desk = Desk::new(SITE);
    desk.sources.remove(&SourcePath::new(FRENCH));
    let printed = page(&desk, None);
    assert!(printed.contains("<code>content/articles/tone/index.fr.md</code>: 14 words to translate"), "{printed}");
    let files = fences(&printed, "markdown");
    assert!(files[0].contains("Use `code` and ``` as they are."), "{printed}");
    desk.write(FRENCH, &files[0]);
    assert!(page(&desk, None).contains("Not translated yet:"));
}

#[test]
fn only_what_a_change_is_about_is_printed() {
    let desk = Desk::new(SITE);
    assert!(page(&desk, Some(&["content/about.md"])).is_empty());
    assert!(page(&desk, Some(&[])).is_empty());
    for file in ["content/articles/tone/index.md", FRENCH] {
        assert!(page(&desk, Some(&[file])).contains(FRENCH));
    }
}

#[test]
fn a_base_that_was_written_by_hand_has_its_words_kept_before_the_source_changes() {
    let mut desk = Desk::new(SITE);
    let blocks = fences(&page(&desk, None), "yaml");
    paste(&mut desk, &blocks[0]);
    let done = desk.run(|setting| Ok(edit::keep(setting))).unwrap();
    assert_eq!(done.did, ["kept the words of 1 source", "noted what 1 translation says"]);
    desk.change("content/articles/tone/index.md", "2 days", "3 days");
    assert!(page(&desk, None).contains("outdated 1/4"), "{}", page(&desk, None));
    let done = desk.run(|setting| Ok(edit::keep(setting))).unwrap();
    assert!(done.edits.is_empty(), "{:?}", done.did);
}

const JOURNEY: &str = "\
-- content/vocab/purposes.yaml --
greet: Greet people
-- content/vocab/purposes.fr.yaml --
greet: Saluer
-- content/vocab/departments.yaml --
desk: The desk
-- content/vocab/departments.fr.yaml --
desk: Le guichet
-- content/vocab/lifecycles.yaml --
loan: { name: Loan, lobes: { loan: { need: Need } } }
-- content/vocab/lifecycles.fr.yaml --
loan: Emprunt
-- content/journeys/loan/index.md --
---
title: A loan
status: draft
kind: current
level: micro
lifecycle: loan
goal: Read.
mapped: 2026-05
phases:
  find:
    name: Find it
    stage: need
    steps:
      look:
        name: Looks
        does: Types the title.
        pains:
          slow: It is slow.
---
-- content/journeys/loan/index.fr.md --
---
title: Un emprunt
goal: Lire.
phases: { find: Trouver }
steps:
  look:
    name: Cherche
    does: Saisit le titre.
    pains:
      slow: C’est lent.
---
";

const LOAN: &str = "content/journeys/loan/index.fr.md";

/// The printed part of one file.
fn part<'a>(page: &'a str, path: &str) -> &'a str {
    let start = page.find(&format!("#### `{path}`")).unwrap_or_else(|| panic!("{path} is not in {page}"));
    let rest = &page[start..];
    rest[4..].find("\n#### ").map_or(rest, |end| &rest[..end + 4])
}

#[test]
fn a_text_that_a_journey_lacks_is_printed_in_its_place_and_the_whole_file_can_be_pasted() {
    let mut desk = Desk::new(JOURNEY);
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    desk.change("content/journeys/loan/index.md", "        pains:", "        thinks: Is it in?\n        pains:");
    let printed = page(&desk, None);
    let part = part(&printed, LOAN);
    assert!(part.contains("**`steps:` › `look:` › `thinks:`**: added"), "{part}");
    assert!(!part.contains("steps.look.thinks"), "no joined key is offered\n{part}");
    let whole = &fences(part, "markdown")[0];
    assert!(whole.contains("    # en: Is it in?\n    thinks: >-\n"), "{whole}");
    desk.write(LOAN, whole.replace("thinks: >-\n", "thinks: >-\n      Y est-il ?\n"));
    let printed = page(&desk, None);
    assert!(printed.contains("**line 13, `steps:` › `look:` › `thinks:`"), "{printed}");
    assert!(!printed.contains("Not translated yet"), "{printed}");
}

#[test]
fn a_short_form_whose_source_gets_another_text_is_written_at_length() {
    let mut desk = Desk::new(JOURNEY);
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    desk.change("content/journeys/loan/index.md", "slow: It is slow.", "slow: { text: It is slow., intent: Care. }");
    desk.change("content/vocab/departments.yaml", "desk: The desk\n", "desk: The desk\noffice: The office\n");
    let printed = page(&desk, None);
    let whole = &fences(part(&printed, LOAN), "markdown")[0];
    let new = "**`steps:` › `look:` › `pains:` › `slow:` › `intent:`**: added";
    assert!(printed.contains(new), "what has no line yet is given none\n{printed}");
    let expected = "      slow:\n        text: C’est lent.\n        # en: Care.\n        intent: >-\n---\n";
    assert!(whole.ends_with(expected), "{whole}");
    let whole = &fences(part(&printed, "content/vocab/departments.fr.yaml"), "yaml")[0];
    assert!(whole.ends_with("desk: Le guichet\noffice:\n  # en: The office\n  name: >-\n"), "{whole}");
}

#[test]
fn what_comes_to_one_place_from_several_depths_is_written_deepest_first() {
    let mut desk = Desk::new(JOURNEY);
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    let more = "slow: It is slow.\n          dull: It is dull.\n      wait:\n        name: Waits\n";
    desk.change("content/journeys/loan/index.md", "slow: It is slow.\n", more);
    let whole = &fences(part(&page(&desk, None), LOAN), "markdown")[0];
    let expected =
        "      dull:\n        # en: It is dull.\n        text: >-\n  wait:\n    # en: Waits\n    name: >-\n---\n";
    assert!(whole.ends_with(expected), "{whole}");
}

#[test]
fn a_text_in_braces_that_gets_another_is_printed_with_its_names_one_below_the_other() {
    let mut desk = Desk::new(JOURNEY);
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    let more = "          slow: It is slow.\n  wait:\n    name: Wait for it\n    stage: need\n    steps: { sit: { name: Sits } }\n";
    desk.change("content/journeys/loan/index.md", "          slow: It is slow.\n", more);
    let printed = page(&desk, None);
    let part = part(&printed, LOAN);
    assert!(part.contains("These need a place of their own"), "{part}");
    assert!(fences(part, "yaml")[0].contains("phases:\n  wait:\n    # en: Wait for it\n    name: >-\n"), "{part}");
}

#[test]
fn a_base_that_names_the_source_as_it_stands_lacks_nothing() {
    let mut desk = Desk::new(SITE);
    let blocks = fences(&page(&desk, None), "yaml");
    paste(&mut desk, &blocks[1].replace("reviewer: \"\"", "reviewer: Jean P."));
    assert!(is_reviewed(&desk), "{}", page(&desk, None));
    let found = desk.check();
    assert!(!found.iter().any(|problem| problem.name == Name::MissingSnapshot), "{found:?}");
    // What was in the source then is lost once the source says something else, and that is told.
    desk.change("content/articles/tone/index.md", "2 days", "3 days");
    let found = desk.check();
    let problem = found.iter().find(|problem| problem.name == Name::MissingSnapshot).unwrap();
    assert!(problem.help.as_ref().unwrap().contains("looks for it in the history of git"), "{problem:?}");
    assert!(page(&desk, None).contains("nobody knows what"), "{}", page(&desk, None));
}

#[test]
fn what_the_source_has_no_more_is_to_be_deleted_and_nothing_else_is_offered_for_it() {
    const DESKS: &str = "content/vocab/departments.fr.yaml";
    let mut desk = Desk::new(JOURNEY);
    desk.change("content/vocab/departments.yaml", "desk: The desk\n", "desk: The desk\ndesks: All desks\n");
    desk.change(DESKS, "desk: Le guichet\n", "desk: Le guichet\ndesks: Tous les guichets\n");
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    desk.change("content/vocab/departments.yaml", "desks: All desks\n", "");
    let printed = page(&desk, None);
    assert!(part(&printed, DESKS).contains("Its source is gone: delete it here too"), "{printed}");
    let base_in = |text: &str| text.split("base: ").nth(1).unwrap()[..16].to_owned();
    let (base, old) = (base_in(part(&printed, DESKS)), base_in(desk.read(DESKS)));
    desk.change(DESKS, &old, &base);
    let found = desk.check();
    let unknown = found.iter().find(|problem| problem.name.as_str() == "unknown-key-in-translation").unwrap();
    assert!(unknown.message.starts_with("`desks` translates"), "{}", unknown.message);
    assert!(unknown.help.as_ref().unwrap().starts_with("take it out"), "{unknown:?}");
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_what_to_mend() {
    let mut desk = Desk::new(SITE);
    desk.change(FRENCH, "title: Ton", "title: >- Ton");
    let printed = page(&desk, None);
    assert!(printed.contains("`content/articles/tone/index.fr.md`: cannot be read"), "{printed}");
    assert!(printed.contains("the same line as `>-`: put the text on a line of its own below"), "{printed}");
}

#[test]
fn a_language_that_a_change_begins_with_is_told_where_to_start() {
    let mut desk = Desk::new(SITE);
    desk.write("content/index.md", "---\ntitle: Home\nsummary: Where it starts.\nstatus: published\n---\n\nWelcome.\n");
    desk.write("content/vocab/departments.yaml", "desk: The desk\n");
    let book = format!("{}[languages.it]\nname = \"Italiano\"\n", crate::support::BOOK);
    desk.write("book.toml", book);
    let printed = page(&desk, Some(&["book.toml"]));
    assert!(printed.contains("**Italiano (`it`) starts here.** Begin with `content/index.it.md`"), "{printed}");
    assert!(printed.contains("2 other files can follow") && printed.contains("with the vocabularies"), "{printed}");
    assert!(!printed.contains("(`fr`)"), "French has begun: {printed}");
    assert_eq!(fences(&printed, "markdown").len(), 1, "the first file is there to paste, and no other\n{printed}");

    // What is pasted is a file of that language, and the next one is named.
    desk.write("content/index.it.md", &fences(&printed, "markdown")[0]);
    let printed = page(&desk, Some(&["book.toml", "content/index.it.md"]));
    assert!(printed.contains("Begin with `content/vocab/departments.it.yaml`"), "{printed}");
    // Once it is on the main branch, a change of something else says nothing of it.
    assert!(!page(&desk, Some(&["book.toml"])).contains("starts here"));
    // On the main branch nobody says what is touched, and the order is the same.
    let printed = page(&desk, None);
    let place = |path: &str| printed.find(&format!("<code>{path}</code>")).unwrap();
    assert!(place("content/vocab/departments.it.yaml") < place("content/articles/tone/index.it.md"), "{printed}");
}

#[test]
fn an_empty_file_is_printed_whole_with_the_body_of_its_source() {
    let mut desk = Desk::new(SITE);
    desk.write(FRENCH, "---\n---\n");
    let printed = page(&desk, None);
    let whole = &fences(&printed, "markdown")[0];
    assert!(
        whole.ends_with("summary: >-\n---\n\nAnswer within 2 days.\n\nUse `code` and ``` as they are.\n"),
        "{whole}"
    );
    assert!(printed.contains("Translate what stands below the second `---` in its place"), "{printed}");
    let done = desk.run(|setting| edit::update(setting, "fr", "articles/tone")).unwrap();
    assert_eq!(desk.read(FRENCH), whole, "the program does the same");
    assert!(done.next.iter().any(|next| next.contains("below the second `---`")), "{:?}", done.next);
    let again = desk.run(|setting| edit::update(setting, "fr", "articles/tone")).unwrap();
    assert!(again.edits.is_empty());
}

#[test]
fn a_reviewer_that_is_left_empty_is_asked_for_by_name() {
    let mut desk = Desk::new(SITE);
    let blocks = fences(&page(&desk, None), "yaml");
    paste(&mut desk, &blocks[1]);
    let found = desk.check();
    let problem = found.iter().find(|problem| problem.name == Name::MissingValue).unwrap();
    assert!(problem.help.as_ref().unwrap().starts_with("write the name of whoever has read it"), "{problem:?}");
}
