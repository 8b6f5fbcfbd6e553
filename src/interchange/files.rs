//! Documents and entries from elsewhere to edits of source files.
//!
//! What is there already stays as it is unless its author agrees: another text for it is written beside it, as
//! `index.md.imported`. Paths are made of ids by `content::identity`, never taken from what is imported.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use smol_str::SmolStr;

use super::authored::{self, Authored};
use super::{LossReport, source};
use crate::base::{Id, Locale, SourcePath};
use crate::config::Config;
use crate::content::front_matter::FrontMatter;
use crate::content::identity::{path_of, translation_path};
use crate::content::read::{shape_of, vocabulary};
use crate::content::vocabulary::VocabularyFile;
use crate::content::{self, Documents, EntityId, Kind};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::edit::Edit;
use crate::source::SourceSet;

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

/// Plans the files of an import.
#[must_use]
pub fn plan(setting: Setting<'_>, documents: &[Document], blocks: &[VocabularyBlock], report: &mut LossReport) -> Plan {
    let is_source = |there: &&content::Document| !matches!(there.parsed.front_matter, FrontMatter::Overlay(_));
    let there = setting.documents.documents.iter().filter(is_source).map(|there| (&there.id, &there.path)).collect();
    let mut planner = Planner { setting, there, plan: Plan::default(), report };
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
    planner.plan
}

/// Every error that the files of a plan would have in themselves, and the sources with those files in them.
#[must_use]
pub fn faults(setting: Setting<'_>, plan: &Plan) -> (Vec<Diagnostic>, SourceSet) {
    let mut sources = setting.sources.clone();
    let mut written = SourceSet::default();
    let ours: BTreeSet<&SourcePath> =
        plan.edits.iter().map(|edit| &edit.path).chain(plan.beside.iter().map(|(path, _)| path)).collect();
    let folders: BTreeSet<&str> = ours.iter().map(|path| path.parent()).collect();
    let beside = plan.beside.iter().map(|(path, edit)| (path, edit));
    for (path, edit) in plan.edits.iter().map(|edit| (&edit.path, edit)).chain(beside) {
        sources.insert(path.clone(), edit.text.as_bytes());
        written.insert(path.clone(), edit.text.as_bytes());
    }
    // A source beside its translation tells that the second is one.
    for (path, file) in setting.sources.under("content") {
        if path.extension() == "md" && folders.contains(path.parent()) && !ours.contains(path) {
            written.insert(path.clone(), file.bytes().to_vec());
        }
    }
    let mut diagnostics = Diagnostics::default();
    let _ = content::parse(&written, setting.config, &mut content::Memo::default(), &mut diagnostics);
    let errors =
        diagnostics.iter().filter(|found| found.severity == Severity::Error && ours.contains(&found.span.path));
    (errors.cloned().collect(), sources)
}

struct Planner<'a, 'r> {
    setting: Setting<'a>,
    /// Where the sources of documents lie.
    there: BTreeMap<&'a EntityId, &'a SourcePath>,
    plan: Plan,
    report: &'r mut LossReport,
}

