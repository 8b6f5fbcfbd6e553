//! Edits to a project's folder.

use std::io::{self, Read, Write};
use std::path::Path;

use anyhow::{Context, bail};

use super::beneath::Folder;
use crate::base::{Fingerprint, SourcePath};
use crate::edit::Edit;

/// What became of the files that were to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Those that were made or changed.
    pub written: Vec<SourcePath>,
    /// Those that were to be made and are there already; they are as they were.
    pub kept: Vec<SourcePath>,
}

/// Writes `edits` below `root`, with the folders they need. A file is changed only if it is still
/// what the edit expects, and no link is followed.
///
/// # Errors
///
/// A file could not be written, or somebody has changed it meanwhile; those before it are written.
pub fn write(root: &Path, edits: &[Edit]) -> anyhow::Result<Written> {
    std::fs::create_dir_all(root).with_context(|| format!("could not make the folder {}", root.display()))?;
    let folder = Folder::open(root).with_context(|| format!("could not open {}", root.display()))?;
    let mut written = Written::default();
    for Edit { path, before, text } in edits {
        let shown = root.join(path.as_str());
        let could_not = || format!("could not write {}", shown.display());
        let (parent, name) = folder.make_parent_of(path.as_str()).with_context(could_not)?;
        match before {
            None => match parent.create(&name, text.as_bytes()) {
                Ok(()) => written.written.push(path.clone()),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => written.kept.push(path.clone()),
                Err(error) => return Err(error).with_context(could_not),
            },
            Some(before) => {
                let mut bytes = Vec::new();
                let (mut file, _) = parent.file(&name).with_context(could_not)?;
                file.read_to_end(&mut bytes).with_context(could_not)?;
                if Fingerprint::of(&bytes) != *before {
                    bail!("could not write {}: somebody has just changed it; try again", shown.display());
                }
                parent.replace(&name, text.as_bytes()).with_context(could_not)?;
                written.written.push(path.clone());
            }
        }
    }
    Ok(written)
}

/// Adds to the page of a run on a code host, where `GITHUB_STEP_SUMMARY` names its file; elsewhere does nothing.
///
/// # Errors
///
/// The file could not be written.
pub fn add_to_run_summary(text: &str) -> anyhow::Result<()> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else { return Ok(()) };
    let could_not = || format!("could not add to the summary in {}", Path::new(&path).display());
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(&path).with_context(could_not)?;
    file.write_all(text.as_bytes()).with_context(could_not)
}

/// Deletes files below `root`; one that is not there any more is no error.
///
/// # Errors
///
/// A file could not be deleted.
pub fn remove(root: &Path, paths: &[SourcePath]) -> anyhow::Result<()> {
    for path in paths {
        let file = root.join(path.as_str());
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("could not delete {}", file.display()));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Reads a file from anywhere.
///
/// # Errors
///
/// It cannot be read.
pub fn read_bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("could not read {}", path.display()))
}

/// Reads a text from anywhere.
///
/// # Errors
///
/// It cannot be read, or is not UTF-8.
pub fn read_text(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

/// Reads a text file that the user has named.
///
/// # Errors
///
/// It cannot be read, is larger than `most` bytes, is no regular file or no UTF-8; a byte order mark is taken off.
pub fn read_file(path: &Path, most: u64) -> anyhow::Result<String> {
    let could_not = || format!("could not read {}", path.display());
    let meta = std::fs::metadata(path).with_context(could_not)?;
    if !meta.is_file() {
        bail!("{}: it is not a regular file", could_not());
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .with_context(could_not)?
        .take(most + 1)
        .read_to_end(&mut bytes)
        .with_context(could_not)?;
    if bytes.len() as u64 > most {
        bail!("{}: it has more than {} MiB", could_not(), most >> 20);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).map(<[u8]>::to_vec).unwrap_or(bytes);
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        anyhow::anyhow!("{}: line {line} is not UTF-8; save the file as UTF-8", could_not())
    })
}

/// Writes a file that the user has named, all of it or nothing, whether or not it is there.
///
/// # Errors
///
/// It cannot be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let could_not = || format!("could not write {}", path.display());
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().with_context(could_not)?;
    Folder::open(parent).and_then(|folder| folder.replace(name, bytes)).with_context(could_not)
}
