//! `/api/1/site.json` and `import json` undo each other.

use cxbook::base::SourcePath;
use cxbook::interchange::json;
use serde_json::Value;

use crate::support::Site;
use crate::{Seen, apply, emptied, planned, site_at};

/// Exports a site, imports it into an empty one, and exports that.
fn round_trip(site: &Site) -> (String, String) {
    let first = Seen::of(site).json();
    let import = json::read(&first).unwrap_or_else(|fault| panic!("{fault}"));
    let mut other = emptied(site);
    let (plan, _, faults) = planned(&other, &import.documents, &import.blocks, false);
    assert!(faults.is_empty(), "{faults}");
    assert!(plan.beside.is_empty());
    apply(&mut other.sources, &plan);
    let second = Seen::of(&other).json();
    (first, second)
}

fn assert_same(first: &str, second: &str) {
    for (before, after) in first.lines().zip(second.lines()) {
        if before != after {
            let at = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
            let around = |text: &str| {
                let from = (0..=at.saturating_sub(200)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
                text[from..].chars().take(400).collect::<String>()
            };
            panic!("differs:\n{}\n{}", around(before), around(after));
        }
    }
    assert_eq!(first.len(), second.len());
}

#[test]
fn the_shipped_knowledge_base_survives_its_export() {
    let (first, second) = round_trip(&site_at("."));
    assert!(first.lines().count() > 100);
    assert_same(&first, &second);
}

#[test]
fn the_worked_example_survives_its_export() {
    let (first, second) = round_trip(&site_at("tests/sites/motor-claim"));
    assert_same(&first, &second);
}

#[test]
fn what_is_imported_again_changes_nothing() {
    let site = site_at("tests/sites/motor-claim");
    let first = Seen::of(&site).json();
    let mut other = emptied(&site);
    let import = json::read(&first).unwrap();
    let (plan, ..) = planned(&other, &import.documents, &import.blocks, false);
    apply(&mut other.sources, &plan);
    let (again, ..) = planned(&other, &import.documents, &import.blocks, false);
    assert!(again.edits.is_empty(), "{:?}", again.edits);
    assert!(again.beside.is_empty(), "{:?}", again.beside);
    assert!(again.unchanged > 10);
}

#[test]
fn what_was_exported_says_nothing_new_whatever_the_layout_of_the_files() {
    for root in [".", "tests/sites/motor-claim"] {
        let site = site_at(root);
        let import = json::read(&Seen::of(&site).json()).unwrap();
        for replace in [false, true] {
            let (plan, ..) = planned(&site, &import.documents, &import.blocks, replace);
            let paths: Vec<_> = plan.edits.iter().chain(plan.beside.iter().map(|(_, edit)| edit)).collect();
            assert!(paths.is_empty(), "{:?}", paths.iter().map(|edit| &edit.path).collect::<Vec<_>>());
        }
    }
}

#[test]
fn internal_evidence_is_not_replaced_by_what_never_held_it() {
    let mut site = site_at(".");
    let import = json::read(&Seen::of(&site).json()).unwrap();
    let path = SourcePath::new("content/journeys/new-customer-welcome/index.md");
    let text = site.sources.text(&path).unwrap().replace("severity: medium", "severity: high");
    assert!(text.contains("consent: internal"));
    site.write(path.as_str(), text);
    let (plan, ..) = planned(&site, &import.documents, &import.blocks, true);
    assert!(plan.edits.is_empty(), "{:?}", plan.edits);
    assert_eq!(plan.beside.iter().filter(|(kept, _)| *kept == path).count(), 1);
}

#[test]
fn a_replaced_entry_takes_the_place_of_its_own_and_comments_stay() {
    let departments = "# Who does what.\ndesk: Desk\n\n# The second line.\nhelp-desk: Help desk\n# The end.\n";
    let files = |departments: &str, french: &str| {
        let mut site = Site::new("");
        site.write("content/vocab/departments.yaml", departments);
        site.write("content/vocab/departments.fr.yaml", french);
        site
    };
    let french = "# De nous.\ntranslation: { by: [ana], status: draft }\ndesk: Guichet # court\n# Fin.\n";
    let other = files("help-desk: Second line\ndesk: Front desk\n", "desk: Accueil\nhelp-desk: Aide\n");
    let import = json::read(&Seen::of(&other).json()).unwrap();
    let site = files(departments, french);
    let (plan, _, faults) = planned(&site, &import.documents, &import.blocks, true);
    assert!(faults.is_empty(), "{faults}");
    let text = |path: &str| plan.edits.iter().find(|edit| edit.path.as_str() == path).map(|edit| edit.text.as_str());
    assert_eq!(
        text("content/vocab/departments.yaml"),
        Some("# Who does what.\ndesk: Front desk\n\n# The second line.\nhelp-desk: Second line\n# The end.\n")
    );
    assert_eq!(
        text("content/vocab/departments.fr.yaml"),
        Some(
            "# De nous.\ntranslation: { by: [ana], status: draft }\ndesk:\n  name: Accueil\n# Fin.\nhelp-desk:\n  name: Aide\n"
        )
    );
    let (plan, ..) = planned(&site, &import.documents, &import.blocks, false);
    assert_eq!(plan.beside.len(), 2, "without leave both are kept");
}

#[test]
fn one_journey_in_one_language_is_told_with_what_stands_in() {
    let site = site_at(".");
    let journey: Value = serde_json::from_str(&Seen::of(&site).file("journeys/motor-claim.de.json")).unwrap();
    assert_eq!(journey["lang"], "de");
    let name = &journey["fields"]["phases"][0]["name"];
    assert_eq!(name["lang"], "en", "{name}");
    let step = &journey["fields"]["phases"][0]["steps"][0];
    assert_eq!((step["id"].as_str(), step["order"].as_u64()), (Some("find-damage"), Some(1)));
    let french: Value = serde_json::from_str(&Seen::of(&site).file("journeys/motor-claim.fr.json")).unwrap();
    assert!(french["fields"]["phases"][0]["name"].is_string());
    let import = json::read(&french.to_string()).unwrap();
    assert_eq!(import.documents.len(), 1);
}
