//! `cxbook check`: a project to the list of everything that is wrong with it.

use std::io::IsTerminal;

use anyhow::Context;

use crate::base::{Locale, SourcePath};
use crate::cli::{CheckArgs, Format};
use crate::config::{self, Config, Goal};
use crate::content;
use crate::diagnostic::{self, Around, Diagnostic, Diagnostics};
use crate::edit::translate::{ByHand, Setting, by_hand};
use crate::io::terminal::{self, Progress, Watch};
use crate::io::{clock, scan, write};
use crate::pipeline::{self, Memo};
use crate::source::SourceSet;
use crate::translation::Subjects;

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<u8> {
    let watch = Watch::start();
    let project = &args.project;
    let request = super::request(Goal::Check, project, None)?;
    let language = args.lang.as_deref().map(|tag| Locale::parse(tag).context("could not use --lang")).transpose()?;

    let progress = Progress::start(project.quiet);
    progress.say("checking");
    let sources = scan::scan(&project.root)?;
    // Only the summary on a code host asks for the documents once more.
    let mut memo = if args.format == Format::Github { Memo::default() } else { Memo::keeping_nothing() };
    let build = pipeline::build(&sources, &request, &mut memo);
    drop(progress);

    let config = config::read(&sources, &mut Diagnostics::default());
    let diagnostics = match &language {
        Some(language) if config.language(language).is_none() => {
            let languages: Vec<&str> = config.languages.keys().map(Locale::as_str).collect();
            anyhow::bail!(
                "could not use --lang: this site has no language `{language}`, only {}",
                languages.join(", ")
            );
        }
        Some(language) => {
            let is_ours = |problem: &Diagnostic| super::is_in_language(&problem.span.path, language, &config);
            build.diagnostics.into_iter().filter(is_ours).collect()
        }
        None => build.diagnostics,
    };
    terminal::print(&match args.format {
        Format::Text => {
            let in_colour = terminal::has_colour() && std::io::stdout().is_terminal();
            diagnostic::digest(&diagnostics, &sources, in_colour)
        }
        Format::Github => diagnostic::github(&diagnostics, &sources, &super::prefix(&project.root)),
        Format::Sarif => diagnostic::sarif(&diagnostics, &sources, &super::prefix(&project.root)),
        Format::Short => diagnostic::short(&diagnostics, &sources),
        Format::Json => diagnostic::json(&diagnostics, &sources),
    });
    let documents = super::count(build.summary.documents, "file");
    let closing = format!("checked {documents}, {}", super::problems(&diagnostics));
    if args.format == Format::Github {
        let about = about(args);
        let about = about.as_deref();
        let left = left_to_translate(args, (&sources, &config), &mut memo, (language.as_ref(), about), &diagnostics)?;
        let touched = about.map(|about| about.iter().chain(&left.files).cloned().collect());
        let around = Around { touched: touched.as_ref(), below: Some(&left.files) };
        let summary = diagnostic::github_summary(&diagnostics, &sources, &closing, around);
        if !write::add_to_run_summary(&format!("{summary}\n{}", left.text))? && !project.quiet {
            terminal::eprint(
                "note: the summary, with what is left to translate and what to paste, is written to the file that \
                 GITHUB_STEP_SUMMARY names, and no host has set it; to read it here: \
                 `GITHUB_STEP_SUMMARY=summary.md cxbook check --format github`\n",
            );
        }
    }
    if !project.quiet {
        terminal::eprint(&format!("{closing}, in {}\n", watch.shown()));
        match diagnostics.iter().filter(|problem| problem.mend.is_some()).count() {
            0 => {}
            1 => terminal::eprint("next: `cxbook fix` puts one of them right\n"),
            many => terminal::eprint(&format!("next: `cxbook fix` puts {many} of them right\n")),
        }
    }
    Ok(super::exit_code(&diagnostics, args.deny_warnings))
}

/// The files that a change touches, if it is said.
fn about(args: &CheckArgs) -> Option<Vec<SourcePath>> {
    // The host names files from the root of the repository.
    let folder = super::prefix(&args.project.root);
    let path = |path: &std::path::PathBuf| {
        let path = path.to_string_lossy().replace('\\', "/");
        SourcePath::new(path.strip_prefix(&folder).unwrap_or(&path))
    };
    args.about.as_ref().map(|about| about.iter().map(path).collect())
}

/// What is left to translate, into which language and about which files, and what to paste into which file.
fn left_to_translate(
    args: &CheckArgs,
    (sources, config): (&SourceSet, &Config),
    memo: &mut Memo,
    (language, about): (Option<&Locale>, Option<&[SourcePath]>),
    problems: &Diagnostics,
) -> anyhow::Result<ByHand> {
    let today = clock::today(args.project.today.as_deref())?;
    let mut found = Diagnostics::default();
    let documents = content::parse(sources, config, memo.content(), &mut found);
    let subjects = Subjects::collect(sources, &documents, config, &mut found);
    let setting = Setting { sources, documents: &documents, config, subjects: &subjects, today };
    Ok(by_hand(&setting, language, about, problems))
}
