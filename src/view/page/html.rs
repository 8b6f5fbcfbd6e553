//! Text of a page that is HTML already.

use serde::Serialize;

/// HTML that is safe to print as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(String);

impl Html {
    /// Takes HTML that `markdown` or `draw` has made.
    pub fn trusted(html: impl Into<String>) -> Self {
        Self(html.into())
    }

    /// Escapes plain text.
    #[must_use]
    pub fn escaped(text: &str) -> Self {
        let mut html = String::with_capacity(text.len());
        Self::push_escaped(&mut html, text);
        Self(html)
    }

    /// Escapes plain text to the end of HTML that is being written.
    pub(in crate::view) fn push_escaped(html: &mut String, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            html.push_str(&rest[..at]);
            html.push_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => "&#39;",
            });
            rest = &rest[at + 1..];
        }
        html.push_str(rest);
    }

    /// The HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words alone; a picture is its text alternative.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut words = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        while let Some((before, tag)) = rest.split_once('<') {
            words.push_str(before);
            let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
            if let Some((_, alt)) = tag.split_once(" alt=\"").filter(|_| tag.starts_with("img ")) {
                words.push_str(alt.split('"').next().unwrap_or_default());
            }
            rest = after;
        }
        words.push_str(rest);
        quick_xml::escape::unescape(&words).map_or_else(|_| words.clone(), std::borrow::Cow::into_owned)
    }
}
