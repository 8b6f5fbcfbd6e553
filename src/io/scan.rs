//! A project's folder to a [`SourceSet`].
//!
//! Takes `book.toml` and everything below `content/` and `themes/` but the litter of editors and
//! version control. Only regular files with sound names are read; a link, a device or a name that
//! another system could not hold becomes a diagnostic, and the rest is still read.
//!
//! Files are decided by their contents, never by their times. Times only tell whether something
//! was written to while it was being read: then everything is read once more.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, bail};
use rayon::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::beneath::{Entry, Folder, Stamp};
use super::journal;
use crate::base::{SourcePath, Span, file_name_fault};
use crate::config;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::source::SourceSet;

/// The file that makes a folder a project.
pub const BOOK: &str = "book.toml";
/// The folders whose files belong to the site.
pub const FOLDERS: [&str; 2] = ["content", "themes"];

const MAX_PATH: usize = 200;
const MAX_DEPTH: usize = 16;
const MAX_BYTES: u64 = 20 << 20;
const MAX_FILES: usize = 1_000_000;

/// Reads every file under `root` that belongs to the site, after what a command has left there that was
/// stopped in the middle is taken back.
///
/// # Errors
///
/// `root` is no project (it has no `book.toml`, or no `content` folder) or cannot be listed. A file
/// that cannot be taken in is no such error: it is noted in the set, and forbids publishing.
pub fn scan(root: &Path) -> anyhow::Result<SourceSet> {
    scan_without(root, &[])
}

/// The same without some folders, for who needs nothing of them: a large site has a file of its own for each translation
/// in some.
///
/// # Errors
///
/// As for [`scan`].
pub fn scan_without(root: &Path, left_out: &[&str]) -> anyhow::Result<SourceSet> {
    journal::settle(root)?;
    let mut walk = Walk::through(root, true, left_out)?;
    // Somebody may be saving: one more try sees the state after it. Whoever writes all the time is
    // seen as of the last try; a preview scans again in any case.
    if walk.stamps() != Walk::through(root, false, left_out)?.stamps() {
        walk = Walk::through(root, true, left_out)?;
    }
    let mut sources = walk.into_sources();
    // The configuration may want fewer files than we can take; its own faults are found later.
    let most = config::read(&sources, &mut Diagnostics::default()).limits.files;
    let count = sources.iter().count();
    if count > most {
        let message = format!("the site has {count} files, and `files` under `[limits]` in book.toml allows {most}");
        let problem = Diagnostic::new(Name::FileRefused, Span::file(&SourcePath::new(BOOK)), message);
        sources.refuse(problem.help("raise the limit, or move what is not part of the site elsewhere"));
    }
    Ok(sources)
}

/// Whether `root` is a project, before anything is done for it.
///
/// # Errors
///
/// There is no such folder, or no `book.toml` in it.
pub fn find(root: &Path) -> anyhow::Result<()> {
    find_folder(root).map(drop)
}

/// The project that the user stands in: for `.`, the nearest folder from here upward that has a
/// `book.toml`, as seen from here. Any other folder is meant as it is.
#[must_use]
pub fn nearest_root(root: &Path) -> PathBuf {
    if root != Path::new(".") || root.join(BOOK).exists() {
        return root.to_owned();
    }
    let here = std::env::current_dir().unwrap_or_default();
    let above = here.ancestors().enumerate().skip(1).find(|(_, folder)| folder.join(BOOK).is_file());
    above.map_or_else(|| root.to_owned(), |(levels, _)| std::iter::repeat_n("..", levels).collect())
}

/// Whether a file or folder at `path`, there or not, would be among the sources of the project in `root`.
#[must_use]
pub fn is_source(root: &Path, path: &Path) -> bool {
    let Ok(root) = root.canonicalize() else { return false };
    // What is there says where it is, whatever links lead to it; the rest is names.
    let mut real = PathBuf::new();
    for part in std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).components() {
        if part == Component::ParentDir {
            real.pop();
        } else {
            real.push(part);
            real = real.canonicalize().unwrap_or(real);
        }
    }
    let Ok(names) = real.strip_prefix(root) else { return false };
    names == Path::new(BOOK) || FOLDERS.iter().any(|folder| names.starts_with(folder))
}

fn find_folder(root: &Path) -> anyhow::Result<Folder> {
    let shown = root.display();
    let folder = Folder::open(root).with_context(|| format!("could not open the project's folder {shown}"))?;
    match folder.entry(OsStr::new(BOOK)) {
        Ok(Entry::File(_)) => Ok(folder),
        Ok(Entry::Link) => bail!(
            "could not read {shown}/{BOOK}: it is a symbolic link, and links are not followed\n\
             put a copy of the file in place of the link"
        ),
        Ok(_) => {
            bail!("could not read {shown}/{BOOK}: it is not a regular file\nput the file with your settings there")
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let above = if root == Path::new(".") { ", nor in a folder above it" } else { "" };
            bail!("there is no {BOOK} in {shown}{above}\nrun `cxbook init {shown}` to start a knowledge base there")
        }
        Err(error) => Err(error).with_context(|| format!("could not read {shown}/{BOOK}")),
    }
}

