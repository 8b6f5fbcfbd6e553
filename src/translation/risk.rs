//! Two wordings of one segment to what a translator must not overlook: a negation, a number, a
//! term, a name or a link that differs.

use std::collections::{BTreeMap, BTreeSet};

use unicode_segmentation::UnicodeSegmentation;

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
    let negations = negations(watch.locale.as_ref().map_or("", Locale::language));
    let negated = |words: &[String]| words.iter().filter(|word| is_negation(word, negations)).count();
    if negated(&old) != negated(&new) {
        risks.insert(Risk::Negation);
    }
    let language = watch.locale.as_ref().map_or("", Locale::language);
    let said = |text: &str, words: &[String]| with_spelt(numbers(text), words, language, spelt(language));
    if said(&before.text, &old) != said(&after.text, &new) {
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

/// The numbers with those that are written as words: `forty` is 40.
fn with_spelt(
    mut numbers: BTreeMap<String, usize>,
    words: &[String],
    language: &str,
    spelt: Spelt,
) -> BTreeMap<String, usize> {
    for digits in read(words, language, spelt) {
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

/// Numbers, each with its spellings.
type Spelt = &'static [(&'static str, &'static [&'static str])];

/// The words for numbers, by language. What is a number and an article too, such as *one*, is left out.
fn spelt(language: &str) -> Spelt {
    match language {
        "en" => &[
            ("1/2", &["half"]),
            ("2", &["two", "twice"]),
            ("3", &["three", "thrice"]),
            ("4", &["four"]),
            ("5", &["five"]),
            ("6", &["six"]),
            ("7", &["seven"]),
            ("8", &["eight"]),
            ("9", &["nine"]),
            ("10", &["ten"]),
            ("11", &["eleven"]),
            ("12", &["twelve", "dozen"]),
            ("13", &["thirteen"]),
            ("14", &["fourteen"]),
            ("15", &["fifteen"]),
            ("16", &["sixteen"]),
            ("17", &["seventeen"]),
            ("18", &["eighteen"]),
            ("19", &["nineteen"]),
            ("20", &["twenty"]),
            ("30", &["thirty"]),
            ("40", &["forty"]),
            ("50", &["fifty"]),
            ("60", &["sixty"]),
            ("70", &["seventy"]),
            ("80", &["eighty"]),
            ("90", &["ninety"]),
            ("100", &["hundred"]),
            ("1000", &["thousand"]),
            ("1000000", &["million"]),
        ],
        "fr" => &[
            ("1/2", &["moitié", "demi", "demie"]),
            ("2", &["deux"]),
            ("3", &["trois"]),
            ("4", &["quatre"]),
            ("5", &["cinq"]),
            ("6", &["six"]),
            ("7", &["sept"]),
            ("8", &["huit"]),
            ("9", &["neuf"]),
            ("10", &["dix"]),
            ("11", &["onze"]),
            ("12", &["douze", "douzaine"]),
            ("13", &["treize"]),
            ("14", &["quatorze"]),
            ("15", &["quinze"]),
            ("16", &["seize"]),
            ("20", &["vingt", "vingts"]),
            ("30", &["trente"]),
            ("40", &["quarante"]),
            ("50", &["cinquante"]),
            ("60", &["soixante"]),
            ("70", &["septante"]),
            ("80", &["huitante", "octante"]),
            ("90", &["nonante"]),
            ("100", &["cent", "cents"]),
            ("1000", &["mille"]),
            ("1000000", &["million", "millions"]),
        ],
        "de" => &[
            ("1/2", &["halb", "halbe", "hälfte"]),
            ("2", &["zwei", "zweimal"]),
            ("3", &["drei", "dreimal"]),
            ("4", &["vier"]),
            ("5", &["fünf"]),
            ("6", &["sechs"]),
            ("7", &["sieben"]),
            ("8", &["acht"]),
            ("9", &["neun"]),
            ("10", &["zehn"]),
            ("11", &["elf"]),
            ("12", &["zwölf", "dutzend"]),
            ("20", &["zwanzig"]),
            ("30", &["dreißig", "dreissig"]),
            ("40", &["vierzig"]),
            ("50", &["fünfzig"]),
            ("60", &["sechzig"]),
            ("100", &["hundert"]),
            ("1000", &["tausend"]),
            ("1000000", &["million", "millionen"]),
        ],
        "es" => &[
            ("1/2", &["medio", "media", "mitad"]),
            ("2", &["dos"]),
            ("3", &["tres"]),
            ("4", &["cuatro"]),
            ("5", &["cinco"]),
            ("6", &["seis"]),
            ("7", &["siete"]),
            ("8", &["ocho"]),
            ("9", &["nueve"]),
            ("10", &["diez"]),
            ("11", &["once"]),
            ("12", &["doce", "docena"]),
            ("15", &["quince"]),
            ("20", &["veinte"]),
            ("30", &["treinta"]),
            ("40", &["cuarenta"]),
            ("50", &["cincuenta"]),
            ("60", &["sesenta"]),
            ("100", &["cien", "ciento"]),
            ("1000", &["mil"]),
            ("1000000", &["millón", "millones"]),
        ],
        "it" => &[
            ("1/2", &["mezzo", "mezza", "metà"]),
            ("2", &["due"]),
            ("3", &["tre"]),
            ("4", &["quattro"]),
            ("5", &["cinque"]),
            ("7", &["sette"]),
            ("8", &["otto"]),
            ("9", &["nove"]),
            ("10", &["dieci"]),
            ("11", &["undici"]),
            ("12", &["dodici", "dozzina"]),
            ("15", &["quindici"]),
            ("20", &["venti"]),
            ("30", &["trenta"]),
            ("40", &["quaranta"]),
            ("50", &["cinquanta"]),
            ("60", &["sessanta"]),
            ("100", &["cento"]),
            ("1000", &["mille", "mila"]),
            ("1000000", &["milione", "milioni"]),
        ],
        "pt" => &[
            ("1/2", &["meio", "meia", "metade"]),
            ("2", &["dois", "duas"]),
            ("3", &["três"]),
            ("4", &["quatro"]),
            ("5", &["cinco"]),
            ("6", &["seis"]),
            ("7", &["sete"]),
            ("8", &["oito"]),
            ("9", &["nove"]),
            ("10", &["dez"]),
            ("11", &["onze"]),
            ("12", &["doze", "dúzia"]),
            ("15", &["quinze"]),
            ("20", &["vinte"]),
            ("30", &["trinta"]),
            ("40", &["quarenta"]),
            ("50", &["cinquenta"]),
            ("60", &["sessenta"]),
            ("100", &["cem", "cento"]),
            ("1000", &["mil"]),
            ("1000000", &["milhão", "milhões"]),
        ],
        "nl" => &[
            ("1/2", &["half", "halve", "helft"]),
            ("2", &["twee", "tweemaal"]),
            ("3", &["drie", "driemaal"]),
            ("4", &["vier"]),
            ("5", &["vijf"]),
            ("6", &["zes"]),
            ("7", &["zeven"]),
            ("8", &["acht"]),
            ("9", &["negen"]),
            ("10", &["tien"]),
            ("11", &["elf"]),
            ("12", &["twaalf", "dozijn"]),
            ("20", &["twintig"]),
            ("30", &["dertig"]),
            ("40", &["veertig"]),
            ("50", &["vijftig"]),
            ("60", &["zestig"]),
            ("100", &["honderd"]),
            ("1000", &["duizend"]),
            ("1000000", &["miljoen"]),
        ],
        _ => &[],
    }
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
