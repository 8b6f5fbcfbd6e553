//! What is known of each stage of the lifecycles.

use std::collections::BTreeSet;

use super::rounded;
use super::unowned::pains;
use crate::base::Id;
use crate::content::front_matter::Owner;
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Part, Place, Relation};

/// One stage with what current journeys say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageCoverage {
    /// The lifecycle.
    pub lifecycle: EntityId,
    /// The lobe it lies in: buying, or owning.
    pub lobe: Id,
    /// The stage.
    pub stage: EntityId,
    /// The current journeys with a phase at this stage.
    pub journeys: Vec<EntityId>,
    /// How many steps of theirs lie in it.
    pub steps: usize,
    /// How many pains of these steps nobody owns.
    pub unowned_pains: usize,
    /// The step that feels worst, with its score in tenths; the first of equals.
    pub lowest: Option<(Place, i8)>,
}

/// How much of what is mapped lies in one lobe of a lifecycle: buying, or owning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The lifecycle.
    pub lifecycle: EntityId,
    /// The lobe.
    pub lobe: Id,
    /// How many stages it has.
    pub stages: usize,
    /// How many of them a current journey covers.
    pub covered: usize,
    /// How many steps lie in it.
    pub steps: usize,
    /// Their share of all steps of the lifecycle, in thousandths.
    pub share: i64,
    /// How many pains of these steps nobody owns.
    pub unowned_pains: usize,
}

/// Sums the stages up by lobe; a lifecycle without steps has no balance.
#[must_use]
pub fn balance(stages: &[StageCoverage]) -> Vec<Balance> {
    let mut lobes: Vec<Balance> = Vec::new();
    for stage in stages {
        let at = lobes.iter().position(|lobe| lobe.lifecycle == stage.lifecycle && lobe.lobe == stage.lobe);
        let at = at.unwrap_or_else(|| {
            let (lifecycle, lobe) = (stage.lifecycle.clone(), stage.lobe.clone());
            lobes.push(Balance { lifecycle, lobe, stages: 0, covered: 0, steps: 0, share: 0, unowned_pains: 0 });
            lobes.len() - 1
        });
        let lobe = &mut lobes[at];
        lobe.stages += 1;
        lobe.covered += usize::from(!stage.journeys.is_empty());
        lobe.steps += stage.steps;
        lobe.unowned_pains += stage.unowned_pains;
    }
    let total = |lifecycle: &EntityId| -> i64 {
        let steps = stages.iter().filter(|stage| stage.lifecycle == *lifecycle).map(|stage| stage.steps).sum::<usize>();
        i64::try_from(steps).unwrap_or(i64::MAX)
    };
    for lobe in &mut lobes {
        lobe.share = rounded(i64::try_from(lobe.steps).unwrap_or(i64::MAX) * 1000, total(&lobe.lifecycle));
    }
    lobes.retain(|lobe| total(&lobe.lifecycle) > 0);
    lobes
}

/// Lists every stage of every lifecycle, in order.
#[must_use]
pub fn of(graph: &Graph) -> Vec<StageCoverage> {
    graph
        .in_order(Kind::Lifecycle)
        .into_iter()
        .flat_map(|lifecycle| {
            let mut stages: Vec<_> = graph
                .of_kind(Kind::Stage)
                .filter_map(|node| Some((node, node.stage()?)))
                .filter(|(_, stage)| stage.lifecycle == lifecycle.id)
                .collect();
            stages.sort_by_key(|(_, stage)| stage.position);
            stages
        })
        .map(|(node, stage)| {
            let mut row = StageCoverage {
                lifecycle: stage.lifecycle.clone(),
                lobe: stage.lobe.clone(),
                stage: node.id.clone(),
                journeys: Vec::new(),
                steps: 0,
                unowned_pains: 0,
                lowest: None,
            };
            for (journey_node, journey) in graph.current_journeys() {
                let phases: BTreeSet<&Id> = graph
                    .sources_of(&node.id, Relation::AtStage)
                    .filter(|place| place.entity == journey_node.id)
                    .filter_map(|place| match &place.part {
                        Some(Part::Phase(phase)) => Some(phase),
                        _ => None,
                    })
                    .collect();
                if phases.is_empty() {
                    continue;
                }
                row.journeys.push(journey_node.id.clone());
                let steps: Vec<_> = journey.path().filter(|(phase, _, _, _)| phases.contains(phase)).collect();
                row.steps += steps.len();
                let is_here = |at: &Id| steps.iter().any(|(_, _, id, _)| *id == at);
                row.unowned_pains += pains(journey)
                    .filter(|(at, _, pain)| is_here(at) && matches!(pain.owner, Owner::Nobody(_)))
                    .count();
                for (_, _, id, step) in steps {
                    let Some(emotion) = &step.emotion else { continue };
                    if row.lowest.as_ref().is_none_or(|(_, lowest)| emotion.score < *lowest) {
                        row.lowest = Some((Place::step(&journey_node.id, id), emotion.score));
                    }
                }
            }
            row
        })
        .collect()
}
