//! Journeys as tables of comma-separated values: a grid of lanes and steps, and one row a fact.
//!
//! A spreadsheet takes a cell that starts with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula; such a cell
//! gets an apostrophe before it, unless it is a number, and loses it on the way back.

use std::borrow::Cow;

use smol_str::SmolStr;

use super::authored::Authored;
use super::draft::{Draft, PhaseDraft, StepDraft, Wishes, shown};
use super::files::Document;
use super::subject::Subject;
use super::{Fault, LossReport};
use crate::base::{Id, TextRange, count};
use crate::content::Kind;
use crate::content::front_matter::{Owner, Ref, Step};
use crate::content::yaml;
use crate::graph::Graph;

/// The lanes of a grid, in order.
const LANES: [&str; 13] = [
    "mode",
    "does",
    "thinks",
    "emotion",
    "feeling",
    "touchpoint",
    "channel",
    "takes",
    "tells",
    "frontstage",
    "backstage",
    "support",
    "pains",
];
/// The rows that say where a step stands.
const PLACES: [&str; 5] = ["phase", "phase-id", "stage", "id", "step"];
/// The rows that speak of the whole journey, in their first cell.
const WHOLE: [&str; 3] = ["title", "goal", "persona"];
/// The most steps that are read: a journey has fewer.
const MOST_COLUMNS: usize = 100;

/// The cell as a spreadsheet takes it for text.
#[must_use]
pub fn defused(cell: &str) -> Cow<'_, str> {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    if is_formula && cell.parse::<f64>().is_err() { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell as it was before it was defused.
pub(super) fn armed(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if matches!(defused(rest), Cow::Owned(_)) => rest,
        _ => cell,
    }
}

