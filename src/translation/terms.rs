//! A glossary to a matcher that knows which word of a text stands for which concept, and how well.
//!
//! 1. A text is cut into words, folded in case and composition; hyphens and apostrophes part words.
//! 2. Where several words start at one place the longest wins, and takes its words with it, so `site`
//!    is no part of `site map`, and never of `website`.
//! 3. Words are compared by stem where stems work for the language, else as they are listed.
//!
//! How words are joined matters only where it alone tells a forbidden word from an allowed one:
//! `expérience-client` beside `expérience client`.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::base::{Id, Locale, TextRange};
use crate::content::vocabulary::{Term, TermForm};
use crate::locale::Stems;
use crate::markdown::Glyph;

/// How a word stands to its concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rendering {
    /// The word to use, or a listed form of it.
    Preferred,
    /// Another word that is admitted, by its place in the list.
    Admitted(usize),
    /// A short form for labels.
    Short,
    /// A word that is not to be used.
    Forbidden,
}

/// One word of the glossary in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which concept, by its place among the terms.
    pub concept: usize,
    /// How it stands to it.
    pub rendering: Rendering,
    /// From its first letter to its last.
    pub range: TextRange,
    /// The word as the text has it.
    pub written: String,
}

/// The words of a glossary in one language, ready to be found.
#[derive(Debug)]
pub struct Termbase {
    /// By first word.
    words: BTreeMap<String, Vec<Word>>,
    stems: Stems,
    ids: Vec<Id>,
    preferred: Vec<Option<String>>,
    fixed: Vec<bool>,
    /// Whether stems find more than they should: enough to admit a word, too little to forbid one.
    is_lenient: bool,
}

#[derive(Debug)]
struct Word {
    tokens: Vec<Token>,
    concept: usize,
    rendering: Rendering,
    /// Compared as it is written, joints and all.
    is_exact: bool,
    /// Compared letter by letter, case and all.
    is_verbatim: bool,
}

/// Languages whose words share stems often enough to be compared by them.
const STEMMED: &[&str] = &["ar", "ca", "da", "de", "en", "es", "fr", "it", "nb", "nl", "nn", "no", "pt", "ro", "sv"];

impl Termbase {
    /// The words of these terms in `locale`.
    #[must_use]
    pub fn new(terms: &[(&Id, &Term)], source: &Locale, locale: &Locale) -> Self {
        let stems = Stems::of(if STEMMED.contains(&locale.language()) { locale.language() } else { "" });
        let mut base = Self {
            words: BTreeMap::new(),
            stems,
            ids: terms.iter().map(|(id, _)| (*id).clone()).collect(),
            preferred: Vec::new(),
            is_lenient: locale.language() == "ar",
            fixed: terms.iter().map(|(_, term)| !term.translate).collect(),
        };
        let mut words = Vec::new();
        for (concept, (_, term)) in terms.iter().enumerate() {
            let own = term.forms.get(locale).filter(|_| term.translate);
            let form = own.or_else(|| term.forms.get(source).filter(|_| !term.translate));
            base.preferred.push(form.map(|form| form.term.value.clone()));
            if let Some(form) = form {
                base.take(concept, term, form, &mut words);
            }
            // A name may be misspelt on purpose in one language only.
            if let Some(form) = term.forms.get(locale).filter(|_| !term.translate && locale != source) {
                base.forbid(concept, form, &mut words);
            }
        }
        let allowed: Vec<Vec<String>> = words
            .iter()
            .filter(|word| word.rendering != Rendering::Forbidden)
            .map(|word| word.tokens.iter().map(|token| token.stem.clone()).collect())
            .collect();
        for mut word in words {
            let stems: Vec<String> = word.tokens.iter().map(|token| token.stem.clone()).collect();
            if word.rendering == Rendering::Forbidden && allowed.contains(&stems) {
                word.is_exact = true;
            }
            let Some(first) = word.tokens.first() else { continue };
            base.words.entry(first.stem.clone()).or_default().push(word);
        }
        base
    }

    fn take(&self, concept: usize, term: &Term, form: &TermForm, words: &mut Vec<Word>) {
        let mut word = |text: &str, rendering| {
            let tokens = self.tokens(text);
            words.push(Word { tokens, concept, rendering, is_exact: !term.translate, is_verbatim: !term.translate });
        };
        word(&form.term.value, Rendering::Preferred);
        for inflected in &form.forms {
            word(&inflected.value, Rendering::Preferred);
        }
        for (index, other) in form.also.iter().enumerate() {
            word(&other.value, Rendering::Admitted(index));
        }
        if let Some(short) = &form.short {
            word(&short.value, Rendering::Short);
        }
        self.forbid(concept, form, words);
    }

