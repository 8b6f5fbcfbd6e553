//! Announcements that nothing follows: a line that ends with a colon, a heading with nothing below it.

use super::{at, prose};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;
use crate::markdown::BlockKind;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        let blocks = &page.document.parsed.body.blocks;
        for (index, block) in blocks.iter().enumerate() {
            let next = blocks.get(index + 1).map(|next| next.kind);
            let problem = match (block.kind, next) {
                (BlockKind::Heading(level), None) => Some(("heading", level)),
                (BlockKind::Heading(level), Some(BlockKind::Heading(below))) if below <= level => {
                    Some(("heading", level))
                }
                (BlockKind::Paragraph, None | Some(BlockKind::Heading(_))) if announces(&block.text) => {
                    Some(("line", 0))
                }
                (BlockKind::Paragraph, Some(BlockKind::Paragraph))
                    if announces_list(&block.text)
                        || (announces(&block.text)
                            && blocks.get(index + 1).is_some_and(|next| announces(&next.text))) =>
                {
                    Some(("line", 0))
                }
                _ => None,
            };
            let has_figure = || {
                page.document.parsed.body.references.iter().any(|reference| {
                    let end = blocks.get(index + 1).map_or(usize::MAX, |next| next.range.start());
                    reference.whole.start() >= block.range.end() && reference.whole.start() < end
                })
            };
            if let Some((what, _)) = problem.filter(|_| !has_figure()) {
                let message = format_args!("this {what} announces something, and nothing follows");
                diagnostics.push(
                    at(page.document, block.range, Name::EmptyAnnouncedList, message)
                        .help("write what it announces, or take it out"),
                );
            }
        }
    }
}

fn announces(text: &str) -> bool {
    text.trim_end().ends_with([':', '：'])
}

/// Whether a short line announces several things: what follows it has to be a list or a table.
fn announces_list(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    announces(text) && text.split_whitespace().count() <= 12 && LISTS.contains(&first.as_str())
}

/// How such lines begin.
const LISTS: &[&str] =
    &["upcoming", "forthcoming", "coming", "prochains", "prochaines", "kommende", "nächste", "القادمة"];