/// Rows as RFC 4180 has them, with the line ends that spreadsheets expect.
#[must_use]
pub fn rows<R: AsRef<[String]>>(rows: &[R]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(Vec::new());
    for row in rows {
        let written = writer.write_record(row.as_ref().iter().map(|cell| defused(cell).into_owned()));
        debug_assert!(written.is_ok(), "writing to memory does not fail");
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// A journey as a grid: lanes below each other, steps beside each other.
#[must_use]
pub fn grid(subject: Subject<'_>, report: &mut LossReport) -> String {
    let path: Vec<_> = subject.journey.path().collect();
    let mut table: Vec<Vec<String>> = Vec::new();
    let mut starts: Vec<bool> = Vec::new();
    for (index, (id, ..)) in path.iter().enumerate() {
        starts.push(index == 0 || path[index - 1].0 != *id);
    }
    // What is said of a phase stands at its first step.
    let mut of_phases = |name: &str, said: &dyn Fn(usize) -> String| {
        let cells =
            starts.iter().enumerate().map(|(index, is_start)| if *is_start { said(index) } else { String::new() });
        table.push([name.to_owned()].into_iter().chain(cells).collect());
    };
    of_phases("phase", &|index| subject.plain_of(path[index].1.name.as_ref()));
    of_phases("phase-id", &|index| path[index].0.to_string());
    of_phases("stage", &|index| path[index].1.stage.as_ref().map(|stage| stage.value.to_string()).unwrap_or_default());
    table.push([String::from("id")].into_iter().chain(path.iter().map(|(_, _, id, _)| id.to_string())).collect());
    let names = path.iter().map(|(_, _, _, step)| subject.plain_of(step.name.as_ref()));
    table.push([String::from("step")].into_iter().chain(names).collect());
    for lane in LANES {
        let facts = |step: &Step| match lane {
            "tells" => step.tells.iter().map(|id| information(subject, id)).collect(),
            _ => facts(subject, step, lane),
        };
        let cells: Vec<String> = path.iter().map(|(_, _, _, step)| facts(step).join("\n")).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            table.push([lane.to_owned()].into_iter().chain(cells).collect());
        }
    }
    let goal = subject.journey.goal.as_ref().map(|goal| subject.plain(goal));
    let persona = subject.journey.persona.as_ref().map(|persona| persona.value.to_string());
    for (name, said) in WHOLE.into_iter().zip([Some(subject.title()), goal, persona]) {
        let mut row = vec![name.to_owned(), said.unwrap_or_default()];
        row.resize(path.len() + 1, String::new());
        table.push(row);
    }
    report.keep(format!("{} in {}", count(path.len(), "step"), count(table.len(), "row")));
    report.drop("quality, principles, owners and evidence of pains, figures, deviations, opportunities, evidence and readings: a grid has one text a cell");
    rows(&table)
}

/// What the customer is asked for, with its name, so that it can be made again.
fn information(subject: Subject<'_>, id: &Ref) -> String {
    match subject.journey.information.get(&id.value) {
        Some(information) => format!("{}: {}", id.value, subject.plain(&information.name)),
        None => id.value.to_string(),
    }
}

/// What a step says in a lane.
fn facts(subject: Subject<'_>, step: &Step, lane: &str) -> Vec<String> {
    let ids = |ids: &[Ref]| ids.iter().map(|id| id.value.to_string()).collect::<Vec<String>>();
    let text = |text: Option<&crate::content::text::Text>| text.map(|text| subject.plain(text)).into_iter().collect();
    let stage = |acts: &[(Ref, crate::content::text::Text)]| {
        acts.iter().map(|(department, text)| format!("{}: {}", department.value, subject.plain(text))).collect()
    };
    match lane {
        "mode" => step
            .mode_range
            .and_then(|_| serde_json::to_value(step.mode).ok()?.as_str().map(str::to_owned))
            .into_iter()
            .collect(),
        "does" => text(step.does.as_ref()),
        "thinks" => text(step.thinks.as_ref()),
        "emotion" => step.emotion.iter().map(|emotion| crate::content::read::step::tenths(emotion.score)).collect(),
        "feeling" => text(step.feeling.as_ref()),
        "touchpoint" => ids(step.touchpoints.refs()),
        "channel" => step.channel.iter().map(|channel| channel.value.to_string()).collect(),
        "takes" => super::authored::duration(step.takes.as_ref()).into_iter().collect(),
        "tells" => ids(&step.tells),
        "frontstage" => stage(&step.frontstage),
        "backstage" => stage(&step.backstage),
        "support" => ids(&step.support),
        "pains" => step.pains.values().map(|pain| subject.plain_of(pain.text.as_ref())).collect(),
        _ => Vec::new(),
    }
}

/// One row a fact, for spreadsheets that count and filter.
#[must_use]
pub fn tidy<'a>(subjects: impl IntoIterator<Item = Subject<'a>>, report: &mut LossReport) -> String {
    let header = [
        "journey",
        "phase",
        "phase_order",
        "step",
        "step_order",
        "lane",
        "item",
        "text",
        "value",
        "owner",
        "status",
        "lang",
    ];
    let mut table: Vec<Vec<String>> = vec![header.map(str::to_owned).to_vec()];
    for subject in subjects {
        let journey = subject.node.id.id.to_string();
        for (order, (phase, at, id, step)) in subject.journey.path().enumerate() {
            let phase_order = subject.journey.phases.get_index_of(phase).unwrap_or_default() + 1;
            debug_assert!(at.steps.contains_key(id), "a step lies in its phase");
            let mut row = |lane: &str, item: &str, text: String, value: String, owner: String, status: String| {
                let place = [
                    journey.clone(),
                    phase.to_string(),
                    phase_order.to_string(),
                    id.to_string(),
                    (order + 1).to_string(),
                ];
                let said = [lane.to_owned(), item.to_owned(), text, value, owner, status, subject.locale.to_string()];
                table.push(place.into_iter().chain(said).collect());
            };
            row("step", "", subject.plain_of(step.name.as_ref()), String::new(), String::new(), String::new());
            for lane in LANES.into_iter().filter(|lane| *lane != "pains") {
                for fact in facts(subject, step, lane) {
                    let (text, value) = if lane == "emotion" { (String::new(), fact) } else { (fact, String::new()) };
                    row(lane, "", text, value, String::new(), String::new());
                }
            }
            for (principle, verdict) in &step.principles {
                let verdict =
                    serde_json::to_value(verdict.value).ok().and_then(|word| word.as_str().map(str::to_owned));
                let principle = principle.value.as_str();
                row("principles", principle, String::new(), verdict.unwrap_or_default(), String::new(), String::new());
            }
            for (pain_id, pain) in &step.pains {
                let severity =
                    serde_json::to_value(pain.severity).ok().and_then(|word| word.as_str().map(str::to_owned));
                let text = subject.plain_of(pain.text.as_ref());
                row("pains", pain_id.as_str(), text, severity.unwrap_or_default(), owner(&pain.owner), String::new());
            }
        }
    }
    report.keep(count(table.len() - 1, "fact"));
    report.drop("deviations, opportunities, evidence and readings: they belong to no one step");
    rows(&table)
}

