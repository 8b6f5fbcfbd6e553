//! The graph to tables for spreadsheets: the map of each journey, beside its page in every language.

use rayon::prelude::*;

use super::{LossReport, Subject, csv};
use crate::base::OutputPath;
use crate::content::Kind;
use crate::graph::route::MAP_TABLE;
use crate::graph::{Graph, RouteTarget};
use crate::output::Artifact;
use crate::theme::Theme;

/// Every file.
#[must_use]
pub fn files(graph: &Graph, theme: &Theme) -> Vec<(OutputPath, Artifact)> {
    let journeys: Vec<_> = graph.of_kind(Kind::Journey).collect();
    let jobs: Vec<_> =
        graph.languages().iter().flat_map(|locale| journeys.iter().map(move |node| (*node, locale))).collect();
    jobs.par_iter()
        .filter_map(|(node, locale)| {
            let route = graph.route(&RouteTarget::Entity(node.id.clone()), locale)?;
            let subject = Subject::new(graph, &node.id, locale, theme.strings(locale))?;
            let grid = csv::grid(subject, &mut LossReport::default());
            Some((route.file(MAP_TABLE).output_path(), Artifact::new(grid.into_bytes())))
        })
        .collect()
}
