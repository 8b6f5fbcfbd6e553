//! A number and a noun to how many there are, in words: `1 page`, `212 pages`.

/// The number with its noun, in the plural unless it is one: `0 entries`, `1 entry`, `2 entries`.
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    format!("{number} {}", plural(number, noun))
}

/// The noun alone, in the plural unless there is one.
#[must_use]
pub fn plural(number: usize, noun: &str) -> String {
    if number == 1 {
        return noun.to_owned();
    }
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_a_thing_has_no_plural() {
        assert_eq!([count(0, "page"), count(1, "page"), count(2, "page")], ["0 pages", "1 page", "2 pages"]);
        assert_eq!([count(1, "entry"), count(3, "entry"), count(2, "day")], ["1 entry", "3 entries", "2 days"]);
    }
}
