//! Documents and entries from elsewhere to edits of source files.
//!
//! What is there already stays as it is unless its author agrees: another text for it is written beside it, as
//! `index.md.imported`. A file that says the same in another layout is left alone. Paths are made of ids by
//! `content::identity`, never taken from what is imported.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use smol_str::SmolStr;

use super::authored::Authored;
use super::{LossReport, same, source};
use crate::base::{Locale, SourcePath, Span, TextRange};
use crate::config::Config;
use crate::content::front_matter::FrontMatter;
use crate::content::identity::{path_of, translation_path};
use crate::content::read::shape_of;
use crate::content::{self, Documents, EntityId, Kind};
use crate::diagnostic::{Diagnostic, Diagnostics, Name, Severity};
use crate::edit::Edit;
use crate::source::{SourceFile, SourceSet};

/// A document or an entry of a vocabulary, as its author would write it.
#[derive(Clone, Debug)]
pub struct Document {
    /// What it is.
    pub id: EntityId,
    /// The language it is written in.
    pub locale: Locale,
    /// Its fields.
    pub fields: Authored,
    /// Its Markdown.
    pub body: Option<String>,
    /// The same in other languages.
    pub translations: Vec<Translated>,
}

/// A translation of a document or an entry.
#[derive(Clone, Debug)]
pub struct Translated {
    /// Its language.
    pub locale: Locale,
    /// What it says of itself.
    pub block: Option<Authored>,
    /// Its part of the address.
    pub slug: Option<String>,
    /// Old addresses.
    pub aliases: Option<Authored>,
    /// Its texts by key.
    pub texts: Vec<(String, String)>,
    /// Its Markdown.
    pub body: Option<String>,
}

/// What the translation of a vocabulary says of itself.
#[derive(Clone, Debug)]
pub struct VocabularyBlock {
    /// The vocabulary.
    pub kind: Kind,
    /// The language.
    pub locale: Locale,
    /// What it says.
    pub block: Authored,
}

/// What is there, and what may be done to it.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// Every file of the project.
    pub sources: &'a SourceSet,
    /// What they say.
    pub documents: &'a Documents,
    /// What the project has decided.
    pub config: &'a Config,
    /// Whether files that are there may be replaced.
    pub replace: bool,
}

/// What is to be written.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Files to make or change.
    pub edits: Vec<Edit>,
    /// Files that are there and say something else: what would have been written, under another name.
    pub beside: Vec<(SourcePath, Edit)>,
    /// How many files say the same already.
    pub unchanged: usize,
}

impl Plan {
    /// Every file with what it is to say, under the path that it is meant for.
    pub(super) fn meant(&self) -> impl Iterator<Item = (&SourcePath, &Edit)> {
        let beside = self.beside.iter().map(|(path, edit)| (path, edit));
        self.edits.iter().map(|edit| (&edit.path, edit)).chain(beside)
    }
}

/// Plans the files of an import.
#[must_use]
pub fn plan(setting: Setting<'_>, documents: &[Document], blocks: &[VocabularyBlock], report: &mut LossReport) -> Plan {
    let is_source = |there: &&content::Document| !matches!(there.parsed.front_matter, FrontMatter::Overlay(_));
    let there = setting.documents.documents.iter().filter(is_source).map(|there| (&there.id, &there.path)).collect();
    let internal = same::internal(&setting.documents.documents);
    let mut planner = Planner { setting, there, internal, plan: Plan::default(), report };
    let mut vocabularies: BTreeMap<Kind, Vec<&Document>> = BTreeMap::new();
    for document in documents {
        if document.id.kind.is_document() {
            planner.document(document);
        } else {
            vocabularies.entry(document.id.kind).or_default().push(document);
        }
    }
    for (kind, entries) in vocabularies {
        planner.vocabulary(kind, &entries, blocks);
    }
    let mut plan = planner.plan;
    same::leave(setting, &mut plan);
    plan
}