/// Whether a name is the litter of an editor, a version control system or a file manager.
///
/// Everything hidden is: `.git`, `.env`, `.#lock`, `.index.md.swp`, `.DS_Store`.
#[must_use]
pub fn is_litter(name: &str) -> bool {
    const NAMES: &[&str] = &["4913", "Thumbs.db", "desktop.ini", "__MACOSX", "node_modules"];
    const ENDS: &[&str] = &[
        "~",
        ".swp",
        ".swo",
        ".swx",
        ".tmp",
        ".bak",
        ".orig",
        ".rej",
        ".part",
        ".crdownload",
        "___jb_tmp___",
        "___jb_old___",
    ];
    name.starts_with('.')
        || name.starts_with("~$")
        || (name.len() > 1 && name.starts_with('#') && name.ends_with('#'))
        || NAMES.contains(&name)
        || ENDS.iter().any(|end| name.ends_with(end))
}

/// One pass over the project.
struct Walk {
    files: Vec<Found>,
}

/// One thing that was found.
struct Found {
    path: SourcePath,
    taken: Result<(Stamp, Vec<u8>), Diagnostic>,
}

impl Found {
    fn refused(path: SourcePath, message: impl ToString, help: impl ToString) -> Self {
        let span = Span::file(&path);
        Self { path, taken: Err(Diagnostic::new(Name::FileRefused, span, message).help(help)) }
    }
}

impl Walk {
    fn through(root: &Path, reads: bool, left_out: &[&str]) -> anyhow::Result<Self> {
        let shown = root.display();
        let folder = find_folder(root)?;
        let mut reader = Reader { reads, left_out, files: AtomicUsize::new(0) };
        let book = reader.taken(&folder, OsStr::new(BOOK), BOOK.to_owned(), folder.entry(OsStr::new(BOOK)));
        let mut files: Vec<Found> = book.into_iter().collect();
        for name in FOLDERS {
            match folder.folder(OsStr::new(name)) {
                Ok(below) => files.extend(reader.folder(&below, name, 1)),
                Err(error) if error.kind() == io::ErrorKind::NotFound && name != "content" => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    bail!(
                        "there is no folder `content` in {shown}\nrun `cxbook init {shown}` to start a knowledge base there"
                    )
                }
                Err(_) if folder.entry(OsStr::new(name)).is_ok_and(|entry| entry == Entry::Link) => {
                    bail!(
                        "could not open {shown}/{name}: it is a symbolic link, and links are not followed\n\
                         put the folder itself in place of the link"
                    )
                }
                Err(_) if folder.entry(OsStr::new(name)).is_ok_and(|entry| entry != Entry::Folder) => {
                    bail!(
                        "could not open {shown}/{name}: it is not a folder\nmove it elsewhere, and make a folder of that name"
                    )
                }
                Err(error) => return Err(error).with_context(|| format!("could not open {shown}/{name}")),
            }
        }
        if *reader.files.get_mut() > MAX_FILES {
            let message = format!("there are more than {MAX_FILES} files");
            files.push(Found::refused(
                SourcePath::new("content"),
                message,
                "move what is not part of the site elsewhere",
            ));
        }
        Ok(Self { files })
    }

    fn stamps(&self) -> Vec<(&SourcePath, Option<Stamp>)> {
        self.files.iter().map(|file| (&file.path, file.taken.as_ref().ok().map(|(stamp, _)| *stamp))).collect()
    }

    fn into_sources(self) -> SourceSet {
        let mut sources = SourceSet::default();
        let mut folded: BTreeMap<String, SourcePath> = BTreeMap::new();
        for Found { path, taken } in self.files {
            let bytes = match taken {
                Ok((_, bytes)) => bytes,
                Err(diagnostic) => {
                    sources.refuse(diagnostic);
                    continue;
                }
            };
            match folded.entry(fold(path.as_str())) {
                std::collections::btree_map::Entry::Vacant(place) => {
                    place.insert(path.clone());
                    sources.insert(path, bytes);
                }
                std::collections::btree_map::Entry::Occupied(mut taken) => {
                    let (mut refused, kept) = (path, taken.get().clone());
                    // The one whose name can be an id stays, so that what refers to it is found.
                    let is_low = |path: &SourcePath| !path.as_str().contains(char::is_uppercase);
                    if is_low(&refused) && !is_low(&kept) {
                        sources.remove(&kept);
                        sources.insert(refused.clone(), bytes);
                        refused = taken.insert(refused);
                    }
                    let kept = taken.get();
                    let message = format!("`{refused}` and `{kept}` are one file on some systems");
                    sources.refuse(
                        Diagnostic::new(Name::FileRefused, Span::file(&refused), message)
                            .related(Span::file(kept), "the other one")
                            .help("names must differ in more than case and the way accents are stored; rename one"),
                    );
                }
            }
        }
        sources
    }
}

