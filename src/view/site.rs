//! Graph, findings and theme to what every page of the site shares, worked out once.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::chrome::{self, Parts};
use super::names::Named;
use super::principle::COUNTED;
use super::scope::Reader;
use crate::analysis::Findings;
use crate::base::{Locale, SourcePath};
use crate::config::{Config, Request};
use crate::content::front_matter::Figure;
use crate::content::{EntityId, Kind};
use crate::graph::{Entity, Graph, Node, Place};
use crate::locale::Formats;
use crate::markdown::{Labels, Target};
use crate::source::{SourceSet, picture};
use crate::theme::{Strings, Theme};

/// All that pages are made from.
pub(super) struct Site<'a> {
    pub graph: &'a Graph,
    pub findings: &'a Findings,
    pub config: &'a Config,
    pub request: &'a Request,
    /// Every language, with what its pages share.
    pub readers: BTreeMap<Locale, Reader<'a>>,
    /// The path of the site's root, without the slash at its end.
    pub root: String,
    /// Scheme and host, without a slash at the end.
    pub origin: String,
    /// How often current journeys break, half keep and keep each principle.
    pub verdicts: BTreeMap<EntityId, [usize; 3]>,
    /// Whether pages hold what is only for paper.
    pub has_paper: bool,
    /// Width and height of pictures, by address.
    sizes: BTreeMap<String, (u32, u32)>,
}

/// A file of the site that a page shows.
pub(super) struct Picture {
    /// Its address.
    pub href: String,
    /// Width and height.
    pub size: Option<(u32, u32)>,
}

impl<'a> Site<'a> {
    /// Works out what pages share.
    pub fn new(
        sources: &SourceSet,
        graph: &'a Graph,
        findings: &'a Findings,
        theme: &'a Theme,
        config: &'a Config,
        request: &'a Request,
    ) -> Self {
        let base = request.base_url.as_ref().unwrap_or(&config.base_url);
        let root = base.path().trim_end_matches('/').to_owned();
        let origin = base.as_str().trim_end_matches('/').strip_suffix(root.as_str()).unwrap_or_default().to_owned();
        let neighbours = Arc::new(neighbours(graph));
        let readers = graph
            .languages()
            .iter()
            .map(|locale| {
                (
                    locale.clone(),
                    reader(
                        &Parts { graph, findings, config, strings: theme.strings(locale), locale, root: &root },
                        theme.strings(locale),
                        &neighbours,
                    ),
                )
            })
            .collect();
        let verdicts = verdicts(findings);
        let sizes = sizes(sources, graph);
        Self { graph, findings, config, request, readers, root, origin, verdicts, has_paper: true, sizes }
    }

    /// An absolute address from a path that starts at the host.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The size of the picture at `href`.
    pub fn size(&self, href: &str) -> Option<(u32, u32)> {
        self.sizes.get(href).copied()
    }

    /// The file of a figure of `id`, for readers of `locale`.
    pub fn picture(&self, id: &EntityId, figure: &Figure, locale: &Locale) -> Option<Picture> {
        let node = self.graph.node(id)?;
        let file = match &node.entity {
            Entity::Document(document) => &document.path,
            Entity::Entry(file, _) => &file.path,
            Entity::Stage(_) => return None,
        };
        let href = self.graph.asset_href(self.graph.asset(file, &figure.src.value, locale)?);
        Some(Picture { size: self.size(&href), href })
    }
}

fn reader<'a>(parts: &Parts<'_>, strings: &'a Strings, neighbours: &Arc<Neighbours>) -> Reader<'a> {
    let locale = parts.locale;
    Reader {
        locale: locale.clone(),
        direction: locale.direction(),
        strings,
        formats: Formats::new(locale).sorted(parts.config.language(locale).and_then(|language| language.sorting)),
        kinds: Kind::ALL.iter().map(|kind| strings.get(kind.key(), &[])).collect(),
        labels: labels(strings),
        term_targets: term_targets(parts.graph, locale),
        neighbours: Arc::clone(neighbours),
        chrome: Arc::new(chrome::chrome(parts)),
    }
}

