//! The edges that lead to an entity to the sections that list where it is met.

use std::collections::BTreeMap;

use super::entries::said;
use super::names::severity_tone;
use super::page::{Entry, Section};
use super::scope::{Scope, badge};
use crate::base::Id;
use crate::content::front_matter::Pain;
use crate::content::{EntityId, Kind};
use crate::graph::{Part, Place, Relation, Side};

impl Scope<'_> {
    /// The pages that speak of `id` or are about it, by kind; then the computed views that name it.
    pub fn backlinks(&self, id: &EntityId) -> Vec<Section> {
        let mut by_kind: BTreeMap<Kind, Vec<&EntityId>> = BTreeMap::new();
        for edge in self.graph().incoming(id) {
            let speaks = matches!(
                edge.relation,
                Relation::Mentions
                    | Relation::UsesTerm
                    | Relation::Discusses
                    | Relation::Promises
                    | Relation::WalksThrough
            );
            if speaks && edge.from.entity != *id && edge.from.entity.kind != Kind::Response {
                by_kind.entry(edge.from.entity.kind).or_default().push(&edge.from.entity);
            }
        }
        let pages = by_kind.into_iter().map(|(kind, mut pages)| {
            pages.sort();
            pages.dedup();
            self.sort_by_name(&mut pages, |id| *id);
            Section {
                anchor: format!("cx-from-{}", kind.plural()),
                title: self.kinds(kind),
                intro: None,
                entries: pages.into_iter().map(|id| self.entry_of_kind(id)).collect(),
            }
        });
        pages.chain(self.findings_section(id)).collect()
    }

    /// The computed views that name `place`, each with the number of its rows that do.
    pub fn findings_about(&self, place: &Place) -> Vec<Entry> {
        let views = self.site.findings.named.of(place).into_iter();
        views
            .map(|(name, rows)| Entry {
                href: Some(self.finding_href(name)),
                badges: vec![badge(self.number(rows), "muted")],
                ..said(&self.say(&format!("finding-{name}-title")))
            })
            .collect()
    }

    /// The same as a section; none where no view names it.
    pub fn findings_section(&self, id: &EntityId) -> Option<Section> {
        let entries = self.findings_about(&Place::whole(id.clone()));
        (!entries.is_empty()).then(|| Section {
            anchor: "cx-from-findings".to_owned(),
            title: self.say("findings-title"),
            intro: None,
            entries,
        })
    }

    /// Where `id` is met: one section for each way of meeting it, in the order of [`heading`].
    pub fn met(&self, id: &EntityId) -> Vec<Section> {
        let mut by_way: BTreeMap<(usize, &'static str, &'static str), Vec<&Place>> = BTreeMap::new();
        for edge in self.graph().incoming(id) {
            if edge.from.entity == *id {
                continue;
            }
            if let Some(way) = heading(edge.relation, &edge.from) {
                by_way.entry(way).or_default().push(&edge.from);
            }
        }
        by_way
            .into_iter()
            .map(|((_, anchor, message), mut places)| {
                places.sort();
                places.dedup();
                places.sort_by_cached_key(|place| self.graph().position(place));
                Section {
                    anchor: format!("cx-{anchor}"),
                    title: self.say(message),
                    intro: None,
                    entries: places.into_iter().map(|place| self.met_entry(place)).collect(),
                }
            })
            .collect()
    }

    fn met_entry(&self, place: &Place) -> Entry {
        let entry = self.place_entry(place);
        match &place.part {
            None => Entry { tone: place.entity.kind.noun(), ..entry },
            Some(Part::Step(_)) => {
                let feels = self.graph().step(place).and_then(|step| step.emotion.as_ref());
                let badges = feels.map(|one| badge(self.score(one.score), super::entries::tone_of_score(one.score)));
                Entry { badges: badges.into_iter().collect(), ..entry }
            }
            Some(Part::Pain { at, pain }) => {
                let badges = self.pain(place, at, pain).map(|pain| {
                    let mut badges = vec![badge(self.name_of(pain.severity), severity_tone(pain.severity))];
                    badges.extend(self.owner_badges(&pain.owner, place));
                    badges
                });
                Entry { badges: badges.unwrap_or_default(), ..entry }
            }
            Some(_) => entry,
        }
    }

    /// The pain of a journey at a step or a deviation.
    pub fn pain(&self, place: &Place, at: &Id, pain: &Id) -> Option<&Pain> {
        let journey = self.graph().node(&place.entity)?.journey()?;
        let on_step = journey.step(at).and_then(|step| step.pains.get(pain));
        on_step.or_else(|| journey.deviations.get(at)?.pains.get(pain))
    }
}

