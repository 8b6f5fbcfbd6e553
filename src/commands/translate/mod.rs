//! `cxbook translate`: what a translator asks for to what is written and printed.

mod bulk;
mod diff;
mod exchange;
mod status;

use std::borrow::Cow;

use serde_json::json;

use crate::base::{Locale, SourcePath, count};
use crate::cli::{OnConflict, TranslateArgs, TranslateCommand};
use crate::config::{self, Goal, Request};
use crate::content;
use crate::diagnostic::Diagnostics;
use crate::edit::translate::{self as edit, Done, Marking, Refused, Setting};
use crate::interchange::exchange::Trust;
use crate::io::write::{Changes, apply, read_text};
use crate::io::{clock, scan, terminal};
use crate::pipeline::{self, Memo};
use crate::source::SourceSet;
use crate::translation::snapshot::FOLDER;
use crate::translation::{SubjectId, Subjects, part_of, reading};

/// The longest line of a report, in letters, and of what a command shows of the texts themselves.
const LONGEST_SAID: usize = 600;
const LONGEST_SHOWN: usize = 10_000;
/// More snapshots than these are counted and not named.
const MOST_NAMED: usize = 10;

pub(super) fn run(args: &TranslateArgs) -> anyhow::Result<u8> {
    let today = clock::today(args.project.today.as_deref())?;
    // How all translations stand is told without what they said when they were last read.
    let left_out: &[&str] =
        if matches!(args.command, TranslateCommand::Status { subject: None, .. }) { &[reading::FOLDER] } else { &[] };
    let sources = scan::scan_without(&args.project.root, left_out)?;
    // What is wrong elsewhere is for `check` to say.
    let mut diagnostics = Diagnostics::default();
    let config = config::read(&sources, &mut diagnostics);
    if let TranslateCommand::Status { lang, subject: None, all } = &args.command {
        return status::overview(&sources, &config, lang.as_deref(), *all, args.json);
    }
    let bulk = bulk::Bulk { root: &args.project.root, sources: &sources, config: &config, today };
    // To read one page and the vocabularies is enough to translate it; what is done to all pages reads them by itself.
    let part = match &args.command {
        TranslateCommand::Sync { subject: None, .. } | TranslateCommand::Keep | TranslateCommand::Gc => {
            Some(SourceSet::default())
        }
        command => named(command).and_then(|text| part_of(&sources, &config, &SubjectId::parse(text))),
    };
    let read = part.as_ref().unwrap_or(&sources);
    let documents = content::parse(read, &config, &mut content::Memo::keeping_nothing(), &mut diagnostics);
    let subjects = Subjects::collect(&sources, &documents, &config, &mut diagnostics);
    let setting = Setting { sources: &sources, documents: &documents, config: &config, subjects: &subjects, today };
    if let Some(refused) = swapped(&setting, &args.command) {
        return Ok(refusal(args, &refused));
    }
    let done = match &args.command {
        TranslateCommand::Status { lang, subject, .. } => {
            return shown(args, status::subject(&setting, lang.as_deref(), subject.as_deref(), args.json));
        }
        TranslateCommand::Diff { lang, subject } => return shown(args, diff::diff(&setting, lang, subject, args.json)),
        TranslateCommand::New { lang, subject } => edit::new(&setting, lang, subject),
        TranslateCommand::Sync { lang, subject: None, .. } => return finished(args, bulk.sync(lang)?),
        TranslateCommand::Sync { lang, subject: Some(subject), segment } => {
            edit::sync(&setting, lang, subject, segment)
        }
        TranslateCommand::Update { lang, subject } => edit::update(&setting, lang, subject),
        TranslateCommand::Mark { lang, subject, quality, reviewer, by, same } => {
            let marking = Marking { quality: quality.clone(), reviewer: reviewer.clone(), by: by.clone(), same: *same };
            let request = Request { goal: Goal::Check, base_url: None, drafts: true, today };
            let build = pipeline::build(&sources, &request, &mut Memo::default());
            edit::mark(&setting, lang, subject, &marking, &build.diagnostics)
        }
        TranslateCommand::Export { format, lang, subject, out, replace } => {
            return exchange::export(args, &setting, *format, lang, subject.as_deref(), (out, *replace));
        }
        TranslateCommand::Import { files, on_conflict, allow_markup, trust_approved, dry_run } => {
            let trust = Trust {
                take_conflicts: *on_conflict == OnConflict::Take,
                new_markup: *allow_markup,
                approved: *trust_approved,
            };
            return exchange::import(args, &setting, files, trust, *dry_run);
        }
        TranslateCommand::Minor { subject } => edit::minor(&setting, subject),
        TranslateCommand::Adopt { lang, subject, file } => {
            edit::adopt(&setting, lang, subject, &file.display().to_string(), &read_text(file)?)
        }
        TranslateCommand::Keep => return finished(args, bulk.keep()?),
        TranslateCommand::Gc => edit::gc(&sources),
        TranslateCommand::AddLanguage { lang, name, territory } => {
            edit::add_language(&setting, lang, name.as_deref(), territory.as_deref())
        }
    };
    if let Ok(done) = &done {
        apply(&args.project.root, Changes { moves: &[], edits: &done.edits, deletes: &done.deletes })?;
    }
    finished(args, done)
}

