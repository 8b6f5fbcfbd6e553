//! Sentences that are said twice on one page, or nearly so.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::{at, prose};
use crate::base::{Date, Span, TextRange};
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        let sentences: Vec<Sentence<'_>> = page
            .document
            .parsed
            .body
            .blocks
            .iter()
            .filter(|block| block.kind.is_prose())
            .flat_map(|block| block.text.unicode_sentences().filter_map(|text| Sentence::new(text, block.range)))
            .collect();
        for (index, second) in sentences.iter().enumerate() {
            if let Some(first) = sentences.iter().take(index).find(|first| first.is_like(second)) {
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

    /// Nine words of ten are the same, and so are nine letters of ten.
    fn is_like(&self, other: &Self) -> bool {
        let (fewer, more) = if self.words.len() < other.words.len() { (self, other) } else { (other, self) };
        if fewer.words.len() * 10 < more.words.len() * 9 {
            return false;
        }
        let shared = fewer.words.intersection(&more.words).count();
        shared * 10 >= more.words.len() * 8 && strsim::normalized_levenshtein(self.text, other.text) >= 0.9
    }
}

fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 8 { words.join(" ") } else { format!("{} …", words[..8].join(" ")) }
}
