//! Changes to files of a folder, all of them or none.
//!
//! 1. What is about to be done is written to a journal, so that whoever comes after a process that was killed
//!    can take back what it did ([`journal`](super::journal)).
//! 2. Files and folders are moved.
//! 3. Every new text is written to a hidden file beside its place, so that a full disk changes no file.
//! 4. Each gets its name at one moment; what had the name is kept under a hidden one, and so is what is deleted.
//! 5. The journal is closed, and what was hidden goes.
//!
//! A failure before the last step takes everything back at once. Folders are opened anew for each file: a
//! thousand files may be a thousand folders, more than a process may hold open.

use std::ffi::OsStr;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, bail};

use super::beneath::{Entry, Folder};
use super::journal::{self, Plan, Step, Tick};
use super::terminal;
use crate::base::{Fingerprint, SourcePath};
use crate::edit::Edit;

/// What is to be done to the files of a folder, in this order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Changes<'a> {
    /// Files and folders that get another name.
    pub moves: &'a [(SourcePath, SourcePath)],
    /// Texts to write; they name files as they lie after the moves.
    pub edits: &'a [Edit],
    /// Files to delete; one that is not there any more is no error.
    pub deletes: &'a [SourcePath],
}

/// What became of the files that were to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Those that were made or changed.
    pub written: Vec<SourcePath>,
    /// Those that were to be made and are there already; they are as they were.
    pub kept: Vec<SourcePath>,
}

/// Does `changes` below `root`, all or none. Files that are to be made and are there already are kept if they
/// `may_keep`, else they are an error. `tick` is called before each change to the disk, and may fail.
pub(super) fn carry_out(root: &Path, changes: Changes<'_>, may_keep: bool, tick: Tick<'_>) -> anyhow::Result<Written> {
    let Changes { moves, edits, deletes } = changes;
    if moves.is_empty() && edits.is_empty() && deletes.is_empty() {
        return Ok(Written::default());
    }
    let folder = journal::open(root)?;
    let steps = moves
        .iter()
        .map(|(from, to)| Step::Move { from: from.to_string(), to: to.to_string() })
        .chain(edits.iter().map(|edit| {
            let (path, text) = (edit.path.to_string(), Fingerprint::of(edit.text.as_bytes()).to_string());
            if edit.before.is_some() { Step::Change { path, text } } else { Step::Make { path, text } }
        }))
        .chain(deletes.iter().map(|path| Step::Delete { path: path.to_string() }));
    let transaction = Transaction { root, folder, changes };
    let plan = Plan::new(&transaction.folder, steps.collect());
    let done = transaction.take_steps(&plan, may_keep, tick);
    let finished = done.and_then(|written| {
        let could_not = || format!("could not write in {}", root.display());
        plan.finish(&transaction.folder, tick).with_context(could_not).map(|()| written)
    });
    if finished.is_err() {
        match plan.take_back(&transaction.folder, tick) {
            Ok(kept) => kept.iter().for_each(|line| terminal::eprint(&format!("note: {line}\n"))),
            // The journal stays, and the next command tries again.
            Err(error) => terminal::eprint(&format!("note: could not take back all of it yet: {error}\n")),
        }
    }
    finished
}

struct Transaction<'a> {
    root: &'a Path,
    folder: Folder,
    changes: Changes<'a>,
}

