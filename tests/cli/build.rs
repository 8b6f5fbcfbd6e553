//! Everything but the preview.

use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::{Project, cxbook, texts};

#[test]
fn from_nothing_to_a_site_in_four_commands() {
    let project = Project::new();
    let (out, error) = texts(project.run(&["build"]).success().get_output());
    assert!(out.starts_with("built ") && out.contains("in 2 languages, 0 errors, 0 warnings, in "), "{out}{error}");
    assert!(out.ends_with(" → public\n"), "{out}");
    for page in ["index.html", "en/index.html", "fr/index.html", "en/journeys/first-loan/index.html"] {
        assert!(project.path("public").join(page).is_file(), "{page}");
    }
    let (out, _) = texts(project.run(&["new", "journey", "returns"]).success().get_output());
    assert!(out.starts_with("wrote content/journeys/returns/index.md\n"), "{out}");
    let (out, error) = texts(project.run(&["check", "--format", "short"]).success().get_output());
    assert!(out.lines().all(|line| line.contains(": warning[")), "{out}{error}");
    let (out, _) = texts(project.run(&["build"]).success().get_output());
    assert!(out.contains(", 1 draft left out, "), "{out}");
    assert!(!project.path("public/en/journeys/returns").exists(), "a new document is a draft");
}

#[test]
fn building_again_changes_nothing_and_says_so() {
    let project = Project::new();
    project.run(&["build"]).success();
    let before = std::fs::metadata(project.path("public")).unwrap().modified().unwrap();
    let (out, _) = texts(project.run(&["build"]).success().get_output());
    assert!(out.ends_with("public, nothing changed\n"), "{out}");
    assert_eq!(std::fs::metadata(project.path("public")).unwrap().modified().unwrap(), before);
}

#[test]
fn an_error_publishes_nothing_and_exits_with_1() {
    let project = Project::new();
    project.run(&["build"]).success();
    project.write("content/broken.md", "---\ntitel: Broken\nstatus: published\n---\n\nSee [[article:nowhere]].\n");
    let (out, error) = texts(project.run(&["build"]).code(1).get_output());
    assert_eq!(out, "");
    assert!(error.contains("error[unknown-field]") && error.contains("content/broken.md:2:1"), "{error}");
    assert!(error.contains("did you mean `title`?"), "{error}");
    assert!(error.ends_with("; public is as it was\n"), "{error}");
    assert!(!project.path("public/en/broken").exists());
    assert!(project.path("public/en/index.html").exists());
}

#[test]
fn a_warning_is_an_error_only_when_asked() {
    let project = Project::new();
    let article = "content/articles/reading-a-journey/index.md";
    project.write(article, &project.text(article).replace("category: method\n", ""));
    project.write("content/vocab/categories.yaml", "");
    project.write("content/vocab/categories.fr.yaml", "");
    let (_, error) = texts(project.run(&["build"]).success().get_output());
    assert!(error.contains("warning[article-without-category]"), "{error}");
    project.run(&["build", "--deny-warnings"]).code(1);
    project.run(&["check", "--deny-warnings"]).code(1);
    project.run(&["check"]).success();
}

#[test]
fn problems_are_printed_in_the_form_that_was_asked_for() {
    let project = Project::new();
    project.write("content/broken.md", "---\ntitel: Broken\n---\n");
    let (text, _) = texts(project.run(&["check"]).code(1).get_output());
    assert!(text.contains("--> content/broken.md:2:1"), "{text}");
    let (short, _) = texts(project.run(&["check", "--format", "short", "-q"]).code(1).get_output());
    assert!(short.starts_with("content/broken.md:"), "{short}");
    let (json, _) = texts(project.run(&["check", "--format=json"]).code(1).get_output());
    let rows: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(rows[0]["path"], "content/broken.md");
    let (french, _) = texts(project.run(&["check", "--lang", "fr", "--format", "short"]).success().get_output());
    assert_eq!(french, "", "the broken file is in English");
    let (english, _) = texts(project.run(&["check", "--lang", "en", "--format", "short"]).code(1).get_output());
    assert_eq!(english, short);
    let (_, error) = texts(project.run(&["check", "--lang", "de"]).code(2).get_output());
    assert!(error.contains("only en, fr"), "{error}");
}

