//! Pains, opportunities and deviations of which nobody has asked who owns them.

use super::{at, journeys, pains};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::{OpportunityStatus, Owner};
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        let pains = pains(journey).map(|(_, id, pain)| ("pain", id, &pain.owner, pain.range));
        let deviations =
            journey.deviations.iter().map(|(id, deviation)| ("deviation", id, &deviation.owner, deviation.range));
        let opportunities = journey
            .opportunities
            .iter()
            .filter(|(_, opportunity)| opportunity.status != OpportunityStatus::Dismissed)
            .map(|(id, opportunity)| ("opportunity", id, &opportunity.owner, opportunity.range));
        for (noun, id, owner, range) in pains.chain(deviations).chain(opportunities) {
            if *owner == Owner::Unasked {
                let message = format_args!("{noun} `{id}` has neither an owner nor `owner: nobody`");
                diagnostics.push(
                    at(document, range, Name::OwnerNotAsked, message)
                        .help("name the department, or write `owner: nobody` if it is known that nobody is"),
                );
            }
        }
    }
}
