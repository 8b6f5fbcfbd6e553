//! Journeys as the table of a service blueprint: one row a happening, with its stage and its layer.
//!
//! The columns are those of Blueprint Signal: stage, service layer, what happens, who is responsible, minutes, and what
//! it rests on. A row of the layer `customer` begins a step; the rows of other layers that follow belong to it, and so do
//! those that stand before the first one of a stage. What is only `proposed` makes a journey of the future.

use std::collections::BTreeSet;

use smol_str::SmolStr;

use super::authored::Authored;
use super::csv;
use super::draft::{Draft, PhaseDraft, StepDraft, Wishes, shown};
use super::files::Document;
use super::subject::Subject;
use super::{Fault, LossReport};
use crate::base::{Id, count, nearest};
use crate::content::Kind;
use crate::content::front_matter::{Basis, JourneyState, Owner, Step, TimeUnit};
use crate::content::read::values::NOBODY;
use crate::graph::Graph;

/// The columns, in order.
const COLUMNS: [&str; 7] = [
    "Stage",
    "Service layer",
    "What happens",
    "Responsible person or team",
    "Time in minutes",
    "Evidence status",
    "Evidence note",
];
/// The layers, from the customer down; then what the customer holds in their hands.
const LAYERS: [&str; 5] = ["customer", "frontstage", "backstage", "support", "evidence"];
/// What a row can rest on.
const STATES: [&str; 3] = ["observed", "assumed", "proposed"];
/// The most rows that are read.
const MOST_ROWS: usize = 2000;

/// Whether a table is one of these rather than a grid of lanes.
#[must_use]
pub fn is_table(text: &str) -> bool {
    let head = csv::reader(text).into_records().next();
    let Some(Ok(head)) = head else { return false };
    let has = |column: usize| head.iter().any(|cell| is_column(cell, column));
    has(0) && has(1) && has(2)
}

/// The cell may be written in other letters, and marked by a program as text.
fn is_column(cell: &str, column: usize) -> bool {
    cell.trim().trim_start_matches('\u{feff}').eq_ignore_ascii_case(COLUMNS[column])
}

/// Writes a journey.
#[must_use]
pub fn write(subject: Subject<'_>, report: &mut LossReport) -> String {
    let is_future = subject.journey.state == Some(JourneyState::Future);
    let mut table: Vec<Vec<String>> = vec![COLUMNS.map(str::to_owned).to_vec()];
    for (_, phase, _, step) in subject.journey.path() {
        let stage = subject.plain_of(phase.name.as_ref());
        let mut row = |layer: usize, what: String, who: String, minutes: String, status: &str, note: String| {
            let status = if is_future { STATES[2] } else { status };
            table.push(vec![stage.clone(), LAYERS[layer].to_owned(), what, who, minutes, status.to_owned(), note]);
        };
        let status = match step.emotion.as_ref().map(|emotion| emotion.basis) {
            Some(Basis::Observed | Basis::Reported) => STATES[0],
            _ => STATES[1],
        };
        let persona = subject.persona().unwrap_or_default();
        row(0, said_and_done(subject, step), persona, minutes(step, report), status, found(subject, step));
        for (layer, acts) in [(1, &step.frontstage), (2, &step.backstage)] {
            for (department, text) in acts {
                let who = subject.name(Kind::Department, &department.value);
                row(layer, subject.plain(text), who, String::new(), "", String::new());
            }
        }
        let beneath = step.support.iter().map(|one| (3, Kind::System, one));
        for (layer, kind, one) in beneath.chain(step.touchpoints.refs().iter().map(|one| (4, Kind::Touchpoint, one))) {
            let who = owner_of(subject, kind, &one.value);
            row(layer, subject.name(kind, &one.value), who, String::new(), "", String::new());
        }
    }
    let steps = count(subject.journey.path().count(), "step");
    report.keep(format!("{steps} in {}", count(table.len() - 1, "row")));
    report.drop(
        "ids, stages of the lifecycle, feelings, thoughts, quality, channels, what is told, pains, principles, \
         opportunities, deviations and readings: a row says what happens and who does it",
    );
    csv::rows(&table)
}

