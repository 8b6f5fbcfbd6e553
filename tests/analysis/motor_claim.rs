//! The computed views, on the motor claim alone: the figures that the design gives for it.

use cxbook::analysis::duplicates::Scope;
use cxbook::analysis::promises::PromiseState;
use cxbook::analysis::sneaky_traps::Loss;
use cxbook::analysis::tell_us_once::Reason;
use cxbook::content::front_matter::{OpportunityStatus, Verdict};
use cxbook::content::{EntityId, Kind};
use cxbook::graph::Place;

use crate::{findings, motor_claim, names, principle, site};

#[test]
fn half_of_the_motor_claim_is_translated() {
    let (graph, _) = findings(&motor_claim());
    let claim = graph.node(&EntityId::new(Kind::Journey, "motor-claim")).unwrap();
    let french = site::locale("fr");
    let strings = claim.common().unwrap().texts.len();
    assert_eq!((claim.overlay(&french).unwrap().texts.len(), strings), (33, 66));
    // With the body, which is translated, a little more than half: far from enough to stand on its own.
    assert_eq!(claim.coverage.get(&french), Some(&507));
    assert_eq!(graph.url(&claim.id, &french).unwrap().fallback, Some(site::locale("en")));
}

#[test]
fn health_is_the_mean_of_all_verdicts() {
    let (_, findings) = findings(&motor_claim());
    let health = &findings.coverage.health;
    let of = |id: &str| health.get(&principle(id)).map(|health| (health.thousandths, health.n));
    assert_eq!(of("tell-us-once"), Some((0, 1)));
    assert_eq!(of("know-me"), Some((750, 2)));
    let cell = (principle("human-first"), EntityId::new(Kind::Journey, "motor-claim"));
    assert_eq!(findings.coverage.cells[&cell].worst, Verdict::Breaks);
}

#[test]
fn steps_without_a_principle_are_named() {
    let (_, findings) = findings(&motor_claim());
    let steps: Vec<String> = findings.orphans.steps.iter().map(|place| place.step_id().unwrap().to_string()).collect();
    assert_eq!(steps, ["find-damage", "decision", "repair"]);
}

#[test]
fn what_nobody_owns_is_listed_by_severity_and_age() {
    let (_, findings) = findings(&motor_claim());
    let unowned = &findings.unowned;
    let counts = ["pain", "deviation", "opportunity", "touchpoint"].map(|noun| unowned.count(noun));
    assert_eq!(counts, [3, 2, 1, 0]);
    assert_eq!(unowned.oldest().map(|date| date.year()), Some(2016));
    let pains: Vec<String> = unowned.nobody.iter().take(3).map(|row| row.place.to_string()).collect();
    assert_eq!(
        pains,
        [
            "journey:motor-claim#pain-appraisal-visit-repeat-story",
            "journey:motor-claim#pain-wait-silence",
            "journey:motor-claim#pain-two-letters-conflicting-deadlines",
        ]
    );
}

#[test]
fn what_nobody_owns_says_who_is_near_and_what_would_ease_it() {
    let (_, findings) = findings(&motor_claim());
    let row = |part: &str| {
        let row = findings.unowned.nobody.iter().find(|row| row.place.to_string().ends_with(part)).unwrap();
        let near: Vec<&str> = row.near.iter().map(|department| department.id.as_str()).collect();
        let eased_by: Vec<String> = row.eased_by.iter().map(ToString::to_string).collect();
        (near.join(" "), eased_by.join(" "))
    };
    let opportunity = |id: &str| format!("journey:motor-claim#opportunity-{id}");
    // The step of the visit: the assessors are on stage.
    assert_eq!(row("#pain-appraisal-visit-repeat-story"), ("assessors".into(), opportunity("carry-the-story")));
    // The letters: their senders first, then who owns the systems behind them.
    let (near, eased_by) = row("#pain-two-letters-conflicting-deadlines");
    assert!(near.starts_with("marketing operations"), "{near}");
    assert_eq!(eased_by, opportunity("one-letter"));
    // A way off the path: the step it leaves, then the one it comes back to.
    assert_eq!(row("#deviation-upload-fails").0, "operations assessors");
    assert_eq!(row("#opportunity-status-text"), ("claims-desk".into(), String::new()));
    assert!(findings.unowned.lists(&findings.unowned.nobody[0].place));
}

