//! Public documents, vocabulary entries and stages to nodes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::visibility::{Group, Public};
use super::super::{Entity, Node, Stage};
use crate::base::{Id, Locale, Span};
use crate::config::Config;
use crate::content::vocabulary::{Entry, VocabularyFile};
use crate::content::{EntityId, Kind};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};

type Vocabulary = BTreeMap<(Kind, Locale), Arc<VocabularyFile>>;

/// Gives everything a node.
pub(super) fn make(
    public: &Public,
    files: &[VocabularyFile],
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> (BTreeMap<EntityId, Node>, Vocabulary) {
    let mut nodes = BTreeMap::new();
    for (id, group) in public.groups() {
        nodes.insert(id.clone(), of_document(id, group));
    }
    let mut vocabulary = Vocabulary::new();
    for file in files {
        let file = Arc::new(file.clone());
        let key = (file.kind, file.locale.clone());
        if let Some(first) = vocabulary.get(&key) {
            diagnostics.push(
                Diagnostic::new(
                    Name::DuplicateDocument,
                    Span::file(&file.path),
                    format_args!("the vocabulary `{}` has two files for one language", file.kind.plural()),
                )
                .related(Span::file(&first.path), "this is the first"),
            );
            continue;
        }
        if file.locale == config.source_language {
            for (id, entry) in &file.parsed.entries {
                let node = vocabulary_node(&file, id, entry.is_broken);
                nodes.insert(node.id.clone(), node);
                if let Entry::Lifecycle(lifecycle) = &entry.entry {
                    let lobes = lifecycle
                        .lobes
                        .iter()
                        .flat_map(|(lobe, stages)| stages.iter().map(move |stage| (lobe, &stage.value)));
                    for (position, (lobe, stage)) in lobes.enumerate() {
                        let node = stage_node(&file, id, lobe, stage, position);
                        nodes.entry(node.id.clone()).or_insert(node);
                    }
                }
            }
        }
        vocabulary.insert(key, file);
    }
    (nodes, vocabulary)
}

/// The node of a document.
pub(super) fn of_document(id: &EntityId, group: &Group) -> Node {
    Node {
        id: id.clone(),
        entity: Entity::Document(Arc::clone(&group.source)),
        locale: group.source.locale.clone(),
        translations: group.translations.clone(),
        coverage: super::super::fallback::coverage(&group.source, &group.translations),
        is_broken: group.source.parsed.is_broken,
    }
}

fn vocabulary_node(file: &Arc<VocabularyFile>, id: &Id, is_broken: bool) -> Node {
    Node {
        id: EntityId::new(file.kind, id),
        entity: Entity::Entry(Arc::clone(file), id.clone()),
        locale: file.locale.clone(),
        translations: BTreeMap::new(),
        coverage: BTreeMap::new(),
        is_broken,
    }
}

fn stage_node(file: &VocabularyFile, lifecycle: &Id, lobe: &Id, stage: &Id, position: usize) -> Node {
    Node {
        id: super::super::query::stage_id(lifecycle.as_str(), stage.as_str()),
        entity: Entity::Stage(Stage {
            lifecycle: EntityId::new(Kind::Lifecycle, lifecycle),
            lobe: lobe.clone(),
            id: stage.clone(),
            position,
        }),
        locale: file.locale.clone(),
        translations: BTreeMap::new(),
        coverage: BTreeMap::new(),
        is_broken: false,
    }
}
