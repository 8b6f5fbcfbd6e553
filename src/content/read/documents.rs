//! Pages, articles, principles, examples, personas, events and responses.

use indexmap::IndexMap;

use super::common::{COMMON, FIGURE, LONG, NAME, RENAMED, SENTENCE, common, figure};
use super::evidence::{QUOTE, quote};
use super::reader::{Fields, Reader};
use super::values::by_reference;
use crate::base::{Id, Locale};
use crate::content::Kind;
use crate::content::front_matter::*;
use crate::content::shape::{Field, Shape, Type, Word};
use crate::content::yaml::Value;
use crate::diagnostic::Name;

/// A plain page.
pub static PAGE: Shape = Shape {
    name: "page",
    doc: "A plain page of Markdown, outside the folders of the other kinds.",
    fields: &[COMMON],
    main: None,
};

/// An article.
pub static ARTICLE: Shape = Shape {
    name: "article",
    doc: "Prose that links to principles and journeys.",
    fields: &[
        COMMON,
        &[
            Field::optional("question", Type::Text(SENTENCE), "What a reader should ask."),
            Field::optional("principles", Type::List(&Type::Ref(Kind::Principle)), "What it is about."),
            Field::optional(
                "journeys",
                Type::List(&Type::JourneyRef),
                "Journeys, or steps of journeys, that it speaks of.",
            ),
            Field::optional("republished", Type::Object(&REPUBLISHED), "Where it stood first."),
            Field::optional("canonical", Type::Url, "The address that search engines should keep."),
            Field::optional(
                "kind",
                Type::Word(ArticleForm::WORDS),
                "What sort of prose it is; article where it is not given.",
            ),
            Field::optional("stance", Type::Word(Stance::WORDS), "The side it looks from."),
        ],
    ],
    main: None,
};

/// Where an article stood first.
pub static REPUBLISHED: Shape = Shape {
    name: "republication",
    doc: "Where a text stood first, and who allowed it to stand here.",
    fields: &[&[
        Field::required("url", Type::Url, "The original's address."),
        Field::required("site", Type::Plain(NAME), "The original's site."),
        Field::required("permission", Type::Word(Permission::WORDS), "Who allowed it."),
        Field::optional("date", Type::Date, "When it stood there."),
    ]],
    main: None,
};

/// A principle.
pub static PRINCIPLE: Shape = Shape {
    name: "principle",
    doc: "How a customer wants to be treated.",
    fields: &[
        COMMON,
        &[
            Field::required("claim", Type::Text(200), "One sentence, from the customer's side."),
            Field::required("stance", Type::Word(Stance::WORDS), "The side it looks from."),
            Field::required("dimension", Type::Word(Dimension::WORDS), "What it makes better."),
            Field::optional("discipline", Type::Word(Discipline::WORDS), "Which of the six disciplines it belongs to."),
            Field::optional("family", Type::Ref(Kind::Family), "Groups principles on their index."),
            Field::optional("kano", Type::Word(Kano::WORDS), "Its class in the Kano model."),
            Field::required("inside-out-looks-like", Type::Text(SENTENCE), "What breaking it looks like."),
            Field::required("outside-in-looks-like", Type::Text(SENTENCE), "What keeping it looks like."),
            Field::required("test", Type::Text(SENTENCE), "The question that a reviewer asks of each step."),
            Field::depends(
                "counterweight",
                Type::Ref(Kind::Principle),
                "What it must be weighed against; needed where the stance is balance and no other principle names this one.",
            ),
            Field::optional("symptoms", Type::List(&Type::Ref(Kind::Symptom)), "Signs that it is broken."),
            Field::optional("examples", Type::List(&Type::Ref(Kind::Example)), "Stories that show it."),
        ],
    ],
    main: None,
};

/// An example.
pub static EXAMPLE: Shape = Shape {
    name: "example",
    doc: "What an organisation did, and what it teaches.",
    fields: &[
        COMMON,
        &[
            Field::required("organisation", Type::Text(NAME), "Who did it."),
            Field::optional("sector", Type::Plain(NAME), "The trade they are in."),
            Field::optional("place", Type::Text(NAME), "Where it happened."),
            Field::optional("year", Type::Integer(1000, 2999), "When."),
            Field::required("stance", Type::Word(Stance::WORDS), "The side they looked from."),
            Field::required("outcome", Type::Word(Outcome::WORDS), "How it ended."),
            Field::required("moral", Type::Text(SENTENCE), "What it teaches."),
            Field::optional("turning-points", Type::List(&Type::Text(LONG)), "When it turned."),
            Field::required("principles", Type::List(&Type::Ref(Kind::Principle)), "What it shows kept or broken."),
            Field::optional("quote", Type::Object(&QUOTE), "What somebody said."),
        ],
    ],
    main: None,
};

