//! Findings to those that the files with errors did not bring about.

use std::collections::BTreeSet;

use crate::base::SourcePath;
use crate::content::{Documents, Kind};
use crate::diagnostic::{Diagnostics, Name};

/// What is said of one file and depends on others: as long as one of those kinds has an error, nobody knows.
const DEPENDS: [(Name, &[Kind]); 2] =
    [(Name::PrincipleWithoutExample, &[Kind::Example]), (Name::MissingTerm, &[Kind::Lifecycle, Kind::Term])];

/// Takes out what may be true only because another file could not be read as it was meant.
pub fn hold_back(documents: &Documents, diagnostics: &mut Diagnostics) {
    let wrong: BTreeSet<SourcePath> = diagnostics.files_with_errors();
    if wrong.is_empty() {
        return;
    }
    let of_documents = documents.documents.iter().filter(|one| wrong.contains(&one.path)).map(|one| one.id.kind);
    let of_vocabulary = documents.vocabulary.iter().filter(|one| wrong.contains(&one.path)).map(|one| one.kind);
    let kinds: BTreeSet<Kind> = of_documents.chain(of_vocabulary).collect();
    let is_known = |name: Name| {
        !DEPENDS.iter().any(|(dependent, on)| *dependent == name && on.iter().any(|kind| kinds.contains(kind)))
    };
    *diagnostics = std::mem::take(diagnostics).into_iter().filter(|found| is_known(found.name)).collect();
}