impl Transaction<'_> {
    fn take_steps(&self, plan: &Plan, may_keep: bool, tick: Tick<'_>) -> anyhow::Result<Written> {
        let shown = |path: &SourcePath| self.root.join(path.as_str()).display().to_string();
        let Changes { moves, edits, deletes } = self.changes;
        plan.announce(&self.folder, tick).with_context(|| format!("could not write in {}", self.root.display()))?;
        for (from, to) in moves {
            self.relocate(from, to, tick).with_context(|| format!("could not move {} to {to}", shown(from)))?;
        }
        for (number, edit) in edits.iter().enumerate() {
            self.stage(plan, moves.len() + number, edit, tick)
                .with_context(|| format!("could not write {}", shown(&edit.path)))?;
        }
        let mut written = Written::default();
        for (number, edit) in edits.iter().enumerate() {
            match self.put(plan, moves.len() + number, edit, tick) {
                Ok(()) => written.written.push(edit.path.clone()),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && may_keep => {
                    written.kept.push(edit.path.clone());
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    bail!("could not write {}: something of that name is there already", shown(&edit.path))
                }
                Err(error) => return Err(error).with_context(|| format!("could not write {}", shown(&edit.path))),
            }
        }
        for (number, path) in deletes.iter().enumerate() {
            self.hide(plan, moves.len() + edits.len() + number, path, tick)
                .with_context(|| format!("could not delete {}", shown(path)))?;
        }
        Ok(written)
    }

    fn relocate(&self, from: &SourcePath, to: &SourcePath, tick: Tick<'_>) -> io::Result<()> {
        tick()?;
        let (parent, name) = self.folder.parent_of(from.as_str())?;
        let (new_parent, new_name) = self.folder.make_parent_of(to.as_str())?;
        if matches!(parent.entry(&name)?, Entry::Link | Entry::Other) {
            return Err(io::Error::other("it is neither a file nor a folder"));
        }
        tick()?;
        parent.relocate(&name, &new_parent, &new_name)
    }

    /// Writes the text of an edit to a hidden file.
    fn stage(&self, plan: &Plan, number: usize, edit: &Edit, tick: Tick<'_>) -> io::Result<()> {
        tick()?;
        let (parent, name) = self.folder.make_parent_of(edit.path.as_str())?;
        let hidden = plan.new_text(number);
        // Numbers of processes come again.
        let _ = parent.unlink(&hidden);
        parent.write_new(&hidden, Some(&name), edit.text.as_bytes())
    }

    /// Gives the text of an edit its name. [`io::ErrorKind::AlreadyExists`] if it was to be made and something
    /// has that name.
    fn put(&self, plan: &Plan, number: usize, edit: &Edit, tick: Tick<'_>) -> io::Result<()> {
        let (parent, name) = self.folder.parent_of(edit.path.as_str())?;
        let (new, old) = (plan.new_text(number), plan.old_text(number));
        tick()?;
        let Some(before) = edit.before else { return parent.link(&new, &name) };
        keep(&parent, &name, before, &old)?;
        tick()?;
        parent.rename(&new, &name)
    }

    /// Takes a file out of sight.
    fn hide(&self, plan: &Plan, number: usize, path: &SourcePath, tick: Tick<'_>) -> io::Result<()> {
        tick()?;
        let hidden = self.folder.parent_of(path.as_str()).and_then(|(parent, name)| match parent.entry(&name)? {
            Entry::Folder => Err(io::Error::other("it is a folder")),
            _ => parent.rename(&name, &plan.old_text(number)),
        });
        hidden.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
    }
}

