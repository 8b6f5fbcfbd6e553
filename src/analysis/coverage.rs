//! Principles by journeys: what each journey does to each principle, and how healthy principles are.

use std::collections::BTreeMap;

use super::rounded;
use crate::content::front_matter::Verdict;
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Place, verdicts_are_current};

/// The matrix, with every principle and every current journey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The rows: every principle, by id.
    pub principles: Vec<EntityId>,
    /// The columns: every current journey, by id.
    pub journeys: Vec<EntityId>,
    /// The cells that are not empty, by principle and journey.
    pub cells: BTreeMap<(EntityId, EntityId), Cell>,
    /// How healthy each principle is; none for a principle without a verdict.
    pub health: BTreeMap<EntityId, Health>,
}

/// What one journey does to one principle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Each step or deviation with its verdict, in the order walked.
    pub verdicts: Vec<(Place, Verdict)>,
    /// The worst of them: what is shown.
    pub worst: Verdict,
}

/// The mean of all verdicts on a principle: kept counts 1, partly kept a half, broken 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Health {
    /// From 0 to 1000.
    pub thousandths: u32,
    /// Over how many verdicts.
    pub n: usize,
}

/// Computes the matrix.
#[must_use]
pub fn of(graph: &Graph) -> Coverage {
    let mut coverage = Coverage {
        principles: graph.of_kind(Kind::Principle).map(|node| node.id.clone()).collect(),
        journeys: graph.current_journeys().map(|(node, _)| node.id.clone()).collect(),
        ..Coverage::default()
    };
    for principle in &coverage.principles {
        let mut verdicts: Vec<(Place, Verdict)> = graph
            .verdicts(principle)
            .into_iter()
            .filter(|at| at.verdict != Verdict::Aspires && verdicts_are_current(graph, at.place))
            .map(|at| (at.place.clone(), at.verdict))
            .collect();
        verdicts.sort_by_key(|(place, verdict)| (graph.position(place), *verdict));
        if let Some(health) = health(verdicts.iter().map(|(_, verdict)| *verdict)) {
            coverage.health.insert(principle.clone(), health);
        }
        for (place, verdict) in verdicts {
            let cell = coverage
                .cells
                .entry((principle.clone(), place.entity.clone()))
                .or_insert_with(|| Cell { verdicts: Vec::new(), worst: verdict });
            cell.worst = cell.worst.min(verdict);
            cell.verdicts.push((place, verdict));
        }
    }
    coverage
}

/// The mean of some verdicts; none for none. What is only aspired to does not count.
pub fn health(verdicts: impl Iterator<Item = Verdict>) -> Option<Health> {
    let worth: Vec<i64> = verdicts
        .filter_map(|verdict| match verdict {
            Verdict::Keeps => Some(1000),
            Verdict::Partly => Some(500),
            Verdict::Breaks => Some(0),
            Verdict::Aspires => None,
        })
        .collect();
    let n = worth.len();
    let mean = rounded(worth.iter().sum(), i64::try_from(n).ok()?);
    (n > 0).then(|| Health { thousandths: u32::try_from(mean).unwrap_or(0), n })
}
