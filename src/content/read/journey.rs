//! Journeys: phases, hand-overs, deviations, opportunities, readings.

use indexmap::IndexMap;

use super::common::{COMMON, NAME, RENAMED, SENTENCE, common};
use super::evidence::{self, EVIDENCE};
use super::reader::{Entry, Fields, Reader};
use super::scalars::number;
use super::step::{EMOTION, OWNER, PAIN, STEP, emotion, observed, pains, steps, verdicts};
use super::values::{EXIT, items};
use super::{journey_rules, opportunity};
use crate::base::{Id, Spanned, count};
use crate::content::Kind;
use crate::content::front_matter::*;
use crate::content::shape::{Field, Shape, Type, Word};
use crate::content::yaml::Value;
use crate::diagnostic::Name;

/// A journey.
pub static JOURNEY: Shape = Shape {
    name: "journey",
    doc: "What really happens, step by step.",
    fields: &[
        COMMON,
        &[
            Field::required("kind", Type::Word(JourneyState::WORDS), "As it is, or as it should be."),
            Field::optional("compares-with", Type::Ref(Kind::Journey), "The same journey of the other kind."),
            Field::required("level", Type::Word(JourneyLevel::WORDS), "How much of the relationship it covers."),
            Field::optional("parent", Type::ParentRef, "The step of a larger journey that this one zooms into."),
            Field::required("lifecycle", Type::Ref(Kind::Lifecycle), "The lifecycle whose stages its phases name."),
            Field::required("persona", Type::Ref(Kind::Persona), "Whose journey it is."),
            Field::required("goal", Type::Text(SENTENCE), "What they want."),
            Field::optional("promise", Type::Object(&PROMISE), "What they were promised."),
            Field::optional(
                "owner",
                OWNER,
                "The department that answers for the whole, or nobody; needed once published.",
            ),
            Field::required("mapped", Type::Date, "When it was mapped."),
            Field::optional("workshop", Type::Ref(Kind::Event), "The workshop it came from."),
            Field::optional(
                "basis",
                Type::Word(JourneyBasis::WORDS),
                "What it claims to rest on; computed from the steps where it is not given.",
            ),
            Field::optional(
                "information",
                Type::Map(&Type::Object(&INFORMATION)),
                "What the customer is asked to say or hand over, by id.",
            ),
            Field::required("phases", Type::Map(&Type::Object(&PHASE)), "The phases in order, by id."),
            Field::optional("hand-overs", Type::List(&Type::Object(&HAND_OVER)), "What departments pass on."),
            Field::optional("deviations", Type::Map(&Type::Object(&DEVIATION)), "How people leave the path, by id."),
            Field::optional(
                "opportunities",
                Type::Map(&Type::Object(&opportunity::OPPORTUNITY)),
                "What could be better, by id.",
            ),
            Field::optional("evidence", Type::Map(&Type::Object(&EVIDENCE)), "What it rests on, by id."),
            Field::optional("readings", Type::List(&Type::Object(&READING)), "What was measured."),
        ],
    ],
    main: None,
};

/// A promise.
pub static PROMISE: Shape = Shape {
    name: "promise",
    doc: "What the customer was promised.",
    fields: &[&[
        Field::required("text", Type::Text(SENTENCE), "In words."),
        Field::optional(
            "principles",
            Type::List(&Type::Ref(Kind::Principle)),
            "Principles that it rests on: breaking one breaks the promise.",
        ),
    ]],
    main: Some("text"),
};

/// A piece of information.
pub static INFORMATION: Shape = Shape {
    name: "piece of information",
    doc: "One thing that the customer is asked to say or hand over.",
    fields: &[
        &[
            Field::required("name", Type::Text(NAME), "What it is called."),
            Field::optional("sensitive", Type::Bool, "Whether it hurts to say."),
            Field::optional("identifier", Type::Bool, "Whether it only says who is speaking, like a policy number."),
        ],
        RENAMED,
    ],
    main: Some("name"),
};

/// A phase.
pub static PHASE: Shape = Shape {
    name: "phase",
    doc: "A stretch of the journey.",
    fields: &[
        &[
            Field::required("name", Type::Text(NAME), "What it is called, from the customer's side."),
            Field::required("stage", Type::Ref(Kind::Stage), "The stage of the lifecycle it belongs to."),
            Field::optional("goal", Type::Text(SENTENCE), "What the customer wants of it."),
            Field::depends("steps", Type::Map(&Type::Object(&STEP)), "The steps in order, by id."),
        ],
        RENAMED,
    ],
    main: Some("name"),
};

