//! Sources and translations to what is wrong with their words.
//!
//! 1. Every file for itself: typography, words that are not to be used, words said twice ([`words`]).
//! 2. Every translation beside what it was made from, pair by pair: terms, numbers, links, marks,
//!    language, length ([`pair`]); as a whole: what was lost, what was confused ([`whole`]); and beside
//!    what it says of itself ([`declared`]).
//! 3. Every translation beside what it said when it was last read ([`unread`]).
//! 4. What a waiver with a reason lets pass is dropped; a waiver that lets nothing pass is reported.
//!
//! What is found in a subject's files is remembered by the files it comes from.

mod declared;
mod pair;
mod unread;
mod whole;
mod words;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::passage::{self, Part, Passage};
use super::terms::Termbase;
use super::typography::{self, Profile};
use super::waiver::{Waiver, What, waivers, waivers_of_yaml};
use super::{Comparison, File, Place, Segment, Subject, Subjects, snapshot};
use crate::base::{Fingerprint, Id, Locale, SourcePath, Span, Store, TextRange};
use crate::config::Config;
use crate::content::front_matter::Status;
use crate::content::vocabulary::{Entry, Term, VocabularyFile};
use crate::content::{Documents, Kind};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::markdown::Body;
use crate::source::SourceSet;

/// What was found in the files of one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// What is wrong in them.
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
    let jobs: Vec<&Subject> = subjects.iter().filter(|subject| !is_archived(&subject.source)).collect();
    let labels = labels(documents);
    let shared = Shared { sources, subjects, config, bases: &bases, labels: &labels };
    let glossary = Fingerprint::of_parts(
        glossaries.iter().map(|file| file.fingerprint.to_string()).collect::<Vec<_>>().iter().map(String::as_bytes),
    );
    let mut findings =
        memo.get_or_make(&jobs, |subject| shared.key(subject, glossary), |subject| shared.findings(subject));
    findings.extend(glossaries.iter().map(|file| Arc::new(of_glossary(file, config))));
    findings
}

/// Whether a text of a translation says, with a reason, that what `name` finds there is right.
#[must_use]
pub fn is_waived(file: &File, text: &str, segment: &Segment, name: Name) -> bool {
    let part = part_of(file.body(), segment);
    all_waivers(file, text).iter().any(|waiver| waiver.has_reason && waiver.covers(name, None, &part))
}

/// The texts of a translation, with this body, that still say in the words of the source what it says.
#[must_use]
pub fn untranslated(comparison: &Comparison, body: &Body) -> BTreeSet<Part> {
    let open = comparison.pairs().filter(|pair| pair.is_untranslated);
    open.filter_map(|pair| Some(part_of(body, pair.target?))).collect()
}

/// Which text of a file with this body a segment is.
fn part_of(body: &Body, segment: &Segment) -> Part {
    match &segment.place {
        Place::Field(key) => Part::Key(key.clone()),
        Place::Block { .. } => {
            // A line of code is a part of its block, which is the last one that starts before it.
            let block = body.blocks.binary_search_by(|block| block.range.cmp(&segment.range));
            Part::Block(block.unwrap_or_else(|next| next.saturating_sub(1)))
        }
    }
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
    fn key(&self, subject: &Subject, glossary: Fingerprint) -> Fingerprint {
        let mut parts = vec![glossary.to_string(), format!("{:?} {}", self.labels, self.subjects.minor.write())];
        for file in [&subject.source].into_iter().chain(subject.translations.values()) {
            let base = file.said().base.as_ref().and_then(|base| self.sources.get(&snapshot::path(&base.value)));
            parts.push(file.path().to_string());
            parts.push(fingerprint(file).to_string());
            parts.push(base.map_or_else(String::new, |base| base.fingerprint().to_string()));
            parts.push(unread::key(self.sources, file));
            parts.push(format!("{:?}", self.config.language(file.locale())));
        }
        Fingerprint::of_parts(parts.iter().map(String::as_bytes))
    }

    fn base(&self, locale: &Locale) -> Option<&Termbase> {
        self.bases.iter().find(|(known, _)| *known == locale).map(|(_, base)| base)
    }

    fn findings(&self, subject: &Subject) -> Findings {
        let source = self.page(&subject.source, false);
        let mut found = Vec::new();
        words::check(&source, false, &mut found);
        let mut diagnostics = waived(&source, found, false);
        if subject.translations.is_empty() {
            return Findings { diagnostics };
        }
        let today = Arc::new(subject.today());
        // What is missing from a file that cannot be read may be there.
        for (locale, file) in subject.translations.iter().filter(|(_, file)| file.unreadable().is_none()) {
            let page = self.page(file, true);
            let mut found = Vec::new();
            words::check(&page, true, &mut found);
            let compared = self.subjects.compare_to(&today, self.sources, subject, locale, &mut Diagnostics::default());
            if let Some(comparison) = compared {
                // What is not yet in this language follows none of its rules.
                let open = untranslated(&comparison, page.body);
                found.retain(|one| !open.contains(&one.part));
                let beside = Beside { page: &page, source: &source, comparison: &comparison, labels: self.labels };
                pair::check(&beside, &mut found);
                whole::check(&beside, &mut found);
                unread::check(&beside, &self.subjects.unread(self.sources, subject, file, &comparison), &mut found);
                diagnostics.extend(declared::check(&beside, &subject.id, file.said()));
            }
            diagnostics.extend(waived(&page, found, true));
        }
        Findings { diagnostics }
    }

    fn page<'b>(&'b self, file: &'b File, is_translation: bool) -> Page<'b> {
        let text = self.sources.text(file.path()).unwrap_or_default();
        Page::new(file, text, self.config, self.base(file.locale()), is_translation)
    }
}

