//! What each journey does to each principle, to a table of marks with words.

use super::article::verdict_badge;
use super::names::verdict_look;
use super::page::{Badge, EntityLink, MatrixCell, MatrixPage, MatrixRow};
use super::principle::COUNTED;
use super::scope::{Scope, args};
use crate::content::EntityId;
use crate::content::front_matter::Verdict;
use crate::graph::Place;

/// The matrix.
pub(super) fn page(scope: Scope<'_>) -> MatrixPage {
    let coverage = &scope.site.findings.coverage;
    let mut journeys: Vec<&EntityId> = coverage.journeys.iter().collect();
    scope.sort_by_name(&mut journeys, |id| *id);
    let mut principles: Vec<&EntityId> = coverage.principles.iter().collect();
    scope.sort_by_name(&mut principles, |id| *id);
    let verdicts = |principle: &EntityId, journey: &EntityId| {
        coverage.cells.get(&(principle.clone(), journey.clone())).map_or(&[][..], |cell| &cell.verdicts)
    };
    let rows = principles.iter().map(|principle| MatrixRow {
        link: EntityLink { summary_html: None, ..scope.entity(principle) },
        cells: journeys.iter().map(|journey| cell(scope, verdicts(principle, journey), true)).collect(),
        health: coverage
            .health
            .get(*principle)
            .map(|health| (scope.thousandths(health.thousandths.into()), scope.number(health.n))),
    });
    let totals = journeys.iter().map(|journey| {
        let all: Vec<(Place, Verdict)> =
            principles.iter().flat_map(|principle| verdicts(principle, journey)).cloned().collect();
        cell(scope, &all, false)
    });
    let empty = (principles.is_empty() || journeys.is_empty()).then(|| super::findings::nothing(scope, "coverage"));
    MatrixPage {
        rule: scope.say("finding-coverage-rule"),
        n: scope.say_with("matrix-n", args!["principles" => principles.len(), "journeys" => journeys.len()]),
        rows: rows.collect(),
        totals: totals.collect(),
        files: scope.data_files("coverage"),
        journeys: journeys.iter().map(|journey| scope.link(journey)).collect(),
        empty,
    }
}

/// Each verdict that occurs, the worst first; linked to the first step that shows it.
fn cell(scope: Scope<'_>, verdicts: &[(Place, Verdict)], is_linked: bool) -> MatrixCell {
    let badges = COUNTED.into_iter().filter_map(|verdict| {
        let mut here = verdicts.iter().filter(|(_, other)| *other == verdict);
        let (first, _) = here.next()?;
        let href = is_linked.then(|| scope.href(first)).flatten();
        Some(Badge { href, ..verdict_badge(&scope, verdict, here.count() + 1) })
    });
    let worst = verdicts.iter().map(|(_, verdict)| *verdict).min();
    MatrixCell { verdicts: badges.collect(), tone: worst.map_or("", |worst| verdict_look(worst).1) }
}
