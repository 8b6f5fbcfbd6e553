//! The words of the glossary in each language, ready to be found in prose.

use std::collections::{BTreeMap, BTreeSet};

use super::{Graph, Node};
use crate::base::Locale;
use crate::content::{EntityId, Kind};
use crate::markdown::Terms;

/// The words of one language, and the terms they stand for.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// Finds the words; reports the index of a term in [`ids`](Self::ids).
    pub words: Terms,
    /// The terms, by index.
    pub ids: Vec<EntityId>,
}

impl Graph {
    /// The words to link in prose written in `locale`.
    #[must_use]
    pub fn glossary(&self, locale: &Locale) -> Option<&Glossary> {
        self.glossaries.get(locale)
    }
}

/// The words of each language: preferred, short and inflected forms, and other admitted words.
///
/// The short form of a stage is a label for drawings, such as `Use`; in prose it is a word like any other.
pub(super) fn collect(graph: &Graph) -> BTreeMap<Locale, Glossary> {
    let terms: Vec<&Node> = graph.of_kind(Kind::Term).collect();
    let stages: BTreeSet<&str> =
        graph.of_kind(Kind::Stage).filter_map(Node::stage).map(|stage| stage.id.as_str()).collect();
    let glossary = |locale: &Locale| {
        let words = terms.iter().map(|node| {
            let form = node.term().and_then(|term| {
                let source = term.forms.get(&node.locale).filter(|_| !term.translate);
                source.or_else(|| term.forms.get(locale))
            });
            form.into_iter()
                .flat_map(|form| {
                    let short = form.short.iter().filter(|_| !stages.contains(node.id.id.as_str()));
                    [&form.term].into_iter().chain(short).chain(&form.also).chain(&form.forms)
                })
                .map(|word| word.value.as_str())
                .collect::<Vec<&str>>()
        });
        Glossary { words: Terms::new(words), ids: terms.iter().map(|node| node.id.clone()).collect() }
    };
    graph.languages.iter().map(|locale| (locale.clone(), glossary(locale))).collect()
}
