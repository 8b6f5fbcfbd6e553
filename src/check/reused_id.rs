//! Former ids that something else has now.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::base::{Date, Id, SourcePath, Span, Spanned};
use crate::config::Config;
use crate::content::text::TextKey;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::graph::route::has_pages;
use crate::graph::{Entity, Graph};

/// Reports them within documents, and among entries that have no page. Whatever has one owns an address, and two
/// at one address are an error in any case.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    let mut seen: Vec<&SourcePath> = Vec::new();
    for node in graph.nodes() {
        let (path, renamed, texts) = match &node.entity {
            Entity::Document(document) => match node.common() {
                Some(common) => (&document.path, &common.renamed_from, &common.texts),
                None => continue,
            },
            Entity::Entry(file, _) if !has_pages(file.kind) && !seen.contains(&&file.path) => {
                seen.push(&file.path);
                (&file.path, &file.parsed.renamed_from, &file.parsed.texts)
            }
            _ => continue,
        };
        let has = |key: &str| {
            let below = format!("{key}.");
            let is_below =
                texts.range(TextKey::new(&below)..).next().is_some_and(|(found, _)| found.starts_with(&below));
            is_below || texts.contains_key(key)
        };
        report(path, renamed, has, diagnostics);
    }
}

fn report(
    path: &SourcePath,
    renamed: &IndexMap<TextKey, Vec<Spanned<Id>>>,
    has: impl Fn(&str) -> bool,
    diagnostics: &mut Diagnostics,
) {
    let mut claimed: BTreeMap<String, (&TextKey, Span)> = BTreeMap::new();
    for (key, former) in renamed.iter().filter(|(key, _)| !key.is_empty()) {
        let (parent, own) = key.rsplit_once('.').map_or(("", key.as_str()), |(parent, own)| (parent, own));
        for id in former.iter().filter(|id| id.value.as_str() != own) {
            let written = Span::new(path, id.range);
            let old = if parent.is_empty() { id.value.to_string() } else { format!("{parent}.{}", id.value) };
            let id = &id.value;
            if let Some((other, place)) = claimed.get(&old) {
                let other = other.rsplit('.').next().unwrap_or_default();
                let message = format_args!("`{own}` says that it was called `{id}`, and so does `{other}`");
                let problem = Diagnostic::new(Name::ReusedId, written, message)
                    .label("only one of them can have been called so")
                    .related(place.clone(), "the other one says so here");
                diagnostics.push(problem.help("take it out of one of the two `renamed-from`"));
                continue;
            }
            if has(&old) {
                let message = format_args!("`{own}` says that it was called `{id}`, as something else is now");
                let problem = Diagnostic::new(Name::ReusedId, written.clone(), message)
                    .label("links and translations from before now belong to the other one");
                diagnostics.push(problem.help(format_args!(
                    "give what is called `{id}` now another id; if it is meant to be what they lead to, take `{id}` out of \
                     `renamed-from`"
                )));
            }
            claimed.insert(old, (key, written));
        }
    }
}
