//! Principles: how a customer wants to be treated.

use super::{Common, Ref, Stance};
use crate::content::text::Text;

/// The front matter of a principle. A missing required text is `None`, and reported.
#[derive(Clone, Debug, Default)]
pub struct Principle {
    /// The fields of every page.
    pub common: Common,
    /// One sentence, from the customer's side.
    pub claim: Option<Text>,
    /// The side it looks from.
    pub stance: Option<Stance>,
    /// What it makes better.
    pub dimension: Option<Dimension>,
    /// Which of the six disciplines it belongs to.
    pub discipline: Option<Discipline>,
    /// Groups principles on their index.
    pub family: Option<Ref>,
    /// Its Kano class.
    pub kano: Option<Kano>,
    /// What breaking it looks like.
    pub inside_out_looks_like: Option<Text>,
    /// What keeping it looks like.
    pub outside_in_looks_like: Option<Text>,
    /// What a reviewer asks of each step.
    pub test: Option<Text>,
    /// What it must be weighed against.
    pub counterweight: Option<Ref>,
    /// Signs that it is broken.
    pub symptoms: Vec<Ref>,
    /// Stories that show it.
    pub examples: Vec<Ref>,
}

/// What a principle makes better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Dimension {
    Effortless,
    Productive,
    Painless,
    Emotional,
    Consistent,
}

/// The six disciplines of customer experience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Discipline {
    Strategy,
    CustomerUnderstanding,
    Design,
    Measurement,
    Governance,
    Culture,
}

/// The classes of the Kano model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Kano {
    MustBe,
    OneDimensional,
    Attractive,
    Indifferent,
    Reverse,
}
