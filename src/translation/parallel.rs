//! A source and its translation, line by line, to whether nothing in the translation is left to do.
//!
//! Reading Markdown is most of what surveying a large site costs, and most translations are whole. Two texts whose
//! lines begin with the same marks have the same blocks; if no line has the letters of its counterpart, every block is
//! translated. That is seen without parsing. Whatever could make a line mean something else (HTML, code, escapes,
//! footnotes, wrapped paragraphs, indentation) is left to the parser: the answer is then `None`, never a wrong one.

use super::align::{ALONE, lengths};
use super::segment::{Place, Revision, Segment};
use crate::markdown::BlockKind;
use unicode_normalization::IsNormalized;

/// What was seen of a translation whose blocks all have words of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parallel {
    /// Where its body starts in its file.
    pub body: usize,
    /// The id that is written at each heading.
    pub pins: Vec<Option<String>>,
}

impl Parallel {
    /// Whether the ids at its headings are those of `revision`, where there are any.
    pub(super) fn fits(&self, revision: &Revision) -> bool {
        let anchors = revision.segments.iter().filter_map(|segment| match &segment.place {
            Place::Block { kind: BlockKind::Heading(_), anchor, .. } => Some(anchor.as_deref()),
            _ => None,
        });
        let anchors: Vec<Option<&str>> = anchors.collect();
        anchors.len() == self.pins.len()
            && self.pins.iter().zip(anchors).all(|(pin, anchor)| pin.is_none() || pin.as_deref() == anchor)
    }
}

/// Whether a line of `translation` has the letters of `segment`: then it may be a copy of it.
pub(super) fn may_copy(translation: &str, segment: &Segment) -> bool {
    translation.lines().any(|line| {
        let (_, text) = marked(line).unwrap_or((Mark::Paragraph, line));
        text.split('|').any(|text| {
            let text = pinned(text).map_or(text, |(text, _)| text);
            letters(text).eq(segment.text.chars().filter(|letter| letter.is_alphanumeric()))
        })
    })
}

/// The lines of a source's body, each with what it begins with.
pub(super) struct Lines<'a> {
    lines: Vec<(Mark, &'a str)>,
    /// Whether one of them has a brace, as the id of a heading has.
    has_brace: bool,
}

impl<'a> Lines<'a> {
    /// Looks at the file of a source; `None` if only the parser understands it.
    pub(super) fn of(source: &'a str) -> Option<Self> {
        let body = &source[body(source)?..];
        if has_more(body) {
            return None;
        }
        let lines = lines(body).map(marked).collect::<Option<_>>()?;
        Some(Self { lines, has_brace: has_brace(body) })
    }
}

/// Looks at the file of a translation beside the lines of its source.
pub(super) fn parallel(source: &Lines<'_>, target: &str) -> Option<Parallel> {
    let start = body(target)?;
    let target = &target[start..];
    if has_more(target) {
        return None;
    }
    let mut pins = Vec::new();
    let mut sizes: Vec<(f64, f64)> = Vec::new();
    let mut before = Mark::Blank;
    let has_brace = source.has_brace || has_brace(target);
    let (mut originals, mut translated) = (source.lines.iter().copied(), lines(target));
    loop {
        let ((mark, one), other) = match (originals.next(), translated.next()) {
            (None, None) => break,
            (Some(one), Some(other)) => (one, other),
            // A last line end more or less says nothing.
            (None, Some("")) | (Some((Mark::Blank, _)), None) => continue,
            _ => return None,
        };
        let (other_mark, other) = marked(other)?;
        // A line above the first row of a table may be its header.
        let is_header_above = mark == Mark::Row && before.is_open() && before != Mark::Row;
        if mark != other_mark || (mark.continues() && before.is_open()) || is_header_above {
            return None;
        }
        before = mark;
        match mark {
            Mark::Blank => {}
            Mark::Row if has_brace && (one.contains('{') || other.contains('{')) => return None,
            Mark::Row => row(one, other, &mut sizes)?,
            Mark::Heading(_) => {
                let ((one, _), (other, pin)) = (pinned(one)?, pinned(other)?);
                pins.push(pin.map(str::to_owned));
                text(one, other, &mut sizes)?;
            }
            Mark::Item | Mark::Numbered(_) | Mark::Quote | Mark::Paragraph => {
                if has_brace && (one.contains('{') || other.contains('{')) {
                    return None;
                }
                text(one, other, &mut sizes)?;
            }
        }
    }
    is_even(&sizes).then_some(Parallel { body: start, pins })
}

