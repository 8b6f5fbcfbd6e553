//! Internal evidence that public text repeats.

use super::super::Graph;
use super::super::visibility::Public;
use crate::base::{Span, TextRange};
use crate::content::Document;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};

/// Shorter sayings are too common to be recognised.
const SHORTEST: usize = 20;

/// Reports every public text that holds, word for word, what internal evidence says.
pub(super) fn check(graph: &Graph, public: &Public, diagnostics: &mut Diagnostics) {
    let confidential: Vec<String> =
        public.confidential().iter().map(|text| folded(text)).filter(|text| text.chars().count() >= SHORTEST).collect();
    if confidential.is_empty() {
        return;
    }
    for node in graph.nodes() {
        for document in node.document().into_iter().chain(node.translations.values()) {
            check_document(document, &confidential, diagnostics);
        }
    }
}

fn check_document(document: &Document, confidential: &[String], diagnostics: &mut Diagnostics) {
    let texts = document.parsed.front_matter.texts();
    let strings = texts.into_iter().flat_map(|texts| texts.values()).map(|text| (&*text.value, text.range));
    let body = &document.parsed.body;
    let blocks = body.blocks.iter().map(|block| (block.text.as_str(), block.range));
    let leaks = strings.chain(blocks).filter(|(text, _)| {
        let text = folded(text);
        confidential.iter().any(|secret| text.contains(secret.as_str()))
    });
    let ranges: Vec<TextRange> = leaks.map(|(_, range)| range).collect();
    for range in ranges {
        diagnostics.push(
            Diagnostic::new(
                Name::InternalEvidenceLeak,
                Span::new(&document.path, range),
                "this repeats evidence that is for internal use",
            )
            .help("take it out, or change the `consent` of the evidence if the speaker agrees"),
        );
    }
}

/// A text without regard to case, quotes and spaces.
fn folded(text: &str) -> String {
    let words: Vec<String> = text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join(" ")
}
