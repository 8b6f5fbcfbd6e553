//! Text to the words that are looked up: the same rules for pages and for queries.
//!
//! 1. Cut the text into runs of letters, digits and marks of one sort of script.
//! 2. A run of a script that writes spaces is one word. Chinese, Japanese and Korean are cut into
//!    overlapping pairs of characters; Thai, Lao, Khmer and Burmese into overlapping triples. The
//!    script decides, not the language of the page, so a product's Japanese name is found on an
//!    English page. No dictionary takes part, so pages and queries cannot disagree.
//! 3. Fold each word: case, accents, Arabic letter forms, ligatures.
//!
//! `search-engine.js` does the same in the browser; a change here is a change there.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The longest word, in characters; what is beyond is not looked at.
const LONGEST: usize = 40;

/// How a script marks off its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// By spaces.
    Spaced,
    /// Not at all, and two characters say much.
    Pairs,
    /// Not at all, and three characters are a syllable.
    Triples,
}

impl Script {
    fn of(character: char) -> Self {
        match u32::from(character) {
            0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff => Self::Triples,
            0x1100..=0x11ff
            | 0x2e80..=0x2fdf
            | 0x3005..=0x3007
            | 0x3021..=0x3029
            | 0x3031..=0x318f
            | 0x31f0..=0x31ff
            | 0x3400..=0x4dbf
            | 0x4e00..=0x9fff
            | 0xac00..=0xd7af
            | 0xf900..=0xfaff
            | 0xff66..=0xff9f
            | 0x20000..=0x3ffff => Self::Pairs,
            _ => Self::Spaced,
        }
    }

    /// How many characters make one word of it, where spaces do not.
    fn gram(self) -> Option<usize> {
        match self {
            Self::Spaced => None,
            Self::Pairs => Some(2),
            Self::Triples => Some(3),
        }
    }
}

/// The folding rules of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Folding {
    /// Letters that look accented and are letters of their own.
    pub kept: &'static str,
}

impl Folding {
    /// The rules for a language, by its subtag.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let kept = match language {
            "sv" | "fi" => "åäö",
            "da" | "nb" | "nn" | "no" => "åæø",
            "et" => "äöüõ",
            _ => "",
        };
        Self { kept }
    }

    /// The form under which a word is looked up.
    #[must_use]
    pub fn fold<'a>(&self, word: &'a str) -> Cow<'a, str> {
        if word.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()) {
            return Cow::Borrowed(word);
        }
        let mut folded = String::with_capacity(word.len());
        for letter in word.nfkc().flat_map(char::to_lowercase) {
            if self.kept.contains(letter) {
                folded.push(letter);
            } else if let Some(plain) = plain(letter) {
                folded.push_str(plain);
            } else {
                folded.extend(
                    std::iter::once(letter).nfd().filter(|&part| !is_dropped(part)).flat_map(char::to_lowercase),
                );
            }
        }
        Cow::Owned(folded.nfc().collect())
    }
}

/// Letters that a reader may well type otherwise, and no decomposition knows of.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'œ' => "oe",
        'æ' => "ae",
        'ø' => "o",
        'ß' => "ss",
        'ð' | 'đ' => "d",
        'þ' => "th",
        'ł' => "l",
        'ı' => "i",
        'ς' => "σ",
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ة' => "ه",
        'ک' => "ك",
        '٠' | '۰' => "0",
        '١' | '۱' => "1",
        '٢' | '۲' => "2",
        '٣' | '۳' => "3",
        '٤' | '۴' => "4",
        '٥' | '۵' => "5",
        '٦' | '۶' => "6",
        '٧' | '۷' => "7",
        '٨' | '۸' => "8",
        '٩' | '۹' => "9",
        _ => return None,
    })
}

/// Accents, Arabic and Hebrew vowel signs, tatweel, joiners. Marks of scripts whose vowels are marks
/// (Devanagari, Thai) stay: without them words fall together.
fn is_dropped(character: char) -> bool {
    matches!(u32::from(character),
        0x300..=0x36f | 0x591..=0x5c7 | 0x610..=0x61a | 0x640 | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6ed)
        || is_joiner(character)
}

fn is_joiner(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

fn is_part_of_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character) || is_joiner(character)
}

/// Calls `each` with every run of word characters of one sort of script, as written.
pub fn each_run<'a>(text: &'a str, mut each: impl FnMut(&'a str, Script)) {
    let mut start = 0;
    let mut current = None;
    for (at, character) in text.char_indices() {
        let script = if character.is_ascii() {
            character.is_ascii_alphanumeric().then_some(Script::Spaced)
        } else if !is_part_of_word(character) {
            None
        } else if is_combining_mark(character) || is_joiner(character) {
            // Goes with what it follows; alone it is no word.
            current
        } else {
            Some(Script::of(character))
        };
        if script != current {
            if let Some(script) = current {
                each(&text[start..at], script);
            }
            start = at;
            current = script;
        }
    }
    if let Some(script) = current {
        each(&text[start..], script);
    }
}

