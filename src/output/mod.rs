//! The built site, as values.

use std::collections::BTreeMap;

use bytes::Bytes;

use crate::base::{Fingerprint, OutputPath};

/// Every file of the built site by its path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    artifacts: BTreeMap<OutputPath, Artifact>,
}

/// One file of the built site. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    bytes: Bytes,
    fingerprint: Fingerprint,
}

impl Artifact {
    /// A file with these contents.
    pub fn new(bytes: impl Into<Vec<u8>>) -> Self {
        let bytes = bytes.into();
        // What was written piece by piece has room left, up to as much again: the site is held without it.
        let has_room = bytes.capacity() - bytes.len() > bytes.len() / 16;
        Self::sharing(if has_room { Bytes::copy_from_slice(&bytes) } else { Bytes::from(bytes) })
    }

    /// A file with the contents that something else has too.
    #[must_use]
    pub fn sharing(bytes: Bytes) -> Self {
        let fingerprint = Fingerprint::of(&bytes);
        Self { bytes, fingerprint }
    }

    /// The contents.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
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
