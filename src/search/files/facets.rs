//! Facet values to one file a facet.
//!
//! What there is to choose from, with counts, is part of `meta.idx`, so that it can be shown before
//! anything is typed. The file, read when a value is chosen, has for each value in the same order
//! the number of its pages and the steps from one page number to the next.

use std::collections::{BTreeMap, BTreeSet};

use super::super::index::Index;
use super::super::record::Facet;
use super::bytes::{put_number, put_steps};
use super::{Folder, Ids};

/// One facet: its name, the digits of its file's name, and its values as id, label and count.
#[derive(serde::Serialize)]
pub struct Summary(&'static str, String, Vec<(String, String, usize)>);

/// Every facet that has a value; values by count, the highest first, then by id.
pub fn facets(index: &Index, ids: &Ids, folder: &mut Folder) -> Vec<Summary> {
    let mut facets: BTreeMap<Facet, BTreeMap<&str, (&str, BTreeSet<u32>)>> = BTreeMap::new();
    for number in index.in_order() {
        let Some(page) = index.page(number) else { continue };
        let record = &page.record;
        let kind = record.kind.noun();
        let mut add = |facet, id, label| {
            let values = facets.entry(facet).or_default();
            values.entry(id).or_insert_with(|| (label, BTreeSet::new())).1.insert(ids.get(number));
        };
        add(Facet::Kind, kind, kind);
        for (facet, values) in &record.facets {
            for value in values {
                add(*facet, value.id.as_str(), value.label.as_str());
            }
        }
    }
    let mut summaries = Vec::new();
    for (facet, values) in facets {
        let mut values: Vec<(&str, (&str, BTreeSet<u32>))> = values.into_iter().collect();
        values.sort_by_key(|(_, (_, pages))| std::cmp::Reverse(pages.len()));
        let mut bytes = Vec::new();
        for (_, (_, pages)) in &values {
            put_number(&mut bytes, pages.len() as u64);
            put_steps(&mut bytes, pages.iter().copied());
        }
        let choices = values.iter().map(|(id, (label, pages))| ((*id).to_owned(), (*label).to_owned(), pages.len()));
        summaries.push(Summary(facet.name(), folder.add('f', &bytes), choices.collect()));
    }
    summaries
}
