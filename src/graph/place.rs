//! Places: an entity, or a part of one that has an anchor of its own.

use std::fmt;

use smol_str::SmolStr;

use crate::base::Id;
use crate::content::{EntityId, Kind};

/// Where an edge starts or ends: a whole entity, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The entity.
    pub entity: EntityId,
    /// The part of it, if not the whole.
    pub part: Option<Part>,
}

/// A part of a document that can be linked to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A phase of a journey.
    Phase(Id),
    /// A step of a journey, on the path or off it.
    Step(Id),
    /// A pain, with the step or the deviation it hurts at.
    Pain {
        /// The step or the deviation.
        at: Id,
        /// The pain.
        pain: Id,
    },
    /// An opportunity of a journey.
    Opportunity(Id),
    /// A deviation of a journey.
    Deviation(Id),
    /// A piece of evidence of a journey.
    Evidence(Id),
    /// A need of a persona.
    Need(Id),
    /// A heading, by its anchor.
    Heading(SmolStr),
}

impl Place {
    /// The whole of an entity.
    #[must_use]
    pub fn whole(entity: EntityId) -> Self {
        Self { entity, part: None }
    }

    /// A part of an entity.
    #[must_use]
    pub fn part(entity: EntityId, part: Part) -> Self {
        Self { entity, part: Some(part) }
    }

    /// A step of a journey.
    #[must_use]
    pub fn step(journey: &EntityId, step: &Id) -> Self {
        Self::part(journey.clone(), Part::Step(step.clone()))
    }

    /// The step, where it is one.
    #[must_use]
    pub fn step_id(&self) -> Option<&Id> {
        match &self.part {
            Some(Part::Step(step)) => Some(step),
            _ => None,
        }
    }
}

impl From<EntityId> for Place {
    fn from(entity: EntityId) -> Self {
        Self::whole(entity)
    }
}

impl Part {
    /// The `id` of its element, unique in its page: `step-wait`, `pain-wait-silence`.
    #[must_use]
    pub fn anchor(&self) -> String {
        match self {
            Self::Phase(id) => format!("phase-{id}"),
            Self::Step(id) => format!("step-{id}"),
            Self::Pain { at, pain } => format!("pain-{at}-{pain}"),
            Self::Opportunity(id) => format!("opportunity-{id}"),
            Self::Deviation(id) => format!("deviation-{id}"),
            Self::Evidence(id) => format!("evidence-{id}"),
            Self::Need(id) => format!("need-{id}"),
            Self::Heading(anchor) => anchor.to_string(),
        }
    }

    /// What messages call one: `step`.
    #[must_use]
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Phase(_) => "phase",
            Self::Step(_) => "step",
            Self::Pain { .. } => "pain",
            Self::Opportunity(_) => "opportunity",
            Self::Deviation(_) => "deviation",
            Self::Evidence(_) => "evidence",
            Self::Need(_) => "need",
            Self::Heading(_) => "heading",
        }
    }
}

impl fmt::Display for Place {
    /// `journey:motor-claim#step-wait`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.part {
            Some(part) => write!(formatter, "{}#{}", self.entity, part.anchor()),
            None => self.entity.fmt(formatter),
        }
    }
}

/// The anchor of an entity that has no page of its own, on the page it is shown on.
pub(super) fn anchor_on_shared_page(entity: &EntityId) -> Option<String> {
    match entity.kind {
        Kind::Term => Some(format!("term-{}", entity.id)),
        Kind::Response => entity.id.rsplit_once('/').map(|(_, id)| format!("response-{id}")),
        _ => None,
    }
}
