//! A memo of values by the fingerprint of all they were made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Fingerprint;

/// Values that need not be made again, swept of what the last build did not ask for.
///
/// The key must cover every input of the value, and the value must carry its own diagnostics:
/// then a hit and a miss cannot be told apart by their results.
#[derive(Debug)]
pub struct Store<T> {
    entries: BTreeMap<Fingerprint, Entry<T>>,
}

#[derive(Debug)]
struct Entry<T> {
    value: Arc<T>,
    is_used: bool,
}

impl<T> Default for Store<T> {
    fn default() -> Self {
        Self { entries: BTreeMap::new() }
    }
}

impl<T: Send + Sync> Store<T> {
    /// Returns one value for each item, in their order; those not known are made in parallel.
    pub fn get_or_make<I: Sync>(
        &mut self,
        items: &[I],
        key: impl Fn(&I) -> Fingerprint + Sync,
        make: impl Fn(&I) -> T + Sync,
    ) -> Vec<Arc<T>> {
        use rayon::prelude::*;
        let entries = &self.entries;
        let values: Vec<(Fingerprint, Arc<T>)> = items
            .par_iter()
            .map(|item| {
                let key = key(item);
                let known = entries.get(&key).map(|entry| Arc::clone(&entry.value));
                (key, known.unwrap_or_else(|| Arc::new(make(item))))
            })
            .collect();
        for (key, value) in &values {
            self.entries.insert(*key, Entry { value: Arc::clone(value), is_used: true });
        }
        values.into_iter().map(|(_, value)| value).collect()
    }

    /// Forgets what was not asked for since the last sweep.
    pub fn sweep(&mut self) {
        self.entries.retain(|_, entry| std::mem::take(&mut entry.is_used));
    }

    /// How many values it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_made_once_and_forgotten_when_nobody_asks_again() {
        let mut store = Store::default();
        let key = |text: &&str| Fingerprint::of(text.as_bytes());
        assert_eq!(*store.get_or_make(&["a", "b"], key, |text| text.len())[1], 1);
        store.sweep();
        store.get_or_make(&["a"], key, |_| panic!("made again"));
        store.sweep();
        assert_eq!(store.len(), 1);
    }
}
