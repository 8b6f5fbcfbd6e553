//! The marks that an update leaves in a translation, to the hint that says where they stand and what to do there.

use crate::base::{SourcePath, line_after};
use crate::content::front_matter::split::split;
use crate::markdown::{self, Body, Limits};

/// What a hint names of many lines.
const MOST_LINES: usize = 8;

/// Where `<!-- l10n:new -->` stands in the translation at `path`, and what to do; nothing if it stands nowhere.
#[must_use]
pub fn hint(path: &SourcePath, text: &str, body: &Body) -> Option<String> {
    let marks = body.directives.iter().filter(|directive| directive.text == "new");
    let mut lines: Vec<usize> = marks.filter_map(|mark| Some(line_after(text.get(..mark.range.start())?))).collect();
    lines.dedup();
    let shown = lines.iter().take(MOST_LINES).map(usize::to_string).collect::<Vec<_>>().join(", ");
    match lines.len() {
        0 => None,
        1 => Some(format!("translate the block at {path}:{shown}, and remove `<!-- l10n:new -->` from it")),
        many => {
            let more = if many > MOST_LINES { format!(" and {} more", many - MOST_LINES) } else { String::new() };
            Some(format!(
                "translate the blocks of {path} on lines {shown}{more}, and remove `<!-- l10n:new -->` from each"
            ))
        }
    }
}

/// The same, and for `<!-- l10n:obsolete -->` too.
pub(super) fn left(path: &SourcePath, text: &str, body: &Body) -> Option<String> {
    hint(path, text, body).or_else(|| {
        let mark = body.directives.iter().find(|directive| directive.text == "obsolete")?;
        let line = line_after(text.get(..mark.range.start())?);
        Some(format!(
            "the block at {path}:{line} has no source any more; delete it, or take `<!-- l10n:obsolete -->` out of it to keep it"
        ))
    })
}

/// The hint for a translation as it will be.
pub(super) fn hint_of(path: &SourcePath, text: &str) -> Option<String> {
    // A file without a body has no block to mark.
    let body = split(path, text).ok()?.body;
    hint(path, text, &markdown::parse(body.of(text), body.start(), &Limits::default()))
}
