//! The graph to findings: views computed from what was written, as plain values.
//!
//! Only published journeys that show things as they are count. Numbers are integers in the unit
//! their field names (tenths, hundredths, thousandths), so equal content gives equal findings.

pub mod coverage;
pub mod duplicates;
pub mod hot_spots;
pub mod no_brainers;
pub mod orphans;
pub mod peak_end;
pub mod promises;
pub mod seams;
pub mod stages;
pub mod tell_us_once;
pub mod unowned;

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
}

/// Computes every view.
#[must_use]
pub fn run(graph: &Graph, thresholds: &Thresholds, today: Date) -> Findings {
    Findings {
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
        stages: stages::of(graph),
    }
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
