//! What a tool has given back to changes of the translation, text by text.
//!
//! 1. A text whose source is no longer there becomes a suggestion. One that is as it was is left.
//! 2. If a person has changed the file since the export, and the tool has not, the person's stays; if
//!    both have, it stays too, and the tool's goes to the conflicts.
//! 3. A text with HTML, links or pictures that the source does not have is refused; so is one after
//!    which the document would have another shape. The rest goes in.
//! 4. Nothing but the bytes of the changed texts is written.

use std::collections::BTreeMap;

use super::Fault;
use super::codes;
use super::codes::Coded;
use super::po::{Entry, Po};
use super::units::{self, Bundle, Unit, bundle, one_line, seen};
use crate::base::{Locale, SourcePath, TextRange};
use crate::config;
use crate::content::front_matter::Quality;
use crate::content::yaml::{Node, Value};
use crate::content::{self, yaml};
use crate::diagnostic::Diagnostics;
use crate::edit::Edit;
use crate::edit::translate::{self, Setting};
use crate::markdown::{self, BlockKind, Marks, marks};
use crate::source::SourceSet;
use crate::translation::{Comparison, File, Place, Revision, Segment, SubjectId, Subjects, replace, snapshot};

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
        let locale = setting.language(Some(subject), &incoming.target).map_err(Fault::whole)?;
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
        let needs_place = comparison.is_none()
            || wanted.iter().any(|(index, _)| {
                comparison.as_ref().is_some_and(|comparison| targets(comparison, &now.units[*index]).is_empty())
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
        let (written, taken) = self.apply(&desk, &now, &wanted, &text, &mut imported.refused)?;
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
            written.replacen("status: reviewed", "status: draft", 1)
        } else {
            written
        };
        imported.edits.extend(setting.edit(&now.path, written));
        Ok(imported)
    }

    /// Which texts are to be written: the unit of today, and what it is to say.
    fn wanted<'i>(&self, now: &Bundle, incoming: &'i Incoming, imported: &mut Imported) -> Vec<(usize, Wanted<'i>)> {
        let mut wanted: BTreeMap<usize, Wanted<'i>> = BTreeMap::new();
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
                let target = unit.pieces.as_ref().map_or_else(|| unit.target.clone(), Coded::visible);
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
            if known.is_split {
                imported
                    .refused
                    .push(format!("{name} “{shown}”: its translation is two blocks; change it in the file"));
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
                imported.refused.push(format!("{name} “{shown}”: `{lost}` of the source is missing"));
                continue;
            }
            if !damage.doubled.is_empty() || damage.unknown {
                imported.notes.push(format!(
                    "{name} “{shown}”: a code stands there twice or is not the source's; its text was kept"
                ));
            }
            if let Some(reason) = odd(known, &target).or_else(|| self.injected(known, &target)) {
                imported.refused.push(format!("{name} “{shown}”: {reason}"));
                continue;
            }
            let current = seen(&known.target);
            let is_untouched = unit.seen.as_deref() == Some(&current) || known.target.is_empty();
            if !is_untouched && !self.trust.take_conflicts {
                if unit.seen.as_deref() == Some(&seen(&target)) {
                    imported.kept += 1;
                } else {
                    let mut entry =
                        kept_entry(unit, known.source.clone(), target, "the file says something else since the export");
                    entry.comments.push(format!("in the file: {}", known.target.replace('\n', " ")));
                    imported.conflicts.push(entry);
                }
                continue;
            }
            match wanted.get(&index) {
                Some(first) if first.text != target => {
                    imported.notes.push(format!("{name} “{shown}”: the file has it twice; the first was taken"));
                }
                Some(_) => {}
                None => {
                    let unit = Wanted { text: target, is_approved: unit.is_approved, from: std::marker::PhantomData };
                    wanted.insert(index, unit);
                }
            }
        }
        wanted.into_iter().collect()
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

    /// Puts the texts in, one after the other, each only if the document keeps its shape.
    fn apply(
        &self,
        desk: &Desk<'_>,
        now: &Bundle,
        wanted: &[(usize, Wanted<'_>)],
        text: &str,
        refused: &mut Vec<String>,
    ) -> Result<(String, usize), Fault> {
        let start = desk.read(text)?;
        let mut items: Vec<Item<'_>> = Vec::new();
        for (index, want) in wanted {
            let unit = &now.units[*index];
            let name = format!("{} “{}”", unit.key.as_deref().unwrap_or("a block"), shortened(&unit.source));
            let places = places(&start, unit, &want.text, text);
            if places.is_empty() {
                refused.push(format!("{name}: there is no place for it in the file; put it in by hand"));
            } else {
                items.push(Item { name, text: &want.text, places });
            }
        }
        let mut page = Page { desk, text, shape: start.shape, taken: Vec::new(), refused };
        page.put(&items);
        let changes: Vec<(TextRange, &str)> = page.taken.iter().flat_map(|item| item.changes()).collect();
        Ok((replace(text, &changes), page.taken.len()))
    }
}

/// A text with all its places in the file.
struct Item<'w> {
    name: String,
    text: &'w str,
    places: Vec<(At, TextRange, String)>,
}

