//! Documents to the [`Graph`]: nodes, typed edges, routes; what readers may see and nothing else.
//!
//! Everything after [`resolve()`] works from the graph, so what is not public ends here
//! (`visibility.rs`), addresses are formed here ([`route`]), and references are looked up here.

mod anchors;
mod fallback;
mod glossary;
mod links;
mod lock;
mod place;
mod published;
mod query;
mod relation;
mod resolve;
pub mod route;
mod slugs;
mod text;
mod visibility;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::base::{Id, Locale, SourcePath, Span, Spanned};
use crate::config::FallbackPolicy;
use crate::content::front_matter::{
    Article, Common, Event, Example, Figure, FrontMatter, Journey, Overlay, Persona, Principle, Response, Status,
};
use crate::content::vocabulary::{Entry, VocabularyEntry, VocabularyFile};
use crate::content::{Document, EntityId, Kind};
use crate::translation::{Report, Survey};

pub use glossary::Glossary;
pub use place::{Part, Place};
pub use published::{ANCHORS, Published, part, successor};
pub use query::{VerdictAt, verdicts_are_current};
pub use relation::{Edge, Relation, Side};
pub use resolve::resolve;
pub use route::{Alternates, Feed, Redirect, Route, RouteTarget, Variant};
pub use slugs::{Left, SLUGS, Slugs};
pub use text::Localized;
pub use visibility::without_internal;

/// The public site as a graph. It does not change.
///
/// Only [`resolve()`] makes one, so whoever holds a graph holds nothing that readers may not see
/// (unless the run was asked for drafts).
#[derive(Clone, Debug)]
pub struct Graph {
    languages: Vec<Locale>,
    source_language: Locale,
    fallbacks: BTreeMap<Locale, Vec<Locale>>,
    policy: FallbackPolicy,
    /// In the order of their ids.
    nodes: IndexMap<EntityId, Node>,
    vocabulary: BTreeMap<(Kind, Locale), Arc<VocabularyFile>>,
    edges: Vec<Edge>,
    outgoing: BTreeMap<EntityId, Vec<usize>>,
    incoming: BTreeMap<EntityId, Vec<usize>>,
    routes: route::Routes,
    glossaries: BTreeMap<Locale, Glossary>,
    files: BTreeMap<SourcePath, EntityId>,
    known_assets: BTreeSet<SourcePath>,
    assets: BTreeSet<SourcePath>,
    root: String,
    survey: Survey,
}

/// One entity of the graph.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub id: EntityId,
    /// Where its facts stand.
    pub entity: Entity,
    /// The language its facts are written in.
    pub locale: Locale,
    /// The public translations of a document; a vocabulary entry is translated by its whole file.
    pub translations: BTreeMap<Locale, Arc<Document>>,
    /// The share of its text that each translation covers, in thousandths; only real ones.
    pub coverage: BTreeMap<Locale, u32>,
    /// Whether something required is missing, so that rules need not say it again.
    pub is_broken: bool,
}

/// Where the facts of an entity stand.
#[derive(Clone, Debug)]
pub enum Entity {
    /// In a file of its own: its source.
    Document(Arc<Document>),
    /// In a vocabulary file, under its key.
    Entry(Arc<VocabularyFile>, Id),
    /// In a lifecycle.
    Stage(Stage),
}

/// A stage of a lifecycle. Its name is the glossary term of the same id, in its short form if there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The lifecycle it belongs to.
    pub lifecycle: EntityId,
    /// The lobe it lies in.
    pub lobe: Id,
    /// Its own id.
    pub id: Id,
    /// Its place among all stages of the lifecycle, from 0.
    pub position: usize,
}

impl Graph {
    /// The same graph, which now also knows how its translations stand.
    #[must_use]
    pub fn with_survey(mut self, survey: Survey) -> Self {
        self.survey = survey;
        self
    }

    /// How the translation of `id` into `locale` stands, if it says which revision it answers to.
    #[must_use]
    pub fn report(&self, id: &EntityId, locale: &Locale) -> Option<&Report> {
        self.survey.of(id, locale)
    }

    /// The same for a translated vocabulary.
    #[must_use]
    pub fn vocabulary_report(&self, kind: Kind, locale: &Locale) -> Option<&Report> {
        self.survey.of(&EntityId::new(kind, ""), locale)
    }

