//! Findings to JSON and CSV: one file of each for every view, in the words of the content's ids.
//!
//! `/api/1/views/<view>.json` holds `{ "view": …, "rows": [ { … } ] }`; the CSV has the same rows,
//! with several ids in one cell parted by spaces. References are objects of `type`, `id` and perhaps
//! `part` in JSON, and as authors write them in CSV: `journey:motor-claim#step-wait`. Neither
//! depends on a language.

use serde_json::{Map, Value, json};

use crate::analysis::Findings;
use crate::analysis::duplicates::Scope;
use crate::analysis::promises::PromiseState;
use crate::analysis::sneaky_traps::Loss;
use crate::analysis::tell_us_once::Reason;
use crate::analysis::unowned::Orphaned;
use crate::base::{Id, OutputPath};
use crate::content::EntityId;
use crate::content::front_matter::{Owner, Verdict};
use crate::graph::{Part, Place};
use crate::output::Artifact;

/// One view: its columns, and rows of as many values.
struct Table {
    view: &'static str,
    columns: &'static [&'static str],
    rows: Vec<Vec<Value>>,
}

/// Every view as JSON and as CSV.
#[must_use]
pub fn files(findings: &Findings) -> Vec<(OutputPath, Artifact)> {
    tables(findings)
        .into_iter()
        .flat_map(|table| {
            let path = |extension: &str| OutputPath::new(format!("api/1/views/{}.{extension}", table.view));
            [
                (path("json"), Artifact::new(json_of(&table).into_bytes())),
                (path("csv"), Artifact::new(csv_of(&table).into_bytes())),
            ]
        })
        .collect()
}

fn json_of(table: &Table) -> String {
    let object = |row: &Vec<Value>| -> Value {
        let fields = table.columns.iter().map(|column| (*column).to_owned()).zip(row.iter().cloned());
        Value::Object(fields.collect::<Map<String, Value>>())
    };
    let rows: Vec<Value> = table.rows.iter().map(object).collect();
    format!("{}\n", json!({ "view": table.view, "rows": rows }))
}

/// RFC 4180, with the line ends that spreadsheets expect.
fn csv_of(table: &Table) -> String {
    let header = table.columns.join(",");
    let lines = table.rows.iter().map(|row| row.iter().map(cell).collect::<Vec<String>>().join(","));
    [header].into_iter().chain(lines).map(|line| line + "\r\n").collect()
}

fn cell(value: &Value) -> String {
    let text = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Object(reference) => {
            let field = |name: &str| reference.get(name).and_then(Value::as_str);
            let part = field("part").map_or(String::new(), |part| format!("#{part}"));
            format!("{}:{}{part}", field("type").unwrap_or_default(), field("id").unwrap_or_default())
        }
        Value::Array(items) => items.iter().map(cell).collect::<Vec<String>>().join(" "),
        other => other.to_string(),
    };
    let text = super::csv::defused(&text).into_owned();
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// A whole number of `1 / scale` as a decimal number.
fn decimal(value: impl Into<i64>, scale: i64) -> Value {
    let value = value.into();
    if value % scale == 0 {
        return json!(value / scale);
    }
    #[allow(clippy::cast_precision_loss, reason = "scores and rates are small")]
    let number = value as f64 / scale as f64;
    json!(number)
}

/// Something that is written by its id.
trait Reference {
    fn value(&self) -> Value;
}

impl Reference for Id {
    fn value(&self) -> Value {
        json!(self.as_str())
    }
}

impl Reference for EntityId {
    fn value(&self) -> Value {
        json!({ "type": self.kind.noun(), "id": self.id.as_str() })
    }
}

impl Reference for Place {
    fn value(&self) -> Value {
        let mut value = self.entity.value();
        if let (Some(part), Some(fields)) = (&self.part, value.as_object_mut()) {
            fields.insert("part".to_owned(), json!(part.anchor()));
        }
        value
    }
}

fn ids<'a, T: Reference + 'a>(items: impl IntoIterator<Item = &'a T>) -> Value {
    items.into_iter().map(Reference::value).collect()
}

