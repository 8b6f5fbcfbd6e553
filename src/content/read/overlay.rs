//! Translations: text and nothing else, under the keys of the source.
//!
//! What may be translated follows from the source's own tables, so a field becomes translatable in
//! one place. Whether the source has a key is not known here; `graph` compares.

use super::common::NAME;
use super::reader::{Entry, Fields, Reader};
use super::step::STEP;
use super::values::items;
use crate::base::{Spanned, TextRange};
use crate::content::Kind;
use crate::content::front_matter::{Overlay, Quality, Translation};
use crate::content::shape::{Field, Shape, Type, Word};
use crate::content::text::nested;
use crate::content::yaml::{Node, Value};
use crate::diagnostic::Name;

/// The fields of a translation that are not text.
pub static OVERLAY: Shape = Shape {
    name: "translation",
    doc: "The translation of a document: the texts of its source, by id, and nothing else.",
    fields: &[&[
        Field::optional("translation", Type::Object(&TRANSLATION), "Who translated, and from which revision."),
        Field::optional("slug", Type::Slug, "The last part of its address in this language."),
        Field::optional("aliases", Type::List(&Type::Alias), "Old addresses in this language, which lead here."),
    ]],
    main: None,
};

/// What is said about the translating.
pub static TRANSLATION: Shape = Shape {
    name: "translation block",
    doc: "Who translated, and from which revision.",
    fields: &[&[
        Field::optional(
            "base",
            Type::Plain(16),
            "The revision of the source that it answers to; written by a command.",
        ),
        Field::optional("status", Type::Word(Quality::WORDS), "How good it is; draft where it is not given."),
        Field::optional("by", Type::List(&Type::Plain(NAME)), "Who translated: ids of authors, or names."),
        Field::optional("reviewer", Type::Plain(NAME), "Who read it."),
        Field::optional("date", Type::Date, "When."),
        Field::optional(
            "synced",
            Type::List(&Type::Plain(16)),
            "Newer segments of the source that are dealt with; written by a command.",
        ),
        Field::optional(
            "same",
            Type::List(&Type::Plain(16)),
            "Segments that are rightly the same as in the source; written by a command.",
        ),
    ]],
    main: None,
};

/// All steps of a journey, whatever their phase.
static STEPS: Type = Type::Map(&Type::Object(&STEP));

/// Translations run longer than their source; a limit that fits one need not fit the other.
const LEEWAY: usize = 2;

/// Reads the front matter of a translation of a document of this kind.
pub fn overlay(reader: &mut Reader, kind: Kind, node: &Node, place: TextRange) -> Overlay {
    let Value::Map(entries) = &node.value else {
        reader.wrong_type(node, "the fields of a translation");
        return Overlay::default();
    };
    let (own, text): (Vec<_>, Vec<_>) = entries.iter().partition(|(key, _)| OVERLAY.field(&key.text).is_some());
    let own = Node { value: Value::Map(own.into_iter().cloned().collect()), range: node.range, swallowed: None };
    let mut overlay = Overlay::default();
    if let Some(fields) = reader.fields(&own, &OVERLAY, place, "") {
        overlay.slug = fields.slug(reader, "slug");
        overlay.aliases = fields.aliases(reader, "aliases");
        overlay.translation = translation(reader, &fields);
    }
    for entry in reader.distinct(text) {
        if kind == Kind::Journey && entry.key == "steps" {
            value_of(reader, &STEPS, entry.node, "steps");
        } else {
            field(reader, super::shape_of(kind), &entry, "");
        }
    }
    overlay.texts = std::mem::take(&mut reader.texts);
    overlay
}

fn translation(reader: &mut Reader, fields: &Fields) -> Translation {
    fields.entry("translation").map_or_else(Translation::default, |entry| block(reader, entry.node, entry.range))
}

/// Reads what stands under `translation`.
pub fn block(reader: &mut Reader, node: &Node, place: TextRange) -> Translation {
    let Some(fields) = reader.fields(node, &TRANSLATION, place, "") else { return Translation::default() };
    let status = fields.word(reader, "status");
    let translation = Translation {
        status_place: status.as_ref().map(|word| word.range),
        base: fields.one(reader, "base", "sixteen hex digits", digits).map(|base| Spanned::new(base.value, base.range)),
        status: status.map(|word| word.value).unwrap_or_default(),
        by: fields.plains(reader, "by"),
        reviewer: fields.plain(reader, "reviewer"),
        date: fields.date(reader, "date"),
        synced: fields.many(reader, "synced", "sixteen hex digits", digits),
        same: fields.many(reader, "same", "sixteen hex digits", digits),
    };
    if translation.status == Quality::Reviewed && fields.entry("reviewer").is_none() {
        let place = fields.entry("status").map_or(place, |entry| entry.range);
        let problem = reader
            .fault(Name::MissingField, place, "the translation is `reviewed`, and no `reviewer` is named")
            .label("by whom?")
            .help("add `reviewer` with the id of an author or a name, or say `status: draft`");
        reader.push(problem);
    }
    translation
}

