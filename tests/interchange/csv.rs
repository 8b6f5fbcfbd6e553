//! Grids of lanes and steps.

use cxbook::content::{EntityId, Kind};
use cxbook::interchange::authored::Authored;
use cxbook::interchange::draft::Wishes;
use cxbook::interchange::files::Document;
use cxbook::interchange::{Fault, LossReport, Subject, csv, mermaid};

use crate::support::Site;
use crate::{Seen, apply, exported, planned, site_at, wishes};

fn read(seen: &Seen, text: &str, lanes: &str) -> (Result<Vec<Document>, Fault>, LossReport) {
    let mut report = LossReport::default();
    let lanes = csv::Lanes::read(lanes).unwrap_or_default();
    (csv::read(text, &lanes, &seen.graph, &wishes(seen, "from-a-table"), &mut report), report)
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

/// The grid of a journey.
fn grid(site: &Site, seen: &Seen, id: &str) -> String {
    exported(site, seen, id, csv::grid).0
}

#[test]
fn a_grid_that_was_read_is_the_same_grid_again() {
    for root in [".", "tests/sites/motor-claim"] {
        let mut site = site_at(root);
        site.request.drafts = true;
        let seen = Seen::of(&site);
        let first = grid(&site, &seen, "motor-claim");
        for row in ["phase-id,notify", "stage,", "tells,", "title,", "goal,", "persona,camille"] {
            assert!(first.contains(&format!("\n{row}")), "{row}\n{first}");
        }
        let (read, report) = read(&seen, &first, "");
        assert!(report.guessed.iter().all(|guess| !guess.starts_with("the stage") && !guess.starts_with("the title")));
        let (plan, _, faults) = planned(&site, &read.unwrap(), &[], false);
        assert!(faults.is_empty(), "{faults}");
        apply(&mut site.sources, &plan);
        assert_eq!(grid(&site, &Seen::of(&site), "from-a-table"), first);
    }
}

#[test]
fn a_word_that_yaml_would_take_for_another_thing_is_quoted() {
    let site = site_at("tests/sites/motor-claim");
    let (read, _) = read(&Seen::of(&site), "phase,A,\nstep,y,Off\ndoes,true,12\n", "");
    let (plan, ..) = planned(&site, &read.unwrap(), &[], false);
    let text = &plan.edits.last().unwrap().text;
    for line in ["name: \"y\"\n", "does: \"true\"\n", "name: \"Off\"\n", "does: \"12\"\n"] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn a_diagram_keeps_the_id_that_it_names_inside_a_fence_and_outside() {
    let seen = Seen::of(&site_at("tests/sites/motor-claim"));
    let bare = "%% id: my-claim\njourney\n  section A\n    T: 3: Camille\n";
    for (text, is_named, id) in [
        (bare.to_owned(), false, "my-claim"),
        (bare.to_owned(), true, "from-a-table"),
        (format!("```mermaid\n{bare}```\n"), false, "my-claim"),
    ] {
        let wishes = Wishes { is_named, ..wishes(&seen, "from-a-table") };
        let read = mermaid::read(&text, &seen.graph, &wishes, &mut LossReport::default()).unwrap();
        assert_eq!(read.last().unwrap().id.id, id, "{text}");
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
