//! The computed views: on the motor claim alone, on cases of their own, and as laws.

#[path = "../graph/site.rs"]
mod site;
#[path = "../support/mod.rs"]
mod support;

mod cases;
mod laws;
mod motor_claim;

use cxbook::analysis::{self, Findings};
use cxbook::base::SourcePath;
use cxbook::content::{EntityId, Kind};
use cxbook::graph::{Graph, Place};
use cxbook::source::SourceSet;
use site::Site;

#[allow(clippy::disallowed_methods, reason = "a test reads the repository it is in")]
fn load(folder: &std::path::Path, prefix: &str, sources: &mut SourceSet) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = format!("{prefix}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            load(&entry.path(), &name, sources);
        } else {
            sources.insert(SourcePath::new(name), std::fs::read(entry.path()).unwrap());
        }
    }
}

fn motor_claim() -> Site {
    let mut sources = SourceSet::default();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/motor-claim/content");
    load(&root, "content", &mut sources);
    Site::of(sources, &["en", "fr"])
}

fn findings(site: &Site) -> (Graph, Findings) {
    let resolved = site.resolve();
    assert_eq!(resolved.problems, "");
    let findings = analysis::run(&resolved.graph, &site.config.thresholds, site.request.today);
    (resolved.graph, findings)
}

fn principle(id: &str) -> EntityId {
    EntityId::new(Kind::Principle, id)
}

/// What a place is called, in English.
fn names<'a>(graph: &Graph, places: impl IntoIterator<Item = &'a Place>) -> Vec<String> {
    places.into_iter().map(|place| graph.name_of(place, graph.source_language()).value.to_owned()).collect()
}
