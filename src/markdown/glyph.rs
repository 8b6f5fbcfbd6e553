//! A [`Body`], or one line of inline Markdown, to its letters as a reader meets them, each with its place.
//!
//! What a rule about letters may not touch is not among them: markers, addresses, attributes,
//! comments. Code, raw addresses and links that show their own target stand as one [`OBJECT`], so
//! that a rule sees that something stands there.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::Body;
use super::event::{inline_parts, parts};
use crate::base::TextRange;

/// Stands for what has no letters of its own: code, an address, a picture.
pub const OBJECT: char = '\u{fffc}';

/// One letter and the bytes it was written as: more than one letter's where it is an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The letter.
    pub letter: char,
    /// How it is written.
    pub range: TextRange,
}

/// The letters of one leaf block, or of the alternative text of one image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which of [`Body::blocks`] it belongs to; 0 in a single line.
    pub block: usize,
    /// Which image's alternative text it is, counted through the body; nothing for the text of the block.
    pub image: Option<usize>,
    /// Its letters, in order.
    pub glyphs: Vec<Glyph>,
}

/// The letters of every block of prose, in order; of each image behind the block that holds it.
#[must_use]
pub fn lines(body: &Body) -> Vec<Line> {
    if body.is_refused {
        return Vec::new();
    }
    let mut lines: Vec<Line> = Vec::new();
    let mut reader = Reader::new(&body.text, body.offset);
    let mut block = 0;
    let mut letters = Vec::new();
    for (event, range) in parts(&body.text) {
        let start = range.start + body.offset;
        letters.clear();
        let image = reader.read(event, range, &mut letters);
        if letters.is_empty() {
            continue;
        }
        while body.blocks.get(block).is_some_and(|block| block.range.end() <= start) {
            block += 1;
        }
        let Some(found) = body.blocks.get(block) else { break };
        if !found.kind.is_prose() || start < found.range.start() {
            continue;
        }
        let letters = letters.iter().copied().filter(|glyph| glyph.range.end() <= found.range.end());
        match lines.iter_mut().rev().take_while(|line| line.block == block).find(|line| line.image == image) {
            Some(line) => line.glyphs.extend(letters),
            None => {
                let mut glyphs = Vec::with_capacity(found.range.len());
                glyphs.extend(letters);
                lines.push(Line { block, image, glyphs });
            }
        }
    }
    lines.sort_by_key(|line| (line.block, line.image));
    lines
}

/// The letters of one line of inline Markdown, with places counted from its start.
#[must_use]
pub fn line(text: &str) -> Line {
    // A line break in a value is a space; the lengths stay.
    let guarded = format!(".{}", text.replace(['\n', '\r', '\t'], " "));
    let mut reader = Reader::new(&guarded, 0);
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(guarded.len());
    for (event, range) in inline_parts(&guarded) {
        let known = glyphs.len();
        if reader.read(event, range, &mut glyphs).is_some() {
            glyphs.truncate(known);
        }
    }
    let glyphs = glyphs
        .into_iter()
        .filter(|glyph| glyph.range.start() > 0)
        .map(|glyph| Glyph { range: TextRange::new(glyph.range.start() - 1, glyph.range.end() - 1), ..glyph })
        .collect();
    Line { block: 0, image: None, glyphs }
}

impl Line {
    /// The letters alone.
    #[must_use]
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.letter).collect()
    }

    /// Where it stands, from its first letter to its last.
    #[must_use]
    pub fn range(&self) -> TextRange {
        match (self.glyphs.first(), self.glyphs.last()) {
            (Some(first), Some(last)) => TextRange::new(first.range.start(), last.range.end()),
            _ => TextRange::default(),
        }
    }
}

/// What of the events is letters.
struct Reader<'a> {
    text: &'a str,
    offset: usize,
    /// Whether each open link shows nothing but its own target.
    links: Vec<bool>,
    /// The images that are open, by number.
    images: Vec<usize>,
    seen: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, offset: usize) -> Self {
        Self { text, offset, links: Vec::new(), images: Vec::new(), seen: 0 }
    }

    /// Adds the letters of an event, and returns the image whose alternative text they are.
    fn read(&mut self, event: Event<'_>, range: Range<usize>, letters: &mut Vec<Glyph>) -> Option<usize> {
        let image = self.images.last().copied();
        let is_hidden = self.links.contains(&true);
        let mut one = |letter| {
            if !is_hidden {
                letters.push(Glyph { letter, range: TextRange::from(range.clone()).shifted(self.offset) });
            }
        };
        match event {
            Event::Start(Tag::Link { link_type, .. }) => {
                let shows_its_target = matches!(
                    link_type,
                    LinkType::Autolink | LinkType::Email | LinkType::WikiLink { has_pothole: false }
                );
                if shows_its_target {
                    one(OBJECT);
                }
                self.links.push(shows_its_target);
            }
            Event::End(TagEnd::Link) => drop(self.links.pop()),
            Event::Start(Tag::Image { .. }) => {
                one(OBJECT);
                self.images.push(self.seen);
                self.seen += 1;
            }
            Event::End(TagEnd::Image) => drop(self.images.pop()),
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) => one(OBJECT),
            Event::SoftBreak | Event::HardBreak => one(' '),
            Event::Text(text) if !is_hidden => self.text(&text, range, letters),
            _ => {}
        }
        image
    }

    fn text(&self, text: &str, range: Range<usize>, letters: &mut Vec<Glyph>) {
        let is_escaped = range.start > 0
            && self.text.as_bytes().get(range.start - 1) == Some(&b'\\')
            && text.starts_with(|first: char| first.is_ascii_punctuation());
        let is_verbatim = self.text.get(range.clone()) == Some(text);
        let mut at = range.start;
        letters.extend(text.chars().enumerate().map(|(index, letter)| {
            let place = if is_verbatim {
                let start = if index == 0 && is_escaped { at - 1 } else { at };
                at += letter.len_utf8();
                TextRange::new(start, at)
            } else {
                TextRange::from(range.clone())
            };
            Glyph { letter, range: place.shifted(self.offset) }
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Limits, parse};

    fn texts(markdown: &str) -> Vec<String> {
        lines(&parse(markdown, 0, &Limits::default())).iter().map(Line::text).collect()
    }

    #[test]
    fn code_addresses_and_attributes_are_no_letters() {
        let text = "# A `b` {#pin}\n\nSee [[principle:x]], [[y|this]], <https://a.b/?c> and [d](e \"f\") <!-- g -->\n\n```\nh\n```\n";
        assert_eq!(texts(text), ["A \u{fffc}", "See \u{fffc}, this, \u{fffc} and d "]);
    }

    #[test]
    fn the_words_of_an_image_stand_for_themselves() {
        assert_eq!(texts("See ![a chart](b.svg)!"), ["See \u{fffc}!", "a chart"]);
    }

    #[test]
    fn an_escape_and_an_entity_are_one_letter_with_all_their_bytes() {
        let found = lines(&parse("a\\'b&amp;c", 3, &Limits::default()));
        let places: Vec<(char, TextRange)> = found[0].glyphs.iter().map(|glyph| (glyph.letter, glyph.range)).collect();
        let at = TextRange::new;
        assert_eq!(places, [('a', at(3, 4)), ('\'', at(4, 6)), ('b', at(6, 7)), ('&', at(7, 12)), ('c', at(12, 13))]);
    }

    #[test]
    fn a_value_of_front_matter_is_one_line() {
        let found = line("**Attention**! 1. `x`");
        assert_eq!(found.text(), "Attention! 1. \u{fffc}");
        assert_eq!(found.glyphs[0].range, TextRange::new(2, 3));
    }
}
