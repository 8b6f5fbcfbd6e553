//! Headings that leave a level out.

use super::{at, prose};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        let mut before: Option<u8> = None;
        for heading in &page.document.parsed.body.headings {
            let most = before.map_or(2, |level| level + 1);
            if heading.level > most {
                let message = format_args!("a heading of level {} follows one of level {}", heading.level, most - 1);
                diagnostics.push(
                    at(page.document, heading.range, Name::SkippedHeadingLevel, message)
                        .help(format_args!("write it with {most} number signs", most = most)),
                );
            }
            before = Some(heading.level);
        }
    }
}
