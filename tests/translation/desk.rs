//! The pages that translators have beside the site, and their figures.

use cxbook::base::{Date, Locale, OutputPath};
use cxbook::config::{self, Goal, Request};
use cxbook::diagnostic::Diagnostics;
use cxbook::edit::translate as edit;
use cxbook::interchange::status::{schema, status};
use cxbook::pipeline::{self, Build, Memo};
use cxbook::source::SourceSet;
use cxbook::translation::overview;
use proptest::prelude::*;

use super::commands::Desk as Table;
use crate::support::TODAY;

const SITE: &str = "\
-- content/articles/tone/index.md --
---
title: Tone
summary: How we speak.
status: published
published: 2026-02-01
---

Answer within 2 days.

## Why

People wait.
-- content/articles/tone/index.fr.md --
---
title: Ton
summary: Notre façon de parler.
---

Répondez en 2 jours.

## Pourquoi {#why}

On attend.
-- content/articles/late/index.md --
---
title: Late
summary: Nobody has translated this.
status: published
---

Words alone.
";

fn build(sources: &SourceSet, goal: Goal) -> Build {
    let request = Request { goal, base_url: None, drafts: false, today: Date::parse(TODAY).unwrap() };
    pipeline::build(sources, &request, &mut Memo::keeping_nothing())
}

fn page(sources: &SourceSet, path: &str) -> String {
    build(sources, Goal::Preview).desk.unwrap().page(path).unwrap_or_else(|| panic!("no {path}"))
}

fn outdated() -> Table {
    let mut table = Table::new(SITE);
    table.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    table.change("content/articles/tone/index.md", "within 2 days", "never within 3 days");
    table
}

#[test]
fn no_build_has_a_byte_of_the_pages_of_translators() {
    let table = outdated();
    let built = build(&table.sources, Goal::Site);
    assert!(built.desk.is_none());
    for goal in [Goal::Site, Goal::Preview] {
        let output = build(&table.sources, goal).output.unwrap();
        for path in ["robots.txt", "sitemap.xml", "en/feed.xml", "fr/feed.xml"] {
            assert!(goal == Goal::Preview || output.get(&OutputPath::new(path)).is_some(), "{path}");
        }
        for (path, artifact) in output.iter() {
            assert!(!path.as_str().contains("_l10n"), "{path}");
            let text = String::from_utf8_lossy(artifact.bytes());
            assert!(!text.contains("_l10n") && !text.contains("desk-"), "{path}");
        }
    }
}

#[test]
fn the_dashboard_lists_what_is_to_do_in_the_words_of_each_language() {
    let table = outdated();
    let all = page(&table.sources, "/");
    assert!(
        all.contains("<html lang=\"en\" dir=\"ltr\">") && all.contains("0 of 2 say what their source says"),
        "{all}"
    );
    let (tone, late) = (all.find("articles/tone").unwrap(), all.find("articles/late").unwrap());
    assert!(tone < late, "what is outdated comes before what is missing\n{all}");
    let french = page(&table.sources, "/fr/");
    assert!(french.contains("<html lang=\"fr\"") && french.contains("brouillon, périmée 1/5"), "{french}");
    assert!(french.contains("cxbook translate new fr articles/late"), "{french}");
    assert!(french.contains("href=\"/fr/articles/tone/\"") && french.contains("href=\"/_l10n/fr/articles/tone/\""));
}

#[test]
fn what_nobody_has_read_and_what_is_only_begun_is_told_on_the_dashboard() {
    let mut table = Table::new(SITE);
    table.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    table.run(|setting| edit::new(setting, "fr", "articles/late")).unwrap();
    let all = page(&table.sources, "/");
    assert!(all.contains("1 is up to date and no reviewer has read it yet"), "{all}");
    let panel = page(&table.sources, "/fr/articles/late/");
    assert!(panel.contains("Le fichier existe, mais rien n’y est encore traduit."), "{panel}");
    table.change("content/articles/late/index.fr.md", "Words alone.", "Des mots seuls.");
    let all = page(&table.sources, "/");
    assert!(all.contains("1 is begun") && all.contains("1 of 2 say what their source says"), "{all}");
}

