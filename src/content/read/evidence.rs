//! Evidence, in journeys and as the quote of an example.

use indexmap::IndexMap;

use super::common::{LONG, RENAMED};
use super::reader::{Entry, Fields, Reader};
use crate::base::Id;
use crate::content::Kind;
use crate::content::front_matter::{Consent, Evidence, EvidenceKind};
use crate::content::shape::{Field, Shape, Type, Word};
use crate::diagnostic::Name;

/// A piece of evidence.
pub static EVIDENCE: Shape = Shape {
    name: "piece of evidence",
    doc: "What a journey rests on: a quote, a count, an observation.",
    fields: &[
        &[
            Field::required("kind", Type::Word(EvidenceKind::WORDS), "What sort of evidence it is."),
            Field::required("date", Type::Date, "When it was said or counted."),
        ],
        REST,
        RENAMED,
    ],
    main: None,
};

/// What somebody said in an example.
pub static QUOTE: Shape = Shape {
    name: "quote",
    doc: "What somebody said.",
    fields: &[
        &[
            Field::optional(
                "kind",
                Type::Word(EvidenceKind::WORDS),
                "What sort of evidence it is; quote where it is not given.",
            ),
            Field::optional("date", Type::Date, "When it was said."),
        ],
        REST,
    ],
    main: None,
};

static REST: &[Field] = &[
    Field::depends("says", Type::Text(LONG), "Word for word; this or `finding`, unless it is internal."),
    Field::depends("finding", Type::Text(LONG), "What a log, a survey or an analysis shows, in place of `says`."),
    Field::optional("means", Type::Text(LONG), "What it was understood to mean."),
    Field::optional("who", Type::Ref(Kind::Persona), "The persona who stands for the speaker."),
    Field::optional("via", Type::Plain(LONG), "How it was come by; not translated."),
    Field::optional("n", Type::Integer(1, 4_000_000_000), "Over how many."),
    Field::optional("source", Type::Ref(Kind::Source), "The source it is quoted from."),
    Field::optional("lang", Type::Language, "The language it was said in."),
    Field::depends("consent", Type::Word(Consent::WORDS), "Whether it may be published; needed for quotes."),
];

/// Reads the evidence of a journey, by id.
pub fn all(reader: &mut Reader, fields: &Fields) -> IndexMap<Id, Evidence> {
    let Some(entry) = fields.entry("evidence") else { return IndexMap::new() };
    let entries = reader.map(entry.node);
    entries
        .into_iter()
        .filter_map(|(id, entry)| {
            let prefix = format!("evidence.{id}.");
            one(reader, entry, &EVIDENCE, prefix).map(|evidence| (id, evidence))
        })
        .collect()
}

/// Reads the quote of an example.
pub fn quote(reader: &mut Reader, fields: &Fields, name: &str) -> Option<Evidence> {
    let entry = fields.entry(name)?;
    let mut quote = one(reader, entry, &QUOTE, format!("{name}."))?;
    quote.kind = quote.kind.or(Some(EvidenceKind::Quote));
    Some(quote)
}

fn one(reader: &mut Reader, entry: Entry, shape: &'static Shape, prefix: String) -> Option<Evidence> {
    let default = std::ptr::eq(shape, &raw const QUOTE).then_some(EvidenceKind::Quote);
    let fields = reader.fields(entry.node, shape, entry.range, prefix)?;
    let evidence = Evidence {
        kind: fields.word(reader, "kind").map(|word| word.value),
        says: fields.text(reader, "says"),
        finding: fields.text(reader, "finding"),
        means: fields.text(reader, "means"),
        who: fields.reference(reader, "who"),
        via: fields.plain(reader, "via"),
        date: fields.date(reader, "date"),
        n: fields.count(reader, "n").map(|count| count.value),
        source: fields.reference(reader, "source"),
        lang: fields.language(reader, "lang"),
        consent: fields.word(reader, "consent").map(|word| word.value),
        range: entry.range,
    };
    let is_internal = evidence.consent == Some(Consent::Internal);
    if !fields.has("says") && !fields.has("finding") && !is_internal {
        let problem = reader
            .fault(
                Name::MissingField,
                entry.range,
                format_args!("{} says nothing", super::reader::with_article(shape.name)),
            )
            .label("`says` or `finding` is missing here")
            .help("add `says: …` with the words, `finding: …` with what was counted, or `consent: internal`");
        reader.push(problem);
    }
    if fields.has("says") && fields.has("finding") {
        let problem = reader
            .fault(
                Name::MisplacedField,
                fields.place_of("finding"),
                "evidence has either `says` or `finding`, not both",
            )
            .label("one too many")
            .related(reader.span(fields.place_of("says")), "the other one")
            .help("keep the words in `says`, and make a second piece of evidence of the finding");
        reader.push(problem);
    }
    if evidence.kind.or(default) == Some(EvidenceKind::Quote) && !fields.has("consent") {
        let problem = reader
            .fault(Name::MissingField, entry.range, "a quote needs to say whether it may be published")
            .label("`consent` is missing here")
            .help(format_args!("add `consent: {}`", Consent::WORDS.join(" | ")));
        reader.push(problem);
    }
    Some(evidence)
}
