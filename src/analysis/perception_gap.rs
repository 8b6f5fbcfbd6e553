//! Where staff believe that a step feels better, or worse, than it does.

use std::collections::BTreeMap;

use super::rounded;
use crate::config::Thresholds;
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Place};

/// What staff believe, beside what is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PerceptionGaps {
    /// Every step of which both are known, the widest gap first.
    pub steps: Vec<Gap>,
    /// The mean gap of the steps that each department answers for, in hundredths, and how many they are.
    pub departments: Vec<(EntityId, i64, usize)>,
}

/// The gap at one step, in tenths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The step.
    pub place: Place,
    /// How it feels.
    pub score: i8,
    /// How staff believe it feels.
    pub staff: i8,
    /// The one less the other: above zero, staff think too well of it.
    pub gap: i32,
    /// Whether it is wide enough to be flagged.
    pub is_flagged: bool,
}

/// Measures the gaps of current journeys.
#[must_use]
pub fn of(graph: &Graph, thresholds: &Thresholds) -> PerceptionGaps {
    let mut steps: Vec<Gap> = Vec::new();
    let mut by_department: BTreeMap<EntityId, Vec<i64>> = BTreeMap::new();
    for (node, journey) in graph.current_journeys() {
        for (id, step) in journey.all_steps() {
            let Some(emotion) = &step.emotion else { continue };
            let Some(staff) = emotion.staff else { continue };
            let gap = i32::from(staff) - i32::from(emotion.score);
            for department in graph.responsible(step) {
                by_department.entry(EntityId::new(Kind::Department, department)).or_default().push(gap.into());
            }
            let is_flagged = gap >= thresholds.gap;
            steps.push(Gap { place: Place::step(&node.id, id), score: emotion.score, staff, gap, is_flagged });
        }
    }
    steps.sort_by_key(|row| (-row.gap, graph.position(&row.place)));
    let mean = |gaps: &[i64]| rounded(gaps.iter().sum::<i64>() * 10, i64::try_from(gaps.len()).unwrap_or(1));
    let departments = by_department.into_iter().map(|(id, gaps)| (id, mean(&gaps), gaps.len())).collect();
    PerceptionGaps { steps, departments }
}