#[test]
fn the_panel_shows_the_words_that_changed_beside_the_translation() {
    let table = outdated();
    let panel = page(&table.sources, "/fr/articles/tone/");
    for part in [
        "<dd lang=\"en\" dir=\"ltr\">Answer within 2 days.</dd>",
        "Answer <ins>never </ins>within <del>2</del><ins>3</ins> days.",
        "<dd lang=\"fr\" dir=\"ltr\">Répondez en 2 jours.</dd>",
        "une négation",
        "un nombre",
        "cxbook translate sync fr articles/tone",
    ] {
        assert!(panel.contains(part), "{part}\n{panel}");
    }
    assert!(!panel.contains(" style=") && !panel.contains("<script"), "{panel}");
}

#[test]
fn what_is_gone_from_the_source_is_struck_through_once() {
    let mut table = Table::new(SITE);
    table.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    table.change("content/articles/tone/index.md", "People wait.\n", "");
    let panel = page(&table.sources, "/fr/articles/tone/");
    assert_eq!(panel.matches("<del>People wait.</del>").count(), 1, "{panel}");
    assert!(panel.contains("<code>content/articles/tone/index.fr.md</code>"), "{panel}");
}

#[test]
fn the_panel_names_what_has_only_moved() {
    let mut table = Table::new(
        &SITE
            .replace("Answer within 2 days.\n", "Answer within 2 days.\n\nNever say that you will call back.\n")
            .replace("Répondez en 2 jours.\n", "Répondez en 2 jours.\n\nNe dites jamais que vous rappellerez.\n"),
    );
    table.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    assert!(!page(&table.sources, "/fr/articles/tone/").contains("· déplacé"));
    let path = "content/articles/tone/index.md";
    table.change(path, "Never say that you will call back.\n\n", "");
    table.change(path, "People wait.\n", "People wait.\n\nNever say that you will call back.\n");
    let panel = page(&table.sources, "/fr/articles/tone/");
    let moved = panel.split("· déplacé").nth(1).unwrap_or_else(|| panic!("{panel}")).split("</li>").next().unwrap();
    assert!(moved.contains("Ne dites jamais que vous rappellerez."), "{moved}");
    assert!(panel.contains("brouillon") && !panel.contains("périmée"), "{panel}");
}

#[test]
fn a_panel_without_a_translation_shows_the_source_and_how_to_start() {
    let panel = page(&outdated().sources, "/fr/articles/late/");
    assert!(panel.contains("cxbook translate new fr articles/late") && panel.contains("Words alone."), "{panel}");
    let desk = build(&outdated().sources, Goal::Preview).desk.unwrap();
    assert_eq!(desk.page("/xx/"), None);
    assert_eq!(desk.page("/fr/articles/nowhere/"), None);
    assert_eq!(desk.page("/en/articles/tone/"), None);
}

#[test]
fn a_page_of_a_translation_says_how_it_stands() {
    let desk = build(&outdated().sources, Goal::Preview).desk.unwrap();
    let badge = desk.badge("/fr/articles/tone/").unwrap();
    assert!(
        badge.contains("Traduction\u{a0}: brouillon, périmée 1/5") && badge.contains("/_l10n/fr/articles/tone/"),
        "{badge}"
    );
    assert_eq!(desk.badge("/en/articles/tone/"), None);
    assert_eq!(desk.badge("/fr/findings/"), None);
}

