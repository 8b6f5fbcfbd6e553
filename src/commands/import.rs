//! `cxbook import`: a file of another program to source files.

use anyhow::{Context, bail};

use crate::base::{Id, Locale, SourcePath};
use crate::cli::{ImportArgs, ImportFormat};
use crate::config::{self, Config, Goal};
use crate::content;
use crate::diagnostic::{self, Diagnostics};
use crate::graph::{self, Graph};
use crate::interchange::draft::Wishes;
use crate::interchange::files::{self, Document, Plan, Setting, VocabularyBlock};
use crate::interchange::{Fault, LossReport, csv, json, mermaid, readings, signal};
use crate::io::write::{Changes, apply, read_file};
use crate::io::{scan, terminal};
use crate::source::SourceSet;

/// The most bytes that an imported file may have: a site of ten thousand articles stays below.
const MAX_BYTES: u64 = 256 << 20;

pub(super) fn run(args: &ImportArgs) -> anyhow::Result<u8> {
    let root = &args.project.root;
    let text = read_file(&args.file, MAX_BYTES)?;
    let sources = scan::scan(root)?;
    let request = super::request(Goal::Site, &args.project, None)?;
    // What is wrong elsewhere is for `check` to say.
    let mut diagnostics = Diagnostics::default();
    let config = config::read(&sources, &mut diagnostics);
    let documents = content::parse(&sources, &config, &mut content::Memo::default(), &mut diagnostics);
    let graph =
        graph::resolve(&documents, &config, &crate::config::Request { drafts: true, ..request }, &mut diagnostics);

    let import = Import { args, graph: &graph, config: &config, today: request.today };
    let mut report = LossReport::default();
    let setting = Setting { sources: &sources, documents: &documents, config: &config, replace: args.replace };
    let is_readings = args.format == ImportFormat::Csv && readings::is_table(&text);
    let plan = if is_readings {
        let journey = args.id.as_ref().map(|id| Id::parse(id).with_context(|| format!("could not use --id {id}")));
        readings::plan(&text, journey.transpose()?.as_ref(), &graph, &sources, args.replace, &mut report)
    } else {
        import.read(&text, &mut report)?.map(|(read, blocks)| {
            let mut plan = files::plan(setting, &read, &blocks, &mut report);
            if args.format != ImportFormat::Json {
                files::leave_unneeded(setting, &read, &mut plan, &mut report);
            }
            plan
        })
    };
    let plan = match plan {
        Ok(plan) => plan,
        Err(fault) => {
            terminal::eprint(&format!("error: {}:{fault}\n", super::shown(&args.file)));
            return Ok(super::CONTENT_IS_WRONG);
        }
    };
    let (faults, written) = files::faults(setting, &plan);
    if !faults.is_empty() {
        terminal::eprint(&diagnostic::text(&faults.into_iter().collect(), &written, terminal::has_colour()));
        terminal::eprint("nothing was written: the files would have the errors above\n");
        return Ok(super::CONTENT_IS_WRONG);
    }
    import.write(&sources, &plan, &report, is_readings)
}

struct Import<'a> {
    args: &'a ImportArgs,
    graph: &'a Graph,
    config: &'a Config,
    today: crate::base::Date,
}

type Read = (Vec<Document>, Vec<VocabularyBlock>);

