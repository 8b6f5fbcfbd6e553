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
                let body = &page.document.parsed.body;
                let problem = at(page.document, heading.range, Name::SkippedHeadingLevel, message)
                    .help(format_args!("write it with {most} number signs"));
                let start = heading.range.start().saturating_sub(body.offset);
                let written = body.text.get(start..start + heading.range.len()).and_then(|line| line.strip_prefix('#'));
                let marks = "#".repeat(usize::from(most));
                diagnostics
                    .push(problem.may_mend(written.map(|line| format!("{marks}{}", line.trim_start_matches('#')))));
            }
            before = Some(heading.level);
        }
    }
}
