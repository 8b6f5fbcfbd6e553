//! The tree of an author to YAML as an author would write it.
//!
//! Prose stands in `>-` blocks wherever punctuation or length could bite, short forms are used where they
//! say everything, and fields come in the order of their tables.

use std::fmt::Write;

use serde_json::Value;
use smol_str::SmolStr;

use super::authored::Authored;
use crate::content::shape::{Shape, Type};

/// Lines of prose are folded near this width.
const WIDTH: usize = 110;

/// The fields of one object, each on lines of its own, `indent` levels deep.
#[must_use]
pub fn fields(shape: &'static Shape, fields: &Authored, indent: usize) -> String {
    let mut yaml = String::new();
    if let Authored::Map(entries) = fields {
        object(shape, entries, indent, &mut yaml);
    }
    yaml
}

/// One entry of a vocabulary.
#[must_use]
pub fn entry(shape: &'static Shape, id: &str, fields: &Authored) -> String {
    let mut yaml = format!("{}:", key(id));
    let Authored::Map(entries) = fields else { return yaml + "\n" };
    match shape.main.and_then(|main| shape.field(main)) {
        Some(main) if matches!(&entries[..], [(name, _)] if name == main.name) => {
            one(&main.value, &entries[0].1, 1, &mut yaml);
        }
        _ => {
            yaml.push('\n');
            object(shape, entries, 1, &mut yaml);
        }
    }
    yaml
}

/// Fields that no table describes here.
#[must_use]
pub fn untyped_fields(fields: &Authored, indent: usize) -> String {
    let mut yaml = String::new();
    if let Authored::Map(entries) = fields {
        for (name, value) in entries {
            let _ = write!(yaml, "{}{}:", pad(indent), key(name));
            untyped(value, indent + 1, &mut yaml);
        }
    }
    yaml
}

/// The texts of a translation, by their keys, as the nested maps that an overlay has.
#[must_use]
pub fn texts<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut root = Branch::default();
    for (key, text) in texts {
        root.insert(key.split('.'), text);
    }
    let mut yaml = String::new();
    root.write(0, &mut yaml);
    yaml
}

/// Texts by the parts of their keys, in the order given.
#[derive(Default)]
struct Branch {
    text: Option<String>,
    parts: Vec<(String, Branch)>,
}

impl Branch {
    fn insert<'a>(&mut self, mut parts: impl Iterator<Item = &'a str>, text: &str) {
        let Some(part) = parts.next() else {
            self.text = Some(text.to_owned());
            return;
        };
        let at = self.parts.iter().position(|(name, _)| name == part).unwrap_or_else(|| {
            self.parts.push((part.to_owned(), Self::default()));
            self.parts.len() - 1
        });
        self.parts[at].1.insert(parts, text);
    }

    fn write(&self, indent: usize, yaml: &mut String) {
        let numbers: Vec<Option<usize>> = self.parts.iter().map(|(name, _)| name.parse().ok()).collect();
        if let Some(last) =
            numbers.iter().copied().collect::<Option<Vec<usize>>>().and_then(|all| all.into_iter().max())
        {
            // The items of a list; what is not translated among them is empty.
            for number in 1..=last.min(1000) {
                let item = numbers.iter().position(|found| *found == Some(number)).map(|at| &self.parts[at].1);
                let text = item.and_then(|item| item.text.as_deref()).unwrap_or_default();
                let _ = write!(yaml, "{}-", pad(indent));
                prose(text, indent + 1, yaml);
            }
            return;
        }
        for (name, part) in &self.parts {
            let _ = write!(yaml, "{}{}:", pad(indent), key(name));
            match &part.text {
                Some(text) => prose(text, indent + 1, yaml),
                None => {
                    yaml.push('\n');
                    part.write(indent + 1, yaml);
                }
            }
        }
    }
}

fn pad(indent: usize) -> String {
    "  ".repeat(indent)
}

fn object(shape: &'static Shape, entries: &[(SmolStr, Authored)], indent: usize, yaml: &mut String) {
    let known = shape.fields().filter_map(|field| {
        let (name, value) = entries.iter().find(|(name, _)| name == field.name)?;
        Some((name, Some(&field.value), value))
    });
    // What the table does not know: the languages of a term, then fields of the author's own.
    let other = |wants_own: bool| {
        entries
            .iter()
            .filter(move |(name, _)| shape.field(name).is_none() && name.starts_with("x-") == wants_own)
            .map(|(name, value)| (name, None, value))
    };
    for (name, kind, value) in other(false).chain(known).chain(other(true)) {
        let _ = write!(yaml, "{}{}:", pad(indent), key(name));
        match kind {
            Some(kind) => one(kind, value, indent + 1, yaml),
            None => untyped(value, indent + 1, yaml),
        }
    }
}

