//! Sources to a site: the one function that `build`, `check` and `serve` all call.
//!
//! Data flows one way: documents, graph, pages, output. Each stage goes on with what the one before
//! could make of its input, so one run lists everything that is wrong.

mod assets;
mod desk;
mod drafts;
mod memo;
mod search_index;
mod unread;

pub use desk::Desk;
pub use memo::Memo;

use std::sync::Arc;

use crate::config::{self, Config, Goal, Request};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::graph::{Graph, Published, Slugs};
use crate::output::Output;
use crate::search::Previews;
use crate::source::SourceSet;
use crate::theme::Theme;
use crate::{analysis, check, content, graph, interchange, render, theme, translation, view};

/// What became of a run.
#[derive(Clone, Debug, Default)]
pub struct Build {
    /// The site, unless only problems were asked for or an error forbids publishing.
    pub output: Option<Output>,
    /// Everything that is wrong, sorted by file and place, with the project's levels applied.
    pub diagnostics: Diagnostics,
    /// How much there was to do.
    pub summary: Summary,
    /// What the preview searches in; shared with the memo, so later builds keep it current.
    pub search: Previews,
    /// What the preview shows to translators; nothing of it is in the output.
    pub desk: Option<Arc<Desk>>,
}

/// How much a run had to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Source files of documents and vocabulary, translations included.
    pub documents: usize,
    /// Pages of the site, in all languages.
    pub pages: usize,
    /// Documents that readers do not see yet.
    pub drafts: usize,
    /// Languages of the site.
    pub languages: usize,
    /// Pages whose HTML was not in the memo.
    pub rendered: usize,
}

/// Turns sources into a site. Reads nothing, writes nothing, and always ends: problems are listed
/// in the result, and each stage goes on with what is left.
pub fn build(sources: &SourceSet, request: &Request, memo: &mut Memo) -> Build {
    let mut diagnostics: Diagnostics = sources.refused().iter().cloned().collect();
    let mut summary = Summary::default();

    let config = config::read(sources, &mut diagnostics).with_base_url(request.base_url.as_ref());
    let loaded = load_theme(sources, &config, memo);
    let (theme, found) = &*loaded;
    diagnostics.extend(found.iter().cloned());
    let documents = content::parse(sources, &config, &mut memo.content, &mut diagnostics);
    let subjects = translation::Subjects::collect(sources, &documents, &config, &mut diagnostics);
    let survey = translation::survey(sources, &documents, &subjects, &mut memo.reports, &mut diagnostics);
    let graph = graph::resolve(&documents, &config, request, &mut diagnostics).with_survey(survey);
    check::run(&graph, &config, request.today, &mut diagnostics);
    check::removed_anchors(&graph, &Published::read(sources, &mut diagnostics), &mut diagnostics);
    check::lost_addresses(&graph, &Slugs::read(sources, &mut diagnostics), &mut diagnostics);
    let files = assets::files(&graph, &documents, sources, &mut memo.pictures, &mut diagnostics);
    let wording = translation::lint::lint(sources, &documents, &subjects, &config, &mut memo.wording);
    let broken = diagnostics.files_with_errors();
    for found in wording {
        // A translation is not held to a source that is wrong itself.
        let is_fair = |problem: &&Diagnostic| !problem.related.iter().any(|(span, _)| broken.contains(&span.path));
        diagnostics.extend(found.diagnostics.iter().filter(is_fair).cloned());
    }
    check::hold_back(&documents, &mut diagnostics);
    let mut diagnostics = unread::leave_out(drafts::settle(&graph, &documents, &config, request, diagnostics));
    diagnostics.settle(&config.levels);

    summary.documents = documents.documents.len() + documents.vocabulary.len();
    summary.drafts = documents.sources().filter(|source| !graph.shows(&source.path)).count();
    summary.languages = config.languages.len();
    if request.goal == Goal::Check || diagnostics.has_errors() {
        return Build { diagnostics, summary, search: memo.search.clone(), ..Build::default() };
    }

    // Search and the export first: what they are made from is gone before the pages come.
    let search = match request.goal {
        Goal::Preview => search_index::preview(&graph, theme, memo),
        Goal::Check | Goal::Site => search_index::files(&graph, theme, memo),
    };
    let exported = interchange::json::files(&graph, &config);
    let findings = analysis::run(&graph, &config.thresholds, request.today);
    let pages = view::Pages::new(sources, &graph, &findings, theme, &config, request);
    let rendered = render::pages(&pages, theme, &mut memo.pages, &mut memo.posters, &mut diagnostics);
    summary.pages = rendered.pages;
    summary.rendered = rendered.rendered;

    let mut output = Output::default();
    output.extend(rendered.files);
    output.extend(search);
    output.extend(interchange::findings::files(&findings));
    output.extend(interchange::feeds::files(&graph, &findings, theme, &config));
    output.extend(interchange::calendar::files(&graph, &findings, theme, &config));
    output.extend(exported);
    output.extend(interchange::llms::files(&graph, theme, &config));
    output.extend(interchange::twin::files(&graph, theme, &config));
    output.extend(interchange::tables::files(&graph, &findings, theme, request.today));
    output.extend(render::site_files(&graph, &config));
    output.extend(theme.artifacts());
    output.extend(files);
    lead_on(&mut output, &graph, &config, &mut diagnostics);

    memo.sweep();
    diagnostics.settle(&config.levels);
    let output = (!diagnostics.has_errors()).then_some(output);
    let desk = (request.goal == Goal::Preview)
        .then(|| Arc::new(Desk::new(sources, documents, subjects, graph, &loaded, config, &diagnostics)));
    Build { output, diagnostics, summary, search: memo.search.clone(), desk }
}

/// The theme and what is wrong with it, from the memo if nothing that it is made of has changed.
fn load_theme(sources: &SourceSet, config: &Config, memo: &mut Memo) -> Arc<(Theme, Diagnostics)> {
    let key = |config: &&Config| theme::inputs(sources, config);
    let make = |config: &&Config| {
        let mut diagnostics = Diagnostics::default();
        (theme::load(sources, config, &mut diagnostics), diagnostics)
    };
    let loaded = memo.theme.get_or_make(&[config], key, make);
    Arc::clone(&loaded[0])
}

/// Adds what stands at old addresses, last: nothing that is made gives way to it.
fn lead_on(output: &mut Output, graph: &Graph, config: &Config, diagnostics: &mut Diagnostics) {
    for (redirect, path, artifact) in render::redirects(graph, config) {
        if output.insert(path, artifact).is_err() {
            let message = format_args!("a file of the site stands at the old address `{}`", redirect.from);
            let clash = Diagnostic::new(Name::DuplicateAddress, redirect.written.clone(), message);
            diagnostics.push(clash.help("take it out of `aliases`"));
        }
    }
}
