//! Texts that are still those a new document starts with.

use super::{at, sources};
use crate::base::Date;
use crate::config::Config;
use crate::content::placeholder::in_place_of;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, common) in sources(graph) {
        let texts = common.texts.values().map(|text| (&*text.value, text.range));
        let blocks = document.parsed.body.blocks.iter().map(|block| (block.text.as_str(), block.range));
        for (advice, range) in texts.chain(blocks).filter_map(|(text, range)| Some((in_place_of(text)?, range))) {
            diagnostics.push(
                at(document, range, Name::PlaceholderText, "this still says what a new document starts with")
                    .help(format_args!("write {advice}")),
            );
        }
    }
}
