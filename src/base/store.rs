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
    keeps: bool,
}

/// A value that a store had or that was made for it.
#[derive(Debug)]
pub struct Held<T> {
    key: Option<Fingerprint>,
    value: Arc<T>,
}

#[derive(Debug)]
struct Entry<T> {
    value: Arc<T>,
    is_used: bool,
}

impl<T> Default for Store<T> {
    fn default() -> Self {
        Self { entries: BTreeMap::new(), keeps: true }
    }
}

impl<T: Send + Sync> Store<T> {
    /// A store that keeps nothing, for a run that no other follows: it asks for no keys.
    #[must_use]
    pub fn keeping_nothing() -> Self {
        Self { entries: BTreeMap::new(), keeps: false }
    }

    /// Returns one value for each item, in their order; those not known are made in parallel.
    pub fn get_or_make<I: Sync>(
        &mut self,
        items: &[I],
        key: impl Fn(&I) -> Fingerprint + Sync,
        make: impl Fn(&I) -> T + Sync,
    ) -> Vec<Arc<T>> {
        use rayon::prelude::*;
        let held: Vec<Held<T>> = items.par_iter().map(|item| self.hold(|| key(item), || make(item))).collect();
        held.into_iter().map(|held| self.keep(held)).collect()
    }

    /// The value for `key`, made now if it is not known. The store learns of it by [`keep`](Self::keep).
    pub fn hold(&self, key: impl FnOnce() -> Fingerprint, make: impl FnOnce() -> T) -> Held<T> {
        let key = self.keeps.then(key);
        let known = key.and_then(|key| self.entries.get(&key)).map(|entry| Arc::clone(&entry.value));
        Held { key, value: known.unwrap_or_else(|| Arc::new(make())) }
    }

    /// Keeps a value until a sweep that nobody has asked for it before.
    pub fn keep(&mut self, Held { key, value }: Held<T>) -> Arc<T> {
        if let Some(key) = key {
            self.entries.insert(key, Entry { value: Arc::clone(&value), is_used: true });
        }
        value
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
    #[test]
    fn a_store_that_keeps_nothing_asks_for_no_key() {
        let mut store = Store::keeping_nothing();
        let key = |_: &&str| -> Fingerprint { panic!("asked for a key") };
        assert_eq!(*store.get_or_make(&["a"], key, |text| text.len())[0], 1);
        assert!(store.is_empty());
    }
}
