//! The computed views to their hub and to a page each: a number, a rule in one sentence, tables.
//!
//! The matrix of principles by journeys has a layout of its own ([`matrix`](super::matrix)).

mod more;
mod tables;

pub(super) use more::readings_drawn;

use super::page::{Column, Entry, FileLink, FindingCard, FindingGroup, FindingPage, FindingsPage, Headline, TableView};
use super::scope::{Arg, Scope, args};
use crate::analysis::promises::PromiseState;
use crate::content::front_matter::{OpportunityStatus, Verdict};
use crate::graph::Feed;
use crate::graph::route::TABLES;
use crate::view::entries::said;

/// What the views speak of, in the order that a reader asks.
const GROUPS: &[(&str, &[&str])] = &[
    ("on-principles", &["coverage", "promises", "orphans", "what-if"]),
    ("on-hands", &["tell-us-once", "duplicates", "seams", "blinkers", "channels"]),
    ("on-feelings", &["hot-spots", "peak-and-end", "perception-gaps", "stages", "consistency", "symptoms"]),
    ("on-work", &["unowned", "no-brainers", "sneaky-traps", "idle", "follow-up"]),
    ("on-grounds", &["root-causes", "said-and-meant", "evidence"]),
];

/// The hub.
pub(super) fn hub(scope: Scope<'_>) -> FindingsPage {
    let card = |name: &'static str| FindingCard {
        title: scope.say(&format!("finding-{name}-title")),
        href: scope.finding_href(name),
        headline: headline(scope, name),
        rule: scope.say(&format!("finding-{name}-rule")),
    };
    let group = |(key, names): &(&str, &[&'static str])| FindingGroup {
        anchor: format!("cx-{key}"),
        title: scope.say(&format!("findings-{key}")),
        findings: names.iter().copied().map(card).collect(),
    };
    FindingsPage {
        intro: scope.say("findings-intro"),
        groups: GROUPS.iter().map(group).collect(),
        files: TABLES.iter().map(|name| scope.table_file(name)).collect(),
    }
}

/// The page of a computed view.
pub(super) fn page(scope: Scope<'_>, name: &'static str) -> Option<FindingPage> {
    let tables: Vec<TableView> = match name {
        "orphans" => tables::orphans(scope),
        "unowned" => tables::unowned(scope),
        "no-brainers" => tables::no_brainers(scope),
        "duplicates" => tables::duplicates(scope),
        "tell-us-once" => tables::tell_us_once(scope),
        "seams" => tables::seams(scope),
        "peak-and-end" => tables::peak_and_end(scope),
        "hot-spots" => tables::hot_spots(scope),
        "promises" => tables::promises(scope),
        "stages" => tables::stages(scope),
        "perception-gaps" => more::perception_gaps(scope),
        "sneaky-traps" => more::sneaky_traps(scope),
        "blinkers" => more::blinkers(scope),
        "evidence" => more::evidence(scope),
        "root-causes" => more::root_causes(scope),
        "said-and-meant" => more::said_and_meant(scope),
        "consistency" => more::consistency(scope),
        "symptoms" => more::symptoms(scope),
        "idle" => more::idle(scope),
        "what-if" => more::what_if(scope),
        "channels" => more::channels(scope),
        "follow-up" => more::follow_up(scope),
        _ => return None,
    };
    let empty = tables.is_empty().then(|| nothing(scope, name));
    Some(FindingPage {
        rule: scope.say(&format!("finding-{name}-rule")),
        n: over(scope),
        headline: headline(scope, name),
        files: files(scope, name),
        chart: if name == "no-brainers" { more::worth(scope) } else { None },
        advice: (name == "unowned" && !tables.is_empty()).then(|| scope.say("finding-unowned-advice")),
        tables,
        empty,
    })
}

/// What to write so that the view has something to say.
pub(super) fn nothing(scope: Scope<'_>, name: &str) -> String {
    if scope.graph().current_journeys().next().is_none() {
        return scope.say("findings-no-journey");
    }
    scope.say(&format!("finding-{name}-empty"))
}

/// The view as data, and as a feed where there is one.
fn files(scope: Scope<'_>, name: &str) -> Vec<FileLink> {
    let feed = (name == "no-brainers").then(|| scope.feed(Feed::NoBrainers)).flatten();
    scope.data_files(name).into_iter().chain(feed).collect()
}

/// "4 journeys, 31 steps": what views are computed over.
fn over(scope: Scope<'_>) -> String {
    let journeys = scope.graph().current_journeys();
    let (count, steps) =
        journeys.fold((0_usize, 0_usize), |(count, steps), (_, journey)| (count + 1, steps + journey.path().count()));
    scope.say_with("finding-n", args!["journeys" => count, "steps" => steps])
}

