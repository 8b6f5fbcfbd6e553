//! The folder a user names to one that is safe to publish into.

use std::io;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, bail};

use crate::io::scan::FOLDERS;

/// A folder that may be replaced as a whole. It need not exist yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    parent: PathBuf,
    name: String,
    shown: String,
}

/// Whether a file or folder at `path`, there or not, would lie in a folder with a built site: the usual one of the
/// project in `root`, or any other that has been published into.
#[must_use]
pub fn is_published(root: &Path, path: &Path) -> bool {
    let Ok(path) = resolve(path) else { return false };
    let has_manifest = |folder: &Path| match (folder.parent(), folder.file_name()) {
        (Some(parent), Some(name)) => parent.join(format!(".{}.manifest", name.to_string_lossy())).is_file(),
        _ => false,
    };
    let usual = resolve(&root.join(USUAL)).is_ok_and(|usual| path.starts_with(usual));
    usual || path.ancestors().any(has_manifest)
}

/// Where a site goes unless another folder is named, below its project.
pub const USUAL: &str = "public";

impl Target {
    /// Checks that replacing `out` would destroy nothing but a site.
    ///
    /// # Errors
    ///
    /// `out` is a link, a file, the project, the home folder, a folder around one of them, below
    /// the sources, or a repository.
    pub fn check(root: &Path, out: &Path) -> anyhow::Result<Self> {
        let shown = out.display().to_string();
        let refuse = |why: &str| -> anyhow::Result<Self> {
            bail!("could not publish into {shown}: {why}\nchoose another folder with --out")
        };
        match out.symlink_metadata() {
            Ok(metadata) if metadata.is_symlink() => return refuse("it is a symbolic link"),
            Ok(metadata) if !metadata.is_dir() => return refuse("it is not a folder"),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error).with_context(|| format!("could not look at {shown}")),
        }
        let path = resolve(out).with_context(|| format!("could not find out where {shown} is"))?;
        let (Some(parent), Some(name)) = (path.parent(), path.file_name()) else {
            return refuse("it is the root of the file system");
        };
        let Some(name) = name.to_str().filter(|name| !name.chars().any(char::is_control)) else {
            return refuse("its name is not printable");
        };
        let root = resolve(root).with_context(|| format!("could not find out where {} is", root.display()))?;
        if root == path {
            return refuse("it is the project itself");
        }
        if root.starts_with(&path) {
            return refuse("the project is in it");
        }
        // `.git` need not exist yet to be the place of a repository; the scan and the watch pass hidden folders by.
        let below = path.strip_prefix(&root).unwrap_or(Path::new(name));
        if below.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.')) {
            return refuse("folders whose names start with a full stop belong to tools such as git");
        }
        if FOLDERS.iter().any(|folder| path.starts_with(root.join(folder))) {
            return refuse("it is among the sources, and the next build would read it");
        }
        if let Some(home) = std::env::var_os("HOME").filter(|home| !home.is_empty()) {
            let home = resolve(Path::new(&home)).unwrap_or_default();
            if home.starts_with(&path) {
                return refuse("it is the home folder, or around it");
            }
        }
        if path.join(".git").symlink_metadata().is_ok() {
            return refuse("it holds a repository (.git)");
        }
        Ok(Self { parent: parent.to_owned(), name: name.to_owned(), shown })
    }

    /// The folder.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.parent.join(&self.name)
    }

    /// The folder as the user wrote it.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// The folder it lies in.
    #[must_use]
    pub fn parent(&self) -> &Path {
        &self.parent
    }

    /// Held while somebody publishes.
    pub(super) fn lock(&self) -> PathBuf {
        self.beside("lock")
    }

    /// What we wrote.
    pub(super) fn manifest(&self) -> PathBuf {
        self.beside("manifest")
    }

    /// What we are about to have written.
    pub(super) fn next_manifest(&self) -> PathBuf {
        self.beside("manifest.next")
    }

    /// Exists while the folder is exchanged in two steps.
    pub(super) fn journal(&self) -> PathBuf {
        self.beside("journal")
    }

    /// The new tree of the process `id`.
    pub(super) fn stage(&self, id: u32) -> PathBuf {
        self.beside(&format!("stage-{id}"))
    }

    /// The old tree, on its way out.
    pub(super) fn old(&self, id: u32) -> PathBuf {
        self.beside(&format!("old-{id}"))
    }

    /// Whether `name`, beside the folder, is a tree that a run has left behind.
    pub(super) fn is_leftover(&self, name: &str) -> bool {
        ["stage-", "old-"].iter().any(|kind| {
            let id = name.strip_prefix(&format!(".{}.{kind}", self.name));
            id.is_some_and(|id| !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()))
        })
    }

    fn beside(&self, what: &str) -> PathBuf {
        self.parent.join(format!(".{}.{what}", self.name))
    }
}

/// The path without links and dots; its last parts need not exist.
fn resolve(path: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(path)?;
    let mut missing = Vec::new();
    let mut existing = absolute.as_path();
    loop {
        match existing.canonicalize() {
            Ok(found) => return Ok(missing.iter().rev().fold(found, |path, name| path.join(name))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        match (existing.components().next_back(), existing.parent()) {
            (Some(Component::Normal(name)), Some(parent)) => {
                missing.push(name.to_owned());
                existing = parent;
            }
            _ => return Err(io::ErrorKind::NotFound.into()),
        }
    }
}
