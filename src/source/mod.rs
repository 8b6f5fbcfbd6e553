//! The files of a site, as values.

pub mod picture;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use bytes::Bytes;

use crate::base::{Fingerprint, SourcePath, Span};
use crate::diagnostic::{Diagnostic, Sources};

/// Every file of the site by its path: `book.toml`, and all under `content/` and `themes/`.
///
/// Built by `io::scan` from a folder, or by a test from a string.
#[derive(Clone, Debug, Default)]
pub struct SourceSet {
    files: BTreeMap<SourcePath, SourceFile>,
    refused: Vec<Diagnostic>,
}

/// One file: its bytes and, once somebody has asked, their fingerprint. Cheap to clone.
#[derive(Clone, Debug)]
pub struct SourceFile {
    bytes: Bytes,
    fingerprint: OnceLock<Fingerprint>,
}

impl PartialEq for SourceFile {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for SourceFile {}

impl SourceSet {
    /// Adds a file, or replaces the one at the same path.
    pub fn insert(&mut self, path: SourcePath, bytes: impl Into<Vec<u8>>) {
        let bytes = Bytes::from(bytes.into());
        self.files.insert(path, SourceFile { bytes, fingerprint: OnceLock::new() });
    }

    /// Adds a file of another set as it is.
    pub fn share(&mut self, path: SourcePath, file: &SourceFile) {
        self.files.insert(path, file.clone());
    }

    /// Removes a file and says whether it was there.
    pub fn remove(&mut self, path: &SourcePath) -> bool {
        self.files.remove(path).is_some()
    }

    /// Notes a file that was found and could not be taken in: a link, a device, a hostile name.
    pub fn refuse(&mut self, diagnostic: Diagnostic) {
        self.refused.push(diagnostic);
    }

    /// What was found and refused, with the reasons.
    #[must_use]
    pub fn refused(&self) -> &[Diagnostic] {
        &self.refused
    }

    /// The file at `path`.
    #[must_use]
    pub fn get(&self, path: &SourcePath) -> Option<&SourceFile> {
        self.files.get(path)
    }

    /// The text of the file at `path`, if it exists and is UTF-8.
    #[must_use]
    pub fn text(&self, path: &SourcePath) -> Option<&str> {
        self.get(path).and_then(|file| file.text().ok())
    }

    /// Every file, in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&SourcePath, &SourceFile)> {
        self.files.iter()
    }

    /// The files whose path starts with `folder/`, in the order of their paths.
    pub fn under<'a>(&'a self, folder: &str) -> impl Iterator<Item = (&'a SourcePath, &'a SourceFile)> {
        let prefix = format!("{folder}/");
        self.files.range(SourcePath::new(&prefix)..).take_while(move |(path, _)| path.as_str().starts_with(&prefix))
    }
}

impl Sources for SourceSet {
    fn text_of(&self, span: &Span) -> Option<&str> {
        self.text(&span.path)
    }
}

impl SourceFile {
    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// Stands for the bytes.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        *self.fingerprint.get_or_init(|| Fingerprint::of(&self.bytes))
    }

    /// The bytes as text.
    ///
    /// # Errors
    ///
    /// The offset of the first byte that is not UTF-8.
    pub fn text(&self) -> Result<&str, usize> {
        std::str::from_utf8(&self.bytes).map_err(|error| error.valid_up_to())
    }
}
