//! Files to [`Document`]s and [`Vocabulary`](vocabulary::VocabularyFile): what authors write, typed, with places.

pub mod front_matter;
pub mod identity;
mod named;
mod parse;
pub mod placeholder;
pub mod read;
pub mod renamed;
pub mod shape;
pub mod text;
pub mod vocabulary;
pub mod yaml;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::{Fingerprint, Locale, SourcePath, TextRange};
use front_matter::FrontMatter;
pub use identity::{EntityId, Kind};
pub use parse::{Memo, parse, unplaced};
pub use text::{Localizable, Text, TextKey};

/// One parsed file of a document: its source, or one translation.
///
/// Knows its path and language, which come from where the file lies, not from its text.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is, in any language.
    pub id: EntityId,
    /// The language it is written in.
    pub locale: Locale,
    /// Where it lies.
    pub path: SourcePath,
    /// Stands for the file's text.
    pub fingerprint: Fingerprint,
    /// What the file says.
    pub parsed: Arc<Parsed>,
}

/// What a file says, whatever its path: the part that is cached by its text.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// What stands between the fences.
    pub front_matter: FrontMatter,
    /// Where the front matter stands, fences excluded.
    pub front_matter_range: TextRange,
    /// The Markdown below it.
    pub body: crate::markdown::Body,
    /// Found while parsing. Their spans carry the path the file had when it was parsed first.
    pub diagnostics: Vec<crate::diagnostic::Diagnostic>,
    /// Whether a required field is missing or broken, so that rules need not say it again.
    pub is_broken: bool,
    /// Whether the front matter could not be read at all or was closed too soon, so that nothing is known of what the
    /// file means to say.
    pub is_unreadable: bool,
    /// Whether it is a source that is surely not meant for readers yet: its `status` says so, or it has
    /// none and speaks of publishing nowhere, not even in a misspelt or misplaced field.
    pub is_surely_draft: bool,
}

/// All that the files below `content/` say, in the order of their paths.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    /// Sources and translations of documents.
    pub documents: Vec<Document>,
    /// Vocabulary files and their translations.
    pub vocabulary: Vec<vocabulary::VocabularyFile>,
    /// Every other file below `content/`: pictures and downloads.
    pub assets: BTreeSet<SourcePath>,
}

impl Documents {
    /// The source files of documents, without their translations.
    pub fn sources(&self) -> impl Iterator<Item = &Document> {
        self.documents
            .iter()
            .filter(|document| !matches!(document.parsed.front_matter, front_matter::FrontMatter::Overlay(_)))
    }
}
