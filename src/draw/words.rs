//! Text and a width to lines, with the advance widths of the bundled typefaces.
//!
//! For drawings that leave the site: no browser lays their text out, and whoever opens them may not
//! have the typeface. So every width is taken to be a little more than it is, and a word that is
//! wider than a line breaks between clusters.

use std::sync::LazyLock;

use ttf_parser::Face;
use unicode_segmentation::UnicodeSegmentation;

/// How heavy text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

static REGULAR: LazyLock<Metrics> = LazyLock::new(|| Metrics::of(include_bytes!("metrics/regular.ttf")));
static BOLD: LazyLock<Metrics> = LazyLock::new(|| Metrics::of(include_bytes!("metrics/bold.ttf")));

/// How wide the letters of a typeface are.
struct Metrics {
    face: Option<Face<'static>>,
    /// Those of Latin, which most texts are made of.
    latin: Vec<u32>,
}

impl Metrics {
    fn of(typeface: &'static [u8]) -> Self {
        let face = Face::parse(typeface, 0).ok();
        let latin = ('\0'..LATIN_END).map(|letter| advance(face.as_ref(), letter)).collect();
        Self { face, latin }
    }

    fn advance(&self, letter: char) -> u32 {
        let known = self.latin.get(letter as usize).copied();
        known.unwrap_or_else(|| advance(self.face.as_ref(), letter))
    }
}

/// The first letter after the blocks of Latin.
const LATIN_END: char = '\u{250}';

/// What a fallback typeface may need more: Noto Sans is 7 % wider, and in some texts 9 %.
const SPARE: f64 = 1.09;

/// How wide `text` is at `size`, with room to spare.
pub(super) fn width(text: &str, weight: Weight, size: f64) -> f64 {
    in_size(thousandths(text, weight), size)
}

/// The same in thousandths of an em, without the room to spare.
fn thousandths(text: &str, weight: Weight) -> u32 {
    let metrics = match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    };
    text.chars().map(|letter| metrics.advance(letter)).sum()
}

fn in_size(thousandths: u32, size: f64) -> f64 {
    f64::from(thousandths) / 1000.0 * size * SPARE
}

/// Thousandths of an em. A letter that the typefaces lack counts as one of a usual width, or of a
/// full em in the scripts where that is usual.
fn advance(face: Option<&Face<'_>>, letter: char) -> u32 {
    let known = face.and_then(|face| face.glyph_hor_advance(face.glyph_index(letter)?));
    if let Some(known) = known {
        return known.into();
    }
    match letter {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' => 1000,
        '\u{ff00}'..='\u{ff60}' | '\u{1f000}'.. => 1000,
        _ => 620,
    }
}

/// `text` in lines no wider than `room`, broken where its script allows.
pub(super) fn lines(text: &str, weight: Weight, size: f64, room: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut start = 0;
    for (end, opportunity) in unicode_linebreak::linebreaks(text) {
        for piece in pieces(&text[start..end], weight, size, room) {
            if !line.is_empty() && width(format!("{line}{piece}").trim_end(), weight, size) > room {
                flush(&mut lines, &mut line);
            }
            line.push_str(piece);
        }
        start = end;
        if opportunity == unicode_linebreak::BreakOpportunity::Mandatory {
            flush(&mut lines, &mut line);
        }
    }
    flush(&mut lines, &mut line);
    lines
}

/// `text`, or as much of its start as fits `room`, with an ellipsis: cut after a word, unless that
/// would leave less than half.
pub(super) fn fitted(text: &str, weight: Weight, size: f64, room: f64) -> String {
    if width(text, weight, size) <= room {
        return text.to_owned();
    }
    let room = room - width("…", weight, size);
    let (mut end, mut taken) = (0, 0);
    for (at, cluster) in text.grapheme_indices(true) {
        taken += thousandths(cluster, weight);
        if in_size(taken, size) > room {
            break;
        }
        end = at + cluster.len();
    }
    let is_whole = text[end..].starts_with(char::is_whitespace);
    let cut = match text[..end].rfind(char::is_whitespace) {
        Some(space) if !is_whole && space * 2 > end => space,
        _ => end,
    };
    format!("{}…", text[..cut].trim_end_matches(|letter: char| letter.is_whitespace() || letter == ','))
}

fn flush(lines: &mut Vec<String>, line: &mut String) {
    let text = line.trim();
    if !text.is_empty() {
        lines.push(text.to_owned());
    }
    line.clear();
}

/// A word whole, or in clusters if no line could hold it.
fn pieces(word: &str, weight: Weight, size: f64, room: f64) -> Vec<&str> {
    if width(word.trim_end(), weight, size) <= room { vec![word] } else { word.graphemes(true).collect() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn widths_come_from_the_typefaces() {
        assert!((width("a", Weight::Regular, 1000.0) - 525.0 * SPARE).abs() < 0.01);
        assert!(width("a", Weight::Bold, 12.0) > width("a", Weight::Regular, 12.0));
        assert!((width("ا", Weight::Regular, 1000.0) - 232.0 * SPARE).abs() < 0.01);
        assert!(width("声", Weight::Regular, 10.0) > width("é", Weight::Regular, 10.0));
    }

    #[test]
    fn lines_break_between_words_and_a_word_without_room_between_letters() {
        assert_eq!(lines("Waits in the queue", Weight::Regular, 12.0, 60.0), ["Waits in", "the queue"]);
        assert!(lines("Rechtsschutzversicherungsgesellschaft", Weight::Regular, 12.0, 80.0).len() > 2);
        assert_eq!(lines("", Weight::Regular, 12.0, 80.0), Vec::<String>::new());
        assert_eq!(lines("one\ntwo", Weight::Regular, 12.0, 80.0), ["one", "two"]);
    }

    #[test]
    fn what_does_not_fit_is_cut() {
        assert_eq!(fitted("+1 relieved", Weight::Bold, 12.0, 168.0), "+1 relieved");
        assert_eq!(fitted("−2 furious and let down again", Weight::Bold, 12.0, 158.0), "−2 furious and let down…");
        assert_eq!(fitted("+1,3 niedergeschlagen und müde", Weight::Bold, 12.0, 115.0), "+1,3 niedergesch…");
        assert_eq!(fitted("声声声声声声", Weight::Bold, 10.0, 42.0), "声声声…");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_room(text in "\\PC{0,60}", room in 30.0..200.0_f64) {
            for line in lines(&text, Weight::Bold, 12.0, room) {
                let is_one_cluster = line.graphemes(true).count() == 1;
                prop_assert!(is_one_cluster || width(&line, Weight::Bold, 12.0) <= room + 1e-6, "{line}");
            }
        }

        #[test]
        fn nothing_that_is_seen_gets_lost(text in "\\PC{0,60}") {
            let seen = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
            prop_assert_eq!(seen(&lines(&text, Weight::Regular, 12.0, 50.0).concat()), seen(&text));
        }
    }
}
