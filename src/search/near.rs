//! A word nobody wrote to the words that were probably meant.

use super::index::Index;

/// How many words stand in for one that does not occur.
const MOST: usize = 4;

/// A word that occurs, and how many slips away it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// The word, folded.
    pub form: String,
    /// Letters inserted, left out, replaced or swapped with a neighbour; 3 if only the start is shared.
    pub slips: usize,
}

/// How many slips are allowed in a word of so many letters.
#[must_use]
pub fn allowed(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// How many letters at the start, or at the end, must be right.
///
/// One slip leaves one half of a word whole. So the browser need not read the whole dictionary: it
/// reads the part that starts alike, and the part of the dictionary by endings that ends alike.
#[must_use]
pub fn intact(letters: usize) -> usize {
    if letters < 7 { 2 } else { 3 }
}

/// The words nearest to `form`: fewest slips first, then those whose first letter is right, then
/// the more frequent. If none is near, those that share the longest start, of at least three
/// letters and three fifths of the word.
#[must_use]
pub fn nearest(index: &Index, form: &str) -> Vec<Near> {
    let letters: Vec<char> = form.chars().collect();
    let limit = allowed(letters.len());
    if limit == 0 {
        return Vec::new();
    }
    let intact = intact(letters.len());
    let start: String = letters[..intact].iter().collect();
    let end: String = letters[letters.len() - intact..].iter().collect();
    let swapped: Option<String> =
        (letters.len() == 4).then(|| [letters[0], letters[2], letters[1], letters[3]].iter().collect());
    let candidates = index.forms().filter(|candidate| {
        candidate.starts_with(&start) || candidate.ends_with(&end) || Some(*candidate) == swapped.as_deref()
    });
    let mut near: Vec<(usize, bool, u8, &str)> = candidates
        .filter(|candidate| candidate.chars().count().abs_diff(letters.len()) <= limit)
        .map(|candidate| (strsim::osa_distance(form, candidate), candidate))
        .filter(|(slips, candidate)| *slips <= limit && index.stem_of(candidate).is_some())
        .map(|(slips, candidate)| {
            (slips, !candidate.starts_with(letters[0]), u8::MAX - index.class(candidate), candidate)
        })
        .collect();
    near.sort_unstable();
    near.truncate(MOST);
    if near.is_empty() {
        return sharing_start(index, &letters);
    }
    near.into_iter().map(|(slips, _, _, form)| Near { form: form.to_owned(), slips }).collect()
}

fn sharing_start(index: &Index, letters: &[char]) -> Vec<Near> {
    let least = (letters.len() * 3).div_ceil(5).max(3);
    for length in (least..letters.len()).rev() {
        let start: String = letters[..length].iter().collect();
        let found = frequent(index, &start, MOST);
        if !found.is_empty() {
            return found.into_iter().map(|form| Near { form: form.to_owned(), slips: 3 }).collect();
        }
    }
    Vec::new()
}

/// The most frequent forms that start with `start` and are longer.
#[must_use]
pub fn frequent<'a>(index: &'a Index, start: &'a str, most: usize) -> Vec<&'a str> {
    let longer = index.forms_with(start).filter(|form| form.len() > start.len());
    let mut found: Vec<(u8, &str)> = longer.map(|form| (u8::MAX - index.class(form), form)).collect();
    found.sort_unstable();
    found.into_iter().take(most).map(|(_, form)| form).collect()
}