/// Where the body starts, if the front matter is written as it always is.
fn body(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("---\n")?;
    let end = if rest.starts_with("---\n") { 0 } else { rest.find("\n---\n")? + 1 };
    Some("---\n".len() + end + "---\n".len())
}

/// The lines of a text; what ends with a line end has an empty one behind it.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    ends.map(move |end| {
        let line = &text[start..end];
        start = end + 1;
        line
    })
}

fn has_brace(text: &str) -> bool {
    memchr::memchr(b'{', text.as_bytes()).is_some()
}

/// Whether a body has what only the parser understands.
fn has_more(body: &str) -> bool {
    let is_more = |byte: u8| matches!(byte, b'\\' | b'&' | b'<' | b'`' | b'~' | b'^' | b'\r' | b'\t');
    let is_sign = |one: u8, next: u8| {
        (next == b'[') & ((one == b'!') | (one == b'['))
            | (one == b']') & (next == b':')
            | (one == b' ') & (next == b'\n')
    };
    // Without a branch for each byte, many are looked at in one step. Few letters of Latin start with so high a byte.
    let bytes = body.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    bytes.iter().fold(false, |found, byte| found | is_more(*byte))
        || pairs.fold(false, |found, (one, next)| found | is_sign(*one, *next))
        || (bytes.iter().fold(false, |found, byte| found | (*byte >= 0xCC)) && body.chars().any(is_unsettled))
        || has_odd_target(body)
}

/// Whether a letter can be written in another way that means the same; no letter of Latin, and no mark of punctuation.
fn is_unsettled(letter: char) -> bool {
    letter >= '\u{300}'
        && !('\u{2010}'..='\u{205e}').contains(&letter)
        && unicode_normalization::is_nfc_quick(std::iter::once(letter)) != IsNormalized::Yes
}

/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Blank,
    Heading(usize),
    Item,
    Numbered(u32),
    Quote,
    Row,
    Paragraph,
}

impl Mark {
    /// Whether such a line could belong to the one before it.
    fn continues(self) -> bool {
        matches!(self, Self::Paragraph | Self::Quote)
    }

    /// Whether the line after it could belong to it.
    fn is_open(self) -> bool {
        !matches!(self, Self::Blank | Self::Heading(_))
    }
}

/// A line without what it begins with.
fn marked(line: &str) -> Option<(Mark, &str)> {
    let Some(first) = line.bytes().next() else { return Some((Mark::Blank, "")) };
    let (mark, rest) = match first {
        b'#' => {
            let level = line.bytes().take_while(|byte| *byte == b'#').count();
            (Mark::Heading(level), line[level..].strip_prefix(' ').filter(|_| level <= 6)?)
        }
        b'-' => (Mark::Item, line.strip_prefix("- ")?),
        b'>' => (Mark::Quote, line.strip_prefix("> ")?),
        b'|' => return Some((Mark::Row, line.strip_prefix('|')?.strip_suffix('|')?)),
        b'0'..=b'9' => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            match line[digits..].strip_prefix('.') {
                Some(rest) => (Mark::Numbered(line[..digits].parse().ok()?), rest.strip_prefix(' ')?),
                None if line[digits..].starts_with(')') => return None,
                None => (Mark::Paragraph, line),
            }
        }
        _ => (Mark::Paragraph, line),
    };
    // Marks within marks, rules, underlines, definitions: for the parser.
    let rest_of = rest.strip_prefix("**").unwrap_or(rest);
    let starts_well = rest_of.chars().next().is_some_and(|letter| {
        letter.is_alphanumeric()
            || matches!(letter, '"' | '“' | '«' | '„' | '‘' | '’' | '(' | '[' | '—' | '–' | '¿' | '¡')
    });
    let is_numbered = mark != Mark::Paragraph
        && rest.starts_with(|letter: char| letter.is_ascii_digit())
        && rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).starts_with(['.', ')']);
    (starts_well && !is_numbered).then_some((mark, rest))
}

/// A heading without the id at its end.
fn pinned(text: &str) -> Option<(&str, Option<&str>)> {
    match text.split_once('{') {
        None => Some((text, None)),
        Some((before, id)) => {
            let id = id.strip_prefix('#')?.strip_suffix('}')?;
            let is_id =
                !id.is_empty() && id.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'));
            (is_id && before.ends_with(' ')).then_some((before.trim_end(), Some(id)))
        }
    }
}

