//! Steps, with their emotions and pains.

use indexmap::IndexMap;

use super::common::{FIGURE, LONG, RENAMED, SENTENCE, figure};
use super::reader::{Entry, Fields, Reader};
use super::scalars::number;
use super::values::by_reference;
use crate::base::{Id, Spanned};
use crate::content::Kind;
use crate::content::front_matter::*;
use crate::content::shape::{Field, Shape, Type, Word};
use crate::content::text::Text;
use crate::content::yaml::{Node, Value};
use crate::diagnostic::Name;

/// A step.
pub static STEP: Shape = Shape {
    name: "step",
    doc: "One thing that happens.",
    fields: &[
        &[
            Field::required("name", Type::Text(60), "What happens, as a verb in the third person."),
            Field::optional(
                "mode",
                Type::Word(Mode::WORDS),
                "How the customer meets it; acts where it is not given, with a touchpoint interacts, with a letter, an e-mail or a text message observes.",
            ),
            Field::optional(
                "actor",
                Type::TypedRef(&[Kind::Persona, Kind::Department]),
                "Who does it, where it is not the journey's persona.",
            ),
            Field::optional(
                "needs",
                Type::List(&Type::Local("need of the persona")),
                "Needs of the persona that it meets.",
            ),
            Field::optional("after", Type::Duration, "Time since the step before."),
            Field::optional("does", Type::Text(LONG), "What the customer does."),
            Field::optional(
                "thinks",
                Type::Text(LONG),
                "What the customer thinks, in their own voice and without quotation marks.",
            ),
            Field::optional("emotion", Type::Object(&EMOTION), "How it feels, from -2 to 2."),
            Field::optional("feeling", Type::Text(30), "How it feels, in a word or two."),
            Field::optional("quality", Type::Object(&QUALITY), "Effort, result and friction, each from 1 to 5."),
            Field::optional("touchpoint", Type::Ref(Kind::Touchpoint), "Where it happens."),
            Field::optional(
                "touchpoints",
                Type::List(&Type::Ref(Kind::Touchpoint)),
                "Where it happens, if at several places at once.",
            ),
            Field::optional(
                "alternatives",
                Type::List(&Type::Ref(Kind::Touchpoint)),
                "Where it happens, if at any one of these.",
            ),
            Field::optional("channel", Type::Ref(Kind::Channel), "The channel, where the touchpoint leaves a choice."),
            Field::optional("takes", Type::Duration, "How long it takes."),
            Field::optional("tells", Type::List(&Type::Local("information")), "What the customer says or hands over."),
            Field::optional(
                "told-to",
                Type::Ref(Kind::Department),
                "The department that hears it, where it is not the one on stage.",
            ),
            Field::optional(
                "frontstage",
                Type::By(Kind::Department, &Type::Text(LONG)),
                "What departments do in sight of the customer.",
            ),
            Field::optional(
                "backstage",
                Type::By(Kind::Department, &Type::Text(LONG)),
                "What departments do out of sight.",
            ),
            Field::optional("support", Type::List(&Type::Ref(Kind::System)), "Systems it rests on."),
            Field::optional(
                "moment-of-truth",
                Type::OneOf(&[Type::Literal("true"), Type::Object(&MOMENT)]),
                "Whether the relationship is decided here, and why.",
            ),
            Field::optional("wow", Type::Text(LONG), "What surprised for the better."),
            Field::optional(
                "principles",
                Type::By(Kind::Principle, &Type::Word(Verdict::WORDS)),
                "Principles that it keeps or breaks.",
            ),
            Field::optional("pains", Type::Map(&Type::Object(&PAIN)), "What hurts, by id."),
            Field::optional("metrics", Type::List(&Type::Ref(Kind::Metric)), "What is measured here."),
            Field::optional("figure", Type::Object(&FIGURE), "A picture."),
            Field::optional(
                "next",
                Type::List(&Type::Local("step")),
                "What comes next, where it is not the next step.",
            ),
            Field::optional("journey", Type::Ref(Kind::Journey), "The journey that zooms into this step."),
        ],
        RENAMED,
    ],
    main: Some("name"),
};

/// How a step feels.
pub static EMOTION: Shape = Shape {
    name: "emotion",
    doc: "How a step feels.",
    fields: &[&[
        Field::required("score", Type::Decimal(-2, 2, 1), "From -2 to 2, in steps of 0.1."),
        Field::optional("staff", Type::Decimal(-2, 2, 1), "How staff believe it feels."),
        Field::optional("basis", Type::Word(Basis::WORDS), "What the score rests on; assumed where it is not given."),
        Field::optional("confidence", Type::Word(Confidence::WORDS), "How sure we are."),
        Field::depends(
            "evidence",
            Type::List(&Type::Local("evidence")),
            "Evidence of this journey; needed where the basis is observed.",
        ),
    ]],
    main: Some("score"),
};

