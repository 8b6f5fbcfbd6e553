//! Titles that name their author.

use super::{sources, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::Kind;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    let names: Vec<String> =
        graph.of_kind(Kind::Author).map(|node| graph.name(&node.id, &node.locale).value.to_lowercase()).collect();
    for (_, document, common) in sources(graph) {
        let Some(title) = &common.title else { continue };
        let lower = title.value.to_lowercase();
        let by_known = names.iter().any(|name| {
            [" by ", " par ", " von ", " | ", " – ", " — ", ", "]
                .iter()
                .any(|mark| lower.ends_with(&format!("{mark}{name}")))
        });
        if by_known || ends_with_name(&title.value) {
            diagnostics.push(
                whole(document, common, Name::BylineInTitle, "the title names its author")
                    .help("list the author under `authors`, and keep the title to the subject"),
            );
        }
    }
}

/// Whether it ends with “by First Last”.
fn ends_with_name(title: &str) -> bool {
    let words: Vec<&str> = title.split_whitespace().collect();
    let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    matches!(words.as_slice(), [.., by, first, last] if matches!(*by, "by" | "par" | "von") && is_capital(first) && is_capital(last))
}
