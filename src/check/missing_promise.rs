//! Journeys that reach the last stage of their lifecycle and state no promise.

use super::{journeys, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::{EntityId, Kind};
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{Graph, Node};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph).filter(|(_, _, journey)| journey.promise.is_none()) {
        let Some(lifecycle) = &journey.lifecycle else { continue };
        let lifecycle = EntityId::new(Kind::Lifecycle, &lifecycle.value);
        let Some(known) = graph.node(&lifecycle).and_then(Node::lifecycle) else { continue };
        let Some(last) = known.lobes.values().flatten().last() else { continue };
        let reaches = |stage: &crate::content::front_matter::Ref| stage.value == last.value;
        if journey.phases.values().any(|phase| phase.stage.as_ref().is_some_and(reaches)) {
            let message = format_args!("this journey reaches the last stage, `{}`, and states no promise", last.value);
            diagnostics.push(
                whole(document, &journey.common, Name::MissingPromise, message)
                    .help("add `promise:` with what customers are told to expect"),
            );
        }
    }
}
