//! Marks of Japanese and Arabic that were typed on a Latin keyboard.

use super::{Finding, Text};

/// Half-width marks behind Japanese letters.
pub(super) fn full_width(text: &Text<'_>, findings: &mut Vec<Finding>) {
    for index in 1..text.len() {
        let wanted = match text.at(index) {
            Some(',') => '、',
            Some('.') => '。',
            Some('!') => '！',
            Some('?') => '？',
            Some(':') => '：',
            Some(';') => '；',
            _ => continue,
        };
        let is_dots = text.before(index) == Some('.') || text.any(index + 1) == Some('.');
        if text.before(index).is_some_and(is_japanese) && !is_dots {
            replace(text, index, wanted, findings);
        }
    }
}

/// Latin comma, semicolon and question mark behind Arabic letters.
pub(super) fn arabic_marks(text: &Text<'_>, findings: &mut Vec<Finding>) {
    for index in 1..text.len() {
        let wanted = match text.at(index) {
            Some(',') => '،',
            Some(';') => '؛',
            Some('?') => '؟',
            _ => continue,
        };
        if text.before(index).is_some_and(is_arabic) {
            replace(text, index, wanted, findings);
        }
    }
}

fn replace(text: &Text<'_>, index: usize, wanted: char, findings: &mut Vec<Finding>) {
    let Some(found) = text.any(index) else { return };
    findings.push(Finding {
        range: text.range(index),
        message: format!("`{found}` stands where `{wanted}` belongs"),
        edits: vec![(text.range(index), wanted.to_string())],
    });
}

fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{3005}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '」' | '』' | '）')
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{621}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '»')
}
