//! Improvements that cost little and are worth much: those that nobody owns first.

use std::cmp::Reverse;

use super::rounded;
use crate::content::front_matter::{Opportunity, OpportunityKind, OpportunityStatus, Owner};
use crate::graph::{Graph, Part, Place};

/// An improvement that should simply be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoBrainer {
    /// The opportunity.
    pub place: Place,
    /// Worth by cost, in hundredths: the mean of both values divided by the effort. None where the
    /// effort or the worth to the customer is not known.
    pub ratio: Option<i64>,
    /// Whether some department is to do it.
    pub is_owned: bool,
    /// How far it is.
    pub status: OpportunityStatus,
}

/// Lists those that are not done: unowned first, then by ratio.
#[must_use]
pub fn of(graph: &Graph) -> Vec<NoBrainer> {
    let mut rows: Vec<NoBrainer> = graph
        .current_journeys()
        .flat_map(|(node, journey)| journey.opportunities.iter().map(move |(id, opportunity)| (node, id, opportunity)))
        .filter(|(_, _, opportunity)| {
            !matches!(opportunity.status, OpportunityStatus::Done | OpportunityStatus::Dismissed)
                && is_no_brainer(opportunity)
        })
        .map(|(node, id, opportunity)| NoBrainer {
            place: Place::part(node.id.clone(), Part::Opportunity(id.clone())),
            ratio: ratio(opportunity),
            is_owned: matches!(opportunity.owner, Owner::Departments(_)),
            status: opportunity.status,
        })
        .collect();
    rows.sort_by_key(|row| (row.is_owned, Reverse(row.ratio), row.place.clone()));
    rows
}

fn is_no_brainer(opportunity: &Opportunity) -> bool {
    let is_cheap = opportunity.effort.as_ref().is_some_and(|effort| effort.value <= 2);
    let is_worth_it = opportunity.customer_value.as_ref().is_some_and(|value| value.value >= 4);
    opportunity.kind == Some(OpportunityKind::NoBrainer) || (is_cheap && is_worth_it)
}

/// Worth by cost, in hundredths. Where the worth to the organisation is not known, that to the customer stands alone.
pub fn ratio(opportunity: &Opportunity) -> Option<i64> {
    let customer = i64::from(opportunity.customer_value.as_ref()?.value);
    let business = opportunity.business_value.as_ref().map_or(customer, |value| i64::from(value.value));
    let effort = i64::from(opportunity.effort.as_ref()?.value);
    (effort > 0).then(|| rounded((customer + business) * 100, 2 * effort))
}
