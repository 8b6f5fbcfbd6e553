//! How healthy principles would be if what is planned and in progress worked half-way.

use std::collections::BTreeSet;

use super::coverage::{Health, health};
use crate::content::front_matter::{OpportunityStatus, Verdict};
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Part, Place, Relation, verdicts_are_current};

/// One principle that would be healthier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// The principle.
    pub principle: EntityId,
    /// As it is.
    pub now: Health,
    /// If each step that a planned or running opportunity addresses kept partly what it now breaks.
    pub then: Health,
}

/// Lists the principles that would be healthier.
#[must_use]
pub fn of(graph: &Graph) -> Vec<WhatIf> {
    let addressed = addressed(graph);
    graph
        .of_kind(Kind::Principle)
        .filter_map(|node| {
            let verdicts: Vec<_> =
                graph.verdicts(&node.id).into_iter().filter(|at| verdicts_are_current(graph, at.place)).collect();
            let now = health(verdicts.iter().map(|at| at.verdict))?;
            let then = health(verdicts.iter().map(|at| {
                let is_mended = at.verdict == Verdict::Breaks && addressed.contains(at.place);
                if is_mended { Verdict::Partly } else { at.verdict }
            }))?;
            (then != now).then(|| WhatIf { principle: node.id.clone(), now, then })
        })
        .collect()
}

/// The steps and deviations with a pain that a planned or running opportunity addresses.
fn addressed(graph: &Graph) -> BTreeSet<Place> {
    let mut addressed = BTreeSet::new();
    for (node, journey) in graph.current_journeys() {
        for edge in graph.outgoing(&node.id).filter(|edge| edge.relation == Relation::Addresses) {
            let Some(Part::Opportunity(id)) = &edge.from.part else { continue };
            let status = journey.opportunities.get(id).map(|opportunity| opportunity.status);
            if !matches!(status, Some(OpportunityStatus::Planned | OpportunityStatus::InProgress)) {
                continue;
            }
            if let Some(Part::Pain { at, .. }) = &edge.to.part {
                addressed.insert(Place::step(&edge.to.entity, at));
                addressed.insert(Place::part(edge.to.entity.clone(), Part::Deviation(at.clone())));
            }
        }
    }
    addressed
}
