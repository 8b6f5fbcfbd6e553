//! Captions that are printed twice: with a picture and as a paragraph, or as a credit in brackets and without.

use super::{at, prose};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;
use crate::markdown::{BlockKind, ReferenceKind};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        let body = &page.document.parsed.body;
        let figures = page.node.common().into_iter().flat_map(|common| common.figures.values());
        let mut captions: Vec<String> = figures
            .filter_map(|figure| figure.caption.as_ref())
            .map(|caption| {
                crate::markdown::plain(graph.text(&page.node.id, caption, page.locale).value).trim().to_lowercase()
            })
            .collect();
        let images = body.references.iter().filter(|reference| reference.kind == ReferenceKind::Image);
        captions.extend(images.filter_map(|image| image.title.as_ref()).map(|title| title.trim().to_lowercase()));
        let may_say_twice = |text: &str| !captions.is_empty() || text.trim_start().starts_with('[');
        let paragraphs = body.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
        for block in paragraphs.filter(|block| may_say_twice(&block.text)) {
            let said = block.text.trim().to_lowercase();
            if !said.is_empty() && captions.contains(&said) {
                diagnostics.push(
                    at(
                        page.document,
                        block.range,
                        Name::DuplicatedCaption,
                        "this paragraph repeats the caption of a picture",
                    )
                    .help("take it out: the caption is printed with the picture"),
                );
            } else if says_itself_twice(&said) {
                diagnostics.push(
                    at(page.document, block.range, Name::DuplicatedCaption, "this paragraph says one credit twice")
                        .help("give the picture a `credit` under `figures`, and take the paragraph out"),
                );
            }
        }
    }
}

/// Whether it is something in brackets followed by the same without them.
fn says_itself_twice(text: &str) -> bool {
    let halves = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    halves.is_some_and(|(first, second)| !first.trim().is_empty() && first.trim() == second.trim())
}
