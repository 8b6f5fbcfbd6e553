//! Vocabulary files: entries by id.

use indexmap::IndexMap;

use super::common::{FIGURE, LONG, NAME, NAMED, RENAMED, SENTENCE, figure};
use super::overlay::{block, is_joined, value_of};
use super::reader::{Entry, Fields, Reader};
use super::scalars::number;
use super::step::OWNER;
use super::values::items;
use crate::base::{Id, Locale, LocaleError, TextRange};
use crate::content::Kind;
use crate::content::front_matter::Translation;
use crate::content::shape::{Field, Shape, Type, Word};
use crate::content::text::SORT_AS;
use crate::content::vocabulary::{self as vocab, Hours, Medium, MetricKind, SourceKind, SystemKind, VocabularyEntry};
use crate::content::yaml::{Node, Value};
use crate::diagnostic::{Diagnostic, Name};

macro_rules! plain {
    ($name:ident, $noun:literal, $doc:literal) => {
        #[doc = $doc]
        pub static $name: Shape = Shape {
            name: $noun,
            doc: $doc,
            fields: &[
                &[
                    Field::required("name", Type::Text(NAME), "What it is called."),
                    Field::optional("description", Type::Text(LONG), "What it means."),
                ],
                NAMED,
            ],
            main: Some("name"),
        };
    };
}
plain!(PURPOSE, "purpose", "What a touchpoint is for.");
plain!(SYMPTOM, "symptom", "A sign that a principle is broken.");
plain!(CATEGORY, "category", "A drawer that articles lie in.");
plain!(TAG, "tag", "A free grouping of pages.");
plain!(FAMILY, "family", "A group of principles.");

/// A department.
pub static DEPARTMENT: Shape = Shape {
    name: "department",
    doc: "A part of the organisation, or of a partner.",
    fields: &[
        &[
            Field::required("name", Type::Text(NAME), "What it is called."),
            Field::optional("external", Type::Bool, "Whether it belongs to somebody else."),
            Field::optional("ask", Type::Plain(NAME), "A role to write to, never a person."),
            Field::optional("parent", Type::Ref(Kind::Department), "The department it is part of."),
        ],
        NAMED,
    ],
    main: Some("name"),
};

/// A channel.
pub static CHANNEL: Shape = Shape {
    name: "channel",
    doc: "A way to reach each other.",
    fields: &[
        &[
            Field::required("name", Type::Text(NAME), "What it is called."),
            Field::required("medium", Type::Word(Medium::WORDS), "What it is made of."),
            Field::optional(
                "hours",
                Type::OneOf(&[Type::Literal("always"), Type::Text(SENTENCE)]),
                "When it is open: always, or words.",
            ),
            Field::optional(
                "digital",
                Type::Bool,
                "Whether it is digital; follows from the medium where it is not given.",
            ),
        ],
        NAMED,
    ],
    main: Some("name"),
};

/// A touchpoint.
pub static TOUCHPOINT: Shape = Shape {
    name: "touchpoint",
    doc: "A place where the customer and the organisation meet.",
    fields: &[
        &[
            Field::required("name", Type::Text(NAME), "What it is called."),
            Field::required(
                "channel",
                Type::List(&Type::Ref(Kind::Channel)),
                "The channel, or channels, it can be met on.",
            ),
            Field::required("owner", OWNER, "The department that answers for it, several, or nobody."),
            Field::required("purpose", Type::Ref(Kind::Purpose), "What it is for."),
            Field::optional("evidence", Type::Text(SENTENCE), "What the customer holds in their hands afterwards."),
            Field::optional(
                "contradicts",
                Type::List(&Type::Ref(Kind::Touchpoint)),
                "Touchpoints that say something else.",
            ),
        ],
        NAMED,
    ],
    main: Some("name"),
};

/// A system.
pub static SYSTEM: Shape = Shape {
    name: "system",
    doc: "What steps rest on: a system, a process, a policy or a supplier.",
    fields: &[
        &[
            Field::required("name", Type::Text(NAME), "What it is called."),
            Field::required("owner", OWNER, "The department that answers for it, or nobody."),
            Field::optional("kind", Type::Word(SystemKind::WORDS), "What sort it is; system where it is not given."),
        ],
        NAMED,
    ],
    main: Some("name"),
};

