//! Files to the same files with their typography mended.

use std::collections::{BTreeMap, BTreeSet};

use super::Edit;
use crate::base::{Locale, SourcePath, TextRange, line_after};
use crate::config::Config;
use crate::content::vocabulary::{Entry, VocabularyFile};
use crate::content::{self, Documents, Parsed};
use crate::diagnostic::Diagnostics;
use crate::source::SourceSet;
use crate::translation::Subjects;
use crate::translation::lint::untranslated;
use crate::translation::passage::{self, Part, Passage};
use crate::translation::typography::{self, Profile};

/// What is to be done to one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The file as it will be.
    pub edit: Edit,
    /// What changes in it, in order.
    pub changes: Vec<Change>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Change {
    /// The line it is in, from 1.
    pub line: usize,
    /// What was wrong.
    pub message: String,
}

/// What can be mended, and the files where mending would do harm.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mending {
    /// The files that change, in the order of their paths.
    pub files: Vec<Mended>,
    /// What is left as it is.
    pub refused: Vec<Left>,
}

/// What is not mended, and why.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Left {
    /// The file.
    pub path: SourcePath,
    /// The line, from 1, unless it is the whole file.
    pub line: Option<usize>,
    /// Why.
    pub message: String,
}

/// Mends every file whose language has a profile and that `is_asked` for.
///
/// A text that is not translated yet is left as its source has it: mended, it would count as translated.
///
/// Letters alone change: a file whose blocks, links, keys or comments would not be the same
/// afterwards is left as it is.
#[must_use]
pub fn mend(
    sources: &SourceSet,
    documents: &Documents,
    config: &Config,
    is_asked: impl Fn(&SourcePath, &Locale) -> bool,
) -> Mending {
    let open = open_parts(sources, documents, config, &is_asked);
    let mut mended = Vec::new();
    let mut file = |path: &SourcePath, mut passages: Vec<(Passage, Profile)>| {
        if let Some(open) = open.get(path) {
            passages.retain(|(passage, _)| !open.contains(&passage.part));
        }
        let Some(source) = sources.get(path) else { return };
        let Ok(text) = source.text() else { return };
        let (edits, changes) = edits(text, &passages);
        if !edits.is_empty() {
            let after = typography::apply(text, &edits);
            let edit = Edit { path: path.clone(), before: Some(source.fingerprint()), text: after };
            mended.push(Mended { edit, changes });
        }
    };
    for document in documents.documents.iter().filter(|document| is_asked(&document.path, &document.locale)) {
        let Some(profile) = Profile::of(config, &document.locale) else { continue };
        let passages = passage::of_document(&document.parsed, sources.text(&document.path));
        file(&document.path, passages.into_iter().map(|passage| (passage, profile)).collect());
    }
    for vocabulary in &documents.vocabulary {
        let passages = of_vocabulary(vocabulary, sources.text(&vocabulary.path), |locale| {
            Profile::of(config, locale).filter(|_| is_asked(&vocabulary.path, locale))
        });
        file(&vocabulary.path, passages);
    }
    mended.sort_by(|a, b| a.edit.path.cmp(&b.edit.path));
    checked(sources, documents, config, mended)
}

/// Of each translation that is asked for, the texts that are not translated yet.
fn open_parts(
    sources: &SourceSet,
    documents: &Documents,
    config: &Config,
    is_asked: impl Fn(&SourcePath, &Locale) -> bool,
) -> BTreeMap<SourcePath, BTreeSet<Part>> {
    let mut elsewhere = Diagnostics::default();
    let subjects = Subjects::collect(sources, documents, config, &mut elsewhere);
    let mut open = BTreeMap::new();
    for subject in subjects.iter() {
        for (locale, file) in subject.translations.iter().filter(|(locale, file)| is_asked(file.path(), locale)) {
            if let Some(comparison) = subjects.compare(sources, subject, locale, &mut elsewhere) {
                open.insert(file.path().clone(), untranslated(&comparison, file.body()));
            }
        }
    }
    open
}

