//! What a build may keep for the next one.

use crate::base::Store;
use crate::content;
use crate::diagnostic::Diagnostics;
use crate::output::Artifact;
use crate::render::Rendered;
use crate::search::{Previews, Terms};
use crate::theme::Theme;

/// Values of earlier builds, by the fingerprint of all they were made from.
///
/// Any memo gives the same site as an empty one, only sooner.
#[derive(Debug, Default)]
pub struct Memo {
    /// The theme, which takes as long to load as a hundred pages take to read, with what is wrong with it.
    pub(super) theme: Store<(Theme, Diagnostics)>,
    /// Files below `content/`.
    pub(super) content: content::Memo,
    /// How translations stand.
    pub(super) reports: Store<crate::translation::Report>,
    /// What is wrong with the words of each file.
    pub(super) wording: Store<crate::translation::lint::Findings>,
    /// The words of pages, for search.
    pub(super) terms: Store<Terms>,
    /// What the preview searches in.
    pub(super) search: Previews,
    /// Pictures without their metadata, or why they cannot be published.
    pub(super) pictures: Store<Result<Artifact, &'static str>>,
    /// The HTML of pages.
    pub(super) pages: Store<Rendered>,
    /// Maps as pictures.
    pub(super) posters: Store<Artifact>,
}

impl Memo {
    /// A memo that keeps nothing, for a run that no other follows: it spares the fingerprints, and the room.
    #[must_use]
    pub fn keeping_nothing() -> Self {
        Self {
            theme: Store::keeping_nothing(),
            content: content::Memo::keeping_nothing(),
            reports: Store::keeping_nothing(),
            wording: Store::keeping_nothing(),
            terms: Store::keeping_nothing(),
            search: Previews::default(),
            pages: Store::keeping_nothing(),
            posters: Store::keeping_nothing(),
            pictures: Store::keeping_nothing(),
        }
    }

    /// The documents of the last build, for whoever has more to ask of them.
    pub fn content(&mut self) -> &mut content::Memo {
        &mut self.content
    }

    /// Forgets what the last build did not ask for.
    pub(super) fn sweep(&mut self) {
        self.theme.sweep();
        self.content.sweep();
        self.reports.sweep();
        self.wording.sweep();
        self.terms.sweep();
        self.pictures.sweep();
        self.pages.sweep();
        self.posters.sweep();
    }
}
