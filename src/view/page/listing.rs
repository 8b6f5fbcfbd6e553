//! The pages that list: a section, an entity's uses, the glossary, the credits.

use serde::Serialize;

use super::FileLink;
use super::document::{Meta, SourceLine};
use super::findings::TableView;
use super::frame::LanguageMark;
use super::home::LifecycleView;
use super::html::Html;
use super::parts::{Badge, EntityLink, Fact, FigureView, Link, Section};

/// A persona, touchpoint, department, … : facts, prose, and where it is met.
#[derive(Clone, Debug, Serialize)]
pub struct EntityPage {
    /// `persona`, `touchpoint`, …
    pub kind: &'static str,
    /// In the reader's language.
    pub kind_label: String,
    /// A sentence about it.
    pub summary_html: Option<Html>,
    /// What is known.
    pub facts: Vec<Fact>,
    /// Prose, if it has any.
    pub body_html: Html,
    /// A picture.
    pub figure: Option<FigureView>,
    /// Measured values over time, drawn; a section lists them.
    pub drawing_html: Option<Html>,
    /// Where it is met: steps, pains, touchpoints, journeys.
    pub sections: Vec<Section>,
    /// Said where it is met nowhere.
    pub empty_html: Option<Html>,
    /// Files beside it: the calendar of an event.
    pub files: Vec<FileLink>,
    /// What it cites.
    pub sources: Vec<SourceLine>,
    /// Who, when.
    pub meta: Meta,
}

/// All entities of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct IndexPage {
    /// `journey`, …
    pub kind: &'static str,
    /// What they are.
    pub intro: String,
    /// By family, stage, category, letter, or in one group without a title.
    pub groups: Vec<IndexGroup>,
    /// All of them by stage and level; of journeys.
    pub atlas: Vec<TableView>,
    /// What one can subscribe to: a feed, a calendar.
    pub files: Vec<FileLink>,
    /// Said where there is none.
    pub empty: Option<String>,
}

/// Some entities of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct IndexGroup {
    /// The loop or line of a lifecycle, whose stages are then not listed again.
    pub lifecycle: Option<LifecycleView>,
    /// Its anchor.
    pub anchor: String,
    /// Its title.
    pub title_html: Option<Html>,
    /// Its entities.
    pub items: Vec<IndexItem>,
}

/// One entity in an index.
#[derive(Clone, Debug, Serialize)]
pub struct IndexItem {
    /// The entity.
    pub link: EntityLink,
    /// Status, counts, dates.
    pub badges: Vec<Badge>,
    /// A small picture: the feeling curve of a journey.
    pub picture_html: Option<Html>,
}

/// The glossary of one language.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryPage {
    /// A sentence about it.
    pub intro: String,
    /// By first letter, in the language's own order.
    pub letters: Vec<GlossaryLetter>,
}

/// Terms with one first letter.
#[derive(Clone, Debug, Serialize)]
pub struct GlossaryLetter {
    /// The letter.
    pub letter: String,
    /// Its anchor.
    pub anchor: String,
    /// The terms.
    pub terms: Vec<TermView>,
}

/// A term.
#[derive(Clone, Debug, Serialize)]
pub struct TermView {
    /// `term-outside-in`.
    pub anchor: String,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
    /// The word.
    pub term_html: Html,
    /// Its short form.
    pub short: Option<String>,
    /// What it means.
    pub definition_html: Option<Html>,
    /// Other words that are admitted.
    pub also: Vec<String>,
    /// Words that are not.
    pub avoid: Vec<String>,
    /// How other languages say it.
    pub equivalents: Vec<Equivalent>,
    /// Opposite and related terms.
    pub related: Vec<Fact>,
    /// Pages that use it.
    pub used_on: Vec<Link>,
}

/// A term in another language.
#[derive(Clone, Debug, Serialize)]
pub struct Equivalent {
    /// The language.
    pub mark: LanguageMark,
    /// What its readers call it.
    pub language: String,
    /// The word.
    pub term: String,
}

/// Whose pictures the site shows.
#[derive(Clone, Debug, Serialize)]
pub struct CreditsPage {
    /// A sentence about them.
    pub intro: String,
    /// Each picture that is somebody's, by its credit.
    pub credits: Vec<CreditLine>,
}

/// A picture with where it is shown.
#[derive(Clone, Debug, Serialize)]
pub struct CreditLine {
    /// The picture, with its credit.
    pub figure: FigureView,
    /// The pages that show it.
    pub shown_in: Vec<EntityLink>,
}
