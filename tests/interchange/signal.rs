//! Tables of service blueprints.

use cxbook::content::{EntityId, Kind};
use cxbook::interchange::authored::Authored;
use cxbook::interchange::files::Document;
use cxbook::interchange::{Fault, LossReport, signal};

use crate::support::Site;
use crate::{Seen, apply, exported, planned, site_at, wishes};

const HEAD: &str =
    "Stage,Service layer,What happens,Responsible person or team,Time in minutes,Evidence status,Evidence note\n";

fn read(seen: &Seen, rows: &str) -> (Result<Vec<Document>, Fault>, LossReport) {
    let wishes = wishes(seen, "ask-for-help");
    let mut report = LossReport::default();
    (signal::read(&format!("{HEAD}{rows}"), &seen.graph, &wishes, &mut report), report)
}

fn journey<'a>(documents: &'a [Document], id: &str) -> &'a Document {
    documents.iter().find(|document| document.id == EntityId::new(Kind::Journey, id)).expect("the journey")
}

/// A step by its place: the id of its phase, and its own.
fn step<'a>(journey: &'a Document, phase: &str, step: &str) -> &'a Authored {
    let found = journey.fields.get("phases").and_then(|phases| phases.get(phase)?.get("steps")?.get(step));
    found.unwrap_or_else(|| panic!("{phase}/{step} in {:?}", journey.fields))
}

fn written(site: &Site, seen: &Seen, id: &str) -> String {
    exported(site, seen, id, signal::write).0
}

#[test]
fn a_journey_has_a_row_for_each_happening() {
    let site = site_at("tests/sites/motor-claim");
    let table = written(&site, &Seen::of(&site), "motor-claim");
    for row in [
        "Report it,customer,\"Calls the hotline: Waits in the queue, then tells the whole story.\",Camille,25,observed,",
        "Report it,frontstage,Opens the claim and reads out the script.,Claims desk,,,",
        "Report it,evidence,Claims hotline,Claims desk,,,",
        "Have it assessed,backstage,Checks that the pictures are usable.,Operations,,,",
        "Wait for the decision,customer,Waits: Checks the letterbox and drives a borrowed car.,Camille,22320,assumed,",
    ] {
        assert!(table.contains(row), "{row}\n{table}");
    }
}

#[test]
fn a_table_that_was_read_is_the_same_table_again() {
    for root in ["tests/sites/motor-claim", "."] {
        let mut site = site_at(root);
        site.request.drafts = true;
        let seen = Seen::of(&site);
        let first = written(&site, &seen, "motor-claim");
        let (read, _) = read(&seen, first.split_once('\n').unwrap().1);
        let (plan, _, faults) = planned(&site, &read.unwrap_or_else(|fault| panic!("{fault}")), &[], false);
        assert!(faults.is_empty(), "{faults}");
        apply(&mut site.sources, &plan);
        let again = written(&site, &Seen::of(&site), "ask-for-help");
        // What was observed is told of feelings, which a table does not have.
        let bare = |table: &str| -> Vec<Vec<String>> {
            let mut rows = csv::ReaderBuilder::new().has_headers(true).from_reader(table.as_bytes());
            rows.records().map(|row| row.unwrap().iter().take(5).map(str::to_owned).collect()).collect()
        };
        assert_eq!(bare(&again), bare(&first), "{root}");
    }
}