/// A metric.
pub static METRIC: Shape = Shape {
    name: "metric",
    doc: "Something that is measured.",
    fields: &[
        &[
            Field::required("name", Type::Text(NAME), "What it is called."),
            Field::required("kind", Type::Word(MetricKind::WORDS), "What sort it is."),
            Field::depends(
                "scale",
                Type::List(&Type::Decimal(-1_000_000_000, 1_000_000_000, 3)),
                "The least and the most it can be; not needed for nps.",
            ),
            Field::required("better", Type::Word(&["higher", "lower"]), "Whether more is better."),
            Field::optional("question", Type::Text(SENTENCE), "What people are asked."),
            Field::optional("unit", Type::Text(NAME), "What it counts."),
        ],
        NAMED,
    ],
    main: Some("name"),
};

/// A lifecycle.
pub static LIFECYCLE: Shape = Shape {
    name: "lifecycle",
    doc: "The stages of a relationship, in one or two lobes; their names are terms of the glossary.",
    fields: &[
        &[
            Field::optional("name", Type::Text(NAME), "What it is called."),
            Field::optional("loops", Type::Bool, "Whether the end leads back to the start."),
            Field::required(
                "lobes",
                Type::Map(&Type::List(&Type::Ref(Kind::Term))),
                "The lobes, each with 2 to 8 stages in order.",
            ),
        ],
        NAMED,
    ],
    main: Some("name"),
};

/// A term, without its languages.
pub static TERM: Shape = Shape {
    name: "term",
    doc: "A word, with what it means and how each language says it.",
    fields: &[
        &[
            Field::optional("opposite", Type::Ref(Kind::Term), "Its contrary."),
            Field::optional("see", Type::List(&Type::Ref(Kind::Term)), "Terms to read as well."),
            Field::optional("translate", Type::Bool, "Whether it is translated at all; true where it is not given."),
            Field::optional("note", Type::Plain(LONG), "For translators."),
        ],
        RENAMED,
    ],
    main: None,
};

/// A term in one language.
pub static TERM_FORM: Shape = Shape {
    name: "form of a term",
    doc: "A term in one language.",
    fields: &[&[
        Field::required("term", Type::Plain(NAME), "The preferred word."),
        Field::optional("short", Type::Plain(NAME), "A short form for display."),
        Field::optional("definition", Type::Plain(LONG), "What it means."),
        Field::optional("also", Type::List(&Type::Plain(NAME)), "Other words that are admitted."),
        Field::optional("avoid", Type::List(&Type::Plain(NAME)), "Words that are not, in any of their forms."),
        Field::optional(
            "avoid-exactly",
            Type::List(&Type::Plain(NAME)),
            "Words that are not, as they are written here and in no other form.",
        ),
        Field::optional("forms", Type::List(&Type::Plain(NAME)), "Inflected forms of the preferred word."),
        Field::optional("gender", Type::Plain(NAME), "Its grammatical gender."),
        Field::optional(SORT_AS, Type::Plain(NAME), "What it is sorted by, where that is not the word itself."),
    ]],
    main: Some("term"),
};

/// An author.
pub static AUTHOR: Shape = Shape {
    name: "author",
    doc: "Somebody who writes.",
    fields: &[
        &[
            Field::required("name", Type::Text(NAME), "What they are called."),
            Field::optional("role", Type::Text(NAME), "What they do."),
            Field::optional("organisation", Type::Text(NAME), "Where."),
            Field::optional("credentials", Type::List(&Type::Plain(NAME)), "What they may put behind their name."),
            Field::optional("bio", Type::Text(LONG), "A few words."),
            Field::optional("links", Type::List(&Type::Url), "Elsewhere on the web."),
            Field::optional("figure", Type::Object(&FIGURE), "A picture."),
        ],
        NAMED,
    ],
    main: Some("name"),
};

/// A source.
pub static SOURCE: Shape = Shape {
    name: "source",
    doc: "Something that was published and is cited.",
    fields: &[
        &[
            Field::required("kind", Type::Word(SourceKind::WORDS), "What sort of publication it is."),
            Field::required("title", Type::Text(SENTENCE), "What it is called."),
            Field::optional("authors", Type::List(&Type::Plain(NAME)), "Who wrote it."),
            Field::optional("publisher", Type::Plain(NAME), "Who published it."),
            Field::optional("date", Type::Date, "When."),
            Field::optional("url", Type::Url, "Where it can be read."),
            Field::optional("isbn", Type::Plain(NAME), "Its number, if it is a book."),
            Field::optional("doi", Type::Plain(NAME), "Its number, if it has one."),
            Field::optional("pages", Type::Plain(NAME), "Which pages."),
            Field::optional("lang", Type::Language, "The language it is in."),
            Field::optional("accessed", Type::Date, "When it was last seen there."),
        ],
        NAMED,
    ],
    main: Some("title"),
};

