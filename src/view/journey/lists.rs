//! What a journey lists below its walk: ways off the path, opportunities, evidence, readings, hand-overs.

use indexmap::IndexMap;

use super::Sheet;
use crate::base::Id;
use crate::content::front_matter::{
    Consent, Deviation, Evidence, EvidenceKind, Handled, Opportunity, OpportunityStatus, Pain, Ref, Rejoins, Removal,
};
use crate::content::{EntityId, Kind};
use crate::graph::{Part, Place};
use crate::view::entries::{anchor, entity, is_web, plain_entry, said};
use crate::view::names::Named;
use crate::view::page::{
    Badge, DeviationView, Entries, Entry, EvidenceView, Fact, Html, Link, OpportunityView, ReadingView,
};
use crate::view::scope::{args, badge};

impl Sheet<'_> {
    /// How people leave the path.
    pub fn deviations(&self) -> Vec<DeviationView> {
        let deviations = self.journey.deviations.iter();
        deviations
            .map(|(id, deviation)| DeviationView {
                anchor: format!("deviation-{id}"),
                former: self.scope.graph().former_anchors(self.id, &Part::Deviation(id.clone())),
                name_html: self.deviation_name(id, deviation),
                badges: self.deviation_badges(id, deviation),
                facts: self.deviation_facts(id, deviation),
                steps: self.detour(&deviation.steps),
            })
            .collect()
    }

    fn deviation_name(&self, id: &Id, deviation: &Deviation) -> Html {
        let name = deviation.name.as_ref();
        name.map_or_else(|| Html::escaped(id.as_str()), |name| self.scope.text(self.id, name))
    }

    /// A deviation in the cell of the step it leaves from.
    pub(super) fn deviation_entry(&self, id: &Id, deviation: &Deviation) -> Entry {
        let note = match &deviation.rejoins {
            Some(Rejoins::Step(step)) => {
                let name = self.scope.step_name(self.id, &step.value);
                Some(self.scope.say_html("deviation-rejoins-at", args!["step" => name]))
            }
            Some(Rejoins::Exit(_)) => Some(Html::escaped(&self.scope.say("deviation-leaves"))),
            None => None,
        };
        Entry {
            text_html: self.deviation_name(id, deviation),
            href: Some(format!("{}#deviation-{id}", self.base)),
            mark: Some("⤳"),
            badges: self.deviation_badges(id, deviation),
            note_html: note,
            ..Entry::default()
        }
    }

    fn deviation_badges(&self, id: &Id, deviation: &Deviation) -> Vec<Badge> {
        let scope = &self.scope;
        let mut badges = Vec::new();
        if let Some(share) = &deviation.share {
            badges.push(badge(scope.percent(share.value), "bad"));
        }
        if let Some(kind) = deviation.kind {
            badges.push(badge(scope.name_of(kind), ""));
        }
        if let Some(handled) = deviation.handled {
            let tone = match handled {
                Handled::Designed => "ok",
                Handled::Workaround => "warn",
                Handled::None => "bad",
            };
            badges.push(badge(scope.name_of(handled), tone));
        }
        let place = Place::part(self.id.clone(), Part::Deviation(id.clone()));
        badges.extend(scope.owner_badges(&deviation.owner, &place));
        badges
    }

    fn deviation_facts(&self, id: &Id, deviation: &Deviation) -> Vec<Fact> {
        let scope = &self.scope;
        let from = deviation.from.as_ref().map(|from| scope.step_entry(&Place::step(self.id, &from.value)));
        let rejoins = deviation.rejoins.as_ref().map(|rejoins| match rejoins {
            Rejoins::Step(step) => scope.step_entry(&Place::step(self.id, &step.value)),
            Rejoins::Exit(_) => said(&scope.say("deviation-exit")),
        });
        let feels = scope.feeling_entry(self.id, deviation.emotion.as_ref(), None);
        let pains = self.pains(id, &deviation.pains);
        let mut rests_on = self.evidence_entries(&deviation.evidence);
        if let Some(basis) = deviation.basis {
            rests_on.push(said(&scope.name_of(basis)));
        }
        if let Some(date) = &deviation.date {
            rests_on.push(said(&scope.day(date.value).text));
        }
        if let Some(n) = deviation.n {
            rests_on.push(said(&scope.say_with("sample", args!["n" => n])));
        }
        [
            scope.fact("from", "deviation-from", from.into_iter().collect()),
            scope.fact("rejoins", "deviation-rejoins", rejoins.into_iter().collect()),
            scope.fact("feels", "lane-curve", feels.into_iter().collect()),
            scope.fact("pains", "lane-pains", self.pains_in_full(id, &deviation.pains, &pains)),
            scope.fact("principles", "lane-principles", self.verdicts(&deviation.principles)),
            scope.fact("evidence", "step-evidence", rests_on.into()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What could be better.
    pub fn opportunities(&self) -> Vec<OpportunityView> {
        let opportunities = self.journey.opportunities.iter();
        opportunities
            .map(|(id, opportunity)| OpportunityView {
                anchor: format!("opportunity-{id}"),
                former: self.scope.graph().former_anchors(self.id, &Part::Opportunity(id.clone())),
                name_html: self.opportunity_name(id, opportunity),
                badges: self.opportunity_badges(id, opportunity, true),
                facts: self.opportunity_facts(opportunity),
            })
            .collect()
    }

    pub(super) fn opportunity_name(&self, id: &Id, opportunity: &Opportunity) -> Html {
        let name = opportunity.name.as_ref();
        name.map_or_else(|| Html::escaped(id.as_str()), |name| self.scope.text(self.id, name))
    }

    pub(super) fn opportunity_badges(&self, id: &Id, opportunity: &Opportunity, with_owner: bool) -> Vec<Badge> {
        let scope = &self.scope;
        let mut badges = Vec::new();
        if let Some(kind) = opportunity.kind {
            badges.push(badge(scope.name_of(kind), ""));
        }
        let tone = match opportunity.status {
            OpportunityStatus::Done => "ok",
            OpportunityStatus::Dismissed => "muted",
            _ => "partly",
        };
        badges.push(badge(scope.name_of(opportunity.status), tone));
        if with_owner {
            let place = Place::part(self.id.clone(), Part::Opportunity(id.clone()));
            badges.extend(scope.owner_badges(&opportunity.owner, &place));
        }
        badges
    }

    fn opportunity_facts(&self, opportunity: &Opportunity) -> Vec<Fact> {
        let scope = &self.scope;
        let addresses = opportunity.addresses.iter().map(|pain| {
            let journey = self.journey_of(pain.value.step.journey.as_ref());
            let part = Part::Pain { at: pain.value.step.step.clone(), pain: pain.value.pain.clone() };
            let text = scope.part_name(&journey, &part);
            let note = Some(scope.step_name(&journey, &pain.value.step.step));
            let href = scope.href(&Place::part(journey, part));
            Entry { href, note_html: note, ..text.map_or_else(|| said(pain.value.pain.as_str()), plain_entry) }
        });
        let removes = opportunity.removes.iter().map(|removal| match &removal.value {
            Removal::Step(step) => scope.step_entry(&Place::step(self.id, step)),
            Removal::Wow(step) => {
                let badges = vec![badge(format!("★ {}", scope.say("step-wow")), "ok")];
                Entry { badges, ..scope.step_entry(&Place::step(self.id, step)) }
            }
            Removal::Touchpoint(touchpoint) => scope.entry(&EntityId::new(Kind::Touchpoint, touchpoint.as_str())),
        });
        let value = |value: Option<&crate::base::Spanned<u8>>| {
            value
                .map(|value| said(&scope.say_with("value-of-five", args!["value" => value.value])))
                .into_iter()
                .collect()
        };
        let day = |date: Option<&crate::base::Spanned<crate::base::Date>>| {
            date.map(|date| said(&scope.day(date.value).text)).into_iter().collect()
        };
        let benefits = opportunity.benefit.iter().map(|benefit| said(&scope.name_of(*benefit))).collect();
        let measure = opportunity.measure.as_ref().map(|metric| entity(Kind::Metric, metric));
        let link = opportunity.link.as_ref().filter(|link| is_web(&link.value));
        let link = link.map(|link| Entry { href: Some(link.value.clone()), ..said(&link.value) });
        [
            scope.fact("addresses", "opportunity-addresses", addresses.collect()),
            scope.fact("removes", "opportunity-removes", removes.collect()),
            scope.fact("customer-value", "opportunity-customer-value", value(opportunity.customer_value.as_ref())),
            scope.fact("business-value", "opportunity-business-value", value(opportunity.business_value.as_ref())),
            scope.fact("effort", "opportunity-effort", value(opportunity.effort.as_ref())),
            scope.fact("benefit", "opportunity-benefit", benefits),
            scope.fact("due", "opportunity-due", day(opportunity.due.as_ref())),
            scope.fact("done", "opportunity-done-on", day(opportunity.done.as_ref())),
            scope.fact_link("measure", "opportunity-measure", measure),
            scope.fact("link", "opportunity-link", link.into_iter().collect()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What the journey rests on.
    pub fn evidence(&self) -> Vec<EvidenceView> {
        self.journey.evidence.iter().map(|(id, evidence)| self.evidence_view(id, evidence)).collect()
    }

    fn evidence_view(&self, id: &Id, evidence: &Evidence) -> EvidenceView {
        let is_internal = evidence.consent == Some(Consent::Internal);
        let text = evidence.says.as_ref().or(evidence.finding.as_ref()).filter(|_| !is_internal);
        let means = evidence.means.as_ref().filter(|_| !is_internal);
        EvidenceView {
            anchor: format!("evidence-{id}"),
            former: self.scope.graph().former_anchors(self.id, &Part::Evidence(id.clone())),
            kind_label: self.scope.name_of(evidence.kind.unwrap_or(EvidenceKind::Observation)),
            says_html: self.scope.text_if(self.id, text),
            is_quote: evidence.says.is_some(),
            means_html: self.scope.text_if(self.id, means),
            source: self.evidence_source(evidence),
        }
    }

    /// "A customer like Camille, February 2025, 12 people": who, how, when, how many, one after the other.
    fn evidence_source(&self, evidence: &Evidence) -> String {
        let scope = &self.scope;
        let mut parts = Vec::new();
        if evidence.consent != Some(Consent::Internal) {
            if let Some(who) = &evidence.who {
                let persona = scope.plain_name(&entity(Kind::Persona, who));
                parts.push(scope.say_with("evidence-who", args!["persona" => persona]));
            }
            parts.extend(evidence.via.as_ref().map(|via| via.value.clone()));
        }
        parts.extend(evidence.date.as_ref().map(|date| scope.day(date.value).text));
        parts.extend(evidence.n.map(|n| scope.say_with("sample", args!["n" => n])));
        if let (Some(says), true) = (&evidence.says, evidence.consent != Some(Consent::Internal)) {
            let own = scope.graph().locale_of(self.id);
            let spoken = evidence.lang.as_ref().map_or(own, |lang| &lang.value);
            let shown = scope.graph().text(self.id, says, scope.locale()).locale;
            if spoken != shown {
                parts.push(scope.translated_from(spoken));
            }
        }
        scope.list(&parts)
    }

    /// Links to pieces of evidence.
    pub(super) fn evidence_entries(&self, evidence: &[Ref]) -> Vec<Entry> {
        let known = evidence.iter().filter_map(|one| Some((&one.value, self.journey.evidence.get(&one.value)?)));
        known
            .map(|(id, evidence)| {
                let kind = evidence.kind.unwrap_or(EvidenceKind::Observation).key();
                let href = Some(format!("#evidence-{id}"));
                let is_internal = evidence.consent == Some(Consent::Internal);
                let internal = is_internal.then(|| self.scope.say("evidence-internal"));
                let parts: Vec<String> = internal.into_iter().chain([self.evidence_source(evidence)]).collect();
                let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                let note = Html::escaped(&self.scope.list(&parts));
                Entry { href, note_html: Some(note), ..said(&self.scope.say(kind)) }
            })
            .collect()
    }

    /// What was measured, in the order written.
    pub fn readings(&self) -> Vec<ReadingView> {
        let scope = &self.scope;
        let readings = self.journey.readings.iter();
        readings
            .map(|reading| ReadingView {
                metric: scope.link(&entity(Kind::Metric, &reading.metric)),
                value: scope.thousandths(reading.value.value),
                n: reading.n.map(|n| scope.say_with("sample", args!["n" => n])),
                day: scope.day(reading.date.value),
                step: reading.step.as_ref().map(|step| Link {
                    href: format!("#step-{}", step.value),
                    text_html: scope.step_name(self.id, &step.value),
                }),
            })
            .collect()
    }

    /// What departments pass on.
    pub fn hand_overs(&self) -> Vec<Entry> {
        let scope = &self.scope;
        let hand_overs = self.journey.hand_overs.iter();
        hand_overs
            .map(|hand_over| {
                let what: Vec<Html> = hand_over.what.iter().map(|what| self.information(&what.value)).collect();
                let linked = |department: &Ref| {
                    let id = entity(Kind::Department, department);
                    anchor(&scope.link(&id))
                };
                let text_html = scope.say_html(
                    "hand-over",
                    args![
                        "from" => linked(&hand_over.from),
                        "to" => linked(&hand_over.to),
                        "what" => scope.list_html(&what),
                    ],
                );
                let via = hand_over.via.as_ref().map(|via| {
                    let id = entity(Kind::System, via);
                    scope.named_badge(&id, "system")
                });
                let weak = hand_over.partly.then(|| badge(scope.say("hand-over-partly"), "warn"));
                Entry { text_html, badges: via.into_iter().chain(weak).collect(), ..Entry::default() }
            })
            .collect()
    }

    /// What something that the customer tells is called.
    pub(super) fn information(&self, id: &Id) -> Html {
        let name = self.journey.information.get(id).map(|information| &information.name);
        name.map_or_else(|| Html::escaped(id.as_str()), |name| self.scope.text(self.id, name))
    }

    /// Pains in words, each as an entry without its anchor.
    pub(super) fn pains(&self, at: &Id, pains: &IndexMap<Id, Pain>) -> Vec<Entry> {
        pains.iter().map(|(id, pain)| self.scope.pain_entry(self.id, at, id, pain)).collect()
    }

    /// The same with their anchors and what they rest on, as the walk has them.
    pub(super) fn pains_in_full(&self, at: &Id, pains: &IndexMap<Id, Pain>, told: &[Entry]) -> Entries {
        let in_full = |((id, pain), told): ((&Id, &Pain), &Entry)| {
            let part = Part::Pain { at: at.clone(), pain: id.clone() };
            let former = self.scope.graph().former_anchors(self.id, &part);
            let anchor = Some(part.anchor());
            Entry {
                anchor,
                former,
                note_html: self.pain_note(&Place::part(self.id.clone(), part), pain),
                ..told.clone()
            }
        };
        pains.iter().zip(told).map(in_full).collect()
    }

    /// The same as links to what the walk says of them.
    pub(super) fn pains_linked(&self, at: &Id, pains: &IndexMap<Id, Pain>, told: &[Entry]) -> Entries {
        let linked = |(pain, told): (&Id, &Entry)| {
            let part = Part::Pain { at: at.clone(), pain: pain.clone() };
            Entry { href: Some(format!("{}#{}", self.base, part.anchor())), ..told.clone() }
        };
        pains.keys().zip(told).map(linked).collect()
    }

    /// What would ease a pain, how often it is felt, where it starts, what it is a sign of, what was meant.
    fn pain_note(&self, place: &Place, pain: &Pain) -> Option<Html> {
        let scope = &self.scope;
        let mut notes: Vec<Html> = scope.graph().easing(place).map(|(by, what)| scope.eased_by(by, what)).collect();
        if let Some(frequency) = pain.frequency {
            notes.push(Html::escaped(&scope.name_of(frequency)));
        }
        if let Some(cause) = &pain.cause {
            let place = scope.step_place(self.id, &cause.value);
            let step =
                Link { href: scope.href(&place).unwrap_or_default(), text_html: scope.step_entry(&place).text_html };
            notes.push(scope.say_html("pain-cause", args!["step" => anchor(&step)]));
        }
        if let Some(symptom) = &pain.symptom {
            let symptom = scope.link(&entity(Kind::Symptom, symptom));
            notes.push(scope.say_html("pain-symptom", args!["symptom" => anchor(&symptom)]));
        }
        if let Some(intent) = &pain.intent {
            notes.push(scope.say_html("pain-intent", args!["intent" => scope.text(self.id, intent)]));
        }
        for entry in self.evidence_entries(&pain.evidence) {
            let link = Link { href: entry.href.unwrap_or_default(), text_html: entry.text_html };
            notes.push(scope.say_html("pain-evidence", args!["evidence" => anchor(&link)]));
        }
        (!notes.is_empty()).then(|| {
            let notes: Vec<&str> = notes.iter().map(Html::as_str).collect();
            Html::trusted(notes.join(" · "))
        })
    }

    fn journey_of(&self, named: Option<&Id>) -> EntityId {
        named.map_or_else(|| self.id.clone(), |other| EntityId::new(Kind::Journey, other.as_str()))
    }
}
