//! The tables of fields to JSON Schema (2020-12) of what is published under `/api/1/`.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::kinds;
use super::write::shape;
use crate::content::Kind;
use crate::content::read::vocabulary::TERM_FORM;
use crate::content::shape::{Need, Shape, Type};

/// The pattern of ids.
const ID: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";
/// The pattern of language tags.
const LANGUAGE: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// Every published schema by its name: one for each kind, `site`, and `view`.
pub(super) fn all() -> Vec<(String, Value)> {
    let mut schemas: Vec<(String, Value)> = kinds().map(|kind| (kind.noun().to_owned(), of_kind(kind))).collect();
    schemas.push(("site".to_owned(), site()));
    schemas.push(("view".to_owned(), view()));
    schemas
}

fn head(name: &str, title: &str) -> Value {
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:cxbook:api:1:{name}"),
        "title": title,
    })
}

fn with_definitions(mut schema: Value, definitions: BTreeMap<String, Value>) -> Value {
    schema["$defs"] = json!(definitions);
    schema
}

/// A file with one entity, or with all of a kind, in one language.
fn of_kind(kind: Kind) -> Value {
    let mut writer = Writer::default();
    let entity = writer.entity(kind, false);
    let mut schema = head(kind.noun(), &format!("{} in one language", kind.plural()));
    let list = json!({
        "type": "object",
        "properties": {
            "schema": { "const": super::VERSION },
            "type": { "const": kind.noun() },
            "lang": { "pattern": LANGUAGE },
            "entities": { "type": "array", "items": { "$ref": "#/$defs/entity" } },
        },
        "required": ["schema", "type", "lang", "entities"],
        "additionalProperties": false,
    });
    schema["anyOf"] = json!([{ "$ref": "#/$defs/entity" }, list]);
    writer.definitions.insert("entity".to_owned(), entity);
    with_definitions(schema, writer.definitions)
}

fn site() -> Value {
    let mut writer = Writer::default();
    let entities: Vec<Value> = kinds()
        .map(|kind| {
            let entity = writer.entity(kind, true);
            json!({ "if": { "properties": { "type": { "const": kind.noun() } } }, "then": entity })
        })
        .collect();
    let nouns: Vec<&str> = kinds().map(Kind::noun).collect();
    let mut schema = head("site", "a whole public site in all its languages");
    schema["type"] = json!("object");
    schema["properties"] = json!({
        "schema": { "const": super::VERSION },
        "title": { "type": "string" },
        "url": { "type": "string" },
        "source-language": { "pattern": LANGUAGE },
        "languages": { "type": "array", "items": {
            "type": "object",
            "properties": { "lang": { "pattern": LANGUAGE }, "name": { "type": "string" } },
            "required": ["lang", "name"],
            "additionalProperties": false,
        } },
        "vocabulary-translations": { "type": "array", "items": {
            "type": "object",
            "properties": { "type": { "enum": nouns }, "lang": { "pattern": LANGUAGE }, "translation": { "type": "object" } },
            "required": ["type", "lang", "translation"],
            "additionalProperties": false,
        } },
        "entities": { "type": "array", "items": {
            "type": "object",
            "properties": { "type": { "enum": nouns } },
            "required": ["type"],
            "allOf": entities,
        } },
    });
    schema["required"] = json!(["schema", "title", "source-language", "languages", "entities"]);
    schema["additionalProperties"] = json!(false);
    with_definitions(schema, writer.definitions)
}

fn view() -> Value {
    let mut schema = head("view", "the rows of a computed view");
    schema["type"] = json!("object");
    schema["properties"] = json!({
        "view": { "type": "string", "pattern": ID },
        "rows": { "type": "array", "items": { "type": "object" } },
    });
    schema["required"] = json!(["view", "rows"]);
    schema["additionalProperties"] = json!(false);
    schema
}

#[derive(Default)]
struct Writer {
    definitions: BTreeMap<String, Value>,
}

impl Writer {
    fn entity(&mut self, kind: Kind, has_translations: bool) -> Value {
        let fields = if kind == Kind::Term {
            let form = self.shape(&TERM_FORM);
            let mut term = self.object(shape(kind), false);
            // Every other field is a language; some of the term's own names look like tags of languages.
            term["additionalProperties"] = form;
            term
        } else {
            // A list of journeys tells only some of their fields.
            self.object(shape(kind), kind != Kind::Journey || has_translations)
        };
        let text = self.text();
        let mut properties = json!({
            "schema": { "const": super::VERSION },
            "type": { "const": kind.noun() },
            "id": { "type": "string" },
            "lang": { "pattern": LANGUAGE },
            "url": { "type": ["string", "null"] },
            "file": { "type": ["string", "null"] },
            "fields": fields,
            "body": text,
        });
        if has_translations {
            properties["translations"] = translations();
        }
        json!({
            "type": "object",
            "properties": properties,
            "required": ["type", "id", "lang", "fields"],
            "additionalProperties": false,
        })
    }

