//! Laws that hold for every journey: ranges, what can only grow or shrink, and whole numbers.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use cxbook::analysis::tell_us_once::Reason;
use cxbook::analysis::{Findings, coverage};
use cxbook::base::SourcePath;
use cxbook::content::front_matter::Verdict;
use proptest::prelude::*;

use crate::site::Site;
use crate::{findings, motor_claim};

/// Four departments that hear, and three things to tell them.
const DEPARTMENTS: [&str; 4] = ["ash", "beech", "cedar", "date"];
const INFORMATION: [&str; 3] = ["name", "story", "photo"];

/// A step: who hears, what it is told, how it feels in tenths.
type Heard = (usize, Vec<usize>, Option<i8>);
/// A hand-over: from, to, what.
type HandOver = (usize, usize, usize);

/// A site with one journey of these steps and hand-overs.
fn journey(steps: &[Heard], hand_overs: &[HandOver]) -> Site {
    let mut text = String::from(
        "-- content/vocab/departments.yaml --\nash: Ash\nbeech: Beech\ncedar: Cedar\ndate: Date\n\
         -- content/vocab/lifecycles.yaml --\nlife: { loops: false, lobes: { own: [use, leave] } }\n\
         -- content/vocab/glossary.yaml --\nuse: { en: { term: use } }\nleave: { en: { term: leave } }\n\
         -- content/personas/ana/index.md --\n---\nname: Ana\nsummary: A customer.\nstatus: published\ngoal: I want it.\nbasis: assumed\n---\n\
         -- content/journeys/walk/index.md --\n---\ntitle: I walk\nsummary: A walk.\nstatus: published\nkind: current\n\
         level: macro\nlifecycle: life\npersona: ana\ngoal: Get there.\nowner: ash\nmapped: 2026-01-01\n\
         information: { name: Name, story: Story, photo: Photo }\nphases:\n  only:\n    name: Only\n    stage: use\n    steps:\n",
    );
    for (at, (department, told, score)) in steps.iter().enumerate() {
        let told: Vec<&str> = told.iter().map(|one| INFORMATION[*one]).collect();
        let _ = write!(
            text,
            "      s{at}:\n        name: Walks on\n        mode: acts\n        told-to: {}\n",
            DEPARTMENTS[*department]
        );
        if !told.is_empty() {
            let _ = writeln!(text, "        tells: [{}]", told.join(", "));
        }
        if let Some(score) = score {
            let _ = writeln!(text, "        emotion: {}", f64::from(*score) / 10.0);
        }
    }
    if !hand_overs.is_empty() {
        text.push_str("hand-overs:\n");
    }
    for (from, to, what) in hand_overs {
        let (from, to, what) = (DEPARTMENTS[*from], DEPARTMENTS[*to], INFORMATION[*what]);
        let _ = writeln!(text, "  - {{ from: {from}, to: {to}, what: [{what}] }}");
    }
    text.push_str("---\n");
    Site::new(&text)
}

fn told() -> impl Strategy<Value = Vec<Heard>> {
    let information = prop::sample::subsequence(vec![0_usize, 1, 2], 0..=3);
    prop::collection::vec((0_usize..4, information, prop::option::of(-20_i8..=20)), 1..8)
}

fn hand_overs() -> impl Strategy<Value = Vec<HandOver>> {
    let hand_over = (0_usize..4, 1_usize..4, 0_usize..3).prop_map(|(from, on, what)| (from, (from + on) % 4, what));
    prop::collection::btree_set(hand_over, 1..8).prop_map(|set| set.into_iter().collect())
}

/// The steps at which something is asked again because nobody passed it on.
fn gaps(findings: &Findings) -> Vec<String> {
    let rows = findings.tell_us_once.repetitions.iter().filter(|row| row.reason == Reason::InformationGap);
    rows.map(|row| format!("{} {}", row.again, row.information)).collect()
}

/// The motor claim with a journey of somebody else beside it.
fn beside(id: &str) -> Findings {
    let mut site = motor_claim();
    let other = "---\ntitle: I sleep\nsummary: A night.\nkind: current\nlevel: lifecycle\nlifecycle: buy-own\n\
                 persona: camille\ngoal: I want to sleep.\nowner: marketing\nstatus: published\nmapped: 2026-01-01\n\
                 phases:\n  night:\n    name: Sleep\n    stage: use\n    steps:\n      sleep: { name: Sleeps, emotion: 1 }\n---\n";
    site.sources.insert(SourcePath::new(format!("content/journeys/{id}/index.md")), other.as_bytes());
    findings(&site).1
}