impl Planner<'_, '_> {
    fn has_language(&mut self, locale: &Locale) -> bool {
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
        self.file(path.clone(), page(&yaml, document.body.as_deref()));
        for translated in &document.translations {
            if self.has_language(&translated.locale) {
                let text = overlay(translated);
                self.file(translation_path(&path, &translated.locale), text);
            }
        }
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

    fn file(&mut self, path: SourcePath, text: String) {
        match self.setting.sources.get(&path) {
            None => self.plan.edits.push(Edit { path, before: None, text }),
            Some(file) if **file.bytes() == *text.as_bytes() => self.plan.unchanged += 1,
            Some(file) if self.setting.replace => {
                self.plan.edits.push(Edit { path, before: Some(file.fingerprint()), text });
            }
            Some(_) => self.beside(path, text),
        }
    }

    fn beside(&mut self, path: SourcePath, text: String) {
        let other = SourcePath::new(format!("{path}.imported"));
        let before = self.setting.sources.get(&other).map(crate::source::SourceFile::fingerprint);
        self.plan.beside.push((path, Edit { path: other, before, text }));
    }

    fn vocabulary(&mut self, kind: Kind, entries: &[&Document], blocks: &[VocabularyBlock]) {
        let source_language = &self.setting.config.source_language;
        let known = |locale: &Locale| {
            let mut files = self.setting.documents.vocabulary.iter();
            files.find(|file| file.kind == kind && file.locale == *locale)
        };
        let there = known(source_language);
        let path = there.map_or_else(|| path_of(&EntityId::new(kind, "")), |file| file.path.clone());
        let (mut new, mut changed) = (Vec::new(), Vec::new());
        let mut foreign = Vec::new();
        for entry in entries {
            let yaml = entry_yaml(kind, &entry.id.id, &entry.fields);
            let Ok(id) = Id::parse(&entry.id.id) else { continue };
            if entry.locale != *source_language {
                foreign.push(entry.id.clone());
                continue;
            }
            match there.and_then(|file| Some((file, file.parsed.entries.get(&id)?))) {
                None => new.push(yaml),
                Some((file, _)) if entry_of(file, &id).as_deref() == Some(yaml.as_str()) => {}
                Some(_) => changed.push((id, yaml)),
            }
        }
        let translations = translations_of(entries, source_language);
        let translated: Vec<(Locale, SourcePath, Option<VocabularyFile>)> = translations
            .keys()
            .map(|locale| (locale.clone(), translation_path(&path, locale), known(locale).cloned()))
            .collect();
        for id in foreign {
            self.report.drop(format!("{id}: the vocabularies of this site are written in `{source_language}`"));
        }
        self.entries(path, there.cloned().as_ref(), &new, &changed);
        for (locale, path, there) in translated {
            let Some(texts) = translations.get(&locale) else { continue };
            if !self.has_language(&locale) {
                continue;
            }
            let block = blocks.iter().find(|block| block.kind == kind && block.locale == locale);
            self.translated_entries(path, there.as_ref(), texts, block);
        }
    }

    /// Adds new entries at the end of a vocabulary, and puts changed ones in their place if that is allowed.
    fn entries(&mut self, path: SourcePath, there: Option<&VocabularyFile>, new: &[String], changed: &[(Id, String)]) {
        let Some(file) = there else {
            self.file(path, new.concat());
            return;
        };
        let mut text = self.setting.sources.text(&path).unwrap_or_default().to_owned();
        if self.setting.replace {
            for (id, yaml) in changed.iter().rev() {
                let starts: Vec<usize> = file.parsed.entries.values().map(|entry| entry.range.start()).collect();
                let Some(start) = file.parsed.entries.get(id).map(|entry| entry.range.start()) else { continue };
                let original = self.setting.sources.text(&path).unwrap_or_default();
                let end = starts.iter().copied().filter(|other| *other > start).min().unwrap_or(original.len());
                if let Some(old) = original.get(start..end) {
                    text = text.replacen(old, yaml, 1);
                }
            }
        } else if !changed.is_empty() {
            let others: String = changed.iter().map(|(_, yaml)| yaml.as_str()).collect();
            self.beside(path.clone(), others);
        }
        if new.is_empty() && (changed.is_empty() || !self.setting.replace) {
            self.plan.unchanged += usize::from(changed.is_empty());
            return;
        }
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(&new.concat());
        let before = self.setting.sources.get(&path).map(crate::source::SourceFile::fingerprint);
        self.plan.edits.push(Edit { path, before, text });
    }

    fn translated_entries(
        &mut self,
        path: SourcePath,
        there: Option<&VocabularyFile>,
        texts: &BTreeMap<String, String>,
        block: Option<&VocabularyBlock>,
    ) {
        let lines = |texts: &BTreeMap<String, String>| {
            source::texts(texts.iter().map(|(key, text)| (key.as_str(), text.as_str())))
        };
        let Some(file) = there else {
            let mut text = String::new();
            if let Some(block) = block {
                text.push_str("translation:\n");
                text.push_str(&source::untyped_fields(&block.block, 1));
            }
            text.push_str(&lines(texts));
            self.file(path, text);
            return;
        };
        let entry = |key: &str| key.split('.').next().unwrap_or_default().to_owned();
        let said = |key: &str| file.parsed.texts.get(key).map(|text| text.value.to_string());
        let is_there = |id: &str| file.parsed.texts.keys().any(|key| entry(key) == id);
        let (old, new): (BTreeMap<String, String>, BTreeMap<String, String>) =
            texts.clone().into_iter().partition(|(key, _)| is_there(&entry(key)));
        let differs = old.iter().any(|(key, text)| said(key).as_deref() != Some(text));
        let mut text = self.setting.sources.text(&path).unwrap_or_default().to_owned();
        if differs && self.setting.replace {
            let mut all: BTreeMap<String, String> =
                file.parsed.texts.iter().map(|(key, text)| (key.to_string(), text.value.to_string())).collect();
            all.extend(texts.clone());
            text = lines(&all);
        } else {
            if differs {
                self.beside(path.clone(), lines(&old));
            }
            if new.is_empty() {
                self.plan.unchanged += usize::from(!differs);
                return;
            }
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            text.push_str(&lines(&new));
        }
        let before = self.setting.sources.get(&path).map(crate::source::SourceFile::fingerprint);
        self.plan.edits.push(Edit { path, before, text });
    }
}

/// The texts of entries by language, their ids before their keys.
fn translations_of(entries: &[&Document], source_language: &Locale) -> BTreeMap<Locale, BTreeMap<String, String>> {
    let mut found: BTreeMap<Locale, BTreeMap<String, String>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.locale == *source_language) {
        for translated in &entry.translations {
            let texts = translated.texts.iter().map(|(key, text)| (format!("{}.{key}", entry.id.id), text.clone()));
            found.entry(translated.locale.clone()).or_default().extend(texts);
        }
    }
    found
}

/// One entry of a vocabulary, as it would be written.
fn entry_yaml(kind: Kind, id: &SmolStr, fields: &Authored) -> String {
    source::entry(vocabulary::shape_of(kind), id, fields)
}

/// An entry that is there, as it would be written.
fn entry_of(file: &VocabularyFile, id: &Id) -> Option<String> {
    let fields = authored::entry(&file.parsed, id)?;
    Some(entry_yaml(file.kind, &SmolStr::new(id.as_str()), &fields))
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
