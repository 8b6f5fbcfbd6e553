//! Another id everywhere: references, files, translations, and old addresses.

use cxbook::base::{Date, OutputPath, SourcePath};
use cxbook::config::{self, Goal, Request};
use cxbook::content;
use cxbook::diagnostic::{self, Diagnostics, Severity};
use cxbook::edit::rename::{Renaming, applied, rename, slug};
use cxbook::edit::translate::{self as edit, Setting};
use cxbook::pipeline::{self, Memo};
use cxbook::source::SourceSet;
use cxbook::translation::{Subjects, overview};

use super::commands::Desk;
use crate::support::TODAY;

fn plan(sources: &SourceSet, what: &str, new: &str) -> Result<Renaming, String> {
    let mut found = Diagnostics::default();
    let config = config::read(sources, &mut found);
    let documents = content::parse(sources, &config, &mut content::Memo::default(), &mut found);
    let subjects = Subjects::collect(sources, &documents, &config, &mut found);
    let today = Date::parse(TODAY).unwrap();
    let setting = Setting { sources, documents: &documents, config: &config, subjects: &subjects, today };
    rename(&setting, what, new).map_err(|refused| refused.to_string())
}

fn made(sources: &SourceSet, kind: &str, id: &str) -> Result<(), String> {
    let mut found = Diagnostics::default();
    let config = config::read(sources, &mut found);
    let documents = content::parse(sources, &config, &mut content::Memo::default(), &mut found);
    let (language, today) = (&config.source_language, Date::parse(TODAY).unwrap());
    let setting = cxbook::edit::new::Setting { sources, documents: &documents, language, today };
    cxbook::edit::new::new(setting, kind, id).map(drop).map_err(|refused| refused.to_string())
}

fn renamed(sources: &SourceSet, what: &str, new: &str) -> SourceSet {
    let renaming = plan(sources, what, new).unwrap_or_else(|refused| panic!("{what}: {refused}"));
    applied(sources, &renaming)
}

fn build(sources: &SourceSet, goal: Goal) -> pipeline::Build {
    let request = Request { goal, base_url: None, drafts: goal == Goal::Check, today: Date::parse(TODAY).unwrap() };
    pipeline::build(sources, &request, &mut Memo::keeping_nothing())
}

fn problems(sources: &SourceSet) -> String {
    diagnostic::text(&build(sources, Goal::Check).diagnostics, sources, false)
}

fn page(sources: &SourceSet, path: &str) -> String {
    let build = build(sources, Goal::Site);
    let errors: Vec<_> = build.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
    let output = build.output.unwrap_or_else(|| panic!("{errors:?}"));
    let artifact = output.get(&OutputPath::new(path)).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8_lossy(artifact.bytes()).into_owned()
}

/// How every translation stands, by the order of subjects: ids may differ, nothing else.
fn standings(sources: &SourceSet) -> Vec<String> {
    let mut found = Diagnostics::default();
    let config = config::read(sources, &mut found);
    let overview = overview(sources, &config, None);
    let mut rows: Vec<String> =
        overview.rows.iter().map(|row| format!("{} {} {}", row.locale, row.shown(), row.words)).collect();
    rows.sort();
    rows
}

const SITE: &str = r#"
-- content/vocab/departments.yaml --
claims-desk: { name: Claims desk }
-- content/vocab/departments.fr.yaml --
claims-desk: Bureau des sinistres
-- content/vocab/channels.yaml --
phone: { name: Phone, medium: phone }
-- content/vocab/purposes.yaml --
open-claim: Open a claim
-- content/vocab/touchpoints.yaml --
hotline:
  name: Hotline
  channel: phone
  owner: claims-desk
  purpose: open-claim
-- content/vocab/touchpoints.fr.yaml --
hotline: { name: Assistance }
-- content/vocab/lifecycles.yaml --
buy-own: { loops: true, lobes: { own: [use, leave] } }
-- content/vocab/glossary.yaml --
use: { en: { term: use }, fr: { term: utiliser } }
leave: { en: { term: leave }, fr: { term: partir } }
-- content/personas/camille/index.md --
---
title: Camille
name: Camille
summary: A driver.
status: published
goal: I want my car back.
basis: assumed
---
-- content/articles/tone/index.md --
---
title: Tone
summary: "About [the wait](step:claim#wait) and [[touchpoint:hotline]]."
status: published
---