    fn forbid(&self, concept: usize, form: &TermForm, words: &mut Vec<Word>) {
        let exactly = form.avoid_exactly.iter().map(|avoided| (avoided, true));
        for (avoided, is_verbatim) in form.avoid.iter().map(|avoided| (avoided, false)).chain(exactly) {
            let tokens = self.tokens(&avoided.value);
            let is_exact = is_verbatim || self.is_lenient;
            words.push(Word { tokens, concept, rendering: Rendering::Forbidden, is_exact, is_verbatim });
        }
    }

    fn tokens(&self, text: &str) -> Vec<Token> {
        let mut at = 0;
        let glyphs: Vec<Glyph> = text
            .chars()
            .map(|letter| {
                at += letter.len_utf8();
                Glyph { letter, range: TextRange::new(at - letter.len_utf8(), at) }
            })
            .collect();
        tokens(&glyphs, &self.stems)
    }

    /// Whether there is no word in it to be found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The concept's id.
    #[must_use]
    pub fn id(&self, concept: usize) -> &Id {
        &self.ids[concept]
    }

    /// The word to use for a concept, if this language has one.
    #[must_use]
    pub fn preferred(&self, concept: usize) -> Option<&str> {
        self.preferred[concept].as_deref()
    }

    /// Whether a concept is a name that stays as it is in every language.
    #[must_use]
    pub fn is_name(&self, concept: usize) -> bool {
        self.fixed[concept]
    }

    /// Every word of the glossary in a text, without overlaps.
    #[must_use]
    pub fn find(&self, glyphs: &[Glyph]) -> Vec<Hit> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let tokens = tokens(glyphs, &self.stems);
        let mut hits = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let found = self.words.get(&tokens[at].stem).into_iter().flatten();
            let best = found.filter(|word| word.stands_at(&tokens[at..])).max_by_key(|word| {
                // What is told apart by its joints alone was meant; else an allowed word is one.
                let rank = match word.rendering {
                    Rendering::Forbidden if word.is_exact => 3,
                    Rendering::Preferred => 2,
                    Rendering::Admitted(_) | Rendering::Short => 1,
                    Rendering::Forbidden => 0,
                };
                (word.tokens.len(), rank)
            });
            let Some(word) = best else {
                at += 1;
                continue;
            };
            let last = at + word.tokens.len() - 1;
            let (first, end) = (&tokens[at], &tokens[last]);
            hits.push(Hit {
                concept: word.concept,
                rendering: word.rendering,
                range: TextRange::new(glyphs[first.start].range.start(), glyphs[end.end - 1].range.end()),
                written: glyphs[first.start..end.end].iter().map(|glyph| glyph.letter).collect(),
            });
            at = last + 1;
        }
        hits
    }
}

impl Word {
    fn stands_at(&self, tokens: &[Token]) -> bool {
        let Some(found) = tokens.get(..self.tokens.len()) else { return false };
        found.iter().zip(&self.tokens).enumerate().all(|(index, (found, own))| {
            // Nothing but a joint may stand between the words of one term.
            let is_joined = index == 0 || found.joint != Joint::Apart;
            let is_alike = if self.is_verbatim {
                found.written == own.written
            } else if self.is_exact {
                found.folded == own.folded
            } else {
                found.stem == own.stem
            };
            is_joined && is_alike && (index == 0 || !self.is_exact || found.joint == own.joint)
        })
    }
}

/// One word of a text.
#[derive(Clone, Debug)]
struct Token {
    start: usize,
    end: usize,
    written: String,
    folded: String,
    stem: String,
    joint: Joint,
}

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    Space,
    Hyphen,
    Apostrophe,
    /// Nothing, as between two ideographs.
    None,
    /// A mark, an object, or the start.
    Apart,
}

