//! Pages to an index in memory, kept current one page at a time.
//!
//! Both the files of the site and the answers of the preview come from it, so an author finds what
//! a reader will. Words are kept as pages spell them; each spelling has a folded *form*, which is
//! what queries are compared with, and a *stem*, which groups forms. A form whose spellings have
//! different stems (`mange`, `mangé`) goes by the spelling that sorts last: the one with accents,
//! which tells the stemmer more.

use std::collections::BTreeMap;
use std::sync::Arc;

use foldhash::fast::RandomState;
use indexmap::IndexMap;
use smol_str::SmolStr;

use super::record::Record;
use super::score;
use super::terms::{Counts, Terms};
use super::words::{Folding, of_query};
use crate::base::{Locale, UrlPath};
use crate::locale::Stems;

/// A page and its words.
#[derive(Clone, Debug)]
pub struct Page {
    /// What it says.
    pub record: Arc<Record>,
    /// The words of that.
    pub terms: Arc<Terms>,
}

/// The index of one language.
#[derive(Debug)]
pub struct Index {
    /// The language.
    pub locale: Locale,
    /// How its words are folded.
    pub folding: Folding,
    /// Words that mean the same, each as its folded words.
    pub synonyms: Vec<Vec<Vec<String>>>,
    stems: Stems,
    /// Looked up for every word of every page, so the word stands in the entry itself unless it is very long.
    spellings: IndexMap<SmolStr, Spelling, RandomState>,
    forms: BTreeMap<Box<str>, Vec<u32>>,
    groups: BTreeMap<Box<str>, Vec<u32>>,
    slots: Vec<Option<Slot>>,
    free: Vec<u32>,
    by_url: BTreeMap<UrlPath, u32>,
    last: Vec<u32>,
    length: u64,
}

#[derive(Debug)]
struct Slot {
    page: Page,
    order: u64,
}

#[derive(Debug)]
struct Spelling {
    form: Box<str>,
    stem: Box<str>,
    postings: Vec<(u32, Counts)>,
}

/// The pages of one form: the number of each, and how much the form says about it.
pub type Postings = Vec<(u32, u8)>;

/// A form that occurs.
#[derive(Clone, Copy, Debug)]
pub struct Form<'a> {
    /// As it is looked up.
    pub form: &'a str,
    /// The stem it shares with its siblings.
    pub stem: &'a str,
    /// How many pages have it, up to a factor of two: 0 for one page, 1 for two and three.
    pub class: u8,
    spellings: &'a [u32],
}

/// The forms of one stem.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// How many pages have any of them.
    pub found: usize,
    /// Each form with its pages, in the order of the forms.
    pub forms: Vec<(&'a str, Postings)>,
}

impl Index {
    /// An empty index.
    ///
    /// Each of `synonyms` lists terms that mean the same. A term may have several words.
    #[must_use]
    pub fn new(locale: &Locale, synonyms: &[Vec<String>]) -> Self {
        let mut index = Self {
            locale: locale.clone(),
            folding: Folding::of(locale.language()),
            synonyms: Vec::new(),
            stems: Stems::of(locale.language()),
            spellings: IndexMap::default(),
            forms: BTreeMap::new(),
            groups: BTreeMap::new(),
            slots: Vec::new(),
            free: Vec::new(),
            by_url: BTreeMap::new(),
            last: Vec::new(),
            length: 0,
        };
        index.take_synonyms(synonyms);
        index
    }

    /// Takes these terms for equal, and no others.
    pub fn take_synonyms(&mut self, synonyms: &[Vec<String>]) {
        let term = |term: &String| of_query(term, self.folding).into_iter().map(|word| word.form).collect();
        let synonyms = synonyms.iter().map(|terms| terms.iter().map(term).collect::<Vec<Vec<String>>>());
        self.synonyms = synonyms.filter(|terms| terms.len() > 1).collect();
    }

