//! The fields of every page, and figures.

use indexmap::IndexMap;

use super::reader::{Entry, Fields, Reader};
use crate::content::Kind;
use crate::content::front_matter::{Common, Credit, Figure, Status};
use crate::content::shape::{Field, Shape, Type, Word};
use crate::content::text::SORT_AS;
use crate::content::yaml::{Node, Scalar, Value};
use crate::diagnostic::Name;

/// The longest free text that a field may hold.
pub const LONG: usize = 4000;
/// The longest sentence.
pub const SENTENCE: usize = 300;
/// The longest name.
pub const NAME: usize = 120;

/// The fields of every page.
pub static COMMON: &[Field] = &[
    Field::required("title", Type::Text(NAME), "The title of the page."),
    Field::optional("summary", Type::Text(SENTENCE), "One or two sentences for lists, search results and feeds."),
    Field::optional("status", Type::Word(Status::WORDS), "Whether it is public; draft where it is not given."),
    Field::optional("authors", Type::List(&Type::Ref(Kind::Author)), "Who wrote it."),
    Field::optional("published", Type::Date, "When it was first made public; in the future, it is not public yet."),
    Field::optional("updated", Type::Date, "When it last changed in substance."),
    Field::optional("review-by", Type::Date, "When it is to be read again."),
    Field::optional("sources", Type::List(&Type::Ref(Kind::Source)), "What it rests on."),
    Field::optional("tags", Type::List(&Type::Ref(Kind::Tag)), "Free grouping."),
    Field::optional("category", Type::Ref(Kind::Category), "The one drawer it lies in."),
    Field::optional("slug", Type::Slug, "The last part of its address, in place of the id."),
    Field::optional("aliases", Type::List(&Type::Alias), "Old addresses, which lead here."),
    RENAMED_FROM,
    SORTED_AS,
    Field::optional("source", Type::Language, "The language of this file, where it is not the site's own."),
    Field::optional("figures", Type::Map(&Type::Object(&FIGURE)), "Pictures by id."),
];

/// The former ids of a document or an entry.
const RENAMED_FROM: Field = Field::optional(
    "renamed-from",
    Type::List(&Type::Local("former id")),
    "Former ids, so that old links and translations are understood.",
);

/// Where a name stands among others in the language of the file.
const SORTED_AS: Field = Field::optional(
    SORT_AS,
    Type::Text(NAME),
    "What its name is sorted by in this language, where that is not the name: `Office, the`, or how its characters are read.",
);

/// What every entry with a name has besides its own fields.
pub static NAMED: &[Field] = &[RENAMED_FROM, SORTED_AS];

/// What every other entry has besides its own fields.
pub static RENAMED: &[Field] = &[RENAMED_FROM];

/// A picture.
pub static FIGURE: Shape = Shape {
    name: "figure",
    doc: "A picture with all that a reader and a lawyer want to know.",
    fields: &[&[
        Field::required("src", Type::File, "The file, beside the document."),
        Field::depends(
            "alt",
            Type::Text(SENTENCE),
            "What it shows, for those who do not see it; needed unless it is decorative.",
        ),
        Field::optional("decorative", Type::Bool, "Whether it only decorates."),
        Field::optional("caption", Type::Text(SENTENCE), "Printed below it."),
        Field::optional("credit", Type::Object(&CREDIT), "Whose it is."),
        Field::optional("long", Type::Text(LONG), "A long description, for charts."),
    ]],
    main: None,
};

/// Whose a picture is.
pub static CREDIT: Shape = Shape {
    name: "credit",
    doc: "Title, author, source and licence of a picture.",
    fields: &[&[
        Field::optional("title", Type::Plain(NAME), "What it is called."),
        Field::required("author", Type::Plain(NAME), "Who made it."),
        Field::optional("source", Type::Url, "Where it is from."),
        Field::required("licence", Type::Plain(NAME), "Its licence with the version, such as CC-BY-4.0."),
        Field::optional("changes", Type::Plain(SENTENCE), "What was changed."),
    ]],
    main: None,
};