/// A hand-over.
pub static HAND_OVER: Shape = Shape {
    name: "hand-over",
    doc: "What one department passes to another.",
    fields: &[&[
        Field::required("from", Type::Ref(Kind::Department), "Who passes it on."),
        Field::required("to", Type::Ref(Kind::Department), "Who gets it."),
        Field::required("what", Type::List(&Type::Local("information")), "What."),
        Field::optional("via", Type::Ref(Kind::System), "Through which system."),
        Field::optional("works", Type::Word(&["yes", "partly"]), "Whether it always works; yes where it is not given."),
    ]],
    main: None,
};

/// A deviation.
pub static DEVIATION: Shape = Shape {
    name: "deviation",
    doc: "What happens when people leave the path.",
    fields: &[
        &[
            Field::required("from", Type::Local("step"), "The step they leave from."),
            Field::required("name", Type::Text(NAME), "What happens."),
            Field::required("kind", Type::Word(DeviationKind::WORDS), "How they leave."),
            Field::optional("share", Type::Share, "How many, such as 18%."),
            Field::optional("basis", Type::Word(Basis::WORDS), "What the share rests on."),
            Field::depends(
                "evidence",
                Type::List(&Type::Local("evidence")),
                "Evidence of this journey; needed where the basis is observed.",
            ),
            Field::optional("date", Type::Date, "When the share was counted."),
            Field::optional("n", Type::Integer(1, 4_000_000_000), "Over how many."),
            Field::optional("emotion", Type::Object(&EMOTION), "How it feels, from -2 to 2."),
            Field::optional("pains", Type::Map(&Type::Object(&PAIN)), "What hurts, by id."),
            Field::required(
                "rejoins",
                Type::OneOf(&[Type::Literal("exit"), Type::Local("step")]),
                "Where they come back, or exit.",
            ),
            Field::required("handled", Type::Word(Handled::WORDS), "Whether anybody thought of it."),
            Field::optional("owner", OWNER, "The department that should, or nobody."),
            Field::optional(
                "steps",
                Type::Map(&Type::Object(&STEP)),
                "What they go through, by id; the ids are unique in the journey.",
            ),
            Field::optional(
                "principles",
                Type::By(Kind::Principle, &Type::Word(Verdict::WORDS)),
                "Principles that it keeps or breaks.",
            ),
        ],
        RENAMED,
    ],
    main: Some("name"),
};

/// A reading.
pub static READING: Shape = Shape {
    name: "reading",
    doc: "One measurement.",
    fields: &[&[
        Field::required("metric", Type::Ref(Kind::Metric), "What was measured."),
        Field::required(
            "value",
            Type::Decimal(-1_000_000_000, 1_000_000_000, 3),
            "The value, in the scale of the metric.",
        ),
        Field::required("date", Type::Date, "When."),
        Field::optional("n", Type::Integer(1, 4_000_000_000), "Over how many."),
        Field::optional("step", Type::Local("step"), "The step it was measured at."),
        Field::optional("persona", Type::Ref(Kind::Persona), "The persona it was measured for."),
        Field::optional("source", Type::Ref(Kind::Source), "Where it is published."),
    ]],
    main: None,
};

/// Reads a journey, and checks what needs no other file.
pub fn journey(reader: &mut Reader, fields: &Fields) -> Journey {
    let journey = Journey {
        common: common(reader, fields),
        state: fields.word(reader, "kind").map(|word| word.value),
        compares_with: fields.reference(reader, "compares-with"),
        level: fields.word(reader, "level").map(|word| word.value),
        parent: parent(reader, fields),
        lifecycle: fields.reference(reader, "lifecycle"),
        persona: fields.reference(reader, "persona"),
        goal: fields.text(reader, "goal"),
        promise: promise(reader, fields),
        owner: fields.owner(reader, "owner"),
        mapped: fields.date(reader, "mapped"),
        workshop: fields.reference(reader, "workshop"),
        basis: fields.word(reader, "basis"),
        information: information(reader, fields),
        phases: phases(reader, fields),
        hand_overs: hand_overs(reader, fields),
        deviations: deviations(reader, fields),
        opportunities: opportunity::all(reader, fields),
        evidence: evidence::all(reader, fields),
        readings: readings(reader, fields),
        is_partly_read: false,
    };
    let journey = Journey { is_partly_read: reader.has_lost || journey.phases.is_empty(), ..journey };
    journey_rules::check(reader, &journey);
    journey
}

