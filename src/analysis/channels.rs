//! Which channels customers can use at each stage of the lifecycles.

use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Place, verdicts_are_current};

/// One stage with its channels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageChannels {
    /// The stage.
    pub stage: EntityId,
    /// Each channel met there, in the order of the vocabulary, with the steps that use it.
    pub channels: Vec<(EntityId, Vec<Place>)>,
}

/// Lists every stage of every lifecycle, in order; the hours of a channel stand in its own entry.
#[must_use]
pub fn of(graph: &Graph) -> Vec<StageChannels> {
    graph
        .in_order(Kind::Lifecycle)
        .into_iter()
        .flat_map(|lifecycle| {
            let stages = graph.in_order(Kind::Stage).into_iter();
            stages.filter(|node| node.stage().is_some_and(|stage| stage.lifecycle == lifecycle.id))
        })
        .map(|stage| {
            let steps: Vec<Place> =
                graph.steps_of(&stage.id).into_iter().filter(|place| verdicts_are_current(graph, place)).collect();
            let uses = |channel: &EntityId| -> Vec<Place> {
                let is_used =
                    |place: &&Place| graph.step(place).is_some_and(|step| graph.channels(step).contains(channel));
                steps.iter().filter(is_used).cloned().collect()
            };
            let channels = graph.in_order(Kind::Channel).into_iter().map(|node| (node.id.clone(), uses(&node.id)));
            StageChannels {
                stage: stage.id.clone(),
                channels: channels.filter(|(_, steps)| !steps.is_empty()).collect(),
            }
        })
        .collect()
}
