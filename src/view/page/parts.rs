//! What pages of several layouts show: links, entries with their badges, facts, pictures.

use std::sync::Arc;

use serde::Serialize;

use super::super::markup::shown;
use super::frame::LanguageMark;
use super::html::Html;

/// A link with its words.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    /// The address.
    pub href: String,
    /// Its words.
    pub text_html: Html,
}

/// A day (or month, or year) for people and for machines.
#[derive(Clone, Debug, Serialize)]
pub struct Day {
    /// The ISO form, for `time datetime`.
    pub iso: String,
    /// The reader's form.
    pub text: String,
}

/// A linked entity with its kind, for the coloured shape beside it.
#[derive(Clone, Debug, Serialize)]
pub struct EntityLink {
    /// `journey`, `principle`, …
    pub kind: &'static str,
    /// The kind in the reader's language.
    pub kind_label: String,
    /// The address.
    pub href: String,
    /// Its name.
    pub text_html: Html,
    /// A sentence about it.
    pub summary_html: Option<Html>,
}

/// One thing in a cell, a fact or a list: words, perhaps linked, with marks that are words too.
///
/// Templates see it as HTML (`view::markup`): a map has hundreds of them.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The words.
    pub text_html: Html,
    /// Where they lead.
    pub href: Option<String>,
    /// A shape in front: `✓`, `✗`, `~`, `→`, `◆`, `★`.
    pub mark: Option<&'static str>,
    /// The mark in a word, always visible: "keeps".
    pub word: Option<String>,
    /// `ok`, `partly`, `bad`, `warn`, `muted`, or a kind; for the tint. Empty for none.
    pub tone: &'static str,
    /// Short labels after the words: severity, owner, status, channel.
    pub badges: Vec<Badge>,
    /// More words, on a line of their own.
    pub note_html: Option<Html>,
    /// The `id` of its element, where content may link to it: `pain-wait-silence`, `need-be-heard`.
    pub anchor: Option<String>,
    /// Its anchors under former ids, so that old links find it.
    pub former: Vec<String>,
}

/// What stands in a cell or under a label: one alone, several as a list. Templates see it as HTML, which is written
/// once for all the places that show it.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    list: Arc<[Entry]>,
    html: Arc<str>,
}

impl Entries {
    /// As templates see it.
    #[must_use]
    pub fn as_html(&self) -> &str {
        &self.html
    }
}

impl From<Vec<Entry>> for Entries {
    fn from(list: Vec<Entry>) -> Self {
        Self { html: shown(&list).into(), list: list.into() }
    }
}

impl FromIterator<Entry> for Entries {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        entries.into_iter().collect::<Vec<Entry>>().into()
    }
}

impl std::ops::Deref for Entries {
    type Target = [Entry];

    fn deref(&self) -> &[Entry] {
        &self.list
    }
}

/// A short label. Templates see it as HTML.
#[derive(Clone, Debug)]
pub struct Badge {
    /// Its words.
    pub text: String,
    /// As for [`Entry::tone`].
    pub tone: &'static str,
    /// Where it leads.
    pub href: Option<String>,
    /// The language of its words, where the reader has another.
    pub mark: Option<LanguageMark>,
}

/// A label with what belongs to it, for definition lists.
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// A name for styles: `owner`, `feels`.
    pub key: &'static str,
    /// In the reader's language.
    pub label: String,
    /// One or more.
    #[serde(rename = "entries_html")]
    pub entries: Entries,
}

/// A headed list.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// Its anchor.
    pub anchor: String,
    /// Its heading, in the reader's language.
    pub title: String,
    /// A sentence below the heading.
    pub intro: Option<String>,
    /// What it lists.
    pub entries: Vec<Entry>,
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
pub struct FigureView {
    /// The address.
    pub src: String,
    /// Empty for decoration.
    pub alt: String,
    /// Pixels.
    pub width: Option<usize>,
    /// Pixels.
    pub height: Option<usize>,
    /// Below it.
    pub caption_html: Option<Html>,
    /// Title, author, licence.
    pub credit_html: Option<Html>,
}