/// A persona.
pub static PERSONA: Shape = Shape {
    name: "persona",
    doc: "Somebody made up, through whose eyes a journey is seen.",
    fields: &[
        &[
            Field::depends("title", Type::Text(NAME), "The title of the page; the name where it is not given."),
            Field::required("name", Type::Text(NAME), "What they are called."),
            Field::optional(
                "kind",
                Type::Word(PersonaRole::WORDS),
                "Which side of the counter they stand on; customer where it is not given.",
            ),
            Field::required("goal", Type::Text(SENTENCE), "What they want, as \"I …\"."),
            Field::optional("needs", Type::Map(&Type::Object(&NEED)), "What they need, said or found, by id."),
            Field::optional("expectations", Type::List(&Type::Text(LONG)), "What they take for granted."),
            Field::optional("context", Type::Text(LONG), "How they live."),
            Field::optional("figure", Type::Object(&FIGURE), "A picture."),
            Field::optional(
                "gender",
                Type::ByLanguage(&Type::Word(Gender::WORDS)),
                "For interface strings only, by language.",
            ),
            Field::required("basis", Type::Word(Basis::WORDS), "What the persona rests on."),
            Field::optional("photo", Type::File, "A photograph of a person."),
            Field::optional("consent", Type::Bool, "Whether the person in the photograph agreed."),
        ],
        COMMON_BUT_TITLE,
    ],
    main: None,
};

static COMMON_BUT_TITLE: &[Field] = COMMON.split_at(1).1;

/// What a persona needs.
pub static NEED: Shape = Shape {
    name: "need",
    doc: "What a persona needs; without `says` it is a need that nobody puts into words.",
    fields: &[
        &[
            Field::optional("says", Type::Text(LONG), "What they say."),
            Field::required("means", Type::Text(LONG), "What it means."),
        ],
        RENAMED,
    ],
    main: Some("means"),
};

/// An event.
pub static EVENT: Shape = Shape {
    name: "event",
    doc: "A workshop, a webinar or a talk.",
    fields: &[
        COMMON,
        &[
            Field::required("kind", Type::Word(EventForm::WORDS), "What sort of event it is."),
            Field::required("starts", Type::Moment, "When it starts, with the offset from UTC."),
            Field::required("ends", Type::Moment, "When it ends, with the offset from UTC."),
            Field::optional("place", Type::Text(NAME), "Where."),
            Field::optional("online", Type::Bool, "Whether one can take part from afar."),
            Field::required("language", Type::Language, "The language spoken."),
            Field::optional("facilitators", Type::List(&Type::Ref(Kind::Author)), "Who leads it."),
            Field::optional(
                "participants",
                Type::By(Kind::Department, &Type::Integer(0, 100_000)),
                "How many came from each department.",
            ),
            Field::optional("register", Type::Url, "Where to sign up."),
            Field::optional("capacity", Type::Integer(1, 1_000_000), "How many may come."),
            Field::optional("takeaways", Type::List(&Type::Text(LONG)), "What people left with."),
            Field::optional(
                "journeys",
                Type::List(&Type::Ref(Kind::Journey)),
                "Journeys it produced or walks through.",
            ),
        ],
    ],
    main: None,
};

/// A response.
pub static RESPONSE: Shape = Shape {
    name: "response",
    doc: "What a reader wrote back, moderated.",
    fields: &[&[
        Field::required("to", Type::Ref(Kind::Article), "The article it answers."),
        Field::required("author", Type::Plain(NAME), "The name to print."),
        Field::required("date", Type::Date, "When it was written."),
        Field::required("consent", Type::Bool, "Whether the author agreed to be printed; it must be true."),
    ]],
    main: None,
};

/// Reads a plain page.
pub fn page(reader: &mut Reader, fields: &Fields) -> Common {
    common(reader, fields)
}