/// Effort, result and friction.
pub static QUALITY: Shape = Shape {
    name: "quality",
    doc: "Effort, result and friction; 5 is good on all three.",
    fields: &[&[
        Field::optional("effortless", Type::Integer(1, 5), "5 is no effort."),
        Field::optional("productive", Type::Integer(1, 5), "5 is all that was wanted."),
        Field::optional("painless", Type::Integer(1, 5), "5 is no friction."),
    ]],
    main: None,
};

/// A moment of truth.
pub static MOMENT: Shape = Shape {
    name: "moment of truth",
    doc: "Where the relationship is decided.",
    fields: &[&[
        Field::optional("kind", Type::Word(MomentKind::WORDS), "Which of the known moments it is."),
        Field::optional("why", Type::Text(LONG), "Why it is one."),
    ]],
    main: Some("why"),
};

/// A pain.
pub static PAIN: Shape = Shape {
    name: "pain",
    doc: "What hurts at a step.",
    fields: &[
        &[
            Field::required("text", Type::Text(LONG), "In words."),
            Field::optional(
                "severity",
                Type::Word(Severity::WORDS),
                "How much it hurts; medium where it is not given.",
            ),
            Field::optional("frequency", Type::Word(Frequency::WORDS), "How often it is felt."),
            Field::optional("owner", OWNER, "The department that should mend it, or nobody."),
            Field::optional("since", Type::Date, "Since when."),
            Field::optional("symptom", Type::Ref(Kind::Symptom), "What it is a sign of."),
            Field::optional("cause", Type::StepRef, "The step where it starts."),
            Field::optional("affects", Type::List(&Type::StepRef), "Steps that suffer from it later."),
            Field::optional("intent", Type::Text(SENTENCE), "What was meant well."),
            Field::optional("evidence", Type::List(&Type::Local("evidence")), "Evidence of this journey."),
        ],
        RENAMED,
    ],
    main: Some("text"),
};

/// A department, or nobody.
pub const OWNER: Type = Type::OneOf(&[Type::Literal("nobody"), Type::List(&Type::Ref(Kind::Department))]);

/// Reads the steps in the field `steps`, in order.
pub fn steps(reader: &mut Reader, fields: &Fields) -> IndexMap<Id, Step> {
    let Some(entry) = fields.entry("steps") else { return IndexMap::new() };
    let entries = reader.map(entry.node);
    entries.into_iter().filter_map(|(id, entry)| step(reader, &id, entry).map(|step| (id, step))).collect()
}

fn step(reader: &mut Reader, id: &Id, entry: Entry) -> Option<Step> {
    let fields = reader.fields(entry.node, &STEP, entry.range, format!("steps.{id}."))?;
    let mode = fields.word::<Mode>(reader, "mode");
    let touchpoints = touchpoints(reader, &fields);
    let step = Step {
        name: fields.text(reader, "name"),
        mode: mode.as_ref().map(|mode| mode.value).unwrap_or_default(),
        mode_range: mode.as_ref().map(|mode| mode.range),
        actor: fields.typed_reference(reader, "actor"),
        needs: fields.references(reader, "needs"),
        after: fields.duration(reader, "after"),
        does: fields.text(reader, "does"),
        thinks: fields.text(reader, "thinks"),
        emotion: emotion(reader, &fields),
        feeling: fields.text(reader, "feeling"),
        quality: quality(reader, &fields),
        touchpoints,
        channel: fields.reference(reader, "channel"),
        takes: fields.duration(reader, "takes"),
        tells: fields.references(reader, "tells"),
        told_to: fields.reference(reader, "told-to"),
        frontstage: stage(reader, &fields, "frontstage"),
        backstage: stage(reader, &fields, "backstage"),
        support: fields.references(reader, "support"),
        moment_of_truth: moment(reader, &fields),
        wow: fields.text(reader, "wow"),
        principles: verdicts(reader, &fields),
        pains: pains(reader, &fields),
        metrics: fields.references(reader, "metrics"),
        figure: figure(reader, &fields, "figure"),
        next: fields.references(reader, "next"),
        journey: fields.reference(reader, "journey"),
        range: entry.range,
    };
    if let Some(mode) = &mode
        && mode.value == Mode::Interacts
        && step.touchpoints == Touchpoints::None
        && !["touchpoint", "touchpoints", "alternatives"].iter().any(|name| fields.has(name))
    {
        let problem = reader
            .fault(Name::InteractionWithoutTouchpoint, mode.range, "the step interacts and names no touchpoint")
            .label("with whom, and where?")
            .help("add `touchpoint: …`, or write `mode: acts` if the customer is alone");
        reader.push(problem);
    }
    if let Some(wow) = &step.wow
        && let Some(emotion) = &step.emotion
        && emotion.score < 10
    {
        let problem = reader
            .fault(
                Name::WowOnALow,
                super::reader::head(wow.range, reader.source),
                "a wow stands on a step that does not feel good",
            )
            .label("surprised for the better")
            .related(reader.span(emotion.range), format_args!("the emotion is {}", tenths(emotion.score)))
            .help("raise the emotion to 1 or more, or remove the wow");
        reader.push(problem);
    }
    Some(step)
}

