//! Fields that every kind of page has, and the small types that all share.

use indexmap::IndexMap;

use crate::base::{Date, Id, Locale, Spanned, TextRange};
use crate::content::Kind;
use crate::content::text::{Localizable, Text, TextKey};

/// A reference to an entity whose kind the field fixes.
pub type Ref = Spanned<Id>;

/// The fields of every page.
#[derive(Clone, Debug, Default)]
pub struct Common {
    /// The title. Where it is missing the id stands in (and the fault is reported).
    pub title: Option<Text>,
    /// Used in lists, search results and feeds.
    pub summary: Option<Text>,
    /// Whether it is public.
    pub status: Status,
    /// Who wrote it.
    pub authors: Vec<Ref>,
    /// First made public; in the future, not public yet.
    pub published: Option<Spanned<Date>>,
    /// Last changed in substance.
    pub updated: Option<Spanned<Date>>,
    /// When it is to be read again.
    pub review_by: Option<Spanned<Date>>,
    /// What it rests on.
    pub sources: Vec<Ref>,
    /// Free grouping.
    pub tags: Vec<Ref>,
    /// The one drawer it lies in.
    pub category: Option<Ref>,
    /// In place of the id in the address, for the source language.
    pub slug: Option<Spanned<String>>,
    /// Old addresses, redirected.
    pub aliases: Vec<Spanned<String>>,
    /// The language of the source file, where it is not the site's.
    pub source: Option<Spanned<Locale>>,
    /// Pictures by id.
    pub figures: IndexMap<Id, Figure>,
    /// Every translatable string of this front matter.
    pub texts: Localizable,
    /// Former ids: of the document under the empty key, of its entries under theirs, like `steps.wait`.
    pub renamed_from: IndexMap<TextKey, Vec<Spanned<Id>>>,
    /// Fields that start with `x-`, as JSON, by their keys: `x-ticket`, `steps.wait.x-ticket`.
    pub extensions: IndexMap<String, serde_json::Value>,
}

/// Whether a document is public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Status {
    #[default]
    Draft,
    Review,
    Published,
    Archived,
}

/// Who is responsible: three different facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Owner {
    /// Nobody has asked.
    #[default]
    Unasked,
    /// It is known that nobody owns it.
    Nobody(TextRange),
    /// One department, or for a touchpoint several.
    Departments(Vec<Ref>),
}

/// What a statement rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Somebody thinks so.
    #[default]
    Assumed,
    /// Somebody told us.
    Reported,
    /// We saw it.
    Observed,
}

/// From which side a principle or an example looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Stance {
    OutsideIn,
    InsideOut,
    Balance,
}

/// A picture with all that a reader and a lawyer want to know.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The file, beside the document.
    pub src: Spanned<String>,
    /// What it shows; `None` if it is decoration.
    pub alt: Option<Text>,
    /// Whether it is said to be decoration.
    pub decorative: bool,
    /// Printed below it.
    pub caption: Option<Text>,
    /// Whose it is.
    pub credit: Option<Credit>,
    /// A long description, for charts.
    pub long: Option<Text>,
}

/// Title, author, source, licence of a picture.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "the field's own words")]
pub struct Credit {
    pub title: Option<Spanned<String>>,
    pub author: Spanned<String>,
    pub source: Option<Spanned<String>>,
    pub licence: Spanned<String>,
    pub changes: Option<Spanned<String>>,
}

/// A reference that names its kind: `persona:camille`, `department:claims-desk`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedRef {
    /// The kind before the colon.
    pub kind: Kind,
    /// The id after it.
    pub id: Id,
}

/// A step of this journey, or of another: `wait`, `motor-claim#wait`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StepRef {
    /// The other journey.
    pub journey: Option<Id>,
    /// The step.
    pub step: Id,
}

/// A pain of a step: `wait/silence`, `motor-claim#wait/silence`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PainRef {
    /// The step it hurts at.
    pub step: StepRef,
    /// The pain.
    pub pain: Id,
}
