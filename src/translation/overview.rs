//! A whole site to one row for each document and language, in little memory.
//!
//! Documents are read in batches, each forgotten once it has its rows, so ten thousand in ten
//! languages need no more memory than their files. Most translations are whole, and their bodies
//! need not be read at all: see [`parallel`](mod@super::parallel).

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use smol_str::SmolStr;

use super::batch::{packed, subject_of};
use super::freshness::{Base, Freshness, Standing};
use super::minor::Minor;
use super::parallel::{Lines, Parallel, may_copy, parallel};
use super::segment::{Revision, Segment};
use super::snapshot;
use super::subject::{File, Subject, SubjectId, Subjects, unreadable_document, unreadable_vocabulary};
use crate::base::{Date, Locale, SourcePath, line_after};
use crate::config::Config;
use crate::content::front_matter::Quality;
use crate::content::{self, Documents, Kind};
use crate::diagnostic::{Diagnostics, Name};
use crate::source::{SourceFile, SourceSet};

/// How all translations of a site stand.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// One for each subject and each language but its own.
    pub rows: Vec<Row>,
    /// The sum for each language, in the order of `book.toml`.
    pub totals: Vec<(Locale, Total)>,
    /// Snapshots that were edited, translations without a source, second files of one language, and files that cannot
    /// be read, with their paths.
    pub problems: Vec<String>,
}

/// How one translation stands.
#[derive(Clone, Debug)]
pub struct Row {
    /// What is translated.
    pub subject: SubjectId,
    /// Into which language.
    pub locale: Locale,
    /// Where its file lies; nothing where there is none.
    pub path: Option<SourcePath>,
    /// How it stands; nothing where there is no file.
    pub standing: Option<Standing>,
    /// Words of the source that are still to be done.
    pub words: usize,
    /// The day that the translation was made or read, as it says.
    pub since: Option<Date>,
    /// Whether its file cannot be read, so that nobody knows what is translated.
    pub is_unreadable: bool,
}

/// The sum for a language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// How many there are to translate.
    pub subjects: usize,
    /// Those that say what their source says, all of it.
    pub fresh: usize,
    /// Those of the fresh ones that no reviewer has read.
    pub unread: usize,
    /// Those of which a part is not translated yet, and nothing has changed in the source.
    pub begun: usize,
    /// Those whose source has moved on.
    pub outdated: usize,
    /// Those that do not say what they answer to.
    pub unverified: usize,
    /// Those of which nothing is there.
    pub missing: usize,
    /// Words of sources that are still to be done.
    pub words: usize,
}

impl Row {
    /// `missing`, `unreadable`, `reviewed, outdated 2/18`.
    #[must_use]
    pub fn shown(&self) -> String {
        if self.is_unreadable {
            return "unreadable".to_owned();
        }
        self.standing.as_ref().map_or_else(|| "missing".to_owned(), Standing::shown)
    }

