//! Hand-overs of something that no step tells before.

use super::{at, journeys};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        for information in journey.hand_overs.iter().flat_map(|hand_over| &hand_over.what) {
            let is_known = journey.information.contains_key(&information.value);
            if is_known && !journey.all_steps().any(|(_, step)| step.tells.contains(information)) {
                let message = format_args!("`{}` is handed over, and no step tells it", information.value);
                diagnostics.push(
                    at(document, information.range, Name::HandedOverNeverTold, message)
                        .help("add it to `tells` of the step where the customer says it first"),
                );
            }
        }
    }
}
