//! Keys of translations that translate nothing.

use super::super::Graph;
use crate::base::{SourcePath, Span, nearest};
use crate::content::front_matter::FrontMatter;
use crate::content::text::Localizable;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};

/// Reports every key of an overlay or a translated vocabulary that its source does not have.
pub(super) fn check(graph: &Graph, diagnostics: &mut Diagnostics) {
    // What a source with errors lacks may be what is wrong with it.
    for node in graph.nodes().filter(|node| !node.is_broken) {
        let Some(common) = node.common() else { continue };
        for translation in node.translations.values() {
            if let FrontMatter::Overlay(overlay) = &translation.parsed.front_matter {
                compare(&translation.path, &overlay.texts, &common.texts, diagnostics);
            }
        }
    }
    for ((kind, locale), file) in &graph.vocabulary {
        let source = (*kind, graph.source_language.clone());
        if *locale == graph.source_language {
            continue;
        }
        match graph.vocabulary.get(&source) {
            Some(source) if source.parsed.is_unreadable => {}
            Some(source) => compare(&file.path, &file.parsed.texts, &source.parsed.texts, diagnostics),
            None => diagnostics.push(Diagnostic::new(
                Name::OrphanTranslation,
                Span::file(&file.path),
                format_args!("this translates the vocabulary `{}`, which has no source", kind.plural()),
            )),
        }
    }
}

fn compare(path: &SourcePath, translated: &Localizable, source: &Localizable, diagnostics: &mut Diagnostics) {
    for (key, text) in translated.iter().filter(|(key, _)| !source.contains_key(*key)) {
        let near = nearest(key, source.keys().map(|key| key.as_str()));
        diagnostics.push(
            Diagnostic::new(
                Name::UnknownKeyInTranslation,
                Span::new(path, text.range),
                format_args!("`{key}` translates something that the source does not have"),
            )
            .help(match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "take it out, or write it in the source first".to_owned(),
            }),
        );
    }
}
