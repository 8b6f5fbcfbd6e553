//! Journeys no step of which is linked to a principle.

use super::{journeys, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::Kind;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{Graph, Relation};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (node, document, journey) in journeys(graph) {
        // A verdict on a principle that cannot be found is reported where it is written.
        let mut steps = journey.path().map(|(_, _, _, step)| step);
        let is_linked = || graph.outgoing(&node.id).any(|edge| matches!(edge.relation, Relation::AppliesPrinciple(_)));
        if steps.all(|step| step.principles.is_empty()) && !is_linked() {
            let message = "no step of this journey is linked to a principle";
            let step = journey.path().next().map_or_else(String::new, |(_, _, id, _)| format!(", such as `{id}`,"));
            let help = match graph.of_kind(Kind::Principle).next() {
                Some(known) => format!(
                    "say at one step{step} which principle it keeps or breaks: `principles: {{ {}: breaks }}`",
                    known.id.id
                ),
                None => "write a principle first, with `cxbook new principle tell-us-once`; then say at one step: \
                         `principles: { tell-us-once: breaks }`"
                    .to_owned(),
            };
            diagnostics.push(whole(document, &journey.common, Name::JourneyWithoutPrinciple, message).help(help));
        }
    }
}
