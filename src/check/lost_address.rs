//! Addresses that pages have had and left.

use super::{at, sources};
use crate::base::{SourcePath, Span, TextRange};
use crate::content::front_matter::FrontMatter;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{Graph, SLUGS, Slugs};

/// Reports them, at the slug that took the place of the old one, else at the start of the page.
pub fn lost_addresses(graph: &Graph, slugs: &Slugs, diagnostics: &mut Diagnostics) {
    if slugs.is_empty() {
        return;
    }
    let answered = graph.answered();
    for (node, source, _) in sources(graph) {
        for left in slugs.left(graph, node, &answered) {
            let document = if left.locale == node.locale {
                source
            } else {
                match node.translations.get(&left.locale) {
                    Some(translation) => translation,
                    None => continue,
                }
            };
            let (slug, aliases) = match &document.parsed.front_matter {
                FrontMatter::Overlay(overlay) => (overlay.slug.as_ref(), !overlay.aliases.is_empty()),
                other => {
                    let common = other.common();
                    (
                        common.and_then(|common| common.slug.as_ref()),
                        common.is_some_and(|common| !common.aliases.is_empty()),
                    )
                }
            };
            let start = document.parsed.front_matter_range.start();
            let range = slug.map_or(TextRange::at(start), |slug| slug.range);
            let url = &left.url;
            let way = if aliases {
                format!("add `{url}` to the `aliases` of this file")
            } else {
                format!("write `aliases: [{url}]` into this file")
            };
            let problem = at(
                document,
                range,
                Name::LostAddress,
                format_args!("this page was published at `{url}`, and nothing answers there any more"),
            )
            .label(if slug.is_some() { "is its name in the address now" } else { "the page has the name of its folder now" })
            .help(format_args!(
                "{way}, and the old address leads on to the new one; if nobody links to it, take the line out of {SLUGS}"
            ))
            .related(Span::new(&SourcePath::new(SLUGS), left.place), "it is one of those that others may link to");
            diagnostics.push(problem);
        }
    }
}
