//! Quotation marks: which ones, in pairs, and the spaces inside.
//!
//! Straight marks are changed only where it is certain what they are: in pairs, each clearly
//! opening or closing, none across another pair. Everything else is for a person to decide.

use super::{Finding, Profile, Text, is_no_break, is_word};
use crate::base::TextRange;

/// The marks of one language: outer and inner pairs, what else may stand, the space inside.
struct Style {
    outer: (char, char),
    inner: (char, char),
    /// Pairs that are right as well, or at least balanced.
    pairs: &'static [(char, char)],
    /// Pairs of another language, which are changed to the outer ones.
    foreign: &'static [(char, char)],
    /// Whether a space that breaks no line belongs inside `« »`; nothing if that is not looked at.
    is_spaced: Option<bool>,
}

fn style(profile: Profile) -> Style {
    let french = |is_spaced| Style {
        outer: ('«', '»'),
        inner: ('“', '”'),
        pairs: &[('«', '»'), ('“', '”'), ('‹', '›')],
        foreign: &[('„', '“'), ('„', '”')],
        is_spaced: Some(is_spaced),
    };
    match profile {
        Profile::FrFr | Profile::FrCa => french(true),
        Profile::FrEu => french(false),
        Profile::De => Style {
            outer: ('„', '“'),
            inner: ('‚', '‘'),
            pairs: &[('„', '“'), ('»', '«'), ('‚', '‘'), ('›', '‹')],
            foreign: &[('“', '”'), ('„', '”')],
            is_spaced: None,
        },
        Profile::DeCh => Style { foreign: &[('„', '“'), ('“', '”')], ..french(false) },
        Profile::Es => Style { pairs: &[('«', '»'), ('“', '”'), ('‘', '’')], ..french(false) },
        Profile::Ja => Style {
            outer: ('「', '」'),
            inner: ('『', '』'),
            pairs: &[('「', '」'), ('『', '』'), ('“', '”')],
            foreign: &[],
            is_spaced: None,
        },
        Profile::Ar => Style {
            outer: ('«', '»'),
            inner: ('“', '”'),
            pairs: &[('«', '»'), ('“', '”')],
            foreign: &[],
            is_spaced: None,
        },
    }
}

/// Reports quotation marks that do not pair, are of another language, or lack their space.
pub(super) fn check(text: &Text<'_>, profile: Profile, findings: &mut Vec<Finding>) {
    let style = style(profile);
    let marks: Vec<(usize, char)> = (0..text.len())
        .filter_map(|index| Some((index, text.at(index)?)))
        .filter(|(_, letter)| {
            matches!(letter, '«' | '»' | '“' | '”' | '„' | '"' | '‹' | '›' | '「' | '」' | '『' | '』' | '‚')
        })
        .filter(|(index, letter)| *letter != '"' || !is_inch(text, *index))
        .collect();
    if marks.is_empty() {
        return;
    }
    let Some(pairs) = paired(text, &marks, &style) else {
        unpaired(text, &marks, findings);
        return;
    };
    for (open, close) in &pairs {
        let (written, depth) = ((marks[*open].1, marks[*close].1), depth(*open, &pairs));
        let (open, close) = (marks[*open].0, marks[*close].0);
        let wanted = if depth == 0 { style.outer } else { style.inner };
        if written.0 == '"' || (style.foreign.contains(&written) && written != wanted) {
            let mut edits =
                vec![(text.range(open), String::from(wanted.0)), (text.range(close), String::from(wanted.1))];
            if wanted == ('«', '»') && style.is_spaced == Some(true) {
                edits[0].1.push('\u{a0}');
                edits[1].1.insert(0, '\u{a0}');
            }
            findings.push(Finding {
                range: text.range(open),
                message: format!("`{}…{}` stands where `{}…{}` belongs", written.0, written.1, wanted.0, wanted.1),
                edits,
            });
        } else if let (('«', '»'), Some(is_spaced)) = (written, style.is_spaced) {
            inside(text, open, open + 1, is_spaced, findings);
            inside(text, close, close.wrapping_sub(1), is_spaced, findings);
        }
    }
}

