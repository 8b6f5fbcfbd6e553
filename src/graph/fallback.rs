//! How much of a document a translation covers, and whether that is enough to stand on its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Graph, Node, Route};
use crate::base::Locale;
use crate::content::Document;
use crate::content::front_matter::FrontMatter;
use crate::content::text::{Localizable, is_sort_key};
use crate::markdown::Body;

/// The share of the source's text that each translation covers, in thousandths.
///
/// Every string counts one, and so does every block of the body; blocks that are word for word the
/// source's count as untranslated, unless they are so short that they may be a name.
pub(super) fn coverage(source: &Document, translations: &BTreeMap<Locale, Arc<Document>>) -> BTreeMap<Locale, u32> {
    let no_texts = Localizable::new();
    let strings = source.parsed.front_matter.common().map_or(&no_texts, |common| &common.texts);
    let blocks = source.parsed.body.blocks.iter().filter(|block| block.kind.is_prose()).count();
    translations
        .iter()
        .filter_map(|(locale, translation)| {
            let FrontMatter::Overlay(overlay) = &translation.parsed.front_matter else { return None };
            let has = |key| overlay.texts.get(key).is_some_and(|text| !text.value.trim().is_empty());
            let to_translate = || strings.keys().filter(|key| !is_sort_key(key));
            let translated = to_translate().filter(|key| has(*key)).count();
            let body = blocks - untranslated(&source.parsed.body, &translation.parsed.body).min(blocks);
            let share = (translated + body) * 1000 / (to_translate().count() + blocks).max(1);
            Some((locale.clone(), u32::try_from(share).unwrap_or(1000)))
        })
        .collect()
}

/// So many words are no name.
const MORE_THAN_A_NAME: usize = 5;

/// How many blocks of a body are not translated: all where there is none.
fn untranslated(source: &Body, translation: &Body) -> usize {
    if !is_translated(source, translation) {
        return usize::MAX;
    }
    let known: BTreeSet<&str> = prose(source).collect();
    let is_copy = |text: &&str| known.contains(text) && text.split_whitespace().count() >= MORE_THAN_A_NAME;
    prose(translation).filter(is_copy).count()
}

/// Whether a body says anything in its own language.
pub(super) fn is_translated(source: &Body, translation: &Body) -> bool {
    if translation.text.trim().is_empty() {
        return false;
    }
    // The first block usually decides.
    let is_own = |text: &str| !prose(source).any(|known| known == text);
    prose(translation).any(is_own) || prose(translation).next().is_none()
}

/// The words of each block that has any.
fn prose(body: &Body) -> impl Iterator<Item = &str> {
    let blocks = body.blocks.iter().filter(|block| block.kind.is_prose() && !block.text.is_empty());
    blocks.map(|block| block.text.as_str())
}

impl Graph {
    /// The language whose content the page of `node` shows in `locale`, where it counts as
    /// untranslated there; `None` where it is a page in its own right.
    pub(super) fn fallback_of(&self, node: &Node, locale: &Locale, least: u32) -> Option<Locale> {
        let is_real =
            |locale: &Locale| *locale == node.locale || node.coverage.get(locale).is_some_and(|share| *share >= least);
        if node.document().is_none() || is_real(locale) {
            return None;
        }
        let next = self.fallbacks(locale).iter().find(|next| is_real(next));
        Some(next.unwrap_or(&node.locale).clone())
    }

    /// Whether a page that counts as untranslated is translated in part all the same.
    #[must_use]
    pub fn is_partly_translated(&self, route: &Route) -> bool {
        let node = route.fallback.as_ref().and_then(|_| self.subject(&route.target));
        node.is_some_and(|node| node.coverage.get(&route.locale).is_some_and(|share| *share > 0))
    }

    /// The language of the content at `route`: the reader's wherever anything is translated, and what
    /// is not says so by itself.
    #[must_use]
    pub fn content_language<'a>(&self, route: &'a Route) -> &'a Locale {
        route.fallback.as_ref().filter(|_| !self.is_partly_translated(route)).unwrap_or(&route.locale)
    }
}