/// Reads an article.
pub fn article(reader: &mut Reader, fields: &Fields) -> Article {
    Article {
        common: common(reader, fields),
        question: fields.text(reader, "question"),
        principles: fields.references(reader, "principles"),
        journeys: fields.journey_refs(reader, "journeys"),
        republished: republished(reader, fields),
        canonical: fields.url(reader, "canonical"),
        form: fields.word(reader, "kind").map(|word| word.value).unwrap_or_default(),
        stance: fields.word(reader, "stance").map(|word| word.value),
    }
}

fn republished(reader: &mut Reader, fields: &Fields) -> Option<Republished> {
    let entry = fields.entry("republished")?;
    let fields = reader.fields(entry.node, &REPUBLISHED, entry.range, "republished.")?;
    let (url, site) = (fields.url(reader, "url"), fields.plain(reader, "site"));
    let (permission, date) = (fields.word(reader, "permission"), fields.date(reader, "date"));
    Some(Republished { url: url?, site: site?, permission: permission?.value, date })
}

/// Reads a principle.
pub fn principle(reader: &mut Reader, fields: &Fields) -> Principle {
    let principle = Principle {
        common: common(reader, fields),
        claim: fields.text(reader, "claim"),
        stance: fields.word(reader, "stance").map(|word| word.value),
        dimension: fields.word(reader, "dimension").map(|word| word.value),
        discipline: fields.word(reader, "discipline").map(|word| word.value),
        family: fields.reference(reader, "family"),
        kano: fields.word(reader, "kano").map(|word| word.value),
        inside_out_looks_like: fields.text(reader, "inside-out-looks-like"),
        outside_in_looks_like: fields.text(reader, "outside-in-looks-like"),
        test: fields.text(reader, "test"),
        counterweight: fields.reference(reader, "counterweight"),
        symptoms: fields.references(reader, "symptoms"),
        examples: fields.references(reader, "examples"),
    };
    if let Some(test) = &principle.test
        && !test.value.ends_with(['?', '？', '؟', ';'])
    {
        let end = TextEnd::of(test);
        let problem = reader
            .fault(Name::OutOfRange, end, "a test is a question, and this one does not end with `?`")
            .label("no question mark")
            .help("put it as a question that a reviewer asks of each step");
        reader.push(problem);
    }
    principle
}

/// The place where a text ends.
struct TextEnd;

impl TextEnd {
    fn of(text: &crate::content::Text) -> crate::base::TextRange {
        let last = text.value.chars().last().map_or(0, char::len_utf8);
        crate::base::TextRange::new(text.range.end().saturating_sub(last), text.range.end())
    }
}

/// Reads an example.
pub fn example(reader: &mut Reader, fields: &Fields) -> Example {
    let example = Example {
        common: common(reader, fields),
        organisation: fields.text(reader, "organisation"),
        sector: fields.plain(reader, "sector"),
        place: fields.text(reader, "place"),
        year: fields.integer(reader, "year").map(|year| year.map(|year| i32::try_from(year).unwrap_or_default())),
        stance: fields.word(reader, "stance").map(|word| word.value),
        outcome: fields.word(reader, "outcome").map(|word| word.value),
        moral: fields.text(reader, "moral"),
        turning_points: fields.texts(reader, "turning-points"),
        principles: fields.references(reader, "principles"),
        quote: quote(reader, fields, "quote"),
    };
    if fields.has("principles") && example.principles.is_empty() {
        let problem = reader
            .fault(Name::MissingValue, fields.place_of("principles"), "an example shows at least one principle")
            .label("none is named")
            .help("name the principles that it shows kept or broken");
        reader.push(problem);
    }
    example
}

/// Reads a persona.
pub fn persona(reader: &mut Reader, fields: &Fields) -> Persona {
    let mut persona = Persona {
        name: fields.text(reader, "name"),
        role: fields.word(reader, "kind").map(|word| word.value).unwrap_or_default(),
        goal: fields.text(reader, "goal"),
        needs: needs(reader, fields),
        expectations: fields.texts(reader, "expectations"),
        context: fields.text(reader, "context"),
        figure: figure(reader, fields, "figure"),
        gender: gender(reader, fields),
        basis: fields.word(reader, "basis"),
        photo: fields.file(reader, "photo"),
        consent: fields.flag(reader, "consent").unwrap_or_default(),
        common: common(reader, fields),
    };
    if let Some(photo) = &persona.photo
        && !persona.consent
    {
        let problem = reader
            .fault(Name::PersonalData, photo.range, "a photograph shows a person who is not said to have agreed")
            .label("a real face")
            .help("add `consent: true` if the person agreed, or use a drawing as `figure`");
        reader.push(problem);
    }
    if persona.common.title.is_none() && !fields.has("title") {
        persona.common.title.clone_from(&persona.name);
    }
    persona
}