/// The passages of a vocabulary file; a glossary holds all languages.
fn of_vocabulary(
    file: &VocabularyFile,
    text: Option<&str>,
    profile: impl Fn(&Locale) -> Option<Profile>,
) -> Vec<(Passage, Profile)> {
    let own = profile(&file.locale);
    let texts = own.map(|_| passage::of_texts(&file.parsed.texts, text)).unwrap_or_default();
    let mut passages: Vec<(Passage, Profile)> = texts.into_iter().filter_map(|passage| Some((passage, own?))).collect();
    for (id, entry) in &file.parsed.entries {
        let Entry::Term(term) = &entry.entry else { continue };
        for (locale, form) in &term.forms {
            let Some(profile) = profile(locale) else { continue };
            for said in form.shown() {
                let part = Part::Key(id.as_str().into());
                passages.push((passage::of_string(part, &said.value, said.range, text), profile));
            }
        }
    }
    passages
}

fn edits(text: &str, passages: &[(Passage, Profile)]) -> (Vec<(TextRange, String)>, Vec<Change>) {
    let mut edits = Vec::new();
    let mut changes = Vec::new();
    for (passage, profile) in passages.iter().filter(|(passage, _)| passage.is_exact) {
        for finding in typography::check(&passage.glyphs, *profile) {
            // A break of lines is the author's: what would replace it is not written.
            let breaks = finding.edits.iter().any(|(range, _)| range.of(text).contains('\n'));
            if finding.edits.is_empty() || breaks {
                continue;
            }
            let before = text.get(..finding.range.start()).unwrap_or_default();
            let line = line_after(before);
            changes.push(Change { line, message: finding.message });
            edits.extend(finding.edits);
        }
    }
    changes.sort_by_key(|change| change.line);
    (edits, changes)
}

/// Keeps what leaves its document the same in all but letters.
fn checked(sources: &SourceSet, documents: &Documents, config: &Config, mended: Vec<Mended>) -> Mending {
    let mut after = sources.clone();
    for file in &mended {
        after.insert(file.edit.path.clone(), file.edit.text.as_bytes());
    }
    let again = content::parse(&after, config, &mut content::Memo::default(), &mut Diagnostics::default());
    let (files, refused): (Vec<Mended>, Vec<Mended>) =
        mended.into_iter().partition(|file| shape(documents, &file.edit.path) == shape(&again, &file.edit.path));
    let left = |file: Mended| {
        let message = "mended, it would no longer be read the same way".to_owned();
        Left { path: file.edit.path, line: None, message }
    };
    Mending { files, refused: refused.into_iter().map(left).collect() }
}

/// What must not change: keys, blocks, links, comments, pinned headings.
fn shape(documents: &Documents, path: &SourcePath) -> Option<String> {
    if let Some(document) = documents.documents.iter().find(|document| document.path == *path) {
        return Some(shape_of(&document.parsed));
    }
    let file = documents.vocabulary.iter().find(|file| file.path == *path)?;
    let keys: Vec<&str> = file.parsed.texts.keys().map(|key| key.as_str()).collect();
    let ids: Vec<&str> = file.parsed.entries.keys().map(|id| id.as_str()).collect();
    Some(format!("{keys:?} {ids:?} {}", file.parsed.diagnostics.len()))
}

fn shape_of(parsed: &Parsed) -> String {
    let keys: Vec<&str> =
        parsed.front_matter.texts().into_iter().flat_map(|texts| texts.keys()).map(|key| key.as_str()).collect();
    let body = &parsed.body;
    let blocks: Vec<_> = body.blocks.iter().map(|block| block.kind).collect();
    let code: Vec<&str> =
        body.blocks.iter().filter(|block| !block.kind.is_prose()).map(|block| block.text.as_str()).collect();
    let links: Vec<_> = body.references.iter().map(|link| (link.kind, link.target.as_str(), &link.title)).collect();
    let comments: Vec<&str> = body.directives.iter().map(|directive| directive.text.as_str()).collect();
    let pins: Vec<_> = body.headings.iter().map(|heading| (heading.level, &heading.pinned)).collect();
    format!("{keys:?} {blocks:?} {code:?} {links:?} {comments:?} {pins:?} {}", parsed.is_broken)
}
