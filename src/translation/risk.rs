//! Two wordings of one segment to what a translator must not overlook: a negation, a number, a
//! term, a name or a link that differs.

use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation;

use super::numbers::{counted, numbers};
use super::segment::Segment;
use crate::base::Locale;

/// What differs between two wordings, beyond style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Risk {
    /// A word like *not* or *never* came or went.
    Negation,
    /// A number is another.
    Number,
    /// A term of the glossary came or went.
    Term,
    /// A name came or went.
    Name,
    /// A link leads elsewhere.
    Link,
}

impl Risk {
    /// What people are told of it.
    #[must_use]
    pub fn told(self) -> &'static str {
        match self {
            Self::Negation => "a word like “not” came or went",
            Self::Number => "a number is another",
            Self::Term => "a term of the glossary came or went",
            Self::Name => "a name came or went",
            Self::Link => "a link leads elsewhere",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Negation => "negation",
            Self::Number => "number",
            Self::Term => "term",
            Self::Name => "name",
            Self::Link => "link",
        }
    }
}

/// What is looked for in a language.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    /// The language of the source.
    pub locale: Option<Locale>,
    /// Every word that the glossary has for that language, in lower case.
    pub terms: Vec<String>,
}

/// Says what differs between the two.
#[must_use]
pub fn risks(before: &Segment, after: &Segment, watch: &Watch) -> BTreeSet<Risk> {
    let mut risks = BTreeSet::new();
    let (old, new) = (words(&before.text), words(&after.text));
    let language = watch.locale.as_ref().map_or("", Locale::language);
    let negations = negations(language);
    let negated = |words: &[String]| words.iter().filter(|word| is_negation(word, negations)).count();
    if negated(&old) != negated(&new) {
        risks.insert(Risk::Negation);
    }
    if counted(&before.text, &old, language) != counted(&after.text, &new, language) {
        risks.insert(Risk::Number);
    }
    if before.targets != after.targets {
        risks.insert(Risk::Link);
    }
    let (old_line, new_line) = (format!(" {} ", old.join(" ")), format!(" {} ", new.join(" ")));
    let differs = |term: &String| {
        let term = format!(" {} ", words(term).join(" "));
        term.trim() != "" && old_line.matches(&term).count() != new_line.matches(&term).count()
    };
    if watch.terms.iter().any(differs) {
        risks.insert(Risk::Term);
    }
    // German writes every noun with a capital, so capitals say nothing there.
    if watch.locale.as_ref().is_none_or(|locale| locale.language() != "de") && names(&before.text) != names(&after.text)
    {
        risks.insert(Risk::Name);
    }
    risks
}

/// What survives translation: numbers, targets, code.
#[must_use]
pub fn constants(segment: &Segment) -> BTreeSet<String> {
    let mut found: BTreeSet<String> = numbers(&segment.text).into_keys().collect();
    found.extend(segment.targets.iter().cloned());
    found.extend(segment.markdown.split('`').skip(1).step_by(2).map(str::to_owned));
    found
}

/// The words of a text, in lower case, apostrophes made straight.
pub(super) fn words(text: &str) -> Vec<String> {
    text.unicode_words().map(|word| word.replace('\u{2019}', "'").to_lowercase()).collect()
}

/// Words with a capital that do not start a sentence, with how often they stand there.
pub(super) fn names(text: &str) -> BTreeMap<&str, usize> {
    let mut names = BTreeMap::new();
    if !may_have_names(text) {
        return names;
    }
    let mut is_start = true;
    for piece in text.split_word_bounds() {
        let Some(first) = piece.chars().next() else { continue };
        if first.is_alphanumeric() {
            if first.is_uppercase() && !is_start && piece != "I" {
                *names.entry(piece).or_insert(0) += 1;
            }
            is_start = false;
        } else if starts_a_sentence(first) {
            is_start = true;
        }
    }
    names
}

fn starts_a_sentence(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | ':' | '…' | '«' | '“' | '"' | '(' | '؟' | '。')
}

/// Whether a letter is a capital that does not start a sentence: dear to tell for words, cheap for letters.
fn may_have_names(text: &str) -> bool {
    let mut is_start = true;
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            if letter.is_uppercase() && !is_start {
                return true;
            }
            is_start = false;
        } else if starts_a_sentence(letter) {
            is_start = true;
        }
    }
    false
}

fn is_negation(word: &str, negations: &[&str]) -> bool {
    let is_elided = || negations.contains(&"n") && word.starts_with("n'");
    negations.contains(&word) || word.ends_with("n't") || word == "cannot" || is_elided()
}

/// Whether some words in this language turn a sentence round; nothing where that cannot be told from single words.
pub(super) fn is_negated(words: &[String], locale: &Locale) -> Option<bool> {
    let is_told = matches!(locale.language(), "en" | "fr" | "de" | "es" | "it" | "pt" | "nl" | "sv" | "ru");
    let negations = negations(locale.language());
    is_told.then(|| words.iter().any(|word| is_negation(word, negations)))
}

/// The words that turn a sentence round, by language.
fn negations(language: &str) -> &'static [&'static str] {
    match language {
        "en" => &["not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "hardly"],
        "fr" => &["ne", "n", "pas", "jamais", "aucun", "aucune", "rien", "personne", "sans", "ni", "non", "guère"],
        "de" => &[
            "nicht", "kein", "keine", "keinen", "keinem", "keiner", "keines", "nie", "niemals", "niemand", "nichts",
            "ohne", "weder", "nein",
        ],
        "es" => &["no", "nunca", "jamás", "nadie", "nada", "ningún", "ninguno", "ninguna", "sin", "ni", "tampoco"],
        "it" => &["non", "mai", "nessuno", "nessuna", "niente", "nulla", "senza", "né", "neanche", "no"],
        "pt" => &["não", "nunca", "jamais", "ninguém", "nada", "nenhum", "nenhuma", "sem", "nem"],
        "nl" => &["niet", "geen", "nooit", "niemand", "niets", "zonder", "noch", "nee"],
        "sv" => &["inte", "ej", "aldrig", "ingen", "inget", "inga", "utan", "nej"],
        "ar" => &["لا", "لم", "لن", "ليس", "ليست", "ما", "بدون", "دون", "غير"],
        "ru" => &["не", "нет", "ни", "никогда", "никто", "ничего", "без"],
        "ja" => &["ない", "ません", "ず"],
        "zh" => &["不", "没", "沒", "无", "無", "非"],
        _ => &["not", "no", "never", "non", "nicht", "pas", "sin", "ne"],
    }
}
