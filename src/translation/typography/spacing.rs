//! French spaces: before marks, before signs and units.

use super::{Finding, Profile, Text, is_no_break, is_word};
use crate::base::TextRange;
use crate::markdown::OBJECT;

const THIN: char = '\u{202f}';
const FIXED: char = '\u{a0}';

/// Reports marks with the wrong space before them.
pub(super) fn marks(text: &Text<'_>, profile: Profile, findings: &mut Vec<Finding>) {
    for index in 0..text.len() {
        let Some(mark) = text.at(index).filter(|mark| matches!(mark, ';' | '!' | '?' | ':')) else { continue };
        if index == 0 || is_part_of_a_word(text, index, mark) {
            continue;
        }
        let before = text.before(index).unwrap_or(' ');
        // Marks of one run stand together, as in `?!`, and a mark may stand for itself.
        if matches!(before, ';' | '!' | '?' | ':' | '(' | '[' | '“' | '…' | '.' | ',') {
            continue;
        }
        let wanted = match (profile, mark) {
            (Profile::FrFr, ':') | (Profile::FrCa, ':') => Some(FIXED),
            (Profile::FrFr, _) => Some(THIN),
            _ => None,
        };
        let is_space = before.is_whitespace();
        let is_right = match (wanted, profile) {
            (Some(_), _) => is_no_break(before),
            (None, Profile::FrCa) => !is_space || before == THIN,
            (None, _) => !is_space,
        };
        // A mark right at the start, behind a space alone, is no mark of a sentence.
        if is_right || (is_space && index == 1) {
            continue;
        }
        let place = if is_space { text.range(index - 1) } else { text.gap(index) };
        let message = match (wanted, is_space) {
            (Some(space), true) => {
                format!("the space before `{mark}` lets the line break; {} belongs there", name(space))
            }
            (Some(space), false) => format!("{} is missing before `{mark}`", name(space)),
            (None, _) => format!("no space belongs before `{mark}`"),
        };
        findings.push(Finding {
            range: TextRange::new(place.start(), text.range(index).end()),
            message,
            edits: vec![(place, wanted.map(String::from).unwrap_or_default())],
        });
    }
}

fn name(space: char) -> &'static str {
    if space == THIN { "a narrow no-break space" } else { "a no-break space" }
}

/// A time, a ratio, an address: the mark stands between letters.
fn is_part_of_a_word(text: &Text<'_>, index: usize, mark: char) -> bool {
    let after = text.any(index + 1);
    let is_between = after.is_some_and(|after| is_word(after) || after == '/' || after == '-');
    let is_tight = text.before(index).is_some_and(|before| before.is_alphanumeric());
    (mark == ':' || mark == ';') && is_between && is_tight
}

/// What is written behind a number, with a space that breaks no line.
const UNITS: &[&str] = &[
    "%", "‰", "€", "$", "£", "k€", "M€", "Md€", "kg", "g", "mg", "km", "m", "cm", "mm", "l", "L", "ml", "h", "min",
    "s", "Mo", "Go", "Ko", "To", "kWh", "°C", "m²", "m³",
];

/// Reports units that may end up on the next line, and a percent sign without its space.
pub(super) fn numbers(text: &Text<'_>, findings: &mut Vec<Finding>) {
    for index in 1..text.len() {
        let Some(letter) = text.at(index) else { continue };
        let is_digit_before = text.before(index).is_some_and(|before| before.is_ascii_digit());
        if !is_digit_before {
            continue;
        }
        if matches!(letter, '%' | '‰' | '€') {
            findings.push(Finding {
                range: text.range(index),
                message: format!("a no-break space is missing before `{letter}`"),
                edits: vec![(text.gap(index), FIXED.into())],
            });
        } else if letter == ' ' {
            let unit: String = (index + 1..text.len())
                .map_while(|next| text.at(next))
                .take_while(|letter| {
                    is_word(*letter) || matches!(letter, '%' | '‰' | '€' | '$' | '£' | '°' | '\'' | '’')
                })
                .collect();
            if UNITS.contains(&unit.as_str()) && !unit.contains(OBJECT) {
                findings.push(Finding {
                    range: TextRange::new(
                        text.range(index - 1).start(),
                        text.range(index + unit.chars().count()).end(),
                    ),
                    message: format!(
                        "the number and its `{unit}` may be parted; a no-break space belongs between them"
                    ),
                    edits: vec![(text.range(index), FIXED.into())],
                });
            }
        }
    }
}
