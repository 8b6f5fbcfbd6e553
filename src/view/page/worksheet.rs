//! The worksheet of a journey, made to be printed and filled in.

use serde::Serialize;

use super::html::Html;
use super::journey::PromiseView;
use super::map::LegendEntry;
use super::parts::{EntityLink, Entry, Link};

/// A journey on one sheet of paper, to work on.
#[derive(Clone, Debug, Serialize)]
pub struct WorksheetPage {
    /// The journey.
    pub journey: EntityLink,
    /// Whose it is and how long, in a sentence.
    pub caption_html: Html,
    /// What the persona wants.
    #[serde(rename = "goal_html")]
    pub goal: Option<Entry>,
    /// What the customer was promised, and whether it is kept.
    pub promise: Option<PromiseView>,
    /// The loop of the lifecycle.
    pub loop_html: Option<Html>,
    /// The curve; its points stand over the steps.
    pub curve_html: Option<Html>,
    /// What its marks mean.
    pub legend: Vec<LegendEntry>,
    /// The steps of the path.
    pub steps: Vec<SheetStep>,
    /// What to look for first.
    pub fixes: Vec<FixView>,
    /// What principles ask of every step.
    pub questions: Vec<SheetQuestion>,
    /// As [`JourneyMap::foot`](super::JourneyMap::foot).
    pub foot: String,
}

/// A step on a worksheet.
#[derive(Clone, Debug, Serialize)]
pub struct SheetStep {
    /// The phase, where it begins here.
    pub phase_html: Option<Html>,
    /// From 1.
    pub number: String,
    /// Its name.
    pub name_html: Html,
    /// The step in the walk.
    pub href: String,
    /// "−2 shaken"; empty where nothing is known.
    pub feels: String,
}

/// A sort of fix to look for.
#[derive(Clone, Debug, Serialize)]
pub struct FixView {
    /// What it is called.
    pub title: String,
    /// What to ask.
    pub question: String,
    /// What is on the list already.
    pub known: Vec<Entry>,
}

/// What a principle asks of every step.
#[derive(Clone, Debug, Serialize)]
pub struct SheetQuestion {
    /// The principle.
    pub principle: Link,
    /// The question.
    pub test_html: Html,
}
