//! One document in one language to the texts that a translator sees, each once.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::base::{Date, Fingerprint, Locale, SourcePath};
use crate::content::front_matter::Quality;
use crate::content::identity::translation_path;
use crate::markdown::BlockKind;
use crate::translation::{Comparison, Pair, Place, Segment, Subject};

/// The texts of one document in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// Which document: its path below `content/`.
    pub subject: String,
    /// The file of the translation, whether it is there or not.
    pub path: SourcePath,
    /// The language of the source.
    pub source: Locale,
    /// The language of the translation.
    pub target: Locale,
    /// Who translated, for headers that ask.
    pub by: String,
    /// When it was translated, if that is said.
    pub date: Option<Date>,
    /// The texts: fields by key, then blocks in order.
    pub units: Vec<Unit>,
}

/// One text with its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// `text:title` of a field, the name given with `l10n:ctx=` of a block.
    pub key: Option<String>,
    /// The Markdown of the source, on one line but for hard breaks.
    pub source: String,
    /// The Markdown of the translation; empty if there is none.
    pub target: String,
    /// How it stands.
    pub state: State,
    /// The source that it was translated from, if today's is another.
    pub previous: Option<String>,
    /// What translators are told.
    pub note: Option<String>,
    /// Whether its translation is two blocks, which only a person can take apart.
    pub is_split: bool,
}

/// How one text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// There is no translation.
    New,
    /// A machine has translated.
    Machine,
    /// A person has translated.
    Draft,
    /// A second person has read it.
    Reviewed,
    /// The source has changed since.
    Outdated,
}

impl Unit {
    /// Stands for key and source in files that want an id: sixteen hex digits.
    #[must_use]
    pub fn id(&self) -> String {
        id(self.key.as_deref(), &self.source)
    }

    /// Stands for the translation as a tool was given it, so that the human's later edit is seen.
    #[must_use]
    pub fn seen(&self) -> String {
        seen(&self.target)
    }
}

/// Stands for key and source.
#[must_use]
pub fn id(key: Option<&str>, source: &str) -> String {
    Fingerprint::of_parts([key.unwrap_or_default().as_bytes(), source.as_bytes()]).short()
}

/// Stands for a translation.
#[must_use]
pub fn seen(target: &str) -> String {
    Fingerprint::of(target.as_bytes()).short()
}

/// The texts of `subject` in `locale`; `comparison` is nothing where there is no translation yet.
///
/// Equal texts are one unit, unless a context tells them apart.
#[must_use]
pub fn bundle(subject: &Subject, locale: &Locale, comparison: Option<&Comparison>) -> Bundle {
    let file = subject.translations.get(locale);
    let said = file.map(|file| file.said());
    let mut bundle = Bundle {
        subject: subject.id.to_string(),
        path: file.map_or_else(|| translation_path(subject.source.path(), locale), |file| file.path().clone()),
        source: subject.source.locale().clone(),
        target: locale.clone(),
        by: said
            .map(|said| said.by.iter().map(|by| by.value.as_str()).collect::<Vec<_>>().join(", "))
            .unwrap_or_default(),
        date: said.and_then(|said| said.date.as_ref()).map(|date| date.value),
        units: Vec::new(),
    };
    let quality = said.map_or(Quality::Draft, |said| said.status);
    let mut known = BTreeMap::new();
    match comparison {
        Some(comparison) => {
            for pair in comparison.pairs() {
                take(&mut bundle, &mut known, of_pair(&pair, quality));
            }
        }
        None => {
            for segment in &subject.today().segments {
                take(&mut bundle, &mut known, missing(segment));
            }
        }
    }
    bundle
}

