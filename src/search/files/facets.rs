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

/// One facet: each value with its id, its label and its pages.
type Values<'a> = Vec<(&'a str, &'a str, BTreeSet<u32>)>;

/// Every facet that has a value; values by count, the highest first, then by id.
pub fn facets(index: &Index, ids: &Ids, folder: &mut Folder) -> Vec<Summary> {
    let write = |(facet, values): (Facet, Values)| {
        let mut bytes = Vec::new();
        for (_, _, pages) in &values {
            put_number(&mut bytes, pages.len() as u64);
            // In the order of the numbers in files, which is another than in the index.
            put_steps(&mut bytes, pages.iter().map(|page| ids.get(*page)).collect::<BTreeSet<u32>>());
        }
        Summary::of(facet, folder.add('f', &bytes), &values)
    };
    collect(index).into_iter().map(write).collect()
}

/// What there is to choose from, without files.
pub fn choices(index: &Index) -> Vec<Summary> {
    collect(index).into_iter().map(|(facet, values)| Summary::of(facet, String::new(), &values)).collect()
}

impl Summary {
    fn of(facet: Facet, digits: String, values: &Values) -> Self {
        let choices = values.iter().map(|(id, label, pages)| ((*id).to_owned(), (*label).to_owned(), pages.len()));
        Self(facet.name(), digits, choices.collect())
    }
}

fn collect(index: &Index) -> Vec<(Facet, Values<'_>)> {
    let mut facets: BTreeMap<Facet, BTreeMap<&str, (&str, BTreeSet<u32>)>> = BTreeMap::new();
    for number in index.in_order() {
        let Some(page) = index.page(number) else { continue };
        let record = &page.record;
        let kind = record.kind.noun();
        let mut add = |facet, id, label| {
            let values = facets.entry(facet).or_default();
            values.entry(id).or_insert_with(|| (label, BTreeSet::new())).1.insert(number);
        };
        add(Facet::Kind, kind, kind);
        for (facet, values) in &record.facets {
            for value in values {
                add(*facet, value.id.as_str(), value.label.as_str());
            }
        }
    }
    let mut sorted = Vec::with_capacity(facets.len());
    for (facet, values) in facets {
        let mut values: Values = values.into_iter().map(|(id, (label, pages))| (id, label, pages)).collect();
        values.sort_by_key(|(_, _, pages)| std::cmp::Reverse(pages.len()));
        sorted.push((facet, values));
    }
    sorted
}
