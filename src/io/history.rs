//! A file of a project to what it said before: the history of git, where there is one.
//!
//! Git is asked where the file lies, so a folder that is a submodule or a worktree has the history of its own
//! repository. A repository is not to be trusted: nothing that it names is run, and nothing is fetched.

use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::base::SourcePath;

/// A version that is larger is passed over: no source may be.
const LARGEST: u64 = 16 << 20;

/// Why the words that were looked for are not found; the more there is to do about it, the greater.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// All of the history is here, and no version has them.
    Nowhere,
    /// No folder from the file's upwards is under git.
    NoRepository,
    /// The program is not there.
    NoGit,
    /// Git could not tell: its own words.
    Unread(String),
    /// Only the latest commits are here; the folder of the repository, as it is typed, where that is not the project's.
    Shallow(Option<String>),
    /// Some versions were left with the server; the folder, in the same way.
    Partial(Option<String>),
    /// The repository belongs to another user: what is typed to trust it.
    Distrusted(String),
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let git = |folder: &Option<String>| match folder {
            Some(folder) => format!("git -C {folder}"),
            None => "git".to_owned(),
        };
        match self {
            Self::Nowhere => f.write_str("no version in the history of git has them"),
            Self::NoRepository => {
                f.write_str("there is no history to look in, as this is no repository of git; if there is one elsewhere, run this there")
            }
            Self::NoGit => f.write_str("the program `git` was not found, which reads the history: install it, and run this again"),
            Self::Unread(said) => write!(f, "git could not read the history; it says: {said}"),
            Self::Shallow(folder) => write!(
                f,
                "only the latest part of the history is here (a shallow clone): get the rest with `{} fetch \
                 --unshallow`, and run this again",
                git(folder)
            ),
            Self::Partial(folder) => write!(
                f,
                "some of the history was left with the server (a partial clone): get it with `{} fetch --refetch \
                 --no-filter`, and run this again",
                git(folder)
            ),
            Self::Distrusted(command) => write!(
                f,
                "git does not read a repository that belongs to another user; if you trust it, say so with \
                 `{command}`, and run this again"
            ),
        }
    }
}

/// Looks for what `fits` in all that a file has said, the latest first.
///
/// The file need not be there any more, and may have had other names.
///
/// # Errors
///
/// Why nothing was found.
pub fn find<T>(root: &Path, path: &SourcePath, mut fits: impl FnMut(&str) -> Option<T>) -> Result<T, Gap> {
    let place = Place::of(root, path);
    let (mut reader, mut is_missing) = (None, false);
    for blob in place.blobs()? {
        let mut git = reader.take().map_or_else(|| Reader::start(&place), Ok)?;
        match git.text(&blob) {
            Ok(text) => {
                if let Some(found) = text.as_deref().and_then(&mut fits) {
                    return Ok(found);
                }
                reader = Some(git);
            }
            // Some versions of git end there; the next version gets another.
            Err(Missing) => is_missing = true,
        }
    }
    if is_missing {
        let damaged = || Gap::Unread("versions of the file are missing or damaged (`git fsck` tells which)".to_owned());
        return Err(place.partial().unwrap_or_else(damaged));
    }
    let is_shallow = place.ask(&["rev-parse", "--is-shallow-repository"])?.trim() == "true";
    Err(if is_shallow { Gap::Shallow(place.repository) } else { Gap::Nowhere })
}

/// Where git is asked, and for what.
struct Place {
    folder: PathBuf,
    file: String,
    repository: Option<String>,
}

