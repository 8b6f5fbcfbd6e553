//! Pages and a theme to the files of a site.

mod engine;
mod posters;
mod site_files;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::base::{Fingerprint, Locale, OutputPath, Store};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::output::Artifact;
use crate::theme::Theme;
use crate::view::page::Chrome;
use crate::view::{Page, Pages};
use posters::poster_of;

pub use engine::{Engine, Shell};
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
    /// The HTML of each page, by its place, then the pictures of maps.
    pub files: Vec<(OutputPath, Artifact)>,
    /// How many there are.
    pub pages: usize,
    /// How many were not in the store.
    pub rendered: usize,
}

/// Renders every page, in parallel; those that the store knows are taken from it.
///
/// A page's fingerprint covers the page, what its language shares and the theme: nothing else can be seen by a template.
pub fn pages(
    pages: &Pages<'_>,
    theme: &Theme,
    store: &mut Store<Rendered>,
    posters: &mut Store<Artifact>,
    diagnostics: &mut Diagnostics,
) -> RenderedPages {
    let surroundings = pages.surroundings();
    let engine = match Engine::new(theme, surroundings.iter().map(|(chrome, _)| &chrome.lang)) {
        Ok(engine) => engine,
        Err(faults) => {
            diagnostics.extend(faults);
            return RenderedPages::default();
        }
    };
    let shared = match Shared::new(&surroundings, &engine) {
        Ok(shared) => shared,
        Err(fault) => {
            diagnostics.push(*fault);
            return RenderedPages::default();
        }
    };
    let made = AtomicUsize::new(0);
    let rendered: Vec<_> = pages
        .par_iter()
        .map(|page| {
            let SharedPart { shell, fingerprint } = shared.of(&page);
            let key = || Fingerprint::of_value(&(&page, fingerprint.to_string(), theme.fingerprint().to_string()));
            let render = || {
                made.fetch_add(1, Ordering::Relaxed);
                match engine.page(&page, shell) {
                    Ok(html) => Rendered { artifact: Some(Artifact::new(html.into_bytes())), diagnostics: Vec::new() },
                    Err(fault) => Rendered { artifact: None, diagnostics: vec![*fault] },
                }
            };
            (page.url.output_path(), store.hold(key, render), poster_of(&page, posters))
        })
        .collect();
    let pages = rendered.len();
    let mut files = Vec::with_capacity(pages);
    let mut pictures = Vec::new();
    for (path, rendered, poster) in rendered {
        let rendered = store.keep(rendered);
        diagnostics.extend(rendered.diagnostics.iter().cloned());
        files.extend(rendered.artifact.clone().map(|artifact| (path, artifact)));
        pictures.extend(poster.map(|(path, poster)| (path, Artifact::clone(&posters.keep(poster)))));
    }
    files.extend(pictures);
    RenderedPages { files, pages, rendered: made.into_inner() }
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
    fn new(surroundings: &[(&Chrome, BTreeSet<&'static str>)], engine: &Engine) -> Result<Self, Box<Diagnostic>> {
        let mut parts = BTreeMap::new();
        for (chrome, sections) in surroundings {
            for section in sections {
                let shell = engine.shell(chrome, section)?;
                let fingerprint = Fingerprint::of_value(&(chrome, &shell));
                parts.insert((chrome.lang.clone(), *section), SharedPart { shell, fingerprint });
            }
        }
        Ok(Self { parts })
    }

    fn of(&self, page: &Page) -> &SharedPart {
        &self.parts[&(page.frame.lang.clone(), page.frame.section)]
    }
}
