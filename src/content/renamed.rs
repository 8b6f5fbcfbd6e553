//! Keys that name an entry by a former id to the keys of today.
//!
//! An entry that got another id says so (`renamed-from`). Translations and snapshots written before
//! may still have the old one; they are read as if they had the new one, so nothing that people
//! translated is lost by a mere rename.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::front_matter::FrontMatter;
use super::text::{Localizable, TextKey};
use super::vocabulary::VocabularyFile;
use super::{Document, Documents, EntityId, Kind};
use crate::base::{Fingerprint, Id, Locale, SourcePath, Spanned};
use crate::config::Config;

/// What a source says of former ids, and the keys that it has today.
#[derive(Clone, Debug, Default)]
pub struct Former {
    /// Former prefix and today's, outer entries first: `steps.wait`, `steps.waiting`.
    prefixes: Vec<(String, String)>,
}

impl Former {
    /// What a source with these texts says. A former id that another entry has today leads nowhere.
    #[must_use]
    pub fn new(renamed: &IndexMap<TextKey, Vec<Spanned<Id>>>, texts: &Localizable) -> Self {
        let mut entries: Vec<(&TextKey, &Vec<Spanned<Id>>)> =
            renamed.iter().filter(|(key, _)| !key.is_empty()).collect();
        entries.sort_by_key(|(key, _)| key.len());
        let mut prefixes = Vec::new();
        for (key, former) in entries {
            for id in former {
                let old = match key.rsplit_once('.') {
                    Some((parent, _)) => format!("{parent}.{}", id.value),
                    None => id.value.to_string(),
                };
                let below = format!("{old}.");
                let is_taken =
                    texts.range(TextKey::new(&below)..).next().is_some_and(|(key, _)| key.starts_with(&below));
                if !is_taken {
                    prefixes.push((old, key.to_string()));
                }
            }
        }
        Self { prefixes }
    }

    /// Whether no entry was ever called otherwise.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.prefixes.is_empty()
    }

    /// Today's key for one that may be older.
    #[must_use]
    pub fn current(&self, key: &str) -> TextKey {
        let mut current = TextKey::new(key);
        for (old, new) in &self.prefixes {
            let rest = current.strip_prefix(old.as_str()).filter(|rest| rest.is_empty() || rest.starts_with('.'));
            if let Some(rest) = rest {
                current = TextKey::new(format!("{new}{rest}"));
            }
        }
        current
    }

    /// The same texts under today's keys; what stands under a new key already goes before. Nothing if all are.
    fn texts(&self, texts: &Localizable) -> Option<Localizable> {
        if self.is_empty() || texts.keys().all(|key| self.current(key) == *key) {
            return None;
        }
        let mut current: Localizable = texts.iter().map(|(key, text)| (self.current(key), text.clone())).collect();
        let own = texts.iter().filter(|(key, _)| self.current(key) == **key);
        current.extend(own.map(|(key, text)| (key.clone(), text.clone())));
        Some(current)
    }
}

/// What is called otherwise today than `former`, and the file that says so.
#[must_use]
pub fn today(documents: &Documents, former: &EntityId) -> Option<(EntityId, SourcePath)> {
    let split = |id: &str| id.rsplit_once('/').map_or((String::new(), id.to_owned()), |(a, b)| (a.into(), b.into()));
    let (parent, own) = split(&former.id);
    let has = |ids: &[Spanned<Id>]| ids.iter().any(|id| id.value.as_str() == own);
    let document = documents.sources().filter(|document| document.id.kind == former.kind).find(|document| {
        let common = document.parsed.front_matter.common();
        split(&document.id.id).0 == parent
            && common.and_then(|common| common.renamed_from.get("")).is_some_and(|former| has(former))
    });
    if let Some(document) = document {
        return Some((document.id.clone(), document.path.clone()));
    }
    let files = documents.vocabulary.iter().filter(|file| file.kind == former.kind);
    files.filter(|_| parent.is_empty()).find_map(|file| {
        let (today, _) = file.parsed.renamed_from.iter().find(|(_, former)| has(former))?;
        Some((EntityId::new(file.kind, today.as_str()), file.path.clone()))
    })
}

