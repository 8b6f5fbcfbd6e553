//! A command to its exit code: one file a command, thin.

mod build;
mod check;
mod explain;
mod export;
mod fix;
mod import;
mod init;
mod new;
mod rename;
mod schema;
mod serve;
mod translate;

use std::path::Path;
use std::process::ExitCode;

use url::Url;

use crate::base::{Locale, SourcePath, count};
use crate::cli::{Cli, Command, ProjectArgs};
use crate::config::{self, Config, Goal, Request};
use crate::diagnostic::Diagnostics;
use crate::io::{clock, scan, terminal};

/// The content has errors.
const CONTENT_IS_WRONG: u8 = 1;
/// We could not work.
const COULD_NOT_RUN: u8 = 2;
/// An import kept files that say something else.
const CONFLICTS: u8 = 3;

/// Does what the command line says.
///
/// A failure to work is printed, and exits with 2; content that is wrong exits with 1.
#[must_use]
pub fn run(mut cli: Cli) -> ExitCode {
    if let Some(project) = cli.command.project_mut() {
        project.root = scan::nearest_root(&project.root);
    }
    let done = match cli.command {
        Command::Build(args) => build::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Init(args) => init::run(&args),
        Command::New(args) => new::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Fix(args) => fix::run(&args),
        Command::Rename(args) => rename::run(&args),
        Command::Translate(args) => translate::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Schema(args) => schema::run(&args),
    };
    ExitCode::from(done.unwrap_or_else(|error| {
        terminal::eprint(&format!("error: {error:#}\n"));
        COULD_NOT_RUN
    }))
}

fn request(goal: Goal, project: &ProjectArgs, base_url: Option<&str>) -> anyhow::Result<Request> {
    let base_url = base_url.map(parse_base_url).transpose()?;
    Ok(Request { goal, base_url, drafts: false, today: clock::today(project.today.as_deref())? })
}

fn parse_base_url(text: &str) -> anyhow::Result<Url> {
    config::parse_base_url(text).map_err(|reason| {
        anyhow::anyhow!(
            "could not use the base URL `{text}`: it {reason}\n\
             write it like https://kb.example.org/ or https://example.org/kb/"
        )
    })
}

fn problems(diagnostics: &Diagnostics) -> String {
    format!("{}, {}", count(diagnostics.errors(), "error"), count(diagnostics.warnings(), "warning"))
}

/// Put before the paths of a project that other programs count from where they stand: empty, or ends with a slash.
fn prefix(root: &Path) -> String {
    match shown(root).trim_end_matches('/') {
        "" | "." => String::new(),
        // Seen from inside the project, its own paths are the better ones.
        root if root.split('/').any(|part| part == "..") => String::new(),
        root => format!("{root}/"),
    }
}

fn exit_code(diagnostics: &Diagnostics, deny_warnings: bool) -> u8 {
    let is_wrong = diagnostics.has_errors() || (deny_warnings && diagnostics.warnings() > 0);
    if is_wrong { CONTENT_IS_WRONG } else { 0 }
}

/// The path as it is shown and typed: relative to where the user stands, if it lies there.
fn shown(path: &Path) -> String {
    let stripped = path.strip_prefix("./").unwrap_or(path);
    if stripped.as_os_str().is_empty() { ".".to_owned() } else { stripped.display().to_string() }
}

/// Whether a file is of one language: its name has that tag, or none where it is the source language.
fn is_in_language(path: &SourcePath, language: &Locale, config: &Config) -> bool {
    let tag = path.file_name().rsplit('.').nth(1).and_then(|tag| Locale::parse(tag).ok());
    tag.as_ref().filter(|tag| config.language(tag).is_some()).unwrap_or(&config.source_language) == language
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_one_is_in_has_a_name() {
        assert_eq!(shown(Path::new(".")), ".");
        assert_eq!(shown(Path::new("./")), ".");
        assert_eq!(shown(Path::new("./kb")), "kb");
    }

    #[test]
    fn a_base_url_is_absolute_and_ends_with_a_slash() {
        assert_eq!(parse_base_url("https://example.org/kb").unwrap().as_str(), "https://example.org/kb/");
        assert!(parse_base_url("/kb/").unwrap_err().to_string().contains("it is not absolute"));
    }
}