fn parent(reader: &mut Reader, fields: &Fields) -> Option<Spanned<StepRef>> {
    let parent = fields.step_ref(reader, "parent")?;
    if parent.value.journey.is_none() {
        let problem = reader
            .fault(Name::WrongType, parent.range, "a parent is a step of another journey, and this names no journey")
            .label("a journey is missing before it")
            .help(format_args!(
                "write `{0}#<step>` if `{0}` is the journey, or `<journey>#{0}` if it is the step",
                parent.value.step
            ));
        reader.push(problem);
        return None;
    }
    Some(parent)
}

fn promise(reader: &mut Reader, fields: &Fields) -> Option<Promise> {
    let entry = fields.entry("promise")?;
    let fields = reader.fields(entry.node, &PROMISE, entry.range, "promise.")?;
    let (text, principles) = (fields.text(reader, "text"), fields.references(reader, "principles"));
    Some(Promise { text: text?, principles })
}

fn information(reader: &mut Reader, fields: &Fields) -> IndexMap<Id, Information> {
    each(reader, fields, "information", |reader, id, entry| {
        let fields = reader.fields(entry.node, &INFORMATION, entry.range, format!("information.{id}."))?;
        let name = fields.text(reader, "name");
        let sensitive = fields.flag(reader, "sensitive").unwrap_or_default();
        let identifier = fields.flag(reader, "identifier").unwrap_or_default();
        Some(Information { name: name?, sensitive, identifier })
    })
}

/// Reads each entry of the map in the field `name`.
pub fn each<T>(
    reader: &mut Reader,
    fields: &Fields,
    name: &str,
    mut read: impl FnMut(&mut Reader, &Id, Entry) -> Option<T>,
) -> IndexMap<Id, T> {
    let Some(entry) = fields.entry(name) else { return IndexMap::new() };
    let entries = reader.map(entry.node);
    entries.into_iter().filter_map(|(id, entry)| read(reader, &id, entry).map(|value| (id, value))).collect()
}

fn phases(reader: &mut Reader, fields: &Fields) -> IndexMap<Id, Phase> {
    let phases = each(reader, fields, "phases", |reader, id, entry| {
        let fields = reader.fields(entry.node, &PHASE, entry.range, format!("phases.{id}."))?;
        let phase = Phase {
            name: fields.text(reader, "name"),
            stage: fields.reference(reader, "stage"),
            goal: fields.text(reader, "goal"),
            steps: steps(reader, &fields),
            range: entry.range,
        };
        let is_empty =
            fields.entry("steps").is_none_or(|steps| matches!(&steps.node.value, Value::Map(map) if map.is_empty()));
        let is_reported = fields.has("steps") && fields.entry("steps").is_none();
        if is_empty && !is_reported {
            let problem = reader
                .fault(Name::EmptyPhase, entry.range, format_args!("the phase `{id}` has no steps"))
                .label("nothing happens here")
                .help("add `steps:` with at least one step, or remove the phase");
            reader.push(problem);
        } else if phase.steps.len() > 12 {
            let many = phase.steps.len();
            reader.out_of_range(entry.range, format_args!("the phase `{id}` has {many} steps; 12 are allowed"));
        }
        Some(phase)
    });
    if phases.len() > 8 {
        let place = fields.place_of("phases");
        reader.out_of_range(place, format_args!("the journey has {}; 8 are allowed", count(phases.len(), "phase")));
    } else if let Some(entry) = fields.entry("phases")
        && matches!(&entry.node.value, Value::Map(map) if map.is_empty())
    {
        reader.out_of_range(entry.range, "a journey has at least one phase");
    }
    phases
}