See [[journey:claim#step-wait|the wait]], [the file](../../journeys/claim/index.md#pain-wait-silence) and [more].

[more]: touchpoint:hotline
-- content/articles/tone/index.fr.md --
---
title: Ton
summary: "De [l’attente](step:claim#wait) et de [[touchpoint:hotline]]."
---

Voir [[journey:claim#step-wait|l’attente]], [le fichier](../../journeys/claim/index.md#pain-wait-silence) et [plus].

[plus]: touchpoint:hotline
-- content/journeys/claim/index.md --
---
title: I claim
summary: From damage to repair.
status: published
kind: current
level: macro
lifecycle: buy-own
persona: camille
goal: My car back.
mapped: 2026-01-01
owner: nobody
phases:
  notify:
    name: Notify
    stage: use
    steps:
      call: { name: Calls, touchpoint: hotline, backstage: { claims-desk: Types it up. } }
      wait:
        name: Waits
        mode: waits
        pains:
          silence: { text: Nobody says a word., owner: nobody, cause: call }
deviations:
  chase: { from: wait, kind: repeat, name: Calls again, rejoins: wait, handled: none }
opportunities:
  text: { name: Text them, kind: no-brainer, addresses: [wait/silence], customer-value: 4, effort: 1 }
---

As in [[step:wait]].
-- content/journeys/claim/index.fr.md --
---
title: Je déclare
steps:
  call: { name: Appelle, backstage: { claims-desk: Saisit tout. } }
  # what she says herself
  wait: { name: Attend, pains: { silence: Personne ne dit rien. } }
---

Comme à [[step:wait]].
"#;

/// The site with every translation answering to its source.
fn settled() -> SourceSet {
    let mut desk = Desk::new(SITE);
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    desk.sources
}

fn text<'a>(sources: &'a SourceSet, path: &str) -> &'a str {
    sources.text(&SourcePath::new(path)).unwrap_or_else(|| panic!("no {path}"))
}

#[test]
fn a_step_is_renamed_in_every_file_and_language_and_no_translation_is_the_worse_for_it() {
    let before = settled();
    let after = renamed(&before, "step:claim#wait", "waits-for-news");
    assert!(!problems(&after).contains("error"), "{}", problems(&after));
    for path in
        ["articles/tone/index.md", "articles/tone/index.fr.md", "journeys/claim/index.md", "journeys/claim/index.fr.md"]
    {
        let text = text(&after, &format!("content/{path}"));
        assert!(text.contains("waits-for-news"), "{path}\n{text}");
        assert!(!text.replace("renamed-from: wait\n", "").replace("Waits", "").contains("wait:"), "{path}\n{text}");
    }
    let journey = text(&after, "content/journeys/claim/index.md");
    assert!(
        journey.contains("renamed-from: wait\n") && journey.contains("addresses: [waits-for-news/silence]"),
        "{journey}"
    );
    assert!(text(&after, "content/journeys/claim/index.fr.md").contains("# what she says herself"));
    assert!(text(&after, "content/articles/tone/index.md").contains("index.md#pain-waits-for-news-silence"));
    assert_eq!(standings(&before), standings(&after));
}

#[test]
fn old_links_to_a_renamed_step_still_find_it() {
    let after = renamed(&settled(), "step:claim#wait", "waits-for-news");
    for language in ["en", "fr"] {
        let page = page(&after, &format!("{language}/journeys/claim/index.html"));
        for anchor in ["step-waits-for-news", "step-wait", "pain-waits-for-news-silence", "pain-wait-silence"] {
            assert_eq!(page.matches(&format!(" id=\"{anchor}\"")).count(), 1, "{language} {anchor}");
        }
    }
}

#[test]
fn a_document_moves_with_its_files_and_its_old_addresses_lead_on_in_every_language() {
    let before = settled();
    let after = renamed(&before, "journey:claim", "motor-claim");
    assert!(!problems(&after).contains("error"), "{}", problems(&after));
    assert!(after.get(&SourcePath::new("content/journeys/claim/index.md")).is_none());
    let article = text(&after, "content/articles/tone/index.md");
    assert!(article.contains("../../journeys/motor-claim/index.md#pain-wait-silence"), "{article}");
    assert!(article.contains("[[journey:motor-claim#step-wait|"), "{article}");
    for old in ["en/journeys/claim", "fr/journeys/claim", "fr/journeys/claim/map", "en/journeys/claim/as/claims-desk"] {
        let page = page(&after, &format!("{old}/index.html"));
        let new = old.replace("/claim", "/motor-claim").replace("motor-claims-desk", "claims-desk");
        assert!(page.contains(&format!("/{new}/")), "{old}: {page}");
    }
    assert_eq!(standings(&before), standings(&after));
}

#[test]
fn a_vocabulary_entry_is_renamed_with_what_is_keyed_by_it() {
    let before = settled();
    let after = renamed(&before, "department:claims-desk", "claims");
    assert!(!problems(&after).contains("error"), "{}", problems(&after));
    assert_eq!(
        text(&after, "content/vocab/departments.yaml").trim(),
        "claims: { renamed-from: claims-desk, name: Claims desk }"
    );
    assert_eq!(text(&after, "content/vocab/departments.fr.yaml").lines().last(), Some("claims: Bureau des sinistres"));
    assert!(text(&after, "content/journeys/claim/index.fr.md").contains("backstage: { claims: Saisit tout. }"));
    assert!(text(&after, "content/vocab/touchpoints.yaml").contains("owner: claims\n"));
    assert_eq!(standings(&before), standings(&after));
    assert!(page(&after, "fr/departments/claims-desk/index.html").contains("/fr/departments/claims/"));
}

#[test]
fn what_was_outdated_stays_outdated_by_as_much() {
    let mut desk = Desk { sources: settled() };
    desk.change("content/articles/tone/index.md", "and [more].", "and much [more].");
    desk.change("content/journeys/claim/index.md", "name: Calls,", "name: Phones,");
    desk.change("content/vocab/touchpoints.yaml", "name: Hotline", "name: Claims line");
    let before = standings(&desk.sources);
    assert_eq!(before.iter().filter(|row| row.contains("outdated 1/")).count(), 3, "{before:?}");
    for (what, new) in [
        ("touchpoint:hotline", "line"),
        ("step:claim#call", "phones"),
        ("pain:claim#wait/silence", "quiet"),
        ("article:tone", "voice"),
    ] {
        desk.sources = renamed(&desk.sources, what, new);
        assert_eq!(standings(&desk.sources), before, "{what}");
        assert!(!problems(&desk.sources).contains("error"), "{what}: {}", problems(&desk.sources));
    }
}

#[test]
fn an_id_that_was_renamed_by_hand_keeps_its_translation() {
    let mut desk = Desk { sources: settled() };
    let before = standings(&desk.sources);
    let path = "content/journeys/claim/index.md";
    for (from, to) in [
        ("from: wait", "from: waits"),
        ("      wait:\n", "      waits:\n        renamed-from: wait\n"),
        ("rejoins: wait", "rejoins: waits"),
        ("[wait/silence]", "[waits/silence]"),
    ] {
        desk.change(path, from, to);
    }
    for path in [path, "content/journeys/claim/index.fr.md"] {
        desk.change(path, "[[step:wait]]", "[[step:call]]");
    }
    for path in ["content/articles/tone/index.md", "content/articles/tone/index.fr.md"] {
        for part in ["step:claim#wait", "claim#step-wait", "#pain-wait-silence"] {
            desk.change(path, part, &part.replace("wait", "waits"));
        }
    }
    assert!(!problems(&desk.sources).contains("error"), "{}", problems(&desk.sources));
    assert!(page(&desk.sources, "fr/journeys/claim/index.html").contains("Attend"));
    // Only the links that were changed by hand are changes.
    let now = standings(&desk.sources);
    assert_eq!(
        now.iter().filter(|row| row.contains("outdated 1/") || row.contains("outdated 2/")).count(),
        2,
        "{before:?} {now:?}"
    );
}

#[test]
fn a_waiver_and_the_people_of_a_translation_follow() {
    let mut desk = Desk { sources: settled() };
    desk.write("content/vocab/authors.yaml", "ann: { name: Ann }\n");
    desk.change("content/articles/tone/index.fr.md", "translation:\n", "translation:\n  by: [ann]\n  reviewer: ann\n");
    let waiver = "translation:\n  # l10n:ok TERM use in a heading\n";
    desk.change("content/articles/tone/index.fr.md", "translation:\n", waiver);
    desk.change("content/articles/tone/index.fr.md", "Voir ", "<!-- l10n:ok TERM use said otherwise -->\n\nVoir ");
    let after = renamed(&desk.sources, "author:ann", "anna");
    let after = renamed(&after, "term:use", "using");
    let french = text(&after, "content/articles/tone/index.fr.md");
    assert!(french.contains("by: [anna]\n  reviewer: anna\n"), "{french}");
    assert!(french.contains("l10n:ok TERM using said otherwise"), "{french}");
    assert!(french.contains("# l10n:ok TERM using in a heading\n"), "{french}");
    assert!(text(&after, "content/vocab/lifecycles.yaml").contains("own: [using, leave]"));
    assert!(text(&after, "content/journeys/claim/index.md").contains("stage: using"));
    assert!(page(&after, "en/glossary/index.html").contains("id=\"term-use\""));
}

#[test]
fn a_name_that_is_taken_unknown_or_none_is_refused_with_a_near_one() {
    let sources = settled();
    let refused = |what: &str, new: &str| plan(&sources, what, new).unwrap_err();
    assert_eq!(refused("step:claim#wait", "call"), "there is a step called `call` already");
    assert_eq!(refused("step:claim#wiat", "x"), "there is no step called `wiat`; did you mean `wait`?");
    assert_eq!(
        refused("touchpont:hotline", "x"),
        "there is no kind of thing called `touchpont`; did you mean `touchpoint`?"
    );
    assert!(
        refused("touchpoint:hotline", "Hot Line").ends_with("try `hot-line`"),
        "{}",
        refused("touchpoint:hotline", "Hot Line")
    );
    assert_eq!(refused("touchpoint:hotline", "hotline"), "it is called `hotline` already");
    assert_eq!(refused("hotline", "x"), "`hotline` does not say what it is; write `touchpoint:hotline`");
    assert_eq!(refused("hotlin", "x"), "`hotlin` does not say what it is; write `touchpoint:hotline`");
    assert_eq!(refused("claim#wait", "x"), "`claim#wait` does not say what it is; write `step:claim#wait`");
    assert_eq!(refused("wait", "x"), "`wait` does not say what it is; write `step:claim#wait`");
}

#[test]
fn a_part_that_is_named_after_its_journey_or_not_at_all_is_refused_with_how_to_name_it() {
    let sources = settled();
    let refused = |what: &str| plan(&sources, what, "x").unwrap_err();
    let as_step = "a part is named by its own sort; write `step:claim#wait`";
    assert_eq!(refused("journey:claim#wait"), as_step);
    assert_eq!(refused("journey:claim#step-wait"), as_step);
    let as_pain = "a part is named by its own sort; write `pain:claim#wait/silence`";
    assert_eq!([refused("journey:claim#silence"), refused("journey:claim#pain-wait-silence")], [as_pain, as_pain]);
    assert_eq!(
        refused("journey:claim#wiat"),
        "the journey `claim` has no part called `wiat`; did you mean `step:claim#wait`?"
    );
    assert_eq!(refused("claim#wiat"), refused("journey:claim#wiat"));
    assert_eq!(refused("step:claim#zebra"), "there is no step called `zebra`; there is `call`, `wait`");
    assert_eq!(refused("step:claim#waiting"), "there is no step called `waiting`; did you mean `wait`?");
    assert_eq!(refused("pain:claim#wiat/silence"), "there is no step called `wiat`; did you mean `wait`?");
    assert_eq!(refused("journey:clam#wait"), "there is no journey called `clam`; did you mean `claim`?");
}

#[test]
fn what_was_called_otherwise_is_known_by_its_old_id_and_keeps_it() {
    let mut sources = settled();
    for (what, new) in [("touchpoint:hotline", "line"), ("step:claim#call", "phones"), ("article:tone", "voice")] {
        sources = renamed(&sources, what, new);
    }
    sources = renamed(&sources, "pain:claim#wait/silence", "quiet");
    let refused = |what: &str, new: &str| plan(&sources, what, new).unwrap_err();
    assert_eq!(
        refused("touchpoint:hotline", "x"),
        "`touchpoint:hotline` is called `touchpoint:line` today; write that"
    );
    assert_eq!(refused("step:claim#call", "x"), "`step:claim#call` is called `step:claim#phones` today; write that");
    assert_eq!(
        refused("pain:claim#wait/silence", "x"),
        "`pain:claim#wait/silence` is called `pain:claim#wait/quiet` today; write that"
    );
    assert_eq!(refused("tone", "x"), "`tone` does not say what it is; write `article:voice`");
    assert!(refused("step:claim#wait", "call").starts_with("the step `phones` was called `call` before"));
    let taken = made(&sources, "article", "tone").unwrap_err();
    assert!(taken.starts_with("article:voice was called `tone` before"), "{taken}");
    assert!(taken.ends_with("take `tone` out of `renamed-from` in content/articles/voice/index.md"), "{taken}");
}

#[test]
fn a_reference_that_cannot_be_replaced_is_named_by_its_line() {
    let mut desk = Desk { sources: settled() };
    let line = text(&desk.sources, "content/articles/tone/index.md").lines().count() + 2;
    let mut tone = text(&desk.sources, "content/articles/tone/index.md").trim_end().to_owned();
    tone.push_str("\n\nSee [it](journey&colon;claim).\n");
    desk.write("content/articles/tone/index.md", &tone);
    let refused = plan(&desk.sources, "journey:claim", "harm").unwrap_err();
    let place = format!("content/articles/tone/index.md:{line}:5 names it in a way that cannot be replaced: `");
    assert!(refused.starts_with(&place), "{refused}");
}

#[test]
fn an_id_renamed_there_and_back_is_as_if_nothing_had_been() {
    let before = settled();
    let there = renamed(&before, "step:claim#wait", "waits");
    let back = renamed(&there, "step:claim#waits", "wait");
    assert_eq!(standings(&before), standings(&back));
    assert!(!problems(&back).contains("error"), "{}", problems(&back));
    assert!(text(&back, "content/journeys/claim/index.md").contains("renamed-from: [waits]\n"));
}

#[test]
fn another_slug_keeps_the_id_and_the_old_address_leads_on_in_that_language() {
    let article = |rest: &str| format!("---\ntitle: X\nsummary: A summary.\n{rest}---\n\nSee [it](article:x).\n");
    let mut desk = Desk::new("");
    desk.write("content/articles/x/index.md", article("status: published\n"));
    let french =
        article("").replace("See [it]", "Voir [cela]").replace("A summary", "Un résumé").replace(": X", ": X fr");
    desk.write("content/articles/x/index.fr.md", french.replace('\n', "\r\n"));
    let gave = |desk: &mut Desk, what: &str, language: &str, new: &str| -> Result<(), String> {
        let mut after = None;
        desk.seen(|setting, _| {
            let renaming = slug(setting, what, language, new).map_err(|refused| refused.to_string())?;
            after = Some(applied(setting.sources, &renaming));
            Ok::<(), String>(())
        })?;
        desk.sources = after.unwrap();
        Ok(())
    };
    let standing = desk.standing("fr", "articles/x").shown();
    gave(&mut desk, "article:x", "fr", "vue").unwrap();
    let french = desk.read("content/articles/x/index.fr.md").to_owned();
    assert!(french.contains("slug: vue\r\n") && french.contains("aliases: [/fr/articles/x/]\r\n"), "{french}");
    assert!(page(&desk.sources, "fr/articles/x/index.html").contains("/fr/articles/vue/"));
    assert!(page(&desk.sources, "fr/articles/vue/index.html").contains("href=\"/fr/articles/vue/\""), "links follow");
    assert!(
        page(&desk.sources, "en/articles/x/index.html").contains("href=\"https://kb.example.org/fr/articles/vue/\"")
    );
    assert_eq!(desk.standing("fr", "articles/x").shown(), standing);
    gave(&mut desk, "article:x", "fr", "regard").unwrap();
    let french = desk.read("content/articles/x/index.fr.md").to_owned();
    assert!(french.contains("aliases: [/fr/articles/x/, /fr/articles/vue/]\r\n"), "{french}");
    // Back to what it was: that address is the page again, and leads nowhere else.
    gave(&mut desk, "article:x", "fr", "vue").unwrap();
    let french = desk.read("content/articles/x/index.fr.md").to_owned();
    assert!(
        french.contains("aliases: [/fr/articles/x/, /fr/articles/regard/]\r\n") && french.contains("slug: vue\r\n"),
        "{french}"
    );
    gave(&mut desk, "article:x", "en", "view").unwrap();
    assert!(page(&desk.sources, "en/articles/x/index.html").contains("/en/articles/view/"));
    for (what, language, new, says) in [
        ("article:x", "fr", "vue", "its slug is `vue` already"),
        ("article:x", "fr", "", "`` is no slug"),
        ("article:x", "fr", "../x", "`../x` is no slug"),
        ("article:x", "fr", "a\ntitle: b", "is no slug"),
        ("article:x", "de", "blick", "`article:x` has no text in `de`"),
        ("article:y", "fr", "vue", "y"),
        ("channel:x", "fr", "vue", "no `channel` has a file of its own"),
        ("x", "fr", "vue", "x"),
    ] {
        let refused = gave(&mut desk, what, language, new).unwrap_err();
        assert!(refused.contains(says), "{refused}");
    }
}
