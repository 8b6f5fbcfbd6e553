//! Every file below `content/` to [`Documents`], in parallel, what is known from the memo.
//!
//! 1. Give every path its place ([`identity`]); what can be neither page nor asset is reported.
//! 2. Read vocabulary files and sources.
//! 3. Read translations. Which of the files named after the site's own language are translations
//!    is known only now: `index.en.md` is one if `index.md` says `source: fr`.

use std::collections::{BTreeMap, BTreeSet};

use super::front_matter::split::{Parts, split};
use super::front_matter::{FrontMatter, Overlay, Response, Status};
use super::identity::{self, Place};
use super::read::reader::Reader;
use super::read::{self, overlay};
use super::vocabulary::{ParsedVocabulary, VocabularyFile};
use super::yaml::{self, Node, Value};
use super::{Document, Documents, EntityId, Kind, Parsed, named, renamed};
use crate::base::{Fingerprint, Locale, SourcePath, Span, Store, TextRange, forbidden_characters, line_after};
use crate::config::{self, Config};
use crate::diagnostic::{Diagnostic, Diagnostics, Name, Severity};
use crate::markdown::{self, Body};
use crate::source::{SourceFile, SourceSet};

/// Files that were read before, by path, text and role.
#[derive(Debug, Default)]
pub struct Memo {
    documents: Store<Parsed>,
    vocabulary: Store<ParsedVocabulary>,
}

impl Memo {
    /// A memo that keeps nothing.
    #[must_use]
    pub fn keeping_nothing() -> Self {
        Self { documents: Store::keeping_nothing(), vocabulary: Store::keeping_nothing() }
    }

    /// Forgets what the last build did not ask for.
    pub fn sweep(&mut self) {
        self.documents.sweep();
        self.vocabulary.sweep();
    }
}

/// One file with all that its reading depends on.
struct Job<'a, T> {
    path: &'a SourcePath,
    file: &'a SourceFile,
    /// Empty if `problem` says why it cannot be read.
    text: &'a str,
    problem: Option<Diagnostic>,
    what: T,
    locale: Locale,
    is_translation: bool,
}

impl<'a, T> Job<'a, T> {
    fn new(
        path: &'a SourcePath,
        file: &'a SourceFile,
        config: &Config,
        what: T,
        locale: Locale,
        is_translation: bool,
    ) -> Self {
        let (text, problem) = match readable(path, file, config) {
            Ok(text) => (text, None),
            Err(problem) => ("", Some(*problem)),
        };
        Self { path, file, text, problem, what, locale, is_translation }
    }

    /// The path is part of the key because diagnostics name it.
    fn key(&self) -> Fingerprint {
        let role = if self.is_translation { "translation" } else { "source" };
        // What is wrong may follow from a limit, which is not part of the text.
        let problem = self.problem.as_ref().map(|problem| problem.message.clone());
        let text = problem.unwrap_or_else(|| self.file.fingerprint().to_string());
        Fingerprint::of_parts([self.path.as_str(), role, self.locale.as_str(), &text].map(str::as_bytes))
    }
}

/// One Markdown file, before it is known whether it is a source.
struct Page<'a> {
    path: &'a SourcePath,
    file: &'a SourceFile,
    id: EntityId,
    locale: Option<Locale>,
}

impl<'a> Page<'a> {
    fn job(self, config: &Config, is_translation: bool) -> Job<'a, EntityId> {
        let locale = self.locale.unwrap_or_else(|| config.source_language.clone());
        Job::new(self.path, self.file, config, self.id, locale, is_translation)
    }
}

