//! The words of a glossary, in one language, to a matcher over the words of a text.
//!
//! Words are compared whole, without regard to case, so `site` is not found in `website`. Hyphens
//! and apostrophes part words: `l’expérience client` holds `expérience client`. Scripts without
//! spaces are compared letter by letter. Of two terms that start at one place the longer wins.

use std::collections::{BTreeMap, BTreeSet};

use smol_str::{SmolStr, StrExt};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use super::render::link_tag;
use super::rendering::TermLinks;
use super::writer::{Tags, escaped};
use super::{BlockKind, Body};

/// The words of a glossary, ready to be found.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// By first token: the whole word in tokens, and which term it belongs to; longest first.
    words: BTreeMap<SmolStr, Vec<(Vec<SmolStr>, usize)>>,
}

impl Terms {
    /// Takes the words of each term; its index in `terms` is what the matcher reports.
    ///
    /// Where two terms share a word, the first has it.
    pub fn new<'a, W: IntoIterator<Item = &'a str>>(terms: impl IntoIterator<Item = W>) -> Self {
        let mut words: BTreeMap<SmolStr, Vec<(Vec<SmolStr>, usize)>> = BTreeMap::new();
        for (index, forms) in terms.into_iter().enumerate() {
            for form in forms {
                let tokens: Vec<SmolStr> = tokens(form.trim()).into_iter().map(|token| token.folded).collect();
                let Some(first) = tokens.first() else { continue };
                let same = words.entry(first.clone()).or_default();
                if same.iter().all(|(known, _)| *known != tokens) {
                    same.push((tokens, index));
                }
            }
        }
        for same in words.values_mut() {
            same.sort_by_key(|(tokens, _)| std::cmp::Reverse(tokens.len()));
        }
        Self { words }
    }

    /// Whether there is nothing to find.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Which terms the prose of a body uses, in order of index, each once. Headings and code do
    /// not count.
    #[must_use]
    pub fn uses(&self, body: &Body) -> Vec<usize> {
        if self.is_empty() {
            return Vec::new();
        }
        let prose =
            body.blocks.iter().filter(|block| block.kind.is_prose() && !matches!(block.kind, BlockKind::Heading(_)));
        let found: BTreeSet<usize> = prose.flat_map(|block| self.uses_in(&block.text)).collect();
        found.into_iter().collect()
    }

    /// Which terms a plain text uses, in the order they appear, perhaps repeated.
    #[must_use]
    pub fn uses_in(&self, text: &str) -> Vec<usize> {
        self.find(text).into_iter().map(|(_, index)| index).collect()
    }

    /// Where terms stand in a plain text, without overlaps.
    fn find(&self, text: &str) -> Vec<(std::ops::Range<usize>, usize)> {
        let tokens = tokens(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let longest = self.words.get(&tokens[at].folded).and_then(|same| {
                same.iter().find(|(word, _)| {
                    tokens.get(at..at + word.len()).is_some_and(|next| next.iter().map(|token| &token.folded).eq(word))
                })
            });
            match longest {
                Some((word, index)) => {
                    let last = at + word.len() - 1;
                    found.push((tokens[at].start..tokens[last].end, *index));
                    at = last + 1;
                }
                None => at += 1,
            }
        }
        found
    }
}

struct Token {
    start: usize,
    end: usize,
    folded: SmolStr,
}

/// The same for all ways to write a word.
fn folded(word: &str) -> SmolStr {
    if word.is_ascii() {
        return word.to_ascii_lowercase_smolstr();
    }
    word.nfc().flat_map(char::to_lowercase).collect()
}

/// Words, marks and runs of space, folded so that equal words compare equal.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for (start, word) in text.split_word_bound_indices() {
        if word.trim().is_empty() {
            match tokens.last_mut() {
                Some(last) if last.folded == " " => last.end = start + word.len(),
                _ => tokens.push(Token { start, end: start + word.len(), folded: " ".into() }),
            }
            continue;
        }
        let mut at = start;
        for part in word.split_inclusive(['\'', '\u{2019}']) {
            let letters = part.trim_end_matches(['\'', '\u{2019}']);
            if !letters.is_empty() {
                tokens.push(Token { start: at, end: at + letters.len(), folded: folded(letters) });
            }
            if letters.len() < part.len() {
                tokens.push(Token { start: at + letters.len(), end: at + part.len(), folded: "\u{2019}".into() });
            }
            at += part.len();
        }
    }
    tokens
}

/// Links the first use of each term on one page.
pub(super) struct Linker<'r> {
    links: TermLinks<'r>,
    linked: BTreeSet<usize>,
}

impl<'r> Linker<'r> {
    pub(super) fn new(links: TermLinks<'r>) -> Self {
        Self { links, linked: BTreeSet::new() }
    }

    /// The text as HTML, if a term in it is to be linked.
    pub(super) fn link(&mut self, text: &str, tags: &Tags) -> Option<String> {
        if self.links.terms.is_empty() {
            return None;
        }
        let mut html = String::new();
        let mut written = 0;
        for (range, index) in self.links.terms.find(text) {
            let Some(target) = self.links.targets.get(index).and_then(Option::as_ref) else { continue };
            if !super::address::is_safe(&target.href) || !self.linked.insert(index) {
                continue;
            }
            html.push_str(&escaped(&text[written..range.start]));
            html.push_str(&link_tag(target, tags));
            html.push_str(&escaped(&text[range.clone()]));
            html.push_str("</a>");
            written = range.end;
        }
        (written > 0).then(|| {
            html.push_str(&escaped(&text[written..]));
            html
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_match_in_any_case_and_the_longest_wins() {
        let terms = Terms::new([
            vec!["journey"],
            vec!["journey map", "maps of journeys"],
            vec!["expérience client"],
            vec!["顧客"],
        ]);
        assert_eq!(terms.uses_in("A Journey, a journey\nmap, a journeyman."), [0, 1]);
        assert_eq!(terms.uses_in("L’expérience client, l'EXPÉRIENCE client"), [2, 2]);
        assert_eq!(terms.uses_in("私の顧客体験"), [3]);
    }

    #[test]
    fn a_hyphenated_term_is_found_whole() {
        let terms = Terms::new([vec!["outside-in"], vec!["outside"]]);
        assert_eq!(terms.uses_in("Outside-in, not outside."), [0, 1]);
    }
}
