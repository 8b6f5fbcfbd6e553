//! One line of inline Markdown to the marks in it: where each stands, and where its text does.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::event::inline_parts;

/// One mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlineSpan {
    /// What it is.
    pub kind: SpanKind,
    /// All of it, in bytes of the line.
    pub whole: Range<usize>,
    /// The text in it; nothing for what is taken as a whole.
    pub inner: Option<Range<usize>>,
}

/// What a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanKind {
    /// `*a*`.
    Emphasis,
    /// `**a**`.
    Strong,
    /// `~~a~~`.
    Strikethrough,
    /// `[a](b)`, `[[b|a]]`, and what shows its own target.
    Link,
    /// `![a](b)`.
    Image,
    /// `` `a` ``.
    Code,
    /// `<b>`.
    Html,
    /// The end of a line that was meant.
    Break,
}

/// The marks of a line, outer ones first. None lies across another.
#[must_use]
pub fn spans(text: &str) -> Vec<InlineSpan> {
    let guarded = format!(".{text}");
    let mut found: Vec<InlineSpan> = Vec::new();
    // Open marks: where each is in the list, and the reach of what it holds.
    let mut open: Vec<(usize, Option<Range<usize>>, bool)> = Vec::new();
    for (event, range) in inline_parts(&guarded) {
        if range.start == 0 && range.end <= 1 {
            continue;
        }
        let whole = range.start.saturating_sub(1)..range.end.saturating_sub(1);
        let is_hidden = open.iter().any(|(.., is_opaque)| *is_opaque);
        let alone = match &event {
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => Some(SpanKind::Code),
            Event::InlineHtml(_) | Event::Html(_) => Some(SpanKind::Html),
            Event::HardBreak => Some(SpanKind::Break),
            _ => None,
        };
        let starts = match &event {
            Event::Start(Tag::Emphasis) => Some((SpanKind::Emphasis, false)),
            Event::Start(Tag::Strong) => Some((SpanKind::Strong, false)),
            Event::Start(Tag::Strikethrough) => Some((SpanKind::Strikethrough, false)),
            Event::Start(Tag::Image { .. }) => Some((SpanKind::Image, false)),
            Event::Start(Tag::Link { link_type, .. }) => {
                let shows_its_target = matches!(
                    link_type,
                    LinkType::Autolink | LinkType::Email | LinkType::WikiLink { has_pothole: false }
                );
                Some((SpanKind::Link, shows_its_target))
            }
            _ => None,
        };
        let is_inline_start = starts.is_some();
        let is_inline_end = matches!(
            &event,
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
        );
        if is_inline_end {
            if let Some((index, inner, is_opaque)) = open.pop()
                && index < found.len()
            {
                let (start, end) = (found[index].whole.start, found[index].whole.end);
                found[index].inner = inner.filter(|inner| !is_opaque && inner.start > start && inner.end < end);
            }
            continue;
        }
        if !matches!(event, Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph)) {
            let bytes = text.as_bytes();
            // The backslash of an escape belongs to its letter.
            let is_escape = matches!(event, Event::Text(_))
                && whole.start > 0
                && bytes.get(whole.start - 1) == Some(&b'\\')
                && bytes.get(whole.start).is_some_and(u8::is_ascii_punctuation);
            let reach = whole.start - usize::from(is_escape)..whole.end;
            for (_, inner, _) in &mut open {
                *inner = Some(match inner.take() {
                    Some(known) => known.start.min(reach.start)..known.end.max(reach.end),
                    None => reach.clone(),
                });
            }
        }
        if let Some((kind, is_opaque)) = starts {
            // What lies in something opaque is no mark of its own; its place in the stack is.
            let index = if is_hidden { usize::MAX } else { found.len() };
            if !is_hidden {
                found.push(InlineSpan { kind, whole, inner: None });
            }
            open.push((index, None, is_opaque));
        } else if let (Some(kind), false, false) = (alone, is_hidden, is_inline_start) {
            found.push(InlineSpan { kind, whole, inner: None });
        }
    }
    // A mark whose text could not be told from it is taken whole, and all in it with it.
    let opaque: Vec<Range<usize>> =
        found.iter().filter(|span| span.inner.is_none()).map(|span| span.whole.clone()).collect();
    found.retain(|span| {
        text.get(span.whole.clone()).is_some()
            && !opaque
                .iter()
                .any(|outer| *outer != span.whole && outer.start <= span.whole.start && span.whole.end <= outer.end)
    });
    found
}
