//! The tables of fields to JSON Schema (2020-12), for editors and for other programs.
//!
//! The same tables drive the readers, so a schema says what is read. What two fields say together
//! (an observed basis needs evidence) is left to `check`, which can explain it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::config::{BOOK, Setting, SettingType};
use crate::content::identity::VOCABULARIES;
use crate::content::read::overlay::OVERLAY;
use crate::content::read::step::STEP;
use crate::content::read::{self, vocabulary};
use crate::content::shape::{Need, Shape, Type};
use crate::content::{Kind, read::vocabulary::TERM_FORM};
use crate::diagnostic::Name;

/// The pattern of ids.
const ID: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";
/// The pattern of language tags.
const LANGUAGE: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// What a schema is for: `journey`, `journey-translation`, `vocab-touchpoints`, `book` …
#[must_use]
pub fn names() -> Vec<String> {
    let documents = documents().map(|kind| kind.noun().to_owned());
    let translations = documents_with_translations().map(|kind| format!("{}-translation", kind.noun()));
    let vocabulary = VOCABULARIES.iter().map(|kind| format!("vocab-{}", kind.plural()));
    let translated = VOCABULARIES
        .iter()
        .filter(|kind| **kind != Kind::Term)
        .map(|kind| format!("vocab-{}-translation", kind.plural()));
    documents
        .chain(translations)
        .chain(vocabulary)
        .chain(translated)
        .chain(["book".to_owned(), "status".to_owned()])
        .collect()
}

/// The schema called `name`; vocabularies go by the names of their files too.
#[must_use]
pub fn schema(name: &str) -> Option<Value> {
    if name == "status" {
        return Some(super::status::schema());
    }
    let (base, is_translation) = name.strip_suffix("-translation").map_or((name, false), |base| (base, true));
    let vocabulary_name = base.strip_prefix("vocab-").unwrap_or(base);
    let vocabulary_kind =
        VOCABULARIES.iter().copied().find(|kind| [kind.plural(), kind.noun()].contains(&vocabulary_name));
    let document = documents().find(|kind| kind.noun() == base || kind.plural() == base);
    let (title, body, definitions) = if base == "book" && !is_translation {
        ("book.toml".to_owned(), book(), BTreeMap::new())
    } else if let Some(kind) = vocabulary_kind {
        let mut writer = Writer { is_translation, definitions: BTreeMap::new() };
        (format!("vocab/{}.yaml", kind.plural()), writer.vocabulary(kind), writer.definitions)
    } else {
        let kind = document.filter(|kind| !is_translation || *kind != Kind::Response)?;
        let mut writer = Writer { is_translation, definitions: BTreeMap::new() };
        let body = if is_translation { writer.overlay(kind) } else { writer.object(read::shape_of(kind)) };
        (format!("front matter of {}", kind.plural()), body, writer.definitions)
    };
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("$id".into(), json!(format!("urn:cxbook:schema:1:{name}")));
    schema.insert("title".into(), json!(if is_translation { format!("{title}, translated") } else { title }));
    if let Value::Object(body) = body {
        schema.extend(body);
    }
    if !definitions.is_empty() {
        schema.insert("$defs".into(), Value::Object(definitions.into_iter().collect()));
    }
    Some(Value::Object(schema))
}

fn documents() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| kind.is_document())
}

fn documents_with_translations() -> impl Iterator<Item = Kind> {
    documents().filter(|kind| *kind != Kind::Response)
}

/// Writes types, and collects the shapes they use.
struct Writer {
    /// Whether only text is wanted, and every field may be left out.
    is_translation: bool,
    definitions: BTreeMap<String, Value>,
}

impl Writer {
    fn vocabulary(&mut self, kind: Kind) -> Value {
        let entry = if kind == Kind::Term {
            let mut term = self.object(&vocabulary::TERM);
            // Every other key is a language.
            term["additionalProperties"] = self.shape(&TERM_FORM);
            term
        } else {
            self.shape(vocabulary::shape_of(kind))
        };
        let mut schema = json!({
            "description": format!("{} Entries by id.", vocabulary::shape_of(kind).doc),
            "type": "object",
            "propertyNames": { "pattern": ID, "maxLength": 64 },
            "additionalProperties": entry,
        });
        if self.is_translation {
            schema["properties"] = json!({ "translation": self.block() });
        }
        schema
    }

    /// The `translation` block, which is not itself translated.
    fn block(&mut self) -> Value {
        let mut writer = Writer { is_translation: false, definitions: BTreeMap::new() };
        let block = OVERLAY.field("translation").map_or(json!(true), |field| writer.value(&field.value));
        self.definitions.extend(writer.definitions);
        block
    }

