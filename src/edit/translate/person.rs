//! What is typed for a person to that person: the id of an author, or a name as people write it.

use super::{Refused, Setting};
use crate::base::nearest;
use crate::content::Kind;

/// What stands in examples and is nobody's name.
const NOBODY: [&str; 16] = [
    "anonymous",
    "author",
    "me",
    "myself",
    "n/a",
    "name",
    "nobody",
    "none",
    "reviewer",
    "somebody",
    "someone",
    "tbd",
    "todo",
    "translator",
    "unknown",
    "your name",
];

/// Holds if `text` is the id of an author of this site, or could be what a person is called.
///
/// # Errors
///
/// It is neither: a word from an example, or an id that no author has.
pub(super) fn person(setting: &Setting<'_>, text: &str) -> Result<(), Refused> {
    let authors: Vec<&str> = setting
        .documents
        .vocabulary
        .iter()
        .filter(|file| file.kind == Kind::Author)
        .flat_map(|file| file.parsed.entries.keys().map(|id| id.as_str()))
        .collect();
    if authors.contains(&text) {
        return Ok(());
    }
    let written = text.trim();
    let help = match authors.first() {
        Some(first) => format!("say who it is: the id of an author, like `{first}`, or a name, like \"Jean P.\""),
        None => "say who it is, like \"Jean P.\"".to_owned(),
    };
    if NOBODY.contains(&written.to_lowercase().as_str()) || written.chars().filter(|at| at.is_alphabetic()).count() < 2
    {
        return Err(Refused::new(format_args!("`{text}` is nobody's name; {help}")));
    }
    let is_name = written.chars().any(|at| at.is_uppercase() || (at.is_alphabetic() && !at.is_lowercase()));
    if is_name {
        return Ok(());
    }
    Err(Refused::new(match nearest(written, authors.iter().copied()) {
        Some(near) => format!("no author has the id `{text}`; did you mean `{near}`?"),
        None => format!("no author has the id `{text}`, and a name starts with a capital; {help}"),
    }))
}
