//! Ids written at headings that the headings do not have.

use super::{Prose, at, prose};
use crate::base::{Date, TextRange};
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;
use crate::markdown::{self, Heading};

/// Reports an id that the layout uses itself, and one of a translation that its source does not have.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        let headings = &page.document.parsed.body.headings;
        if headings.iter().all(|heading| heading.pinned.is_none()) {
            continue;
        }
        let is_source = *page.locale == page.node.locale;
        let anchors = if is_source { markdown::anchors(headings) } else { graph.anchors(&page.node.id, page.locale) };
        // A page that shows the body of another language says nothing of this one.
        if anchors.len() != headings.len() {
            continue;
        }
        for (heading, anchor) in headings.iter().zip(&anchors) {
            let Some(pinned) = heading.pinned.as_ref().filter(|pinned| *pinned != anchor) else { continue };
            if *heading.anchor != **pinned && !markdown::is_reserved(pinned) {
                // It is another heading's too, which is an error already.
                continue;
            }
            let place = place(&page, heading, pinned);
            let message = if is_source {
                format!("`#{pinned}` is for the layout of the page, so this heading has the id `{anchor}`")
            } else {
                format!("the source has no heading with the id `{pinned}`, so this one has the id `{anchor}`")
            };
            let help = if is_source {
                format!("write `{{#{anchor}}}`, or any other id")
            } else {
                format!(
                    "write `{{#{anchor}}}`: a heading has one id in all languages, so that links to it hold in each"
                )
            };
            diagnostics.push(
                at(page.document, place, Name::IgnoredAnchor, message)
                    .label("is not its id")
                    .help(help)
                    .mend(format_args!("{{#{anchor}}}")),
            );
        }
    }
}

/// Where the id is written.
fn place(page: &Prose<'_>, heading: &Heading, pinned: &str) -> TextRange {
    let body = &page.document.parsed.body;
    let start = heading.range.start().saturating_sub(body.offset);
    let written = body.text.get(start..heading.range.end().saturating_sub(body.offset)).unwrap_or_default();
    let braces = format!("{{#{pinned}}}");
    written.rfind(&braces).map_or(heading.range, |at| {
        let start = heading.range.start() + at;
        TextRange::new(start, start + braces.len())
    })
}
