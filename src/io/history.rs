//! A file of a project to what it said before: the history of git, where there is one.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::base::SourcePath;

/// Older versions than so many are not looked at.
const MOST: usize = 1000;

/// What a file has said, the latest first; nothing where there is no git or no history. It need not be there any more,
/// and may have had other names.
pub fn versions(root: &Path, path: &SourcePath) -> impl Iterator<Item = String> {
    let most = format!("--max-count={MOST}");
    let listing = ["log", "-z", "--follow", "--name-only", "--format=%H", "--diff-merges=separate", "--no-relative"];
    let listed = git(root, &[&listing[..], &["-O/dev/null", &most, "--", path.as_str()]].concat());
    let mut commit = String::new();
    let mut places = Vec::new();
    for part in listed.unwrap_or_default().split('\0').map(str::trim_start).filter(|part| !part.is_empty()) {
        let is_commit = part.len() >= 40 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_commit {
            part.clone_into(&mut commit);
        } else {
            places.push(format!("{commit}:{part}"));
        }
    }
    let root = root.to_owned();
    places.into_iter().filter_map(move |place| git(&root, &["cat-file", "blob", &place]))
}

/// What git says, which asks nobody, fetches nothing and runs nothing that the repository names.
fn git(root: &Path, args: &[&str]) -> Option<String> {
    let settings = ["core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false", "log.showRoot=true"];
    let mut command = Command::new("git");
    command.arg("-C").arg(root).arg("--no-pager").arg("--no-replace-objects");
    for setting in settings {
        command.args(["-c", setting]);
    }
    command.env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0").env("GIT_OPTIONAL_LOCKS", "0");
    let output = command.args(args).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let is_done = output.status.success();
    is_done.then(|| String::from_utf8(output.stdout).ok()).flatten()
}
