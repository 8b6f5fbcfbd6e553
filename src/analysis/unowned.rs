//! The register of what nobody owns, the worst and the oldest first.

use std::cmp::Reverse;

use crate::base::Date;
use crate::content::Kind;
use crate::content::front_matter::{Journey, OpportunityStatus, Owner, Pain, Severity};
use crate::graph::{Graph, Part, Place};

/// What nobody owns, and of what nobody has asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unowned {
    /// It is known that nobody owns these: by severity, then age.
    pub nobody: Vec<Orphaned>,
    /// Nobody has asked who owns these.
    pub not_asked: Vec<Orphaned>,
}

/// A pain, an opportunity, a deviation or a touchpoint without an owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphaned {
    /// Which one.
    pub place: Place,
    /// How much it hurts, if it is a pain.
    pub severity: Option<Severity>,
    /// Since when, if that is known.
    pub since: Option<Date>,
    /// Whole months since then.
    pub months: Option<i32>,
}

impl Unowned {
    /// How many of those that nobody owns are of this sort, told by [`Part::noun`]; `touchpoint` for touchpoints.
    #[must_use]
    pub fn count(&self, noun: &str) -> usize {
        let noun_of = |place: &Place| place.part.as_ref().map_or(place.entity.kind.noun(), Part::noun);
        self.nobody.iter().filter(|row| noun_of(&row.place) == noun).count()
    }

    /// The earliest date any of those that nobody owns has hurt since.
    #[must_use]
    pub fn oldest(&self) -> Option<Date> {
        self.nobody.iter().filter_map(|row| row.since).min()
    }
}

/// Lists them as of `today`.
#[must_use]
pub fn of(graph: &Graph, today: Date) -> Unowned {
    let mut unowned = Unowned::default();
    let mut note = |owner: &Owner, row: Orphaned| match owner {
        Owner::Nobody(_) => unowned.nobody.push(row),
        Owner::Unasked => unowned.not_asked.push(row),
        Owner::Departments(_) => {}
    };
    for (node, journey) in graph.current_journeys() {
        for (at, id, pain) in pains(journey) {
            let since = pain.since.as_ref().map(|since| since.value);
            let row = Orphaned {
                place: Place::part(node.id.clone(), Part::Pain { at: at.clone(), pain: id.clone() }),
                severity: Some(pain.severity),
                since,
                months: since.map(|since| since.months_until(today)),
            };
            note(&pain.owner, row);
        }
        for (id, deviation) in &journey.deviations {
            note(&deviation.owner, plain(Place::part(node.id.clone(), Part::Deviation(id.clone()))));
        }
        for (id, opportunity) in &journey.opportunities {
            if !matches!(opportunity.status, OpportunityStatus::Done | OpportunityStatus::Dismissed) {
                note(&opportunity.owner, plain(Place::part(node.id.clone(), Part::Opportunity(id.clone()))));
            }
        }
    }
    for node in graph.of_kind(Kind::Touchpoint) {
        if let Some(touchpoint) = node.touchpoint() {
            note(&touchpoint.owner, plain(Place::whole(node.id.clone())));
        }
    }
    for rows in [&mut unowned.nobody, &mut unowned.not_asked] {
        rows.sort_by_key(|row| {
            (Reverse(row.severity), row.since.is_none(), row.since, graph.position(&row.place), row.place.clone())
        });
    }
    unowned
}

fn plain(place: Place) -> Orphaned {
    Orphaned { place, severity: None, since: None, months: None }
}

/// Every pain of a journey with where it hurts.
pub(super) fn pains(journey: &Journey) -> impl Iterator<Item = (&crate::base::Id, &crate::base::Id, &Pain)> {
    let of_steps = journey.all_steps().map(|(at, step)| (at, &step.pains));
    let of_deviations = journey.deviations.iter().map(|(at, deviation)| (at, &deviation.pains));
    of_steps.chain(of_deviations).flat_map(|(at, pains)| pains.iter().map(move |(id, pain)| (at, id, pain)))
}
