//! Journeys that are their own ancestors.

use std::collections::BTreeSet;

use super::super::{Graph, Relation};
use crate::base::Span;
use crate::content::EntityId;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};

/// Reports each cycle of journeys once, at its first member.
pub(super) fn check(graph: &Graph, diagnostics: &mut Diagnostics) {
    let mut reported: BTreeSet<&EntityId> = BTreeSet::new();
    for (node, journey) in graph.journeys() {
        if reported.contains(&node.id) {
            continue;
        }
        let Some(cycle) = cycle_through(graph, &node.id) else { continue };
        let Some(document) = node.document() else { continue };
        let names: Vec<&str> = cycle.iter().chain([&&node.id]).map(|id| id.id.as_str()).collect();
        let range = journey.parent.as_ref().map(|parent| parent.range);
        let span = range.map_or(Span::file(&document.path), |range| Span::new(&document.path, range));
        diagnostics.push(Diagnostic::new(
            Name::JourneyCycle,
            span,
            format_args!("journey `{}` is its own ancestor: {}", node.id.id, names.join(" -> ")),
        ));
        reported.extend(cycle);
    }
}

/// The way from a journey down to itself, if there is one.
fn cycle_through<'a>(graph: &'a Graph, start: &'a EntityId) -> Option<Vec<&'a EntityId>> {
    let children = |id: &EntityId| -> Vec<&'a EntityId> {
        graph.targets_of(id, Relation::ZoomsInto).map(|place| &place.entity).collect()
    };
    let mut seen = BTreeSet::from([start]);
    let mut trails = vec![vec![start]];
    while let Some(trail) = trails.pop() {
        for child in children(trail.last()?) {
            if child == start {
                return Some(trail);
            }
            if seen.insert(child) {
                let mut longer = trail.clone();
                longer.push(child);
                trails.push(longer);
            }
        }
    }
    None
}
