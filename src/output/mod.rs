//! The built site, as values.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Fingerprint, OutputPath};

/// Every file of the built site by its path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    artifacts: BTreeMap<OutputPath, Artifact>,
}

/// One file of the built site. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    bytes: Arc<[u8]>,
    fingerprint: Fingerprint,
}

impl Artifact {
    /// A file with these contents.
    pub fn new(bytes: impl Into<Arc<[u8]>>) -> Self {
        let bytes = bytes.into();
        let fingerprint = Fingerprint::of(&bytes);
        Self { bytes, fingerprint }
    }

    /// The contents.
    #[must_use]
    pub fn bytes(&self) -> &Arc<[u8]> {
        &self.bytes
    }

    /// Stands for the contents.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

impl Output {
    /// Adds a file. A file already there is kept, and the new one given back.
    ///
    /// # Errors
    ///
    /// The artifact that found its place taken.
    pub fn insert(&mut self, path: OutputPath, artifact: Artifact) -> Result<(), Artifact> {
        use std::collections::btree_map::Entry;
        match self.artifacts.entry(path) {
            Entry::Vacant(place) => {
                place.insert(artifact);
                Ok(())
            }
            Entry::Occupied(_) => Err(artifact),
        }
    }

    /// Adds files, keeping those already there.
    pub fn extend(&mut self, files: impl IntoIterator<Item = (OutputPath, Artifact)>) {
        for (path, artifact) in files {
            self.artifacts.entry(path).or_insert(artifact);
        }
    }

    /// The file at `path`.
    #[must_use]
    pub fn get(&self, path: &OutputPath) -> Option<&Artifact> {
        self.artifacts.get(path)
    }

    /// Every file, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&OutputPath, &Artifact)> {
        self.artifacts.iter()
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.artifacts.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.artifacts.is_empty()
    }
}
