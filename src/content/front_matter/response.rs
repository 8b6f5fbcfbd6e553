//! Responses: what readers wrote back, moderated.

use crate::base::{Date, Spanned};

use super::Ref;

/// The front matter of a response.
#[derive(Clone, Debug, Default)]
pub struct Response {
    /// The article it answers.
    pub to: Option<Ref>,
    /// The name to print.
    pub author: Option<Spanned<String>>,
    /// When it was written.
    pub date: Option<Spanned<Date>>,
    /// Whether the author agreed to be printed.
    pub consent: bool,
}
