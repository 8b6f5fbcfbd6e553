//! Entries of vocabularies from elsewhere to edits of their files.
//!
//! New entries come at the end of a file. One that says something else takes the place of the old one, if
//! that is allowed: from its id to its last line. What stands before, between and behind entries stays,
//! comments above all.

use std::collections::BTreeMap;

use smol_str::SmolStr;

use super::authored::{self, Authored};
use super::files::{Document, Planner, VocabularyBlock};
use super::source;
use crate::base::{Id, Locale, SourcePath, TextRange};
use crate::content::identity::{path_of, translation_path};
use crate::content::read::vocabulary;
use crate::content::vocabulary::VocabularyFile;
use crate::content::yaml::{self, Value};
use crate::content::{EntityId, Kind};
use crate::edit::Edit;
use crate::markdown::without_inline_comments;
use crate::translation::replace;

/// The block in which a translation speaks of itself.
const TRANSLATION: &str = "translation";

/// Entries by id, each as the lines that it would be written as.
type Lines = Vec<(SmolStr, String)>;

impl Planner<'_, '_> {
    pub(super) fn vocabulary(&mut self, kind: Kind, entries: &[&Document], blocks: &[VocabularyBlock]) {
        let source_language = &self.setting.config.source_language;
        let known = |locale: &Locale| {
            let mut files = self.setting.documents.vocabulary.iter();
            files.find(|file| file.kind == kind && file.locale == *locale)
        };
        let there = known(source_language);
        let path = there.map_or_else(|| path_of(&EntityId::new(kind, "")), |file| file.path.clone());
        let (mut new, mut changed): (Lines, Lines) = Default::default();
        let mut foreign = Vec::new();
        for entry in entries {
            let yaml = entry_yaml(kind, &entry.id.id, &entry.fields);
            let Ok(id) = Id::parse(&entry.id.id) else { continue };
            if entry.locale != *source_language {
                foreign.push(entry.id.clone());
                continue;
            }
            match there.and_then(|file| Some((file, file.parsed.entries.get(&id)?))) {
                None => new.push((entry.id.id.clone(), yaml)),
                Some((file, _)) if entry_of(file, &id).as_deref() == Some(yaml.as_str()) => {}
                Some(_) => changed.push((entry.id.id.clone(), yaml)),
            }
        }
        let translations = translations_of(entries, source_language);
        let translated: Vec<(Locale, SourcePath, Option<VocabularyFile>)> = translations
            .keys()
            .map(|locale| (locale.clone(), translation_path(&path, locale), known(locale).cloned()))
            .collect();
        let is_there = there.is_some();
        for id in foreign {
            self.report.drop(format!("{id}: the vocabularies of this site are written in `{source_language}`"));
        }
        if is_there {
            self.entries(path, new, changed);
        } else {
            self.file(path, new.into_iter().map(|(_, yaml)| yaml).collect());
        }
        for (locale, path, there) in translated {
            let Some(texts) = translations.get(&locale) else { continue };
            if !self.has_language(&locale) {
                continue;
            }
            let block = blocks.iter().find(|block| block.kind == kind && block.locale == locale);
            self.translated_entries(path, there.as_ref(), texts, block);
        }
    }

    /// Adds new entries at the end of a file, and puts changed ones in their place if that is allowed.
    fn entries(&mut self, path: SourcePath, new: Lines, mut changed: Lines) {
        let file = self.setting.sources.get(&path);
        let text = self.setting.sources.text(&path).unwrap_or_default();
        let mut places = places(&path, text);
        // The block of a translation goes with its texts, and is none of them.
        let mut added: Lines = Vec::new();
        if self.setting.replace {
            added.extend(changed.extract_if(.., |(id, _)| id == TRANSLATION && !places.contains_key(&**id)));
        } else {
            changed.retain(|(id, _)| id != TRANSLATION);
            places.clear();
        }
        let (put, kept): (Lines, Lines) = changed.into_iter().partition(|(id, _)| places.contains_key(&**id));
        let changes: Vec<(TextRange, &str)> =
            put.iter().filter_map(|(id, yaml)| Some((*places.get(&**id)?, yaml.as_str()))).collect();
        let mut written: String = added.into_iter().map(|(_, yaml)| yaml).collect();
        written.push_str(&replace(text, &changes));
        if !new.is_empty() && !written.is_empty() && !written.ends_with('\n') {
            written.push('\n');
        }
        written.extend(new.into_iter().map(|(_, yaml)| yaml));
        let is_kept = !kept.is_empty();
        if is_kept {
            self.beside(path.clone(), kept.into_iter().map(|(_, yaml)| yaml).collect());
        }
        if written != text {
            self.plan.edits.push(match file {
                None => Edit { path, before: None, text: written },
                Some(file) => Edit::of(path, file, written),
            });
        } else if !is_kept {
            self.plan.unchanged += 1;
        }
    }

