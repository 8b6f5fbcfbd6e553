//! Opportunities that are done and that nobody has measured since.

use super::{at, journeys};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::OpportunityStatus;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        for (id, opportunity) in &journey.opportunities {
            if opportunity.status != OpportunityStatus::Done {
                continue;
            }
            let is_measured = journey.readings.iter().any(|reading| {
                let is_later = opportunity.done.as_ref().is_some_and(|done| reading.date.value > done.value);
                let is_same = opportunity.measure.as_ref().is_none_or(|measure| *measure == reading.metric);
                is_later && is_same
            });
            if !is_measured {
                let message = format_args!("opportunity `{id}` is done and has no reading since");
                diagnostics.push(
                    at(document, opportunity.range, Name::DoneWithoutReading, message)
                        .help("add `done:` with the date, and a reading of its `measure` from after that date"),
                );
            }
        }
    }
}
