//! The graph to warnings about what is written: editorial rules, one file each.
//!
//! A rule reads the public graph and reports; its level is the project's choice. What the archive
//! holds is left alone, and so is what is missing from documents already reported as broken.

mod all_emotions_assumed;
mod alt_is_file_name;
mod article_without_author;
mod article_without_category;
mod byline_in_title;
mod colour_only_reference;
mod contradiction_without_shared_purpose;
mod done_without_reading;
mod duplicated_caption;
mod elsewhere;
mod empty_announced_list;
mod ending_without_emotion;
mod example_without_source;
mod figure_without_alt;
mod form_residue;
mod frontstage_without_touchpoint;
mod handed_over_never_told;
mod ignored_anchor;
mod journey_without_principle;
mod licence_without_version;
mod lost_address;
mod lowercase_paragraph;
mod mapped_in_the_future;
mod missing_parent;
mod missing_promise;
mod missing_summary;
mod near_duplicate_sentence;
mod not_a_no_brainer;
mod one_department_workshop;
mod opportunity_overdue;
mod outdated_translation;
mod owner_not_asked;
mod pain_without_opportunity;
mod personal_data;
mod phase_named_after_department;
mod placeholder_text;
mod principle_without_example;
mod redundant_alt;
mod removed_anchor;
mod repeated_title;
mod reused_id;
mod review_overdue;
mod single_step;
mod skipped_heading_level;
mod solved_pain_still_listed;
mod stage_out_of_order;
mod step_named_after_department;
mod step_without_emotion;
mod stray_alt_text;
mod table_without_header;
mod too_many_moments_of_truth;
mod too_many_steps;
mod unhandled_exit;
mod unknown_key_in_translation;
mod unused_vocabulary;
mod vague_link_text;

pub use elsewhere::hold_back;
pub use lost_address::lost_addresses;
pub use removed_anchor::removed_anchors;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::base::{Date, Id, Locale, SourcePath, Span, TextRange};
use crate::config::Config;
use crate::content::front_matter::{Common, Deviation, FrontMatter, Journey, Pain};
use crate::content::{Document, Kind};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::graph::{Graph, Node};
use crate::markdown::ReferenceKind;

/// What a rule is: the graph, what the project has decided, the day, and where to report.
type Rule = fn(&Graph, &Config, Date, &mut Diagnostics);

const RULES: &[Rule] = &[
    all_emotions_assumed::check,
    alt_is_file_name::check,
    article_without_author::check,
    article_without_category::check,
    byline_in_title::check,
    colour_only_reference::check,
    contradiction_without_shared_purpose::check,
    done_without_reading::check,
    duplicated_caption::check,
    empty_announced_list::check,
    ending_without_emotion::check,
    example_without_source::check,
    figure_without_alt::check,
    form_residue::check,
    frontstage_without_touchpoint::check,
    handed_over_never_told::check,
    ignored_anchor::check,
    journey_without_principle::check,
    licence_without_version::check,
    lowercase_paragraph::check,
    mapped_in_the_future::check,
    missing_parent::check,
    missing_promise::check,
    missing_summary::check,
    near_duplicate_sentence::check,
    not_a_no_brainer::check,
    one_department_workshop::check,
    opportunity_overdue::check,
    outdated_translation::check,
    owner_not_asked::check,
    pain_without_opportunity::check,
    personal_data::check,
    phase_named_after_department::check,
    placeholder_text::check,
    principle_without_example::check,
    redundant_alt::check,
    repeated_title::check,
    reused_id::check,
    review_overdue::check,
    single_step::check,
    skipped_heading_level::check,
    solved_pain_still_listed::check,
    stage_out_of_order::check,
    step_named_after_department::check,
    step_without_emotion::check,
    stray_alt_text::check,
    table_without_header::check,
    too_many_moments_of_truth::check,
    too_many_steps::check,
    unhandled_exit::check,
    unknown_key_in_translation::check,
    unused_vocabulary::check,
    vague_link_text::check,
];

/// What rules say of something that is not there. Where a document has errors, what is not there may
/// be what could not be read, and the error says so.
const ABSENCES: &[Name] = &[
    Name::AllEmotionsAssumed,
    Name::ArticleWithoutAuthor,
    Name::ArticleWithoutCategory,
    Name::EndingWithoutEmotion,
    Name::ExampleWithoutSource,
    Name::JourneyWithoutPrinciple,
    Name::MissingParent,
    Name::MissingPromise,
    Name::MissingSummary,
    Name::OwnerNotAsked,
    Name::PainWithoutOpportunity,
    Name::PrincipleWithoutExample,
    Name::SingleStep,
    Name::StepWithoutEmotion,
];

