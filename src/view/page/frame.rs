//! What surrounds a page's content: its head, its switcher, what is said of its text.

use serde::Serialize;

use super::html::Html;
use super::parts::{Day, Link};
use crate::base::{Direction, Locale};

/// What surrounds the content of one page.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// The language of the page's shell.
    pub lang: Locale,
    /// Which way that language is written.
    pub dir: Direction,
    /// The language and direction of the main content, where they differ: a fallback page.
    pub main: Option<LanguageMark>,
    /// The layout's name: `journey`, `index`.
    pub layout: &'static str,
    /// Which section of the navigation it belongs to.
    pub section: &'static str,
    /// The heading, as plain text.
    pub title: String,
    /// The heading.
    pub title_html: Html,
    /// For tabs, bookmarks and search engines: the heading, its section and the site.
    pub document_title: String,
    /// For search engines and cards; never empty.
    pub description: String,
    /// The same for the page itself, in an element that says its language where the reader has another.
    pub description_html: Html,
    /// The absolute address that search engines should keep.
    pub canonical: String,
    /// Real translations, this page among them, and `x-default`; empty for a fallback page.
    pub alternates: Vec<Alternate>,
    /// `og:locale`, with a territory.
    pub og_locale: Option<String>,
    /// The `og:locale` of other translations.
    pub og_alternates: Vec<String>,
    /// `article` or `website`.
    pub og_type: &'static str,
    /// Structured data: JSON, with `<` escaped, safe inside a `script` element.
    pub json_ld_html: Option<Html>,
    /// The path from the home page, without this page.
    pub breadcrumbs: Vec<Link>,
    /// The same page in every language.
    pub switcher: Vec<SwitcherItem>,
    /// How its text stands to the one it was translated from; none for a whole translation and for a source.
    pub text_states: Vec<TextState>,
    /// What the reader must know before reading.
    pub notices: Vec<Notice>,
    /// The headings of the page.
    pub contents: Vec<ContentsEntry>,
    /// Where the source of the page can be edited.
    pub edit_url: Option<String>,
    /// The same page as Markdown.
    pub twin: Option<String>,
    /// Last changed in substance.
    pub updated: Option<Day>,
    /// Whether crawlers should keep away (search and error pages).
    pub noindex: bool,
}

/// A language and its direction, for an element of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageMark {
    /// The language.
    pub lang: Locale,
    /// Which way it is written.
    pub dir: Direction,
}

/// One `link rel=alternate`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternate {
    /// The language, or `x-default`.
    pub hreflang: String,
    /// The absolute address.
    pub href: String,
}

/// One language of the switcher.
#[derive(Clone, Debug, Serialize)]
pub struct SwitcherItem {
    /// The language it leads to.
    pub lang: Locale,
    /// Which way it is written.
    pub dir: Direction,
    /// What its readers call it.
    pub name: String,
    /// The address.
    pub href: String,
    /// Whether it is this page.
    pub is_current: bool,
    /// Said in the reader's language where the target is not translated: "not translated yet: shown in English".
    pub note: Option<String>,
    /// The language of the target's text.
    pub hreflang: Locale,
}

/// How the text of a page stands to the one it was translated from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum TextState {
    /// Nothing of it is translated.
    Missing {
        /// The language that is shown instead.
        shown: Locale,
    },
    /// Too little of it is translated for a page in its own right.
    Partly {
        /// The language of what is not.
        rest: Locale,
    },
    /// A machine made it and a person has reviewed it.
    Machine,
    /// Its source has changed since it was translated.
    Outdated {
        /// How many passages of the source have; nothing where nobody knows.
        changed: Option<usize>,
        /// How many the source has.
        passages: usize,
    },
}

impl TextState {
    /// The kind of its notice.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "fallback",
            Self::Partly { .. } => "partly",
            Self::Machine => "machine",
            Self::Outdated { .. } => "outdated",
        }
    }
}

/// What the reader must know before reading.
#[derive(Clone, Debug, Serialize)]
pub struct Notice {
    /// Of a [`TextState`], or `draft`, `archived`, `republished`.
    pub kind: &'static str,
    /// In the reader's language.
    pub text: String,
    /// Where to go from here.
    pub link: Option<Link>,
    /// Where to help with the translation: its file, or whom to ask.
    pub help: Option<Link>,
    /// Said before `parts`; empty where there are none.
    pub parts_label: String,
    /// The sections of this page that it is about.
    pub parts: Vec<Link>,
}

/// One heading of the page.
#[derive(Clone, Debug, Serialize)]
pub struct ContentsEntry {
    /// From 2.
    pub level: u8,
    /// Its anchor, without `#`.
    pub anchor: String,
    /// Its words.
    pub text_html: Html,
}
