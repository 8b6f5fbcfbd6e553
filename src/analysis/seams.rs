//! Where a journey passes from one department to another, and from one channel to another.

use super::rounded;
use crate::content::EntityId;
use crate::graph::{Graph, Place};

/// The seams of one journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seams {
    /// The journey.
    pub journey: EntityId,
    /// Each pair of steps, next to each other but for steps without a department, that share no department.
    pub seams: Vec<(Place, Place)>,
    /// Each pair of steps, next to each other but for steps without a channel, that share no channel.
    pub channel_switches: Vec<(Place, Place)>,
    /// How many steps the path has.
    pub steps: usize,
    /// Seams for each step, in thousandths: the lower, the more seamless.
    pub index: i64,
}

/// Counts the seams of every current journey.
#[must_use]
pub fn of(graph: &Graph) -> Vec<Seams> {
    graph
        .current_journeys()
        .map(|(node, journey)| {
            let steps = || journey.path().map(|(_, _, id, step)| (Place::step(&node.id, id), step));
            let seams = breaks(steps().map(|(place, step)| (place, graph.responsible(step))));
            let channel_switches = breaks(steps().map(|(place, step)| (place, graph.channels(step))));
            let count = journey.path().count();
            let as_number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            Seams {
                journey: node.id.clone(),
                index: rounded(as_number(seams.len()) * 1000, as_number(count)),
                seams,
                channel_switches,
                steps: count,
            }
        })
        .collect()
}

/// Neighbours, the empty ones left out, that have nothing in common.
fn breaks<T: PartialEq>(steps: impl Iterator<Item = (Place, Vec<T>)>) -> Vec<(Place, Place)> {
    let steps: Vec<(Place, Vec<T>)> = steps.filter(|(_, of)| !of.is_empty()).collect();
    steps
        .windows(2)
        .filter_map(|pair| match pair {
            [(from, before), (to, after)] if !before.iter().any(|one| after.contains(one)) => {
                Some((from.clone(), to.clone()))
            }
            _ => None,
        })
        .collect()
}
