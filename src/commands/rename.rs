//! `cxbook rename`: an id to another, in every file at once.

use serde_json::json;

use crate::cli::RenameArgs;
use crate::config::{self, Goal, Request};
use crate::content;
use crate::diagnostic::{self, Diagnostics, Severity};
use crate::edit::rename::{Renaming, applied, rename};
use crate::edit::translate::{Refused, Setting};
use crate::io::write::{Changes, apply};
use crate::io::{clock, scan, terminal};
use crate::pipeline::{self, Memo};
use crate::source::SourceSet;
use crate::translation::Subjects;

pub(super) fn run(args: &RenameArgs) -> anyhow::Result<u8> {
    let today = clock::today(args.project.today.as_deref())?;
    let sources = scan::scan(&args.project.root)?;
    let request = Request { goal: Goal::Check, base_url: None, drafts: true, today };
    // What is wrong elsewhere is for `check` to say.
    let mut found = Diagnostics::default();
    let config = config::read(&sources, &mut found);
    let documents = content::parse(&sources, &config, &mut content::Memo::default(), &mut found);
    let subjects = Subjects::collect(&sources, &documents, &config, &mut found);
    let setting = Setting { sources: &sources, documents: &documents, config: &config, subjects: &subjects, today };
    let renaming = match rename(&setting, &args.what, &args.new) {
        Ok(renaming) => renaming,
        Err(refused) => return Ok(refusal(args, &refused)),
    };
    // Whatever the tables of fields do not know of would show as a new error.
    let after = applied(&sources, &renaming);
    if let Some(report) = new_errors(&sources, &after, &request) {
        let refused = Refused::new(format_args!("it would leave the site with new errors\n\n{report}"));
        return Ok(refusal(args, &refused));
    }
    if !args.dry_run {
        let changes = Changes { moves: &renaming.moves, edits: &renaming.edits, deletes: &[] };
        apply(&args.project.root, changes)?;
    }
    terminal::print(&if args.json { as_json(&renaming, args.dry_run) } else { as_text(&renaming, args) });
    Ok(0)
}

/// The errors that a site has only after the rename, as text.
fn new_errors(before: &SourceSet, after: &SourceSet, request: &Request) -> Option<String> {
    let errors = |sources: &SourceSet| -> Diagnostics {
        let build = pipeline::build(sources, request, &mut Memo::keeping_nothing());
        build.diagnostics.iter().filter(|problem| problem.severity == Severity::Error).cloned().collect()
    };
    let now = errors(after);
    if now.errors() == 0 || now.errors() <= errors(before).errors() {
        return None;
    }
    Some(diagnostic::text(&now, after, false))
}

fn refusal(args: &RenameArgs, refused: &Refused) -> u8 {
    if args.json {
        terminal::print(&format!("{}\n", json!({ "refused": refused.to_string() })));
    } else {
        terminal::eprint(&format!("error: {refused}\n"));
    }
    super::CONTENT_IS_WRONG
}

fn as_json(renaming: &Renaming, is_dry: bool) -> String {
    let written: Vec<&str> = renaming.edits.iter().map(|edit| edit.path.as_str()).collect();
    let moved: Vec<_> =
        renaming.moves.iter().map(|(from, to)| json!({ "from": from.as_str(), "to": to.as_str() })).collect();
    let report = json!({ "written": !is_dry, "references": renaming.references, "files": written, "moved": moved });
    format!("{report}\n")
}

fn as_text(renaming: &Renaming, args: &RenameArgs) -> String {
    let mut text = String::new();
    if !args.project.quiet {
        let verb = if args.dry_run { "would move" } else { "moved" };
        for (from, to) in &renaming.moves {
            text.push_str(&format!("{verb} {from} to {to}\n"));
        }
        let verb = if args.dry_run { "would change" } else { "changed" };
        for edit in &renaming.edits {
            let verb = if edit.before.is_none() { if args.dry_run { "would write" } else { "wrote" } } else { verb };
            text.push_str(&format!("{verb} {}\n", edit.path));
        }
    }
    let places = super::count(renaming.references, "reference");
    let verb = if args.dry_run { "would rename" } else { "renamed" };
    text.push_str(&format!("{verb} `{}` to `{}` with {places}\n", args.what, args.new));
    if !args.project.quiet {
        text.push_str(if args.dry_run {
            "next: run it without --dry-run\n"
        } else {
            "next: `cxbook check`; old addresses lead to the new ones, and `renamed-from` says why\n"
        });
    }
    text
}
