//! Serious pains that no opportunity would take away.

use super::{at, journeys, pains};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::{OpportunityStatus, Severity};
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{Graph, Part, Place, Relation};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (node, document, journey) in journeys(graph) {
        for (at_step, id, pain) in pains(journey).filter(|(_, _, pain)| pain.severity >= Severity::High) {
            let place = Place::part(node.id.clone(), Part::Pain { at: at_step.clone(), pain: id.clone() });
            let is_addressed = graph
                .incoming(&node.id)
                .filter(|edge| edge.relation == Relation::Addresses && edge.to == place)
                .any(|edge| !is_dismissed(graph, &edge.from));
            if !is_addressed {
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

fn is_dismissed(graph: &Graph, place: &Place) -> bool {
    let journey = graph.node(&place.entity).and_then(|node| node.journey());
    let Some(Part::Opportunity(id)) = &place.part else { return false };
    journey
        .and_then(|journey| journey.opportunities.get(id))
        .is_some_and(|opportunity| opportunity.status == OpportunityStatus::Dismissed)
}