fn word(value: impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

fn id(reference: &impl Reference) -> Value {
    reference.value()
}

fn noun(place: &Place) -> Value {
    json!(place.part.as_ref().map_or(place.entity.kind.noun(), Part::noun))
}

fn tables(findings: &Findings) -> Vec<Table> {
    let mut tables = principles(findings);
    tables.extend(ownership(findings));
    tables.extend(experience(findings));
    tables.extend(grounds(findings));
    tables
}

/// Principles: coverage, orphans, what if.
fn principles(findings: &Findings) -> Vec<Table> {
    let coverage = findings.coverage.cells.iter().map(|((principle, journey), cell)| {
        let count = |verdict: Verdict| cell.verdicts.iter().filter(|(_, given)| *given == verdict).count();
        let health = findings.coverage.health.get(principle);
        vec![
            id(principle),
            id(journey),
            word(cell.worst),
            json!(count(Verdict::Keeps)),
            json!(count(Verdict::Partly)),
            json!(count(Verdict::Breaks)),
            health.map_or(Value::Null, |health| decimal(health.thousandths, 1000)),
            json!(health.map(|health| health.n)),
        ]
    });
    let orphans = &findings.orphans;
    let principles = orphans.principles.iter().map(|one| {
        let what = if orphans.on_paper.contains(one) { "principle-on-paper" } else { "principle" };
        vec![json!(what), id(one)]
    });
    let rows = principles
        .chain(orphans.unproven.iter().map(|one| vec![json!("unproven-principle"), id(one)]))
        .chain(orphans.journeys.iter().map(|one| vec![json!("journey"), id(one)]))
        .chain(orphans.steps.iter().map(|one| vec![json!("step"), id(one)]));
    let what_if = findings.what_if.iter().map(|one| {
        vec![
            id(&one.principle),
            decimal(one.now.thousandths, 1000),
            decimal(one.then.thousandths, 1000),
            json!(one.now.n),
        ]
    });
    vec![
        Table {
            view: "coverage",
            columns: &["principle", "journey", "worst", "keeps", "partly", "breaks", "health", "n"],
            rows: coverage.collect(),
        },
        Table { view: "orphans", columns: &["what", "id"], rows: rows.collect() },
        Table { view: "what-if", columns: &["principle", "now", "then", "n"], rows: what_if.collect() },
    ]
}

/// Who owns what, and what becomes of it.
fn ownership(findings: &Findings) -> Vec<Table> {
    let unowned = |owner: &'static str, list: &[Orphaned]| -> Vec<Vec<Value>> {
        let row = |one: &Orphaned| {
            let since = one.since.map(|since| since.to_string());
            vec![
                json!(owner),
                noun(&one.place),
                id(&one.place),
                word(one.severity),
                json!(since),
                json!(one.months),
                ids(&one.eased_by),
                ids(&one.near),
            ]
        };
        list.iter().map(row).collect()
    };
    let mut register = unowned("nobody", &findings.unowned.nobody);
    register.extend(unowned("not-asked", &findings.unowned.not_asked));
    let no_brainers = findings.no_brainers.iter().map(|one| {
        let ratio = one.ratio.map_or(Value::Null, |ratio| decimal(ratio, 100));
        vec![id(&one.place), ratio, json!(one.is_owned), word(one.status)]
    });
    let idle = [
        ("pain-without-opportunity", &findings.idle.pains),
        ("in-progress-without-measure", &findings.idle.unmeasured),
        ("done-without-reading", &findings.idle.unproven),
    ];
    let idle = idle.into_iter().flat_map(|(what, places)| places.iter().map(move |one| vec![json!(what), id(one)]));
    let follow_up = findings.follow_up.iter().map(|one| {
        let owner = match &one.owner {
            Owner::Unasked => Value::Null,
            Owner::Nobody(_) => json!("nobody"),
            Owner::Departments(departments) => ids(departments.iter().map(|department| &department.value)),
        };
        let value = |measured: Option<crate::analysis::follow_up::Measured>| {
            measured.map_or(Value::Null, |measured| decimal(measured.value, 1000))
        };
        let day = |measured: Option<crate::analysis::follow_up::Measured>| {
            json!(measured.map(|measured| measured.date.to_string()))
        };
        vec![
            id(&one.place),
            word(one.kind),
            word(one.status),
            owner,
            json!(one.done.map(|done| done.to_string())),
            value(one.before),
            day(one.before),
            value(one.after),
            day(one.after),
        ]
    });
    let traps = findings.sneaky_traps.iter().flat_map(|one| {
        one.losses.iter().map(|loss| {
            let (what, lost) = match loss {
                Loss::GoodStep(place, _) => ("good-step", id(place)),
                Loss::Wow(place) => ("wow", id(place)),
                Loss::Principle(_, principle) => ("principle", id(principle)),
            };
            vec![id(&one.place), json!(what), lost]
        })
    });
    vec![
        Table {
            view: "unowned",
            columns: &["owner", "what", "id", "severity", "since", "months", "eased-by", "near"],
            rows: register,
        },
        Table {
            view: "no-brainers",
            columns: &["opportunity", "ratio", "owned", "status"],
            rows: no_brainers.collect(),
        },
        Table { view: "idle", columns: &["what", "id"], rows: idle.collect() },
        Table {
            view: "follow-up",
            columns: &[
                "opportunity",
                "kind",
                "status",
                "owner",
                "done",
                "before",
                "before-date",
                "after",
                "after-date",
            ],
            rows: follow_up.collect(),
        },
        Table { view: "sneaky-traps", columns: &["opportunity", "what", "lost"], rows: traps.collect() },
    ]
}

