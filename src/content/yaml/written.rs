//! A YAML scalar as it is written, letter by letter beside what it says.

use crate::base::TextRange;

/// Where each letter of `value` stands in `written`, the scalar as it stands in a file.
///
/// A space that stands for a folded line has the bytes of the break and the indentation. `None`
/// where the two cannot be laid side by side: escapes in double quotes, blank lines that fold.
#[must_use]
pub fn places(written: &str, value: &str) -> Option<Vec<TextRange>> {
    let quote = written.chars().next().filter(|first| matches!(first, '"' | '\'') && !value.starts_with(*first));
    let quote = quote.or_else(|| (written.starts_with("''") && value.starts_with('\'')).then_some('\''));
    let mut at = usize::from(quote.is_some());
    let mut places = Vec::with_capacity(value.len());
    for letter in value.chars() {
        let rest = written.get(at..)?;
        let blank = rest.len() - rest.trim_start().len();
        let length = if letter.is_ascii_whitespace() && rest[..blank].contains('\n') {
            blank
        } else if quote == Some('\'') && letter == '\'' {
            rest.starts_with("''").then_some(2)?
        } else if quote == Some('"') && rest.starts_with('\\') {
            let escaped = rest.chars().nth(1).filter(|next| *next == letter && matches!(next, '"' | '\\' | '/'));
            1 + escaped?.len_utf8()
        } else {
            rest.starts_with(letter).then_some(letter.len_utf8())?
        };
        places.push(TextRange::new(at, at + length));
        at += length;
    }
    let rest = written.get(at..)?.trim();
    let is_closed = quote.map_or(rest.is_empty(), |quote| rest.strip_prefix(quote).is_some_and(str::is_empty));
    is_closed.then_some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slices<'a>(written: &'a str, value: &str) -> Option<Vec<&'a str>> {
        Some(places(written, value)?.into_iter().map(|range| range.of(written)).collect())
    }

    #[test]
    fn folded_lines_and_quotes_have_all_their_bytes() {
        assert_eq!(slices("ab\n  c", "ab c"), Some(vec!["a", "b", "\n  ", "c"]));
        assert_eq!(slices("'l''a'", "l'a"), Some(vec!["l", "''", "a"]));
        assert_eq!(slices(r#""a \"b\"""#, r#"a "b""#), Some(vec!["a", " ", "\\\"", "b", "\\\""]));
    }

    #[test]
    fn what_is_written_otherwise_is_not_guessed() {
        assert_eq!(places(r#""a\u00e9""#, "aé"), None);
        assert_eq!(places("a b", "a c"), None);
        assert_eq!(places("a b c", "a b"), None);
    }
}
