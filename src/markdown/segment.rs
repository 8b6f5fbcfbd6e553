//! A [`Body`] to the stretches of it that a translator translates.

use pulldown_cmark::{Event, Tag};

use super::anchor::composed;
use super::event::parts;
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
    let prose: Vec<&Block> = prose(body).collect();
    let mut forms = vec![String::new(); prose.len()];
    let mut current = 0;
    for (event, range) in parts(&body.text) {
        let start = range.start + body.offset;
        while current < prose.len() && prose[current].range.end() <= start {
            current += 1;
        }
        let Some(block) = prose.get(current).filter(|block| block.range.start() <= start) else { continue };
        match &event {
            _ if range.end + body.offset <= block.range.end() => write_canonical(&event, &mut forms[current]),
            // A heading ends before its `{#id}`, which is still a part of its last text.
            Event::Text(text) => forms[current].push_str(text.get(..block.range.end() - start).unwrap_or(text)),
            _ => {}
        }
    }
    unpin(body, &prose, &mut forms);
    prose
        .into_iter()
        .zip(forms)
        .map(|(block, form)| {
            let hash = hash_of(&format!("{:?}", block.kind), &form);
            Segment { kind: block.kind, range: block.range, hash, text: block.text.clone() }
        })
        .collect()
}

/// The same without hashes, which cost more than all else.
#[must_use]
pub fn segments_without_hash(body: &Body) -> Vec<Segment> {
    let segment =
        |block: &Block| Segment { kind: block.kind, range: block.range, hash: String::new(), text: block.text.clone() };
    prose(body).map(segment).collect()
}

fn prose(body: &Body) -> impl Iterator<Item = &Block> {
    body.blocks.iter().filter(|block| block.kind.is_prose() && !body.is_refused)
}

/// Takes the `{#id}` off the end of headings.
fn unpin(body: &Body, prose: &[&Block], forms: &mut [String]) {
    let mut headings = body.headings.iter().peekable();
    for (block, form) in prose.iter().zip(forms) {
        if !matches!(block.kind, BlockKind::Heading(_)) {
            continue;
        }
        while headings.next_if(|heading| heading.range.end() <= block.range.start()).is_some() {}
        let pinned = headings.peek().and_then(|heading| heading.pinned.as_ref());
        if let Some(rest) = pinned.and_then(|id| form.strip_suffix(&format!("{{#{id}}}"))) {
            form.truncate(rest.len());
        }
    }
}

/// Stands for what one line of inline Markdown says, whatever way it is written: sixteen hex digits.
#[must_use]
pub fn line_hash(text: &str) -> String {
    let mut form = String::with_capacity(text.len());
    for (event, _) in line_forms(text) {
        write_canonical(&event, &mut form);
    }
    hash_of("Line", &form)
}

fn hash_of(kind: &str, form: &str) -> String {
    let said = format!("{kind}\u{1}{}", collapsed(form));
    Fingerprint::of(composed(&said).as_bytes()).short()
}

/// Adds what an inline event says; nothing for blocks and for comments.
fn write_canonical(event: &Event<'_>, form: &mut String) {
    let parts: &[&str] = match event {
        Event::Text(text) => &[text],
        Event::Code(code) => &["\u{2}c", code, "\u{3}"],
        Event::HardBreak => &["\u{2}b"],
        Event::SoftBreak => &[" "],
        Event::FootnoteReference(label) => &["\u{2}f", label, "\u{3}"],
        Event::InlineHtml(html) if html.starts_with("<!--") => &[],
        Event::InlineHtml(html) => &["\u{2}h", html, "\u{3}"],
        Event::TaskListMarker(true) => &["\u{2}ttrue"],
        Event::TaskListMarker(false) => &["\u{2}tfalse"],
        Event::Start(Tag::Link { dest_url, title, .. }) => &["\u{2}l", dest_url, "\u{4}", title, "\u{3}"],
        Event::Start(Tag::Image { dest_url, title, .. }) => &["\u{2}i", dest_url, "\u{4}", title, "\u{3}"],
        Event::Start(Tag::Emphasis) => &["\u{2}e"],
        Event::Start(Tag::Strong) => &["\u{2}s"],
        Event::Start(Tag::Strikethrough) => &["\u{2}d"],
        Event::End(tag) if is_inline_end(tag) => &["\u{5}"],
        _ => &[],
    };
    form.extend(parts.iter().copied());
}

fn is_inline_end(tag: &pulldown_cmark::TagEnd) -> bool {
    use pulldown_cmark::TagEnd;
    matches!(tag, TagEnd::Link | TagEnd::Image | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Limits, parse};

    fn hashes(markdown: &str) -> Vec<String> {
        segments(&parse(markdown, 0, &Limits::default())).into_iter().map(|segment| segment.hash).collect()
    }

    #[test]
    fn a_pinned_id_is_no_part_of_what_a_heading_says() {
        for (plain, pinned) in [
            ("# Why", "# Why {#x}"),
            ("# A `b`", "# A `b` {#x-1}"),
            ("> # A [b](c)\n>\n> d", "> # A [b](c) {#x}\n>\n> d"),
            ("Why\n===\n\ntext {#x}", "Why {#x}\n===\n\ntext {#x}"),
        ] {
            assert_eq!(hashes(plain), hashes(pinned), "{pinned}");
        }
        assert_ne!(hashes("# Why"), hashes("# Why {x}"));
    }

    #[test]
    fn an_escape_or_an_entity_says_the_letter_that_it_stands_for() {
        assert_eq!(hashes("a & b * c"), hashes("a &amp; b \\* c"));
    }
}
