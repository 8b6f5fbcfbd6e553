//! Journeys no step of which is linked to a principle.

use super::{journeys, whole};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{Graph, Relation};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (node, document, journey) in journeys(graph) {
        if !graph.outgoing(&node.id).any(|edge| matches!(edge.relation, Relation::AppliesPrinciple(_))) {
            let message = "no step of this journey is linked to a principle";
            diagnostics
                .push(whole(document, &journey.common, Name::JourneyWithoutPrinciple, message).help(
                    "say at one step which principle it keeps or breaks: `principles: { tell-us-once: breaks }`",
                ));
        }
    }
}
