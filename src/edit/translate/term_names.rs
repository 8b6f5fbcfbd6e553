//! What a term base calls its languages and concepts, to what the site calls them.
//!
//! Other programs write `EN`, `en_US` or `fr-FR` where the site says `en` and `fr`, and number their concepts.

use std::collections::{BTreeMap, BTreeSet};

use super::{Standing, TermBase};
use crate::base::{Id, Locale, LocaleError, count};
use crate::config::Config;
use crate::content::vocabulary::{Entry, VocabularyFile};

/// More notes of one kind than these are counted and not told one by one.
pub(super) const MOST_TOLD: usize = 10;

/// The languages of a term base that are languages of the site, and what is to be said of the others.
pub(super) fn languages<'a>(base: &'a TermBase, config: &Config) -> (BTreeMap<&'a str, Locale>, Vec<String>) {
    let tags: BTreeSet<&str> = base.words.iter().map(|word| word.language.as_str()).collect();
    let mut known: BTreeMap<&str, Locale> = BTreeMap::new();
    let mut near: BTreeMap<Locale, Vec<(&str, Locale)>> = BTreeMap::new();
    for tag in tags {
        let Some(canonical) = canonical(tag) else { continue };
        if config.language(&canonical).is_some() {
            known.insert(tag, canonical);
            continue;
        }
        let parent = canonical.parents().find(|parent| config.language(parent).is_some());
        let only = || {
            let mut alike = config.languages.keys().filter(|locale| locale.language() == canonical.as_str());
            alike.next().filter(|_| alike.next().is_none()).cloned()
        };
        if let Some(ours) = parent.or_else(only) {
            near.entry(ours).or_default().push((tag, canonical));
        }
    }
    let mut notes = Vec::new();
    for (ours, tags) in near {
        let others: BTreeSet<&Locale> = tags.iter().map(|(_, canonical)| canonical).collect();
        let is_exact = known.values().any(|locale| *locale == ours);
        let names = others.iter().map(|locale| format!("`{locale}`")).collect::<Vec<_>>().join(" and ");
        if is_exact || others.len() > 1 {
            let why = if is_exact { "the file has words of that itself" } else { "only one of them can be" };
            notes.push(format!("did not take {names} for `{ours}`: {why}"));
        } else {
            notes.push(format!("took {names} for `{ours}`"));
            known.extend(tags.into_iter().map(|(tag, _)| (tag, ours.clone())));
        }
    }
    (known, notes)
}

/// A tag as it is written in its one form: that of `EN` and `en_US`.
fn canonical(tag: &str) -> Option<Locale> {
    match Locale::parse(tag.trim()) {
        Ok(locale) | Err(LocaleError::NotCanonical { canonical: locale, .. }) => Some(locale),
        Err(LocaleError::NotATag(_)) => None,
    }
}

/// The id of each concept in the glossary: its own, that of the entry with the same word, or one made of its word.
pub(super) fn ids<'a>(
    base: &'a TermBase,
    glossary: &VocabularyFile,
    languages: &BTreeMap<&str, Locale>,
    source: &Locale,
) -> (BTreeMap<&'a str, String>, Vec<String>) {
    let mut words: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for word in &base.words {
        let own = words.entry(&word.id).or_default();
        let is_source = languages.get(word.language.as_str()) == Some(source);
        if is_source && word.standing != Standing::Deprecated && (own.is_none() || word.standing == Standing::Preferred)
        {
            *own = Some(&word.term);
        }
    }
    let terms = glossary.parsed.entries.iter().filter_map(|(id, entry)| match &entry.entry {
        Entry::Term(term) => Some((id, term)),
        _ => None,
    });
    let mut by_word: BTreeMap<String, Vec<&Id>> = BTreeMap::new();
    for (id, term) in terms {
        if let Some(form) = term.forms.get(source) {
            by_word.entry(form.term.value.to_lowercase()).or_default().push(id);
        }
    }
    let mut taken: BTreeSet<String> = glossary.parsed.entries.keys().map(ToString::to_string).collect();
    taken.extend(words.keys().filter(|id| Id::parse(id).is_ok()).map(|id| (*id).to_owned()));
    let mut ids = BTreeMap::new();
    let (mut same, mut made) = (Vec::new(), Vec::new());
    for (id, word) in words {
        let is_known = glossary.parsed.entries.contains_key(id);
        let entry = word.filter(|_| !is_known).and_then(|word| by_word.get(&word.to_lowercase()));
        let own = match entry.map(Vec::as_slice) {
            Some([entry]) => {
                same.push(format!("`{id}` is `{entry}` here, which has the same word"));
                entry.to_string()
            }
            _ if is_known || Id::parse(id).is_ok() => id.to_owned(),
            _ => match word.and_then(Id::from_words).or_else(|| Id::from_words(id)) {
                Some(free) => {
                    let mut names = (1..).map(|number| match number {
                        1 => free.to_string(),
                        number => format!("{free}-{number}"),
                    });
                    let free = names.find(|name| !taken.contains(name)).unwrap_or_default();
                    taken.insert(free.clone());
                    made.push(format!("`{id}`, which cannot be the id of a term, is `{free}` here"));
                    free
                }
                None => id.to_owned(),
            },
        };
        ids.insert(id, own);
    }
    let mut notes = some(same);
    notes.extend(some(made));
    (ids, notes)
}

/// The first few of some notes, and how many more there are.
pub(super) fn some(mut notes: Vec<String>) -> Vec<String> {
    if notes.len() > MOST_TOLD {
        let more = notes.len() - MOST_TOLD + 1;
        notes.truncate(MOST_TOLD - 1);
        notes.push(format!("and {} like these", count(more, "more note")));
    }
    notes
}
