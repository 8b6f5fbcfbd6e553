//! Translations whose source has moved on, and those of which nobody could tell what has changed when it does.

use crate::base::{Date, Locale, Span, Spanned, count};
use crate::config::Config;
use crate::content::front_matter::FrontMatter;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::graph::Graph;
use crate::translation::{Freshness, Report, snapshot};

/// Reports them, where the translation says what it answers to.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for node in graph.nodes().filter(|node| !node.is_archived()) {
        for (locale, document) in &node.translations {
            if let Some(report) = graph.report(&node.id, locale) {
                let subject = format!("{}/{}", node.id.kind.plural(), node.id.id);
                let subject = subject.strip_prefix("pages/").unwrap_or(&subject);
                let base = match &document.parsed.front_matter {
                    FrontMatter::Overlay(overlay) => overlay.translation.base.as_ref(),
                    _ => None,
                };
                diagnostics.extend(problem(report, Span::new(&document.path, report.place), base, locale, subject));
            }
        }
    }
    for file in graph.translated_vocabularies() {
        if let Some(report) = graph.vocabulary_report(file.kind, &file.locale) {
            let subject = format!("vocab/{}", file.kind.plural());
            let base = file.parsed.translation.base.as_ref();
            diagnostics.extend(problem(report, Span::new(&file.path, report.place), base, &file.locale, &subject));
        }
    }
}

fn problem(
    report: &Report,
    span: Span,
    base: Option<&Spanned<String>>,
    locale: &Locale,
    subject: &str,
) -> Option<Diagnostic> {
    let diagnostic = match report.standing.freshness {
        Freshness::Outdated { changed } => {
            let parts = parts(changed.saturating_sub(report.added + report.removed), report.added, report.removed);
            let risk = if report.is_risky { ", and the meaning may be another" } else { "" };
            Diagnostic::new(Name::OutdatedTranslation, span, format_args!("{parts} since this was translated{risk}"))
                .label(format_args!("{changed} of {}", report.standing.segments))
        }
        Freshness::Unknown => {
            let path = snapshot::path(base.map_or("", |base| base.value.as_str()));
            return Some(
                Diagnostic::new(
                    Name::MissingSnapshot,
                    span,
                    "the source has changed since this was translated, and nobody knows what",
                )
                .label(format_args!("{path} does not have its words"))
                .help(format_args!(
                    "`cxbook translate keep` looks for it in the history of git, and the workflow `keep` does once this is on the \
                     main branch; if nothing is found, read the translation against its source, then \
                     `cxbook translate sync {locale} {subject}`"
                )),
            );
        }
        Freshness::Fresh | Freshness::Unverified => return None,
    };
    Some(diagnostic.help(format_args!(
        "see what has changed with `cxbook translate diff {locale} {subject}`; `cxbook translate update {locale} {subject}` \
         puts new texts in their places; `cxbook translate sync {locale} {subject}` notes that it has followed"
    )))
}

/// "2 segments of the source have changed, 1 is new and 1 is gone".
fn parts(changed: usize, added: usize, removed: usize) -> String {
    let kinds =
        [(changed, "has changed", "have changed"), (added, "is new", "are new"), (removed, "is gone", "are gone")];
    let mut parts: Vec<String> = Vec::new();
    for (number, one, many) in kinds.into_iter().filter(|(number, ..)| *number > 0) {
        let verb = if number == 1 { one } else { many };
        parts.push(match parts.is_empty() {
            true => format!("{} of the source {verb}", count(number, "segment")),
            false => format!("{number} {verb}"),
        });
    }
    let last = parts.pop().unwrap_or_default();
    if parts.is_empty() { last } else { format!("{} and {last}", parts.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_is_not_called_changed() {
        assert_eq!(parts(1, 0, 0), "1 segment of the source has changed");
        assert_eq!(parts(0, 2, 0), "2 segments of the source are new");
        assert_eq!(parts(2, 1, 1), "2 segments of the source have changed, 1 is new and 1 is gone");
    }
}
