//! Edits to files of a folder, all of them or none.
//!
//! 1. Every text is written to a hidden file beside its place, so that a full disk changes nothing.
//! 2. Each gets its name at one moment; what had the name is kept under a hidden one.
//! 3. When all have theirs, what was kept goes. Dropped before that, every old file gets its name back.
//!
//! Folders are opened anew for each step: a thousand files may be a thousand folders, more than a
//! process may hold open. Killed between two names, a process leaves some files new and some old,
//! each of them whole.

use std::ffi::{OsStr, OsString};
use std::io::{self, Read};

use super::beneath::Folder;
use crate::base::Fingerprint;
use crate::edit::Edit;

/// Edits on their way into a folder.
pub(super) struct Transaction<'a> {
    folder: &'a Folder,
    staged: Vec<Staged>,
}

/// One file on its way.
struct Staged {
    path: String,
    /// What the old text must be; `None` if there must be none.
    before: Option<Fingerprint>,
    /// The hidden file with the new text, until it has its name.
    new: Option<OsString>,
    /// The hidden file with the old text, once the new one has its name.
    old: Option<OsString>,
    /// Whether there was none before, and there is one now.
    is_made: bool,
}

impl<'a> Transaction<'a> {
    pub(super) fn new(folder: &'a Folder) -> Self {
        Self { folder, staged: Vec::new() }
    }

    /// Writes the text of an edit to a hidden file.
    pub(super) fn stage(&mut self, edit: &Edit) -> io::Result<()> {
        let path = edit.path.to_string();
        let (parent, name) = self.folder.make_parent_of(&path)?;
        let new = Some(parent.unfinished(&name, edit.text.as_bytes())?);
        self.staged.push(Staged { path, before: edit.before, new, old: None, is_made: false });
        Ok(())
    }

    /// Gives the staged edit of this number its name. [`io::ErrorKind::AlreadyExists`] if it was to be made
    /// and something has that name.
    pub(super) fn put(&mut self, number: usize) -> io::Result<()> {
        let Some(Staged { path, before, new, old, is_made }) = self.staged.get_mut(number) else { return Ok(()) };
        let (parent, name) = self.folder.make_parent_of(path)?;
        let Some(hidden) = &*new else { return Ok(()) };
        match before {
            None => {
                parent.link(hidden, &name)?;
                *is_made = true;
            }
            Some(before) => {
                *old = Some(kept(&parent, &name, *before)?);
                parent.rename(hidden, &name)?;
                *new = None;
            }
        }
        Ok(())
    }

    /// Says that all have their names.
    pub(super) fn finish(mut self) {
        for staged in &mut self.staged {
            staged.is_made = false;
            staged.new = staged.new.take().or_else(|| staged.old.take());
            // What is hidden goes when this is dropped, and nothing else.
        }
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        for staged in &self.staged {
            let Ok((parent, name)) = self.folder.make_parent_of(&staged.path) else { continue };
            // A failure on the way back cannot be mended; the old text lies in the hidden file then.
            match (&staged.old, staged.is_made) {
                (Some(old), _) => drop(parent.rename(old, &name)),
                (None, true) => drop(parent.unlink(&name)),
                (None, false) => {}
            }
            if let Some(new) = &staged.new {
                let _ = parent.unlink(new);
            }
        }
    }
}

/// The file `name` under a hidden name, if it says what is expected.
fn kept(parent: &Folder, name: &OsStr, before: Fingerprint) -> io::Result<OsString> {
    let mut bytes = Vec::new();
    parent.file(name)?.0.read_to_end(&mut bytes)?;
    if Fingerprint::of(&bytes) != before {
        return Err(io::Error::other("somebody has just changed it; try again"));
    }
    parent.unfinished(name, &bytes)
}
