//! Journeys in which so many steps are moments of truth that none is.

use super::{journeys, whole};
use crate::base::{Date, count};
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, config: &Config, _: Date, diagnostics: &mut Diagnostics) {
    let most = config.thresholds.moments_of_truth as usize;
    for (_, document, journey) in journeys(graph) {
        let steps = journey.path().count();
        let moments = journey.path().filter(|(_, _, _, step)| step.moment_of_truth.is_some()).count();
        if moments > 1 && moments * 100 > most * steps {
            let message = format_args!("{moments} of {} are moments of truth", count(steps, "step"));
            diagnostics.push(
                whole(document, &journey.common, Name::TooManyMomentsOfTruth, message)
                    .help("keep those where the relationship is decided"),
            );
        }
    }
}
