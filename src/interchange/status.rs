//! How all translations stand, to JSON: one source of figures for the command line, the preview and programs.

use serde_json::{Value, json};

use crate::base::Locale;
use crate::content::vocabulary::{Entry, VocabularyEntry};
use crate::content::{Documents, Kind};
use crate::theme::Theme;
use crate::translation::{Overview, Row};

/// Names the schema of what [`status`] writes.
const ID: &str = "urn:cxbook:schema:1:status";

/// What a language lacks that is no document: words of the interface and of the glossary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lacks {
    /// Strings of the interface that it has no words for.
    pub strings: usize,
    /// Terms of the glossary that it has no word for.
    pub terms: usize,
}

/// What `locale` lacks.
#[must_use]
pub fn lacks(theme: &Theme, documents: &Documents, locale: &Locale) -> Lacks {
    let glossaries = documents.vocabulary.iter().filter(|file| file.kind == Kind::Term);
    let is_without = |entry: &&VocabularyEntry| match &entry.entry {
        Entry::Term(term) => term.translate && !term.forms.contains_key(locale),
        _ => false,
    };
    Lacks {
        strings: theme.strings(locale).missing().len(),
        terms: glossaries.flat_map(|file| file.parsed.entries.values()).filter(is_without).count(),
    }
}

/// The status of every translation, or of those into one language; `lacks` says what else a language has not.
#[must_use]
pub fn status(overview: &Overview, only: Option<&Locale>, lacks: impl Fn(&Locale) -> Lacks) -> Value {
    let is_wanted = |locale: &Locale| only.is_none_or(|only| locale == only);
    let languages = overview.totals.iter().filter(|(locale, _)| is_wanted(locale)).map(|(locale, total)| {
        let lacks = lacks(locale);
        json!({
            "language": locale.as_str(), "subjects": total.subjects, "fresh": total.fresh, "unread": total.unread, "begun": total.begun, "outdated": total.outdated,
            "unverified": total.unverified, "missing": total.missing, "words": total.words,
            "strings": lacks.strings, "terms": lacks.terms,
        })
    });
    let row = |row: &Row| {
        json!({
            "subject": row.subject.to_string(), "language": row.locale.as_str(), "status": row.shown(),
            "standing": row.standing, "words": row.words, "since": row.since.map(|date| date.to_string()),
            "path": row.path.as_ref().map(|path| path.as_str()),
        })
    };
    json!({
        "schema": ID,
        "languages": languages.collect::<Vec<_>>(),
        "translations": overview.rows.iter().filter(|row| is_wanted(&row.locale)).map(row).collect::<Vec<_>>(),
        "problems": overview.problems,
    })
}

/// The JSON Schema of what [`status`] writes.
#[must_use]
pub fn schema() -> Value {
    let count = |doc: &str| json!({ "description": doc, "type": "integer", "minimum": 0 });
    let language = json!({ "description": "A language tag of the site.", "type": "string" });
    let object = |doc: &str, properties: Value| {
        let required: Vec<String> =
            properties.as_object().map(|fields| fields.keys().cloned().collect()).unwrap_or_default();
        json!({
            "description": doc, "type": "object", "properties": properties, "required": required,
            "additionalProperties": false,
        })
    };
    let total = object(
        "The sum for one language.",
        json!({
            "language": language,
            "subjects": count("How many documents and vocabularies there are to translate."),
            "fresh": count("Those that say what their source says, all of it."),
            "unread": count("Those of the fresh ones that no reviewer has read."),
            "begun": count("Those of which a part is not translated yet, and nothing has changed in the source."),
            "outdated": count("Those whose source has moved on."),
            "unverified": count("Those that do not say which revision they answer to."),
            "missing": count("Those of which nothing is there."),
            "words": count("Words of sources that are still to be done."),
            "strings": count("Strings of the interface that it has no words for."),
            "terms": count("Terms of the glossary that it has no word for."),
        }),
    );
    let kinds = ["fresh", "outdated", "unknown", "unverified"];
    let standing = object(
        "How one translation stands.",
        json!({
            "quality": { "description": "As people have declared.", "enum": ["machine", "draft", "reviewed"] },
            "freshness": {
                "description": "As computed; `changed` counts the segments of the source that differ, where it is outdated.",
                "type": "object",
                "properties": { "is": { "description": "Which of the four.", "enum": kinds }, "changed": count("Changed, added or removed segments.") },
                "required": ["is"],
                "additionalProperties": false,
            },
            "segments": count("The segments of today's source."),
            "untranslated": count("Those of them that have no words of their own."),
            "words": count("Words of the source that are still to be done."),
        }),
    );
    let nullable = |doc: &str| json!({ "description": doc, "type": ["string", "null"] });
    let row = object(
        "One document or vocabulary in one language.",
        json!({
            "subject": { "description": "Its path below `content/`, without language.", "type": "string" },
            "language": language,
            "status": { "description": "In words, as the command line says it.", "type": "string" },
            "standing": { "description": "Null where there is no file.", "anyOf": [standing, { "type": "null" }] },
            "words": count("Words of the source that are still to be done."),
            "since": nullable("The day it was made or read, as its file says."),
            "path": nullable("Its file."),
        }),
    );
    let mut schema = object(
        "How all translations of a site stand.",
        json!({
            "schema": { "description": "Which schema this follows.", "const": ID },
            "languages": { "description": "The sum for each language.", "type": "array", "items": total },
            "translations": { "description": "Each translation.", "type": "array", "items": row },
            "problems": {
                "description": "Snapshots that were edited, translations without a source, files that cannot be read.",
                "type": "array", "items": { "type": "string" },
            },
        }),
    );
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["$id"] = json!(ID);
    schema["title"] = json!("status of translations");
    schema
}
