//! The computed views, on the motor claim with one thing changed: what must be found, and what must not.

use cxbook::analysis::Findings;
use cxbook::analysis::duplicates::Scope;
use cxbook::analysis::promises::PromiseState;
use cxbook::analysis::tell_us_once::Reason;
use cxbook::base::SourcePath;

use crate::{findings, motor_claim};

const CLAIM: &str = "content/journeys/motor-claim/index.md";

/// The findings of the motor claim with some stretches of it replaced.
fn changed(edits: &[(&str, &str)]) -> Findings {
    let mut site = motor_claim();
    // What is translated may be gone from the source, which is another test's affair.
    site.sources.remove(&SourcePath::new("content/journeys/motor-claim/index.fr.md"));
    let site = edits.iter().fold(site, |site, (old, new)| site.edit(CLAIM, old, new));
    findings(&site).1
}

fn promise(findings: &Findings) -> (PromiseState, Vec<String>) {
    let [promise] = findings.promises.as_slice() else { panic!("{:?}", findings.promises) };
    (promise.state, promise.reasons.iter().map(ToString::to_string).collect())
}

#[test]
fn a_promise_whose_own_principle_is_broken_anywhere_is_broken() {
    let findings = changed(&[(
        "promise: We put you back on the road within two weeks.",
        "promise: { text: You tell us once., principles: [tell-us-once] }",
    )]);
    let step = "journey:motor-claim#step-appraisal-visit".to_owned();
    assert_eq!(promise(&findings), (PromiseState::Broken, vec![step]));
}

#[test]
fn a_promise_is_broken_by_a_bad_end_and_unknown_without_one() {
    let end = "emotion: { score: 2, basis: observed, evidence: [q-wow] }";
    let wow = "        wow: Nobody expected a call once the money was paid.\n";
    let bad = changed(&[(end, "emotion: -1"), (wow, "")]);
    assert_eq!(promise(&bad).0, PromiseState::Broken);
    let unknown = changed(&[(end, ""), (wow, "")]);
    assert_eq!(promise(&unknown).0, PromiseState::Unknown);
}

#[test]
fn a_promise_is_kept_once_somebody_handles_the_calls_for_news() {
    let findings = changed(&[("rejoins: wait\n    handled: none", "rejoins: wait\n    handled: designed")]);
    assert_eq!(promise(&findings), (PromiseState::Kept, Vec::new()));
}

#[test]
fn a_story_told_again_off_the_path_is_found() {
    let branch = "rejoins: appraisal-visit\n    steps:\n      phone-photos:\n        name: Describes the photos on the phone\n        \
                  touchpoint: claims-hotline\n        told-to: operations\n        tells: [accident-story]\n";
    let findings = changed(&[("rejoins: appraisal-visit\n", branch)]);
    let found = findings.tell_us_once.repetitions.iter().find(|row| row.again.to_string().ends_with("phone-photos"));
    let found = found.expect("the branch was walked");
    assert_eq!(found.information.as_str(), "accident-story");
    assert_eq!(found.first.to_string(), "journey:motor-claim#step-call-hotline");
    assert_eq!(found.reason, Reason::InformationGap);
    assert_eq!(findings.tell_us_once.repetitions.len(), 3, "what the path repeats is counted once");
}

#[test]
fn the_same_department_that_asks_again_has_no_gap() {
    let findings = changed(&[(
        "tells: [policy-number, accident-story]\n        frontstage:\n          assessors",
        "tells: [accident-story]\n        told-to: claims-desk\n        frontstage:\n          assessors",
    )]);
    let reasons: Vec<Reason> = findings.tell_us_once.repetitions.iter().map(|row| row.reason).collect();
    assert_eq!(reasons, [Reason::AsksAgain]);
    assert!(findings.tell_us_once.dams.is_empty());
}

#[test]
fn two_letters_of_one_purpose_in_different_phases_are_found() {
    let findings = changed(&[
        ("touchpoints: [acknowledgement-letter, welcome-letter]", "touchpoint: acknowledgement-letter"),
        (
            "      decision:\n        name: Gets the decision\n",
            "      welcome:\n        name: Is welcomed\n        touchpoint: welcome-letter\n      \
             decision:\n        name: Gets the decision\n",
        ),
    ]);
    let [group] = findings.duplicates.groups.as_slice() else { panic!("{:?}", findings.duplicates) };
    let Scope::Journey(journey, phases) = &group.scope else { panic!("{group:?}") };
    let phases: Vec<&str> = phases.iter().map(|phase| phase.as_str()).collect();
    assert_eq!((journey.id.as_str(), phases), ("motor-claim", vec!["notify", "decide"]));
}

#[test]
fn a_choice_of_form_or_phone_is_no_duplicate() {
    let findings = changed(&[(
        "touchpoints: [acknowledgement-letter, welcome-letter]",
        "alternatives: [acknowledgement-letter, welcome-letter]",
    )]);
    assert!(findings.duplicates.groups.is_empty(), "{:?}", findings.duplicates.groups);
}

#[test]
fn what_is_dismissed_or_done_is_in_no_list_of_what_to_do() {
    let findings = changed(&[
        ("owner: nobody\n    status: open", "owner: nobody\n    status: dismissed"),
        ("owner: claims-desk\n    status: open", "owner: claims-desk\n    status: dismissed"),
        ("status: planned", "status: dismissed"),
    ]);
    assert_eq!(findings.no_brainers.len(), 1);
    assert_eq!(findings.unowned.count("opportunity"), 0);
    assert!(findings.sneaky_traps.is_empty());
    assert!(findings.what_if.iter().all(|row| row.principle.id != "tell-us-once"));
    assert_eq!(findings.follow_up.len(), 4, "the list of everything keeps it");
}

#[test]
fn taking_away_one_of_two_letters_is_no_trap() {
    let trap = "kind: efficiency\n    removes: [follow-up-call]";
    let twice = "kind: duplication\n    addresses: [two-letters/conflicting-deadlines]\n    removes: [\"touchpoint:follow-up-call\"]";
    assert_eq!(changed(&[(trap, twice)]).sneaky_traps.len(), 1, "nothing else does what the call does");
    let other = ("touchpoint: partner-garage", "touchpoints: [partner-garage, follow-up-text]");
    let mut site = motor_claim();
    site.sources.remove(&SourcePath::new("content/journeys/motor-claim/index.fr.md"));
    let vocabulary = "content/vocab/touchpoints.yaml";
    let text = "follow-up-text: { name: Follow-up text, channel: phone, owner: marketing, purpose: check-satisfaction }\nclaims-hotline:";
    let site = site.edit(vocabulary, "claims-hotline:", text).edit(CLAIM, trap, twice).edit(CLAIM, other.0, other.1);
    assert!(findings(&site).1.sneaky_traps.is_empty(), "another touchpoint still asks how the car drives");
}
