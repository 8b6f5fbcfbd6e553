//! Flat tables of all journeys.

use cxbook::analysis;
use cxbook::base::{Date, Locale};
use cxbook::graph::route::{TABLES, table_url};
use cxbook::interchange::LossReport;
use cxbook::interchange::tables::{Flat, flat};

use crate::support::Site;
use crate::{Seen, site_at};

fn table(site: &Site, table: Flat, locale: &str) -> Vec<Vec<String>> {
    let seen = Seen::of(site);
    let today = Date::parse("2026-11-21").unwrap();
    let findings = analysis::run(&seen.graph, &seen.config.thresholds, today);
    let locale = Locale::parse(locale).unwrap();
    let text = flat(table, &seen.graph, &findings, &locale, today, &mut LossReport::default());
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The value of one column in the first row whose column `key` is `id`.
fn value(table: &[Vec<String>], (key, id): (&str, &str), column: &str) -> String {
    let at = |name: &str| table[0].iter().position(|head| head == name).unwrap_or_else(|| panic!("no column {name}"));
    let row = table.iter().skip(1).find(|row| row[at(key)] == id).unwrap_or_else(|| panic!("no row {id}"));
    row[at(column)].clone()
}

#[test]
fn a_pain_is_a_row_with_its_age_and_what_would_ease_it() {
    let pains = table(&site_at("tests/sites/motor-claim"), Flat::Pains, "en");
    assert_eq!(pains.len(), 5);
    let story = |column| value(&pains, ("id", "repeat-story"), column);
    assert_eq!((story("age_years").as_str(), story("cause").as_str()), ("10", "call-hotline"));
    assert_eq!((story("owner").as_str(), story("opportunity").as_str()), ("nobody", "carry-the-story"));
}

#[test]
fn texts_are_in_the_language_asked_for_and_ids_in_none() {
    let pains = table(&site_at("tests/sites/motor-claim"), Flat::Pains, "fr");
    let story = |column| value(&pains, ("id", "repeat-story"), column);
    assert_eq!(story("text"), "Il faut tout raconter depuis le début.");
    assert_eq!((story("severity").as_str(), story("lang").as_str()), ("critical", "fr"));
}

#[test]
fn the_figures_are_those_of_the_views() {
    let site = site_at("tests/sites/motor-claim");
    let opportunities = table(&site, Flat::Opportunities, "en");
    assert_eq!(value(&opportunities, ("id", "status-text"), "ratio"), "4.5");
    assert_eq!(value(&opportunities, ("id", "one-letter"), "ratio"), "1.75");
    let matrix = table(&site, Flat::PrinciplesMatrix, "en");
    assert_eq!(value(&matrix, ("principle", "know-me"), "health"), "0.75");
    assert_eq!(value(&matrix, ("principle", "tell-us-once"), "motor-claim:breaks"), "1");
    let gaps = table(&site, Flat::Gaps, "en");
    assert_eq!(value(&gaps, ("information", "policy-number"), "reason"), "hand-over-ignored");
    assert_eq!(value(&gaps, ("information", "accident-story"), "to"), "assessors");
    let readings = table(&site, Flat::Readings, "en");
    assert_eq!(readings[1], ["motor-claim", "ces-claims", "appraisal-visit", "", "2025-01", "2.9", "210", ""]);
}

#[test]
fn a_text_that_a_spreadsheet_would_run_is_defused() {
    let mut site = site_at("tests/sites/motor-claim");
    let path = cxbook::base::SourcePath::new("content/journeys/motor-claim/index.md");
    let text =
        site.sources.text(&path).unwrap().replace("The story has to be told", "=cmd()! The story has to be told");
    site.write("content/journeys/motor-claim/index.md", text);
    let pains = table(&site, Flat::Pains, "en");
    assert!(value(&pains, ("id", "repeat-story"), "text").starts_with("'=cmd()"));
}

#[test]
fn every_table_is_published_and_linked_from_the_findings() {
    let mut site = site_at("tests/sites/motor-claim");
    let locale = Locale::parse("fr").unwrap();
    let output = site.build().output.expect("a site");
    let text = |path: &str| {
        let file = output.iter().find(|(at, _)| at.to_string() == path).unwrap_or_else(|| panic!("no {path}"));
        String::from_utf8_lossy(file.1.bytes()).into_owned()
    };
    let hub = text("fr/findings/index.html");
    for name in TABLES {
        let url = table_url(name, &locale);
        assert!(hub.contains(&format!("href=\"{}\"", url.encoded())), "{name}");
        assert!(text(url.encoded().trim_start_matches('/')).contains("motor-claim"), "{name}");
    }
    assert_eq!(TABLES.len(), Flat::ALL.len());
}
