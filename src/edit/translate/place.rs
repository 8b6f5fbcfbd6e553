//! A text of a source to where it stands in a translation, in the words of somebody who edits the file.

use super::comments::line_of;
use crate::base::{SourcePath, line_after};
use crate::content::text::nested;
use crate::translation::{Place, Segment};

/// Where the translation `target` of `source` stands in the file at `path`: “line 12, `steps:` › `wait:` › `name:`”.
///
/// A field without words may have an empty place there; without one, and for a block that is not there, the line
/// is left out.
#[must_use]
pub fn place_in(path: &SourcePath, text: &str, source: &Segment, target: Option<&Segment>) -> String {
    let name = match &source.place {
        Place::Field(key) => nested(key),
        Place::Block { .. } => source.place.name(),
    };
    match line_in(path, text, source, target) {
        Some(line) => format!("line {line}, {name}"),
        None => name,
    }
}

/// The line on which it stands, or of its empty place.
#[must_use]
pub fn line_in(path: &SourcePath, text: &str, source: &Segment, target: Option<&Segment>) -> Option<usize> {
    let at = match (target, &source.place) {
        (Some(target), _) => target.range.start(),
        (None, Place::Field(key)) => line_of(path, text, key)?,
        (None, Place::Block { .. }) => return None,
    };
    Some(line_after(text.get(..at)?))
}
