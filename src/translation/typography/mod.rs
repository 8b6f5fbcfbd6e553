//! The letters of a text to what breaks the typographic rules of its language, each with its mending.
//!
//! Rules conflict between languages and between countries, so a [`Profile`] names them. A rule sees
//! [`Glyph`]s, never markup: code, addresses and attributes are one object to it, and it can
//! neither report nor change them. Words that look like addresses, times, ratios, short codes and
//! template holes are left alone as well.

mod latin;
mod other;
mod profile;
mod quotes;
mod spacing;

pub use profile::Profile;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use crate::base::TextRange;
use crate::markdown::{Glyph, OBJECT};

/// One thing that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where it shows.
    pub range: TextRange,
    /// What is wrong.
    pub message: String,
    /// What to write where; empty if a person has to decide.
    pub edits: Vec<(TextRange, String)>,
}

/// Everything in one line of text that breaks a rule of `profile`, in order.
#[must_use]
pub fn check(glyphs: &[Glyph], profile: Profile) -> Vec<Finding> {
    if !may_break_a_rule(glyphs, profile) {
        return Vec::new();
    }
    let text = Text::new(glyphs);
    let mut findings = Vec::new();
    composition(&text, &mut findings);
    invisible(&text, &mut findings);
    match profile {
        Profile::FrFr | Profile::FrCa | Profile::FrEu => {
            spacing::marks(&text, profile, &mut findings);
            spacing::numbers(&text, &mut findings);
            latin::doubled_marks(&text, &mut findings);
            latin::ligatures(&text, &mut findings);
        }
        Profile::Es => latin::opening_marks(&text, &mut findings),
        Profile::Ja => other::full_width(&text, &mut findings),
        Profile::Ar => other::arabic_marks(&text, &mut findings),
        Profile::De | Profile::DeCh => {}
    }
    if !matches!(profile, Profile::Ja | Profile::Ar) {
        latin::apostrophes(&text, &mut findings);
        latin::dashes(&text, &mut findings);
    }
    latin::ellipses(&text, &mut findings);
    quotes::check(&text, profile, &mut findings);
    findings.sort_by_key(|finding| finding.range);
    findings
}

/// Whether there is a letter that any rule starts from. Most texts have none, and are done with one look.
fn may_break_a_rule(glyphs: &[Glyph], profile: Profile) -> bool {
    let is_french = matches!(profile, Profile::FrFr | Profile::FrCa | Profile::FrEu);
    if matches!(profile, Profile::Ja | Profile::Ar) {
        return true;
    }
    let mut before = '\0';
    glyphs.iter().any(|glyph| {
        let pair = (std::mem::replace(&mut before, glyph.letter), glyph.letter);
        match pair {
            (
                _,
                '\'' | '"' | '«' | '»' | '“' | '”' | '„' | '‹' | '›' | '‚' | '‘' | '「' | '」' | '『' | '』' | '\u{ad}',
            ) => true,
            ('.', '.') | (' ', '-') => true,
            (_, ';' | ':' | '!' | '?' | '¿' | '¡') => is_french || profile == Profile::Es,
            (',', ',') | ('0'..='9', ' ' | '%' | '‰' | '€') | ('o' | 'O', 'e' | 'E') => is_french,
            (_, letter) => letter >= '\u{300}' && !matches!(letter, '\u{2010}'..='\u{2027}' | '\u{202f}' | OBJECT),
        }
    })
}

/// `text` with `edits` made, each in bytes of it; of two that overlap the first is made.
#[must_use]
pub fn apply(text: &str, edits: &[(TextRange, String)]) -> String {
    let mut edits: Vec<&(TextRange, String)> = edits.iter().collect();
    edits.sort_by_key(|(range, _)| *range);
    let mut changed = String::with_capacity(text.len() + 3 * edits.len());
    let mut at = 0;
    for (range, replacement) in edits {
        let Some(before) = text.get(at..range.start()) else { continue };
        changed.push_str(before);
        changed.push_str(replacement);
        at = range.end();
    }
    changed.push_str(text.get(at..).unwrap_or_default());
    changed
}

/// One line of text with what no rule may touch marked.
struct Text<'a> {
    glyphs: &'a [Glyph],
    exempt: Vec<bool>,
}

impl<'a> Text<'a> {
    fn new(glyphs: &'a [Glyph]) -> Self {
        let mut exempt = vec![false; glyphs.len()];
        let letters: Vec<char> = glyphs.iter().map(|glyph| glyph.letter).collect();
        let mut start = 0;
        while start < letters.len() {
            let length = letters[start..].iter().take_while(|letter| !letter.is_whitespace()).count();
            if is_address(&letters[start..start + length]) {
                exempt[start..start + length].fill(true);
            }
            short_codes(&letters[start..start + length], &mut exempt[start..start + length]);
            start += length.max(1);
        }
        holes(&letters, &mut exempt);
        Self { glyphs, exempt }
    }

    fn len(&self) -> usize {
        self.glyphs.len()
    }

