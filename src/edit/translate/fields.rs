//! A file with a `translation` block to the same file with other values in it.
//!
//! Only the values named change, byte for byte: comments, order and style of all else stay.

use super::Refused;
use crate::base::{SourcePath, TextRange};
use crate::content::front_matter::split::split;
use crate::content::yaml::{self, Node, Value};
use crate::translation::replace;

/// Where the YAML of a file stands: all of a vocabulary, the front matter of a document.
///
/// # Errors
///
/// A document without front matter.
pub(in crate::edit) fn yaml_range(path: &SourcePath, text: &str) -> Result<TextRange, Refused> {
    if path.extension() == "yaml" {
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        return Ok(TextRange::new(start, text.len()));
    }
    split(path, text)
        .map(|parts| parts.front_matter)
        .map_err(|problem| Refused::new(format_args!("{path}: {}", problem.message)))
}

/// The YAML of a file as a tree.
///
/// # Errors
///
/// It is none.
pub(in crate::edit) fn tree(path: &SourcePath, text: &str) -> Result<Node, Refused> {
    yaml::parse(path, text, yaml_range(path, text)?).map_err(|problems| {
        let message = problems.first().map_or("it cannot be read", |problem| &problem.message);
        Refused::new(format_args!("{path}: {message}"))
    })
}

/// The text of a translation that nobody has read since, however its status is written.
///
/// # Errors
///
/// The file cannot be read.
pub fn as_draft(path: &SourcePath, text: &str) -> Result<String, Refused> {
    set(path, text, &[("status", "draft".to_owned())])
}

/// Sets fields of the `translation` block, which is made where there is none.
///
/// # Errors
///
/// The file cannot be read.
pub(in crate::edit) fn set(path: &SourcePath, text: &str, values: &[(&str, String)]) -> Result<String, Refused> {
    let range = yaml_range(path, text)?;
    let Value::Map(entries) = tree(path, text)?.value else {
        return Err(Refused::new(format_args!("{path} holds no fields")));
    };
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let lines = |indent: &str| -> String {
        values.iter().map(|(key, value)| format!("{indent}{key}: {value}{newline}")).collect()
    };
    let block = entries.iter().find(|(key, _)| key.text == "translation");
    let Some((key, node)) = block else {
        let new = format!("translation:{newline}{}", lines("  "));
        return Ok(replace(text, &[(TextRange::at(range.start()), &new)]));
    };
    let Value::Map(known) = &node.value else {
        let new = format!("translation:{newline}{}", lines("  ").trim_end());
        return Ok(replace(
            text,
            &[(TextRange::new(key.range.start(), node.range.end().max(key.range.end() + 1)), &new)],
        ));
    };
    let is_flow = node.is_flow(text);
    let mut changes: Vec<(TextRange, String)> = Vec::new();
    let mut added = Vec::new();
    for (name, value) in values {
        match known.iter().find(|(key, _)| key.text == *name) {
            Some((key, old)) if old.range.is_empty() => {
                changes.push((
                    TextRange::new(key.range.end(), old.range.end().max(key.range.end() + 1)),
                    format!(": {value}"),
                ));
            }
            Some((_, old)) => changes.push((whole(old, text), value.clone())),
            None => added.push((name, value)),
        }
    }
    if is_flow {
        let list: Vec<String> = added.iter().map(|(key, value)| format!("{key}: {value}")).collect();
        if !list.is_empty() {
            let comma = if known.is_empty() { "" } else { "," };
            changes.push((TextRange::at(node.range.start() + 1), format!(" {}{comma}", list.join(", "))));
        }
    } else if let Some((first, _)) = known.first() {
        let start = first.range.start();
        let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let indent = &text[line..start];
        let new: String = added.iter().map(|(key, value)| format!("{key}: {value}{newline}{indent}")).collect();
        if !new.is_empty() {
            changes.push((TextRange::at(start), new));
        }
    }
    let changes: Vec<(TextRange, &str)> = changes.iter().map(|(range, new)| (*range, new.as_str())).collect();
    Ok(replace(text, &changes))
}

/// Where a value stands, its closing bracket included.
fn whole(node: &Node, text: &str) -> TextRange {
    let (Value::List(_), true, false) =
        (&node.value, node.is_flow(text), node.range.len() > 1 && node.range.of(text).ends_with(']'))
    else {
        return node.range;
    };
    let close = text.get(node.range.end()..).and_then(|rest| rest.find(']'));
    close.map_or(node.range, |at| TextRange::new(node.range.start(), node.range.end() + at + 1))
}

/// A list of hashes or names, as it is written.
pub(in crate::edit) fn list<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    let items: Vec<String> = items.into_iter().map(plain).collect();
    format!("[{}]", items.join(", "))
}

/// A short text that YAML cannot misread: in quotes where it has to be.
pub(in crate::edit) fn plain(text: &str) -> String {
    let is_safe = text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '.' | '_' | '’'))
        && text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && !matches!(text.to_lowercase().as_str(), "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n");
    let is_hash = text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_safe || is_hash { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(text: &str) -> String {
        let path = SourcePath::new("content/about.fr.md");
        set(&path, text, &[("base", "9f2c1a7e44d0b613".into()), ("status", "draft".into())]).unwrap()
    }

    #[test]
    fn only_the_named_values_change_in_every_style() {
        let base = "base: 9f2c1a7e44d0b613";
        assert_eq!(
            changed("---\ntitle: À propos # mine\n---\n"),
            format!("---\ntranslation:\n  {base}\n  status: draft\ntitle: À propos # mine\n---\n")
        );
        assert_eq!(
            changed("---\ntranslation: { status: reviewed, by: [a] }\n---\n"),
            format!("---\ntranslation: {{ {base}, status: draft, by: [a] }}\n---\n")
        );
        assert_eq!(
            changed("---\ntranslation:\n    by: [a] # who\n    status: machine # why\ntitle: T\n---\n"),
            format!("---\ntranslation:\n    {base}\n    by: [a] # who\n    status: draft # why\ntitle: T\n---\n")
        );
        assert_eq!(
            changed("---\ntranslation:\ntitle: T\n---\n"),
            format!("---\ntranslation:\n  {base}\n  status: draft\ntitle: T\n---\n")
        );
        assert_eq!(
            changed("---\ntranslation: {}\n---\n"),
            format!("---\ntranslation: {{ {base}, status: draft}}\n---\n")
        );
    }

    #[test]
    fn a_list_is_replaced_with_its_brackets() {
        let path = SourcePath::new("content/about.fr.md");
        for list in ["[3fa19c0d22b1e870]", "[ 3fa19c0d22b1e870, 77aa01c2d9e4f005 ]", "[]"] {
            for (before, after) in [("translation:\n  synced: ", "\n"), ("translation: { synced: ", " }\n")] {
                let text = format!("---\n{before}{list}{after}---\n");
                let set = set(&path, &text, &[("synced", "[]".into())]).unwrap();
                assert_eq!(set, format!("---\n{before}[]{after}---\n"));
            }
        }
    }

    #[test]
    fn a_name_that_yaml_would_misread_is_quoted() {
        assert_eq!(
            [plain("Jean P."), plain("a, b"), plain("no"), plain("# x")],
            ["Jean P.", "\"a, b\"", "\"no\"", "\"# x\""]
        );
    }
}
