//! Parts of a page that would have the same anchor.

use std::collections::BTreeMap;

use super::super::{Graph, Node, Part, anchors};
use crate::base::{Span, TextRange};
use crate::content::Document;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};

/// Reports two pains whose anchors run together, and headings that want the anchor of a part.
pub(super) fn check(graph: &Graph, diagnostics: &mut Diagnostics) {
    for node in graph.nodes() {
        let Some(document) = node.document() else { continue };
        let mut taken: BTreeMap<String, TextRange> = BTreeMap::new();
        for (part, range) in parts(node) {
            let anchor = part.anchor();
            match taken.get(&anchor) {
                Some(first) => diagnostics.push(repeated(document, &anchor, range, *first)),
                None => {
                    taken.insert(anchor, range);
                }
            }
        }
        let headings = &document.parsed.body.headings;
        for (heading, anchor) in headings.iter().zip(graph.anchors(&node.id, &node.locale)) {
            if let Some(first) = taken.get(&anchor) {
                diagnostics.push(repeated(document, &anchor, heading.range, *first));
            }
        }
    }
}

/// The parts of a journey or a persona, each with the place of its id.
fn parts(node: &Node) -> Vec<(Part, TextRange)> {
    let mut parts: Vec<(Part, TextRange)> = Vec::new();
    if let Some(journey) = node.journey() {
        parts.extend(anchors::parts(journey).map(|part| {
            let range = match &part {
                Part::Pain { at, pain } => {
                    let step = journey.step(at).and_then(|step| step.pains.get(pain));
                    let deviation = || journey.deviations.get(at).and_then(|deviation| deviation.pains.get(pain));
                    step.or_else(deviation).map(|pain| pain.range)
                }
                Part::Step(id) => journey.step(id).map(|step| step.range),
                Part::Phase(id) => journey.phases.get(id).map(|phase| phase.range),
                Part::Opportunity(id) => journey.opportunities.get(id).map(|opportunity| opportunity.range),
                Part::Deviation(id) => journey.deviations.get(id).map(|deviation| deviation.range),
                Part::Evidence(id) => journey.evidence.get(id).map(|evidence| evidence.range),
                Part::Need(_) | Part::Heading(_) => None,
            };
            (part, range.unwrap_or_default())
        }));
    }
    // A step that is named twice has been reported where it was read.
    parts.dedup_by(|(one, _), (other, _)| one == other);
    parts
}

fn repeated(document: &Document, anchor: &str, range: TextRange, first: TextRange) -> Diagnostic {
    let message = format_args!("two parts of this page would have the anchor `{anchor}`");
    Diagnostic::new(Name::DuplicateAnchor, Span::new(&document.path, range), message)
        .label("here again")
        .related(Span::new(&document.path, first), "here first")
        .help("change one of the ids, or the heading")
}
