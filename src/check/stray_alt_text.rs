//! Paragraphs that are the alternative text of an image, of one on the page or of one that was lost in copying.

use std::collections::BTreeMap;

use super::{at, prose, taken_out};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;
use crate::markdown::{Block, BlockKind, Body, ReferenceKind};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        for (block, lies_beside) in stray(&page.document.parsed.body) {
            let problem = |message| at(page.document, block.range, Name::StrayAltText, message);
            diagnostics.push(if lies_beside {
                let problem = problem("this paragraph is the alternative text of an image")
                    .help("take it out: those who need it hear it from the image");
                taken_out(problem, page.document)
            } else {
                problem("this paragraph looks like the alternative text of an image that is gone")
                    .help("take it out, or put the image back with this as its alternative text")
            });
        }
    }
}

/// The paragraphs of a body that are one, each with whether its image is on the page.
pub(super) fn stray(body: &Body) -> Vec<(&Block, bool)> {
    let alts: Vec<String> = body
        .references
        .iter()
        .filter(|reference| reference.kind == ReferenceKind::Image)
        .filter_map(|image| image.label.as_ref())
        .map(|alt| alt.trim().to_lowercase())
        .filter(|alt| !alt.is_empty())
        .collect();
    let paragraphs = || body.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for block in paragraphs().filter(|block| is_fragment(&block.text)) {
        *times.entry(block.text.trim().to_lowercase()).or_default() += 1;
    }
    // Long paragraphs are prose, unless an image on the page says the same.
    paragraphs()
        .filter(|block| !alts.is_empty() || block.text.len() <= LONGEST)
        .filter_map(|block| {
            let said = block.text.trim().to_lowercase();
            let is_repeated = is_fragment(&block.text) && times.get(&said).is_some_and(|times| *times > 1);
            if SAID_OF_IMAGES.contains(&said.as_str()) || is_repeated {
                Some((block, false))
            } else {
                alts.contains(&said).then_some((block, true))
            }
        })
        .collect()
}

/// What was an alternative text holds no more bytes than this.
const LONGEST: usize = 120;

/// What is said of images and of nothing else.
const SAID_OF_IMAGES: &[&str] =
    &["image", "book image", "cover image", "featured image", "photo", "picture", "bild", "foto", "صورة"];

/// Whether it is a few words in lower case that are no sentence.
fn is_fragment(text: &str) -> bool {
    let text = text.trim();
    let starts_low = text.chars().next().is_some_and(char::is_lowercase);
    starts_low && text.split_whitespace().count() <= 4 && !text.ends_with(['.', '!', '?', ':', '…', ',', ';'])
}
