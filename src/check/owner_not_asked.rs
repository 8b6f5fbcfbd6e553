//! Pains, opportunities, deviations and drafts of journeys of which nobody has asked who owns them.

use super::{at, journeys, pains, some_of, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::Kind;
use crate::content::front_matter::{OpportunityStatus, Owner};
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    let help = match some_of(graph, Kind::Department) {
        Some(names) => format!("name the department ({names}), or write `owner: nobody` if it is known that nobody is"),
        None => "name the department, or write `owner: nobody` if it is known that nobody is".to_owned(),
    };
    for (node, document, journey) in journeys(graph) {
        // Once it is published, that is an error of its own.
        if journey.owner == Owner::Unasked && !node.is_public() {
            let message = "this journey has neither an owner nor `owner: nobody`";
            diagnostics.push(whole(document, &journey.common, Name::OwnerNotAsked, message).help(&help));
        }
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
                diagnostics.push(at(document, range, Name::OwnerNotAsked, message).help(&help));
            }
        }
    }
}
