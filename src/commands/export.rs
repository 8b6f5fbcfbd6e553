//! `cxbook export`: a project to the format of another program, on standard output or in a file.

use std::path::Path;

use anyhow::{Context, bail};

use crate::analysis;
use crate::base::{Date, Locale, nearest};
use crate::cli::{ExportArgs, ExportFormat};
use crate::config::{self, Config, Goal};
use crate::content::{self, EntityId, Kind};
use crate::diagnostic::Diagnostics;
use crate::graph::{self, Graph};
use crate::interchange::tables::{self, Flat};
use crate::interchange::{LossReport, Subject, cjml, csv, json, mermaid, signal};
use crate::io::publish::is_published;
use crate::io::write::{read_file_bytes, write_file};
use crate::io::{scan, terminal};
use crate::theme::{self, Theme};

/// More ids than these are too many to list.
const FEW: usize = 8;

pub(super) fn run(args: &ExportArgs) -> anyhow::Result<u8> {
    if let Some(out) = args.out.as_deref().filter(|out| scan::is_source(&args.project.root, out)) {
        bail!("could not write {}: the sources of the site lie there; name a file elsewhere", out.display());
    }
    if let Some(out) = args.out.as_deref().filter(|out| is_published(&args.project.root, out)) {
        bail!(
            "could not write {}: a built site lies there, and builds replace it; name a file elsewhere",
            out.display()
        );
    }
    let sources = scan::scan(&args.project.root)?;
    let mut request = super::request(Goal::Site, &args.project, None)?;
    request.drafts = args.drafts;
    let mut diagnostics: Diagnostics = sources.refused().iter().cloned().collect();
    let config = config::read(&sources, &mut diagnostics);
    let theme = theme::load(&sources, &config, &mut diagnostics);
    let documents = content::parse(&sources, &config, &mut content::Memo::default(), &mut diagnostics);
    let graph = graph::resolve(&documents, &config, &request, &mut diagnostics);
    diagnostics.settle(&config.levels);
    if diagnostics.has_errors() {
        let errors = super::count(diagnostics.errors(), "error");
        terminal::eprint(&format!("nothing was exported: the content has {errors}; see them with `cxbook check`\n"));
        return Ok(super::CONTENT_IS_WRONG);
    }
    let export = Export { args, graph: &graph, config: &config, theme: &theme, today: request.today };
    let mut report = LossReport::default();
    let text = export.text(&mut report)?;
    match &args.out {
        Some(path) if !args.replace && path.symlink_metadata().is_ok() && !says(path, &text) => bail!(
            "could not write {}: it is there and says something else; name another file, or write over it with --replace",
            path.display()
        ),
        Some(path) => write_file(path, text.as_bytes())?,
        None => terminal::print(&text),
    }
    if !args.project.quiet {
        terminal::eprint(&report.text());
    }
    Ok(0)
}

/// Whether the file says this already.
fn says(path: &Path, text: &str) -> bool {
    read_file_bytes(path, text.len() as u64).is_ok_and(|bytes| bytes == text.as_bytes())
}

struct Export<'a> {
    args: &'a ExportArgs,
    graph: &'a Graph,
    config: &'a Config,
    theme: &'a Theme,
    today: Date,
}

