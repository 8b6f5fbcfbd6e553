//! `content/l10n/slugs.lock` to the slugs that pages have had, which others may link to.
//!
//! A slug that is changed by hand takes the page from its address, and nothing in the content remembers the old one; this
//! file does, one page and language a line: `articles/tone fr ton`. [`Published`](super::Published) does the same for
//! anchors.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::lock::{self, Line};
use super::route::{self, HOME, RouteTarget, has_pages};
use super::visibility::is_public;
use super::{Graph, Node};
use crate::base::{Date, Locale, TextRange, UrlPath};
use crate::content::front_matter::{FrontMatter, Quality};
use crate::content::{Documents, EntityId, Kind};
use crate::diagnostic::Diagnostics;
use crate::source::SourceSet;
use crate::translation::SubjectId;

/// Where they are kept.
pub const SLUGS: &str = "content/l10n/slugs.lock";

const HEAD: &str = "# The slugs that pages have had: others may link to them. Written by `cxbook translate keep`.\n";

/// The slugs that pages have had in each language, by page, each with its place in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slugs {
    pages: BTreeMap<(String, String), BTreeMap<String, TextRange>>,
}

/// An address that a page has had and that nothing answers at any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// The address.
    pub url: UrlPath,
    /// In which language.
    pub locale: Locale,
    /// Where its slug stands in the file.
    pub place: TextRange,
}

impl Slugs {
    /// Reads them; a line that is no page, language and slug is reported, and left out.
    #[must_use]
    pub fn read(sources: &SourceSet, diagnostics: &mut Diagnostics) -> Self {
        let mut all = Self::default();
        let form = Line { is_no: "no page, language and slug", example: "articles/tone fr ton" };
        lock::read(sources, SLUGS, &form, diagnostics, |line, place| {
            let mut parts = line.split(' ');
            match (parts.next(), parts.next(), parts.next(), parts.next()) {
                (Some(page), Some(language), Some(slug), None) if Locale::parse(language).is_ok() => {
                    all.insert(page, language, slug, place);
                    true
                }
                _ => false,
            }
        });
        all
    }

    fn insert(&mut self, page: &str, language: &str, slug: &str, place: TextRange) {
        let of_page = self.pages.entry((page.to_owned(), language.to_owned())).or_default();
        of_page.entry(slug.to_owned()).or_insert(place);
    }

    /// Adds those of the pages that readers may see on that day: of sources, and of translations that people have made
    /// or read.
    pub fn add(&mut self, documents: &Documents, today: Date) {
        let has_address = |kind: Kind, id: &str| has_pages(kind) && id != HOME;
        let public: BTreeSet<&EntityId> = documents
            .sources()
            .filter(|source| !source.parsed.is_broken && is_public(&source.parsed.front_matter, today))
            .map(|source| &source.id)
            .filter(|id| has_address(id.kind, &id.id))
            .collect();
        for document in documents.documents.iter().filter(|document| public.contains(&document.id)) {
            let slug = match &document.parsed.front_matter {
                FrontMatter::Overlay(overlay) => {
                    let said = &overlay.translation;
                    if said.status == Quality::Machine && said.reviewer.is_none() {
                        continue;
                    }
                    overlay.slug.as_ref()
                }
                other => other.common().and_then(|common| common.slug.as_ref()),
            };
            let slug = slug.map_or_else(|| document.id.id.to_string(), |slug| slug.value.trim().nfc().collect());
            let page = SubjectId::Document(document.id.clone()).to_string();
            if !slug.is_empty() && !slug.contains(char::is_whitespace) {
                self.insert(&page, document.locale.as_str(), &slug, TextRange::at(0));
            }
        }
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

    /// The file that keeps them, in the order of the pages.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = HEAD.to_owned();
        for ((page, language), slugs) in &self.pages {
            for slug in slugs.keys() {
                text.push_str(&format!("{page} {language} {slug}\n"));
            }
        }
        text
    }

    /// The addresses that a page has had, under this id or a former one of it, at which the site has nothing now;
    /// `answered` are those at which it has something.
    #[must_use]
    pub fn left(&self, graph: &Graph, node: &Node, answered: &BTreeSet<String>) -> Vec<Left> {
        let mut left = Vec::new();
        for page in lock::names(&node.id, node.common()) {
            for locale in graph.languages() {
                let is_real = node.locale == *locale || node.translations.contains_key(locale);
                let had = self.pages.get(&(page.clone(), locale.to_string())).filter(|_| is_real);
                for (slug, place) in had.into_iter().flatten() {
                    let url = route::form(&RouteTarget::Entity(node.id.clone()), locale, slug);
                    if !answered.contains(&folded(&url)) {
                        left.push(Left { url, locale: locale.clone(), place: *place });
                    }
                }
            }
        }
        left
    }
}

impl Graph {
    /// Every address at which the site has something, a page or what leads on to one.
    #[must_use]
    pub fn answered(&self) -> BTreeSet<String> {
        let redirects = self.redirects().map(|redirect| &redirect.from);
        self.routes().iter().map(|route| &route.url).chain(redirects).map(folded).collect()
    }
}

/// An address as hosts compare them that do not care for case.
fn folded(url: &UrlPath) -> String {
    url.as_str().to_lowercase()
}
