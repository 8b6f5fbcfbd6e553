//! What only version control still knows.

use std::process::Command;

use super::{Project, texts};

const SOURCE: &str = "content/articles/tone/index.md";
const FRENCH: &str = "content/articles/tone/index.fr.md";

fn git(project: &Project, args: &[&str]) {
    let who = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"];
    let done = Command::new("git").current_dir(project.path("")).args(who).args(args).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn commit(project: &Project) {
    git(project, &["add", "--all"]);
    git(project, &["commit", "--quiet", "--message", "x"]);
}

/// A project whose French article answers to the source of the first of two commits.
fn project(has_snapshot: bool) -> Project {
    let project = Project::new();
    git(&project, &["init", "--quiet", "."]);
    for (setting, value) in [("log.showRoot", "false"), ("diff.relative", "true"), ("core.fsmonitor", "/bin/false")] {
        git(&project, &["config", setting, value]);
    }
    let body = "---\ntitle: Tone\nsummary: How we speak.\nstatus: published\n---\n\nWe answer in 2 days.\n";
    project.write(SOURCE, body);
    project.write(FRENCH, "---\ntitle: Ton\nsummary: Notre voix.\n---\n\nNous répondons en 2 jours.\n");
    project.run(&["translate", "sync", "fr", "articles/tone"]).success();
    let snapshot = snapshot(&project);
    if !has_snapshot {
        std::fs::remove_file(project.path(&snapshot)).unwrap();
    }
    commit(&project);
    let _ = std::fs::remove_file(project.path(&snapshot));
    project.write(SOURCE, &body.replace("2 days", "3 days"));
    commit(&project);
    project
}

/// Where the words lie that the French answers to.
fn snapshot(project: &Project) -> String {
    let french = project.text(FRENCH);
    let base = french.split_once("base: ").unwrap().1.split(|letter: char| !letter.is_ascii_hexdigit()).next().unwrap();
    format!("content/l10n/base/{base}.md")
}

#[test]
fn words_that_were_not_kept_are_found_in_the_history_of_their_source_or_of_their_snapshot() {
    for has_snapshot in [true, false] {
        let project = project(has_snapshot);
        let (out, _) = texts(project.run(&["check"]).get_output());
        assert!(out.contains("nobody knows what") && out.contains("`cxbook translate keep` looks for it"), "{out}");
        let (out, _) = texts(project.run(&["translate", "keep"]).success().get_output());
        assert!(out.contains("found the words of 1 older source in the history of git"), "{out}");
        assert!(project.text(&snapshot(&project)).contains("We answer in 2 days."));
        let (out, _) = texts(project.run(&["translate", "diff", "fr", "articles/tone"]).success().get_output());
        assert!(out.contains('2') && out.contains('3') && out.contains("number"), "{out}");
    }
}

#[test]
fn a_source_that_has_moved_since_is_followed_in_its_history() {
    let project = project(false);
    project.run(&["rename", "article:tone", "voice"]).success();
    commit(&project);
    let (out, _) = texts(project.run(&["translate", "keep"]).success().get_output());
    assert!(out.contains("found the words of 1 older source"), "{out}");
}

#[test]
fn where_no_history_is_nothing_is_found_and_the_way_out_is_told() {
    let project = project(true);
    std::fs::remove_dir_all(project.path(".git")).unwrap();
    let (out, _) = texts(project.run(&["translate", "keep"]).success().get_output());
    assert!(out.contains("no history that is here has the words that translations of `articles/tone`"), "{out}");
    assert!(!project.path(&snapshot(&project)).exists());
}

#[test]
fn nothing_that_the_repository_names_is_run_or_fetched_from() {
    let project = project(false);
    let ran = project.path("ran");
    let command = format!("touch {}; git-upload-pack", ran.display());
    for (setting, value) in [
        ("core.repositoryformatversion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", "."),
        ("remote.origin.uploadpack", &command),
    ] {
        git(&project, &["config", setting, value]);
    }
    let blob =
        Command::new("git").current_dir(project.path("")).args(["rev-parse", &format!("HEAD~1:{SOURCE}")]).output();
    let blob = String::from_utf8(blob.unwrap().stdout).unwrap();
    std::fs::remove_file(project.path(&format!(".git/objects/{}/{}", &blob[..2], blob[2..].trim()))).unwrap();
    let (out, _) = texts(project.run(&["translate", "keep"]).success().get_output());
    assert!(out.contains("no history that is here has the words"), "{out}");
    assert!(!ran.exists(), "a command of the repository was run");
}
