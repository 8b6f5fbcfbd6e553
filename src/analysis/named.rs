//! Findings to who is named in them: how many rows of each view speak of an entity or of a step.
//!
//! Pages of entities link back to the views by it. Departments are named, people never.

use std::collections::{BTreeMap, BTreeSet};

use super::Findings;
use super::duplicates::Scope;
use super::sneaky_traps::Loss;
use crate::content::{EntityId, Kind};
use crate::graph::route::FINDINGS;
use crate::graph::{Graph, Part, Place};

/// Which views name which entities and steps, and in how many rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    rows: BTreeMap<Place, BTreeMap<usize, usize>>,
}

impl Named {
    /// The views that name `place`, in the order of the hub, with the number of rows that do.
    #[must_use]
    pub fn of(&self, place: &Place) -> Vec<(&'static str, usize)> {
        let views = self.rows.get(place).into_iter().flatten();
        views.filter_map(|(view, rows)| Some((*FINDINGS.get(*view)?, *rows))).collect()
    }

    /// Counts one row of a view for each entity and each step that it names.
    fn row(&mut self, view: &str, places: impl IntoIterator<Item = Place>) {
        let Some(view) = FINDINGS.iter().position(|name| *name == view) else { return };
        let mut named: BTreeSet<Place> = BTreeSet::new();
        for place in places {
            named.insert(Place::whole(place.entity.clone()));
            if let Some(Part::Step(at) | Part::Pain { at, .. }) = &place.part {
                named.insert(Place::step(&place.entity, at));
            }
        }
        for place in named {
            *self.rows.entry(place).or_default().entry(view).or_default() += 1;
        }
    }
}

/// Reads every view.
#[must_use]
pub fn of(graph: &Graph, findings: &Findings) -> Named {
    let mut named = Named::default();
    principles(findings, &mut named);
    ownership(graph, findings, &mut named);
    experience(findings, &mut named);
    grounds(findings, &mut named);
    named
}

fn whole(ids: &[EntityId]) -> impl Iterator<Item = Place> {
    ids.iter().cloned().map(Place::whole)
}

fn principles(findings: &Findings, named: &mut Named) {
    for (principle, journey) in findings.coverage.cells.keys() {
        named.row("coverage", whole(&[principle.clone(), journey.clone()]));
    }
    let orphans = &findings.orphans;
    for id in orphans.principles.iter().chain(&orphans.unproven).chain(&orphans.journeys) {
        named.row("orphans", [Place::whole(id.clone())]);
    }
    for step in &orphans.steps {
        named.row("orphans", [step.clone()]);
    }
    for one in &findings.what_if {
        named.row("what-if", [Place::whole(one.principle.clone())]);
    }
}

fn ownership(graph: &Graph, findings: &Findings, named: &mut Named) {
    for one in findings.unowned.nobody.iter().chain(&findings.unowned.not_asked) {
        named.row("unowned", [one.place.clone()]);
    }
    for one in &findings.no_brainers {
        named.row("no-brainers", [one.place.clone()]);
    }
    let idle = &findings.idle;
    for place in idle.pains.iter().chain(&idle.unmeasured).chain(&idle.unproven) {
        named.row("idle", [place.clone()]);
    }
    for one in &findings.follow_up {
        named.row("follow-up", [Some(one.place.clone()), measure(graph, &one.place)].into_iter().flatten());
    }
    for one in &findings.sneaky_traps {
        let losses = one.losses.iter().flat_map(|loss| match loss {
            Loss::GoodStep(place, _) | Loss::Wow(place) => vec![place.clone()],
            Loss::Principle(place, principle) => vec![place.clone(), Place::whole(principle.clone())],
        });
        named.row("sneaky-traps", [one.place.clone()].into_iter().chain(losses));
    }
}

/// The metric that is to show whether an opportunity did any good.
fn measure(graph: &Graph, opportunity: &Place) -> Option<Place> {
    let Some(Part::Opportunity(id)) = &opportunity.part else { return None };
    let journey = graph.node(&opportunity.entity)?.journey()?;
    let metric = journey.opportunities.get(id)?.measure.as_ref()?;
    Some(Place::whole(EntityId::new(Kind::Metric, metric.value.as_str())))
}