fn hand_overs(reader: &mut Reader, fields: &Fields) -> Vec<HandOver> {
    let Some(entry) = fields.entry("hand-overs") else { return Vec::new() };
    items(entry.node)
        .enumerate()
        .filter_map(|(index, node)| {
            let place = super::reader::head(node.range, reader.source);
            let fields = reader.fields(node, &HAND_OVER, place, format!("hand-overs.{}.", index + 1))?;
            let (from, to) = (fields.reference(reader, "from"), fields.reference(reader, "to"));
            let (what, via) = (fields.references(reader, "what"), fields.reference(reader, "via"));
            let partly = fields.one(reader, "works", "`yes` or `partly`", |reader, text, range| match text {
                "yes" | "true" => Some(false),
                "partly" => Some(true),
                other => {
                    reader.unknown_value(other, range, &["yes", "partly"]);
                    None
                }
            });
            let (from, to) = (from?, to?);
            if from.value == to.value {
                let problem = reader
                    .fault(Name::OutOfRange, to.range, format_args!("`{}` hands over to itself", to.value))
                    .label("the same department")
                    .related(reader.span(from.range), "from here")
                    .help("a hand-over goes from one department to another");
                reader.push(problem);
            }
            Some(HandOver { from, to, what, via, partly: partly.is_some_and(|partly| partly.value), range: place })
        })
        .collect()
}

fn deviations(reader: &mut Reader, fields: &Fields) -> IndexMap<Id, Deviation> {
    each(reader, fields, "deviations", |reader, id, entry| {
        let fields = reader.fields(entry.node, &DEVIATION, entry.range, format!("deviations.{id}."))?;
        let basis = fields.word::<Basis>(reader, "basis");
        let deviation = Deviation {
            from: fields.reference(reader, "from"),
            name: fields.text(reader, "name"),
            kind: fields.word(reader, "kind").map(|word| word.value),
            share: fields.share(reader, "share"),
            basis: basis.as_ref().map(|basis| basis.value),
            evidence: fields.references(reader, "evidence"),
            date: fields.date(reader, "date"),
            n: fields.count(reader, "n").map(|count| count.value),
            emotion: emotion(reader, &fields),
            pains: pains(reader, &fields),
            rejoins: rejoins(reader, &fields),
            handled: fields.word(reader, "handled").map(|word| word.value),
            owner: fields.owner(reader, "owner"),
            steps: steps(reader, &fields),
            principles: verdicts(reader, &fields),
            range: entry.range,
        };
        if let Some(basis) = &basis {
            observed(reader, basis, &fields);
        }
        contradiction(reader, &fields, &deviation);
        Some(deviation)
    })
}

fn rejoins(reader: &mut Reader, fields: &Fields) -> Option<Rejoins> {
    fields
        .one(reader, "rejoins", "a step or `exit`", |reader, text, range| {
            if text == EXIT {
                Some(Rejoins::Exit(range))
            } else {
                reader.id(text, range).map(|id| Rejoins::Step(Spanned::new(id, range)))
            }
        })
        .map(|rejoins| rejoins.value)
}

/// A repeat comes back and an abandon does not.
fn contradiction(reader: &mut Reader, fields: &Fields, deviation: &Deviation) {
    let kind = fields.place_of("kind");
    match (deviation.kind, &deviation.rejoins) {
        (Some(DeviationKind::Repeat), Some(Rejoins::Exit(exit))) => {
            let problem = reader
                .fault(Name::RepeatThatExits, *exit, "a deviation of kind `repeat` leaves the journey")
                .label("who repeats a step comes back to one")
                .related(reader.span(kind), "said to be a repeat")
                .help("name the step that it rejoins, or make it an `abandon`");
            reader.push(problem);
        }
        (Some(DeviationKind::Abandon), Some(Rejoins::Step(step))) => {
            let problem = reader
                .fault(Name::AbandonThatRejoins, step.range, "a deviation of kind `abandon` comes back")
                .label("who abandons does not rejoin")
                .related(reader.span(kind), "said to be an abandon")
                .help("write `rejoins: exit`, or make it a `detour`");
            reader.push(problem);
        }
        _ => {}
    }
}

fn readings(reader: &mut Reader, fields: &Fields) -> Vec<Reading> {
    let Some(entry) = fields.entry("readings") else { return Vec::new() };
    items(entry.node)
        .enumerate()
        .filter_map(|(index, node)| {
            let place = super::reader::head(node.range, reader.source);
            let fields = reader.fields(node, &READING, place, format!("readings.{}.", index + 1))?;
            let metric = fields.reference(reader, "metric");
            let value = fields
                .entry("value")
                .and_then(|entry| number(reader, entry.node, 3).map(|value| Spanned::new(value, entry.node.range)));
            let date = fields.date(reader, "date");
            let n = fields.count(reader, "n").map(|count| count.value);
            let (step, persona) = (fields.reference(reader, "step"), fields.reference(reader, "persona"));
            let source = fields.reference(reader, "source");
            Some(Reading { metric: metric?, value: value?, date: date?, n, step, persona, source, range: place })
        })
        .collect()
}
