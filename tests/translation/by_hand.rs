//! What is printed for people who have nothing but a web editor: pasting it is enough.

use cxbook::base::SourcePath;
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
    desk.seen(|setting, problems| edit::by_hand(setting, None, about.as_deref(), problems))
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
    assert!(is_reviewed(&desk), "{}", page(&desk, None));
}

#[test]
fn what_changed_in_the_source_is_shown_beside_the_translation_and_the_block_to_paste_makes_it_fresh() {
    let mut desk = Desk::new(SITE);
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    desk.change("content/articles/tone/index.md", "within 2 days", "never within 3 days");
    let printed = page(&desk, None);
    assert!(printed.contains("draft, outdated 1/4"), "{printed}");
    assert!(printed.contains("**meaning**: negation, number"), "{printed}");
    assert_eq!(
        fences(&printed, "diff"),
        ["- Answer within 2 days.\n+ Answer never within 3 days.\n  fr: Répondez en 2 jours.\n"]
    );
    desk.change(FRENCH, "en 2 jours", "jamais en 3 jours");
    let blocks = fences(&page(&desk, None), "yaml");
    paste(&mut desk, &blocks[1].replace("reviewer: \"\"", "reviewer: Jean P."));
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
    assert_eq!(done.did, ["kept the words of 1 source"]);
    desk.change("content/articles/tone/index.md", "2 days", "3 days");
    assert!(page(&desk, None).contains("outdated 1/4"), "{}", page(&desk, None));
    let done = desk.run(|setting| Ok(edit::keep(setting))).unwrap();
    assert!(done.edits.is_empty(), "{:?}", done.did);
}
