//! Resolves documents into the [`Graph`].
//!
//! 1. Put each source and its translations together ([`groups`]).
//! 2. Let through what readers may see ([`visibility`]); nothing later can reach the rest.
//! 3. Give every document, vocabulary entry and stage a node ([`nodes`]).
//! 4. Look up every reference of front matter and vocabulary ([`documents`], [`journeys`], [`vocabulary`]),
//!    and take out what only hidden documents name ([`withheld`]).
//! 5. Derive routes, with fallbacks for missing translations ([`addresses`]).
//! 6. Look up every reference of prose ([`prose`]), and with them the files that public pages need.
//!
//! Runs whole on each build: a thousand documents take milliseconds, less than the bookkeeping that
//! would avoid it costs to get right. A reference that cannot be resolved is reported here and left
//! out of the graph, so later stages need not look for it.

mod addresses;
mod cycles;
mod documents;
mod groups;
mod journeys;
mod leaks;
mod lookup;
mod nodes;
mod prose;
mod unique;
mod vocabulary;
mod withheld;

use std::collections::{BTreeMap, BTreeSet};

use super::{Edge, Entity, Graph, Node, visibility};
use crate::base::SourcePath;
use crate::config::{Config, Request};
use crate::content::{Documents, EntityId};
use crate::diagnostic::Diagnostics;
use lookup::Resolver;

/// Turns documents into the graph of what readers may see, and reports what does not fit together.
#[must_use]
pub fn resolve(documents: &Documents, config: &Config, request: &Request, diagnostics: &mut Diagnostics) -> Graph {
    let base_url = request.base_url.as_ref().unwrap_or(&config.base_url);
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
        files: files(&nodes),
        nodes: nodes.into_iter().collect(),
        vocabulary,
        edges: Vec::new(),
        outgoing: BTreeMap::new(),
        incoming: BTreeMap::new(),
        routes: super::route::Routes::default(),
        glossaries: BTreeMap::new(),
        known_assets: documents.assets.clone(),
        assets: BTreeSet::new(),
        root: base_url.path().trim_end_matches('/').to_owned(),
        survey: Default::default(),
    };
    let mut resolver = Resolver::new(&graph, &public, diagnostics);
    references(&mut resolver);
    let mut edges = resolver.edges;
    let withheld = withheld::entries(&graph, &public, &edges);
    if !withheld.is_empty() {
        withheld::take_out(&mut graph, &withheld);
    }
    graph.glossaries = super::glossary::collect(&graph);
    graph.routes = addresses::assign(&graph, config, diagnostics);

    let mut resolver = Resolver::new(&graph, &public, diagnostics);
    let assets = prose::resolve(&graph, public.hidden_files(), base_url, &mut resolver);
    edges.append(&mut resolver.edges);
    graph.assets = assets;
    graph.connect(edges);

    cycles::check(&graph, diagnostics);
    unique::check(&graph, diagnostics);
    leaks::check(&graph, &public, diagnostics);
    graph
}

/// Every public file by its path, translations included.
fn files(nodes: &BTreeMap<EntityId, Node>) -> BTreeMap<SourcePath, EntityId> {
    nodes
        .values()
        .flat_map(|node| node.document().into_iter().chain(node.translations.values()).map(move |file| (file, node)))
        .map(|(file, node)| (file.path.clone(), node.id.clone()))
        .collect()
}

/// Looks up what front matter and vocabulary name.
fn references(resolver: &mut Resolver<'_>) {
    for node in resolver.graph.nodes() {
        match &node.entity {
            Entity::Document(_) => documents::resolve(node, resolver),
            Entity::Entry(file, _) => vocabulary::resolve(node, file, resolver),
            Entity::Stage(_) => {}
        }
    }
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
