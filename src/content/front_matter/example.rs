//! Examples: what an organisation did, and what it teaches.

use super::{Common, Evidence, Ref, Stance};
use crate::base::Spanned;
use crate::content::text::Text;

/// The front matter of an example.
#[derive(Clone, Debug, Default)]
pub struct Example {
    /// The fields of every page.
    pub common: Common,
    /// Who did it.
    pub organisation: Option<Text>,
    /// The trade they are in.
    pub sector: Option<Spanned<String>>,
    /// Where it happened.
    pub place: Option<Text>,
    /// When.
    pub year: Option<Spanned<i32>>,
    /// The side they looked from.
    pub stance: Option<Stance>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// What it teaches.
    pub moral: Option<Text>,
    /// When it turned.
    pub turning_points: Vec<Text>,
    /// What it shows kept or broken.
    pub principles: Vec<Ref>,
    /// What somebody said.
    pub quote: Option<Evidence>,
}

/// How an example ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Outcome {
    Good,
    Bad,
    Mixed,
}
