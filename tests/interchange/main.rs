//! Formats in and out, over the shipped knowledge base and over sites made for it.

#![allow(clippy::disallowed_methods, reason = "the tests read the shipped content")]

mod cjml;
mod csv;
mod json;
mod readings;
mod signal;
#[path = "../support/mod.rs"]
mod support;
mod tables;

use std::path::Path;

use cxbook::base::{Date, Id, OutputPath, SourcePath};
use cxbook::config::{self, Config};
use cxbook::content::{self, EntityId, Kind};
use cxbook::diagnostic::{self, Diagnostics, Severity};
use cxbook::graph::{self, Graph};
use cxbook::interchange::draft::Wishes;
use cxbook::interchange::files::{self, Document, Plan, Setting, VocabularyBlock};
use cxbook::interchange::json as json_files;
use cxbook::interchange::{LossReport, Subject};
use cxbook::source::SourceSet;
use support::Site;

/// The files of the folder `root` of this project that a site is made of.
fn site_at(root: &str) -> Site {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let mut site = Site::new("");
    site.sources = cxbook::io::scan::scan(&root).unwrap();
    site
}

/// A site as its readers may see it.
struct Seen {
    graph: Graph,
    config: Config,
}

impl Seen {
    /// Resolves a site that has no errors.
    fn of(site: &Site) -> Self {
        let mut diagnostics = Diagnostics::default();
        let config = config::read(&site.sources, &mut diagnostics);
        let documents = content::parse(&site.sources, &config, &mut content::Memo::default(), &mut diagnostics);
        let graph = graph::resolve(&documents, &config, &site.request, &mut diagnostics);
        diagnostics.settle(&config.levels);
        let errors: Diagnostics =
            diagnostics.iter().filter(|found| found.severity == Severity::Error).cloned().collect();
        assert!(!errors.has_errors(), "{}", diagnostic::text(&errors, &site.sources, false));
        Self { graph, config }
    }

    /// The whole of it as JSON.
    fn json(&self) -> String {
        String::from_utf8(json_files::site(&self.graph, &self.config)).unwrap()
    }

    /// One file below `/api/1/`.
    fn file(&self, path: &str) -> String {
        let path = OutputPath::new(format!("api/1/{path}"));
        let files = json_files::files(&self.graph, &self.config);
        let (_, artifact) = files.into_iter().find(|(found, _)| *found == path).unwrap_or_else(|| panic!("no {path}"));
        String::from_utf8(artifact.bytes().to_vec()).unwrap()
    }
}

/// What a command says that makes the journey `id` and nothing else.
/// A journey in the format that `write` writes, in the source language, and what that format cannot hold.
fn exported(
    site: &Site,
    seen: &Seen,
    id: &str,
    write: impl FnOnce(Subject<'_>, &mut LossReport) -> String,
) -> (String, LossReport) {
    let theme = cxbook::theme::load(&site.sources, &seen.config, &mut Diagnostics::default());
    let locale = seen.graph.source_language();
    let id = EntityId::new(Kind::Journey, id);
    let subject = Subject::new(&seen.graph, &id, locale, theme.strings(locale)).unwrap();
    let mut report = LossReport::default();
    (write(subject, &mut report), report)
}

fn wishes(seen: &Seen, id: &str) -> Wishes {
    Wishes {
        id: Id::parse(id).unwrap(),
        is_named: true,
        title: None,
        locale: seen.graph.source_language().clone(),
        persona: None,
        lifecycle: None,
        stages: Vec::new(),
        today: Date::parse("2026-11-21").unwrap(),
    }
}

/// What an import would do to a site.
fn planned(
    site: &Site,
    documents: &[Document],
    blocks: &[VocabularyBlock],
    replace: bool,
) -> (Plan, LossReport, String) {
    let mut diagnostics = Diagnostics::default();
    let config = config::read(&site.sources, &mut diagnostics);
    let parsed = content::parse(&site.sources, &config, &mut content::Memo::default(), &mut diagnostics);
    let setting = Setting { sources: &site.sources, documents: &parsed, config: &config, replace };
    let mut report = LossReport::default();
    let plan = files::plan(setting, documents, blocks, &mut report);
    let (faults, sources) = files::faults(setting, &plan);
    let faults = diagnostic::text(&faults.into_iter().collect(), &sources, false);
    (plan, report, faults)
}

/// Writes the edits of a plan.
fn apply(sources: &mut SourceSet, plan: &Plan) {
    for edit in &plan.edits {
        sources.insert(edit.path.clone(), edit.text.as_bytes());
    }
}

/// A site with the settings and the pictures of another, and none of its texts.
fn emptied(site: &Site) -> Site {
    let mut empty = Site::new("");
    empty.sources = SourceSet::default();
    empty.request = site.request.clone();
    for (path, file) in site.sources.iter() {
        let is_text = ["md", "yaml"].contains(&path.extension().as_str());
        if !is_text {
            empty.sources.insert(SourcePath::new(path.as_str()), file.bytes().to_vec());
        }
    }
    empty
}
