//! `cxbook fix`: a project to the same project with what needs no judgement put right: what `check` offers, or typography.

use std::path::Path;

use anyhow::{Context, bail};

use crate::base::{Locale, SourcePath};
use crate::cli::FixArgs;
use crate::config::{self, Config, Goal};
use crate::content;
use crate::diagnostic::Diagnostics;
use crate::edit::typography::{Left, Mending, mend};
use crate::edit::{Edit, findings};
use crate::io::write::write;
use crate::io::{scan, terminal};
use crate::pipeline::{self, Memo};
use crate::source::SourceSet;

pub(super) fn run(args: &FixArgs) -> anyhow::Result<u8> {
    let root = &args.writing.project.root;
    let language = args.lang.as_deref().map(|tag| Locale::parse(tag).context("could not use --lang")).transpose()?;
    let sources = scan::scan(root)?;
    // What is wrong elsewhere is for `check` to say.
    let config = config::read(&sources, &mut Diagnostics::default());
    if let Some(language) = &language
        && config.language(language).is_none()
    {
        bail!("could not use --lang: this site has no language `{language}`");
    }
    let asked = args.paths.iter().map(|path| below(root, path)).collect::<anyhow::Result<Vec<SourcePath>>>()?;
    for path in &asked {
        let is_known = sources.get(path).is_some() || sources.under(path.as_str()).next().is_some();
        if !is_known && !path.as_str().is_empty() {
            bail!("could not find {path} among the files of this site");
        }
    }
    let is_asked = |path: &SourcePath| {
        let is_in = |asked: &SourcePath| {
            asked.as_str().is_empty() || path == asked || path.as_str().starts_with(&format!("{asked}/"))
        };
        asked.is_empty() || asked.iter().any(is_in)
    };
    let mending = if args.typography {
        may_mend(&config, language.as_ref())?;
        let documents = content::parse(&sources, &config, &mut content::Memo::default(), &mut Diagnostics::default());
        mend(&sources, &documents, &config, |path, locale| {
            is_asked(path) && language.as_ref().is_none_or(|language| language == locale)
        })
    } else {
        let request = super::request(Goal::Check, &args.writing.project, None)?;
        let mut memo = Memo::default();
        let check = |sources: &SourceSet| pipeline::build(sources, &request, &mut memo).diagnostics;
        findings::mend(&sources, check, |path| {
            is_asked(path) && language.as_ref().is_none_or(|language| super::is_in_language(path, language, &config))
        })
    };
    if !args.writing.dry_run {
        let edits: Vec<Edit> = mending.files.iter().map(|file| file.edit.clone()).collect();
        write(root, &edits)?;
    }
    terminal::print(&if args.writing.json { json(&mending, args.writing.dry_run)? } else { text(&mending, args) });
    Ok(0)
}

/// Whether there are rules of typography to go by.
fn may_mend(config: &Config, language: Option<&Locale>) -> anyhow::Result<()> {
    if let Some(language) = language
        && config.language(language).is_some_and(|found| found.typography.is_none())
    {
        bail!(
            "could not mend `{language}`: it has no rules\n\
             add `typography = \"…\"` to `[languages.{language}]` in book.toml; `cxbook explain typography` lists them"
        );
    }
    if config.languages.values().all(|language| language.typography.is_none()) {
        bail!(
            "could not mend anything: no language of this site has rules\n\
             add `typography = \"fr-FR\"` to `[languages.fr]` in book.toml; `cxbook explain typography` lists them"
        );
    }
    Ok(())
}

/// A path as the user gives it, relative to the project or to where they stand, as a path of the project.
fn below(root: &Path, path: &Path) -> anyhow::Result<SourcePath> {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let inside = inside.strip_prefix("./").unwrap_or(inside);
    let text = inside.to_str().with_context(|| format!("could not use the path {}", path.display()))?;
    let text = text.trim_end_matches('/');
    Ok(SourcePath::new(if text == "." { "" } else { text }))
}

fn text(mending: &Mending, args: &FixArgs) -> String {
    let mut lines = String::new();
    if !args.writing.project.quiet {
        for file in &mending.files {
            for change in &file.changes {
                lines.push_str(&format!("{}:{}: {}\n", file.edit.path, change.line, change.message));
            }
        }
    }
    for Left { path, line, message } in &mending.refused {
        let line = line.map(|line| format!(":{line}")).unwrap_or_default();
        lines.push_str(&format!("left {path}{line} as it is: {message}\n"));
    }
    let changes: usize = mending.files.iter().map(|file| file.changes.len()).sum();
    let verb = if args.writing.dry_run { "would mend" } else { "mended" };
    let files = super::count(mending.files.len(), "file");
    lines.push_str(&match changes {
        0 => "nothing to mend\n".to_owned(),
        _ => format!("{verb} {} in {files}\n", super::count(changes, "place")),
    });
    if changes > 0 && !args.writing.project.quiet {
        lines.push_str(if args.writing.dry_run {
            "next: run it without --dry-run\n"
        } else {
            "next: look at the changes, then run `cxbook check` for what needs a person\n"
        });
    }
    lines
}

fn json(mending: &Mending, is_dry: bool) -> anyhow::Result<String> {
    let files: Vec<serde_json::Value> = mending
        .files
        .iter()
        .map(|file| serde_json::json!({ "path": file.edit.path.as_str(), "changes": file.changes }))
        .collect();
    let report = serde_json::json!({ "written": !is_dry, "files": files, "refused": mending.refused });
    Ok(serde_json::to_string_pretty(&report)? + "\n")
}
