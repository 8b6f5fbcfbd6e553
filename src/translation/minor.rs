//! `content/l10n/minor.toml` to the edits of sources that no translation has to follow.
//!
//! Each is a pair of segment hashes, so it is about that edit and no later one: a mended typo, a
//! comma, a nicer word. Edits can follow each other; then each has its pair.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::base::{SourcePath, Span};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::source::SourceSet;

/// Where they are declared.
pub const PATH: &str = "content/l10n/minor.toml";

/// The edits that no translation has to follow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Minor {
    /// From old hash to new hash, with the document it was declared for.
    pairs: BTreeMap<(String, String), String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    minor: Vec<Entry>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    from: String,
    to: String,
    #[serde(default)]
    document: String,
}

impl Minor {
    /// Reads them; a file that cannot be read is reported, and declares nothing.
    #[must_use]
    pub fn read(sources: &SourceSet, diagnostics: &mut Diagnostics) -> Self {
        let path = SourcePath::new(PATH);
        let Some(text) = sources.text(&path) else { return Self::default() };
        match toml::from_str::<File>(text) {
            Ok(file) => {
                Self { pairs: file.minor.into_iter().map(|entry| ((entry.from, entry.to), entry.document)).collect() }
            }
            Err(error) => {
                let range = error.span().map_or_else(Default::default, Into::into);
                diagnostics.push(
                    Diagnostic::new(
                        Name::MalformedConfiguration,
                        Span::new(&path, range),
                        format_args!("the declared minor edits cannot be read: {}", error.message()),
                    )
                    .help("write one `{ from = \"…\", to = \"…\" }` for each, or let `cxbook translate minor` do it"),
                );
                Self::default()
            }
        }
    }

    /// Declares one more.
    pub fn insert(&mut self, from: &str, to: &str, document: &str) {
        self.pairs.insert((from.to_owned(), to.to_owned()), document.to_owned());
    }

    /// Each: from, to, and the document it was declared for.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        self.pairs.iter().map(|((from, to), document)| (from.as_str(), to.as_str(), document.as_str()))
    }

    /// Whether a declared edit ends at this hash.
    #[must_use]
    pub fn ends_at(&self, hash: &str) -> bool {
        self.pairs.keys().any(|(_, to)| to == hash)
    }

    /// Whether declared edits lead from one hash to the other.
    #[must_use]
    pub fn leads(&self, from: &str, to: &str) -> bool {
        let (mut seen, mut open) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(hash) = open.pop() {
            if hash == to {
                return true;
            }
            let next = self.pairs.range((hash.clone(), String::new())..).take_while(|((from, _), _)| *from == hash);
            open.extend(next.map(|((_, to), _)| to.clone()).filter(|to| seen.insert(to.clone())));
        }
        false
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// The file that declares them: one a line, in the order of the hashes, so that edits on two
    /// branches seldom meet.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = String::from(
            "# Edits of sources that no translation has to follow. Written by `cxbook translate minor`.\nminor = [\n",
        );
        for ((from, to), document) in &self.pairs {
            let _ = writeln!(text, "  {{ from = \"{from}\", to = \"{to}\", document = \"{document}\" }},");
        }
        text.push_str("]\n");
        text
    }
}