/// Reads every file below `content/`. What cannot be read is reported, and the rest goes on.
pub fn parse(sources: &SourceSet, config: &Config, memo: &mut Memo, diagnostics: &mut Diagnostics) -> Documents {
    let mut pages = Vec::new();
    let mut vocabulary = Vec::new();
    let mut misnamed = Vec::new();
    let mut assets = BTreeSet::new();
    for (path, file) in sources.under("content") {
        match identity::place(path, |locale| config.language(locale).is_some()) {
            Err(fault) => misnamed.push((path, file, misplaced(path, fault))),
            Ok(Place::Reserved) => {}
            Ok(Place::Asset) => {
                assets.insert(path.clone());
            }
            Ok(Place::Document { id, locale }) => pages.push(Page { path, file, id, locale }),
            Ok(Place::Vocabulary { kind, locale }) => {
                let locale = locale.unwrap_or_else(|| config.source_language.clone());
                let is_translation = locale != config.source_language;
                vocabulary.push(Job::new(path, file, config, kind, locale, is_translation));
            }
        }
    }
    diagnostics.extend(gathered(misnamed.iter().map(|(path, _, problem)| (*path, problem.clone())), config));
    let mut found = Diagnostics::default();
    let mut vocabulary = vocabulary_files(&vocabulary, memo, &mut found);
    let mut documents = documents(pages, config, memo, &mut found);
    stand_in(&misnamed, config, &mut documents, &mut vocabulary);
    renamed::follow(&mut documents, &mut vocabulary, config);
    let documents = Documents { documents, vocabulary, assets };
    diagnostics.extend(named::offer(&documents, sources, found));
    documents
}

/// What is said of a file that can be neither page nor asset.
fn misplaced(path: &SourcePath, fault: identity::Misplaced) -> Diagnostic {
    Diagnostic::new(fault.name, Span::file(path), fault.message).help(fault.help)
}

/// Says of every file below `content/` that can be neither page nor asset why.
#[must_use]
pub fn unplaced(sources: &SourceSet, config: &Config) -> Vec<Diagnostic> {
    let has_language = |locale: &Locale| config.language(locale).is_some();
    let files = sources.under("content");
    let faults =
        files.filter_map(|(path, _)| Some((path, misplaced(path, identity::place(path, has_language).err()?))));
    gathered(faults, config)
}

/// The same problems; but a language that several files are in and the site does not have is one problem.
fn gathered<'a>(found: impl Iterator<Item = (&'a SourcePath, Diagnostic)>, config: &Config) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let mut foreign: BTreeMap<Locale, Vec<Diagnostic>> = BTreeMap::new();
    for (path, problem) in found {
        let tag = path.file_name().rsplit('.').nth(1).and_then(|tag| Locale::parse(tag).ok());
        match tag.filter(|tag| problem.name == Name::UnknownLanguage && config.language(tag).is_none()) {
            Some(locale) => foreign.entry(locale).or_default().push(problem),
            None => problems.push(problem),
        }
    }
    for (locale, mut files) in foreign {
        if files.len() < 2 {
            problems.append(&mut files);
            continue;
        }
        let first = files.first().map(|problem| problem.span.path.to_string()).unwrap_or_default();
        let message = format_args!("{} files are in `{locale}`, which is no language of this site", files.len());
        problems.push(
            Diagnostic::new(Name::UnknownLanguage, Span::file(&SourcePath::new(config::PATH)), message)
                .label(format_args!("there is no `[languages.{locale}]`"))
                .help(format_args!(
                    "add it with `cxbook translate add-language {locale}`; or remove `.{locale}` from the names of the files, of \
                     which {first} is the first"
                )),
        );
    }
    problems
}

