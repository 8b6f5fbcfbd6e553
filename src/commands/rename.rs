//! `cxbook rename`: an id to another, in every file at once.

use serde_json::json;

use crate::base::line_after;
use crate::cli::RenameArgs;
use crate::config::{self, Goal, Request};
use crate::content;
use crate::diagnostic::{self, Diagnostic, Diagnostics, Name, Severity};
use crate::edit::rename::{Renaming, applied, rename, slug};
use crate::edit::translate::{Refused, Setting};
use crate::io::write::{Changes, apply};
use crate::io::{clock, scan, terminal};
use crate::pipeline::{self, Memo};
use crate::source::SourceSet;
use crate::translation::Subjects;

pub(super) fn run(args: &RenameArgs) -> anyhow::Result<u8> {
    let today = clock::today(args.writing.project.today.as_deref())?;
    let sources = scan::scan(&args.writing.project.root)?;
    let request = Request { goal: Goal::Check, base_url: None, drafts: true, today };
    // What is wrong elsewhere is for `check` to say.
    let mut found = Diagnostics::default();
    let config = config::read(&sources, &mut found);
    let documents = content::parse(&sources, &config, &mut content::Memo::default(), &mut found);
    let subjects = Subjects::collect(&sources, &documents, &config, &mut found);
    let setting = Setting { sources: &sources, documents: &documents, config: &config, subjects: &subjects, today };
    let renaming = match &args.slug {
        Some(language) => slug(&setting, &args.what, language, &args.new),
        None => rename(&setting, &args.what, &args.new),
    };
    let renaming = match renaming {
        Ok(renaming) => renaming,
        Err(refused) => return Ok(refusal(args, &refused)),
    };
    // Whatever the tables of fields do not know of would show as a new error.
    let after = applied(&sources, &renaming);
    let errors = compared(&errors(&sources, &request), &errors(&after, &request), &renaming, args);
    if errors.new.has_errors() {
        let report = diagnostic::text(&errors.new, &after, false);
        let refused = Refused::new(format_args!("it would leave the site with new errors\n\n{report}"));
        return Ok(refusal(args, &refused));
    }
    if !args.writing.dry_run {
        let changes = Changes { moves: &renaming.moves, edits: &renaming.edits, deletes: &[] };
        apply(&args.writing.project.root, changes)?;
    }
    let found = led_nowhere(&sources, &errors.gone);
    terminal::print(&if args.writing.json {
        as_json(&renaming, &found, args.writing.dry_run)
    } else {
        as_text(&renaming, &found, args)
    });
    Ok(0)
}

fn errors(sources: &SourceSet, request: &Request) -> Vec<Diagnostic> {
    let build = pipeline::build(sources, request, &mut Memo::keeping_nothing());
    build.diagnostics.iter().filter(|problem| problem.severity == Severity::Error).cloned().collect()
}

/// What a rename does to the errors of a site.
struct Compared {
    /// Those that it has only afterwards.
    new: Diagnostics,
    /// Those that it has only before.
    gone: Vec<Diagnostic>,
}

/// Errors are the same if they say the same of the same file, by its old name and id or by its new ones. Where in
/// the file may differ: a note of the old id moves what stands below it.
fn compared(before: &[Diagnostic], after: &[Diagnostic], renaming: &Renaming, args: &RenameArgs) -> Compared {
    let old = args.what.rsplit([':', '#', '/']).next().unwrap_or_default();
    let mut gone: Vec<Diagnostic> = before.to_vec();
    let mut new = Diagnostics::default();
    for error in after {
        let is_same = |known: &Diagnostic| {
            let says = known.message == error.message || known.message.replace(old, &args.new) == error.message;
            known.name == error.name && says && renaming.moved(&known.span.path) == error.span.path
        };
        match gone.iter().position(is_same) {
            Some(known) => drop(gone.remove(known)),
            None => new.push(error.clone()),
        }
    }
    Compared { new, gone }
}

/// The places of references that lead nowhere today, and to what is renamed afterwards.
fn led_nowhere(sources: &SourceSet, gone: &[Diagnostic]) -> Vec<String> {
    let dangling = gone.iter().filter(|error| error.name == Name::UnknownReference);
    let place = |error: &Diagnostic| {
        let text = sources.get(&error.span.path).and_then(|file| file.text().ok()).unwrap_or_default();
        let start = error.span.range.start();
        let line = line_after(text.get(..start).unwrap_or_default());
        format!("{}:{line}", error.span.path)
    };
    dangling.map(place).collect()
}

