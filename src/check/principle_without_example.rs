//! Principles that no example shows.

use super::{sources, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::Kind;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (node, document, common) in sources(graph).filter(|(node, _, _)| node.id.kind == Kind::Principle) {
        if graph.examples_of(&node.id).is_empty() {
            diagnostics.push(
                whole(document, common, Name::PrincipleWithoutExample, "no example shows this principle")
                    .help("tell one, with `cxbook new example what-happened`, and name this principle in it; or list one that is told already under `examples`"),
            );
        }
    }
}
