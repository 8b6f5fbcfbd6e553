//! A new PO file over one that people have worked in: nothing they have written goes.
//!
//! A translation that an export has not written stays, with the stamp of the text it was made over, so that an
//! import still sees who has changed what.
//!
//! 1. Where its source is another now, it stands at the new one as `fuzzy`, with the old one as `#| msgid`; once
//!    the old one is back, so is the translation.
//! 2. Where its source is gone, it is obsolete, as gettext has it, and comes back with its source.
//!
//! Comments of translators, flags, headers and obsolete entries that are not ours survive.

use std::collections::{BTreeMap, BTreeSet};

use similar::TextDiff;

use super::import::shortened;
use super::po::{Entry, Po};
use super::po_units::noted;
use super::units::seen;

/// Noted where a translation was sure until its source changed, with the stamp of its text.
const OLDER: &str = "older";
/// The least likeness of two sources of which one has become the other.
const LIKE: f32 = 0.5;
/// More pairs than these are not compared.
const MANY: usize = 10_000;

/// What an old entry is to a new one that has no equal in the file.
#[derive(Clone, Copy)]
enum Heir {
    /// Its translation, whose source has been back and forth.
    Returned(usize),
    /// Its translation, which was obsolete.
    Revived(usize),
    /// A translation of what its source was.
    Aged(usize),
}

/// The new file with all that people have written into the old one, and what is to be said of it.
#[must_use]
pub fn over(new: Po, old: &Po) -> (Po, Vec<String>) {
    let mut known: BTreeMap<(Option<&str>, &str), usize> = BTreeMap::new();
    for (index, entry) in old.entries.iter().enumerate().filter(|(_, entry)| !entry.is_obsolete) {
        known.entry((entry.context.as_deref(), &entry.source)).or_insert(index);
    }
    let equal = |entry: &Entry| known.get(&(entry.context.as_deref(), entry.source.as_str())).copied();
    let mut used: BTreeSet<usize> = new.entries.iter().filter_map(equal).collect();
    let heirs = heirs(&new, old, &equal, &mut used);
    let mut notes = Vec::new();
    let mut entries: Vec<Entry> = Vec::with_capacity(new.entries.len());
    for (number, entry) in new.entries.into_iter().enumerate() {
        entries.push(match (equal(&entry), heirs.get(&number)) {
            (Some(index), _) => merged(entry, &old.entries[index]),
            (None, Some(heir)) => inherited(entry, old, *heir, &mut notes),
            (None, None) => entry,
        });
    }
    let left = old.entries.iter().enumerate().filter(|(index, _)| !used.contains(index)).map(|(_, entry)| entry);
    for entry in left {
        if entry.is_obsolete {
            entries.push(entry.clone());
        } else if !entry.is_header() && (is_edited(entry) || is_noted(entry)) {
            let shown = shortened(if entry.target.is_empty() { &entry.source } else { &entry.target });
            notes.push(format!("“{shown}” has no source any more: it is kept as `#~` and comes back with its source"));
            entries.push(obsolete(entry));
        }
    }
    (Po { entries }, notes)
}

/// Whose translations the new entries without an equal take over.
fn heirs(
    new: &Po,
    old: &Po,
    equal: &impl Fn(&Entry) -> Option<usize>,
    used: &mut BTreeSet<usize>,
) -> BTreeMap<usize, Heir> {
    let mut heirs: BTreeMap<usize, Heir> = BTreeMap::new();
    let open: Vec<(usize, &Entry)> =
        new.entries.iter().enumerate().filter(|(_, entry)| !entry.is_header() && equal(entry).is_none()).collect();
    let is_left = |entry: &Entry| !entry.is_obsolete && !entry.is_header() && is_edited(entry);
    let left: Vec<usize> =
        (0..old.entries.len()).filter(|index| !used.contains(index) && is_left(&old.entries[*index])).collect();
    let mut by_previous: BTreeMap<(Option<&str>, &str), usize> = BTreeMap::new();
    let mut by_source: BTreeMap<(Option<&str>, &str), usize> = BTreeMap::new();
    let mut by_context: BTreeMap<&str, usize> = BTreeMap::new();
    for index in &left {
        let entry = &old.entries[*index];
        if let Some(previous) = entry.previous.as_deref().filter(|_| entry.has_flag("fuzzy")) {
            by_previous.insert((entry.context.as_deref(), previous), *index);
        }
        by_source.insert((entry.context.as_deref(), &entry.source), *index);
        if let Some(context) = &entry.context {
            by_context.insert(context, *index);
        }
    }
    let mut obsolete: BTreeMap<(Option<&str>, &str), usize> = BTreeMap::new();
    for (index, entry) in old.entries.iter().enumerate().filter(|(_, entry)| entry.is_obsolete) {
        obsolete.insert((entry.context.as_deref(), &entry.source), index);
    }
    for (number, entry) in &open {
        let context = entry.context.as_deref();
        let revived = obsolete.get(&(context, entry.source.as_str())).filter(|index| {
            let old = &old.entries[**index];
            let is_of_today = entry.target.is_empty() || stamp(old) == Some(&seen(&entry.target));
            !old.target.is_empty() && is_of_today
        });
        let previous = entry.previous.as_deref();
        let heir = by_previous
            .get(&(context, entry.source.as_str()))
            .map(|index| Heir::Returned(*index))
            .or_else(|| revived.map(|index| Heir::Revived(*index)))
            .or_else(|| by_source.get(&(context, previous?)).map(|index| Heir::Aged(*index)))
            .or_else(|| by_context.get(context?).map(|index| Heir::Aged(*index)));
        if let Some(heir) = heir
            && used.insert(heir.index())
        {
            heirs.insert(*number, heir);
        }
    }
    // What has no name is known by its words.
    let open: Vec<(usize, &Entry)> = open.into_iter().filter(|(number, _)| !heirs.contains_key(number)).collect();
    let left: Vec<usize> = left.into_iter().filter(|index| !used.contains(index)).collect();
    if open.len() * left.len() <= MANY {
        for index in left {
            let old = &old.entries[index];
            let mut likeness: Vec<(f32, usize)> = open
                .iter()
                .filter(|(number, entry)| !heirs.contains_key(number) && entry.context == old.context)
                .map(|(number, entry)| (TextDiff::from_words(&*old.source, &*entry.source).ratio(), *number))
                .filter(|(likeness, _)| *likeness >= LIKE)
                .collect();
            likeness.sort_by(|one, other| other.0.total_cmp(&one.0));
            if let Some((_, number)) = likeness.first() {
                used.insert(index);
                heirs.insert(*number, Heir::Aged(index));
            }
        }
    }
    heirs
}