/// As authors write it.
fn owner(owner: &Owner) -> String {
    match owner {
        Owner::Unasked => String::new(),
        Owner::Nobody(_) => "nobody".to_owned(),
        Owner::Departments(departments) => {
            departments.iter().map(|department| department.value.as_str()).collect::<Vec<_>>().join(" ")
        }
    }
}

/// The least and the most of the numbers of a lane, where they are not ours.
pub(super) type Scale = Option<(f64, f64)>;

/// A row of a table: its field, the scale of its numbers, its cells and its line.
type Row = (String, Scale, Vec<String>, usize);

/// What the lanes of another program mean.
#[derive(Clone, Debug, Default)]
pub struct Lanes {
    /// The name there, the field here, and the least and the most of its scale.
    names: Vec<(String, String, Scale)>,
}

impl Lanes {
    /// Reads a mapping file: `"Customer actions": does`, `"Mood": { field: emotion, scale: [1, 5] }`.
    ///
    /// # Errors
    ///
    /// What is no such map, or names a field that a grid does not have.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let path = crate::base::SourcePath::new("map.yaml");
        let node = yaml::parse(&path, text, TextRange::new(0, text.len())).map_err(|found| {
            let (at, message) = found
                .first()
                .map_or((0, "this is no YAML"), |first| (first.span.range.start(), first.message.as_str()));
            Fault::at(text, at, message, "write `\"name of a lane\": field`")
        })?;
        let yaml::Value::Map(entries) = node.value else {
            return Err(Fault::at(text, 0, "the mapping is no map", "write `\"name of a lane\": field`"));
        };
        let mut lanes = Self::default();
        for (key, node) in entries {
            let wrong = |message: &str| {
                let known = LANES.join(", ");
                Fault::at(
                    text,
                    key.range.start(),
                    format!("the lane `{}` {message}", key.text),
                    format!("the fields are {}, {}, {known}", PLACES.join(", "), WHOLE.join(", ")),
                )
            };
            let scalar = |node: &yaml::Node| match &node.value {
                yaml::Value::Scalar(scalar) => Some(scalar.text.clone()),
                _ => None,
            };
            let (field, scale) = match &node.value {
                yaml::Value::Scalar(scalar) => (scalar.text.clone(), None),
                yaml::Value::Map(fields) => {
                    let get = |name: &str| fields.iter().find(|(key, _)| key.text == name).map(|(_, node)| node);
                    let field = get("field").and_then(scalar).ok_or_else(|| wrong("names no `field`"))?;
                    let scale = match get("scale").map(|node| &node.value) {
                        None => None,
                        Some(yaml::Value::List(bounds)) => {
                            let bounds: Vec<f64> =
                                bounds.iter().filter_map(|bound| scalar(bound)?.parse().ok()).collect();
                            match bounds[..] {
                                [least, most] if least < most => Some((least, most)),
                                _ => return Err(wrong("has a scale that is not `[least, most]`")),
                            }
                        }
                        Some(_) => return Err(wrong("has a scale that is not `[least, most]`")),
                    };
                    (field, scale)
                }
                _ => return Err(wrong("means nothing")),
            };
            if !PLACES.contains(&field.as_str())
                && !WHOLE.contains(&field.as_str())
                && !LANES.contains(&field.as_str())
                && !field.starts_with("x-")
            {
                return Err(wrong(&format!("means `{field}`, which is no field of a grid")));
            }
            lanes.names.push((key.text, field, scale));
        }
        Ok(lanes)
    }

    fn of(&self, name: &str) -> (String, Scale) {
        let mapped = self.names.iter().find(|(lane, ..)| lane == name);
        match mapped {
            Some((_, field, scale)) => (field.clone(), *scale),
            None => (name.to_lowercase(), None),
        }
    }
}

