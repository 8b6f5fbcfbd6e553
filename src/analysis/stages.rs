//! What is known of each stage of the lifecycles.

use std::collections::BTreeSet;

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
