//! Every page of every language has one address; translations list each other, fallbacks do not.

use cxbook::base::{SourcePath, UrlPath};
use cxbook::config::FallbackPolicy;
use cxbook::content::{EntityId, Kind};
use cxbook::graph::{Graph, RouteTarget};

use crate::site::{BASE, Site, locale};

const FIRST_FR: &str = "-- content/articles/first/index.fr.md --\n---\ntitle: Premier\nsummary: Un article.\n\
                        slug: premier\n---\n\nVoyez [l’appel](step:claim#call).\n";

fn article() -> EntityId {
    EntityId::new(Kind::Article, "first")
}

fn urls(graph: &Graph, id: &EntityId) -> Vec<(String, Option<String>)> {
    graph
        .languages()
        .iter()
        .filter_map(|language| graph.url(id, language))
        .map(|route| (route.url.to_string(), route.fallback.as_ref().map(ToString::to_string)))
        .collect()
}

fn alternates(graph: &Graph, id: &EntityId) -> (Vec<String>, Option<String>) {
    let table = graph.alternates(&RouteTarget::Entity(id.clone()));
    let urls = table.routes.iter().map(|route| route.url.to_string()).collect();
    (urls, table.default.map(|route| route.url.to_string()))
}

#[test]
fn each_language_has_its_own_address_the_source_too() {
    let graph = Site::with(FIRST_FR).resolve().graph;
    let expected = [("/en/articles/first/".to_owned(), None), ("/fr/articles/premier/".to_owned(), None)];
    assert_eq!(urls(&graph, &article()), expected);
    assert_eq!(
        graph.url(&EntityId::new(Kind::Term, "leave"), &locale("fr")).unwrap().url,
        UrlPath::new("/fr/glossary/")
    );
}

#[test]
fn a_missing_translation_is_a_fallback_that_no_alternate_lists() {
    let mut site = Site::with(&FIRST_FR.replace(".fr.", ".de.").replace("premier", "erster"));
    let sources = std::mem::take(&mut site.sources);
    let graph = Site::of(sources, &["en", "fr", "de"]).resolve().graph;
    let route = graph.url(&article(), &locale("fr")).unwrap();
    assert_eq!((route.url.as_str(), route.fallback.as_ref().map(|l| l.as_str())), ("/fr/articles/first/", Some("en")));
    let (routes, default) = alternates(&graph, &article());
    assert_eq!(routes, ["/en/articles/first/", "/de/articles/erster/"]);
    assert_eq!(default.as_deref(), Some("/en/articles/first/"));
}

#[test]
fn a_translation_below_the_least_share_counts_as_a_fallback() {
    let half = "-- content/journeys/claim/index.fr.md --\n---\ntitle: Je déclare\nsteps:\n  call: Appelle\n---\n";
    let resolved = Site::with(half).resolve();
    assert_eq!(resolved.problems, "");
    let claim = EntityId::new(Kind::Journey, "claim");
    assert_eq!(resolved.graph.url(&claim, &locale("fr")).unwrap().fallback, Some(locale("en")));
    // What is translated is shown all the same, string by string.
    let french = resolved.graph.name(&claim, &locale("fr"));
    assert_eq!((french.value, french.locale), ("Je déclare", &locale("fr")));
    let summary = resolved.graph.string(&claim, "summary", &locale("fr")).unwrap();
    assert_eq!((summary.value, summary.locale), ("A claim.", &locale("en")));
}

#[test]
fn without_fallback_pages_a_link_leads_to_the_source_and_says_its_language() {
    let mut site = Site::with(FIRST_FR);
    site.config.fallback = FallbackPolicy::None;
    let graph = site.resolve().graph;
    assert!(graph.url(&EntityId::new(Kind::Journey, "claim"), &locale("fr")).is_none());
    let target = graph.targets(&article(), &locale("fr")).remove(0).unwrap();
    assert_eq!((target.href.as_str(), target.lang), ("/kb/en/journeys/claim/#step-call", Some(locale("en"))));
}

#[test]
fn a_relative_link_to_an_untranslated_page_stays_in_the_readers_language() {
    let relative = FIRST_FR.replace("step:claim#call", "../../principles/once/index.md");
    let graph = Site::with(&relative).resolve().graph;
    let target = graph.targets(&article(), &locale("fr")).remove(0).unwrap();
    assert_eq!((target.href.as_str(), target.lang), ("/kb/fr/principles/once/", Some(locale("en"))));
}

#[test]
fn an_old_slug_leads_on_to_the_new_one() {
    let site =
        Site::with(&FIRST_FR.replace("slug: premier", "slug: premier\naliases: [/fr/articles/ancien/, /kb/fr/vieux]"));
    let resolved = site.resolve();
    assert_eq!(resolved.problems, "");
    let redirects: Vec<(String, String)> =
        resolved.graph.redirects().map(|redirect| (redirect.from.to_string(), redirect.to.to_string())).collect();
    assert_eq!(
        redirects,
        [
            ("/fr/articles/ancien/".to_owned(), "/fr/articles/premier/".to_owned()),
            ("/fr/vieux/".to_owned(), "/fr/articles/premier/".to_owned()),
        ]
    );
}

