//! What is sent to customers twice, by two departments that may not know of each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Id;
use crate::config::Thresholds;
use crate::content::front_matter::{Mode, Owner, Touchpoints};
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Node, Place, Relation};

/// Touchpoints that do the same for the same people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Duplicates {
    /// Groups of one purpose with two owners or more.
    pub groups: Vec<Group>,
    /// Touchpoints that two departments own.
    pub shared: Vec<(EntityId, Vec<EntityId>)>,
    /// Pairs on one channel with names so alike that they may be one: a hint, no more.
    pub alike: Vec<(EntityId, EntityId)>,
}

/// Touchpoints that are sent to one customer for one purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are for.
    pub purpose: EntityId,
    /// Where they meet.
    pub scope: Scope,
    /// Each touchpoint at each step that sends it, in the order walked.
    pub members: Vec<(EntityId, Place)>,
    /// The departments that send them.
    pub owners: Vec<EntityId>,
    /// Whether they are known to contradict each other, or hurt.
    pub is_contradictory: bool,
}

/// Where touchpoints of one purpose meet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// In one journey, in these phases.
    Journey(EntityId, Vec<Id>),
    /// In several journeys of one persona, at one stage.
    Stage {
        /// The stage.
        stage: EntityId,
        /// The persona.
        persona: EntityId,
    },
}

/// A touchpoint that one step sends.
struct Sent {
    touchpoint: EntityId,
    purpose: EntityId,
    place: Place,
    phase: Id,
    stage: Option<EntityId>,
    persona: Option<EntityId>,
    hurts: bool,
}

/// Finds them.
#[must_use]
pub fn of(graph: &Graph, thresholds: &Thresholds) -> Duplicates {
    let sent = sent(graph);
    let mut by_journey: BTreeMap<(EntityId, EntityId), Vec<&Sent>> = BTreeMap::new();
    let mut by_stage: BTreeMap<(EntityId, EntityId, EntityId), Vec<&Sent>> = BTreeMap::new();
    for one in &sent {
        by_journey.entry((one.place.entity.clone(), one.purpose.clone())).or_default().push(one);
        if let (Some(stage), Some(persona)) = (&one.stage, &one.persona) {
            by_stage.entry((stage.clone(), persona.clone(), one.purpose.clone())).or_default().push(one);
        }
    }
    let within = by_journey.into_iter().filter_map(|((journey, purpose), members)| {
        let mut phases: Vec<Id> = Vec::new();
        for member in &members {
            if !phases.contains(&member.phase) {
                phases.push(member.phase.clone());
            }
        }
        group(graph, purpose, Scope::Journey(journey, phases), &members)
    });
    let across = by_stage.into_iter().filter_map(|((stage, persona, purpose), members)| {
        let journeys: BTreeSet<&EntityId> = members.iter().map(|member| &member.place.entity).collect();
        let is_across = journeys.len() > 1;
        is_across.then(|| group(graph, purpose, Scope::Stage { stage, persona }, &members)).flatten()
    });
    Duplicates {
        groups: within.chain(across).collect(),
        shared: graph
            .of_kind(Kind::Touchpoint)
            .map(|node| (node.id.clone(), owners(node)))
            .filter(|(_, owners)| owners.len() > 1)
            .collect(),
        alike: alike(graph, thresholds),
    }
}

/// Everything that current journeys send: at steps that observe or undergo, and not as one of several ways.
fn sent(graph: &Graph) -> Vec<Sent> {
    let mut sent = Vec::new();
    for (node, journey) in graph.current_journeys() {
        for (phase, _, id, step) in journey.path() {
            if !matches!(graph.mode(step), Mode::Observes | Mode::Undergoes)
                || matches!(step.touchpoints, Touchpoints::AnyOf(_))
            {
                continue;
            }
            for touchpoint in step.touchpoints.refs() {
                let touchpoint = EntityId::new(Kind::Touchpoint, &touchpoint.value);
                let Some(purpose) =
                    graph.targets_of(&touchpoint, Relation::ForPurpose).next().map(|place| place.entity.clone())
                else {
                    continue;
                };
                sent.push(Sent {
                    touchpoint,
                    purpose,
                    place: Place::step(&node.id, id),
                    phase: phase.clone(),
                    stage: graph.stage_of(journey, id),
                    persona: journey.persona.as_ref().map(|persona| EntityId::new(Kind::Persona, &persona.value)),
                    hurts: !step.pains.is_empty(),
                });
            }
        }
    }
    sent
}

fn group(graph: &Graph, purpose: EntityId, scope: Scope, members: &[&Sent]) -> Option<Group> {
    let touchpoints: BTreeSet<&EntityId> = members.iter().map(|member| &member.touchpoint).collect();
    let all: BTreeSet<EntityId> = touchpoints.iter().filter_map(|id| graph.node(id)).flat_map(owners).collect();
    if all.len() < 2 || touchpoints.len() < 2 {
        return None;
    }
    let contradict = touchpoints
        .iter()
        .any(|id| graph.targets_of(id, Relation::Contradicts).any(|other| touchpoints.contains(&other.entity)));
    Some(Group {
        purpose,
        scope,
        members: members.iter().map(|member| (member.touchpoint.clone(), member.place.clone())).collect(),
        owners: all.into_iter().collect(),
        is_contradictory: contradict || members.iter().any(|member| member.hurts),
    })
}

fn owners(node: &Node) -> Vec<EntityId> {
    let mut owners: Vec<EntityId> = match node.touchpoint().map(|touchpoint| &touchpoint.owner) {
        Some(Owner::Departments(departments)) => {
            departments.iter().map(|department| EntityId::new(Kind::Department, &department.value)).collect()
        }
        _ => Vec::new(),
    };
    owners.sort();
    owners.dedup();
    owners
}

fn alike(graph: &Graph, thresholds: &Thresholds) -> Vec<(EntityId, EntityId)> {
    let touchpoints: Vec<(&Node, String)> = graph
        .of_kind(Kind::Touchpoint)
        .map(|node| (node, graph.name(&node.id, &node.locale).value.to_lowercase()))
        .collect();
    let least = f64::from(thresholds.duplicate_similarity) / 100.0;
    let mut pairs = Vec::new();
    for (index, (one, name)) in touchpoints.iter().enumerate() {
        for (other, other_name) in touchpoints.iter().skip(index + 1) {
            let channels = |node: &Node| node.touchpoint().map_or(Vec::new(), |touchpoint| touchpoint.channels.clone());
            let share_channel = channels(one).iter().any(|channel| channels(other).contains(channel));
            if share_channel && strsim::normalized_levenshtein(name, other_name) >= least {
                pairs.push((one.id.clone(), other.id.clone()));
            }
        }
    }
    pairs
}
