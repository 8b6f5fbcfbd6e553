//! Questions of the preview to answers, from indexes that are kept current instead of written.
//!
//! A save changes one page of an index in well under a millisecond; writing its files would take
//! longer than the rest of the build. So the preview gets a `meta.idx` that names no files but an
//! address to ask at, and the same client asks there.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::files::{Shown, Summary, VERSION, choices};
use super::index::{Index, Page};
use super::narrow::Counts;
use super::query::{Replaced, search};
use super::record::Facet;
use crate::base::{Locale, OutputPath};
use crate::output::Artifact;

/// Where the client asks, for each language.
const ADDRESS: &str = "/__preview/search";
/// The most pages that one answer has.
const MOST: usize = 200;

/// The indexes of a site that is being written, by language.
///
/// Clones share them: one is with the builds that keep them current, another with the server that
/// asks. An answer is never from half an update.
#[derive(Clone, Debug, Default)]
pub struct Previews {
    indexes: BTreeMap<Locale, Arc<Mutex<Index>>>,
}

impl Previews {
    /// Makes the index of a language hold exactly these pages.
    pub fn update(&mut self, locale: &Locale, synonyms: &[Vec<String>], pages: &[Page]) {
        let index =
            self.indexes.entry(locale.clone()).or_insert_with(|| Arc::new(Mutex::new(Index::new(locale, synonyms))));
        let mut index = lock(index);
        index.take_synonyms(synonyms);
        index.update(pages);
    }

    /// Forgets languages that `is_kept` denies.
    pub fn retain(&mut self, is_kept: impl Fn(&Locale) -> bool) {
        self.indexes.retain(|locale, _| is_kept(locale));
    }

    /// The one file of each language that stands for all others.
    #[must_use]
    pub fn files(&self) -> Vec<(OutputPath, Artifact)> {
        let file = |(locale, index): (&Locale, &Arc<Mutex<Index>>)| {
            let index = lock(index);
            let meta = Meta {
                version: VERSION,
                preview: format!("{ADDRESS}?lang={locale}"),
                count: index.len(),
                kept: index.folding.kept,
                facets: choices(&index),
            };
            let meta = serde_json::to_vec(&meta).unwrap_or_default();
            (OutputPath::new(format!("search/{locale}/meta.idx")), Artifact::new(meta))
        };
        self.indexes.iter().map(file).collect()
    }

    /// Answers what stands behind the question mark: `lang`, `q`, `most` and any facets, as JSON.
    /// Nothing for a language that has no index.
    #[must_use]
    pub fn answer(&self, asked: &str) -> Option<String> {
        let (mut lang, mut query, mut most) = (String::new(), String::new(), 8);
        let mut filters: BTreeMap<Facet, Vec<String>> = BTreeMap::new();
        for (name, value) in url::form_urlencoded::parse(asked.as_bytes()) {
            match &*name {
                "lang" => lang = value.into_owned(),
                "q" => query = value.into_owned(),
                "most" => most = value.parse().unwrap_or(most).min(MOST),
                name => {
                    if let Some(facet) = Facet::ALL.iter().find(|facet| facet.name() == name) {
                        filters.entry(*facet).or_default().push(value.into_owned());
                    }
                }
            }
        }
        let index = lock(self.indexes.get(&Locale::parse(&lang).ok()?)?);
        let filters: Vec<(Facet, Vec<String>)> = filters.into_iter().collect();
        let found = search(&index, &query, &filters, most);
        let hits = found.hits.iter().map(|hit| Shown::of(&hit.page.record)).collect();
        let marks = found.marks.iter().map(|(form, place)| (form.as_str(), *place)).collect();
        serde_json::to_string(&Answer {
            replaced: &found.replaced,
            total: found.total,
            hits,
            counts: &found.counts,
            marks,
        })
        .ok()
    }
}

/// A fault while an index was in use leaves pages out at worst, and the next build brings them back.
fn lock(index: &Mutex<Index>) -> MutexGuard<'_, Index> {
    index.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(serde::Serialize)]
struct Meta<'a> {
    version: u32,
    preview: String,
    count: usize,
    kept: &'a str,
    facets: Vec<Summary>,
}

#[derive(serde::Serialize)]
struct Answer<'a> {
    replaced: &'a [Replaced],
    total: usize,
    hits: Vec<Shown<'a>>,
    counts: &'a Counts,
    marks: Vec<(&'a str, usize)>,
}

#[cfg(test)]
mod tests {
    use super::super::fixture::page;
    use super::*;

    #[test]
    fn a_saved_page_is_found_by_what_it_says_now() {
        let locale = Locale::parse("en").unwrap();
        let mut previews = Previews::default();
        let served = |previews: &Previews, asked: &str| -> serde_json::Value {
            serde_json::from_str(&previews.answer(asked).unwrap()).unwrap()
        };
        previews.update(&locale, &[], &[page("en", "Hotline", "the old words")]);
        let shared = previews.clone();
        previews.update(&locale, &[], &[page("en", "Hotline", "new words, found at once")]);
        let answer = served(&shared, "lang=en&q=found+onc&kind=article");
        assert_eq!(answer["hits"][0]["url"], "en/hotline/");
        assert_eq!(answer["marks"], serde_json::json!([["found", 0], ["once", 1]]));
        assert_eq!(served(&shared, "lang=en&q=old")["total"], 0);
        assert_eq!(shared.answer("lang=fr&q=old"), None);
        assert_eq!(shared.answer(""), None);
    }

    #[test]
    fn the_client_is_told_where_to_ask() {
        let mut previews = Previews::default();
        previews.update(&Locale::parse("pt-BR").unwrap(), &[], &[]);
        let files = previews.files();
        assert_eq!(files[0].0, OutputPath::new("search/pt-BR/meta.idx"));
        let meta: serde_json::Value = serde_json::from_slice(files[0].1.bytes()).unwrap();
        assert_eq!(meta["preview"], "/__preview/search?lang=pt-BR");
    }
}