/// Tenths as a number.
pub fn tenths(score: i8) -> String {
    if score % 10 == 0 { (score / 10).to_string() } else { format!("{:.1}", f64::from(score) / 10.0) }
}

fn touchpoints(reader: &mut Reader, fields: &Fields) -> Touchpoints {
    if let Some(entry) = fields.entry("touchpoint")
        && matches!(&entry.node.value, Value::List(items) if items.len() > 1)
    {
        let problem = reader
            .fault(Name::WrongType, super::reader::head(entry.node.range, reader.source), "a step has one `touchpoint`")
            .label("several")
            .help("write `touchpoints:` if all of them are met, or `alternatives:` if any one of them");
        reader.push(problem);
        let _ = (fields.references(reader, "touchpoints"), fields.references(reader, "alternatives"));
        return Touchpoints::All(fields.references(reader, "touchpoint"));
    }
    let one = fields.reference(reader, "touchpoint");
    let all = fields.references(reader, "touchpoints");
    let any = fields.references(reader, "alternatives");
    let written: Vec<&str> =
        ["touchpoint", "touchpoints", "alternatives"].into_iter().filter(|name| fields.has(name)).collect();
    if let [first, second, ..] = written[..] {
        let problem = reader
            .fault(
                Name::MisplacedField,
                fields.place_of(second),
                format_args!("a step has `{first}` or `{second}`, not both"),
            )
            .label("one too many")
            .related(reader.span(fields.place_of(first)), "the other one")
            .help("`touchpoint` is one place, `touchpoints` are all met at once, `alternatives` are any one of these");
        reader.push(problem);
    }
    match one {
        Some(one) => Touchpoints::One(one),
        None if !all.is_empty() => Touchpoints::All(all),
        None if !any.is_empty() => Touchpoints::AnyOf(any),
        None => Touchpoints::None,
    }
}

/// Reads the field `emotion`.
pub fn emotion(reader: &mut Reader, fields: &Fields) -> Option<Emotion> {
    let entry = fields.entry("emotion")?;
    let fields = reader.fields(entry.node, &EMOTION, entry.range, format!("{}emotion.", fields.prefix))?;
    let score = score_of(reader, &fields, "score");
    let staff = score_of(reader, &fields, "staff");
    let basis = fields.word::<Basis>(reader, "basis");
    let confidence = fields.word(reader, "confidence").map(|word| word.value);
    let evidence = fields.references(reader, "evidence");
    if let Some(basis) = &basis {
        observed(reader, basis, &fields);
    }
    let score = score?;
    Some(Emotion {
        score: score.value,
        staff: staff.map(|staff| staff.value),
        basis: basis.map(|basis| basis.value).unwrap_or_default(),
        confidence,
        evidence,
        range: score.range,
    })
}

/// Reports an observed basis without evidence.
pub fn observed(reader: &mut Reader, basis: &Spanned<Basis>, fields: &Fields) {
    if basis.value == Basis::Observed && !fields.has("evidence") {
        let problem = reader
            .fault(Name::ObservedWithoutEvidence, basis.range, "what is called observed names no evidence")
            .label("observed by whom?")
            .help("add `evidence: [<evidence>]`, or write `reported` or `assumed`");
        reader.push(problem);
    }
}

const SCALE: &str = "write a number from -2, as bad as it gets, to 2, as good as it gets, such as -1 or 0.5";

fn score_of(reader: &mut Reader, fields: &Fields, name: &str) -> Option<Spanned<i8>> {
    let entry = fields.entry(name)?;
    let range = entry.node.range;
    let before = reader.diagnostics.len();
    let Some(value) = number(reader, entry.node, 1) else {
        for problem in &mut reader.diagnostics[before..] {
            problem.help.get_or_insert_with(|| SCALE.to_owned());
        }
        return None;
    };
    if (-20..=20).contains(&value) {
        return i8::try_from(value).ok().map(|score| Spanned::new(score, range));
    }
    let written = range.of(reader.source);
    let problem = reader
        .fault(Name::EmotionOutOfRange, range, format_args!("emotion {written} is outside -2 to 2"))
        .label("from -2, as bad as it gets, to 2, as good as it gets");
    let mermaid = (30..=50).contains(&value) && value % 10 == 0;
    reader.push(if mermaid {
        problem.help(format_args!(
            "if it comes from a scale of 1 to 5, where 3 is neither good nor bad, write {}",
            value / 10 - 3
        ))
    } else {
        problem.help("write a number from -2 to 2")
    });
    // The nearest score stands in, so that no rule says that there is none.
    i8::try_from(value.clamp(-20, 20)).ok().map(|score| Spanned::new(score, range))
}