fn second(slug: &str) -> String {
    format!(
        "-- content/articles/second/index.md --\n---\ntitle: Second\nsummary: Another.\nstatus: published\nslug: {slug}\n---\n"
    )
}

#[test]
fn addresses_that_differ_by_case_or_accent_alone_collide() {
    let site = Site::with(&second("ecole")).edit(
        "content/articles/first/index.md",
        "title: First",
        "title: First\nslug: école",
    );
    let problems = site.problems();
    assert!(problems.contains("duplicate-address]: two pages have the address `/en/articles/ecole/`"), "{problems}");
}

#[test]
fn a_slug_is_stored_composed() {
    let graph = Site::with(&second("e\u{301}te\u{301}")).resolve().graph;
    let route = graph.url(&EntityId::new(Kind::Article, "second"), &locale("en")).unwrap();
    assert_eq!(route.url.as_str(), "/en/articles/\u{e9}t\u{e9}/");
    assert_eq!(route.url.encoded(), "/en/articles/%C3%A9t%C3%A9/");
}

#[test]
fn a_plain_page_cannot_take_the_place_of_a_generated_one() {
    let page = "-- content/search.md --\n---\ntitle: Search\nsummary: Mine.\nstatus: published\n---\n";
    assert!(Site::with(page).problems().contains("duplicate-address]"), "{}", Site::with(page).problems());
}

#[test]
fn a_document_may_have_another_source_language() {
    let files = "-- content/articles/note/index.md --\n---\ntitle: Une note\nsummary: En français.\nstatus: published\n\
                 source: fr\n---\n\n## Pourquoi\n\nParce que.\n\
                 -- content/articles/note/index.en.md --\n---\ntitle: A note\nsummary: In French.\n---\n\n## Why\n\nBecause.\n";
    let resolved = Site::with(files).resolve();
    assert_eq!(resolved.problems, "");
    let note = EntityId::new(Kind::Article, "note");
    assert_eq!(resolved.graph.locale_of(&note), &locale("fr"));
    assert_eq!(resolved.graph.name(&note, &locale("en")).value, "A note");
    let (routes, default) = alternates(&resolved.graph, &note);
    assert_eq!(routes, ["/en/articles/note/", "/fr/articles/note/"]);
    assert_eq!(default.as_deref(), Some("/fr/articles/note/"));
    assert_eq!(resolved.graph.anchors(&note, &locale("en")), ["pourquoi"]);
}

#[test]
fn a_language_without_content_has_all_pages_and_is_no_alternate() {
    let sources = Site::new(BASE).sources;
    let resolved = Site::of(sources, &["en", "ja"]).resolve();
    assert_eq!(resolved.problems, "");
    let home = resolved.graph.route(&RouteTarget::Home, &locale("ja")).unwrap();
    assert_eq!((home.url.as_str(), home.is_real()), ("/ja/", false));
    assert_eq!(alternates(&resolved.graph, &article()).0, ["/en/articles/first/"]);
}

#[test]
fn a_picture_made_for_a_language_wins_over_the_shared_one() {
    let files = FIRST_FR.replace("Voyez", "![Carte](map.svg) Voyez");
    let mut site = Site::with(&files);
    for name in ["map.svg", "map.fr.svg", "unused.svg"] {
        site.sources.insert(SourcePath::new(format!("content/articles/first/{name}")), *b"<svg/>");
    }
    let graph = site.resolve().graph;
    let target = graph.targets(&article(), &locale("fr")).remove(0).unwrap();
    assert_eq!(target.href, "/kb/media/articles/first/map.fr.svg");
    let assets: Vec<&str> = graph.assets().iter().map(SourcePath::as_str).collect();
    assert_eq!(assets, ["content/articles/first/map.fr.svg"]);
}

#[test]
fn a_translation_without_a_source_is_an_error() {
    let problems = Site::with("-- content/articles/ghost/index.fr.md --\n---\ntitle: Fantôme\n---\n").problems();
    assert!(
        problems.contains("orphan-translation]: this translates article `ghost`, which has no source"),
        "{problems}"
    );
}

#[test]
fn two_files_for_one_document_are_an_error() {
    let flat = "-- content/articles/first.md --\n---\ntitle: First\nsummary: Again.\nstatus: published\n---\n";
    assert!(Site::with(flat).problems().contains("duplicate-document]"), "{}", Site::with(flat).problems());
}

/// What is wrong with an article that has these old addresses.
fn with_old(addresses: &str) -> String {
    let old = format!("title: First\naliases: [{addresses}]");
    Site::with("").edit("content/articles/first/index.md", "title: First", &old).problems()
}