    /// Every vocabulary file in another language than the source's.
    pub fn translated_vocabularies(&self) -> impl Iterator<Item = &VocabularyFile> {
        self.vocabulary.values().map(Arc::as_ref).filter(|file| file.locale != self.source_language)
    }

    /// The vocabulary of a kind in the language of the site.
    #[must_use]
    pub fn source_vocabulary(&self, kind: Kind) -> Option<&VocabularyFile> {
        self.vocabulary.get(&(kind, self.source_language.clone())).map(Arc::as_ref)
    }

    /// How all translations stand that say which revision they answer to.
    #[must_use]
    pub fn survey(&self) -> &Survey {
        &self.survey
    }

    /// Every language, in the order of `book.toml`.
    #[must_use]
    pub fn languages(&self) -> &[Locale] {
        &self.languages
    }

    /// The language documents are written in unless they say otherwise.
    #[must_use]
    pub fn source_language(&self) -> &Locale {
        &self.source_language
    }

    /// Where to look for what `locale` lacks, in order, without `locale` itself.
    #[must_use]
    pub fn fallbacks(&self, locale: &Locale) -> &[Locale] {
        self.fallbacks.get(locale).map_or(&[], Vec::as_slice)
    }

    /// The node of `id`.
    #[must_use]
    pub fn node(&self, id: &EntityId) -> Option<&Node> {
        self.nodes.get(id)
    }

    /// Every node, by kind and id.
    pub fn nodes(&self) -> impl Iterator<Item = &Node> {
        self.nodes.values()
    }

    /// The nodes of one kind, by id.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Node> {
        let nodes = self.nodes.as_slice();
        let first = nodes.partition_point(|id, _| id.kind < kind);
        nodes[first..].values().take_while(move |node| node.id.kind == kind)
    }

    /// The entries of a vocabulary, or the stages of all lifecycles, in the order written.
    #[must_use]
    pub fn in_order(&self, kind: Kind) -> Vec<&Node> {
        let mut nodes: Vec<&Node> = self.of_kind(kind).collect();
        nodes.sort_by_key(|node| match &node.entity {
            Entity::Entry(file, id) => file.parsed.entries.get_index_of(id).unwrap_or(usize::MAX),
            Entity::Stage(stage) => stage.position,
            Entity::Document(_) => 0,
        });
        nodes
    }

    /// Every journey with its front matter, by id.
    pub fn journeys(&self) -> impl Iterator<Item = (&Node, &Journey)> {
        self.of_kind(Kind::Journey).filter_map(|node| Some((node, node.journey()?)))
    }

    /// The vocabulary file of `kind` in `locale`: its source, or a translation.
    #[must_use]
    pub fn vocabulary(&self, kind: Kind, locale: &Locale) -> Option<&Arc<VocabularyFile>> {
        self.vocabulary.get(&(kind, locale.clone()))
    }

    /// Every edge.
    #[must_use]
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// The edges that start at `id` or at a part of it.
    pub fn outgoing(&self, id: &EntityId) -> impl Iterator<Item = &Edge> {
        self.outgoing.get(id).into_iter().flatten().filter_map(|index| self.edges.get(*index))
    }

    /// The edges that lead to `id` or to a part of it.
    pub fn incoming(&self, id: &EntityId) -> impl Iterator<Item = &Edge> {
        self.incoming.get(id).into_iter().flatten().filter_map(|index| self.edges.get(*index))
    }

    /// Whether the file at `path` is a source or a translation that readers may see.
    #[must_use]
    pub fn shows(&self, path: &SourcePath) -> bool {
        self.files.contains_key(path)
    }

    /// The files that public pages show or offer, and no others.
    #[must_use]
    pub fn assets(&self) -> &BTreeSet<SourcePath> {
        &self.assets
    }
}

impl Node {
    /// The source file of a document.
    #[must_use]
    pub fn document(&self) -> Option<&Arc<Document>> {
        match &self.entity {
            Entity::Document(document) => Some(document),
            _ => None,
        }
    }

    /// The vocabulary entry with its place.
    #[must_use]
    pub fn vocabulary_entry(&self) -> Option<&VocabularyEntry> {
        match &self.entity {
            Entity::Entry(file, id) => file.parsed.entries.get(id),
            _ => None,
        }
    }

