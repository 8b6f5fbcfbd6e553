//! Markdown to a [`Body`] with places, and a body with its targets resolved to safe HTML.
//!
//! Knows nothing of the site: what a reference leads to is told by the caller, in the order of
//! [`Body::references`]. Three passes over one text, each from the same events:
//!
//! 1. [`parse`] lists headings, references, blocks and faults, with ranges in the file.
//! 2. [`render`] writes HTML by a policy of our own, so that no author can write an active page.
//! 3. [`segments`] cuts out what a translator translates.
//!
//! Text from front matter is [`inline`] Markdown: the same references and marks, without blocks.

mod address;
mod anchor;
mod comment;
mod depth;
mod event;
mod fault;
mod footnote;
mod glyph;
mod inline;
mod literal;
mod marks;
pub mod mermaid;
mod parse;
mod raw_html;
mod removed;
mod render;
mod rendering;
mod segment;
mod span;
mod term;
mod unread_id;
mod writer;

use std::sync::Arc;

use smol_str::SmolStr;

use crate::base::TextRange;
use crate::diagnostic::Name;

pub use address::Address;
pub use anchor::{anchors, is_reserved, slug};
pub use comment::{without_comments, without_inline_comments};
pub use glyph::{Glyph, Line, OBJECT, line, lines};
pub use inline::{Inline, escaped_inline, inline, plain, render_inline};
pub use marks::{Marks, marks};
pub use parse::parse;
pub use render::render;
pub use rendering::{Labels, Rendered, Rendering, Target, TermLinks, TocEntry};
pub use segment::{Segment, is_translated_code, line_hash, segments, segments_without_hash};
pub use span::{InlineSpan, SpanKind, spans};
pub use term::Terms;

/// The Markdown of one document, read once. All ranges count from the start of its file.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The text, as written.
    pub text: Arc<str>,
    /// Where it starts in its file, in bytes.
    pub offset: usize,
    /// Every heading, in order.
    pub headings: Vec<Heading>,
    /// Every link, wikilink and image, in order; what [`render`] is given targets for.
    pub references: Vec<Reference>,
    /// Every leaf block, in order.
    pub blocks: Vec<Block>,
    /// Every table, in order.
    pub tables: Vec<Table>,
    /// The plain text between headings, for search.
    pub sections: Vec<Section>,
    /// The `l10n:` comments, in order.
    pub directives: Vec<Directive>,
    /// Whether it holds HTML other than comments.
    pub has_raw_html: bool,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// Whether it was too large or too deep to be read at all: it then has nothing but its faults.
    pub is_refused: bool,
}

impl Body {
    /// The references that stand within `range`, in order.
    #[must_use]
    pub fn references_in(&self, range: TextRange) -> &[Reference] {
        let first = self.references.partition_point(|reference| reference.whole.start() < range.start());
        let inside = self.references[first..].iter().take_while(|reference| reference.whole.end() <= range.end());
        let count = inside.count();
        &self.references[first..first + count]
    }
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// From 1 to 6, as written.
    pub level: u8,
    /// Its text without markup.
    pub text: String,
    /// The whole line or lines.
    pub range: TextRange,
    /// The id given as `{#id}`.
    pub pinned: Option<String>,
    /// Its own id on its page, which no other heading of the body has.
    pub anchor: SmolStr,
}

/// What a reference looks like in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReferenceKind {
    /// `[label](target)`, also through a definition, or `<https://…>`.
    Link,
    /// `[[target]]` or `[[target|label]]`.
    Wikilink,
    /// `![alt](target "title")`.
    Image,
}

/// A link, wikilink or image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// How it is written.
    pub kind: ReferenceKind,
    /// What it names, after Markdown's own escapes and entities are read.
    pub target: String,
    /// The same, taken apart. Only [`Address::External`] needs no target to become a link.
    pub address: Address,
    /// Where the target stands; the whole reference where it cannot be told apart.
    pub range: TextRange,
    /// Where the whole reference stands.
    pub whole: TextRange,
    /// The plain text between the brackets (an image's alternative text), unless there is none or
    /// it merely repeats the target, as in `[[target]]`.
    pub label: Option<String>,
    /// The title in quotes after the target.
    pub title: Option<String>,
}

/// What a leaf block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// A heading of this level.
    Heading(u8),
    /// A paragraph, wherever it stands.
    Paragraph,
    /// The text of a list item without paragraphs.
    Item,
    /// A table cell; `true` in the header.
    Cell(bool),
    /// The term of a definition list.
    Term,
    /// The text of a definition without paragraphs.
    Definition,
    /// A code block.
    Code,
    /// Raw HTML.
    Html,
    /// A line across.
    Rule,
}

impl BlockKind {
    /// Whether it holds text that is read and translated.
    #[must_use]
    pub fn is_prose(self) -> bool {
        !matches!(self, Self::Code | Self::Html | Self::Rule)
    }
}

/// A leaf block: one that holds text rather than blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its content, markers excluded.
    pub range: TextRange,
    /// Its text without markup; images say nothing here.
    pub text: String,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The whole of it.
    pub range: TextRange,
    /// Whether any cell of its first row says anything.
    pub has_header: bool,
}

/// The plain text under one heading, up to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Which heading, or `None` before the first.
    pub heading: Option<usize>,
    /// The text of its blocks, a line each; the heading's own is not in it.
    pub text: Arc<str>,
}

/// A comment for translators or for the tools that help them: `<!-- l10n:skip -->`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// What follows `l10n:`, trimmed.
    pub text: String,
    /// The whole comment.
    pub range: TextRange,
}

/// Something wrong with a text; the caller knows its file and makes a diagnostic of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which kind of problem.
    pub name: Name,
    /// Where.
    pub range: TextRange,
    /// What is wrong.
    pub message: String,
    /// Why here; may be empty.
    pub label: String,
    /// What to do.
    pub help: Option<String>,
}

/// How much Markdown is read before it is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many blocks, marks and HTML elements may lie in each other.
    pub nesting: usize,
    /// How many bytes a text may have.
    pub bytes: usize,
}

impl Default for Limits {
    /// 32 levels and 1 MiB: beyond, the parser and the sanitiser take time that grows faster than the text.
    fn default() -> Self {
        Self { nesting: 32, bytes: 1 << 20 }
    }
}
