//! An [`Output`] to a folder, all of it at one moment.
//!
//! 1. Hold the lock beside the folder ([`lock`]).
//! 2. Finish or undo what a killed run has left ([`exchange`]).
//! 3. Compare: a file of ours that is unchanged is linked, so that its time is kept. If nothing
//!    has changed, stop and touch nothing.
//! 4. Write the new tree beside the old one ([`stage`]), and wait until the disk has it.
//! 5. Exchange the two in one step of the kernel, and remove the old tree.
//!
//! Whoever reads the folder sees the old site or the new one. An error before the exchange leaves
//! the old one as it was. What we wrote is listed in a manifest beside the folder ([`manifest`]);
//! whatever else lies in it is somebody's, and is never deleted.

mod exchange;
mod inventory;
mod lock;
mod manifest;
mod stage;
mod target;

use std::collections::BTreeSet;

use anyhow::{Context, bail};
use rayon::prelude::*;

pub use lock::Lock;
pub use target::{Target, USUAL, is_published};

use crate::output::{Artifact, Output};
use inventory::{Inventory, Item};
use manifest::Manifest;
use stage::Stage;

/// What publishing has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or have changed.
    pub written: usize,
    /// Files that stayed as they were.
    pub unchanged: usize,
    /// Files that are gone.
    pub removed: usize,
    /// What went wrong without harm to the site.
    pub warnings: Vec<String>,
}

/// Makes the locked folder equal to `output`, but for the files named in `keep`.
///
/// # Errors
///
/// The folder holds files that are not ours, or something could not be written. The folder is then
/// as it was before.
pub fn publish(lock: &Lock, output: &Output, keep: &[String]) -> anyhow::Result<Published> {
    let target = lock.target();
    if let Some((path, _)) = output.iter().find(|(path, _)| !is_inside(path.as_str())) {
        bail!(
            "could not publish `{}`: it lies outside the folder; this is a fault of cxbook",
            path.as_str().escape_debug()
        );
    }
    let mut warnings = exchange::recover(target)?;
    let present = Inventory::of(&target.path())?;
    let known = Manifest::known(target)?;
    let kept = kept(target, &present, output, keep)?;
    refuse_strangers(target, &present, known.as_ref(), &kept)?;
    warnings.extend(present.links().filter(|path| !kept.contains(*path)).map(|path| {
        format!("removed the symbolic link {path} from {}: nothing that we publish is a link", target.shown())
    }));

    let manifest = Manifest::of(output);
    let files: Vec<(&str, &Artifact)> = output.iter().map(|(path, artifact)| (path.as_str(), artifact)).collect();
    let unchanged: BTreeSet<&str> =
        files.par_iter().filter(|(path, artifact)| present.holds(path, artifact)).map(|(path, _)| *path).collect();
    let removed = present.files().filter(|path| !kept.contains(*path) && !manifest.contains(path)).count();
    let published = Published { written: files.len() - unchanged.len(), unchanged: unchanged.len(), removed, warnings };

    if published.written == 0 && present.is_exactly(&unchanged, &kept) {
        if known.as_ref() != Some(&manifest) {
            manifest.write(&target.manifest())?;
        }
        manifest::forget_next(target)?;
        return Ok(published);
    }

    let stage = Stage::new(target)?;
    stage.fill(&files, &unchanged, &kept, &target.path())?;
    stage.sync()?;
    manifest.write(&target.next_manifest())?;
    let mut warnings = exchange::exchange(target, stage)?;
    Manifest::settle(target)?;
    warnings.splice(0..0, published.warnings);
    Ok(Published { warnings, ..published })
}

/// The last of several fences: an address made from content cannot lead out of the folder.
fn is_inside(path: &str) -> bool {
    path.split('/').all(|name| !matches!(name, "" | "." | "..")) && !path.contains('\0')
}

/// The paths in the folder that `keep` names, with all below them.
fn kept(target: &Target, present: &Inventory, output: &Output, keep: &[String]) -> anyhow::Result<BTreeSet<String>> {
    let names: Vec<&str> = keep.iter().map(|name| name.trim_matches('/')).filter(|name| !name.is_empty()).collect();
    let is_kept = |path: &str| {
        names.iter().any(|name| path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
    };
    if let Some((path, _)) =
        output.iter().find(|(path, _)| is_kept(path.as_str()) && present.item(path.as_str()).is_some())
    {
        bail!("could not publish {path}: `keep` in book.toml says that this file of {} is not ours", target.shown());
    }
    Ok(present.paths().filter(|path| is_kept(path)).map(str::to_owned).collect())
}

fn refuse_strangers(
    target: &Target,
    present: &Inventory,
    known: Option<&Manifest>,
    kept: &BTreeSet<String>,
) -> anyhow::Result<()> {
    const SHOWN: usize = 10;
    let strangers: Vec<&str> = present
        .items()
        .filter(|(path, item)| match item {
            Item::Folder | Item::Link => false,
            Item::File { .. } | Item::Other => {
                !kept.contains(*path) && !known.is_some_and(|known| known.contains(path))
            }
        })
        .map(|(path, _)| path)
        .collect();
    if strangers.is_empty() {
        return Ok(());
    }
    let mut list: String = strangers.iter().take(SHOWN).map(|path| format!("\n  {}", path.escape_debug())).collect();
    if strangers.len() > SHOWN {
        list.push_str(&format!("\n  and {} more", strangers.len() - SHOWN));
    }
    let shown = target.shown();
    match known {
        None => bail!(
            "could not publish into {shown}: it is not empty, and nothing says that we wrote it\n\
             choose another folder with --out, or empty this one:{list}"
        ),
        Some(_) => bail!(
            "could not publish into {shown}: it holds files that are not ours\n\
             move them away, or name them in `keep` in book.toml:{list}"
        ),
    }
}

impl Lock {
    /// Takes the lock of `target` and waits for whoever holds it, up to ten seconds.
    ///
    /// # Errors
    ///
    /// Another build is still running then, or the lock cannot be made.
    pub fn take(target: Target) -> anyhow::Result<Self> {
        std::fs::create_dir_all(target.parent())
            .with_context(|| format!("could not make the folder {}", target.parent().display()))?;
        Self::wait(target, std::time::Duration::from_secs(10))
    }
}
