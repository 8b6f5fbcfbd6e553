//! All that a site has to translate, and what there is of it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use super::freshness::{Base, Comparison, Given, Standing, compare};
use super::minor::Minor;
use super::risk::Watch;
use super::segment::{Revision, Segment};
use super::snapshot;
use crate::base::{Locale, SourcePath};
use crate::config::Config;
use crate::content::front_matter::{FrontMatter, Status, Translation};
use crate::content::identity::{FOLDERS, VOCABULARIES};
use crate::content::placeholder::in_place_of;
use crate::content::renamed::Former;
use crate::content::vocabulary::{Entry, VocabularyFile};
use crate::content::{Document, Documents, EntityId, Kind};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::markdown::Body;
use crate::source::SourceSet;

/// What is translated as a whole: a document, or a vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectId {
    /// A document.
    Document(EntityId),
    /// The vocabulary of this kind.
    Vocabulary(Kind),
}

impl fmt::Display for SubjectId {
    /// `articles/outside-in`, `about`, `vocab/touchpoints`: the path below `content/`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document(id) if id.kind == Kind::Page => formatter.write_str(&id.id),
            Self::Document(id) => write!(formatter, "{}/{}", id.kind.plural(), id.id),
            Self::Vocabulary(kind) => write!(formatter, "vocab/{}", kind.plural()),
        }
    }
}

impl SubjectId {
    /// Reads what people type: `articles/outside-in`, `article:outside-in`, `vocab/touchpoints`, or the
    /// path of one of its files.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let text = text.trim_start_matches("./").trim_end_matches('/');
        let text = text.strip_prefix("content/").unwrap_or(text);
        if let Some(name) = text.strip_prefix("vocab/") {
            let name = name.split('.').next().unwrap_or(name);
            if let Some(kind) = VOCABULARIES.iter().find(|kind| kind.plural() == name) {
                return Self::Vocabulary(*kind);
            }
        }
        let text = match text.strip_suffix(".md") {
            Some(stem) => {
                let (folder, name) = stem.rsplit_once('/').map_or(("", stem), |(folder, name)| (folder, name));
                let name = name.split('.').next().unwrap_or(name);
                match (folder, name) {
                    ("", name) => name.to_owned(),
                    (folder, "index") => folder.to_owned(),
                    (folder, name) => format!("{folder}/{name}"),
                }
            }
            None => text.to_owned(),
        };
        if let Some((kind, id)) = text.split_once(':')
            && let Some(kind) = Kind::from_noun(kind)
        {
            return if kind.is_document() { Self::Document(EntityId::new(kind, id)) } else { Self::Vocabulary(kind) };
        }
        match text.split_once('/') {
            Some((folder, id)) => match FOLDERS.iter().find(|kind| kind.plural() == folder) {
                Some(kind) => Self::Document(EntityId::new(*kind, id)),
                None => Self::Document(EntityId::new(Kind::Page, &text)),
            },
            None => Self::Document(EntityId::new(Kind::Page, &text)),
        }
    }
}

/// One of them with its translations.
#[derive(Clone, Debug)]
pub struct Subject {
    /// What it is.
    pub id: SubjectId,
    /// Its source.
    pub source: File,
    /// Its translations, by language.
    pub translations: BTreeMap<Locale, File>,
    /// The keys that no translator may see.
    internal: Vec<String>,
    /// What is the same in every language, in lower case: the name that its persona goes by, titles of what was
    /// published.
    names: Vec<String>,
}

/// A file with what it says.
#[derive(Clone, Debug)]
pub enum File {
    /// Of a document.
    Document(Document),
    /// Of a vocabulary.
    Vocabulary(VocabularyFile),
}

static NO_TRANSLATION: std::sync::LazyLock<Translation> = std::sync::LazyLock::new(Translation::default);
static NO_BODY: std::sync::LazyLock<Body> = std::sync::LazyLock::new(Body::default);

impl File {
    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &SourcePath {
        match self {
            Self::Document(document) => &document.path,
            Self::Vocabulary(file) => &file.path,
        }
    }

    /// The language it is in.
    #[must_use]
    pub fn locale(&self) -> &Locale {
        match self {
            Self::Document(document) => &document.locale,
            Self::Vocabulary(file) => &file.locale,
        }
    }

