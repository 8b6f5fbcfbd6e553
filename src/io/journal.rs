//! Steps on their way into a folder, to a file that says how to take them back.
//!
//! `.cxbook.journal` stands beside `content` while files are moved, made, changed and deleted. Whoever finds it
//! when nobody is at work finds a command that was stopped in the middle, and takes back what it had done.
//! Under the name `.cxbook.done` it says that all has been done, and that only hidden files are left to go.
//!
//! That nobody is at work is known by a lock on the folder, which the kernel gives back when a process dies.
//! A journal holds only where it was written, which it knows by the numbers that the file system gave to it and
//! to its folder: one that comes with a repository, an archive or a copy is refused, whatever it says. And should
//! somebody guess them, no path in it leaves the folder, none is a hidden file's but those that a command makes
//! beside others, and what somebody has written since is kept.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};

use super::beneath::{Entry, Folder};
use super::terminal;
use crate::base::{Fingerprint, count};

const JOURNAL: &str = ".cxbook.journal";
const NEXT: &str = ".cxbook.journal.next";
const DONE: &str = ".cxbook.done";
const MAX_BYTES: u64 = 64 << 20;
/// How long one waits for another command to have written.
const PATIENCE: Duration = Duration::from_secs(10);

/// Called before each change to the disk; it may fail.
pub(super) type Tick<'a> = &'a mut dyn FnMut() -> io::Result<()>;

/// What the file says.
#[derive(Debug, Serialize, Deserialize)]
struct Journal<P> {
    place: Place,
    plan: P,
}

/// The numbers of a folder and of the journal in it. A copy of either has others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    folder: u64,
    journal: u64,
}

/// All that a command does to the files of a folder, in this order.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Plan {
    /// The process, whose number is in the names of its hidden files.
    id: u32,
    /// Folders that are not there before, from the outside in.
    folders: Vec<String>,
    pub(super) steps: Vec<Step>,
}

/// One change to a name.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Step {
    Move {
        from: String,
        to: String,
    },
    Make {
        path: String,
        /// The fingerprint of what is written.
        text: String,
    },
    Change {
        path: String,
        text: String,
    },
    Delete {
        path: String,
    },
}

impl Step {
    /// What it is about: of a move, the file or folder as it is called before.
    fn path(&self) -> &str {
        match self {
            Self::Move { from: path, .. }
            | Self::Make { path, .. }
            | Self::Change { path, .. }
            | Self::Delete { path } => path,
        }
    }
}

impl Plan {
    /// The plan of these steps in `folder`.
    pub(super) fn new(folder: &Folder, steps: Vec<Step>) -> Self {
        let mut folders = BTreeSet::new();
        for step in &steps {
            let (Step::Move { to: path, .. } | Step::Make { path, .. } | Step::Change { path, .. }) = step else {
                continue;
            };
            folders.extend(path.match_indices('/').map(|(at, _)| &path[..at]));
        }
        let is_missing = |path: &&str| match folder.parent_of(path) {
            Ok((parent, name)) => !parent.has(&name),
            Err(error) => is_no_folder(&error),
        };
        let folders = folders.into_iter().filter(is_missing).map(str::to_owned).collect();
        Self { id: std::process::id(), folders, steps }
    }

    /// The hidden file beside the place of a step that holds its new text.
    pub(super) fn new_text(&self, number: usize) -> OsString {
        format!(".cxbook-{}-{number}.new", self.id).into()
    }

    /// The hidden file beside the place of a step that holds what was there.
    pub(super) fn old_text(&self, number: usize) -> OsString {
        format!(".cxbook-{}-{number}.old", self.id).into()
    }

    /// Says in `folder` what is about to be done.
    pub(super) fn announce(&self, folder: &Folder, tick: Tick<'_>) -> io::Result<()> {
        tick()?;
        let (file, stamp) = folder.create(OsStr::new(NEXT), None)?;
        let place = Place { folder: folder.number()?, journal: stamp.number() };
        folder.fill(file, OsStr::new(NEXT), &serde_json::to_vec(&Journal { place, plan: self })?)?;
        tick()?;
        folder.rename(OsStr::new(NEXT), OsStr::new(JOURNAL))?;
        folder.sync()
    }

    /// Says that all has been done, and removes what was hidden. Nothing can be taken back from here on.
    pub(super) fn finish(&self, folder: &Folder, tick: Tick<'_>) -> io::Result<()> {
        tick()?;
        folder.rename(OsStr::new(JOURNAL), OsStr::new(DONE))?;
        // What is hidden is in nobody's way, and goes with the next command otherwise.
        let _ = self.clean(folder, tick);
        Ok(())
    }

    fn clean(&self, folder: &Folder, tick: Tick<'_>) -> io::Result<()> {
        for (number, step) in self.steps.iter().enumerate() {
            // What is moved has nothing hidden beside it.
            if matches!(step, Step::Move { .. }) {
                continue;
            }
            let Ok((parent, _)) = folder.parent_of(step.path()) else { continue };
            for hidden in [self.new_text(number), self.old_text(number)] {
                tick()?;
                gone(parent.unlink(&hidden))?;
            }
        }
        tick()?;
        gone(folder.unlink(OsStr::new(DONE)))
    }

