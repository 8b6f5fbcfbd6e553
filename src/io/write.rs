//! New source files to a project's folder.

use std::io;
use std::path::Path;

use anyhow::Context;

use super::beneath::Folder;
use crate::base::SourcePath;

/// What became of the files that were to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Those that were made.
    pub made: Vec<SourcePath>,
    /// Those that were there already, and are as they were.
    pub kept: Vec<SourcePath>,
}

/// Makes `files` below `root`, with the folders they need. What exists is never overwritten, and no
/// link is followed.
///
/// # Errors
///
/// A file could not be made; those before it are there.
pub fn write_new<'a>(
    root: &Path,
    files: impl IntoIterator<Item = (&'a SourcePath, &'a [u8])>,
) -> anyhow::Result<Written> {
    std::fs::create_dir_all(root).with_context(|| format!("could not make the folder {}", root.display()))?;
    let folder = Folder::open(root).with_context(|| format!("could not open {}", root.display()))?;
    let mut written = Written::default();
    for (path, bytes) in files {
        match folder.make_parent_of(path.as_str()).and_then(|(parent, name)| parent.create(&name, bytes)) {
            Ok(()) => written.made.push(path.clone()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => written.kept.push(path.clone()),
            Err(error) => {
                return Err(error).with_context(|| format!("could not write {}", root.join(path.as_str()).display()));
            }
        }
    }
    Ok(written)
}