    fn translated_entries(
        &mut self,
        path: SourcePath,
        there: Option<&VocabularyFile>,
        texts: &BTreeMap<String, String>,
        block: Option<&VocabularyBlock>,
    ) {
        let block = block.map(|block| (TRANSLATION.into(), source::untyped_fields(&block.as_field(), 0)));
        let Some(file) = there else {
            let block = block.map(|(_, yaml)| yaml).unwrap_or_default();
            self.file(path, block + &lines(texts));
            return;
        };
        let mut by_entry: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
        for (key, text) in texts {
            by_entry.entry(entry_in(key)).or_default().insert(key.clone(), text.clone());
        }
        let (mut new, mut changed): (Lines, Lines) = Default::default();
        for (id, mut texts) in by_entry {
            let said = file.parsed.texts.iter().filter(|(key, _)| entry_in(key) == id);
            let said: BTreeMap<String, String> =
                said.map(|(key, text)| (key.to_string(), text.value.to_string())).collect();
            let is_said = |(key, text): (&String, &String)| {
                said.get(key).is_some_and(|said| without_inline_comments(said) == text.as_str())
            };
            match said.is_empty() {
                true => new.push((id.into(), lines(&texts))),
                false if texts.iter().all(is_said) => {}
                false => {
                    // What the other side does not know stays.
                    for (key, text) in said {
                        texts.entry(key).or_insert(text);
                    }
                    changed.push((id.into(), lines(&texts)));
                }
            }
        }
        changed.extend(block.filter(|_| !changed.is_empty()));
        self.entries(path, new, changed);
    }
}

impl VocabularyBlock {
    /// With its name before it.
    fn as_field(&self) -> Authored {
        Authored::Map(vec![(TRANSLATION.into(), self.block.clone())])
    }
}

fn lines(texts: &BTreeMap<String, String>) -> String {
    source::texts(texts.iter().map(|(key, text)| (key.as_str(), text.as_str())))
}

/// The entry that a key is of.
fn entry_in(key: &str) -> &str {
    key.split('.').next().unwrap_or_default()
}

/// Where each entry stands, from its id to its last line; those that share a line with others are left out.
fn places(path: &SourcePath, text: &str) -> BTreeMap<String, TextRange> {
    let Ok(node) = yaml::parse(path, text, TextRange::new(0, text.len())) else { return BTreeMap::new() };
    let Value::Map(entries) = node.value else { return BTreeMap::new() };
    let starts: Vec<usize> = entries.iter().map(|(key, _)| key.range.start()).collect();
    let is_own_line = |start: usize| start == 0 || text[..start].ends_with('\n');
    if !starts.iter().copied().all(is_own_line) {
        return BTreeMap::new();
    }
    let place = |(key, _): &(yaml::Key, yaml::Node)| {
        let start = key.range.start();
        let end = starts.iter().copied().filter(|other| *other > start).min().unwrap_or(text.len());
        // At the margin, nothing but a comment can follow the last line of a value.
        let behind = text[start..end].split_inclusive('\n').rev();
        let behind = behind.take_while(|line| line.trim().is_empty() || line.starts_with('#'));
        (key.text.clone(), TextRange::new(start, end - behind.map(str::len).sum::<usize>()))
    };
    entries.iter().map(place).collect()
}

/// The texts of entries by language, their ids before their keys.
fn translations_of(entries: &[&Document], source_language: &Locale) -> BTreeMap<Locale, BTreeMap<String, String>> {
    let mut found: BTreeMap<Locale, BTreeMap<String, String>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.locale == *source_language) {
        for translated in &entry.translations {
            let texts = translated.texts.iter().map(|(key, text)| (format!("{}.{key}", entry.id.id), text.clone()));
            found.entry(translated.locale.clone()).or_default().extend(texts);
        }
    }
    found
}

/// One entry of a vocabulary, as it would be written.
fn entry_yaml(kind: Kind, id: &SmolStr, fields: &Authored) -> String {
    source::entry(vocabulary::shape_of(kind), id, fields)
}

/// An entry that is there, as an export would tell it and it would be written.
fn entry_of(file: &VocabularyFile, id: &Id) -> Option<String> {
    let fields = authored::entry(&file.parsed, id)?.visible();
    Some(entry_yaml(file.kind, &SmolStr::new(id.as_str()), &fields))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_ends_with_its_last_line_and_not_with_what_follows() {
        let text = "# all\ndesk:\n  name: >-\n    # no comment\n    Desk\n\n# of help-desk\nhelp-desk: Help\n\n# end\n";
        let places = places(&SourcePath::new("x.yaml"), text);
        assert_eq!(places["desk"].of(text), "desk:\n  name: >-\n    # no comment\n    Desk\n");
        assert_eq!(places["help-desk"].of(text), "help-desk: Help\n");
    }

    #[test]
    fn entries_on_one_line_have_no_place_of_their_own() {
        assert!(places(&SourcePath::new("x.yaml"), "{ desk: Desk, help-desk: Help }\n").is_empty());
    }
}
