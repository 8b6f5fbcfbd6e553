//! Paragraphs that start in lower case: often the end of a sentence that was cut.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::stray_alt_text::stray;
use super::{at, prose};
use crate::base::{Date, TextRange};
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;
use crate::markdown::BlockKind;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        let mut before: Option<BlockKind> = None;
        let body = &page.document.parsed.body;
        // What is the text of a lost image is told so, and once. Few pages have a paragraph that needs the question.
        let strays: LazyCell<BTreeSet<TextRange>, _> =
            LazyCell::new(|| stray(body).into_iter().map(|(block, _)| block.range).collect());
        for block in &body.blocks {
            let follows_text =
                !matches!(before, Some(BlockKind::Item | BlockKind::Code | BlockKind::Html | BlockKind::Cell(_)));
            let starts_low = block.text.trim_start().chars().next().is_some_and(char::is_lowercase);
            let is_cut = block.kind == BlockKind::Paragraph && follows_text && starts_low && !is_a_name(&block.text);
            if is_cut && !strays.contains(&block.range) {
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