    /// Takes back all that has been done, however far that was, and says what it has left as it is.
    ///
    /// # Errors
    ///
    /// The disk refuses; the journal stays then, and this can be called again.
    pub(super) fn take_back(&self, folder: &Folder, tick: Tick<'_>) -> io::Result<Vec<String>> {
        let mut kept = Vec::new();
        for (number, step) in self.steps.iter().enumerate().rev() {
            self.take_step_back(folder, number, step, &mut kept, tick)?;
        }
        for path in self.folders.iter().rev() {
            let Ok((parent, name)) = folder.parent_of(path) else { continue };
            tick()?;
            // Somebody may have put a file into it.
            let _ = parent.remove_folder(&name);
        }
        tick()?;
        forget_begun(folder);
        gone(folder.unlink(OsStr::new(JOURNAL)))?;
        Ok(kept)
    }

    fn take_step_back(
        &self,
        folder: &Folder,
        number: usize,
        step: &Step,
        kept: &mut Vec<String>,
        tick: Tick<'_>,
    ) -> io::Result<()> {
        let path = step.path();
        let (parent, name) = match folder.parent_of(path) {
            // The step was not reached.
            Err(error) if is_no_folder(&error) => return Ok(()),
            found => found?,
        };
        let (new, old) = (self.new_text(number), self.old_text(number));
        match step {
            Step::Move { to, .. } => {
                let Ok((new_parent, new_name)) = folder.parent_of(to) else { return Ok(()) };
                if !parent.has(&name) && new_parent.has(&new_name) {
                    tick()?;
                    new_parent.relocate(&new_name, &parent, &name)?;
                }
            }
            Step::Make { text, .. } => {
                if parent.is_one_file(&new, &name) {
                    match says(&parent, &name, text) {
                        true => {
                            tick()?;
                            parent.unlink(&name)?;
                        }
                        false => kept.push(format!("kept {path}, which was changed since")),
                    }
                }
                tick()?;
                gone(parent.unlink(&new))?;
            }
            Step::Change { text, .. } if parent.has(&old) && !parent.has(&new) => {
                if !parent.has(&name) || says(&parent, &name, text) {
                    tick()?;
                    parent.rename(&old, &name)?;
                } else {
                    put_aside(&parent, path, &old, &name, kept, tick)?;
                }
            }
            Step::Change { .. } => {
                // The new text goes last: without it, the step would seem to have been taken.
                for hidden in [old, new] {
                    tick()?;
                    gone(parent.unlink(&hidden))?;
                }
            }
            Step::Delete { .. } if !parent.has(&old) => {}
            Step::Delete { .. } if parent.has(&name) => put_aside(&parent, path, &old, &name, kept, tick)?,
            Step::Delete { .. } => {
                tick()?;
                parent.rename(&old, &name)?;
            }
        }
        Ok(())
    }

    /// Whether nothing in it leads where no command writes.
    fn is_sound(&self) -> bool {
        // No command writes where version control keeps what it knows.
        let is_part = |part: &str| {
            let known = ["", ".", "..", ".git", ".hg", ".svn", ".jj", ".bzr"];
            !known.iter().any(|name| part.eq_ignore_ascii_case(name))
        };
        let is_below = |path: &str| path.split('/').all(is_part);
        // A file that comes with a repository must not become one that version control runs.
        let is_open = |path: &str| is_below(path) && path.split('/').all(|part| !part.starts_with('.'));
        self.folders.iter().all(|path| is_below(path))
            && self.steps.iter().all(|step| match step {
                Step::Move { from, to } => is_open(from) && is_open(to),
                made => is_below(made.path()),
            })
    }
}

/// Opens the folder at `root` to write in it: alone, and after what was stopped in the middle is taken back.
pub(super) fn open(root: &Path) -> anyhow::Result<Folder> {
    let folder = Folder::open(root).with_context(|| format!("could not open {}", root.display()))?;
    if !folder.lock(PATIENCE) {
        bail!("could not write in {}: another cxbook command is writing there; try again", root.display());
    }
    settle_in(&folder, root, &mut || Ok(()))?;
    Ok(folder)
}

/// Takes back what a command has left that was stopped in the middle; waits for one that is at work.
///
/// # Errors
///
/// It cannot be taken back, or the other does not end.
pub(super) fn settle(root: &Path) -> anyhow::Result<()> {
    // Whoever reads the folder says why it cannot be opened.
    let Ok(folder) = Folder::open(root) else { return Ok(()) };
    // What is no file is nothing that a command has left, and stops only those that write.
    let is_left = |name: &&str| matches!(folder.entry(OsStr::new(name)), Ok(Entry::File(_)));
    if ![JOURNAL, DONE].iter().any(is_left) && !is_begun_here(&folder) {
        return Ok(());
    }
    drop(folder);
    open(root).map(drop)
}