    /// What it says of its translating; nothing where it is no translation.
    #[must_use]
    pub fn said(&self) -> &Translation {
        match self {
            Self::Document(document) => match &document.parsed.front_matter {
                FrontMatter::Overlay(overlay) => &overlay.translation,
                _ => &NO_TRANSLATION,
            },
            Self::Vocabulary(file) => &file.parsed.translation,
        }
    }

    /// What is wrong, if it cannot be read, so that nobody knows what it says.
    #[must_use]
    pub fn unreadable(&self) -> Option<&Diagnostic> {
        match self {
            Self::Document(document) => unreadable_document(document),
            Self::Vocabulary(file) => unreadable_vocabulary(file),
        }
    }

    /// Its Markdown; empty for a vocabulary.
    #[must_use]
    pub fn body(&self) -> &Body {
        match self {
            Self::Document(document) => &document.parsed.body,
            Self::Vocabulary(_) => &NO_BODY,
        }
    }
}

/// What is wrong with a document that cannot be read.
pub(super) fn unreadable_document(document: &Document) -> Option<&Diagnostic> {
    document.parsed.is_unreadable.then(|| first_error(&document.parsed.diagnostics)).flatten()
}

/// What is wrong with a vocabulary that cannot be read: nothing is left of it.
pub(super) fn unreadable_vocabulary(file: &VocabularyFile) -> Option<&Diagnostic> {
    file.parsed.texts.is_empty().then(|| first_error(&file.parsed.diagnostics)).flatten()
}

fn first_error(problems: &[Diagnostic]) -> Option<&Diagnostic> {
    problems.iter().find(|problem| problem.severity == Severity::Error)
}

/// All subjects of a site, with what comparing them takes.
#[derive(Clone, Debug, Default)]
pub struct Subjects {
    subjects: BTreeMap<SubjectId, Subject>,
    /// Edits that need no translation.
    pub minor: Minor,
    terms: BTreeMap<Locale, Vec<String>>,
    names: BTreeSet<String>,
}

impl Subjects {
    /// Puts sources and translations together.
    ///
    /// Documents and vocabularies without a word to translate, translations without a source, and
    /// second files of one language are not among them: the graph reports what is wrong there.
    #[must_use]
    pub fn collect(sources: &SourceSet, documents: &Documents, config: &Config, diagnostics: &mut Diagnostics) -> Self {
        let mut all = Self { minor: Minor::read(sources, diagnostics), ..Self::default() };
        let (translations, originals): (Vec<&Document>, Vec<&Document>) = documents
            .documents
            .iter()
            .partition(|document| matches!(document.parsed.front_matter, FrontMatter::Overlay(_)));
        for document in originals {
            let id = SubjectId::Document(document.id.clone());
            let internal = document.parsed.front_matter.internal_keys();
            all.subjects.entry(id.clone()).or_insert_with(|| Subject {
                id,
                source: File::Document(document.clone()),
                translations: BTreeMap::new(),
                internal,
                names: first_name(&document.parsed.front_matter).into_iter().collect(),
            });
        }
        for document in translations {
            if let Some(subject) = all.subjects.get_mut(&SubjectId::Document(document.id.clone()))
                && document.locale != *subject.source.locale()
            {
                let file = File::Document(document.clone());
                subject.translations.entry(document.locale.clone()).or_insert(file);
            }
        }
        all.vocabulary(&documents.vocabulary, config);
        all
    }

    fn vocabulary(&mut self, files: &[VocabularyFile], config: &Config) {
        let is_source = |file: &&VocabularyFile| file.locale == config.source_language;
        for file in files.iter().filter(is_source) {
            if file.kind == Kind::Term {
                self.glossary(file);
            } else if !file.parsed.texts.is_empty() {
                let id = SubjectId::Vocabulary(file.kind);
                self.subjects.entry(id.clone()).or_insert_with(|| Subject {
                    id,
                    source: File::Vocabulary(file.clone()),
                    translations: BTreeMap::new(),
                    internal: Vec::new(),
                    names: published_titles(file),
                });
            }
        }
        for file in files.iter().filter(|file| !is_source(file)) {
            if let Some(subject) = self.subjects.get_mut(&SubjectId::Vocabulary(file.kind)) {
                let translation = File::Vocabulary(file.clone());
                subject.translations.entry(file.locale.clone()).or_insert(translation);
            }
        }
    }

