//! Opportunities that were due and are not done.

use super::{at, journeys};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::OpportunityStatus;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, today: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        for (id, opportunity) in &journey.opportunities {
            let is_open = !matches!(opportunity.status, OpportunityStatus::Done | OpportunityStatus::Dismissed);
            let Some(due) = opportunity.due.as_ref().filter(|due| is_open && due.value < today) else { continue };
            let message = format_args!("opportunity `{id}` was due on {}", due.value);
            diagnostics.push(
                at(document, due.range, Name::OpportunityOverdue, message)
                    .help("move the date, or set the status to `done` or `dismissed`"),
            );
        }
    }
}
