//! Journeys.

use indexmap::IndexMap;
use serde_json::json;
use smol_str::SmolStr;

use super::documents::Renamed;
use super::{Authored, Fields, decimal, pain_ref, step_ref, typed_ref};
use crate::base::{Id, Spanned};
use crate::content::front_matter::*;
use crate::content::read::values::EXIT;
use crate::content::text::Text;

impl Fields<'_> {
    pub(super) fn journey(&mut self, journey: &Journey) {
        let renamed = &journey.common.renamed_from;
        self.common(&journey.common);
        self.word("kind", journey.state);
        self.id("compares-with", journey.compares_with.as_ref());
        self.word("level", journey.level);
        self.number("parent", journey.parent.as_ref().map(|parent| step_ref(&parent.value)));
        self.id("lifecycle", journey.lifecycle.as_ref());
        self.id("persona", journey.persona.as_ref());
        self.text("goal", journey.goal.as_ref());
        if let Some(promise) = &journey.promise {
            self.object("promise", "promise.".to_owned(), |fields| {
                fields.text("text", Some(&promise.text));
                fields.ids("principles", &promise.principles);
            });
        }
        self.owner(&journey.owner);
        self.date("mapped", journey.mapped.as_ref());
        self.id("workshop", journey.workshop.as_ref());
        self.word("basis", journey.basis.as_ref().map(|basis| basis.value));
        self.map(
            "information",
            &journey.information,
            |id| format!("information.{id}."),
            |fields, information| {
                fields.text("name", Some(&information.name));
                fields.flag("sensitive", information.sensitive);
                fields.flag("identifier", information.identifier);
                fields.renamed_from(renamed);
            },
        );
        self.map(
            "phases",
            &journey.phases,
            |id| format!("phases.{id}."),
            |fields, phase| {
                fields.text("name", phase.name.as_ref());
                fields.id("stage", phase.stage.as_ref());
                fields.text("goal", phase.goal.as_ref());
                fields.steps(&phase.steps, renamed);
                fields.renamed_from(renamed);
            },
        );
        self.hand_overs(&journey.hand_overs);
        self.map(
            "deviations",
            &journey.deviations,
            |id| format!("deviations.{id}."),
            |fields, deviation| {
                fields.deviation(deviation, renamed);
            },
        );
        self.map(
            "opportunities",
            &journey.opportunities,
            |id| format!("opportunities.{id}."),
            |fields, one| {
                fields.opportunity(one);
                fields.renamed_from(renamed);
            },
        );
        self.map(
            "evidence",
            &journey.evidence,
            |id| format!("evidence.{id}."),
            |fields, evidence| {
                fields.evidence(evidence);
                fields.renamed_from(renamed);
            },
        );
        self.readings(&journey.readings);
    }

    fn steps(&mut self, steps: &IndexMap<Id, Step>, renamed: &Renamed) {
        self.map("steps", steps, |id| format!("steps.{id}."), |fields, step| fields.step(step, renamed));
    }

    fn step(&mut self, step: &Step, renamed: &Renamed) {
        self.text("name", step.name.as_ref());
        self.word("mode", step.mode_range.map(|_| step.mode));
        self.number("actor", step.actor.as_ref().map(|actor| typed_ref(&actor.value)));
        self.ids("needs", &step.needs);
        self.duration("after", step.after.as_ref());
        self.text("does", step.does.as_ref());
        self.text("thinks", step.thinks.as_ref());
        self.emotion(step.emotion.as_ref());
        self.text("feeling", step.feeling.as_ref());
        if let Some(quality) = &step.quality {
            let prefix = format!("{}quality.", self.prefix);
            self.object("quality", prefix, |fields| {
                fields.number("effortless", quality.effortless);
                fields.number("productive", quality.productive);
                fields.number("painless", quality.painless);
            });
        }
        match &step.touchpoints {
            Touchpoints::None => {}
            Touchpoints::One(touchpoint) => self.id("touchpoint", Some(touchpoint)),
            Touchpoints::All(touchpoints) => self.ids("touchpoints", touchpoints),
            Touchpoints::AnyOf(touchpoints) => self.ids("alternatives", touchpoints),
        }
        self.id("channel", step.channel.as_ref());
        self.duration("takes", step.takes.as_ref());
        self.ids("tells", &step.tells);
        self.id("told-to", step.told_to.as_ref());
        self.on_stage("frontstage", &step.frontstage);
        self.on_stage("backstage", &step.backstage);
        self.ids("support", &step.support);
        match &step.moment_of_truth {
            None => {}
            Some(moment) => {
                let prefix = format!("{}moment-of-truth.", self.prefix);
                let fields = self.inner(prefix, |fields| {
                    fields.word("kind", moment.kind);
                    fields.text("why", moment.why.as_ref());
                });
                let is_bare = matches!(&fields, Authored::Map(entries) if entries.is_empty());
                self.push("moment-of-truth", if is_bare { Authored::plain(true) } else { fields });
            }
        }
        self.text("wow", step.wow.as_ref());
        self.verdicts(&step.principles);
        self.pains(&step.pains, renamed);
        self.ids("metrics", &step.metrics);
        self.figure(step.figure.as_ref());
        self.ids("next", &step.next);
        self.id("journey", step.journey.as_ref());
        self.renamed_from(renamed);
    }

    fn duration(&mut self, name: &str, found: Option<&Spanned<Duration>>) {
        self.number(name, duration(found));
    }

    fn emotion(&mut self, emotion: Option<&Emotion>) {
        let Some(emotion) = emotion else { return };
        let prefix = format!("{}emotion.", self.prefix);
        self.object("emotion", prefix, |fields| {
            fields.value("score", decimal(emotion.score, 10));
            fields.number("staff", emotion.staff.map(|staff| decimal(staff, 10)));
            fields.word_unless("basis", emotion.basis, &Basis::default());
            fields.word("confidence", emotion.confidence);
            fields.ids("evidence", &emotion.evidence);
        });
    }

    fn on_stage(&mut self, name: &str, texts: &[(Ref, Text)]) {
        let text = |text: &Text| Authored::Text(text.key.clone(), std::sync::Arc::clone(&text.value));
        let texts: Vec<(SmolStr, Authored)> =
            texts.iter().map(|(department, said)| (SmolStr::new(department.value.as_str()), text(said))).collect();
        if !texts.is_empty() {
            self.push(name, Authored::Map(texts));
        }
    }

    fn verdicts(&mut self, verdicts: &[(Ref, Spanned<Verdict>)]) {
        let word = |verdict: &Spanned<Verdict>| serde_json::to_value(verdict.value).unwrap_or_default();
        self.by_reference("principles", verdicts.iter().map(|(principle, verdict)| (principle, word(verdict))));
    }

    fn pains(&mut self, pains: &IndexMap<Id, Pain>, renamed: &Renamed) {
        let prefix = self.prefix.clone();
        self.map(
            "pains",
            pains,
            |id| format!("{prefix}pains.{id}."),
            |fields, pain| {
                fields.text("text", pain.text.as_ref());
                fields.word_unless("severity", pain.severity, &Severity::default());
                fields.word("frequency", pain.frequency);
                fields.owner(&pain.owner);
                fields.date("since", pain.since.as_ref());
                fields.id("symptom", pain.symptom.as_ref());
                fields.number("cause", pain.cause.as_ref().map(|cause| step_ref(&cause.value)));
                fields.list("affects", pain.affects.iter().map(|step| json!(step_ref(&step.value))));
                fields.text("intent", pain.intent.as_ref());
                fields.ids("evidence", &pain.evidence);
                fields.renamed_from(renamed);
            },
        );
    }

    fn hand_overs(&mut self, hand_overs: &[HandOver]) {
        let items = hand_overs.iter().enumerate().map(|(index, one)| {
            self.inner(format!("hand-overs.{}.", index + 1), |fields| {
                fields.id("from", Some(&one.from));
                fields.id("to", Some(&one.to));
                fields.ids("what", &one.what);
                fields.id("via", one.via.as_ref());
                fields.word("works", one.partly.then_some("partly"));
            })
        });
        let items: Vec<Authored> = items.collect();
        if !items.is_empty() {
            self.push("hand-overs", Authored::List(items));
        }
    }

    fn deviation(&mut self, deviation: &Deviation, renamed: &Renamed) {
        self.id("from", deviation.from.as_ref());
        self.text("name", deviation.name.as_ref());
        self.word("kind", deviation.kind);
        let share = |share: u32| match share % 10 {
            0 => format!("{}%", share / 10),
            rest => format!("{}.{rest}%", share / 10),
        };
        self.number("share", deviation.share.as_ref().map(|found| share(found.value)));
        self.word("basis", deviation.basis);
        self.ids("evidence", &deviation.evidence);
        self.date("date", deviation.date.as_ref());
        self.number("n", deviation.n);
        self.emotion(deviation.emotion.as_ref());
        self.pains(&deviation.pains, renamed);
        match &deviation.rejoins {
            None => {}
            Some(Rejoins::Step(step)) => self.id("rejoins", Some(step)),
            Some(Rejoins::Exit(_)) => self.value("rejoins", EXIT),
        }
        self.word("handled", deviation.handled);
        self.owner(&deviation.owner);
        self.steps(&deviation.steps, renamed);
        self.verdicts(&deviation.principles);
        self.renamed_from(renamed);
    }

    fn opportunity(&mut self, opportunity: &Opportunity) {
        self.text("name", opportunity.name.as_ref());
        self.word("kind", opportunity.kind);
        self.list("addresses", opportunity.addresses.iter().map(|pain| json!(pain_ref(&pain.value))));
        let removal = |removal: &Removal| match removal {
            Removal::Step(step) => step.to_string(),
            Removal::Wow(step) => format!("{step}/wow"),
            Removal::Touchpoint(touchpoint) => format!("touchpoint:{touchpoint}"),
        };
        self.list("removes", opportunity.removes.iter().map(|removed| json!(removal(&removed.value))));
        self.owner(&opportunity.owner);
        self.word("status", opportunity.status_range.map(|_| opportunity.status));
        self.number("customer-value", opportunity.customer_value.as_ref().map(|grade| grade.value));
        self.number("business-value", opportunity.business_value.as_ref().map(|grade| grade.value));
        self.number("effort", opportunity.effort.as_ref().map(|grade| grade.value));
        self.list("benefit", opportunity.benefit.iter().map(|benefit| json!(benefit)));
        self.date("due", opportunity.due.as_ref());
        self.date("done", opportunity.done.as_ref());
        self.id("measure", opportunity.measure.as_ref());
        self.string("link", opportunity.link.as_ref());
    }

    fn readings(&mut self, readings: &[Reading]) {
        let items = readings.iter().enumerate().map(|(index, reading)| {
            self.inner(format!("readings.{}.", index + 1), |fields| {
                fields.id("metric", Some(&reading.metric));
                fields.value("value", decimal(reading.value.value, 1000));
                fields.date("date", Some(&reading.date));
                fields.number("n", reading.n);
                fields.id("step", reading.step.as_ref());
                fields.id("persona", reading.persona.as_ref());
                fields.id("source", reading.source.as_ref());
            })
        });
        let items: Vec<Authored> = items.collect();
        if !items.is_empty() {
            self.push("readings", Authored::List(items));
        }
    }
}

/// A stretch of time as authors write it.
pub fn duration(duration: Option<&Spanned<Duration>>) -> Option<String> {
    duration.map(|Spanned { value: Duration { least, most }, .. }| match most {
        Some(most) => format!("{least}..{most}"),
        None => least.to_string(),
    })
}
