//! What lies in a folder, to a list; nothing in it is followed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::output::Artifact;

/// Everything in a published folder, by path relative to it.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    root: PathBuf,
    items: BTreeMap<String, Item>,
}

/// One thing in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A regular file.
    File {
        length: u64,
        /// Whether everybody may read it and only its owner write it.
        is_public: bool,
    },
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// Something that is none of ours: a device, a pipe, a name that is not UTF-8.
    Other,
}

impl Inventory {
    /// Lists the folder at `root`; one that does not exist is empty.
    pub(super) fn of(root: &Path) -> anyhow::Result<Self> {
        let mut inventory = Self { root: root.to_owned(), items: BTreeMap::new() };
        if root.symlink_metadata().is_ok() {
            inventory.list(root, "").with_context(|| format!("could not list {}", root.display()))?;
        }
        Ok(inventory)
    }

    fn list(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let item = if name.to_str().is_some() { Item::of(&entry.metadata()?) } else { Item::Other };
            let path = format!("{prefix}{}", name.to_string_lossy());
            if item == Item::Folder {
                self.list(&entry.path(), &format!("{path}/"))?;
            }
            self.items.insert(path, item);
        }
        Ok(())
    }

    /// What lies at `path`.
    pub(super) fn item(&self, path: &str) -> Option<Item> {
        self.items.get(path).copied()
    }

    /// Everything with its path.
    pub(super) fn items(&self) -> impl Iterator<Item = (&str, Item)> {
        self.items.iter().map(|(path, item)| (path.as_str(), *item))
    }

    /// Every path.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.items.keys().map(String::as_str)
    }

    /// The paths of regular files.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        self.items().filter(|(_, item)| matches!(item, Item::File { .. })).map(|(path, _)| path)
    }

    /// The paths of links.
    pub(super) fn links(&self) -> impl Iterator<Item = &str> {
        self.items().filter(|(_, item)| *item == Item::Link).map(|(path, _)| path)
    }

    /// Whether the file at `path` is what would be written there.
    pub(super) fn holds(&self, path: &str, artifact: &Artifact) -> bool {
        let length = artifact.bytes().len() as u64;
        self.item(path) == Some(Item::File { length, is_public: true })
            && has_contents(&self.root.join(path), artifact.bytes())
    }

    /// Whether nothing is there but the files `ours`, what is `kept`, and the folders around them.
    pub(super) fn is_exactly(&self, ours: &BTreeSet<&str>, kept: &BTreeSet<String>) -> bool {
        let mut folders = BTreeSet::new();
        for path in ours.iter().copied().chain(kept.iter().map(String::as_str)) {
            folders.extend(path.match_indices('/').map(|(at, _)| &path[..at]));
        }
        self.items().all(|(path, item)| match item {
            Item::Folder => folders.contains(path) || kept.contains(path),
            _ => ours.contains(path) || kept.contains(path),
        })
    }
}

impl Item {
    fn of(metadata: &Metadata) -> Self {
        if metadata.is_file() {
            Self::File { length: metadata.len(), is_public: metadata.permissions().mode() & 0o7777 == 0o644 }
        } else if metadata.is_dir() {
            Self::Folder
        } else if metadata.is_symlink() {
            Self::Link
        } else {
            Self::Other
        }
    }
}

fn has_contents(path: &Path, expected: &[u8]) -> bool {
    let no_follow = i32::try_from(rustix::fs::OFlags::NOFOLLOW.bits()).unwrap_or_default();
    let Ok(mut file) = File::options().read(true).custom_flags(no_follow).open(path) else { return false };
    let mut rest = expected;
    let mut buffer = [0; 1 << 15];
    loop {
        match file.read(&mut buffer) {
            Ok(0) => return rest.is_empty(),
            Ok(count) => match rest.strip_prefix(&buffer[..count]) {
                Some(after) => rest = after,
                None => return false,
            },
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return false,
        }
    }
}
