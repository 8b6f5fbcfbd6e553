//! Sources and translations to what is wrong with their words.
//!
//! 1. Every file for itself: typography, words that are not to be used, words said twice ([`words`]).
//! 2. Every translation beside what it was made from, pair by pair: terms, numbers, links, marks,
//!    language, length ([`pair`]), and as a whole: what was lost, what was confused ([`whole`]).
//! 3. What a waiver with a reason lets pass is dropped; a waiver that lets nothing pass is reported.
//!
//! What is found in a file is remembered by the files it comes from.

mod pair;
mod whole;
mod words;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::passage::{self, Part, Passage};
use super::terms::Termbase;
use super::typography::{self, Profile};
use super::waiver::{What, waivers};
use super::{Comparison, File, Place, Segment, Subject, Subjects, snapshot};
use crate::base::{Fingerprint, Id, Locale, SourcePath, Span, Store, TextRange};
use crate::config::Config;
use crate::content::front_matter::Status;
use crate::content::vocabulary::{Entry, Term, VocabularyFile};
use crate::content::{Documents, Kind};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::markdown::Body;
use crate::source::SourceSet;

/// What was found in one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// The file.
    pub path: Option<SourcePath>,
    /// What is wrong in it.
    pub diagnostics: Vec<Diagnostic>,
}

/// One thing that is wrong, and what a waiver would have to name.
struct Found {
    part: Part,
    concept: Option<String>,
    diagnostic: Diagnostic,
}

impl Found {
    fn new(part: &Part, diagnostic: Diagnostic) -> Self {
        Self { part: part.clone(), concept: None, diagnostic }
    }
}

/// Finds what is wrong with the words of every file.
#[must_use]
pub fn lint(
    sources: &SourceSet,
    documents: &Documents,
    subjects: &Subjects,
    config: &Config,
    memo: &mut Store<Findings>,
) -> Vec<Arc<Findings>> {
    let glossaries: Vec<&VocabularyFile> = documents.vocabulary.iter().filter(|file| file.kind == Kind::Term).collect();
    let terms: Vec<(&Id, &Term)> = glossaries
        .iter()
        .flat_map(|file| &file.parsed.entries)
        .filter_map(|(id, entry)| match &entry.entry {
            Entry::Term(term) => Some((id, term)),
            _ => None,
        })
        .collect();
    let bases: Vec<(&Locale, Termbase)> = config
        .languages
        .keys()
        .map(|locale| (locale, Termbase::new(&terms, &config.source_language, locale)))
        .collect();
    let jobs: Vec<(&Subject, Option<&Locale>)> = subjects
        .iter()
        .filter(|subject| !is_archived(&subject.source))
        .flat_map(|subject| {
            [(subject, None)].into_iter().chain(subject.translations.keys().map(move |locale| (subject, Some(locale))))
        })
        .collect();
    let labels = labels(documents);
    let shared = Shared { sources, subjects, config, bases: &bases, labels: &labels };
    let glossary = Fingerprint::of_parts(
        glossaries.iter().map(|file| file.fingerprint.to_string()).collect::<Vec<_>>().iter().map(String::as_bytes),
    );
    let mut findings =
        memo.get_or_make(&jobs, |job| shared.key(job, glossary), |(subject, locale)| shared.findings(subject, *locale));
    findings.extend(glossaries.iter().map(|file| Arc::new(of_glossary(file, config))));
    findings
}

/// What every file is looked at with.
struct Shared<'a> {
    sources: &'a SourceSet,
    subjects: &'a Subjects,
    config: &'a Config,
    bases: &'a [(&'a Locale, Termbase)],
    labels: &'a BTreeSet<&'a str>,
}