/// The cells of a table row; a row of dashes is the same in both.
fn row(one: &str, other: &str, sizes: &mut Vec<(f64, f64)>) -> Option<()> {
    let is_rule = |row: &str| row.bytes().all(|byte| matches!(byte, b'-' | b':' | b'|' | b' '));
    if is_rule(one) || is_rule(other) {
        return (one == other).then_some(());
    }
    let (mut cells, mut translated) = (one.split('|'), other.split('|'));
    loop {
        match (cells.next(), translated.next()) {
            (None, None) => return Some(()),
            (Some(one), Some(other)) => text(one, other, sizes)?,
            _ => return None,
        }
    }
}

/// Two texts that stand for each other, unless the second has nothing to say or says the first.
fn text(one: &str, other: &str, sizes: &mut Vec<(f64, f64)>) -> Option<()> {
    let has_letters = letters(one).any(char::is_alphabetic);
    if has_letters && (letters(other).next().is_none() || letters(one).eq(letters(other))) {
        return None;
    }
    #[allow(clippy::cast_precision_loss, reason = "a length in characters is far below 2^52")]
    sizes.push((one.chars().count() as f64, other.chars().count() as f64));
    Some(())
}

/// Whether a link has a target with parentheses, quotation marks, spaces or line ends in it.
fn has_odd_target(body: &str) -> bool {
    memchr::memmem::find_iter(body.as_bytes(), b"](").any(|at| {
        let rest = &body[at + 2..];
        let target = rest.split_once(')').map_or(rest, |(target, _)| target);
        target.contains(['(', '"', '\'', ' ', '\n'])
    })
}

/// The letters and digits of a line, without those of link targets.
fn letters(line: &str) -> impl Iterator<Item = char> {
    let mut is_target = false;
    let mut before = ' ';
    line.chars().filter(move |letter| {
        is_target = (is_target && *letter != ')') || (before == ']' && *letter == '(');
        before = *letter;
        letter.is_alphanumeric() && !is_target
    })
}

/// Whether the texts are about as long as each other on the whole, well within what alignment asks.
fn is_even(sizes: &[(f64, f64)]) -> bool {
    let sum = |side: fn(&(f64, f64)) -> f64| sizes.iter().map(side).sum::<f64>();
    let ratio = ((sum(|size| size.1) + 1.0) / (sum(|size| size.0) + 1.0)).clamp(0.4, 2.5);
    let far = sizes.iter().filter(|(one, other)| lengths(*one, *other, ratio) > ALONE / 2.0).count();
    far * 8 <= sizes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "---\ntitle: A\n---\n\nWe **wait** for [you](article:a).\n\n## Why\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | 1 |\n";

    fn of(body: &str) -> Option<Parallel> {
        parallel(&Lines::of(SOURCE)?, &format!("---\ntranslation: {{ status: draft }}\n---\n{body}"))
    }

    #[test]
    fn a_whole_translation_is_seen_with_the_ids_of_its_headings() {
        let body = "\nNous **vous** [attendons](article:a).\n\n## Pourquoi {#why}\n\n- un\n- deux\n\n| d | e |\n|---|---|\n| f | 1 |\n";
        let seen = of(body).unwrap();
        assert_eq!(seen.pins, [Some("why".to_owned())]);
        assert_eq!(seen.body, "---\ntranslation: { status: draft }\n---\n".len());
    }

    #[test]
    fn what_is_missing_copied_or_in_other_blocks_is_left_to_the_parser() {
        let whole = "\nNous **vous** [attendons](article:a).\n\n## Pourquoi\n\n- un\n- deux\n\n| d | e |\n|---|---|\n| f | 1 |\n";
        assert!(of(whole).is_some());
        for (from, to) in [
            ("Nous **vous** [attendons](article:a).", "*We* wait for [you](article:b)."),
            ("Nous **vous**", "Nous\n**vous**"),
            ("- un\n", ""),
            ("- un", "1. un"),
            ("- un", "- — —"),
            ("- un", "- 1. un"),
            ("## Pourquoi", "### Pourquoi"),
            ("## Pourquoi", "Pourquoi\n--------"),
            ("| d | e |", "| a | e |"),
            ("| d | e |", "| d e |"),
            ("|---|---|\n", "|---|:--|\n"),
            ("- deux", "- deux<!-- l10n:new -->"),
            ("- deux", "    - deux"),
            ("\n\n## ", "  \n\n## "),
            ("- deux\n\n", "- deux\n"),
            ("(article:a)", "(article:a_(b)_c)"),
            ("(article:a)", "(article:a \"b\")"),
            ("Pourquoi", "Pourquoi \u{212b}"),
            ("Pourquoi", "Pourquoi e\u{301}"),
        ] {
            let text = whole.replacen(from, to, 1);
            assert_ne!(text, whole);
            assert_eq!(of(&text), None, "{to}");
        }
    }
}
