//! The keys of a source to the neighbour that a new one stands beside in a translation.

use std::collections::BTreeMap;

use indexmap::IndexSet;

use crate::translation::{Place, Revision};

/// The names below each key, in the order of the source.
pub(super) struct Order<'a> {
    below: BTreeMap<&'a str, IndexSet<&'a str>>,
}

/// Which of the names that are there a new one stands beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// It comes right after the one with this number.
    After(usize),
    /// None comes before it: right before the one with this number.
    Before(usize),
}

impl<'a> Order<'a> {
    pub(super) fn of(source: &'a Revision) -> Self {
        let fields = source.segments.iter().filter_map(|segment| match &segment.place {
            Place::Field(key) => Some((segment.range.start(), key.as_str())),
            Place::Block { .. } => None,
        });
        let mut keys: Vec<(usize, &str)> = fields.collect();
        keys.sort_unstable();
        let mut below: BTreeMap<&str, IndexSet<&str>> = BTreeMap::new();
        for (_, key) in keys {
            let mut end = 0;
            for name in key.split('.') {
                below.entry(key[..end].trim_end_matches('.')).or_default().insert(name);
                end = (end + name.len() + 1).min(key.len());
            }
        }
        Self { below }
    }

    /// Beside which of `names` one called `new` belongs, all of them below `parent`.
    pub(super) fn beside<'n>(&self, parent: &str, new: &str, names: impl Iterator<Item = &'n str>) -> Option<Beside> {
        let known = self.below.get(parent)?;
        let own = known.get_index_of(new)?;
        let (mut last_before, mut first_after) = (None, None);
        for (index, name) in names.enumerate() {
            match known.get_index_of(name) {
                Some(place) if place < own => last_before = last_before.max(Some((place, index))),
                Some(place) => {
                    let nearest = first_after.get_or_insert((place, index));
                    *nearest = (*nearest).min((place, index));
                }
                None => {}
            }
        }
        let after = last_before.map(|(_, index)| Beside::After(index));
        after.or(first_after.map(|(_, index)| Beside::Before(index)))
    }
}
