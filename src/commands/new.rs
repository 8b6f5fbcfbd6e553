//! `cxbook new`: a kind and an id to the smallest file that is valid.

use crate::cli::NewArgs;
use crate::config;
use crate::content::{self, Kind};
use crate::diagnostic::Diagnostics;
use crate::edit;
use crate::io::write::write;
use crate::io::{clock, scan, terminal};

pub(super) fn run(args: &NewArgs) -> anyhow::Result<u8> {
    let root = &args.project.root;
    let today = clock::today(args.project.today.as_deref())?;
    let sources = scan::scan(root)?;
    // What is wrong elsewhere is for `check` to say.
    let mut diagnostics = Diagnostics::default();
    let config = config::read(&sources, &mut diagnostics);
    let documents = content::parse(&sources, &config, &mut content::Memo::default(), &mut diagnostics);
    let setting =
        edit::new::Setting { sources: &sources, documents: &documents, language: &config.source_language, today };
    let edits = edit::new::new(setting, &args.kind, &args.id)?;
    write(root, &edits)?;
    if args.project.quiet {
        return Ok(0);
    }
    let mut lines = String::new();
    for edit in &edits {
        let verb = if edit.before.is_some() { "added to" } else { "wrote" };
        lines.push_str(&format!("{verb} {}\n", super::shown(&root.join(edit.path.as_str()))));
    }
    let is_document = Kind::from_noun(&args.kind).is_none_or(Kind::is_document);
    let next = if is_document {
        "it is a draft: see it with `cxbook serve --drafts`, publish it with `status: published`"
    } else {
        "use its id in a document, and see what is missing with `cxbook check`"
    };
    lines.push_str(&format!("next: {next}\n"));
    terminal::print(&lines);
    Ok(0)
}
