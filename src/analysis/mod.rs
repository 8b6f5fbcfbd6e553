//! The graph to findings: views computed from what was written, as plain values.
//!
//! Only published journeys that show things as they are count. Numbers are integers in the unit
//! their field names (tenths, hundredths, thousandths), so equal content gives equal findings.

pub mod blinkers;
pub mod channels;
pub mod consistency;
pub mod coverage;
pub mod duplicates;
pub mod evidence;
pub mod follow_up;
pub mod hot_spots;
pub mod idle;
pub mod named;
pub mod news;
pub mod no_brainers;
pub mod orphans;
pub mod peak_end;
pub mod perception_gap;
pub mod promises;
pub mod root_causes;
pub mod said_and_meant;
pub mod seams;
pub mod sneaky_traps;
pub mod stages;
pub mod symptoms;
pub mod tell_us_once;
pub mod unowned;
pub mod what_if;

use crate::base::Date;
use crate::config::Thresholds;
use crate::graph::Graph;

/// Every computed view of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Principles by journeys, with the health of each principle.
    pub coverage: coverage::Coverage,
    /// Principles nobody lives by, and steps that live by none.
    pub orphans: orphans::Orphans,
    /// What nobody owns.
    pub unowned: unowned::Unowned,
    /// What should simply be done.
    pub no_brainers: Vec<no_brainers::NoBrainer>,
    /// What is sent twice, by two departments.
    pub duplicates: duplicates::Duplicates,
    /// What customers are asked again.
    pub tell_us_once: tell_us_once::TellUsOnce,
    /// Where journeys pass from one department to another.
    pub seams: Vec<seams::Seams>,
    /// What people will remember of each journey.
    pub peak_end: Vec<peak_end::PeakEnd>,
    /// Where most people suffer off the path.
    pub hot_spots: Vec<hot_spots::HotSpot>,
    /// Whether promises are kept.
    pub promises: Vec<promises::PromiseCheck>,
    /// What is known of each stage of the lifecycles.
    pub stages: Vec<stages::StageCoverage>,
    /// Where staff think better, or worse, of a step than customers do.
    pub perception_gaps: perception_gap::PerceptionGaps,
    /// Savings that would take away what customers like.
    pub sneaky_traps: Vec<sneaky_traps::Trap>,
    /// How much of each journey each department sees.
    pub blinkers: Vec<blinkers::Slice>,
    /// What each journey rests on, and how fresh it is.
    pub evidence: Vec<evidence::Grounds>,
    /// Where trouble starts that is felt elsewhere.
    pub root_causes: Vec<root_causes::RootCause>,
    /// What people said and what it meant; needs that no step meets.
    pub said_and_meant: said_and_meant::SaidAndMeant,
    /// Whether metrics and touchpoints give one experience.
    pub consistency: consistency::Consistency,
    /// Which symptoms stand behind most of the pain.
    pub symptoms: Vec<symptoms::Symptom>,
    /// What has an owner and does not move.
    pub idle: idle::Idle,
    /// How healthy principles would be if what is planned worked half-way.
    pub what_if: Vec<what_if::WhatIf>,
    /// Which channels customers can use at each stage.
    pub channels: Vec<channels::StageChannels>,
    /// What became of every opportunity.
    pub follow_up: Vec<follow_up::FollowUp>,
    /// How much of what is mapped lies in each lobe of the lifecycles.
    pub balance: Vec<stages::Balance>,
    /// Who is named in which of them.
    pub named: named::Named,
}

/// Computes every view.
#[must_use]
pub fn run(graph: &Graph, thresholds: &Thresholds, today: Date) -> Findings {
    let stages = stages::of(graph);
    let mut findings = Findings {
        coverage: coverage::of(graph),
        orphans: orphans::of(graph),
        unowned: unowned::of(graph, today),
        no_brainers: no_brainers::of(graph),
        duplicates: duplicates::of(graph, thresholds),
        tell_us_once: tell_us_once::of(graph),
        seams: seams::of(graph),
        peak_end: peak_end::of(graph),
        hot_spots: hot_spots::of(graph, thresholds),
        promises: promises::of(graph),
        balance: stages::balance(&stages),
        stages,
        perception_gaps: perception_gap::of(graph, thresholds),
        sneaky_traps: sneaky_traps::of(graph),
        blinkers: blinkers::of(graph),
        evidence: evidence::of(graph, today),
        root_causes: root_causes::of(graph),
        said_and_meant: said_and_meant::of(graph),
        consistency: consistency::of(graph),
        symptoms: symptoms::of(graph),
        idle: idle::of(graph),
        what_if: what_if::of(graph),
        channels: channels::of(graph),
        follow_up: follow_up::of(graph),
        named: named::Named::default(),
    };
    findings.named = named::of(graph, &findings);
    findings
}

/// A quotient, rounded half away from zero.
fn rounded(dividend: i64, divisor: i64) -> i64 {
    if divisor == 0 {
        return 0;
    }
    let (dividend, divisor) = if divisor < 0 { (-dividend, -divisor) } else { (dividend, divisor) };
    let half = if dividend < 0 { -divisor } else { divisor };
    (2 * dividend + half) / (2 * divisor)
}

#[cfg(test)]
mod tests {
    use super::rounded;

    #[test]
    fn halves_go_away_from_zero() {
        assert_eq!([rounded(-30, 9), rounded(5, 2), rounded(-5, 2), rounded(1, 3)], [-3, 3, -3, 0]);
    }
}
