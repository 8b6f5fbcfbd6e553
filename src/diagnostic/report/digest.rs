//! Diagnostics to what a person reads on a terminal: a few of each kind, the gravest last, then the counts.

use std::collections::BTreeMap;

use super::{Sources, text};
use crate::diagnostic::{Diagnostic, Diagnostics, Name, Severity};

/// More of one kind tell a reader nothing new.
const MOST: usize = 10;

/// The full form of at most ten problems of each name, with a line that says how many there are
/// besides, and one line each that counts errors and warnings by name.
///
/// Warnings come first: on a terminal what stands last is seen first.
#[must_use]
pub fn digest(diagnostics: &Diagnostics, sources: &impl Sources, in_colour: bool) -> String {
    let mut digest = String::new();
    for severity in [Severity::Warning, Severity::Error] {
        let of_severity = diagnostics.iter().filter(|problem| problem.severity == severity);
        let (shown, left) = few(of_severity, MOST);
        digest.push_str(&text(&shown, sources, in_colour));
        if let Some(left) = left {
            digest.push_str(&format!("{left}\n\n"));
        }
    }
    digest.push_str(&counts(diagnostics));
    digest
}

/// At most `most` problems of each name, in their order, and a line that says how many there are besides.
#[must_use]
pub fn few<'d>(diagnostics: impl Iterator<Item = &'d Diagnostic>, most: usize) -> (Diagnostics, Option<String>) {
    let mut seen: BTreeMap<Name, usize> = BTreeMap::new();
    let is_shown = |problem: &&Diagnostic| {
        let count = seen.entry(problem.name).or_default();
        *count += 1;
        *count <= most
    };
    let shown = diagnostics.filter(is_shown).cloned().collect();
    let beyond = seen.iter().filter(|(_, count)| **count > most);
    let left: Vec<String> = beyond.map(|(name, count)| format!("{} more {name}", count - most)).collect();
    let left =
        (!left.is_empty()).then(|| format!("… and {}; `cxbook check --format short` lists all", left.join(", ")));
    (shown, left)
}

/// `errors: 2 unknown-reference, 1 missing-field`, and the same for warnings; nothing for a single problem.
fn counts(diagnostics: &Diagnostics) -> String {
    if diagnostics.len() < 2 {
        return String::new();
    }
    let line = |severity: Severity, title: &str| {
        let mut by_name: BTreeMap<Name, usize> = BTreeMap::new();
        let of_severity = |problem: &&Diagnostic| problem.severity == severity;
        for problem in diagnostics.iter().filter(of_severity) {
            *by_name.entry(problem.name).or_default() += 1;
        }
        let mut counted: Vec<(Name, usize)> = by_name.into_iter().collect();
        counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let names: Vec<String> = counted.iter().map(|(name, count)| format!("{count} {name}")).collect();
        if names.is_empty() { String::new() } else { format!("{title}: {}\n", names.join(", ")) }
    };
    line(Severity::Warning, "warnings") + &line(Severity::Error, "errors")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{SourcePath, Span};

    struct NoFiles;

    impl Sources for NoFiles {
        fn text_of(&self, _: &Span) -> Option<&str> {
            None
        }
    }

    fn digest_of(problems: &[(Name, usize)]) -> String {
        let span = Span::file(&SourcePath::new("content/a.md"));
        let one = |name: Name, index: usize| Diagnostic::new(name, span.clone(), format_args!("{name} {index}"));
        let all = problems.iter().flat_map(|(name, count)| (0..*count).map(|index| one(*name, index)));
        digest(&all.collect(), &NoFiles, false)
    }

    #[test]
    fn errors_stand_below_warnings_and_the_counts_below_both() {
        let digest = digest_of(&[(Name::UnknownField, 2), (Name::UnusedVocabulary, 3)]);
        assert!(digest.rfind("warning[").unwrap() < digest.find("error[").unwrap(), "{digest}");
        assert!(digest.ends_with("warnings: 3 unused-vocabulary\nerrors: 2 unknown-field\n"), "{digest}");
    }

    #[test]
    fn of_many_problems_of_one_name_ten_are_shown_and_the_rest_counted() {
        let digest = digest_of(&[(Name::UnusedVocabulary, 2000), (Name::MissingSummary, 1)]);
        assert_eq!(digest.matches("warning[unused-vocabulary]").count(), 10);
        assert!(
            digest.contains("… and 1990 more unused-vocabulary; `cxbook check --format short` lists all"),
            "{digest}"
        );
        assert!(digest.ends_with("warnings: 2000 unused-vocabulary, 1 missing-summary\n"), "{digest}");
    }

    #[test]
    fn one_problem_needs_no_counts() {
        assert!(!digest_of(&[(Name::MissingSummary, 1)]).contains("warnings:"));
    }
}