/// Puts something that nobody could read in the place of each source that is only misnamed, so that whatever names
/// it is not reported too.
fn stand_in(
    misnamed: &[(&SourcePath, &SourceFile, Diagnostic)],
    config: &Config,
    documents: &mut Vec<Document>,
    vocabulary: &mut Vec<VocabularyFile>,
) {
    for (path, file, problem) in misnamed {
        let locale = config.source_language.clone();
        match identity::meant(path, |locale| config.language(locale).is_some()) {
            Some(Place::Document { id, locale: None })
                if !documents.iter().any(|known| known.id == id && known.locale == locale) =>
            {
                let mut job = Job::new(path, file, config, id, locale, false);
                job.problem = Some(problem.clone());
                let parsed = std::sync::Arc::new(document(&job));
                documents.push(Document {
                    id: job.what,
                    locale: job.locale,
                    path: (*path).clone(),
                    fingerprint: file.fingerprint(),
                    parsed,
                });
            }
            Some(Place::Vocabulary { kind, locale: None })
                if !vocabulary.iter().any(|known| known.kind == kind && known.locale == locale) =>
            {
                let parsed = ParsedVocabulary { is_unreadable: true, ..ParsedVocabulary::default() };
                vocabulary.push(VocabularyFile {
                    kind,
                    locale,
                    path: (*path).clone(),
                    fingerprint: file.fingerprint(),
                    parsed: std::sync::Arc::new(parsed),
                });
            }
            _ => {}
        }
    }
    documents.sort_by(|a, b| a.path.cmp(&b.path));
}

/// The text of a file, unless it is too large or not UTF-8.
fn readable<'a>(path: &SourcePath, file: &'a SourceFile, config: &Config) -> Result<&'a str, Box<Diagnostic>> {
    let problem = |name, message: String| Diagnostic::new(name, Span::file(path), message);
    let size = file.bytes().len();
    if size > config.limits.page_bytes {
        let allowed = config.limits.page_bytes;
        return Err(problem(Name::PageTooLarge, format!("the file has {size} bytes; {allowed} are allowed"))
            .help("split it into several pages, or raise `page-bytes` under `[limits]` in book.toml")
            .into());
    }
    file.text().map_err(|offset| {
        if matches!(file.bytes().get(..2), Some([0xff, 0xfe] | [0xfe, 0xff])) {
            return problem(Name::NotUtf8, "the file is UTF-16".to_owned()).help("save the file as UTF-8").into();
        }
        let before = file.bytes().get(..offset).unwrap_or_default();
        let line = line_after(before);
        problem(Name::NotUtf8, format!("byte {offset}, in line {line}, is not UTF-8"))
            .help("save the file as UTF-8")
            .into()
    })
}

