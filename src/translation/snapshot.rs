//! A source to the snapshot that its translations answer to, and back.
//!
//! `content/l10n/base/<id>.md` holds the fields and the body of one revision, word for word, so what
//! has changed since is known without any version control. It is named after what it says, so it
//! never changes, and two branches that write the same one write the same bytes.

use std::fmt::Write as _;
use std::sync::Arc;

use super::segment::{Place, Revision};
use crate::base::{SourcePath, Span, Spanned, TextRange};
use crate::content::front_matter::split::split;
use crate::content::text::Localizable;
use crate::content::yaml::{self, Value};
use crate::diagnostic::{Diagnostic, Name};
use crate::markdown::{self, Body};

/// Where snapshots lie.
pub const FOLDER: &str = "content/l10n/base";

const HEAD: &str = "# What translations answer to. Written by cxbook and never edited: its name is made of its text.\n";

/// Where the snapshot of revision `id` lies.
#[must_use]
pub fn path(id: &str) -> SourcePath {
    SourcePath::new(format!("{FOLDER}/{id}.md"))
}

/// The text of the snapshot of `revision`, whose body is `body`.
#[must_use]
pub fn write(revision: &Revision, body: &Body) -> String {
    let mut text = format!("---\n{HEAD}");
    for segment in &revision.segments {
        if let Place::Field(key) = &segment.place {
            // JSON's strings are YAML's double-quoted ones, so no text can break out of its line.
            let _ = writeln!(text, "{key}: {}", serde_json::Value::from(segment.markdown.as_str()));
        }
    }
    text.push_str("---\n");
    text.push_str(&body.text);
    text
}

/// Reads the snapshot `text` that lies at `path`.
///
/// # Errors
///
/// It cannot be read, or what it says does not fit its name: somebody has edited it.
pub fn read(path: &SourcePath, text: &str) -> Result<Revision, Box<Diagnostic>> {
    let name = path.file_name().strip_suffix(".md").unwrap_or_default();
    let altered = |says: Option<&str>| {
        let message = match says {
            Some(id) => format!("this snapshot was edited: what it says has the name `{id}`"),
            None => "this snapshot was edited: it cannot be read".to_owned(),
        };
        Box::new(Diagnostic::new(Name::AlteredSnapshot, Span::file(path), message).help(
            "bring it back as it was, from version control; or delete it, and translations made from it \
             count as outdated by an unknown difference",
        ))
    };
    let parts = split(path, text).map_err(|_| altered(None))?;
    let node = yaml::parse(path, text, parts.front_matter).map_err(|_| altered(None))?;
    let Value::Map(entries) = &node.value else { return Err(altered(None)) };
    let texts: Localizable = entries
        .iter()
        .filter_map(|(key, node)| match &node.value {
            Value::Scalar(scalar) => Some((
                key.text.as_str().into(),
                Spanned::new(Arc::from(scalar.text.as_str()), TextRange::new(node.range.start(), node.range.end())),
            )),
            _ => None,
        })
        .collect();
    let body = markdown::parse(parts.body.of(text), parts.body.start(), &markdown::Limits::default());
    let revision = Revision::of_parts(&texts, &[], &body);
    if revision.id == name { Ok(revision) } else { Err(altered(Some(&revision.id))) }
}
