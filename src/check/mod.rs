//! The graph to warnings about what is written: editorial rules, one file each.
//!
//! A rule reads the public graph and reports; its level is the project's choice. What the archive
//! holds is left alone, and so is what is missing from documents already reported as broken.

mod all_emotions_assumed;
mod article_without_author;
mod article_without_category;
mod contradiction_without_shared_purpose;
mod done_without_reading;
mod ending_without_emotion;
mod example_without_source;
mod frontstage_without_touchpoint;
mod handed_over_never_told;
mod journey_without_principle;
mod missing_parent;
mod missing_promise;
mod missing_summary;
mod not_a_no_brainer;
mod one_department_workshop;
mod opportunity_overdue;
mod owner_not_asked;
mod pain_without_opportunity;
mod phase_named_after_department;
mod principle_without_example;
mod review_overdue;
mod solved_pain_still_listed;
mod stage_out_of_order;
mod step_named_after_department;
mod step_without_emotion;
mod too_many_moments_of_truth;
mod too_many_steps;
mod unhandled_exit;
mod unused_vocabulary;

use crate::base::{Date, Id, Span, TextRange};
use crate::config::Config;
use crate::content::Document;
use crate::content::front_matter::{Common, Deviation, Journey, Pain};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::graph::{Graph, Node};

/// What a rule is: the graph, what the project has decided, the day, and where to report.
type Rule = fn(&Graph, &Config, Date, &mut Diagnostics);

const RULES: &[Rule] = &[
    all_emotions_assumed::check,
    article_without_author::check,
    article_without_category::check,
    contradiction_without_shared_purpose::check,
    done_without_reading::check,
    ending_without_emotion::check,
    example_without_source::check,
    frontstage_without_touchpoint::check,
    handed_over_never_told::check,
    journey_without_principle::check,
    missing_parent::check,
    missing_promise::check,
    missing_summary::check,
    not_a_no_brainer::check,
    one_department_workshop::check,
    opportunity_overdue::check,
    owner_not_asked::check,
    pain_without_opportunity::check,
    phase_named_after_department::check,
    principle_without_example::check,
    review_overdue::check,
    solved_pain_still_listed::check,
    stage_out_of_order::check,
    step_named_after_department::check,
    step_without_emotion::check,
    too_many_moments_of_truth::check,
    too_many_steps::check,
    unhandled_exit::check,
    unused_vocabulary::check,
];

/// Reports what breaks an editorial rule.
pub fn run(graph: &Graph, config: &Config, today: Date, diagnostics: &mut Diagnostics) {
    for rule in RULES {
        rule(graph, config, today, diagnostics);
    }
}

/// Every source that is held to the rules.
fn sources(graph: &Graph) -> impl Iterator<Item = (&Node, &Document, &Common)> {
    graph
        .nodes()
        .filter(|node| !node.is_archived())
        .filter_map(|node| Some((node, &**node.document()?, node.common()?)))
}

/// Every journey that is held to the rules.
fn journeys(graph: &Graph) -> impl Iterator<Item = (&Node, &Document, &Journey)> {
    sources(graph).filter_map(|(node, document, _)| Some((node, document, node.journey()?)))
}

/// The pains of a journey: those of its steps, then those of its deviations, each with where it hurts.
fn pains(journey: &Journey) -> impl Iterator<Item = (&Id, &Id, &Pain)> {
    let of_steps = journey.all_steps().flat_map(|(at, step)| step.pains.iter().map(move |(id, pain)| (at, id, pain)));
    let of_deviations = journey
        .deviations
        .iter()
        .flat_map(|(at, Deviation { pains, .. })| pains.iter().map(move |(id, pain)| (at, id, pain)));
    of_steps.chain(of_deviations)
}

/// A problem at `range` of a document.
fn at(document: &Document, range: TextRange, name: Name, message: impl ToString) -> Diagnostic {
    Diagnostic::new(name, Span::new(&document.path, range), message)
}

/// A problem of the document as a whole, marked at its title.
fn whole(document: &Document, common: &Common, name: Name, message: impl ToString) -> Diagnostic {
    let range = common.title.as_ref().map_or(TextRange::at(0), |title| title.range);
    at(document, range, name, message)
}

/// `1 step`, `3 steps`.
fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}
