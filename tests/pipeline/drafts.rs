//! Drafts: a check looks into them, a build does not.

use super::support::Site;
use cxbook::diagnostic;

const DRAFT: &str = "\
-- content/articles/tone/index.md --
---
title: Tone
sumary: How we sound.
---

See [[article:nowhere]].
";

fn build_problems(site: &mut Site) -> String {
    let build = site.build();
    diagnostic::short(&build.diagnostics, &site.sources)
}

#[test]
fn a_check_reports_what_a_draft_says_and_what_it_names() {
    let problems = Site::new(DRAFT).problems();
    assert!(problems.contains("tone/index.md:3:1: error[unknown-field]"), "{problems}");
    assert!(problems.contains("tone/index.md:6:7: error[unknown-reference]"), "{problems}");
}

#[test]
fn a_check_holds_drafts_to_the_rules_once() {
    let problems =
        Site::new(&DRAFT.replace("sumary", "summary").replace("[[article:nowhere]]", "[here](https://e.org)"))
            .problems();
    assert_eq!(problems.matches("[vague-link-text]").count(), 1, "{problems}");
    assert!(problems.contains("[article-without-author]"), "{problems}");
}

#[test]
fn a_build_publishes_beside_a_broken_draft_and_its_translation() {
    let mut site = Site::new(DRAFT);
    site.write("content/articles/tone/index.fr.md", "---\ntitel: Ton\n---\n");
    site.write("content/about.md", "---\ntitle: About\nstatus: published\nsummary: Us.\n---\n\nHello.\n");
    assert_eq!(build_problems(&mut site), "");
    assert!(site.page("en/about/index.html").contains("Hello."));
}

#[test]
fn a_build_stops_at_a_page_that_may_have_been_meant_for_readers() {
    for status in
        ["statsu: published", "status: pubished", "x:\n  status: published", "status: draft\nstatus: published"]
    {
        let mut site = Site::new(&DRAFT.replace("sumary: How we sound.", status));
        assert!(build_problems(&mut site).contains("error["), "{status}");
    }
    let mut site = Site::new(&DRAFT.replace("See [[article:nowhere]].", "status: published"));
    assert!(build_problems(&mut site).contains("[misplaced-field]"), "below the front matter");
    let mut site = Site::new(&DRAFT.replace("sumary", "status: draft\npublished: 2027-01-01\nsumary"));
    assert_eq!(build_problems(&mut site), "", "the status is plain");
}

#[test]
fn a_link_to_a_broken_draft_is_still_a_link_to_a_draft() {
    let mut site = Site::new(DRAFT);
    site.write("content/about.md", "---\ntitle: About\nstatus: published\nsummary: Us.\n---\n\n[[article:tone]]\n");
    let problems = build_problems(&mut site);
    assert!(problems.contains("about.md:7:3: error[link-to-draft]"), "{problems}");
}

#[test]
fn what_only_a_draft_uses_is_in_use_and_a_draft_need_not_be() {
    let mut site =
        Site::new(&DRAFT.replace("sumary: How we sound.", "tags: [voice]").replace("[[article:nowhere]]", "it"));
    site.write("content/vocab/tags.yaml", "voice: Voice\nidle: Idle\n");
    site.write("content/personas/maya/index.md", "---\nname: Maya\ngoal: I want to know.\nbasis: assumed\n---\n");
    for problems in [site.problems(), build_problems(&mut site)] {
        assert!(problems.contains("tag `idle` is used nowhere"), "{problems}");
        assert_eq!(problems.matches("unused-vocabulary").count(), 1, "{problems}");
    }
}

#[test]
fn a_preview_of_drafts_stops_at_their_errors() {
    let mut site = Site::new(DRAFT);
    site.request.drafts = true;
    assert!(build_problems(&mut site).contains("tone/index.md:3:1"));
}
