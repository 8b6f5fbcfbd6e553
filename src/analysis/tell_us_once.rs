//! What customers are asked for although they have said it before, and where it got lost.
//!
//! The first step that tells something tells it to a department. A later step that tells it again
//! tells it to the same department (it asks again), to one that hand-overs of that very thing reach
//! (the hand-over was ignored), or to one that they do not (an information gap). Deviations are
//! walked as branches of the path.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::base::Id;
use crate::content::front_matter::{Journey, Step};
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Place};

/// Everything customers are asked again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TellUsOnce {
    /// Each time something is asked again, in the order walked; what only says who is speaking is marked.
    pub repetitions: Vec<Repetition>,
    /// Pairs of departments between which information is lost, with how often; most often first.
    pub dams: Vec<(EntityId, EntityId, usize)>,
    /// Hand-overs that work only at times: journey, from, to, what.
    pub weak: Vec<(EntityId, EntityId, EntityId, Vec<Id>)>,
}

/// One time that something is asked again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repetition {
    /// What is asked.
    pub information: Id,
    /// The step that tells it first.
    pub first: Place,
    /// The step that tells it again.
    pub again: Place,
    /// Who heard it first; empty where nobody did.
    pub from: Vec<EntityId>,
    /// Who asks for it again.
    pub to: Vec<EntityId>,
    /// Why.
    pub reason: Reason,
    /// Whether it only says who is speaking, like a policy number; counted apart.
    pub is_identifier: bool,
}

/// Why something is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The same department asks again.
    AsksAgain,
    /// It was handed over, and nobody looked.
    HandOverIgnored,
    /// It was never handed over.
    InformationGap,
}

impl TellUsOnce {
    /// How many repetitions have this reason, identifiers left out.
    #[must_use]
    pub fn count(&self, reason: Reason) -> usize {
        self.repetitions.iter().filter(|row| row.reason == reason && !row.is_identifier).count()
    }

    /// Why the step at `place` asks for `information` again, if it does.
    #[must_use]
    pub fn at(&self, place: &Place, information: &Id) -> Option<&Repetition> {
        self.repetitions.iter().find(|row| row.again == *place && row.information == *information)
    }
}

/// Walks every current journey.
#[must_use]
pub fn of(graph: &Graph) -> TellUsOnce {
    let mut found = TellUsOnce::default();
    for (node, journey) in graph.current_journeys() {
        let path: Vec<(&Id, &Step)> = journey.path().map(|(_, _, id, step)| (id, step)).collect();
        let walk = Walk { graph, id: &node.id, journey };
        found.repetitions.extend(walk.repetitions(&path, 0));
        for deviation in journey.deviations.values().filter(|deviation| !deviation.steps.is_empty()) {
            let leaves_at = deviation.from.as_ref().and_then(|from| path.iter().position(|(id, _)| **id == from.value));
            let mut branch: Vec<(&Id, &Step)> = path.iter().take(leaves_at.map_or(0, |at| at + 1)).copied().collect();
            let new = branch.len();
            branch.extend(&deviation.steps);
            found.repetitions.extend(walk.repetitions(&branch, new));
        }
        for hand_over in journey.hand_overs.iter().filter(|hand_over| hand_over.partly) {
            let department = |id: &Id| EntityId::new(Kind::Department, id);
            let what = hand_over.what.iter().map(|information| information.value.clone()).collect();
            found.weak.push((
                node.id.clone(),
                department(&hand_over.from.value),
                department(&hand_over.to.value),
                what,
            ));
        }
    }
    found.dams = dams(&found.repetitions);
    found
}

struct Walk<'a> {
    graph: &'a Graph,
    id: &'a EntityId,
    journey: &'a Journey,
}

impl Walk<'_> {
    /// What is asked again along `steps`, at those from `new` on.
    fn repetitions(&self, steps: &[(&Id, &Step)], new: usize) -> Vec<Repetition> {
        let mut first: BTreeMap<&Id, (&Id, Vec<Id>)> = BTreeMap::new();
        let mut found = Vec::new();
        for (index, (step_id, step)) in steps.iter().enumerate() {
            let hearers = self.graph.responsible(step);
            for told in &step.tells {
                let Some(information) = self.journey.information.get(&told.value) else { continue };
                let Some((first_step, from)) = first.get(&told.value) else {
                    first.insert(&told.value, (step_id, hearers.clone()));
                    continue;
                };
                if index < new {
                    continue;
                }
                let department = |id: &Id| EntityId::new(Kind::Department, id);
                found.push(Repetition {
                    information: told.value.clone(),
                    first: Place::step(self.id, first_step),
                    again: Place::step(self.id, step_id),
                    from: from.iter().map(department).collect(),
                    to: hearers.iter().map(department).collect(),
                    reason: self.reason(&told.value, from, &hearers),
                    is_identifier: information.identifier,
                });
            }
        }
        found
    }

    fn reason(&self, information: &Id, from: &[Id], to: &[Id]) -> Reason {
        if from.iter().any(|department| to.contains(department)) {
            return Reason::AsksAgain;
        }
        let mut reached: BTreeSet<&Id> = from.iter().collect();
        loop {
            let before = reached.len();
            for hand_over in &self.journey.hand_overs {
                let carries = hand_over.what.iter().any(|what| what.value == *information);
                if carries && reached.contains(&hand_over.from.value) {
                    reached.insert(&hand_over.to.value);
                }
            }
            if reached.len() == before {
                break;
            }
        }
        if to.iter().any(|department| reached.contains(department)) {
            Reason::HandOverIgnored
        } else {
            Reason::InformationGap
        }
    }
}

fn dams(repetitions: &[Repetition]) -> Vec<(EntityId, EntityId, usize)> {
    let mut counts: BTreeMap<(&EntityId, &EntityId), usize> = BTreeMap::new();
    for row in repetitions.iter().filter(|row| row.reason == Reason::InformationGap && !row.is_identifier) {
        for from in &row.from {
            for to in &row.to {
                *counts.entry((from, to)).or_default() += 1;
            }
        }
    }
    let mut dams: Vec<(EntityId, EntityId, usize)> =
        counts.into_iter().map(|((from, to), count)| (from.clone(), to.clone(), count)).collect();
    dams.sort_by_key(|(_, _, count)| Reverse(*count));
    dams
}
