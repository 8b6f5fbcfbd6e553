//! Keys of translations that translate nothing.

use std::collections::BTreeSet;

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
            None => diagnostics.push(
                Diagnostic::new(
                    Name::OrphanTranslation,
                    Span::file(&file.path),
                    format_args!("this translates the vocabulary `{}`, which has no source", kind.plural()),
                )
                .help("bring the source back, or delete the translation"),
            ),
        }
    }
}

/// The shortest start of `key` that nothing in the source has: what was misspelt, once for all below it.
fn unknown_part<'a>(key: &'a str, source: &Localizable) -> &'a str {
    let depths = 1..=key.split('.').count();
    let is_known = |part: &str| source.keys().any(|known| start(known, part.split('.').count()) == part);
    depths.map(|depth| start(key, depth)).find(|part| !is_known(part)).unwrap_or(key)
}

/// The first so many words of a key.
fn start(key: &str, depth: usize) -> &str {
    key.match_indices('.').nth(depth - 1).map_or(key, |(at, _)| &key[..at])
}

fn compare(path: &SourcePath, translated: &Localizable, source: &Localizable, diagnostics: &mut Diagnostics) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for (key, text) in translated.iter().filter(|(key, _)| !source.contains_key(*key)) {
        let key = unknown_part(key, source);
        if !told.insert(key) {
            continue;
        }
        let known = source.keys().map(|known| start(known, key.split('.').count()));
        let near = nearest(key, known);
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
