//! The pages of findings, their charts and tables, and the matrix of principles and journeys.

use serde::Serialize;

use super::super::markup::rows_html;
use super::FileLink;
use super::home::Headline;
use super::html::Html;
use super::parts::{Badge, EntityLink, Entry, Link};

/// The hub of computed views.
#[derive(Clone, Debug, Serialize)]
pub struct FindingsPage {
    /// A sentence about them.
    pub intro: String,
    /// All of them, by what they speak of.
    pub groups: Vec<FindingGroup>,
    /// Everything that they are computed from, as tables.
    pub files: Vec<FileLink>,
}

/// Computed views that speak of one thing.
#[derive(Clone, Debug, Serialize)]
pub struct FindingGroup {
    /// Its anchor.
    pub anchor: String,
    /// What they speak of.
    pub title: String,
    /// Each with its headline number.
    pub findings: Vec<FindingCard>,
}

/// A computed view in short.
#[derive(Clone, Debug, Serialize)]
pub struct FindingCard {
    /// Its name.
    pub title: String,
    /// Its page.
    pub href: String,
    /// The number, and what it counts.
    pub headline: Headline,
    /// How it is computed, in one sentence.
    pub rule: String,
}

/// A computed view: one or more tables.
#[derive(Clone, Debug, Serialize)]
pub struct FindingPage {
    /// How it is computed, in one sentence.
    pub rule: String,
    /// Over how many.
    pub n: String,
    /// The number, and what it counts.
    pub headline: Headline,
    /// The tables.
    pub tables: Vec<TableView>,
    /// What a picture shows better than a table.
    pub chart: Option<ChartView>,
    /// The same as data, and a feed where there is one.
    pub files: Vec<FileLink>,
    /// What authors write to change what it finds.
    pub advice: Option<String>,
    /// Said where it has found nothing, and what to write to fill it.
    pub empty: Option<String>,
}

/// A picture with numbers in it, and the list that says what they are.
#[derive(Clone, Debug, Serialize)]
pub struct ChartView {
    /// What it shows.
    pub title: String,
    /// How it is read.
    pub intro: String,
    /// The picture, hidden from assistive technology.
    pub svg_html: Html,
    /// What each number is, the first being 1.
    pub entries: Vec<Entry>,
}

/// A table.
#[derive(Clone, Debug, Serialize)]
pub struct TableView {
    /// Its anchor.
    pub anchor: String,
    /// Its caption.
    pub caption: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; the first cell is the row's header.
    #[serde(rename = "rows_html", serialize_with = "rows_html")]
    pub rows: Vec<Vec<Vec<Entry>>>,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Its heading.
    pub label: String,
    /// Whether it holds numbers.
    pub is_number: bool,
}

/// Principles by journeys.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixPage {
    /// How it is computed, in one sentence.
    pub rule: String,
    /// Over how many.
    pub n: String,
    /// The columns.
    pub journeys: Vec<Link>,
    /// The rows.
    pub rows: Vec<MatrixRow>,
    /// The sums below the columns.
    pub totals: Vec<MatrixCell>,
    /// The same as data.
    pub files: Vec<FileLink>,
    /// Said where there is nothing yet.
    pub empty: Option<String>,
}

/// One principle over all journeys.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    /// The principle.
    pub link: EntityLink,
    /// One cell a journey.
    pub cells: Vec<MatrixCell>,
    /// "0.75", "2": health and the steps it is over; empty if no step was judged.
    pub health: Option<(String, String)>,
}

/// The verdicts of one journey on one principle.
#[derive(Clone, Debug, Default, Serialize)]
pub struct MatrixCell {
    /// Each verdict that occurs: mark, word and count, linked to the steps.
    pub verdicts: Vec<Badge>,
    /// The worst one's tone.
    pub tone: &'static str,
}
