//! Tables of readings into journeys that are there.

use cxbook::base::Id;
use cxbook::interchange::files::Plan;
use cxbook::interchange::readings::{is_table, plan};
use cxbook::interchange::{Fault, LossReport};

use crate::support::Site;
use crate::{Seen, site_at};

const JOURNEY: &str = "content/journeys/motor-claim/index.md";

fn planned(site: &Site, table: &str, replace: bool) -> (Result<Plan, Fault>, LossReport) {
    let seen = Seen::of(site);
    let mut report = LossReport::default();
    assert!(is_table(table));
    let journey = Id::parse("motor-claim").unwrap();
    (plan(table, Some(&journey), &seen.graph, &site.sources, replace, &mut report), report)
}

/// The journey after an import that changes it.
fn imported(site: &Site, table: &str) -> String {
    let plan = planned(site, table, false).0.unwrap_or_else(|fault| panic!("{fault}"));
    assert_eq!((plan.edits.len(), plan.beside.len()), (1, 0));
    plan.edits[0].text.clone()
}

fn with(change: impl Fn(&str) -> String) -> Site {
    let mut site = site_at("tests/sites/motor-claim");
    let text = change(site.sources.text(&cxbook::base::SourcePath::new(JOURNEY)).unwrap());
    site.write(JOURNEY, text);
    site
}

#[test]
fn what_was_exported_is_there_already() {
    let site = site_at("tests/sites/motor-claim");
    let table = "journey,metric,step,persona,date,value,n,source\r\nmotor-claim,ces-claims,appraisal-visit,,2025-01,2.9,210,\r\nmotor-claim,nps,,,2025-01,12,640,\r\n";
    let (plan, report) = planned(&site, table, false);
    let plan = plan.unwrap();
    assert_eq!((plan.edits.len(), plan.unchanged), (0, 1));
    assert_eq!(report.kept, ["0 readings", "2 that were there already"]);
}

#[test]
fn a_reading_is_added_below_the_others_and_nothing_else_changes() {
    let site = with(str::to_owned);
    let before = site.sources.text(&cxbook::base::SourcePath::new(JOURNEY)).unwrap().to_owned();
    let table = "Date;Metric;Step;Value;N;Remark\n2026-02;Ease of claiming;Meets the assessor;3,4;180;good\n";
    let table = if before.contains("Ease of claiming") {
        table.to_owned()
    } else {
        table.replace("Ease of claiming", "ces-claims")
    };
    let (plan, report) = planned(&site, &table, false);
    let after = plan.unwrap().edits.remove(0).text;
    let line = "  - { metric: ces-claims, step: appraisal-visit, date: 2026-02, value: 3.4, n: 180 }\n";
    assert_eq!(after.replacen(line, "", 1), before);
    let last = after.find("metric: nps").unwrap();
    assert!(after.find(line).unwrap() > last, "{after}");
    assert!(report.dropped[0].contains("`remark`"), "{report:?}");
}

#[test]
fn readings_are_added_however_the_list_is_written() {
    let table = "metric,date,value\nnps,2026,20\n";
    let cut = |text: &str| text[..text.find("readings:").unwrap()].to_owned();
    for (list, wanted) in [
        ("", "readings:\n  - { metric: nps, date: 2026, value: 20 }\n---"),
        ("readings: []\n", "readings:\n  - { metric: nps, date: 2026, value: 20 }\n---"),
        (
            "readings: [{ metric: nps, date: 2025, value: 1 }]\n",
            "readings: [{ metric: nps, date: 2025, value: 1 }, { metric: nps, date: 2026, value: 20 }]\n---",
        ),
        (
            "readings:\n- metric: nps\n  date: 2025 # then\n  value: 1 # one\n\n# after\n",
            "  value: 1 # one\n- { metric: nps, date: 2026, value: 20 }\n\n# after\n---",
        ),
    ] {
        let site = with(|text| format!("{}{list}---\n", cut(text)));
        let after = imported(&site, table);
        assert!(after.contains(wanted), "{list}: {after}");
        let again = with(|_| after.clone());
        assert_eq!(planned(&again, table, false).0.unwrap().unchanged, 1, "{after}");
    }
}

#[test]
fn another_value_is_kept_beside_and_replaced_where_that_is_wanted() {
    let site = site_at("tests/sites/motor-claim");
    let table = "metric,step,date,value,n\nces-claims,appraisal-visit,2025-01,3.1,220\nnps,,2026-01,15,\n";
    let (kept, report) = planned(&site, table, false);
    let kept = kept.unwrap();
    assert!(kept.edits[0].text.contains("value: 2.9") && kept.edits[0].text.contains("value: 15"));
    assert_eq!(kept.beside[0].1.path.as_str(), format!("{JOURNEY}.imported"));
    assert!(report.dropped[0].contains("ces-claims of 2025-01"), "{report:?}");
    let replaced = planned(&site, table, true).0.unwrap();
    assert_eq!(replaced.beside.len(), 0);
    let text = &replaced.edits[0].text;
    assert!(
        text.contains("  - { metric: ces-claims, step: appraisal-visit, date: 2025-01, value: 3.1, n: 220 }\n"),
        "{text}"
    );
    assert!(
        !text.contains("value: 2.9") && with(|_| text.clone()).problems().lines().all(|line| !line.contains("error"))
    );
}

#[test]
fn what_is_not_there_is_told_with_its_line_and_what_was_meant() {
    let site = site_at("tests/sites/motor-claim");
    for (row, message, help) in [
        ("np,2026,1,", "names the metric `np`, which there is not", "did you mean `nps`?"),
        ("nps,2026,1,wiat", "names the step `wiat`, which `motor-claim` does not have", "did you mean `wait`?"),
        ("nps,soon,1,", "has the date `soon`", "write 2026"),
        ("nps,2026,many,", "has the value `many`", "at most three decimals"),
        ("nps,2026,101,", "has the value 101, which is off its scale", "the scale of `nps` is -100 to 100"),
    ] {
        let fault = planned(&site, &format!("metric,date,value,step\nnps,2026,3,\n{row}\n"), false).0.unwrap_err();
        assert_eq!(fault.line, 3, "{row}");
        assert!(fault.message.contains(message) && fault.help.contains(help), "{fault}");
    }
}

#[test]
fn hostile_tables_of_readings_are_refused_or_read_and_never_panic() {
    let site = site_at("tests/sites/motor-claim");
    for rows in [
        "\"",
        "nps",
        ",,,,,",
        "nps,2026,'=1,",
        "nps,2026,1,\nnps,2026,1,",
        "nps,2026,9e9,",
        "nps,2026,-,",
        "\u{0},\u{0}",
    ] {
        let _ = planned(&site, &format!("metric,date,value,step\n{rows}"), false);
    }
}
