//! Questions that several pages and rules ask of the graph.
//!
//! Places come in the order of journeys' ids and, within one, of its steps.

use super::{Edge, Entity, Graph, Node, Part, Place, Relation};
use crate::base::Id;
use crate::content::front_matter::{Journey, JourneyState, Mode, Opportunity, OpportunityStatus, Owner, Step, Verdict};
use crate::content::vocabulary::Medium;
use crate::content::{EntityId, Kind};

/// What a step or a deviation does to a principle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VerdictAt<'a> {
    /// The step or the deviation, in its journey.
    pub place: &'a Place,
    /// The principle.
    pub principle: &'a EntityId,
    /// What it does to it.
    pub verdict: Verdict,
}

impl Graph {
    /// Where `principle` is kept or broken.
    #[must_use]
    pub fn verdicts(&self, principle: &EntityId) -> Vec<VerdictAt<'_>> {
        self.incoming(principle).filter_map(verdict_at).collect()
    }

    /// What a step or a deviation does to principles, in the order written.
    #[must_use]
    pub fn principles_at(&self, place: &Place) -> Vec<VerdictAt<'_>> {
        self.outgoing(&place.entity).filter(|edge| edge.from == *place).filter_map(verdict_at).collect()
    }

    /// The places that `id` is reached from by `relation`.
    pub fn sources_of(&self, id: &EntityId, relation: Relation) -> impl Iterator<Item = &Place> {
        self.incoming(id).filter(move |edge| edge.relation == relation).map(|edge| &edge.from)
    }

    /// The places that `id` leads to by `relation`.
    pub fn targets_of(&self, id: &EntityId, relation: Relation) -> impl Iterator<Item = &Place> {
        self.outgoing(id).filter(move |edge| edge.relation == relation).map(|edge| &edge.to)
    }

    /// The steps that meet a touchpoint, involve a department, use a channel, rest on a system, lie in
    /// a stage or belong to a persona.
    #[must_use]
    pub fn steps_of(&self, id: &EntityId) -> Vec<Place> {
        let mut steps: Vec<Place> = match id.kind {
            Kind::Stage => self
                .sources_of(id, Relation::AtStage)
                .filter_map(|phase| {
                    let journey = self.node(&phase.entity)?.journey()?;
                    let Some(Part::Phase(phase_id)) = &phase.part else { return None };
                    let steps = &journey.phases.get(phase_id)?.steps;
                    Some(steps.keys().map(|step| Place::step(&phase.entity, step)))
                })
                .flatten()
                .collect(),
            Kind::Persona => self
                .sources_of(id, Relation::HeldBy)
                .filter_map(|held| Some((&held.entity, self.node(&held.entity)?.journey()?)))
                .flat_map(|(id, journey)| journey.path().map(move |(_, _, step, _)| Place::step(id, step)))
                .collect(),
            _ => self.incoming(id).map(|edge| &edge.from).filter(|from| from.step_id().is_some()).cloned().collect(),
        };
        steps.sort_by_key(|place| self.position(place));
        steps.dedup();
        steps
    }

    /// The journeys of a persona, at a stage, or with a step that involves `id`.
    #[must_use]
    pub fn journeys_of(&self, id: &EntityId) -> Vec<&EntityId> {
        let mut journeys: Vec<&EntityId> =
            self.incoming(id).map(|edge| &edge.from.entity).filter(|entity| entity.kind == Kind::Journey).collect();
        journeys.sort();
        journeys.dedup();
        journeys
    }

    /// What rests on a source.
    #[must_use]
    pub fn cited_by(&self, source: &EntityId) -> Vec<&Place> {
        distinct(self.sources_of(source, Relation::Cites))
    }

    /// Where prose speaks of `id`, by a link or as a term.
    #[must_use]
    pub fn mentioned_by(&self, id: &EntityId) -> Vec<&Place> {
        let mentions =
            self.incoming(id).filter(|edge| matches!(edge.relation, Relation::Mentions | Relation::UsesTerm));
        distinct(mentions.map(|edge| &edge.from))
    }

    /// The articles that declare to be about `id`, or about a step of it.
    #[must_use]
    pub fn articles_of(&self, id: &EntityId) -> Vec<&EntityId> {
        distinct(self.sources_of(id, Relation::Discusses).map(|place| &place.entity))
    }

    /// The examples that show a principle.
    #[must_use]
    pub fn examples_of(&self, principle: &EntityId) -> Vec<&EntityId> {
        distinct(self.sources_of(principle, Relation::Illustrates).map(|place| &place.entity))
    }

    /// The opportunities that would take a pain away, dismissed ones left out, each with what is written of it.
    pub fn easing<'a>(&'a self, pain: &'a Place) -> impl Iterator<Item = (&'a Place, &'a Opportunity)> {
        let addressed = self.incoming(&pain.entity);
        let by = addressed.filter(move |edge| edge.relation == Relation::Addresses && edge.to == *pain);
        let known = by.filter_map(|edge| Some((&edge.from, self.opportunity(&edge.from)?)));
        known.filter(|(_, opportunity)| opportunity.status != OpportunityStatus::Dismissed)
    }

    /// The opportunity at `place`.
    #[must_use]
    pub fn opportunity(&self, place: &Place) -> Option<&Opportunity> {
        let Some(Part::Opportunity(id)) = &place.part else { return None };
        self.node(&place.entity)?.journey()?.opportunities.get(id)
    }

    /// The steps of `journey` that another journey looks closer at, each with that journey.
    #[must_use]
    pub fn children(&self, journey: &EntityId) -> Vec<(&Place, &EntityId)> {
        let mut children: Vec<(&Place, &EntityId)> = self
            .outgoing(journey)
            .filter(|edge| edge.relation == Relation::ZoomsInto)
            .map(|edge| (&edge.from, &edge.to.entity))
            .collect();
        children.sort_by_key(|(place, child)| (self.position(place), *child));
        children
    }

    /// The step that `journey` looks closer at, the step that journey's own journey looks closer at,
    /// and so on; the nearest first.
    #[must_use]
    pub fn ancestors(&self, journey: &EntityId) -> Vec<&Place> {
        let mut ancestors: Vec<&Place> = Vec::new();
        let mut at = journey;
        while let Some(parent) = self.sources_of(at, Relation::ZoomsInto).next() {
            if parent.entity == *journey || ancestors.iter().any(|place| place.entity == parent.entity) {
                break;
            }
            ancestors.push(parent);
            at = &parent.entity;
        }
        ancestors
    }

    /// The step at `place`.
    #[must_use]
    pub fn step(&self, place: &Place) -> Option<&Step> {
        self.node(&place.entity)?.journey()?.step(place.step_id()?)
    }

    /// How the customer meets a step: as written, else as its touchpoint and channel say.
    #[must_use]
    pub fn mode(&self, step: &Step) -> Mode {
        if step.mode_range.is_some() {
            return step.mode;
        }
        let channels = self.channels(step);
        if step.touchpoints.refs().is_empty() {
            return step.mode;
        }
        let is_sent = |channel: &EntityId| {
            let medium = self.node(channel).and_then(Node::channel).and_then(|channel| channel.medium);
            matches!(medium, Some(Medium::Letter | Medium::Email | Medium::Sms))
        };
        if !channels.is_empty() && channels.iter().all(is_sent) { Mode::Observes } else { Mode::Interacts }
    }

    /// The channels a step is met on: the one it names, else those of its touchpoints.
    #[must_use]
    pub fn channels(&self, step: &Step) -> Vec<EntityId> {
        if let Some(channel) = &step.channel {
            return vec![EntityId::new(Kind::Channel, channel.value.as_str())];
        }
        let touchpoints = step.touchpoints.refs().iter();
        let mut channels: Vec<EntityId> = Vec::new();
        for channel in touchpoints
            .filter_map(|touchpoint| {
                self.node(&EntityId::new(Kind::Touchpoint, touchpoint.value.as_str()))?.touchpoint()
            })
            .flat_map(|touchpoint| &touchpoint.channels)
        {
            let channel = EntityId::new(Kind::Channel, channel.value.as_str());
            if !channels.contains(&channel) {
                channels.push(channel);
            }
        }
        channels
    }

    /// The departments that answer for a step: who hears it, else who is on stage, else who owns its
    /// touchpoints. Empty where nobody does.
    #[must_use]
    pub fn responsible(&self, step: &Step) -> Vec<Id> {
        if let Some(hearer) = &step.told_to {
            return vec![hearer.value.clone()];
        }
        let mut departments: Vec<Id> = step.frontstage.iter().map(|(department, _)| department.value.clone()).collect();
        if departments.is_empty() {
            for touchpoint in step.touchpoints.refs() {
                let touchpoint = EntityId::new(Kind::Touchpoint, touchpoint.value.as_str());
                if let Some(Owner::Departments(owners)) =
                    self.node(&touchpoint).and_then(Node::touchpoint).map(|touchpoint| &touchpoint.owner)
                {
                    departments.extend(owners.iter().map(|owner| owner.value.clone()));
                }
            }
        }
        departments.sort();
        departments.dedup();
        departments
    }

    /// Where a place comes among all: by journey, then by step as walked.
    #[must_use]
    pub fn position(&self, place: &Place) -> (EntityId, usize) {
        let journey = self.node(&place.entity).and_then(Node::journey);
        let index = match (&place.part, journey) {
            (Some(Part::Step(step)), Some(journey)) => journey.all_steps().position(|(id, _)| id == step),
            (Some(Part::Phase(phase)), Some(journey)) => journey.phases.get_index_of(phase),
            _ => None,
        };
        (place.entity.clone(), index.unwrap_or(usize::MAX))
    }

    /// The stage that a step of the path lies in.
    #[must_use]
    pub fn stage_of(&self, journey: &Journey, step: &Id) -> Option<EntityId> {
        let lifecycle = journey.lifecycle.as_ref()?;
        let (_, phase, _, _) = journey.path().find(|(_, _, id, _)| *id == step)?;
        let stage = phase.stage.as_ref()?;
        let id = stage_id(lifecycle.value.as_str(), stage.value.as_str());
        self.node(&id).map(|node| node.id.clone())
    }

    /// The public journeys that show things as they are: what computed views count.
    pub fn current_journeys(&self) -> impl Iterator<Item = (&Node, &Journey)> {
        self.journeys().filter(|(node, journey)| is_current(node, journey))
    }
}

/// Whether a verdict counts in computed views: that of a current, published journey.
#[must_use]
pub fn verdicts_are_current(graph: &Graph, place: &Place) -> bool {
    graph.node(&place.entity).is_some_and(|node| node.journey().is_some_and(|journey| is_current(node, journey)))
}

fn is_current(node: &Node, journey: &Journey) -> bool {
    matches!(node.entity, Entity::Document(_))
        && !node.is_archived()
        && node.is_public()
        && journey.state == Some(JourneyState::Current)
}

/// The id of a stage.
pub(super) fn stage_id(lifecycle: &str, stage: &str) -> EntityId {
    EntityId::new(Kind::Stage, format!("{lifecycle}/{stage}"))
}

fn verdict_at(edge: &Edge) -> Option<VerdictAt<'_>> {
    match edge.relation {
        Relation::AppliesPrinciple(verdict) => {
            Some(VerdictAt { place: &edge.from, principle: &edge.to.entity, verdict })
        }
        _ => None,
    }
}

fn distinct<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen: Vec<T> = Vec::new();
    for item in items {
        if !seen.contains(&item) {
            seen.push(item);
        }
    }
    seen
}