/// What customers live through.
fn experience(findings: &Findings) -> Vec<Table> {
    let duplicates = findings.duplicates.groups.iter().flat_map(|group| {
        let scope = match &group.scope {
            Scope::Journey(journey, _) => id(journey),
            Scope::Stage { stage, persona } => ids([stage, persona]),
        };
        group.members.iter().map(move |(touchpoint, step)| {
            let owners = ids(&group.owners);
            vec![id(&group.purpose), scope.clone(), id(touchpoint), id(step), owners, json!(group.is_contradictory)]
        })
    });
    let repetitions = findings.tell_us_once.repetitions.iter().map(|one| {
        let reason = match one.reason {
            Reason::AsksAgain => "asks-again",
            Reason::HandOverIgnored => "hand-over-ignored",
            Reason::InformationGap => "information-gap",
        };
        vec![
            id(&one.information),
            id(&one.first),
            id(&one.again),
            ids(&one.from),
            ids(&one.to),
            json!(reason),
            json!(one.is_identifier),
        ]
    });
    let seams = findings.seams.iter().map(|one| {
        let (seams, switches) = (one.seams.len(), one.channel_switches.len());
        vec![id(&one.journey), json!(seams), json!(switches), json!(one.steps), decimal(one.index, 1000)]
    });
    let peak_end = findings.peak_end.iter().map(|one| {
        let mut row = vec![id(&one.journey), json!(one.scored), json!(one.steps)];
        match &one.shape {
            Some(shape) => row.extend([
                decimal(shape.mean, 100),
                id(&shape.lowest.0),
                id(&shape.highest.0),
                decimal(shape.spread, 10),
                id(&shape.peak.0),
                decimal(shape.peak.1, 10),
                id(&shape.end.0),
                decimal(shape.end.1, 10),
                decimal(shape.remembered, 100),
                shape.biggest_drop.as_ref().map_or(Value::Null, |(from, to, _)| ids([from, to])),
            ]),
            None => row.extend(std::iter::repeat_n(Value::Null, 10)),
        }
        row
    });
    let hot_spots = findings.hot_spots.iter().map(|one| {
        vec![
            id(&one.place),
            decimal(one.heat, 100),
            decimal(one.share, 1000),
            json!(one.share_is_known),
            decimal(one.emotion, 10),
            json!(one.emotion_is_known),
            word(one.handled),
            json!(one.is_hot),
        ]
    });
    let promises = findings.promises.iter().map(|one| {
        let state = match one.state {
            PromiseState::Broken => "broken",
            PromiseState::AtRisk => "at-risk",
            PromiseState::Kept => "kept",
            PromiseState::Unknown => "unknown",
        };
        let end = one.end.map_or(Value::Null, |end| decimal(end, 10));
        vec![id(&one.journey), json!(state), end, ids(&one.reasons)]
    });
    let gaps = findings.perception_gaps.steps.iter().map(|one| {
        let scores = [decimal(one.score, 10), decimal(one.staff, 10), decimal(one.gap, 10)];
        [id(&one.place)].into_iter().chain(scores).chain([json!(one.is_flagged)]).collect()
    });
    vec![
        Table {
            view: "duplicates",
            columns: &["purpose", "where", "touchpoint", "step", "owners", "contradictory"],
            rows: duplicates.collect(),
        },
        Table {
            view: "tell-us-once",
            columns: &["information", "first", "again", "from", "to", "reason", "identifier"],
            rows: repetitions.collect(),
        },
        Table {
            view: "seams",
            columns: &["journey", "seams", "channel-switches", "steps", "seams-per-step"],
            rows: seams.collect(),
        },
        Table {
            view: "peak-and-end",
            columns: &[
                "journey",
                "scored",
                "steps",
                "mean",
                "lowest",
                "highest",
                "spread",
                "peak",
                "peak-score",
                "end",
                "end-score",
                "remembered",
                "biggest-drop",
            ],
            rows: peak_end.collect(),
        },
        Table {
            view: "hot-spots",
            columns: &["deviation", "heat", "share", "share-known", "emotion", "emotion-known", "handled", "hot"],
            rows: hot_spots.collect(),
        },
        Table { view: "promises", columns: &["journey", "state", "end", "because"], rows: promises.collect() },
        Table { view: "perception-gaps", columns: &["step", "score", "staff", "gap", "flagged"], rows: gaps.collect() },
    ]
}

