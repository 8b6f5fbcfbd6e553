//! What a tool has given back to changes of the translation, text by text.
//!
//! 1. A text whose source is no longer there becomes a suggestion. One that is as it was is left.
//! 2. If a person has changed the file since the export, and the tool has not, the person's stays; if
//!    both have, it stays too, and the tool's goes to the conflicts.
//! 3. A text with HTML, links or pictures that the source does not have is refused; so is one after
//!    which the document would have another shape. The rest goes in.
//! 4. Nothing but the bytes of the changed texts is written.

use std::collections::{BTreeMap, BTreeSet};

use super::codes::Coded;
use super::page::Desk;
use super::po::{Entry, Po};
use super::units::{self, Bundle, Unit, bundle, one_line, seen};
use super::{Fault, codes, is_xml, page, place};
use crate::base::{Locale, LocaleError};
use crate::content::front_matter::Quality;
use crate::edit::Edit;
use crate::edit::translate::{self, Setting};
use crate::markdown::{self, BlockKind, Marks, marks};
use crate::translation::SubjectId;

/// One document of a file that has come back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// Which document.
    pub subject: String,
    /// In which language.
    pub target: String,
    /// Its texts.
    pub units: Vec<IncomingUnit>,
}

/// One text that has come back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IncomingUnit {
    /// Its id, where the format has one.
    pub id: Option<String>,
    /// Its key.
    pub key: Option<String>,
    /// Its source, where the format needs it to find the text.
    pub source: Option<String>,
    /// Its translation.
    pub target: String,
    /// Its translation with codes, where the format has them.
    pub pieces: Option<Coded>,
    /// What was shown of the codes of its source: what opens and what closes each.
    pub codes: BTreeMap<usize, (String, String)>,
    /// Stands for the translation that the export wrote.
    pub seen: Option<String>,
    /// Stands for the same with its codes, where the format has them.
    pub given: Option<String>,
    /// Whether somebody has left a note with it.
    pub is_noted: bool,
    /// Whether the tool holds it to be more than a suggestion.
    pub is_ready: bool,
    /// Whether it says that somebody has approved it.
    pub is_approved: bool,
    /// Whether it says that it is translated, though it may be the same as its source.
    pub is_said_translated: bool,
    /// What it says that cannot all be true.
    pub contradiction: Option<String>,
    /// Why its text may not be taken, if its file says so.
    pub fault: Option<String>,
    /// The line of its file, where that is known.
    pub line: Option<usize>,
    /// The file, for messages.
    pub file: String,
}

impl IncomingUnit {
    /// Where it stands, behind a message; nothing where only the file is known.
    fn at(&self) -> String {
        self.line.map_or_else(String::new, |_| format!(" ({})", self.place()))
    }

    /// Where it stands, for messages.
    fn place(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.file),
            None => self.file.clone(),
        }
    }
}

/// What an import may do beyond the ordinary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trust {
    /// Take the tool's text where a person has changed the file as well.
    pub take_conflicts: bool,
    /// Let HTML and links pass that the source does not have.
    pub new_markup: bool,
    /// Believe a file that says that its texts are approved.
    pub approved: bool,
}

/// What became of one document.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// Which document.
    pub subject: String,
    /// The files to write.
    pub edits: Vec<Edit>,
    /// How many texts were taken.
    pub taken: usize,
    /// How many were as they are.
    pub unchanged: usize,
    /// How many have no translation.
    pub open: usize,
    /// Which were kept because a person has changed them, and the tool has not.
    pub kept: usize,
    /// Which were refused, each with the reason.
    pub refused: Vec<String>,
    /// What was found odd and did no harm.
    pub notes: Vec<String>,
    /// What both have changed: the tool's texts.
    pub conflicts: Vec<Entry>,
    /// Which texts have come back in different words, with the places; none of them was taken.
    pub disputed: Vec<String>,
    /// All that was said of those.
    pub claims: Vec<Entry>,
    /// What cannot be applied: the source is another now, or the tool is not sure.
    pub suggestions: Vec<Entry>,
}

/// An import of files into a site.
#[derive(Clone, Debug)]
pub struct Import<'a> {
    /// The site.
    pub setting: &'a Setting<'a>,
    /// What is allowed.
    pub trust: Trust,
}

