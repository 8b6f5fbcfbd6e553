//! What one page says, in the form an index takes in.

use std::collections::BTreeMap;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::base::{Locale, UrlPath};
use crate::content::Kind;

/// A page as readers find it.
///
/// Holds only text whose own language is `locale`: a page shown in another language for want of a
/// translation has no record there.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Record {
    /// Where it is.
    pub url: UrlPath,
    /// The language of its text.
    pub locale: Locale,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub kind: Sort,
    /// The names above it, the outermost first.
    pub breadcrumb: Vec<String>,
    /// What it is about, in a sentence or two; shown where no passage matches.
    pub summary: String,
    /// Its text, in the order of the page.
    pub sections: Vec<Section>,
    /// What it can be filtered by, besides its kind.
    pub facets: BTreeMap<Facet, Vec<FacetValue>>,
}

/// What a page is, as readers tell pages apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub enum Sort {
    /// It shows something that was written, or all terms of the glossary.
    Written(Kind),
    /// It shows what was worked out from the journeys.
    Finding,
}

impl Sort {
    /// Its name in files, addresses and strings.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Written(kind) => kind.noun(),
            Self::Finding => "finding",
        }
    }
}

/// A part of a page that can be linked to.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Section {
    /// The id of its heading or step; none for what stands before the first.
    pub anchor: Option<String>,
    /// Its heading, or empty.
    pub heading: String,
    /// Its text without markup.
    pub text: Arc<str>,
}

/// A way to narrow results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Facet {
    Kind,
    Stage,
    Principle,
    Channel,
    Persona,
    Department,
    Sentiment,
    Severity,
    Unowned,
}

impl Facet {
    /// Every facet.
    pub const ALL: &[Self] = &[
        Self::Kind,
        Self::Stage,
        Self::Principle,
        Self::Channel,
        Self::Persona,
        Self::Department,
        Self::Sentiment,
        Self::Severity,
        Self::Unowned,
    ];

    /// Its name in files and addresses.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Stage => "stage",
            Self::Principle => "principle",
            Self::Channel => "channel",
            Self::Persona => "persona",
            Self::Department => "department",
            Self::Sentiment => "sentiment",
            Self::Severity => "severity",
            Self::Unowned => "unowned",
        }
    }
}

/// One value of a facet: its id, and its name in the language of the record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct FacetValue {
    /// The same in every language.
    pub id: SmolStr,
    /// What readers see.
    pub label: String,
}
