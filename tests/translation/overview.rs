//! How all translations stand is found out with little reading, and must be what reading all of it says.

use cxbook::base::SourcePath;
use cxbook::config;
use cxbook::content;
use cxbook::diagnostic::Diagnostics;
use cxbook::edit::translate as edit;
use cxbook::translation::{Overview, Subjects, overview, overview_of};
use proptest::prelude::*;

use super::commands::Desk;

const SOURCE: &str = "content/articles/tone/index.md";
const FRENCH: &str = "content/articles/tone/index.fr.md";

/// Nothing but what is understood without parsing.
const SITE: &str = "\
-- content/articles/tone/index.md --
---
title: Tone
summary: How we speak.
status: published
---

We **wait** with [our](https://a.example/b) customers, and we say for how long.

## Why {#why}

- one of us
- two of us

### How

1. We ask.
2. We listen.

| who | when |
|---|---|
| all | 12 |

> Nobody likes to wait.

The end is what people remember.
-- content/articles/tone/index.fr.md --
---
title: Ton
summary: Notre façon de parler.
---

Nous **attendons** avec [nos](https://a.example/b) clients, et disons combien de temps.

## Pourquoi {#why}

- un de nous
- deux de nous

### Comment

1. Nous demandons.
2. Nous écoutons.

| qui | quand |
|---|---|
| tous | 12 |

> Personne n’aime attendre.

La fin est ce dont on se souvient.
";

/// Everything that is shown of it.
fn shown(overview: &Overview) -> Vec<String> {
    let row = |row: &cxbook::translation::Row| {
        let counts = row.standing.map(|standing| (standing.segments, standing.untranslated, standing.is_missing()));
        format!("{} {} {} {:?} {}", row.subject, row.locale, row.shown(), counts, row.words)
    };
    overview.rows.iter().map(row).chain(overview.problems.iter().cloned()).collect()
}

fn assert_equal(desk: &Desk, told: &str) {
    let mut problems = Diagnostics::default();
    let config = config::read(&desk.sources, &mut problems);
    let documents = content::parse(&desk.sources, &config, &mut content::Memo::default(), &mut problems);
    let subjects = Subjects::collect(&desk.sources, &documents, &config, &mut problems);
    let all = overview_of(&desk.sources, &documents, &subjects, &config);
    assert_eq!(shown(&overview(&desk.sources, &config, None)), shown(&all), "{told}");
    for locale in config.languages.keys() {
        let one = overview(&desk.sources, &config, Some(locale));
        let rows = all.rows.iter().filter(|row| row.locale == *locale).cloned().collect();
        assert_eq!(shown(&Overview { problems: Vec::new(), ..one }), shown(&Overview { rows, ..Overview::default() }));
    }
}

fn synced() -> Desk {
    let mut desk = Desk::new(SITE);
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    desk
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the test reads the shipped content")]
fn the_shipped_translations_stand_as_reading_all_of_them_says() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_equal(&Desk { sources: cxbook::io::scan::scan(root).unwrap() }, "shipped");
}

#[test]
fn whatever_becomes_of_a_line_is_seen() {
    assert_equal(&synced(), "whole");
    assert_equal(&Desk::new(SITE), "without a base");
    let source: Vec<String> = synced().read(SOURCE).lines().map(str::to_owned).collect();
    let french = synced().read(FRENCH).to_owned();
    let start = french.split("---\n").nth(1).unwrap().lines().count() + 2;
    for (at, line) in french.lines().enumerate().skip(start).filter(|(_, line)| !line.is_empty()) {
        let after = source.len() - (french.lines().count() - at);
        let upper = line.to_uppercase();
        let others = ["", "—", source[after].as_str(), "## Autre {#how}", "- x", "a <b>c</b>", "Deux\nlignes", &upper];
        // Each line is damaged in its own three ways, so that all ways are tried and none on every line.
        for (_, other) in others.into_iter().enumerate().filter(|(way, _)| (way + at) % 3 == 0) {
            let mut desk = synced();
            desk.change(FRENCH, line, other);
            assert_equal(&desk, &format!("{line} -> {other}"));
        }
        let mut desk = synced();
        desk.change(SOURCE, &source[after], "Something else.");
        assert_equal(&desk, &format!("source: {line}"));
        desk.sources.remove(&SourcePath::new(FRENCH));
        assert_equal(&desk, "missing");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn whatever_an_author_edits_is_seen(
        lines in proptest::collection::vec("(# |## |- |> |\\| a \\| ||)(a|b c|\\*a\\* d|e 1|1|Why)", 2..9),
        edits in proptest::collection::vec((0..9_usize, "(## |- |)(a|f g|h 2|3|Wait)", 0..5_u8), 0..4),
        gap in "\n|\n\n",
        copies in any::<bool>(),
        is_minor in any::<bool>(),
    ) {
        let head = |title: &str| format!("---\ntitle: {title}\nsummary: {title}.\n");
        let text = |lines: &[String]| lines.iter().map(|line| format!("{line}{gap}")).collect::<String>();
        let source = |lines: &[String]| format!("{}status: published\n---\n\n{}", head("Tone"), text(lines));
        let french: Vec<String> =
            lines.iter().map(|line| line.replace('a', "un").replace(['b', 'W'], "x").replace("d", "du")).collect();
        let mut desk = Desk::new("");
        desk.write(SOURCE, source(&lines));
        desk.write(FRENCH, format!("{}---\n\n{}", head("Ton"), text(&french)));
        let _ = desk.run(|setting| edit::sync_unverified(setting, "fr"));
        let mut edited = lines.clone();
        for (at, line, way) in &edits {
            let at = at % edited.len();
            match way {
                0 => edited.insert(at, line.clone()),
                1 if edited.len() > 1 => _ = edited.remove(at),
                2 => edited.swap(0, at),
                _ => edited[at].clone_from(line),
            }
        }
        desk.write(SOURCE, source(&edited));
        if is_minor {
            let _ = desk.run(|setting| edit::minor(setting, "articles/tone"));
        }
        if copies && let (Some((at, line, _)), Some(old)) = (edits.first(), french.first()) {
            let old = french.get(at % french.len()).unwrap_or(old);
            let told = desk.read(FRENCH).replacen(&format!("\n{old}\n"), &format!("\n{line}\n"), 1);
            desk.write(FRENCH, told);
        }
        assert_equal(&desk, &format!("{lines:?} -> {edited:?}"));
    }

    #[test]
    fn lines_of_any_marks_are_read_alike(
        lines in proptest::collection::vec("(# |## |- |> |1\\. |2\\) |\\| |\\*\\*|\\[|    |)(a|b c|\\*a\\*|\\[a\\]\\(b\\)|a \\| b|1\\. x|é!|---|)( \\{#a\\}|\\|| |)", 1..8),
        words in proptest::collection::vec("[a-c]{1,3}", 8),
        is_alike in any::<bool>(),
    ) {
        let head = |title: &str| format!("---\ntitle: {title}\nsummary: {title}.\n");
        let source: String = lines.iter().map(|line| format!("{line}\n\n")).collect();
        let target: String = lines
            .iter()
            .zip(words.iter().cycle())
            .map(|(line, word)| if is_alike { format!("{}\n\n", line.replace('a', word)) } else { format!("{line}\n{word}\n") })
            .collect();
        let mut desk = Desk::new("");
        desk.write(SOURCE, format!("{}status: published\n---\n\n{source}", head("Tone")));
        desk.write(FRENCH, format!("{}---\n\n{target}", head("Ton")));
        assert_equal(&desk, &target);
    }
}
