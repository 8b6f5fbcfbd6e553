//! Where most people suffer off the path.

use std::cmp::Reverse;

use super::rounded;
use crate::config::Thresholds;
use crate::content::front_matter::Handled;
use crate::graph::{Graph, Part, Place};

/// A deviation with its heat: how many leave, times how bad it feels, times how little it was thought of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HotSpot {
    /// The deviation.
    pub place: Place,
    /// In hundredths.
    pub heat: i64,
    /// How many leave, in thousandths; 50 where that is not known.
    pub share: u32,
    /// Whether the share is known.
    pub share_is_known: bool,
    /// How it feels, in tenths; 0 where that is not known.
    pub emotion: i8,
    /// Whether the emotion is known.
    pub emotion_is_known: bool,
    /// Whether anybody thought of it.
    pub handled: Option<Handled>,
    /// Whether it is hot enough to be flagged.
    pub is_hot: bool,
}

/// Taken for a share that is not known, in thousandths.
const UNKNOWN_SHARE: u32 = 50;

/// Lists the deviations of current journeys, the hottest first.
#[must_use]
pub fn of(graph: &Graph, thresholds: &Thresholds) -> Vec<HotSpot> {
    let mut spots: Vec<HotSpot> = graph
        .current_journeys()
        .flat_map(|(node, journey)| journey.deviations.iter().map(move |(id, deviation)| (node, id, deviation)))
        .map(|(node, id, deviation)| {
            let share = deviation.share.as_ref().map_or(UNKNOWN_SHARE, |share| share.value);
            let emotion = deviation.emotion.as_ref().map_or(0, |emotion| emotion.score);
            // In tenths. What nobody has said counts as not handled.
            let weight = match deviation.handled {
                Some(Handled::Designed) => 5,
                Some(Handled::Workaround) => 10,
                Some(Handled::None) | None => 15,
            };
            let heat = rounded(i64::from(share) * (20 - i64::from(emotion)) * weight, 1000);
            HotSpot {
                place: Place::part(node.id.clone(), Part::Deviation(id.clone())),
                heat,
                share,
                share_is_known: deviation.share.is_some(),
                emotion,
                emotion_is_known: deviation.emotion.is_some(),
                handled: deviation.handled,
                is_hot: heat >= i64::from(thresholds.hot),
            }
        })
        .collect();
    spots.sort_by_key(|spot| (Reverse(spot.heat), spot.place.clone()));
    spots
}