impl Item<'_> {
    fn changes(&self) -> impl Iterator<Item = (TextRange, &str)> {
        self.places.iter().map(|(_, range, new)| (*range, new.as_str()))
    }
}

/// A translation while texts are put into it.
struct Page<'a, 'i> {
    desk: &'a Desk<'a>,
    text: &'a str,
    shape: Shape,
    taken: Vec<&'i Item<'i>>,
    refused: &'a mut Vec<String>,
}

impl<'i> Page<'_, 'i> {
    /// Puts texts in together; where they break the page, each half, down to the one that does.
    fn put(&mut self, items: &'i [Item<'i>]) {
        if items.is_empty() {
            return;
        }
        let changes: Vec<_> = self.taken.iter().copied().chain(items).flat_map(Item::changes).collect();
        let says: Vec<(&At, &str)> =
            items.iter().flat_map(|item| item.places.iter().map(|(at, ..)| (at, item.text))).collect();
        let after = self.desk.read(&replace(self.text, &changes)).ok().map(|read| read.shape);
        match (after, items) {
            (Some(after), _) if self.shape.allows(&after, &says) => {
                self.shape = after;
                self.taken.extend(items);
            }
            (_, [one]) => self.refused.push(format!("{}: the page would have another shape with it", one.name)),
            _ => {
                let (first, second) = items.split_at(items.len() / 2);
                self.put(first);
                self.put(second);
            }
        }
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
    if target.contains("<!--") && !known.source.contains("<!--") {
        return Some("it holds a comment, which no reader would see".to_owned());
    }
    if is_field && target.contains('\n') && one_line(target) != target {
        return Some("it has a line break that the source does not have".to_owned());
    }
    let breaks = is_line(&known.source) && !is_line(target);
    breaks.then(|| "it is no line of text: by itself it would be another kind of block".to_owned())
}

struct Wanted<'i> {
    text: String,
    is_approved: bool,
    from: std::marker::PhantomData<&'i ()>,
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

/// The segments of a translation that a unit is the text of.
fn targets<'c>(comparison: &'c Comparison, unit: &Unit) -> Vec<&'c Segment> {
    comparison
        .pairs()
        .filter(|pair| units::key(pair.source) == unit.key && one_line(&pair.source.markdown) == unit.source)
        .filter_map(|pair| pair.target)
        .collect()
}

/// Which text of a file a change belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum At {
    /// The segment with this number among the blocks.
    Block(usize),
    /// The field with this key.
    Field(String),
}

/// Where a unit stands in the file, and what is to be written there.
fn places(read: &Read, unit: &Unit, new: &str, text: &str) -> Vec<(At, TextRange, String)> {
    let mut places = Vec::new();
    for pair in read.comparison.pairs() {
        if units::key(pair.source) != unit.key || one_line(&pair.source.markdown) != unit.source {
            continue;
        }
        match (&pair.source.place, pair.target) {
            (Place::Field(key), Some(target)) => {
                places.push((At::Field(key.to_string()), target.range, scalar(text, target.range, new)));
            }
            (Place::Field(key), None) => {
                if let Some((range, written)) = empty_field(&read.tree, key, text, new) {
                    places.push((At::Field(key.to_string()), range, written));
                }
            }
            (Place::Block { .. }, Some(target)) => {
                // Equal texts that people have translated in different ways stay different.
                let is_alike = one_line(&target.markdown) == unit.target || pair.is_untranslated;
                let number =
                    read.target.blocks().iter().position(|index| read.target.segments[*index].range == target.range);
                if let (true, Some(number)) = (is_alike || places.is_empty(), number) {
                    places.push((At::Block(number), target.range, block(text, target, new)));
                }
            }
            (Place::Block { .. }, None) => {}
        }
    }
    places
}

/// A block's new text as it is written: hard breaks behind the marks of the blocks around it, and the
/// comments that were in it.
fn block(text: &str, target: &Segment, new: &str) -> String {
    let line = text[..target.range.start()].rfind('\n').map_or(0, |at| at + 1);
    let prefix: String = text[line..target.range.start()]
        .chars()
        .map(|letter| if letter == '>' || letter.is_whitespace() { letter } else { ' ' })
        .collect();
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut written = new.replace('\n', &format!("{newline}{prefix}"));
    for comment in comments(&target.markdown) {
        written.push(' ');
        written.push_str(comment);
    }
    written
}