impl Export<'_> {
    fn text(&self, report: &mut LossReport) -> anyhow::Result<String> {
        let bytes = match self.args.format {
            ExportFormat::Json => match (&self.args.id, &self.args.lang) {
                (None, None) => json::site(self.graph, self.config),
                (None, Some(_)) => {
                    bail!("could not use --lang: name what to export, or leave --lang out for everything")
                }
                (Some(id), lang) => {
                    let node = self.graph.node(&self.entity(id)?).context("it has just been found")?;
                    let entity = match lang {
                        Some(_) => json::localized(self.graph, self.config, node, self.locale()?),
                        None => json::entity(self.graph, self.config, node),
                    };
                    format!("{}\n", serde_json::to_string_pretty(&entity)?).into_bytes()
                }
            },
            ExportFormat::Csv => csv::grid(self.journey()?, report).into_bytes(),
            ExportFormat::Tidy if self.args.id.is_none() => csv::tidy(self.journeys()?, report).into_bytes(),
            ExportFormat::Tidy => csv::tidy([self.journey()?], report).into_bytes(),
            ExportFormat::Mermaid if self.args.id.is_none() => {
                mermaid::write_all(self.journeys()?, report).into_bytes()
            }
            ExportFormat::Mermaid => mermaid::write(self.journey()?, report).into_bytes(),
            ExportFormat::Cjml => cjml::write(self.journey()?, &self.config.title, report).into_bytes(),
            ExportFormat::Signal => signal::write(self.journey()?, report).into_bytes(),
            ExportFormat::Pains => self.flat(Flat::Pains, report)?,
            ExportFormat::Opportunities => self.flat(Flat::Opportunities, report)?,
            ExportFormat::Touchpoints => self.flat(Flat::Touchpoints, report)?,
            ExportFormat::PrinciplesMatrix => self.flat(Flat::PrinciplesMatrix, report)?,
            ExportFormat::Gaps => self.flat(Flat::Gaps, report)?,
            ExportFormat::Readings => self.flat(Flat::Readings, report)?,
        };
        Ok(String::from_utf8(bytes)?)
    }

    /// A table of everything.
    fn flat(&self, table: Flat, report: &mut LossReport) -> anyhow::Result<Vec<u8>> {
        if let Some(id) = &self.args.id {
            bail!("could not export `{id}` alone: this table holds everything; leave the id out");
        }
        let findings = analysis::run(self.graph, &self.config.thresholds, self.today);
        Ok(tables::flat(table, self.graph, &findings, self.locale()?, self.today, report).into_bytes())
    }

    fn locale(&self) -> anyhow::Result<&Locale> {
        let Some(tag) = &self.args.lang else { return Ok(self.graph.source_language()) };
        let languages = self.graph.languages();
        languages.iter().find(|locale| locale.as_str() == tag).with_context(|| {
            let known: Vec<&str> = languages.iter().map(Locale::as_str).collect();
            format!("could not use --lang: this site has no language `{tag}`, only {}", known.join(", "))
        })
    }

    /// What is named by `kind:id`, or by an id that only one thing has; journeys come first.
    fn entity(&self, text: &str) -> anyhow::Result<EntityId> {
        if let Some((noun, id)) = text.split_once(':') {
            let kind = Kind::from_noun(noun).with_context(|| format!("there is no kind `{noun}`"))?;
            let entity = EntityId::new(kind, id);
            return if self.graph.node(&entity).is_some() { Ok(entity) } else { Err(self.unknown(Some(kind), id)) };
        }
        let journey = EntityId::new(Kind::Journey, text);
        if self.graph.node(&journey).is_some() {
            return Ok(journey);
        }
        let found: Vec<&EntityId> = self.graph.nodes().map(|node| &node.id).filter(|id| id.id == text).collect();
        match found[..] {
            [one] => Ok(one.clone()),
            [] => Err(self.unknown(None, text)),
            _ => {
                let names: Vec<String> = found.iter().map(|id| format!("`{id}`")).collect();
                bail!("`{text}` may be {}; write which", names.join(" or "))
            }
        }
    }

    /// Every journey.
    fn journeys(&self) -> anyhow::Result<Vec<Subject<'_>>> {
        let locale = self.locale()?;
        let strings = self.theme.strings(locale);
        Ok(self.graph.journeys().filter_map(|(node, _)| Subject::new(self.graph, &node.id, locale, strings)).collect())
    }

    fn journey(&self) -> anyhow::Result<Subject<'_>> {
        let Some(id) = &self.args.id else {
            let first = self.graph.journeys().next().map_or("motor-claim", |(node, _)| node.id.id.as_str());
            bail!("name the journey to export, as in `cxbook export mermaid {first}`")
        };
        let id = id.strip_prefix("journey:").unwrap_or(id);
        let locale = self.locale()?;
        Subject::new(self.graph, &EntityId::new(Kind::Journey, id), locale, self.theme.strings(locale))
            .ok_or_else(|| self.unknown(Some(Kind::Journey), id))
    }

    fn unknown(&self, kind: Option<Kind>, id: &str) -> anyhow::Error {
        let noun = kind.map_or("thing", Kind::noun);
        let ids = self.graph.nodes().filter(|node| kind.is_none_or(|kind| node.id.kind == kind));
        let known: Vec<&str> = ids.map(|node| node.id.id.as_str()).collect();
        let drafts = if self.args.drafts { "" } else { "; drafts are exported with --drafts" };
        let hint = match nearest(id, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if kind.is_some() && (1..=FEW).contains(&known.len()) => {
                format!("there is `{}`{drafts}", known.join("`, `"))
            }
            None if self.args.drafts => "`cxbook check` lists what is wrong with the content".to_owned(),
            None => "drafts are exported with --drafts".to_owned(),
        };
        anyhow::anyhow!("no public {noun} has the id `{id}`; {hint}")
    }
}