#[test]
fn unowned_no_brainers_come_first() {
    let (graph, findings) = findings(&motor_claim());
    let ratios: Vec<Option<i64>> = findings.no_brainers.iter().map(|row| row.ratio).collect();
    assert_eq!(ratios, [Some(450), Some(175)]);
    let places = findings.no_brainers.iter().map(|row| &row.place);
    assert_eq!(names(&graph, places), ["Text the customer each time the claim moves", "Send one letter, signed once"]);
}

#[test]
fn two_departments_confirm_the_claim_in_one_phase() {
    let (_, findings) = findings(&motor_claim());
    let [group] = findings.duplicates.groups.as_slice() else { panic!("{:?}", findings.duplicates) };
    assert_eq!(group.purpose.id, "confirm-claim");
    let owners: Vec<&str> = group.owners.iter().map(|owner| owner.id.as_str()).collect();
    assert_eq!(owners, ["marketing", "operations"]);
    assert!(group.is_contradictory);
    let Scope::Journey(journey, phases) = &group.scope else { panic!("{group:?}") };
    let phases: Vec<&str> = phases.iter().map(|phase| phase.as_str()).collect();
    assert_eq!((journey.id.as_str(), phases), ("motor-claim", vec!["notify"]));
}

#[test]
fn the_policy_number_is_handed_over_and_the_story_is_lost() {
    let (_, findings) = findings(&motor_claim());
    let reasons: Vec<(String, Reason)> =
        findings.tell_us_once.repetitions.iter().map(|row| (row.information.to_string(), row.reason)).collect();
    assert_eq!(
        reasons,
        [("policy-number".to_owned(), Reason::HandOverIgnored), ("accident-story".to_owned(), Reason::InformationGap),]
    );
    let dams: Vec<String> =
        findings.tell_us_once.dams.iter().map(|(from, to, n)| format!("{} {} {n}", from.id, to.id)).collect();
    assert_eq!(dams, ["claims-desk assessors 1"]);
}

#[test]
fn the_claim_has_five_seams_and_six_channel_switches_in_nine_steps() {
    let (_, findings) = findings(&motor_claim());
    let [seams] = findings.seams.as_slice() else { panic!() };
    assert_eq!((seams.seams.len(), seams.channel_switches.len(), seams.steps, seams.index), (5, 6, 9, 556));
}

#[test]
fn the_worst_moment_and_the_end_make_what_is_remembered() {
    let (graph, findings) = findings(&motor_claim());
    let shape = findings.peak_end[0].shape.as_ref().unwrap();
    assert_eq!((shape.mean, shape.peak.1, shape.end.1, shape.remembered), (-33, -20, 20, 0));
    assert_eq!(names(&graph, [&shape.peak.0, &shape.lowest.0]), ["Meets the assessor", "Meets the assessor"]);
    let (from, to, _) = shape.biggest_drop.as_ref().unwrap();
    assert_eq!(names(&graph, [from, to]), ["Uploads photos", "Meets the assessor"]);
}

#[test]
fn the_hottest_way_off_the_path_is_the_call_for_news() {
    let (_, findings) = findings(&motor_claim());
    let heat: Vec<(String, i64)> =
        findings.hot_spots.iter().map(|spot| (spot.place.part.as_ref().unwrap().anchor(), spot.heat)).collect();
    let expected = [("deviation-chase", 180), ("deviation-upload-fails", 72), ("deviation-denied", 18)];
    assert_eq!(heat, expected.map(|(id, heat)| (id.to_owned(), heat)));
}

#[test]
fn a_promise_is_at_risk_while_nobody_handles_what_two_in_five_do() {
    let (_, findings) = findings(&motor_claim());
    let [promise] = findings.promises.as_slice() else { panic!() };
    assert_eq!((promise.state, promise.end), (PromiseState::AtRisk, Some(20)));
    assert_eq!(promise.reasons[0].to_string(), "journey:motor-claim#deviation-chase");
}

#[test]
fn only_the_lobe_of_owning_is_covered() {
    let (_, findings) = findings(&motor_claim());
    let covered: Vec<&str> = findings
        .stages
        .iter()
        .filter(|stage| !stage.journeys.is_empty())
        .map(|stage| stage.stage.id.as_str())
        .collect();
    assert_eq!(covered, ["buy-own/use", "buy-own/maintain", "buy-own/recommend"]);
}