impl Place {
    /// The nearest folder of the file that is there, and the file as seen from it.
    fn of(root: &Path, path: &SourcePath) -> Self {
        let parts: Vec<&str> = path.as_str().split('/').collect();
        let is_folder = |folder: &Path| std::fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir());
        let mut folder = root.to_owned();
        let (mut depth, mut repository) = (0, None);
        while depth + 1 < parts.len() && is_folder(&folder.join(parts[depth])) {
            folder.push(parts[depth]);
            depth += 1;
            if std::fs::symlink_metadata(folder.join(".git")).is_ok() {
                repository = Some(folder.display().to_string());
            }
        }
        Self { folder, file: parts[depth..].join("/"), repository }
    }

    /// The versions of the file, by the ids that git has for what they say.
    fn blobs(&self) -> Result<Vec<String>, Gap> {
        let shape = ["log", "-z", "--follow", "--raw", "--no-abbrev", "--format=", "--diff-merges=separate"];
        let nothing_else =
            ["--no-relative", "--no-ext-diff", "--no-textconv", "--no-notes", "--no-color", "-O/dev/null", "--"];
        let listed = self.ask(&[&shape[..], &nothing_else, &[self.file.as_str()]].concat());
        let listed = match listed {
            Err(Gap::Unread(said)) if said.contains("does not have any commits yet") => String::new(),
            // What is missing is needed to see where a file was moved from.
            Err(Gap::Unread(said)) => return Err(self.partial().unwrap_or(Gap::Unread(said))),
            listed => listed?,
        };
        let mut seen = BTreeSet::new();
        let changes = listed.split('\0').filter_map(|part| part.trim_start().strip_prefix(':'));
        // Of each change: two modes, what it was, what it became, and the kind of change.
        let blobs = changes.flat_map(|change| {
            let mut parts = change.split(' ').skip(2).take(2);
            let before = parts.next().unwrap_or_default();
            [parts.next().unwrap_or_default(), before]
        });
        let is_blob = |id: &&str| {
            id.len() >= 40 && id.bytes().all(|byte| byte.is_ascii_hexdigit()) && id.bytes().any(|byte| byte != b'0')
        };
        Ok(blobs.filter(is_blob).filter(|id| seen.insert(*id)).map(str::to_owned).collect())
    }

    /// That some of the history was never fetched, if it is so.
    fn partial(&self) -> Option<Gap> {
        let promised = ["config", "--get-regexp", r"^(extensions\.partialclone|remote\..*\.promisor)$"];
        self.ask(&promised).ok().map(|_| Gap::Partial(self.repository.clone()))
    }

    /// What git says.
    fn ask(&self, args: &[&str]) -> Result<String, Gap> {
        let asked = self.git().args(args).stdin(Stdio::null()).stdout(Stdio::piped()).output();
        let output = asked.map_err(|error| not_started(&error))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        Err(refused(&String::from_utf8_lossy(&output.stderr)))
    }

    /// Git, which asks nobody, fetches nothing and runs nothing that the repository names.
    fn git(&self) -> Command {
        let settings = [
            "core.fsmonitor=false",
            "core.hooksPath=/dev/null",
            "core.attributesFile=/dev/null",
            "log.showSignature=false",
            "log.showRoot=true",
            // A folder of content that looks like a repository is none.
            "safe.bareRepository=explicit",
        ];
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder).args(["--no-pager", "--no-replace-objects", "--literal-pathspecs"]);
        for setting in settings {
            command.args(["-c", setting]);
        }
        // Set where a hook of git runs us; they are of another folder.
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"] {
            command.env_remove(variable);
        }
        // Before 2.44 git fetches what is missing whatever the first says; no protocol is left for it then.
        command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_ALLOW_PROTOCOL", "").env("GIT_TERMINAL_PROMPT", "0");
        command.env("GIT_OPTIONAL_LOCKS", "0").env("LC_ALL", "C");
        command
    }
}

fn not_started(error: &io::Error) -> Gap {
    if error.kind() == ErrorKind::NotFound { Gap::NoGit } else { Gap::Unread(error.to_string()) }
}

/// What git means by a refusal.
fn refused(said: &str) -> Gap {
    let trusting =
        said.lines().map(str::trim).find(|line| line.starts_with("git config --global --add safe.directory"));
    if let Some(command) = trusting {
        return Gap::Distrusted(command.to_owned());
    }
    let first = said.lines().find_map(|line| line.strip_prefix("fatal: ")).or_else(|| said.lines().next());
    match first.map(str::trim) {
        Some(line) if line.starts_with("not a git repository (or any") => Gap::NoRepository,
        Some(line) if !line.is_empty() => Gap::Unread(line.to_owned()),
        _ => Gap::Unread("nothing".to_owned()),
    }
}

/// A version that is not here, or cannot be read.
struct Missing;

/// One git that hands out versions, as long as it lives.
struct Reader {
    git: Child,
    asked: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Reader {
    fn start(place: &Place) -> Result<Self, Gap> {
        let mut command = place.git();
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut git = command.spawn().map_err(|error| not_started(&error))?;
        match (git.stdin.take(), git.stdout.take()) {
            (Some(asked), Some(answers)) => Ok(Self { git, asked, answers: BufReader::new(answers) }),
            _ => Err(Gap::Unread("nothing".to_owned())),
        }
    }

    /// What a version says, if that is text.
    fn text(&mut self, blob: &str) -> Result<Option<String>, Missing> {
        writeln!(self.asked, "{blob}").and_then(|()| self.asked.flush()).map_err(|_| Missing)?;
        let mut head = String::new();
        self.answers.read_line(&mut head).map_err(|_| Missing)?;
        // The id, the type and the size, or the id and why there is nothing.
        let size = head.trim_end().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok()).ok_or(Missing)?;
        let mut answer = self.answers.by_ref().take(size + 1);
        if size > LARGEST {
            io::copy(&mut answer, &mut io::sink()).map_err(|_| Missing)?;
            return Ok(None);
        }
        let mut bytes = Vec::new();
        answer.read_to_end(&mut bytes).map_err(|_| Missing)?;
        if bytes.pop() != Some(b'\n') || bytes.len() as u64 != size {
            return Err(Missing);
        }
        Ok(String::from_utf8(bytes).ok())
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It has nothing to finish; whether it is gone already does not matter.
        let _ = self.git.kill();
        let _ = self.git.wait();
    }
}
