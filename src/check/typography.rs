//! What breaks the typographic rules of its language, where book.toml names a profile for it.

use crate::base::{Date, Locale, SourcePath, Span};
use crate::config::Config;
use crate::content::vocabulary::Entry;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::graph::Graph;
use crate::translation::passage::{self, Part, Passage};
use crate::translation::typography::{self, Profile};

/// Reports them.
pub(super) fn check(graph: &Graph, config: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in super::prose(graph) {
        if let Some(profile) = Profile::of(config, page.locale) {
            report(&page.document.path, &passage::of_document(&page.document.parsed, None), profile, diagnostics);
        }
    }
    for file in graph.vocabularies() {
        if let Some(profile) = Profile::of(config, &file.locale) {
            report(&file.path, &passage::of_texts(&file.parsed.texts, None), profile, diagnostics);
        }
        for (id, entry) in &file.parsed.entries {
            let Entry::Term(term) = &entry.entry else { continue };
            let profiled = |locale: &Locale| Profile::of(config, locale);
            for (profile, form) in term.forms.iter().filter_map(|(locale, form)| Some((profiled(locale)?, form))) {
                let passages: Vec<Passage> = form
                    .shown()
                    .map(|said| passage::of_string(Part::Key(id.as_str().into()), &said.value, said.range, None))
                    .collect();
                report(&file.path, &passages, profile, diagnostics);
            }
        }
    }
}

fn report(path: &SourcePath, passages: &[Passage], profile: Profile, diagnostics: &mut Diagnostics) {
    for found in passages.iter().flat_map(|passage| typography::check(&passage.glyphs, profile)) {
        let problem = Diagnostic::new(Name::Typography, Span::new(path, found.range), found.message).label("here");
        diagnostics.push(if found.edits.is_empty() {
            problem.help("put it right by hand; which was meant cannot be told")
        } else {
            problem.help("`cxbook fix --typography` mends it")
        });
    }
}
