//! The page of a journey and its steps as a walk.

use serde::Serialize;

use super::FileLink;
use super::document::{Meta, SourceLine};
use super::home::Headline;
use super::html::Html;
use super::map::{JourneyMap, PhaseHead};
use super::parts::{Badge, Day, EntityLink, Entry, Fact, FigureView, Link, Section};
use crate::base::OutputPath;

/// A journey: facts, the map, the walk, and what was learned.
#[derive(Clone, Debug, Serialize)]
pub struct JourneyPage {
    /// Persona, goal, owner, state, level, mapped, review, workshop, basis.
    pub facts: Vec<Fact>,
    /// What the customer was promised, and whether it is kept.
    pub promise: Option<PromiseView>,
    /// The larger journey it zooms into, from the largest.
    pub parents: Vec<Link>,
    /// Smaller journeys that zoom into its steps.
    pub children: Vec<EntityLink>,
    /// Estimates: remembered feeling, seams, lowest, end.
    pub numbers: Vec<Headline>,
    /// The map.
    pub map: JourneyMap,
    /// Address of the map on a page of its own.
    pub map_href: String,
    /// The map in pieces that fit on paper; empty if it fits whole.
    pub parts: Vec<JourneyMap>,
    /// The map as each department sees it.
    pub slices: Vec<Link>,
    /// The map as a picture that stands alone.
    pub picture_href: Option<String>,
    /// The journey as a table and as data.
    pub files: Vec<FileLink>,
    /// Reduced maps: the customer's side, the blueprint, what was learned.
    pub variants: Vec<Link>,
    /// The curve for narrow screens, above the walk: its points lead to the steps.
    pub curve_html: Option<Html>,
    /// The steps one after the other.
    pub walk: Vec<WalkStep>,
    /// How people leave the path.
    pub deviations: Vec<DeviationView>,
    /// What could be better.
    pub opportunities: Vec<OpportunityView>,
    /// What it rests on.
    pub evidence: Vec<EvidenceView>,
    /// What was measured.
    pub readings: Vec<ReadingView>,
    /// What departments pass on.
    pub hand_overs: Vec<Entry>,
    /// The prose.
    pub body_html: Html,
    /// What it cites.
    pub sources: Vec<SourceLine>,
    /// Pages that lead here, by kind.
    pub backlinks: Vec<Section>,
    /// Who, when.
    pub meta: Meta,
}

/// A picture that stands alone, beside a page.
#[derive(Clone, Debug, Serialize)]
pub struct Picture {
    /// Where it is published.
    pub path: OutputPath,
    /// Its address.
    pub href: String,
}

/// What the customer was promised.
#[derive(Clone, Debug, Serialize)]
pub struct PromiseView {
    /// In words.
    pub text_html: Html,
    /// Kept, at risk, broken, unknown: in the reader's language.
    #[serde(rename = "verdict_html")]
    pub verdict: Badge,
}

/// One step of the walk.
#[derive(Clone, Debug, Serialize)]
pub struct WalkStep {
    /// `step-wait`.
    pub anchor: String,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
    /// From 1; empty off the path.
    pub number: String,
    /// The phase, given on its first step.
    pub phase: Option<PhaseHead>,
    /// Its name.
    pub name_html: Html,
    /// "waits".
    pub mode: String,
    /// The score from -2 to 2 as text, with a true minus; `None` if unknown.
    pub score: Option<String>,
    /// `pos`, `neg`, `zero` or `none`: for the stop's shape.
    pub sign: &'static str,
    /// Moment of truth, wow, time taken.
    pub marks: Vec<Badge>,
    /// What the customer does.
    pub does_html: Option<Html>,
    /// What the customer thinks, without quotation marks.
    pub thinks_html: Option<Html>,
    /// A picture.
    pub figure: Option<FigureView>,
    /// Feels, touchpoint, told, on stage, behind the scenes, what hurts, principles, …
    pub facts: Vec<Fact>,
    /// The journey that zooms in.
    pub zoom: Option<EntityLink>,
    /// The step before it on the same way.
    pub previous: Option<Link>,
    /// The step after it.
    pub next: Option<Link>,
}

/// How people leave the path.
#[derive(Clone, Debug, Serialize)]
pub struct DeviationView {
    /// `deviation-chase`.
    pub anchor: String,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
    /// What happens.
    pub name_html: Html,
    /// "repeat", "40 %", handled, owner.
    pub badges: Vec<Badge>,
    /// From, rejoins, feels, pains.
    pub facts: Vec<Fact>,
    /// What they go through.
    pub steps: Vec<WalkStep>,
}

/// What could be better.
#[derive(Clone, Debug, Serialize)]
pub struct OpportunityView {
    /// `opportunity-status-text`.
    pub anchor: String,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
    /// What to do.
    pub name_html: Html,
    /// Kind, status, owner.
    pub badges: Vec<Badge>,
    /// Addresses, removes, values, effort, due, measure.
    pub facts: Vec<Fact>,
}

/// What a journey rests on.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceView {
    /// `evidence-q-wow`.
    pub anchor: String,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
    /// "quote", in the reader's language.
    pub kind_label: String,
    /// Word for word, or the finding; `None` where it is not published.
    pub says_html: Option<Html>,
    /// Whether `says` is somebody's words.
    pub is_quote: bool,
    /// What it was understood to mean.
    pub means_html: Option<Html>,
    /// "A customer like Camille, February 2025, 12 people".
    pub source: String,
}

/// One measurement.
#[derive(Clone, Debug, Serialize)]
pub struct ReadingView {
    /// The metric.
    pub metric: Link,
    /// Its value.
    pub value: String,
    /// "n = 210".
    pub n: Option<String>,
    /// When.
    pub day: Day,
    /// The step it was measured at.
    pub step: Option<Link>,
}
