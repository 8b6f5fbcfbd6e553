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
    let mut near: Vec<(usize, &str)> = candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .collect();
    near.sort_by_key(|(distance, _)| *distance);
    near.dedup();
    near.truncate(3);
    near.into_iter().map(|(_, candidate)| candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_far_name_is_not_offered() {
        assert_eq!(nearest("claims-hotlne", ["claims-hotline", "claims-app"]), Some("claims-hotline"));
        assert_eq!(nearest("xyz", ["claims-app"]), None);
        assert_eq!(nearest("ab", ["cd", "ef"]), None);
    }
}
