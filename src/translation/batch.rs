//! The files of a site to those of one subject, or of some subjects at a time.
//!
//! To read all of a large site takes gigabytes; a translator asks about one page, and what is done to
//! every page can be done to some hundred of them after the others.

use std::collections::BTreeMap;

use super::SubjectId;
use crate::base::{Locale, SourcePath};
use crate::config::Config;
use crate::content::Kind;
use crate::content::identity::{Place, place};
use crate::source::SourceSet;

/// The files that `id` is made of, and every vocabulary; `None` if there is no file of it.
#[must_use]
pub fn part_of(sources: &SourceSet, config: &Config, id: &SubjectId) -> Option<SourceSet> {
    let mut part = SourceSet::default();
    let mut is_there = false;
    for (path, file) in sources.under("content") {
        let Some((found, _)) = subject_of(path, config) else { continue };
        is_there |= found == *id;
        if found == *id || matches!(found, SubjectId::Vocabulary(_)) {
            part.share(path.clone(), file);
        }
    }
    is_there.then_some(part)
}

/// Every subject that has a translation into `locale`, its source and that file; or every subject with all its files.
/// `most` files or one subject at a time, with the glossary.
pub fn batches<'a>(
    sources: &'a SourceSet,
    config: &'a Config,
    locale: Option<&'a Locale>,
    most: usize,
) -> impl Iterator<Item = SourceSet> + 'a {
    let mut glossaries: Vec<SourcePath> = Vec::new();
    let mut groups: BTreeMap<SubjectId, (Vec<SourcePath>, bool)> = BTreeMap::new();
    for (path, _) in sources.under("content") {
        let Some((id, language)) = subject_of(path, config) else { continue };
        if id == SubjectId::Vocabulary(Kind::Term) {
            glossaries.push(path.clone());
            continue;
        }
        let is_wanted = language.as_ref().is_some_and(|language| locale.is_none_or(|locale| locale == language));
        if is_wanted || language.is_none_or(|language| language == config.source_language) {
            let (paths, is_translated) = groups.entry(id).or_default();
            paths.push(path.clone());
            *is_translated |= is_wanted;
        }
    }
    let wanted = groups.into_values().filter(|(_, is_translated)| *is_translated || locale.is_none());
    packed(wanted.map(|(paths, _)| paths), most).into_iter().map(move |groups| {
        let mut part = SourceSet::default();
        for path in groups.iter().flatten().chain(&glossaries) {
            if let Some(file) = sources.get(path) {
                part.share(path.clone(), file);
            }
        }
        part
    })
}

/// The groups in batches of `most` items or of one group, in their order; one empty batch if there is none.
pub(super) fn packed<T>(groups: impl Iterator<Item = Vec<T>>, most: usize) -> Vec<Vec<Vec<T>>> {
    let mut batches: Vec<Vec<Vec<T>>> = vec![Vec::new()];
    let mut items = 0;
    for group in groups {
        if items > 0 && items + group.len() > most {
            batches.push(Vec::new());
            items = 0;
        }
        items += group.len();
        if let Some(last) = batches.last_mut() {
            last.push(group);
        }
    }
    batches
}

/// What a file belongs to, with the language in its name.
pub(super) fn subject_of(path: &SourcePath, config: &Config) -> Option<(SubjectId, Option<Locale>)> {
    match place(path, |locale| config.language(locale).is_some()).ok()? {
        Place::Document { id, locale } => Some((SubjectId::Document(id), locale)),
        Place::Vocabulary { kind, locale } => Some((SubjectId::Vocabulary(kind), locale)),
        Place::Asset | Place::Reserved => None,
    }
}
