//! References in journeys, and the rules that tie one journey to others.

use std::collections::BTreeSet;

use super::super::query::stage_id;
use super::super::{Node, Part, Place, Relation, Side};
use super::documents::{owned_by, pain_at};
use super::lookup::{Resolver, suggest};
use crate::base::{Id, SourcePath, Span, Spanned, nearest_all};
use crate::content::front_matter::{
    Deviation, Emotion, Evidence, Journey, Opportunity, Owner, Pain, Phase, Ref, Rejoins, Removal, Status, Step,
    StepRef, TypedRef,
};
use crate::content::{EntityId, Kind};
use crate::diagnostic::{Diagnostic, Name};

/// Looks up what a journey names.
pub(super) fn resolve(node: &Node, journey: &Journey, resolver: &mut Resolver<'_>) {
    let Some(document) = node.document() else { return };
    let mut map = Map { id: &node.id, journey, path: &document.path, resolver };
    map.whole(node.is_broken);
    for (id, phase) in &journey.phases {
        map.phase(id, phase);
    }
    for (id, step) in journey.all_steps() {
        map.step(id, step);
    }
    for (id, deviation) in &journey.deviations {
        map.deviation(id, deviation);
    }
    for (id, opportunity) in &journey.opportunities {
        map.opportunity(id, opportunity);
    }
    for (id, evidence) in &journey.evidence {
        map.evidence(id, evidence);
    }
    map.hand_overs();
    map.readings();
}

struct Map<'a, 'g> {
    id: &'a EntityId,
    journey: &'a Journey,
    path: &'a SourcePath,
    resolver: &'a mut Resolver<'g>,
}

impl Map<'_, '_> {
    fn link(&mut self, from: &Place, relation: Relation, kind: Kind, reference: &Ref) {
        self.resolver.link(self.path, from, relation, kind, reference);
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.resolver.diagnostics.push(diagnostic);
    }

    fn span(&self, range: crate::base::TextRange) -> Span {
        Span::new(self.path, range)
    }

    fn whole(&mut self, is_broken: bool) {
        let journey = self.journey;
        let from = Place::whole(self.id.clone());
        if let Some(lifecycle) = &journey.lifecycle {
            self.link(&from, Relation::InLifecycle, Kind::Lifecycle, lifecycle);
        }
        if let Some(persona) = &journey.persona {
            self.link(&from, Relation::HeldBy, Kind::Persona, persona);
        }
        if let Some(workshop) = &journey.workshop {
            self.link(&from, Relation::CameFrom, Kind::Event, workshop);
        }
        for principle in journey.promise.iter().flat_map(|promise| &promise.principles) {
            self.link(&from, Relation::Promises, Kind::Principle, principle);
        }
        owned_by(self.path, &from, &journey.owner, self.resolver);
        if journey.owner == Owner::Unasked && journey.common.status == Status::Published && !is_broken {
            let title = journey.common.title.as_ref();
            let span = title.map_or(Span::file(self.path), |title| self.span(title.range));
            self.report(
                Diagnostic::new(Name::JourneyWithoutOwner, span, "this journey is published and has no owner")
                    .help("add `owner:` with a department, or `owner: nobody` if it is known that nobody is"),
            );
        }
        self.parent();
        self.counterpart(&from);
    }

    /// The step that this journey looks closer at belongs to a larger journey.
    fn parent(&mut self) {
        let Some(parent) = &self.journey.parent else { return };
        let Some(place) = self.resolver.step(self.path, (self.id, self.journey), parent) else { return };
        self.zoom(place, self.id.clone(), parent.range);
    }