/// The table of the entries of a vocabulary.
#[must_use]
pub fn shape_of(kind: Kind) -> &'static Shape {
    match kind {
        Kind::Department => &DEPARTMENT,
        Kind::Channel => &CHANNEL,
        Kind::Touchpoint => &TOUCHPOINT,
        Kind::System => &SYSTEM,
        Kind::Metric => &METRIC,
        Kind::Symptom => &SYMPTOM,
        Kind::Lifecycle => &LIFECYCLE,
        Kind::Category => &CATEGORY,
        Kind::Tag => &TAG,
        Kind::Family => &FAMILY,
        Kind::Term => &TERM,
        Kind::Author => &AUTHOR,
        Kind::Source => &SOURCE,
        _ => &PURPOSE,
    }
}

/// Reads the entries of a vocabulary, in order.
pub fn source(reader: &mut Reader, kind: Kind, node: &Node) -> IndexMap<Id, VocabularyEntry> {
    let entries = reader.map(node);
    entries
        .into_iter()
        .filter_map(|(id, found)| {
            let before = reader.diagnostics.len();
            let entry = entry(reader, kind, &id, found)?;
            let is_broken = reader.diagnostics[before..].iter().any(is_error);
            Some((id, VocabularyEntry { entry, range: found.range, is_broken }))
        })
        .collect()
}

fn is_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == crate::diagnostic::Severity::Error
}

/// Reads the translation of a vocabulary.
pub fn translation(reader: &mut Reader, kind: Kind, node: &Node) -> Translation {
    let mut translation = Translation::default();
    if kind == Kind::Term {
        let problem = reader
            .fault(Name::StructureInTranslation, TextRange::at(0), "the glossary holds all languages in one file")
            .help("move these forms to `glossary.yaml`, under the language of each term");
        reader.push(problem);
        return translation;
    }
    let Value::Map(entries) = &node.value else {
        reader.wrong_type(node, "texts by id");
        return translation;
    };
    for entry in reader.distinct(entries) {
        if is_joined(reader, &entry) || reader.id(entry.key, entry.range).is_none() {
            continue;
        }
        if entry.key == "translation" {
            translation = block(reader, entry.node, entry.range);
        } else {
            value_of(reader, object(kind), entry.node, entry.key);
        }
    }
    translation
}

/// The type of one entry.
fn object(kind: Kind) -> &'static Type {
    macro_rules! object {
        ($($kind:ident $shape:ident),*) => {
            match kind {
                $(Kind::$kind => { static OBJECT: Type = Type::Object(&$shape); &OBJECT })*
                _ => { static OBJECT: Type = Type::Object(&PURPOSE); &OBJECT }
            }
        };
    }
    object!(
        Department DEPARTMENT, Channel CHANNEL, Touchpoint TOUCHPOINT, System SYSTEM, Metric METRIC, Symptom SYMPTOM,
        Lifecycle LIFECYCLE, Category CATEGORY, Tag TAG, Family FAMILY, Author AUTHOR, Source SOURCE
    )
}

fn entry(reader: &mut Reader, kind: Kind, id: &Id, found: Entry) -> Option<vocab::Entry> {
    if kind == Kind::Term {
        return term(reader, id, found);
    }
    let fields = reader.fields(found.node, shape_of(kind), found.range, format!("{id}."))?;
    Some(match kind {
        Kind::Department => vocab::Entry::Department(vocab::Department {
            name: fields.text(reader, "name"),
            external: fields.flag(reader, "external").unwrap_or_default(),
            ask: fields.plain(reader, "ask"),
            parent: fields.reference(reader, "parent"),
        }),
        Kind::Channel => channel(reader, &fields),
        Kind::Touchpoint => vocab::Entry::Touchpoint(vocab::Touchpoint {
            name: fields.text(reader, "name"),
            channels: fields.references(reader, "channel"),
            owner: fields.owner(reader, "owner"),
            purpose: fields.reference(reader, "purpose"),
            evidence: fields.text(reader, "evidence"),
            contradicts: fields.references(reader, "contradicts"),
        }),
        Kind::System => vocab::Entry::System(vocab::System {
            name: fields.text(reader, "name"),
            owner: fields.owner(reader, "owner"),
            kind: fields.word(reader, "kind").map(|word| word.value).unwrap_or_default(),
        }),
        Kind::Metric => metric(reader, &fields),
        Kind::Lifecycle => lifecycle(reader, &fields),
        Kind::Author => vocab::Entry::Author(vocab::Author {
            name: fields.text(reader, "name"),
            role: fields.text(reader, "role"),
            organisation: fields.text(reader, "organisation"),
            credentials: fields.plains(reader, "credentials"),
            bio: fields.text(reader, "bio"),
            links: fields.urls(reader, "links"),
            figure: figure(reader, &fields, "figure"),
        }),
        Kind::Source => cited(reader, &fields),
        _ => vocab::Entry::Plain(vocab::Plain {
            name: fields.text(reader, "name"),
            description: fields.text(reader, "description"),
        }),
    })
}