/// The name of a step and what the customer does in it.
fn said_and_done(subject: Subject<'_>, step: &Step) -> String {
    let name = subject.plain_of(step.name.as_ref());
    match &step.does {
        Some(does) => format!("{name}: {}", subject.plain(does)),
        None => name,
    }
}

/// How long a step takes; of a range its middle.
fn minutes(step: &Step, report: &mut LossReport) -> String {
    let Some(takes) = &step.takes else { return String::new() };
    let least = takes.value.least.seconds();
    let middle = match takes.value.most {
        Some(most) => {
            report.guess("the minutes of a step that takes from so long to so long: the middle of both");
            u64::midpoint(least, most.seconds())
        }
        None => least,
    };
    let hundredths = i64::try_from(middle * 100 / 60).unwrap_or(i64::MAX);
    super::authored::decimal(hundredths, 100).to_string()
}

/// What the feeling at a step rests on, in words.
fn found(subject: Subject<'_>, step: &Step) -> String {
    let named = step.emotion.iter().flat_map(|emotion| &emotion.evidence);
    let evidence = named.filter_map(|id| subject.journey.evidence.get(&id.value));
    let words = evidence.filter_map(|one| one.finding.as_ref().or(one.says.as_ref()));
    words.map(|text| subject.plain(text)).collect::<Vec<_>>().join(" · ")
}

fn owner_of(subject: Subject<'_>, kind: Kind, id: &Id) -> String {
    let node = subject.graph.node(&crate::content::EntityId::new(kind, id.as_str()));
    let owner = node.and_then(|node| match kind {
        Kind::System => node.system().map(|system| &system.owner),
        _ => node.touchpoint().map(|touchpoint| &touchpoint.owner),
    });
    match owner {
        None | Some(Owner::Unasked) => String::new(),
        Some(Owner::Nobody(_)) => NOBODY.to_owned(),
        Some(Owner::Departments(departments)) => {
            let names = departments.iter().map(|department| subject.name(Kind::Department, &department.value));
            names.collect::<Vec<_>>().join(", ")
        }
    }
}

/// Reads a table as the draft of a journey, or of two: as it is, and as it is proposed to be.
///
/// # Errors
///
/// A row that cannot be read, or what the project lacks.
pub fn read(text: &str, graph: &Graph, wishes: &Wishes, report: &mut LossReport) -> Result<Vec<Document>, Fault> {
    let rows = rows(text)?;
    if rows.is_empty() {
        return Err(fault(1, "the table has no rows", "write one row for each thing that happens"));
    }
    let is_proposed = |row: &&Row| row.status == Some(State::Proposed);
    let proposed = rows.iter().filter(is_proposed).count();
    let all: Vec<&Row> = rows.iter().collect();
    if proposed == 0 || proposed == rows.len() {
        return journey(&all, graph, wishes, report, (proposed > 0, None));
    }
    let current: Vec<&Row> = rows.iter().filter(|row| !is_proposed(row)).collect();
    let future = Id::parse(&format!("{}-future", wishes.id)).unwrap_or_else(|_| wishes.id.clone());
    let name = wishes.title.as_ref().map(|title| format!("{title} (future)"));
    let later = Wishes { id: future, title: name, ..wishes.clone() };
    report.guess(format!("what is proposed belongs to a journey of the future, `{}`", later.id));
    let mut documents = journey(&current, graph, wishes, report, (false, None))?;
    for document in journey(&all, graph, &later, report, (true, Some(&wishes.id)))? {
        if !documents.iter().any(|known| known.id == document.id) {
            documents.push(document);
        }
    }
    Ok(documents)
}

/// What a row rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Observed,
    Assumed,
    Proposed,
}

/// One happening.
#[derive(Clone, Debug)]
struct Row {
    line: usize,
    stage: String,
    /// Its place in [`LAYERS`].
    layer: usize,
    what: String,
    who: String,
    seconds: Option<u64>,
    status: Option<State>,
    note: String,
}

fn fault(line: usize, message: impl ToString, help: impl ToString) -> Fault {
    Fault { message: message.to_string(), help: help.to_string(), line, column: 1 }
}

