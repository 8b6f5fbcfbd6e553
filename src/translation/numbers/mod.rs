//! A text to the numbers that it says, in digits or in words.

mod spelt;

use std::collections::{BTreeMap, BTreeSet};

use self::spelt::{Spelt, spelt};
use super::risk::words;
use crate::base::Locale;

/// Every number with how often it stands there; the marks between its digits do not count.
pub(super) fn numbers(text: &str) -> BTreeMap<String, usize> {
    let mut numbers = BTreeMap::new();
    // The first bytes of the digits that `digit` knows.
    if !text.bytes().any(|byte| matches!(byte, b'0'..=b'9' | 0xd9 | 0xdb | 0xe0)) {
        return numbers;
    }
    let mut digits = String::new();
    let mut is_joined = false;
    for letter in text.chars().chain([' ', ' ']) {
        if let Some(digit) = digit(letter) {
            digits.push(digit);
            is_joined = false;
        } else if !digits.is_empty() && !is_joined && matches!(letter, '.' | ',' | '\u{a0}' | '\u{202f}' | '\'') {
            is_joined = true;
        } else if !digits.is_empty() {
            *numbers.entry(std::mem::take(&mut digits)).or_insert(0) += 1;
            is_joined = false;
        }
    }
    numbers
}

/// The digit that a letter is, also in Arabic, Persian and Devanagari.
fn digit(letter: char) -> Option<char> {
    let value = match letter {
        '0'..='9' => return Some(letter),
        '\u{660}'..='\u{669}' => u32::from(letter) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(letter) - 0x6f0,
        '\u{966}'..='\u{96f}' => u32::from(letter) - 0x966,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// The numbers that a text says.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    /// Those in digits.
    pub(super) digits: BTreeSet<String>,
    /// Those that are written as words.
    pub(super) words: BTreeSet<String>,
}

impl Numbers {
    /// Whether a number is said in one way or the other.
    pub(super) fn has(&self, number: &str) -> bool {
        self.digits.contains(number) || self.words.contains(number)
    }

    /// Whether a number is said, or is the hour that it is in the afternoon.
    pub(super) fn may_mean(&self, number: &str) -> bool {
        self.has(number) || afternoon(number).is_some_and(|hour| self.has(&hour))
    }

    /// Whether a number is what one that is said is called in the afternoon.
    pub(super) fn is_afternoon_of(&self, number: &str) -> bool {
        self.digits.union(&self.words).any(|said| afternoon(said).is_some_and(|hour| hour == number))
    }
}

/// What an hour of the clock is called in the afternoon where the day has 24 hours: 6 is 18.
pub(super) fn afternoon(hour: &str) -> Option<String> {
    hour.parse::<u8>().ok().filter(|hour| (1..12).contains(hour)).map(|hour| (hour + 12).to_string())
}

/// The numbers that a text in this language says.
pub(super) fn numbers_said(text: &str, locale: &Locale) -> Numbers {
    Numbers {
        digits: numbers(text).into_keys().collect(),
        words: numbers_in_words(text, locale).into_iter().map(str::to_owned).collect(),
    }
}

/// Whether a word for this number is known in a language.
pub(super) fn is_in_words(number: &str, locale: &Locale) -> bool {
    spelt(locale.language()).iter().any(|(digits, _)| *digits == number)
}

/// The numbers that a text in this language writes as words.
pub(super) fn numbers_in_words(text: &str, locale: &Locale) -> BTreeSet<&'static str> {
    let spelt = spelt(locale.language());
    if !may_say(text, spelt) {
        return BTreeSet::new();
    }
    read(&words(text), locale.language(), spelt).into_iter().collect()
}

/// Whether one of the spellings is among the words of a text: most have none, and finding that out is cheap.
fn may_say(text: &str, spelt: Spelt) -> bool {
    let is_spelling = |word: &str| {
        let is_said = |spelling: &&str| {
            spelling.len() == word.len() && spelling.chars().eq(word.chars().flat_map(char::to_lowercase))
        };
        word.len() > 2 && spelt.iter().any(|(_, spellings)| spellings.iter().any(is_said))
    };
    !spelt.is_empty() && text.split(|letter: char| !letter.is_alphanumeric()).any(is_spelling)
}

/// Every number of a text and of its words with how often it is said, `forty` as 40.
pub(super) fn counted(text: &str, words: &[String], language: &str) -> BTreeMap<String, usize> {
    let mut numbers = numbers(text);
    for digits in read(words, language, spelt(language)) {
        *numbers.entry(digits.to_owned()).or_insert(0) += 1;
    }
    numbers
}

/// The numbers of some words, each as it would be said of in another language: *soixante-douze* is 70 and 2.
fn read(words: &[String], language: &str, spelt: Spelt) -> Vec<&'static str> {
    let value = |word: &String| {
        spelt.iter().find(|(_, spellings)| spellings.contains(&word.as_str())).map(|(digits, _)| *digits)
    };
    let values: Vec<Option<&'static str>> = words.iter().map(value).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(value) = values.get(at) {
        let next = values.get(at + 1).copied().flatten();
        let third = values.get(at + 2).copied().flatten();
        let (read, used): (&[&str], usize) = match (language, *value, next, third) {
            ("fr", Some("4"), Some("20"), Some("10")) => (&["90"], 3),
            ("fr", Some("4"), Some("20"), Some(teen)) if unit(teen).is_some() => {
                found.extend(unit(teen));
                (&["90"], 3)
            }
            ("fr", Some("4"), Some("20"), _) => (&["80"], 2),
            ("fr", Some("60"), Some("10"), _) => (&["70"], 2),
            ("fr", Some("60"), Some(teen), _) if unit(teen).is_some() => {
                found.extend(unit(teen));
                (&["70"], 2)
            }
            ("fr", Some("10"), Some("7"), _) => (&["17"], 2),
            ("fr", Some("10"), Some("8"), _) => (&["18"], 2),
            ("fr", Some("10"), Some("9"), _) => (&["19"], 2),
            (_, Some(value), ..) => {
                found.push(value);
                (&[], 1)
            }
            _ => (&[], 1),
        };
        found.extend(read);
        at += used;
    }
    found
}

/// The unit of a number from twelve to sixteen.
fn unit(teen: &str) -> Option<&'static str> {
    [("12", "2"), ("13", "3"), ("14", "4"), ("15", "5"), ("16", "6")]
        .into_iter()
        .find(|(known, _)| *known == teen)
        .map(|(_, unit)| unit)
}