fn quality(reader: &mut Reader, fields: &Fields) -> Option<Quality3> {
    let entry = fields.entry("quality")?;
    let fields = reader.fields(entry.node, &QUALITY, entry.range, format!("{}quality.", fields.prefix))?;
    let mut grade = |name| fields.grade(reader, name).map(|grade| grade.value);
    Some(Quality3 { effortless: grade("effortless"), productive: grade("productive"), painless: grade("painless") })
}

fn stage(reader: &mut Reader, fields: &Fields, name: &str) -> Vec<(Ref, Text)> {
    let Some(entry) = fields.entry(name) else { return Vec::new() };
    let entries = by_reference(reader, entry.node);
    entries
        .into_iter()
        .filter_map(|(department, node)| {
            let key = format!("{}{name}.{}", fields.prefix, department.value);
            reader.text(node, &format!("`{}`", department.value), key, LONG).map(|text| (department, text))
        })
        .collect()
}

fn moment(reader: &mut Reader, fields: &Fields) -> Option<MomentOfTruth> {
    let entry = fields.entry("moment-of-truth")?;
    if let Value::Scalar(scalar) = &entry.node.value
        && scalar.is_plain
    {
        match scalar.text.as_str() {
            "true" => return Some(MomentOfTruth { kind: None, why: None }),
            "false" => return None,
            word @ ("yes" | "no") => {
                let meant = word == "yes";
                let problem = reader
                    .fault(Name::WrongType, entry.node.range, format_args!("`{word}` is no reason"))
                    .label("read as why it is a moment of truth")
                    .help(format_args!("write `{meant}`, or say why it is one"));
                reader.push(problem.mend(meant));
                return meant.then_some(MomentOfTruth { kind: None, why: None });
            }
            _ => {}
        }
    }
    let fields = reader.fields(entry.node, &MOMENT, entry.range, format!("{}moment-of-truth.", fields.prefix))?;
    let kind = fields.word(reader, "kind").map(|word| word.value);
    Some(MomentOfTruth { kind, why: fields.text(reader, "why") })
}

/// Reads the field `principles` of a step or deviation.
pub fn verdicts(reader: &mut Reader, fields: &Fields) -> Vec<(Ref, Spanned<Verdict>)> {
    let Some(entry) = fields.entry("principles") else { return Vec::new() };
    let entries = by_reference(reader, entry.node);
    entries.into_iter().filter_map(|(principle, node)| verdict(reader, node).map(|word| (principle, word))).collect()
}

fn verdict(reader: &mut Reader, node: &Node) -> Option<Spanned<Verdict>> {
    let scalar = reader.scalar(node, "a word")?;
    match Verdict::parse(&scalar.text) {
        Some(verdict) => Some(Spanned::new(verdict, node.range)),
        None => {
            let found = scalar.text.clone();
            reader.unknown_value(&found, node.range, Verdict::WORDS);
            None
        }
    }
}

/// Reads the field `pains` of a step or deviation.
pub fn pains(reader: &mut Reader, fields: &Fields) -> IndexMap<Id, Pain> {
    let Some(entry) = fields.entry("pains") else { return IndexMap::new() };
    let entries = reader.map(entry.node);
    entries
        .into_iter()
        .filter_map(|(id, entry)| {
            let prefix = format!("{}pains.{id}.", fields.prefix);
            pain(reader, entry, prefix).map(|pain| (id, pain))
        })
        .collect()
}

fn pain(reader: &mut Reader, entry: Entry, prefix: String) -> Option<Pain> {
    let fields = reader.fields(entry.node, &PAIN, entry.range, prefix)?;
    Some(Pain {
        text: fields.text(reader, "text"),
        severity: fields.word(reader, "severity").map(|word| word.value).unwrap_or_default(),
        frequency: fields.word(reader, "frequency").map(|word| word.value),
        owner: fields.owner(reader, "owner"),
        since: fields.date(reader, "since"),
        symptom: fields.reference(reader, "symptom"),
        cause: fields.step_ref(reader, "cause"),
        affects: fields.step_refs(reader, "affects"),
        intent: fields.text(reader, "intent"),
        evidence: fields.references(reader, "evidence"),
        range: entry.range,
    })
}
