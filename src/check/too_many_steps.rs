//! Journeys with more steps than a reader follows.

use super::{journeys, whole};
use crate::base::{Date, count};
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, config: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        let steps = journey.path().count();
        if steps > config.thresholds.steps_warn {
            let message = format_args!("this journey has {}", count(steps, "step"));
            diagnostics.push(
                whole(document, &journey.common, Name::TooManySteps, message)
                    .help("move a stretch of it into a child journey that looks closer at one step"),
            );
        }
    }
}
