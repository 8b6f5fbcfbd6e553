//! Journeys of one step: nothing follows from it, so nothing is lost on the way either.

use super::{journeys, whole};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        let mut path = journey.path();
        if let (Some((phase, ..)), None) = (path.next(), path.next()) {
            let message = format_args!("this journey has one step");
            diagnostics.push(
                whole(document, &journey.common, Name::SingleStep, message).label("a journey goes from one step to the next").help(
                    format_args!(
                        "write what comes before or after it under `steps:` of the phase `{phase}`, one line each, as in `hear-back: {{ name: Hears back, mode: waits, emotion: -1 }}`"
                    ),
                ),
            );
        }
    }
}
