//! One line of inline Markdown, as front matter has it, to references and to HTML.
//!
//! The line is read behind a guard, one full stop, so that no mark at its start can open a block;
//! a full stop also leaves emphasis at the start as it would be at the start of a line.

use std::sync::Arc;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::address::Address;
use super::event::{Placed, inline_events};
use super::fault::reference_fault;
use super::parse::collapsed;
use super::render::Policy;
use super::rendering::Rendering;
use super::writer::{Tags, escaped};
use super::{Fault, Reference, ReferenceKind, literal, raw_html};
use crate::base::TextRange;

const GUARD: &str = ".";

/// One line of inline Markdown. Ranges count from the start of the line, not of a file: YAML may
/// have folded it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inline {
    /// The text, on one line.
    pub text: Arc<str>,
    /// Every link, wikilink and image, in order.
    pub references: Vec<Reference>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// Whether there is no markup in it at all.
    pub is_plain: bool,
}

/// Reads one line; line breaks count as spaces.
#[must_use]
pub fn inline(text: &str) -> Inline {
    let line: Arc<str> = collapsed(text).into();
    if !may_have_markup(&line) {
        return Inline { text: line, is_plain: true, ..Inline::default() };
    }
    let guarded = format!("{GUARD}{line}");
    let mut read = Inline { text: Arc::clone(&line), ..Inline::default() };
    let mut open: Vec<(usize, bool)> = Vec::new();
    for (event, range) in inline_events(&guarded) {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) => {
                let kind = match link_type {
                    LinkType::WikiLink { .. } => ReferenceKind::Wikilink,
                    _ => ReferenceKind::Link,
                };
                let repeats = link_type == LinkType::WikiLink { has_pothole: false };
                let target = match link_type {
                    LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.to_string(),
                };
                open.push((read.references.len(), repeats));
                read.references.push(reference(kind, target, &title, &guarded, range));
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                open.push((read.references.len(), false));
                read.references.push(reference(ReferenceKind::Image, dest_url.to_string(), &title, &guarded, range));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let Some((index, repeats)) = open.pop() else { continue };
                let reference = &mut read.references[index];
                reference.label = reference.label.take().filter(|label| !repeats && !label.trim().is_empty());
                read.faults.extend(reference_fault(reference));
            }
            Event::Text(text) | Event::Code(text) => {
                let is_code = guarded[range.clone()].starts_with('`');
                if open.is_empty() && !is_code {
                    read.faults.extend(literal::fault(&guarded[range.clone()], range.start).map(unguarded));
                }
                for (index, _) in &open {
                    read.references[*index].label.get_or_insert_default().push_str(&text);
                }
            }
            _ => {}
        }
    }
    read
}

/// The fault in the line without its guard.
fn unguarded(fault: Fault) -> Fault {
    let [start, end] = [fault.range.start(), fault.range.end()].map(|at| at.saturating_sub(GUARD.len()));
    Fault { range: TextRange::new(start, end), ..fault }
}

fn reference(
    kind: ReferenceKind,
    target: String,
    title: &str,
    guarded: &str,
    range: std::ops::Range<usize>,
) -> Reference {
    let whole = TextRange::new(range.start.saturating_sub(GUARD.len()), range.end.saturating_sub(GUARD.len()));
    let place = guarded.get(range.clone()).filter(|_| !target.is_empty()).and_then(|text| text.rfind(&target)).map_or(
        whole,
        |at| {
            let start = range.start + at - GUARD.len();
            TextRange::new(start, start + target.len())
        },
    );
    Reference {
        kind,
        address: Address::parse(&target),
        target,
        range: place,
        whole,
        label: None,
        title: (!title.is_empty()).then(|| title.to_owned()),
    }
}

/// Writes the HTML of one line, without a block around it. Raw HTML is shown as it was written.
#[must_use]
pub fn render_inline(inline: &Inline, rendering: &Rendering<'_>) -> String {
    if inline.is_plain && rendering.terms.is_none() {
        return escaped(&inline.text);
    }
    let guarded = format!("{GUARD}{}", inline.text);
    let mut policy = Policy::new(&inline.references, rendering, Tags::default());
    for placed in line_events(&guarded) {
        policy.apply(placed);
    }
    let mut html = String::with_capacity(inline.text.len() * 3 / 2);
    pulldown_cmark::html::push_html(&mut html, policy.finish().into_iter());
    html
}

/// The text of one line without its markup, for titles, lists and search.
///
/// A wikilink without a label is its target: the caller knows the title, a text does not.
#[must_use]
pub fn plain(text: &str) -> String {
    let line = collapsed(text);
    if !may_have_markup(&line) {
        return line;
    }
    let guarded = format!("{GUARD}{line}");
    line_events(&guarded)
        .into_iter()
        .filter_map(|(event, _)| match event {
            Event::Text(text) | Event::Code(text) => Some(text.to_string()),
            Event::HardBreak => Some(" ".to_owned()),
            _ => None,
        })
        .collect()
}

/// The events of one line, owned; what [`super::line_hash`] stands for.
pub(super) fn line_forms(text: &str) -> Vec<Placed<'static>> {
    let line = collapsed(text);
    if !may_have_markup(&line) {
        let end = line.len();
        return vec![(Event::Text(line.into()), 0..end)];
    }
    let guarded = format!("{GUARD}{line}");
    line_events(&guarded).into_iter().map(|(event, range)| (event.into_static(), range)).collect()
}

/// The events of a guarded line without its guard, its paragraph and its comments; raw HTML as text.
fn line_events(guarded: &str) -> Vec<Placed<'_>> {
    let mut is_guarded = true;
    inline_events(guarded)
        .into_iter()
        .filter_map(|(event, range)| match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => None,
            Event::Text(text) if is_guarded => {
                is_guarded = false;
                let rest = text.strip_prefix(GUARD).unwrap_or(&text).to_owned();
                (!rest.is_empty()).then(|| (Event::Text(rest.into()), range))
            }
            Event::InlineHtml(html) | Event::Html(html) => {
                let (rest, _) = raw_html::without_comments(&html);
                (!rest.is_empty()).then(|| (Event::Text(rest.into()), range))
            }
            other => Some((other, range)),
        })
        .collect()
}

fn may_have_markup(line: &str) -> bool {
    line.contains(['*', '_', '[', ']', '<', '&', '\\', '`', '~', '!'])
}

/// A text as inline Markdown that shows it letter by letter: what [`plain`] reads back.
#[must_use]
pub fn escaped_inline(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let letters: Vec<char> = text.chars().collect();
    for (at, letter) in letters.iter().enumerate() {
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).copied().unwrap_or(' ');
        let is_marked = match letter {
            '\\' | '`' | '*' | '[' | ']' | '~' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '<' => next.is_alphabetic() || matches!(next, '/' | '!' | '?'),
            '&' => next.is_alphanumeric() || next == '#',
            _ => false,
        };
        if is_marked {
            written.push('\\');
        }
        written.push(*letter);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn an_escaped_text_shows_itself(text in "[a-z*_`~<>&#;\\[\\]!/:|.\\\\ é0-9(){}-]{0,40}") {
            let text = text.split_whitespace().collect::<Vec<&str>>().join(" ");
            proptest::prop_assert_eq!(plain(&escaped_inline(&text)), text);
        }
    }
}