/// The comments of a text that speak to tools, without the mark that it is to be translated.
fn comments(markdown: &str) -> Vec<&str> {
    let mut comments = Vec::new();
    let mut rest = markdown;
    while let Some(start) = rest.find("<!-- l10n:") {
        let Some(length) = rest[start..].find("-->") else { break };
        let comment = &rest[start..start + length + 3];
        if comment != "<!-- l10n:new -->" {
            comments.push(comment);
        }
        rest = &rest[start + length + 3..];
    }
    comments
}

/// A new value in the style of the one that stands there.
fn scalar(text: &str, range: TextRange, new: &str) -> String {
    let old = range.of(text);
    let before = text[..range.start()].trim_end_matches([' ', '\t']);
    let is_block = before.ends_with('\n')
        && before
            .trim_end()
            .lines()
            .next_back()
            .is_some_and(|line| line.trim_end().trim_end_matches(['-', '+']).ends_with(['>', '|']));
    if is_block && !new.contains('\n') {
        return new.to_owned();
    }
    if old.starts_with('\'') && !new.contains('\n') {
        return format!("'{}'", new.replace('\'', "''"));
    }
    let is_plain = !old.starts_with('"')
        && !new.contains(['\n', '#', '{', '}', '[', ']', ',', '"', '\t'])
        && !new.contains(": ")
        && !new.ends_with(':')
        && new.starts_with(char::is_alphabetic)
        && !matches!(new.to_lowercase().as_str(), "null" | "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n");
    // A plain text in a map of several lines may hold commas and brackets.
    let may_be_plain =
        is_plain || (!old.starts_with('"') && !old.contains('\n') && is_calm(new) && is_own_line(text, range));
    if may_be_plain { new.to_owned() } else { serde_json::Value::from(new).to_string() }
}

fn is_calm(new: &str) -> bool {
    new.starts_with(char::is_alphabetic)
        && !new.contains(['\n', '\t'])
        && !new.contains(": ")
        && !new.contains(" #")
        && !new.ends_with(':')
}

/// Whether nothing follows the value on its line: then it stands in no braces.
fn is_own_line(text: &str, range: TextRange) -> bool {
    let rest = text[range.end()..].split('\n').next().unwrap_or_default();
    let line = text[..range.start()].rfind('\n').map_or(0, |at| at + 1);
    rest.trim().is_empty() && !text[line..range.start()].contains(['{', '['])
}

/// Where an empty field stands, as `cxbook translate new` writes them, and what to write there.
fn empty_field(tree: &Node, key: &str, text: &str, new: &str) -> Option<(TextRange, String)> {
    let mut node = tree;
    let mut name = None;
    let parts: Vec<&str> = key.split('.').collect();
    for (depth, part) in parts.iter().enumerate() {
        let child = match &node.value {
            Value::Map(entries) => {
                entries.iter().find(|(key, _)| key.text == *part).map(|(key, child)| (Some(key.range), child))
            }
            Value::List(items) => part
                .parse::<usize>()
                .ok()
                .and_then(|number| items.get(number.checked_sub(1)?))
                .map(|child| (None, child)),
            _ => None,
        };
        match child {
            Some((range, child)) => {
                name = range.or(name);
                node = child;
            }
            // The short form of an entry has the key of its long one.
            None if depth + 1 == parts.len() && is_empty(node) => break,
            None => return None,
        }
    }
    if !is_empty(node) {
        return None;
    }
    let name = name?;
    let line = text[..name.start()].rfind('\n').map_or(0, |at| at + 1);
    let indent: String =
        text[line..name.start()].chars().map(|letter| if letter == '-' { ' ' } else { letter }).collect();
    if !indent.trim().is_empty() || new.contains('\n') {
        return None;
    }
    let end = text[name.end()..].find('\n').map_or(text.len(), |at| name.end() + at);
    let end = end - usize::from(text[..end].ends_with('\r'));
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    Some((TextRange::new(name.end(), end), format!(": >-{newline}{indent}  {new}")))
}

fn is_empty(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Scalar(scalar) => scalar.text.trim().is_empty(),
        _ => false,
    }
}

/// The first words of a text.
pub(super) fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.len() <= 6 { words.join(" ") } else { format!("{} …", words[..6].join(" ")) }
}

/// One translation on the desk: its file as a text, and all that reading it takes.
struct Desk<'a> {
    setting: &'a Setting<'a>,
    path: &'a SourcePath,
    source: &'a SourcePath,
    id: &'a SubjectId,
    locale: &'a Locale,
    extra: &'a [Edit],
}

