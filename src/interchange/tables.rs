//! The graph to tables for spreadsheets: the map of each journey, and flat tables of all journeys.
//!
//! `map.csv` stands beside the page of a journey in every language. Flat tables have one row a thing and are below
//! `/api/1/tables/`: one file a language where there are texts in them ([`Flat`]). Columns have the names of fields, ids
//! are written as authors write them, and several of them in one cell are parted by spaces.

use rayon::prelude::*;
use serde::Serialize;
use smol_str::SmolStr;

use super::authored::{decimal, pain_ref, step_ref};
use super::{LossReport, Subject, csv};
use crate::analysis::Findings;
use crate::analysis::tell_us_once::Reason;
use crate::base::{Date, Id, Locale, OutputPath, Spanned, count};
use crate::content::front_matter::{
    Journey, Opportunity, OpportunityStatus, Owner, PainRef, Reading, Ref, Removal, Verdict,
};
use crate::content::text::Text;
use crate::content::{EntityId, Kind};
use crate::graph::route::{MAP_TABLE, READINGS, table_url};
use crate::graph::{Graph, Node, Place, RouteTarget};
use crate::markdown;
use crate::output::Artifact;
use crate::theme::Theme;

/// A flat table of all public journeys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flat {
    /// What hurts, on the path and off it.
    Pains,
    /// What could be better.
    Opportunities,
    /// The touchpoints, with how many steps of current journeys meet them.
    Touchpoints,
    /// Principles by current journeys: how often each keeps, partly keeps and breaks each.
    PrinciplesMatrix,
    /// What customers are asked again.
    Gaps,
    /// What was measured: the way back in for survey tools.
    Readings,
}

impl Flat {
    /// Every table.
    pub const ALL: &[Self] =
        &[Self::Pains, Self::Opportunities, Self::Touchpoints, Self::PrinciplesMatrix, Self::Gaps, Self::Readings];

    /// Its name in addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pains => "pains",
            Self::Opportunities => "opportunities",
            Self::Touchpoints => "touchpoints",
            Self::PrinciplesMatrix => "principles-matrix",
            Self::Gaps => "gaps",
            Self::Readings => READINGS,
        }
    }

    /// Whether it has texts, and so one file a language.
    #[must_use]
    pub fn has_texts(self) -> bool {
        self.as_str() != READINGS
    }
}

/// Every file.
#[must_use]
pub fn files(graph: &Graph, findings: &Findings, theme: &Theme, today: Date) -> Vec<(OutputPath, Artifact)> {
    let mut jobs: Vec<Job<'_>> = vec![Job::Flat(Flat::Readings, graph.source_language())];
    for locale in graph.languages() {
        jobs.extend(graph.of_kind(Kind::Journey).map(|node| Job::Map(node, locale)));
        jobs.extend(Flat::ALL.iter().filter(|table| table.has_texts()).map(|table| Job::Flat(*table, locale)));
    }
    jobs.par_iter()
        .filter_map(|job| match job {
            Job::Map(node, locale) => {
                let route = graph.route(&RouteTarget::Entity(node.id.clone()), locale)?;
                let subject = Subject::new(graph, &node.id, locale, theme.strings(locale))?;
                let grid = csv::grid(subject, &mut LossReport::default());
                Some((route.file(MAP_TABLE).output_path(), Artifact::new(grid.into_bytes())))
            }
            Job::Flat(table, locale) => {
                let text = flat(*table, graph, findings, locale, today, &mut LossReport::default());
                Some((table_url(table.as_str(), locale).output_path(), Artifact::new(text.into_bytes())))
            }
        })
        .collect()
}

enum Job<'a> {
    Map(&'a Node, &'a Locale),
    Flat(Flat, &'a Locale),
}

