//! A site that is being written, to the pages that translators have beside it.
//!
//! They are made when somebody asks, from what the last build has put together, so a preview that
//! nobody translates in spends nothing on them. Only a preview has a desk: no build can publish a byte of it.

use std::sync::{Arc, OnceLock};

use crate::base::Locale;
use crate::config::Config;
use crate::content::Documents;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::graph::Graph;
use crate::interchange::status;
use crate::render::Engine;
use crate::source::SourceSet;
use crate::theme::Theme;
use crate::translation::{Overview, SubjectId, Subjects, overview_of};
use crate::view::desk;

/// What translators are shown of one state of a site.
#[derive(Debug)]
pub struct Desk {
    sources: SourceSet,
    documents: Documents,
    subjects: Subjects,
    graph: Graph,
    theme: Arc<(Theme, Diagnostics)>,
    config: Config,
    problems: Diagnostics,
    overview: OnceLock<Overview>,
    engine: OnceLock<Option<Engine>>,
}

impl Desk {
    /// Keeps what a build has put together.
    pub(super) fn new(
        sources: &SourceSet,
        documents: Documents,
        subjects: Subjects,
        graph: Graph,
        theme: &Arc<(Theme, Diagnostics)>,
        config: Config,
        problems: &Diagnostics,
    ) -> Self {
        Self {
            sources: sources.clone(),
            documents,
            subjects,
            graph,
            theme: Arc::clone(theme),
            config,
            problems: problems.clone(),
            overview: OnceLock::new(),
            engine: OnceLock::new(),
        }
    }

    /// How every translation stands.
    pub fn overview(&self) -> &Overview {
        self.overview.get_or_init(|| overview_of(&self.sources, &self.documents, &self.subjects, &self.config))
    }

    /// The page at `path` below the folder of these pages, a file for programs if it ends in `.json`; nothing where
    /// there is none.
    ///
    /// `/` shows all languages, `/fr/` one, `/fr/articles/tone/` one translation beside its source.
    #[must_use]
    pub fn page(&self, path: &str) -> Option<String> {
        let path = path.trim_matches('/');
        if path == "status.json" {
            let lacks = |locale: &Locale| status::lacks(&self.theme.0, &self.documents, locale);
            return Some(format!("{:#}\n", status::status(self.overview(), None, lacks)));
        }
        if path.is_empty() {
            let reader = self.config.source_language.clone();
            return self.render("desk.html", &reader, &desk::dashboard(self.view(), &reader, None));
        }
        let (language, subject) = path.split_once('/').unwrap_or((path, ""));
        let (locale, _) = self.config.languages.iter().find(|(locale, _)| locale.as_str() == language)?;
        if subject.is_empty() {
            return self.render("desk.html", locale, &desk::dashboard(self.view(), locale, Some(locale)));
        }
        self.render("desk-panel.html", locale, &self.panel(locale, subject)?)
    }

    /// What is known of the translation at the address `url` of the site, as JSON.
    #[must_use]
    pub fn badge(&self, url: &str) -> Option<String> {
        serde_json::to_string(&desk::badge(self.view(), url)?).ok()
    }

    fn panel(&self, locale: &Locale, subject: &str) -> Option<desk::Panel> {
        let subject = self.subjects.get(&SubjectId::parse(subject))?;
        if subject.source.locale() == locale {
            return None;
        }
        // An edited snapshot is among the problems of the build.
        let comparison = self.subjects.compare(&self.sources, subject, locale, &mut Diagnostics::default());
        let path = subject.translations.get(locale).map(|file| file.path().clone());
        let problems: Vec<&Diagnostic> =
            self.problems.iter().filter(|problem| Some(&problem.span.path) == path.as_ref()).collect();
        Some(desk::panel(self.view(), &self.sources, subject, locale, comparison.as_ref(), &problems))
    }

    fn view(&self) -> desk::Desk<'_> {
        desk::Desk {
            graph: &self.graph,
            theme: &self.theme.0,
            config: &self.config,
            overview: self.overview(),
            root: self.config.root_path().trim_end_matches('/'),
        }
    }

    fn render(&self, template: &str, locale: &Locale, page: &impl serde::Serialize) -> Option<String> {
        let engine = self.engine.get_or_init(|| Engine::new(&self.theme.0, self.config.languages.keys()).ok());
        match engine.as_ref()?.beside(template, locale, page) {
            Ok(html) => Some(html),
            // A template of the project may be wrong; the words of the fault are all there is to show.
            Err(fault) => Some(format!("<!doctype html>\n<title>!</title>\n<p>{}</p>\n", escaped(&fault))),
        }
    }
}

fn escaped(fault: &Diagnostic) -> String {
    format!("{}: {}", fault.span.path, fault.message).replace('&', "&amp;").replace('<', "&lt;")
}