pub(super) fn settle_in(folder: &Folder, root: &Path, tick: Tick<'_>) -> anyhow::Result<()> {
    forget_begun(folder);
    for name in [NEXT, DONE, JOURNAL] {
        if !matches!(folder.entry(OsStr::new(name)), Ok(Entry::File(_)) | Err(_)) {
            let path = root.join(name);
            bail!(
                "could not write in {}: {} is no file, and has the name of one that cxbook needs; rename it or delete it",
                root.display(),
                path.display()
            );
        }
    }
    if folder.has(OsStr::new(NEXT)) {
        bail!(
            "could not write in {}: {} was not written by cxbook, and has the name of a file that it needs; rename it or \
             delete it",
            root.display(),
            root.join(NEXT).display()
        );
    }
    let could_not = |name: &str, error: anyhow::Error| {
        anyhow::anyhow!(
            "could not take back what a stopped command has left in {}: {}: {error:#}\n\
             mend that and run any command again, or delete that file to keep every file as it is now",
            root.display(),
            root.join(name).display()
        )
    };
    if let Some(plan) = read(folder, DONE).map_err(|error| could_not(DONE, error))? {
        plan.clean(folder, tick).with_context(|| format!("could not remove hidden files in {}", root.display()))?;
    }
    let Some(plan) = read(folder, JOURNAL).map_err(|error| could_not(JOURNAL, error))? else { return Ok(()) };
    let kept = plan.take_back(folder, tick).map_err(|error| could_not(JOURNAL, error.into()))?;
    let shown = if root == Path::new(".") { String::new() } else { format!(" in {}", root.display()) };
    let steps = count(plan.steps.len(), "file");
    terminal::eprint(&format!(
        "note: a command that was to write {steps}{shown} was stopped: nothing of it is left; run it again\n"
    ));
    for line in kept {
        terminal::eprint(&format!("note: {line}\n"));
    }
    Ok(())
}

/// Removes a journal that was begun here and never came into force.
fn forget_begun(folder: &Folder) {
    if is_begun_here(folder) {
        let _ = folder.unlink(OsStr::new(NEXT));
    }
}

/// Whether the file under the name of a journal to come is one that a command has begun here: it says where it stands,
/// or was not filled as far as that. Whatever else bears the name is somebody's.
fn is_begun_here(folder: &Folder) -> bool {
    let begun = || -> io::Result<bool> {
        let (file, stamp) = folder.file(OsStr::new(NEXT))?;
        let place = Place { folder: folder.number()?, journal: stamp.number() };
        let start = format!("{{\"place\":{}", serde_json::to_string(&place)?);
        let mut bytes = Vec::new();
        file.take(start.len() as u64).read_to_end(&mut bytes)?;
        Ok(start.as_bytes().starts_with(&bytes))
    };
    begun().unwrap_or(false)
}

fn read(folder: &Folder, name: &str) -> anyhow::Result<Option<Plan>> {
    let mut bytes = Vec::new();
    let (file, stamp) = match folder.file(OsStr::new(name)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        file => file?,
    };
    file.take(MAX_BYTES).read_to_end(&mut bytes)?;
    let Journal { place, plan } = serde_json::from_slice::<Journal<Plan>>(&bytes)?;
    if place != (Place { folder: folder.number()?, journal: stamp.number() }) {
        bail!("it was not written here but came with a copy, and may not change a file");
    }
    if !plan.is_sound() {
        bail!("it names files that no command writes");
    }
    Ok(Some(plan))
}

/// What was there stands beside what somebody has written since.
fn put_aside(
    parent: &Folder,
    path: &str,
    old: &OsStr,
    name: &OsStr,
    kept: &mut Vec<String>,
    tick: Tick<'_>,
) -> io::Result<()> {
    let mut aside = name.to_owned();
    aside.push(".orig");
    tick()?;
    parent.relocate(old, parent, &aside)?;
    kept.push(format!("kept {path}, which was changed since; what was there before is in {path}.orig"));
    Ok(())
}

/// Whether the file says what has this fingerprint.
fn says(parent: &Folder, name: &OsStr, fingerprint: &str) -> bool {
    let mut bytes = Vec::new();
    let read = parent.file(name).and_then(|(mut file, _)| file.read_to_end(&mut bytes));
    read.is_ok() && Fingerprint::of(&bytes).to_string() == fingerprint
}

/// Whether a folder could not be opened because there is none, or something else in its place.
fn is_no_folder(error: &io::Error) -> bool {
    use rustix::io::Errno;
    matches!(Errno::from_io_error(error), Some(Errno::NOENT | Errno::NOTDIR | Errno::LOOP))
}

/// What is not there need not be removed.
fn gone(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

impl Folder {
    fn has(&self, name: &OsStr) -> bool {
        self.entry(name).is_ok()
    }

    fn is_one_file(&self, one: &OsStr, other: &OsStr) -> bool {
        match (self.entry(one), self.entry(other)) {
            (Ok(Entry::File(one)), Ok(Entry::File(other))) => one.is_one_file(other),
            _ => false,
        }
    }
}