    /// Where it is written: its file, or the id of its entry.
    #[must_use]
    pub fn place(&self) -> Option<Span> {
        match &self.entity {
            Entity::Document(document) => Some(Span::file(&document.path)),
            Entity::Entry(file, id) => Some(Span::new(&file.path, file.parsed.entries.get(id)?.range)),
            Entity::Stage(_) => None,
        }
    }

    /// The ids that it had before.
    #[must_use]
    pub fn former_ids(&self) -> &[Spanned<Id>] {
        let former = match &self.entity {
            Entity::Document(_) => self.common().and_then(|common| common.renamed_from.get("")),
            Entity::Entry(file, id) => file.parsed.renamed_from.get(id.as_str()),
            Entity::Stage(_) => None,
        };
        former.map(Vec::as_slice).unwrap_or_default()
    }

    /// What a vocabulary entry says.
    #[must_use]
    pub fn entry(&self) -> Option<&Entry> {
        self.vocabulary_entry().map(|entry| &entry.entry)
    }

    /// The stage, if it is one.
    #[must_use]
    pub fn stage(&self) -> Option<&Stage> {
        match &self.entity {
            Entity::Stage(stage) => Some(stage),
            _ => None,
        }
    }

    /// The front matter of a document's source.
    #[must_use]
    pub fn front_matter(&self) -> Option<&FrontMatter> {
        self.document().map(|document| &document.parsed.front_matter)
    }

    /// The fields that every page has.
    #[must_use]
    pub fn common(&self) -> Option<&Common> {
        self.front_matter()?.common()
    }

    /// Every picture it declares: its own, those of a persona or an author, those of a journey's steps.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let declared = self.common().into_iter().flat_map(|common| common.figures.values());
        let persona = self.persona().and_then(|persona| persona.figure.as_ref());
        let author = self.author().and_then(|author| author.figure.as_ref());
        let steps = self.journey().into_iter().flat_map(|journey| journey.all_steps());
        declared.chain(persona).chain(author).chain(steps.filter_map(|(_, step)| step.figure.as_ref()))
    }

    /// What a translation says of itself.
    #[must_use]
    pub fn overlay(&self, locale: &Locale) -> Option<&Overlay> {
        match &self.translations.get(locale)?.parsed.front_matter {
            FrontMatter::Overlay(overlay) => Some(overlay),
            _ => None,
        }
    }

    /// Whether it stays reachable with a notice, and out of search and feeds.
    #[must_use]
    pub fn is_archived(&self) -> bool {
        self.common().is_some_and(|common| common.status == Status::Archived)
    }

    /// Whether readers may see it; false only in a preview with drafts.
    #[must_use]
    pub fn is_public(&self) -> bool {
        self.common().is_none_or(|common| matches!(common.status, Status::Published | Status::Archived))
    }
}

macro_rules! front_matter_of {
    ($($name:ident $variant:ident;)*) => {
        impl Node {
            $(
                #[doc = concat!("The front matter, if it is of kind `", stringify!($name), "`.")]
                #[must_use]
                pub fn $name(&self) -> Option<&$variant> {
                    match self.front_matter() {
                        Some(FrontMatter::$variant(value)) => Some(value),
                        _ => None,
                    }
                }
            )*
        }
    };
}
front_matter_of! {
    article Article;
    principle Principle;
    journey Journey;
    persona Persona;
    example Example;
    event Event;
    response Response;
}

macro_rules! entry_of {
    ($($name:ident $variant:ident;)*) => {
        impl Node {
            $(
                #[doc = concat!("The vocabulary entry, if it is of kind `", stringify!($name), "`.")]
                #[must_use]
                pub fn $name(&self) -> Option<&crate::content::vocabulary::$variant> {
                    match self.entry() {
                        Some(Entry::$variant(value)) => Some(value),
                        _ => None,
                    }
                }
            )*
        }
    };
}
entry_of! {
    department Department;
    channel Channel;
    touchpoint Touchpoint;
    system System;
    metric Metric;
    lifecycle Lifecycle;
    term Term;
    author Author;
    source Source;
    plain Plain;
}
