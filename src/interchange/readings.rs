//! A table of readings, as survey tools write them, to lines in the front matter of journeys.
//!
//! The columns are found by their names: `metric`, `date` and `value`, and if they are there `journey`, `step`,
//! `persona`, `n` and `source`, in any order and among others. What a journey says already stays as it is written; a
//! reading of the same metric, step, persona and date with another value is told, and replaced only where that is wanted.

use std::collections::BTreeMap;

use super::files::{Plan, beside};
use super::tables::READING_COLUMNS;
use super::{Fault, LossReport, csv};
use crate::base::{Date, Id, SourcePath, TextRange, count, nearest};
use crate::content::front_matter::{Journey, Reading, Ref};
use crate::content::yaml::{self, Value};
use crate::content::{EntityId, Kind};
use crate::edit::Edit;
use crate::graph::{Graph, Node};
use crate::markdown;
use crate::source::SourceSet;

/// Whether a table holds readings rather than lanes.
#[must_use]
pub fn is_table(text: &str) -> bool {
    let mut records = csv::reader(text).into_records();
    let Some(Ok(head)) = records.next() else { return false };
    let has = |name: &str| head.iter().any(|cell| column_name(cell) == name);
    has("metric") && has("value") && has("date")
}

/// Plans the lines that a table of readings adds; `journey` is whose they are where no column says it.
///
/// # Errors
///
/// The first row that names what is not there, or whose date or number cannot be read.
pub fn plan(
    text: &str,
    journey: Option<&Id>,
    graph: &Graph,
    sources: &SourceSet,
    replace: bool,
    report: &mut LossReport,
) -> Result<Plan, Fault> {
    let mut changes: BTreeMap<EntityId, Changes> = BTreeMap::new();
    let rows = Rows { text, graph, journey };
    for row in rows.read(report)? {
        changes.entry(row.journey.clone()).or_default().note(graph, row);
    }
    let mut plan = Plan::default();
    let (mut added, mut known) = (0, 0);
    for (id, changes) in changes {
        known += changes.known;
        let Some(document) = graph.node(&id).and_then(Node::document) else { continue };
        let Some(file) = sources.get(&document.path) else { continue };
        let Ok(source) = file.text() else { continue };
        let place = Place::of(source, &document.path, document.parsed.front_matter_range);
        let wanted: &[(usize, Row)] = if replace { &changes.other } else { &[] };
        added += changes.new.len() + wanted.len();
        let after = place.write(wanted, &changes.new);
        if after == source {
            plan.unchanged += 1;
        } else {
            plan.edits.push(Edit::of(document.path.clone(), file, after));
        }
        if !replace && !changes.other.is_empty() {
            let text = place.write(&changes.other, &changes.new);
            plan.beside.push((document.path.clone(), beside(sources, &document.path, text)));
            for (_, row) in &changes.other {
                report.drop(format!("{} of {} in {id}: it says another value already", row.metric, row.date));
            }
        }
    }
    report.keep(count(added, "reading"));
    if known > 0 {
        report.keep(format!("{known} that were there already"));
    }
    Ok(plan)
}

/// A reading that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    journey: EntityId,
    metric: Id,
    step: Option<Id>,
    persona: Option<Id>,
    date: Date,
    /// In thousandths.
    value: i64,
    n: Option<u32>,
    source: Option<Id>,
}

impl Row {
    fn is_of(&self, reading: &Reading) -> bool {
        let same =
            |mine: &Option<Id>, theirs: &Option<Ref>| mine.as_ref() == theirs.as_ref().map(|theirs| &theirs.value);
        self.metric == reading.metric.value
            && self.date == reading.date.value
            && same(&self.step, &reading.step)
            && same(&self.persona, &reading.persona)
    }

    /// As an author writes it on a line.
    fn yaml(&self) -> String {
        let mut fields = vec![format!("metric: {}", self.metric)];
        fields.extend(self.step.iter().map(|step| format!("step: {step}")));
        fields.extend(self.persona.iter().map(|persona| format!("persona: {persona}")));
        fields.push(format!("date: {}", self.date));
        fields.push(format!("value: {}", super::authored::decimal(self.value, 1000)));
        fields.extend(self.n.map(|n| format!("n: {n}")));
        fields.extend(self.source.iter().map(|source| format!("source: {source}")));
        format!("{{ {} }}", fields.join(", "))
    }
}