fn rows(text: &str) -> Result<Vec<Row>, Fault> {
    let mut records = csv::records(text)?.into_iter();
    let head = match records.next() {
        Some(head) => head,
        None => return Err(fault(1, "the table is empty", format!("its columns are {}", COLUMNS.join(", ")))),
    };
    let mut places = [None; 7];
    for (column, place) in places.iter_mut().enumerate() {
        *place = head.iter().position(|cell| is_column(cell, column));
    }
    if let Some(missing) = (0..3).find(|column| places[*column].is_none()) {
        let message = format!("there is no column `{}`", COLUMNS[missing]);
        return Err(fault(1, message, format!("the columns are {}", COLUMNS.join(", "))));
    }
    let mut rows: Vec<Row> = Vec::new();
    for record in records {
        let line = csv::line_of(&record);
        let cell = |column: usize| {
            let said = places[column].and_then(|place| record.get(place)).unwrap_or_default().trim();
            csv::armed(said).to_owned()
        };
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if rows.len() == MOST_ROWS {
            return Err(fault(line, format!("the table has more than {MOST_ROWS} rows"), "split the journey"));
        }
        let stage = match cell(0) {
            stage if stage.is_empty() => rows.last().map(|row| row.stage.clone()).unwrap_or_default(),
            stage => stage,
        };
        let what = cell(2);
        if what.is_empty() {
            return Err(fault(line, "this row does not say what happens", "fill it in, or take the row out"));
        }
        rows.push(Row {
            line,
            stage,
            layer: layer(&cell(1), line)?,
            what,
            who: cell(3),
            seconds: seconds(&cell(4), line)?,
            status: state(&cell(5), line)?,
            note: cell(6),
        });
    }
    Ok(rows)
}

/// The layer of this name: `Customer actions` and `Physical evidence` are said too.
fn layer(said: &str, line: usize) -> Result<usize, Fault> {
    let words = said.to_lowercase().replace([' ', '-', '_'], "");
    let names = |layer: &str| words.starts_with(layer) || words.ends_with(layer);
    if let Some(layer) = LAYERS.iter().position(|layer| names(layer)) {
        return Ok(layer);
    }
    let help = match nearest(&words, LAYERS) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the layers are {}", LAYERS.join(", ")),
    };
    Err(fault(line, format!("there is no service layer `{said}`"), help))
}

fn state(said: &str, line: usize) -> Result<Option<State>, Fault> {
    match said.to_lowercase().as_str() {
        "" => Ok(None),
        "observed" => Ok(Some(State::Observed)),
        "assumed" => Ok(Some(State::Assumed)),
        "proposed" => Ok(Some(State::Proposed)),
        other => {
            let help = match nearest(other, STATES) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("it is one of {}", STATES.join(", ")),
            };
            Err(fault(line, format!("there is no evidence status `{said}`"), help))
        }
    }
}

/// Minutes as seconds; none where nothing is said.
fn seconds(said: &str, line: usize) -> Result<Option<u64>, Fault> {
    if said.is_empty() {
        return Ok(None);
    }
    let minutes: Option<f64> = said.replace(',', ".").parse().ok();
    match minutes {
        // A century is long enough.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 0 and a century")]
        Some(minutes) if (0.0..=52_560_000.0).contains(&minutes) => {
            Ok(Some((minutes * 60.0).round() as u64).filter(|seconds| *seconds > 0))
        }
        _ => Err(fault(line, format!("`{said}` is no number of minutes"), "write the minutes as a number")),
    }
}

/// A duration in the largest unit that holds it without a rest.
fn takes(seconds: u64) -> String {
    let fits = |unit: &TimeUnit| seconds.is_multiple_of(unit.seconds());
    let unit = TimeUnit::ALL.into_iter().rev().find(fits).unwrap_or(TimeUnit::Second);
    format!("{}{}", seconds / unit.seconds(), unit.letter())
}

/// A step while it is put together: what the customer does, and what happens around it.
#[derive(Default)]
struct Column<'a> {
    customer: Option<&'a Row>,
    others: Vec<&'a Row>,
}

