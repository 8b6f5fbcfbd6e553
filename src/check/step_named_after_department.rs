//! Steps that are named after a department rather than after what the customer does.

use super::{at, journeys};
use crate::base::Date;
use crate::config::Config;
use crate::content::Kind;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        for (id, step) in journey.all_steps() {
            let Some(name) = &step.name else { continue };
            if let Some(department) = named_after(graph, &name.value) {
                let message = format_args!("step `{id}` is named after department `{department}`");
                diagnostics.push(
                    at(document, name.range, Name::StepNamedAfterDepartment, message)
                        .help("say what the customer does: “Calls the hotline”, not “Claims desk”"),
                );
            }
        }
    }
}

/// The department that a name starts with, as whole words.
pub(super) fn named_after(graph: &Graph, name: &str) -> Option<String> {
    let lower = name.trim().to_lowercase();
    graph.of_kind(Kind::Department).map(|node| graph.name(&node.id, &node.locale).value).find_map(|department| {
        let rest = lower.strip_prefix(&department.to_lowercase())?;
        rest.chars().next().is_none_or(|next| !next.is_alphanumeric()).then(|| department.to_owned())
    })
}
