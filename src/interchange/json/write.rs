//! The tree of an author to JSON, in the source language or in another.

use serde_json::{Map, Value, json};
use smol_str::SmolStr;

use crate::base::Locale;
use crate::content::Kind;
use crate::content::read::{shape_of, vocabulary};
use crate::content::shape::{Shape, Type};
use crate::graph::{Graph, Node};
use crate::interchange::authored::{self, Authored};

/// Which language texts are told in.
#[derive(Clone, Copy)]
pub(super) enum Language<'a> {
    /// That of the source; translations stand apart.
    Source,
    /// This one, with what stands in for what it lacks.
    Of(&'a Locale),
}

/// Writes the fields of one node.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    pub(super) graph: &'a Graph,
    pub(super) node: &'a Node,
    pub(super) language: Language<'a>,
}

/// The table of the fields of a kind.
pub(super) fn shape(kind: Kind) -> &'static Shape {
    if kind.is_document() { shape_of(kind) } else { vocabulary::shape_of(kind) }
}

/// A text without the comments that no reader sees.
pub(in crate::interchange) fn visible(text: &str) -> String {
    crate::markdown::without_inline_comments(text).into_owned()
}

impl Writer<'_> {
    pub(super) fn fields(self) -> Value {
        match authored::fields(self.node) {
            Some(Authored::Map(entries)) => Value::Object(self.object(shape(self.node.id.kind), &entries)),
            _ => json!({}),
        }
    }

    /// Those of the fields, if they are there.
    pub(super) fn some_fields(self, names: &[&str]) -> Value {
        let mut fields = self.fields();
        if let Some(fields) = fields.as_object_mut() {
            fields.retain(|name, _| names.contains(&name.as_str()));
        }
        fields
    }

    /// The Markdown, in the language asked for or the one that stands in.
    pub(super) fn body(self) -> Option<Value> {
        let Language::Of(locale) = self.language else { return None };
        let body = self.graph.body(&self.node.id, locale)?;
        let text = crate::markdown::without_comments(&body.value.text);
        let text = text.trim_matches('\n').trim_end();
        (!text.is_empty()).then(|| self.told(text, body.locale))
    }

    fn object(self, shape: &'static Shape, entries: &[(SmolStr, Authored)]) -> Map<String, Value> {
        let mut object = Map::new();
        for field in shape.fields() {
            if let Some((_, value)) = entries.iter().find(|(name, _)| name == field.name) {
                object.insert(field.name.to_owned(), self.value(&field.value, value));
            }
        }
        // The languages of a term, and fields of the author's own.
        for (name, value) in entries.iter().filter(|(name, _)| shape.field(name).is_none()) {
            let value = match value {
                Authored::Map(form) => Value::Object(self.object(&vocabulary::TERM_FORM, form)),
                other => self.value(&Type::Bool, other),
            };
            object.insert(name.to_string(), value);
        }
        object
    }

    fn value(self, kind: &'static Type, value: &Authored) -> Value {
        match (kind, value) {
            (_, Authored::Text(key, text)) => self.text(key, text),
            (_, Authored::Raw(value)) => value.clone(),
            (Type::OneOf(types), value) => {
                let is_structure = matches!(value, Authored::Map(_) | Authored::List(_));
                let fits = |kind: &&'static Type| match (kind, value) {
                    (Type::Literal(word), Authored::Plain(value)) => {
                        value.as_str() == Some(*word) || *value == (*word == "true")
                    }
                    (Type::Literal(_), _) => false,
                    (kind, _) => is_structure == matches!(kind, Type::Object(_) | Type::List(_)),
                };
                types.iter().find(fits).map_or(Value::Null, |kind| self.value(kind, value))
            }
            (Type::Object(shape), Authored::Map(entries)) => Value::Object(self.object(shape, entries)),
            (Type::Map(inner), Authored::Map(entries)) => self.by_id(inner, entries),
            (Type::By(kind, inner), Authored::Map(entries)) => entries
                .iter()
                .map(
                    |(id, value)| json!({ kind.noun(): reference(kind.noun(), id), "value": self.value(inner, value) }),
                )
                .collect(),
            (Type::ByLanguage(inner), Authored::Map(entries)) => {
                let entries = entries.iter().map(|(locale, value)| (locale.to_string(), self.value(inner, value)));
                Value::Object(entries.collect())
            }
            (Type::List(inner), Authored::List(items)) => items.iter().map(|item| self.value(inner, item)).collect(),
            (Type::List(inner), other) => json!([self.value(inner, other)]),
            (kind, Authored::Plain(value)) => self.single(kind, value),
            _ => Value::Null,
        }
    }

    fn by_id(self, inner: &'static Type, entries: &[(SmolStr, Authored)]) -> Value {
        let entry = |(index, (id, value)): (usize, &(SmolStr, Authored))| {
            let mut entry = Map::from_iter([("id".to_owned(), json!(id)), ("order".to_owned(), json!(index + 1))]);
            match (inner, value) {
                (Type::Object(shape), Authored::Map(entries)) => entry.extend(self.object(shape, entries)),
                _ => {
                    entry.insert("value".to_owned(), self.value(inner, value));
                }
            }
            Value::Object(entry)
        };
        entries.iter().enumerate().map(entry).collect()
    }

    fn single(self, kind: &Type, value: &Value) -> Value {
        let Some(text) = value.as_str() else { return value.clone() };
        match kind {
            Type::Ref(Kind::Stage) => {
                let lifecycle = self.node.journey().and_then(|journey| journey.lifecycle.as_ref());
                match lifecycle {
                    Some(lifecycle) => reference("stage", &format!("{}/{text}", lifecycle.value)),
                    None => reference("stage", text),
                }
            }
            Type::Ref(kind) => reference(kind.noun(), text),
            Type::TypedRef(_) => text.split_once(':').map_or(Value::Null, |(kind, id)| reference(kind, id)),
            Type::Local("former id") => value.clone(),
            Type::Local(what) => reference(what.split(' ').next().unwrap_or(what), text),
            Type::JourneyRef if !text.contains('#') => reference("journey", text),
            Type::JourneyRef | Type::ParentRef | Type::StepRef => step(text),
            Type::PainRef => {
                let (at, pain) = text.rsplit_once('/').unwrap_or_default();
                let mut reference = reference("pain", pain);
                match at.split_once('#') {
                    Some((journey, step)) => {
                        reference["step"] = json!(step);
                        reference["journey"] = json!(journey);
                    }
                    None => reference["step"] = json!(at),
                }
                reference
            }
            Type::Removal => match (text.split_once(':'), text.split_once('/')) {
                (Some((kind, id)), _) => reference(kind, id),
                (_, Some((step, part))) => reference(part, step),
                _ => step(text),
            },
            Type::Plain(_) => json!(visible(text)),
            _ => value.clone(),
        }
    }

    fn text(self, key: &str, text: &str) -> Value {
        match self.language {
            Language::Source => json!(visible(text)),
            Language::Of(locale) => match self.graph.string(&self.node.id, key, locale) {
                Some(found) => self.told(&visible(found.value), found.locale),
                None => self.told(&visible(text), &self.node.locale),
            },
        }
    }

    /// A text, with its language if it is another than the one asked for.
    fn told(self, text: &str, locale: &Locale) -> Value {
        match self.language {
            Language::Of(asked) if asked != locale => json!({ "lang": locale, "text": text }),
            _ => json!(text),
        }
    }
}

fn reference(kind: &str, id: &str) -> Value {
    json!({ "type": kind, "id": id })
}

fn step(text: &str) -> Value {
    match text.split_once('#') {
        Some((journey, step)) => json!({ "type": "step", "id": step, "journey": journey }),
        None => reference("step", text),
    }
}
