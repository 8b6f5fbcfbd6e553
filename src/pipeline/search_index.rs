//! The graph to the search files of every language.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::Memo;
use crate::base::{Fingerprint, Locale, OutputPath};
use crate::graph::Graph;
use crate::output::Artifact;
use crate::search::{self, Index, Page, Record, Terms};
use crate::theme::Theme;

/// One index a language; the words of a page that did not change are taken from the memo.
pub fn files(graph: &Graph, theme: &Theme, memo: &mut Memo) -> Vec<(OutputPath, Artifact)> {
    let records: Vec<Arc<Record>> = search::records(graph, theme).into_iter().map(Arc::new).collect();
    let terms = memo.terms.get_or_make(&records, |record| Fingerprint::of_value(&**record), |record| Terms::of(record));
    let mut pages: BTreeMap<&Locale, Vec<Page>> = graph.languages().iter().map(|locale| (locale, Vec::new())).collect();
    for (record, terms) in records.iter().zip(terms) {
        if let Some(pages) = pages.get_mut(&record.locale) {
            pages.push(Page { record: Arc::clone(record), terms });
        }
    }
    pages
        .into_par_iter()
        .flat_map_iter(|(locale, pages)| {
            let mut index = Index::new(locale, &search::synonyms(graph, locale));
            index.update(&pages);
            search::files(&index)
        })
        .collect()
}
