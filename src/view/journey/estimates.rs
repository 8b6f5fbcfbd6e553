//! Findings about one journey to what its page says of them: what is remembered, seams, the promise,
//! and what is asked again.

use super::Sheet;
use crate::analysis::promises::PromiseState;
use crate::analysis::tell_us_once::Reason;
use crate::base::Id;
use crate::content::front_matter::Step;
use crate::graph::Place;
use crate::view::entries::{plain_entry, tone_of_score};
use crate::view::page::{Badge, Entries, Entry, Headline, Html, PromiseView};
use crate::view::scope::{args, badge};

impl Sheet<'_> {
    /// The columns of the peak and of the end; none for journeys that computed views do not count.
    pub(super) fn remembered(&self) -> Option<(usize, usize)> {
        let shape = self.shape()?;
        let column = |place: &Place| self.steps.iter().position(|on_path| place.step_id() == Some(on_path.id));
        Some((column(&shape.peak.0)?, column(&shape.end.0)?))
    }

    fn shape(&self) -> Option<&crate::analysis::peak_end::Shape> {
        let found = self.scope.site.findings.peak_end.iter().find(|found| found.journey == *self.id);
        found.and_then(|found| found.shape.as_ref())
    }

    /// What is remembered, the lowest, the end, the seams.
    pub(super) fn numbers(&self) -> Vec<Headline> {
        let scope = &self.scope;
        let mut numbers = Vec::new();
        if let Some(shape) = self.shape() {
            let href = scope.finding_href("peak-and-end");
            let remembered = scope.signed_hundredths(shape.remembered);
            let tone = if shape.remembered < 0 { "bad" } else { "ok" };
            numbers.push(Headline { value: remembered, label: scope.say("estimate-remembered"), href, tone });
            for (label, (place, score)) in [("estimate-lowest", &shape.lowest), ("estimate-end", &shape.end)] {
                numbers.push(Headline {
                    value: scope.score(*score),
                    label: scope.say(label),
                    href: place.step_id().map(|step| format!("#step-{step}")).unwrap_or_default(),
                    tone: tone_of_score(*score),
                });
            }
        }
        if let Some(seams) = scope.site.findings.seams.iter().find(|found| found.journey == *self.id) {
            numbers.push(Headline {
                value: scope.number(seams.seams.len()),
                label: scope.say_with("estimate-seams", args!["count" => seams.seams.len(), "steps" => seams.steps]),
                href: scope.finding_href("seams"),
                tone: if seams.seams.is_empty() { "ok" } else { "warn" },
            });
        }
        numbers
    }

    /// What the customer was promised, and whether it is kept.
    pub(super) fn promise(&self) -> Option<PromiseView> {
        let promise = self.journey.promise.as_ref()?;
        let found = self.scope.site.findings.promises.iter().find(|found| found.journey == *self.id);
        let (message, tone) = promise_look(found.map_or(PromiseState::Unknown, |found| found.state));
        let href = Some(self.scope.finding_href("promises"));
        Some(PromiseView {
            text_html: self.scope.linked_text(self.id, &promise.text),
            verdict: Badge { text: self.scope.say(message), tone, href, mark: None },
        })
    }

    /// What the customer says or hands over, with a mark on what was said before.
    pub(super) fn tells(&self, id: &Id, step: &Step) -> Entries {
        let scope = &self.scope;
        let place = Place::step(self.id, id);
        let told = step.tells.iter();
        told.map(|information| {
            let again = scope.site.findings.tell_us_once.at(&place, &information.value);
            let badges = again.map(|again| {
                let href = again.first.step_id().map(|first| format!("{}#step-{first}", self.base));
                let text = scope.say("tells-again");
                vec![Badge { text, tone: "bad", href, mark: None }, badge(scope.say(reason_key(again.reason)), "muted")]
            });
            let is_sensitive = self.journey.information.get(&information.value).is_some_and(|known| known.sensitive);
            let note = is_sensitive.then(|| Html::escaped(&scope.say("tells-sensitive")));
            let entry = plain_entry(self.information(&information.value));
            Entry { badges: badges.unwrap_or_default(), note_html: note, ..entry }
        })
        .collect()
    }
}

/// The message and the tone of a promise's state.
pub(in crate::view) fn promise_look(state: PromiseState) -> (&'static str, &'static str) {
    match state {
        PromiseState::Broken => ("promise-broken", "bad"),
        PromiseState::AtRisk => ("promise-at-risk", "warn"),
        PromiseState::Kept => ("promise-kept", "ok"),
        PromiseState::Unknown => ("promise-unknown", "muted"),
    }
}

/// The message that says why something is asked again.
pub(in crate::view) fn reason_key(reason: Reason) -> &'static str {
    match reason {
        Reason::AsksAgain => "reason-asks-again",
        Reason::HandOverIgnored => "reason-hand-over-ignored",
        Reason::InformationGap => "reason-information-gap",
    }
}
