//! The steps where trouble starts that is felt elsewhere.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::graph::{Graph, Place, Relation, verdicts_are_current};

/// A step that causes pains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootCause {
    /// The step.
    pub step: Place,
    /// The pains that start there, in its journey or another.
    pub pains: Vec<Place>,
    /// The steps that these pains are said to affect.
    pub affected: Vec<Place>,
}

/// Lists them, the cause of most pains first.
#[must_use]
pub fn of(graph: &Graph) -> Vec<RootCause> {
    let mut causes: BTreeMap<&Place, Vec<Place>> = BTreeMap::new();
    for edge in graph.edges().iter().filter(|edge| edge.relation == Relation::CausedBy) {
        if verdicts_are_current(graph, &edge.from) {
            causes.entry(&edge.to).or_default().push(edge.from.clone());
        }
    }
    let mut rows: Vec<RootCause> = causes
        .into_iter()
        .map(|(step, pains)| {
            let mut affected: Vec<Place> = graph
                .edges()
                .iter()
                .filter(|edge| edge.relation == Relation::Affects && pains.contains(&edge.from))
                .map(|edge| edge.to.clone())
                .collect();
            affected.sort_by_key(|place| graph.position(place));
            affected.dedup();
            RootCause { step: step.clone(), pains, affected }
        })
        .collect();
    rows.sort_by_key(|row| (Reverse(row.pains.len()), graph.position(&row.step)));
    rows
}
