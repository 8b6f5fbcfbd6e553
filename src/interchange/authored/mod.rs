//! Typed front matter and vocabulary back to the tree that an author wrote, complete and without places.
//!
//! The tables of `content` say what each part of the tree is, so everything that leaves or enters by
//! way of it (JSON, YAML) is written once for all types: see [`super::json`] and [`super::source`].

mod documents;
#[cfg(test)]
mod every_field;
mod journey;
mod vocabulary;

pub use journey::duration;

use std::sync::Arc;

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::{Value, json};
use smol_str::SmolStr;

use crate::base::{Date, Id, Spanned};
use crate::content::EntityId;
use crate::content::front_matter::{FrontMatter, Owner, PainRef, Ref, StepRef, TypedRef};
use crate::content::text::{Text, TextKey};
use crate::content::vocabulary::ParsedVocabulary;
use crate::graph::{Entity, Node};
use crate::markdown::without_inline_comments;

/// What an author wrote.
#[derive(Clone, Debug, PartialEq)]
pub enum Authored {
    /// A translatable string with its key; the key is empty where nobody will look it up.
    Text(TextKey, Arc<str>),
    /// Any other single value.
    Plain(Value),
    /// Values in order.
    List(Vec<Authored>),
    /// Fields, or entries by id, in order.
    Map(Vec<(SmolStr, Authored)>),
    /// The value of a field that starts with `x-`, as JSON.
    Raw(Value),
}

impl Authored {
    /// The value under `name`, if this is a map that has it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Map(entries) => entries.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The single value as text, whatever it is.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(_, text) => Some(text),
            Self::Plain(Value::String(text)) => Some(text),
            _ => None,
        }
    }

    /// The same without the comments in its texts that no reader sees.
    #[must_use]
    pub fn visible(&self) -> Self {
        match self {
            Self::Text(key, text) => Self::Text(key.clone(), without_inline_comments(text).into()),
            Self::List(items) => Self::List(items.iter().map(Self::visible).collect()),
            Self::Map(entries) => {
                Self::Map(entries.iter().map(|(name, value)| (name.clone(), value.visible())).collect())
            }
            Self::Plain(_) | Self::Raw(_) => self.clone(),
        }
    }

    /// A string that nobody translates yet.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(SmolStr::default(), text.into())
    }

    /// A single value.
    #[must_use]
    pub fn plain(value: impl Into<Value>) -> Self {
        Self::Plain(value.into())
    }
}

/// The fields of a node's source: those of its front matter, or of its entry in a vocabulary.
///
/// A stage has none, being part of its lifecycle.
#[must_use]
pub fn fields(node: &Node) -> Option<Authored> {
    match node.front_matter() {
        Some(front_matter) => Some(of_front_matter(front_matter)),
        None => match &node.entity {
            Entity::Entry(file, id) => entry(&file.parsed, id),
            _ => None,
        },
    }
}

/// The fields of an entry of a vocabulary.
#[must_use]
pub fn entry(parsed: &ParsedVocabulary, id: &Id) -> Option<Authored> {
    vocabulary::entry(parsed, id).map(|fields| Authored::Map(fields.entries))
}

/// The fields of the source of a document; none of a translation.
#[must_use]
pub fn of_front_matter(front_matter: &FrontMatter) -> Authored {
    let extensions = front_matter.common().map(|common| &common.extensions);
    let mut fields = Fields::new("", extensions);
    match front_matter {
        FrontMatter::Page(common) => fields.common(common),
        FrontMatter::Article(article) => fields.article(article),
        FrontMatter::Principle(principle) => fields.principle(principle),
        FrontMatter::Journey(journey) => fields.journey(journey),
        FrontMatter::Persona(persona) => fields.persona(persona),
        FrontMatter::Example(example) => fields.example(example),
        FrontMatter::Event(event) => fields.event(event),
        FrontMatter::Response(response) => fields.response(response),
        FrontMatter::Overlay(_) => {}
    }
    Authored::Map(fields.entries)
}

/// The fields of one object, while they are written.
struct Fields<'a> {
    /// What the keys of its texts start with; ends with a dot.
    prefix: String,
    extensions: Option<&'a IndexMap<String, Value>>,
    entries: Vec<(SmolStr, Authored)>,
}

impl<'a> Fields<'a> {
    fn new(prefix: impl Into<String>, extensions: Option<&'a IndexMap<String, Value>>) -> Self {
        let mut fields = Self { prefix: prefix.into(), extensions, entries: Vec::new() };
        for (key, value) in extensions.into_iter().flatten() {
            if let Some(own) = key.strip_prefix(fields.prefix.as_str()).filter(|own| own.starts_with("x-")) {
                fields.entries.push((own.into(), Authored::Raw(value.clone())));
            }
        }
        fields
    }

