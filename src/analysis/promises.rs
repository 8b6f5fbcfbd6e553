//! Whether each journey keeps what customers were promised.

use std::collections::BTreeMap;

use super::follow_up::Measured;
use crate::base::Id;
use crate::content::front_matter::{Deviation, Handled, Journey, Verdict};
use crate::content::vocabulary::MetricKind;
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Node, Part, Place, Relation, Stage};

/// What becomes of one promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseCheck {
    /// The journey that promises.
    pub journey: EntityId,
    /// Whether it is kept.
    pub state: PromiseState,
    /// How the journey ends, in tenths.
    pub end: Option<i8>,
    /// What breaks it, or puts it at risk.
    pub reasons: Vec<Place>,
    /// What came of it: the last reading of each outcome, of the journey as a whole or at its last stage.
    pub outcomes: Vec<(EntityId, Measured)>,
}

/// Whether a promise is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PromiseState {
    /// A step breaks a principle it rests on, the last phase breaks any, or the end is bad.
    Broken,
    /// The end is not good, or many leave the path and nobody handles it.
    AtRisk,
    /// None of that.
    Kept,
    /// The last step says nothing of how it feels.
    Unknown,
}

/// An unhandled deviation that at least this many take, in thousandths, puts a promise at risk.
const MANY: u32 = 200;

/// Checks the promise of every current journey that makes one.
#[must_use]
pub fn of(graph: &Graph) -> Vec<PromiseCheck> {
    graph
        .current_journeys()
        .filter(|(_, journey)| journey.promise.is_some())
        .map(|(node, journey)| check(graph, node, journey))
        .collect()
}

fn check(graph: &Graph, node: &Node, journey: &Journey) -> PromiseCheck {
    let last_step = journey.path().last().map(|(_, _, id, step)| (id, step));
    let end = last_step.and_then(|(_, step)| step.emotion.as_ref()).map(|emotion| emotion.score);
    let ending = || last_step.map(|(id, _)| Place::step(&node.id, id));
    let mut breaking: Vec<Place> = breaks(graph, node, journey);
    if end.is_some_and(|end| end <= -10) {
        breaking.extend(ending());
    }
    breaking.dedup();
    let mut risks: Vec<Place> = journey
        .deviations
        .iter()
        .filter(|(_, deviation)| is_risk(deviation))
        .map(|(id, _)| Place::part(node.id.clone(), Part::Deviation(id.clone())))
        .collect();
    if end.is_some_and(|end| end < 10) {
        risks.extend(ending());
    }
    let (state, reasons) = if !breaking.is_empty() {
        (PromiseState::Broken, breaking)
    } else if end.is_none() {
        (PromiseState::Unknown, ending().into_iter().collect())
    } else if !risks.is_empty() {
        (PromiseState::AtRisk, risks)
    } else {
        (PromiseState::Kept, Vec::new())
    };
    PromiseCheck { journey: node.id.clone(), state, end, reasons, outcomes: outcomes(graph, journey) }
}

/// The last reading of each outcome: of the journey as a whole, or at the last stage of its lifecycle.
fn outcomes(graph: &Graph, journey: &Journey) -> Vec<(EntityId, Measured)> {
    let is_at_end = |step: &Id| {
        let stage = graph.stage_of(journey, step);
        let after = |stage: &Stage| {
            graph
                .of_kind(Kind::Stage)
                .filter_map(Node::stage)
                .any(|other| other.lifecycle == stage.lifecycle && other.position > stage.position)
        };
        stage.and_then(|stage| graph.node(&stage)?.stage()).is_some_and(|stage| !after(stage))
    };
    let mut last: BTreeMap<EntityId, Measured> = BTreeMap::new();
    for reading in &journey.readings {
        let metric = EntityId::new(Kind::Metric, reading.metric.value.as_str());
        let kind = graph.node(&metric).and_then(Node::metric).and_then(|metric| metric.kind);
        let counts = kind.is_some_and(is_outcome) && reading.step.as_ref().is_none_or(|step| is_at_end(&step.value));
        let measured = Measured { value: reading.value.value, date: reading.date.value, n: reading.n };
        if counts && last.get(&metric).is_none_or(|other| other.date <= measured.date) {
            last.insert(metric, measured);
        }
    }
    last.into_iter().collect()
}

/// Whether a metric says what came of a journey, and not how one step went.
fn is_outcome(kind: MetricKind) -> bool {
    match kind {
        MetricKind::Nps
        | MetricKind::Csat
        | MetricKind::Loyalty
        | MetricKind::WordOfMouth
        | MetricKind::ShareOfWallet
        | MetricKind::PaymentSpeed
        | MetricKind::EmployeeEngagement => true,
        MetricKind::Ces
        | MetricKind::Time
        | MetricKind::Count
        | MetricKind::Rate
        | MetricKind::Money
        | MetricKind::Custom => false,
    }
}

/// Where a principle of the promise is broken, or any principle in the last phase.
fn breaks(graph: &Graph, node: &Node, journey: &Journey) -> Vec<Place> {
    let own: Vec<&EntityId> = graph.targets_of(&node.id, Relation::Promises).map(|place| &place.entity).collect();
    let last = journey.phases.last().map(|(_, phase)| phase);
    let mut places: Vec<Place> = graph
        .outgoing(&node.id)
        .filter(|edge| edge.relation == Relation::AppliesPrinciple(Verdict::Breaks))
        .filter(|edge| {
            let in_last = edge.from.step_id().zip(last).is_some_and(|(step, phase)| phase.steps.contains_key(step));
            in_last || own.contains(&&edge.to.entity)
        })
        .map(|edge| edge.from.clone())
        .collect();
    places.sort_by_key(|place| graph.position(place));
    places.dedup();
    places
}

fn is_risk(deviation: &Deviation) -> bool {
    deviation.handled == Some(Handled::None) && deviation.share.as_ref().is_some_and(|share| share.value >= MANY)
}
