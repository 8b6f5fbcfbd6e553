//! Single fields to typed values; the bounds and words come from the field's table entry.

use super::reader::{Fields, Reader};
use super::scalars::{alias, date, duration, file, language, moment, number, share, slug, url};
use crate::base::{Date, Id, Locale, Spanned, TextRange};
use crate::content::Kind;
use crate::content::front_matter::{Duration, JourneyRef, Moment, Owner, PainRef, Ref, Removal, StepRef, TypedRef};
use crate::content::shape::{Type, Word};
use crate::content::text::Text;
use crate::content::yaml::{Node, Value};
use crate::diagnostic::Name;

/// The words that stand for nobody and for everybody, in place of an owner's or a time's id.
pub const NOBODY: &str = "nobody";

/// Where a deviation goes that does not come back.
pub const EXIT: &str = "exit";

impl Fields<'_> {
    /// A translatable text.
    pub fn text(&self, reader: &mut Reader, name: &str) -> Option<Text> {
        let entry = self.entry(name)?;
        reader.text(entry.node, &quoted(name), format!("{}{name}", self.prefix), self.length_of(name))
    }

    /// A list of translatable texts, keyed by their position from 1.
    pub fn texts(&self, reader: &mut Reader, name: &str) -> Vec<Text> {
        let Some(entry) = self.entry(name) else { return Vec::new() };
        let max = self.length_of(name);
        items(entry.node)
            .enumerate()
            .filter_map(|(index, node)| {
                reader.text(node, &quoted(name), format!("{}{name}.{}", self.prefix, index + 1), max)
            })
            .collect()
    }

    fn length_of(&self, name: &str) -> usize {
        fn length(value: &Type) -> Option<usize> {
            match value {
                Type::Text(max) | Type::Plain(max) => Some(*max),
                Type::List(inner) => length(inner),
                Type::OneOf(types) => types.iter().find_map(length),
                Type::Object(shape) => {
                    shape.main.and_then(|main| shape.field(main)).and_then(|field| length(&field.value))
                }
                _ => None,
            }
        }
        self.field(name).and_then(|field| length(&field.value)).unwrap_or(usize::MAX)
    }

    /// A text that is not translated.
    pub fn plain(&self, reader: &mut Reader, name: &str) -> Option<Spanned<String>> {
        let entry = self.entry(name)?;
        reader.prose(entry.node, &quoted(name), self.length_of(name))
    }

    /// Texts that are not translated.
    pub fn plains(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<String>> {
        let Some(entry) = self.entry(name) else { return Vec::new() };
        let max = self.length_of(name);
        items(entry.node).filter_map(|node| reader.prose(node, &quoted(name), max)).collect()
    }

    /// Reads a single value with `parse`, which reports what it cannot read.
    pub fn one<T>(
        &self,
        reader: &mut Reader,
        name: &str,
        needed: &str,
        parse: impl FnOnce(&mut Reader, &str, TextRange) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let entry = self.entry(name)?;
        let scalar = reader.scalar(entry.node, needed)?;
        let value = parse(reader, scalar.text.trim(), entry.node.range)?;
        Some(Spanned::new(value, entry.node.range))
    }

    /// Reads a list with `parse`; one value may stand without brackets.
    pub fn many<T>(
        &self,
        reader: &mut Reader,
        name: &str,
        needed: &str,
        mut parse: impl FnMut(&mut Reader, &str, TextRange) -> Option<T>,
    ) -> Vec<Spanned<T>> {
        let Some(entry) = self.entry(name) else { return Vec::new() };
        items(entry.node)
            .filter_map(|node| {
                let scalar = reader.scalar(node, needed)?;
                parse(reader, scalar.text.trim(), node.range).map(|value| Spanned::new(value, node.range))
            })
            .collect()
    }

    /// One of the words of `T`.
    pub fn word<T: Word>(&self, reader: &mut Reader, name: &str) -> Option<Spanned<T>> {
        debug_assert!(
            self.field(name).is_some_and(|field| has_words(&field.value, T::WORDS)),
            "the table of {} gives {name} other words",
            self.noun()
        );
        self.one(reader, name, "a word", word)
    }

    /// Some of the words of `T`.
    pub fn words<T: Word>(&self, reader: &mut Reader, name: &str) -> Vec<T> {
        self.many(reader, name, "a word", word).into_iter().map(|word| word.value).collect()
    }

    /// True or false.
    pub fn flag(&self, reader: &mut Reader, name: &str) -> Option<bool> {
        let entry = self.entry(name)?;
        let scalar = reader.scalar(entry.node, "`true` or `false`")?;
        match scalar.text.as_str() {
            "true" if scalar.is_plain => Some(true),
            "false" if scalar.is_plain => Some(false),
            other => {
                let range = entry.node.range;
                let problem = reader
                    .fault(Name::WrongType, range, format_args!("expected `true` or `false`, found `{other}`"))
                    .label("neither of the two");
                reader.push(match other {
                    "yes" | "on" | "y" | "Yes" | "True" | "TRUE" | "1" => problem.help("write `true`"),
                    "no" | "off" | "n" | "No" | "False" | "FALSE" | "0" => problem.help("write `false`"),
                    _ => problem,
                });
                None
            }
        }
    }

    /// A whole number within the bounds of its table.
    pub fn integer(&self, reader: &mut Reader, name: &str) -> Option<Spanned<i64>> {
        let (least, most) = match self.field(name).map(|field| &field.value) {
            Some(Type::Integer(least, most)) => (*least, *most),
            _ => (i64::MIN, i64::MAX),
        };
        let entry = self.entry(name)?;
        let bounds = if most == i64::MAX { format!("{least} or more") } else { format!("{least} to {most}") };
        let Some(value) = number(reader, entry.node, 0) else {
            if let Some(found) = reader.diagnostics.last_mut().filter(|found| found.help.is_none()) {
                found.help = Some(format!("write a whole number, {bounds}"));
            }
            return None;
        };
        if value < least || value > most {
            let written = entry.node.range.of(reader.source);
            let problem = reader
                .fault(Name::OutOfRange, entry.node.range, format_args!("`{name}` is {written}; it goes from {bounds}"))
                .label("outside");
            reader.push(problem);
            return None;
        }
        Some(Spanned::new(value, entry.node.range))
    }

    /// A whole number that fits the smaller type.
    pub fn count(&self, reader: &mut Reader, name: &str) -> Option<Spanned<u32>> {
        let value = self.integer(reader, name)?;
        u32::try_from(value.value).ok().map(|count| Spanned::new(count, value.range))
    }

    /// A whole number from 1 to 5.
    pub fn grade(&self, reader: &mut Reader, name: &str) -> Option<Spanned<u8>> {
        let value = self.integer(reader, name)?;
        u8::try_from(value.value).ok().map(|grade| Spanned::new(grade, value.range))
    }

    /// A date.
    pub fn date(&self, reader: &mut Reader, name: &str) -> Option<Spanned<Date>> {
        self.one(reader, name, "a date", date)
    }

    /// A date with a time and an offset from UTC.
    pub fn moment(&self, reader: &mut Reader, name: &str) -> Option<Spanned<Moment>> {
        self.one(reader, name, "a date with a time", moment)
    }

    /// A stretch of time.
    pub fn duration(&self, reader: &mut Reader, name: &str) -> Option<Spanned<Duration>> {
        self.one(reader, name, "a duration", duration)
    }

    /// A share in thousandths.
    pub fn share(&self, reader: &mut Reader, name: &str) -> Option<Spanned<u32>> {
        self.one(reader, name, "a share", share)
    }

    /// A language.
    pub fn language(&self, reader: &mut Reader, name: &str) -> Option<Spanned<Locale>> {
        self.one(reader, name, "a language", language)
    }

    /// An absolute web address.
    pub fn url(&self, reader: &mut Reader, name: &str) -> Option<Spanned<String>> {
        self.one(reader, name, "a web address", url)
    }

    /// Absolute web addresses.
    pub fn urls(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<String>> {
        self.many(reader, name, "a web address", url)
    }

    /// A part of an address.
    pub fn slug(&self, reader: &mut Reader, name: &str) -> Option<Spanned<String>> {
        self.one(reader, name, "a part of an address", slug)
    }

    /// Old addresses on this site.
    pub fn aliases(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<String>> {
        self.many(reader, name, "an address", alias)
    }

    /// A file beside this one.
    pub fn file(&self, reader: &mut Reader, name: &str) -> Option<Spanned<String>> {
        self.one(reader, name, "a file name", file)
    }

    /// The id of something whose kind the field fixes.
    pub fn reference(&self, reader: &mut Reader, name: &str) -> Option<Ref> {
        let entry = self.entry(name)?;
        let kind = self.field(name).and_then(|field| kind_of(&field.value));
        reader
            .scalar(entry.node, "an id")
            .cloned()
            .and_then(|scalar| reference(reader, &scalar.text, entry.node.range, kind))
    }

    /// The ids of things whose kind the field fixes.
    pub fn references(&self, reader: &mut Reader, name: &str) -> Vec<Ref> {
        let Some(entry) = self.entry(name) else { return Vec::new() };
        let kind = self.field(name).and_then(|field| kind_of(&field.value));
        items(entry.node)
            .filter_map(|node| {
                let scalar = reader.scalar(node, "an id")?;
                reference(reader, &scalar.text, node.range, kind)
            })
            .collect()
    }

    /// An owner: absent, nobody, or departments.
    pub fn owner(&self, reader: &mut Reader, name: &str) -> Owner {
        let Some(entry) = self.entry(name) else { return Owner::Unasked };
        if let Value::Scalar(scalar) = &entry.node.value
            && scalar.text == NOBODY
        {
            return Owner::Nobody(entry.node.range);
        }
        let departments = self.references(reader, name);
        if departments.is_empty() { Owner::Unasked } else { Owner::Departments(departments) }
    }

    /// An actor: `persona:id` or `department:id`.
    pub fn typed_reference(&self, reader: &mut Reader, name: &str) -> Option<Spanned<TypedRef>> {
        let kinds: &[Kind] = match self.field(name).map(|field| &field.value) {
            Some(Type::TypedRef(kinds)) => kinds,
            _ => &[],
        };
        self.one(reader, name, "a reference", |reader, text, range| typed_reference(reader, text, range, kinds))
    }

    /// A step of this journey, or of one that is named.
    pub fn step_ref(&self, reader: &mut Reader, name: &str) -> Option<Spanned<StepRef>> {
        self.one(reader, name, "a step", step_ref)
    }

    /// Steps of this journey, or of ones that are named.
    pub fn step_refs(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<StepRef>> {
        self.many(reader, name, "a step", step_ref)
    }

    /// Pains of this journey, or of ones that are named.
    pub fn pain_refs(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<PainRef>> {
        self.many(reader, name, "a pain", pain_ref)
    }

    /// Journeys, or steps of them.
    pub fn journey_refs(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<JourneyRef>> {
        self.many(reader, name, "a journey", |reader, text, range| {
            if text.contains('#') {
                step_ref(reader, text, range).map(JourneyRef::Step)
            } else {
                reader.id(text, range).map(JourneyRef::Journey)
            }
        })
    }

    /// What an opportunity would take away.
    pub fn removals(&self, reader: &mut Reader, name: &str) -> Vec<Spanned<Removal>> {
        self.many(reader, name, "a step or a touchpoint", |reader, text, range| {
            if let Some((kind, id)) = text.split_once(':') {
                if kind == Kind::Touchpoint.noun() {
                    return reader.id(id.trim(), range).map(Removal::Touchpoint);
                }
                reader.unknown_value(kind, range, &[Kind::Touchpoint.noun()]);
                return None;
            }
            match text.split_once('/') {
                Some((step, "wow")) => reader.id(step, range).map(Removal::Wow),
                Some((_, other)) => {
                    reader.unknown_value(other, range, &["wow"]);
                    None
                }
                None => reader.id(text, range).map(Removal::Step),
            }
        })
    }
}

/// The items of a list; one value alone counts as a list of one.
pub fn items(node: &Node) -> impl Iterator<Item = &Node> {
    match &node.value {
        Value::List(items) => items.iter(),
        Value::Null => [].iter(),
        _ => std::slice::from_ref(node).iter(),
    }
}

fn quoted(name: &str) -> String {
    format!("`{name}`")
}

fn has_words(value: &Type, words: &[&str]) -> bool {
    match value {
        Type::Word(known) => *known == words,
        Type::List(inner) => has_words(inner, words),
        Type::OneOf(types) => types.iter().any(|value| has_words(value, words)),
        _ => false,
    }
}

fn kind_of(value: &Type) -> Option<Kind> {
    match value {
        Type::Ref(kind) => Some(*kind),
        Type::List(inner) => kind_of(inner),
        Type::OneOf(types) => types.iter().find_map(kind_of),
        _ => None,
    }
}

fn word<T: Word>(reader: &mut Reader, text: &str, range: TextRange) -> Option<T> {
    let found = T::parse(text);
    if found.is_none() {
        reader.unknown_value(text, range, T::WORDS);
    }
    found
}

/// A bare id; `type:id` is accepted where the type is the field's own, and explained where not.
pub fn reference(reader: &mut Reader, text: &str, range: TextRange, kind: Option<Kind>) -> Option<Ref> {
    let text = text.trim();
    if let Some(list) = unbracketed(text) {
        let problem = reader
            .fault(Name::WrongType, range, "a list stands without its brackets")
            .label("read as one id")
            .help(format_args!("write `{list}`"));
        reader.push(problem);
        return None;
    }
    let bare = match (text.split_once(':'), kind) {
        (Some((noun, id)), Some(kind)) if noun == kind.noun() => id.trim(),
        (Some((noun, _)), Some(kind)) if Kind::from_noun(noun).is_some() => {
            let problem = reader
                .fault(
                    Name::WrongKindOfReference,
                    range,
                    format_args!("this field needs {}, not {}", with_kind(kind), with_kind_noun(noun)),
                )
                .label(format_args!("a reference to {}", with_kind_noun(noun)))
                .help(format_args!("write the id of {} alone", with_kind(kind)));
            reader.push(problem);
            return None;
        }
        _ => text,
    };
    reader.id(bare, range).map(|id| Spanned::new(id, range))
}

/// Several ids, where a list has lost its brackets: `[a, b]`.
fn unbracketed(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    (parts.len() > 1 && parts.iter().all(|part| Id::parse(part).is_ok())).then(|| format!("[{}]", parts.join(", ")))
}

fn with_kind(kind: Kind) -> String {
    super::reader::with_article(kind.noun())
}

fn with_kind_noun(noun: &str) -> String {
    super::reader::with_article(noun)
}

fn typed_reference(reader: &mut Reader, text: &str, range: TextRange, kinds: &[Kind]) -> Option<TypedRef> {
    let nouns: Vec<&str> = kinds.iter().map(|kind| kind.noun()).collect();
    let Some((noun, id)) = text.split_once(':') else {
        let problem = reader
            .fault(Name::WrongType, range, format_args!("`{text}` does not say what it is"))
            .label("a type is missing before it")
            .help(format_args!("write `{}:{text}`", nouns.join(&format!(":{text}` or `"))));
        reader.push(problem);
        return None;
    };
    match Kind::from_noun(noun.trim()) {
        Some(kind) if kinds.contains(&kind) => reader.id(id.trim(), range).map(|id| TypedRef { kind, id }),
        _ => {
            reader.unknown_value(noun.trim(), range, &nouns);
            None
        }
    }
}

/// `step` or `journey#step`.
pub fn step_ref(reader: &mut Reader, text: &str, range: TextRange) -> Option<StepRef> {
    match text.split_once('#') {
        Some((journey, step)) => {
            let journey = reader.id(journey, range)?;
            reader.id(step, range).map(|step| StepRef { journey: Some(journey), step })
        }
        None => reader.id(text, range).map(|step| StepRef { journey: None, step }),
    }
}

fn pain_ref(reader: &mut Reader, text: &str, range: TextRange) -> Option<PainRef> {
    let Some((step, pain)) = text.rsplit_once('/') else {
        let problem = reader
            .fault(Name::WrongType, range, format_args!("`{text}` names no pain"))
            .label("a step and its pain are needed")
            .help(format_args!("write `{text}/<pain>`, or `journey#{text}/<pain>` for another journey"));
        reader.push(problem);
        return None;
    };
    let step = step_ref(reader, step, range)?;
    reader.id(pain, range).map(|pain| PainRef { step, pain })
}

/// The ids in a map whose keys are references, with what stands behind them.
pub fn by_reference<'n>(reader: &mut Reader, node: &'n Node) -> Vec<(Ref, &'n Node)> {
    let entries: Vec<(Id, _)> = reader.map(node);
    entries.into_iter().map(|(id, entry)| (Spanned::new(id, entry.range), entry.node)).collect()
}