#[test]
fn a_code_host_gets_annotations_and_a_summary_for_the_page_of_the_run() {
    let project = Project::new();
    project.write("content/broken.md", "---\ntitel: Broken\n---\n");
    let summary = project.path("summary.md");
    let mut check = cxbook(project.folder.path().parent().unwrap());
    check.env("GITHUB_STEP_SUMMARY", &summary);
    let name = project.folder.path().file_name().unwrap().to_str().unwrap();
    let (out, _) = texts(check.args(["check", "--format", "github", "--root", name]).assert().code(1).get_output());
    let start = format!("::error file={name}/content/broken.md,line=2,col=1,endColumn=6,title=unknown-field::");
    assert!(out.contains(&start) && out.contains("%0Ahelp: did you mean `title`?"), "{out}");
    let summary = project.text("summary.md");
    assert!(summary.starts_with("### checked ") && summary.contains("| content/broken.md:2:1 |"), "{summary}");
    let mut check = cxbook(project.folder.path());
    check.env_remove("GITHUB_STEP_SUMMARY");
    let (out, error) = texts(check.args(["check", "--format", "github"]).assert().code(1).get_output());
    assert!(error.contains("GITHUB_STEP_SUMMARY=summary.md cxbook check --format github"), "{error}");
    assert!(!out.contains("SUMMARY"), "{out}");
    let (out, _) = texts(project.run(&["check", "--format", "sarif"]).code(1).get_output());
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["version"], "2.1.0");
}

#[test]
fn from_a_folder_inside_a_project_the_project_is_found() {
    let project = Project::new();
    let inside = project.path("content/journeys");
    let (out, _) = texts(cxbook(&inside).args(["build"]).assert().success().get_output());
    assert!(out.ends_with(" → ../../public\n") && project.path("public/index.html").exists(), "{out}");
    let (out, _) = texts(cxbook(&inside).args(["new", "article", "tone"]).assert().success().get_output());
    assert!(out.starts_with("wrote ../../content/articles/tone/index.md\n"), "{out}");
    cxbook(&inside).args(["check", "--root", "../journeys"]).assert().code(2);
}

#[test]
fn what_is_there_already_is_named_by_its_source_and_quiet_is_quiet() {
    let project = Project::new();
    let (_, error) = texts(project.run(&["new", "journey", "first-loan"]).code(2).get_output());
    assert!(error.contains("content/journeys/first-loan/index.md"), "{error}");
    let (out, error) = texts(project.run(&["new", "-q", "journey", "second-loan"]).success().get_output());
    assert_eq!((out.as_str(), error.as_str()), ("", ""));
}

#[test]
fn a_project_elsewhere_is_built_elsewhere() {
    let project = Project::new();
    let other = TempDir::new().unwrap();
    let out = other.path().join("site");
    let args = [
        "build",
        "--root",
        project.folder.path().to_str().unwrap(),
        "--out",
        "site",
        "--base-url",
        "https://e.org/kb/",
    ];
    cxbook(other.path()).args(args).assert().success();
    let home = std::fs::read_to_string(out.join("en/index.html")).unwrap();
    assert!(home.contains("https://e.org/kb/en/"), "{home}");
    assert!(!project.path("public").exists());
}

#[test]
fn what_cannot_run_exits_with_2_and_says_the_way_out() {
    let empty = TempDir::new().unwrap();
    for (args, words) in [
        (&["build"][..], "cxbook init"),
        (&["build", "--root", "nowhere"], "nowhere"),
        (&["check", "--today", "tomorrow"], "`tomorrow`"),
        (&["explain", "unknown-referense"], "did you mean `unknown-reference`?"),
        (&["frobnicate"], "unrecognized subcommand"),
    ] {
        let (out, error) = texts(cxbook(empty.path()).args(args).assert().code(2).get_output());
        assert!(error.contains(words), "{args:?}: {out}{error}");
        assert_eq!(out, "");
    }
    let project = Project::new();
    for (args, words) in [
        (&["build", "--base-url", "/kb/"][..], "write it like https://"),
        (&["build", "--out", "content"], "among the sources"),
        (&["build", "--out", "."], "the project itself"),
        (&["new", "journey", "first-loan"], "is there already"),
        (&["new", "jorney", "x"], "did you mean `journey`?"),
    ] {
        let (_, error) = texts(project.run(args).code(2).get_output());
        assert!(error.contains(words), "{args:?}: {error}");
    }
}