    /// The letter at `index`, if a rule may look at it.
    fn at(&self, index: usize) -> Option<char> {
        let glyph = self.glyphs.get(index)?;
        (!self.exempt[index]).then_some(glyph.letter)
    }

    /// The letter at `index`, whatever it is.
    fn any(&self, index: usize) -> Option<char> {
        self.glyphs.get(index).map(|glyph| glyph.letter)
    }

    fn before(&self, index: usize) -> Option<char> {
        index.checked_sub(1).and_then(|index| self.any(index))
    }

    fn range(&self, index: usize) -> TextRange {
        self.glyphs[index].range
    }

    /// Where something can be put before the letter at `index`.
    fn gap(&self, index: usize) -> TextRange {
        TextRange::at(self.glyphs[index].range.start())
    }

    /// Where something can be put behind the letter at `index`.
    fn gap_after(&self, index: usize) -> TextRange {
        TextRange::at(self.glyphs[index].range.end())
    }
}

const WWW: [char; 4] = ['w', 'w', 'w', '.'];

/// `https://a.b/c`, `www.a.b`, `x@y.z`, `a/b?c=d`.
fn is_address(word: &[char]) -> bool {
    if !word.iter().any(|letter| matches!(letter, ':' | '@' | '?')) && !word.windows(4).any(|part| part == WWW) {
        return false;
    }
    let text: String = word.iter().collect();
    let has_host = |text: &str| text.contains("://") || text.contains("www.") || text.contains("mailto:");
    let is_mail = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let is_query = text.split_once('?').is_some_and(|(path, query)| path.contains('/') && query.contains('='));
    has_host(&text) || is_mail || is_query
}

/// `:smile:`, and faces such as `:-)`.
fn short_codes(word: &[char], exempt: &mut [bool]) {
    let faces: &[&[char]] =
        &[&[':', '-', ')'], &[':', ')'], &[';', ')'], &[';', '-', ')'], &[':', '-', '('], &[':', '(']];
    if let Some(face) = faces.iter().find(|face| word.starts_with(face)) {
        exempt[..face.len()].fill(true);
        return;
    }
    let mut open: Option<usize> = None;
    for (index, letter) in word.iter().enumerate() {
        match (*letter, open) {
            (':', Some(start)) if index > start + 1 => {
                exempt[start..=index].fill(true);
                open = None;
            }
            (':', _) => open = Some(index),
            (letter, _) if letter.is_ascii_alphanumeric() || matches!(letter, '_' | '+' | '-') => {}
            _ => open = None,
        }
    }
}

/// `{{ a: b }}` and `{% … %}`.
fn holes(letters: &[char], exempt: &mut [bool]) {
    let mut at = 0;
    while at + 1 < letters.len() {
        let close = match (letters[at], letters[at + 1]) {
            ('{', '{') => ['}', '}'],
            ('{', '%') => ['%', '}'],
            _ => {
                at += 1;
                continue;
            }
        };
        let end = letters[at..].windows(2).position(|pair| pair == close);
        let Some(end) = end.map(|end| at + end + 2) else { return };
        exempt[at..end].fill(true);
        at = end;
    }
}

/// Letters and their accents are written as one where one exists.
fn composition(text: &Text<'_>, findings: &mut Vec<Finding>) {
    let mut start = 0;
    while start < text.len() {
        let is_mark = |index: usize| text.at(index).is_some_and(unicode_normalization::char::is_combining_mark);
        let end = start + 1 + (start + 1..text.len()).take_while(|index| is_mark(*index)).count();
        // Up to the first accent of Unicode, a letter alone is always composed.
        if end == start + 1 && text.glyphs[start].letter < '\u{300}' {
            start = end;
            continue;
        }
        let written: String = text.glyphs[start..end].iter().map(|glyph| glyph.letter).collect();
        if !text.exempt[start] && !is_nfc(&written) {
            let range = TextRange::new(text.range(start).start(), text.range(end - 1).end());
            let composed: String = written.nfc().collect();
            findings.push(Finding {
                range,
                message: format!("`{composed}` is written in {} parts", written.chars().count()),
                edits: vec![(range, composed)],
            });
        }
        start = end;
    }
}

/// Letters that nobody sees: zero-width spaces, word joiners, soft hyphens.
fn invisible(text: &Text<'_>, findings: &mut Vec<Finding>) {
    for index in 0..text.len() {
        let name = match text.at(index) {
            Some('\u{200b}') => "a zero-width space",
            Some('\u{2060}' | '\u{feff}') => "a word joiner",
            Some('\u{ad}') => "a soft hyphen",
            _ => continue,
        };
        let range = text.range(index);
        findings.push(Finding {
            range,
            message: format!("{name} that nobody sees stands here"),
            edits: vec![(range, String::new())],
        });
    }
}

/// Whether something that is read stands there.
fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == OBJECT
}

/// A space that breaks no line.
fn is_no_break(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '\u{202f}')
}

#[cfg(test)]
mod tests;