/// The words of a text; each ideograph is one.
fn tokens(glyphs: &[Glyph], stems: &Stems) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let is_inside = |letter: char| {
        letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter) || letter == '_'
    };
    let mut index = 0;
    let mut joint = Joint::Apart;
    while index < glyphs.len() {
        let letter = glyphs[index].letter;
        if !is_inside(letter) {
            joint = match (letter, joint) {
                (letter, Joint::None | Joint::Space) if letter.is_whitespace() => Joint::Space,
                ('-' | '\u{2010}' | '\u{2011}', Joint::None) => Joint::Hyphen,
                ('\'' | '’', Joint::None) => Joint::Apostrophe,
                _ => Joint::Apart,
            };
            index += 1;
            continue;
        }
        let start = index;
        index += 1;
        while !is_ideograph(letter) && index < glyphs.len() && is_inside(glyphs[index].letter) {
            if is_ideograph(glyphs[index].letter) {
                break;
            }
            index += 1;
        }
        let written: String = glyphs[start..index].iter().map(|glyph| glyph.letter).nfc().collect();
        let folded: String = written.chars().flat_map(char::to_lowercase).collect();
        let stem = stems.stem(unjoined(&folded)).into_owned();
        tokens.push(Token { start, end: index, written, folded, stem, joint });
        joint = Joint::None;
    }
    tokens
}

/// An Arabic word without the “and” or “so” that is written onto its article; stemmers leave it there.
fn unjoined(word: &str) -> &str {
    word.strip_prefix(['و', 'ف']).filter(|rest| rest.starts_with("ال")).unwrap_or(word)
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

#[cfg(test)]
mod tests {
    use indexmap::IndexMap;

    use super::*;
    use crate::base::Spanned;

    fn words(words: &[&str]) -> Vec<Spanned<String>> {
        words.iter().map(|word| Spanned::new((*word).to_owned(), TextRange::default())).collect()
    }

    fn form(term: &str, also: &[&str], avoid: &[&str], forms: &[&str]) -> TermForm {
        TermForm {
            term: Spanned::new(term.to_owned(), TextRange::default()),
            short: None,
            definition: None,
            also: words(also),
            avoid: words(avoid),
            avoid_exactly: Vec::new(),
            forms: words(forms),
            gender: None,
            sort_as: None,
        }
    }

    fn term(tag: &str, form: TermForm) -> Term {
        let forms = IndexMap::from([(Locale::parse(tag).unwrap(), form)]);
        Term { forms, opposite: None, see: Vec::new(), translate: true, note: None }
    }

    fn found(tag: &str, terms: &[Term], text: &str) -> Vec<(usize, Rendering, String)> {
        let ids: Vec<Id> = (0..terms.len()).map(|index| Id::parse(&format!("t{index}")).unwrap()).collect();
        let terms: Vec<(&Id, &Term)> = ids.iter().zip(terms).collect();
        let base = Termbase::new(&terms, &Locale::parse("en").unwrap(), &Locale::parse(tag).unwrap());
        let glyphs = crate::markdown::line(text).glyphs;
        base.find(&glyphs).into_iter().map(|hit| (hit.concept, hit.rendering, hit.written)).collect()
    }

    #[test]
    fn plurals_and_capitals_are_the_same_word_and_parts_of_words_are_not() {
        let terms = [term("fr", form("point de contact", &[], &[], &[])), term("fr", form("site", &[], &[], &[]))];
        assert_eq!(found("fr", &terms, "Nos points de contact, nos Points de Contact").len(), 2);
        assert_eq!(found("fr", &terms, "Le website de **mon** `site`"), []);
    }

    #[test]
    fn the_longest_word_takes_its_parts() {
        let terms = [term("en", form("journey", &[], &[], &[])), term("en", form("journey map", &[], &[], &[]))];
        let hits = found("en", &terms, "journey maps and journeys");
        assert_eq!(hits.iter().map(|hit| hit.0).collect::<Vec<_>>(), [1, 0]);
    }

    #[test]
    fn a_joint_tells_words_apart_only_where_it_must() {
        let terms = [term("fr", form("expérience client", &[], &["expérience-client", "dehors dans"], &[]))];
        let kinds: Vec<Rendering> =
            found("fr", &terms, "expérience client, expérience-client, dehors-dans, L'expérience client")
                .into_iter()
                .map(|hit| hit.1)
                .collect();
        use Rendering::{Forbidden, Preferred};
        assert_eq!(kinds, [Preferred, Forbidden, Forbidden, Preferred]);
    }

    #[test]
    fn a_language_without_usable_stems_needs_its_forms() {
        let bare = [term("ru", form("опыт клиента", &[], &[], &[]))];
        let listed = [term("ru", form("опыт клиента", &[], &[], &["опытом клиента"]))];
        assert_eq!(found("ru", &bare, "Опытом клиента").len(), 0);
        assert_eq!(found("ru", &listed, "Опытом клиента").len(), 1);
    }

    #[test]
    fn marks_and_code_part_what_is_no_term() {
        let terms = [term("en", form("outside-in", &[], &[], &[]))];
        assert_eq!(found("en", &terms, "outside, in; outside `x` in; *Outside*-in").len(), 1);
    }
}