    /// Ties a step to the journey that looks closer at it. That journey is smaller; one that is its
    /// own ancestor is told apart, and reported later.
    fn zoom(&mut self, step: Place, child: EntityId, range: crate::base::TextRange) {
        let level =
            |id: &EntityId| self.resolver.graph.node(id).and_then(Node::journey).and_then(|journey| journey.level);
        if let (Some(above), Some(below)) = (level(&step.entity), level(&child))
            && above >= below
            && !self.is_above(&child, &step.entity)
        {
            let message = format_args!(
                "journey `{}` is no larger than `{}`, which looks closer at a step of it",
                step.entity.id, child.id
            )
            .to_string();
            let span = self.span(range);
            self.report(Diagnostic::new(Name::WrongKindOfReference, span, message).help(
                "a lifecycle journey holds macro journeys, and a macro journey holds micro ones; change a `level`",
            ));
            return;
        }
        self.resolver.add(&step, Relation::ZoomsInto, Place::whole(child));
    }

    /// Whether the parents of `journey`, as written, lead up to `above`.
    fn is_above(&self, above: &EntityId, journey: &EntityId) -> bool {
        let mut at = journey.clone();
        let mut seen = BTreeSet::new();
        while at != *above {
            let parent = self.resolver.graph.node(&at).and_then(Node::journey).and_then(|own| own.parent.as_ref());
            let Some(next) = parent.and_then(|parent| parent.value.journey.as_ref()) else { return false };
            if !seen.insert(at) {
                return false;
            }
            at = EntityId::new(Kind::Journey, next);
        }
        true
    }

    fn counterpart(&mut self, from: &Place) {
        let Some(reference) = &self.journey.compares_with else { return };
        let Some(other) = self.resolver.find(self.path, Kind::Journey, reference) else { return };
        let Some(theirs) = other.journey() else { return };
        let problem = if other.id == *self.id || (theirs.state == self.journey.state && theirs.state.is_some()) {
            Some("compares with a journey of the same `kind`: one is current, the other future")
        } else if theirs.persona != self.journey.persona {
            Some("compares with a journey of another persona")
        } else {
            None
        };
        if let Some(problem) = problem {
            let message = format!("journey `{}` {problem}", self.id.id);
            let span = self.span(reference.range);
            self.report(Diagnostic::new(Name::WrongKindOfReference, span, message).label("named here"));
            return;
        }
        let to = Place::whole(other.id.clone());
        self.resolver.add(from, Relation::ComparesWith, to.clone());
        self.resolver.add(&to, Relation::ComparesWith, from.clone());
    }

    fn phase(&mut self, id: &Id, phase: &Phase) {
        let (Some(lifecycle), Some(stage)) = (&self.journey.lifecycle, &phase.stage) else { return };
        let lifecycle_id = EntityId::new(Kind::Lifecycle, &lifecycle.value);
        let Some(known) = self.resolver.graph.node(&lifecycle_id).and_then(Node::lifecycle) else { return };
        let stages: Vec<&str> = known.lobes.values().flatten().map(|stage| stage.value.as_str()).collect();
        if stages.contains(&stage.value.as_str()) {
            let from = Place::part(self.id.clone(), Part::Phase(id.clone()));
            let to = stage_id(lifecycle.value.as_str(), stage.value.as_str());
            self.resolver.add(&from, Relation::AtStage, Place::whole(to));
            return;
        }
        let near = nearest_all(stage.value.as_str(), stages.iter().copied());
        let help = match near.first() {
            Some(near) => format!("did you mean `{near}`? The stages are {}", stages.join(", ")),
            None => format!("the stages are {}", stages.join(", ")),
        };
        let message = format!("lifecycle `{}` has no stage `{}`", lifecycle.value, stage.value);
        let span = self.span(stage.range);
        self.report(Diagnostic::new(Name::UnknownStage, span, message).label("named here").help(help));
    }

