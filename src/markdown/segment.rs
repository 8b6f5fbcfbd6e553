//! A [`Body`] to the stretches of it that a translator translates.

use pulldown_cmark::{Event, Tag};
use unicode_normalization::UnicodeNormalization;

use super::event::events;
use super::inline::line_forms;
use super::parse::collapsed;
use super::{Block, BlockKind, Body};
use crate::base::{Fingerprint, TextRange};

/// The inline content of one leaf block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What kind of block it is the content of.
    pub kind: BlockKind,
    /// Where it stands in the file. Ranges do not overlap; what lies between is structure.
    pub range: TextRange,
    /// Stands for what is said, whatever way it is written: sixteen hex digits.
    ///
    /// Wrapping, the choice of `*` or `_`, the form of headings and links, table padding and
    /// `{#id}` do not change it. A word, a target, a level or a no-break space does.
    pub hash: String,
    /// Its text without markup.
    pub text: String,
}

/// Cuts a body into segments, in order. Code, raw HTML and lines are not among them.
#[must_use]
pub fn segments(body: &Body) -> Vec<Segment> {
    if body.is_refused {
        return Vec::new();
    }
    let prose: Vec<&Block> = body.blocks.iter().filter(|block| block.kind.is_prose()).collect();
    let mut forms = vec![String::new(); prose.len()];
    let mut current = 0;
    for (event, range) in events(&body.text) {
        let Some(form) = canonical(&event) else { continue };
        let start = range.start + body.offset;
        while current < prose.len() && prose[current].range.end() <= start {
            current += 1;
        }
        let end = range.end + body.offset;
        if prose.get(current).is_some_and(|block| block.range.start() <= start && end <= block.range.end()) {
            forms[current].push_str(&form);
        }
    }
    prose
        .into_iter()
        .zip(forms)
        .map(|(block, form)| {
            let hash = hash_of(&format!("{:?}", block.kind), &form);
            Segment { kind: block.kind, range: block.range, hash, text: block.text.clone() }
        })
        .collect()
}

/// Stands for what one line of inline Markdown says, whatever way it is written: sixteen hex digits.
#[must_use]
pub fn line_hash(text: &str) -> String {
    let form: String = line_forms(text).iter().filter_map(|(event, _)| canonical(event)).collect();
    hash_of("Line", &form)
}

fn hash_of(kind: &str, form: &str) -> String {
    let said: String = format!("{kind}\u{1}{}", collapsed(form)).nfc().collect();
    Fingerprint::of(said.as_bytes()).short()
}

/// What an inline event says; nothing for blocks and for comments.
fn canonical(event: &Event<'_>) -> Option<String> {
    let form = match event {
        Event::Text(text) => text.to_string(),
        Event::Code(code) => format!("\u{2}c{code}\u{3}"),
        Event::HardBreak => "\u{2}b".to_owned(),
        Event::SoftBreak => " ".to_owned(),
        Event::FootnoteReference(label) => format!("\u{2}f{label}\u{3}"),
        Event::InlineHtml(html) if html.starts_with("<!--") => return None,
        Event::InlineHtml(html) => format!("\u{2}h{html}\u{3}"),
        Event::TaskListMarker(is_done) => format!("\u{2}t{is_done}"),
        Event::Start(Tag::Link { dest_url, title, .. }) => format!("\u{2}l{dest_url}\u{4}{title}\u{3}"),
        Event::Start(Tag::Image { dest_url, title, .. }) => format!("\u{2}i{dest_url}\u{4}{title}\u{3}"),
        Event::Start(Tag::Emphasis) => "\u{2}e".to_owned(),
        Event::Start(Tag::Strong) => "\u{2}s".to_owned(),
        Event::Start(Tag::Strikethrough) => "\u{2}d".to_owned(),
        Event::End(tag) if is_inline_end(tag) => "\u{5}".to_owned(),
        _ => return None,
    };
    Some(form)
}

fn is_inline_end(tag: &pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(tag, TagEnd::Link | TagEnd::Image | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough)
}