fn experience(findings: &Findings, named: &mut Named) {
    for group in &findings.duplicates.groups {
        let scope = match &group.scope {
            Scope::Journey(journey, _) => vec![Place::whole(journey.clone())],
            Scope::Stage { stage, persona } => vec![Place::whole(stage.clone()), Place::whole(persona.clone())],
        };
        let members =
            group.members.iter().flat_map(|(touchpoint, step)| [Place::whole(touchpoint.clone()), step.clone()]);
        let purpose = Place::whole(group.purpose.clone());
        named.row("duplicates", scope.into_iter().chain(members).chain(whole(&group.owners)).chain([purpose]));
    }
    for (touchpoint, owners) in &findings.duplicates.shared {
        named.row("duplicates", whole(owners).chain([Place::whole(touchpoint.clone())]));
    }
    for (one, other) in &findings.duplicates.alike {
        named.row("duplicates", whole(&[one.clone(), other.clone()]));
    }
    for one in &findings.tell_us_once.repetitions {
        named.row("tell-us-once", whole(&one.from).chain(whole(&one.to)).chain([one.first.clone(), one.again.clone()]));
    }
    for one in &findings.seams {
        for (from, to) in &one.seams {
            named.row("seams", [from.clone(), to.clone()]);
        }
    }
    for one in &findings.peak_end {
        let shape =
            one.shape.iter().flat_map(|shape| [shape.peak.0.clone(), shape.end.0.clone(), shape.lowest.0.clone()]);
        named.row("peak-and-end", shape.chain([Place::whole(one.journey.clone())]));
    }
    for one in &findings.hot_spots {
        named.row("hot-spots", [one.place.clone()]);
    }
    for one in &findings.promises {
        let outcomes = one.outcomes.iter().map(|(metric, _)| Place::whole(metric.clone()));
        named.row("promises", one.reasons.iter().cloned().chain(outcomes).chain([Place::whole(one.journey.clone())]));
    }
    for one in &findings.perception_gaps.steps {
        named.row("perception-gaps", [one.place.clone()]);
    }
    for (department, _, _) in &findings.perception_gaps.departments {
        named.row("perception-gaps", [Place::whole(department.clone())]);
    }
}

fn grounds(findings: &Findings, named: &mut Named) {
    for one in findings.stages.iter().filter(|stage| !stage.journeys.is_empty()) {
        let lowest = one.lowest.iter().map(|(place, _)| place.clone());
        named.row("stages", whole(&one.journeys).chain([Place::whole(one.stage.clone())]).chain(lowest));
    }
    for one in &findings.blinkers {
        named.row("blinkers", whole(&[one.department.clone(), one.journey.clone()]));
    }
    for one in &findings.evidence {
        named.row("evidence", one.bare_pains.iter().cloned().chain([Place::whole(one.journey.clone())]));
    }
    for one in &findings.root_causes {
        named.row("root-causes", one.pains.iter().chain(&one.affected).cloned().chain([one.step.clone()]));
    }
    let said = &findings.said_and_meant;
    for place in said.evidence.iter().chain(&said.unmet) {
        named.row("said-and-meant", [place.clone()]);
    }
    for one in &findings.consistency.metrics {
        named.row("consistency", [Place::whole(one.metric.clone())]);
    }
    for (touchpoint, _, _, steps) in &findings.consistency.touchpoints {
        named.row("consistency", steps.iter().cloned().chain([Place::whole(touchpoint.clone())]));
    }
    for one in &findings.symptoms {
        named.row("symptoms", one.pains.iter().cloned().chain([Place::whole(one.symptom.clone())]));
    }
    for one in &findings.channels {
        for (channel, _) in &one.channels {
            named.row("channels", whole(&[one.stage.clone(), channel.clone()]));
        }
    }
}
