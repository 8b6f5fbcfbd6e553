//! What languages in Latin script share: apostrophes, dashes, dots, ligatures, marks that come in pairs.

use super::{Finding, Text, is_word};
use crate::base::TextRange;

/// A straight apostrophe between letters is a curly one.
pub(super) fn apostrophes(text: &Text<'_>, findings: &mut Vec<Finding>) {
    for index in 1..text.len() {
        let stands_between = text.before(index).is_some_and(char::is_alphabetic)
            && text.any(index + 1).is_some_and(|after| is_word(after) || matches!(after, '«' | '“' | '„' | '"'));
        if text.at(index) == Some('\'') && stands_between {
            let range = text.range(index);
            findings.push(Finding {
                range,
                message: "a straight apostrophe stands where `’` belongs".to_owned(),
                edits: vec![(range, "’".to_owned())],
            });
        }
    }
}

/// A hyphen between two spaces is a dash.
pub(super) fn dashes(text: &Text<'_>, findings: &mut Vec<Finding>) {
    for index in 2..text.len() {
        let is_spaced = text.before(index) == Some(' ') && text.any(index + 1) == Some(' ');
        let is_minus = text.any(index - 2).is_some_and(|letter| letter.is_ascii_digit())
            && text.any(index + 2).is_some_and(|letter| letter.is_ascii_digit());
        if text.at(index) == Some('-') && is_spaced && !is_minus {
            let range = text.range(index);
            findings.push(Finding {
                range,
                message: "a hyphen stands where a dash `–` belongs".to_owned(),
                edits: vec![(range, "–".to_owned())],
            });
        }
    }
}

/// Three full stops are one mark.
pub(super) fn ellipses(text: &Text<'_>, findings: &mut Vec<Finding>) {
    let mut index = 0;
    while index < text.len() {
        let length = (index..text.len()).take_while(|at| text.at(*at) == Some('.')).count();
        let is_path = text.any(index + length).is_some_and(|after| after == '/');
        if length == 3 && !is_path {
            let range = TextRange::new(text.range(index).start(), text.range(index + 2).end());
            findings.push(Finding {
                range,
                message: "three full stops stand where `…` belongs".to_owned(),
                edits: vec![(range, "…".to_owned())],
            });
        }
        index += length.max(1);
    }
}

/// Marks that do not follow each other, as in `!;`.
pub(super) fn doubled_marks(text: &Text<'_>, findings: &mut Vec<Finding>) {
    let mut index = 1;
    while index < text.len() {
        let (Some(first), Some(second)) = (text.at(index - 1), text.at(index)) else {
            index += 1;
            continue;
        };
        let is_doubled =
            matches!((first, second), (';' | ':' | ',', ';' | ':' | ',' | '!' | '?') | ('!' | '?', ';' | ':'));
        if is_doubled {
            findings.push(Finding {
                range: TextRange::new(text.range(index - 1).start(), text.range(index).end()),
                message: format!("the marks `{first}{second}` do not follow each other"),
                edits: Vec::new(),
            });
            index += 1;
        }
        index += 1;
    }
}

/// Starts of words in which `oe` is one letter.
const LIGATURES: &[&str] = &[
    "boeuf",
    "choeur",
    "coeur",
    "écoeur",
    "foet",
    "manoeuvr",
    "moeurs",
    "noeud",
    "oecumén",
    "oedème",
    "oedip",
    "oeil",
    "oesoph",
    "oestrog",
    "oeuf",
    "oeuvr",
    "oeillère",
    "rancoeur",
    "soeur",
    "voeu",
    "désoeuvr",
    "chefs-d’oeuvr",
    "oenolog",
    "phoenix",
];

/// `oe` of French words that are written with `œ`.
pub(super) fn ligatures(text: &Text<'_>, findings: &mut Vec<Finding>) {
    let mut start = 0;
    while start < text.len() {
        let length = (start..text.len()).take_while(|at| text.at(*at).is_some_and(char::is_alphabetic)).count();
        if length > 0 {
            let word: String =
                text.glyphs[start..start + length].iter().flat_map(|glyph| glyph.letter.to_lowercase()).collect();
            if LIGATURES.iter().any(|known| word.starts_with(known)) {
                for index in start..start + length - 1 {
                    let written = match (text.any(index), text.any(index + 1)) {
                        (Some('o'), Some('e')) => "œ",
                        (Some('O'), Some('e' | 'E')) => "Œ",
                        _ => continue,
                    };
                    let range = TextRange::new(text.range(index).start(), text.range(index + 1).end());
                    findings.push(Finding {
                        range,
                        message: format!("`{word}` is written with `œ`"),
                        edits: vec![(range, written.to_owned())],
                    });
                    break;
                }
            }
        }
        start += length.max(1);
    }
}

/// Spanish questions and exclamations that nothing opens or closes. Where they start and end is for a person to say.
pub(super) fn opening_marks(text: &Text<'_>, findings: &mut Vec<Finding>) {
    let mut left: Vec<usize> = Vec::new();
    let mut unopened = 0usize;
    for (open, close) in [('¿', '?'), ('¡', '!')] {
        let mut opened: Vec<usize> = Vec::new();
        for index in 0..text.len() {
            match text.at(index) {
                Some(letter) if letter == open => opened.push(index),
                Some(letter) if letter == close && text.before(index) != Some(close) => {
                    // `¡¿…?!` closes both; `?!` and `(!)` close nothing more.
                    let stands_alone = matches!(text.before(index), None | Some('(' | '!' | '?'));
                    if opened.pop().is_none() && !stands_alone {
                        unopened += 1;
                        findings.push(Finding {
                            range: text.range(index),
                            message: format!(
                                "nothing opens this `{close}`; `{open}` belongs where the sentence starts"
                            ),
                            edits: Vec::new(),
                        });
                    }
                }
                _ => {}
            }
        }
        left.extend(opened);
    }
    // `¡…?` opens one way and closes the other, which is told once.
    for index in left.into_iter().skip(unopened) {
        let open = text.any(index).unwrap_or('¿');
        findings.push(Finding {
            range: text.range(index),
            message: format!("nothing closes this `{open}`"),
            edits: Vec::new(),
        });
    }
}
