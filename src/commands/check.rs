//! `cxbook check`: a project to the list of everything that is wrong with it.

use std::io::IsTerminal;

use anyhow::Context;

use crate::base::{Locale, SourcePath};
use crate::cli::{CheckArgs, Format};
use crate::config::{self, Config, Goal};
use crate::diagnostic::{self, Diagnostics};
use crate::io::terminal::{self, Progress, Watch};
use crate::io::{scan, write};
use crate::pipeline::{self, Memo};

pub(super) fn run(args: &CheckArgs) -> anyhow::Result<u8> {
    let watch = Watch::start();
    let project = &args.project;
    let request = super::request(Goal::Check, project, None)?;
    let language = args.lang.as_deref().map(|tag| Locale::parse(tag).context("could not use --lang")).transpose()?;

    let progress = Progress::start(project.quiet);
    progress.say("checking");
    let sources = scan::scan(&project.root)?;
    let build = pipeline::build(&sources, &request, &mut Memo::keeping_nothing());
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
        Some(language) => in_language(build.diagnostics, language, &config),
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
        let summary = diagnostic::github_summary(&diagnostics, &sources, &closing);
        write::add_to_run_summary(&format!("{summary}\n"))?;
    }
    if !project.quiet {
        terminal::eprint(&format!("{closing}, in {}\n", watch.shown()));
    }
    Ok(super::exit_code(&diagnostics, args.deny_warnings))
}

/// What concerns the files of one language: those with its tag in their name, and for the source
/// language those with none.
fn in_language(diagnostics: Diagnostics, language: &Locale, config: &Config) -> Diagnostics {
    let is_ours = |path: &SourcePath| {
        let tag = path.file_name().rsplit('.').nth(1).and_then(|tag| Locale::parse(tag).ok());
        let found = tag.filter(|tag| config.language(tag).is_some());
        found.as_ref().unwrap_or(&config.source_language) == language
    };
    diagnostics.into_iter().filter(|diagnostic| is_ours(&diagnostic.span.path)).collect()
}