/// What a table says that a journey does not.
#[derive(Default)]
struct Changes {
    new: Vec<Row>,
    /// Readings that are there with another value, by their place in the list.
    other: Vec<(usize, Row)>,
    known: usize,
}

impl Changes {
    fn note(&mut self, graph: &Graph, row: Row) {
        let readings = graph.node(&row.journey).and_then(Node::journey).map_or(&[][..], |journey| &journey.readings);
        match readings.iter().position(|reading| row.is_of(reading)) {
            None if self.new.contains(&row) => {}
            None => self.new.push(row),
            Some(at) if readings[at].value.value == row.value && (row.n.is_none() || row.n == readings[at].n) => {
                self.known += 1;
            }
            Some(at) => self.other.push((at, row)),
        }
    }
}

/// A table that is being read.
struct Rows<'a> {
    text: &'a str,
    graph: &'a Graph,
    journey: Option<&'a Id>,
}

/// What a cell is called in a sentence, and where it stands.
struct Cell<'a> {
    name: &'static str,
    said: &'a str,
    line: usize,
}

impl Rows<'_> {
    fn read(&self, report: &mut LossReport) -> Result<Vec<Row>, Fault> {
        let mut head: Vec<String> = Vec::new();
        let mut rows = Vec::new();
        for record in csv::records(self.text)? {
            let line = csv::line_of(&record);
            if head.is_empty() {
                head = record.iter().map(column_name).collect();
                for other in head.iter().filter(|name| !READING_COLUMNS.contains(&name.as_str()) && !name.is_empty()) {
                    report.drop(format!("the column `{other}`, which readings do not have"));
                }
                continue;
            }
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let cell = |name: &'static str| {
                let at = head.iter().position(|head| head == name);
                let said = at.and_then(|at| record.get(at)).map_or("", |cell| csv::armed(cell.trim()));
                Cell { name, said, line }
            };
            rows.push(self.row(cell)?);
        }
        Ok(rows)
    }

    fn row<'c>(&self, cell: impl Fn(&'static str) -> Cell<'c>) -> Result<Row, Fault> {
        let whose = cell("journey");
        let journey = match (whose.said, self.journey) {
            ("", Some(id)) => self.entity(Kind::Journey, &Cell { said: id.as_str(), ..whose })?,
            ("", None) => return Err(whose.fault("names no journey", "add a column `journey`, or name one with --id")),
            _ => self.entity(Kind::Journey, &whose)?,
        };
        let metric = self.entity(Kind::Metric, &cell("metric"))?;
        let step = cell("step");
        let step = if step.said.is_empty() { None } else { Some(self.step(&journey, &step)?) };
        let (date, value, n) = (cell("date"), cell("value"), cell("n"));
        let day = Date::parse(date.said)
            .map_err(|_| date.fault(&format!("has the date `{}`", date.said), "write 2026, 2026-11 or 2026-11-21"))?;
        let number = thousandths(value.said).ok_or_else(|| {
            value.fault(&format!("has the value `{}`", value.said), "write a number with at most three decimals")
        })?;
        if let Some((least, most)) = self.graph.node(&metric).and_then(Node::metric).and_then(|metric| metric.scale)
            && !(least..=most).contains(&number)
        {
            let shown = |number| super::authored::decimal(number, 1000);
            let scale = format!("the scale of `{}` is {} to {}", metric.id, shown(least), shown(most));
            return Err(value.fault(&format!("has the value {}, which is off its scale", value.said), &scale));
        }
        let count = match n.said {
            "" => None,
            said => Some(said.parse().map_err(|_| n.fault(&format!("has the n `{said}`"), "write how many answered"))?),
        };
        Ok(Row {
            metric: id_of(&metric, &value)?,
            step,
            persona: self.optional(Kind::Persona, &cell("persona"))?,
            date: day,
            value: number,
            n: count,
            source: self.optional(Kind::Source, &cell("source"))?,
            journey,
        })
    }

    fn optional(&self, kind: Kind, cell: &Cell<'_>) -> Result<Option<Id>, Fault> {
        if cell.said.is_empty() { Ok(None) } else { id_of(&self.entity(kind, cell)?, cell).map(Some) }
    }

    /// The entity of this id or name.
    fn entity(&self, kind: Kind, cell: &Cell<'_>) -> Result<EntityId, Fault> {
        let is_called = |id: &EntityId| {
            let mut languages = self.graph.languages().iter();
            languages.any(|locale| markdown::plain(self.graph.name(id, locale).value) == cell.said)
        };
        let of_kind = || self.graph.of_kind(kind).map(|node| &node.id);
        let found = of_kind().find(|id| id.id == cell.said).or_else(|| of_kind().find(|id| is_called(id)));
        found.cloned().ok_or_else(|| {
            let said = format!("names the {} `{}`, which there is not", kind.noun(), cell.said);
            cell.fault(&said, &help(kind.noun(), cell.said, of_kind().map(|id| id.id.as_str())))
        })
    }

    fn step(&self, journey: &EntityId, cell: &Cell<'_>) -> Result<Id, Fault> {
        let node = self.graph.node(journey);
        let steps = || node.and_then(Node::journey).into_iter().flat_map(Journey::all_steps);
        let is_called = |step: &crate::content::front_matter::Step| {
            let mut languages = self.graph.languages().iter();
            step.name.as_ref().is_some_and(|name| {
                languages.any(|locale| markdown::plain(self.graph.text(journey, name, locale).value) == cell.said)
            })
        };
        let found = steps().find(|(id, _)| id.as_str() == cell.said);
        let found = found.or_else(|| steps().find(|(_, step)| is_called(step)));
        found.map(|(id, _)| id.clone()).ok_or_else(|| {
            let said = format!("names the step `{}`, which `{}` does not have", cell.said, journey.id);
            cell.fault(&said, &help("step", cell.said, steps().map(|(id, _)| id.as_str())))
        })
    }
}