    /// Makes the index hold exactly these pages. What did not change costs a comparison.
    pub fn update(&mut self, pages: &[Page]) {
        let mut is_kept = vec![false; self.slots.len()];
        let last = std::mem::take(&mut self.last);
        self.last.reserve(pages.len());
        for (place, page) in pages.iter().enumerate() {
            // Most pages stand where they stood last time, and need not be looked up.
            let same = last.get(place).copied().filter(|&slot| self.is_at(slot, &page.record.url));
            let slot = match same.or_else(|| self.by_url.get(&page.record.url).copied()) {
                Some(slot) => {
                    if !self.holds(slot, page) {
                        self.take_out(slot);
                        self.put_in(slot, page);
                    }
                    slot
                }
                None => {
                    let slot = self.free.pop().unwrap_or(u32::try_from(self.slots.len()).unwrap_or(u32::MAX));
                    self.put_in(slot, page);
                    slot
                }
            };
            if let Some(is_kept) = is_kept.get_mut(slot as usize) {
                *is_kept = true;
            }
            self.last.push(slot);
        }
        for (slot, _) in (0_u32..).zip(is_kept).filter(|(_, is_kept)| !is_kept) {
            if let Some(known) = self.slot(slot) {
                self.by_url.remove(&known.page.record.url.clone());
                self.take_out(slot);
                self.free.push(slot);
            }
        }
    }

    fn is_at(&self, slot: u32, url: &UrlPath) -> bool {
        self.slot(slot).is_some_and(|known| known.page.record.url == *url)
    }

    fn holds(&self, slot: u32, page: &Page) -> bool {
        self.slot(slot)
            .is_some_and(|known| Arc::ptr_eq(&known.page.record, &page.record) || *known.page.record == *page.record)
    }

    fn put_in(&mut self, slot: u32, page: &Page) {
        for (word, counts) in page.terms.iter() {
            let at = self.spelling(word);
            let postings = &mut self.spellings[at].postings;
            match postings.last() {
                Some((last, _)) if *last >= slot => {
                    let place = postings.partition_point(|(known, _)| *known < slot);
                    postings.insert(place, (slot, counts));
                }
                _ => postings.push((slot, counts)),
            }
        }
        self.length += u64::from(page.terms.length);
        if self.slots.len() <= slot as usize {
            self.slots.resize_with(slot as usize + 1, || None);
        }
        self.by_url.insert(page.record.url.clone(), slot);
        self.slots[slot as usize] = Some(Slot { page: page.clone(), order: order(&page.record.url) });
    }

    fn take_out(&mut self, slot: u32) {
        let Some(Slot { page, .. }) = self.slots[slot as usize].take() else { return };
        for (word, _) in page.terms.iter() {
            if let Some(spelling) = self.spellings.get_mut(word)
                && let Ok(place) = spelling.postings.binary_search_by_key(&slot, |(known, _)| *known)
            {
                spelling.postings.remove(place);
            }
        }
        self.length -= u64::from(page.terms.length);
    }

    /// The place of a spelling, which is made known if it is new.
    fn spelling(&mut self, word: &str) -> usize {
        if let Some(at) = self.spellings.get_index_of(word) {
            return at;
        }
        let form: Box<str> = self.folding.fold(word).into();
        let stem: Box<str> = self.folding.fold(&self.stems.stem(word)).into();
        let stem = if stem.is_empty() { form.clone() } else { stem };
        let at = self.spellings.len();
        let id = u32::try_from(at).unwrap_or(u32::MAX);
        self.forms.entry(form.clone()).or_default().push(id);
        self.groups.entry(stem.clone()).or_default().push(id);
        self.spellings.insert(word.into(), Spelling { form, stem, postings: Vec::new() });
        at
    }

    fn slot(&self, slot: u32) -> Option<&Slot> {
        self.slots.get(slot as usize).and_then(Option::as_ref)
    }

