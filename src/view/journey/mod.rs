//! A journey to its page: facts, the map, the walk, and what was learned.

mod curve;
mod estimates;
mod lists;
mod map;
mod parts;
mod slice;
mod told;
mod walk;
mod worksheet;

pub(super) use estimates::{promise_look, reason_key};
pub(super) use map::{Rows, variant_key};
pub(super) use slice::page as slice_page;
pub(super) use worksheet::page as worksheet;

use super::entries::{entity, plain_entry, said};
use super::page::{Entries, Entry, Fact, FileLink, JourneyLine, JourneyMapPage, JourneyPage, Link, Picture};
use super::prose::Prose;
use super::scope::{Scope, args};
use crate::base::{Id, Spanned};
use crate::content::front_matter::{Basis, Journey, JourneyBasis, Ref, Step, Verdict};
use crate::content::text::Text;
use crate::content::{EntityId, Kind};
use crate::graph::route::{MAP_PICTURE, MAP_TABLE};
use crate::graph::{Node, Place, Relation, RouteTarget, Variant};

/// A journey about to be laid out.
pub(super) struct Sheet<'a> {
    scope: Scope<'a>,
    id: &'a EntityId,
    journey: &'a Journey,
    /// Goes before the anchors of links: empty on the journey's own page.
    base: String,
    /// The steps of the path, each with the index of its phase.
    steps: Vec<OnPath<'a>>,
}

/// A step of the path.
#[derive(Clone, Copy)]
struct OnPath<'a> {
    phase: usize,
    id: &'a Id,
    step: &'a Step,
}

/// The page of a journey.
pub(super) fn page(scope: Scope<'_>, node: &Node, prose: Prose) -> Option<JourneyPage> {
    let sheet = Sheet::new(scope, node)?;
    let common = &sheet.journey.common;
    let map_href =
        scope.href_to(&RouteTarget::MapVariant(node.id.clone(), Variant::Map)).unwrap_or_else(|| "#map".to_owned());
    let told = sheet.told();
    let map = sheet.map(Rows::All, &told);
    Some(JourneyPage {
        parts: sheet.parts(&map, &told),
        slices: sheet.slices(None),
        facts: sheet.facts_of_journey(),
        promise: sheet.promise(),
        parents: sheet.parents(),
        children: scope.graph().children(&node.id).into_iter().map(|(_, child)| scope.entity(child)).collect(),
        numbers: sheet.numbers(),
        map,
        map_href,
        picture_href: picture(scope, node).map(|picture| picture.href),
        files: files(scope, node),
        variants: sheet.variants(),
        curve_html: sheet.narrow_curve(&told),
        walk: sheet.walk(&told),
        deviations: sheet.deviations(),
        opportunities: sheet.opportunities(),
        evidence: sheet.evidence(),
        readings: sheet.readings(),
        hand_overs: sheet.hand_overs(),
        body_html: prose.html,
        sources: scope.source_lines(&common.sources),
        backlinks: scope.backlinks(&node.id),
        meta: scope.meta(node, common),
    })
}

/// A map on a page of its own.
pub(super) fn map_page(scope: Scope<'_>, node: &Node, variant: Variant) -> Option<JourneyMapPage> {
    let journey = scope.entity(&node.id);
    let sheet = Sheet { base: journey.href.clone(), ..Sheet::new(scope, node)? };
    let told = sheet.told();
    let map = sheet.map(Rows::Only(variant), &told);
    let parts = sheet.parts(&map, &told);
    let here = scope.href_to(&RouteTarget::MapVariant(node.id.clone(), variant));
    let variants = sheet.variants().into_iter().filter(|link| Some(&link.href) != here.as_ref()).collect();
    let picture = picture(scope, node).filter(|_| variant == Variant::Map);
    let files = if variant == Variant::Map { files(scope, node) } else { Vec::new() };
    Some(JourneyMapPage { journey, map, lede_html: None, parts, variants, picture, files })
}

/// The map as a picture that stands alone, beside the page of the journey.
fn picture(scope: Scope<'_>, node: &Node) -> Option<Picture> {
    let route = scope.graph().route(&RouteTarget::Entity(node.id.clone()), scope.locale())?;
    let url = route.file(MAP_PICTURE);
    Some(Picture { path: url.output_path(), href: scope.rooted(&url.encoded()) })
}

/// The journey as a table of lanes and steps, and as data.
fn files(scope: Scope<'_>, node: &Node) -> Vec<FileLink> {
    let Some(route) = scope.graph().route(&RouteTarget::Entity(node.id.clone()), scope.locale()) else {
        return Vec::new();
    };
    let table = scope.rooted(&route.file(MAP_TABLE).encoded());
    let data = scope.rooted(&format!("/api/1/journeys/{}.{}.json", node.id.id, scope.locale()));
    vec![
        FileLink { href: table, text: scope.say("map-table"), media_type: "text/csv" },
        FileLink { href: data, text: scope.say("map-data"), media_type: "application/json" },
    ]
}