fn vocabulary_files(jobs: &[Job<'_, Kind>], memo: &mut Memo, diagnostics: &mut Diagnostics) -> Vec<VocabularyFile> {
    let parsed = memo.vocabulary.get_or_make(jobs, Job::key, |job| {
        if let Some(problem) = &job.problem {
            let diagnostics = vec![problem.clone()];
            return ParsedVocabulary { is_unreadable: !job.is_translation, diagnostics, ..ParsedVocabulary::default() };
        }
        let mut reader = Reader::new(job.path, job.text);
        characters(&mut reader, &job.locale);
        let mut entries = Default::default();
        let mut translation = Default::default();
        let mut is_unreadable = false;
        let start = if job.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        match yaml::parse(job.path, job.text, TextRange::new(start, job.text.len())) {
            Err(found) => {
                reader.diagnostics.extend(found);
                is_unreadable = !job.is_translation;
            }
            Ok(node) => {
                escaped_in_yaml(&mut reader, &node, &job.locale);
                if job.is_translation {
                    translation = read::vocabulary::translation(&mut reader, job.what, &node);
                } else {
                    entries = read::vocabulary::source(&mut reader, job.what, &node);
                }
            }
        }
        ParsedVocabulary {
            entries,
            texts: reader.texts,
            renamed_from: reader.renamed,
            extensions: reader.extensions,
            is_unreadable,
            translation,
            diagnostics: reader.diagnostics,
        }
    });
    jobs.iter()
        .zip(parsed)
        .map(|(job, parsed)| {
            diagnostics.extend(parsed.diagnostics.iter().cloned());
            VocabularyFile {
                kind: job.what,
                locale: job.locale.clone(),
                path: job.path.clone(),
                fingerprint: job.file.fingerprint(),
                parsed,
            }
        })
        .collect()
}

fn documents(pages: Vec<Page<'_>>, config: &Config, memo: &mut Memo, diagnostics: &mut Diagnostics) -> Vec<Document> {
    let has_plain_source: BTreeSet<EntityId> =
        pages.iter().filter(|page| page.locale.is_none()).map(|page| page.id.clone()).collect();
    let (sources, others): (Vec<_>, Vec<_>) = pages.into_iter().partition(|page| match &page.locale {
        None => true,
        Some(locale) => *locale == config.source_language && !has_plain_source.contains(&page.id),
    });
    let jobs: Vec<Job<'_, EntityId>> = sources.into_iter().map(|page| page.job(config, false)).collect();
    let mut documents = read_all(&jobs, memo, diagnostics);
    let mut languages: BTreeMap<EntityId, Locale> = BTreeMap::new();
    for document in &mut documents {
        if let Some(source) = document.parsed.front_matter.common().and_then(|common| common.source.as_ref()) {
            if config.language(&source.value).is_some() {
                document.locale = source.value.clone();
            } else {
                diagnostics.push(
                    Diagnostic::new(
                        Name::UnknownLanguage,
                        Span::new(&document.path, source.range),
                        format_args!("this document is in `{}`, which is no language of this site", source.value),
                    )
                    .help(format_args!("add `[languages.{}]` to book.toml", source.value)),
                );
            }
        }
        languages.insert(document.id.clone(), document.locale.clone());
    }
    let jobs: Vec<Job<'_, EntityId>> = others
        .into_iter()
        .map(|page| {
            let is_second_source = page.locale.as_ref().is_some_and(|locale| languages.get(&page.id) == Some(locale));
            page.job(config, !is_second_source)
        })
        .collect();
    documents.extend(read_all(&jobs, memo, diagnostics));
    documents.sort_by(|a, b| a.path.cmp(&b.path));
    documents
}

fn read_all(jobs: &[Job<'_, EntityId>], memo: &mut Memo, diagnostics: &mut Diagnostics) -> Vec<Document> {
    let parsed = memo.documents.get_or_make(jobs, Job::key, document);
    jobs.iter()
        .zip(parsed)
        .map(|(job, parsed)| {
            diagnostics.extend(parsed.diagnostics.iter().cloned());
            Document {
                id: job.what.clone(),
                locale: job.locale.clone(),
                path: job.path.clone(),
                fingerprint: job.file.fingerprint(),
                parsed,
            }
        })
        .collect()
}

/// Reads one Markdown file.
fn document(job: &Job<'_, EntityId>) -> Parsed {
    if let Some(problem) = &job.problem {
        return Parsed {
            front_matter: nothing(job),
            front_matter_range: TextRange::default(),
            body: Body::default(),
            diagnostics: vec![problem.clone()],
            is_broken: true,
            is_unreadable: true,
            is_surely_draft: false,
        };
    }
    let mut reader = Reader::new(job.path, job.text);
    characters(&mut reader, &job.locale);
    let parts = split(job.path, job.text).map_err(|problem| reader.push(*problem)).ok();
    let (front_matter, is_read) = parts
        .and_then(|parts| front_matter(&mut reader, job, parts))
        .map_or_else(|| (nothing(job), false), |front_matter| (front_matter, true));
    let body = parts.map_or_else(Body::default, |parts| {
        markdown::parse(parts.body.of(job.text), parts.body.start(), &markdown::Limits::default())
    });
    escaped_in_prose(&mut reader, &body, &job.locale);
    for fault in &body.faults {
        let mut problem = reader.fault(fault.name, fault.range, &fault.message).label(&fault.label);
        problem.help.clone_from(&fault.help);
        reader.push(problem);
    }
    let below = parts.and_then(|parts| field_below(&reader, job, parts));
    let has_field_below = below.is_some();
    if let Some(problem) = below {
        // What stands below is not missing. First in the list, for whoever says only one reason.
        reader.diagnostics.retain(|found| found.name != Name::MissingField);
        reader.diagnostics.insert(0, problem);
    }
    if let FrontMatter::Response(response) = &front_matter {
        place_of_response(&mut reader, response, &job.what);
        length_of_response(&mut reader, &body);
    }
    let said = parts.map_or("", |parts| parts.front_matter.of(job.text));
    let is_surely_draft = is_read && !has_field_below && is_surely_draft(&front_matter, said);
    let is_broken = !is_read || reader.diagnostics.iter().any(|found| found.severity == Severity::Error);
    Parsed {
        front_matter,
        front_matter_range: parts.map(|parts| parts.front_matter).unwrap_or_default(),
        body,
        diagnostics: reader.diagnostics,
        is_broken,
        is_unreadable: !is_read || has_field_below,
        is_surely_draft,
    }
}

/// Whether a source is a draft, and nothing else can have been meant by it.
fn is_surely_draft(front_matter: &FrontMatter, said: &str) -> bool {
    let is_hidden = front_matter.common().is_some_and(|common| matches!(common.status, Status::Draft | Status::Review));
    let mut status = said.lines().filter_map(|line| line.strip_prefix("status:")).map(str::trim).peekable();
    let is_silent = status.peek().is_none();
    let speaks_of_readers = || ["publish", "archiv"].iter().any(|word| said.contains(word));
    is_hidden && status.all(|word| matches!(word, "draft" | "review")) && !(is_silent && speaks_of_readers())
}

/// What is wrong with front matter that was closed too soon, so that the body starts with a field.
fn field_below(reader: &Reader, job: &Job<'_, EntityId>, parts: Parts) -> Option<Diagnostic> {
    let body = parts.body.of(job.text);
    let start = body.len() - body.trim_start().len();
    let line = body[start..].lines().next().unwrap_or_default();
    let (name, rest) = line.split_once(':')?;
    let is_field = name == "translation" || read::shape_of(job.what.kind).field(name).is_some();
    if !is_field || !(rest.is_empty() || rest.starts_with(' ')) {
        return None;
    }
    let place = TextRange::new(start, start + name.len()).shifted(parts.body.start());
    let problem = reader
        .fault(
            Name::MisplacedField,
            place,
            format_args!("the field `{name}` stands below the front matter, where it is text"),
        )
        .label("would be published as it is written")
        .help("take out the `---` above it, if the front matter was to go on; else move it up there");
    Some(problem)
}

fn front_matter(reader: &mut Reader, job: &Job<'_, EntityId>, parts: Parts) -> Option<FrontMatter> {
    let node = match yaml::parse(job.path, job.text, parts.front_matter) {
        Ok(node) => node,
        Err(found) => {
            reader.diagnostics.extend(found);
            return None;
        }
    };
    escaped_in_yaml(reader, &node, &job.locale);
    // What is missing from the whole is missing from between the fences.
    let fence = parts.front_matter.start();
    let fence = job.text[..fence].rfind("---").map_or(TextRange::at(0), |at| TextRange::new(at, at + 3));
    if job.is_translation {
        Some(FrontMatter::Overlay(overlay::overlay(reader, job.what.kind, &node, fence)))
    } else {
        read::front_matter(reader, job.what.kind, &node, fence)
    }
}

/// What stands in for front matter that cannot be read: a draft of the right kind.
fn nothing(job: &Job<'_, EntityId>) -> FrontMatter {
    if job.is_translation {
        return FrontMatter::Overlay(Overlay::default());
    }
    match job.what.kind {
        Kind::Article => FrontMatter::Article(Default::default()),
        Kind::Principle => FrontMatter::Principle(Default::default()),
        Kind::Journey => FrontMatter::Journey(Default::default()),
        Kind::Persona => FrontMatter::Persona(Default::default()),
        Kind::Example => FrontMatter::Example(Default::default()),
        Kind::Event => FrontMatter::Event(Default::default()),
        Kind::Response => FrontMatter::Response(Response::default()),
        _ => FrontMatter::Page(Default::default()),
    }
}

/// Characters that no reader can see and no author means.
fn characters(reader: &mut Reader, locale: &Locale) {
    for (range, letter) in forbidden_characters(reader.source, locale.direction()) {
        let problem = reader
            .fault(
                Name::ForbiddenCharacter,
                range,
                format_args!("the character U+{:04X} is not allowed", u32::from(letter)),
            )
            .label("invisible here")
            .help("remove it; it controls or reorders text without being seen");
        reader.push(problem);
    }
}

/// The same where YAML writes them as `\u202e`: they are published all the same.
fn escaped_in_yaml(reader: &mut Reader, node: &Node, locale: &Locale) {
    if !node.range.of(reader.source).contains('\\') {
        return;
    }
    match &node.value {
        Value::Null => {}
        Value::Scalar(scalar) => escaped_character(reader, node.range, &scalar.text, locale),
        Value::List(items) => items.iter().for_each(|item| escaped_in_yaml(reader, item, locale)),
        Value::Map(entries) => {
            for (key, value) in entries {
                escaped_character(reader, key.range, &key.text, locale);
                escaped_in_yaml(reader, value, locale);
            }
        }
    }
}

/// The same where Markdown writes them as `&#x202e;`.
fn escaped_in_prose(reader: &mut Reader, body: &Body, locale: &Locale) {
    for block in body.blocks.iter().filter(|block| block.range.of(reader.source).contains('&')) {
        escaped_character(reader, block.range, &block.text, locale);
    }
    for reference in body.references.iter().filter(|reference| reference.whole.of(reader.source).contains('&')) {
        for text in reference.label.iter().chain(&reference.title) {
            escaped_character(reader, reference.whole, text, locale);
        }
    }
}

/// Reports the first character that `text`, which stands at `range`, has in no other way than by its number.
fn escaped_character(reader: &mut Reader, range: TextRange, text: &str, locale: &Locale) {
    let written = range.of(reader.source);
    let found = forbidden_characters(text, locale.direction());
    let Some((_, letter)) = found.into_iter().find(|(_, letter)| !written.contains(*letter)) else { return };
    let number = u32::from(letter);
    let problem = reader
        .fault(Name::ForbiddenCharacter, range, format_args!("the character U+{number:04X} is not allowed"))
        .label("written here by its number")
        .help("remove it; it controls or reorders text without being seen");
    reader.push(problem);
}

/// A response lies in the folder of the article that it answers.
fn place_of_response(reader: &mut Reader, response: &Response, id: &EntityId) {
    let folder = id.id.split('/').next().unwrap_or_default();
    if let Some(to) = response.to.as_ref().filter(|to| to.value.as_str() != folder) {
        let problem = reader
            .fault(
                Name::UnknownValue,
                to.range,
                format_args!("the response answers `{}` and lies under `{folder}`", to.value),
            )
            .label("another article")
            .help(format_args!("write `to: {folder}`, or move the file to `responses/{}/`", to.value));
        reader.push(problem);
    }
}

/// A response says something, and is no advertisement.
fn length_of_response(reader: &mut Reader, body: &Body) {
    let words = body.text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count();
    let place = TextRange::at(body.offset);
    if words < 15 && !body.is_refused {
        let problem = reader
            .fault(Name::OutOfRange, place, format_args!("the response has {words} of at least 15 words"))
            .help("a response adds something to the article that it answers");
        reader.push(problem);
    }
    if let Some(second) = body.references.get(1) {
        let count = body.references.len();
        let problem = reader
            .fault(Name::OutOfRange, second.range, format_args!("the response has {count} links; one is allowed"))
            .label("one too many");
        reader.push(problem);
    }
}
