//! Articles: prose that links to principles and journeys.

use super::{Common, Ref, Stance, StepRef};
use crate::base::{Date, Id, Spanned};
use crate::content::text::Text;

/// The front matter of an article.
#[derive(Clone, Debug, Default)]
pub struct Article {
    /// The fields of every page.
    pub common: Common,
    /// What a reader should ask.
    pub question: Option<Text>,
    /// What it is about.
    pub principles: Vec<Ref>,
    /// Journeys, or steps of journeys, that it speaks of.
    pub journeys: Vec<Spanned<JourneyRef>>,
    /// Where it stood first.
    pub republished: Option<Republished>,
    /// The address that search engines should keep.
    pub canonical: Option<Spanned<String>>,
    /// What sort of prose it is.
    pub form: ArticleForm,
    /// The side it looks from.
    pub stance: Option<Stance>,
}

/// A journey, or one of its steps: `motor-claim`, `motor-claim#wait`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JourneyRef {
    /// The whole journey.
    Journey(Id),
    /// One step; the journey is always named.
    Step(StepRef),
}

/// What sort of prose an article is (`kind`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum ArticleForm {
    #[default]
    Article,
    Note,
    Case,
    WorkshopReport,
}

/// Where a text stood first, and who allowed it to stand here.
#[derive(Clone, Debug)]
pub struct Republished {
    /// The original's address.
    pub url: Spanned<String>,
    /// The original's site.
    pub site: Spanned<String>,
    /// Who allowed it.
    pub permission: Permission,
    /// When it stood there.
    pub date: Option<Spanned<Date>>,
}

/// Who allowed a text to be printed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Permission {
    Author,
    Publisher,
    Licence,
}