    fn step(&mut self, id: &Id, step: &Step) {
        let from = Place::step(self.id, id);
        if let Some(Spanned { value: TypedRef { kind, id }, range }) = &step.actor {
            self.link(&from, Relation::DoneBy, *kind, &Spanned::new(id.clone(), *range));
        }
        self.needs(&from, step);
        for touchpoint in step.touchpoints.refs() {
            self.link(&from, Relation::UsesTouchpoint, Kind::Touchpoint, touchpoint);
        }
        self.channel(&from, step);
        for (side, row) in [(Side::Front, &step.frontstage), (Side::Back, &step.backstage)] {
            for (department, _) in row {
                self.link(&from, Relation::OnStage(side), Kind::Department, department);
            }
        }
        step.tells.iter().for_each(|information| self.informs(information));
        if let Some(hearer) = &step.told_to {
            self.link(&from, Relation::ToldTo, Kind::Department, hearer);
        }
        for system in &step.support {
            self.link(&from, Relation::SupportedBy, Kind::System, system);
        }
        for (principle, verdict) in &step.principles {
            self.link(&from, Relation::AppliesPrinciple(verdict.value), Kind::Principle, principle);
        }
        for metric in &step.metrics {
            self.link(&from, Relation::MeasuredBy, Kind::Metric, metric);
        }
        self.feels(&from, step.emotion.as_ref());
        for (pain_id, pain) in &step.pains {
            self.pain(&pain_at(self.id, id, pain_id), id, pain);
        }
        for next in &step.next {
            if let Some(to) = self.resolver.own_step(self.path, (self.id, self.journey), next) {
                self.resolver.add(&from, Relation::LeadsTo, to);
            }
        }
        if let Some(child) = &step.journey
            && let Some(child_node) = self.resolver.find(self.path, Kind::Journey, child)
        {
            let child_id = child_node.id.clone();
            self.zoom(from, child_id, child.range);
        }
    }

    fn needs(&mut self, from: &Place, step: &Step) {
        let Some(persona) = &self.journey.persona else { return };
        let persona = EntityId::new(Kind::Persona, &persona.value);
        let Some(known) = self.resolver.graph.node(&persona).and_then(Node::persona) else { return };
        for need in &step.needs {
            if self.resolver.is_declared(
                self.path,
                ("need of the persona", "`needs:` of the persona"),
                need,
                known.needs.keys(),
            ) {
                let to = Place::part(persona.clone(), Part::Need(need.value.clone()));
                self.resolver.add(from, Relation::MeetsNeed, to);
            }
        }
    }

    /// The channel of a step is one of those its touchpoints are met on.
    fn channel(&mut self, from: &Place, step: &Step) {
        let Some(channel) = &step.channel else { return };
        if self.resolver.find(self.path, Kind::Channel, channel).is_none() {
            return;
        }
        self.resolver.add(from, Relation::OnChannel, Place::whole(EntityId::new(Kind::Channel, &channel.value)));
        let touchpoints: Vec<&Node> = step
            .touchpoints
            .refs()
            .iter()
            .filter_map(|touchpoint| self.resolver.graph.node(&EntityId::new(Kind::Touchpoint, &touchpoint.value)))
            .collect();
        let possible: Vec<&str> = touchpoints
            .iter()
            .filter_map(|node| node.touchpoint())
            .flat_map(|touchpoint| touchpoint.channels.iter().map(|channel| channel.value.as_str()))
            .collect();
        if let Some(touchpoint) = touchpoints.first()
            && !possible.contains(&channel.value.as_str())
        {
            let message = format!("touchpoint `{}` is not met on channel `{}`", touchpoint.id.id, channel.value);
            let span = self.span(channel.range);
            self.report(
                Diagnostic::new(Name::UnknownValue, span, message)
                    .label("named here")
                    .related(super::lookup::place_of(touchpoint), "the touchpoint is declared here")
                    .help(format_args!("expected one of `{}`", possible.join("`, `"))),
            );
        }
    }

    fn feels(&mut self, from: &Place, emotion: Option<&Emotion>) {
        for evidence in emotion.into_iter().flat_map(|emotion| &emotion.evidence) {
            self.rests_on(from, evidence);
        }
    }

