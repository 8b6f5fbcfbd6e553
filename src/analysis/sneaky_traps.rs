//! Savings that would take away what customers like.

use crate::base::Id;
use crate::content::front_matter::{Dimension, Journey, OpportunityKind, OpportunityStatus, Removal, Step, Verdict};
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Node, Part, Place, Relation};

/// An opportunity that would take away something good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trap {
    /// The opportunity.
    pub place: Place,
    /// What would be lost.
    pub losses: Vec<Loss>,
}

/// Something good that would be lost at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loss {
    /// A step that feels good, with its score in tenths.
    GoodStep(Place, i8),
    /// The wow of a step.
    Wow(Place),
    /// A principle of feeling that a step keeps.
    Principle(Place, EntityId),
}

/// A step feels good from this score on, in tenths.
const GOOD: i8 = 10;

/// Lists the traps among open opportunities of current journeys.
#[must_use]
pub fn of(graph: &Graph) -> Vec<Trap> {
    let mut traps = Vec::new();
    for (node, journey) in graph.current_journeys() {
        for (id, opportunity) in &journey.opportunities {
            if matches!(opportunity.status, OpportunityStatus::Done | OpportunityStatus::Dismissed) {
                continue;
            }
            let mut losses = Vec::new();
            for removal in &opportunity.removes {
                let harmless = opportunity.kind == Some(OpportunityKind::Duplication);
                if !(harmless && leaves_its_like(graph, journey, &removal.value)) {
                    losses.extend(lost(graph, node, journey, &removal.value));
                }
            }
            if !losses.is_empty() {
                traps.push(Trap { place: Place::part(node.id.clone(), Part::Opportunity(id.clone())), losses });
            }
        }
    }
    traps
}

fn lost(graph: &Graph, node: &Node, journey: &Journey, removal: &Removal) -> Vec<Loss> {
    let place = |id: &Id| Place::step(&node.id, id);
    match removal {
        Removal::Wow(step) => vec![Loss::Wow(place(step))],
        Removal::Step(id) => journey.step(id).map_or(Vec::new(), |step| at_step(graph, &place(id), step)),
        Removal::Touchpoint(touchpoint) => journey
            .all_steps()
            .filter(|(_, step)| step.touchpoints.refs().iter().any(|used| used.value == *touchpoint))
            .flat_map(|(id, step)| at_step(graph, &place(id), step))
            .collect(),
    }
}

fn at_step(graph: &Graph, place: &Place, step: &Step) -> Vec<Loss> {
    let score = step.emotion.as_ref().map(|emotion| emotion.score).filter(|score| *score >= GOOD);
    let mut losses: Vec<Loss> = score.into_iter().map(|score| Loss::GoodStep(place.clone(), score)).collect();
    if step.wow.is_some() {
        losses.push(Loss::Wow(place.clone()));
    }
    for at in graph.principles_at(place).into_iter().filter(|at| at.verdict == Verdict::Keeps) {
        let dimension = graph.node(at.principle).and_then(Node::principle).and_then(|principle| principle.dimension);
        if dimension == Some(Dimension::Emotional) {
            losses.push(Loss::Principle(place.clone(), at.principle.clone()));
        }
    }
    losses
}

/// Whether another step serves a purpose of what would go.
fn leaves_its_like(graph: &Graph, journey: &Journey, removal: &Removal) -> bool {
    let purposes = |touchpoint: &Id| -> Vec<EntityId> {
        let id = EntityId::new(Kind::Touchpoint, touchpoint);
        graph.targets_of(&id, Relation::ForPurpose).map(|place| place.entity.clone()).collect()
    };
    let touchpoints =
        |step: &Step| -> Vec<Id> { step.touchpoints.refs().iter().map(|used| used.value.clone()).collect() };
    let (gone, kept): (Vec<Id>, Vec<Id>) = match removal {
        Removal::Wow(_) => return false,
        Removal::Touchpoint(gone) => {
            let all = journey.all_steps().flat_map(|(_, step)| touchpoints(step));
            (vec![gone.clone()], all.filter(|other| other != gone).collect())
        }
        Removal::Step(id) => {
            let others = journey.all_steps().filter(|(other, _)| *other != id);
            (journey.step(id).map_or(Vec::new(), touchpoints), others.flat_map(|(_, step)| touchpoints(step)).collect())
        }
    };
    let served: Vec<EntityId> = kept.iter().flat_map(purposes).collect();
    gone.iter().flat_map(purposes).any(|purpose| served.contains(&purpose))
}
