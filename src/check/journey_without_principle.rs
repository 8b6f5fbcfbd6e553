//! Journeys no step of which is linked to a principle.

use super::{journeys, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::Kind;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{Graph, Relation};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    let known = graph.of_kind(Kind::Principle).next().map_or("<principle>", |principle| principle.id.id.as_str());
    for (node, document, journey) in journeys(graph) {
        if !graph.outgoing(&node.id).any(|edge| matches!(edge.relation, Relation::AppliesPrinciple(_))) {
            let message = "no step of this journey is linked to a principle";
            diagnostics.push(whole(document, &journey.common, Name::JourneyWithoutPrinciple, message).help(
                format_args!("say at one step which principle it keeps or breaks: `principles: {{ {known}: breaks }}`"),
            ));
        }
    }
}
