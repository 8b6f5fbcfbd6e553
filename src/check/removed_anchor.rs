//! Anchors that pages have had and lost.

use super::{at, sources, whole};
use crate::base::{SourcePath, Span};
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{ANCHORS, Graph, Published, part, successor};
use crate::markdown::Heading;

/// Reports them: at the heading that may be the lost one in other words, else at the title of the page.
pub fn removed_anchors(graph: &Graph, published: &Published, diagnostics: &mut Diagnostics) {
    if published.is_empty() {
        return;
    }
    for (node, document, common) in sources(graph) {
        let removed = published.removed(graph, &node.id);
        let is_new = |heading: &&Heading| heading.pinned.is_none() && !published.has(&node.id, &heading.anchor);
        let mut new: Vec<&Heading> = document.parsed.body.headings.iter().filter(is_new).collect();
        for (anchor, place) in &removed {
            let message = format_args!("`#{anchor}` was published, and nothing on this page has that anchor any more");
            let noun = part(anchor, node.id.kind);
            // No heading can have the anchor of a part.
            let heading = if noun.is_some() { None } else { successor(anchor, &new, removed.len()) };
            // Two anchors do not fit at one heading.
            new.retain(|other| heading.is_none_or(|heading| heading.range != other.range));
            let problem = match heading {
                Some(heading) => at(document, heading.range, Name::RemovedAnchor, message)
                    .label("may this be what it named, in other words?")
                    .help(format_args!(
                        "if so, end the heading in `{{#{anchor}}}`, and it keeps its anchor; else take the line out of {ANCHORS}"
                    )),
                None => whole(document, common, Name::RemovedAnchor, message).help(way_out(anchor, noun)),
            };
            diagnostics.push(
                problem.related(
                    Span::new(&SourcePath::new(ANCHORS), *place),
                    "it is one of those that others may link to",
                ),
            );
        }
    }
}

fn way_out(anchor: &str, noun: Option<&str>) -> String {
    match noun {
        // A persona may have had a heading “Need to know”.
        Some("need") => format!(
            "if the need has another id now, let it say there what it was called (`renamed-from`); if it was a heading, end \
             the one that took its place in `{{#{anchor}}}`; if nothing did, take the line out of {ANCHORS}"
        ),
        Some(noun) => format!(
            "if the {noun} has another id now, let it say there what it was called (`renamed-from`); if nothing took its \
             place, take the line out of {ANCHORS}"
        ),
        None => format!(
            "end the heading that took its place in `{{#{anchor}}}`; if nothing did, take the line out of {ANCHORS}"
        ),
    }
}
