//! Translatable strings of front matter and vocabulary.

use std::collections::BTreeMap;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::base::{Spanned, TextRange};

/// The place of a string in its document, the same in the source and in every overlay:
/// `title`, `phases.notify.name`, `steps.wait.pains.silence.text`.
///
/// - Fields and ids, joined by dots; a short form has the key of the long one, so a promise is
///   always `promise.text` and a moment of truth `steps.wait.moment-of-truth.why`.
/// - Steps are flat, whatever their phase; steps of deviations are among them.
/// - What is keyed by a reference has that id: `steps.wait.backstage.claims-desk`.
/// - The items of a list of texts count from 1: `expectations.1`.
/// - In a vocabulary the id of the entry comes first: `claims-hotline.name`.
pub type TextKey = SmolStr;

/// The field that says where a name stands among others: `Office, the`, or how its characters are read.
pub const SORT_AS: &str = "sort-as";

/// Whether a key is that of a [`SORT_AS`]. Each language has its own or none: there is nothing to translate in it.
#[must_use]
pub fn is_sort_key(key: &str) -> bool {
    key.strip_suffix(SORT_AS).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// One translatable string: inline Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Which string it is.
    pub key: TextKey,
    /// What the source says. Never empty.
    pub value: Arc<str>,
    /// Where.
    pub range: TextRange,
}

/// All translatable strings of one front matter or vocabulary file, by key, in the order written.
///
/// For a source it lists what can be translated; for an overlay, what has been.
pub type Localizable = BTreeMap<TextKey, Spanned<Arc<str>>>;

/// How a key is written in a file, one name below the other: `steps.wait.name` is “`steps:` › `wait:` › `name:`”.
#[must_use]
pub fn nested(key: &str) -> String {
    let part = |part: &str| match part.parse::<usize>() {
        Ok(number) => format!("item {number}"),
        Err(_) => format!("`{part}:`"),
    };
    key.split('.').map(part).collect::<Vec<_>>().join(" › ")
}
