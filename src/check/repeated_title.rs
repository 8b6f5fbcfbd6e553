//! Pages whose first heading, or a line of their prose, says the title again.

use super::{at, prose, taken_out, title};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;
use crate::markdown::{BlockKind, plain};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        let Some(title) = title(&page).map(normal).filter(|title| !title.is_empty()) else { continue };
        let body = &page.document.parsed.body;
        let heading = body.headings.first().filter(|heading| {
            let is_first = body.blocks.first().is_none_or(|block| block.range.start() >= heading.range.start());
            is_first && normal(&heading.text) == title
        });
        if let Some(heading) = heading {
            let problem = at(page.document, heading.range, Name::RepeatedTitle, "the first heading repeats the title")
                .help("delete the heading; the page already shows its title");
            diagnostics.push(taken_out(problem, page.document));
        }
        // Only what is about as long as the title is read again.
        let paragraphs = body
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Paragraph && block.text.len() <= 2 * title.len());
        for block in paragraphs.filter(|block| normal(&block.text) == title) {
            let problem = at(page.document, block.range, Name::RepeatedTitle, "this line repeats the title")
                .help("delete the line; the page already shows its title");
            diagnostics.push(taken_out(problem, page.document));
        }
    }
}

fn normal(text: &str) -> String {
    plain(text).trim().to_lowercase()
}
