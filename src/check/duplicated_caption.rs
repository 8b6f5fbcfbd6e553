//! Captions that are printed twice: as the title of an image and as a paragraph.

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
        if captions.is_empty() {
            continue;
        }
        for block in body.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
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
            }
        }
    }
}