/// Leaves out what was only made for journeys that are kept as they are: nothing would need it.
pub fn leave_unneeded(setting: Setting<'_>, documents: &[Document], plan: &mut Plan, report: &mut LossReport) {
    let there =
        |id: &EntityId| setting.documents.sources().find(|there| there.id == *id).map(|there| there.path.clone());
    let journeys = documents.iter().filter(|document| document.id.kind == Kind::Journey).map(|document| &document.id);
    let paths: BTreeSet<SourcePath> = journeys.map(|id| there(id).unwrap_or_else(|| path_of(id))).collect();
    let is_written = plan.edits.iter().any(|edit| paths.contains(&edit.path));
    if is_written || !plan.beside.iter().any(|(path, _)| paths.contains(path)) {
        return;
    }
    for edit in std::mem::take(&mut plan.edits) {
        report.drop(format!("what would be new in {}: only the journey needs it that is kept as it is", edit.path));
    }
    plan.beside.retain(|(path, _)| paths.contains(path));
}

/// Files that an earlier import has put beside `path`, each with whether it says what `text` says.
#[must_use]
pub fn imported_before(sources: &SourceSet, path: &SourcePath, text: &str) -> Vec<(SourcePath, bool)> {
    let names = (1..).map(|number| imported(path, number));
    let there = names.map_while(|name| Some((sources.get(&name)?, name)));
    there.map(|(file, name)| (name, **file.bytes() == *text.as_bytes())).collect()
}

/// The name of what an import puts beside a file.
fn imported(path: &SourcePath, number: usize) -> SourcePath {
    let end = if number == 1 { String::new() } else { format!("-{number}") };
    SourcePath::new(format!("{path}.imported{end}"))
}

/// Every error that the files of a plan would have in themselves, and the sources with those files in them.
#[must_use]
pub fn faults(setting: Setting<'_>, plan: &Plan) -> (Vec<Diagnostic>, SourceSet) {
    let mut sources = setting.sources.clone();
    let ours: BTreeMap<&SourcePath, &Edit> = plan.meant().collect();
    for (path, edit) in &ours {
        sources.insert((*path).clone(), edit.text.as_bytes());
    }
    let (_, diagnostics) = read(setting, &ours);
    let errors =
        diagnostics.iter().filter(|found| found.severity == Severity::Error && ours.contains_key(&found.span.path));
    // What cannot be read now would be lost, however well the new text reads.
    let lost = plan.edits.iter().filter_map(|edit| {
        let at = setting.sources.get(&edit.path)?.text().err()?;
        let message = "this file is not UTF-8, so nothing can be added to it";
        Some(Diagnostic::new(Name::NotUtf8, Span::new(&edit.path, TextRange::at(at)), message).help("save it as UTF-8"))
    });
    (lost.chain(errors.cloned()).collect(), sources)
}

/// What files would say if they were written.
pub(super) fn read(setting: Setting<'_>, ours: &BTreeMap<&SourcePath, &Edit>) -> (Documents, Diagnostics) {
    let mut written = SourceSet::default();
    for (path, edit) in ours {
        written.insert((*path).clone(), edit.text.as_bytes());
    }
    // A source beside its translation tells that the second is one.
    let folders: BTreeSet<&str> = ours.keys().map(|path| path.parent()).collect();
    for (path, file) in setting.sources.under("content") {
        if path.extension() == "md" && folders.contains(path.parent()) && !ours.contains_key(path) {
            written.insert(path.clone(), file.bytes().to_vec());
        }
    }
    let mut diagnostics = Diagnostics::default();
    let documents = content::parse(&written, setting.config, &mut content::Memo::default(), &mut diagnostics);
    (documents, diagnostics)
}

pub(super) struct Planner<'a, 'r> {
    pub(super) setting: Setting<'a>,
    /// Where the sources of documents lie.
    there: BTreeMap<&'a EntityId, &'a SourcePath>,
    /// Documents with internal evidence, which no export holds.
    internal: BTreeMap<&'a EntityId, Vec<String>>,
    pub(super) plan: Plan,
    pub(super) report: &'r mut LossReport,
}

impl Planner<'_, '_> {
    pub(super) fn has_language(&mut self, locale: &Locale) -> bool {
        let is_known = self.setting.config.language(locale).is_some();
        if !is_known {
            self.report.drop(format!("what is in `{locale}`: add `[languages.{locale}]` to book.toml to take it over"));
        }
        is_known
    }