    fn informs(&mut self, information: &Ref) {
        if !self.journey.is_partly_read {
            let known = self.journey.information.keys();
            self.resolver.is_declared(self.path, ("information", "`information:`"), information, known);
        }
    }

    fn rests_on(&mut self, from: &Place, evidence: &Ref) {
        if self.journey.is_partly_read && !self.journey.evidence.contains_key(&evidence.value) {
            return;
        }
        if self.resolver.is_declared(
            self.path,
            (
                "evidence of this journey",
                "`evidence:`, as in `<id>: { kind: quote, says: …, date: 2025-03, consent: anonymised }`",
            ),
            evidence,
            self.journey.evidence.keys(),
        ) {
            let to = Place::part(self.id.clone(), Part::Evidence(evidence.value.clone()));
            self.resolver.add(from, Relation::RestsOn, to);
        }
    }

    fn pain(&mut self, from: &Place, at: &Id, pain: &Pain) {
        owned_by(self.path, from, &pain.owner, self.resolver);
        if let Some(symptom) = &pain.symptom {
            self.link(from, Relation::ShowsSymptom, Kind::Symptom, symptom);
        }
        for evidence in &pain.evidence {
            self.rests_on(from, evidence);
        }
        if let Some(cause) = &pain.cause
            && let Some(to) = self.resolver.step(self.path, (self.id, self.journey), cause)
        {
            if self.is_later(&to, at) {
                let span = self.span(cause.range);
                let message =
                    format!("step `{}` comes after `{at}` and cannot be the cause of its pain", cause.value.step);
                self.report(
                    Diagnostic::new(Name::WrongKindOfReference, span, message)
                        .label("named here")
                        .help("name the step where the trouble starts; list the later steps under `affects`"),
                );
            } else {
                self.resolver.add(from, Relation::CausedBy, to);
            }
        }
        for affected in &pain.affects {
            if let Some(to) = self.resolver.step(self.path, (self.id, self.journey), affected) {
                self.resolver.add(from, Relation::Affects, to);
            }
        }
    }

    /// Whether a step of this journey comes after another, or after the step that other leaves from.
    fn is_later(&self, cause: &Place, at: &Id) -> bool {
        let on_path = |id: &Id| self.journey.path().position(|(_, _, step, _)| step == id);
        let leaves_from = |id: &Id| {
            let deviation = self
                .journey
                .deviations
                .iter()
                .find(|(name, deviation)| *name == id || deviation.steps.contains_key(id));
            deviation.and_then(|(_, deviation)| deviation.from.as_ref()).and_then(|from| on_path(&from.value))
        };
        let (Some(cause_step), true) = (cause.step_id(), cause.entity == *self.id) else { return false };
        match (on_path(cause_step), on_path(at).or_else(|| leaves_from(at))) {
            (Some(cause), Some(at)) => cause > at,
            _ => false,
        }
    }

    fn deviation(&mut self, id: &Id, deviation: &Deviation) {
        let from = Place::part(self.id.clone(), Part::Deviation(id.clone()));
        if let Some(step) = &deviation.from
            && let Some(to) = self.resolver.own_step(self.path, (self.id, self.journey), step)
        {
            self.resolver.add(&from, Relation::LeavesFrom, to);
        }
        if let Some(Rejoins::Step(step)) = &deviation.rejoins
            && let Some(to) = self.resolver.own_step(self.path, (self.id, self.journey), step)
        {
            self.resolver.add(&from, Relation::RejoinsAt, to);
        }
        for evidence in &deviation.evidence {
            self.rests_on(&from, evidence);
        }
        self.feels(&from, deviation.emotion.as_ref());
        owned_by(self.path, &from, &deviation.owner, self.resolver);
        for (principle, verdict) in &deviation.principles {
            self.link(&from, Relation::AppliesPrinciple(verdict.value), Kind::Principle, principle);
        }
        for (pain_id, pain) in &deviation.pains {
            self.pain(&pain_at(self.id, id, pain_id), id, pain);
        }
    }