/// The concepts that name the stages of lifecycles: words such as *use*, which prose need not mean so.
fn labels(documents: &Documents) -> BTreeSet<&str> {
    let entries = documents.vocabulary.iter().flat_map(|file| file.parsed.entries.values());
    let lobes = entries.filter_map(|entry| match &entry.entry {
        Entry::Lifecycle(lifecycle) => Some(lifecycle.lobes.values()),
        _ => None,
    });
    lobes.flatten().flatten().map(|stage| stage.value.as_str()).collect()
}

impl Shared<'_> {
    fn key(&self, (subject, locale): &(&Subject, Option<&Locale>), glossary: Fingerprint) -> Fingerprint {
        let target = locale.and_then(|locale| subject.translations.get(locale));
        let base = target
            .and_then(|file| file.said().base.as_ref())
            .and_then(|base| self.sources.get(&snapshot::path(&base.value)));
        let language = self.config.language(target.unwrap_or(&subject.source).locale());
        let parts = [
            subject.source.path().to_string(),
            fingerprint(&subject.source).to_string(),
            target.map_or_else(String::new, |file| format!("{} {}", file.path(), fingerprint(file))),
            base.map_or_else(String::new, |base| base.fingerprint().to_string()),
            glossary.to_string(),
            format!("{language:?} {:?} {}", self.labels, self.subjects.minor.write()),
        ];
        Fingerprint::of_parts(parts.iter().map(String::as_bytes))
    }

    fn base(&self, locale: &Locale) -> Option<&Termbase> {
        self.bases.iter().find(|(known, _)| *known == locale).map(|(_, base)| base)
    }

    fn findings(&self, subject: &Subject, locale: Option<&Locale>) -> Findings {
        let file = locale.and_then(|locale| subject.translations.get(locale)).unwrap_or(&subject.source);
        let page = Page::new(file, self.config, self.base(file.locale()));
        let mut found = Vec::new();
        words::check(&page, locale.is_some(), &mut found);
        if let Some(locale) = locale
            && let Some(comparison) = self.subjects.compare(self.sources, subject, locale, &mut Diagnostics::default())
        {
            let beside = Beside {
                page: &page,
                source: &Page::new(&subject.source, self.config, self.base(subject.source.locale())),
                comparison: &comparison,
                labels: self.labels,
            };
            pair::check(&beside, &mut found);
            whole::check(&beside, &mut found);
        }
        Findings { path: Some(file.path().clone()), diagnostics: waived(&page, found, locale.is_some()) }
    }
}

/// One file with its passages.
struct Page<'a> {
    path: &'a SourcePath,
    locale: &'a Locale,
    body: &'a Body,
    passages: Vec<Passage>,
    profile: Option<Profile>,
    address: Option<crate::config::AddressForm>,
    base: Option<&'a Termbase>,
}

impl<'a> Page<'a> {
    fn new(file: &'a File, config: &Config, base: Option<&'a Termbase>) -> Self {
        let passages = match file {
            File::Document(document) => passage::of_document(&document.parsed, None),
            File::Vocabulary(file) => passage::of_texts(&file.parsed.texts, None),
        };
        let locale = file.locale();
        let address = config.language(locale).and_then(|language| language.address);
        Self {
            path: file.path(),
            locale,
            body: file.body(),
            passages,
            profile: Profile::of(config, locale),
            address,
            base,
        }
    }

    /// A problem at a place of this file.
    fn problem(&self, name: Name, range: TextRange, message: impl ToString) -> Diagnostic {
        Diagnostic::new(name, Span::new(self.path, range), message)
    }

    /// Which text of the file a segment is.
    fn part(&self, segment: &Segment) -> Part {
        match &segment.place {
            Place::Field(key) => Part::Key(key.clone()),
            Place::Block { .. } => {
                Part::Block(self.body.blocks.iter().position(|block| block.range == segment.range).unwrap_or(0))
            }
        }
    }

    /// The letters of a segment.
    fn passage(&self, segment: &Segment) -> Option<&Passage> {
        let part = self.part(segment);
        self.passages.iter().find(|passage| passage.part == part)
    }
}

