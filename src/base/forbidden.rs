//! A text to the characters in it that no reader can see and no author means.

use super::{Direction, TextRange};

/// Every character that is not allowed in a text of this direction, with its place in the text.
///
/// Control characters other than tab and line ends, the marks that reorder what is displayed, and
/// the invisible tag characters. The three marks that give a direction without reordering are
/// needed in right-to-left text, and refused elsewhere.
#[must_use]
pub fn forbidden_characters(text: &str, direction: Direction) -> Vec<(TextRange, char)> {
    // The first bytes of all that may be forbidden: most texts have none of them.
    let may_be = |byte: u8| {
        (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')) || matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xf3)
    };
    if !text.bytes().fold(false, |found, byte| found | may_be(byte)) {
        return Vec::new();
    }
    text.char_indices()
        .filter(|(_, letter)| is_forbidden(*letter, direction))
        .map(|(at, letter)| (TextRange::new(at, at + letter.len_utf8()), letter))
        .collect()
}

fn is_forbidden(letter: char, direction: Direction) -> bool {
    match letter {
        '\t' | '\n' | '\r' => false,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        '\u{e0000}'..='\u{e007f}' => true,
        '\u{200e}' | '\u{200f}' | '\u{61c}' => direction == Direction::Ltr,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_direction_pass_in_arabic_alone_and_overrides_nowhere() {
        let text = "a\u{200f}\u{202e}\t\n\u{0}\u{e0041}";
        let letters = |direction| -> Vec<char> {
            forbidden_characters(text, direction).into_iter().map(|(_, letter)| letter).collect()
        };
        assert_eq!(letters(Direction::Ltr), ['\u{200f}', '\u{202e}', '\u{0}', '\u{e0041}']);
        assert_eq!(letters(Direction::Rtl), ['\u{202e}', '\u{0}', '\u{e0041}']);
        assert_eq!(forbidden_characters("é\u{202e}", Direction::Ltr)[0].0, TextRange::new(2, 5));
    }
}