fn needs(reader: &mut Reader, fields: &Fields) -> IndexMap<Id, Need> {
    let Some(entry) = fields.entry("needs") else { return IndexMap::new() };
    let entries = reader.map(entry.node);
    entries
        .into_iter()
        .filter_map(|(id, entry)| {
            let fields = reader.fields(entry.node, &NEED, entry.range, format!("needs.{id}."))?;
            Some((id, Need { says: fields.text(reader, "says"), means: fields.text(reader, "means") }))
        })
        .collect()
}

fn gender(reader: &mut Reader, fields: &Fields) -> IndexMap<Locale, Gender> {
    let Some(entry) = fields.entry("gender") else { return IndexMap::new() };
    let Value::Map(entries) = &entry.node.value else {
        reader.wrong_type(entry.node, "a map by language, such as `{ fr: feminine }`");
        return IndexMap::new();
    };
    entries
        .iter()
        .filter_map(|(key, node)| {
            let locale = super::scalars::language(reader, &key.text, key.range)?;
            let scalar = reader.scalar(node, "a word")?;
            match Gender::parse(&scalar.text) {
                Some(gender) => Some((locale, gender)),
                None => {
                    reader.unknown_value(&scalar.text.clone(), node.range, Gender::WORDS);
                    None
                }
            }
        })
        .collect()
}

/// Reads an event.
pub fn event(reader: &mut Reader, fields: &Fields) -> Event {
    let event = Event {
        common: common(reader, fields),
        form: fields.word(reader, "kind").map(|word| word.value),
        starts: fields.moment(reader, "starts"),
        ends: fields.moment(reader, "ends"),
        place: fields.text(reader, "place"),
        online: fields.flag(reader, "online").unwrap_or_default(),
        language: fields.language(reader, "language"),
        facilitators: fields.references(reader, "facilitators"),
        participants: participants(reader, fields),
        register: fields.url(reader, "register"),
        capacity: fields.count(reader, "capacity").map(|count| count.value),
        takeaways: fields.texts(reader, "takeaways"),
        journeys: fields.references(reader, "journeys"),
    };
    if let (Some(starts), Some(ends)) = (&event.starts, &event.ends)
        && minutes(&ends.value) < minutes(&starts.value)
    {
        let problem = reader
            .fault(Name::ReversedDates, ends.range, "the event ends before it starts")
            .label("too early")
            .related(reader.span(starts.range), "starts here")
            .help("correct one of the two");
        reader.push(problem);
    }
    event
}

/// Minutes since a fixed day, in UTC.
fn minutes(moment: &Moment) -> i64 {
    let midnight = moment.date.first_day().at(0, 0, 0, 0);
    let origin = jiff::civil::DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
    let days = origin.until((jiff::Unit::Day, midnight)).map_or(0, |span| i64::from(span.get_days()));
    days * 1440 + i64::from(moment.time.0) * 60 + i64::from(moment.time.1) - i64::from(moment.offset)
}

fn participants(reader: &mut Reader, fields: &Fields) -> Vec<(Ref, u32)> {
    let Some(entry) = fields.entry("participants") else { return Vec::new() };
    let entries = by_reference(reader, entry.node);
    entries
        .into_iter()
        .filter_map(|(department, node)| {
            let count = super::scalars::number(reader, node, 0)?;
            match u32::try_from(count) {
                Ok(count) if count <= 100_000 => Some((department, count)),
                _ => {
                    reader.out_of_range(node.range, "a number of people goes from 0 to 100000");
                    None
                }
            }
        })
        .collect()
}

/// Reads a response.
pub fn response(reader: &mut Reader, fields: &Fields) -> Response {
    let response = Response {
        to: fields.reference(reader, "to"),
        author: fields.plain(reader, "author"),
        date: fields.date(reader, "date"),
        consent: fields.flag(reader, "consent").unwrap_or_default(),
    };
    if let Some(entry) = fields.entry("consent")
        && !response.consent
    {
        let problem = reader
            .fault(Name::UnknownValue, entry.node.range, "a response is printed only if its author agreed")
            .label("must be `true`")
            .help("ask the author, or remove the file");
        reader.push(problem);
    }
    response
}
