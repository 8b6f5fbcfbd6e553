//! A YAML text to the comments in it, which the parser drops.

use super::syntax::lines;
use crate::base::TextRange;

/// The comments in the part of `text` at `range`, each from its `#` to the end of its line.
///
/// A `#` within a text is none: inside quotation marks, on the lines of a `>-` or `|` block, or behind a letter.
#[must_use]
pub fn comments(text: &str, range: TextRange) -> Vec<TextRange> {
    let mut found = Vec::new();
    let mut quote: Option<char> = None;
    for line in lines(text, range) {
        if line.is_block_text && quote.is_none() {
            continue;
        }
        let written = line.range.of(text);
        let mut letters = written.char_indices().peekable();
        // What stands before, on this line; and whether that is a space.
        let (mut before, mut is_after_space) = (None, true);
        while let Some((at, letter)) = letters.next() {
            match (quote, letter) {
                (Some('"'), '\\') => drop(letters.next()),
                // Two apostrophes within apostrophes are one that is meant.
                (Some('\''), '\'') if letters.peek().is_some_and(|(_, next)| *next == '\'') => drop(letters.next()),
                (Some(open), _) if letter == open => quote = None,
                (Some(_), _) => {}
                (None, '#') if is_after_space => {
                    found.push(TextRange::new(line.range.start() + at, line.range.start() + written.trim_end().len()));
                    break;
                }
                // An apostrophe within a word opens nothing, nor does a mark between the words of a plain text.
                (None, '\'' | '"') if before.is_none_or(|before| "[{,:-?".contains(before)) => quote = Some(letter),
                _ => {}
            }
            is_after_space = letter.is_whitespace();
            before = if is_after_space { before } else { Some(letter) };
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        comments(text, TextRange::new(0, text.len())).into_iter().map(|range| range.of(text)).collect()
    }

    #[test]
    fn a_comment_stands_on_its_own_or_behind_a_value() {
        assert_eq!(found("# a\nb: c # d \n  # e\r\n- f #g\n"), ["# a", "# d", "# e", "#g"]);
        assert_eq!(found("a: >- # b\n  c # d\n  # e\nf: g#h it's # i\n"), ["# b", "# i"]);
    }

    #[test]
    fn what_is_quoted_is_no_comment() {
        assert_eq!(found("a: \"b # c\\\" # d\" # e\nf: 'it''s # g' # h\n"), ["# e", "# h"]);
        assert_eq!(found("a: \"b\n  # c\n  d\" # e\nf: [ 'g # h', \"i\" ] # j\n"), ["# e", "# j"]);
        assert_eq!(found("a: say \"b\" # c\n"), ["# c"]);
    }
}