    /// How many pages it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_url.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_url.is_empty()
    }

    /// One more than the highest number of a page.
    #[must_use]
    pub fn end(&self) -> usize {
        self.slots.len()
    }

    /// The page with this number.
    #[must_use]
    pub fn page(&self, number: u32) -> Option<&Page> {
        self.slot(number).map(|slot| &slot.page)
    }

    /// The place of a page among equals: by the hash of its address, which no other page moves.
    #[must_use]
    pub fn order(&self, number: u32) -> u64 {
        self.slot(number).map_or(u64::MAX, |slot| slot.order)
    }

    /// The number of every page, in the order of [`order`](Self::order).
    #[must_use]
    pub fn in_order(&self) -> Vec<u32> {
        let mut numbers: Vec<u32> = self.by_url.values().copied().collect();
        numbers.sort_by_key(|&number| self.order(number));
        numbers
    }

    /// The length of a usual page: the power of two nearest to the mean.
    fn typical(&self) -> u32 {
        let mean = self.length as f64 / self.by_url.len().max(1) as f64;
        2_u32.pow((mean.max(1.0).log2().round() as u32).min(20))
    }

    /// The stem of a form that occurs.
    #[must_use]
    pub fn stem_of(&self, form: &str) -> Option<&str> {
        self.stem_among(self.forms.get(form)?)
    }

    /// The stem of the spelling that sorts last, of those that occur.
    fn stem_among(&self, spellings: &[u32]) -> Option<&str> {
        let known = spellings.iter().filter_map(|&id| self.spellings.get_index(id as usize));
        let occurring = known.filter(|(_, spelling)| !spelling.postings.is_empty());
        Some(&occurring.max_by_key(|(word, _)| *word)?.1.stem)
    }

    /// How many pages have this form, up to a factor of two: 0 for one page, 1 for two and three.
    #[must_use]
    pub fn class(&self, form: &str) -> u8 {
        self.forms.get(form).map_or(0, |spellings| self.class_among(spellings))
    }

    fn class_among(&self, spellings: &[u32]) -> u8 {
        let known = spellings.iter().filter_map(|&id| self.spellings.get_index(id as usize));
        let most = known.map(|(_, spelling)| spelling.postings.len()).max();
        most.unwrap_or(0).checked_ilog2().map_or(0, |class| class as u8)
    }

    /// Every form that occurs, in order.
    #[must_use]
    pub fn lexicon(&self) -> Vec<Form<'_>> {
        let forms = self.forms.iter().filter_map(|(form, spellings)| {
            let stem = self.stem_among(spellings)?;
            Some(Form { form, stem, class: self.class_among(spellings), spellings })
        });
        forms.collect()
    }

    /// Every form that starts with `start` and occurs, in order.
    pub fn forms_with<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a str> {
        use std::ops::Bound;
        let range = self.forms.range::<str, _>((Bound::Included(start), Bound::Unbounded));
        let alike = range.map(|(form, _)| &**form).take_while(move |form| form.starts_with(start));
        alike.filter(|form| self.stem_of(form).is_some())
    }

    /// Every form known, in order; some may have gone with the pages that had them.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.forms.keys().map(|form| &**form)
    }

    /// The forms of a stem that occur, in order.
    #[must_use]
    pub fn forms_of(&self, stem: &str) -> Vec<&str> {
        let spellings = self.groups.get(stem).into_iter().flatten();
        let mut names: Vec<&str> =
            spellings.filter_map(|&id| self.spellings.get_index(id as usize)).map(|(_, s)| &*s.form).collect();
        names.sort_unstable();
        names.dedup();
        names.retain(|form| self.stem_of(form) == Some(stem));
        names
    }

    /// The forms of a stem with their pages; no forms if none occurs.
    #[must_use]
    pub fn group(&self, stem: &str) -> Group<'_> {
        let spellings = |form| self.forms.get(form).map_or(&[][..], Vec::as_slice);
        self.group_among(self.forms_of(stem).into_iter().map(|form| (form, spellings(form))))
    }

    /// Forms of one stem, in order, with their pages.
    #[must_use]
    pub fn group_of<'a>(&self, forms: &[Form<'a>]) -> Group<'a> {
        self.group_among(forms.iter().map(|form| (form.form, form.spellings)))
    }

    fn group_among<'a>(&self, forms: impl Iterator<Item = (&'a str, &'a [u32])>) -> Group<'a> {
        let typical = self.typical();
        let forms: Vec<(&str, Postings)> =
            forms.map(|(form, spellings)| (form, self.postings(spellings, typical))).collect();
        let found = match forms.as_slice() {
            [(_, only)] => only.len(),
            several => {
                let mut pages: Vec<u32> =
                    several.iter().flat_map(|(_, pages)| pages.iter().map(|(page, _)| *page)).collect();
                pages.sort_unstable();
                pages.dedup();
                pages.len()
            }
        };
        Group { found, forms }
    }

    /// The pages of all spellings of a form. Those of one spelling are in order already.
    fn postings(&self, spellings: &[u32], typical: u32) -> Postings {
        let weigh = |(page, counts): (u32, Counts)| {
            let terms = &self.slot(page)?.page.terms;
            Some((page, score::impact(counts, terms.length, terms.title_length, typical)))
        };
        if let [only] = spellings {
            return self.spellings[*only as usize].postings.iter().copied().filter_map(weigh).collect();
        }
        let mut counted: Vec<(u32, Counts)> = Vec::new();
        for &id in spellings {
            counted.extend_from_slice(&self.spellings[id as usize].postings);
        }
        counted.sort_by_key(|(page, _)| *page);
        counted.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0;
            if is_same {
                kept.1 = kept.1.plus(next.1);
            }
            is_same
        });
        counted.into_iter().filter_map(weigh).collect()
    }
}

