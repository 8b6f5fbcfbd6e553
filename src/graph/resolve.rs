//! Resolves documents into the [`Graph`].
//!
//! 1. Put each source and its translations together ([`groups`]).
//! 2. Let through what readers may see ([`visibility`]); nothing later can reach the rest.
//! 3. Give every document, vocabulary entry and stage a node ([`nodes`]).
//! 4. Look up every reference of front matter and vocabulary ([`documents`], [`journeys`], [`vocabulary`]).
//! 5. Derive routes, with fallbacks for missing translations ([`addresses`]).
//!
//! Runs whole on each build: a thousand documents take milliseconds, less than the bookkeeping that
//! would avoid it costs to get right. A reference that cannot be resolved is reported here and left
//! out of the graph, so later stages need not look for it.

mod addresses;
mod cycles;
mod documents;
mod groups;
mod journeys;
mod lookup;
mod nodes;
mod translations;
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};

use super::{Edge, Entity, Graph, visibility};
use crate::config::{Config, Request};
use crate::content::{Documents, EntityId};
use crate::diagnostic::Diagnostics;
use lookup::Resolver;

/// Turns documents into the graph of what readers may see, and reports what does not fit together.
#[must_use]
pub fn resolve(documents: &Documents, config: &Config, request: &Request, diagnostics: &mut Diagnostics) -> Graph {
    let groups = groups::collect(&documents.documents, diagnostics);
    let public = visibility::gate(groups, config, request, diagnostics);
    let (nodes, vocabulary) = nodes::make(&public, &documents.vocabulary, config, diagnostics);

    let mut graph = Graph {
        languages: config.languages.keys().cloned().collect(),
        source_language: config.source_language.clone(),
        fallbacks: config
            .languages
            .iter()
            .map(|(locale, language)| (locale.clone(), language.fallback.clone()))
            .collect(),
        policy: config.fallback,
        nodes,
        vocabulary,
        edges: Vec::new(),
        outgoing: BTreeMap::new(),
        incoming: BTreeMap::new(),
        routes: super::route::Routes::default(),
        assets: BTreeSet::new(),
    };
    let edges = references(&graph, &public, diagnostics);
    graph.connect(edges);
    cycles::check(&graph, diagnostics);
    translations::check(&graph, diagnostics);
    graph.routes = addresses::assign(&graph, config, diagnostics);
    graph
}

/// Looks up what front matter and vocabulary name.
fn references(graph: &Graph, public: &visibility::Public, diagnostics: &mut Diagnostics) -> Vec<Edge> {
    let mut resolver = Resolver { graph, hidden: public.hidden(), edges: Vec::new(), diagnostics };
    for node in graph.nodes() {
        match &node.entity {
            Entity::Document(_) => documents::resolve(node, &mut resolver),
            Entity::Entry(file, _) => vocabulary::resolve(node, file, &mut resolver),
            Entity::Stage(_) => {}
        }
    }
    resolver.edges
}

impl Graph {
    /// Takes in the edges, each once, and indexes them both ways.
    fn connect(&mut self, mut edges: Vec<Edge>) {
        edges.retain(|edge| self.nodes.contains_key(&edge.from.entity) && self.nodes.contains_key(&edge.to.entity));
        let mut seen = BTreeSet::new();
        edges.retain(|edge| seen.insert(edge.clone()));
        let index = |place: fn(&Edge) -> &EntityId| {
            let mut by_entity: BTreeMap<EntityId, Vec<usize>> = BTreeMap::new();
            for (at, edge) in edges.iter().enumerate() {
                by_entity.entry(place(edge).clone()).or_default().push(at);
            }
            by_entity
        };
        self.outgoing = index(|edge| &edge.from.entity);
        self.incoming = index(|edge| &edge.to.entity);
        self.edges = edges;
    }
}