/// Reads a grid as the draft of a journey.
///
/// # Errors
///
/// A table without a row of steps, with too many columns, or what the project lacks.
pub fn read(
    text: &str,
    lanes: &Lanes,
    graph: &Graph,
    wishes: &Wishes,
    report: &mut LossReport,
) -> Result<Vec<Document>, Fault> {
    let fault = |line: usize, message: String, help: &str| Fault { message, help: help.to_owned(), line, column: 1 };
    let mut places: [Vec<String>; 5] = Default::default();
    let mut whole: [Option<String>; 3] = Default::default();
    let mut others: Vec<Row> = Vec::new();
    for record in records(text)? {
        let line = line_of(&record);
        if record.len() > MOST_COLUMNS {
            return Err(fault(
                line,
                format!("the row has {}; {MOST_COLUMNS} are read", count(record.len(), "column")),
                "split the journey",
            ));
        }
        let mut cells = record.iter().map(|cell| armed(cell.trim()).to_owned());
        let name = cells.next().unwrap_or_default();
        let cells: Vec<String> = cells.collect();
        let (field, scale) = lanes.of(&name);
        if let Some(place) = PLACES.iter().position(|known| *known == field) {
            places[place] = cells;
        } else if let Some(place) = WHOLE.iter().position(|known| *known == field) {
            whole[place] = cells.into_iter().find(|cell| !cell.is_empty());
        } else if !matches!(field.as_str(), "lane" | "") {
            others.push((field, scale, cells, line));
        }
    }
    let [phases, phase_ids, stages, ids, names] = places;
    let [title, goal, persona] = whole;
    if names.iter().all(String::is_empty) {
        return Err(fault(
            1,
            "no row is called `step`".to_owned(),
            "name the row of the steps `step`, or map its name with --map",
        ));
    }
    let mut draft = Draft::new(graph, wishes, report);
    let persona = draft.persona(persona.as_deref());
    let mut made: Vec<PhaseDraft> = Vec::new();
    for (column, name) in names.iter().enumerate() {
        let cell = |cells: &[String]| cells.get(column).cloned().unwrap_or_default();
        let (phase, phase_id) = (cell(&phases), own_id(&cell(&phase_ids)));
        if made.is_empty() || !phase.is_empty() || phase_id.is_some() {
            let stage = Id::parse(&cell(&stages)).ok();
            made.push(PhaseDraft { name: phase, id: phase_id, stage, steps: Vec::new() });
        }
        if name.is_empty() {
            if others.iter().any(|(_, _, cells, _)| !cell(cells).is_empty()) {
                draft.report().drop(format!("column {}, which has no step", column + 2));
            }
            continue;
        }
        let mut fields: Vec<(SmolStr, Authored)> = Vec::new();
        for (field, scale, cells, line) in &others {
            let said = cell(cells);
            if !said.is_empty() {
                set(&mut fields, field, &said, *scale, &mut draft).map_err(|message| {
                    fault(
                        *line,
                        format!("column {}: {message}", column + 2),
                        "correct the cell, or map its lane with --map",
                    )
                })?;
            }
        }
        let id = own_id(&cell(&ids));
        if let Some(phase) = made.last_mut() {
            phase.steps.push(StepDraft { name: name.clone(), id, fields });
        }
    }
    made.retain(|phase| !phase.steps.is_empty());
    let title = title.unwrap_or_else(|| draft.title());
    let more = goal.map(|goal| (SmolStr::new("goal"), shown(&goal))).into_iter().collect();
    draft.finish(&title, &persona, made, more).map_err(|message| fault(1, message, "then import again"))
}

/// The id in a cell; fields that start with `x-` are the author's own.
fn own_id(cell: &str) -> Option<Id> {
    Id::parse(cell).ok().filter(|id| !id.as_str().starts_with("x-"))
}

