//! The pages that stand alone: prose, search, not found, the chooser of languages.

use serde::Serialize;

use super::NavigationItem;
use super::document::Meta;
use super::frame::LanguageMark;
use super::html::Html;

/// A page of prose.
#[derive(Clone, Debug, Serialize)]
pub struct PlainPage {
    /// The summary.
    pub summary_html: Option<Html>,
    /// The prose.
    pub body_html: Html,
    /// Who, when.
    pub meta: Meta,
}

/// The search page.
#[derive(Clone, Debug, Serialize)]
pub struct SearchPage {
    /// Said where scripts are off.
    pub without_script: String,
    /// Where to browse instead.
    pub browse: Vec<NavigationItem>,
}

/// Said where an address leads nowhere.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundPage {
    /// In the reader's language.
    pub text: String,
    /// Where to go from here.
    pub links: Vec<NavigationItem>,
}

/// The choice of a language: `/`, and `/404.html` where the language of the reader is not known.
#[derive(Clone, Debug, Serialize)]
pub struct ChooserPage {
    /// Whether it stands for an address that leads nowhere.
    pub is_not_found: bool,
    /// Every language.
    pub languages: Vec<ChooserItem>,
}

/// One language of the chooser.
#[derive(Clone, Debug, Serialize)]
pub struct ChooserItem {
    /// The language.
    pub mark: LanguageMark,
    /// What its readers call it.
    pub name: String,
    /// Its home page.
    pub href: String,
    /// In that language: what the site is, or that there is no such page.
    pub text: String,
}
