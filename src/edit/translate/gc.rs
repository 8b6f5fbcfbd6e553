//! Snapshots to those that nothing needs any more.

use std::collections::BTreeSet;

use super::{Done, Refused, fields};
use crate::base::{SourcePath, count};
use crate::content::yaml::{Node, Value};
use crate::source::SourceSet;
use crate::translation::{Reading, reading, snapshot};

/// Lists the snapshots that no file names.
///
/// Whatever stands in a file of the content counts, be it broken, without a source or of a language that is not set up
/// at the moment: a snapshot too many does no harm, and one too few loses what has changed.
///
/// # Errors
///
/// A file below `content/` was not taken in, so nobody knows which snapshots it names.
pub fn gc(sources: &SourceSet) -> Result<Done, Refused> {
    if let Some(unread) = sources.refused().iter().find(|problem| problem.span.path.as_str().starts_with("content/")) {
        return Err(Refused::new(format_args!(
            "{} is not read ({}), so it may need a snapshot that nobody knows of",
            unread.span.path, unread.message
        )));
    }
    let mut named: BTreeSet<String> = BTreeSet::new();
    for (path, file) in sources.under("content").filter(|(path, _)| !path.as_str().starts_with(snapshot::FOLDER)) {
        names(path, file.bytes(), &mut named);
    }
    let mut done = Done::default();
    let mut kept = 0;
    for (path, _) in sources.under(snapshot::FOLDER) {
        let name = path.file_name().strip_suffix(".md").unwrap_or_default();
        if named.contains(&name.to_ascii_lowercase()) || name.len() != NAME {
            kept += 1
        } else {
            done.deletes.push(path.clone())
        }
    }
    done.did.push(format!("kept {}, deleted {} that nothing needs", count(kept, "snapshot"), done.deletes.len()));
    // A note is about a file, whatever language that is in and whether anybody can read it.
    let translations = sources.under("content").filter(|(path, _)| !path.as_str().starts_with("content/l10n/"));
    let notes: BTreeSet<SourcePath> = translations.map(|(path, _)| Reading::path(path)).collect();
    let gone = sources.under(reading::FOLDER).map(|(path, _)| path).filter(|path| !notes.contains(*path));
    let gone: Vec<SourcePath> = gone.cloned().collect();
    if !gone.is_empty() {
        done.did.push(format!("deleted {} of translations that are gone", count(gone.len(), "note")));
        done.deletes.extend(gone);
    }
    Ok(done)
}

/// How many hex digits the name of a revision has.
const NAME: usize = 16;

/// Adds whatever a file says that may be the name of a snapshot, however it is written there.
fn names(path: &SourcePath, bytes: &[u8], named: &mut BTreeSet<String>) {
    add(bytes, named);
    // A text in two bytes a letter is no page, and names what it names all the same.
    if bytes.contains(&0) {
        let letters: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
        add(&letters, named);
    }
    // Only an escape can take a name apart: quotes, folding and comments leave it in one piece.
    if bytes.contains(&b'\\') {
        let text = String::from_utf8_lossy(bytes);
        match fields::tree(path, &text) {
            Ok(tree) => add_values(&tree, named),
            Err(_) => add(unescaped(&text).as_bytes(), named),
        }
    }
}

fn add(bytes: &[u8], named: &mut BTreeSet<String>) {
    let is_written = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let runs = bytes.split(|byte| !is_written(byte)).chain(bytes.split(|byte| !byte.is_ascii_hexdigit()));
    let names = runs.filter(|run| run.len() == NAME);
    named.extend(names.map(|run| String::from_utf8_lossy(run).to_ascii_lowercase()));
}

fn add_values(node: &Node, named: &mut BTreeSet<String>) {
    match &node.value {
        Value::Map(entries) => {
            for (key, node) in entries {
                add(key.text.as_bytes(), named);
                add_values(node, named);
            }
        }
        Value::List(items) => items.iter().for_each(|node| add_values(node, named)),
        Value::Scalar(scalar) => add(scalar.text.as_bytes(), named),
        Value::Null => {}
    }
}

/// The text with the escapes of YAML and TOML that may stand for a hex digit, and lines joined that end in a backslash.
fn unescaped(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        read.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let digits = match rest.chars().next() {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            Some('\n' | '\r') => {
                rest = rest.trim_start();
                continue;
            }
            _ => continue,
        };
        let letter = rest.get(1..=digits).and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        if let Some(letter) = letter {
            read.push(letter);
            rest = &rest[digits + 1..];
        }
    }
    read.push_str(rest);
    read
}