#[test]
fn an_old_address_where_the_site_keeps_files_is_refused_with_its_place() {
    for old in [
        "/_headers",
        "/_headers/",
        "/_redirects/",
        "/api/",
        "/api/x/",
        "/assets/x",
        "/API/x/",
        "/media/x/",
        "/search/x/",
        "/kb/assets/x/",
        "/404.html",
        "/index.html",
        "/en/",
        "/en/index.html",
        "/en/404.html",
        "/EN/Search/",
        "/kb/",
    ] {
        let problems = with_old(old);
        assert!(
            problems.contains("content/articles/first/index.md:3:11: error[duplicate-address]"),
            "{old}: {problems}"
        );
        assert!(problems.contains("take it out of `aliases`"), "{old}: {problems}");
    }
}

#[test]
fn an_old_address_where_the_folder_has_a_file_of_somebody_else_is_refused() {
    for old in ["/CNAME", "/cname/", "/files/old/"] {
        let mut site = Site::with("");
        site.config.keep = vec!["CNAME".to_owned(), "files".to_owned()];
        let aliases = format!("title: First\naliases: [{old}, /filesystem/]");
        let problems = site.edit("content/articles/first/index.md", "title: First", &aliases).problems();
        assert!(problems.contains("where `keep` in book.toml has `") && problems.contains(":3:11:"), "{problems}");
        assert!(!problems.contains(":3:2"), "{problems}");
    }
}

#[test]
fn an_old_address_that_no_page_can_stand_at_is_refused_with_its_place() {
    for old in [
        "/llms.txt",
        "/robots.txt",
        "/sitemap.xml/",
        "/sitemap.xml",
        "/feed.xml",
        "/x.php",
        "/x.html/",
        "/x.html/y/",
        "/.htaccess",
        "/.git/config/",
        "/.well-known/x/",
        "/CON/",
        "/old/nul.html",
        "/old/lpt1/",
        "/clock$",
        "/com¹/",
        "/old./",
        "/a//b/",
        "/a/../b/",
        "/a b/",
    ] {
        let problems = with_old(&format!("\"{old}\""));
        assert!(problems.contains("content/articles/first/index.md:3:11: error[wrong-type]"), "{old}: {problems}");
        let advice = ["as in `/en/", "leave this address out"];
        assert!(advice.iter().any(|advice| problems.contains(advice)), "{old}: {problems}");
    }
}

#[test]
fn old_addresses_of_pages_elsewhere_stay_possible() {
    assert_eq!(with_old("/x.html, /x/y/, /v1.2/guide, /Old/Page.htm, /2019/04/12/first/, /fr/articles/ancien/"), "");
    let both = with_old("/x/, /X");
    assert!(both.contains("error[duplicate-address]: a page stands at the old address `/X/`"), "{both}");
}

#[test]
fn a_copy_of_what_was_renamed_is_one_error_and_the_copy_has_it() {
    let renamed = |id: &str| {
        format!(
            "-- content/articles/{id}/index.md --\n---\nrenamed-from: old\ntitle: {id}\nstatus: published\n---\n\nText.\n"
        )
    };
    // The copy comes first by its name, or last.
    for (original, copy) in [("offer", "offer-copy"), ("offer", "an-offer")] {
        let problems = Site::with(&format!("{}{}", renamed(original), renamed(copy))).problems();
        let (copy, original) = if copy == "an-offer" { (original, copy) } else { (copy, original) };
        let says = format!(
            "content/articles/{copy}/index.md:2:15: error[duplicate-address]: the article `{copy}` says that it was called \
             `old`, and so does `{original}`"
        );
        assert_eq!(problems.matches("error[").count(), 1, "{problems}");
        assert!(problems.contains(&says) && problems.contains("if `"), "{problems}");
    }
}

#[test]
fn a_former_id_that_is_in_use_is_one_error() {
    let clash = second("x").replace("title: ", "renamed-from: first\ntitle: ");
    let problems = Site::with(&clash).problems();
    assert_eq!(problems.matches("error[").count(), 1, "{problems}");
    assert!(problems.contains("says that it was called `first`, as another is now"), "{problems}");
}

#[test]
fn a_name_that_windows_keeps_is_no_address() {
    let slug = Site::with(&second("con")).problems();
    assert!(slug.contains("content/articles/second/index.md:5:7: error[malformed-id]: the slug `con`"), "{slug}");
    let tag = Site::with("-- content/vocab/tags.yaml --\nsilos: Silos\naux: Auxiliary\n").problems();
    assert!(tag.contains("content/vocab/tags.yaml:2:1: error[malformed-id]: `aux` is a name that Windows"), "{tag}");
    let long = Site::with(&second(&"\u{3042}".repeat(90))).problems();
    assert!(long.contains("error[malformed-id]"), "{long}");
}
