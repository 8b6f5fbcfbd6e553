//! A mistyped name to the names that were probably meant.

/// The one candidate nearest to `word`, if any is near enough.
///
/// Near is an edit distance (transpositions count one) of at most `max(2, length / 4)`, and less
/// than the whole word. Ties go to the candidate that comes first.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_all(word, candidates).into_iter().next()
}

/// Up to three near candidates, the nearest first.
pub fn nearest_all<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let length = word.chars().count();
    let limit = (length / 4).max(2).min(length.saturating_sub(1));
    let folded = word.to_lowercase();
    let own = folded.is_ascii().then(|| letters(&folded));
    let is_far = |candidate: &str| {
        own.is_some_and(|own| candidate.is_ascii() && least_distance(own, letters(candidate)) > limit)
    };
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        .filter(|candidate| !is_far(candidate))
        .map(|candidate| (strsim::osa_distance(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.dedup();
    near.truncate(3);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

/// Which letters stand in a word of ASCII, whatever their case; some are taken for one.
fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |letters, letter| letters | 1 << (letter % 32))
}

/// How many changes two words are apart at least: most are far, and looking at their letters is quicker than
/// comparing them.
fn least_distance(one: u32, other: u32) -> usize {
    (one & !other).count_ones().max((other & !one).count_ones()) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_letters_never_says_that_words_are_farther_than_they_are() {
        let words = ["", "Claims-Hotline", "claims-hotlne", "calims", "xyz", "CLAIM", "claim-2", "elan", "aaaa"];
        for (one, other) in words.iter().flat_map(|one| words.iter().map(move |other| (one, other))) {
            let distance = strsim::osa_distance(&one.to_lowercase(), &other.to_lowercase());
            let least = least_distance(letters(&one.to_lowercase()), letters(other));
            assert!(least <= distance, "{one} {other}");
        }
    }

    #[test]
    fn a_far_name_is_not_offered() {
        assert_eq!(nearest("claims-hotlne", ["claims-hotline", "claims-app"]), Some("claims-hotline"));
        assert_eq!(nearest("xyz", ["claims-app"]), None);
        assert_eq!(nearest("ab", ["cd", "ef"]), None);
    }
}