/// The place, anchor and message of the section that lists edges of this sort; `None` for those that
/// are said elsewhere on the page.
fn heading(relation: Relation, from: &Place) -> Option<(usize, &'static str, &'static str)> {
    let (at, name) = match relation {
        Relation::HeldBy => (0, "journeys"),
        Relation::CameFrom => (1, "journeys-from-here"),
        Relation::AtStage => (2, "phases"),
        Relation::UsesTouchpoint | Relation::SupportedBy => (3, "steps"),
        Relation::OnChannel if from.entity.kind == Kind::Touchpoint => (2, "touchpoints"),
        Relation::OnChannel => (3, "steps"),
        Relation::ForPurpose => (2, "touchpoints"),
        Relation::MeetsNeed => (4, "meets-needs"),
        Relation::DoneBy => (5, "done-by"),
        Relation::OnStage(Side::Front) => (6, "frontstage"),
        Relation::OnStage(Side::Back) => (7, "backstage"),
        Relation::ToldTo => (8, "told"),
        Relation::OwnedBy => match &from.part {
            Some(Part::Pain { .. }) => (10, "owned-pains"),
            Some(Part::Opportunity(_)) => (11, "owned-opportunities"),
            Some(Part::Deviation(_)) => (12, "owned-deviations"),
            _ => match from.entity.kind {
                Kind::Journey => (9, "owned-journeys"),
                Kind::Touchpoint => (13, "owned-touchpoints"),
                Kind::System => (14, "owned-systems"),
                _ => return None,
            },
        },
        Relation::HandsOverBetween | Relation::HandsOverVia => (15, "hand-overs"),
        Relation::PartOf => (16, "parts"),
        Relation::ShowsSymptom => match from.entity.kind {
            Kind::Principle => (17, "symptom-of"),
            _ => (18, "pains"),
        },
        Relation::MeasuredBy => (19, "measures"),
        Relation::Reads => (20, "readings"),
        Relation::Removes => (21, "removed-by"),
        Relation::SaidBy => (22, "voices"),
        Relation::AttendedBy => (23, "attended"),
        Relation::LedBy => (24, "led"),
        Relation::WrittenBy => (25, "written"),
        Relation::InFamily | Relation::InCategory | Relation::TaggedWith => (26, "grouped"),
        Relation::Cites => (27, "cited-by"),
        Relation::Mentions | Relation::UsesTerm | Relation::Discusses => (28, "mentioned"),
        _ => return None,
    };
    Some((at, name, message(name)))
}

fn message(name: &'static str) -> &'static str {
    match name {
        "journeys" => "met-journeys",
        "journeys-from-here" => "met-journeys-from-here",
        "phases" => "met-phases",
        "steps" => "met-steps",
        "touchpoints" => "met-touchpoints",
        "meets-needs" => "met-needs",
        "done-by" => "met-done-by",
        "frontstage" => "met-frontstage",
        "backstage" => "met-backstage",
        "told" => "met-told",
        "owned-journeys" => "met-owned-journeys",
        "owned-pains" => "met-owned-pains",
        "owned-opportunities" => "met-owned-opportunities",
        "owned-deviations" => "met-owned-deviations",
        "owned-touchpoints" => "met-owned-touchpoints",
        "owned-systems" => "met-owned-systems",
        "hand-overs" => "met-hand-overs",
        "parts" => "met-parts",
        "symptom-of" => "met-symptom-of",
        "pains" => "met-pains",
        "measures" => "met-measures",
        "readings" => "met-readings",
        "removed-by" => "met-removed-by",
        "voices" => "met-voices",
        "attended" => "met-attended",
        "led" => "met-led",
        "written" => "met-written",
        "grouped" => "met-grouped",
        "cited-by" => "met-cited-by",
        _ => "met-mentioned",
    }
}
