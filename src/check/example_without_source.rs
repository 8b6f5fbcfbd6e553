//! Examples that name an organisation and no source.

use super::{at, sources, whole};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (node, document, common) in sources(graph).filter(|(_, _, common)| common.sources.is_empty()) {
        let Some(example) = node.example() else { continue };
        let quoted = example.quote.as_ref().and_then(|quote| quote.source.as_ref());
        if quoted.is_some() {
            continue;
        }
        let problem = match &example.organisation {
            Some(organisation) => {
                let message = format_args!("{} is named without a source", organisation.value);
                at(document, organisation.range, Name::ExampleWithoutSource, message)
            }
            None => whole(document, common, Name::ExampleWithoutSource, "this example has no source"),
        };
        diagnostics.push(problem.help("add `sources:` with where the story was told first"));
    }
}
