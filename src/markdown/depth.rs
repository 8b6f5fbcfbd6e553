//! A text to the fault for which it is not read at all: its size, or how deeply it is nested.

use pulldown_cmark::{Tag, TagEnd};

use super::fault::{too_deep, too_large};
use super::{Fault, Limits};
use crate::base::TextRange;

/// The fault of a text that is too large, or has a line that starts with too many markers.
pub(super) fn refused(text: &str, offset: usize, limits: &Limits) -> Option<Fault> {
    if text.len() > limits.bytes {
        return Some(too_large(TextRange::at(offset), text.len(), limits));
    }
    if text.contains('\r') {
        too_nested(text.split_inclusive(['\n', '\r']), offset, limits)
    } else {
        too_nested(text.split_inclusive('\n'), offset, limits)
    }
}

fn too_nested<'a>(lines: impl Iterator<Item = &'a str>, offset: usize, limits: &Limits) -> Option<Fault> {
    let mut start = 0;
    for line in lines {
        let depth = leading_markers(line);
        if depth > limits.nesting {
            return Some(too_deep(TextRange::at(offset + start), depth, limits));
        }
        start += line.len();
    }
    None
}

/// How many quotes and lists a line opens or continues at its start.
fn leading_markers(line: &str) -> usize {
    let bytes = line.trim_end().as_bytes();
    let is_rule = |mark: u8| bytes.iter().all(|byte| *byte == mark || byte.is_ascii_whitespace());
    if [b'*', b'-'].into_iter().any(is_rule) {
        return 0;
    }
    let (mut at, mut markers) = (0, 0);
    while let Some(byte) = bytes.get(at) {
        let ends_marker = |at: usize| bytes.get(at).is_none_or(|byte| matches!(byte, b' ' | b'\t'));
        match byte {
            b' ' | b'\t' => at += 1,
            b'>' => {
                markers += 1;
                at += 1;
            }
            b'*' | b'-' | b'+' | b':' if ends_marker(at + 1) => {
                markers += 1;
                at += 1;
            }
            b'0'..=b'9' => {
                let digits = bytes[at..].iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
                let is_marker = matches!(bytes.get(at + digits), Some(b'.' | b')')) && ends_marker(at + digits + 1);
                if !is_marker || digits > 9 {
                    break;
                }
                markers += 1;
                at += digits + 1;
            }
            _ => break,
        }
    }
    markers
}

/// Whether a tag is one of the levels that [`Limits::nesting`] counts.
pub(super) fn counts_as_level(tag: &Tag<'_>) -> bool {
    end_counts_as_level(&tag.to_end())
}

/// See [`counts_as_level`].
pub(super) fn end_counts_as_level(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::BlockQuote(_)
            | TagEnd::List(_)
            | TagEnd::DefinitionList
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
            | TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