fn channel(reader: &mut Reader, fields: &Fields) -> vocab::Entry {
    let name = fields.text(reader, "name");
    let medium = fields.word::<Medium>(reader, "medium").map(|word| word.value);
    let is_always = fields
        .entry("hours")
        .is_some_and(|entry| matches!(&entry.node.value, Value::Scalar(scalar) if scalar.text == "always"));
    let hours = if is_always { Some(Hours::Always) } else { fields.text(reader, "hours").map(Hours::Text) };
    let is_digital = matches!(
        medium,
        Some(Medium::Email | Medium::Sms | Medium::Chat | Medium::Web | Medium::App | Medium::Social | Medium::Device)
    );
    let digital = fields.flag(reader, "digital").unwrap_or(is_digital);
    vocab::Entry::Channel(vocab::Channel { name, medium, hours, digital })
}

fn metric(reader: &mut Reader, fields: &Fields) -> vocab::Entry {
    let name = fields.text(reader, "name");
    let kind = fields.word::<MetricKind>(reader, "kind").map(|word| word.value);
    let mut scale = scale(reader, fields);
    if kind == Some(MetricKind::Nps) {
        if scale.is_some_and(|scale| scale != (-100_000, 100_000)) {
            let place = fields.place_of("scale");
            let problem = reader
                .fault(Name::OutOfRange, place, "the scale of a net promoter score is -100 to 100")
                .label("another scale")
                .help("write `scale: [-100, 100]`, or leave it out");
            reader.push(problem);
        }
        scale = Some((-100_000, 100_000));
    } else if !fields.has("scale") && kind.is_some() {
        reader.missing(fields, "scale");
    }
    let better = fields.one(reader, "better", "`higher` or `lower`", |reader, text, range| match text {
        "higher" => Some(true),
        "lower" => Some(false),
        other => {
            reader.unknown_value(other, range, &["higher", "lower"]);
            None
        }
    });
    vocab::Entry::Metric(vocab::Metric {
        name,
        kind,
        scale,
        higher_is_better: better.is_none_or(|better| better.value),
        question: fields.text(reader, "question"),
        unit: fields.text(reader, "unit"),
    })
}

fn scale(reader: &mut Reader, fields: &Fields) -> Option<(i64, i64)> {
    let entry = fields.entry("scale")?;
    let bounds: Vec<i64> = items(entry.node).filter_map(|node| number(reader, node, 3)).collect();
    match bounds[..] {
        [least, most] if least < most => Some((least, most)),
        _ if items(entry.node).count() == bounds.len() => {
            let problem = reader
                .fault(Name::OutOfRange, entry.node.range, "a scale is its least and its most value")
                .label("two numbers, the smaller first")
                .help("write it as in `[1, 7]`");
            reader.push(problem);
            None
        }
        _ => None,
    }
}

fn lifecycle(reader: &mut Reader, fields: &Fields) -> vocab::Entry {
    let name = fields.text(reader, "name");
    let loops = fields.flag(reader, "loops").unwrap_or_default();
    let mut lobes = IndexMap::new();
    if let Some(entry) = fields.entry("lobes") {
        let mut stages: Vec<(Id, TextRange)> = Vec::new();
        for (lobe, found) in reader.map(entry.node) {
            let mut refs = Vec::new();
            for node in items(found.node) {
                let Some(scalar) = reader.scalar(node, "a stage") else { continue };
                let Some(stage) = super::values::reference(reader, &scalar.text, node.range, None) else { continue };
                match stages.iter().find(|(known, _)| *known == stage.value) {
                    Some((_, first)) => reader.duplicate(stage.value.as_str(), stage.range, *first),
                    None => {
                        stages.push((stage.value.clone(), stage.range));
                        refs.push(stage);
                    }
                }
            }
            if !(2..=8).contains(&items(found.node).count()) {
                let many = items(found.node).count();
                reader.out_of_range(found.range, format_args!("the lobe `{lobe}` has {many} of 2 to 8 stages"));
            }
            lobes.insert(lobe, refs);
        }
    }
    vocab::Entry::Lifecycle(vocab::Lifecycle { name, loops, lobes })
}

