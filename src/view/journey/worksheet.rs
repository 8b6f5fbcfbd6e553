//! A journey to one sheet of paper for a workshop: the loop, the curve, three fixes to look for, and questions to ask.

use super::Sheet;
use super::told::Told;
use crate::base::Id;
use crate::content::front_matter::{Opportunity, OpportunityKind, OpportunityStatus, Verdict};
use crate::content::{EntityId, Kind};
use crate::graph::Node;
use crate::view::entries::{entity, plain_entry};
use crate::view::home;
use crate::view::page::{Entry, FixView, SheetQuestion, SheetStep, WorksheetPage};
use crate::view::scope::Scope;

/// The most principles whose question there is room for.
const QUESTIONS: usize = 6;

/// The marks of a small curve.
const SCORES: [&str; 4] = ["good", "even", "bad", "assumed"];

/// The three fixes that come first, by the message that asks for them.
const FIXES: [(OpportunityKind, &str); 3] = [
    (OpportunityKind::Duplication, "sheet-duplication"),
    (OpportunityKind::Information, "sheet-information"),
    (OpportunityKind::NoBrainer, "sheet-no-brainer"),
];

/// The sheet of a journey.
pub(in crate::view) fn page(scope: Scope<'_>, node: &Node) -> Option<WorksheetPage> {
    let journey = scope.entity(&node.id);
    let sheet = Sheet { base: journey.href.clone(), ..Sheet::new(scope, node)? };
    let lifecycle = sheet.journey.lifecycle.as_ref().map(|lifecycle| entity(Kind::Lifecycle, lifecycle));
    let lifecycle = lifecycle.and_then(|id| home::lifecycle(scope, scope.graph().node(&id)?, "cx-loop"));
    let told = sheet.told();
    let map = sheet.map(super::Rows::All, &told);
    Some(WorksheetPage {
        caption_html: map.caption_html,
        goal: sheet.text(sheet.journey.goal.as_ref()),
        promise: sheet.promise(),
        loop_html: lifecycle.map(|lifecycle| lifecycle.svg_html),
        curve_html: sheet.narrow_curve(&told),
        // The small curve shows no more than scores.
        legend: sheet.legend(&told, true, false).into_iter().filter(|entry| SCORES.contains(&entry.key)).collect(),
        steps: (0..sheet.steps.len()).map(|at| sheet.sheet_step(&told, at)).collect(),
        fixes: FIXES.iter().map(|(kind, question)| sheet.fix(*kind, question)).collect(),
        questions: sheet.questions(),
        foot: map.foot,
        journey,
    })
}

impl Sheet<'_> {
    fn sheet_step(&self, told: &Told, at: usize) -> SheetStep {
        let starts = at == 0 || self.steps[at - 1].phase != self.steps[at].phase;
        let phase = starts.then(|| self.phase_head(self.steps[at].phase)).flatten();
        SheetStep {
            phase_html: phase.map(|phase| phase.name_html),
            number: self.scope.number(at + 1),
            name_html: self.scope.step_name(self.id, self.steps[at].id),
            href: format!("{}#step-{}", self.base, self.steps[at].id),
            feels: told.points[at].label.clone(),
        }
    }

    /// A fix to look for, with those of its sort that are on the list already.
    fn fix(&self, kind: OpportunityKind, question: &str) -> FixView {
        let is_open = |one: &Opportunity| !matches!(one.status, OpportunityStatus::Done | OpportunityStatus::Dismissed);
        let entry = |(id, one): (&Id, &Opportunity)| Entry {
            href: Some(format!("{}#opportunity-{id}", self.base)),
            ..plain_entry(self.opportunity_name(id, one))
        };
        let known = self.journey.opportunities.iter().filter(|(_, one)| one.kind == Some(kind) && is_open(one));
        FixView {
            title: self.scope.name_of(kind),
            question: self.scope.say(question),
            known: known.map(entry).collect(),
        }
    }

    /// What each principle asks of a step; first of those that the journey breaks.
    fn questions(&self) -> Vec<SheetQuestion> {
        let given = self.journey.all_steps().flat_map(|(_, step)| &step.principles);
        let given = given.chain(self.journey.deviations.values().flat_map(|deviation| &deviation.principles));
        let mut principles: Vec<(Verdict, EntityId)> = Vec::new();
        for (principle, verdict) in given {
            let id = entity(Kind::Principle, principle);
            match principles.iter_mut().find(|(_, known)| *known == id) {
                Some((worst, _)) => *worst = (*worst).min(verdict.value),
                None => principles.push((verdict.value, id)),
            }
        }
        principles.sort_by_key(|(worst, _)| *worst);
        let question = |id: &EntityId| {
            let test = self.scope.graph().node(id)?.principle()?.test.as_ref()?;
            Some(SheetQuestion { principle: self.scope.link(id), test_html: self.scope.text(id, test) })
        };
        principles.iter().filter_map(|(_, id)| question(id)).take(QUESTIONS).collect()
    }
}
