//! Pages without a summary: a fault of what is published, a thing to do for a draft.

use super::{sources, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::Status;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, common) in sources(graph).filter(|(_, _, common)| common.summary.is_none()) {
        let message = if common.status == Status::Published {
            "this page is published and has no summary"
        } else {
            "this page has no summary yet"
        };
        diagnostics.push(
            whole(document, common, Name::MissingSummary, message)
                .help("add `summary:` with one sentence; lists, search results and feeds show it"),
        );
    }
}
