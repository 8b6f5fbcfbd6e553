//! Pages whose first heading says the title again.

use super::{at, prose, title};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;
use crate::markdown::plain;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        let Some(heading) = page.document.parsed.body.headings.first() else { continue };
        let is_first =
            page.document.parsed.body.blocks.first().is_none_or(|block| block.range.start() >= heading.range.start());
        let same = |title: &str| plain(title).trim().to_lowercase() == heading.text.trim().to_lowercase();
        if is_first && title(&page).is_some_and(same) {
            diagnostics.push(
                at(page.document, heading.range, Name::RepeatedTitle, "the first heading repeats the title")
                    .help("delete the heading; the page already shows its title"),
            );
        }
    }
}
