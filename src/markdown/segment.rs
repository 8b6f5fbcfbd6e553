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

/// Cuts a body into segments, in order. Raw HTML and lines are not among them, and code only where a comment
/// `<!-- l10n:code -->` stands before its fence: then each line of it is one.
#[must_use]
pub fn segments(body: &Body) -> Vec<Segment> {
    if body.is_refused {
        return Vec::new();
    }
    let lines = lines_of_code(body);
    let prose: Vec<&Block> = texts(body, &lines);
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
            let form = if block.kind == BlockKind::Code { &block.text } else { &form };
            let hash = hash_of(&format!("{:?}", block.kind), form);
            Segment { kind: block.kind, range: block.range, hash, text: block.text.clone() }
        })
        .collect()
}

/// The same without hashes, which cost more than all else.
#[must_use]
pub fn segments_without_hash(body: &Body) -> Vec<Segment> {
    let segment =
        |block: &Block| Segment { kind: block.kind, range: block.range, hash: String::new(), text: block.text.clone() };
    texts(body, &lines_of_code(body)).into_iter().map(segment).collect()
}

/// What is translated: prose, and these lines of code, in order.
fn texts<'a>(body: &'a Body, lines: &'a [Block]) -> Vec<&'a Block> {
    let prose = body.blocks.iter().filter(|block| block.kind.is_prose() && !body.is_refused);
    let mut texts: Vec<&Block> = prose.chain(lines).collect();
    if !lines.is_empty() {
        texts.sort_by_key(|block| block.range.start());
    }
    texts
}

/// The lines of the code that is translated, each without the spaces around it.
fn lines_of_code(body: &Body) -> Vec<Block> {
    let mut lines = Vec::new();
    if body.is_refused || !body.directives.iter().any(|said| said.text == CODE) {
        return lines;
    }
    for block in body.blocks.iter().filter(|block| is_translated_code(body, block)) {
        let mut start = block.range.start();
        for line in own(body, block).split_inclusive('\n') {
            let text = line.trim();
            let indent = line.len() - line.trim_start().len();
            // A comment in code is text, and would be taken for one of the page.
            if !text.is_empty() && !text.contains("<!--") {
                let range = TextRange::new(start + indent, start + indent + text.len());
                lines.push(Block { kind: BlockKind::Code, range, text: text.to_owned() });
            }
            start += line.len();
        }
    }
    lines
}

/// The source of a block.
fn own<'a>(body: &'a Body, block: &Block) -> &'a str {
    let place = |offset: usize| offset.saturating_sub(body.offset);
    body.text.get(place(block.range.start())..place(block.range.end())).unwrap_or_default()
}

/// What the comment says after `l10n:` whose code is translated.
const CODE: &str = "code";

/// Whether a block is code whose lines are segments: fenced, in no other block, and marked so right before it.
#[must_use]
pub fn is_translated_code(body: &Body, block: &Block) -> bool {
    block.kind == BlockKind::Code
        && body.directives.iter().filter(|said| said.text == CODE).any(|said| {
            let between =
                (said.range.end().saturating_sub(body.offset))..(block.range.start().saturating_sub(body.offset));
            let mut between = body.text.get(between).unwrap_or_default().trim_start_matches([' ', '\t', '\r', '\n']);
            // Other comments may stand between.
            while let Some((_, rest)) = between.strip_prefix("<!-- l10n:").and_then(|rest| rest.split_once("-->")) {
                between = rest.trim_start_matches([' ', '\t', '\r', '\n']);
            }
            let is_fence = between.starts_with("```") || between.starts_with("~~~");
            is_fence && between.trim_end().lines().count() == 1
        })
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
    fn code_is_cut_into_lines_where_a_comment_asks_for_it() {
        let texts = |markdown: &str| -> Vec<String> {
            let body = parse(markdown, 7, &Limits::default());
            let cut = segments(&body);
            for segment in &cut {
                let at = segment.range.start() - 7..segment.range.end() - 7;
                assert_eq!(&markdown[at], segment.text, "{markdown}");
            }
            cut.into_iter().map(|segment| segment.text).collect()
        };
        let fence = "```mermaid\njourney\n  title My *day*\n\n  Make tea: 5: Me\n```\n";
        assert_eq!(texts(&format!("a\n\n{fence}\nb\n")), ["a", "b"]);
        let asked = format!("a\n\n<!-- l10n:code -->\n{fence}\nb\n\n{fence}");
        assert_eq!(texts(&asked), ["a", "journey", "title My *day*", "Make tea: 5: Me", "b"]);
        assert_eq!(texts("<!-- l10n:code -->\n\n~~~\nx\n~~~\n"), ["x"]);
        assert_eq!(texts("<!-- l10n:code -->\n<!-- l10n:ok number-mismatch why -->\n```\nx\n```\n"), ["x"]);
        for other in [
            "<!-- l10n:code -->\n\nb\n\n```\nx\n```\n",
            "<!-- l10n:code -->\n\n    x\n",
            "<!-- l10n:code -->\n> ```\n> x\n> ```\n",
        ] {
            assert!(!texts(other).contains(&"x".to_owned()), "{other}");
        }
        assert_eq!(texts("<!-- l10n:code -->\n```html\n<p>a</p> <!-- b -->\nc\n```\n"), ["c"]);
        let changed = asked.replacen("My *day*", "My _day_", 1);
        assert_ne!(hashes(&asked), hashes(&changed), "in code every letter counts");
    }

    #[test]
    fn an_escape_or_an_entity_says_the_letter_that_it_stands_for() {
        assert_eq!(hashes("a & b * c"), hashes("a &amp; b \\* c"));
    }
}