/// Calls `each` with every word of a page's text, in lower case and otherwise as written: folding is
/// left to the index, which does it once for each different word instead of once for each word.
pub fn each_word(text: &str, folding: Folding, buffer: &mut String, mut each: impl FnMut(&str)) {
    each_run(text, |run, script| match script.gram() {
        None => {
            buffer.clear();
            if run.is_ascii() {
                buffer.push_str(&run[..run.len().min(LONGEST)]);
                buffer.make_ascii_lowercase();
            } else {
                buffer.extend(run.nfc().flat_map(char::to_lowercase).take(LONGEST));
            }
            each(buffer);
        }
        Some(size) => each_gram(&folding.fold(run), size, each_gram_of(&mut each)),
    });
}

fn each_gram_of<'e>(each: &'e mut impl FnMut(&str)) -> impl FnMut(&str) + 'e {
    move |gram| each(gram)
}

/// Calls `each` with every stretch of `size` characters, or with the whole run if it is shorter.
fn each_gram(run: &str, size: usize, mut each: impl FnMut(&str)) {
    let starts: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    if starts.len() <= size {
        each(run);
    }
    for window in starts.windows(size + 1) {
        each(&run[window[0]..window[size]]);
    }
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As written.
    pub typed: String,
    /// As looked up.
    pub form: String,
    /// Whether it is a stretch of a run without spaces.
    pub is_gram: bool,
}

/// The words of a query, in order.
#[must_use]
pub fn of_query(text: &str, folding: Folding) -> Vec<Word> {
    let mut words = Vec::new();
    each_run(text, |run, script| match script.gram() {
        None => {
            let lower: String = run.nfc().flat_map(char::to_lowercase).take(LONGEST).collect();
            let form = folding.fold(&lower).into_owned();
            if !form.is_empty() {
                words.push(Word { typed: run.to_owned(), form, is_gram: false });
            }
        }
        Some(size) => each_gram(&folding.fold(run), size, |gram| {
            let is_gram = gram.chars().count() >= size;
            words.push(Word { typed: gram.to_owned(), form: gram.to_owned(), is_gram });
        }),
    });
    words
}

/// The folded runs of a text, one space between them: what phrases are looked for in.
#[must_use]
pub fn normal(text: &str, folding: Folding) -> String {
    let mut normal = String::with_capacity(text.len());
    each_run(text, |run, _| {
        if !normal.is_empty() {
            normal.push(' ');
        }
        let lower: String = run.chars().flat_map(char::to_lowercase).collect();
        normal.push_str(&folding.fold(&lower));
    });
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str, language: &str) -> Vec<String> {
        of_query(text, Folding::of(language)).into_iter().map(|word| word.form).collect()
    }

    #[test]
    fn accents_case_and_ligatures_do_not_matter() {
        assert_eq!(forms("L’Œuvre d'été, ÉTÉ", "fr"), ["l", "oeuvre", "d", "ete", "ete"]);
        assert_eq!(forms("Straße İstanbul ΟΔΟΣ", "de"), ["strasse", "istanbul", "οδοσ"]);
    }

    #[test]
    fn nordic_letters_stay_letters_of_their_own() {
        assert_eq!(forms("Räksmörgås", "sv"), ["räksmörgås"]);
        assert_eq!(forms("Ra\u{308}ksmörgås", "sv"), ["räksmörgås"]);
        assert_eq!(forms("Rødgrød på", "da"), ["rødgrød", "på"]);
        assert_eq!(forms("Räksmörgås", "en"), ["raksmorgas"]);
    }

    #[test]
    fn arabic_letter_forms_and_vowel_signs_fall_together() {
        assert_eq!(forms("أَحْمَد إدارة مـــرحبا مستشفى", "ar"), ["احمد", "اداره", "مرحبا", "مستشفي"]);
        assert_eq!(forms("٢٠٢٦", "ar"), ["2026"]);
    }

    #[test]
    fn scripts_without_spaces_are_cut_by_script_whatever_the_language() {
        assert_eq!(forms("Astro内容集合", "en"), ["astro", "内容", "容集", "集合"]);
        assert_eq!(forms("客", "en"), ["客"]);
        assert_eq!(forms("ลูกค้า", "th"), ["ลูก", "ูกค", "กค้", "ค้า"]);
        assert_eq!(forms("ﾃﾞｰﾀ", "ja"), ["デー", "ータ"]);
        assert_eq!(forms("고객이", "ko"), ["고객", "객이"]);
    }

    #[test]
    fn pages_and_queries_are_cut_alike() {
        let text = "Don’t panic: naïve Ünïcode, 東京タワー v2.0 ค่า";
        let folding = Folding::of("en");
        let mut indexed = Vec::new();
        each_word(text, folding, &mut String::new(), |word| indexed.push(folding.fold(word).into_owned()));
        assert_eq!(indexed, forms(text, "en"));
    }

    #[test]
    fn a_phrase_is_compared_without_punctuation() {
        assert_eq!(normal("Tell us—once: “Été”!", Folding::of("en")), "tell us once ete");
    }
}