impl Cell<'_> {
    fn fault(&self, message: &str, help: &str) -> Fault {
        let message = format!("the row {message}");
        debug_assert!(!self.name.is_empty(), "every cell has a column");
        Fault { message, help: help.to_owned(), line: self.line, column: 1 }
    }
}

fn help<'a>(noun: &str, said: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.collect();
    match nearest(said, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => format!("there is no {noun} yet"),
        None => format!("there are {}", known.join(", ")),
    }
}

fn id_of(entity: &EntityId, cell: &Cell<'_>) -> Result<Id, Fault> {
    Id::parse(&entity.id).map_err(|_| cell.fault("names what has no id", "write an id"))
}

/// The name of a column as it is looked for.
fn column_name(cell: &str) -> String {
    cell.trim().trim_start_matches('\u{feff}').to_lowercase()
}

/// A decimal number, with a point or a comma, in thousandths; none where it has more than three decimals.
fn thousandths(said: &str) -> Option<i64> {
    let said = said.replace(',', ".").replace('\u{2212}', "-");
    let (whole, decimals) = said.split_once('.').unwrap_or((&said, ""));
    let is_number = |text: &str| text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    let digits = whole.strip_prefix(['-', '+']).unwrap_or(whole);
    if digits.is_empty() || !is_number(digits) || !is_number(decimals) || decimals.len() > 3 {
        return None;
    }
    let decimals: i64 = format!("{decimals:0<3}").parse().ok()?;
    let number = digits.parse::<i64>().ok()? * 1000 + decimals;
    Some(if whole.starts_with('-') { -number } else { number })
}

/// Where the readings of a journey stand in its file.
struct Place<'a> {
    source: &'a str,
    /// What each reading is written as; several lines where its fields stand below each other.
    items: Vec<TextRange>,
    /// The field `readings`, where there is one without readings.
    empty: Option<TextRange>,
    front_matter: TextRange,
}

impl<'a> Place<'a> {
    fn of(source: &'a str, path: &SourcePath, front_matter: TextRange) -> Self {
        let mut place = Self { source, items: Vec::new(), empty: None, front_matter };
        let Ok(node) = yaml::parse(path, source, front_matter) else { return place };
        let Value::Map(entries) = node.value else { return place };
        let Some((key, list)) = entries.into_iter().find(|(key, _)| key.text == "readings") else { return place };
        match list.value {
            Value::List(items) if !items.is_empty() => {
                place.items = items.iter().map(|item| place.trimmed(item.range)).collect();
            }
            _ => {
                place.empty =
                    Some(TextRange::new(key.range.start(), place.trimmed(list.range).end().max(key.range.end())))
            }
        }
        place
    }

