//! What stands before a place in a text, to its line and column as people count them.

/// The line, from 1, of what follows `before`.
#[must_use]
pub fn line_after(before: impl AsRef<[u8]>) -> usize {
    before.as_ref().iter().filter(|byte| **byte == b'\n').count() + 1
}

/// The line, and the character in it, of what follows `before`; both from 1.
#[must_use]
pub fn place_after(before: &str) -> (usize, usize) {
    (line_after(before), before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}

/// Where the lines of a text start and how many letters stand before, for whoever asks for many places in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    starts: Vec<usize>,
    /// The letters before each block of bytes: a line may be as long as a file.
    letters: Vec<usize>,
    length: usize,
}

const BLOCK: usize = 256;

impl Lines {
    /// Reads the text once.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut letters = vec![0];
        for block in text.as_bytes().chunks(BLOCK) {
            letters.push(letters.last().copied().unwrap_or_default() + letters_in(block));
        }
        Self { starts, letters, length: text.len() }
    }

    /// The line of a place in bytes, from 1, and where it starts and ends, without its end of line.
    #[must_use]
    pub fn line_at(&self, offset: usize) -> (usize, usize, usize) {
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = |line: usize| self.starts.get(line).copied();
        (line, start(line - 1).unwrap_or_default(), start(line).map_or(self.length, |next| next - 1))
    }

    /// How many letters of `text`, which is the one that was read, stand between two places.
    #[must_use]
    pub fn letters_between(&self, text: &str, start: usize, end: usize) -> usize {
        let before = |offset: usize| {
            let block = offset / BLOCK;
            let rest = text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
            self.letters.get(block).copied().unwrap_or_default() + letters_in(rest)
        };
        before(end).saturating_sub(before(start))
    }
}

/// The letters that start in these bytes of UTF-8.
fn letters_in(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_characters_are_counted_from_one() {
        assert_eq!(place_after(""), (1, 1));
        assert_eq!(place_after("a\r\né"), (2, 2));
        assert_eq!(place_after("a\n"), (2, 1));
        assert_eq!(line_after([b'\n', 0xff]), 2);
    }

    #[test]
    fn a_place_is_where_it_was_counted_to_be() {
        let long = "é𝄞a".repeat(300);
        for text in ["", "\n", "a\nbé\r\n\nd", "a\n", &long] {
            let lines = Lines::of(text);
            for offset in (0..=text.len()).filter(|offset| text.is_char_boundary(*offset)) {
                let (line, start, end) = lines.line_at(offset);
                let column = lines.letters_between(text, start, offset) + 1;
                assert_eq!((line, column), place_after(&text[..offset]), "{text:?} {offset}");
                assert_eq!(text[start..end].lines().count().max(1), 1, "{text:?} {offset}");
            }
        }
    }
}
