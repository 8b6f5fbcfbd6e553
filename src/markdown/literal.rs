//! Plain text to the references it was meant to hold: what is published as it is written.

use std::ops::Range;

use super::Fault;
use crate::base::TextRange;
use crate::diagnostic::Name;

/// The first reference in `text` that is none because of how it is written; `text` starts `offset`
/// bytes into its file.
pub(super) fn fault(text: &str, offset: usize) -> Option<Fault> {
    if !text.contains('[') {
        return None;
    }
    let found = unclosed(text).or_else(|| single(text)).or_else(|| spaced(text));
    let (range, help) = found.or_else(|| footnote(text))?;
    let range = TextRange::from(range).shifted(offset);
    Some(Fault {
        name: Name::ReferenceAsText,
        range,
        message: "this reference is published as it is written".into(),
        label: "not a link".into(),
        help: Some(help),
    })
}

fn is_of_id(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | ':' | '#' | '/')
}

/// `[[principle:x`, `[[principle:x]`.
fn unclosed(text: &str) -> Option<(Range<usize>, String)> {
    let start = text.find("[[")?;
    let inside = &text[start + 2..];
    let target = &inside[..inside.find(|letter| !is_of_id(letter)).unwrap_or(inside.len())];
    target
        .starts_with(|letter: char| letter.is_ascii_alphabetic())
        .then(|| (start..start + 2 + target.len(), format!("close it: `[[{target}]]`")))
}

/// What stands before the next `]`, if all of it is so. A text of a million brackets is looked through once, and not
/// from each of them to its end.
fn enclosed(text: &str, is_part: impl Fn(char) -> bool) -> Option<&str> {
    let end = text.find(|letter| !is_part(letter))?;
    text[end..].starts_with(']').then(|| &text[..end])
}

/// `[principle:x]`.
fn single(text: &str) -> Option<(Range<usize>, String)> {
    text.match_indices('[').find_map(|(start, _)| {
        let target = enclosed(&text[start + 1..], is_of_id)?;
        let (kind, id) = target.split_once(':')?;
        let is_kind = !kind.is_empty() && kind.chars().all(|letter| letter.is_ascii_lowercase());
        let is_id = id.starts_with(|letter: char| letter.is_ascii_lowercase()) && id.chars().all(is_of_id);
        (is_kind && is_id)
            .then(|| (start..start + target.len() + 2, format!("write it in two brackets: `[[{target}]]`")))
    })
}

/// `[text](two words)`, where Markdown allows no space.
fn spaced(text: &str) -> Option<(Range<usize>, String)> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let target = &text[middle + 2..];
    let (target, rest) = target.split_once(')').unwrap_or((target, ""));
    let end = text.len() - rest.len();
    let closed = target.split_whitespace().collect::<Vec<_>>().join("%20");
    let help = if target.contains(' ') && end <= text.len() && text[..end].ends_with(')') {
        format!("a target has no spaces: write `({closed})`, or correct it")
    } else {
        format!("close it: `({closed})`")
    };
    Some((start..end, help))
}

/// `[^1]`, where no line `[^1]: …` says what it is.
fn footnote(text: &str) -> Option<(Range<usize>, String)> {
    text.match_indices("[^").find_map(|(start, _)| {
        let name = enclosed(&text[start + 2..], |letter| letter.is_ascii_alphanumeric() || letter == '-')?;
        let is_number = !name.is_empty() && name.len() <= 3 && name.bytes().all(|byte| byte.is_ascii_digit());
        let is_word = name.len() >= 4 && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        (is_number || is_word).then(|| {
            let help = format!("write the note on a line of its own, `[^{name}]: …`, or take this out");
            (start..start + name.len() + 3, help)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(&str, String)> {
        let fault = fault(text, 0)?;
        Some((&text[std::ops::Range::from(fault.range)], fault.help?))
    }

    #[test]
    fn a_reference_that_is_not_closed_is_found_with_the_way_to_close_it() {
        assert_eq!(of("see [[principle:x, and"), Some(("[[principle:x", "close it: `[[principle:x]]`".into())));
        assert_eq!(
            of("see [principle:x]."),
            Some(("[principle:x]", "write it in two brackets: `[[principle:x]]`".into()))
        );
        assert_eq!(
            of("a [b](step:c d#e) f"),
            Some(("[b](step:c d#e)", "a target has no spaces: write `(step:c%20d#e)`, or correct it".into()))
        );
    }

    #[test]
    fn brackets_that_are_only_brackets_are_left_alone() {
        for text in ["[^a-z]", "[^", "[^x]", "[[", "[[ 1 ]]", "[note: read this]", "[Editor: x]", "a](", "[10:30]"] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
