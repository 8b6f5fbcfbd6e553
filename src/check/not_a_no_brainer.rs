//! Opportunities called no-brainers that are costly, or not worth much to customers.

use super::{at, journeys};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::OpportunityKind;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        for (id, opportunity) in &journey.opportunities {
            if opportunity.kind != Some(OpportunityKind::NoBrainer) {
                continue;
            }
            let is_cheap = opportunity.effort.as_ref().is_some_and(|effort| effort.value <= 2);
            let is_worth_it = opportunity.customer_value.as_ref().is_some_and(|value| value.value >= 4);
            if !is_cheap || !is_worth_it {
                let message = format_args!("opportunity `{id}` is called a no-brainer and is not");
                diagnostics.push(
                    at(document, opportunity.range, Name::NotANoBrainer, message)
                        .help("a no-brainer has `effort` of at most 2 and `customer-value` of at least 4"),
                );
            }
        }
    }
}