/// What is known, by whom, and where.
fn grounds(findings: &Findings) -> Vec<Table> {
    let stages = findings.stages.iter().map(|one| {
        let lowest = one.lowest.as_ref();
        vec![
            id(&one.stage),
            id(&one.lobe),
            ids(&one.journeys),
            json!(one.steps),
            json!(one.unowned_pains),
            lowest.map_or(Value::Null, |(place, _)| id(place)),
            lowest.map_or(Value::Null, |(_, score)| decimal(*score, 10)),
        ]
    });
    let blinkers = findings.blinkers.iter().map(|one| {
        vec![
            id(&one.department),
            id(&one.journey),
            json!(one.sees()),
            json!(one.steps),
            ids(&one.direct),
            ids(&one.indirect),
            ids(&one.pains),
        ]
    });
    let evidence = findings.evidence.iter().map(|one| {
        vec![
            id(&one.journey),
            json!(one.observed),
            json!(one.reported),
            json!(one.assumed),
            json!(one.steps),
            ids(&one.bare_pains),
            json!(one.mapped.map(|mapped| mapped.to_string())),
            json!(one.months),
            json!(one.is_overdue),
        ]
    });
    let causes = findings.root_causes.iter().map(|one| vec![id(&one.step), ids(&one.pains), ids(&one.affected)]);
    let said = findings.said_and_meant.evidence.iter().map(|one| vec![json!("evidence"), id(one)]);
    let unmet = findings.said_and_meant.unmet.iter().map(|one| vec![json!("unmet-need"), id(one)]);
    let metrics = findings.consistency.metrics.iter().map(|one| {
        let slope = one.slope.map_or(Value::Null, |slope| decimal(slope, 1000));
        vec![id(&one.metric), json!(one.readings), decimal(one.lowest, 1000), decimal(one.highest, 1000), slope]
    });
    let touchpoints = findings.consistency.touchpoints.iter().map(|(touchpoint, lowest, highest, steps)| {
        vec![id(touchpoint), json!(steps.len()), decimal(*lowest, 10), decimal(*highest, 10), Value::Null]
    });
    let symptoms = findings
        .symptoms
        .iter()
        .map(|one| vec![id(&one.symptom), ids(&one.pains), json!(one.weight), decimal(one.cumulative, 1000)]);
    let channels = findings
        .channels
        .iter()
        .flat_map(|one| one.channels.iter().map(|(channel, steps)| vec![id(&one.stage), id(channel), ids(steps)]));
    vec![
        Table {
            view: "stages",
            columns: &["stage", "lobe", "journeys", "steps", "unowned-pains", "lowest", "lowest-score"],
            rows: stages.collect(),
        },
        Table {
            view: "blinkers",
            columns: &["department", "journey", "sees", "steps", "direct", "indirect", "pains"],
            rows: blinkers.collect(),
        },
        Table {
            view: "evidence",
            columns: &[
                "journey",
                "observed",
                "reported",
                "assumed",
                "steps",
                "pains-without-evidence",
                "mapped",
                "months",
                "overdue",
            ],
            rows: evidence.collect(),
        },
        Table { view: "root-causes", columns: &["step", "pains", "affected"], rows: causes.collect() },
        Table { view: "said-and-meant", columns: &["what", "id"], rows: said.chain(unmet).collect() },
        Table {
            view: "consistency",
            columns: &["id", "n", "lowest", "highest", "change-per-year"],
            rows: metrics.chain(touchpoints).collect(),
        },
        Table { view: "symptoms", columns: &["symptom", "pains", "weight", "cumulative"], rows: symptoms.collect() },
        Table { view: "channels", columns: &["stage", "channel", "steps"], rows: channels.collect() },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::route::FINDINGS;

    #[test]
    fn every_view_with_a_page_has_its_files_and_no_other() {
        let mut views: Vec<&str> = tables(&Findings::default()).iter().map(|table| table.view).collect();
        let mut pages = FINDINGS.to_vec();
        views.sort_unstable();
        pages.sort_unstable();
        assert_eq!(views, pages);
    }

    #[test]
    fn a_cell_with_a_comma_is_quoted_and_a_list_is_parted_by_spaces() {
        let table = Table { view: "x", columns: &["a", "b"], rows: vec![vec![json!("1, \"2\""), json!(["c", "d"])]] };
        assert_eq!(csv_of(&table), "a,b\r\n\"1, \"\"2\"\"\",c d\r\n");
        assert_eq!(json_of(&table), "{\"view\":\"x\",\"rows\":[{\"a\":\"1, \\\"2\\\"\",\"b\":[\"c\",\"d\"]}]}\n");
    }

    #[test]
    fn decimals_are_as_short_as_they_can_be() {
        assert_eq!(
            [decimal(20_i8, 10), decimal(-15_i8, 10), decimal(556_i64, 1000)],
            [json!(2), json!(-1.5), json!(0.556)]
        );
    }
}
