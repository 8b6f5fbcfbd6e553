//! Keys of translations that translate nothing, and those whose source was removed since.

use std::collections::BTreeSet;

use crate::base::{Date, SourcePath, Span, nearest};
use crate::config::Config;
use crate::content::TextKey;
use crate::content::front_matter::FrontMatter;
use crate::content::text::{Localizable, is_sort_key, nested};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::graph::Graph;
use crate::translation::Report;

/// Reports every key of a translation that its source does not have.
///
/// One that the source had when it was translated is no mistake of the translator's: it is left out of the
/// page, stays in the file, and is a warning.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    // What a source with errors lacks may be what is wrong with it.
    for node in graph.nodes().filter(|node| !node.is_broken) {
        let Some(common) = node.common() else { continue };
        for (locale, translation) in &node.translations {
            if let FrontMatter::Overlay(overlay) = &translation.parsed.front_matter {
                let orphans = orphans(graph.report(&node.id, locale));
                compare(&translation.path, &overlay.texts, &common.texts, orphans, diagnostics);
            }
        }
    }
    for file in graph.translated_vocabularies() {
        match graph.source_vocabulary(file.kind) {
            Some(source) if source.parsed.is_unreadable => {}
            Some(source) => {
                let orphans = orphans(graph.vocabulary_report(file.kind, &file.locale));
                compare(&file.path, &file.parsed.texts, &source.parsed.texts, orphans, diagnostics);
            }
            None => diagnostics.push(
                Diagnostic::new(
                    Name::OrphanTranslation,
                    Span::file(&file.path),
                    format_args!("this translates the vocabulary `{}`, which has no source", file.kind.plural()),
                )
                .help("bring the source back, or delete the translation"),
            ),
        }
    }
}

fn orphans(report: Option<&Report>) -> &[TextKey] {
    report.map(|report| report.orphans.as_slice()).unwrap_or_default()
}

/// The shortest start of `key` that nothing in the source has: what was misspelt, once for all below it.
fn unknown_part<'a>(key: &'a str, source: &Localizable) -> &'a str {
    let depths = 1..=key.split('.').count();
    let is_known = |part: &str| source.keys().any(|known| start(known, part.split('.').count()) == part);
    depths.map(|depth| start(key, depth)).find(|part| !is_known(part)).unwrap_or(key)
}

/// Whether the source has what is sorted by this key: each language sorts in its own way.
fn has_holder(key: &str, source: &Localizable) -> bool {
    key.rsplit_once('.').is_none_or(|(holder, _)| {
        let below = format!("{holder}.");
        source.range(TextKey::new(&below)..).next().is_some_and(|(key, _)| key.starts_with(&below))
    })
}

/// How a key is called: one of several names is written one below the other.
fn named(key: &str) -> String {
    if key.contains('.') { nested(key) } else { format!("`{key}`") }
}

/// The first so many words of a key.
fn start(key: &str, depth: usize) -> &str {
    key.match_indices('.').nth(depth - 1).map_or(key, |(at, _)| &key[..at])
}

fn compare(
    path: &SourcePath,
    translated: &Localizable,
    source: &Localizable,
    orphans: &[TextKey],
    diagnostics: &mut Diagnostics,
) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let is_known = |key: &TextKey| source.contains_key(key) || is_sort_key(key) && has_holder(key, source);
    for (whole, text) in translated.iter().filter(|(key, _)| !is_known(key)) {
        let key = unknown_part(whole, source);
        if !told.insert(key) {
            continue;
        }
        let span = Span::new(path, text.range);
        if orphans.contains(whole) {
            let message = format_args!("{} was removed from the source after it was translated", named(key));
            diagnostics.push(
                Diagnostic::new(Name::OrphanKey, span, message)
                    .label("on no page")
                    .help("take it out; if it has another id now, write `renamed-from` in the source"),
            );
            continue;
        }
        // What is translated already was not meant.
        let depth = key.split('.').count();
        let is_free = |known: &&str| !translated.keys().any(|own| start(own, depth) == *known);
        let near = nearest(key, source.keys().map(|known| start(known, depth)).filter(is_free));
        let message = format_args!("{} translates something that the source does not have", named(key));
        diagnostics.push(Diagnostic::new(Name::UnknownKeyInTranslation, span, message).help(match near {
            Some(near) => format!("did you mean {}?", named(near)),
            None => "take it out, with the comment that quotes its source; or write it in the source first".to_owned(),
        }));
    }
}