    /// Whether there is a file, in which nothing is translated: it counts as missing.
    #[must_use]
    pub fn is_begun_only(&self) -> bool {
        !self.is_unreadable && self.standing.as_ref().is_some_and(Standing::is_missing)
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_well(&self) -> bool {
        !self.is_unreadable
            && self.standing.as_ref().is_some_and(|standing| {
                standing.freshness == Freshness::Fresh && standing.untranslated == 0 && !standing.is_missing()
            })
    }

    /// Whether nothing is left but that somebody reads it.
    #[must_use]
    pub fn is_unread(&self) -> bool {
        self.is_well() && self.standing.as_ref().is_some_and(|standing| standing.quality != Quality::Reviewed)
    }

    /// What comes first: outdated, begun, missing, unverified.
    #[must_use]
    pub fn urgency(&self) -> u8 {
        if self.is_unreadable {
            return 0;
        }
        match &self.standing {
            None => 2,
            Some(standing) if standing.is_missing() => 2,
            Some(standing) => match standing.freshness {
                Freshness::Unknown | Freshness::Outdated { .. } => 0,
                Freshness::Fresh => 2,
                Freshness::Unverified => 3,
            },
        }
    }
}

/// How many files are read at a time, by each thread.
const BATCH: usize = 500;

/// Surveys every document and vocabulary of a site; their translations into one language only, if that is wanted.
#[must_use]
pub fn overview(sources: &SourceSet, config: &Config, only: Option<&Locale>) -> Overview {
    // A source may be named after its language.
    let is_wanted = |locale: Option<&Locale>| {
        only.is_none() || locale.is_none_or(|locale| Some(locale) == only || *locale == config.source_language)
    };
    let mut shared: Vec<Member<'_>> = Vec::new();
    let mut groups: BTreeMap<SubjectId, Group<'_>> = BTreeMap::new();
    // What has no source is a fault whichever language is asked about.
    let mut elsewhere: Vec<(SubjectId, Member<'_>)> = Vec::new();
    let mut may_be_unplaced = false;
    for (path, file) in sources.under("content") {
        let Some((id, locale)) = subject_of(path, config) else {
            may_be_unplaced |= !path.as_str().starts_with("content/l10n/");
            continue;
        };
        let is_source = matches!(id, SubjectId::Document(_)) && locale.is_none();
        let member = Member { path, file, is_source };
        match id {
            SubjectId::Document(_) if !is_wanted(locale.as_ref()) => elsewhere.push((id, member)),
            _ if !is_wanted(locale.as_ref()) => {}
            SubjectId::Vocabulary(Kind::Term) => shared.push(member),
            _ => groups.entry(id).or_default().push(member),
        }
    }
    elsewhere.retain(|(id, _)| !groups.contains_key(id));
    for (id, member) in elsewhere {
        groups.entry(id).or_default().push(member);
    }
    let site = Site { sources, config, shared: &shared, only };
    let parts: Vec<Overview> = packed(groups.into_values(), BATCH)
        .par_iter()
        .map(|groups| {
            let mut part = SourceSet::default();
            let mut seen = Seen::new();
            for group in groups {
                site.add(group, &mut part, &mut seen);
            }
            let (documents, subjects) = site.read(part);
            let mut overview = Overview::default();
            rows(&site, &documents, &subjects, &seen, &mut overview);
            overview
        })
        .collect();
    let mut overview = Overview::default();
    for part in parts {
        overview.rows.extend(part.rows);
        overview.problems.extend(part.problems);
    }
    let unplaced = if may_be_unplaced { content::unplaced(sources, config) } else { Vec::new() }.into_iter();
    overview.problems.extend(unplaced.map(|problem| format!("{}: {}", problem.span.path, problem.message)));
    // Vocabularies that every batch is read with are told of once.
    let mut told = BTreeSet::new();
    overview.problems.retain(|problem| told.insert(problem.clone()));
    summed(overview, config)
}

/// The same of documents that are in memory already.
#[must_use]
pub fn overview_of(sources: &SourceSet, documents: &Documents, subjects: &Subjects, config: &Config) -> Overview {
    let mut overview = Overview::default();
    rows(&Site { sources, config, shared: &[], only: None }, documents, subjects, &Seen::new(), &mut overview);
    summed(overview, config)
}

/// What every batch needs.
struct Site<'a> {
    sources: &'a SourceSet,
    config: &'a Config,
    /// The files that all batches are read with.
    shared: &'a [Member<'a>],
    /// The only language whose rows are wanted.
    only: Option<&'a Locale>,
}

/// A file of a subject.
#[derive(Clone, Copy)]
struct Member<'a> {
    path: &'a SourcePath,
    file: &'a SourceFile,
    /// Whether it is named as the source of a document is.
    is_source: bool,
}

/// The files of one subject.
type Group<'a> = Vec<Member<'a>>;

/// Translations whose bodies are whole, and were left out.
type Seen = BTreeMap<SourcePath, Whole>;

/// A translation that says something of its own for every block of a source.
struct Whole {
    /// How its lines go with those of the source.
    lines: Parallel,
    /// The snapshot that is the source; nothing for today's.
    snapshot: Option<SourcePath>,
}