fn refusal(args: &RenameArgs, refused: &Refused) -> u8 {
    if args.writing.json {
        terminal::print(&format!("{}\n", json!({ "refused": refused.to_string() })));
    } else {
        terminal::eprint(&format!("error: {refused}\n"));
    }
    super::CONTENT_IS_WRONG
}

fn as_json(renaming: &Renaming, found: &[String], is_dry: bool) -> String {
    let written: Vec<&str> = renaming.edits.iter().map(|edit| edit.path.as_str()).collect();
    let moved: Vec<_> =
        renaming.moves.iter().map(|(from, to)| json!({ "from": from.as_str(), "to": to.as_str() })).collect();
    let report = json!({
        "written": !is_dry, "references": renaming.references, "files": written, "moved": moved, "found": found,
    });
    format!("{report}\n")
}

fn as_text(renaming: &Renaming, found: &[String], args: &RenameArgs) -> String {
    let mut text = String::new();
    if !args.writing.project.quiet {
        let verb = if args.writing.dry_run { "would move" } else { "moved" };
        for (from, to) in &renaming.moves {
            text.push_str(&format!("{verb} {from} to {to}\n"));
        }
        let verb = if args.writing.dry_run { "would change" } else { "changed" };
        for edit in &renaming.edits {
            let verb =
                if edit.before.is_none() { if args.writing.dry_run { "would write" } else { "wrote" } } else { verb };
            text.push_str(&format!("{verb} {}\n", edit.path));
        }
    }
    match &args.slug {
        Some(language) => {
            let verb = if args.writing.dry_run { "would give" } else { "gave" };
            text.push_str(&format!("{verb} `{}` the slug `{}` in `{language}`\n", args.what, args.new));
        }
        None => {
            let places = super::count(renaming.references, "reference");
            let verb = if args.writing.dry_run { "would rename" } else { "renamed" };
            text.push_str(&format!("{verb} `{}` to `{}` with {places}\n", args.what, args.new));
        }
    }
    for place in found {
        let verb = if args.writing.dry_run { "would lead" } else { "leads" };
        text.push_str(&format!("note: {place} names `{}`, which led nowhere, and {verb} here now\n", args.new));
    }
    if !args.writing.project.quiet {
        text.push_str(if args.writing.dry_run {
            "next: run it without --dry-run\n"
        } else if args.slug.is_some() {
            "next: `cxbook check`; the old address is among its `aliases`, and leads to the new one\n"
        } else {
            "next: `cxbook check`; old addresses lead to the new ones, and `renamed-from` says why\n"
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::base::{SourcePath, Span, TextRange};
    use crate::cli::{Cli, Command};

    fn error(name: Name, path: &str, at: usize, message: &str) -> Diagnostic {
        Diagnostic::new(name, Span::new(&SourcePath::new(path), TextRange::at(at)), message)
    }

    #[test]
    fn errors_are_compared_and_not_counted() {
        let cli = Cli::try_parse_from(["cxbook", "rename", "article:old", "new"]).unwrap();
        let Command::Rename(args) = cli.command else { panic!("another command") };
        let path = |name: &str| SourcePath::new(format!("content/articles/{name}"));
        let renaming = Renaming { moves: vec![(path("old"), path("new"))], ..Renaming::default() };
        let before = [
            error(Name::UnknownReference, "content/a.md", 4, "no article has the id `new`"),
            error(Name::WrongType, "content/articles/old/index.md", 9, "`old` is odd"),
        ];
        let after = [
            error(Name::WrongType, "content/articles/new/index.md", 30, "`new` is odd"),
            error(Name::UnknownReference, "content/a.md", 4, "no article has the id `other`"),
        ];
        let compared = compared(&before, &after, &renaming, &args);
        assert_eq!(
            compared.new.iter().map(|error| error.message.as_str()).collect::<Vec<_>>(),
            ["no article has the id `other`"]
        );
        let mut sources = SourceSet::default();
        sources.insert(SourcePath::new("content/a.md"), b"a\nb\nc".to_vec());
        assert_eq!(led_nowhere(&sources, &compared.gone), ["content/a.md:3"]);
    }
}
