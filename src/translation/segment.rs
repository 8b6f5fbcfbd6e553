//! A source, a translation or a snapshot to its [`Segment`]s: every stretch that is translated.

use smol_str::SmolStr;

use crate::base::{Fingerprint, TextRange};
use crate::content::front_matter::FrontMatter;
use crate::content::renamed::Former;
use crate::content::text::{Localizable, is_sort_key};
use crate::content::vocabulary::VocabularyFile;
use crate::content::{Document, TextKey};
use crate::markdown::{self, BlockKind, Body, Reference};

/// The smallest thing that is translated on its own: a field, or the text of one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Which one it is.
    pub place: Place,
    /// Where it stands in its file; of a field, its value.
    pub range: TextRange,
    /// Stands for what it says, whatever way it is written: sixteen hex digits; nothing in a translation that is
    /// only compared.
    pub hash: SmolStr,
    /// Its Markdown: of a block, as written.
    pub markdown: String,
    /// Its text without markup, on one line.
    pub text: String,
    /// How many letters that has.
    pub letters: usize,
    /// Every link target and image in it, in order.
    pub targets: Vec<String>,
    /// What tells it from another of the same text: `<!-- l10n:ctx=menu -->`.
    pub context: Option<SmolStr>,
    /// What translators are told: `<!-- l10n:note … -->`.
    pub note: Option<String>,
    /// What an update of the translation has noted at it.
    pub mark: Option<Mark>,
}

/// Where a segment stands in its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A string of front matter or vocabulary: the same key in every language.
    Field(TextKey),
    /// A block of the body.
    Block {
        /// What it is.
        kind: BlockKind,
        /// Of a heading, its id on the page.
        anchor: Option<SmolStr>,
        /// Whether the id is written at the heading.
        is_pinned: bool,
    },
}

/// What `cxbook translate update` writes at a block of a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Copied from the source, and to be translated: `<!-- l10n:new -->`.
    New,
    /// Its source is gone: `<!-- l10n:obsolete -->`.
    Obsolete,
}

impl Place {
    /// How exchange files and reports name a field: `text:steps.wait.name`. Blocks have no key.
    #[must_use]
    pub fn key(&self) -> Option<String> {
        match self {
            Self::Field(key) => Some(format!("text:{key}")),
            Self::Block { .. } => None,
        }
    }

    /// The kind of block; nothing for a field.
    #[must_use]
    pub fn block(&self) -> Option<BlockKind> {
        match self {
            Self::Block { kind, .. } => Some(*kind),
            Self::Field(_) => None,
        }
    }

    /// What people call it: `heading`, `table cell`, or the key of a field.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Field(key) => key.to_string(),
            Self::Block { kind, .. } => match kind {
                BlockKind::Heading(level) => format!("heading {level}"),
                BlockKind::Item => "list item".to_owned(),
                BlockKind::Cell(true) => "table header".to_owned(),
                BlockKind::Cell(false) => "table cell".to_owned(),
                BlockKind::Term => "term".to_owned(),
                BlockKind::Definition => "definition".to_owned(),
                _ => "paragraph".to_owned(),
            },
        }
    }
}

impl Segment {
    /// How many words it has; one for every two characters where words are not spaced.
    #[must_use]
    pub fn words(&self) -> usize {
        use unicode_segmentation::UnicodeSegmentation;
        self.text.unicode_words().count()
    }

    /// The same block as a translation would have it: of its kind and its length, with another text.
    #[must_use]
    pub(super) fn in_other_words(&self) -> Self {
        let place = match &self.place {
            Place::Block { kind, .. } => Place::Block { kind: *kind, anchor: None, is_pinned: false },
            field @ Place::Field(_) => field.clone(),
        };
        // No text has a control character, so none is this one.
        Self { place, text: format!("\u{1}{}", self.text), mark: None, ..self.clone() }
    }

