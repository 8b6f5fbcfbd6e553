//! What `init` writes, against every rule.

use cxbook::base::Date;
use cxbook::config::{Goal, Request};
use cxbook::diagnostic::text;
use cxbook::edit;
use cxbook::pipeline::{self, Memo};
use cxbook::source::SourceSet;

#[test]
fn what_init_writes_builds_without_an_error_or_a_warning() {
    let today = Date::parse("2026-11-21").unwrap();
    let mut sources = SourceSet::default();
    for file in edit::init::init(today) {
        sources.insert(file.path, file.text.into_bytes());
    }
    let request = Request { goal: Goal::Site, base_url: None, drafts: false, today };
    let build = pipeline::build(&sources, &request, &mut Memo::default());
    assert!(build.diagnostics.is_empty(), "{}", text(&build.diagnostics, &sources, false));
}

/// What comes with a pull request from a fork may be read and never run with the rights to write.
#[test]
fn the_workflow_that_comments_runs_nothing_of_a_fork_and_the_one_that_checks_may_only_read() {
    let files = edit::init::init(Date::parse("2026-11-21").unwrap());
    let workflow = |name: &str| {
        let file = files.iter().find(|file| file.path.as_str().ends_with(&format!("workflows/{name}.yml")));
        file.unwrap_or_else(|| panic!("no workflow {name}")).text.clone()
    };
    let comment = workflow("comment");
    assert!(comment.contains("on:\n  workflow_run:\n    workflows: [check]\n"), "{comment}");
    assert!(
        !comment.contains("actions/checkout") && !comment.contains("cargo ") && !comment.contains("cxbook "),
        "{comment}"
    );
    let check = workflow("check");
    assert!(check.contains("name: check\n") && check.contains("  pull_request:\n"), "{check}");
    assert!(check.contains("permissions:\n  contents: read\n") && !check.contains(": write"), "{check}");
    // What the one leaves is what the other takes.
    for part in ["name: summary", "summary.md"] {
        assert!(check.contains(part) && comment.contains(part), "{part}");
    }
    // No text that somebody else chose becomes part of a script.
    for name in ["check", "comment", "keep"] {
        let text = workflow(name);
        let mut scripts =
            text.split("run: |\n").skip(1).chain(text.lines().filter(|line| line.trim_start().starts_with("run: ")));
        assert!(scripts.all(|script| !script.split("\n      - ").next().unwrap().contains("${{")), "{text}");
    }
    assert!(workflow("keep").contains("cxbook translate keep\n"));
}