/// Writes what follows a colon, line end included.
fn one(kind: &'static Type, value: &Authored, indent: usize, yaml: &mut String) {
    match (kind, value) {
        (Type::OneOf(types), _) => {
            let is_structure = matches!(value, Authored::Map(_) | Authored::List(_));
            let fits = |kind: &&Type| is_structure == matches!(kind, Type::Object(_) | Type::List(_) | Type::Map(_));
            let kind = types.iter().filter(|kind| !matches!(kind, Type::Literal(_))).find(fits);
            let literal = types.iter().find_map(|kind| match kind {
                Type::Literal(word) => Some(*word),
                _ => None,
            });
            match (kind, value) {
                // The short form of an object would read as the word beside it.
                (Some(Type::Object(shape)), Authored::Map(entries))
                    if main_text(shape, entries).is_some() && main_text(shape, entries) == literal =>
                {
                    yaml.push('\n');
                    object(shape, entries, indent, yaml);
                }
                // One owner stands without brackets.
                (Some(Type::List(_)), Authored::List(items)) if items.len() == 1 => untyped(&items[0], indent, yaml),
                (Some(kind), _) => one(kind, value, indent, yaml),
                (None, _) => untyped(value, indent, yaml),
            }
        }
        (Type::Object(shape), Authored::Map(entries)) => {
            let main = shape.main.filter(|main| matches!(&entries[..], [(name, _)] if name == main));
            match main.and_then(|main| shape.field(main)) {
                Some(main) => one(&main.value, &entries[0].1, indent, yaml),
                None if entries.is_empty() => yaml.push_str(" {}\n"),
                None => {
                    yaml.push('\n');
                    object(shape, entries, indent, yaml);
                }
            }
        }
        (Type::Map(inner) | Type::By(_, inner) | Type::ByLanguage(inner), Authored::Map(entries)) => {
            yaml.push('\n');
            for (id, entry) in entries {
                let _ = write!(yaml, "{}{}:", pad(indent), key(id));
                one(inner, entry, indent + 1, yaml);
            }
        }
        (Type::List(inner), Authored::List(items)) => list(inner, items, indent, yaml),
        (Type::List(inner), _) => one(inner, value, indent, yaml),
        _ => untyped(value, indent, yaml),
    }
}

fn main_text<'a>(shape: &Shape, entries: &'a [(SmolStr, Authored)]) -> Option<&'a str> {
    match entries {
        [(name, value)] if Some(name.as_str()) == shape.main => value.as_text(),
        _ => None,
    }
}

fn list(inner: &'static Type, items: &[Authored], indent: usize, yaml: &mut String) {
    let are_short = items.iter().all(|item| matches!(item, Authored::Plain(value) if !has_spaces(value)));
    if are_short {
        let items: Vec<String> = items.iter().map(plain).collect();
        let _ = writeln!(yaml, " [{}]", items.join(", "));
        return;
    }
    yaml.push('\n');
    for item in items {
        match (inner, item) {
            (Type::Object(shape), Authored::Map(entries)) if !entries.is_empty() => {
                let mut lines = String::new();
                object(shape, entries, indent + 1, &mut lines);
                // The first field stands behind the hyphen.
                let _ = write!(yaml, "{}- {}", pad(indent), lines.trim_start());
            }
            _ => {
                let _ = write!(yaml, "{}-", pad(indent));
                one(inner, item, indent + 1, yaml);
            }
        }
    }
}

fn has_spaces(value: &Value) -> bool {
    value.as_str().is_some_and(|text| text.contains(char::is_whitespace))
}

fn untyped(value: &Authored, indent: usize, yaml: &mut String) {
    match value {
        Authored::Text(_, text) => prose(text, indent, yaml),
        Authored::Plain(Value::String(text)) if text.contains(char::is_whitespace) => prose(text, indent, yaml),
        Authored::Plain(_) => {
            let _ = writeln!(yaml, " {}", plain(value));
        }
        Authored::Raw(value) => {
            let _ = writeln!(yaml, " {value}");
        }
        Authored::List(items) => {
            yaml.push('\n');
            for item in items {
                let _ = write!(yaml, "{}-", pad(indent));
                untyped(item, indent + 1, yaml);
            }
        }
        Authored::Map(entries) => {
            yaml.push('\n');
            for (name, value) in entries {
                let _ = write!(yaml, "{}{}:", pad(indent), key(name));
                untyped(value, indent + 1, yaml);
            }
        }
    }
}

