//! A journey to its steps one after the other: the linear reading that holds everything the map does.
//!
//! The elements that content may link to have their ids here: phases, steps and pains.

use super::Sheet;
use super::told::{StepTold, Told};
use crate::base::Id;
use crate::content::front_matter::{Step, TypedRef};
use crate::content::{EntityId, Kind};
use crate::graph::{Part, Place};
use crate::view::entries::{entity, plain_entry, said};
use crate::view::names::Named;
use crate::view::page::{Badge, Entries, Entry, Fact, Link, PhaseHead, WalkStep};
use crate::view::scope::{args, badge};

impl Sheet<'_> {
    /// The steps of the path, each phase given on its first step.
    pub(super) fn walk(&self, told: &Told) -> Vec<WalkStep> {
        let steps = (0..self.steps.len())
            .map(|at| {
                let starts = at == 0 || self.steps[at - 1].phase != self.steps[at].phase;
                let phase = starts.then(|| self.phase_head(self.steps[at].phase)).flatten();
                let number = self.scope.number(at + 1);
                WalkStep {
                    facts: self.facts(self.steps[at].id, self.step(at), &told.steps[at]),
                    ..self.walk_step(self.steps[at].id, self.step(at), number, phase)
                }
            })
            .collect();
        led(steps)
    }

    /// The steps of a deviation, without numbers.
    pub fn detour(&self, steps: &indexmap::IndexMap<Id, Step>) -> Vec<WalkStep> {
        let steps = steps
            .iter()
            .map(|(id, step)| WalkStep {
                facts: self.facts(id, step, &self.step_told(id, step)),
                ..self.walk_step(id, step, String::new(), None)
            })
            .collect();
        led(steps)
    }

    fn walk_step(&self, id: &Id, step: &Step, number: String, phase: Option<PhaseHead>) -> WalkStep {
        let score = step.emotion.as_ref().map(|emotion| emotion.score);
        let scope = &self.scope;
        WalkStep {
            anchor: format!("step-{id}"),
            former: scope.graph().former_anchors(self.id, &Part::Step(id.clone())),
            number,
            phase,
            name_html: scope.step_name(self.id, id),
            mode: scope.name_of(scope.graph().mode(step)),
            score: score.map(|score| scope.score(score)),
            sign: match score {
                None => "none",
                Some(1..) => "pos",
                Some(0) => "zero",
                Some(_) => "neg",
            },
            marks: self.marks(step),
            does_html: scope.text_if(self.id, step.does.as_ref()),
            thinks_html: scope.text_if(self.id, step.thinks.as_ref()),
            figure: step.figure.as_ref().and_then(|figure| scope.figure(self.id, figure)),
            facts: Vec::new(),
            zoom: self.zoom(id).map(|child| scope.entity_name(&child)),
            previous: None,
            next: None,
        }
    }

    /// The journey that looks closer at a step, whichever of the two declares it.
    fn zoom(&self, step: &Id) -> Option<EntityId> {
        let here = Place::step(self.id, step);
        let children = self.scope.graph().children(self.id);
        children.into_iter().find(|(place, _)| **place == here).map(|(_, child)| child.clone())
    }

    /// Moment of truth, wow, time before and time taken.
    pub(super) fn marks(&self, step: &Step) -> Vec<Badge> {
        let scope = &self.scope;
        let mut marks = Vec::new();
        if let Some(moment) = &step.moment_of_truth {
            let key = moment.kind.map_or("step-moment", Named::key);
            marks.push(badge(format!("◆ {}", scope.say(key)), "bad"));
        }
        if step.wow.is_some() {
            marks.push(badge(format!("★ {}", scope.say("step-wow")), "ok"));
        }
        if let Some(after) = &step.after {
            let text = scope.say_with("step-after", args!["time" => scope.duration(after.value)]);
            marks.push(badge(text, "muted"));
        }
        if let Some(takes) = &step.takes {
            let text = scope.say_with("step-takes", args!["time" => scope.duration(takes.value)]);
            marks.push(badge(text, "muted"));
        }
        marks
    }

    fn facts(&self, id: &Id, step: &Step, told: &StepTold) -> Vec<Fact> {
        let scope = &self.scope;
        let moment = step.moment_of_truth.as_ref().and_then(|moment| moment.why.as_ref());
        let actor = step.actor.as_ref().map(|actor| actor_id(&actor.value));
        let evidence = step.emotion.as_ref().map_or(&[][..], |emotion| &emotion.evidence);
        let next: Entries = step.next.iter().map(|next| scope.step_entry(&Place::step(self.id, &next.value))).collect();
        [
            scope.fact_link("actor", "step-actor", actor),
            scope.fact("feels", "lane-curve", told.feels.clone()),
            scope.fact_text("moment", "step-moment", self.id, moment),
            scope.fact_text("wow", "step-wow", self.id, step.wow.as_ref()),
            scope.fact("quality", "lane-quality", told.quality.clone()),
            scope.fact("touchpoints", self.touchpoints_label(step), told.touchpoints.clone()),
            scope.fact("needs", "step-needs", self.needs(step)),
            scope.fact("tells", "lane-tells", told.tells.clone()),
            scope.fact("frontstage", "lane-frontstage", told.frontstage.clone()),
            scope.fact("backstage", "lane-backstage", told.backstage.clone()),
            scope.fact("support", "lane-support", told.support.clone()),
            scope.fact("pains", "lane-pains", self.pains_in_full(id, &step.pains, &told.pains)),
            scope.fact("principles", "lane-principles", told.principles.clone()),
            scope.fact("metrics", "lane-metrics", told.metrics.clone()),
            scope.fact("evidence", "step-evidence", self.evidence_entries(evidence).into()),
            scope.fact("next", "step-next", next),
            scope.fact("findings", "findings-title", scope.findings_about(&Place::step(self.id, id)).into()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn touchpoints_label(&self, step: &Step) -> &'static str {
        match step.touchpoints {
            crate::content::front_matter::Touchpoints::AnyOf(_) => "step-alternatives",
            _ => "lane-touchpoints",
        }
    }

    fn needs(&self, step: &Step) -> Entries {
        let Some(persona) = &self.journey.persona else { return Entries::default() };
        let persona = entity(Kind::Persona, persona);
        step.needs
            .iter()
            .map(|need| {
                let part = crate::graph::Part::Need(need.value.clone());
                let text = self.scope.part_name(&persona, &part);
                let href = self.scope.href(&Place::part(persona.clone(), part));
                Entry { href, ..text.map_or_else(|| said(need.value.as_str()), plain_entry) }
            })
            .collect()
    }
}

/// The steps with the way from each to its neighbours.
fn led(mut steps: Vec<WalkStep>) -> Vec<WalkStep> {
    let links: Vec<Link> = steps
        .iter()
        .map(|step| Link { href: format!("#{}", step.anchor), text_html: step.name_html.clone() })
        .collect();
    for (at, step) in steps.iter_mut().enumerate() {
        step.previous = at.checked_sub(1).and_then(|before| links.get(before)).cloned();
        step.next = links.get(at + 1).cloned();
    }
    steps
}

fn actor_id(actor: &TypedRef) -> EntityId {
    EntityId::new(actor.kind, actor.id.as_str())
}