/// One flat table with its texts in `locale`.
#[must_use]
pub fn flat(
    table: Flat,
    graph: &Graph,
    findings: &Findings,
    locale: &Locale,
    today: Date,
    report: &mut LossReport,
) -> String {
    let teller = Teller { graph, locale };
    let rows = match table {
        Flat::Pains => teller.pains(today),
        Flat::Opportunities => teller.opportunities(),
        Flat::Touchpoints => teller.touchpoints(),
        Flat::PrinciplesMatrix => teller.principles(findings),
        Flat::Gaps => teller.gaps(findings),
        Flat::Readings => teller.readings(),
    };
    report.keep(count(rows.len() - 1, "row"));
    match table {
        Flat::Pains => report.drop("how often a pain is felt, what it was meant as, and its evidence"),
        Flat::PrinciplesMatrix => report.drop("which steps keep or break a principle: the view `coverage` has them"),
        Flat::Gaps => report.drop("hand-overs that work only at times"),
        Flat::Opportunities | Flat::Touchpoints | Flat::Readings => {}
    }
    csv::rows(&rows)
}

type Row = Vec<String>;

struct Teller<'a> {
    graph: &'a Graph,
    locale: &'a Locale,
}

impl<'a> Teller<'a> {
    fn pains(&self, today: Date) -> Vec<Row> {
        let mut rows = head(&[
            "journey",
            "journey_kind",
            "step",
            "deviation",
            "id",
            "text",
            "severity",
            "owner",
            "since",
            "age_years",
            "symptom",
            "cause",
            "opportunity",
            "lang",
        ]);
        for (node, journey) in self.graph.journeys() {
            let of_steps = journey.all_steps().map(|(id, step)| (Some(id), None, &step.pains));
            let of_ways = journey
                .deviations
                .iter()
                .map(|(id, way)| (way.from.as_ref().map(|from| &from.value), Some(id), &way.pains));
            for (step, way, pains) in of_steps.chain(of_ways) {
                for (id, pain) in pains {
                    let since = pain.since.as_ref().map(|since| since.value);
                    rows.push(vec![
                        node.id.id.to_string(),
                        word(journey.state),
                        step.map(ToString::to_string).unwrap_or_default(),
                        way.map(ToString::to_string).unwrap_or_default(),
                        id.to_string(),
                        self.text(node, pain.text.as_ref()),
                        word(pain.severity),
                        owner(&pain.owner),
                        since.map(|since| since.to_string()).unwrap_or_default(),
                        since.map(|since| since.years_until(today).to_string()).unwrap_or_default(),
                        one(pain.symptom.as_ref()),
                        pain.cause.as_ref().map(|cause| step_ref(&cause.value)).unwrap_or_default(),
                        if let Some(at) = way.or(step) { self.addressed_by(node, at, id) } else { String::new() },
                        self.locale.to_string(),
                    ]);
                }
            }
        }
        rows
    }

    /// The opportunities of any journey that would ease a pain, as `journey#opportunity` where it is another's.
    fn addressed_by(&self, home: &Node, at: &Id, pain: &Id) -> String {
        let mut found = Vec::new();
        for (node, journey) in self.graph.journeys() {
            let is_meant = |address: &Spanned<PainRef>| {
                let journey = address.value.step.journey.as_ref().map_or(node.id.id.as_str(), Id::as_str);
                journey == home.id.id && address.value.step.step == *at && address.value.pain == *pain
            };
            for (id, opportunity) in &journey.opportunities {
                let is_open = opportunity.status != OpportunityStatus::Dismissed;
                if is_open && opportunity.addresses.iter().any(is_meant) {
                    found.push(if node.id == home.id { id.to_string() } else { format!("{}#{id}", node.id.id) });
                }
            }
        }
        found.join(" ")
    }

    fn opportunities(&self) -> Vec<Row> {
        let mut rows = head(&[
            "journey",
            "journey_kind",
            "id",
            "name",
            "kind",
            "status",
            "owner",
            "addresses",
            "removes",
            "customer_value",
            "business_value",
            "effort",
            "ratio",
            "benefit",
            "due",
            "done",
            "measure",
            "link",
            "lang",
        ]);
        for (node, journey) in self.graph.journeys() {
            for (id, one) in &journey.opportunities {
                rows.push(self.opportunity(node, journey, id, one));
            }
        }
        rows
    }