    /// Whether there is anything in it to translate: a number, a dash, or a link that shows the name of what it
    /// leads to is the same everywhere.
    #[must_use]
    pub fn has_letters(&self) -> bool {
        if self.letters == 0 || !self.markdown.contains("[[") {
            return self.letters > 0;
        }
        let mut rest = self.markdown.as_str();
        let has_letters = |text: &str| text.chars().any(char::is_alphabetic);
        while let Some((before, after)) = rest.split_once("[[") {
            let Some((link, after)) = after.split_once("]]") else { return true };
            if has_letters(before) || link.contains('|') {
                return true;
            }
            rest = after;
        }
        has_letters(rest)
    }
}

/// All that one file says, cut into segments: fields by key, then blocks in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revision {
    /// Sixteen hex digits made of all segment hashes: what `base` names.
    pub id: SmolStr,
    /// The segments.
    pub segments: Vec<Segment>,
}

impl Revision {
    /// The segments of a document, without its internal evidence.
    #[must_use]
    pub fn of_document(document: &Document, internal: &[String]) -> Self {
        let none = Localizable::new();
        let texts = document.parsed.front_matter.texts().unwrap_or(&none);
        Self::of_parts(texts, internal, &document.parsed.body)
    }

    /// The segments of a translation without its internal evidence, and without hashes: nothing is made from it, so
    /// nothing asks what has changed in it since.
    #[must_use]
    pub fn of_translation(document: &Document, internal: &[String]) -> Self {
        let FrontMatter::Overlay(overlay) = &document.parsed.front_matter else {
            return Self::of_document(document, internal);
        };
        let mut segments = fields(&overlay.texts, internal);
        blocks(&document.parsed.body, markdown::segments_without_hash(&document.parsed.body), &mut segments);
        Self { id: SmolStr::default(), segments }
    }

    /// The segments of a vocabulary file.
    #[must_use]
    pub fn of_vocabulary(file: &VocabularyFile) -> Self {
        Self::of_parts(&file.parsed.texts, &[], &Body::default())
    }

    /// The segments of these fields and this body; fields below the keys of `internal` are left out.
    #[must_use]
    pub fn of_parts(texts: &Localizable, internal: &[String], body: &Body) -> Self {
        let mut segments = fields(texts, internal);
        blocks(body, markdown::segments(body), &mut segments);
        Self { id: id_of(&segments), segments }
    }

    /// The same with the keys that its entries have today. It keeps its id: it is the same revision.
    #[must_use]
    pub fn following(mut self, former: &Former) -> Self {
        if !former.is_empty() {
            for segment in &mut self.segments {
                if let Place::Field(key) = &mut segment.place {
                    *key = former.current(key);
                }
            }
        }
        self
    }

    /// The same revision without its body.
    #[must_use]
    pub fn fields_only(&self) -> Self {
        let is_field = |segment: &&Segment| matches!(segment.place, Place::Field(_));
        Self { id: self.id.clone(), segments: self.segments.iter().filter(is_field).cloned().collect() }
    }

    /// The field with this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Segment> {
        self.segments.iter().find(|segment| matches!(&segment.place, Place::Field(own) if own == key))
    }

    /// The indices of the blocks of the body, in order.
    #[must_use]
    pub fn blocks(&self) -> Vec<usize> {
        (0..self.segments.len()).filter(|index| self.segments[*index].place.block().is_some()).collect()
    }
}

/// The fields of a file; those below the keys of `internal` are left out.
fn fields(texts: &Localizable, internal: &[String]) -> Vec<Segment> {
    texts
        .iter()
        .filter(|(key, text)| !text.value.trim().is_empty() && !is_below(key, internal) && !is_sort_key(key))
        .map(|(key, text)| {
            let plain = markdown::plain(&text.value);
            Segment {
                place: Place::Field(key.clone()),
                range: text.range,
                hash: markdown::line_hash(&text.value).into(),
                markdown: text.value.to_string(),
                letters: letters(&plain),
                text: plain,
                targets: targets_of(&markdown::inline(&text.value).references),
                context: None,
                note: None,
                mark: None,
            }
        })
        .collect()
}

