//! Inline Markdown to text with numbered codes, and back: what XLIFF shows as elements.
//!
//! Emphasis and links become a pair of codes around their text; code, pictures, addresses, elements
//! and hard breaks one code each. Codes are numbered by their order in the source, so a file need
//! not hold what stands behind them: the source says it again when the file comes back.

use std::collections::BTreeMap;

use crate::base::Fingerprint;
use crate::markdown::{self, SpanKind};

/// A text with its codes taken out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coded {
    /// Text and codes, in order.
    pub pieces: Vec<Piece>,
}

/// A part of a coded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Markdown that stays visible.
    Text(String),
    /// Where the code with this number starts.
    Open(usize),
    /// Where it ends.
    Close(usize),
    /// A code that has no text.
    Alone(usize),
}

impl Coded {
    /// Stands for text and codes, whatever a tool calls the codes: sixteen hex digits.
    #[must_use]
    pub fn stamp(&self) -> String {
        let said = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Open(number) => format!("\u{1}{number}"),
            Piece::Close(number) => format!("\u{2}{number}"),
            Piece::Alone(number) => format!("\u{3}{number}"),
        };
        Fingerprint::of(self.pieces.iter().map(said).collect::<String>().as_bytes()).short()
    }

    /// The text with its codes as they were shown, each with what opens and what closes it.
    #[must_use]
    pub fn shown(&self, codes: &BTreeMap<usize, (String, String)>) -> String {
        let pieces = self.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text.as_str(),
            Piece::Open(number) | Piece::Alone(number) => codes.get(number).map_or("", |(open, _)| open),
            Piece::Close(number) => codes.get(number).map_or("", |(_, close)| close),
        });
        pieces.collect()
    }

    /// The text without its codes.
    #[must_use]
    pub fn visible(&self) -> String {
        let texts = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }
}

/// What stands behind a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// What is written before its text; all of it if it has none.
    pub open: String,
    /// What is written behind its text.
    pub close: String,
    /// Whether it has a text.
    pub is_pair: bool,
    /// What it is.
    pub kind: SpanKind,
}

/// The codes of a source.
#[must_use]
pub fn codes(source: &str) -> Vec<Code> {
    markdown::spans(source).into_iter().map(|span| code(source, &span)).collect()
}

fn code(text: &str, span: &markdown::InlineSpan) -> Code {
    let slice = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default().to_owned();
    match &span.inner {
        Some(inner) => Code {
            open: slice(span.whole.start..inner.start),
            close: slice(inner.end..span.whole.end),
            is_pair: true,
            kind: span.kind,
        },
        None => Code { open: slice(span.whole.clone()), close: String::new(), is_pair: false, kind: span.kind },
    }
}

/// A text with those of its codes taken out that the source has as well, by what is written; others
/// stay visible.
#[must_use]
pub fn split(text: &str, codes: &[Code]) -> Coded {
    let mut free: Vec<bool> = vec![true; codes.len()];
    // Where something starts or ends: position, order at one position, piece, how many bytes it takes.
    let mut cuts: Vec<(usize, usize, Piece)> = Vec::new();
    for span in markdown::spans(text) {
        let own = code(text, &span);
        let found = codes.iter().enumerate().find(|(index, code)| {
            free[*index] && code.open == own.open && code.close == own.close && code.is_pair == own.is_pair
        });
        let Some((index, _)) = found else { continue };
        free[index] = false;
        match &span.inner {
            Some(inner) => {
                cuts.push((span.whole.start, inner.start, Piece::Open(index)));
                cuts.push((inner.end, span.whole.end, Piece::Close(index)));
            }
            None => cuts.push((span.whole.start, span.whole.end, Piece::Alone(index))),
        }
    }
    cuts.sort_by_key(|(start, end, _)| (*start, *end));
    let mut coded = Coded::default();
    let mut at = 0;
    for (start, end, piece) in cuts {
        if let Some(before) = text.get(at..start).filter(|before| !before.is_empty()) {
            coded.pieces.push(Piece::Text(before.to_owned()));
        }
        coded.pieces.push(piece);
        at = end.max(at);
    }
    if let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        coded.pieces.push(Piece::Text(rest.to_owned()));
    }
    coded
}

/// The Markdown of a coded text, with what a translator has lost or doubled.
#[must_use]
pub fn join(coded: &Coded, codes: &[Code]) -> (String, Damage) {
    let mut damage = Damage::default();
    let mut text = String::new();
    let mut opened = vec![0usize; codes.len()];
    let mut closed = vec![0usize; codes.len()];
    for piece in &coded.pieces {
        match piece {
            Piece::Text(said) => text.push_str(said),
            Piece::Open(number) | Piece::Alone(number) => {
                let Some(code) = codes.get(*number) else {
                    damage.unknown = true;
                    continue;
                };
                opened[*number] += 1;
                if opened[*number] > 1 {
                    damage.doubled.push(*number);
                    continue;
                }
                text.push_str(&code.open);
                if matches!(piece, Piece::Alone(_)) {
                    text.push_str(&code.close);
                    closed[*number] += 1;
                }
            }
            Piece::Close(number) => {
                let Some(code) = codes.get(*number) else { continue };
                closed[*number] += 1;
                if closed[*number] == 1 {
                    text.push_str(&code.close);
                }
            }
        }
    }
    damage.missing = (0..codes.len()).filter(|number| opened[*number] == 0).collect();
    (text, damage)
}

/// What is wrong with the codes of a text that has come back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Damage {
    /// Codes of the source that are not there.
    pub missing: Vec<usize>,
    /// Codes that are there twice; the second is left out, its text stays.
    pub doubled: Vec<usize>,
    /// Whether there is a code that the source has not.
    pub unknown: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_go_out_and_come_back() {
        let source = "See *[this](a:b)* and `c` [[d:e]] ![f](g) <b>h</b>\\\ni [[j|k]] <https://l.m/>";
        let codes = codes(source);
        let coded = split(source, &codes);
        assert!(coded.pieces.iter().all(|piece| !matches!(piece, Piece::Text(text) if text.contains(['*', '`', '(']))));
        assert_eq!(join(&coded, &codes), (source.to_owned(), Damage::default()));
    }

    #[test]
    fn a_translation_shares_the_numbers_of_its_source() {
        let codes = codes("*a* and `b`");
        let coded = split("`b` et *a* et **c**", &codes);
        assert_eq!(coded.pieces[0], Piece::Alone(1));
        assert_eq!(join(&coded, &codes).0, "`b` et *a* et **c**");
    }

    #[test]
    fn what_is_lost_or_doubled_is_said() {
        let codes = codes("*a* `b`");
        let coded = Coded {
            pieces: vec![
                Piece::Open(0),
                Piece::Text("x".into()),
                Piece::Close(0),
                Piece::Open(0),
                Piece::Text("y".into()),
                Piece::Close(0),
            ],
        };
        let (text, damage) = join(&coded, &codes);
        assert_eq!(text, "*x*y");
        assert_eq!(damage, Damage { missing: vec![1], doubled: vec![0], unknown: false });
    }

    proptest::proptest! {
        #[test]
        fn any_text_comes_back_as_it_was(text in "[a-z*_`\\[\\]()<>!\\\\ |:]{0,40}") {
            let codes = codes(&text);
            proptest::prop_assert_eq!(join(&split(&text, &codes), &codes).0, text);
        }
    }
}