#[test]
fn the_order_of_unrelated_journeys_changes_nothing() {
    let (before, after) = (beside("a-night"), beside("z-night"));
    let own = |findings: &Findings| {
        let is_own = |id: &cxbook::content::EntityId| id.id == "motor-claim";
        let peak_end = findings.peak_end.iter().find(|row| is_own(&row.journey)).cloned();
        let seams = findings.seams.iter().find(|row| is_own(&row.journey)).cloned();
        let evidence = findings.evidence.iter().find(|row| is_own(&row.journey)).cloned();
        (findings.coverage.health.clone(), findings.tell_us_once.clone(), peak_end, seams, evidence)
    };
    assert_eq!(own(&before), own(&after));
    assert_eq!(before.unowned, after.unowned);
    assert_eq!(before.no_brainers, after.no_brainers);
    assert_eq!(before.duplicates, after.duplicates);
    assert_eq!(before.hot_spots, after.hot_spots);
    assert_eq!(before.promises, after.promises);
    assert_eq!(before.perception_gaps, after.perception_gaps);
    assert_eq!(before.sneaky_traps, after.sneaky_traps);
    assert_eq!(before.root_causes, after.root_causes);
    assert_eq!(before.consistency, after.consistency);
    assert_eq!(before.symptoms, after.symptoms);
    assert_eq!(before.idle, after.idle);
    assert_eq!(before.what_if, after.what_if);
    assert_eq!(before.follow_up, after.follow_up);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn removing_a_hand_over_never_removes_an_information_gap(
        steps in told(), hand_overs in hand_overs(), index in any::<prop::sample::Index>()
    ) {
        let mut fewer = hand_overs.clone();
        fewer.remove(index.index(hand_overs.len()));
        let (more, fewer) = (findings(&journey(&steps, &hand_overs)).1, findings(&journey(&steps, &fewer)).1);
        let left = gaps(&fewer);
        for gap in gaps(&more) {
            prop_assert!(left.contains(&gap), "{gap} was lost with a hand-over");
        }
        let count = |findings: &Findings| findings.tell_us_once.repetitions.len();
        prop_assert_eq!(count(&more), count(&fewer), "what is asked again does not depend on who passes it on");
    }

    #[test]
    fn scores_stay_whole_tenths_from_the_file_to_the_findings(steps in told()) {
        let scores: Vec<i8> = steps.iter().filter_map(|(_, _, score)| *score).collect();
        let (_, findings) = findings(&journey(&steps, &[]));
        let [found] = findings.peak_end.as_slice() else { panic!() };
        prop_assert_eq!(found.scored, scores.len());
        prop_assert_eq!(found.shape.is_some(), !scores.is_empty() && scores.len() * 2 >= steps.len());
        if let Some(shape) = &found.shape {
            let (lowest, highest) = (*scores.iter().min().unwrap(), *scores.iter().max().unwrap());
            let strongest = scores.iter().map(|score| score.unsigned_abs()).max().unwrap();
            prop_assert_eq!((shape.lowest.1, shape.highest.1, shape.spread), (lowest, highest, highest - lowest));
            prop_assert_eq!(shape.peak.1.unsigned_abs(), strongest);
            prop_assert_eq!(shape.end.1, *scores.last().unwrap());
            prop_assert_eq!(shape.remembered, (i64::from(shape.peak.1) + i64::from(shape.end.1)) * 5);
            let total: i64 = scores.iter().map(|score| i64::from(*score)).sum();
            let count = i64::try_from(scores.len()).unwrap();
            // In hundredths, and off by no more than the half that rounding may add.
            prop_assert!((shape.mean * count - total * 10).abs() * 2 <= count);
        }
    }

    #[test]
    fn health_lies_between_broken_and_kept(verdicts in prop::collection::vec(0_u8..4, 0..40)) {
        let verdicts: Vec<Verdict> = verdicts
            .into_iter()
            .map(|number| [Verdict::Breaks, Verdict::Partly, Verdict::Keeps, Verdict::Aspires][usize::from(number)])
            .collect();
        let mut counts: BTreeMap<Verdict, usize> = BTreeMap::new();
        for verdict in &verdicts {
            *counts.entry(*verdict).or_default() += 1;
        }
        let counted = verdicts.len() - counts.get(&Verdict::Aspires).copied().unwrap_or(0);
        match coverage::health(verdicts.into_iter()) {
            None => prop_assert_eq!(counted, 0),
            Some(health) => {
                prop_assert!(health.thousandths <= 1000);
                prop_assert_eq!(health.n, counted);
            }
        }
    }
}
