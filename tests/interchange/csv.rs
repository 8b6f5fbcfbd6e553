//! Grids of lanes and steps.

use cxbook::base::{Date, Id};
use cxbook::content::{EntityId, Kind};
use cxbook::interchange::authored::Authored;
use cxbook::interchange::draft::Wishes;
use cxbook::interchange::files::Document;
use cxbook::interchange::{Fault, LossReport, Subject, csv};

use crate::{Seen, planned, site_at};

fn read(seen: &Seen, text: &str, lanes: &str) -> (Result<Vec<Document>, Fault>, LossReport) {
    let wishes = Wishes {
        id: Id::parse("from-a-table").unwrap(),
        locale: seen.graph.source_language().clone(),
        persona: None,
        lifecycle: None,
        stages: Vec::new(),
        today: Date::parse("2026-11-21").unwrap(),
    };
    let mut report = LossReport::default();
    let lanes = csv::Lanes::read(lanes).unwrap_or_default();
    (csv::read(text, &lanes, &seen.graph, &wishes, &mut report), report)
}

#[test]
fn a_journey_survives_its_grid() {
    let site = site_at("tests/sites/motor-claim");
    let seen = Seen::of(&site);
    let theme = cxbook::theme::load(&site.sources, &seen.config, &mut cxbook::diagnostic::Diagnostics::default());
    let strings = theme.strings(seen.graph.source_language());
    let id = EntityId::new(Kind::Journey, "motor-claim");
    let subject = Subject::new(&seen.graph, &id, seen.graph.source_language(), strings).unwrap();
    let grid = csv::grid(subject, &mut LossReport::default());
    assert!(grid.starts_with("phase,Report it,,,Have it assessed,"), "{grid}");
    let (read, _) = read(&seen, &grid, "");
    let documents = read.unwrap_or_else(|fault| panic!("{fault}"));
    let (plan, _, faults) = planned(&site, &documents, &[], false);
    assert!(faults.is_empty(), "{faults}");
    let text = &plan.edits.last().unwrap().text;
    for line in [
        "call-hotline:",
        "touchpoint: claims-hotline",
        "takes: 10d..21d",
        "emotion: -2",
        "claims-desk: Opens the claim",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn a_table_of_another_program_is_read_by_its_mapping() {
    let seen = Seen::of(&site_at("tests/sites/motor-claim"));
    let table = "\u{feff}Phase;Learn;;Buy\r\nStep;Reads;Asks;Pays\r\nMood;1;3,5;5\r\nActions;\"Reads it;\nall of it\";'=1+1;\r\nIdeas;;x;\r\n";
    let lanes = "Phase: phase\nStep: step\nMood: { field: emotion, scale: [1, 5] }\nActions: does\n";
    let (read, report) = read(&seen, table.trim_start_matches('\u{feff}'), lanes);
    let documents = read.unwrap_or_else(|fault| panic!("{fault}"));
    let journey = documents.iter().find(|document| document.id.kind == Kind::Journey).unwrap();
    let phases = journey.fields.get("phases").unwrap();
    let asks = phases.get("learn").and_then(|phase| phase.get("steps")?.get("asks")).unwrap();
    assert_eq!(asks.get("emotion").and_then(|emotion| emotion.get("score")), Some(&Authored::plain(0.5)));
    assert_eq!(asks.get("does").and_then(Authored::as_text), Some("=1+1"));
    assert!(asks.get("x-lanes").is_some());
    let reads = phases.get("learn").and_then(|phase| phase.get("steps")?.get("reads")).unwrap();
    assert_eq!(reads.get("does").and_then(Authored::as_text), Some("Reads it; all of it"));
    assert!(report.dropped.iter().any(|dropped| dropped.contains("`ideas`")), "{report:?}");
}

#[test]
fn a_number_off_the_scale_is_told_with_its_line_and_column() {
    let seen = Seen::of(&site_at("tests/sites/motor-claim"));
    let (read, _) = read(&seen, "step,a,b\nemotion,1,7\n", "");
    let fault = read.unwrap_err();
    assert_eq!((fault.line, fault.message.as_str()), (2, "column 3: 7 is outside -2 to 2"));
}

#[test]
fn hostile_tables_are_refused_or_read_and_never_panic() {
    let seen = Seen::of(&site_at("tests/sites/motor-claim"));
    let wide = ",".repeat(5000);
    for table in [
        "",
        "\"",
        "step,\"a\nb",
        "step,a\nemotion,NaN",
        "step,a\nemotion,1e999",
        "\u{0}",
        &wide,
        "step,a\nfrontstage,:\nsupport,../x",
    ] {
        let _ = read(&seen, table, "");
    }
}