    fn overlay(&mut self, kind: Kind) -> Value {
        let mut schema = self.object(read::shape_of(kind));
        let mut writer = Writer { is_translation: false, definitions: BTreeMap::new() };
        for field in OVERLAY.fields() {
            let mut value = writer.value(&field.value);
            value["description"] = json!(field.doc);
            schema["properties"][field.name] = value;
        }
        self.definitions.extend(writer.definitions);
        if kind == Kind::Journey {
            let steps = json!({
                "description": "All steps by id, whatever their phase.",
                "type": "object",
                "propertyNames": id(),
                "additionalProperties": self.shape(&STEP),
            });
            schema["properties"]["steps"] = steps;
        }
        schema["description"] = json!(OVERLAY.doc);
        schema
    }

    /// A map with the fields of a shape.
    fn object(&mut self, shape: &'static Shape) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for field in shape.fields() {
            // The steps of a translated journey stand at its top level.
            if self.is_translation && (!field.value.is_translatable() || field.name == "steps") {
                continue;
            }
            let mut value = self.value(&field.value);
            value["description"] = json!(field.doc);
            properties.insert(field.name.to_owned(), value);
            if field.need == Need::Required && !self.is_translation {
                required.push(field.name);
            }
        }
        let mut schema = json!({
            "description": shape.doc,
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
        });
        if !self.is_translation {
            schema["patternProperties"] = json!({ "^x-": {} });
        }
        if !required.is_empty() {
            schema["required"] = json!(required);
        }
        schema
    }

    /// A reference to the definition of a shape, or its short form.
    fn shape(&mut self, shape: &'static Shape) -> Value {
        let name = shape.name.replace(' ', "-");
        if !self.definitions.contains_key(&name) {
            // Shapes do not contain themselves, but the entry keeps their order of discovery.
            self.definitions.insert(name.clone(), Value::Null);
            let object = self.object(shape);
            self.definitions.insert(name.clone(), object);
        }
        let reference = json!({ "$ref": format!("#/$defs/{name}") });
        let main = shape.main.and_then(|main| shape.field(main));
        let needs_more = shape.fields().any(|field| field.need == Need::Required && Some(field.name) != shape.main);
        match main {
            Some(main) if self.is_translation && main.value.is_translatable() => {
                json!({ "anyOf": [self.value(&main.value), reference] })
            }
            Some(main) if !self.is_translation && !needs_more => {
                json!({ "anyOf": [self.value(&main.value), reference] })
            }
            _ => reference,
        }
    }

    fn value(&mut self, value: &'static Type) -> Value {
        match value {
            Type::Text(max) if self.is_translation => json!({ "type": ["string", "null"], "maxLength": max * 2 }),
            Type::Text(max) | Type::Plain(max) => json!({ "type": "string", "minLength": 1, "maxLength": max }),
            Type::Bool => json!({ "type": "boolean" }),
            Type::Integer(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Type::Decimal(least, most, _) => json!({ "type": "number", "minimum": least, "maximum": most }),
            Type::Date => json!({ "anyOf": [
                { "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" },
                { "type": "integer", "minimum": 1000, "maximum": 9999 },
            ] }),
            Type::Moment => pattern(
                "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?(Z|[+-][0-9]{2}:[0-9]{2})$",
            ),
            Type::Duration => pattern("^[0-9]{1,6}[smhdw](\\.\\.[0-9]{1,6}[smhdw])?$"),
            Type::Share => pattern("^[0-9]{1,3}(\\.[0-9])?%$"),
            Type::Language => pattern(LANGUAGE),
            Type::Url => pattern("^https?://[^ ]+$"),
            Type::Slug => pattern("^[^A-Z /.?#%\\\\]+$"),
            Type::Alias => pattern("^/[^ ?#%\\\\]+$"),
            Type::File => pattern("^[^/?#\\\\][^?#\\\\]*$"),
            Type::Word(words) => json!({ "enum": words }),
            Type::Literal("true") => json!({ "const": true }),
            Type::Literal(word) => json!({ "const": word }),
            Type::Ref(kind) => json!({ "type": "string", "pattern": reference_to(*kind), "maxLength": 80 }),
            Type::TypedRef(kinds) => {
                let nouns: Vec<&str> = kinds.iter().map(|kind| kind.noun()).collect();
                pattern(&format!("^({}):[a-z0-9-]+$", nouns.join("|")))
            }
            Type::Local(_) => id(),
            Type::JourneyRef | Type::StepRef => pattern("^[a-z][a-z0-9-]*(#[a-z][a-z0-9-]*)?$"),
            Type::ParentRef => pattern("^[a-z][a-z0-9-]*#[a-z][a-z0-9-]*$"),
            Type::PainRef => pattern("^([a-z][a-z0-9-]*#)?[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$"),
            Type::Removal => pattern("^(touchpoint:[a-z][a-z0-9-]*|[a-z][a-z0-9-]*(/wow)?)$"),
            Type::List(inner) => {
                let item = self.value(inner);
                json!({ "anyOf": [{ "type": "array", "items": item }, item] })
            }
            Type::Map(inner) | Type::By(_, inner) => {
                let value = self.value(inner);
                json!({ "type": "object", "propertyNames": id(), "additionalProperties": value })
            }
            Type::ByLanguage(inner) => {
                let value = self.value(inner);
                json!({ "type": "object", "propertyNames": { "pattern": LANGUAGE }, "additionalProperties": value })
            }
            Type::Object(shape) => self.shape(shape),
            Type::OneOf(types) => {
                let is_wanted = |value: &&'static Type| !self.is_translation || value.is_translatable();
                let types: Vec<&'static Type> = types.iter().filter(is_wanted).collect();
                json!({ "anyOf": types.into_iter().map(|value| self.value(value)).collect::<Vec<_>>() })
            }
        }
    }
}

fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

fn id() -> Value {
    json!({ "type": "string", "pattern": ID, "maxLength": 64 })
}

/// A bare id, which may repeat the kind that the field already fixes.
fn reference_to(kind: Kind) -> String {
    format!("^({}:)?[a-z][a-z0-9]*(-[a-z0-9]+)*$", kind.noun())
}

fn book() -> Value {
    settings("A cxbook project.", BOOK)
}

fn settings(doc: &str, settings: &'static [Setting]) -> Value {
    let properties: Map<String, Value> = settings
        .iter()
        .map(|setting| {
            let mut value = setting_value(&setting.value);
            value["description"] = json!(setting.doc);
            (setting.name.to_owned(), value)
        })
        .collect();
    let required: Vec<&str> =
        settings.iter().filter(|setting| setting.is_required).map(|setting| setting.name).collect();
    let mut schema = json!({
        "description": doc,
        "type": "object",
        "properties": properties,
        "patternProperties": { "^x-": {} },
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn setting_value(value: &'static SettingType) -> Value {
    match value {
        SettingType::Text => json!({ "type": "string", "minLength": 1 }),
        SettingType::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        SettingType::Bool => json!({ "type": "boolean" }),
        SettingType::Integer(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        SettingType::Number(least, most) => json!({ "type": "number", "minimum": least, "maximum": most }),
        SettingType::Word(words) => json!({ "enum": words }),
        SettingType::Language => pattern(LANGUAGE),
        SettingType::Languages => json!({ "type": "array", "items": pattern(LANGUAGE) }),
        SettingType::Url => pattern("^https?://[^ ?#]+$"),
        SettingType::Months => pattern("^[0-9]+ (months?|years?)$"),
        SettingType::Table(inner) => settings("A group of settings.", inner),
        SettingType::ByLanguage(inner) => json!({
            "type": "object",
            "propertyNames": { "pattern": LANGUAGE },
            "additionalProperties": settings("A language of the site.", inner),
        }),
        SettingType::Levels => {
            let rules: Map<String, Value> = Name::ALL
                .iter()
                .filter(|name| name.is_settable())
                .map(|name| {
                    let level = json!({ "enum": ["allow", "warn", "deny"], "description": name.summary() });
                    (name.as_str().to_owned(), level)
                })
                .collect();
            json!({ "type": "object", "properties": rules, "additionalProperties": false })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every place at which a schema describes a property, with that description.
    fn properties(schema: &Value, found: &mut Vec<(String, Value)>) {
        match schema {
            Value::Object(map) => {
                if let Some(Value::Object(properties)) = map.get("properties") {
                    found.extend(properties.iter().map(|(name, value)| (name.clone(), value.clone())));
                }
                map.values().for_each(|value| properties_of(value, found));
            }
            Value::Array(items) => items.iter().for_each(|value| properties_of(value, found)),
            _ => {}
        }
    }

    fn properties_of(schema: &Value, found: &mut Vec<(String, Value)>) {
        properties(schema, found);
    }

    #[test]
    fn every_name_has_a_schema_that_describes_every_field() {
        for name in names() {
            let schema = schema(&name).unwrap_or_else(|| panic!("{name} has no schema"));
            let mut found = Vec::new();
            properties(&schema, &mut found);
            for (property, value) in found.iter().filter(|(property, _)| property != "translation") {
                assert!(value.get("description").is_some(), "{name}: {property} is not described");
            }
        }
        assert!(schema("touchpoints").is_some() && schema("journeys").is_some());
        assert!(schema("steps").is_none());
    }

    #[test]
    fn every_definition_that_is_referred_to_exists() {
        for name in names() {
            let schema = schema(&name).unwrap();
            let text = schema.to_string();
            for reference in text.split("\"#/$defs/").skip(1) {
                let target = reference.split('"').next().unwrap();
                assert!(schema["$defs"].get(target).is_some_and(|found| !found.is_null()), "{name}: {target}");
            }
        }
    }

    #[test]
    fn a_translation_may_hold_text_only() {
        let schema = schema("journey-translation").unwrap();
        let step = &schema["$defs"]["step"]["properties"];
        assert!(step.get("does").is_some() && step.get("emotion").is_none() && step.get("takes").is_none());
        assert!(schema["properties"].get("steps").is_some() && schema["properties"].get("level").is_none());
    }
}
