//! The terms to the glossary of one language, by first letter in the language's own order.

use std::collections::BTreeSet;

use super::page::{Equivalent, Fact, GlossaryLetter, GlossaryPage, TermView};
use super::scope::{Scope, mark};
use crate::base::Spanned;
use crate::content::{EntityId, Kind};
use crate::graph::{Localized, Node, Relation};
use unicode_normalization::UnicodeNormalization;

/// The glossary.
pub(super) fn page(scope: Scope<'_>) -> GlossaryPage {
    let mut terms: Vec<(String, &Node)> =
        scope.graph().of_kind(Kind::Term).map(|node| (scope.sort_key(&node.id), node)).collect();
    let formats = &scope.reader.formats;
    terms.sort_by(|one, other| formats.compare(&one.0, &other.0).then_with(|| one.1.id.cmp(&other.1.id)));
    let mut letters: Vec<GlossaryLetter> = Vec::new();
    for (name, node) in terms {
        let letter = initial(scope, &name);
        let view = term(scope, node);
        match letters.last_mut().filter(|last| last.letter == letter) {
            Some(last) => last.terms.push(view),
            None => {
                let anchor = format!("letter-{}", crate::markdown::slug(&letter));
                letters.push(GlossaryLetter { letter, anchor, terms: vec![view] });
            }
        }
    }
    merge(&mut letters);
    GlossaryPage { intro: scope.say("glossary-intro"), letters }
}

/// The letter that a reader of this language looks under: without its accent, unless the language
/// sorts the accented letter as one of its own; without the article in Arabic and French.
fn initial(scope: Scope<'_>, name: &str) -> String {
    let bare = match scope.locale().language() {
        "ar" => name.strip_prefix("ال").unwrap_or(name),
        _ => name,
    };
    let Some(first) = bare.chars().find(|letter| letter.is_alphanumeric()) else { return "#".to_owned() };
    if first.is_numeric() {
        return "#".to_owned();
    }
    let upper: String = first.to_uppercase().collect();
    let base: String = upper.nfd().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter)).collect();
    let formats = &scope.reader.formats;
    let next = char::from_u32(base.chars().next().map_or(0, |letter| letter as u32 + 1)).unwrap_or('Z').to_string();
    let is_own_letter = upper != base && formats.compare(&upper, &next).is_gt() && formats.compare(&upper, "Z").is_gt();
    if is_own_letter { upper } else { base }
}

/// Puts groups of one letter together, where names of that letter do not all stand side by side.
fn merge(letters: &mut Vec<GlossaryLetter>) {
    let mut merged: Vec<GlossaryLetter> = Vec::new();
    for group in letters.drain(..) {
        match merged.iter_mut().find(|known| known.letter == group.letter) {
            Some(known) => known.terms.extend(group.terms),
            None => merged.push(group),
        }
    }
    *letters = merged;
}

fn term(scope: Scope<'_>, node: &Node) -> TermView {
    let graph = scope.graph();
    let id = &node.id;
    let form = graph.term(id, scope.locale());
    let words = |words: &[Spanned<String>]| words.iter().map(|word| word.value.clone()).collect();
    let definition = form.as_ref().and_then(|form| {
        let definition = form.value.definition.as_ref()?;
        Some(scope.words(Localized { value: &definition.value, locale: form.locale }))
    });
    let related = |key, message, relation| {
        let entries = graph.targets_of(id, relation).map(|place| scope.entry(&place.entity)).collect();
        scope.fact(key, message, entries)
    };
    let own = form.as_ref().map(|form| form.locale);
    let equivalents = node.term().into_iter().flat_map(|term| &term.forms);
    let equivalents = equivalents.filter(|(locale, _)| Some(*locale) != own).map(|(locale, form)| Equivalent {
        mark: mark(locale),
        language: scope.autonym(locale),
        term: form.term.value.clone(),
    });
    let related: Vec<Option<Fact>> =
        vec![related("opposite", "term-opposite", Relation::Opposite), related("see", "term-see", Relation::See)];
    TermView {
        anchor: format!("term-{}", id.id),
        former: node.former_ids().iter().map(|former| format!("term-{}", former.value)).collect(),
        term_html: scope.name(id),
        short: form.as_ref().and_then(|form| form.value.short.as_ref()).map(|short| short.value.clone()),
        definition_html: definition,
        also: form.as_ref().map(|form| words(&form.value.also)).unwrap_or_default(),
        avoid: form.as_ref().map(|form| words(&form.value.avoid)).unwrap_or_default(),
        equivalents: equivalents.collect(),
        related: related.into_iter().flatten().collect(),
        used_on: used_on(scope, node),
    }
}

/// How many pages are named that use a term: a site may have thousands.
const USED_ON: usize = 12;

/// Pages whose prose uses a term, by name.
fn used_on(scope: Scope<'_>, node: &Node) -> Vec<super::page::Link> {
    let mentions = scope.graph().incoming(&node.id).filter(|edge| {
        matches!(edge.relation, Relation::Mentions | Relation::UsesTerm) && edge.from.entity.kind != Kind::Term
    });
    let pages: BTreeSet<&EntityId> = mentions.map(|edge| &edge.from.entity).collect();
    let mut pages: Vec<&EntityId> = pages.into_iter().take(USED_ON).collect();
    scope.sort_by_name(&mut pages, |id| *id);
    pages.into_iter().map(|id| scope.link(id)).collect()
}
