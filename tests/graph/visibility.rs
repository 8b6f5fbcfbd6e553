//! What is not public is in no graph: not its text, not its title, not a count of it.

use cxbook::config::PublishMin;
use cxbook::content::{EntityId, Kind};

use crate::site::{Site, locale};

const CANARY: &str = "kookaburra";

fn article(front: &str) -> String {
    format!(
        "-- content/articles/secret/index.md --\n---\ntitle: A {CANARY}\nsummary: Of {CANARY}s.\n{front}---\n\n\
         About [[principle:once]], the {CANARY}. ![A {CANARY}](bird.svg)\n"
    )
}

fn site(front: &str) -> Site {
    let mut site = Site::with(&article(front));
    site.sources.insert(cxbook::base::SourcePath::new("content/articles/secret/bird.svg"), *b"<svg/>");
    site
}

#[test]
fn drafts_reviews_and_embargoed_pages_leave_no_trace() {
    for front in ["", "status: draft\n", "status: review\n", "status: published\npublished: 2026-11-22\n"] {
        let resolved = site(front).resolve();
        assert_eq!(resolved.problems, "", "{front}");
        assert!(!format!("{:?}", resolved.graph).contains(CANARY), "{front}");
        let once = EntityId::new(Kind::Principle, "once");
        assert!(resolved.graph.mentioned_by(&once).is_empty());
        assert!(resolved.graph.assets().is_empty());
    }
}

#[test]
fn published_pages_and_the_archive_are_public_from_their_day_on() {
    for front in ["status: published\n", "status: published\npublished: 2026-11-21\n", "status: archived\n"] {
        let graph = site(front).resolve().graph;
        assert!(graph.node(&EntityId::new(Kind::Article, "secret")).is_some(), "{front}");
        assert_eq!(graph.assets().len(), 1, "{front}");
    }
}

#[test]
fn a_preview_with_drafts_shows_them() {
    let mut site = site("status: draft\n");
    site.request.drafts = true;
    let graph = site.resolve().graph;
    let node = graph.node(&EntityId::new(Kind::Article, "secret")).unwrap();
    assert!(!node.is_public());
}

#[test]
fn a_link_to_a_draft_is_an_error_that_does_not_name_its_title() {
    let mut site = site("status: draft\n");
    site = site.edit(
        "content/articles/first/index.md",
        "See [the call](step:claim#call).",
        "See [[article:secret]] and [it](../secret/index.md).",
    );
    let resolved = site.resolve();
    assert_eq!(resolved.problems.matches("error[link-to-draft]").count(), 2, "{}", resolved.problems);
    assert!(!resolved.problems.contains(CANARY), "{}", resolved.problems);
    let first = EntityId::new(Kind::Article, "first");
    assert_eq!(resolved.graph.targets(&first, &locale("en")), [None, None]);
}

#[test]
fn a_document_that_cannot_be_read_is_reported_once() {
    let broken = "-- content/articles/secret/index.md --\n---\ntitle: [\n---\n";
    let site = Site::with(broken).edit("content/articles/first/index.md", "See", "See [[article:secret]],");
    let problems = site.problems();
    assert!(!problems.contains("link-to-draft") && !problems.contains("unknown-reference"), "{problems}");
}

#[test]
fn internal_evidence_keeps_its_id_and_loses_every_word() {
    let evidence = format!(
        "evidence:\n  q-bird:\n    kind: quote\n    says: The {CANARY} laughed.\n    means: A {CANARY} is near.\n    \
         via: a {CANARY} hotline\n    who: ana\n    date: 2026-01\n    consent: internal\n---\n\nThen"
    );
    let overlay = format!(
        "-- content/journeys/claim/index.fr.md --\n---\nevidence:\n  q-bird:\n    says: Le {CANARY} a ri.\n---\n"
    );
    let site = Site::with(&overlay).edit("content/journeys/claim/index.md", "---\n\nThen", &evidence).edit(
        "content/journeys/claim/index.md",
        "emotion: -1",
        "emotion: { score: -1, basis: observed, evidence: [q-bird] }",
    );
    for drafts in [false, true] {
        let mut site =
            Site { sources: site.sources.clone(), config: site.config.clone(), request: site.request.clone() };
        site.request.drafts = drafts;
        let resolved = site.resolve();
        assert_eq!(resolved.problems, "");
        assert!(!format!("{:?}", resolved.graph).contains(CANARY));
        let journey = resolved.graph.node(&EntityId::new(Kind::Journey, "claim")).unwrap().journey().unwrap();
        assert_eq!(journey.evidence.len(), 1);
    }
}

#[test]
fn public_text_may_not_repeat_internal_evidence() {
    let says = "They called me a liar on the phone that day";
    let evidence = format!(
        "evidence:\n  q:\n    kind: quote\n    says: {says}\n    date: 2026-01\n    consent: internal\n---\n\nThen"
    );
    let problems = Site::with("")
        .edit("content/journeys/claim/index.md", "---\n\nThen", &evidence)
        .edit("content/articles/first/index.md", "See", &format!("“{}.” See", says.replace(" that", "  that")))
        .problems();
    assert!(problems.contains("articles/first/index.md:7:1: error[internal-evidence-leak]"), "{problems}");
}

const FIRST_FR: &str = "-- content/articles/first/index.fr.md --\n---\ntitle: Premier\nsummary: Un article.\n\
                        translation: { status: STATUS }\n---\n\nVoyez.\n";

#[test]
fn a_translation_is_published_if_it_is_good_enough() {
    let has_french = |status: &str, least: PublishMin| {
        let mut site = Site::with(&FIRST_FR.replace("STATUS", status));
        site.config.publish_min = least;
        let graph = site.resolve().graph;
        graph.node(&EntityId::new(Kind::Article, "first")).unwrap().translations.contains_key(&locale("fr"))
    };
    assert!(has_french("draft", PublishMin::Draft));
    assert!(!has_french("draft", PublishMin::Reviewed));
    assert!(has_french("reviewed, reviewer: Ana", PublishMin::Reviewed));
    assert!(has_french("machine, reviewer: Ana", PublishMin::Draft));
}

#[test]
fn a_machine_translation_needs_a_reviewer() {
    let problems = Site::with(&FIRST_FR.replace("STATUS", "machine")).problems();
    assert!(problems.contains("error[unreviewed-machine-translation]"), "{problems}");
}

#[test]
fn a_response_is_shown_with_its_article_or_not_at_all() {
    let response = "-- content/responses/first/2026-03-01-leo.md --\n---\nto: first\nauthor: Leo\ndate: 2026-03-01\nconsent: true\n\
                    ---\n\nOne two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen.\n";
    let site = Site::with(response);
    assert_eq!(site.problems(), "");
    assert_eq!(site.resolve().graph.of_kind(Kind::Response).count(), 1);
    let hidden = Site::with(response).edit("content/articles/first/index.md", "status: published", "status: draft");
    assert_eq!(hidden.resolve().graph.of_kind(Kind::Response).count(), 0);
}
