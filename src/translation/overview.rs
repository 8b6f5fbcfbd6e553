//! A whole site to one row for each document and language, in little memory.
//!
//! Documents are read a batch at a time and forgotten once they have their rows, so ten thousand in
//! ten languages need no more memory than their files.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::freshness::{Freshness, Standing};
use super::subject::{Subject, SubjectId, Subjects};
use crate::base::{Date, Locale, SourcePath};
use crate::config::Config;
use crate::content::identity::{Place, place};
use crate::content::{self, Documents, Kind};
use crate::diagnostic::{Diagnostics, Name};
use crate::source::SourceSet;

/// How all translations of a site stand.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// One for each subject and each language but its own.
    pub rows: Vec<Row>,
    /// The sum for each language, in the order of `book.toml`.
    pub totals: Vec<(Locale, Total)>,
    /// Snapshots that were edited and translations without a source, with their paths.
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
}

/// The sum for a language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// How many there are to translate.
    pub subjects: usize,
    /// Those that say what their source says.
    pub fresh: usize,
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
    /// `missing`, `reviewed, outdated 2/18`.
    #[must_use]
    pub fn shown(&self) -> String {
        self.standing.as_ref().map_or_else(|| "missing".to_owned(), Standing::shown)
    }

    /// Whether there is a file, in which nothing is translated: it counts as missing.
    #[must_use]
    pub fn is_begun_only(&self) -> bool {
        self.standing.as_ref().is_some_and(Standing::is_missing)
    }

    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_well(&self) -> bool {
        self.standing.as_ref().is_some_and(|standing| {
            standing.freshness == Freshness::Fresh && standing.untranslated == 0 && !standing.is_missing()
        })
    }

    /// What comes first: outdated, begun, missing, unverified.
    #[must_use]
    pub fn urgency(&self) -> u8 {
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

/// How many files are read at a time.
const BATCH: usize = 2000;

/// Surveys every document and vocabulary of a site.
#[must_use]
pub fn overview(sources: &SourceSet, config: &Config) -> Overview {
    let mut shared: Vec<SourcePath> = Vec::new();
    let mut groups: BTreeMap<SubjectId, Vec<SourcePath>> = BTreeMap::new();
    for (path, _) in sources.under("content") {
        match place(path, |locale| config.language(locale).is_some()) {
            Ok(Place::Document { id, .. }) => groups.entry(SubjectId::Document(id)).or_default().push(path.clone()),
            Ok(Place::Vocabulary { kind: Kind::Term, .. }) => shared.push(path.clone()),
            Ok(Place::Vocabulary { kind, .. }) => {
                groups.entry(SubjectId::Vocabulary(kind)).or_default().push(path.clone());
            }
            Ok(Place::Asset | Place::Reserved) | Err(_) => {}
        }
    }
    let mut batches: Vec<Vec<SourcePath>> = vec![Vec::new()];
    for paths in groups.into_values() {
        if batches.last().is_some_and(|batch| batch.len() + paths.len() > BATCH) {
            batches.push(Vec::new());
        }
        if let Some(batch) = batches.last_mut() {
            batch.extend(paths);
        }
    }
    let mut overview = Overview::default();
    for batch in batches {
        let mut part = SourceSet::default();
        for path in shared.iter().chain(&batch) {
            if let Some(file) = sources.get(path) {
                part.insert(path.clone(), std::sync::Arc::clone(file.bytes()));
            }
        }
        let mut found = Diagnostics::default();
        let documents = content::parse(&part, config, &mut content::Memo::default(), &mut found);
        let subjects = Subjects::collect(sources, &documents, config, &mut found);
        rows(sources, &documents, &subjects, config, &mut overview);
    }
    summed(overview, config)
}

/// The same of documents that are in memory already.
#[must_use]
pub fn overview_of(sources: &SourceSet, documents: &Documents, subjects: &Subjects, config: &Config) -> Overview {
    let mut overview = Overview::default();
    rows(sources, documents, subjects, config, &mut overview);
    summed(overview, config)
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
            Some(_) => total.fresh += 1,
        }
    }
    let of = |locale: &Locale| totals.get(locale).copied();
    overview.totals =
        config.languages.keys().filter_map(|locale| of(locale).map(|total| (locale.clone(), total))).collect();
    overview
}

fn rows(all: &SourceSet, documents: &Documents, subjects: &Subjects, config: &Config, overview: &mut Overview) {
    let list: Vec<&Subject> = subjects.iter().filter(|subject| subject.has_text()).collect();
    let rows: Vec<(Vec<Row>, Vec<String>)> =
        list.par_iter().map(|subject| subject_rows(all, subjects, subject, config)).collect();
    for (rows, problems) in rows {
        overview.rows.extend(rows);
        overview.problems.extend(problems);
    }
    let known: std::collections::BTreeSet<&SourcePath> =
        subjects.iter().flat_map(|subject| subject.translations.values()).map(super::subject::File::path).collect();
    for document in &documents.documents {
        let id = SubjectId::Document(document.id.clone());
        let is_orphan = subjects.get(&id).is_none() && !known.contains(&document.path);
        if is_orphan {
            overview.problems.push(format!("{}: {}", document.path, Name::OrphanTranslation.summary()));
        }
    }
}

fn subject_rows(all: &SourceSet, subjects: &Subjects, subject: &Subject, config: &Config) -> (Vec<Row>, Vec<String>) {
    let mut problems = Diagnostics::default();
    let words: usize = subject.today().segments.iter().map(super::segment::Segment::words).sum();
    let languages = config.languages.keys().filter(|locale| *locale != subject.source.locale());
    let rows = languages
        .map(|locale| {
            let standing = subjects.standing(all, subject, locale, &mut problems);
            Row {
                subject: subject.id.clone(),
                locale: locale.clone(),
                path: subject.translations.get(locale).map(|file| file.path().clone()),
                words: standing.map_or(words, |standing| standing.words),
                since: subject
                    .translations
                    .get(locale)
                    .and_then(|file| file.said().date.as_ref())
                    .map(|date| date.value),
                standing,
            }
        })
        .collect();
    (rows, problems.into_iter().map(|problem| format!("{}: {}", problem.span.path, problem.message)).collect())
}