/// Text behind a colon or a hyphen.
fn prose(text: &str, indent: usize, yaml: &mut String) {
    if text.is_empty() {
        yaml.push_str(" \"\"\n");
        return;
    }
    if text.chars().count() <= 60 && is_safe_on_its_line(text) {
        let _ = writeln!(yaml, " {text}");
        return;
    }
    if is_reserved(text) || text.parse::<f64>().is_ok() {
        // A block of one word looks as if it were none.
        let _ = writeln!(yaml, " {}", Value::from(text));
        return;
    }
    let folds = !text.contains(['\n', '\r', '\t', '\u{85}', '\u{2028}', '\u{2029}', '\u{feff}'])
        && !text.contains("  ")
        && !text.starts_with(char::is_whitespace)
        && !text.ends_with(char::is_whitespace);
    if !folds {
        let _ = writeln!(yaml, " {}", Value::from(text));
        return;
    }
    yaml.push_str(" >-\n");
    let mut line = String::new();
    for word in text.split(' ') {
        let is_full = !line.is_empty() && line.chars().count() + word.chars().count() + 2 * indent >= WIDTH;
        // A line may not start with a space of any kind.
        if is_full && !word.starts_with(char::is_whitespace) {
            let _ = writeln!(yaml, "{}{line}", pad(indent));
            line.clear();
        } else if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(yaml, "{}{line}", pad(indent));
}

/// Whether YAML reads the text as it stands, and as text.
fn is_safe_on_its_line(text: &str) -> bool {
    let is_word = |letter: char| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '\'' | '’' | ',' | '.' | '?');
    text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && !text.contains("  ")
        && text.chars().all(|letter| is_word(letter) || letter.is_ascii_digit())
        && !is_reserved(text)
}

/// What YAML, in one of its versions, takes for something else than text.
fn is_reserved(text: &str) -> bool {
    let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];
    words.iter().any(|word| text.eq_ignore_ascii_case(word))
}

fn key(name: &str) -> String {
    let is_plain = name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
        && name.starts_with(|first: char| first.is_ascii_alphabetic())
        && !is_reserved(name);
    if is_plain { name.to_owned() } else { Value::from(name).to_string() }
}

/// A single value that is no prose: ids, dates, numbers, words, addresses.
fn plain(value: &Authored) -> String {
    match value {
        Authored::Plain(Value::String(text)) => {
            let may = |letter: char| letter.is_ascii_alphanumeric() || "-_./+:#%".contains(letter);
            let is_plain = text.chars().all(may)
                && text.starts_with(|first: char| first.is_ascii_alphanumeric())
                && !text.ends_with(':')
                && !is_reserved(text);
            if is_plain { text.clone() } else { Value::from(text.as_str()).to_string() }
        }
        Authored::Plain(value) | Authored::Raw(value) => value.to_string(),
        Authored::Text(_, text) => Value::from(&**text).to_string(),
        Authored::List(_) | Authored::Map(_) => "null".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::base::TextRange;
    use crate::content::yaml;

    fn read_back(yaml: &str) -> yaml::Node {
        yaml::parse(&crate::base::SourcePath::new("x.yaml"), yaml, TextRange::new(0, yaml.len()))
            .unwrap_or_else(|found| panic!("{found:?}\n{yaml}"))
    }

    fn scalar_of(yaml: &str) -> String {
        let node = read_back(yaml);
        match &node.value {
            yaml::Value::Map(entries) => match &entries[0].1.value {
                yaml::Value::Scalar(scalar) => scalar.text.clone(),
                other => panic!("{other:?}\n{yaml}"),
            },
            other => panic!("{other:?}\n{yaml}"),
        }
    }

    #[test]
    fn short_words_stay_on_their_line_and_risky_ones_do_not() {
        let yaml = texts([("a", "Tells the story"), ("b.1", "one"), ("b.3", "No: #3"), ("c.d-e.f", "no")]);
        assert_eq!(yaml, "a: Tells the story\nb:\n  - one\n  - \"\"\n  - >-\n    No: #3\nc:\n  d-e:\n    f: \"no\"\n");
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_it_was(text in "[ a-zé:#!&*%'\"\\-\\\\\n\t{}\\[\\],.>|\u{a0}1]{1,200}") {
            let mut yaml = String::from("k:");
            prose(&text, 1, &mut yaml);
            let node = scalar_of(&yaml);
            prop_assert_eq!(node, text, "{}", yaml);
        }

        #[test]
        fn any_plain_value_is_read_as_it_was(text in "[a-z0-9 :#%/.~?\"'-]{1,30}") {
            let yaml = format!("k: {}\n", plain(&Authored::plain(text.as_str())));
            prop_assert_eq!(scalar_of(&yaml), text, "{}", yaml);
        }
    }
}
