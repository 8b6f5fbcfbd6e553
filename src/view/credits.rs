//! Every picture that is somebody's to the page that says whose, under which licence, and where it is shown.

use std::collections::BTreeMap;

use super::page::{CreditLine, CreditsPage, EntityLink};
use super::scope::Scope;
use crate::graph::Node;

/// The page; a picture that several documents show is listed once, with all of them.
pub(super) fn page(scope: Scope<'_>) -> CreditsPage {
    let mut lines: BTreeMap<(String, String), CreditLine> = BTreeMap::new();
    let mut nodes: Vec<&Node> = scope.graph().nodes().filter(|node| node.figures().next().is_some()).collect();
    scope.sort_by_name(&mut nodes, |node| &node.id);
    for node in nodes {
        for figure in node.figures().filter(|figure| figure.credit.is_some()) {
            let Some(view) = scope.figure(&node.id, figure) else { continue };
            let credit = view.credit_html.as_ref().map(|html| html.as_str().to_owned()).unwrap_or_default();
            let link = EntityLink { summary_html: None, ..scope.entity_name(&node.id) };
            let line = lines
                .entry((credit, view.src.clone()))
                .or_insert_with(|| CreditLine { figure: view, shown_in: Vec::new() });
            if !line.shown_in.iter().any(|other| other.href == link.href) {
                line.shown_in.push(link);
            }
        }
    }
    CreditsPage { intro: scope.say("credits-intro"), credits: lines.into_values().collect() }
}