fn labels(strings: &Strings) -> Labels {
    let say = |key: &str| strings.get(key, &[]);
    Labels {
        footnotes: say("prose-footnotes"),
        back: say("prose-back"),
        table: say("prose-table"),
        external: say("prose-external"),
        done: say("prose-done"),
        open: say("prose-open"),
        note: say("prose-note"),
        tip: say("prose-tip"),
        important: say("prose-important"),
        warning: say("prose-warning"),
        caution: say("prose-caution"),
    }
}

/// Where each term leads for readers of a language, in the order of the glossary.
fn term_targets(graph: &Graph, locale: &Locale) -> Vec<Option<Target>> {
    let Some(glossary) = graph.glossary(locale) else { return Vec::new() };
    let target = |id: &EntityId| {
        let href = graph.href(&Place::whole(id.clone()), locale)?;
        Some(Target { href, class: Kind::Term.noun().to_owned(), ..Target::default() })
    };
    glossary.ids.iter().map(target).collect()
}

/// The article before and the article after each, by the day they were published.
pub(super) type Neighbours = BTreeMap<EntityId, (Option<EntityId>, Option<EntityId>)>;

fn neighbours(graph: &Graph) -> Neighbours {
    let date = |node: &Node| node.common().and_then(|common| common.published.as_ref()).map(|date| date.value);
    let mut articles: Vec<&Node> = graph.of_kind(Kind::Article).filter(|node| !node.is_archived()).collect();
    articles.sort_by(|one, other| date(one).cmp(&date(other)).then_with(|| one.id.cmp(&other.id)));
    let id = |at: usize| articles.get(at).map(|node| node.id.clone());
    articles
        .iter()
        .enumerate()
        .map(|(at, node)| (node.id.clone(), (at.checked_sub(1).and_then(id), id(at + 1))))
        .collect()
}

/// Counts verdicts once: thousands of articles may speak of one principle.
fn verdicts(findings: &Findings) -> BTreeMap<EntityId, [usize; 3]> {
    let mut counts: BTreeMap<EntityId, [usize; 3]> = BTreeMap::new();
    for ((principle, _), cell) in &findings.coverage.cells {
        let counts = counts.entry(principle.clone()).or_default();
        for (_, verdict) in &cell.verdicts {
            if let Some(place) = COUNTED.iter().position(|counted| counted == verdict) {
                counts[place] += 1;
            }
        }
    }
    counts
}

/// The size of every picture that public pages show.
fn sizes(sources: &SourceSet, graph: &Graph) -> BTreeMap<String, (u32, u32)> {
    let size = |path: &SourcePath| {
        let bytes = sources.get(path)?.bytes();
        let size = if path.extension() == "svg" { vector_size(bytes) } else { picture::size(bytes) }?;
        Some((graph.asset_href(path), size))
    };
    graph.assets().iter().filter_map(size).collect()
}

/// The size that the outer element of an SVG states, else that of its view box.
fn vector_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let start = text.find("<svg")?;
    let tag = &text[start..start + text[start..].find('>')?];
    let attribute = |name: &str| {
        let at = tag.find(&format!(" {name}=\""))? + name.len() + 3;
        tag[at..].split('"').next()
    };
    let pixels = |value: &str| {
        let number: f64 = value.trim().trim_end_matches("px").parse().ok()?;
        (number.is_finite() && (1.0..100_000.0).contains(&number)).then_some(number.round() as u32)
    };
    let stated = || Some((pixels(attribute("width")?)?, pixels(attribute("height")?)?));
    let boxed = || {
        let mut parts = attribute("viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
        Some((pixels(parts.next()?)?, pixels(parts.next()?)?))
    };
    stated().or_else(boxed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vector_picture_has_the_size_of_its_view_box_unless_it_states_one() {
        assert_eq!(vector_size(br#"<?xml?><svg viewBox="0 0 320 90.4" xmlns="x"><g/></svg>"#), Some((320, 90)));
        assert_eq!(vector_size(br#"<svg width="100px" height="50" viewBox="0 0 320 90">"#), Some((100, 50)));
        assert_eq!(vector_size(br#"<svg width="100%" height="100%" viewBox="0 0 320 90">"#), Some((320, 90)));
        assert_eq!(vector_size(b"<svg>"), None);
    }
}
