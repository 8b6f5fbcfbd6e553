//! Markdown to a [`Body`] with places, and a body with its targets resolved to safe HTML.
//!
//! Knows nothing of the site: what a reference leads to is told by the caller.

/// The Markdown of one document.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The text, as written.
    pub text: std::sync::Arc<str>,
    /// Where it starts in its file, in bytes.
    pub offset: usize,
}
