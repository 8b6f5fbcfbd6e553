//! Sentences that are said twice on one page, or nearly so.
//!
//! Two sentences so alike have three words in a row in common. Few texts repeat that much, so finding those first
//! spares all others the search for sentences, which costs as much as reading the Markdown.

use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation;

use super::{at, prose};
use crate::base::{Date, Span, TextRange};
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;
use crate::markdown::Block;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        let blocks = page.document.parsed.body.blocks.iter().filter(|block| block.kind.is_prose());
        let sentences: Vec<Sentence<'_>> = repeating(blocks.collect())
            .into_iter()
            .flat_map(|block| block.text.unicode_sentences().filter_map(|text| Sentence::new(text, block.range)))
            .collect();
        let rare = rare_words(&sentences);
        let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut compared = 0;
        for (index, second) in sentences.iter().enumerate() {
            let known = rare[index].iter().filter_map(|word| by_word.get(word));
            let candidates: BTreeSet<usize> = known.flatten().copied().collect();
            for word in &rare[index] {
                by_word.entry(word).or_default().push(index);
            }
            compared += candidates.len();
            if compared > MOST_COMPARED {
                break;
            }
            if let Some(first) =
                candidates.into_iter().map(|first| &sentences[first]).find(|first| first.is_like(second))
            {
                let message = format_args!("this is said twice: “{}”", shortened(second.text));
                diagnostics.push(
                    at(page.document, second.range, Name::NearDuplicateSentence, message)
                        .label("again here")
                        .related(Span::new(&page.document.path, first.range), "first here")
                        .help("keep the better of the two"),
                );
            }
        }
    }
}

/// The blocks that have three words in a row in common with another, or twice themselves, in their order.
fn repeating(blocks: Vec<&Block>) -> Vec<&Block> {
    let letters: usize = blocks.iter().map(|block| block.text.len()).sum();
    let mut threes: Vec<(u64, usize)> = Vec::with_capacity(letters / 6);
    // One bit for each of many more values than there are: what meets no bit that is set was not there before.
    let slots = (letters * 4).next_power_of_two().max(64);
    let (mut seen, mut again) = (vec![0_u64; slots / 64], vec![0_u64; slots / 64]);
    let slot = |three: u64| {
        let slot = (three.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as usize & (slots - 1);
        (slot / 64, 1_u64 << (slot % 64))
    };
    for (index, block) in blocks.iter().enumerate() {
        let mut last = [0_u64; 2];
        each_word(&block.text, |word| {
            let three = last[0].rotate_left(2) ^ last[1].rotate_left(1) ^ word;
            let (at, bit) = slot(three);
            again[at] |= seen[at] & bit;
            seen[at] |= bit;
            threes.push((three, index));
            last = [last[1], word];
        });
    }
    threes.retain(|(three, _)| {
        let (at, bit) = slot(*three);
        again[at] & bit != 0
    });
    threes.sort_unstable();
    let shared = threes.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    let shared: BTreeSet<usize> = shared.flat_map(|pair| [pair[0].1, pair[1].1]).collect();
    shared.into_iter().map(|index| blocks[index]).collect()
}

/// Calls `each` with a number for every word, the same for words that differ in case. Where a script writes no spaces,
/// every letter counts as a word.
fn each_word(text: &str, mut each: impl FnMut(u64)) {
    let mut word = None;
    for letter in text.chars() {
        if !letter.is_alphanumeric() {
            word.take().into_iter().for_each(&mut each);
        } else if letter >= '\u{e00}' {
            word.take().into_iter().chain([u64::from(letter)]).for_each(&mut each);
        } else {
            let lower = if letter.is_ascii() {
                letter.to_ascii_lowercase()
            } else {
                letter.to_lowercase().next().unwrap_or(letter)
            };
            word = Some((word.unwrap_or(0xcbf2_9ce4_8422_2325) ^ u64::from(lower)).wrapping_mul(0x100_0000_01b3));
        }
    }
    word.into_iter().for_each(each);
}

/// The rarest words of each sentence, as many as must hold one that any sentence like it has among its own.
///
/// What shares eight words of ten with another leaves no room for it to lack all of these.
fn rare_words<'s>(sentences: &'s [Sentence<'_>]) -> Vec<Vec<&'s str>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        *counts.entry(word).or_default() += 1;
    }
    let rarest = |sentence: &'s Sentence<'_>| {
        let mut words: Vec<&str> = sentence.words.iter().map(String::as_str).collect();
        words.sort_by_key(|word| (counts.get(word).copied(), *word));
        words.truncate(words.len() - (words.len() * 8).div_ceil(10) + 1);
        words
    };
    sentences.iter().map(rarest).collect()
}

/// A page on which more sentences look alike was not written by a person.
const MOST_COMPARED: usize = 100_000;
/// Longer sentences are compared by their words alone: letter by letter, two of them take seconds.
const LONG: usize = 2_000;
/// Shorter sentences may well come twice.
const FEWEST_WORDS: usize = 8;

/// A sentence with its words, sorted.
struct Sentence<'a> {
    text: &'a str,
    range: TextRange,
    words: BTreeSet<String>,
}

impl<'a> Sentence<'a> {
    fn new(text: &'a str, range: TextRange) -> Option<Self> {
        let words: BTreeSet<String> = text.unicode_words().map(str::to_lowercase).collect();
        (words.len() >= FEWEST_WORDS).then(|| Self { text: text.trim(), range, words })
    }

    /// Nine words of ten are the same, and so are nearly nine letters of ten: a word put in front still counts.
    fn is_like(&self, other: &Self) -> bool {
        let (fewer, more) = if self.words.len() < other.words.len() { (self, other) } else { (other, self) };
        if fewer.words.len() * 10 < more.words.len() * 9 {
            return false;
        }
        let shared = fewer.words.intersection(&more.words).count();
        if self.text.len().max(other.text.len()) > LONG {
            return shared * 10 >= more.words.len() * 9;
        }
        let alike = || strsim::normalized_levenshtein(&self.text.to_lowercase(), &other.text.to_lowercase());
        shared * 10 >= more.words.len() * 8 && alike() >= 0.88
    }
}

fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 8 { words.join(" ") } else { format!("{} …", words[..8].join(" ")) }
}