    fn opportunity(&self, node: &Node, journey: &Journey, id: &Id, opportunity: &Opportunity) -> Row {
        let day = |date: Option<&Spanned<Date>>| date.map(|date| date.value.to_string()).unwrap_or_default();
        let value = |value: Option<&Spanned<u8>>| value.map(|value| value.value.to_string()).unwrap_or_default();
        let removal = |removal: &Spanned<Removal>| match &removal.value {
            Removal::Step(step) => step.to_string(),
            Removal::Wow(step) => format!("{step}/wow"),
            Removal::Touchpoint(touchpoint) => format!("touchpoint:{touchpoint}"),
        };
        let ratio = crate::analysis::no_brainers::ratio(opportunity);
        vec![
            node.id.id.to_string(),
            word(journey.state),
            id.to_string(),
            self.text(node, opportunity.name.as_ref()),
            word(opportunity.kind),
            word(opportunity.status),
            owner(&opportunity.owner),
            joined(opportunity.addresses.iter().map(|pain| pain_ref(&pain.value))),
            joined(opportunity.removes.iter().map(removal)),
            value(opportunity.customer_value.as_ref()),
            value(opportunity.business_value.as_ref()),
            value(opportunity.effort.as_ref()),
            ratio.map(|ratio| decimal(ratio, 100).to_string()).unwrap_or_default(),
            joined(opportunity.benefit.iter().map(word)),
            day(opportunity.due.as_ref()),
            day(opportunity.done.as_ref()),
            one(opportunity.measure.as_ref()),
            opportunity.link.as_ref().map(|link| link.value.clone()).unwrap_or_default(),
            self.locale.to_string(),
        ]
    }

    fn touchpoints(&self) -> Vec<Row> {
        let mut rows = head(&[
            "id",
            "name",
            "channel",
            "owner",
            "purpose",
            "evidence",
            "contradicts",
            "journeys",
            "steps",
            "lang",
        ]);
        for node in self.graph.in_order(Kind::Touchpoint) {
            let Some(touchpoint) = node.touchpoint() else { continue };
            let steps: Vec<Place> = self.graph.steps_of(&node.id);
            let is_current = |place: &&Place| self.graph.current_journeys().any(|(node, _)| node.id == place.entity);
            let steps: Vec<&Place> = steps.iter().filter(is_current).collect();
            let mut journeys: Vec<String> = steps.iter().map(|place| place.entity.id.to_string()).collect();
            journeys.dedup();
            rows.push(vec![
                node.id.id.to_string(),
                self.name(&node.id),
                joined(touchpoint.channels.iter().map(|channel| channel.value.to_string())),
                owner(&touchpoint.owner),
                one(touchpoint.purpose.as_ref()),
                self.text(node, touchpoint.evidence.as_ref()),
                joined(touchpoint.contradicts.iter().map(|other| other.value.to_string())),
                journeys.join(" "),
                steps.len().to_string(),
                self.locale.to_string(),
            ]);
        }
        rows
    }

