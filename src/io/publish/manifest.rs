//! What we wrote, to and from a file beside the output.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;

use super::Target;
use crate::output::Output;

const HEAD: &str = "cxbook manifest 1";

/// The paths of a published site, each with the fingerprint it was written with.
///
/// It says which files are ours, and nothing else: whether a file is unchanged is decided by its
/// contents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    files: BTreeMap<String, String>,
}

impl Manifest {
    /// The manifest of `output`.
    pub(super) fn of(output: &Output) -> Self {
        let files = output.iter().map(|(path, artifact)| (path.to_string(), artifact.fingerprint().to_string()));
        Self { files: files.collect() }
    }

    /// All that may be ours: what the last run has published, and what a killed run was about to.
    ///
    /// `None` if there is no manifest, or none that can be read.
    pub(super) fn known(target: &Target) -> anyhow::Result<Option<Self>> {
        let settled = Self::read(&target.manifest())?;
        let next = Self::read(&target.next_manifest())?;
        Ok(match (settled, next) {
            (Some(mut settled), Some(next)) => {
                settled.files.extend(next.files);
                Some(settled)
            }
            (settled, next) => settled.or(next),
        })
    }

    /// Whether `path` is one of ours.
    pub(super) fn contains(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Writes it to `path`, whole or not at all.
    pub(super) fn write(&self, path: &Path) -> anyhow::Result<()> {
        let mut text = format!("{HEAD}\n");
        for (path, fingerprint) in &self.files {
            text.push_str(&format!("{fingerprint} {path}\n"));
        }
        write_whole(path, text.as_bytes()).with_context(|| format!("could not write {}", path.display()))
    }

    /// Makes the manifest of the new tree the one that counts.
    pub(super) fn settle(target: &Target) -> anyhow::Result<()> {
        let (next, path) = (target.next_manifest(), target.manifest());
        std::fs::rename(&next, &path).with_context(|| format!("could not rename {}", next.display()))
    }

    fn read(path: &Path) -> anyhow::Result<Option<Self>> {
        let text = match std::fs::read(path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).with_context(|| format!("could not read {}", path.display())),
        };
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) {
            return Ok(None);
        }
        let files =
            lines.filter_map(|line| line.split_once(' ')).map(|(mark, path)| (path.to_owned(), mark.to_owned()));
        Ok(Some(Self { files: files.collect() }))
    }
}

/// Removes what a killed run was about to have written, once it no longer matters.
pub(super) fn forget_next(target: &Target) -> anyhow::Result<()> {
    let next = target.next_manifest();
    match std::fs::remove_file(&next) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("could not remove {}", next.display()))
        }
        _ => Ok(()),
    }
}

/// Replaces the file at `path` at one moment.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".new");
    let new = path.with_file_name(name);
    match std::fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut file = File::create_new(&new)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    std::fs::rename(&new, path)
}
