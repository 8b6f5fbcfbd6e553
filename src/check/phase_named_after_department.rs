//! Phases that are named after a department rather than after what the customer wants.

use super::step_named_after_department::named_after;
use super::{at, journeys};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        for (id, phase) in &journey.phases {
            let Some(name) = &phase.name else { continue };
            if let Some(department) = named_after(graph, &name.value) {
                let message = format_args!("phase `{id}` is named after department `{department}`");
                diagnostics.push(
                    at(document, name.range, Name::PhaseNamedAfterDepartment, message)
                        .help("name it from the customer’s side: “Have it assessed”, not “Assessors”"),
                );
            }
        }
    }
}