#[test]
fn staff_think_better_of_the_hotline_than_customers_do() {
    let (graph, findings) = findings(&motor_claim());
    let [gap] = findings.perception_gaps.steps.as_slice() else { panic!() };
    assert_eq!(names(&graph, [&gap.place]), ["Calls the hotline"]);
    assert_eq!((gap.gap, gap.is_flagged), (20, true));
}

#[test]
fn saving_the_follow_up_call_would_take_away_a_wow() {
    let (_, findings) = findings(&motor_claim());
    let [trap] = findings.sneaky_traps.as_slice() else { panic!("{:?}", findings.sneaky_traps) };
    assert_eq!(trap.place.to_string(), "journey:motor-claim#opportunity-drop-follow-up");
    assert!(matches!(trap.losses.as_slice(), [Loss::GoodStep(_, 20), Loss::Wow(_), ..]), "{trap:?}");
}

#[test]
fn operations_sees_two_steps_of_nine() {
    let (_, findings) = findings(&motor_claim());
    let slice = findings.blinkers.iter().find(|slice| slice.department.id == "operations").unwrap();
    assert_eq!((slice.sees(), slice.steps, slice.direct.len()), (2, 9, 0));
}

#[test]
fn three_emotions_of_nine_were_observed() {
    let (_, findings) = findings(&motor_claim());
    let [grounds] = findings.evidence.as_slice() else { panic!() };
    assert_eq!((grounds.observed, grounds.reported, grounds.assumed, grounds.steps), (3, 0, 6, 9));
    assert_eq!((grounds.months, grounds.is_overdue), (Some(20), false));
}

#[test]
fn the_story_told_again_starts_at_the_hotline() {
    let (graph, findings) = findings(&motor_claim());
    let [cause] = findings.root_causes.as_slice() else { panic!() };
    assert_eq!(names(&graph, [&cause.step]), ["Calls the hotline"]);
    assert_eq!(cause.pains[0].to_string(), "journey:motor-claim#pain-appraisal-visit-repeat-story");
}

#[test]
fn one_quote_means_more_than_it_says() {
    let (_, findings) = findings(&motor_claim());
    assert_eq!((findings.said_and_meant.evidence.len(), findings.said_and_meant.unmet.len()), (1, 0));
}

#[test]
fn the_script_is_the_only_symptom_that_is_met() {
    let (_, findings) = findings(&motor_claim());
    let [symptom] = findings.symptoms.as_slice() else { panic!() };
    assert_eq!((symptom.symptom.id.as_str(), symptom.weight, symptom.cumulative), ("canned-script", 2, 1000));
}

#[test]
fn what_is_owned_and_idle_is_named() {
    let (_, findings) = findings(&motor_claim());
    let places = |places: &[Place]| places.iter().map(ToString::to_string).collect::<Vec<String>>();
    assert_eq!(places(&findings.idle.pains), ["journey:motor-claim#pain-call-hotline-canned-script"]);
    assert_eq!(places(&findings.idle.unmeasured), ["journey:motor-claim#opportunity-one-letter"]);
    assert!(findings.idle.unproven.is_empty());
}

#[test]
fn carrying_the_story_would_half_mend_tell_us_once() {
    let (_, findings) = findings(&motor_claim());
    let row = findings.what_if.iter().find(|row| row.principle == principle("tell-us-once")).unwrap();
    assert_eq!((row.now.thousandths, row.then.thousandths), (0, 500));
}

#[test]
fn each_stage_has_the_channels_of_its_steps() {
    let (_, findings) = findings(&motor_claim());
    let at_use = findings.channels.iter().find(|row| row.stage.id == "buy-own/use").unwrap();
    let channels: Vec<&str> = at_use.channels.iter().map(|(channel, _)| channel.id.as_str()).collect();
    assert_eq!(channels, ["phone", "letter"]);
}

#[test]
fn every_opportunity_is_followed_up() {
    let (_, findings) = findings(&motor_claim());
    let count = |status| findings.follow_up.iter().filter(|row| row.status == status).count();
    assert_eq!(findings.follow_up.len(), 4);
    assert_eq!((count(OpportunityStatus::InProgress), count(OpportunityStatus::Done)), (1, 0));
    let measured = findings.follow_up.iter().find_map(|row| row.before).unwrap();
    assert_eq!((measured.value, measured.n), (2900, Some(210)));
}

#[test]
fn one_reading_has_no_slope() {
    let (_, findings) = findings(&motor_claim());
    let slopes: Vec<Option<i64>> = findings.consistency.metrics.iter().map(|row| row.slope).collect();
    assert_eq!(slopes, [None, None]);
}