/// One file with its passages.
struct Page<'a> {
    path: &'a SourcePath,
    locale: &'a Locale,
    body: &'a Body,
    /// In order of their parts. Of a source that no rule reads, none.
    passages: Vec<Passage>,
    waivers: Vec<Waiver>,
    profile: Option<Profile>,
    address: Option<crate::config::AddressForm>,
    base: Option<&'a Termbase>,
}

impl<'a> Page<'a> {
    fn new(file: &'a File, text: &str, config: &Config, base: Option<&'a Termbase>, is_translation: bool) -> Self {
        let locale = file.locale();
        let profile = Profile::of(config, locale);
        let base = base.filter(|base| !base.is_empty());
        let mut passages = match file {
            _ if !is_translation && profile.is_none() && base.is_none() => Vec::new(),
            File::Document(document) => passage::of_document(&document.parsed, None),
            File::Vocabulary(file) => passage::of_texts(&file.parsed.texts, None),
        };
        passages.sort_by(|one, other| one.part.cmp(&other.part));
        let address = config.language(locale).and_then(|language| language.address);
        let waivers = all_waivers(file, text);
        Self { path: file.path(), locale, body: file.body(), passages, waivers, profile, address, base }
    }

    /// A problem at a place of this file.
    fn problem(&self, name: Name, range: TextRange, message: impl ToString) -> Diagnostic {
        Diagnostic::new(name, Span::new(self.path, range), message)
    }

    /// Which text of the file a segment is.
    fn part(&self, segment: &Segment) -> Part {
        part_of(self.body, segment)
    }

    /// The letters of a segment.
    fn passage(&self, segment: &Segment) -> Option<&Passage> {
        let part = self.part(segment);
        let at = self.passages.binary_search_by(|passage| passage.part.cmp(&part)).ok()?;
        self.passages.get(at)
    }
}

/// The waivers of a file: of its YAML, then of its body.
fn all_waivers(file: &File, text: &str) -> Vec<Waiver> {
    let mut found = match file {
        File::Vocabulary(file) => waivers_of_yaml(text, text.len(), &file.parsed.texts),
        File::Document(document) => {
            let end = document.parsed.front_matter_range.end();
            document.parsed.front_matter.texts().map(|texts| waivers_of_yaml(text, end, texts)).unwrap_or_default()
        }
    };
    found.extend(waivers(file.body()));
    found
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
    let waivers = &page.waivers;
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
                    .help("add a few words behind it, as in `l10n:ok TERM outside-in quoting the title of a book`"),
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
    Name::UnchangedTranslation,
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
    Findings { diagnostics }
}

/// The first words of a text, for messages.
fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 8 { words.join(" ") } else { format!("{} …", words[..8].join(" ")) }
}
