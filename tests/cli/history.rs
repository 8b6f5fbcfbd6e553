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

fn commit(project: &Project, folder: &str) {
    git(project, &["-C", folder, "add", "--all"]);
    git(project, &["-C", folder, "commit", "--quiet", "--message", "x"]);
}

/// A project whose French article answers to the source of the first of two commits.
fn project(has_snapshot: bool) -> Project {
    project_with(has_snapshot, ".")
}

/// The same, with this folder as the repository.
fn project_with(has_snapshot: bool, folder: &str) -> Project {
    let project = Project::new();
    git(&project, &["-C", folder, "init", "--quiet", "."]);
    for (setting, value) in [("log.showRoot", "false"), ("diff.relative", "true"), ("core.fsmonitor", "/bin/false")] {
        git(&project, &["-C", folder, "config", setting, value]);
    }
    let body = "---\ntitle: Tone\nsummary: How we speak.\nstatus: published\n---\n\nWe answer in 2 days.\n";
    project.write(SOURCE, body);
    project.write(FRENCH, "---\ntitle: Ton\nsummary: Notre voix.\n---\n\nNous répondons en 2 jours.\n");
    project.run(&["translate", "sync", "fr", "articles/tone"]).success();
    let snapshot = snapshot(&project);
    if !has_snapshot {
        std::fs::remove_file(project.path(&snapshot)).unwrap();
    }
    commit(&project, folder);
    let _ = std::fs::remove_file(project.path(&snapshot));
    project.write(SOURCE, &body.replace("2 days", "3 days"));
    commit(&project, folder);
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
fn a_translation_that_its_source_outruns_in_one_pull_request_loses_nothing() {
    let project = Project::new();
    git(&project, &["init", "--quiet", "--initial-branch=main", "."]);
    let body = "---\ntitle: Tone\nsummary: How we speak.\nstatus: published\n---\n\nWe answer in 2 days.\n";
    project.write(SOURCE, body);
    commit(&project, ".");
    // The base is pasted in a web editor, then the author goes on; all of it is one commit on the main branch.
    project.write(FRENCH, "---\ntitle: Ton\nsummary: Notre voix.\n---\n\nNous répondons en 2 jours.\n");
    project.run(&["translate", "sync", "fr", "articles/tone"]).success();
    std::fs::remove_dir_all(project.path("content/l10n")).unwrap();
    let (out, _) = texts(project.run(&["check"]).success().get_output());
    assert!(!out.contains("missing-snapshot"), "the source as it stands is its own snapshot\n{out}");
    project.write(SOURCE, &body.replace("2 days", "3 days"));
    let (out, _) = texts(project.run(&["check"]).get_output());
    assert!(out.contains("missing-snapshot"), "{out}");
    commit(&project, ".");
    // What the workflow runs there.
    keep(&project, &[]);
    keep(&project, &[]);
    let (out, _) = texts(project.run(&["translate", "diff", "fr", "articles/tone"]).success().get_output());
    assert!(out.contains("outdated 1/3") && out.contains("[-2-]{+3+}"), "{out}");
    // Even a base that is pasted too early is told of now.
    let today = texts(project.run(&["translate", "diff", "fr", "articles/tone", "--json"]).success().get_output()).0;
    assert!(today.contains("\"unread\":[]"), "{today}");
    assert!(project.path("content/l10n/read/articles/tone/index.fr.txt").exists());
}

#[test]
fn a_source_that_has_moved_since_is_followed_in_its_history() {
    let project = project(false);
    project.run(&["rename", "article:tone", "voice"]).success();
    commit(&project, ".");
    let (out, _) = texts(project.run(&["translate", "keep"]).success().get_output());
    assert!(out.contains("found the words of 1 older source"), "{out}");
}

/// What `keep` says of a project, with these variables set.
fn keep(project: &Project, variables: &[(&str, &str)]) -> String {
    let mut command = super::cxbook(&project.path(""));
    let output = command.args(["translate", "keep"]).envs(variables.iter().copied()).output().unwrap();
    assert!(output.status.success(), "{}", texts(&output).1);
    texts(&output).0
}

#[test]
fn where_no_history_is_nothing_is_found_and_the_way_out_is_told() {
    let project = project(true);
    let out = keep(&project, &[("PATH", "/nowhere")]);
    assert!(out.contains("the program `git` was not found"), "{out}");
    std::fs::remove_dir_all(project.path(".git")).unwrap();
    let out = keep(&project, &[]);
    assert!(out.contains("translations of `articles/tone` were made from are not found: there is no history"), "{out}");
    assert!(out.contains("`cxbook translate sync LANG articles/tone`"), "{out}");
    assert!(!project.path(&snapshot(&project)).exists());
}

#[test]
fn where_git_reads_nothing_of_another_user_it_is_told_how_to_trust_it() {
    let project = project(true);
    let out = keep(&project, &[("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")]);
    assert!(out.contains("another user") && out.contains("`git config --global --add safe.directory /"), "{out}");
    // Set by git where one of its hooks runs us.
    let out = keep(&project, &[("GIT_DIR", "elsewhere/.git"), ("GIT_INDEX_FILE", "elsewhere")]);
    assert!(out.contains("found the words of 1 older source"), "{out}");
}

#[test]
fn what_git_says_of_a_repository_that_is_broken_is_passed_on() {
    let project = project(true);
    project.write(".git/config", "[core\n");
    let out = keep(&project, &[]);
    assert!(out.contains("git could not read the history; it says: bad config line 1"), "{out}");
}

#[test]
fn a_clone_with_part_of_the_history_names_what_fetches_the_rest() {
    let project = project(true);
    let whole = format!("file://{}", project.path("").display());
    git(&project, &["config", "uploadpack.allowFilter", "true"]);
    for (part, said) in [
        ("--depth=1", "`git fetch --unshallow`"),
        ("--filter=blob:none", "`git fetch --refetch --no-filter`"),
        ("--filter=tree:0", "`git fetch --refetch --no-filter`"),
    ] {
        let clone = Project { folder: tempfile::tempdir().unwrap() };
        git(&clone, &["clone", "--quiet", part, &whole, "."]);
        let out = keep(&clone, &[]);
        assert!(out.contains(said), "{part}: {out}");
        let command: Vec<&str> = said.trim_matches('`').split(' ').skip(1).collect();
        git(&clone, &command);
        let out = keep(&clone, &[]);
        assert!(out.contains("found the words of 1 older source"), "{part}: {out}");
    }
}

#[test]
fn the_history_of_a_worktree_and_of_a_submodule_is_their_own() {
    let project = project(true);
    let tree = tempfile::tempdir().unwrap();
    let there = tree.path().join("tree");
    git(&project, &["worktree", "add", "--quiet", there.to_str().unwrap()]);
    let (out, _) = texts(super::cxbook(&there).args(["translate", "keep"]).assert().success().get_output());
    assert!(out.contains("found the words of 1 older source"), "{out}");

    // The content alone, as a repository of its own in that of the site.
    let site = project_with(true, "content");
    git(&site, &["init", "--quiet", "."]);
    git(&site, &["submodule", "--quiet", "add", "./content", "content"]);
    git(&site, &["submodule", "--quiet", "absorbgitdirs"]);
    assert!(site.path("content/.git").is_file(), "it is a submodule");
    let shallow = Project::new();
    std::fs::remove_dir_all(shallow.path("content")).unwrap();
    let from = format!("file://{}", site.path("content").display());
    git(&shallow, &["clone", "--quiet", "--depth=1", &from, "content"]);
    let out = keep(&site, &[]);
    assert!(out.contains("found the words of 1 older source"), "{out}");
    let out = keep(&shallow, &[]);
    assert!(out.contains("content fetch --unshallow`"), "{out}");
}

#[test]
fn no_number_of_later_versions_hides_the_words() {
    let project = project(false);
    let mut stream = String::new();
    for number in 0..1500 {
        let text = format!("---\ntitle: Tone\nsummary: How we speak.\n---\n\nWe answer in {} days.\n", number + 4);
        stream.push_str(&format!(
            "commit refs/heads/long\ncommitter a <a@b.example> {} +0000\ndata 1\nx\n{}M 100644 inline {SOURCE}\ndata {}\n{text}\n",
            1_800_000_000 + number,
            if number == 0 { "from HEAD\n" } else { "" },
            text.len()
        ));
    }
    let mut import = Command::new("git");
    import.current_dir(project.path("")).args(["fast-import", "--quiet"]).stdin(std::process::Stdio::piped());
    let mut import = import.spawn().unwrap();
    std::io::Write::write_all(&mut import.stdin.take().unwrap(), stream.as_bytes()).unwrap();
    assert!(import.wait().unwrap().success());
    git(&project, &["checkout", "--quiet", "--force", "long"]);
    let out = keep(&project, &[]);
    assert!(out.contains("found the words of 1 older source"), "{out}");
}

#[test]
fn nothing_that_the_repository_names_is_fetched_from() {
    for (url, helper) in [(".", ""), ("ext::COMMAND %S", ""), (".", "evil"), ("ssh://host/x", "")] {
        let project = project(false);
        let ran = project.path("ran");
        let command = format!("touch {}; git-upload-pack", ran.display());
        for (setting, value) in [
            ("core.repositoryformatversion", "1"),
            ("extensions.partialClone", "origin"),
            ("remote.origin.promisor", "true"),
            ("remote.origin.url", &url.replace("COMMAND", &format!("touch {}", ran.display()))),
            ("remote.origin.uploadpack", &command),
            ("core.sshCommand", &command),
            ("core.gitProxy", &command),
            ("credential.helper", &format!("!{command}")),
            ("protocol.allow", "always"),
            ("protocol.ext.allow", "always"),
        ] {
            git(&project, &["config", setting, value]);
        }
        if !helper.is_empty() {
            git(&project, &["config", "remote.origin.vcs", helper]);
        }
        let blob = output(&project, &["rev-parse", &format!("HEAD~1:{SOURCE}")]);
        std::fs::remove_file(project.path(&format!(".git/objects/{}/{}", &blob[..2], &blob[2..]))).unwrap();
        for variables in [&[][..], &[("GIT_NO_LAZY_FETCH", "0")]] {
            let out = keep(&project, variables);
            assert!(out.contains("(a partial clone)"), "{out}");
            assert!(!ran.exists(), "a command of the repository was run");
        }
    }
}

fn output(project: &Project, args: &[&str]) -> String {
    let output = Command::new("git").current_dir(project.path("")).args(args).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn nothing_that_the_repository_names_is_run() {
    let project = project(false);
    let (ran, script) = (project.path("ran"), project.path("evil"));
    project.write("evil", &format!("#!/bin/sh\ntouch {}\ncat \"$1\" 2>/dev/null\nexit 0\n", ran.display()));
    assert!(Command::new("chmod").arg("+x").arg(&script).status().unwrap().success());
    let script = script.display().to_string();
    // A signature to verify.
    let head = output(&project, &["cat-file", "commit", "HEAD"]);
    let signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----\n\n";
    project.write("commit", &(head.replacen("\n\n", &format!("\n{signature}"), 1) + "\n"));
    let signed = output(&project, &["hash-object", "-t", "commit", "-w", "commit"]);
    git(&project, &["update-ref", "HEAD", &signed]);
    for (setting, value) in [
        ("core.pager", &script),
        ("pager.log", &script),
        ("pager.cat-file", &script),
        ("core.editor", &script),
        ("core.askPass", &script),
        ("core.fsmonitor", &script),
        ("core.hooksPath", &project.path("hooks").display().to_string()),
        ("core.alternateRefsCommand", &script),
        ("core.attributesFile", &project.path("attributes").display().to_string()),
        ("diff.external", &script),
        ("diff.evil.command", &script),
        ("diff.evil.textconv", &script),
        ("filter.evil.clean", &script),
        ("filter.evil.smudge", &script),
        ("filter.evil.process", &script),
        ("filter.evil.required", &"true".to_owned()),
        ("gpg.program", &script),
        ("log.showSignature", &"true".to_owned()),
        ("alias.log", &format!("!{script}")),
        ("alias.cat-file", &format!("!{script}")),
    ] {
        git(&project, &["config", setting, value]);
    }
    for attributes in ["attributes", ".gitattributes", ".git/info/attributes"] {
        project.write(attributes, "* diff=evil filter=evil\n");
    }
    for hook in ["post-index-change", "reference-transaction", "post-checkout", "fsmonitor-watchman"] {
        project.write(&format!("hooks/{hook}"), &project.text("evil"));
        assert!(
            Command::new("chmod").arg("+x").arg(project.path(&format!("hooks/{hook}"))).status().unwrap().success()
        );
    }
    // The trap works: git run in the usual way falls into it.
    let _ = output(&project, &["log", "--patch", "--ext-diff"]);
    assert!(ran.exists());
    std::fs::remove_file(&ran).unwrap();
    let out = keep(&project, &[]);
    assert!(out.contains("found the words of 1 older source"), "{out}");
    assert!(!ran.exists(), "a command of the repository was run");
}

#[test]
fn a_folder_of_content_that_looks_like_a_repository_is_none() {
    let project = project(true);
    project.write("content/articles/tone/HEAD", "ref: refs/heads/x\n");
    project.write("content/articles/tone/config", "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
    for folder in ["objects", "refs"] {
        std::fs::create_dir(project.path(&format!("content/articles/tone/{folder}"))).unwrap();
    }
    std::fs::remove_dir_all(project.path("content/l10n")).ok();
    let out = keep(&project, &[]);
    assert!(out.contains("found the words of 1 older source"), "{out}");
    std::fs::remove_file(project.path(&snapshot(&project))).unwrap();
    git(&project, &["config", "safe.bareRepository", "all"]);
    std::fs::remove_dir_all(project.path(".git")).unwrap();
    let out = keep(&project, &[]);
    assert!(out.contains("bare repository"), "{out}");
}
