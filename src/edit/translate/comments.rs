//! A translation whose comments quote its source, to those of them that no longer say what it says.
//!
//! `# en: Website` above a field is what a translator reads, so it has to be today's wording. A
//! comment that quotes nothing, or stands elsewhere, belongs to people and is left alone.

use super::outline::one_line;
use crate::base::{Locale, TextRange};
use crate::content::yaml::{Node, Value};
use crate::translation::{Place, Revision};

/// The quotations of `text` that are out of date, each with today's wording of `source`.
pub(super) fn outdated(tree: &Node, text: &str, source: &Revision, locale: &Locale) -> Vec<(TextRange, String)> {
    let lines = lines(tree, text);
    let start = format!("# {locale}: ");
    let mut found = Vec::new();
    for (key, line) in lines {
        let above = text[..line].trim_end_matches(['\n', '\r']);
        let from = above.rfind('\n').map_or(0, |at| at + 1);
        let comment = &above[from..];
        let indent = comment.len() - comment.trim_start().len();
        let Some(quoted) = comment[indent..].strip_prefix(&start) else { continue };
        let Some(today) = wording(source, &key).map(one_line) else { continue };
        if quoted.trim_end() != today {
            found.push((TextRange::new(from + indent + start.len(), above.len()), today));
        }
    }
    found
}

/// Where the line of each text of a translation starts, written or empty, with its key.
pub(super) fn lines(tree: &Node, text: &str) -> Vec<(String, usize)> {
    let mut lines = Vec::new();
    walk(tree, text, "", &mut lines);
    lines
}

/// Whether what stands at `key` is there and says nothing.
pub(super) fn is_empty(tree: &Node, key: &str) -> bool {
    let mut node = tree;
    for part in key.split('.') {
        let Value::Map(entries) = &node.value else { return false };
        let Some((_, child)) = entries.iter().find(|(key, _)| key.text == part) else { return false };
        node = child;
    }
    match &node.value {
        Value::Null => true,
        Value::Scalar(scalar) => scalar.text.trim().is_empty(),
        Value::Map(_) | Value::List(_) => false,
    }
}

/// What the source says at `key`; of an entry in its short form, its one text.
fn wording<'a>(source: &'a Revision, key: &str) -> Option<&'a str> {
    if let Some(segment) = source.field(key) {
        return Some(&segment.markdown);
    }
    let mut below = source.segments.iter().filter(|segment| {
        matches!(&segment.place, Place::Field(own) if own.strip_prefix(key).is_some_and(|rest| rest.starts_with('.')))
    });
    let only = below.next()?;
    below.next().is_none().then_some(only.markdown.as_str())
}

/// Where the line of each value starts, by its key.
fn walk(node: &Node, text: &str, prefix: &str, lines: &mut Vec<(String, usize)>) {
    let Value::Map(entries) = &node.value else { return };
    for (key, child) in entries {
        let name = if prefix.is_empty() { key.text.clone() } else { format!("{prefix}.{}", key.text) };
        let line = text[..key.range.start()].rfind('\n').map_or(0, |at| at + 1);
        match &child.value {
            Value::Map(_) => walk(child, text, &name, lines),
            Value::List(_) => items(text, key.range.end(), &name, lines),
            Value::Null | Value::Scalar(_) => lines.push((name, line)),
        }
    }
}

/// Where each item of the list below a key starts: an empty one has no place of its own.
fn items(text: &str, from: usize, name: &str, lines: &mut Vec<(String, usize)>) {
    let mut at = text[from..].find('\n').map_or(text.len(), |end| from + end + 1);
    let (mut level, mut number) = (None, 0);
    for line in text[at..].split_inclusive('\n') {
        let start = at;
        at += line.len();
        let written = line.trim_start_matches(' ');
        let indent = line.len() - written.len();
        let is_item = written.starts_with("- ") || written.trim_end() == "-";
        if written.trim().is_empty() || written.starts_with('#') || level.is_some_and(|level| indent > level) {
            continue;
        }
        if !is_item || level.is_some_and(|level| indent < level) {
            return;
        }
        level = Some(indent);
        number += 1;
        lines.push((format!("{name}.{number}"), start));
    }
}
