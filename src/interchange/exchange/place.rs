//! Units to their places in the file of a translation, and what is to be written there.

use std::collections::BTreeMap;

use super::page::Read;
use super::units::{self, Unit, one_line};
use crate::base::TextRange;
use crate::content::yaml::{Node, Value};
use crate::translation::{Pair, Place, Segment};

/// Which text of a file a change belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// The segment with this number among the blocks.
    Block(usize),
    /// The field with this key.
    Field(String),
}

/// The places of a translation by what is said in them: a file may have thousands, and so many texts for them.
pub(super) struct Places<'r> {
    read: &'r Read,
    text: &'r str,
    pairs: BTreeMap<(Option<String>, String), Vec<Pair<'r>>>,
    /// Which block of the translation stands there.
    numbers: BTreeMap<TextRange, usize>,
}

impl<'r> Places<'r> {
    pub(super) fn new(read: &'r Read, text: &'r str) -> Self {
        let mut pairs: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for pair in read.comparison.pairs() {
            pairs.entry(name(pair.source)).or_default().push(pair);
        }
        let blocks = read.target.blocks().into_iter().enumerate();
        let numbers = blocks.rev().map(|(number, index)| (read.target.segments[index].range, number)).collect();
        Self { read, text, pairs, numbers }
    }

    /// Where a unit stands in the file, and what is to be written there.
    pub(super) fn of(&self, unit: &Unit, new: &str) -> Vec<(At, TextRange, String)> {
        let text = self.text;
        let mut places = Vec::new();
        for pair in self.pairs.get(&(unit.key.clone(), unit.source.clone())).into_iter().flatten() {
            match (&pair.source.place, pair.target) {
                (Place::Field(key), Some(target)) => {
                    places.push((At::Field(key.to_string()), target.range, scalar(text, target.range, new)));
                }
                (Place::Field(key), None) => {
                    if let Some((range, written)) = empty_field(&self.read.tree, key, text, new) {
                        places.push((At::Field(key.to_string()), range, written));
                    }
                }
                (Place::Block { .. }, Some(target)) => {
                    // Equal texts that people have translated in different ways stay different.
                    let is_alike = one_line(&target.markdown) == unit.target || pair.is_untranslated;
                    let number = self.numbers.get(&target.range);
                    if let (true, Some(number)) = (is_alike || places.is_empty(), number) {
                        places.push((At::Block(*number), target.range, block(text, target, new)));
                    }
                }
                (Place::Block { .. }, None) => {}
            }
        }
        places
    }
}

/// What a unit has in common with the segments that it is the text of.
pub(super) fn name(segment: &Segment) -> (Option<String>, String) {
    (units::key(segment), one_line(&segment.markdown))
}

/// A block's new text as it is written: hard breaks behind the marks of the blocks around it, and the
/// comments that were in it.
fn block(text: &str, target: &Segment, new: &str) -> String {
    let line = text[..target.range.start()].rfind('\n').map_or(0, |at| at + 1);
    let prefix: String = text[line..target.range.start()]
        .chars()
        .map(|letter| if letter == '>' || letter.is_whitespace() { letter } else { ' ' })
        .collect();
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut written = new.replace('\n', &format!("{newline}{prefix}"));
    for comment in comments(&target.markdown) {
        written.push(' ');
        written.push_str(comment);
    }
    written
}

/// The comments of a text that speak to tools, without the mark that it is to be translated.
fn comments(markdown: &str) -> Vec<&str> {
    let mut comments = Vec::new();
    let mut rest = markdown;
    while let Some(start) = rest.find("<!-- l10n:") {
        let Some(length) = rest[start..].find("-->") else { break };
        let comment = &rest[start..start + length + 3];
        if comment != "<!-- l10n:new -->" {
            comments.push(comment);
        }
        rest = &rest[start + length + 3..];
    }
    comments
}

/// A new value in the style of the one that stands there.
fn scalar(text: &str, range: TextRange, new: &str) -> String {
    let old = range.of(text);
    let before = text[..range.start()].trim_end_matches([' ', '\t']);
    let is_block = before.ends_with('\n')
        && before
            .trim_end()
            .lines()
            .next_back()
            .is_some_and(|line| line.trim_end().trim_end_matches(['-', '+']).ends_with(['>', '|']));
    if is_block && !new.contains('\n') {
        return new.to_owned();
    }
    if old.starts_with('\'') && !new.contains('\n') {
        return format!("'{}'", new.replace('\'', "''"));
    }
    let is_plain = !old.starts_with('"')
        && !new.contains(['\n', '#', '{', '}', '[', ']', ',', '"', '\t'])
        && !new.contains(": ")
        && !new.ends_with(':')
        && new.starts_with(char::is_alphabetic)
        && !matches!(new.to_lowercase().as_str(), "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n");
    // A plain text in a map of several lines may hold commas and brackets.
    let may_be_plain =
        is_plain || (!old.starts_with('"') && !old.contains('\n') && is_calm(new) && is_own_line(text, range));
    if may_be_plain { new.to_owned() } else { serde_json::Value::from(new).to_string() }
}

fn is_calm(new: &str) -> bool {
    new.starts_with(char::is_alphabetic)
        && !new.contains(['\n', '\t'])
        && !new.contains(": ")
        && !new.contains(" #")
        && !new.ends_with(':')
}

/// Whether nothing follows the value on its line: then it stands in no braces.
fn is_own_line(text: &str, range: TextRange) -> bool {
    let rest = text[range.end()..].split('\n').next().unwrap_or_default();
    let line = text[..range.start()].rfind('\n').map_or(0, |at| at + 1);
    rest.trim().is_empty() && !text[line..range.start()].contains(['{', '['])
}

/// Where an empty field stands, as `cxbook translate new` writes them, and what to write there.
fn empty_field(tree: &Node, key: &str, text: &str, new: &str) -> Option<(TextRange, String)> {
    let mut node = tree;
    let mut name = None;
    let parts: Vec<&str> = key.split('.').collect();
    for (depth, part) in parts.iter().enumerate() {
        let child = match &node.value {
            Value::Map(entries) => {
                entries.iter().find(|(key, _)| key.text == *part).map(|(key, child)| (Some(key.range), child))
            }
            Value::List(items) => part
                .parse::<usize>()
                .ok()
                .and_then(|number| items.get(number.checked_sub(1)?))
                .map(|child| (None, child)),
            _ => None,
        };
        match child {
            Some((range, child)) => {
                name = range.or(name);
                node = child;
            }
            // The short form of an entry has the key of its long one.
            None if depth + 1 == parts.len() && is_empty(node) => break,
            None => return None,
        }
    }
    if !is_empty(node) {
        return None;
    }
    let name = name?;
    let line = text[..name.start()].rfind('\n').map_or(0, |at| at + 1);
    let indent: String =
        text[line..name.start()].chars().map(|letter| if letter == '-' { ' ' } else { letter }).collect();
    if !indent.trim().is_empty() || new.contains('\n') {
        return None;
    }
    let end = text[name.end()..].find('\n').map_or(text.len(), |at| name.end() + at);
    let end = end - usize::from(text[..end].ends_with('\r'));
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    Some((TextRange::new(name.end(), end), format!(": >-{newline}{indent}  {new}")))
}

fn is_empty(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Scalar(scalar) => scalar.text.trim().is_empty(),
        _ => false,
    }
}