/// Whether a key is one of `prefixes`, or lies below one.
fn is_below(key: &str, prefixes: &[String]) -> bool {
    prefixes
        .iter()
        .any(|prefix| key.strip_prefix(prefix.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
}

fn letters(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(u8::is_ascii_alphabetic).count();
    }
    text.chars().filter(|letter| letter.is_alphabetic()).count()
}

fn targets_of(references: &[Reference]) -> Vec<String> {
    references.iter().map(|reference| reference.target.clone()).collect()
}

fn id_of(segments: &[Segment]) -> SmolStr {
    let mut parts: Vec<&[u8]> = Vec::with_capacity(segments.len() * 2);
    for segment in segments {
        parts.push(match &segment.place {
            Place::Field(key) => key.as_bytes(),
            Place::Block { .. } => b"",
        });
        parts.push(segment.hash.as_bytes());
    }
    Fingerprint::of_parts(parts).short().into()
}

/// Adds the blocks of a body, with what its `l10n:` comments say of them.
///
/// A comment on its own speaks of the block after it; one inside a block, of that block.
fn blocks(body: &Body, found: Vec<markdown::Segment>, segments: &mut Vec<Segment>) {
    if found.is_empty() {
        return;
    }
    let mut heading = 0;
    let mut directive = 0;
    let mut is_skipping = false;
    for segment in found {
        let (mut context, mut note, mut mark, mut skips) = (None, None, None, is_skipping);
        while let Some(said) = body.directives.get(directive).filter(|said| said.range.start() < segment.range.end()) {
            directive += 1;
            let text = said.text.as_str();
            match text {
                "skip" => skips = true,
                "skip-start" => (is_skipping, skips) = (true, true),
                "skip-end" => (is_skipping, skips) = (false, false),
                "new" => mark = Some(Mark::New),
                "obsolete" => mark = Some(Mark::Obsolete),
                _ => {
                    if let Some(name) = text.strip_prefix("ctx=") {
                        context = Some(SmolStr::new(name.trim()));
                    } else if let Some(words) = text.strip_prefix("note ") {
                        note = Some(words.trim().to_owned());
                    }
                }
            }
        }
        let (mut anchor, mut is_pinned) = (None, false);
        if let BlockKind::Heading(_) = segment.kind {
            while body.headings.get(heading).is_some_and(|found| found.range.end() <= segment.range.start()) {
                heading += 1;
            }
            anchor = body.headings.get(heading).map(|found| found.anchor.clone());
            is_pinned = body.headings.get(heading).is_some_and(|found| found.pinned.is_some());
        }
        if skips {
            continue;
        }
        let range = TextRange::new(
            segment.range.start().saturating_sub(body.offset),
            segment.range.end().saturating_sub(body.offset),
        );
        segments.push(Segment {
            place: Place::Block { kind: segment.kind, anchor, is_pinned },
            range: segment.range,
            hash: segment.hash.into(),
            markdown: range.of(&body.text).to_owned(),
            letters: letters(&segment.text),
            text: segment.text,
            targets: targets_of(body.references_in(segment.range)),
            context,
            note,
            mark,
        });
    }
}

/// Puts other texts in the place of some ranges; all between them stays as it is, byte for byte.
///
/// Ranges that overlap one before them, or do not fit the text, are left alone.
#[must_use]
pub fn replace(text: &str, changes: &[(TextRange, &str)]) -> String {
    let mut changes: Vec<&(TextRange, &str)> = changes.iter().collect();
    changes.sort_by_key(|(range, _)| *range);
    let mut rebuilt = String::with_capacity(text.len());
    let mut at = 0;
    for (range, new) in changes {
        let (Some(before), true) = (text.get(at..range.start()), text.is_char_boundary(range.end())) else { continue };
        rebuilt.push_str(before);
        rebuilt.push_str(new);
        at = range.end();
    }
    rebuilt.push_str(text.get(at..).unwrap_or_default());
    rebuilt
}
