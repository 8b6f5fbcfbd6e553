//! Whether one metric, and one touchpoint, gives the same experience everywhere and over time.

use std::collections::{BTreeMap, BTreeSet};

use super::rounded;
use crate::base::Date;
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Place, Relation, verdicts_are_current};

/// The two lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consistency {
    /// Metrics with at least one reading.
    pub metrics: Vec<Spread>,
    /// Touchpoints met in at least two current journeys: the lowest and the highest score, in tenths, with the steps.
    pub touchpoints: Vec<(EntityId, i8, i8, Vec<Place>)>,
}

/// The readings of one metric, in thousandths of its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The metric.
    pub metric: EntityId,
    /// How many readings there are.
    pub readings: usize,
    /// The lowest.
    pub lowest: i64,
    /// The highest.
    pub highest: i64,
    /// The change from the first to the last, for each year; none within one month.
    pub slope: Option<i64>,
    /// Every value, the first first.
    pub values: Vec<(Date, i64)>,
}

/// Compares what current journeys say.
#[must_use]
pub fn of(graph: &Graph) -> Consistency {
    let mut readings: BTreeMap<EntityId, Vec<(Date, i64)>> = BTreeMap::new();
    for (_, journey) in graph.current_journeys() {
        for reading in &journey.readings {
            let metric = EntityId::new(Kind::Metric, &reading.metric.value);
            readings.entry(metric).or_default().push((reading.date.value, reading.value.value));
        }
    }
    let metrics = readings.into_iter().filter_map(|(metric, readings)| spread(metric, readings)).collect();
    let touchpoints = graph
        .in_order(Kind::Touchpoint)
        .into_iter()
        .filter_map(|node| {
            let mut steps: Vec<Place> = graph
                .sources_of(&node.id, Relation::UsesTouchpoint)
                .filter(|place| verdicts_are_current(graph, place))
                .cloned()
                .collect();
            steps.sort_by_key(|place| graph.position(place));
            let journeys: BTreeSet<&EntityId> = steps.iter().map(|place| &place.entity).collect();
            let scores = steps.iter().filter_map(|place| Some(graph.step(place)?.emotion.as_ref()?.score));
            let scores: Vec<i8> = scores.collect();
            let (lowest, highest) = (*scores.iter().min()?, *scores.iter().max()?);
            (journeys.len() > 1).then(|| (node.id.clone(), lowest, highest, steps))
        })
        .collect();
    Consistency { metrics, touchpoints }
}

fn spread(metric: EntityId, mut readings: Vec<(Date, i64)>) -> Option<Spread> {
    readings.sort();
    let values = || readings.iter().map(|(_, value)| *value);
    let ((start, first), (end, last)) = (readings.first()?, readings.last()?);
    let months = i64::from(start.months_until(*end));
    Some(Spread {
        metric,
        readings: readings.len(),
        lowest: values().min()?,
        highest: values().max()?,
        slope: (months > 0).then(|| rounded((last - first) * 12, months)),
        values: readings,
    })
}