    fn opportunity(&mut self, id: &Id, opportunity: &Opportunity) {
        let from = Place::part(self.id.clone(), Part::Opportunity(id.clone()));
        for pain in &opportunity.addresses {
            if let Some(to) = self.resolver.pain(self.path, (self.id, self.journey), pain) {
                self.resolver.add(&from, Relation::Addresses, to);
            }
        }
        for removal in &opportunity.removes {
            let to = match &removal.value {
                Removal::Step(step) | Removal::Wow(step) => {
                    let reference = StepRef { journey: None, step: step.clone() };
                    let reference = Spanned::new(reference, removal.range);
                    self.resolver.step(self.path, (self.id, self.journey), &reference)
                }
                Removal::Touchpoint(touchpoint) => {
                    let reference = Spanned::new(touchpoint.clone(), removal.range);
                    let node = self.resolver.find(self.path, Kind::Touchpoint, &reference);
                    node.map(|node| Place::whole(node.id.clone()))
                }
            };
            if let Some(to) = to {
                self.resolver.add(&from, Relation::Removes, to);
            }
        }
        owned_by(self.path, &from, &opportunity.owner, self.resolver);
        if let Some(measure) = &opportunity.measure {
            self.link(&from, Relation::MeasuredBy, Kind::Metric, measure);
        }
    }

    fn evidence(&mut self, id: &Id, evidence: &Evidence) {
        let from = Place::part(self.id.clone(), Part::Evidence(id.clone()));
        if let Some(persona) = &evidence.who {
            self.link(&from, Relation::SaidBy, Kind::Persona, persona);
        }
        if let Some(source) = &evidence.source {
            self.link(&from, Relation::Cites, Kind::Source, source);
        }
    }

    fn hand_overs(&mut self) {
        let from = Place::whole(self.id.clone());
        for hand_over in &self.journey.hand_overs {
            for department in [&hand_over.from, &hand_over.to] {
                self.link(&from, Relation::HandsOverBetween, Kind::Department, department);
            }
            hand_over.what.iter().for_each(|information| self.informs(information));
            if let Some(system) = &hand_over.via {
                self.link(&from, Relation::HandsOverVia, Kind::System, system);
            }
        }
    }

    fn readings(&mut self) {
        let from = Place::whole(self.id.clone());
        for reading in &self.journey.readings {
            if let Some(step) = &reading.step {
                self.resolver.own_step(self.path, (self.id, self.journey), step);
            }
            if let Some(persona) = &reading.persona {
                self.resolver.find(self.path, Kind::Persona, persona);
            }
            if let Some(source) = &reading.source {
                self.link(&from, Relation::Cites, Kind::Source, source);
            }
            let Some(node) = self.resolver.find(self.path, Kind::Metric, &reading.metric) else { continue };
            self.resolver.add(&from, Relation::Reads, Place::whole(node.id.clone()));
            if let Some((least, most)) = node.metric().and_then(|metric| metric.scale)
                && !(least..=most).contains(&reading.value.value)
            {
                let message = format!(
                    "metric value {} is outside the scale {}..{} of `{}`",
                    thousandths(reading.value.value),
                    thousandths(least),
                    thousandths(most),
                    node.id.id
                );
                let problem = Diagnostic::new(Name::ValueOffScale, self.span(reading.value.range), message)
                    .related(super::lookup::place_of(node), "the scale is declared here");
                self.report(suggest(problem, &[]));
            }
        }
    }
}

/// A number of thousandths as authors write it: `12.5`.
fn thousandths(value: i64) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let (whole, rest) = (value.unsigned_abs() / 1000, value.unsigned_abs() % 1000);
    let decimals = format!("{rest:03}");
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
}