/// Reads the fields of every page.
pub fn common(reader: &mut Reader, fields: &Fields) -> Common {
    let common = Common {
        title: fields.text(reader, "title"),
        summary: fields.text(reader, "summary"),
        status: fields.word(reader, "status").map(|word| word.value).unwrap_or_default(),
        authors: fields.references(reader, "authors"),
        published: fields.date(reader, "published"),
        updated: fields.date(reader, "updated"),
        review_by: fields.date(reader, "review-by"),
        sources: fields.references(reader, "sources"),
        tags: fields.references(reader, "tags"),
        category: fields.reference(reader, "category"),
        slug: fields.slug(reader, "slug"),
        aliases: fields.aliases(reader, "aliases"),
        source: fields.language(reader, "source"),
        figures: figures(reader, fields),
        texts: Default::default(),
        renamed_from: IndexMap::new(),
        extensions: IndexMap::new(),
    };
    if let (Some(published), Some(updated)) = (&common.published, &common.updated)
        && updated.value < published.value
    {
        let problem = reader
            .fault(Name::ReversedDates, updated.range, "the page was updated before it was published")
            .label(format_args!("before {}", published.value))
            .related(reader.span(published.range), "published here")
            .help("correct one of the two dates");
        reader.push(problem);
    }
    common
}

/// A tree as JSON; what stands bare is a number, a truth value or nothing where it reads as one.
pub fn json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Scalar(Scalar { text, is_plain: true }) => serde_json::from_str(text)
            .ok()
            .filter(|value: &serde_json::Value| value.is_number() || value.is_boolean())
            .unwrap_or_else(|| text.clone().into()),
        Value::Scalar(scalar) => scalar.text.clone().into(),
        Value::List(items) => items.iter().map(json).collect(),
        Value::Map(entries) => {
            serde_json::Value::Object(entries.iter().map(|(key, value)| (key.text.clone(), json(value))).collect())
        }
    }
}

fn figures(reader: &mut Reader, fields: &Fields) -> IndexMap<crate::base::Id, Figure> {
    let Some(entry) = fields.entry("figures") else { return IndexMap::new() };
    let entries = reader.map(entry.node);
    entries
        .into_iter()
        .filter_map(|(id, entry)| {
            let prefix = format!("{}figures.{id}.", fields.prefix);
            figure_of(reader, entry, prefix).map(|figure| (id, figure))
        })
        .collect()
}

/// Reads the picture in the field `name`.
pub fn figure(reader: &mut Reader, fields: &Fields, name: &str) -> Option<Figure> {
    let entry = fields.entry(name)?;
    figure_of(reader, entry, format!("{}{name}.", fields.prefix))
}

fn figure_of(reader: &mut Reader, entry: Entry, prefix: String) -> Option<Figure> {
    let fields = reader.fields(entry.node, &FIGURE, entry.range, prefix)?;
    let src = fields.file(reader, "src");
    let alt = fields.text(reader, "alt");
    let decorative = fields.flag(reader, "decorative").unwrap_or_default();
    if alt.is_none() && !fields.has("alt") && !decorative {
        let problem = reader
            .fault(Name::FigureWithoutAlt, entry.range, "the picture says nothing to those who do not see it")
            .label("`alt` is missing here")
            .help("add `alt: …` with what the picture shows, or `decorative: true` if it shows nothing");
        reader.push(problem);
    }
    let figure = Figure {
        src: src.clone().unwrap_or_else(|| crate::base::Spanned::new(String::new(), entry.range)),
        alt,
        decorative,
        caption: fields.text(reader, "caption"),
        credit: credit(reader, &fields),
        long: fields.text(reader, "long"),
    };
    src.map(|_| figure)
}

fn credit(reader: &mut Reader, fields: &Fields) -> Option<Credit> {
    let entry = fields.entry("credit")?;
    let fields = reader.fields(entry.node, &CREDIT, entry.range, format!("{}credit.", fields.prefix))?;
    let (title, author) = (fields.plain(reader, "title"), fields.plain(reader, "author"));
    let (source, licence) = (fields.url(reader, "source"), fields.plain(reader, "licence"));
    let changes = fields.plain(reader, "changes");
    Some(Credit { title, author: author?, source, licence: licence?, changes })
}
