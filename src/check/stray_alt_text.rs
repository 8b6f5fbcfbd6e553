//! Paragraphs that are the alternative text of an image on the same page.

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
        let alts: Vec<String> = body
            .references
            .iter()
            .filter(|reference| reference.kind == ReferenceKind::Image)
            .filter_map(|image| image.label.as_ref())
            .map(|alt| alt.trim().to_lowercase())
            .filter(|alt| !alt.is_empty())
            .collect();
        if alts.is_empty() {
            continue;
        }
        for block in body.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph) {
            let said = block.text.trim().to_lowercase();
            if alts.contains(&said) {
                diagnostics.push(
                    at(
                        page.document,
                        block.range,
                        Name::StrayAltText,
                        "this paragraph is the alternative text of an image",
                    )
                    .help("take it out: those who need it hear it from the image"),
                );
            }
        }
    }
}
