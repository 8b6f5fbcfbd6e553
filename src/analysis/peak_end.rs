//! What people will remember of a journey: its most intense moment and its end. An estimate.

use super::rounded;
use crate::content::EntityId;
use crate::graph::{Graph, Place};

/// The shape of one journey's emotions. Scores are in tenths, from -20 to 20.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeakEnd {
    /// The journey.
    pub journey: EntityId,
    /// How many of its steps have a score.
    pub scored: usize,
    /// How many steps it has.
    pub steps: usize,
    /// The rest, unless under half of the steps have a score.
    pub shape: Option<Shape>,
}

/// How the emotions of a journey run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The mean, in hundredths.
    pub mean: i64,
    /// The lowest step; the last of equals, as that is what people remember.
    pub lowest: (Place, i8),
    /// The highest step; the first of equals.
    pub highest: (Place, i8),
    /// The most intense step; of equals the negative, then the later.
    pub peak: (Place, i8),
    /// The last step with a score.
    pub end: (Place, i8),
    /// From lowest to highest, in tenths.
    pub spread: i8,
    /// The steepest way down between neighbours, if there is any: from, to, and how far in tenths.
    pub biggest_drop: Option<(Place, Place, i8)>,
    /// What is remembered: the mean of peak and end, in hundredths.
    pub remembered: i64,
}

/// Looks at every current journey.
#[must_use]
pub fn of(graph: &Graph) -> Vec<PeakEnd> {
    graph
        .current_journeys()
        .map(|(node, journey)| {
            let scores: Vec<(Place, i8)> = journey
                .path()
                .filter_map(|(_, _, id, step)| Some((Place::step(&node.id, id), step.emotion.as_ref()?.score)))
                .collect();
            let steps = journey.path().count();
            let is_enough = scores.len() * 2 >= steps;
            PeakEnd {
                journey: node.id.clone(),
                scored: scores.len(),
                steps,
                shape: if is_enough { shape(&scores) } else { None },
            }
        })
        .collect()
}

fn shape(scores: &[(Place, i8)]) -> Option<Shape> {
    let count = i64::try_from(scores.len()).ok()?;
    let total: i64 = scores.iter().map(|(_, score)| i64::from(*score)).sum();
    let lowest = scores.iter().rev().min_by_key(|(_, score)| *score)?;
    let highest = scores.iter().rev().max_by_key(|(_, score)| *score)?;
    let peak = scores.iter().max_by_key(|(_, score)| (score.unsigned_abs(), *score < 0))?;
    let end = scores.last()?;
    let drops = scores.windows(2).filter_map(|pair| match pair {
        [(from, before), (to, after)] if after < before => Some((from, to, after - before)),
        _ => None,
    });
    let drops: Vec<(&Place, &Place, i8)> = drops.collect();
    let biggest_drop = drops.iter().min_by_key(|(_, _, drop)| *drop);
    Some(Shape {
        mean: rounded(total * 10, count),
        lowest: lowest.clone(),
        highest: highest.clone(),
        peak: peak.clone(),
        end: end.clone(),
        spread: highest.1 - lowest.1,
        biggest_drop: biggest_drop.map(|(from, to, drop)| ((*from).clone(), (*to).clone(), *drop)),
        remembered: rounded((i64::from(peak.1) + i64::from(end.1)) * 10, 2),
    })
}