/// What a command is about, where that is one document or vocabulary.
fn named(command: &TranslateCommand) -> Option<&str> {
    match command {
        TranslateCommand::New { subject, .. }
        | TranslateCommand::Diff { subject, .. }
        | TranslateCommand::Update { subject, .. }
        | TranslateCommand::Mark { subject, .. }
        | TranslateCommand::Minor { subject }
        | TranslateCommand::Adopt { subject, .. } => Some(subject),
        TranslateCommand::Status { subject, .. } | TranslateCommand::Sync { subject, .. } => subject.as_deref(),
        TranslateCommand::Export { .. }
        | TranslateCommand::Import { .. }
        | TranslateCommand::Keep
        | TranslateCommand::Gc
        | TranslateCommand::AddLanguage { .. } => None,
    }
}

/// Says what was done, or why nothing was.
fn finished(args: &TranslateArgs, done: Result<Done, Refused>) -> anyhow::Result<u8> {
    Ok(match done {
        Err(refused) => refusal(args, &refused),
        Ok(done) => {
            report(args, &done);
            0
        }
    })
}

/// Says how a command is typed that names its subject first and the language after it.
fn swapped(setting: &Setting<'_>, command: &TranslateCommand) -> Option<Refused> {
    let (verb, first, second) = match command {
        TranslateCommand::New { lang, subject } => ("new", lang, subject),
        TranslateCommand::Diff { lang, subject } => ("diff", lang, subject),
        TranslateCommand::Update { lang, subject } => ("update", lang, subject),
        TranslateCommand::Mark { lang, subject, .. } => ("mark", lang, subject),
        TranslateCommand::Adopt { lang, subject, .. } => ("adopt", lang, subject),
        TranslateCommand::Status { lang: Some(lang), subject: Some(subject), .. } => ("status", lang, subject),
        TranslateCommand::Sync { lang, subject: Some(subject), .. } => ("sync", lang, subject),
        _ => return None,
    };
    let is_language = |text: &str| Locale::parse(text).is_ok_and(|locale| setting.config.language(&locale).is_some());
    let is_swapped = is_language(second) && !is_language(first) && setting.subject(second).is_err();
    is_swapped
        .then(|| Refused::new(format_args!("the language comes first: `cxbook translate {verb} {second} {first}`")))
}

/// Prints what a command has to show, or why it has nothing.
fn shown(args: &TranslateArgs, text: Result<String, Refused>) -> anyhow::Result<u8> {
    match text {
        Ok(text) if args.json => {
            terminal::print_content(&text);
            Ok(0)
        }
        Ok(text) => {
            // A paragraph is shown whole, a file that is one line is not.
            let lines: Vec<Cow<'_, str>> = text.lines().map(|line| cut(line, LONGEST_SHOWN)).collect();
            terminal::print_content(&format!("{}\n", lines.join("\n")));
            Ok(0)
        }
        Err(refused) => Ok(refusal(args, &refused)),
    }
}

fn refusal(args: &TranslateArgs, refused: &Refused) -> u8 {
    if args.json {
        terminal::print(&format!("{}\n", json!({ "refused": refused.to_string() })));
    } else {
        let refused = refused.to_string();
        let lines: Vec<Cow<'_, str>> = refused.lines().map(|line| cut(line, LONGEST_SAID)).collect();
        terminal::eprint(&format!("error: {}\n", lines.join("\n")));
    }
    super::CONTENT_IS_WRONG
}

/// A line that fits on a screen, whatever a file has put into it.
fn cut(line: &str, most: usize) -> Cow<'_, str> {
    match line.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{} …", &line[..end])),
        None => Cow::Borrowed(line),
    }
}

fn report(args: &TranslateArgs, done: &Done) {
    if args.json {
        let written: Vec<&str> = done.edits.iter().map(|edit| edit.path.as_str()).collect();
        let deleted: Vec<&str> = done.deletes.iter().map(|path| path.as_str()).collect();
        let report = json!({ "did": done.did, "next": done.next, "written": written, "deleted": deleted });
        terminal::print(&format!("{report}\n"));
        return;
    }
    let mut text = String::new();
    for line in &done.did {
        text.push_str(&format!("{}\n", cut(line, LONGEST_SAID)));
    }
    let snapshots: Vec<&SourcePath> =
        done.edits.iter().map(|edit| &edit.path).filter(|path| path.as_str().starts_with(FOLDER)).collect();
    if snapshots.len() > MOST_NAMED {
        text.push_str(&format!("kept the words of {} in {FOLDER}\n", count(snapshots.len(), "source")));
    } else {
        for path in snapshots {
            text.push_str(&format!("kept the source's words in {path}\n"));
        }
    }
    for path in &done.deletes {
        text.push_str(&format!("deleted {path}\n"));
    }
    if !args.project.quiet {
        for line in &done.next {
            text.push_str(&format!("next: {line}\n"));
        }
    }
    terminal::print_content(&text);
}
