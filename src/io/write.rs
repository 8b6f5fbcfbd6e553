//! Edits to a project's folder.

use std::io::{self, Read, Write};
use std::path::Path;

use anyhow::{Context, bail};

use super::beneath::Folder;
use super::transaction::Transaction;
use crate::base::SourcePath;
use crate::edit::Edit;

/// What became of the files that were to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Those that were made or changed.
    pub written: Vec<SourcePath>,
    /// Those that were to be made and are there already; they are as they were.
    pub kept: Vec<SourcePath>,
}

/// Writes `edits` below `root`, with the folders they need: all of them or none. A file is made only if
/// there is none, and changed only if it is still what the edit expects, and no link is followed.
///
/// # Errors
///
/// A file could not be written, or somebody has made or changed it meanwhile; every file is as it was.
pub fn write(root: &Path, edits: &[Edit]) -> anyhow::Result<()> {
    write_with(root, edits, false, &mut |_| Ok(())).map(drop)
}

/// [`write()`], but files that are to be made and are there already are kept.
///
/// # Errors
///
/// As of [`write()`].
pub fn write_missing(root: &Path, edits: &[Edit]) -> anyhow::Result<Written> {
    write_with(root, edits, true, &mut |_| Ok(()))
}

/// Both, with a failure for tests: `before_each` file gets its name, it may fail.
fn write_with(
    root: &Path,
    edits: &[Edit],
    may_keep: bool,
    before_each: &mut dyn FnMut(&SourcePath) -> io::Result<()>,
) -> anyhow::Result<Written> {
    std::fs::create_dir_all(root).with_context(|| format!("could not make the folder {}", root.display()))?;
    let folder = Folder::open(root).with_context(|| format!("could not open {}", root.display()))?;
    let could_not = |edit: &Edit| format!("could not write {}", root.join(edit.path.as_str()).display());
    let mut transaction = Transaction::new(&folder);
    for edit in edits {
        transaction.stage(edit).with_context(|| could_not(edit))?;
    }
    let mut written = Written::default();
    for (number, edit) in edits.iter().enumerate() {
        match before_each(&edit.path).and_then(|()| transaction.put(number)) {
            Ok(()) => written.written.push(edit.path.clone()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && may_keep => {
                written.kept.push(edit.path.clone());
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                bail!("{}: something of that name is there already", could_not(edit))
            }
            Err(error) => return Err(error).with_context(|| could_not(edit)),
        }
    }
    transaction.finish();
    Ok(written)
}

/// Adds to the page of a run on a code host, where `GITHUB_STEP_SUMMARY` names its file; elsewhere does nothing.
///
/// # Errors
///
/// The file could not be written.
pub fn add_to_run_summary(text: &str) -> anyhow::Result<()> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) else { return Ok(()) };
    let could_not = || format!("could not add to the summary in {}", Path::new(&path).display());
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(&path).with_context(could_not)?;
    file.write_all(text.as_bytes()).with_context(could_not)
}

/// Deletes files below `root`; one that is not there any more is no error.
///
/// # Errors
///
/// A file could not be deleted.
pub fn remove(root: &Path, paths: &[SourcePath]) -> anyhow::Result<()> {
    for path in paths {
        let file = root.join(path.as_str());
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("could not delete {}", file.display()));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Reads a file from anywhere.
///
/// # Errors
///
/// It cannot be read.
pub fn read_bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).with_context(|| format!("could not read {}", path.display()))
}