/// A term: its own fields, and one form for each language.
fn term(reader: &mut Reader, id: &Id, found: Entry) -> Option<vocab::Entry> {
    let Value::Map(entries) = &found.node.value else {
        reader.wrong_type(found.node, "the forms of a term by language");
        return None;
    };
    // `oposite` would pass for a language of its own: real ones have two or three letters.
    let is_form = |key: &str| {
        let language = key.split(['-', '_']).next().unwrap_or_default();
        TERM.field(key).is_none()
            && (2..=3).contains(&language.len())
            && !matches!(Locale::parse(key), Err(LocaleError::NotATag(_)))
    };
    let (forms, own): (Vec<_>, Vec<_>) = entries.iter().partition(|(key, _)| is_form(&key.text));
    let own = Node { value: Value::Map(own.into_iter().cloned().collect()), range: found.node.range, swallowed: None };
    let fields = reader.fields(&own, &TERM, found.range, format!("{id}."))?;
    let mut term = vocab::Term {
        forms: IndexMap::new(),
        opposite: fields.reference(reader, "opposite"),
        see: fields.references(reader, "see"),
        translate: translated(reader, &fields),
        note: fields.plain(reader, "note"),
    };
    let mut known: Vec<(TextRange, Locale)> = Vec::new();
    for (key, node) in forms {
        let Some(locale) = super::scalars::language(reader, &key.text, key.range) else { continue };
        if matches!(node.value, Value::Null) {
            let problem = reader
                .fault(Name::MissingValue, key.range, format_args!("`{}` has no value", key.text))
                .label("nothing stands after the colon")
                .help("give it a `term`, or remove the line");
            reader.push(problem);
        } else if let Some((first, _)) = known.iter().find(|(_, known)| *known == locale) {
            reader.duplicate(&key.text, key.range, *first);
        } else if let Some(form) = form(reader, node, key.range, format!("{id}.{locale}.")) {
            known.push((key.range, locale.clone()));
            term.forms.insert(locale, form);
        }
    }
    if term.forms.is_empty() {
        let problem = reader
            .fault(Name::MissingField, found.range, "a term needs a form in at least one language")
            .label("no language")
            .help("add `en: { term: … }`");
        reader.push(problem);
    }
    Some(vocab::Entry::Term(term))
}

/// `translate` takes `yes` and `no` as well, as the words of the model.
fn translated(reader: &mut Reader, fields: &Fields) -> bool {
    let word = fields.entry("translate").and_then(|entry| match &entry.node.value {
        Value::Scalar(scalar) => Some(scalar.text.clone()),
        _ => None,
    });
    match word.as_deref() {
        Some("yes") => true,
        Some("no") => false,
        _ => fields.flag(reader, "translate").unwrap_or(true),
    }
}

fn form(reader: &mut Reader, node: &Node, place: TextRange, prefix: String) -> Option<vocab::TermForm> {
    let fields = reader.fields(node, &TERM_FORM, place, prefix)?;
    let term = fields.plain(reader, "term");
    let short = fields.plain(reader, "short");
    let definition = fields.plain(reader, "definition");
    let also = fields.plains(reader, "also");
    let avoid = fields.plains(reader, "avoid");
    let avoid_exactly = fields.plains(reader, "avoid-exactly");
    let forms = fields.plains(reader, "forms");
    let gender = fields.plain(reader, "gender");
    let sort_as = fields.plain(reader, SORT_AS);
    Some(vocab::TermForm { term: term?, short, definition, also, avoid, avoid_exactly, forms, gender, sort_as })
}

fn cited(reader: &mut Reader, fields: &Fields) -> vocab::Entry {
    vocab::Entry::Source(vocab::Source {
        kind: fields.word::<SourceKind>(reader, "kind").map(|word| word.value),
        title: fields.text(reader, "title"),
        authors: fields.plains(reader, "authors"),
        publisher: fields.plain(reader, "publisher"),
        date: fields.date(reader, "date"),
        url: fields.url(reader, "url"),
        isbn: fields.plain(reader, "isbn"),
        doi: fields.plain(reader, "doi"),
        pages: fields.plain(reader, "pages"),
        lang: fields.language(reader, "lang"),
        accessed: fields.date(reader, "accessed"),
    })
}
