//! A [`Record`] to its words with their weights: the part of indexing that needs no other page.

use indexmap::IndexMap;

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
        let mut counting = Counting { folding, counts: IndexMap::new(), buffer: String::new() };
        let title_length = counting.add(&record.title, |counts| counts.title = counts.title.saturating_add(1));
        let heading = |counts: &mut Counts| counts.heading = counts.heading.saturating_add(1);
        let mut length = title_length + counting.add(&record.summary, heading);
        for section in &record.sections {
            length += counting.add(&section.heading, heading);
            length += counting.add(&section.text, |counts| counts.body = counts.body.saturating_add(1));
        }
        let mut words = String::with_capacity(counting.counts.keys().map(|word| word.len()).sum());
        let entries = counting.counts.iter().map(|(word, counts)| {
            words.push_str(word);
            (u32::try_from(words.len()).unwrap_or(u32::MAX), *counts)
        });
        let entries = entries.collect();
        Self { words: words.into(), entries, length, title_length: u16::try_from(title_length).unwrap_or(u16::MAX) }
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

struct Counting {
    folding: Folding,
    counts: IndexMap<Box<str>, Counts>,
    buffer: String,
}

impl Counting {
    /// Counts the words of `text`, and returns how many there were.
    fn add(&mut self, text: &str, count: impl Fn(&mut Counts)) -> u32 {
        let mut length = 0;
        let counts = &mut self.counts;
        each_word(text, self.folding, &mut self.buffer, |word| {
            length += 1;
            match counts.get_mut(word) {
                Some(known) => count(known),
                None => count(counts.entry(word.into()).or_default()),
            }
        });
        length
    }
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