/// Adds a unit, unless its like is there; `known` says where the unit of an id is.
fn take(bundle: &mut Bundle, known: &mut BTreeMap<String, usize>, unit: Unit) {
    if unit.source.is_empty() {
        return;
    }
    match known.entry(unit.id()) {
        Entry::Occupied(place) => match bundle.units.get_mut(*place.get()) {
            Some(there) if there.target.is_empty() => *there = unit,
            _ => {}
        },
        Entry::Vacant(place) => {
            place.insert(bundle.units.len());
            bundle.units.push(unit);
        }
    }
}

fn missing(segment: &Segment) -> Unit {
    Unit {
        key: key(segment),
        source: one_line(&segment.markdown),
        target: String::new(),
        state: State::New,
        previous: None,
        note: note(segment),
        is_split: false,
    }
}

fn of_pair(pair: &Pair<'_>, quality: Quality) -> Unit {
    let mut unit = missing(pair.source);
    let Some(target) = pair.target.filter(|_| !pair.is_untranslated) else { return unit };
    unit.target = one_line(&target.markdown);
    if let Some(second) = pair.second {
        unit.target = format!("{} {}", unit.target, one_line(&second.markdown));
        unit.is_split = true;
    }
    unit.previous = pair.change.and(pair.base).map(|base| one_line(&base.markdown)).filter(|old| *old != unit.source);
    unit.state = match quality {
        _ if pair.change.is_some() => State::Outdated,
        Quality::Machine => State::Machine,
        Quality::Draft => State::Draft,
        Quality::Reviewed => State::Reviewed,
    };
    unit
}

/// What tells a text from its equals.
#[must_use]
pub fn key(segment: &Segment) -> Option<String> {
    segment.place.key().or_else(|| segment.context.as_ref().map(|context| context.to_string()))
}

fn note(segment: &Segment) -> Option<String> {
    let kind = match &segment.place {
        Place::Block { kind: BlockKind::Heading(_), .. } => Some("heading"),
        Place::Block { kind: BlockKind::Cell(_), .. } => Some("table cell: no line breaks, no |"),
        _ => None,
    };
    match (kind, &segment.note) {
        (None, None) => None,
        (Some(kind), None) => Some(kind.to_owned()),
        (None, Some(note)) => Some(note.clone()),
        (Some(kind), Some(note)) => Some(format!("{kind}; {note}")),
    }
}

/// The Markdown of a segment on one line: without the marks of the blocks it lies in and without
/// comments; a hard break is a backslash at the end of a line.
#[must_use]
pub fn one_line(markdown: &str) -> String {
    let text = without_comments(markdown);
    let mut said = String::with_capacity(text.len());
    for (index, line) in text.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if index == 0 {
            said.push_str(line.trim_start_matches([' ', '\t']));
            continue;
        }
        let inner = line.trim_start_matches([' ', '\t', '>']);
        if said.ends_with('\\') && !said.ends_with("\\\\") {
            said.push('\n');
        } else if said.ends_with("  ") {
            said.truncate(said.trim_end_matches(' ').len());
            said.push_str("\\\n");
        } else {
            said.truncate(said.trim_end_matches([' ', '\t']).len());
            said.push(' ');
        }
        said.push_str(inner);
    }
    said.trim_matches([' ', '\t', '\n']).to_owned()
}

/// The text without comments that readers do not see; those in code are text.
fn without_comments(markdown: &str) -> String {
    let mut text = markdown.to_owned();
    if !markdown.contains("<!--") {
        return text;
    }
    for span in crate::markdown::spans(markdown).into_iter().rev() {
        let is_comment = markdown.get(span.whole.clone()).is_some_and(|html| html.starts_with("<!--"));
        if span.kind == crate::markdown::SpanKind::Html && is_comment && text.get(span.whole.clone()).is_some() {
            text.replace_range(span.whole, "");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrapped_text_is_one_line_and_its_breaks_stay() {
        assert_eq!(one_line("a b\n> c  \n> d\\\n> e <!-- l10n:note f --> "), "a b c\\\nd\\\ne");
        assert_eq!(one_line("\u{a0}a\u{a0}"), "\u{a0}a\u{a0}");
    }
}