/// The one number of a view.
pub(super) fn headline(scope: Scope<'_>, name: &'static str) -> Headline {
    let findings = scope.site.findings;
    let counts = scope.site.counts();
    let (count, bad) = match name {
        "coverage" => (counts.breaks, "bad"),
        "orphans" => (findings.orphans.principles.len(), "warn"),
        "unowned" => (counts.unowned_pains, "bad"),
        "no-brainers" => (counts.no_brainers, "warn"),
        "duplicates" => (findings.duplicates.groups.len(), "bad"),
        "tell-us-once" => (counts.asked_again, "bad"),
        "seams" => (findings.seams.iter().map(|found| found.seams.len()).sum(), "warn"),
        "peak-and-end" => (
            findings
                .peak_end
                .iter()
                .filter(|found| found.shape.as_ref().is_some_and(|shape| shape.remembered < 0))
                .count(),
            "bad",
        ),
        "hot-spots" => (findings.hot_spots.iter().filter(|found| found.is_hot).count(), "bad"),
        "promises" => (findings.promises.iter().filter(|found| found.state == PromiseState::Broken).count(), "bad"),
        "perception-gaps" => (findings.perception_gaps.steps.iter().filter(|gap| gap.is_flagged).count(), "bad"),
        "sneaky-traps" => (findings.sneaky_traps.len(), "bad"),
        "blinkers" => (findings.blinkers.iter().filter(|slice| slice.sees() * 2 < slice.steps).count(), "warn"),
        "evidence" => (findings.evidence.iter().map(|grounds| grounds.bare_pains.len()).sum(), "warn"),
        "root-causes" => (findings.root_causes.len(), "warn"),
        "said-and-meant" => (findings.said_and_meant.evidence.len(), "warn"),
        "consistency" => {
            // A whole point of the scale from one journey to another.
            let differs = |(_, lowest, highest, _): &&(_, i8, i8, _)| highest - lowest >= 10;
            (findings.consistency.touchpoints.iter().filter(differs).count(), "warn")
        }
        "symptoms" => (findings.symptoms.len(), "warn"),
        "idle" => {
            let idle = &findings.idle;
            (idle.pains.len() + idle.unmeasured.len() + idle.unproven.len(), "warn")
        }
        "what-if" => (findings.what_if.len(), "ok"),
        "channels" => (findings.channels.iter().filter(|stage| stage.channels.is_empty()).count(), "warn"),
        "follow-up" => {
            (findings.follow_up.iter().filter(|one| one.status == OpportunityStatus::InProgress).count(), "ok")
        }
        _ => (findings.stages.iter().filter(|stage| stage.journeys.is_empty()).count(), "warn"),
    };
    Headline {
        value: scope.number(count),
        label: scope.say_with(&format!("finding-{name}-headline"), args!["count" => count]),
        href: scope.finding_href(name),
        tone: if count == 0 { "ok" } else { bad },
    }
}

/// A table with rows; none without.
fn table(
    scope: Scope<'_>,
    anchor: &'static str,
    caption: &str,
    columns: &[(&str, bool)],
    rows: Vec<Vec<Vec<Entry>>>,
) -> Option<TableView> {
    (!rows.is_empty()).then(|| TableView {
        anchor: format!("cx-{anchor}"),
        caption: scope.say(caption),
        columns: columns
            .iter()
            .map(|(label, is_number)| Column { label: scope.say(label), is_number: *is_number })
            .collect(),
        rows,
    })
}

/// A cell with words of the interface.
fn words(text: impl AsRef<str>) -> Vec<Entry> {
    if text.as_ref().is_empty() { Vec::new() } else { vec![said(text.as_ref())] }
}

/// A cell with a sentence of the interface.
fn sentence(scope: Scope<'_>, key: &str, args: &[(&'static str, Arg)]) -> Vec<Entry> {
    words(scope.say_with(key, args))
}

/// The numbers that several pages show.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    /// Pains that are known to be nobody's.
    pub unowned_pains: usize,
    /// Verdicts that break a principle.
    pub breaks: usize,
    /// Times that something is asked again, what only says who is speaking left out.
    pub asked_again: usize,
    /// Improvements that should simply be made.
    pub no_brainers: usize,
}

impl super::site::Site<'_> {
    /// The numbers that several pages show.
    pub fn counts(&self) -> Counts {
        let findings = self.findings;
        let cells = findings.coverage.cells.values();
        Counts {
            unowned_pains: findings.unowned.count("pain"),
            breaks: cells.flat_map(|cell| &cell.verdicts).filter(|(_, verdict)| *verdict == Verdict::Breaks).count(),
            asked_again: findings.tell_us_once.repetitions.iter().filter(|found| !found.is_identifier).count(),
            no_brainers: findings.no_brainers.len(),
        }
    }

    /// How often current journeys break, half keep and keep a principle.
    pub fn verdicts(&self, principle: &crate::content::EntityId) -> [usize; 3] {
        self.verdicts.get(principle).copied().unwrap_or_default()
    }

    /// How healthy a principle is, in thousandths, and over how many verdicts.
    pub fn health(&self, principle: &crate::content::EntityId) -> Option<(i64, usize)> {
        self.findings.coverage.health.get(principle).map(|health| (health.thousandths.into(), health.n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::route::FINDINGS;

    #[test]
    fn every_view_is_in_one_group() {
        let mut grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| *names).copied().collect();
        let mut all = FINDINGS.to_vec();
        grouped.sort_unstable();
        all.sort_unstable();
        assert_eq!(grouped, all);
    }
}