    fn glossary(&mut self, file: &VocabularyFile) {
        for entry in file.parsed.entries.values() {
            let Entry::Term(term) = &entry.entry else { continue };
            for (locale, form) in &term.forms {
                let words = [&form.term].into_iter().chain(&form.short).chain(&form.also).chain(&form.forms);
                let words: Vec<String> = words.map(|word| word.value.to_lowercase()).collect();
                if !term.translate {
                    self.names.extend(words.iter().cloned());
                }
                self.terms.entry(locale.clone()).or_default().extend(words);
            }
        }
    }

    /// Every subject, documents first.
    pub fn iter(&self) -> impl Iterator<Item = &Subject> {
        self.subjects.values()
    }

    /// The subject with this id.
    #[must_use]
    pub fn get(&self, id: &SubjectId) -> Option<&Subject> {
        self.subjects.get(id)
    }

    /// The segments of `today`, the source of `subject`, that have to be said in another way in another language: not a
    /// number, a name, or a title under which something was published.
    pub fn translatable<'a>(&'a self, subject: &'a Subject, today: &'a Revision) -> impl Iterator<Item = &'a Segment> {
        let is_name = |text: &str| self.names.contains(text) || subject.names.iter().any(|name| name == text);
        let segments = today.segments.iter().filter(|segment| segment.has_letters());
        segments.filter(move |segment| !is_name(&segment.text.to_lowercase()))
    }

    /// Whether there is something to translate in `today`, the source of `subject`, which its author has written: in a
    /// draft, or where the texts still stand that a new document starts with, there is nothing to translate yet. What
    /// waits for review is offered, so that all languages can be ready on the day.
    #[must_use]
    pub fn is_offered(&self, subject: &Subject, today: &Revision) -> bool {
        let is_written = |segment: &Segment| !segment.has_letters() || in_place_of(&segment.text).is_none();
        !subject.is_draft()
            && self.translatable(subject, today).next().is_some()
            && today.segments.iter().all(is_written)
    }

    /// What may turn a meaning round in texts of this language.
    #[must_use]
    pub fn watch(&self, locale: &Locale) -> Watch {
        Watch { locale: Some(locale.clone()), terms: self.terms.get(locale).cloned().unwrap_or_default() }
    }

    /// What the translation of `subject` into `locale` answers to.
    ///
    /// # Errors
    ///
    /// The snapshot that it names was edited.
    pub fn base(
        &self,
        sources: &SourceSet,
        subject: &Subject,
        today: &Revision,
        locale: &Locale,
    ) -> Result<Base, Box<Diagnostic>> {
        let Some(file) = subject.translations.get(locale) else { return Ok(Base::Unsaid) };
        let Some(base) = &file.said().base else { return Ok(Base::Unsaid) };
        if base.value == today.id {
            return Ok(Base::Today);
        }
        let path = snapshot::path(&base.value);
        match sources.text(&path) {
            Some(text) => snapshot::read(&path, text).map(|base| Base::Known(base.following(&subject.former()))),
            None => Ok(Base::Lost(base.value.as_str().into())),
        }
    }

    /// One translation beside its source and what it was made from; `None` where there is no such file.
    ///
    /// An edited snapshot is reported, and counts as lost.
    #[must_use]
    pub fn compare(
        &self,
        sources: &SourceSet,
        subject: &Subject,
        locale: &Locale,
        diagnostics: &mut Diagnostics,
    ) -> Option<Comparison> {
        self.compare_to(&Arc::new(subject.today()), sources, subject, locale, diagnostics)
    }

    /// The same where `today`, the segments of the subject's source, is known already.
    #[must_use]
    pub fn compare_to(
        &self,
        today: &Arc<Revision>,
        sources: &SourceSet,
        subject: &Subject,
        locale: &Locale,
        diagnostics: &mut Diagnostics,
    ) -> Option<Comparison> {
        let base = self.base_or_lost(sources, subject, today, locale, diagnostics);
        self.compare_with(today, base, subject, locale)
    }

    /// What the translation answers to; an edited snapshot is reported, and counts as lost.
    pub(super) fn base_or_lost(
        &self,
        sources: &SourceSet,
        subject: &Subject,
        today: &Revision,
        locale: &Locale,
        diagnostics: &mut Diagnostics,
    ) -> Base {
        self.base(sources, subject, today, locale).unwrap_or_else(|problem| {
            diagnostics.push(*problem);
            let base = subject.translations.get(locale).and_then(|file| file.said().base.as_ref());
            Base::Lost(base.map_or("", |base| base.value.as_str()).into())
        })
    }

    /// The same where what the translation answers to is known too.
    pub(super) fn compare_with(
        &self,
        today: &Arc<Revision>,
        base: Base,
        subject: &Subject,
        locale: &Locale,
    ) -> Option<Comparison> {
        let file = subject.translations.get(locale)?;
        Some(self.compare_as(today, base, subject, file, subject.translated(file)))
    }

    /// The same where the segments of the translation are known too.
    pub(super) fn compare_as(
        &self,
        today: &Arc<Revision>,
        base: Base,
        subject: &Subject,
        file: &File,
        target: Revision,
    ) -> Comparison {
        let mut names = Cow::Borrowed(&self.names);
        if !subject.names.is_empty() {
            names.to_mut().extend(subject.names.iter().cloned());
        }
        compare(Given {
            source: Arc::clone(today),
            base,
            target,
            said: file.said(),
            minor: &self.minor,
            watch: &self.watch(subject.source.locale()),
            names: &names,
        })
    }

    /// How the translation of `subject` into `locale` stands; `None` where there is no such file.
    #[must_use]
    pub fn standing(
        &self,
        sources: &SourceSet,
        subject: &Subject,
        locale: &Locale,
        diagnostics: &mut Diagnostics,
    ) -> Option<Standing> {
        self.compare(sources, subject, locale, diagnostics).map(|comparison| comparison.standing)
    }
}