/// Gives the texts of every translation the keys that their source has today.
pub(super) fn follow(documents: &mut [Document], vocabulary: &mut [VocabularyFile], config: &Config) {
    let mut of_documents: BTreeMap<EntityId, (Former, Fingerprint)> = BTreeMap::new();
    for document in documents.iter() {
        let Some(common) = document.parsed.front_matter.common() else { continue };
        let former = Former::new(&common.renamed_from, &common.texts);
        if !former.is_empty() {
            of_documents.entry(document.id.clone()).or_insert((former, document.fingerprint));
        }
    }
    for document in documents.iter_mut() {
        let Some((former, source)) = of_documents.get(&document.id) else { continue };
        let FrontMatter::Overlay(overlay) = &document.parsed.front_matter else { continue };
        if let Some(texts) = former.texts(&overlay.texts) {
            let mut overlay = overlay.clone();
            overlay.texts = texts;
            let mut parsed = (*document.parsed).clone();
            parsed.front_matter = FrontMatter::Overlay(overlay);
            document.parsed = Arc::new(parsed);
            document.fingerprint = both(document.fingerprint, *source);
        }
    }
    let of_vocabulary: BTreeMap<Kind, (Former, Fingerprint)> = vocabulary
        .iter()
        .filter(|file| file.locale == config.source_language)
        .map(|file| (file.kind, (Former::new(&file.parsed.renamed_from, &file.parsed.texts), file.fingerprint)))
        .filter(|(_, (former, _))| !former.is_empty())
        .collect();
    let is_translation = |locale: &Locale| *locale != config.source_language;
    for file in vocabulary.iter_mut().filter(|file| is_translation(&file.locale)) {
        let Some((former, source)) = of_vocabulary.get(&file.kind) else { continue };
        if let Some(texts) = former.texts(&file.parsed.texts) {
            let mut parsed = (*file.parsed).clone();
            parsed.texts = texts;
            file.parsed = Arc::new(parsed);
            file.fingerprint = both(file.fingerprint, *source);
        }
    }
}

/// What was read depends on the source as well.
fn both(own: Fingerprint, source: Fingerprint) -> Fingerprint {
    let parts = [own.to_string(), source.to_string()];
    Fingerprint::of_parts(parts.iter().map(String::as_bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::TextRange;

    fn former(pairs: &[(&str, &str)], texts: &[&str]) -> Former {
        let renamed = pairs
            .iter()
            .map(|(key, id)| (TextKey::new(key), vec![Spanned::new(Id::parse(id).unwrap(), TextRange::at(0))]))
            .collect();
        let texts = texts.iter().map(|key| (TextKey::new(key), Spanned::new(Arc::from("x"), TextRange::at(0))));
        Former::new(&renamed, &texts.collect())
    }

    #[test]
    fn an_entry_within_a_renamed_entry_may_be_renamed_too() {
        let former = former(&[("steps.waits.pains.silence", "quiet"), ("steps.waits", "wait"), ("", "old")], &[]);
        assert_eq!(former.current("steps.wait.name"), "steps.waits.name");
        assert_eq!(former.current("steps.wait.pains.quiet.text"), "steps.waits.pains.silence.text");
        assert_eq!(former.current("steps.waiting.name"), "steps.waiting.name");
        assert_eq!(former.current("old.name"), "old.name");
    }

    #[test]
    fn a_former_id_that_is_in_use_again_is_left_alone() {
        let former = former(&[("steps.b", "a")], &["steps.a.name", "steps.b.name"]);
        assert_eq!(former.current("steps.a.name"), "steps.a.name");
    }
}
