//! What only withheld material names, to nothing: a tag that a draft alone has says that there is a draft.
//!
//! A vocabulary entry is withheld where drafts or internal evidence name it, by themselves or through
//! another entry, and nothing public does. An entry that nothing names at all is its author's choice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::super::visibility::{Group, Public};
use super::super::{Edge, Entity, Graph, Relation};
use super::lookup::Resolver;
use super::{documents, nodes};
use crate::content::vocabulary::VocabularyFile;
use crate::content::{Document, EntityId, Kind};
use crate::diagnostic::Diagnostics;
use crate::markdown::{self, Address, Reference};

type Names = BTreeMap<EntityId, BTreeSet<EntityId>>;

/// The entries of `graph` that readers must not hear of. `edges` are those of the public front matter
/// and of all entries.
pub(super) fn entries(graph: &Graph, public: &Public, edges: &[Edge]) -> BTreeSet<EntityId> {
    if public.withheld().is_empty() {
        return BTreeSet::new();
    }
    let between = between_entries(graph, edges);
    let hidden = public.withheld().iter().flat_map(|group| named_by(graph, group));
    let mut candidates = reach(hidden.collect(), &between);
    candidates.retain(|id| id.kind != Kind::Term && graph.node(id).is_some());
    let from_documents = edges.iter().filter(|edge| edge.from.entity.kind.is_document());
    let mut named: BTreeSet<EntityId> = from_documents.map(|edge| entry_of(graph, &edge.to.entity)).collect();
    named.extend(graph.nodes().map(|node| node.id.clone()).filter(|id| !candidates.contains(id)));
    let named = reach(named, &between);
    candidates.retain(|id| !named.contains(id));
    if !candidates.is_empty() {
        let in_prose = reach(public.groups().values().flat_map(prose).collect(), &between);
        candidates.retain(|id| !in_prose.contains(id));
    }
    candidates
}

/// Takes `withheld` out of the graph, with every word about them in any language.
pub(super) fn take_out(graph: &mut Graph, withheld: &BTreeSet<EntityId>) {
    let kinds: BTreeSet<Kind> = withheld.iter().map(|id| id.kind).collect();
    for ((kind, _), file) in graph.vocabulary.iter_mut().filter(|((kind, _), _)| kinds.contains(kind)) {
        let is_kept = |id: &str| !withheld.contains(&EntityId::new(*kind, id));
        let mut cut = VocabularyFile::clone(file);
        let parsed = Arc::make_mut(&mut cut.parsed);
        parsed.entries.retain(|id, _| is_kept(id.as_str()));
        parsed.texts.retain(|key, _| is_kept(key.split('.').next().unwrap_or(key)));
        *file = Arc::new(cut);
    }
    graph.nodes.retain(|id, node| {
        let lifecycle = node.stage().map(|stage| &stage.lifecycle);
        !withheld.contains(id) && !lifecycle.is_some_and(|lifecycle| withheld.contains(lifecycle))
    });
    for node in graph.nodes.values_mut() {
        if let Entity::Entry(file, _) = &mut node.entity
            && let Some(cut) = graph.vocabulary.get(&(file.kind, file.locale.clone()))
        {
            *file = Arc::clone(cut);
        }
    }
}

/// The entry that `id` belongs to: a stage is written in its lifecycle.
fn entry_of(graph: &Graph, id: &EntityId) -> EntityId {
    graph.node(id).and_then(|node| node.stage()).map_or(id, |stage| &stage.lifecycle).clone()
}

/// Which entries each entry names.
fn between_entries(graph: &Graph, edges: &[Edge]) -> Names {
    let mut names = Names::new();
    for edge in edges.iter().filter(|edge| !edge.from.entity.kind.is_document()) {
        // A contradiction holds both ways, but only one of the two may have written it.
        let touchpoint = graph.node(&edge.from.entity).and_then(|node| node.touchpoint());
        let is_written = edge.relation != Relation::Contradicts
            || touchpoint.is_some_and(|touchpoint| {
                touchpoint.contradicts.iter().any(|id| id.value.as_str() == edge.to.entity.id)
            });
        if is_written {
            names.entry(edge.from.entity.clone()).or_default().insert(entry_of(graph, &edge.to.entity));
        }
    }
    for ((kind, _), file) in &graph.vocabulary {
        for (key, text) in &file.parsed.texts {
            let from = EntityId::new(*kind, key.split('.').next().unwrap_or(key));
            names.entry(from).or_default().extend(in_words(&text.value));
        }
    }
    names
}

/// `start` with all that follows from it.
fn reach(start: BTreeSet<EntityId>, names: &Names) -> BTreeSet<EntityId> {
    let mut reached = start.clone();
    let mut queue: Vec<EntityId> = start.into_iter().collect();
    while let Some(id) = queue.pop() {
        for next in names.get(&id).into_iter().flatten() {
            if reached.insert(next.clone()) {
                queue.push(next.clone());
            }
        }
    }
    reached
}

/// What a withheld document names, in its front matter and in its prose. What is wrong with it is no
/// reader's business.
fn named_by(graph: &Graph, group: &Group) -> BTreeSet<EntityId> {
    let mut unheard = Diagnostics::default();
    let nobody = BTreeSet::new();
    let node = nodes::of_document(&group.source.id, group);
    let mut resolver =
        Resolver { graph, hidden: &nobody, unreadable: &nobody, edges: Vec::new(), diagnostics: &mut unheard };
    documents::resolve(&node, &mut resolver);
    let edges = resolver.edges;
    edges.iter().map(|edge| entry_of(graph, &edge.to.entity)).chain(prose(group)).collect()
}

/// What the prose of a document and of its translations names.
fn prose(group: &Group) -> impl Iterator<Item = EntityId> {
    let documents = group.translations.values().chain([&group.source]);
    documents.flat_map(|document| {
        let in_body = document.parsed.body.references.iter().filter_map(named);
        let in_strings = strings(document).into_iter().flat_map(in_words);
        in_body.chain(in_strings).collect::<Vec<EntityId>>()
    })
}

fn strings(document: &Document) -> Vec<&str> {
    let texts = document.parsed.front_matter.texts();
    texts.into_iter().flat_map(|texts| texts.values()).map(|text| &*text.value).collect()
}

fn in_words(text: &str) -> Vec<EntityId> {
    if !text.contains('[') {
        return Vec::new();
    }
    markdown::inline(text).references.iter().filter_map(named).collect()
}

fn named(reference: &Reference) -> Option<EntityId> {
    match &reference.address {
        Address::Named { kind, id, .. } => Some(EntityId::new(Kind::from_noun(kind)?, id)),
        _ => None,
    }
}
