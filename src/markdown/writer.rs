//! Names and values to tags, with every value escaped.

use std::fmt::Write as _;

/// Writes tags. Attributes start with the prefix that the sanitiser lets through, if it will run.
#[derive(Clone, Debug, Default)]
pub(super) struct Tags {
    prefix: String,
}

impl Tags {
    pub(super) fn new(prefix: String) -> Self {
        Self { prefix }
    }

    /// `<name key="value" …>`; an empty value of `class`, `id` or `lang` leaves its attribute out.
    pub(super) fn open(&self, name: &str, attributes: &[(&str, &str)]) -> String {
        let mut tag = format!("<{name}");
        for (key, value) in attributes {
            if value.is_empty() && !matches!(*key, "alt") {
                continue;
            }
            let _ = write!(tag, " {}{key}=\"{}\"", self.prefix, escaped(value));
        }
        tag.push('>');
        tag
    }
}

/// The text with what HTML treats specially escaped, for content and for quoted attributes.
pub(super) fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text).into_owned()
}
