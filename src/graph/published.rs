//! `content/l10n/anchors.lock` to the anchors that pages have had, which others may link to.
//!
//! A heading that gets other words gets another anchor with them, and links to the old one from elsewhere lead to the
//! top of the page. Nothing in the content remembers the old one; this file does, one a line: `articles/tone#why`.

use std::collections::{BTreeMap, BTreeSet};

use super::Graph;
use super::anchors::parts_of;
use super::lock::{self, Line};
use super::visibility::is_public;
use crate::base::{Date, TextRange, nearest};
use crate::content::{Document, EntityId, Kind};
use crate::diagnostic::Diagnostics;
use crate::markdown::{self, Heading};
use crate::source::SourceSet;
use crate::translation::SubjectId;

/// Where they are kept.
pub const ANCHORS: &str = "content/l10n/anchors.lock";

const HEAD: &str = "# The anchors that pages have had: others may link to them. Written by `cxbook translate keep`.\n";

/// The anchors that pages have had, by page, each with its place in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    pages: BTreeMap<String, BTreeMap<String, TextRange>>,
}

impl Published {
    /// Reads them; a line that is no page and anchor is reported, and left out.
    #[must_use]
    pub fn read(sources: &SourceSet, diagnostics: &mut Diagnostics) -> Self {
        let mut all = Self::default();
        let form = Line { is_no: "no page and anchor", example: "articles/tone#why" };
        lock::read(sources, ANCHORS, &form, diagnostics, |line, place| match line.split_once('#') {
            Some((page, anchor)) if !page.is_empty() && !anchor.is_empty() && !line.contains(char::is_whitespace) => {
                all.insert(page, anchor, place);
                true
            }
            _ => false,
        });
        all
    }

    fn insert(&mut self, page: &str, anchor: &str, place: TextRange) {
        self.pages.entry(page.to_owned()).or_default().entry(anchor.to_owned()).or_insert(place);
    }

    /// Adds what a source has that readers may see on that day; of drafts nothing, for nobody links to them yet.
    pub fn add(&mut self, document: &Document, today: Date) {
        let front_matter = &document.parsed.front_matter;
        if document.parsed.is_broken || !is_public(front_matter, today) {
            return;
        }
        let page = SubjectId::Document(document.id.clone()).to_string();
        let internal: BTreeSet<String> =
            front_matter.internal_keys().iter().map(|key| key.replacen('.', "-", 1)).collect();
        let of_parts =
            parts_of(front_matter).into_iter().map(|part| part.anchor()).filter(|anchor| !internal.contains(anchor));
        let of_parts: Vec<_> = of_parts.collect();
        let headings = &document.parsed.body.headings;
        let waiting = self.waiting(document, headings);
        let anchors = markdown::anchors(headings);
        let of_headings = headings.iter().zip(anchors).filter(|(heading, _)| !waiting.contains(&heading.range));
        for anchor in of_parts.into_iter().chain(of_headings.map(|(_, anchor)| anchor)) {
            self.insert(&page, &anchor, TextRange::at(0));
        }
    }

    /// The headings that may stand where the page has lost an anchor. Until somebody says whether they keep that one,
    /// theirs are not noted: a heading has room for one, so the other would be lost in its turn.
    fn waiting(&self, document: &Document, headings: &[Heading]) -> Vec<TextRange> {
        let id = &document.id;
        let pages = lock::names(id, document.parsed.front_matter.common());
        let had = pages.filter_map(|page| self.pages.get(&page)).flat_map(BTreeMap::keys);
        let has = |anchor: &str| headings.iter().any(|heading| heading.anchor == anchor);
        let lost: Vec<&String> = had.filter(|anchor| !has(anchor) && part(anchor, id.kind).is_none()).collect();
        let is_new = |heading: &&Heading| heading.pinned.is_none() && !self.has(id, &heading.anchor);
        let mut new: Vec<&Heading> = headings.iter().filter(is_new).collect();
        let mut waiting = Vec::new();
        for anchor in &lost {
            if let Some(heading) = successor(anchor, &new, lost.len()) {
                waiting.push(heading.range);
                new.retain(|other| other.range != heading.range);
            }
        }
        waiting
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.pages.values().map(BTreeMap::len).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// Whether there is one that the page has had.
    #[must_use]
    pub fn has(&self, id: &EntityId, anchor: &str) -> bool {
        self.pages.get(&SubjectId::Document(id.clone()).to_string()).is_some_and(|page| page.contains_key(anchor))
    }

    /// The anchors that a public page has had and does not have any more, under this id or a former one of it, each
    /// with its place in the file.
    #[must_use]
    pub fn removed<'a>(&'a self, graph: &Graph, id: &EntityId) -> Vec<(&'a str, TextRange)> {
        let had: Vec<(&str, TextRange)> = lock::names(id, graph.node(id).and_then(super::Node::common))
            .filter_map(|page| self.pages.get(&page))
            .flatten()
            .map(|(anchor, place)| (anchor.as_str(), *place))
            .collect();
        if had.is_empty() {
            return had;
        }
        let has = graph.all_anchors(id);
        had.into_iter().filter(|(anchor, _)| !has.contains(*anchor)).collect()
    }

    /// The file that keeps them: one a line, in the order of the pages, so that edits on two branches seldom meet.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = HEAD.to_owned();
        for (page, anchors) in &self.pages {
            for anchor in anchors.keys() {
                text.push_str(&format!("{page}#{anchor}\n"));
            }
        }
        text
    }
}

/// Among more new headings than so many none is looked for: it would take long, and be a guess.
const MOST: usize = 100;

/// The heading that has no published anchor and may stand where the lost one stood: one that shares a word with it, the
/// nearest by its letters, or the only one for the only one.
#[must_use]
pub fn successor<'a>(anchor: &str, new: &[&'a Heading], lost: usize) -> Option<&'a Heading> {
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
#[must_use]
pub fn part(anchor: &str, kind: Kind) -> Option<&str> {
    let (noun, id) = anchor.split_once('-')?;
    let nouns: &[&str] = match kind {
        Kind::Journey => &["step", "phase", "pain", "opportunity", "deviation", "evidence"],
        Kind::Persona => &["need"],
        _ => &[],
    };
    let is_id = id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    (is_id && nouns.contains(&noun)).then_some(noun)
}

impl Graph {
    /// Every anchor that the page of a document has in the language of its source, those of former ids included.
    fn all_anchors(&self, id: &EntityId) -> BTreeSet<String> {
        let Some(node) = self.node(id) else { return BTreeSet::new() };
        let parts = node.document().map(|document| parts_of(&document.parsed.front_matter)).unwrap_or_default();
        let of_parts = parts.iter().flat_map(|part| [part.anchor()].into_iter().chain(self.former_anchors(id, part)));
        of_parts.chain(self.anchors(id, &node.locale)).collect()
    }
}
