//! Vocabulary entries, personas and principles that are used nowhere.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use crate::base::{Date, Span};
use crate::config::Config;
use crate::content::Kind;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::graph::{Entity, Graph, Node, Relation};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    let credited = credited(graph);
    let words = LazyCell::new(|| words(graph));
    // Nobody can have used yet what is still a draft.
    for node in graph.nodes().filter(|node| is_held_to_use(node.id.kind) && node.is_public()) {
        let is_used = graph.incoming(&node.id).any(|edge| edge.from.entity != node.id && !is_mutual(edge.relation))
            || credited.contains(node.id.id.as_str())
            || is_spoken_of(graph, node, &words);
        if is_used {
            continue;
        }
        let span = match &node.entity {
            Entity::Document(document) => {
                let title = node.common().and_then(|common| common.title.as_ref());
                title.map_or(Span::file(&document.path), |title| Span::new(&document.path, title.range))
            }
            Entity::Entry(file, _) => match node.vocabulary_entry() {
                Some(entry) => Span::new(&file.path, entry.range),
                None => Span::file(&file.path),
            },
            Entity::Stage(_) => continue,
        };
        let message = format_args!("{} `{}` is used nowhere", node.id.kind.noun(), node.id.id);
        diagnostics.push(Diagnostic::new(Name::UnusedVocabulary, span, message).help("use it, or take it out"));
    }
}

fn is_held_to_use(kind: Kind) -> bool {
    !kind.is_document() && kind != Kind::Stage || matches!(kind, Kind::Persona | Kind::Principle)
}

/// Two entries that only name each other are not in use.
fn is_mutual(relation: Relation) -> bool {
    matches!(relation, Relation::Counterweight | Relation::Contradicts | Relation::Opposite)
}

/// Authors that translations name.
fn credited(graph: &Graph) -> BTreeSet<&str> {
    graph
        .nodes()
        .flat_map(|node| node.translations.keys().filter_map(|locale| node.overlay(locale)))
        .flat_map(|overlay| overlay.translation.by.iter().chain(&overlay.translation.reviewer))
        .map(|name| name.value.as_str())
        .collect()
}

/// All that documents and vocabulary say in the source language, in lower case.
fn words(graph: &Graph) -> String {
    let mut words = String::new();
    for document in graph.nodes().filter_map(Node::document) {
        words.push_str(&document.parsed.body.text);
        for text in document.parsed.front_matter.common().into_iter().flat_map(|common| common.texts.values()) {
            words.push('\n');
            words.push_str(&text.value);
        }
    }
    words.to_lowercase()
}

/// Whether a term names a stage, or stands anywhere in the text.
fn is_spoken_of(graph: &Graph, node: &Node, words: &str) -> bool {
    let Some(term) = node.term() else { return false };
    let names_stage = graph.of_kind(Kind::Stage).filter_map(Node::stage).any(|stage| stage.id.as_str() == node.id.id);
    let Some(form) = term.forms.get(&node.locale).or_else(|| term.forms.values().next()) else { return true };
    let mut spellings = [&form.term].into_iter().chain(&form.short).chain(&form.also).chain(&form.forms);
    names_stage || spellings.any(|spelling| words.contains(&spelling.value.to_lowercase()))
}