impl Import<'_> {
    /// Finds out what is to be written for one document.
    ///
    /// # Errors
    ///
    /// There is no such document or language, or its files cannot be read.
    pub fn document(&self, incoming: &Incoming) -> Result<Imported, Fault> {
        let setting = self.setting;
        let id = SubjectId::parse(&incoming.subject);
        // The name has to be exactly one of ours: it comes from outside, and nothing is made of it.
        let subject = setting
            .subjects
            .get(&id)
            .filter(|subject| subject.id.to_string() == incoming.subject)
            .ok_or_else(|| {
                Fault::whole(format_args!("the file is of `{}`, and this site has no such document", incoming.subject))
            })?;
        let locale = setting.language(Some(subject), &self.language(&incoming.target)).map_err(Fault::whole)?;
        let comparison = if subject.translations.contains_key(&locale) {
            Some(setting.compare(subject, &locale).map_err(Fault::whole)?)
        } else {
            None
        };
        let now = bundle(subject, &locale, comparison.as_ref());
        let mut imported = Imported { subject: now.subject.clone(), ..Imported::default() };
        let wanted = self.wanted(&now, incoming, &mut imported);
        if wanted.is_empty() {
            return Ok(imported);
        }
        let needs_place = comparison.as_ref().is_none_or(|comparison| {
            let placed = comparison.pairs().filter(|pair| pair.target.is_some());
            let placed: BTreeSet<(Option<String>, String)> = placed.map(|pair| place::name(pair.source)).collect();
            let name = |unit: &Unit| (unit.key.clone(), unit.source.clone());
            wanted.iter().any(|(index, _)| !placed.contains(&name(&now.units[*index])))
        });
        let mut text = match setting.sources.text(&now.path) {
            Some(text) => text.to_owned(),
            None => String::new(),
        };
        if needs_place {
            let made = if comparison.is_none() {
                translate::new(setting, locale.as_str(), &now.subject)
            } else {
                translate::update(setting, locale.as_str(), &now.subject)
            };
            for edit in made.map_err(Fault::whole)?.edits {
                if edit.path == now.path {
                    text = edit.text;
                } else {
                    imported.edits.push(edit);
                }
            }
        }
        let desk = Desk {
            setting,
            path: &now.path,
            source: subject.source.path(),
            id: &id,
            locale: &locale,
            extra: &imported.edits,
        };
        let (written, taken) = page::put(&desk, &now, &wanted, &text, &mut imported.refused)?;
        imported.taken = taken;
        if taken == 0 {
            imported.edits.clear();
            return Ok(imported);
        }
        let is_approved = wanted.iter().all(|(_, unit)| unit.is_approved);
        let was_reviewed =
            subject.translations.get(&locale).is_some_and(|file| file.said().status == Quality::Reviewed);
        let written = if was_reviewed && !(self.trust.approved && is_approved) {
            imported.notes.push("it is a draft again until somebody has read what is new".to_owned());
            translate::as_draft(&now.path, &written).map_err(Fault::whole)?
        } else {
            written
        };
        imported.edits.extend(setting.edit(&now.path, written));
        Ok(imported)
    }

    /// The language of the site that a file means: tools write `fr-FR`, or `FR`, where they were given `fr`.
    fn language(&self, target: &str) -> String {
        let config = self.setting.config;
        let (Ok(canonical) | Err(LocaleError::NotCanonical { canonical, .. })) = Locale::parse(target.trim()) else {
            return target.to_owned();
        };
        let ours = [canonical.clone()].into_iter().chain(canonical.parents());
        let mut ours = ours.filter(|locale| config.language(locale).is_some());
        ours.next().map_or_else(|| target.to_owned(), |locale| locale.to_string())
    }

    /// Which texts are to be written: the unit of today, and what it is to say.
    fn wanted(&self, now: &Bundle, incoming: &Incoming, imported: &mut Imported) -> Vec<(usize, Wanted)> {
        let mut wanted: BTreeMap<usize, Wanted> = BTreeMap::new();
        let mut claims: BTreeMap<usize, Vec<(&IncomingUnit, Entry)>> = BTreeMap::new();
        let by_id: BTreeMap<String, usize> =
            now.units.iter().enumerate().map(|(index, known)| (known.id(), index)).collect();
        for unit in &incoming.units {
            let id = match (&unit.id, &unit.source) {
                (Some(id), _) => id.clone(),
                (None, source) => units::id(unit.key.as_deref(), source.as_deref().unwrap_or_default()),
            };
            let found = by_id.get(&id).copied();
            let name = unit.key.clone().unwrap_or_else(|| "a block".to_owned());
            if let Some(contradiction) = &unit.contradiction {
                imported.notes.push(format!("{name}: {contradiction}; it counts as a draft"));
            }
            let Some(index) = found else {
                let target = unit.pieces.as_ref().map_or_else(|| unit.target.clone(), |coded| coded.shown(&unit.codes));
                if !target.trim().is_empty() {
                    imported.suggestions.push(kept_entry(
                        unit,
                        unit.source.clone().unwrap_or_default(),
                        target,
                        "its source is another now",
                    ));
                }
                continue;
            };
            let known = &now.units[index];
            let (target, damage) = match &unit.pieces {
                Some(coded) => codes::join(coded, &codes::codes(&known.source)),
                None => (unit.target.clone(), codes::Damage::default()),
            };
            let target = target.trim_matches([' ', '\t', '\n']).to_owned();
            if target.trim().is_empty() {
                imported.open += 1;
                continue;
            }
            if target == known.target {
                imported.unchanged += 1;
                continue;
            }
            if target == known.source && !unit.is_said_translated {
                imported.open += 1;
                continue;
            }
            let shown = shortened(&known.source);
            let refusal = |reason: &str| format!("{name} “{shown}”: {reason}{}", unit.at());
            if let Some(fault) = &unit.fault {
                imported.refused.push(refusal(fault));
                continue;
            }
            if known.is_split {
                imported.refused.push(refusal("its translation is two blocks; change it in the file"));
                continue;
            }
            if !unit.is_ready {
                imported.suggestions.push(kept_entry(
                    unit,
                    known.source.clone(),
                    target,
                    "the tool marks it as uncertain",
                ));
                continue;
            }
            let had = codes::codes(&known.source);
            let lost: Vec<&str> =
                damage.missing.iter().filter_map(|number| had.get(*number)).map(|code| code.open.as_str()).collect();
            // What the translation did without before, it may do without again.
            let was_there = |open: &&str| known.target.is_empty() || known.target.contains(*open);
            if let Some(lost) = lost.into_iter().find(was_there) {
                imported.refused.push(refusal(&format!("`{lost}` of the source is missing")));
                continue;
            }
            if !damage.doubled.is_empty() || damage.unknown {
                imported.notes.push(format!(
                    "{name} “{shown}”: a code stands there twice or is not the source's; its text was kept"
                ));
            }
            if let Some(reason) = odd(known, &target).or_else(|| self.injected(known, &target)) {
                imported.refused.push(refusal(&reason));
                continue;
            }
            let current = seen(&known.target);
            let is_untouched = unit.seen.as_deref() == Some(&current) || known.target.is_empty();
            if !is_untouched && unit.seen.as_deref() == Some(&seen(&target)) {
                imported.kept += 1;
                continue;
            }
            if !is_untouched && !self.trust.take_conflicts {
                let mut entry =
                    kept_entry(unit, known.source.clone(), target, "the file says something else since the export");
                entry.comments.push(format!("in the file: {}", known.target.replace('\n', " ")));
                imported.conflicts.push(entry);
                continue;
            }
            let said = claims.entry(index).or_default();
            let is_other = wanted.get(&index).is_none_or(|first| first.text != target);
            if is_other {
                let entry = kept_entry(unit, known.source.clone(), target.clone(), &unit.place());
                said.push((unit, entry));
            }
            wanted.entry(index).or_insert(Wanted { text: target, is_approved: unit.is_approved });
        }
        claims.retain(|_, said| said.len() > 1);
        for (index, said) in &claims {
            let name = now.units[*index].key.as_deref().unwrap_or("a block");
            let shown = shortened(&now.units[*index].source);
            let places: Vec<String> = said.iter().map(|(unit, _)| unit.place()).collect();
            imported.claims.extend(said.iter().map(|(_, entry)| entry.clone()));
            imported.disputed.push(format!("{name} “{shown}” in {}", places.join(" and ")));
        }
        wanted.into_iter().filter(|(index, _)| !claims.contains_key(index)).collect()
    }

    /// Why a text may not go in, if it brings what the source does not have.
    fn injected(&self, known: &Unit, target: &str) -> Option<String> {
        let new = marks(target);
        let dangerous = new.links.iter().chain(&new.images).find(|link| {
            let link = link.trim().to_ascii_lowercase();
            link.starts_with("javascript:") || link.starts_with("data:") || link.starts_with("vbscript:")
        });
        if let Some(link) = dangerous {
            return Some(format!("it links to `{link}`"));
        }
        if new.tags.iter().any(|tag| matches!(tag.as_str(), "script" | "style" | "iframe" | "object" | "embed")) {
            return Some("it holds HTML that could act".to_owned());
        }
        if self.trust.new_markup {
            return None;
        }
        let (source, old) = (marks(&known.source), marks(&known.target));
        let unknown = |pick: fn(&Marks) -> &std::collections::BTreeSet<String>| {
            pick(&new).iter().find(|item| !pick(&source).contains(*item) && !pick(&old).contains(*item)).cloned()
        };
        unknown(|marks| &marks.tags)
            .map(|tag| format!("it holds the HTML element `{tag}`, which the source does not have"))
            .or_else(|| {
                unknown(|marks| &marks.links).map(|link| format!("it links to `{link}`, which the source does not"))
            })
            .or_else(|| {
                unknown(|marks| &marks.images).map(|image| format!("it shows `{image}`, which the source does not"))
            })
    }
}

