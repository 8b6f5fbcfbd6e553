//! Translatable strings of front matter and vocabulary.

use std::collections::BTreeMap;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::base::{Spanned, TextRange};

/// The place of a string in its document, the same in the source and in every overlay:
/// `title`, `phases.notify.name`, `steps.wait.pains.silence.text`.
///
/// Steps are flat, whatever their phase; steps of deviations are among them.
pub type TextKey = SmolStr;

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
