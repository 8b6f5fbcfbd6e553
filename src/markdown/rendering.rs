//! What a caller tells [`render`](super::render), and what comes back.

use super::Terms;
use crate::base::Locale;

/// What a body is rendered with.
#[derive(Clone, Copy, Debug)]
pub struct Rendering<'a> {
    /// Where each of [`Body::references`](super::Body::references) leads, in their order.
    ///
    /// Without a target a reference is its label, as text; only an
    /// [`Address::External`](super::Address::External) becomes a link by itself.
    pub targets: &'a [Option<Target>],
    /// The id of each heading, in their order; [`anchors`](super::anchors) makes them, unless the
    /// headings are a translation and take those of its source. Missing ones are left out.
    pub anchors: &'a [String],
    /// The words to link where they are first used.
    pub terms: Option<TermLinks<'a>>,
    /// The words of the interface.
    pub labels: &'a Labels,
    /// Goes before the ids of footnotes, so that two bodies can stand on one page. Usually empty.
    pub prefix: &'a str,
}

/// Where a reference leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The address for the attribute, percent-encoded, not yet escaped for HTML.
    pub href: String,
    /// The class of the link, such as `journey`; may be empty.
    pub class: String,
    /// The language of what it leads to, if that is not the page's own.
    pub lang: Option<Locale>,
    /// What to call it where the author gave no label: plain text.
    pub label: Option<String>,
    /// Width and height of an image, in pixels.
    pub size: Option<(u32, u32)>,
    /// What to print below an image that stands alone, as HTML; without it, the title in quotes.
    pub caption: Option<String>,
}

/// Words to link where they are first used on a page.
#[derive(Clone, Copy, Debug)]
pub struct TermLinks<'a> {
    /// The words.
    pub terms: &'a Terms,
    /// Where each term leads, by its index; `None` for one not to be linked here.
    pub targets: &'a [Option<Target>],
}

/// The words of the interface that stand between an author's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Name of the list of footnotes.
    pub footnotes: String,
    /// Name of the link from a footnote back to the text.
    pub back: String,
    /// Name of a table that can be scrolled; a number follows.
    pub table: String,
    /// Said after the text of a link to another site; may be empty.
    pub external: String,
    /// Name of a task that is done.
    pub done: String,
    /// Name of a task that is not.
    pub open: String,
    /// Titles of the five kinds of remark.
    pub note: String,
    /// See [`note`](Self::note).
    pub tip: String,
    /// See [`note`](Self::note).
    pub important: String,
    /// See [`note`](Self::note).
    pub warning: String,
    /// See [`note`](Self::note).
    pub caution: String,
}

/// A body as HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// Safe to put into a page as it is.
    pub html: String,
    /// Its headings, in order.
    pub toc: Vec<TocEntry>,
}

/// A line of the table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TocEntry {
    /// As rendered, from 2 to 6.
    pub level: u8,
    /// The heading's id, without `#`.
    pub id: String,
    /// Its text, escaped, with emphasis and code and without links.
    pub text_html: String,
}