#[test]
fn what_is_internal_is_on_no_page_of_translators() {
    let mut table = outdated();
    let evidence = "evidence:\n  q: { kind: quote, says: SECRET-WORDS, date: 2026, consent: internal }\n";
    table.write(
        "content/journeys/j/index.md",
        format!(
            "---\ntitle: J\nsummary: S.\nstatus: published\nkind: current\nlevel: micro\nlifecycle: l\npersona: p\n\
             goal: G\nmapped: 2026\nowner: nobody\nphases:\n  a: {{ name: A, stage: s, steps: {{ b: {{ name: B }} }} }}\n\
             {evidence}---\n"
        ),
    );
    table
        .write("content/personas/p.md", "---\nname: P\nsummary: S.\nstatus: published\ngoal: G\nbasis: assumed\n---\n");
    table.write("content/vocab/lifecycles.yaml", "l: { lobes: { x: [s, t] } }\n");
    table.write("content/vocab/glossary.yaml", "s: { en: { term: s } }\nt: { en: { term: t } }\n");
    for path in ["/", "/fr/", "/fr/journeys/j/", "/status.json"] {
        assert!(!page(&table.sources, path).contains("SECRET-WORDS"), "{path}");
    }
}

/// Whether a JSON value follows the part of JSON Schema that ours uses.
fn fits(value: &serde_json::Value, schema: &serde_json::Value) -> bool {
    if let Some(options) = schema["anyOf"].as_array() {
        return options.iter().any(|option| fits(value, option));
    }
    if let Some(only) = schema.get("const") {
        return value == only;
    }
    if let Some(words) = schema["enum"].as_array() {
        return words.contains(value);
    }
    let types: Vec<&str> = match &schema["type"] {
        serde_json::Value::Array(types) => types.iter().filter_map(|one| one.as_str()).collect(),
        one => one.as_str().into_iter().collect(),
    };
    types.into_iter().any(|one| match one {
        "string" => value.is_string(),
        "integer" => value.is_u64(),
        "null" => value.is_null(),
        "array" => value.as_array().is_some_and(|items| items.iter().all(|item| fits(item, &schema["items"]))),
        "object" => value.as_object().is_some_and(|fields| {
            let required = schema["required"].as_array().into_iter().flatten();
            fields.iter().all(|(key, value)| schema["properties"].get(key).is_some_and(|own| fits(value, own)))
                && required.filter_map(|key| key.as_str()).all(|key| fields.contains_key(key))
        }),
        _ => false,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// The command line, the file for programs and the dashboard have their figures from one place.
    #[test]
    fn every_way_to_ask_gives_the_same_figures(
        edits in prop::collection::vec((0_usize..4, "[a-z]{3,8}( [a-z]{3,8}){0,4}"), 0..5)
    ) {
        let mut table = Table::new(SITE);
        table.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
        for (which, words) in edits {
            let (path, from) = [
                ("content/articles/tone/index.md", "Answer within"),
                ("content/articles/tone/index.md", "People wait."),
                ("content/articles/tone/index.fr.md", "On attend."),
                ("content/articles/late/index.md", "Words alone."),
            ][which];
            if table.read(path).contains(from) {
                table.change(path, from, &format!("{words} {from}"));
            }
        }
        let mut problems = Diagnostics::default();
        let config = config::read(&table.sources, &mut problems);
        let asked = overview(&table.sources, &config, None);
        let desk = build(&table.sources, Goal::Preview).desk.unwrap();
        let json = status(&asked, None, |_| cxbook::interchange::status::Lacks::default());
        prop_assert!(fits(&json, &schema()), "{json:#}");
        prop_assert_eq!(&json, &serde_json::from_str::<serde_json::Value>(&desk.page("/status.json").unwrap()).unwrap());
        let french = Locale::parse("fr").unwrap();
        let (_, total) = asked.totals.iter().find(|(locale, _)| *locale == french).unwrap();
        let sum: usize = asked.rows.iter().filter(|row| row.locale == french).map(|row| row.words).sum();
        prop_assert_eq!(total.words, sum);
        let page = desk.page("/").unwrap();
        let summary = format!("{} of {} say what their source says", total.fresh, total.subjects);
        prop_assert!(page.contains(&summary), "{}", page);
        let words = if total.words == 1 { "1 word to do".to_owned() } else { format!("{} words to do", total.words) };
        prop_assert!(page.contains(&words), "{}\n{}", words, page);
    }
}
