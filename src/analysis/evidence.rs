//! What each journey rests on, and how fresh it is.

use super::unowned::pains;
use crate::base::Date;
use crate::content::EntityId;
use crate::content::front_matter::Basis;
use crate::graph::{Graph, Part, Place};

/// What one journey rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grounds {
    /// The journey.
    pub journey: EntityId,
    /// How many steps have an emotion that was observed.
    pub observed: usize,
    /// How many have one that was reported.
    pub reported: usize,
    /// How many have one that is assumed.
    pub assumed: usize,
    /// How many steps the path has, with an emotion or without.
    pub steps: usize,
    /// Pains without evidence.
    pub bare_pains: Vec<Place>,
    /// When it was mapped.
    pub mapped: Option<Date>,
    /// Whole months since then.
    pub months: Option<i32>,
    /// Whether its review date has passed.
    pub is_overdue: bool,
}

/// Looks at every current journey as of `today`.
#[must_use]
pub fn of(graph: &Graph, today: Date) -> Vec<Grounds> {
    graph
        .current_journeys()
        .map(|(node, journey)| {
            let count = |basis: Basis| {
                let emotions = journey.path().filter_map(|(_, _, _, step)| step.emotion.as_ref());
                emotions.filter(|emotion| emotion.basis == basis).count()
            };
            let mapped = journey.mapped.as_ref().map(|mapped| mapped.value);
            Grounds {
                journey: node.id.clone(),
                observed: count(Basis::Observed),
                reported: count(Basis::Reported),
                assumed: count(Basis::Assumed),
                steps: journey.path().count(),
                bare_pains: pains(journey)
                    .filter(|(_, _, pain)| pain.evidence.is_empty())
                    .map(|(at, id, _)| Place::part(node.id.clone(), Part::Pain { at: at.clone(), pain: id.clone() }))
                    .collect(),
                mapped,
                months: mapped.map(|mapped| mapped.months_until(today)),
                is_overdue: journey.common.review_by.as_ref().is_some_and(|due| due.value < today),
            }
        })
        .collect()
}
