//! A stage to the published folder: in one step where the kernel can, else in two with a journal.

use std::fs::{File, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use anyhow::Context;

use super::manifest::write_whole;
use super::{Stage, Target};

/// Puts the stage in place of the folder, removes the old tree, and returns what could not be removed.
pub(super) fn exchange(target: &Target, stage: Stage) -> anyhow::Result<Vec<String>> {
    let path = target.path();
    let shown = path.display();
    if path.symlink_metadata().is_err() {
        std::fs::rename(stage.path(), &path).with_context(|| format!("could not publish {shown}"))?;
        stage.published();
        sync(target)?;
        return Ok(Vec::new());
    }
    let is_exchanged = swap(stage.path(), &path).with_context(|| format!("could not publish {shown}"))?;
    let old = if is_exchanged {
        stage.published()
    } else {
        in_two_steps(target, stage).with_context(|| format!("could not publish {shown}"))?
    };
    sync(target)?;
    Ok(remove(&old).into_iter().collect())
}

/// Finishes or undoes an exchange that was cut off, and removes what killed runs have left.
pub(super) fn recover(target: &Target) -> anyhow::Result<Vec<String>> {
    let journal = target.journal();
    if let Ok(text) = std::fs::read_to_string(&journal) {
        let path = target.path();
        if path.symlink_metadata().is_err()
            && let Ok(id) = text.trim().parse()
        {
            // The journal is written once the stage is complete, so the new tree is preferred.
            let trees = [target.stage(id), target.old(id)];
            if let Some(tree) = trees.iter().find(|tree| tree.is_dir()) {
                std::fs::rename(tree, &path).with_context(|| format!("could not recover {}", path.display()))?;
                sync(target)?;
            }
        }
        std::fs::remove_file(&journal).with_context(|| format!("could not remove {}", journal.display()))?;
    }
    let mut warnings = Vec::new();
    let parent = target.parent();
    for entry in std::fs::read_dir(parent).with_context(|| format!("could not list {}", parent.display()))? {
        let entry = entry.with_context(|| format!("could not list {}", parent.display()))?;
        if entry.file_name().to_str().is_some_and(|name| target.is_leftover(name)) {
            warnings.extend(remove(&entry.path()));
        }
    }
    Ok(warnings)
}

/// Exchanges two folders; `false` if this system or file system cannot.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn swap(stage: &Path, path: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, stage, CWD, path, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::XDEV | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn swap(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Moves the old tree away and the new one in, and returns where the old one went.
fn in_two_steps(target: &Target, stage: Stage) -> io::Result<std::path::PathBuf> {
    let id = std::process::id();
    let (path, old, journal) = (target.path(), target.old(id), target.journal());
    write_whole(&journal, format!("{id}\n").as_bytes())?;
    std::fs::rename(&path, &old)?;
    if let Err(error) = std::fs::rename(stage.path(), &path) {
        let _ = std::fs::rename(&old, &path);
        let _ = std::fs::remove_file(&journal);
        return Err(error);
    }
    stage.published();
    sync(target).map_err(io::Error::other)?;
    std::fs::remove_file(&journal)?;
    Ok(old)
}

fn sync(target: &Target) -> anyhow::Result<()> {
    let parent = target.parent();
    File::open(parent)
        .and_then(|folder| folder.sync_all())
        .with_context(|| format!("could not write {} to the disk", parent.display()))
}

fn remove(tree: &Path) -> Option<String> {
    let mut error = std::fs::remove_dir_all(tree).err()?;
    if error.kind() == io::ErrorKind::PermissionDenied {
        // A published folder may be shut against writing; the old tree, which nobody sees any more, need not be.
        open_up(tree);
        error = std::fs::remove_dir_all(tree).err()?;
    }
    (error.kind() != io::ErrorKind::NotFound).then(|| format!("could not remove {}: {error}", tree.display()))
}

/// Lets its owner take files out of every folder of a tree.
fn open_up(folder: &Path) {
    let _ = std::fs::set_permissions(folder, Permissions::from_mode(0o700));
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            open_up(&entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_tree_that_is_shut_is_opened_and_what_its_links_lead_to_is_not() {
        let root = tempfile::tempdir().unwrap();
        let (tree, outside) = (root.path().join("tree"), root.path().join("outside"));
        std::fs::create_dir_all(tree.join("a/b")).unwrap();
        std::fs::create_dir(&outside).unwrap();
        std::os::unix::fs::symlink(&outside, tree.join("link")).unwrap();
        for shut in ["tree/a/b", "tree/a", "tree", "outside"] {
            std::fs::set_permissions(root.path().join(shut), Permissions::from_mode(0o555)).unwrap();
        }
        open_up(&tree);
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!([mode(&tree), mode(&tree.join("a")), mode(&tree.join("a/b"))], [0o700; 3]);
        assert_eq!(mode(&outside), 0o555);
        assert_eq!(remove(&tree), None);
        assert!(outside.exists());
    }
}