    /// The object in the field `name`, or below it.
    fn object(&mut self, name: &str, prefix: String, write: impl FnOnce(&mut Self)) {
        let object = self.inner(prefix, write);
        self.push(name, object);
    }

    fn inner(&self, prefix: String, write: impl FnOnce(&mut Self)) -> Authored {
        let mut fields = Self::new(prefix, self.extensions);
        write(&mut fields);
        Authored::Map(fields.entries)
    }

    /// The map in the field `name`, each entry under its id.
    fn map<T>(
        &mut self,
        name: &str,
        entries: &IndexMap<Id, T>,
        prefix: impl Fn(&Id) -> String,
        write: impl Fn(&mut Self, &T),
    ) {
        if entries.is_empty() {
            return;
        }
        let entries = entries.iter().map(|(id, entry)| {
            let inner = self.inner(prefix(id), |fields| write(fields, entry));
            (SmolStr::new(id.as_str()), inner)
        });
        let entries = entries.collect();
        self.push(name, Authored::Map(entries));
    }

    fn push(&mut self, name: &str, value: Authored) {
        self.entries.push((name.into(), value));
    }

    fn value(&mut self, name: &str, value: impl Into<Value>) {
        self.push(name, Authored::Plain(value.into()));
    }

    fn text(&mut self, name: &str, text: Option<&Text>) {
        if let Some(text) = text {
            self.push(name, Authored::Text(text.key.clone(), Arc::clone(&text.value)));
        }
    }

    fn texts(&mut self, name: &str, texts: &[Text]) {
        if !texts.is_empty() {
            let texts = texts.iter().map(|text| Authored::Text(text.key.clone(), Arc::clone(&text.value)));
            let texts = texts.collect();
            self.push(name, Authored::List(texts));
        }
    }

    fn word(&mut self, name: &str, word: Option<impl Serialize>) {
        if let Some(word) = word {
            self.value(name, serde_json::to_value(word).unwrap_or_default());
        }
    }

    /// A word that is left out where it says what is taken for granted anyway.
    fn word_unless<T: Serialize + PartialEq>(&mut self, name: &str, word: T, usual: &T) {
        self.word(name, Some(word).filter(|word| word != usual));
    }

    fn flag(&mut self, name: &str, is_set: bool) {
        if is_set {
            self.value(name, true);
        }
    }

    fn string(&mut self, name: &str, text: Option<&Spanned<String>>) {
        if let Some(text) = text {
            self.value(name, text.value.as_str());
        }
    }

    fn strings(&mut self, name: &str, texts: &[Spanned<String>]) {
        self.list(name, texts.iter().map(|text| json!(text.value)));
    }

    fn number(&mut self, name: &str, number: Option<impl Into<Value>>) {
        if let Some(number) = number {
            self.value(name, number);
        }
    }

    fn date(&mut self, name: &str, date: Option<&Spanned<Date>>) {
        if let Some(date) = date {
            self.value(name, date.value.to_string());
        }
    }

    fn shown<T: std::fmt::Display>(&mut self, name: &str, value: Option<&Spanned<T>>) {
        if let Some(value) = value {
            self.value(name, value.value.to_string());
        }
    }

    fn id(&mut self, name: &str, id: Option<&Ref>) {
        self.shown(name, id);
    }

    fn ids(&mut self, name: &str, ids: &[Ref]) {
        self.list(name, ids.iter().map(|id| json!(id.value)));
    }

    fn list(&mut self, name: &str, items: impl Iterator<Item = Value>) {
        let items: Vec<Authored> = items.map(Authored::Plain).collect();
        if !items.is_empty() {
            self.push(name, Authored::List(items));
        }
    }

    fn owner(&mut self, owner: &Owner) {
        match owner {
            Owner::Unasked => {}
            Owner::Nobody(_) => self.value("owner", crate::content::read::values::NOBODY),
            Owner::Departments(departments) => self.ids("owner", departments),
        }
    }
}

/// A whole number of `1 / scale` as JSON prints it best.
pub(super) fn decimal(value: impl Into<i64>, scale: i64) -> Value {
    let value = value.into();
    if value % scale == 0 {
        return json!(value / scale);
    }
    #[allow(clippy::cast_precision_loss, reason = "a double holds nine digits and three decimals exactly enough")]
    let number = value as f64 / scale as f64;
    json!(number)
}

pub(super) fn step_ref(step: &StepRef) -> String {
    match &step.journey {
        Some(journey) => format!("{journey}#{}", step.step),
        None => step.step.to_string(),
    }
}

pub(super) fn pain_ref(pain: &PainRef) -> String {
    format!("{}/{}", step_ref(&pain.step), pain.pain)
}

pub(super) fn typed_ref(actor: &TypedRef) -> String {
    EntityId::new(actor.kind, actor.id.as_str()).to_string()
}
