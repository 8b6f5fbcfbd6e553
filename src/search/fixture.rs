//! Records for tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::index::{Index, Page};
use super::record::{Record, Section, Sort};
use super::terms::Terms;
use crate::base::{Locale, UrlPath};
use crate::content::Kind;

pub fn record(language: &str, url: &str, title: &str) -> Record {
    Record {
        url: UrlPath::new(url),
        locale: Locale::parse(language).unwrap(),
        title: title.into(),
        kind: Sort::Written(Kind::Article),
        breadcrumb: Vec::new(),
        summary: String::new(),
        sections: vec![Section { anchor: None, heading: String::new(), text: Arc::from("") }],
        facets: BTreeMap::new(),
    }
}

/// A page of one section, at an address made from its title.
pub fn page(language: &str, title: &str, text: &str) -> Page {
    let mut record = record(language, &format!("/{language}/{}/", title.to_lowercase().replace(' ', "-")), title);
    record.sections[0].text = Arc::from(text);
    page_of(record)
}

pub fn page_of(record: Record) -> Page {
    let terms = Arc::new(Terms::of(&record));
    Page { record: Arc::new(record), terms }
}

pub fn index(language: &str, pages: &[Page]) -> Index {
    let mut index = Index::new(&Locale::parse(language).unwrap(), &[]);
    index.update(pages);
    index
}
