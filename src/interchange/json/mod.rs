//! Everything public as JSON under `/api/1/`, and back.
//!
//! | file | holds |
//! |---|---|
//! | `site.json` | every entity in every language, with the Markdown of bodies: what `import json` reads |
//! | `journeys/<id>.<lang>.json` | one journey in one language |
//! | `<kind>.<lang>.json` | all entities of a kind in one language; of articles and journeys without their prose and steps |
//! | `schema/<name>.json` | what these files look like |
//!
//! - Fields have the names that authors write, in the order of the tables of `content`.
//! - What authors key by id is a list of objects with `id` and `order`; what they key by a reference is a list of
//!   objects with that reference and a `value`.
//! - A reference is `{ "type": "touchpoint", "id": "claims-hotline" }`; those to a part of a journey may name its
//!   `journey` and `step`.
//! - Text of one language that has to be told in another is `{ "lang": "en", "text": "…" }`.

mod read;
mod schema;
mod write;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::{Map, Value, json};

use crate::base::{Locale, OutputPath};
use crate::config::Config;
use crate::content::front_matter::{FrontMatter, Translation};
use crate::content::{Document, EntityId, Kind};
use crate::graph::{Graph, Node};
use crate::markdown;
use crate::output::Artifact;
pub use read::{Import, read};
pub(super) use write::visible;
use write::{Language, Writer};

/// The version of the format; another one would have other addresses.
pub const VERSION: u32 = 1;

/// Every kind that has entities of its own. A stage is a part of its lifecycle.
fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Stage)
}

/// Every file below `/api/1/` but the views.
#[must_use]
pub fn files(graph: &Graph, config: &Config) -> Vec<(OutputPath, Artifact)> {
    let mut jobs: Vec<Job<'_>> = vec![Job::Site];
    for locale in graph.languages() {
        jobs.extend(kinds().map(|kind| Job::Kind(kind, locale)));
        jobs.extend(graph.of_kind(Kind::Journey).map(|node| Job::Journey(node, locale)));
    }
    let mut files: Vec<(OutputPath, Artifact)> = jobs
        .par_iter()
        .filter_map(|job| {
            let (path, bytes) = match job {
                Job::Site => ("site.json".to_owned(), site(graph, config)),
                Job::Kind(kind, locale) => {
                    (format!("{}.{locale}.json", kind.plural()), list(graph, config, *kind, locale)?)
                }
                Job::Journey(node, locale) => {
                    graph.url(&node.id, locale)?;
                    let journey = line(&localized(graph, config, node, locale));
                    (format!("journeys/{}.{locale}.json", node.id.id), journey)
                }
            };
            Some((OutputPath::new(format!("api/{VERSION}/{path}")), Artifact::new(bytes)))
        })
        .collect();
    files.extend(schema::all().into_iter().map(|(name, schema)| {
        (OutputPath::new(format!("api/{VERSION}/schema/{name}.json")), Artifact::new(line(&schema)))
    }));
    files
}

enum Job<'a> {
    Site,
    Kind(Kind, &'a Locale),
    Journey(&'a Node, &'a Locale),
}

fn line(value: &Value) -> Vec<u8> {
    let mut bytes = value.to_string().into_bytes();
    bytes.push(b'\n');
    bytes
}

/// Room for what stands around the lines of `site.json`.
const FRAME: usize = 24;

/// The whole public site, one entity a line.
#[must_use]
pub fn site(graph: &Graph, config: &Config) -> Vec<u8> {
    let languages: Vec<Value> =
        config.languages.iter().map(|(locale, language)| json!({ "lang": locale, "name": language.name })).collect();
    let mut head = json!({
        "schema": VERSION,
        "title": config.title,
        "url": config.base_url.as_str(),
        "source-language": graph.source_language(),
        "languages": languages,
    });
    let translations = vocabulary_translations(graph);
    if !translations.is_empty() {
        head["vocabulary-translations"] = json!(translations);
    }
    let nodes: Vec<&Node> = kinds().flat_map(|kind| graph.in_order(kind)).collect();
    let lines: Vec<String> = nodes.par_iter().map(|node| entity(graph, config, node).to_string()).collect();
    let mut head = head.to_string();
    head.pop();
    // The largest file of a site: its room is taken once, and each line's given back as soon as it is in.
    let length: usize = head.len() + lines.iter().map(|line| line.len() + 2).sum::<usize>() + FRAME;
    let mut bytes = Vec::with_capacity(length);
    bytes.extend(head.into_bytes());
    bytes.extend(b",\"entities\":[\n");
    for (index, line) in lines.into_iter().enumerate() {
        bytes.extend(if index == 0 { b"".as_slice() } else { b",\n" });
        bytes.extend(line.into_bytes());
    }
    bytes.extend(b"\n]}\n");
    bytes
}

/// What translations of vocabularies say of themselves, where they say anything.
fn vocabulary_translations(graph: &Graph) -> Vec<Value> {
    let mut found = Vec::new();
    for kind in kinds().filter(|kind| !kind.is_document()) {
        for locale in graph.languages() {
            let Some(file) = graph.vocabulary(kind, locale) else { continue };
            let block = translation(&file.parsed.translation);
            if !block.is_empty() {
                found.push(json!({ "type": kind.noun(), "lang": locale, "translation": block }));
            }
        }
    }
    found
}

/// One entity in all its languages.
#[must_use]
pub fn entity(graph: &Graph, config: &Config, node: &Node) -> Value {
    let mut entity = opening(node, &node.locale);
    entity.insert("url".into(), json!(url(graph, config, &node.id, &node.locale)));
    let writer = Writer { graph, node, language: Language::Source };
    entity.insert("fields".into(), writer.fields());
    if let Some(document) = node.document().filter(|document| !body(document).is_empty()) {
        entity.insert("body".into(), json!(body(document)));
    }
    let translations: Vec<Value> = translations(graph, node);
    if !translations.is_empty() {
        entity.insert("translations".into(), json!(translations));
    }
    Value::Object(entity)
}