/// Puts what a cell says into the fields of its step.
pub(super) fn set(
    fields: &mut Vec<(SmolStr, Authored)>,
    field: &str,
    said: &str,
    scale: Scale,
    draft: &mut Draft<'_, '_>,
) -> Result<(), String> {
    let lines: Vec<&str> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let value = match field {
        "does" | "thinks" | "feeling" => shown(&lines.join(" ")),
        "mode" | "channel" | "takes" => Authored::plain(said),
        "emotion" => {
            let number: f64 = said.replace(',', ".").parse().map_err(|_| format!("`{said}` is no number"))?;
            let (least, most) = scale.unwrap_or((-2.0, 2.0));
            if !number.is_finite() || number < least || number > most {
                return Err(format!("{said} is outside {least} to {most}"));
            }
            let tenths = ((number - least) / (most - least) * 40.0 - 20.0).round();
            draft.report().guess("every emotion is `assumed`");
            #[allow(clippy::cast_possible_truncation, reason = "it lies between -20 and 20")]
            let score = super::authored::decimal(tenths as i64, 10);
            Authored::Map(vec![("score".into(), Authored::Plain(score))])
        }
        "touchpoint" => {
            let mut found = Vec::new();
            for name in &lines {
                match draft.known(Kind::Touchpoint, name) {
                    Some(id) => found.push(Authored::plain(id.as_str())),
                    None => {
                        draft.report().drop(format!(
                            "the touchpoint `{name}`: make it with `cxbook new touchpoint`, and name it in the step"
                        ));
                        fields.push((SmolStr::new("x-touchpoint"), Authored::Raw(serde_json::json!(said))));
                    }
                }
            }
            match (found.len(), found.pop()) {
                (0, _) | (_, None) => return Ok(()),
                (1, Some(one)) => one,
                (_, Some(last)) => {
                    found.push(last);
                    fields.push(("touchpoints".into(), Authored::List(found)));
                    return Ok(());
                }
            }
        }
        "support" => Authored::List(
            lines
                .iter()
                .map(|name| {
                    Authored::plain(draft.entry(Kind::System, name, &[("owner", Authored::plain("nobody"))]).as_str())
                })
                .collect(),
        ),
        "frontstage" | "backstage" => {
            let acts = lines.iter().map(|line| {
                let (department, text) = line.split_once(':').unwrap_or((line, line));
                let id = draft.entry(Kind::Department, department.trim(), &[]);
                (SmolStr::new(id.as_str()), shown(text.trim()))
            });
            Authored::Map(acts.collect())
        }
        "pains" => {
            let pains = lines
                .iter()
                .enumerate()
                .map(|(index, text)| (SmolStr::new(format!("pain-{}", index + 1)), shown(text)));
            draft.report().guess("the ids of pains, and that each is of medium severity");
            Authored::Map(pains.collect())
        }
        "tells" => Authored::List(lines.iter().map(|said| Authored::plain(draft.information(said).as_str())).collect()),
        other => {
            let name = if other.starts_with("x-") { other.to_owned() } else { "x-lanes".to_owned() };
            draft.report().drop(format!("the meaning of the lane `{other}`: its cells stand in `{name}`"));
            if name != "x-lanes" {
                fields.push((name.into(), Authored::Raw(serde_json::json!(said))));
            } else if let Some((_, Authored::Raw(lanes))) = fields.iter_mut().find(|(field, _)| field == "x-lanes") {
                lanes[other] = serde_json::json!(said);
            } else {
                fields.push((name.into(), Authored::Raw(serde_json::json!({ other: said }))));
            }
            return Ok(());
        }
    };
    fields.retain(|(known, _)| known != field);
    fields.push((field.into(), value));
    Ok(())
}

/// Reads a table row by row, whatever its delimiter.
pub(super) fn reader(text: &str) -> csv::Reader<&[u8]> {
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes())
}

