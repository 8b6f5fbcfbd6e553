//! Published pages without a summary.

use super::{sources, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::Status;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, common) in sources(graph) {
        if common.summary.is_none() && common.status == Status::Published {
            diagnostics.push(
                whole(document, common, Name::MissingSummary, "this page is published and has no summary")
                    .help("add `summary:` with one sentence; lists, search results and feeds show it"),
            );
        }
    }
}
