//! Problems to those that do not merely follow from a source that could not be read.
//!
//! Whoever reads that a translation has no source, and is told to delete it, loses it for a wrong permission.

use std::collections::BTreeSet;

use crate::base::SourcePath;
use crate::diagnostic::{Diagnostic, Diagnostics, Name, Severity};

/// Leaves out that a translation has no source, where the source is there and has an error of its own.
pub(super) fn leave_out(diagnostics: Diagnostics) -> Diagnostics {
    let is_orphan = |problem: &Diagnostic| problem.name == Name::OrphanTranslation;
    let is_error = |problem: &&Diagnostic| problem.severity == Severity::Error && !is_orphan(problem);
    let broken: BTreeSet<SourcePath> =
        diagnostics.iter().filter(is_error).map(|problem| problem.span.path.clone()).collect();
    let all = diagnostics.into_iter();
    all.filter(|problem| !is_orphan(problem) || !broken.contains(&source_of(&problem.span.path))).collect()
}

/// `a/index.md` for `a/index.fr.md`.
fn source_of(path: &SourcePath) -> SourcePath {
    let (folder, name) = path.as_str().rsplit_once('/').unwrap_or(("", path.as_str()));
    let stem = name.split('.').next().unwrap_or_default();
    SourcePath::new(format!("{folder}/{stem}.{}", path.extension()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;

    #[test]
    fn a_translation_whose_source_cannot_be_read_is_no_orphan() {
        let problem = |name, path: &str| Diagnostic::new(name, Span::file(&SourcePath::new(path)), "it is wrong");
        let all = [
            problem(Name::FileRefused, "content/a/index.md"),
            problem(Name::OrphanTranslation, "content/a/index.fr.md"),
            problem(Name::OrphanTranslation, "content/b/index.fr.md"),
            problem(Name::OrphanTranslation, "content/b/index.de.md"),
        ];
        let left: Vec<String> =
            leave_out(all.into_iter().collect()).iter().map(|problem| problem.span.path.to_string()).collect();
        assert_eq!(left, ["content/a/index.md", "content/b/index.fr.md", "content/b/index.de.md"]);
    }
}
