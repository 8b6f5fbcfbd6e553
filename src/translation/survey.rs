//! All translations of a site to what readers are told of them, remembered by the files they come from.

use std::collections::BTreeMap;
use std::sync::Arc;

use smol_str::SmolStr;

use super::changes::Class;
use super::freshness::Standing;
use super::segment::Place;
use super::subject::{File, Subject, SubjectId, Subjects};
use super::{minor, snapshot};
use crate::base::{Fingerprint, Locale, SourcePath, Store, TextRange};
use crate::content::{Documents, EntityId, Kind, TextKey};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::SourceSet;

/// What is known of every translation that says which revision it answers to.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    reports: BTreeMap<(SubjectId, Locale), Arc<Report>>,
}

/// How one translation stands, and where it lags behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How it stands.
    pub standing: Standing,
    /// Where its file says what it answers to.
    pub place: TextRange,
    /// The ids of the headings under which the source has changed; nothing for what comes before the first.
    pub sections: Vec<Option<SmolStr>>,
    /// The fields that have changed in the source.
    pub fields: Vec<TextKey>,
    /// The fields of the translation that its source had when it was translated, and has no more.
    pub orphans: Vec<TextKey>,
    /// How many of the changes are segments that the source did not have.
    pub added: usize,
    /// How many are segments that the source has no more.
    pub removed: usize,
    /// Whether a negation, a number, a term, a name or a link is among the changes.
    pub is_risky: bool,
    diagnostics: Vec<Diagnostic>,
}

impl Survey {
    /// What is known of the translation of a document or of the vocabulary it is an entry of.
    #[must_use]
    pub fn of(&self, id: &EntityId, locale: &Locale) -> Option<&Report> {
        let subject =
            if id.kind.is_document() { SubjectId::Document(id.clone()) } else { SubjectId::Vocabulary(id.kind) };
        self.reports.get(&(subject, locale.clone())).map(Arc::as_ref)
    }

    /// Every report.
    pub fn iter(&self) -> impl Iterator<Item = (&SubjectId, &Locale, &Report)> {
        self.reports.iter().map(|((subject, locale), report)| (subject, locale, report.as_ref()))
    }
}

/// Surveys the translations of a site; edited snapshots are reported.
#[must_use]
pub fn survey(
    sources: &SourceSet,
    documents: &Documents,
    subjects: &Subjects,
    memo: &mut Store<Report>,
    diagnostics: &mut Diagnostics,
) -> Survey {
    let glossary: Vec<Fingerprint> =
        documents.vocabulary.iter().filter(|file| file.kind == Kind::Term).map(|file| file.fingerprint).collect();
    let minor = sources.get(&SourcePath::new(minor::PATH)).map(|file| file.fingerprint());
    let jobs: Vec<(&Subject, &Locale, &File)> = subjects
        .iter()
        .flat_map(|subject| subject.translations.iter().map(move |(locale, file)| (subject, locale, file)))
        .filter(|(_, _, file)| file.said().base.is_some())
        .collect();
    let key = |(subject, _, file): &(&Subject, &Locale, &File)| {
        let base = file.said().base.as_ref().and_then(|base| sources.get(&snapshot::path(&base.value)));
        let parts = [
            fingerprint(&subject.source).to_string(),
            fingerprint(file).to_string(),
            file.path().to_string(),
            format!("{glossary:?} {minor:?} {:?}", base.map(|file| file.fingerprint())),
        ];
        Fingerprint::of_parts(parts.iter().map(String::as_bytes))
    };
    let reports =
        memo.get_or_make(&jobs, key, |(subject, locale, file)| report(sources, subjects, subject, locale, file));
    let mut survey = Survey::default();
    for ((subject, locale, _), report) in jobs.iter().zip(reports) {
        diagnostics.extend(report.diagnostics.iter().cloned());
        survey.reports.insert((subject.id.clone(), (*locale).clone()), report);
    }
    survey
}

fn fingerprint(file: &File) -> Fingerprint {
    match file {
        File::Document(document) => document.fingerprint,
        File::Vocabulary(file) => file.fingerprint,
    }
}

fn report(sources: &SourceSet, subjects: &Subjects, subject: &Subject, locale: &Locale, file: &File) -> Report {
    let place = file.said().base.as_ref().map(|base| base.range).unwrap_or_default();
    let mut problems = Diagnostics::default();
    let Some(comparison) = subjects.compare(sources, subject, locale, &mut problems) else {
        unreachable!("a job is made of a translation that is there")
    };
    let (mut sections, mut fields, mut is_risky) = (Vec::new(), Vec::new(), false);
    let (mut added, mut removed) = (0, 0);
    for change in comparison.open() {
        added += usize::from(change.class == Class::Added);
        removed += usize::from(change.class == Class::Removed);
        is_risky |= !change.risks.is_empty();
        let segment = comparison.after(change).or_else(|| comparison.before(change));
        if let Some(Place::Field(key)) = segment.map(|segment| &segment.place) {
            fields.push(key.clone());
            continue;
        }
        // What was removed lies where it lay: under the last heading before it that is still there.
        let before = match (change.after, change.before) {
            (Some(after), _) => &comparison.source.segments[..=after],
            (None, Some(_)) => comparison.before_of(change),
            (None, None) => &[],
        };
        let heading = before.iter().rev().find_map(|segment| match &segment.place {
            Place::Block { anchor: Some(anchor), .. } => Some(anchor.clone()),
            _ => None,
        });
        if !sections.contains(&heading) {
            sections.push(heading);
        }
    }
    let orphans =
        comparison.obsolete.iter().filter_map(|(index, _)| match &comparison.target.segments.get(*index)?.place {
            Place::Field(key) => Some(key.clone()),
            Place::Block { .. } => None,
        });
    let orphans = orphans.collect();
    sections.sort();
    fields.sort();
    Report {
        standing: comparison.standing,
        place,
        sections,
        fields,
        orphans,
        added,
        removed,
        is_risky,
        diagnostics: problems.into_iter().collect(),
    }
}