/// Why a text cannot stand where a line of prose does.
fn odd(known: &Unit, target: &str) -> Option<String> {
    let is_line = |text: &str| {
        let body = markdown::parse(text, 0, &markdown::Limits::default());
        // `12. Mai` is a list by itself, and a date in a heading.
        match &body.blocks[..] {
            [one] if one.kind == BlockKind::Paragraph => one.range.start() == 0,
            [one] => one.kind == BlockKind::Item && text.starts_with(|first: char| first.is_ascii_digit()),
            _ => false,
        }
    };
    let is_field = known.key.as_deref().is_some_and(|key| key.starts_with("text:"));
    if let Some(letter) = target.chars().find(|letter| !is_xml(*letter)) {
        return Some(format!("it holds U+{:04X}, which no text may hold", u32::from(letter)));
    }
    if target.contains("<!--") && !known.source.contains("<!--") {
        return Some("it holds a comment, which no reader would see".to_owned());
    }
    if is_field && target.contains('\n') && one_line(target) != target {
        return Some("it has a line break that the source does not have".to_owned());
    }
    let breaks = is_line(&known.source) && !is_line(target);
    breaks.then(|| "it is no line of text: by itself it would be another kind of block".to_owned())
}

/// A text that is to go in.
pub(super) struct Wanted {
    pub(super) text: String,
    is_approved: bool,
}

/// A text that was not put in, as an entry for whoever looks through them.
fn kept_entry(unit: &IncomingUnit, source: String, target: String, why: &str) -> Entry {
    Entry {
        comments: vec![why.to_owned()],
        flags: vec!["fuzzy".to_owned()],
        context: unit.key.clone().or_else(|| unit.id.clone()),
        source: if source.is_empty() { "?".to_owned() } else { source },
        target,
        ..Entry::default()
    }
}

/// Entries as a PO file of their own.
#[must_use]
pub fn aside(subject: &str, locale: &str, entries: &[Entry]) -> Po {
    let target = format!(
        "Language: {locale}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nX-Document: {subject}\nX-Target-Language: {locale}\nX-Generator: cxbook\n"
    );
    let mut po = Po { entries: vec![Entry { target, ..Entry::default() }] };
    po.entries.extend(entries.iter().cloned());
    po
}

/// The first words of a text.
pub(super) fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 6 { words.join(" ") } else { format!("{} …", words[..6].join(" ")) }
}
