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
    let listed = git(root, &["log", "--follow", "--name-only", "--format=%H", &most, "--", path.as_str()]);
    let mut commit = String::new();
    let mut places = Vec::new();
    for line in listed.unwrap_or_default().lines().filter(|line| !line.is_empty()) {
        let is_commit = line.len() >= 40 && line.bytes().all(|byte| byte.is_ascii_hexdigit());
        if is_commit {
            line.clone_into(&mut commit);
        } else {
            places.push(format!("{commit}:{line}"));
        }
    }
    let root = root.to_owned();
    places.into_iter().filter_map(move |place| git(&root, &["cat-file", "blob", &place]))
}

/// What git says, which asks nobody and runs nothing that the repository names.
fn git(root: &Path, args: &[&str]) -> Option<String> {
    let quiet = ["core.quotePath=false", "core.fsmonitor=false", "core.hooksPath=/dev/null", "log.showSignature=false"];
    let mut command = Command::new("git");
    command.arg("-C").arg(root).arg("--no-pager");
    for setting in quiet {
        command.args(["-c", setting]);
    }
    let output = command.args(args).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let is_done = output.status.success();
    is_done.then(|| String::from_utf8(output.stdout).ok()).flatten()
}
