//! The graph to the search files of every language, or to indexes that the preview asks.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::Memo;
use crate::base::{Fingerprint, Locale, OutputPath};
use crate::graph::Graph;
use crate::output::Artifact;
use crate::search::{self, Index, Page, Record, Terms};
use crate::theme::Theme;

/// The files of one index a language.
pub fn files(graph: &Graph, theme: &Theme, memo: &mut Memo) -> Vec<(OutputPath, Artifact)> {
    pages(graph, theme, memo)
        .into_par_iter()
        .flat_map_iter(|(locale, pages)| {
            let mut index = Index::new(locale, &search::synonyms(graph, locale));
            index.update(&pages);
            search::files(&index)
        })
        .collect()
}

/// Brings the indexes of the memo up to date, and returns the files that lead to them.
pub fn preview(graph: &Graph, theme: &Theme, memo: &mut Memo) -> Vec<(OutputPath, Artifact)> {
    let pages = pages(graph, theme, memo);
    memo.search.retain(|locale| pages.contains_key(locale));
    for (locale, pages) in &pages {
        memo.search.update(locale, &search::synonyms(graph, locale), pages);
    }
    memo.search.files()
}

/// The pages of every language; the words of one that did not change are taken from the memo.
fn pages<'g>(graph: &'g Graph, theme: &Theme, memo: &mut Memo) -> BTreeMap<&'g Locale, Vec<Page>> {
    let records: Vec<Arc<Record>> = search::records(graph, theme).into_iter().map(Arc::new).collect();
    let terms = memo.terms.get_or_make(&records, |record| Fingerprint::of_value(&**record), |record| Terms::of(record));
    let mut pages: BTreeMap<&Locale, Vec<Page>> = graph.languages().iter().map(|locale| (locale, Vec::new())).collect();
    for (record, terms) in records.iter().zip(terms) {
        if let Some(pages) = pages.get_mut(&record.locale) {
            pages.push(Page { record: Arc::clone(record), terms });
        }
    }
    pages
}