/// Reads a text from anywhere.
///
/// # Errors
///
/// It cannot be read, or is not UTF-8.
pub fn read_text(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

/// Reads a file that the user has named.
///
/// # Errors
///
/// It cannot be read, is larger than `most` bytes, or is no regular file.
pub fn read_file_bytes(path: &Path, most: u64) -> anyhow::Result<Vec<u8>> {
    let could_not = || format!("could not read {}", path.display());
    let meta = std::fs::metadata(path).with_context(could_not)?;
    if !meta.is_file() {
        bail!("{}: it is not a regular file", could_not());
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path)
        .with_context(could_not)?
        .take(most + 1)
        .read_to_end(&mut bytes)
        .with_context(could_not)?;
    if bytes.len() as u64 > most {
        bail!("{}: it has more than {} MiB", could_not(), most >> 20);
    }
    Ok(bytes)
}

/// Reads a text file that the user has named.
///
/// # Errors
///
/// As of [`read_file_bytes`], or it is no UTF-8; a byte order mark is taken off.
pub fn read_file(path: &Path, most: u64) -> anyhow::Result<String> {
    let bytes = read_file_bytes(path, most)?;
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).map(<[u8]>::to_vec).unwrap_or(bytes);
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        anyhow::anyhow!("could not read {}: line {line} is not UTF-8; save the file as UTF-8", path.display())
    })
}

/// Writes a file that the user has named, all of it or nothing, whether or not it is there.
///
/// # Errors
///
/// It cannot be written.
pub fn write_file(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let could_not = || format!("could not write {}", path.display());
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().with_context(could_not)?;
    Folder::open(parent).and_then(|folder| folder.replace(name, bytes)).with_context(could_not)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Fingerprint;

    fn edit(path: &str, before: Option<&str>, text: &str) -> Edit {
        let before = before.map(|text| Fingerprint::of(text.as_bytes()));
        Edit { path: SourcePath::new(path), before, text: text.to_owned() }
    }

    /// Every file below `root`, hidden ones too, with what it says.
    fn files(root: &Path) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for entry in std::fs::read_dir(root).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => found.extend(files(&path)),
                false => found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap())),
            }
        }
        found.sort();
        found
    }

    #[test]
    fn a_file_that_only_its_owner_may_read_stays_so() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("notes.md");
        std::fs::write(&path, "a").unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        write(root.path(), &[edit("notes.md", Some("a"), "b")]).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "b");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_failure_at_any_file_leaves_every_file_as_it_was() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("a"), "old a").unwrap();
        std::fs::write(root.path().join("c"), "old c").unwrap();
        let before = files(root.path());
        let edits = [edit("a", Some("old a"), "new a"), edit("b/b", None, "b"), edit("c", Some("old c"), "new c")];
        for failing in ["a", "b/b", "c"] {
            let failure = write_with(root.path(), &edits, false, &mut |path| match path.as_str() == failing {
                true => Err(io::Error::from(io::ErrorKind::StorageFull)),
                false => Ok(()),
            });
            assert!(failure.unwrap_err().to_string().ends_with(failing));
            assert_eq!(files(root.path()), before, "{failing}");
        }
        write(root.path(), &edits).unwrap();
        let after: Vec<String> = files(root.path()).into_iter().map(|(_, text)| text).collect();
        assert_eq!(after, ["new a", "b", "new c"]);
    }

    #[test]
    fn a_file_that_cannot_be_there_or_has_changed_stops_the_others() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("a"), "old a").unwrap();
        let before = files(root.path());
        for last in [edit("a/b", None, "b"), edit("a", Some("older a"), "new a"), edit("c", Some("c"), "new c")] {
            assert!(write(root.path(), &[edit("first", None, "x"), last]).is_err());
            assert_eq!(files(root.path()), before);
        }
    }

    #[test]
    fn what_somebody_has_made_meanwhile_is_never_written_over() {
        let root = tempfile::tempdir().unwrap();
        std::fs::write(root.path().join("a"), "theirs").unwrap();
        let before = files(root.path());
        let edits = [edit("b", None, "b"), edit("a", None, "ours")];
        assert!(write(root.path(), &edits).is_err());
        assert_eq!(files(root.path()), before);
        let written = write_missing(root.path(), &edits).unwrap();
        assert_eq!((written.kept, written.written), (vec![SourcePath::new("a")], vec![SourcePath::new("b")]));
        assert_eq!(std::fs::read_to_string(root.path().join("a")).unwrap(), "theirs");
    }
}
