//! Pages and a theme to the files of a site.

mod engine;
mod posters;
mod site_files;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::base::{Fingerprint, Locale, OutputPath, Store};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::output::Artifact;
use crate::theme::Theme;
use crate::view::Page;

pub use engine::{Engine, Shell};
pub use posters::posters;
pub use site_files::{redirects, site_files};

/// One rendered page, or what kept it from being rendered.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// The HTML.
    pub artifact: Option<Artifact>,
    /// What is wrong with a template.
    pub diagnostics: Vec<Diagnostic>,
}

/// What rendering has made of all pages.
#[derive(Debug, Default)]
pub struct RenderedPages {
    /// The HTML of each page, by its place.
    pub files: Vec<(OutputPath, Artifact)>,
    /// How many were not in the store.
    pub rendered: usize,
}

/// Renders every page, in parallel; those that the store knows are taken from it.
///
/// A page's fingerprint covers the page, what its language shares and the theme: nothing else can be seen by a template.
pub fn pages(
    pages: &[Page],
    theme: &Theme,
    store: &mut Store<Rendered>,
    diagnostics: &mut Diagnostics,
) -> RenderedPages {
    let languages = pages.iter().map(|page| &page.frame.lang);
    let engine = match Engine::new(theme, languages) {
        Ok(engine) => engine,
        Err(faults) => {
            diagnostics.extend(faults);
            return RenderedPages::default();
        }
    };
    let shared = match Shared::new(pages, &engine) {
        Ok(shared) => shared,
        Err(fault) => {
            diagnostics.push(*fault);
            return RenderedPages::default();
        }
    };
    let made = std::sync::atomic::AtomicUsize::new(0);
    let rendered = store.get_or_make(
        pages,
        |page| Fingerprint::of_value(&(page, shared.of(page).fingerprint.to_string(), theme.fingerprint().to_string())),
        |page| {
            made.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            match engine.page(page, &shared.of(page).shell) {
                Ok(html) => Rendered { artifact: Some(Artifact::new(html.into_bytes())), diagnostics: Vec::new() },
                Err(fault) => Rendered { artifact: None, diagnostics: vec![*fault] },
            }
        },
    );
    let mut files = Vec::with_capacity(pages.len());
    for (page, rendered) in pages.iter().zip(&rendered) {
        diagnostics.extend(rendered.diagnostics.iter().cloned());
        if let Some(artifact) = &rendered.artifact {
            files.push((page.url.output_path(), artifact.clone()));
        }
    }
    RenderedPages { files, rendered: made.into_inner() }
}

/// What pages of one language and section have in common, rendered once.
struct Shared {
    parts: BTreeMap<(Locale, &'static str), SharedPart>,
}

struct SharedPart {
    shell: Shell,
    fingerprint: Fingerprint,
}

impl Shared {
    fn new(pages: &[Page], engine: &Engine) -> Result<Self, Box<Diagnostic>> {
        let mut parts = BTreeMap::new();
        for page in pages {
            if let Entry::Vacant(place) = parts.entry(Self::key(page)) {
                let shell = engine.shell(&page.chrome, page.frame.section)?;
                let fingerprint = Fingerprint::of_value(&(&*page.chrome, &shell));
                place.insert(SharedPart { shell, fingerprint });
            }
        }
        Ok(Self { parts })
    }

    /// Pages of one language share one chrome.
    fn key(page: &Page) -> (Locale, &'static str) {
        (page.frame.lang.clone(), page.frame.section)
    }

    fn of(&self, page: &Page) -> &SharedPart {
        &self.parts[&Self::key(page)]
    }
}
