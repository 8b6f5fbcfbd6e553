//! Files to a complete new tree beside the old one.

use std::collections::BTreeSet;
use std::fs::{File, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use anyhow::Context;
use rayon::prelude::*;

use super::Target;
use crate::output::Artifact;

/// A tree that nobody sees yet. Removed when dropped, unless it was published.
#[derive(Debug)]
pub(super) struct Stage {
    path: PathBuf,
    is_published: bool,
}

impl Stage {
    /// Makes an empty stage beside `target`.
    pub(super) fn new(target: &Target) -> anyhow::Result<Self> {
        let path = target.stage(std::process::id());
        std::fs::create_dir(&path).with_context(|| format!("could not make {}", path.display()))?;
        let stage = Self { path, is_published: false };
        std::fs::set_permissions(&stage.path, Permissions::from_mode(0o755))
            .with_context(|| format!("could not make {}", stage.path.display()))?;
        Ok(stage)
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Says that what lies here now is no longer ours to remove.
    pub(super) fn published(mut self) -> PathBuf {
        self.is_published = true;
        std::mem::take(&mut self.path)
    }

    /// Writes `files`. What is unchanged or kept is linked from the `old` tree.
    pub(super) fn fill(
        &self,
        files: &[(&str, &Artifact)],
        unchanged: &BTreeSet<&str>,
        kept: &BTreeSet<String>,
        old: &Path,
    ) -> anyhow::Result<()> {
        let kept: Vec<(&str, bool)> = kept.iter().map(|path| (path.as_str(), is_folder(&old.join(path)))).collect();
        let mut folders = BTreeSet::new();
        for path in files.iter().map(|(path, _)| *path).chain(kept.iter().map(|(path, _)| *path)) {
            folders.extend(path.match_indices('/').map(|(at, _)| &path[..at]));
        }
        folders.extend(kept.iter().filter(|(_, is_folder)| *is_folder).map(|(path, _)| *path));
        for folder in folders {
            let path = self.path.join(folder);
            std::fs::create_dir(&path)
                .and_then(|()| std::fs::set_permissions(&path, Permissions::from_mode(0o755)))
                .with_context(|| format!("could not make the folder {}", path.display()))?;
        }
        for (path, _) in kept.iter().filter(|(_, is_folder)| !is_folder) {
            std::fs::hard_link(old.join(path), self.path.join(path))
                .with_context(|| format!("could not keep {}", old.join(path).display()))?;
        }
        files.par_iter().try_for_each(|(path, artifact)| {
            let new = self.path.join(path);
            if unchanged.contains(path) && std::fs::hard_link(old.join(path), &new).is_ok() {
                return Ok(());
            }
            write(&new, artifact.bytes()).with_context(|| format!("could not write {}", new.display()))
        })
    }

    /// Waits until the disk has everything.
    pub(super) fn sync(&self) -> anyhow::Result<()> {
        sync(&self.path).with_context(|| format!("could not write {} to the disk", self.path.display()))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.is_published {
            let _ = std::fs::remove_dir_all(&self.path);
        }
    }
}

fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.is_dir())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.set_permissions(Permissions::from_mode(0o644))
}

#[cfg(target_os = "linux")]
fn sync(stage: &Path) -> io::Result<()> {
    use rustix::io::Errno;
    match rustix::fs::syncfs(File::open(stage)?) {
        // Some sandboxes and file systems do not have it.
        Err(Errno::NOSYS | Errno::OPNOTSUPP | Errno::PERM) => sync_each(stage),
        synced => Ok(synced?),
    }
}

#[cfg(not(target_os = "linux"))]
fn sync(stage: &Path) -> io::Result<()> {
    sync_each(stage)
}

fn sync_each(folder: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            sync_each(&entry.path())?;
        } else if kind.is_file() {
            File::open(entry.path())?.sync_all()?;
        }
    }
    File::open(folder)?.sync_all()
}