    fn object(&mut self, shape: &'static Shape, is_complete: bool) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for field in shape.fields() {
            let mut value = self.value(&field.value);
            value["description"] = json!(field.doc);
            properties.insert(field.name.to_owned(), value);
            if field.need == Need::Required && is_complete {
                required.push(field.name);
            }
        }
        // The date of internal evidence is not published.
        required.retain(|name| !(shape.name == "piece of evidence" && *name == "date"));
        json!({
            "description": shape.doc,
            "type": "object",
            "properties": properties,
            "patternProperties": { "^x-": {} },
            "required": required,
            "additionalProperties": false,
        })
    }

    fn shape(&mut self, shape: &'static Shape) -> Value {
        let name = shape.name.replace(' ', "-");
        if !self.definitions.contains_key(&name) {
            self.definitions.insert(name.clone(), Value::Null);
            let object = self.object(shape, true);
            self.definitions.insert(name.clone(), object);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    /// A text, or one that stands in from another language.
    fn text(&mut self) -> Value {
        self.definitions.entry("text".to_owned()).or_insert_with(|| {
            json!({ "anyOf": [{ "type": "string" }, {
                "type": "object",
                "properties": { "lang": { "pattern": LANGUAGE }, "text": { "type": "string" } },
                "required": ["lang", "text"],
                "additionalProperties": false,
            }] })
        });
        json!({ "$ref": "#/$defs/text" })
    }

    fn value(&mut self, kind: &'static Type) -> Value {
        match kind {
            Type::Text(_) => self.text(),
            Type::Bool => json!({ "type": "boolean" }),
            Type::Integer(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Type::Decimal(least, most, _) => json!({ "type": "number", "minimum": least, "maximum": most }),
            Type::Word(words) => json!({ "enum": words }),
            Type::Literal("true") => json!({ "const": true }),
            Type::Literal(word) => json!({ "const": word }),
            Type::Ref(kind) => reference(&[kind.noun()], &[]),
            Type::TypedRef(kinds) => reference(&kinds.iter().map(|kind| kind.noun()).collect::<Vec<_>>(), &[]),
            Type::Local("former id") => json!({ "type": "string", "pattern": ID }),
            Type::Local(what) => reference(&[what.split(' ').next().unwrap_or(what)], &[]),
            Type::JourneyRef => reference(&["journey", "step"], &["journey"]),
            Type::ParentRef | Type::StepRef => reference(&["step"], &["journey"]),
            Type::PainRef => reference(&["pain"], &["step", "journey"]),
            Type::Removal => reference(&["step", "wow", "touchpoint"], &[]),
            Type::List(inner) => json!({ "type": "array", "items": self.value(inner) }),
            Type::Map(Type::Object(shape)) => {
                let mut entry = self.object(shape, true);
                entry["properties"]["id"] = json!({ "type": "string", "pattern": ID });
                entry["properties"]["order"] = json!({ "type": "integer", "minimum": 1 });
                if let Some(required) = entry["required"].as_array_mut() {
                    required.extend([json!("id"), json!("order")]);
                }
                let name = format!("{}-by-id", shape.name.replace(' ', "-"));
                self.definitions.insert(name.clone(), entry);
                json!({ "type": "array", "items": { "$ref": format!("#/$defs/{name}") } })
            }
            Type::Map(inner) => {
                let value = self.value(inner);
                json!({ "type": "array", "items": {
                    "type": "object",
                    "properties": { "id": { "pattern": ID }, "order": { "type": "integer" }, "value": value },
                    "required": ["id", "order", "value"],
                    "additionalProperties": false,
                } })
            }
            Type::By(kind, inner) => {
                let value = self.value(inner);
                json!({ "type": "array", "items": {
                    "type": "object",
                    "properties": { kind.noun(): reference(&[kind.noun()], &[]), "value": value },
                    "required": [kind.noun(), "value"],
                    "additionalProperties": false,
                } })
            }
            Type::ByLanguage(inner) => {
                let value = self.value(inner);
                json!({ "type": "object", "propertyNames": { "pattern": LANGUAGE }, "additionalProperties": value })
            }
            Type::Object(shape) => self.shape(shape),
            Type::OneOf(types) => {
                json!({ "anyOf": types.iter().map(|kind| self.value(kind)).collect::<Vec<_>>() })
            }
            // Dates, durations, shares, addresses and plain words.
            _ => json!({ "type": "string" }),
        }
    }
}

fn reference(types: &[&str], more: &[&str]) -> Value {
    let mut properties = json!({ "type": { "enum": types }, "id": { "type": "string" } });
    for name in more {
        properties[*name] = json!({ "type": "string", "pattern": ID });
    }
    json!({ "type": "object", "properties": properties, "required": ["type", "id"], "additionalProperties": false })
}

fn translations() -> Value {
    json!({ "type": "array", "items": {
        "type": "object",
        "properties": {
            "lang": { "pattern": LANGUAGE },
            "translation": { "type": "object" },
            "slug": { "type": "string" },
            "aliases": { "type": "array", "items": { "type": "string" } },
            "texts": { "type": "object", "additionalProperties": { "type": "string" } },
            "body": { "type": "string" },
        },
        "required": ["lang"],
        "additionalProperties": false,
    } })
}
