//! What became of every opportunity, with what was measured before and after.

use crate::base::Date;
use crate::content::front_matter::{Journey, Opportunity, OpportunityKind, OpportunityStatus, Owner, Reading};
use crate::graph::{Graph, Part, Place};

/// One opportunity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The opportunity.
    pub place: Place,
    /// What sort of improvement it is.
    pub kind: Option<OpportunityKind>,
    /// How far it is.
    pub status: OpportunityStatus,
    /// Who does it.
    pub owner: Owner,
    /// When it was done.
    pub done: Option<Date>,
    /// The last reading of its measure up to the day it was done, or up to now.
    pub before: Option<Measured>,
    /// The last reading since it was done.
    pub after: Option<Measured>,
}

/// One reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// In thousandths of the metric's unit.
    pub value: i64,
    /// When.
    pub date: Date,
    /// Over how many.
    pub n: Option<u32>,
}

/// Lists every opportunity of current journeys: by status, then as written.
#[must_use]
pub fn of(graph: &Graph) -> Vec<FollowUp> {
    let mut rows: Vec<FollowUp> = graph
        .current_journeys()
        .flat_map(|(node, journey)| {
            journey.opportunities.iter().map(move |(id, opportunity)| {
                let place = Place::part(node.id.clone(), Part::Opportunity(id.clone()));
                row(place, journey, opportunity)
            })
        })
        .collect();
    rows.sort_by_key(|row| order(row.status));
    rows
}

fn row(place: Place, journey: &Journey, opportunity: &Opportunity) -> FollowUp {
    let done = opportunity.done.as_ref().map(|done| done.value);
    let last = |is_wanted: &dyn Fn(&Reading) -> bool| {
        let measure = opportunity.measure.as_ref()?;
        let readings = journey.readings.iter().filter(|reading| reading.metric == *measure && is_wanted(reading));
        readings.max_by_key(|reading| reading.date.value).map(|reading| Measured {
            value: reading.value.value,
            date: reading.date.value,
            n: reading.n,
        })
    };
    FollowUp {
        place,
        kind: opportunity.kind,
        status: opportunity.status,
        owner: opportunity.owner.clone(),
        done,
        before: last(&|reading| done.is_none_or(|done| reading.date.value <= done)),
        after: last(&|reading| done.is_some_and(|done| reading.date.value > done)),
    }
}

/// What is being done comes first, what was given up last.
fn order(status: OpportunityStatus) -> u8 {
    match status {
        OpportunityStatus::InProgress => 0,
        OpportunityStatus::Testing => 1,
        OpportunityStatus::Planned => 2,
        OpportunityStatus::Open => 3,
        OpportunityStatus::Done => 4,
        OpportunityStatus::Dismissed => 5,
    }
}