impl Site<'_> {
    /// Adds the files of one subject. The body of a translation that has words for all of its source, today's or the
    /// one that it was made from, is left out: reading it would find out nothing more.
    fn add(&self, group: &[Member<'_>], part: &mut SourceSet, seen: &mut Seen) {
        let is_elsewhere = |text: &str| text.contains("\nsource:");
        let source = group.iter().find(|member| member.is_source);
        let source =
            source.and_then(|member| member.file.text().ok()).filter(|text| !is_elsewhere(text)).map(Lines::of);
        let mut bases = BTreeMap::new();
        for Member { path, file, is_source } in group.iter().copied() {
            let text = file.text().ok().filter(|_| !is_source);
            match source
                .as_ref()
                .zip(text)
                .and_then(|(source, text)| Some((text, self.whole(source.as_ref(), &mut bases, text)?)))
            {
                Some((text, whole)) => {
                    part.insert(path.clone(), &text.as_bytes()[..whole.lines.body]);
                    seen.insert(path.clone(), whole);
                }
                None => part.share(path.clone(), file),
            }
        }
    }

    /// Looks at a translation beside its source of today, then beside the one that it was made from; those are looked
    /// at once for all languages.
    fn whole<'s, 't>(
        &'s self,
        source: Option<&Lines<'_>>,
        bases: &mut BTreeMap<&'t str, Option<Lines<'s>>>,
        translation: &'t str,
    ) -> Option<Whole> {
        if let Some(lines) = source.and_then(|source| parallel(source, translation)) {
            return Some(Whole { lines, snapshot: None });
        }
        let name = base_in(translation)?;
        let snapshot = snapshot::path(name);
        let base = bases.entry(name).or_insert_with(|| Lines::of(self.sources.text(&snapshot)?));
        Some(Whole { lines: parallel(base.as_ref()?, translation)?, snapshot: Some(snapshot) })
    }

    /// The translation that says something of its own for every block of `base`, as far as comparing it needs it; `None`
    /// if that is not what it is.
    fn standing_for(
        &self,
        base: &Revision,
        today: &Revision,
        file: &File,
        seen: &Whole,
        minor: &Minor,
    ) -> Option<Vec<Segment>> {
        let text = self.sources.text(file.path())?;
        let snapshot = snapshot::path(&base.id);
        let again = || parallel(&Lines::of(self.sources.text(&snapshot)?)?, text);
        let is_fit = match &seen.snapshot {
            Some(known) => *known == snapshot && seen.lines.fits(base),
            None => again()?.fits(base),
        };
        let known: BTreeSet<&SmolStr> = base.segments.iter().map(|segment| &segment.hash).collect();
        let is_block = |segment: &&Segment| segment.place.block().is_some();
        // What was taken up already, or has the wording of today, is for the full comparison.
        let is_taken_up = |new: &Segment| minor.ends_at(&new.hash) || may_copy(text, new);
        let mut new = today.segments.iter().filter(is_block).filter(|segment| !known.contains(&segment.hash));
        let is_plain = is_fit && file.said().synced.is_empty() && !new.any(is_taken_up);
        is_plain.then(|| base.segments.iter().filter(is_block).map(Segment::in_other_words).collect())
    }

    fn read(&self, mut part: SourceSet) -> (Documents, Subjects) {
        for member in self.shared {
            part.share(member.path.clone(), member.file);
        }
        let mut found = Diagnostics::default();
        let documents = content::parse(&part, self.config, &mut content::Memo::keeping_nothing(), &mut found);
        let subjects = Subjects::collect(self.sources, &documents, self.config, &mut found);
        (documents, subjects)
    }

    /// The subject with the whole body of the translation at `path`.
    fn in_full(&self, subject: &Subject, path: &SourcePath) -> Subjects {
        let mut part = SourceSet::default();
        for path in [path, subject.source.path()] {
            if let Some(file) = self.sources.get(path) {
                part.share(path.clone(), file);
            }
        }
        self.read(part).1
    }
}

/// Puts the rows in order and adds them up.
fn summed(mut overview: Overview, config: &Config) -> Overview {
    overview.rows.sort_by(|a, b| (&a.subject, &a.locale).cmp(&(&b.subject, &b.locale)));
    let mut totals: BTreeMap<&Locale, Total> = BTreeMap::new();
    for row in &overview.rows {
        let total = totals.entry(&row.locale).or_default();
        total.subjects += 1;
        total.words += row.words;
        match &row.standing {
            None => total.missing += 1,
            Some(standing) if standing.is_missing() => total.missing += 1,
            Some(standing) if standing.is_outdated() => total.outdated += 1,
            Some(standing) if standing.freshness == Freshness::Unverified => total.unverified += 1,
            Some(standing) if standing.untranslated > 0 => total.begun += 1,
            Some(_) => {
                total.fresh += 1;
                total.unread += usize::from(row.is_unread());
            }
        }
    }
    let of = |locale: &Locale| totals.get(locale).copied();
    overview.totals =
        config.languages.keys().filter_map(|locale| of(locale).map(|total| (locale.clone(), total))).collect();
    overview
}

