//! Serious pains that no opportunity would take away.

use super::{at, journeys, pains};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::Severity;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{Graph, Part, Place};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (node, document, journey) in journeys(graph) {
        for (at_step, id, pain) in pains(journey).filter(|(_, _, pain)| pain.severity >= Severity::High) {
            let place = Place::part(node.id.clone(), Part::Pain { at: at_step.clone(), pain: id.clone() });
            if graph.easing(&place).next().is_none() {
                let severity = if pain.severity == Severity::Critical { "critical" } else { "high" };
                let message = format_args!("pain `{id}` (severity {severity}) has no opportunity");
                diagnostics.push(
                    at(document, pain.range, Name::PainWithoutOpportunity, message)
                        .help(format_args!(
                            "write what could be done under `opportunities:`, as in `ease-{id}: {{ name: What to do, kind: redesign, addresses: [{at_step}/{id}], owner: nobody }}`"
                        )),
                );
            }
        }
    }
}
