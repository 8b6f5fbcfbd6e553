//! The register of what nobody owns, the worst and the oldest first, each with where an owner may be found.
//!
//! Nearest to a pain, a way off the path or an opportunity are the departments of the steps it is about; to a
//! touchpoint, those of the steps that use it. Of a step, first who answers for it, then who acts behind it, then who
//! owns the systems it rests on.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::base::{Date, Id};
use crate::content::front_matter::{Journey, OpportunityStatus, Owner, Pain, Rejoins, Removal, Severity};
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Node, Part, Place};

/// What nobody owns, and of what nobody has asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unowned {
    /// It is known that nobody owns these: by severity, then age.
    pub nobody: Vec<Orphaned>,
    /// Nobody has asked who owns these.
    pub not_asked: Vec<Orphaned>,
    places: BTreeSet<Place>,
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
    /// The departments nearest to it, the nearest first.
    pub near: Vec<EntityId>,
    /// The opportunities that would ease it.
    pub eased_by: Vec<Place>,
}

impl Unowned {
    /// How many of those that nobody owns are of this sort, told by [`Part::noun`]; `touchpoint` for touchpoints.
    #[must_use]
    pub fn count(&self, noun: &str) -> usize {
        let noun_of = |place: &Place| place.part.as_ref().map_or(place.entity.kind.noun(), Part::noun);
        self.nobody.iter().filter(|row| noun_of(&row.place) == noun).count()
    }

    /// Whether the register has a row for `place`.
    #[must_use]
    pub fn lists(&self, place: &Place) -> bool {
        self.places.contains(place)
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
                near: Vec::new(),
                eased_by: Vec::new(),
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
    for row in unowned.nobody.iter_mut().chain(&mut unowned.not_asked) {
        row.near = near(graph, &row.place);
        row.eased_by = graph.easing(&row.place).map(|(opportunity, _)| opportunity.clone()).collect();
    }
    let rows = unowned.nobody.iter().chain(&unowned.not_asked);
    unowned.places = rows.map(|row| row.place.clone()).collect();
    unowned
}

fn plain(place: Place) -> Orphaned {
    Orphaned { place, severity: None, since: None, months: None, near: Vec::new(), eased_by: Vec::new() }
}

/// The departments nearest to `place`, the nearest first.
fn near(graph: &Graph, place: &Place) -> Vec<EntityId> {
    let mut near: Vec<EntityId> = Vec::new();
    let mut add = |id: &Id| {
        let department = EntityId::new(Kind::Department, id.as_str());
        if !near.contains(&department) {
            near.push(department);
        }
    };
    let places = steps(graph, place);
    let steps = || places.iter().filter_map(|place| graph.step(place));
    for id in steps().flat_map(|step| graph.responsible(step)) {
        add(&id);
    }
    for (department, _) in steps().flat_map(|step| &step.backstage) {
        add(&department.value);
    }
    for system in steps().flat_map(|step| &step.support) {
        let node = graph.node(&EntityId::new(Kind::System, system.value.as_str()));
        if let Some(Owner::Departments(owners)) = node.and_then(Node::system).map(|system| &system.owner) {
            owners.iter().for_each(|owner| add(&owner.value));
        }
    }
    near
}

/// The steps that `place` is about.
fn steps(graph: &Graph, place: &Place) -> Vec<Place> {
    let journey = || graph.node(&place.entity).and_then(Node::journey);
    let here = |step: &Id| Place::step(&place.entity, step);
    let around = |deviation: &Id| {
        let deviation = journey().and_then(|journey| journey.deviations.get(deviation));
        let from = deviation.and_then(|deviation| deviation.from.as_ref());
        let own = deviation.into_iter().flat_map(|deviation| deviation.steps.keys());
        let rejoins = match deviation.and_then(|deviation| deviation.rejoins.as_ref()) {
            Some(Rejoins::Step(step)) => Some(&step.value),
            _ => None,
        };
        from.map(|from| &from.value).into_iter().chain(own).chain(rejoins).map(here).collect::<Vec<Place>>()
    };
    let at = |at: &Id| match graph.step(&here(at)) {
        Some(_) => vec![here(at)],
        None => around(at),
    };
    match &place.part {
        None => graph.steps_of(&place.entity),
        Some(Part::Pain { at: step, .. }) => at(step),
        Some(Part::Deviation(deviation)) => around(deviation),
        Some(Part::Opportunity(_)) => {
            let Some(opportunity) = graph.opportunity(place) else { return Vec::new() };
            let eased = opportunity.addresses.iter().map(|pain| {
                let journey = pain.value.step.journey.as_ref();
                let journey =
                    journey.map_or_else(|| place.entity.clone(), |id| EntityId::new(Kind::Journey, id.as_str()));
                Place::step(&journey, &pain.value.step.step)
            });
            let removed = opportunity.removes.iter().filter_map(|removal| match &removal.value {
                Removal::Step(step) | Removal::Wow(step) => Some(here(step)),
                Removal::Touchpoint(_) => None,
            });
            eased.chain(removed).collect()
        }
        Some(_) => Vec::new(),
    }
}

/// Every pain of a journey with where it hurts.
pub(super) fn pains(journey: &Journey) -> impl Iterator<Item = (&crate::base::Id, &crate::base::Id, &Pain)> {
    let of_steps = journey.all_steps().map(|(at, step)| (at, &step.pains));
    let of_deviations = journey.deviations.iter().map(|(at, deviation)| (at, &deviation.pains));
    of_steps.chain(of_deviations).flat_map(|(at, pains)| pains.iter().map(move |(id, pain)| (at, id, pain)))
}
