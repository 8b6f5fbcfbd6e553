//! What is wrong with documents that readers do not see yet: left out of a build, taken into a check.
//!
//! A build speaks of what it publishes, so that a half-written draft stops nobody else's work. A check
//! looks at drafts as if they were published, because their authors need to hear of every problem
//! before that day. Both look at drafts before they call a vocabulary entry unused, and neither calls
//! one so while errors hide what uses it.

use std::collections::BTreeSet;

use crate::base::{SourcePath, Span};
use crate::config::{Config, Goal, Request};
use crate::content::{Documents, EntityId};
use crate::diagnostic::{Diagnostic, Diagnostics, Name, Severity};
use crate::graph::{self, Graph};
use crate::translation::Survey;

/// Brings the problems of drafts in line with what the run is for.
pub(super) fn settle(
    graph: &Graph,
    documents: &Documents,
    config: &Config,
    request: &Request,
    diagnostics: Diagnostics,
) -> Diagnostics {
    let hidden: BTreeSet<&SourcePath> =
        documents.documents.iter().map(|document| &document.path).filter(|path| !graph.shows(path)).collect();
    let mut settled: Vec<Diagnostic> = diagnostics.into_iter().collect();
    let is_unused = |problem: &Diagnostic| problem.name == Name::UnusedVocabulary;
    // What a mistyped reference means to use, or a file that cannot be read, is not known.
    let is_doubtful = |problem: &Diagnostic| problem.severity == Severity::Error;
    if settled.iter().any(is_doubtful) {
        settled.retain(|problem| !is_unused(problem));
    }
    if request.drafts || hidden.is_empty() {
        return settled.into_iter().collect();
    }
    if request.goal != Goal::Check {
        let drafts = surely_drafts(documents);
        settled.retain(|problem| !drafts.contains(&problem.span.path));
    }
    if request.goal == Goal::Check || settled.iter().any(is_unused) {
        let with_drafts = problems_with_drafts(graph.survey(), documents, config, request);
        let unused: BTreeSet<&Span> =
            with_drafts.iter().filter(|problem| is_unused(problem)).map(|problem| &problem.span).collect();
        settled.retain(|problem| !is_unused(problem) || unused.contains(&problem.span));
        if request.goal == Goal::Check {
            let concerns_draft = |problem: &&Diagnostic| {
                let mut places = std::iter::once(&problem.span).chain(problem.related.iter().map(|(span, _)| span));
                places.any(|span| hidden.contains(&span.path))
            };
            settled.extend(with_drafts.iter().filter(concerns_draft).cloned());
        }
    }
    settled.into_iter().collect()
}

/// What graph and rules would say if every document were published.
fn problems_with_drafts(survey: &Survey, documents: &Documents, config: &Config, request: &Request) -> Diagnostics {
    let request = Request { drafts: true, ..request.clone() };
    let mut diagnostics = Diagnostics::default();
    let graph = graph::resolve(documents, config, &request, &mut diagnostics).with_survey(survey.clone());
    crate::check::run(&graph, config, request.today, &mut diagnostics);
    diagnostics
}

/// The files of documents whose every source is a draft beyond doubt, translations included.
fn surely_drafts(documents: &Documents) -> BTreeSet<SourcePath> {
    let of = |is_draft: bool| -> BTreeSet<&EntityId> {
        documents.sources().filter(|one| one.parsed.is_surely_draft == is_draft).map(|one| &one.id).collect()
    };
    let (drafts, others) = (of(true), of(false));
    documents
        .documents
        .iter()
        .filter(|document| drafts.contains(&document.id) && !others.contains(&document.id))
        .map(|document| document.path.clone())
        .collect()
}
