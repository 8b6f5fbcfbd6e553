//! Steps of the path that say nothing of how they feel; the last one has a rule of its own.

use super::{at, journeys};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        let last = journey.path().count().saturating_sub(1);
        for (_, _, id, step) in journey.path().take(last).filter(|(_, _, _, step)| step.emotion.is_none()) {
            let message = format_args!("step `{id}` says nothing of how it feels");
            diagnostics.push(
                at(document, step.range, Name::StepWithoutEmotion, message)
                    .help("add `emotion:` from -2 to 2; a guess is marked as assumed"),
            );
        }
    }
}
