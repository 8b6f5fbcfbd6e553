//! A [`Record`] to its words with their weights: the part of indexing that needs no other page.

use std::hash::BuildHasher;

use foldhash::fast::RandomState;
use indexmap::IndexMap;
use indexmap::map::raw_entry_v1::{RawEntryApiV1, RawEntryMut};

use super::record::Record;
use super::words::{Folding, each_word};

/// The words of one page, in lower case, and how often each stands where.
///
/// A pure function of the record, so it is made in parallel and kept as long as the page is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    words: Box<str>,
    entries: Box<[(u32, Counts)]>,
    /// How many words the text has.
    pub length: u32,
    /// How many words the title has.
    pub title_length: u16,
}

/// How often a word stands in each part of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In running text.
    pub body: u16,
    /// In headings and in the summary.
    pub heading: u8,
    /// In the title.
    pub title: u8,
}

impl Counts {
    /// Adds what another spelling of the same word counted.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            body: self.body.saturating_add(other.body),
            heading: self.heading.saturating_add(other.heading),
            title: self.title.saturating_add(other.title),
        }
    }
}

impl Terms {
    /// Counts the words of a record.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        let folding = Folding::of(record.locale.language());
        let mut counting =
            Counting { folding, words: String::new(), counts: IndexMap::default(), buffer: String::new() };
        let title_length = counting.add(&record.title, |counts| counts.title = counts.title.saturating_add(1));
        let heading = |counts: &mut Counts| counts.heading = counts.heading.saturating_add(1);
        let mut length = title_length + counting.add(&record.summary, heading);
        for section in &record.sections {
            length += counting.add(&section.heading, heading);
            length += counting.add(&section.text, |counts| counts.body = counts.body.saturating_add(1));
        }
        let entries = counting.counts.into_iter().map(|((_, end), counts)| (end, counts)).collect();
        Self {
            words: counting.words.into(),
            entries,
            length,
            title_length: u16::try_from(title_length).unwrap_or(u16::MAX),
        }
    }

    /// Every different word with its counts.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Counts)> {
        let mut start = 0;
        self.entries.iter().map(move |&(end, counts)| {
            let word = &self.words[start..end as usize];
            start = end as usize;
            (word, counts)
        })
    }
}

/// Counts words without making a text of its own for each.
struct Counting {
    folding: Folding,
    /// Every different word, one after the other.
    words: String,
    /// How often each occurs, by where it stands in `words`.
    counts: IndexMap<(u32, u32), Counts, RandomState>,
    buffer: String,
}

impl Counting {
    /// Counts the words of `text`, and returns how many there were.
    fn add(&mut self, text: &str, count: impl Fn(&mut Counts)) -> u32 {
        let mut length = 0;
        let Self { folding, words, counts, buffer } = self;
        each_word(text, *folding, buffer, |word| {
            length += 1;
            let hash = counts.hasher().hash_one(word);
            let is_it = |&(start, end): &(u32, u32)| words[start as usize..end as usize] == *word;
            match counts.raw_entry_mut_v1().from_hash(hash, is_it) {
                RawEntryMut::Occupied(known) => count(known.into_mut()),
                RawEntryMut::Vacant(place) => {
                    let start = offset(words);
                    words.push_str(word);
                    count(place.insert_hashed_nocheck(hash, (start, offset(words)), Counts::default()).1);
                }
            }
        });
        length
    }
}

fn offset(words: &str) -> u32 {
    u32::try_from(words.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::record;
    use super::*;

    #[test]
    fn a_word_is_counted_where_it_stands() {
        let mut page = record("en", "/en/a/", "Tell us once");
        page.summary = "Once is enough".into();
        page.sections[0].text = "Once, twice, once.".into();
        let terms = Terms::of(&page);
        let once = terms.iter().find(|(word, _)| *word == "once").unwrap().1;
        assert_eq!(once, Counts { body: 2, heading: 1, title: 1 });
        assert_eq!((terms.length, terms.title_length), (9, 3));
    }
}
