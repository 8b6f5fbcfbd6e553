//! The files that public pages show or offer, to files of the site.

use crate::base::OutputPath;
use crate::diagnostic::Diagnostics;
use crate::graph::{Graph, route};
use crate::output::Artifact;
use crate::source::SourceSet;

/// Every asset that a public page refers to. What lies beside drafts only, or beside nothing, stays where it is.
pub fn files(graph: &Graph, sources: &SourceSet, _diagnostics: &mut Diagnostics) -> Vec<(OutputPath, Artifact)> {
    graph
        .assets()
        .iter()
        .filter_map(|path| {
            Some((
                route::asset_url(path).output_path(),
                Artifact::new(std::sync::Arc::clone(sources.get(path)?.bytes())),
            ))
        })
        .collect()
}