/// Keeps the file `name` under the name `old` as well, if it says what is expected.
fn keep(parent: &Folder, name: &OsStr, before: Fingerprint, old: &OsStr) -> io::Result<()> {
    let mut bytes = Vec::new();
    parent.file(name)?.0.read_to_end(&mut bytes)?;
    if Fingerprint::of(&bytes) != before {
        return Err(io::Error::other("somebody has just changed it; try again"));
    }
    let _ = parent.unlink(old);
    // Some file systems give a file one name only.
    parent.link(name, old).or_else(|_| parent.write_new(old, Some(name), &bytes))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

    use super::*;

    fn edit(path: &str, before: Option<&str>, text: &str) -> Edit {
        let before = before.map(|text| Fingerprint::of(text.as_bytes()));
        Edit { path: SourcePath::new(path), before, text: text.to_owned() }
    }

    fn write(root: &Path, edits: &[Edit], may_keep: bool) -> anyhow::Result<Written> {
        carry_out(root, Changes { edits, ..Changes::default() }, may_keep, &mut || Ok(()))
    }

    /// Everything below `root`, hidden files and empty folders too, with what it says.
    fn all(root: &Path) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        for entry in std::fs::read_dir(root).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                found.insert(format!("{name}/"), String::new());
                found.extend(all(&path).into_iter().map(|(below, text)| (format!("{name}/{below}"), text)));
            } else {
                found.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
        found
    }

    /// A folder, and a rename in it that takes every kind of step.
    struct Case {
        root: tempfile::TempDir,
        moves: Vec<(SourcePath, SourcePath)>,
        edits: Vec<Edit>,
        deletes: Vec<SourcePath>,
    }

    impl Case {
        fn new() -> Self {
            let root = tempfile::tempdir().unwrap();
            let at = |name: &str| root.path().join(name);
            std::fs::create_dir(at("old")).unwrap();
            for (name, text) in [("old/a", "old a"), ("b", "old b"), ("c", "old c"), ("gone", "old gone")] {
                std::fs::write(at(name), text).unwrap();
            }
            let path = |name| SourcePath::new(name);
            Self {
                moves: vec![(path("old"), path("new")), (path("c"), path("deep/c"))],
                edits: vec![
                    edit("new/a", Some("old a"), "new a"),
                    edit("b", Some("old b"), "new b"),
                    edit("fresh/d", None, "new d"),
                ],
                deletes: vec![path("gone"), path("never")],
                root,
            }
        }

        fn carry_out(&self, tick: Tick<'_>) -> anyhow::Result<Written> {
            let changes = Changes { moves: &self.moves, edits: &self.edits, deletes: &self.deletes };
            carry_out(self.root.path(), changes, false, tick)
        }

        fn all(&self) -> BTreeMap<String, String> {
            all(self.root.path())
        }

        /// Carries it out as a process that is killed before the change of this number; `false` if it has fewer.
        fn is_killed_at(&self, number: usize) -> bool {
            let mut left = number;
            let mut tick = || fate(&mut left, || resume_unwind(Box::new(())));
            catch_unwind(AssertUnwindSafe(|| self.carry_out(&mut tick))).is_err()
        }
    }

    /// Does `end` when nothing is left.
    fn fate(left: &mut usize, end: impl Fn() -> io::Result<()>) -> io::Result<()> {
        let is_now = *left == 0;
        *left = left.wrapping_sub(1);
        if is_now { end() } else { Ok(()) }
    }

    fn after() -> BTreeMap<String, String> {
        let files = [("new/a", "new a"), ("b", "new b"), ("deep/c", "old c"), ("fresh/d", "new d")];
        let files = files.into_iter().chain(["new/", "deep/", "fresh/"].map(|folder| (folder, "")));
        files.map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
    }

    #[test]
    fn a_failure_at_any_change_leaves_everything_as_it_was() {
        for number in 0.. {
            let case = Case::new();
            let before = case.all();
            let mut left = number;
            let full = || Err(io::Error::from(io::ErrorKind::StorageFull));
            let failed = case.carry_out(&mut || fate(&mut left, full)).is_err();
            if !failed && case.all() == after() {
                return assert!(number > 10);
            }
            // Once all is done, a failure leaves nothing but hidden files, which the next command removes.
            journal::settle(case.root.path()).unwrap();
            assert_eq!(case.all(), if failed { before } else { after() }, "{number}");
        }
    }

    #[test]
    fn whoever_comes_after_a_process_that_was_killed_finds_all_of_it_or_nothing() {
        for number in 0.. {
            let case = Case::new();
            let before = case.all();
            if !case.is_killed_at(number) {
                return assert!(number > 10);
            }
            drop(journal::open(case.root.path()).unwrap());
            let found = case.all();
            assert!(found == before || found == after(), "{number}: {found:#?}");
        }
    }

    #[test]
    fn whoever_is_killed_while_taking_back_is_followed_by_another() {
        for number in [4, 8, 10, 12, 14, 15, 18] {
            for stopped in 0.. {
                let case = Case::new();
                let before = case.all();
                assert!(case.is_killed_at(number));
                let mut left = stopped;
                let folder = Folder::open(case.root.path()).unwrap();
                let mut tick = || fate(&mut left, || Err(io::Error::other("killed")));
                let is_whole = journal::settle_in(&folder, case.root.path(), &mut tick).is_ok();
                journal::settle(case.root.path()).unwrap();
                let found = case.all();
                assert!(found == before || found == after(), "{number}, {stopped}: {found:#?}");
                if is_whole {
                    break;
                }
            }
        }
    }

    #[test]
    fn what_somebody_writes_after_a_stop_is_kept() {
        let case = Case::new();
        let number = (0..).find(|number| {
            let case = Case::new();
            case.is_killed_at(*number) && case.all().contains_key("fresh/d")
        });
        assert!(case.is_killed_at(number.unwrap()));
        for path in ["b", "fresh/d"] {
            std::fs::write(case.root.path().join(path), "theirs").unwrap();
        }
        journal::settle(case.root.path()).unwrap();
        let found = case.all();
        assert_eq!((found["b"].as_str(), found["b.orig"].as_str()), ("theirs", "old b"));
        assert_eq!((found["fresh/d"].as_str(), found["old/a"].as_str()), ("theirs", "old a"));
        assert!(!found.keys().any(|path| path.contains(".cxbook")), "{found:#?}");
    }

    /// A folder with a journal of `plan` that says it was written there, `off` by so much.
    fn with_journal(plan: &str, off: u64) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join(".cxbook.journal");
        std::fs::write(&path, "").unwrap();
        let number = |path: &Path| std::fs::metadata(path).unwrap().ino();
        let (folder, journal) = (number(root.path()), number(&path) + off);
        let place = format!(r#"{{"folder":{folder},"journal":{journal}}}"#);
        std::fs::write(&path, format!(r#"{{"place":{place},"plan":{plan}}}"#)).unwrap();
        root
    }

    #[test]
    fn a_journal_that_was_not_written_here_changes_nothing() {
        let plan = r#"{"id":1,"folders":[],"steps":[{"move":{"from":"content/a","to":"notes"}}]}"#;
        for (off, is_ours) in [(0, true), (1, false)] {
            let root = with_journal(plan, off);
            std::fs::create_dir(root.path().join("content")).unwrap();
            std::fs::write(root.path().join("notes"), "mine").unwrap();
            let settled = journal::settle(root.path());
            assert_eq!((settled.is_ok(), root.path().join("notes").exists()), (is_ours, !is_ours));
            let Err(error) = settled else { continue };
            let error = format!("{error:#}");
            assert!(error.contains(".cxbook.journal") && error.contains("was not written here"), "{error}");
        }
    }

    #[test]
    fn a_journal_leads_to_no_hidden_place_and_none_outside() {
        let moves = [(".git/hooks/commit", "hook"), ("../hook", "hook"), ("/hook", "hook")].map(|(from, to)| {
            format!(r#"{{"id":1,"folders":[],"steps":[{{"move":{{"from":"{from}","to":"{to}"}}}}]}}"#)
        });
        // An empty folder of version control is missed as much as a file.
        let folder = r#"{"id":1,"folders":[".git/refs"],"steps":[{"delete":{"path":"nope"}}]}"#.to_owned();
        for plan in moves.into_iter().chain([folder]) {
            let root = with_journal(&plan, 0);
            std::fs::write(root.path().join("hook"), "evil").unwrap();
            std::fs::create_dir_all(root.path().join(".git/refs")).unwrap();
            let error = format!("{:#}", journal::settle(root.path()).unwrap_err());
            assert!(error.contains("delete that file") && error.contains("no command writes"), "{error}");
            assert!(root.path().join("hook").exists() && root.path().join(".git/refs").exists());
        }
    }

    #[test]
    fn a_command_that_writes_one_file_leaves_nothing_when_it_is_killed() {
        for number in 0.. {
            let root = tempfile::tempdir().unwrap();
            std::fs::write(root.path().join("a"), "old").unwrap();
            let mut left = number;
            let mut tick = || fate(&mut left, || resume_unwind(Box::new(())));
            let edits = [edit("a", Some("old"), "new")];
            let changes = Changes { edits: &edits, ..Changes::default() };
            let written = catch_unwind(AssertUnwindSafe(|| carry_out(root.path(), changes, false, &mut tick)));
            journal::settle(root.path()).unwrap();
            let found = all(root.path());
            assert!(found.len() == 1 && ["old", "new"].contains(&found["a"].as_str()), "{number}: {found:#?}");
            if written.is_ok() {
                return assert!(number > 5);
            }
        }
    }

    #[test]
    fn a_folder_that_has_the_name_of_a_journal_is_named() {
        for name in [".cxbook.journal", ".cxbook.journal.next", ".cxbook.done"] {
            let root = tempfile::tempdir().unwrap();
            std::fs::create_dir(root.path().join(name)).unwrap();
            journal::settle(root.path()).unwrap();
            let error = format!("{:#}", write(root.path(), &[edit("a", None, "a")], false).unwrap_err());
            assert!(error.contains(&format!("{name} is no file")), "{error}");
        }
    }

    #[test]
    fn a_file_that_only_has_the_name_of_a_journal_to_come_is_kept() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join(".cxbook.journal.next");
        std::fs::write(&path, "my notes").unwrap();
        journal::settle(root.path()).unwrap();
        let error = format!("{:#}", write(root.path(), &[edit("a", None, "a")], false).unwrap_err());
        assert!(error.contains(".cxbook.journal.next was not written by cxbook"), "{error}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "my notes");
        // One that a killed command has begun is nobody's: not filled at all, or as far as where it stands.
        let number = |path: &Path| std::fs::metadata(path).unwrap().ino();
        for length in [0, 7, usize::MAX] {
            std::fs::write(&path, "").unwrap();
            let place = format!(r#"{{"folder":{},"journal":{}}}"#, number(root.path()), number(&path));
            let begun = format!(r#"{{"place":{place},"plan":{{"id"#);
            std::fs::write(&path, &begun[..length.min(begun.len())]).unwrap();
            journal::settle(root.path()).unwrap();
            assert!(!path.exists(), "{length}");
        }
    }

    #[test]
    fn a_file_that_only_its_owner_may_read_stays_so() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("notes.md");
        std::fs::write(&path, "a").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        write(root.path(), &[edit("notes.md", Some("a"), "b")], false).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "b");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_file_that_cannot_be_there_or_has_changed_stops_the_others() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("a"), "old a").unwrap();
        let before = all(root.path());
        for last in [edit("a/b", None, "b"), edit("a", Some("older a"), "new a"), edit("c", Some("c"), "new c")] {
            assert!(write(root.path(), &[edit("first", None, "x"), last], false).is_err());
            assert_eq!(all(root.path()), before);
        }
    }

    #[test]
    fn a_name_that_is_taken_is_left_alone() {
        let root = tempfile::tempdir().unwrap();
        for name in ["a", "b"] {
            std::fs::write(root.path().join(name), name).unwrap();
        }
        let moves = [(SourcePath::new("a"), SourcePath::new("b"))];
        let changes = Changes { moves: &moves, ..Changes::default() };
        assert!(carry_out(root.path(), changes, false, &mut || Ok(())).is_err());
        assert_eq!(std::fs::read_to_string(root.path().join("b")).unwrap(), "b");
    }

    #[test]
    fn what_somebody_has_made_meanwhile_is_never_written_over() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("a"), "theirs").unwrap();
        let before = all(root.path());
        let edits = [edit("b", None, "b"), edit("a", None, "ours")];
        assert!(write(root.path(), &edits, false).is_err());
        assert_eq!(all(root.path()), before);
        let written = write(root.path(), &edits, true).unwrap();
        assert_eq!((written.kept, written.written), (vec![SourcePath::new("a")], vec![SourcePath::new("b")]));
        assert_eq!(std::fs::read_to_string(root.path().join("a")).unwrap(), "theirs");
    }
}