fn rows(site: &Site<'_>, documents: &Documents, subjects: &Subjects, seen: &Seen, overview: &mut Overview) {
    let list: Vec<&Subject> = subjects.iter().filter(|subject| subject.is_translated()).collect();
    let rows: Vec<(Vec<Row>, Vec<String>)> =
        list.par_iter().map(|subject| subject_rows(site, subjects, subject, seen)).collect();
    for (rows, problems) in rows {
        overview.rows.extend(rows);
        overview.problems.extend(problems);
    }
    let known: std::collections::BTreeSet<&SourcePath> =
        subjects.iter().flat_map(|subject| subject.translations.values()).map(File::path).collect();
    for document in &documents.documents {
        let id = SubjectId::Document(document.id.clone());
        let name = match subjects.get(&id) {
            None => Name::OrphanTranslation,
            Some(subject) if known.contains(&document.path) || subject.source.path() == &document.path => continue,
            Some(_) => Name::DuplicateDocument,
        };
        overview.problems.push(format!("{}: {}", document.path, name.summary()));
    }
    let pages = documents.documents.iter().map(|document| (&document.path, unreadable_document(document)));
    let vocabularies = documents.vocabulary.iter().map(|file| (&file.path, unreadable_vocabulary(file)));
    for (path, problem) in pages.chain(vocabularies) {
        let Some(problem) = problem else { continue };
        let text = site.sources.text(path).unwrap_or_default();
        let line = line_after(text.get(..problem.span.range.start()).unwrap_or_default());
        overview.problems.push(format!("{path}:{line}: {}", problem.message));
    }
    let has_source =
        |kind| documents.vocabulary.iter().any(|file| file.kind == kind && file.locale == site.config.source_language);
    for file in documents.vocabulary.iter().filter(|file| file.kind != Kind::Term && !has_source(file.kind)) {
        overview.problems.push(format!("{}: {}", file.path, Name::OrphanTranslation.summary()));
    }
}

fn subject_rows(site: &Site<'_>, subjects: &Subjects, subject: &Subject, seen: &Seen) -> (Vec<Row>, Vec<String>) {
    let mut problems = Diagnostics::default();
    let today = Arc::new(subject.today());
    let is_offered = || subjects.is_offered(subject, &today);
    if !today.segments.iter().any(Segment::has_letters) || subject.translations.is_empty() && !is_offered() {
        return Default::default();
    }
    // Only asked where something is missing.
    let words = LazyCell::new(|| subjects.translatable(subject, &today).map(Segment::words).sum::<usize>());
    let fields = Arc::new(today.fields_only());
    let mut bases: BTreeMap<&str, Base> = BTreeMap::new();
    let mut standing = |locale: &Locale| -> Option<Standing> {
        let file = subject.translations.get(locale)?;
        let name = file.said().base.as_ref().map_or("", |base| base.value.as_str());
        let base = match bases.get(name) {
            Some(base) => base.clone(),
            None => {
                let base = subjects.base_or_lost(site.sources, subject, &today, locale, &mut problems);
                bases.insert(name, base.clone());
                base
            }
        };
        let Some(whole) = seen.get(file.path()) else {
            return subjects.compare_with(&today, base, subject, locale).map(|compared| compared.standing);
        };
        let is_of_today = whole.snapshot.is_none() && (name.is_empty() || name == today.id);
        if is_of_today && whole.lines.fits(&today) {
            let compared = subjects.compare_with(&fields, base, subject, locale)?;
            let blocks = today.segments.iter().filter(|segment| segment.place.block().is_some());
            let translatable = compared.standing.translatable + blocks.filter(|block| block.has_letters()).count();
            return Some(Standing { segments: today.segments.len(), translatable, ..compared.standing });
        }
        if let Base::Known(known) = &base
            && let Some(blocks) = site.standing_for(known, &today, file, whole, &subjects.minor)
        {
            let mut target = subject.translated(file);
            target.segments.extend(blocks);
            return Some(subjects.compare_as(&today, base, subject, file, target).standing);
        }
        // What was left out is needed after all.
        let subjects = site.in_full(subject, file.path());
        subjects.compare_with(&today, base, subjects.get(&subject.id)?, locale).map(|compared| compared.standing)
    };
    let languages = site.config.languages.keys().filter(|locale| *locale != subject.source.locale());
    let rows = languages
        .filter(|locale| site.only.is_none_or(|only| *locale == only))
        .map(|locale| {
            let standing = standing(locale);
            let file = subject.translations.get(locale);
            Row {
                subject: subject.id.clone(),
                locale: locale.clone(),
                path: file.map(|file| file.path().clone()),
                words: standing.map_or_else(|| *words, |standing| standing.words),
                since: file.and_then(|file| file.said().date.as_ref()).map(|date| date.value),
                is_unreadable: file.is_some_and(|file| file.unreadable().is_some()),
                standing,
            }
        })
        .collect();
    (rows, problems.into_iter().map(|problem| format!("{}: {}", problem.span.path, problem.message)).collect())
}

/// The revision that a translation seems to say it answers to.
fn base_in(translation: &str) -> Option<&str> {
    let (_, said) = translation.split_once("base:")?;
    let said = said.trim_start_matches([' ', '"', '\'']);
    let end = said.find(|letter: char| !letter.is_ascii_hexdigit())?;
    (!said[..end].is_empty()).then(|| &said[..end])
}
