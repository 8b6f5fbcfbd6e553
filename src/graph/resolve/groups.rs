//! Files to groups: a source with its translations. Reports two files for one, and translations of nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::visibility::Group;
use crate::base::{Locale, Span};
use crate::content::front_matter::FrontMatter;
use crate::content::{Document, EntityId};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};

/// Puts each source and its translations together.
pub(super) fn collect(documents: &[Document], diagnostics: &mut Diagnostics) -> BTreeMap<EntityId, Group> {
    let mut groups: BTreeMap<EntityId, Group> = BTreeMap::new();
    for document in documents.iter().filter(|document| !is_translation(document)) {
        let mut source = document.clone();
        if let Some(written) = source.parsed.front_matter.common().and_then(|common| common.source.as_ref()) {
            source.locale = written.value.clone();
        }
        match groups.get(&source.id) {
            Some(first) => diagnostics.push(two_files(document, &first.source)),
            None => {
                let id = source.id.clone();
                groups.insert(id, Group { source: Arc::new(source), translations: BTreeMap::new() });
            }
        }
    }
    for document in documents.iter().filter(|document| is_translation(document)) {
        let Some(group) = groups.get_mut(&document.id) else {
            diagnostics.push(orphan(document));
            continue;
        };
        if document.locale == group.source.locale {
            diagnostics.push(two_files(document, &group.source));
        } else if let Some(first) = group.translations.get(&document.locale) {
            diagnostics.push(two_files(document, first));
        } else {
            insert(&mut group.translations, document);
        }
    }
    groups
}

fn insert(translations: &mut BTreeMap<Locale, Arc<Document>>, document: &Document) {
    translations.insert(document.locale.clone(), Arc::new(document.clone()));
}

fn is_translation(document: &Document) -> bool {
    matches!(document.parsed.front_matter, FrontMatter::Overlay(_))
}

fn two_files(second: &Document, first: &Document) -> Diagnostic {
    let message = format_args!("{} `{}` has two files for one language", second.id.kind.noun(), second.id.id);
    Diagnostic::new(Name::DuplicateDocument, Span::file(&second.path), message)
        .label("this is the second")
        .related(Span::file(&first.path), "this is the first")
        .help("keep one of the two")
}

fn orphan(translation: &Document) -> Diagnostic {
    let message =
        format_args!("this translates {} `{}`, which has no source", translation.id.kind.noun(), translation.id.id);
    Diagnostic::new(Name::OrphanTranslation, Span::file(&translation.path), message)
        .help("bring the source back, or delete the translation")
}
