//! Edits to a project's folder.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::beneath::Folder;
use super::transaction::carry_out;
pub use super::transaction::{Changes, Written};
use crate::base::line_after;
use crate::edit::Edit;

/// The most folders in each other that are looked through.
const MAX_DEPTH: usize = 16;

/// Writes `edits` below `root`, with the folders they need: all of them or none. A file is made only if
/// there is none, and changed only if it is still what the edit expects, and no link is followed.
///
/// # Errors
///
/// A file could not be written, or somebody has made or changed it meanwhile; every file is as it was.
pub fn write(root: &Path, edits: &[Edit]) -> anyhow::Result<()> {
    apply(root, Changes { edits, ..Changes::default() })
}

/// [`write()`], but files that are to be made and are there already are kept.
///
/// # Errors
///
/// As of [`write()`].
pub fn write_missing(root: &Path, edits: &[Edit]) -> anyhow::Result<Written> {
    carry_out(make(root)?, Changes { edits, ..Changes::default() }, true, &mut || Ok(()))
}

/// [`write()`], with files and folders that get other names before, and files that are deleted.
///
/// # Errors
///
/// As of [`write()`], or a name is taken.
pub fn apply(root: &Path, changes: Changes<'_>) -> anyhow::Result<()> {
    carry_out(make(root)?, changes, false, &mut || Ok(())).map(drop)
}

fn make(root: &Path) -> anyhow::Result<&Path> {
    std::fs::create_dir_all(root).with_context(|| format!("could not make the folder {}", root.display()))?;
    Ok(root)
}

/// Adds to the page of a run on a code host, where `GITHUB_STEP_SUMMARY` names its file; elsewhere does nothing, and
/// returns that.
///
/// # Errors
///
/// The file could not be written.
pub fn add_to_run_summary(text: &str) -> anyhow::Result<bool> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else { return Ok(false) };
    let could_not = || format!("could not add to the summary in {}", Path::new(&path).display());
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(&path).with_context(could_not)?;
    file.write_all(text.as_bytes()).with_context(could_not)?;
    Ok(true)
}

/// Reads a file from anywhere.
///
/// # Errors
///
/// It cannot be read.
pub fn read_bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("could not read {}", path.display()))
}

/// The files in a folder that the user has named, and in the folders below it, in the order of their paths. Hidden
/// ones are left out, and no link is followed.
///
/// # Errors
///
/// A folder cannot be listed, or there are too many folders in each other.
pub fn files_below(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    list(folder, 0)
}

fn list(folder: &Path, depth: usize) -> anyhow::Result<Vec<PathBuf>> {
    let could_not = || format!("could not list {}", folder.display());
    if depth > MAX_DEPTH {
        bail!("{}: there are more than {MAX_DEPTH} folders in each other", could_not());
    }
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .and_then(|entries| {
            entries.map(|entry| entry.and_then(|entry| Ok((entry.path(), entry.file_type()?)))).collect()
        })
        .with_context(could_not)?;
    names.sort_by(|one: &(PathBuf, _), other| one.0.cmp(&other.0));
    let mut files = Vec::new();
    for (path, kind) in names {
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if kind.is_dir() && !is_hidden {
            files.extend(list(&path, depth + 1)?);
        } else if kind.is_file() && !is_hidden {
            files.push(path);
        }
    }
    Ok(files)
}

/// Reads a text from anywhere.
///
/// # Errors
///
/// It cannot be read, or is not UTF-8.
pub fn read_text(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

/// Reads a file that the user has named.
///
/// # Errors
///
/// It cannot be read, is larger than `most` bytes, or is no regular file.
pub fn read_file_bytes(path: &Path, most: u64) -> anyhow::Result<Vec<u8>> {
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
    Ok(bytes)
}

/// Reads a text file that the user has named.
///
/// # Errors
///
/// As of [`read_file_bytes`], or it is no UTF-8; a byte order mark is taken off.
pub fn read_file(path: &Path, most: u64) -> anyhow::Result<String> {
    let bytes = read_file_bytes(path, most)?;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).map(<[u8]>::to_vec).unwrap_or(bytes);
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = line_after(before);
        anyhow::anyhow!("could not read {}: line {line} is not UTF-8; save the file as UTF-8", path.display())
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
