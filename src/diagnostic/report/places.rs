//! Diagnostics and the files they speak of to the places that people look for: lines and columns.

use std::collections::BTreeMap;

use super::Sources;
use crate::base::{Lines, SourcePath, Span};
use crate::diagnostic::Diagnostic;

/// The files that problems speak of, each read once however many there are in it.
pub(super) struct Places<'s> {
    files: BTreeMap<SourcePath, (&'s str, Lines)>,
}

/// A place, counted as editors count.
pub(super) struct Place {
    pub line: usize,
    pub column: usize,
    /// Where its line starts and ends, in bytes.
    pub line_start: usize,
    line_end: usize,
}

impl<'s> Places<'s> {
    pub(super) fn of<'d>(problems: impl Iterator<Item = &'d Diagnostic>, sources: &'s impl Sources) -> Self {
        let mut files = BTreeMap::new();
        for problem in problems {
            for span in std::iter::once(&problem.span).chain(problem.related.iter().map(|(span, _)| span)) {
                if !files.contains_key(&span.path) {
                    let text = sources.text_of(span).unwrap_or_default();
                    files.insert(span.path.clone(), (text, Lines::of(text)));
                }
            }
        }
        Self { files }
    }

    /// Where it starts.
    pub(super) fn start(&self, span: &Span) -> Place {
        self.at(&span.path, span.range.start())
    }

    /// Where it ends.
    pub(super) fn end(&self, span: &Span) -> Place {
        self.at(&span.path, span.range.end())
    }

    /// The whole line of a place.
    pub(super) fn line(&self, path: &SourcePath, place: &Place) -> &'s str {
        let text = self.files.get(path).map_or("", |(text, _)| text);
        text.get(place.line_start..place.line_end).unwrap_or_default()
    }

    /// A place outside the file is its end.
    fn at(&self, path: &SourcePath, offset: usize) -> Place {
        let Some((text, lines)) = self.files.get(path) else {
            return Place { line: 1, column: 1, line_start: 0, line_end: 0 };
        };
        let mut at = offset.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let (line, line_start, line_end) = lines.line_at(at);
        let column = lines.letters_between(text, line_start, at) + 1;
        let line_end = if text[..line_end].ends_with('\r') && line_end > at { line_end - 1 } else { line_end };
        Place { line, column, line_start, line_end }
    }
}