impl Heir {
    fn index(self) -> usize {
        match self {
            Self::Returned(index) | Self::Revived(index) | Self::Aged(index) => index,
        }
    }
}

/// A new entry with the translation that it inherits.
fn inherited(mut entry: Entry, old: &Po, heir: Heir, notes: &mut Vec<String>) -> Entry {
    let old = &old.entries[heir.index()];
    let shown = shortened(&old.target);
    entry.target.clone_from(&old.target);
    entry.comments = old.comments.iter().filter(|comment| !is_note(comment)).cloned().collect();
    entry.references.clone_from(&old.references);
    entry.flags.clone_from(&old.flags);
    entry.extracted.retain(|note| !note.starts_with("cxbook:seen"));
    entry.extracted.extend(stamp(old).map(|stamp| format!("cxbook:seen {stamp}")));
    let was_sure = !old.has_flag("fuzzy") || noted(old, OLDER) == Some(&seen(&old.target));
    match heir {
        Heir::Returned(_) if was_sure => {
            entry.flags.retain(|flag| flag != "fuzzy");
            entry.previous = None;
            notes.push(format!("“{shown}” is sure again: its source is back"));
        }
        Heir::Revived(_) => {
            entry.previous.clone_from(&old.previous);
            notes.push(format!("“{shown}” is back, as its source is"));
        }
        Heir::Returned(_) | Heir::Aged(_) => {
            if !old.has_flag("fuzzy") {
                entry.flags.push("fuzzy".to_owned());
            }
            if was_sure {
                entry.extracted.push(format!("cxbook:{OLDER} {}", seen(&old.target)));
            }
            // A translation that has seen several sources go is of the first of them.
            let first = old.previous.clone().filter(|_| noted(old, OLDER).is_some() && was_sure);
            entry.previous = Some(first.unwrap_or_else(|| old.source.clone()));
            notes.push(format!(
                "“{shown}” was written for a source that is another now: it is `fuzzy` there, below the old source; make it \
                 right and take `fuzzy` away"
            ));
        }
    }
    entry
}

/// An entry whose source is gone. The stamp stands where other tools keep it.
fn obsolete(entry: &Entry) -> Entry {
    let mut comments = entry.comments.clone();
    comments.extend(stamp(entry).map(|stamp| format!("cxbook:seen {stamp}")));
    Entry {
        is_obsolete: true,
        comments,
        extracted: Vec::new(),
        references: Vec::new(),
        raw: String::new(),
        ..entry.clone()
    }
}

/// One entry of a new export over the one of the same text that is there.
fn merged(mut entry: Entry, old: &Entry) -> Entry {
    if entry.is_header() {
        for line in old.target.lines() {
            let name = line.split(':').next().unwrap_or_default();
            if !name.is_empty() && entry.header(name).is_none() {
                entry.target.push_str(line);
                entry.target.push('\n');
            }
        }
    } else if old.target != entry.target && is_edited(old) {
        return old.clone();
    }
    entry.comments.clone_from(&old.comments);
    for note in old.extracted.iter().filter(|note| !is_note(note)) {
        if !entry.extracted.contains(note) {
            entry.extracted.push(note.clone());
        }
    }
    entry.references.clone_from(&old.references);
    entry.flags.extend(old.flags.iter().filter(|flag| *flag != "fuzzy").cloned());
    // Word for word what is there: then byte for byte too.
    let raw = Entry { raw: String::new(), ..old.clone() };
    if raw == entry { old.clone() } else { entry }
}

/// Whether somebody has written this translation since it was exported.
fn is_edited(entry: &Entry) -> bool {
    !entry.target.is_empty() && stamp(entry) != Some(&seen(&entry.target))
}

/// Whether a translator has left a comment or a flag with it.
fn is_noted(entry: &Entry) -> bool {
    entry.comments.iter().any(|comment| !is_note(comment)) || entry.flags.iter().any(|flag| flag != "fuzzy")
}

/// The stamp of the translation that an export has written.
fn stamp(entry: &Entry) -> Option<&str> {
    let comment = || entry.comments.iter().find_map(|comment| comment.strip_prefix("cxbook:seen").map(str::trim));
    noted(entry, "seen").or_else(comment)
}

/// Whether a comment is a note of an export.
fn is_note(comment: &str) -> bool {
    comment.starts_with("cxbook:")
}