/// The stages with their steps.
fn columns<'a>(rows: &[&'a Row]) -> Vec<(&'a str, Vec<Column<'a>>)> {
    let mut stages: Vec<(&str, Vec<Column<'_>>)> = Vec::new();
    for row in rows {
        if stages.last().is_none_or(|(stage, _)| *stage != row.stage) {
            stages.push((&row.stage, Vec::new()));
        }
        let Some((_, steps)) = stages.last_mut() else { continue };
        match steps.last_mut() {
            Some(open) if row.layer == 0 && open.customer.is_none() => open.customer = Some(row),
            Some(open) if row.layer > 0 => open.others.push(row),
            _ if row.layer == 0 => steps.push(Column { customer: Some(row), others: Vec::new() }),
            _ => steps.push(Column { customer: None, others: vec![row] }),
        }
    }
    stages
}

fn journey(
    rows: &[&Row],
    graph: &Graph,
    wishes: &Wishes,
    report: &mut LossReport,
    (is_future, compared): (bool, Option<&Id>),
) -> Result<Vec<Document>, Fault> {
    let mut draft = Draft::new(graph, wishes, report);
    let customers = rows.iter().filter(|row| row.layer == 0 && !row.who.is_empty());
    let who = customers.map(|row| row.who.as_str()).find(|who| !who.eq_ignore_ascii_case("customer"));
    let persona = draft.persona(who);
    let mut evidence: Vec<(SmolStr, Authored)> = Vec::new();
    let mut phases = Vec::new();
    for (stage, columns) in columns(rows) {
        let mut steps = Vec::new();
        for column in columns {
            steps.push(step(stage, &column, &mut draft, &mut evidence, wishes)?);
        }
        phases.push(PhaseDraft { name: stage.to_owned(), id: None, stage: None, steps });
    }
    let mut more: Vec<(SmolStr, Authored)> = Vec::new();
    if is_future {
        more.push(("kind".into(), Authored::plain("future")));
    }
    if let Some(current) = compared {
        more.push(("compares-with".into(), Authored::plain(current.as_str())));
    }
    if !evidence.is_empty() {
        draft.report().guess("what was noted of something observed is evidence of the day of the import");
        more.push(("evidence".into(), Authored::Map(evidence)));
    }
    let title = draft.title();
    draft.finish(&title, &persona, phases, more).map_err(|message| fault(1, message, "then import again"))
}

/// A name that ends with a colon, and what is done.
fn named(what: &str) -> (&str, Option<&str>) {
    match what.split_once(": ") {
        Some((name, does)) if name.chars().count() <= 60 => (name.trim(), Some(does.trim())),
        _ => (what, None),
    }
}

fn step(
    stage: &str,
    column: &Column<'_>,
    draft: &mut Draft<'_, '_>,
    evidence: &mut Vec<(SmolStr, Authored)>,
    wishes: &Wishes,
) -> Result<StepDraft, Fault> {
    let mut fields: Vec<(SmolStr, Authored)> = Vec::new();
    let called = if let Some(row) = column.customer {
        let (name, does) = named(&row.what);
        fields.extend(does.map(|does| (SmolStr::new("does"), shown(does))));
        fields.extend(row.seconds.map(|seconds| (SmolStr::new("takes"), Authored::plain(takes(seconds)))));
        name
    } else {
        draft.report().guess(format!("`{stage}` has no row of the customer: its step is called like the stage"));
        stage
    };
    let mut unnamed: Vec<String> = Vec::new();
    for (layer, name) in LAYERS.into_iter().enumerate().skip(1) {
        let rows: Vec<&&Row> = column.others.iter().filter(|row| row.layer == layer).collect();
        if rows.is_empty() {
            continue;
        }
        match layer {
            1 | 2 => {
                let mut acts: Vec<(SmolStr, String)> = Vec::new();
                for row in rows {
                    if row.who.is_empty() || row.who == NOBODY {
                        draft.report().drop(format!(
                            "who does `{}`: the row names nobody, so it stands in `x-{}` until somebody is found",
                            row.what, name
                        ));
                        unnamed.push(row.what.clone());
                        continue;
                    }
                    let id = SmolStr::new(draft.entry(Kind::Department, &row.who, &[]).as_str());
                    match acts.iter_mut().find(|(known, _)| *known == id) {
                        Some((_, text)) => *text = format!("{text} {}", row.what),
                        None => acts.push((id, row.what.clone())),
                    }
                }
                if !unnamed.is_empty() {
                    let field = SmolStr::new(format!("x-{name}"));
                    fields.push((field, Authored::Raw(serde_json::json!(std::mem::take(&mut unnamed)))));
                }
                if !acts.is_empty() {
                    let acts = acts.into_iter().map(|(id, text)| (id, shown(&text))).collect();
                    fields.push((name.into(), Authored::Map(acts)));
                }
            }
            3 => {
                let mut systems: Vec<Authored> = Vec::new();
                for row in rows {
                    let owner = match row.who.as_str() {
                        "" | NOBODY => NOBODY.to_owned(),
                        who => draft.entry(Kind::Department, who, &[]).to_string(),
                    };
                    let system = draft.entry(Kind::System, &row.what, &[("owner", Authored::plain(owner))]);
                    systems.push(Authored::plain(system.as_str()));
                }
                fields.push(("support".into(), Authored::List(systems)));
            }
            _ => {
                let said: Vec<&str> = rows.iter().map(|row| row.what.as_str()).collect();
                csv::set(&mut fields, "touchpoint", &said.join("\n"), None, draft)
                    .map_err(|message| fault(rows[0].line, message, "correct the row"))?;
            }
        }
    }
    grounds(column, draft, &mut fields, evidence, wishes);
    Ok(StepDraft { name: called.to_owned(), id: None, fields })
}

/// What is noted beside the rows of a step.
fn grounds(
    column: &Column<'_>,
    draft: &mut Draft<'_, '_>,
    fields: &mut Vec<(SmolStr, Authored)>,
    evidence: &mut Vec<(SmolStr, Authored)>,
    wishes: &Wishes,
) {
    if column.others.iter().any(|row| row.seconds.is_some()) {
        draft.report().drop("minutes of work that is not the customer's: a step has one time");
    }
    let rows: Vec<&&Row> = column.customer.iter().chain(&column.others).collect();
    let mut notes: BTreeSet<&str> = BTreeSet::new();
    for row in rows {
        match (row.status, row.note.as_str()) {
            (Some(State::Observed), "") => {
                draft.report().drop("that a row was observed, where no note says what was seen");
            }
            (Some(State::Observed), note) => {
                let fields = [
                    ("kind", Authored::plain("observation")),
                    ("finding", shown(note)),
                    ("date", Authored::plain(wishes.today.to_string())),
                ];
                let fields = fields.map(|(name, value)| (SmolStr::new(name), value)).to_vec();
                evidence.push((format!("observed-{}", evidence.len() + 1).into(), Authored::Map(fields)));
            }
            (_, note) if !note.is_empty() => {
                notes.insert(note);
            }
            _ => {}
        }
    }
    if !notes.is_empty() {
        draft.report().drop("the meaning of notes on what is not observed: they stand in `x-evidence-note`");
        fields.push(("x-evidence-note".into(), Authored::Raw(serde_json::json!(notes))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_read_in_the_largest_unit_without_a_rest() {
        for (said, length) in [("25", "25m"), ("60", "1h"), ("90", "90m"), ("1440", "1d"), ("0,5", "30s")] {
            assert_eq!(seconds(said, 1).unwrap().map(takes).as_deref(), Some(length), "{said}");
        }
        assert_eq!(seconds("0", 1), Ok(None));
        for said in ["soon", "-5", "NaN", "1e99"] {
            assert!(seconds(said, 3).is_err(), "{said}");
        }
    }

    #[test]
    fn a_layer_goes_by_its_usual_names() {
        for (said, at) in [("Customer actions", 0), ("front-stage", 1), ("Backstage", 2), ("Support processes", 3)] {
            assert_eq!(layer(said, 1), Ok(at), "{said}");
        }
        assert_eq!(layer("Physical evidence", 1), Ok(4));
        assert_eq!(layer("fronstage", 7).unwrap_err().help, "did you mean `frontstage`?");
    }
}
