//! What readers find in a built site, and what they must not.

mod support;

use cxbook::config::Goal;
use serde_json::Value;
use support::Site;

fn site() -> Site {
    let mut site = Site::new(include_str!("sites/small.txt"));
    site.request.goal = Goal::Preview;
    site
}

/// The addresses found in a language, the best first.
fn found(site: &mut Site, language: &str, query: &str) -> Vec<String> {
    let build = site.build();
    assert!(build.output.is_some(), "{}", site.problems());
    let query: String = url::form_urlencoded::byte_serialize(query.as_bytes()).collect();
    let answer = build.search.answer(&format!("lang={language}&q={query}&most=50")).unwrap();
    let answer: Value = serde_json::from_str(&answer).unwrap();
    answer["hits"].as_array().unwrap().iter().map(|hit| hit["url"].as_str().unwrap().to_owned()).collect()
}

fn edit(site: &mut Site, path: &str, from: &str, to: &str) {
    let text = site.sources.text(&cxbook::base::SourcePath::new(path)).unwrap().to_owned();
    assert!(text.contains(from), "{path} has no {from}");
    site.write(path, text.replace(from, to));
}

const PRINCIPLE: &str = "content/principles/tell-us-once/index.md";
const ARTICLE: &str = "content/articles/once/index.md";

#[test]
fn a_page_is_found_by_what_it_says_now() {
    let mut site = site();
    assert_eq!(found(&mut site, "en", "\"no customer wants\""), Vec::<String>::new());
    edit(&mut site, ARTICLE, "Nobody wants", "No customer wants");
    assert_eq!(found(&mut site, "en", "\"no customer wants\""), ["en/articles/once/"]);
}

#[test]
fn a_draft_is_not_found() {
    let mut site = site();
    assert!(found(&mut site, "en", "tell us once").contains(&"en/principles/tell-us-once/".to_owned()));
    site.write(
        "content/articles/secret/index.md",
        "---\ntitle: Zanzibar\nsummary: Zanzibar\nstatus: draft\n---\nZanzibar.\n",
    );
    assert_eq!(found(&mut site, "en", "zanzibar"), Vec::<String>::new());
}

#[test]
fn a_page_without_a_translation_is_not_found_in_that_language() {
    let mut site = site();
    assert!(!found(&mut site, "fr", "fois").is_empty());
    site.remove("content/articles/once/index.fr.md");
    assert!(!found(&mut site, "fr", "nobody wants").contains(&"fr/articles/once/".to_owned()));
    assert!(found(&mut site, "en", "nobody wants").contains(&"en/articles/once/".to_owned()));
}

#[test]
fn a_reference_without_a_label_is_found_by_the_name_of_what_it_leads_to() {
    let mut site = site();
    edit(&mut site, PRINCIPLE, "Tell us once", "Zanzibar");
    let article = site.sources.text(&cxbook::base::SourcePath::new(ARTICLE)).unwrap().to_owned();
    assert!(article.contains("[[principle:tell-us-once]]"));
    assert!(found(&mut site, "en", "zanzibar").contains(&"en/articles/once/".to_owned()));
}

#[test]
fn the_computed_views_are_found_by_their_names() {
    let mut site = site();
    assert_eq!(found(&mut site, "en", "nobody owns this").first().unwrap(), "en/findings/unowned/");
    assert_eq!(found(&mut site, "fr", "personne n’en répond").first().unwrap(), "fr/findings/unowned/");
    assert!(found(&mut site, "en", "findings").contains(&"en/findings/".to_owned()));
}

#[test]
fn a_computed_view_without_words_of_a_language_is_not_found_there() {
    let mut site = site();
    site.write("book.toml", format!("{}\n[languages.it]\nname = \"Italiano\"\n", support::BOOK));
    assert_eq!(found(&mut site, "it", "nobody owns this"), Vec::<String>::new());
}
