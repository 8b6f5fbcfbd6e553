//! Names that stand where an id is needed, to the ids of what bears them.
//!
//! A file is read on its own, so its reader can only say that `Online catalogue` is no id. Once all
//! files are read, what bears that name is known.

use std::collections::BTreeMap;

use super::{Documents, EntityId};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::source::SourceSet;

/// Offers the id of what bears the name wherever a name stands in place of an id.
pub(super) fn offer(documents: &Documents, sources: &SourceSet, diagnostics: Diagnostics) -> Diagnostics {
    if !diagnostics.iter().any(|problem| problem.name == Name::MalformedId) {
        return diagnostics;
    }
    let names = names(documents);
    let better = |problem: Diagnostic| {
        let written = sources.text(&problem.span.path).map(|text| problem.span.range.of(text));
        let found = written.and_then(|written| names.get(&folded(written)));
        match found.filter(|_| problem.name == Name::MalformedId) {
            None => problem,
            Some(entity) => {
                let message = format!("`{}` is a name, and an id is needed", written.unwrap_or_default());
                let help = format!("write `{}`, the id of the {} with this name", entity.id, entity.kind.noun());
                Diagnostic { message, ..problem }.help(help).mend(&entity.id)
            }
        }
    };
    diagnostics.into_iter().map(better).collect()
}

/// Everything that has a name, by that name, in any language.
fn names(documents: &Documents) -> BTreeMap<String, EntityId> {
    let mut names = BTreeMap::new();
    let mut add = |name: &str, id: EntityId| {
        names.entry(folded(name)).or_insert(id);
    };
    for file in &documents.vocabulary {
        for (key, text) in &file.parsed.texts {
            if let Some(id) = key.strip_suffix(".name").or_else(|| key.strip_suffix(".title")) {
                add(&text.value, EntityId::new(file.kind, id));
            }
        }
    }
    for document in &documents.documents {
        let texts = document.parsed.front_matter.texts();
        for key in ["title", "name"] {
            if let Some(text) = texts.and_then(|texts| texts.get(key)) {
                add(&text.value, document.id.clone());
            }
        }
    }
    names
}

fn folded(name: &str) -> String {
    name.trim().trim_matches(['"', '\'']).to_lowercase()
}
