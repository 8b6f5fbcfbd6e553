//! What has an owner and does not move.

use super::unowned::pains;
use crate::content::front_matter::{OpportunityStatus, Owner};
use crate::graph::{Graph, Node, Part, Place, Relation};

/// What has an owner and does not move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Idle {
    /// Pains with an owner that no opportunity would take away.
    pub pains: Vec<Place>,
    /// Opportunities in progress whose effect nobody will measure.
    pub unmeasured: Vec<Place>,
    /// Opportunities that are done, without a reading since.
    pub unproven: Vec<Place>,
}

/// Finds it in current journeys.
#[must_use]
pub fn of(graph: &Graph) -> Idle {
    let mut idle = Idle::default();
    for (node, journey) in graph.current_journeys() {
        for (at, id, pain) in pains(journey) {
            let place = Place::part(node.id.clone(), Part::Pain { at: at.clone(), pain: id.clone() });
            if matches!(pain.owner, Owner::Departments(_)) && !is_addressed(graph, &place) {
                idle.pains.push(place);
            }
        }
        for (id, opportunity) in &journey.opportunities {
            let place = Place::part(node.id.clone(), Part::Opportunity(id.clone()));
            match opportunity.status {
                OpportunityStatus::InProgress if opportunity.measure.is_none() => idle.unmeasured.push(place),
                OpportunityStatus::Done => {
                    let is_measured = journey.readings.iter().any(|reading| {
                        let is_later = opportunity.done.as_ref().is_some_and(|done| reading.date.value > done.value);
                        is_later && opportunity.measure.as_ref().is_none_or(|measure| *measure == reading.metric)
                    });
                    if !is_measured {
                        idle.unproven.push(place);
                    }
                }
                _ => {}
            }
        }
    }
    idle
}

/// Whether an opportunity that was not dismissed addresses a pain.
fn is_addressed(graph: &Graph, pain: &Place) -> bool {
    graph.incoming(&pain.entity).filter(|edge| edge.relation == Relation::Addresses && edge.to == *pain).any(|edge| {
        let journey = graph.node(&edge.from.entity).and_then(Node::journey);
        let Some(Part::Opportunity(id)) = &edge.from.part else { return false };
        let opportunity = journey.and_then(|journey| journey.opportunities.get(id));
        opportunity.is_some_and(|opportunity| opportunity.status != OpportunityStatus::Dismissed)
    })
}
