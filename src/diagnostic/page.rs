//! A kind of problem to the page that explains it.

use std::borrow::Cow;

use super::Name;

/// The pages of `tests/check`, which are tests there and documentation here.
#[derive(rust_embed::RustEmbed)]
#[folder = "tests/check"]
struct Pages;

/// What `name` means, why it matters and how to mend it: Markdown, with a small site that has the
/// problem in a `site` block and what is said about it in a `report` block.
#[must_use]
pub fn page(name: Name) -> Option<Cow<'static, str>> {
    let file = Pages::get(&format!("{name}.md"))?;
    match file.data {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
        Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
    }
}
