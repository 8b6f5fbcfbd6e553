//! The pages of a site: everything a template may see, one type a layout.
//!
//! A field whose name ends in `_html` holds HTML that is safe to print as it is: text rendered by
//! `markdown` or escaped by [`Html`], wrapped in its own `lang` where it is not in the page's
//! language. Every other string is plain text. Numbers are already written the reader's way.

mod document;
mod findings;
mod frame;
mod home;
mod html;
mod journey;
mod listing;
mod map;
mod parts;
mod plain;
mod worksheet;

use std::sync::Arc;

use serde::Serialize;

use crate::base::{Locale, UrlPath};

pub use document::{
    ArticlePage, Meta, PrinciplePage, ResponseView, SourceLine, StoryCard, VerdictGroup, VerdictJourney,
};
pub use findings::{
    ChartView, Column, FindingCard, FindingGroup, FindingPage, FindingsPage, MatrixCell, MatrixPage, MatrixRow,
    TableView,
};
pub use frame::{Alternate, ContentsEntry, Frame, LanguageMark, Notice, SwitcherItem, TextState};
pub use home::{Coverage, Headline, Home, JourneyLine, LifecycleView, LobeView, PrincipleLine, RecentLine, StageLine};
pub use html::Html;
pub use journey::{
    DeviationView, EvidenceView, JourneyPage, OpportunityView, Picture, PromiseView, ReadingView, WalkStep,
};
pub use listing::{
    CreditLine, CreditsPage, EntityPage, Equivalent, GlossaryLetter, GlossaryPage, IndexGroup, IndexItem, IndexPage,
    TermView,
};
pub use map::{JourneyMap, JourneyMapPage, Lane, LaneGroup, LegendEntry, PhaseHead, StepHead};
pub use parts::{Badge, Day, EntityLink, Entries, Entry, Fact, FigureView, Link, Section};
pub use plain::{ChooserItem, ChooserPage, NotFoundPage, PlainPage, SearchPage};
pub use worksheet::{FixView, SheetQuestion, SheetStep, WorksheetPage};

/// One page of the site.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// Its address.
    pub url: UrlPath,
    /// What surrounds the content.
    pub frame: Frame,
    /// What all pages of one language share.
    #[serde(skip)]
    pub chrome: Arc<Chrome>,
    /// What is between header and footer.
    pub content: Content,
}

/// What all pages of one language share: rendered once a language, then inserted as it is.
#[derive(Clone, Debug, Serialize)]
pub struct Chrome {
    /// The language.
    pub lang: Locale,
    /// The path of the site's root, with slashes at both ends.
    pub root: String,
    /// The site's title.
    pub site_title: String,
    /// The home page of this language.
    pub home: String,
    /// Where the search form goes.
    pub search: String,
    /// The main navigation.
    pub navigation: Vec<NavigationItem>,
    /// The version from `book.toml`.
    pub version: Option<String>,
    /// The licence of the contents.
    pub licence: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// Plain pages linked from the footer.
    pub footer: Vec<Link>,
    /// What readers of this language can subscribe to.
    pub feeds: Vec<FileLink>,
}

/// A file that is no page: a feed, a calendar, a table to download.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileLink {
    /// Its address.
    pub href: String,
    /// In the reader's language.
    pub text: String,
    /// Its content type.
    pub media_type: &'static str,
}

/// One entry of the main navigation.
#[derive(Clone, Debug, Serialize)]
pub struct NavigationItem {
    /// Which section it is; compare with [`Frame::section`].
    pub section: &'static str,
    /// Its name.
    pub text: String,
    /// Its address.
    pub href: String,
    /// How many there are.
    pub count: Option<String>,
}

/// What is between header and footer, one variant a layout.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
#[allow(missing_docs, reason = "named after their contents")]
#[allow(clippy::large_enum_variant, reason = "pages are held behind one allocation each")]
pub enum Content {
    Home(Home),
    Article(ArticlePage),
    Principle(PrinciplePage),
    Journey(JourneyPage),
    JourneyMap(JourneyMapPage),
    Worksheet(WorksheetPage),
    Entity(EntityPage),
    Index(IndexPage),
    Glossary(GlossaryPage),
    Findings(FindingsPage),
    Finding(FindingPage),
    Matrix(MatrixPage),
    /// Whose pictures the site shows.
    Credits(CreditsPage),
    Plain(PlainPage),
    Search(SearchPage),
    NotFound(NotFoundPage),
    Chooser(ChooserPage),
}

impl Content {
    /// The name of the layout, which is the name of its template without `.html`.
    #[must_use]
    pub fn layout(&self) -> &'static str {
        match self {
            Self::Home(_) => "home",
            Self::Article(_) => "article",
            Self::Principle(_) => "principle",
            Self::Journey(_) => "journey",
            Self::JourneyMap(_) => "journey-map",
            Self::Worksheet(_) => "worksheet",
            Self::Entity(_) => "entity",
            Self::Index(_) => "index",
            Self::Glossary(_) => "glossary",
            Self::Findings(_) => "findings",
            Self::Finding(_) => "finding",
            Self::Matrix(_) => "matrix",
            Self::Credits(_) => "credits",
            Self::Plain(_) => "plain",
            Self::Search(_) => "search",
            Self::NotFound(_) => "not-found",
            Self::Chooser(_) => "chooser",
        }
    }
}
