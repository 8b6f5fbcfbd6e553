//! The texts of a source to where they stand in a translation, in the words of somebody who edits the file.

use std::collections::BTreeMap;

use super::{comments, fields};
use crate::base::{SourcePath, line_after};
use crate::content::text::nested;
use crate::content::yaml::Node;
use crate::translation::{Place, Segment};

/// The places of one translation.
#[derive(Debug)]
pub struct Places<'a> {
    text: &'a str,
    tree: Option<Node>,
    /// Where the line of each field starts, written or empty.
    fields: BTreeMap<String, usize>,
}

impl<'a> Places<'a> {
    /// Reads the translation at `path`.
    #[must_use]
    pub fn new(path: &SourcePath, text: &'a str) -> Self {
        let tree = fields::tree(path, text).ok();
        let mut fields = BTreeMap::new();
        for (key, at) in tree.iter().flat_map(|tree| comments::lines(tree, text)) {
            fields.entry(key).or_insert(at);
        }
        Self { text, tree, fields }
    }

    /// Where the translation `target` of `source` stands: “line 12, `steps:` › `wait:` › `name:`”.
    ///
    /// A field without words may have an empty place there; without one, and for a block that is not there, the line
    /// is left out.
    #[must_use]
    pub fn named(&self, source: &Segment, target: Option<&Segment>) -> String {
        let name = match &source.place {
            Place::Field(key) => nested(key),
            Place::Block { .. } => source.place.name(),
        };
        match self.line(source, target) {
            Some(line) => format!("line {line}, {name}"),
            None => name,
        }
    }

    /// The line on which it stands, or of its empty place.
    #[must_use]
    pub fn line(&self, source: &Segment, target: Option<&Segment>) -> Option<usize> {
        let at = match (target, &source.place) {
            (Some(target), _) => target.range.start(),
            (None, Place::Field(key)) => self.field(key)?,
            (None, Place::Block { .. }) => return None,
        };
        Some(line_after(self.text.get(..at)?))
    }

    /// Where the line of the text with this key starts, written or empty; nothing if it has no place.
    pub(super) fn field(&self, key: &str) -> Option<usize> {
        // An entry that is empty as a whole may become its main text.
        let is_empty = |entry: &&str| self.tree.as_ref().is_some_and(|tree| comments::is_empty(tree, entry));
        let entry = || key.rsplit_once('.').map(|(entry, _)| entry).filter(is_empty);
        self.fields.get(key).or_else(|| self.fields.get(entry()?)).copied()
    }
}