/// All rows of a table, whatever its delimiter.
///
/// # Errors
///
/// A quotation mark is not closed, and would swallow rows.
pub(super) fn records(text: &str) -> Result<Vec<csv::StringRecord>, Fault> {
    if let Some(open) = unclosed(text) {
        return Err(Fault::at(
            text,
            open,
            "the quotation mark that opens here is not closed where its cell ends",
            "put one at the end of the cell; one that belongs to the words is written twice: `\"\"`",
        ));
    }
    let unreadable = |error: csv::Error| Fault {
        message: "this row cannot be read".to_owned(),
        help: error.to_string(),
        line: error.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(1)),
        column: 1,
    };
    reader(text).into_records().map(|record| record.map_err(unreadable)).collect()
}

/// The line on which a row starts.
pub(super) fn line_of(record: &csv::StringRecord) -> usize {
    record.position().map_or(1, |position| usize::try_from(position.line()).unwrap_or(1))
}

/// The first quotation mark that opens a cell and is closed by none, or rows later by the mark that opens another.
fn unclosed(text: &str) -> Option<usize> {
    let delimiter = delimiter(text);
    let is_end = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == delimiter || b"\r\n".contains(byte));
    let bytes = text.as_bytes();
    let (mut at, mut is_start) = (0, true);
    while let Some(byte) = bytes.get(at) {
        if *byte != b'"' || !is_start {
            is_start = is_end(Some(byte));
            at += 1;
            continue;
        }
        let open = at;
        at += 1;
        loop {
            let Some(mark) = bytes[at..].iter().position(|byte| *byte == b'"') else { return Some(open) };
            at += mark + 1;
            if bytes.get(at) != Some(&b'"') {
                break;
            }
            at += 1;
        }
        if !is_end(bytes.get(at)) && bytes[open..at].contains(&b'\n') {
            return Some(open);
        }
        is_start = false;
    }
    None
}

/// The delimiter of a table: what stands most often in its first line outside quotation marks.
fn delimiter(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut is_quoted = false;
    for byte in text.bytes() {
        match byte {
            b'"' => is_quoted = !is_quoted,
            b'\n' if !is_quoted => break,
            _ if is_quoted => {}
            byte => counts.iter_mut().filter(|(delimiter, _)| *delimiter == byte).for_each(|(_, count)| *count += 1),
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| *delimiter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_defused_and_a_number_is_not() {
        for formula in ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1"] {
            assert!(defused(formula).starts_with('\''), "{formula}");
            assert_eq!(armed(&defused(formula)), formula);
        }
        for text in ["-2", "+1.5", "a=b", "'quoted'", "", "-0.5"] {
            assert_eq!(defused(text), text);
            assert_eq!(armed(text), text);
        }
    }

    #[test]
    fn the_delimiter_is_what_the_first_line_uses() {
        assert_eq!(delimiter("phase,a,b\n"), b',');
        assert_eq!(delimiter("phase;a;\"b,c,d,e\"\n,,,,,,\n"), b';');
        assert_eq!(delimiter("phase\ta, b\tc\n"), b'\t');
        assert_eq!(delimiter(""), b',');
    }

    #[test]
    fn a_quotation_mark_that_would_swallow_rows_is_found() {
        for (text, place) in [
            ("a,b\n1,\"2\n3,4\n", Some((2, 3))),
            ("a,b\n\"1\n2,\"3\"\n", Some((2, 1))),
            ("é;\"", Some((1, 3))),
            ("a,\"b\n\"\"c\"\"\",d\n", None),
            ("a,6\" nails\n\"b\"c,d\n\"\"\n", None),
            ("\"a\"\r\n\"b\"", None),
            ("", None),
        ] {
            assert_eq!(records(text).err().map(|fault| (fault.line, fault.column)), place, "{text:?}");
        }
    }

    #[test]
    fn a_mapping_says_fields_and_scales() {
        let lanes = Lanes::read("Customer actions: does\nMood: { field: emotion, scale: [1, 5] }\n").unwrap();
        assert_eq!(lanes.of("Mood"), ("emotion".to_owned(), Some((1.0, 5.0))));
        assert_eq!(lanes.of("Thinks"), ("thinks".to_owned(), None));
        let fault = Lanes::read("a: does\nb: dose\n").unwrap_err();
        assert_eq!((fault.line, fault.column), (2, 1));
        assert!(Lanes::read("a: { field: emotion, scale: [5, 1] }").is_err());
    }
}
