//! Ways out of a journey that nobody handles.

use super::{at, journeys};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::{Handled, Rejoins};
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        for (id, deviation) in &journey.deviations {
            if deviation.handled == Some(Handled::None) && matches!(deviation.rejoins, Some(Rejoins::Exit(_))) {
                let message = format_args!("people leave by `{id}` and nobody handles it");
                diagnostics.push(
                    at(document, deviation.range, Name::UnhandledExit, message)
                        .help("design a way out, or a way back, and give it an owner"),
                );
            }
        }
    }
}