/// A journey on one line, with its small curve.
pub(super) fn line(scope: Scope<'_>, node: &Node) -> Option<JourneyLine> {
    let sheet = Sheet::new(scope, node)?;
    let persona = sheet.journey.persona.as_ref().map(|persona| scope.plain_name(&entity(Kind::Persona, persona)));
    let args = args![
        "steps" => sheet.steps.len(),
        "known" => if persona.is_some() { "yes" } else { "no" },
        "persona" => persona.unwrap_or_default(),
    ];
    Some(JourneyLine {
        link: scope.entity(&node.id),
        scope: scope.say_with("journey-scope", args),
        curve_html: sheet.mini_curve(),
        curve_text: sheet.curve_in_words(),
    })
}

impl<'a> Sheet<'a> {
    fn new(scope: Scope<'a>, node: &'a Node) -> Option<Self> {
        let journey = node.journey()?;
        let steps = journey
            .phases
            .values()
            .enumerate()
            .flat_map(|(phase, one)| one.steps.iter().map(move |(id, step)| OnPath { phase, id, step }));
        Some(Self { scope, id: &node.id, journey, base: String::new(), steps: steps.collect() })
    }

    fn step(&self, at: usize) -> &'a Step {
        self.steps[at].step
    }

    fn text(&self, text: Option<&Text>) -> Option<Entry> {
        self.scope.text_if(self.id, text).map(plain_entry)
    }

    fn facts_of_journey(&self) -> Vec<Fact> {
        let (scope, journey) = (&self.scope, self.journey);
        let link = |kind, reference: Option<&Ref>| reference.map(|reference| entity(kind, reference));
        let day = |date: Option<&Spanned<_>>| date.map(|date| said(&scope.day(date.value).text)).into_iter().collect();
        [
            scope.fact_link("persona", "journey-persona", link(Kind::Persona, journey.persona.as_ref())),
            scope.fact("goal", "journey-goal", self.text(journey.goal.as_ref()).into_iter().collect()),
            scope.fact(
                "owner",
                "fact-owner",
                scope.owner_entries(&journey.owner, &Place::whole(self.id.clone())).into(),
            ),
            scope.fact_word("state", "journey-state", journey.state),
            scope.fact_link("compares", "journey-compares", self.counterpart()),
            scope.fact_word("level", "journey-level", journey.level),
            scope.fact("mapped", "journey-mapped", day(journey.mapped.as_ref())),
            scope.fact("review", "fact-review", day(journey.common.review_by.as_ref())),
            scope.fact_link("workshop", "journey-workshop", link(Kind::Event, journey.workshop.as_ref())),
            scope.fact_word("basis", "fact-basis", Some(self.basis())),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The same journey in the other state, whichever of the two names the other.
    fn counterpart(&self) -> Option<EntityId> {
        let places = &mut self.scope.graph().targets_of(self.id, Relation::ComparesWith);
        places.next().map(|place| place.entity.clone())
    }

    /// What the journey says it rests on; where it says nothing, what its steps rest on.
    fn basis(&self) -> JourneyBasis {
        if let Some(basis) = &self.journey.basis {
            return basis.value;
        }
        let mut bases = self.steps.iter().filter_map(|on_path| on_path.step.emotion.as_ref()).map(|one| one.basis);
        let Some(first) = bases.next() else { return JourneyBasis::Assumed };
        let (all_assumed, all_seen) = bases
            .fold((first == Basis::Assumed, first != Basis::Assumed), |(assumed, seen), basis| {
                (assumed && basis == Basis::Assumed, seen && basis != Basis::Assumed)
            });
        match (all_assumed, all_seen) {
            (true, _) => JourneyBasis::Assumed,
            (_, true) => JourneyBasis::Observed,
            _ => JourneyBasis::Mixed,
        }
    }

    /// The journeys it lies in, the largest first, each linked to the step that it looks closer at.
    fn parents(&self) -> Vec<Link> {
        let mut parents: Vec<Link> = self
            .scope
            .graph()
            .ancestors(self.id)
            .into_iter()
            .map(|place| Link {
                href: self.scope.href(place).unwrap_or_default(),
                text_html: self.scope.name(&place.entity),
            })
            .collect();
        parents.reverse();
        parents
    }

    /// What departments do, each department in front of its words.
    fn acts(&self, acts: &[(Ref, Text)]) -> Entries {
        acts.iter()
            .map(|(department, text)| {
                let department = self.scope.entry(&entity(Kind::Department, department));
                Entry { note_html: Some(self.scope.text(self.id, text)), ..department }
            })
            .collect()
    }

    fn support(&self, step: &Step) -> Entries {
        step.support.iter().map(|system| self.scope.entry(&entity(Kind::System, system))).collect()
    }

    fn verdicts(&self, principles: &[(Ref, Spanned<Verdict>)]) -> Entries {
        principles.iter().map(|(principle, verdict)| self.scope.verdict_entry(principle, verdict.value)).collect()
    }
}
