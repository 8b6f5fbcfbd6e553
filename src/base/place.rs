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
}
