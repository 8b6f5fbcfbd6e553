//! An entry that gets another id, to the same entry with a note of the old one.

use crate::base::TextRange;
use crate::content::yaml::{Key, Node, Value};

const FIELD: &str = "renamed-from";

/// What to write where, so that the entry `node` says what it was called; `old` is its id of before, `new`
/// the one it gets.
#[must_use]
pub fn note(text: &str, node: &Node, main: Option<&str>, (old, new): (&str, &str)) -> Option<(TextRange, String)> {
    match &node.value {
        Value::Map(entries) => {
            if let Some((key, known)) = entries.iter().find(|(key, _)| key.text == FIELD) {
                return Some((value_of(key, known, text), format!(": {}", list(&ids(known), old, new))));
            }
            let (first, _) = entries.first()?;
            if node.is_flow(text) {
                return Some((TextRange::at(first.range.start()), format!("{FIELD}: {old}, ")));
            }
            let start = first.range.start();
            let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
            let indent = &text[line..start];
            let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
            Some((TextRange::at(start), format!("{FIELD}: {old}{newline}{indent}")))
        }
        Value::Scalar(scalar) => {
            // The short form has room for one field only.
            let text = serde_json::Value::from(scalar.text.trim());
            Some((node.range, format!("{{ {}: {text}, {FIELD}: {old} }}", main?)))
        }
        _ => None,
    }
}

/// The same for a document, whose front matter ends at `end`.
#[must_use]
pub fn note_of_document(text: &str, node: &Node, end: usize, (old, new): (&str, &str)) -> Option<(TextRange, String)> {
    field_of_document(text, node, end, FIELD, |known| match known {
        Some(known) => list(&ids(known), old, new),
        None => old.to_owned(),
    })
}

/// What to write where, so that `field` of a document has the value that `value` makes of the one it has; front
/// matter ends at `end`.
#[must_use]
pub fn field_of_document(
    text: &str,
    node: &Node,
    end: usize,
    field: &str,
    value: impl FnOnce(Option<&Node>) -> String,
) -> Option<(TextRange, String)> {
    let Value::Map(entries) = &node.value else { return None };
    if let Some((key, known)) = entries.iter().find(|(key, _)| key.text == field) {
        return Some((value_of(key, known, text), format!(": {}", value(Some(known)))));
    }
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    Some((TextRange::at(end), format!("{field}: {}{newline}", value(None))))
}

pub(super) fn ids(node: &Node) -> Vec<String> {
    let text = |node: &Node| match &node.value {
        Value::Scalar(scalar) => Some(scalar.text.clone()),
        _ => None,
    };
    crate::content::read::values::items(node).filter_map(text).collect()
}

/// The former ids with one more, and without the one that is in use again.
fn list(known: &[String], old: &str, new: &str) -> String {
    let mut former: Vec<&str> = known.iter().map(String::as_str).filter(|id| *id != new && *id != old).collect();
    former.push(old);
    format!("[{}]", former.join(", "))
}

/// Where a value stands with the colon before it, its closing bracket included.
fn value_of(key: &Key, node: &Node, text: &str) -> TextRange {
    let end = node.range.end();
    let is_open = node.is_flow(text) && !node.range.of(text).ends_with(']');
    let close = text.get(end..).and_then(|rest| rest.find(']')).filter(|_| is_open);
    TextRange::new(key.range.end(), close.map_or(end, |at| end + at + 1))
}
