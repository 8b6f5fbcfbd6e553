//! Paragraphs that start in lower case: often the end of a sentence that was cut.

use super::{at, prose};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;
use crate::markdown::BlockKind;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        let mut before: Option<BlockKind> = None;
        for block in &page.document.parsed.body.blocks {
            let follows_text =
                !matches!(before, Some(BlockKind::Item | BlockKind::Code | BlockKind::Html | BlockKind::Cell(_)));
            let starts_low = block.text.trim_start().chars().next().is_some_and(char::is_lowercase);
            if block.kind == BlockKind::Paragraph && follows_text && starts_low && !is_a_name(&block.text) {
                diagnostics.push(
                    at(page.document, block.range, Name::LowercaseParagraph, "this paragraph starts in lower case")
                        .help("join it to the one before, or start it with a capital"),
                );
            }
            before = Some(block.kind);
        }
    }
}

/// Whether it starts with a name such as `iPhone`, or an address.
fn is_a_name(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    first.chars().skip(1).any(char::is_uppercase) || first.contains([':', '/', '.', '@', '_'])
}