/// One entity in one language.
#[must_use]
pub fn localized(graph: &Graph, config: &Config, node: &Node, locale: &Locale) -> Value {
    let mut entity = Map::from_iter([("schema".to_owned(), json!(VERSION))]);
    entity.extend(opening(node, locale));
    entity.insert("url".into(), json!(url(graph, config, &node.id, locale)));
    let writer = Writer { graph, node, language: Language::Of(locale) };
    entity.insert("fields".into(), writer.fields());
    if let Some(body) = writer.body() {
        entity.insert("body".into(), body);
    }
    Value::Object(entity)
}

/// All entities of a kind in one language; `None` where there are none.
fn list(graph: &Graph, config: &Config, kind: Kind, locale: &Locale) -> Option<Vec<u8>> {
    let nodes = graph.in_order(kind);
    let entities: Vec<Value> = nodes
        .into_iter()
        .map(|node| {
            let mut entity = opening(node, locale);
            entity.insert("url".into(), json!(url(graph, config, &node.id, locale)));
            let writer = Writer { graph, node, language: Language::Of(locale) };
            if kind == Kind::Journey {
                entity.insert(
                    "fields".into(),
                    writer.some_fields(&["title", "summary", "status", "kind", "level", "persona"]),
                );
                let file = graph.url(&node.id, locale).map(|_| format!("journeys/{}.{locale}.json", node.id.id));
                entity.insert("file".into(), json!(file));
            } else {
                entity.insert("fields".into(), writer.fields());
            }
            if !matches!(kind, Kind::Article | Kind::Journey)
                && let Some(body) = writer.body()
            {
                entity.insert("body".into(), body);
            }
            Value::Object(entity)
        })
        .collect();
    let list = json!({ "schema": VERSION, "type": kind.noun(), "lang": locale, "entities": entities });
    (!entities.is_empty()).then(|| line(&list))
}

fn opening(node: &Node, locale: &Locale) -> Map<String, Value> {
    Map::from_iter([
        ("type".to_owned(), json!(node.id.kind.noun())),
        ("id".to_owned(), json!(node.id.id)),
        ("lang".to_owned(), json!(locale)),
    ])
}

/// The absolute address of the page that shows it in this language, if there is one.
fn url(graph: &Graph, config: &Config, id: &EntityId, locale: &Locale) -> Option<String> {
    let place = crate::graph::Place::whole(id.clone());
    graph.url(id, locale)?;
    Some(config.absolute(&graph.address(&place, locale)?))
}

/// The Markdown of a document as its readers are shown it: without comments.
pub(super) fn body(document: &Document) -> String {
    let text = markdown::without_comments(&document.parsed.body.text);
    let first = text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum::<usize>();
    text[first..].trim_end().to_owned()
}

/// The translations of a node: what they say of themselves, and their texts by key.
fn translations(graph: &Graph, node: &Node) -> Vec<Value> {
    let mut found = Vec::new();
    for locale in graph.languages().iter().filter(|locale| **locale != node.locale) {
        let mut one = Map::from_iter([("lang".to_owned(), json!(locale))]);
        let mut texts: BTreeMap<&str, String> = BTreeMap::new();
        if let Some(document) = node.translations.get(locale) {
            let FrontMatter::Overlay(overlay) = &document.parsed.front_matter else { continue };
            let block = translation(&overlay.translation);
            if !block.is_empty() {
                one.insert("translation".into(), Value::Object(block));
            }
            if let Some(slug) = &overlay.slug {
                one.insert("slug".into(), json!(slug.value));
            }
            if !overlay.aliases.is_empty() {
                one.insert("aliases".into(), overlay.aliases.iter().map(|alias| json!(alias.value)).collect());
            }
            texts.extend(overlay.texts.iter().map(|(key, text)| (key.as_str(), write::visible(&text.value))));
            let body = body(document);
            if !body.is_empty() {
                one.insert("body".into(), json!(body));
            }
        } else if node.vocabulary_entry().is_some()
            && let Some(file) = graph.vocabulary(node.id.kind, locale)
        {
            let prefix = format!("{}.", node.id.id);
            let own = file.parsed.texts.iter().filter_map(|(key, text)| Some((key.strip_prefix(&prefix)?, text)));
            texts.extend(own.map(|(key, text)| (key, write::visible(&text.value))));
        } else {
            continue;
        }
        texts.retain(|_, text| !text.trim().is_empty());
        if !texts.is_empty() {
            one.insert("texts".into(), json!(texts));
        }
        if one.len() > 1 || node.translations.contains_key(locale) {
            found.push(Value::Object(one));
        }
    }
    found
}

/// What a translation says of itself.
pub(super) fn translation(said: &Translation) -> Map<String, Value> {
    let words = |words: &[crate::base::Spanned<String>]| words.iter().map(|word| json!(word.value)).collect::<Value>();
    let fields = [
        ("status", json!(said.status)),
        ("by", words(&said.by)),
        ("reviewer", json!(said.reviewer.as_ref().map(|reviewer| &reviewer.value))),
        ("date", json!(said.date.as_ref().map(|date| date.value.to_string()))),
        ("base", json!(said.base.as_ref().map(|base| &base.value))),
        ("synced", words(&said.synced)),
        ("same", words(&said.same)),
    ];
    let is_said = |(name, value): &(&str, Value)| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        _ => *name != "status" || said.status != crate::content::front_matter::Quality::default(),
    };
    fields.into_iter().filter(is_said).map(|(name, value)| (name.to_owned(), value)).collect()
}