#[test]
fn every_command_has_help_and_the_program_has_a_version() {
    let folder = TempDir::new().unwrap();
    for command in ["init", "new", "serve", "check", "build", "explain", "schema"] {
        let (out, _) = texts(cxbook(folder.path()).args([command, "--help"]).assert().success().get_output());
        assert!(out.contains(&format!("Usage: cxbook {command}")), "{out}");
    }
    let (out, _) = texts(cxbook(folder.path()).arg("--version").assert().success().get_output());
    assert_eq!(out, format!("cxbook {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_name_can_be_explained() {
    let folder = TempDir::new().unwrap();
    let (list, _) = texts(cxbook(folder.path()).arg("explain").assert().success().get_output());
    assert!(list.lines().count() > 100, "{list}");
    for name in ["unknown-reference", "review-overdue", "[vague-link-text]"] {
        cxbook(folder.path()).args(["explain", name]).assert().success();
    }
}

#[test]
fn files_that_are_there_survive_init() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("README.md"), "mine").unwrap();
    let (out, _) = texts(cxbook(folder.path()).args(["init", "."]).assert().success().get_output());
    assert!(out.contains("kept README.md"), "{out}");
    assert_eq!(std::fs::read_to_string(folder.path().join("README.md")).unwrap(), "mine");
}

#[test]
fn a_reader_who_leaves_early_is_no_failure() {
    for args in [&["explain"][..], &["--help"], &["build", "--help"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_cxbook"))
            .args(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), texts(&output).1.as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn a_build_killed_while_it_writes_leaves_the_old_site_and_the_next_one_mends() {
    let project = Project::new();
    project.run(&["build"]).success();
    let before = project.text("public/en/index.html");
    let home = "content/index.md";
    project.write(home, &project.text(home).replace("one of everything", "one of each thing"));
    // No file may grow beyond 8 kB: the kernel kills whoever tries.
    let killed = Command::new("sh")
        .args(["-c", "ulimit -f 16; exec \"$0\" build", env!("CARGO_BIN_EXE_cxbook")])
        .current_dir(project.folder.path())
        .env("SOURCE_DATE_EPOCH", "1795219200")
        .output()
        .unwrap();
    assert!(killed.status.signal().is_some() || killed.status.code() == Some(2), "{killed:?}");
    assert_eq!(project.text("public/en/index.html"), before);
    project.run(&["build"]).success();
    assert!(project.text("public/en/index.html").contains("one of each thing"));
    let leftovers: Vec<_> = std::fs::read_dir(project.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("stage"))
        .collect();
    assert!(leftovers.is_empty(), "{leftovers:?}");
}

#[test]
fn a_rename_is_shown_before_it_is_done_and_done_as_a_whole() {
    let project = Project::new();
    let old = "content/journeys/first-loan/index.md";
    let rename = ["rename", "journey:first-loan", "my-first-loan"];
    let (out, _) = texts(project.run(&[&rename[..], &["--dry-run"]].concat()).success().get_output());
    assert!(out.contains("would move content/journeys/first-loan to content/journeys/my-first-loan\n"), "{out}");
    assert!(project.path(old).exists());
    let (out, _) = texts(project.run(&rename).success().get_output());
    assert!(out.contains("renamed `journey:first-loan` to `my-first-loan`"), "{out}");
    assert!(!project.path(old).exists());
    project.run(&["build", "--deny-warnings"]).success();
    let page = std::fs::read_to_string(project.path("public/en/journeys/first-loan/index.html")).unwrap();
    assert!(page.contains("/en/journeys/my-first-loan/"), "{page}");
    let (_, error) = texts(project.run(&["rename", "journey:first-laon", "x"]).code(1).get_output());
    assert!(error.contains("there is no journey called `first-laon`"), "{error}");
}
