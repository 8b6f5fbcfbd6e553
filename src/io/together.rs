//! Moves and edits of a project's files, all of them or none.
//!
//! Files and folders get their new names first, then the edits are written where they lie. Should
//! anything fail, what was done before is taken back in the opposite order.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use anyhow::Context;

use super::beneath::{Entry, Folder};
use super::write::write;
use crate::base::SourcePath;
use crate::edit::Edit;

/// Gives files and folders below `root` other names, and then writes `edits`, which name files as they lie
/// afterwards. No link is followed.
///
/// # Errors
///
/// Somebody has changed a file meanwhile, a name is taken, or the disk refuses: then all is as it was.
pub fn apply(root: &Path, moves: &[(SourcePath, SourcePath)], edits: &[Edit]) -> anyhow::Result<()> {
    let folder = Folder::open(root).with_context(|| format!("could not open {}", root.display()))?;
    let mut moved = Moves { folder: &folder, done: Vec::new() };
    for (from, to) in moves {
        let could_not = || format!("could not move {} to {to}", root.join(from.as_str()).display());
        moved.make(from, to).with_context(could_not)?;
    }
    write(root, edits)?;
    moved.done.clear();
    Ok(())
}

/// Moves that are taken back when this is dropped.
struct Moves<'a> {
    folder: &'a Folder,
    done: Vec<[(Folder, OsString); 2]>,
}

impl Moves<'_> {
    fn make(&mut self, from: &SourcePath, to: &SourcePath) -> io::Result<()> {
        let (parent, name) = self.folder.make_parent_of(from.as_str())?;
        let (new_parent, new_name) = self.folder.make_parent_of(to.as_str())?;
        if matches!(parent.entry(&name)?, Entry::Link | Entry::Other) {
            return Err(io::Error::other("it is neither a file nor a folder"));
        }
        parent.relocate(&name, &new_parent, &new_name)?;
        self.done.push([(parent, name), (new_parent, new_name)]);
        Ok(())
    }
}

impl Drop for Moves<'_> {
    fn drop(&mut self) {
        for [(parent, name), (new_parent, new_name)] in self.done.drain(..).rev() {
            // Nothing more can be done for what the disk refuses to take back.
            let _ = new_parent.relocate(&new_name, &parent, &name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Fingerprint;

    fn edit(path: &str, before: Option<&str>, text: &str) -> Edit {
        let before = before.map(|text| Fingerprint::of(text.as_bytes()));
        Edit { path: SourcePath::new(path), before, text: text.to_owned() }
    }

    #[test]
    fn an_edit_or_a_move_that_fails_takes_every_move_back() {
        let root = tempfile::tempdir().unwrap();
        let at = |name: &str| root.path().join(name);
        std::fs::create_dir_all(at("old")).unwrap();
        std::fs::write(at("old/a"), "one").unwrap();
        let moves = [("old", "new"), ("nowhere", "there")];
        let moves = moves.map(|(from, to)| (SourcePath::new(from), SourcePath::new(to)));
        // The second move has nothing to move; the edit expects another text.
        assert!(apply(root.path(), &moves, &[]).is_err());
        assert!(apply(root.path(), &moves[..1], &[edit("new/a", Some("other"), "two")]).is_err());
        assert_eq!(std::fs::read_to_string(at("old/a")).unwrap(), "one");
        assert!(!at("new").exists());
        apply(root.path(), &moves[..1], &[edit("new/a", Some("one"), "two"), edit("b", None, "x")]).unwrap();
        assert_eq!(std::fs::read_to_string(at("new/a")).unwrap(), "two");
        assert!(!at("old").exists() && at("b").exists());
    }

    #[test]
    fn a_name_that_is_taken_is_left_alone() {
        let root = tempfile::tempdir().unwrap();
        for name in ["a", "b"] {
            std::fs::write(root.path().join(name), name).unwrap();
        }
        assert!(apply(root.path(), &[(SourcePath::new("a"), SourcePath::new("b"))], &[]).is_err());
        assert_eq!(std::fs::read_to_string(root.path().join("b")).unwrap(), "b");
    }
}