/// What stays the same when a path is written in another case or another Unicode form.
fn fold(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    path.nfc().collect::<String>().to_uppercase().to_lowercase().nfc().collect()
}

struct Reader<'a> {
    reads: bool,
    left_out: &'a [&'a str],
    files: AtomicUsize,
}

impl Reader<'_> {
    fn folder(&self, folder: &Folder, path: &str, depth: usize) -> Vec<Found> {
        let names = match folder.names() {
            Ok(names) => names,
            Err(error) if has_gone(&error) => return Vec::new(),
            Err(error) => {
                let message = format!("this folder cannot be listed: {error}");
                return vec![Found::refused(SourcePath::new(path), message, "check its permissions")];
            }
        };
        names.par_iter().flat_map(|name| self.named(folder, name, path, depth)).collect()
    }

    fn named(&self, folder: &Folder, name: &OsString, parent: &str, depth: usize) -> Vec<Found> {
        let shown = name.to_string_lossy();
        if is_litter(&shown) {
            return Vec::new();
        }
        let path = format!("{parent}/{shown}");
        let path: String = if path.is_ascii() { path } else { path.nfc().collect() };
        if let Some(fault) = name.to_str().map_or(Some("is not UTF-8"), file_name_fault) {
            let message = format!("the name `{shown}` {fault}");
            return vec![Found::refused(
                SourcePath::new(path),
                message,
                "rename it; letters, digits, `-` and `.` are safe",
            )];
        }
        if path.len() > MAX_PATH || depth > MAX_DEPTH {
            let message = format!("a path may have {MAX_PATH} bytes and {MAX_DEPTH} folders, and this has more");
            return vec![Found::refused(SourcePath::new(path), message, "use shorter names or fewer folders")];
        }
        match folder.entry(name) {
            // Deleted since it was listed, as if it had been deleted before.
            Err(error) if has_gone(&error) => Vec::new(),
            Ok(Entry::Folder) if self.left_out.contains(&path.as_str()) => Vec::new(),
            Ok(Entry::Folder) => match folder.folder(name) {
                Ok(below) => self.folder(&below, &path, depth + 1),
                Err(error) if has_gone(&error) => Vec::new(),
                Err(error) => {
                    let message = format!("this folder cannot be opened: {error}");
                    vec![Found::refused(SourcePath::new(path), message, "check its permissions")]
                }
            },
            _ if self.files.fetch_add(1, Ordering::Relaxed) >= MAX_FILES => Vec::new(),
            entry => self.taken(folder, name, path, entry).into_iter().collect(),
        }
    }

    /// What becomes of an entry that is no folder.
    fn taken(&self, folder: &Folder, name: &OsStr, path: String, entry: io::Result<Entry>) -> Option<Found> {
        let path = SourcePath::new(path);
        Some(match entry {
            Ok(Entry::File(stamp)) if stamp.size() > MAX_BYTES => {
                let message = format!("this file has {} MB", stamp.size() >> 20);
                Found::refused(path, message, "a file may have 20 MB; make it smaller, or link to it elsewhere")
            }
            Ok(Entry::File(stamp)) => match self.read(folder, name, stamp) {
                Ok((stamp, bytes)) => Found { path, taken: Ok((stamp, bytes)) },
                Err(error) if has_gone(&error) => return None,
                Err(error) => {
                    Found::refused(path, format!("this file cannot be read: {error}"), "check its permissions")
                }
            },
            Ok(Entry::Link) => {
                let target = folder.link_target(name).unwrap_or_default();
                let message = format!("`{path}` is a symbolic link to `{target}`");
                Found::refused(path, message, "links are not followed; copy the file in place of the link")
            }
            Ok(_) => {
                let message = format!("`{path}` is not a regular file");
                Found::refused(path, message, "only files and folders belong here; move it elsewhere")
            }
            Err(error) if has_gone(&error) => return None,
            Err(error) => Found::refused(path, format!("this file cannot be read: {error}"), "check its permissions"),
        })
    }

    /// The contents, and the stamp they had when the last byte was read.
    fn read(&self, folder: &Folder, name: &OsStr, seen: Stamp) -> io::Result<(Stamp, Vec<u8>)> {
        if !self.reads {
            return Ok((seen, Vec::new()));
        }
        let (file, stamp) = folder.file(name)?;
        let mut bytes = Vec::with_capacity(usize::try_from(stamp.size()).unwrap_or_default());
        file.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        Ok((stamp, bytes))
    }
}

fn has_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}

/// Whether two scans found the same.
#[must_use]
pub fn is_same(before: &SourceSet, now: &SourceSet) -> bool {
    let contents =
        |set: &SourceSet| -> Vec<_> { set.iter().map(|(path, file)| (path.clone(), file.fingerprint())).collect() };
    before.refused() == now.refused() && contents(before) == contents(now)
}