/// Reports what breaks an editorial rule: the rules side by side, their findings in the order of the rules.
pub fn run(graph: &Graph, config: &Config, today: Date, diagnostics: &mut Diagnostics) {
    let found: Vec<Diagnostics> = RULES
        .par_iter()
        .map(|rule| {
            let mut found = Diagnostics::default();
            rule(graph, config, today, &mut found);
            found
        })
        .collect();
    let broken: BTreeSet<&SourcePath> = graph
        .nodes()
        .flat_map(|node| node.document().into_iter().chain(node.translations.values()))
        .filter(|document| document.parsed.is_broken)
        .map(|document| &document.path)
        .collect();
    diagnostics.extend(
        found
            .into_iter()
            .flatten()
            .filter(|problem| !(ABSENCES.contains(&problem.name) && broken.contains(&problem.span.path))),
    );
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

/// One page's prose in one language.
struct Prose<'a> {
    node: &'a Node,
    document: &'a Document,
    locale: &'a Locale,
}

/// Every source and every translation that is held to the rules of prose.
fn prose(graph: &Graph) -> impl Iterator<Item = Prose<'_>> {
    graph.nodes().filter(|node| !node.is_archived()).flat_map(|node| {
        let source = node.document().map(|document| Prose { node, document, locale: &node.locale });
        let translations = node.translations.iter();
        source.into_iter().chain(translations.map(move |(locale, document)| Prose { node, document, locale }))
    })
}

/// The title of a page in its own language, if that language has one.
fn title<'a>(page: &Prose<'a>) -> Option<&'a str> {
    match &page.document.parsed.front_matter {
        FrontMatter::Overlay(overlay) => overlay.texts.get("title").map(|title| &*title.value),
        other => other.common().and_then(|common| common.title.as_ref()).map(|title| &*title.value),
    }
}

/// Every alternative text with its place and its file: of images in prose and of figures in front matter.
fn alternatives(graph: &Graph) -> Vec<(&Document, &str, TextRange, &str)> {
    let mut found = Vec::new();
    for page in prose(graph) {
        let images = page.document.parsed.body.references.iter().filter(|one| one.kind == ReferenceKind::Image);
        found
            .extend(images.filter_map(|image| {
                Some((page.document, image.label.as_deref()?, image.whole, image.target.as_str()))
            }));
    }
    for (node, document, common) in sources(graph) {
        let persona = node.persona().and_then(|persona| persona.figure.as_ref());
        let steps = node.journey().into_iter().flat_map(|journey| journey.all_steps());
        let figures = common.figures.values().chain(persona).chain(steps.filter_map(|(_, step)| step.figure.as_ref()));
        found.extend(figures.filter_map(|figure| {
            let alt = figure.alt.as_ref()?;
            Some((document, &*alt.value, alt.range, figure.src.value.as_str()))
        }));
    }
    found
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

/// Offers to take out what is marked: plain words that have their lines for themselves. With a link, a picture or a
/// list's mark, more would go than is found fault with.
fn taken_out(problem: Diagnostic, document: &Document) -> Diagnostic {
    let body = &document.parsed.body;
    let place = |offset: usize| offset.saturating_sub(body.offset);
    let (start, end) = (place(problem.span.range.start()), place(problem.span.range.end()));
    let (Some(before), Some(written), Some(after)) =
        (body.text.get(..start), body.text.get(start..end), body.text.get(end..))
    else {
        return problem;
    };
    let is_blank = |part: Option<&str>| part.is_none_or(|part| part.trim().is_empty());
    let is_alone = is_blank(before.rsplit('\n').next()) && is_blank(after.split('\n').next());
    let is_plain = !written.contains(['[', '`', '|', '<', '{', '\\', '&']);
    if is_alone && is_plain { problem.mend("") } else { problem }
}

/// A problem of the document as a whole, marked at its title.
fn whole(document: &Document, common: &Common, name: Name, message: impl ToString) -> Diagnostic {
    let range = common.title.as_ref().map_or(TextRange::at(0), |title| title.range);
    at(document, range, name, message)
}

/// Up to three ids of a kind, as a help line offers them: “`a`, `b`, …”; none where there is none.
fn some_of(graph: &Graph, kind: Kind) -> Option<String> {
    const MOST: usize = 3;
    let ids: Vec<String> = graph.in_order(kind).into_iter().map(|node| format!("`{}`", node.id.id)).collect();
    let named = ids.iter().take(MOST).cloned().collect::<Vec<String>>().join(", ");
    (!ids.is_empty()).then(|| if ids.len() > MOST { format!("{named}, …") } else { named })
}
