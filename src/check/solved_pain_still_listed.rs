//! Pains that an opportunity has taken away and that are still listed.

use super::{at, journeys, pains};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::OpportunityStatus;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{Graph, Part, Place, Relation};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (node, document, journey) in journeys(graph) {
        for (at_step, id, pain) in pains(journey) {
            let place = Place::part(node.id.clone(), Part::Pain { at: at_step.clone(), pain: id.clone() });
            let solution = graph
                .incoming(&node.id)
                .filter(|edge| edge.relation == Relation::Addresses && edge.to == place)
                .find(|edge| is_done(graph, &edge.from));
            if let Some(Part::Opportunity(solution)) = solution.and_then(|edge| edge.from.part.as_ref()) {
                let message =
                    format_args!("pain `{id}` is still listed, and `{solution}`, which addresses it, is done");
                diagnostics.push(
                    at(document, pain.range, Name::SolvedPainStillListed, message)
                        .help("delete the pain if it is gone, or reopen the opportunity"),
                );
            }
        }
    }
}

fn is_done(graph: &Graph, place: &Place) -> bool {
    let journey = graph.node(&place.entity).and_then(|node| node.journey());
    let Some(Part::Opportunity(id)) = &place.part else { return false };
    journey
        .and_then(|journey| journey.opportunities.get(id))
        .is_some_and(|opportunity| opportunity.status == OpportunityStatus::Done)
}
