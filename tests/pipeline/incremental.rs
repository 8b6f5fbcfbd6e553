//! Building step by step equals building from nothing, byte for byte, whatever is edited.

use cxbook::pipeline::{self, Memo};
use proptest::prelude::*;

use super::support::Site;

/// A small site in two languages in which most things refer to each other.
const SITE: &str = include_str!("../sites/small.txt");

/// What an author may do between two builds.
#[derive(Clone, Debug)]
enum Edit {
    /// Puts a text in place of another, wherever it occurs in a file.
    Replace(&'static str, &'static str, &'static str),
    /// Takes a file away.
    Remove(&'static str),
    /// Puts a file back as it was.
    Restore(&'static str),
}

const EDITS: &[Edit] = &[
    Edit::Replace("content/principles/tell-us-once/index.md", "Tell us once", "Say it once"),
    Edit::Replace("content/principles/tell-us-once/index.md", "status: published", "status: draft"),
    Edit::Replace("content/principles/tell-us-once/index.fr.md", "Une seule fois", "Une fois suffit"),
    Edit::Replace("content/journeys/claim/index.md", "tell-us-once: breaks", "tell-us-once: keeps"),
    Edit::Replace("content/journeys/claim/index.md", "emotion: -1", "emotion: 7"),
    Edit::Replace("content/journeys/claim/index.md", "owner: nobody", "owner: claims"),
    Edit::Replace("content/journeys/claim/index.md", "name: Waits", "name: Waits and waits"),
    Edit::Replace("content/articles/once/index.md", "Nobody wants", "No customer wants"),
    Edit::Replace("content/articles/once/index.md", "[[principle:tell-us-once]]", "[[principle:tell-us-twice]]"),
    Edit::Replace("content/vocab/departments.yaml", "Claims desk", "Claims team"),
    Edit::Replace("content/vocab/departments.yaml", "claims:", "claim s:"),
    Edit::Replace("book.toml", "title = \"Test\"", "title = \"Another\""),
    Edit::Remove("content/articles/once/index.fr.md"),
    Edit::Remove("content/articles/once/index.md"),
    Edit::Remove("content/vocab/glossary.yaml"),
    Edit::Restore("content/articles/once/index.md"),
    Edit::Restore("content/articles/once/index.fr.md"),
    Edit::Restore("content/principles/tell-us-once/index.md"),
    Edit::Restore("content/journeys/claim/index.md"),
    Edit::Restore("content/vocab/departments.yaml"),
    Edit::Restore("content/vocab/glossary.yaml"),
];

fn original(path: &str) -> String {
    let files = super::support::split(SITE);
    files.into_iter().find(|(name, _)| name == path).map_or_else(|| super::support::BOOK.to_owned(), |(_, text)| text)
}

fn apply(site: &mut Site, edit: &Edit) {
    match edit {
        Edit::Replace(path, from, to) => {
            let text = site.sources.text(&cxbook::base::SourcePath::new(path)).map(|text| text.replace(from, to));
            if let Some(text) = text {
                site.write(path, text);
            }
        }
        Edit::Remove(path) => site.remove(path),
        Edit::Restore(path) => site.write(path, original(path)),
    }
}

/// Builds with the site's memo and without one, and compares all there is to compare.
fn assert_equals_clean(site: &mut Site) {
    let step = site.build();
    let clean = pipeline::build(&site.sources, &site.request, &mut Memo::keeping_nothing());
    assert_eq!(step.diagnostics, clean.diagnostics);
    match (&step.output, &clean.output) {
        (Some(step), Some(clean)) => {
            let paths =
                |output: &cxbook::output::Output| output.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
            assert_eq!(paths(step), paths(clean));
            for (path, artifact) in step.iter() {
                assert_eq!(Some(artifact), clean.get(path), "{path} differs");
            }
        }
        (step, clean) => assert_eq!(step.is_some(), clean.is_some()),
    }
}

#[test]
fn the_small_site_builds() {
    let mut site = Site::new(SITE);
    assert_eq!(site.problems(), "");
    assert!(site.build().output.is_some());
}

#[test]
fn nothing_is_rendered_again_when_nothing_changed() {
    let mut site = Site::new(SITE);
    assert!(site.build().summary.rendered > 20);
    assert_eq!(site.build().summary.rendered, 0);
}

#[test]
fn an_edit_renders_the_page_and_few_others_again() {
    let mut site = Site::new(SITE);
    let all = site.build().summary.rendered;
    apply(&mut site, &Edit::Replace("content/articles/once/index.md", "Nobody wants", "No customer wants"));
    let again = site.build().summary.rendered;
    assert!((1..=3).contains(&again), "{again} of {all} pages rendered again");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn building_step_by_step_equals_building_from_nothing(edits in prop::collection::vec(0..EDITS.len(), 1..8)) {
        let mut site = Site::new(SITE);
        site.build();
        for edit in edits {
            apply(&mut site, &EDITS[edit]);
            site.build();
        }
        // Building from nothing takes longest; what a step leaves wrong is still wrong at the end.
        assert_equals_clean(&mut site);
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let build = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a thread pool");
        pool.install(|| Site::new(SITE).build().output.expect("a site"))
    };
    let one = build(1);
    assert_eq!(one, build(2));
    assert_eq!(one, build(7));
}