#[test]
fn a_row_of_the_customer_begins_a_step_and_the_others_belong_to_it() {
    let seen = Seen::of(&site_at("tests/sites/motor-claim"));
    let (read, report) = read(
        &seen,
        "Need,evidence,Decision letter,,,,\n\
         ,customer,Opens the letter,Customer,5,observed,Seen at twelve kitchen tables\n\
         ,backstage,Prints it,Operations,15,,\n\
         Use,Customer actions,\"Calls: Asks, and waits\",,90,assumed,Check it\n\
         Use,frontstage,Answers,Night shift,,assumed,\n\
         Use,frontstage,Takes a note,,,,\n\
         Use,support,Phone system,,,,\n",
    );
    let documents = read.unwrap_or_else(|fault| panic!("{fault}"));
    let made = journey(&documents, "ask-for-help");
    let text = |value: Option<&Authored>| value.and_then(Authored::as_text).map(str::to_owned);
    let opens = step(made, "need", "opens-the-letter");
    assert_eq!(text(opens.get("touchpoint")).as_deref(), Some("decision-letter"));
    assert_eq!(text(opens.get("takes")).as_deref(), Some("5m"));
    assert_eq!(text(opens.get("backstage").and_then(|acts| acts.get("operations"))).as_deref(), Some("Prints it"));
    let calls = step(made, "use", "calls");
    assert_eq!(text(calls.get("does")).as_deref(), Some("Asks, and waits"));
    assert_eq!(text(calls.get("frontstage").and_then(|acts| acts.get("night-shift"))).as_deref(), Some("Answers"));
    assert_eq!(calls.get("x-frontstage"), Some(&Authored::Raw(serde_json::json!(["Takes a note"]))));
    assert!(calls.get("x-evidence-note").is_some());
    assert_eq!(text(made.fields.get("title")).as_deref(), Some("Ask for help"));
    assert_eq!(text(made.fields.get("persona")).as_deref(), Some("camille"));
    let seen_there = made.fields.get("evidence").and_then(|evidence| evidence.get("observed-1")?.get("finding"));
    assert_eq!(text(seen_there).as_deref(), Some("Seen at twelve kitchen tables"));
    let made_system = documents.iter().find(|document| document.id.kind == Kind::System).expect("the system");
    assert_eq!(text(made_system.fields.get("owner")).as_deref(), Some("nobody"));
    assert!(report.dropped.iter().any(|line| line.contains("Takes a note")), "{report:?}");
    assert!(report.guessed.iter().any(|line| line.contains("night-shift")), "{report:?}");
}

#[test]
fn a_stage_is_known_by_its_name_in_any_language() {
    let seen = Seen::of(&site_at("."));
    let (read, report) =
        read(&seen, "Usage,customer,Looks,,,,\nRecommend,customer,Tells,,,,\nElsewhere,customer,Goes,,,,\n");
    let documents = read.unwrap();
    let phases = journey(&documents, "ask-for-help").fields.get("phases").unwrap();
    let stage = |phase: &str| phases.get(phase).and_then(|phase| phase.get("stage")?.as_text());
    assert_eq!(
        (stage("usage"), stage("recommend"), stage("elsewhere")),
        (Some("use"), Some("recommend"), Some("need"))
    );
    let guessed: Vec<_> = report.guessed.iter().filter(|line| line.starts_with("the stage of")).collect();
    assert!(guessed.len() == 1 && guessed[0].contains("one of need, research"), "{guessed:?}");
}

#[test]
fn what_is_proposed_is_a_journey_of_the_future() {
    let site = site_at("tests/sites/motor-claim");
    let seen = Seen::of(&site);
    let rows = "Use,customer,Calls,,,observed,x\nUse,customer,Writes,,,proposed,\n";
    let (read_both, _) = read(&seen, rows);
    let both = read_both.unwrap();
    assert_eq!(journey(&both, "ask-for-help").fields.get("kind").and_then(Authored::as_text), Some("current"));
    let later = journey(&both, "ask-for-help-future");
    assert_eq!(later.fields.get("kind").and_then(Authored::as_text), Some("future"));
    assert_eq!(later.fields.get("compares-with").and_then(Authored::as_text), Some("ask-for-help"));
    step(later, "use", "writes");
    let (_, _, faults) = planned(&site, &both, &[], false);
    assert!(faults.is_empty(), "{faults}");
    let (only, _) = read(&seen, "Use,customer,Writes,,,proposed,\n");
    assert_eq!(journey(&only.unwrap(), "ask-for-help").fields.get("kind").and_then(Authored::as_text), Some("future"));
}

#[test]
fn a_row_that_cannot_be_read_is_told_with_its_line() {
    let seen = Seen::of(&site_at("tests/sites/motor-claim"));
    for (rows, line, message) in [
        ("", 1, "the table has no rows"),
        ("Use,cellar,Digs,,,,\n", 2, "there is no service layer `cellar`"),
        ("Use,customer,A,,,,\nUse,customer,B,,soon,,\n", 3, "`soon` is no number of minutes"),
        ("Use,customer,,,,,\n", 2, "this row does not say what happens"),
        ("Use,customer,A,,,obsrved,\n", 2, "there is no evidence status `obsrved`"),
    ] {
        let fault = read(&seen, rows).0.unwrap_err();
        assert_eq!((fault.line, fault.message.as_str()), (line, message));
    }
    let fault = signal::read("Stage,What happens\n", &seen.graph, &wishes(&seen, "x"), &mut LossReport::default());
    assert_eq!(fault.unwrap_err().message, "there is no column `Service layer`");
}