/// A translation beside its source.
struct Beside<'a> {
    page: &'a Page<'a>,
    source: &'a Page<'a>,
    comparison: &'a Comparison,
    labels: &'a BTreeSet<&'a str>,
}

/// What the archive holds is left alone.
fn is_archived(file: &File) -> bool {
    matches!(file, File::Document(document)
        if document.parsed.front_matter.common().is_some_and(|common| common.status == Status::Archived))
}

fn fingerprint(file: &File) -> Fingerprint {
    match file {
        File::Document(document) => document.fingerprint,
        File::Vocabulary(file) => file.fingerprint,
    }
}

/// Drops what is waived, and reports waivers without a reason and without a use.
fn waived(page: &Page<'_>, found: Vec<Found>, is_translation: bool) -> Vec<Diagnostic> {
    let waivers = waivers(page.body);
    let mut used: BTreeSet<usize> = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for one in found {
        let covering =
            waivers.iter().position(|waiver| waiver.covers(one.diagnostic.name, one.concept.as_deref(), &one.part));
        match covering {
            Some(index) => {
                used.insert(index);
                if !waivers[index].has_reason {
                    diagnostics.push(one.diagnostic);
                }
            }
            None => diagnostics.push(one.diagnostic),
        }
    }
    for (index, waiver) in waivers.iter().enumerate() {
        if !used.contains(&index) {
            let message = match &waiver.what {
                What::Term(id) => format!("nothing here about the term `{id}` needs a waiver"),
                What::Rule(rule) => format!("the rule `{rule}` finds nothing here"),
                What::Unknown(word) => format!("`{word}` is no rule"),
            };
            // What a rule finds elsewhere, in the graph, is not known here.
            let is_ours = match &waiver.what {
                What::Rule(rule) => OURS.contains(rule),
                _ => true,
            };
            if is_ours || !is_translation {
                diagnostics
                    .push(page.problem(Name::UnusedWaiver, waiver.range, message).label("lets nothing pass").help(
                    "remove it, or write `l10n:ok`, then `TERM` and the id of a term or the name of a rule, then why",
                ));
            }
        } else if !waiver.has_reason {
            diagnostics.push(
                page.problem(Name::WaiverWithoutReason, waiver.range, "a waiver does not say why")
                    .label("lets nothing pass without a reason")
                    .help("add a few words behind it: `<!-- l10n:ok TERM outside-in quoting the title of a book -->`"),
            );
        }
    }
    diagnostics
}

/// The rules that a waiver can speak of.
const OURS: &[Name] = &[
    Name::ForbiddenTerm,
    Name::MissingTerm,
    Name::TwoRenderings,
    Name::UntranslatedRun,
    Name::LostBlock,
    Name::NumberMismatch,
    Name::LinkMismatch,
    Name::MarkupMismatch,
    Name::OneForTwo,
    Name::OddLength,
    Name::LeftoverDirective,
    Name::RepeatedWord,
    Name::MixedAddress,
    Name::Typography,
];

/// The typography of the forms of a glossary, each by its own language.
fn of_glossary(file: &VocabularyFile, config: &Config) -> Findings {
    let mut diagnostics = Vec::new();
    for (id, entry) in &file.parsed.entries {
        let Entry::Term(term) = &entry.entry else { continue };
        for (locale, form) in &term.forms {
            let Some(profile) = Profile::of(config, locale) else { continue };
            for said in form.shown() {
                let passage = passage::of_string(Part::Key(id.as_str().into()), &said.value, said.range, None);
                diagnostics.extend(
                    typography::check(&passage.glyphs, profile)
                        .into_iter()
                        .map(|found| words::typographic(&file.path, found)),
                );
            }
        }
    }
    Findings { path: Some(file.path.clone()), diagnostics }
}

/// The first words of a text, for messages.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 8 { words.join(" ") } else { format!("{} …", words[..8].join(" ")) }
}