impl Import<'_> {
    fn read(&self, text: &str, report: &mut LossReport) -> anyhow::Result<Result<Read, Fault>> {
        Ok(match self.args.format {
            ImportFormat::Json => json::read(text).map(|import| {
                *report = import.report;
                report.keep(super::count(import.documents.len(), "entity"));
                (import.documents, import.blocks)
            }),
            ImportFormat::Signal => {
                signal::read(text, self.graph, &self.wishes()?, report).map(|documents| (documents, Vec::new()))
            }
            ImportFormat::Csv if signal::is_table(text) => {
                signal::read(text, self.graph, &self.wishes()?, report).map(|documents| (documents, Vec::new()))
            }
            ImportFormat::Csv => {
                let wishes = self.wishes()?;
                let lanes = match &self.args.map {
                    None => csv::Lanes::default(),
                    Some(path) => csv::Lanes::read(&read_file(path, 1 << 20)?)
                        .map_err(|fault| anyhow::anyhow!("{}:{fault}", super::shown(path)))?,
                };
                csv::read(text, &lanes, self.graph, &wishes, report).map(|documents| (documents, Vec::new()))
            }
            ImportFormat::Mermaid => {
                let wishes = self.wishes()?;
                mermaid::read(text, self.graph, &wishes, report).map(|documents| (documents, Vec::new()))
            }
        })
    }

    /// What the command says about a journey that is to be made.
    fn wishes(&self) -> anyhow::Result<Wishes> {
        let id = |name: &str, text: &str| Id::parse(text).with_context(|| format!("could not use --{name} {text}"));
        let wanted = |name: &str, text: Option<&String>| text.map(|text| id(name, text)).transpose();
        let stem = self.args.file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let journey = match &self.args.id {
            Some(text) => id("id", text)?,
            None => Id::from_words(&stem)
                .with_context(|| format!("could not make an id of `{stem}`; name one with --id"))?,
        };
        let locale = match &self.args.lang {
            Some(tag) => Locale::parse(tag).context("could not use --lang")?,
            None => self.config.source_language.clone(),
        };
        let mut stages = Vec::new();
        for pair in &self.args.stages {
            let Some((phase, stage)) = pair.rsplit_once('=') else {
                bail!("could not use --stage {pair}: write `--stage \"phase=stage\"`");
            };
            stages.push((phase.trim().to_owned(), id("stage", stage.trim())?));
        }
        Ok(Wishes {
            id: journey,
            is_named: self.args.id.is_some(),
            title: self.args.title.clone(),
            locale,
            persona: wanted("persona", self.args.persona.as_ref())?,
            lifecycle: wanted("lifecycle", self.args.lifecycle.as_ref())?,
            stages,
            today: self.today,
        })
    }

    fn write(&self, sources: &SourceSet, plan: &Plan, report: &LossReport, is_readings: bool) -> anyhow::Result<u8> {
        let root = self.args.project.root.as_path();
        let mut lines = String::new();
        let beside: Vec<_> = plan.beside.iter().map(|(_, edit)| edit.clone()).collect();
        let (verb, added) = if self.args.dry_run { ("would write", "would change") } else { ("wrote", "changed") };
        // What is in the file now need not stand beside it any more.
        let earlier = plan.edits.iter().flat_map(|edit| files::imported_before(sources, &edit.path, &edit.text));
        let (said, other): (Vec<_>, Vec<_>) = earlier.partition(|(_, is_same)| *is_same);
        let deletes: Vec<SourcePath> = said.into_iter().map(|(path, _)| path).collect();
        if !self.args.dry_run {
            let edits: Vec<_> = plan.edits.iter().chain(&beside).cloned().collect();
            apply(root, Changes { moves: &[], edits: &edits, deletes: &deletes })?;
        }
        for edit in &plan.edits {
            let verb = if edit.before.is_some() { added } else { verb };
            lines.push_str(&format!("{verb} {}\n", super::shown(&root.join(edit.path.as_str()))));
        }
        for (path, edit) in &plan.beside {
            let (path, other) = (root.join(path.as_str()), root.join(edit.path.as_str()));
            lines.push_str(&format!("kept {}: {verb} {} beside it\n", super::shown(&path), super::shown(&other)));
        }
        for path in &deletes {
            let verb = if self.args.dry_run { "would delete" } else { "deleted" };
            let path = super::shown(&root.join(path.as_str()));
            lines.push_str(&format!("{verb} {path}: the file beside it says the same\n"));
        }
        for (path, _) in &other {
            let path = super::shown(&root.join(path.as_str()));
            lines.push_str(&format!("left {path} of an earlier import: it says something else\n"));
        }
        if plan.unchanged > 0 {
            lines.push_str(&format!("{} said the same already\n", super::count(plan.unchanged, "file")));
        }
        lines.push_str(&report.text());
        if !plan.beside.is_empty() {
            lines.push_str(if self.args.replace {
                "next: these hold internal evidence, or entries that share a line: take over from the files beside them by hand\n"
            } else if self.args.format == ImportFormat::Json || is_readings {
                "next: compare the files that were kept with those beside them, or import again with --replace\n"
            } else {
                "next: compare what was kept with what is beside it, import again with --replace, or as another journey \
                 with --id\n"
            });
        } else if !plan.edits.is_empty() && !self.args.dry_run {
            lines.push_str("next: see what is missing with `cxbook check`\n");
        }
        if !self.args.project.quiet {
            terminal::print(&lines);
        }
        Ok(if plan.beside.is_empty() { 0 } else { super::CONFLICTS })
    }
}
