//! The graph to what feeds list: what is new in one language, the last first.

use std::cmp::Reverse;

use super::Findings;
use crate::base::{Date, Locale};
use crate::content::{EntityId, Kind};
use crate::graph::route::HOME;
use crate::graph::{Feed, Graph, Node, Place};

/// One thing that a feed lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is: a page, or a part of one.
    pub place: Place,
    /// When it was last changed; an event, when it starts.
    pub day: Date,
}

/// How many items a feed holds at most.
const MOST: usize = 100;

/// What `feed` lists for readers of `locale`.
///
/// Only pages that are in that language, public and not archived; what falls back to another language
/// is news in that one. A page without a date is no news; a journey counts as changed when it was mapped.
#[must_use]
pub fn of(graph: &Graph, findings: &Findings, feed: Feed, locale: &Locale) -> Vec<Item> {
    let listed = |node: &&Node| is_listed(graph, node, locale);
    let mut items: Vec<Item> = match feed {
        Feed::Changes => graph
            .nodes()
            .filter(|node| node.id.id != HOME && node.id.kind != Kind::Response)
            .filter(listed)
            .filter_map(|node| Some(Item { place: node.id.clone().into(), day: changed(node)? }))
            .collect(),
        Feed::Journeys => graph
            .of_kind(Kind::Journey)
            .filter(listed)
            .filter_map(|node| Some(Item { place: node.id.clone().into(), day: changed_or_mapped(node)? }))
            .collect(),
        Feed::NoBrainers => {
            let journey = |id: &EntityId| graph.node(id).filter(listed).and_then(changed_or_mapped);
            let rows = findings.no_brainers.iter();
            rows.filter_map(|row| Some(Item { day: journey(&row.place.entity)?, place: row.place.clone() })).collect()
        }
        Feed::Events => graph
            .of_kind(Kind::Event)
            .filter(listed)
            .filter_map(|node| {
                let starts = node.event()?.starts.as_ref()?;
                Some(Item { place: node.id.clone().into(), day: starts.value.date })
            })
            .collect(),
    };
    // Stable: no-brainers of one day keep their order, which says which comes first.
    items.sort_by_key(|item| Reverse(item.day));
    items.truncate(MOST);
    items
}

/// The feeds that list anything for readers of `locale`.
#[must_use]
pub fn feeds(graph: &Graph, findings: &Findings, locale: &Locale) -> Vec<Feed> {
    let has_items = |feed: &Feed| !of(graph, findings, *feed, locale).is_empty();
    Feed::ALL.iter().copied().filter(has_items).collect()
}

fn is_listed(graph: &Graph, node: &Node, locale: &Locale) -> bool {
    let is_written = node.document().is_some() && node.is_public() && !node.is_archived();
    is_written && graph.url(&node.id, locale).is_some_and(crate::graph::Route::is_real)
}

/// When a page was last changed, or published.
#[must_use]
pub fn changed(node: &Node) -> Option<Date> {
    let common = node.common()?;
    common.updated.as_ref().or(common.published.as_ref()).map(|date| date.value)
}

fn changed_or_mapped(node: &Node) -> Option<Date> {
    changed(node).or_else(|| node.journey()?.mapped.as_ref().map(|mapped| mapped.value))
}
