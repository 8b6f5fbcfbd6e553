//! The end of a heading to the id that somebody meant to write there.
//!
//! Only ` {#id}` at the very end is one. Other programs read other spellings, and editors for Chinese or Japanese write
//! full-width braces: such an id is published as a part of the heading, and the heading has another.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::Fault;
use super::anchor::slug;
use crate::base::TextRange;
use crate::diagnostic::Name;

/// The spelling that is no id, in the source of a heading that has none; `written` starts `offset` bytes into its file.
pub(super) fn fault(written: &str, offset: usize) -> Option<Fault> {
    let (range, id) = found(written)?;
    let text = &written[range.clone()];
    let message = match written[..range.start].chars().next_back() {
        _ if range.end < written.trim_end().len() => {
            format!("something follows `{text}`, so it is not read as the id of this heading")
        }
        Some(letter) if is_exact(text) && letter.is_alphanumeric() => {
            format!("no space stands before `{text}`, so it is not read as the id of this heading")
        }
        _ => format!("`{text}` is not read as the id of this heading"),
    };
    Some(Fault {
        name: Name::IgnoredAnchor,
        range: TextRange::from(range).shifted(offset),
        message,
        label: "is published as it is written".into(),
        help: Some(format!(
            "end the heading in a space and `{{#{id}}}`; if it is not meant as an id, write `\\{{` for its brace"
        )),
    })
}

/// Whether it is spelt as an id is, and only stands where none is read.
fn is_exact(text: &str) -> bool {
    let id = text.strip_prefix("{#").and_then(|text| text.strip_suffix('}'));
    id.is_some_and(|id| !id.is_empty() && id.chars().all(is_of_id))
}

fn is_of_id(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_')
}

/// Where the braces stand, and what to write in them.
fn found(written: &str) -> Option<(Range<usize>, String)> {
    let mut end = written.trim_end();
    while let Some(comment) = end.ends_with("-->").then(|| end.rfind("<!--")).flatten() {
        end = end[..comment].trim_end();
    }
    // Within emphasis, and behind it.
    let end = end.trim_end_matches(['*', '_', '~']).trim_end();
    let inside = end.strip_suffix(['}', '｝'])?;
    let start = inside.rfind(['{', '｛'])?;
    let opening = inside[start..].chars().next()?.len_utf8();
    let inside = &inside[start + opening..];
    let is_escaped = written[..start].ends_with('\\') || inside.contains(['\\', '`', '<', '[', '(']);
    if is_escaped {
        return None;
    }
    let inside: String = inside.nfkc().collect();
    let inside = inside.trim_start_matches([':', ' ']);
    let mut parts = inside.split_whitespace().skip_while(|part| !part.starts_with('#') && !part.starts_with("id="));
    let first = parts.next()?;
    let name = first.trim_start_matches("id=").trim_matches(['#', '"', '\'']);
    let name = if name.is_empty() { parts.next().unwrap_or_default().to_owned() } else { name.to_owned() };
    let is_id = !name.is_empty() && name.chars().all(is_of_id);
    let before = written[..start].trim_end_matches(['*', '_', '~', ' ']);
    let id = if is_id { name } else { slug(if name.is_empty() { before } else { &name }) };
    Some((start..end.len(), id))
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Name;
    use crate::markdown::{Limits, parse};

    fn helps(markdown: &str) -> Vec<String> {
        let faults = parse(markdown, 0, &Limits::default()).faults;
        faults.into_iter().filter(|fault| fault.name == Name::IgnoredAnchor).filter_map(|fault| fault.help).collect()
    }

    #[test]
    fn an_id_in_another_spelling_is_found_with_the_one_that_is_read() {
        for heading in [
            "## Why { #why }",
            "## Why {# why}",
            "## Why {#why .wide}",
            "## Why {.wide #why}",
            "## Why {: #why}",
            "## Why {:#why}",
            "## Why {id=\"why\"}",
            "## Why{#why}",
            "## Why ｛#why｝",
            "## Why ｛＃ｗｈｙ｝",
            "## Why {＃why}",
            "## Why {#why!}",
            "## Why {#}",
            "## Why {#why} <!-- l10n:new -->",
            "## **Why {#why}**",
            "Why {#why }\n===",
            "> # Why { #why }",
            "## Why { #why } ##",
        ] {
            let found = helps(heading);
            assert!(matches!(&found[..], [help] if help.contains("`{#why}`")), "{heading}: {found:?}");
        }
    }

    #[test]
    fn an_escaped_brace_starts_no_id() {
        let pinned = |markdown: &str| parse(markdown, 0, &Limits::default()).headings[0].pinned.clone();
        assert_eq!(pinned("## Why {#why}").as_deref(), Some("why"));
        assert_eq!(pinned("## Why \\{#why}"), None);
        assert_eq!(helps("## Why \\{#why}"), [""; 0]);
    }

    #[test]
    fn braces_that_name_no_id_are_left_alone() {
        for heading in [
            "## Why {#why}",
            "## Why {#Why-2_x}",
            "## **Why** {#why}",
            "## Why \\{ #why }",
            "## Write `{ #id }`",
            "## Why {.wide}",
            "## The set {a, b}",
            "## C#",
            "## {{ name }}",
            "## A } B",
            "Text { #why }",
        ] {
            assert_eq!(helps(heading), [""; 0], "{heading}");
        }
    }
}
