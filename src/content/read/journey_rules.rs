//! What is wrong with a journey that no single field shows, and that needs no other file.
//!
//! References are not among it, even to what the file itself defines: `graph` follows them all.

use std::collections::BTreeMap;

use super::reader::Reader;
use crate::base::{Id, Spanned, TextRange};
use crate::content::front_matter::*;
use crate::diagnostic::Name;

/// Checks a journey against itself.
pub fn check(reader: &mut Reader, journey: &Journey) {
    repeated_steps(reader, journey);
    basis(reader, journey);
    aspirations(reader, journey);
    shares(reader, journey);
}

/// Step ids are unique in a journey, so that a step can change its phase.
fn repeated_steps(reader: &mut Reader, journey: &Journey) {
    let mut known: BTreeMap<&Id, TextRange> = BTreeMap::new();
    for (id, step) in journey.all_steps() {
        match known.get(id) {
            Some(first) => reader.duplicate(id.as_str(), step.range, *first),
            None => {
                known.insert(id, step.range);
            }
        }
    }
}

/// A journey may not claim to be better founded than its steps.
fn basis(reader: &mut Reader, journey: &Journey) {
    let Some(claimed) = &journey.basis else { return };
    let bases: Vec<Basis> =
        journey.path().filter_map(|(_, _, _, step)| step.emotion.as_ref()).map(|emotion| emotion.basis).collect();
    let shown = if !bases.is_empty() && bases.iter().all(|basis| *basis == Basis::Observed) {
        JourneyBasis::Observed
    } else if bases.iter().any(|basis| *basis != Basis::Assumed) {
        JourneyBasis::Mixed
    } else {
        JourneyBasis::Assumed
    };
    if claimed.value > shown {
        let name = match shown {
            JourneyBasis::Mixed => "mixed",
            _ => "assumed",
        };
        let observed = bases.iter().filter(|basis| **basis == Basis::Observed).count();
        let problem = reader
            .fault(Name::BasisBeyondSteps, claimed.range, "the journey claims a better basis than its steps show")
            .label(format_args!("{observed} of {} emotions are observed", bases.len()))
            .help(format_args!("write `basis: {name}`, or remove the field: it is computed"));
        reader.push(problem);
    }
}

/// Only a future journey aspires.
fn aspirations(reader: &mut Reader, journey: &Journey) {
    if journey.state != Some(JourneyState::Current) {
        return;
    }
    let of_steps = journey.all_steps().flat_map(|(_, step)| &step.principles);
    let of_deviations = journey.deviations.values().flat_map(|deviation| &deviation.principles);
    for (principle, verdict) in of_steps.chain(of_deviations) {
        if verdict.value == Verdict::Aspires {
            let problem = reader
                .fault(
                    Name::AspirationInCurrentJourney,
                    verdict.range,
                    format_args!("a current journey aspires to `{}`", principle.value),
                )
                .label("a wish, in a map of what is")
                .help("write `keeps`, `partly` or `breaks`, or move the wish to a `future` journey");
            reader.push(problem);
        }
    }
}

/// No more than everybody can leave one step.
fn shares(reader: &mut Reader, journey: &Journey) {
    let mut leaving: BTreeMap<&Id, Vec<&Spanned<u32>>> = BTreeMap::new();
    for deviation in journey.deviations.values() {
        if let (Some(from), Some(share)) = (&deviation.from, &deviation.share) {
            leaving.entry(&from.value).or_default().push(share);
        }
    }
    for (step, shares) in leaving {
        let total: u32 = shares.iter().map(|share| share.value).sum();
        if let Some((last, rest)) = shares.split_last().filter(|_| total > 1000) {
            let sum = if total.is_multiple_of(10) {
                format!("{}", total / 10)
            } else {
                format!("{}.{}", total / 10, total % 10)
            };
            let mut problem = reader
                .fault(
                    Name::SharesOver100,
                    last.range,
                    format_args!("the shares leaving step `{step}` add up to {sum} %"),
                )
                .label("more than everybody")
                .help("shares of one step are parts of the same 100 %: correct them");
            for share in rest {
                problem = problem.related(reader.span(share.range), "also leaves here");
            }
            reader.push(problem);
        }
    }
}
