//! Steps where somebody is on stage and there is no touchpoint to meet at.

use super::{at, journeys};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        for (id, step) in journey.all_steps() {
            let Some((department, _)) = step.frontstage.first() else { continue };
            if step.touchpoints.refs().is_empty() {
                let message =
                    format_args!("step `{id}` has `{}` in sight of the customer and no touchpoint", department.value);
                diagnostics.push(
                    at(document, department.range, Name::FrontstageWithoutTouchpoint, message)
                        .help("name the touchpoint, or move the department to `backstage`"),
                );
            }
        }
    }
}
