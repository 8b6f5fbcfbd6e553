//! Keys and texts to the YAML that a translator fills in: the source's words as a comment, the
//! translation as an empty block below.

use indexmap::IndexMap;

use crate::base::Locale;
use crate::markdown;

/// Texts by key, as a tree in the order they were added.
#[derive(Debug, Default)]
pub(super) struct Outline {
    root: Branch,
}

#[derive(Debug, Default)]
struct Branch {
    text: Option<String>,
    children: IndexMap<String, Branch>,
}

impl Outline {
    /// Adds the source text of a key.
    pub(super) fn insert(&mut self, key: &str, text: &str) {
        let mut branch = &mut self.root;
        for part in key.split('.') {
            branch = branch.children.entry(part.to_owned()).or_default();
        }
        branch.text = Some(one_line(text));
    }

    /// The YAML, each line indented by `indent`. `locale` is the source's, for the comments.
    pub(super) fn yaml(&self, locale: &Locale, indent: &str) -> String {
        let mut yaml = String::new();
        self.root.write(locale, indent, &mut yaml);
        yaml
    }
}

impl Branch {
    fn write(&self, locale: &Locale, indent: &str, yaml: &mut String) {
        let is_list = self.children.keys().all(|key| key.bytes().all(|byte| byte.is_ascii_digit()));
        for (key, branch) in &self.children {
            if let Some(text) = &branch.text {
                yaml.push_str(&format!("{indent}# {locale}: {text}\n"));
            }
            let name = if is_list { "-".to_owned() } else { format!("{key}:") };
            if branch.children.is_empty() {
                yaml.push_str(&format!("{indent}{name} >-\n"));
            } else {
                yaml.push_str(&format!("{indent}{name}\n"));
                branch.write(locale, &format!("{indent}  "), yaml);
            }
        }
    }
}

/// A text on one line, so that it stays inside its comment.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split(['\n', '\r', '\t', ' ', '\u{85}', '\u{2028}', '\u{2029}']).collect();
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The Markdown of a body whose headings say their ids, so that links to them hold in every language.
#[must_use]
pub(super) fn pinned(body: &markdown::Body) -> String {
    let anchors = markdown::anchors(&body.headings);
    let segments = markdown::segments(body);
    let mut changes = Vec::new();
    for (heading, anchor) in body.headings.iter().zip(&anchors) {
        if heading.pinned.is_some() {
            continue;
        }
        let within = segments.iter().find(|segment| {
            segment.range.start() >= heading.range.start() && segment.range.end() <= heading.range.end()
        });
        if let Some(segment) = within {
            let at = crate::base::TextRange::at(segment.range.end() - body.offset);
            changes.push((at, format!(" {{#{anchor}}}")));
        }
    }
    let changes: Vec<_> = changes.iter().map(|(at, pin)| (*at, pin.as_str())).collect();
    crate::translation::replace(&body.text, &changes)
}
