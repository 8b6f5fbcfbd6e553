//! The map of a journey: phases and steps over lanes.

use serde::Serialize;

use super::FileLink;
use super::html::Html;
use super::journey::Picture;
use super::parts::{Badge, EntityLink, Entries, Link};

/// The map on a page of its own, wide.
#[derive(Clone, Debug, Serialize)]
pub struct JourneyMapPage {
    /// The journey.
    pub journey: EntityLink,
    /// The map.
    pub map: JourneyMap,
    /// "Operations sees 2 of 9 steps", for the map as a department sees it.
    pub lede_html: Option<Html>,
    /// The map in pieces that fit on paper; empty if it fits whole.
    pub parts: Vec<JourneyMap>,
    /// The other maps of the journey.
    pub variants: Vec<Link>,
    /// The file that holds this map as a picture; only the whole map has one.
    pub picture: Option<Picture>,
    /// The journey as a table and as data.
    pub files: Vec<FileLink>,
}

/// The map as a table: lanes by steps.
#[derive(Clone, Debug, Serialize)]
pub struct JourneyMap {
    /// How many step columns.
    pub steps: usize,
    /// "I make a motor claim, as Camille lives it. 9 steps in 4 phases."
    pub caption_html: Html,
    /// The phases, each over its steps.
    pub phases: Vec<PhaseHead>,
    /// The steps.
    pub heads: Vec<StepHead>,
    /// The lanes, in groups that a line separates.
    pub groups: Vec<LaneGroup>,
    /// What is to be known beside the table: what the dashed line is, and the steps it does not share.
    pub notes: Vec<Html>,
    /// What its marks mean; only of those that it shows.
    pub legend: Vec<LegendEntry>,
    /// How the feeling goes, in words.
    pub in_words: String,
    /// What stands before and after words that somebody thinks, where no browser sets it.
    pub quotes: [String; 2],
    /// When it was mapped and is to be looked at again, language, edition, licence.
    pub foot: String,
}

/// What one mark of a map means.
#[derive(Clone, Debug, Serialize)]
pub struct LegendEntry {
    /// Which mark it is: `good`, `moment`.
    pub key: &'static str,
    /// The mark.
    pub sign_html: Html,
    /// In words.
    pub text: String,
}

/// A phase over its columns.
#[derive(Clone, Debug, Serialize)]
pub struct PhaseHead {
    /// From 1.
    pub number: String,
    /// Its name.
    pub name_html: Html,
    /// How many columns.
    pub span: usize,
    /// The stage of the lifecycle.
    pub stage: Option<Link>,
    /// The `id` of its element: `phase-notify`. In the walk; a map has no ids of its own.
    pub anchor: Option<String>,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
}

/// A step over its column.
#[derive(Clone, Debug, Serialize)]
pub struct StepHead {
    /// From 1.
    pub number: String,
    /// Its name.
    pub name_html: Html,
    /// The step in the walk: `#step-wait`.
    pub href: String,
    /// "waits".
    pub mode: String,
    /// Moment of truth, wow, time taken.
    pub marks: Vec<Badge>,
    /// Whether the department whose slice it is has no part in it.
    pub is_dim: bool,
}

/// Lanes that stand together.
#[derive(Clone, Debug, Serialize)]
pub struct LaneGroup {
    /// `customer`, `touchpoints`, `frontstage`, `backstage`, `support`, `learned`.
    pub key: &'static str,
    /// The line above the group: `interaction`, `visibility`, `internal`, `learned`; none above the first.
    pub line: Option<&'static str>,
    /// What the line is called.
    pub label: Option<String>,
    /// The lanes.
    pub lanes: Vec<Lane>,
}

/// One row of the map.
#[derive(Clone, Debug, Serialize)]
pub struct Lane {
    /// `does`, `thinks`, `curve`, `feels`, `pains`, …
    pub key: &'static str,
    /// In the reader's language.
    pub label: String,
    /// A drawing over all columns, in place of cells.
    pub svg_html: Option<Html>,
    /// One cell a step; empty if the lane is a drawing.
    #[serde(rename = "cells_html")]
    pub cells: Vec<Entries>,
    /// For the slice of a department, what each cell is to it: `own`, `dim` or nothing.
    pub looks: Vec<&'static str>,
}
