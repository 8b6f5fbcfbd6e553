//! Pages found and choices made to the pages that pass, and to what each further choice would leave.

use std::collections::BTreeMap;

use smol_str::SmolStr;

use super::index::Index;
use super::record::{Facet, FacetValue};

/// The values wanted, for each facet with a choice.
pub type Choices = [(Facet, Vec<String>)];

/// How many pages each value of a facet would leave, by its id.
pub type Counts = BTreeMap<Facet, BTreeMap<SmolStr, usize>>;

/// Tells whether a page has one of the values wanted in every facet with a choice.
pub fn passes(index: &Index, number: u32, choices: &Choices) -> bool {
    choices.iter().all(|choice| has_one(index, number, choice))
}

/// For each value, how many of `found` have it and pass the choices in all other facets: what is
/// chosen in the same facet adds to it, and does not narrow it.
///
/// Every facet is there; a value that no page would have is left out.
pub fn counts(index: &Index, found: impl IntoIterator<Item = u32>, choices: &Choices) -> Counts {
    let mut counts: Counts = Facet::ALL.iter().map(|facet| (*facet, BTreeMap::new())).collect();
    for number in found {
        let mut failed = choices.iter().filter(|choice| !has_one(index, number, choice)).map(|(facet, _)| *facet);
        let (first, second) = (failed.next(), failed.next());
        let Some(page) = index.page(number).filter(|_| second.is_none()) else { continue };
        let kind = (Facet::Kind, SmolStr::new_static(page.record.kind.noun()));
        let ids = |(facet, values): (&Facet, &Vec<FacetValue>)| {
            let facet = *facet;
            values.iter().map(|value| (facet, value.id.clone())).collect::<Vec<_>>()
        };
        for (facet, id) in std::iter::once(kind).chain(page.record.facets.iter().flat_map(ids)) {
            if first.is_none_or(|first| first == facet) {
                *counts.entry(facet).or_default().entry(id).or_default() += 1;
            }
        }
    }
    counts
}

fn has_one(index: &Index, number: u32, (facet, wanted): &(Facet, Vec<String>)) -> bool {
    let Some(page) = index.page(number) else { return false };
    let is_wanted = |id: &str| wanted.iter().any(|wanted| wanted == id);
    match facet {
        Facet::Kind => is_wanted(page.record.kind.noun()),
        _ => page.record.facets.get(facet).is_some_and(|values| values.iter().any(|value| is_wanted(&value.id))),
    }
}