/// A translation as it reads.
struct Read {
    comparison: Comparison,
    target: Revision,
    tree: Node,
    shape: Shape,
}

impl Desk<'_> {
    /// Reads the translation as if its file said `text`.
    fn read(&self, text: &str) -> Result<Read, Fault> {
        let broken = || Fault::whole(format_args!("{} could not be read", self.path));
        let mut sources = SourceSet::default();
        let known = self.setting.sources;
        for path in [SourcePath::new(config::PATH), self.source.clone()] {
            if let Some(file) = known.get(&path) {
                sources.insert(path, file.bytes().to_vec());
            }
        }
        for (path, file) in known.under(snapshot::FOLDER) {
            let is_ours = text.contains(path.file_name().split('.').next().unwrap_or_default());
            if is_ours {
                sources.insert(path.clone(), file.bytes().to_vec());
            }
        }
        for edit in self.extra {
            sources.insert(edit.path.clone(), edit.text.as_bytes().to_vec());
        }
        sources.insert(self.path.clone(), text.as_bytes().to_vec());
        let mut diagnostics = Diagnostics::default();
        let documents = content::parse(&sources, self.setting.config, &mut content::Memo::default(), &mut diagnostics);
        let errors = diagnostics.iter().filter(|found| found.span.path == *self.path).count();
        let subjects = Subjects::collect(&sources, &documents, self.setting.config, &mut Diagnostics::default());
        let subject = subjects.get(self.id).ok_or_else(broken)?;
        let file = subject.translations.get(self.locale).ok_or_else(broken)?;
        let comparison =
            subjects.compare(&sources, subject, self.locale, &mut Diagnostics::default()).ok_or_else(broken)?;
        let target = subject.revision(file);
        let shape = Shape::of(file, &target, errors);
        let range = match file {
            File::Document(document) => document.parsed.front_matter_range,
            File::Vocabulary(_) => TextRange::new(0, text.len()),
        };
        let tree = yaml::parse(self.path, text, range).map_err(|_| broken())?;
        Ok(Read { comparison, target, tree, shape })
    }
}

/// What must not change but for one text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shape {
    blocks: Vec<(String, String)>,
    fields: Vec<(String, String)>,
    structure: String,
    errors: usize,
}

impl Shape {
    fn of(file: &File, revision: &Revision, errors: usize) -> Self {
        let body = file.body();
        let kinds: Vec<_> = body.blocks.iter().map(|block| block.kind).collect();
        let code: Vec<&str> =
            body.blocks.iter().filter(|block| !block.kind.is_prose()).map(|block| block.text.as_str()).collect();
        let pins: Vec<_> = body.headings.iter().map(|heading| (heading.level, &heading.pinned)).collect();
        let comments: Vec<&str> =
            body.directives.iter().map(|said| said.text.as_str()).filter(|said| *said != "new").collect();
        let mut shape = Self {
            blocks: Vec::new(),
            fields: Vec::new(),
            structure: format!("{kinds:?} {code:?} {pins:?} {comments:?} {}", body.is_refused),
            errors,
        };
        for segment in &revision.segments {
            match &segment.place {
                Place::Field(key) => shape.fields.push((key.to_string(), segment.markdown.clone())),
                Place::Block { .. } => shape.blocks.push((segment.hash.to_string(), one_line(&segment.markdown))),
            }
        }
        shape
    }

    /// Whether `after` differs from this in nothing but the named texts, which say what they should.
    fn allows(&self, after: &Self, says: &[(&At, &str)]) -> bool {
        let blocks: BTreeMap<usize, &str> = says
            .iter()
            .filter_map(|(at, text)| if let At::Block(index) = at { Some((*index, *text)) } else { None })
            .collect();
        let fields: BTreeMap<&str, &str> = says
            .iter()
            .filter_map(|(at, text)| if let At::Field(key) = at { Some((key.as_str(), *text)) } else { None })
            .collect();
        let mut pairs = self.blocks.iter().zip(&after.blocks).enumerate();
        let are_blocks_right = self.blocks.len() == after.blocks.len()
            && pairs.all(|(index, (old, now))| blocks.get(&index).map_or(old.0 == now.0, |text| now.1 == **text));
        let others = |all: &[(String, String)]| -> Vec<(String, String)> {
            all.iter().filter(|(key, _)| !fields.contains_key(key.as_str())).cloned().collect()
        };
        let said: BTreeMap<&str, &str> = after.fields.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        let are_fields_right = others(&self.fields) == others(&after.fields)
            && fields.iter().all(|(key, text)| said.get(key) == Some(text));
        are_blocks_right && are_fields_right && self.structure == after.structure && after.errors <= self.errors
    }
}