    /// One row a principle; of each journey three columns, so that spreadsheets can add them up.
    fn principles(&self, findings: &Findings) -> Vec<Row> {
        let coverage = &findings.coverage;
        let verdicts = [("keeps", Verdict::Keeps), ("partly", Verdict::Partly), ("breaks", Verdict::Breaks)];
        let mut columns = vec!["principle".to_owned(), "name".to_owned()];
        for journey in &coverage.journeys {
            columns.extend(verdicts.iter().map(|(word, _)| format!("{}:{word}", journey.id)));
        }
        columns.extend(["health", "n", "lang"].map(str::to_owned));
        let mut rows = vec![columns];
        for principle in &coverage.principles {
            let mut row = vec![principle.id.to_string(), self.name(principle)];
            for journey in &coverage.journeys {
                let cell = coverage.cells.get(&(principle.clone(), journey.clone()));
                row.extend(verdicts.iter().map(|(_, verdict)| {
                    let given = cell.map_or(&[][..], |cell| &cell.verdicts);
                    given.iter().filter(|(_, given)| given == verdict).count().to_string()
                }));
            }
            let health = coverage.health.get(principle);
            row.push(health.map(|health| decimal(health.thousandths, 1000).to_string()).unwrap_or_default());
            row.push(health.map_or(0, |health| health.n).to_string());
            row.push(self.locale.to_string());
            rows.push(row);
        }
        rows
    }

    fn gaps(&self, findings: &Findings) -> Vec<Row> {
        let mut rows =
            head(&["journey", "information", "name", "identifier", "first", "again", "from", "to", "reason", "lang"]);
        for one in &findings.tell_us_once.repetitions {
            let journey = self.graph.node(&one.again.entity);
            let information =
                journey.and_then(Node::journey).and_then(|journey| journey.information.get(&one.information));
            let name = journey.zip(information).map(|(node, information)| self.text(node, Some(&information.name)));
            let step = |place: &Place| place.step_id().map(ToString::to_string).unwrap_or_default();
            let ids = |ids: &[EntityId]| joined(ids.iter().map(|id| id.id.to_string()));
            let reason = match one.reason {
                Reason::AsksAgain => "asks-again",
                Reason::HandOverIgnored => "hand-over-ignored",
                Reason::InformationGap => "information-gap",
            };
            rows.push(vec![
                one.again.entity.id.to_string(),
                one.information.to_string(),
                name.unwrap_or_default(),
                one.is_identifier.to_string(),
                step(&one.first),
                step(&one.again),
                ids(&one.from),
                ids(&one.to),
                reason.to_owned(),
                self.locale.to_string(),
            ]);
        }
        rows
    }

    fn readings(&self) -> Vec<Row> {
        let mut rows = head(&READING_COLUMNS);
        for (node, journey) in self.graph.journeys() {
            rows.extend(journey.readings.iter().map(|reading| reading_row(&node.id.id, reading)));
        }
        rows
    }

    fn text(&self, node: &Node, text: Option<&Text>) -> String {
        text.map(|text| markdown::plain(self.graph.text(&node.id, text, self.locale).value)).unwrap_or_default()
    }

    fn name(&self, id: &EntityId) -> String {
        markdown::plain(self.graph.name(id, self.locale).value)
    }
}

/// The columns of readings.
pub(super) const READING_COLUMNS: [&str; 8] = ["journey", "metric", "step", "persona", "date", "value", "n", "source"];

fn reading_row(journey: &SmolStr, reading: &Reading) -> Row {
    vec![
        journey.to_string(),
        reading.metric.value.to_string(),
        one(reading.step.as_ref()),
        one(reading.persona.as_ref()),
        reading.date.value.to_string(),
        decimal(reading.value.value, 1000).to_string(),
        reading.n.map(|n| n.to_string()).unwrap_or_default(),
        one(reading.source.as_ref()),
    ]
}

fn head(columns: &[&str]) -> Vec<Row> {
    vec![columns.iter().map(|column| (*column).to_owned()).collect()]
}

fn one(reference: Option<&Ref>) -> String {
    reference.map(|reference| reference.value.to_string()).unwrap_or_default()
}

fn joined(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<String>>().join(" ")
}

/// A word of the format as authors write it; empty for none.
fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}

/// As authors write it; empty where nobody has asked.
fn owner(owner: &Owner) -> String {
    match owner {
        Owner::Unasked => String::new(),
        Owner::Nobody(_) => "nobody".to_owned(),
        Owner::Departments(departments) => joined(departments.iter().map(|department| department.value.to_string())),
    }
}
