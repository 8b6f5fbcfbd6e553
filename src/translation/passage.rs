//! A file to its passages: every text that is read, letter by letter, with its place in the file.

use crate::base::TextRange;
use crate::content::text::Localizable;
use crate::content::yaml::places;
use crate::content::{Parsed, TextKey};
use crate::markdown::{self, Body, Glyph, Line};

/// One text of a file.
#[derive(Clone, Debug)]
pub struct Passage {
    /// What it is.
    pub part: Part,
    /// Where it stands.
    pub range: TextRange,
    /// Its letters. Their places are the file's only if [`is_exact`](Self::is_exact).
    pub glyphs: Vec<Glyph>,
    /// Whether each letter knows its own place; otherwise each has the place of the whole.
    pub is_exact: bool,
}

/// Which text of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The string with this key.
    Key(TextKey),
    /// A block of the body, by index.
    Block(usize),
    /// The alternative text of an image in a block.
    Image(usize),
}

/// The passages of a document. `text` is its file; without it, what is folded over lines is not exact.
#[must_use]
pub fn of_document(parsed: &Parsed, text: Option<&str>) -> Vec<Passage> {
    let mut passages = parsed.front_matter.texts().map(|texts| of_texts(texts, text)).unwrap_or_default();
    passages.extend(of_body(&parsed.body));
    passages
}

/// The passages of a body.
#[must_use]
pub fn of_body(body: &Body) -> Vec<Passage> {
    let passage = |line: Line| {
        let part = if line.image.is_some() { Part::Image(line.block) } else { Part::Block(line.block) };
        Passage { part, range: line.range(), glyphs: line.glyphs, is_exact: true }
    };
    markdown::lines(body).into_iter().filter(|line| !line.glyphs.is_empty()).map(passage).collect()
}

/// The passages of front matter or of a vocabulary file.
#[must_use]
pub fn of_texts(texts: &Localizable, text: Option<&str>) -> Vec<Passage> {
    texts.iter().map(|(key, value)| of_string(Part::Key(key.clone()), &value.value, value.range, text)).collect()
}

/// The passage of one string that stands at `range`.
#[must_use]
pub fn of_string(part: Part, value: &str, range: TextRange, text: Option<&str>) -> Passage {
    let line = markdown::line(value);
    let placed = match text {
        Some(text) => places(range.of(text), value),
        None => undivided(value, range),
    };
    let starts: Vec<usize> = value.char_indices().map(|(at, _)| at).collect();
    let place = |glyph: &Glyph| {
        let places = placed.as_ref()?;
        let first = starts.binary_search(&glyph.range.start()).ok()?;
        let after = starts.partition_point(|at| *at < glyph.range.end());
        let (first, last) = (places.get(first)?, places.get(after.checked_sub(1)?)?);
        Some(TextRange::new(first.start(), last.end()).shifted(range.start()))
    };
    let exact: Option<Vec<Glyph>> =
        line.glyphs.iter().map(|glyph| Some(Glyph { range: place(glyph)?, ..*glyph })).collect();
    let is_exact = exact.is_some();
    let glyphs = exact.unwrap_or_else(|| line.glyphs.iter().map(|glyph| Glyph { range, ..*glyph }).collect());
    Passage { part, range, glyphs, is_exact }
}

/// The places of a string whose length says that it is written as it is, perhaps in quotes.
fn undivided(value: &str, range: TextRange) -> Option<Vec<TextRange>> {
    let start = match range.len().checked_sub(value.len())? {
        0 => 0,
        2 => 1,
        _ => return None,
    };
    Some(value.char_indices().map(|(at, letter)| TextRange::new(start + at, start + at + letter.len_utf8())).collect())
}

impl Passage {
    /// The letters alone.
    #[must_use]
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.letter).collect()
    }
}