/// The space between a mark and what it quotes.
fn inside(text: &Text<'_>, mark: usize, next: usize, is_spaced: bool, findings: &mut Vec<Finding>) {
    let Some(letter) = text.any(next) else { return };
    let (found, shown) = (letter.is_whitespace(), text.any(mark).unwrap_or_default());
    let place = match (is_spaced, found) {
        (true, true) if is_no_break(letter) => return,
        (false, false) => return,
        (_, true) => text.range(next),
        (true, false) if next > mark => text.gap_after(mark),
        (true, false) => text.gap(mark),
    };
    let message = match (is_spaced, found) {
        (true, true) => format!("the space inside `{shown}` lets the line break; a no-break space belongs there"),
        (true, false) => format!("a no-break space is missing inside `{shown}`"),
        (false, _) => format!("no space belongs inside `{shown}`"),
    };
    let replacement = if is_spaced { "\u{a0}" } else { "" };
    findings.push(Finding { range: text.range(mark), message, edits: vec![(place, replacement.to_owned())] });
}

/// The pairs, as indices of `marks`; nothing if they do not all pair.
fn paired(text: &Text<'_>, marks: &[(usize, char)], style: &Style) -> Option<Vec<(usize, usize)>> {
    let mut open: Vec<usize> = Vec::new();
    let mut pairs = Vec::new();
    for (at, (index, letter)) in marks.iter().enumerate() {
        let closes = open.last().is_some_and(|last| {
            let pair = (marks[*last].1, *letter);
            pair == ('"', '"') && is_closing(text, *index) && !is_opening(text, *index)
                || style.pairs.contains(&pair)
                || style.foreign.contains(&pair)
        });
        if closes {
            pairs.push((open.pop()?, at));
        } else {
            let opens = match letter {
                '"' => is_opening(text, *index) && !is_closing(text, *index),
                other => style.pairs.iter().chain(style.foreign).any(|(first, _)| first == other),
            };
            if !opens {
                return None;
            }
            open.push(at);
        }
    }
    pairs.sort_unstable();
    open.is_empty().then_some(pairs)
}

fn depth(open: usize, pairs: &[(usize, usize)]) -> usize {
    pairs.iter().filter(|(start, end)| *start < open && open < *end).count()
}

/// One finding for all marks of a line that do not pair.
fn unpaired(text: &Text<'_>, marks: &[(usize, char)], findings: &mut Vec<Finding>) {
    let shown: Vec<String> = marks.iter().map(|(_, letter)| letter.to_string()).collect();
    let is_mixed = marks.iter().any(|(_, letter)| *letter == '"') && marks.iter().any(|(_, letter)| *letter != '"');
    let (Some((first, _)), Some((last, _))) = (marks.first(), marks.last()) else { return };
    let what = if is_mixed { "are mixed and do not pair" } else { "do not pair" };
    let what = if marks.len() == 1 { "has no partner" } else { what };
    let noun = if marks.len() == 1 { "quotation mark" } else { "quotation marks" };
    findings.push(Finding {
        range: TextRange::new(text.range(*first).start(), text.range(*last).end()),
        message: format!("the {noun} `{}` {what}", shown.join(" ")),
        edits: Vec::new(),
    });
}

fn is_opening(text: &Text<'_>, index: usize) -> bool {
    let before = text
        .before(index)
        .is_none_or(|before| before.is_whitespace() || matches!(before, '(' | '[' | '’' | '\'' | '«' | '“' | '„'));
    before && text.any(index + 1).is_some_and(|after| !after.is_whitespace())
}

fn is_closing(text: &Text<'_>, index: usize) -> bool {
    let after = text.any(index + 1).is_none_or(|after| !is_word(after));
    after && text.before(index).is_some_and(|before| !before.is_whitespace())
}

/// `5"` and `12"`: inches, seconds of arc.
fn is_inch(text: &Text<'_>, index: usize) -> bool {
    let is_number = text.before(index).is_some_and(|before| before.is_ascii_digit());
    is_number && !(0..index).any(|before| text.at(before) == Some('"'))
}
