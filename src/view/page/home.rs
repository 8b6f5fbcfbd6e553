//! The home page of a language.

use serde::Serialize;

use super::html::Html;
use super::parts::{Badge, Day, EntityLink};

/// The home page of one language.
#[derive(Clone, Debug, Serialize)]
pub struct Home {
    /// One sentence at hero size.
    pub lede_html: Option<Html>,
    /// What the author wrote below it.
    pub body_html: Html,
    /// The numbers that matter to partners: unowned pains, broken principles, gaps, no-brainers.
    pub numbers: Vec<Headline>,
    /// The lifecycle as a loop.
    pub lifecycle: Option<LifecycleView>,
    /// Journeys as lines.
    pub journeys: Vec<JourneyLine>,
    /// Principles as short rules.
    pub principles: Vec<PrincipleLine>,
    /// The newest and the last changed, at most eight.
    pub recent: Vec<RecentLine>,
    /// How much of the site is in this language; `None` for the source language.
    pub coverage: Option<Coverage>,
}

/// A number with its words and where it comes from.
#[derive(Clone, Debug, Serialize)]
pub struct Headline {
    /// The number.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// The finding.
    pub href: String,
    /// `ok`, `warn` or `bad`.
    pub tone: &'static str,
}

/// A lifecycle: the picture, and the nested list that says the same.
#[derive(Clone, Debug, Serialize)]
pub struct LifecycleView {
    /// Its name.
    pub name_html: Html,
    /// The picture.
    pub svg_html: Html,
    /// One list a lobe.
    pub lobes: Vec<LobeView>,
}

/// One lobe of a lifecycle.
#[derive(Clone, Debug, Serialize)]
pub struct LobeView {
    /// `buy`, `own`.
    pub key: String,
    /// In the reader's language.
    pub label_html: Html,
    /// Its stages; numbers run on from lobe to lobe.
    pub stages: Vec<StageLine>,
}

/// One stage of a lifecycle.
#[derive(Clone, Debug, Serialize)]
pub struct StageLine {
    /// From 1.
    pub number: usize,
    /// The stage.
    pub link: EntityLink,
    /// "3 journeys, 2 pains nobody owns".
    pub text: String,
    /// Whether no journey goes there.
    pub is_empty: bool,
}

/// A journey on one line.
#[derive(Clone, Debug, Serialize)]
pub struct JourneyLine {
    /// The journey.
    pub link: EntityLink,
    /// "9 steps, as Camille lives it".
    pub scope: String,
    /// A small feeling curve.
    pub curve_html: Html,
    /// The curve in words.
    pub curve_text: String,
}

/// A principle on one line.
#[derive(Clone, Debug, Serialize)]
pub struct PrincipleLine {
    /// The principle; its summary is the claim.
    pub link: EntityLink,
    /// How often it is kept and broken: "breaks 2", "keeps 1".
    pub verdicts: Vec<Badge>,
}

/// Something new or changed.
#[derive(Clone, Debug, Serialize)]
pub struct RecentLine {
    /// What.
    pub link: EntityLink,
    /// When.
    pub day: Day,
}

/// How much of the site is in a language.
#[derive(Clone, Debug, Serialize)]
pub struct Coverage {
    /// Translated documents.
    pub done: usize,
    /// All documents.
    pub total: usize,
    /// In words.
    pub text: String,
}