fn digits(reader: &mut Reader, text: &str, range: TextRange) -> Option<String> {
    let is_revision = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if !is_revision {
        let problem = reader
            .fault(Name::WrongType, range, format_args!("`{text}` is no revision"))
            .label("sixteen digits from 0 to f are needed")
            .help("remove it, or let `cxbook translate mark` write it");
        reader.push(problem);
    }
    is_revision.then(|| text.to_owned())
}

/// Reads one field of a translation, whose source has this shape.
fn field(reader: &mut Reader, shape: &'static Shape, entry: &Entry, prefix: &str) {
    if is_joined(reader, entry) {
        return;
    }
    let Some(field) = shape.field(entry.key) else {
        if entry.key.starts_with("x-") {
            structure(reader, entry);
        } else {
            reader.unknown_field(entry, shape);
        }
        return;
    };
    if field.name == "steps" {
        let problem = reader
            .fault(Name::StructureInTranslation, entry.range, "a translation lists all steps under one `steps:`")
            .label("which steps are in it is the source's business")
            .help("move them to `steps:` at the top level, by their ids");
        reader.push(problem);
    } else if field.value.is_translatable() {
        value_of(reader, &field.value, entry.node, &format!("{prefix}{}", entry.key));
    } else {
        structure(reader, entry);
    }
}

/// Whether a key is several, joined by dots as reports name a text; that is reported with how it is written.
pub fn is_joined(reader: &mut Reader, entry: &Entry) -> bool {
    let is_name =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let is_joined = entry.key.contains('.') && entry.key.split('.').all(is_name);
    if is_joined {
        let (first, below) = entry.key.split_once('.').unwrap_or((entry.key, ""));
        let problem = reader
            .fault(Name::UnknownField, entry.range, format_args!("`{}` joins several keys by dots", entry.key))
            .label("no key of its own")
            .help(format_args!(
                "write one key below the other, each two spaces further in: {}; where `{first}:` is there already, put \
                 {} below it",
                nested(entry.key),
                nested(below)
            ));
        reader.push(problem);
    }
    is_joined
}

fn structure(reader: &mut Reader, entry: &Entry) {
    let problem = reader
        .fault(
            Name::StructureInTranslation,
            entry.range,
            format_args!("`{}` is structure, and a translation holds only text", entry.key),
        )
        .label("the source says it for every language")
        .help("remove it here; to change it, change the source file");
    reader.push(problem);
}

/// Reads what a field of this type holds in a translation. Nothing means not translated.
pub fn value_of(reader: &mut Reader, value: &'static Type, node: &Node, key: &str) {
    match (value, &node.value) {
        (_, Value::Null) if node.swallowed.is_none() => {}
        (Type::Text(max), _) => {
            if !matches!(&node.value, Value::Scalar(scalar) if scalar.text.trim().is_empty() && node.swallowed.is_none())
            {
                let name = key.rsplit('.').next().unwrap_or(key);
                reader.text(node, &format!("`{name}`"), key, max.saturating_mul(LEEWAY));
            }
        }
        (Type::List(inner), _) => {
            for (index, item) in items(node).enumerate() {
                value_of(reader, inner, item, &format!("{key}.{}", index + 1));
            }
        }
        (Type::Map(inner) | Type::By(_, inner), Value::Map(entries)) => {
            for entry in reader.distinct(entries) {
                if !is_joined(reader, &entry) && reader.id(entry.key, entry.range).is_some() {
                    value_of(reader, inner, entry.node, &format!("{key}.{}", entry.key));
                }
            }
        }
        (Type::Object(shape), Value::Map(entries)) => {
            for entry in reader.distinct(entries) {
                field(reader, shape, &entry, &format!("{key}."));
            }
        }
        (Type::Object(shape), _) => match shape.main.and_then(|main| shape.field(main)) {
            Some(main) if main.value.is_translatable() => {
                value_of(reader, &main.value, node, &format!("{key}.{}", main.name));
            }
            _ => reader.wrong_type(node, &format!("the texts of {}", super::reader::with_article(shape.name))),
        },
        (Type::OneOf(types), _) => match types.iter().find(|value| value.is_translatable()) {
            Some(value) => value_of(reader, value, node, key),
            None => reader.wrong_type(node, "text"),
        },
        _ => reader.wrong_type(node, "texts by id"),
    }
}