/// What a persona is called, where that is one word such as `Maya`: the same in every language.
fn first_name(front_matter: &FrontMatter) -> Option<String> {
    let FrontMatter::Persona(persona) = front_matter else { return None };
    let name = persona.name.as_ref()?.value.trim();
    let is_one_word = name.chars().all(char::is_alphabetic) && name.starts_with(|first: char| !first.is_lowercase());
    is_one_word.then(|| name.to_lowercase())
}

/// The titles under which sources were published in a language of their own, which a reader has to find them by.
fn published_titles(file: &VocabularyFile) -> Vec<String> {
    let titles = file.parsed.entries.values().filter_map(|entry| match &entry.entry {
        Entry::Source(source) if source.lang.is_some() => Some(source.title.as_ref()?.value.to_lowercase()),
        _ => None,
    });
    titles.collect()
}

impl Subject {
    /// Whether its author is still at it.
    fn is_draft(&self) -> bool {
        match &self.source {
            File::Document(document) => {
                document.parsed.front_matter.common().is_some_and(|common| common.status == Status::Draft)
            }
            File::Vocabulary(_) => false,
        }
    }

    /// Whether there is a word in it to translate.
    #[must_use]
    pub fn has_text(&self) -> bool {
        self.is_translated() && self.today().segments.iter().any(Segment::has_letters)
    }

    /// Whether a segment is a title under which something was published, which nobody translates.
    #[must_use]
    pub fn is_published(&self, segment: &Segment) -> bool {
        matches!(self.id, SubjectId::Vocabulary(_)) && self.names.contains(&segment.text.to_lowercase())
    }

    /// Whether it is of a kind that is translated: what a reader wrote back is printed in their own language.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        !matches!(&self.id, SubjectId::Document(id) if id.kind == Kind::Response)
    }

    /// The segments of today's source.
    #[must_use]
    pub fn today(&self) -> Revision {
        self.revision(&self.source)
    }

    /// What its source says of ids that its entries had before.
    #[must_use]
    pub fn former(&self) -> Former {
        match &self.source {
            File::Document(document) => document
                .parsed
                .front_matter
                .common()
                .map(|common| Former::new(&common.renamed_from, &common.texts))
                .unwrap_or_default(),
            File::Vocabulary(file) => Former::new(&file.parsed.renamed_from, &file.parsed.texts),
        }
    }

    /// The segments of one of its translations, without what is internal, and without hashes.
    #[must_use]
    pub fn translated(&self, file: &File) -> Revision {
        match file {
            File::Document(document) => Revision::of_translation(document, &self.internal),
            File::Vocabulary(file) => Revision::of_vocabulary(file),
        }
    }

    /// The segments of one of its files, without what is internal.
    #[must_use]
    pub fn revision(&self, file: &File) -> Revision {
        match file {
            File::Document(document) => Revision::of_document(document, &self.internal),
            File::Vocabulary(file) => Revision::of_vocabulary(file),
        }
    }
}
