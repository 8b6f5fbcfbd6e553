//! Translations: text by key, and what is said about the translating.

use crate::base::{Date, Spanned, TextRange};
use crate::content::text::Localizable;

/// The front matter of a translation: text and nothing else.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    /// Every translated string.
    pub texts: Localizable,
    /// The address in this language.
    pub slug: Option<Spanned<String>>,
    /// Old addresses in this language.
    pub aliases: Vec<Spanned<String>>,
    /// Who translated what, and from which revision.
    pub translation: Translation,
}

/// The `translation` block.
#[derive(Clone, Debug, Default)]
pub struct Translation {
    /// The revision of the source that it answers to, sixteen hex digits.
    pub base: Option<Spanned<String>>,
    /// How good it is, as people have declared.
    pub status: Quality,
    /// Where that is said; nothing where it is not.
    pub status_place: Option<TextRange>,
    /// Author ids or plain names.
    pub by: Vec<Spanned<String>>,
    /// Who read it.
    pub reviewer: Option<Spanned<String>>,
    /// When.
    pub date: Option<Spanned<Date>>,
    /// Newer segments of the source that are already dealt with.
    pub synced: Vec<Spanned<String>>,
    /// Segments that are rightly the same as in the source.
    pub same: Vec<Spanned<String>>,
}

/// How good a translation is, as people have declared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quality {
    /// Made by a machine.
    Machine,
    /// Written by a person.
    #[default]
    Draft,
    /// Read by a second person.
    Reviewed,
}