    /// All that a value is written as: to its closing bracket, without the space after it.
    fn trimmed(&self, range: TextRange) -> TextRange {
        let text = self.source.get(range.start()..range.end()).unwrap_or_default();
        let end = match closing(&self.source[range.start()..]) {
            Some(length) => range.start() + length,
            None => range.start() + text.trim_end().len(),
        };
        TextRange::new(range.start(), end)
    }

    /// The file with some readings replaced and others added.
    fn write(&self, replaced: &[(usize, Row)], added: &[Row]) -> String {
        let end = if self.source.contains("\r\n") { "\r\n" } else { "\n" };
        let mut text = self.source.to_owned();
        let lines = |indent: &str| added.iter().map(|row| format!("{indent}- {}{end}", row.yaml())).collect::<String>();
        // From the end, so that places before stay where they are.
        match self.items.last() {
            _ if added.is_empty() => {}
            Some(last) => match self.indent_of(*last) {
                Some(indent) => {
                    let at = text[last.end()..].find('\n').map_or(text.len(), |at| last.end() + at + 1);
                    text.insert_str(at, &lines(&indent));
                }
                None => {
                    let more: String = added.iter().map(|row| format!(", {}", row.yaml())).collect();
                    text.insert_str(last.end(), &more);
                }
            },
            None => {
                let block = format!("readings:{end}{}", lines("  "));
                match self.empty {
                    Some(field) => text.replace_range(field.start()..field.end(), block.trim_end()),
                    None => text.insert_str(self.front_matter.end(), &block),
                }
            }
        }
        let mut replaced: Vec<&(usize, Row)> = replaced.iter().collect();
        replaced.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        for (at, row) in replaced {
            if let Some(item) = self.items.get(*at) {
                text.replace_range(item.start()..item.end(), &row.yaml());
            }
        }
        text
    }

    /// What stands before the dash of an item that has its own line; none in a list between brackets.
    fn indent_of(&self, item: TextRange) -> Option<String> {
        let before = &self.source[..item.start()];
        let line = before.rsplit('\n').next().unwrap_or_default();
        let indent = line.trim_end().strip_suffix('-')?;
        indent.trim().is_empty().then(|| indent.to_owned())
    }
}

/// How long the value is that opens with the bracket at the start of `text`; none if none opens there or none closes it.
fn closing(text: &str) -> Option<usize> {
    let (mut depth, mut quote, mut before, mut is_comment) = (0_usize, None, ' ', false);
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            _ if is_comment => is_comment = letter != '\n',
            (Some(open), _) => quote = Some(open).filter(|open| letter != *open || (*open == '"' && before == '\\')),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth = depth.checked_sub(1)?,
            (None, '#') => is_comment = before.is_whitespace(),
            // An apostrophe within a word opens nothing.
            (None, '\'' | '"') if before.is_whitespace() || "[{,:".contains(before) => quote = Some(letter),
            _ => {}
        }
        if depth == 0 {
            return (at > 0).then_some(at + letter.len_utf8());
        }
        before = letter;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_of_readings_is_told_from_a_grid_by_its_columns() {
        assert!(is_table("\u{feff}Date;Value;Metric\n2025;3;nps\n"));
        assert!(!is_table("metric,2025,2026\nvalue,1,2\n") && !is_table("") && !is_table("step,a\ndate,b\n"));
    }

    #[test]
    fn a_number_has_a_point_or_a_comma_and_at_most_three_decimals() {
        assert_eq!(thousandths("2.9"), Some(2900));
        assert_eq!(thousandths("-0,125"), Some(-125));
        assert_eq!(thousandths("\u{2212}12"), Some(-12_000));
        for wrong in ["", "1.2345", "NaN", "1e3", "1 000", "--1", "99999999999999999999", "."] {
            assert_eq!(thousandths(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_value_in_brackets_ends_with_the_bracket_that_closes_it() {
        for (text, length) in
            [("[]", 2), ("{ a: [1, '}'] } # {", 15), ("{ a: it's, b: \"\\\"}\" } ,", 21), ("[ # ]\n]x", 7)]
        {
            assert_eq!(closing(text), Some(length), "{text}");
        }
        for text in ["", "a", "[", "nps ]", "]"] {
            assert_eq!(closing(text), None, "{text}");
        }
    }
}
