//! Anchors that pages have had and lost.

use super::{at, sources, whole};
use crate::base::{SourcePath, Span, nearest};
use crate::content::Kind;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{ANCHORS, Graph, Published};
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

/// Among more new headings than so many none is looked for: it would take long, and be a guess.
const MOST: usize = 100;

/// The heading that has no published anchor and may stand where the lost one stood: one that shares a word with it, the
/// nearest by its letters, or the only one for the only one.
fn successor<'a>(anchor: &str, new: &[&'a Heading], lost: usize) -> Option<&'a Heading> {
    if let ([only], 1) = (new, lost) {
        return Some(only);
    }
    if new.len() > MOST {
        return None;
    }
    let words = |anchor: &'_ str| -> Vec<String> {
        anchor.split('-').filter(|word| word.chars().count() > 2).map(str::to_owned).collect()
    };
    let lost = words(anchor);
    let shared = |heading: &&&Heading| words(&heading.anchor).iter().filter(|word| lost.contains(word)).count();
    let most = new.iter().rev().max_by_key(shared).filter(|heading| shared(heading) > 0);
    most.copied().or_else(|| {
        let near = nearest(anchor, new.iter().map(|heading| &*heading.anchor))?;
        new.iter().find(|heading| heading.anchor == near).copied()
    })
}

/// What kind of part an anchor is that of. The headings of a journey have none like these, for those are for its parts:
/// “Step by step” has `step-by-step_`.
fn part(anchor: &str, kind: Kind) -> Option<&str> {
    let (noun, id) = anchor.split_once('-')?;
    let nouns: &[&str] = match kind {
        Kind::Journey => &["step", "phase", "pain", "opportunity", "deviation", "evidence"],
        Kind::Persona => &["need"],
        _ => &[],
    };
    let is_id = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    (is_id && nouns.contains(&noun)).then_some(noun)
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
