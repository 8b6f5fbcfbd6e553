//! Journeys that were mapped on a day that has not come.

use super::{at, journeys};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, today: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        let Some(mapped) = journey.mapped.as_ref().filter(|mapped| mapped.value > today) else { continue };
        diagnostics.push(
            at(document, mapped.range, Name::MappedInTheFuture, format_args!("{} has not come yet", mapped.value))
                .label(format_args!("today is {today}"))
                .help("write the day on which the journey was mapped"),
        );
    }
}
