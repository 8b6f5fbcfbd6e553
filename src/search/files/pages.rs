//! Records to files of a few pages each: what a result shows, and where it leads.
//!
//! A file is JSON: for each page, its number and the page. Each is made and compressed on its own, so
//! that the texts of a site are never in memory twice.

use rayon::prelude::*;

use super::super::index::Index;
use super::Ids;

/// How many page numbers a file covers; two fifths to four fifths of them are taken.
///
/// A reader waits for the files of the first few results, which lie in as many files. Few pages a
/// file make that short; the price is a file for every four pages or so.
pub const BUNDLE: u32 = 8;

/// A page as it stands in a file.
#[derive(serde::Serialize)]
pub struct Shown<'a> {
    /// The address below the root of the site, encoded.
    pub url: String,
    /// The title.
    pub title: &'a str,
    /// The noun of its kind.
    pub kind: &'a str,
    /// The names above it.
    pub path: &'a [String],
    /// What it is about.
    pub summary: &'a str,
    /// Anchor, heading and text of each section; an anchor may be null.
    pub sections: Vec<(Option<&'a str>, &'a str, &'a str)>,
}

impl<'a> Shown<'a> {
    /// The form of a record that the client shows.
    pub fn of(record: &'a super::super::record::Record) -> Self {
        Self {
            url: record.url.encoded().trim_start_matches('/').to_owned(),
            title: &record.title,
            kind: record.kind.noun(),
            path: &record.breadcrumb,
            summary: &record.summary,
            sections: record
                .sections
                .iter()
                .map(|section| (section.anchor.as_deref(), section.heading.as_str(), &*section.text))
                .collect(),
        }
    }
}

/// The files in the order of the numbers they cover; empty where no number is taken.
pub fn bundles(index: &Index, ids: &Ids) -> Vec<Vec<u8>> {
    let mut bundles: Vec<Vec<u32>> = vec![Vec::new(); ids.end.div_ceil(BUNDLE) as usize];
    for number in index.in_order() {
        bundles[(ids.get(number) / BUNDLE) as usize].push(number);
    }
    let encode = |numbers: &Vec<u32>| {
        let page = |&number: &u32| Some((ids.get(number), Shown::of(&index.page(number)?.record)));
        let pages: Vec<(u32, Shown)> = numbers.iter().filter_map(page).collect();
        if pages.is_empty() { Vec::new() } else { serde_json::to_vec(&pages).unwrap_or_default() }
    };
    bundles.par_iter().map(encode).collect()
}
