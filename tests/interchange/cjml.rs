//! Journeys in CJML.

use std::collections::BTreeSet;

use cxbook::interchange::{LossReport, cjml};

use crate::support::Site;
use crate::{Seen, exported, site_at};

const JOURNEY: &str = "content/journeys/motor-claim/index.md";

fn written(site: &Site) -> (String, LossReport) {
    exported(site, &Seen::of(site), "motor-claim", |subject, report| cjml::write(subject, "Acme & Co", report))
}

fn with(change: impl Fn(&str) -> String) -> Site {
    let mut site = site_at("tests/sites/motor-claim");
    let text = change(site.sources.text(&cxbook::base::SourcePath::new(JOURNEY)).unwrap());
    site.write(JOURNEY, text);
    site
}

/// The values of an attribute, wherever it stands.
fn attributes<'a>(xml: &'a str, name: &str) -> BTreeSet<&'a str> {
    let open = format!("{name}=\"");
    xml.split(open.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_actor_that_takes_part_is_declared() {
    let (xml, _) = written(&site_at("tests/sites/motor-claim"));
    assert_eq!(attributes(&xml, "actorID"), attributes(&xml, "actorIDref"));
    assert!(
        xml.contains("<endUser actorID=\"camille\">") && xml.contains("<companyName>Claims desk</companyName>"),
        "{xml}"
    );
}

#[test]
fn a_letter_comes_from_the_department_and_a_call_from_the_customer() {
    let (xml, _) = written(&site_at("tests/sites/motor-claim"));
    let point = |id: &str| xml.split("<touchpointID>").find(|part| part.starts_with(id)).unwrap().to_owned();
    let initiator = |id: &str| attributes(&point(id), "actorIDref").into_iter().next().map(str::to_owned);
    let first = |id: &str| point(id).split("actorIDref=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!((first("call-hotline").as_str(), first("decision").as_str()), ("camille", "claims-desk"));
    assert!(point("call-hotline").contains("<channelName>Phone</channelName>"));
    assert!(xml.contains("<action>") && initiator("find-damage").as_deref() == Some("camille"));
}

#[test]
fn a_map_is_planned_unless_it_is_the_log_of_one_person() {
    let (xml, report) = written(&site_at("tests/sites/motor-claim"));
    assert!(xml.contains("<plannedJourney>") && report.guessed[0].contains("plannedJourney"));
    let mut logged = with(|text| {
        let (before, rest) = text.split_once("\nevidence:\n").unwrap();
        let readings = rest.split_once("\nreadings:\n").unwrap().1;
        let before = before
            .replace(", basis: observed, evidence: [q-story-twice]", "")
            .replace(", basis: observed, evidence: [q-wow]", "")
            .replace("            evidence: [q-story-twice]\n", "")
            .replace("            evidence: [c-letters]\n", "");
        let log = "\nevidence:\n  visit: { kind: log, finding: One visit., date: 2025 }";
        format!("{before}{log}\nreadings:\n{readings}")
    });
    logged.remove("content/journeys/motor-claim/index.fr.md");
    let (xml, report) = written(&logged);
    assert!(xml.contains("<actualJourney>") && xml.contains("<actualCommunicationPoint>"), "{xml}");
    assert!(report.guessed.is_empty());
}

#[test]
fn what_xml_would_misread_is_escaped() {
    let site = with(|text| {
        text.replace("title: I make a motor insurance claim", "title: >-\n  A --> <b>claim</b> & more").replace(
            "does: Walks round the car, takes photos, looks for the policy.",
            "does: >-\n          a < b && c ]]> \"d\"",
        )
    });
    let (xml, _) = written(&site);
    let mut reader = quick_xml::Reader::from_str(&xml);
    reader.config_mut().check_comments = true;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}\n{xml}")) {
            quick_xml::events::Event::Eof => break,
            _ => continue,
        }
    }
    assert!(xml.contains("a &lt; b &amp;&amp; c ]]&gt;"), "{xml}");
}
