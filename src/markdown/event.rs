//! Markdown text to the events that every pass reads.
//!
//! Extensions are chosen one by one. Smart punctuation is English and stays off; heading
//! attributes could carry handlers and swallow braces, so the `{#id}` at the end of a heading is
//! read here. Line breaks inside a paragraph are text, so that a phrase may span them.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

/// An event and the bytes it came from, counted from the start of the body.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// Where the definitions of reference links stand, by label in lower case.
pub(super) type Definitions = BTreeMap<String, Range<usize>>;

fn options(with_blocks: bool) -> Options {
    let inline = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_WIKILINKS;
    if !with_blocks {
        return inline;
    }
    inline
        | Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Reads a whole text.
pub(super) fn events(text: &str) -> Vec<Placed<'_>> {
    merged(Parser::new_ext(text, options(true)), text)
}

/// Reads a whole text, and where its link definitions stand.
pub(super) fn events_and_definitions(text: &str) -> (Vec<Placed<'_>>, Definitions) {
    let parser = Parser::new_ext(text, options(true));
    let definitions = parser
        .reference_definitions()
        .iter()
        .map(|(label, definition)| (label.to_lowercase(), definition.span.clone()))
        .collect();
    (merged(parser, text), definitions)
}

/// Reads one line of inline Markdown that starts with a guard of one byte (see `inline`).
pub(super) fn inline_events(guarded: &str) -> Vec<Placed<'_>> {
    merged(Parser::new_ext(guarded, options(false)), guarded)
}

/// Reads a whole text into its smallest events: each escape and each entity is one of its own.
pub(super) fn parts(text: &str) -> impl Iterator<Item = Placed<'_>> {
    Parser::new_ext(text, options(true)).into_offset_iter()
}

/// The same for one guarded line (see `inline`).
pub(super) fn inline_parts(guarded: &str) -> impl Iterator<Item = Placed<'_>> {
    Parser::new_ext(guarded, options(false)).into_offset_iter()
}

fn merged<'a>(parser: Parser<'a>, written: &str) -> Vec<Placed<'a>> {
    let broken = parser.into_offset_iter().map(|(event, range)| match event {
        Event::SoftBreak => (Event::Text("\n".into()), range),
        other => (other, range),
    });
    // Prose has an event for some twenty bytes.
    let mut events: Vec<Placed<'a>> = Vec::with_capacity(written.len() / 16 + 4);
    let mut heading = 0;
    for (event, range) in TextMergeWithOffset::new(broken) {
        match &event {
            Event::Start(Tag::Heading { .. }) => heading = events.len(),
            Event::End(TagEnd::Heading(_)) => pin(&mut events, heading, written),
            _ => {}
        }
        events.push((event, range));
    }
    events
}

/// Moves the `{#id}` at the end of the heading that starts at `start` into its tag, unless `\{` says that it is none.
fn pin(events: &mut Vec<Placed<'_>>, start: usize, written: &str) {
    let Some((Event::Text(text), range)) = events.last_mut() else { return };
    let Some((rest, pinned)) = text.strip_suffix('}').and_then(|text| text.rsplit_once("{#")) else { return };
    let is_id = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_');
    if pinned.is_empty() || !pinned.chars().all(is_id) || !(rest.is_empty() || rest.ends_with([' ', '\t'])) {
        return;
    }
    let written = written.get(range.clone()).unwrap_or_default();
    if written.rsplit_once("{#").is_none_or(|(before, _)| before.ends_with('\\')) {
        return;
    }
    let pinned = pinned.to_owned();
    let rest = rest.trim_end().to_owned();
    range.end = if text.len() == range.len() { range.start + rest.len() } else { range.end };
    if rest.is_empty() {
        events.pop();
    } else {
        *text = rest.into();
    }
    if let Some((Event::Start(Tag::Heading { id, .. }), _)) = events.get_mut(start) {
        *id = Some(pinned.into());
    }
}
