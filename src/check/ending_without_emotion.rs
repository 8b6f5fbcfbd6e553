//! Journeys whose last step says nothing of how it feels.

use super::{at, journeys};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        let Some((_, _, id, step)) = journey.path().last() else { continue };
        if step.emotion.is_none() {
            let message = format_args!("the last step, `{id}`, says nothing of how it feels");
            diagnostics.push(
                at(document, step.range, Name::EndingWithoutEmotion, message)
                    .help("add `emotion:`; the ending is what people remember"),
            );
        }
    }
}
