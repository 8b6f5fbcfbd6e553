//! Principles nobody lives by, and steps and journeys that live by none.

use crate::content::front_matter::{Basis, Verdict};
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Place, Relation, VerdictAt, verdicts_are_current};

/// What is said and not lived, and what is lived and not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Orphans {
    /// Principles without a verdict in any current journey.
    pub principles: Vec<EntityId>,
    /// Those of them that articles speak of: principles on paper.
    pub on_paper: Vec<EntityId>,
    /// Principles that are only said to be kept, and only on assumptions.
    pub unproven: Vec<EntityId>,
    /// Steps of current journeys without a principle, in the order walked.
    pub steps: Vec<Place>,
    /// Current journeys without a principle.
    pub journeys: Vec<EntityId>,
}

/// Finds them.
#[must_use]
pub fn of(graph: &Graph) -> Orphans {
    let mut orphans = Orphans::default();
    for node in graph.of_kind(Kind::Principle) {
        let verdicts: Vec<VerdictAt<'_>> = graph
            .verdicts(&node.id)
            .into_iter()
            .filter(|at| at.verdict != Verdict::Aspires && verdicts_are_current(graph, at.place))
            .collect();
        if verdicts.is_empty() {
            orphans.principles.push(node.id.clone());
            let is_spoken_of = graph.incoming(&node.id).any(|edge| {
                edge.from.entity.kind == Kind::Article
                    && matches!(edge.relation, Relation::Discusses | Relation::Mentions)
            });
            if is_spoken_of {
                orphans.on_paper.push(node.id.clone());
            }
        } else if verdicts.iter().all(|at| at.verdict == Verdict::Keeps && is_assumed(graph, at.place)) {
            orphans.unproven.push(node.id.clone());
        }
    }
    for (node, journey) in graph.current_journeys() {
        let without: Vec<Place> = journey
            .path()
            .map(|(_, _, id, _)| Place::step(&node.id, id))
            .filter(|place| graph.principles_at(place).is_empty())
            .collect();
        let has_any = graph.outgoing(&node.id).any(|edge| matches!(edge.relation, Relation::AppliesPrinciple(_)));
        if !has_any {
            orphans.journeys.push(node.id.clone());
        }
        orphans.steps.extend(without);
    }
    orphans
}

fn is_assumed(graph: &Graph, place: &Place) -> bool {
    let emotion = graph.step(place).and_then(|step| step.emotion.as_ref());
    emotion.is_none_or(|emotion| emotion.basis == Basis::Assumed)
}