    fn document(&mut self, document: &Document) {
        if !self.has_language(&document.locale) {
            return;
        }
        let path = self.there.get(&document.id).map_or_else(|| path_of(&document.id), |path| (*path).clone());
        let mut fields = document.fields.clone();
        if document.locale != self.setting.config.source_language
            && document.id.kind != Kind::Response
            && let Authored::Map(entries) = &mut fields
            && !entries.iter().any(|(name, _)| name == "source")
        {
            entries.push(("source".into(), Authored::plain(document.locale.as_str())));
        }
        self.pictures(&fields, &path);
        let yaml = source::fields(shape_of(document.id.kind), &fields, 0);
        let replace = self.setting.replace;
        if self.internal.contains_key(&document.id) {
            // What nobody outside has seen cannot have come back.
            self.setting.replace = false;
        }
        self.file(path.clone(), page(&yaml, document.body.as_deref()));
        for translated in &document.translations {
            if self.has_language(&translated.locale) {
                let text = overlay(translated);
                self.file(translation_path(&path, &translated.locale), text);
            }
        }
        self.setting.replace = replace;
    }

    /// Pictures do not travel with texts.
    fn pictures(&mut self, fields: &Authored, path: &SourcePath) {
        match fields {
            Authored::Map(entries) => {
                for (name, value) in entries {
                    match (name.as_str(), value.as_text()) {
                        ("src" | "photo", Some(file)) => {
                            let file = path.join(file);
                            if let Some(file) = file.filter(|file| self.setting.sources.get(file).is_none()) {
                                self.report.drop(format!("the picture {file}: put it there yourself"));
                            }
                        }
                        _ => self.pictures(value, path),
                    }
                }
            }
            Authored::List(items) => items.iter().for_each(|item| self.pictures(item, path)),
            _ => {}
        }
    }

    pub(super) fn file(&mut self, path: SourcePath, text: String) {
        match self.setting.sources.get(&path) {
            None => self.plan.edits.push(Edit { path, before: None, text }),
            Some(file) if **file.bytes() == *text.as_bytes() => self.plan.unchanged += 1,
            Some(file) if self.setting.replace => {
                self.plan.edits.push(Edit { path, before: Some(file.fingerprint()), text });
            }
            Some(_) => self.beside(path, text),
        }
    }

    pub(super) fn beside(&mut self, path: SourcePath, text: String) {
        let edit = beside(self.setting.sources, &path, text);
        self.plan.beside.push((path, edit));
    }
}

/// What a file does not come to say, as a file beside it: under the first name that nothing else has.
pub(super) fn beside(sources: &SourceSet, path: &SourcePath, text: String) -> Edit {
    let mut number = 1;
    loop {
        let path = imported(path, number);
        let there = sources.get(&path);
        if there.is_none_or(|there| **there.bytes() == *text.as_bytes()) {
            return Edit { path, before: there.map(SourceFile::fingerprint), text };
        }
        number += 1;
    }
}

/// Front matter and Markdown as a page.
#[must_use]
pub fn page(yaml: &str, body: Option<&str>) -> String {
    let mut page = format!("---\n{yaml}---\n");
    if let Some(body) = body.filter(|body| !body.is_empty()) {
        let _ = write!(page, "\n{body}\n");
    }
    page
}

fn overlay(translated: &Translated) -> String {
    let mut entries: Vec<(SmolStr, Authored)> = Vec::new();
    if let Some(block) = &translated.block {
        entries.push(("translation".into(), block.clone()));
    }
    if let Some(slug) = &translated.slug {
        entries.push(("slug".into(), Authored::plain(slug.as_str())));
    }
    if let Some(aliases) = &translated.aliases {
        entries.push(("aliases".into(), aliases.clone()));
    }
    let mut yaml = source::untyped_fields(&Authored::Map(entries), 0);
    yaml.push_str(&source::texts(translated.texts.iter().map(|(key, text)| (key.as_str(), text.as_str()))));
    page(&yaml, translated.body.as_deref())
}
