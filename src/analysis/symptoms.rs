//! Which symptoms stand behind most of the pain: few usually do.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::rounded;
use super::unowned::pains;
use crate::content::front_matter::Severity;
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Part, Place};

/// One symptom with its pains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Symptom {
    /// The symptom.
    pub symptom: EntityId,
    /// The pains that show it, in current journeys.
    pub pains: Vec<Place>,
    /// Their weight: a mild pain counts 1, a critical one 4.
    pub weight: i64,
    /// The share of this symptom and all before it in the weight of all, in thousandths.
    pub cumulative: i64,
}

/// Lists the symptoms that are met, the heaviest first.
#[must_use]
pub fn of(graph: &Graph) -> Vec<Symptom> {
    let mut found: BTreeMap<EntityId, (Vec<Place>, i64)> = BTreeMap::new();
    for (node, journey) in graph.current_journeys() {
        for (at, id, pain) in pains(journey) {
            let Some(symptom) = &pain.symptom else { continue };
            let row = found.entry(EntityId::new(Kind::Symptom, &symptom.value)).or_default();
            row.0.push(Place::part(node.id.clone(), Part::Pain { at: at.clone(), pain: id.clone() }));
            row.1 += weight(pain.severity);
        }
    }
    let total: i64 = found.values().map(|(_, weight)| weight).sum();
    let mut rows: Vec<Symptom> =
        found.into_iter().map(|(symptom, (pains, weight))| Symptom { symptom, pains, weight, cumulative: 0 }).collect();
    rows.sort_by_key(|row| Reverse(row.weight));
    let mut sum = 0;
    for row in &mut rows {
        sum += row.weight;
        row.cumulative = rounded(sum * 1000, total);
    }
    rows
}

fn weight(severity: Severity) -> i64 {
    match severity {
        Severity::Low => 1,
        Severity::Medium => 2,
        Severity::High => 3,
        Severity::Critical => 4,
    }
}