fn order(url: &UrlPath) -> u64 {
    let mut first = [0; 8];
    first.copy_from_slice(&blake3::hash(url.as_str().as_bytes()).as_bytes()[..8]);
    u64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{index, page};
    use super::super::search;
    use super::*;

    fn found(index: &Index, query: &str) -> Vec<String> {
        search(index, query, &[], 10).hits.iter().map(|hit| hit.page.record.title.clone()).collect()
    }

    #[test]
    fn an_index_kept_current_equals_one_made_afresh() {
        let before = [page("en", "One", "the customer waits"), page("en", "Two", "nobody owns the wait")];
        let after = [page("en", "Two", "somebody owns the claim"), page("en", "Three", "customers waited")];
        let mut kept = index("en", &before);
        kept.update(&after);
        kept.update(&after);
        let fresh = index("en", &after);
        for query in ["wait", "customer", "claim", "nobody", "owns the", "one"] {
            assert_eq!(found(&kept, query), found(&fresh, query), "{query}");
        }
        let forms = |index: &Index| -> Vec<String> { index.forms_with("").map(str::to_owned).collect() };
        assert_eq!(forms(&kept), forms(&fresh));
    }

    #[test]
    fn the_accented_spelling_decides_the_stem() {
        let index = index("fr", &[page("fr", "A", "geree"), page("fr", "B", "gérée"), page("fr", "C", "gérer")]);
        assert_eq!(index.stem_of("geree"), index.stem_of("gerer"));
        assert_eq!(index.group(index.stem_of("geree").unwrap()).found, 3);
    }

    #[test]
    fn order_among_equals_is_by_address_not_by_arrival() {
        let pages = [page("en", "A", "same"), page("en", "B", "same"), page("en", "C", "same")];
        let mut turned = pages.to_vec();
        turned.reverse();
        assert_eq!(found(&index("en", &pages), "same"), found(&index("en", &turned), "same"));
    }
}
