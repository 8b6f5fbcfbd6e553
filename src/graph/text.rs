//! Strings in a reader's language: the translation's, else along the fallback chain, else the source's.

use super::{Entity, Graph, Node};
use crate::base::Locale;
use crate::config::FallbackPolicy;
use crate::content::front_matter::FrontMatter;
use crate::content::text::{Localizable, SORT_AS, Text};
use crate::content::vocabulary::{Entry, TermForm};
use crate::content::{EntityId, Kind};
use crate::markdown::Body;

/// A value with the language it is really in, which may not be the one asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Localized<'a, T: ?Sized = str> {
    /// The value.
    pub value: &'a T,
    /// Its language.
    pub locale: &'a Locale,
}

impl Graph {
    /// What `text` of `id` says in `locale`.
    ///
    /// A missing or empty string of a translation falls back by itself; its neighbours need not.
    #[must_use]
    pub fn text<'a>(&'a self, id: &EntityId, text: &'a Text, locale: &Locale) -> Localized<'a> {
        let own = self.locale_of(id);
        let said = if locale == own { None } else { self.string(id, &text.key, locale) };
        said.unwrap_or(Localized { value: &text.value, locale: own })
    }

    /// The string of `id` with this key in `locale`, or what stands in for it.
    #[must_use]
    pub fn string<'a>(&'a self, id: &EntityId, key: &str, locale: &Locale) -> Option<Localized<'a>> {
        let node = self.nodes.get(id)?;
        self.chain(node, locale).find_map(|locale| {
            let value = self.texts(node, locale)?.get(key)?;
            (!value.value.trim().is_empty()).then_some(Localized { value: &*value.value, locale })
        })
    }

    /// What `id` is called in `locale`: its title, name or term; its id where it has none.
    ///
    /// A stage goes by the short form of its term, which has to fit a label: `Use` for `use stage`.
    #[must_use]
    pub fn name<'a>(&'a self, id: &'a EntityId, locale: &Locale) -> Localized<'a> {
        let id_itself = Localized { value: id.id.as_str(), locale: &self.source_language };
        let Some(node) = self.nodes.get(id) else { return id_itself };
        if let Some(stage) = node.stage() {
            let term = EntityId::new(Kind::Term, &stage.id);
            return self.term(&term, locale).map_or(
                Localized { value: stage.id.as_str(), locale: &self.source_language },
                |form| {
                    let word = form.value.short.as_ref().unwrap_or(&form.value.term);
                    Localized { value: &*word.value, locale: form.locale }
                },
            );
        }
        if node.term().is_some() {
            return self
                .term(id, locale)
                .map_or(id_itself, |form| Localized { value: &*form.value.term.value, locale: form.locale });
        }
        if let Some(response) = node.response() {
            return response
                .author
                .as_ref()
                .map_or(id_itself, |author| Localized { value: &*author.value, locale: &node.locale });
        }
        name_text(node).map_or(id_itself, |text| self.text(id, text, locale))
    }

    /// What the name of `id` is sorted by in `locale`: the name, or what its file says instead.
    #[must_use]
    pub fn sort_key<'a>(&'a self, id: &'a EntityId, locale: &Locale) -> &'a str {
        let name = self.name(id, locale);
        let instead = || {
            let node = self.nodes.get(id)?;
            let term = node.stage().map(|stage| EntityId::new(Kind::Term, &stage.id));
            if let Some(form) = self.term(term.as_ref().unwrap_or(id), locale) {
                return form.value.sort_as.as_ref().map(|text| text.value.as_str());
            }
            let key = match node.entity {
                Entity::Entry(..) => format!("{}.{SORT_AS}", id.id),
                _ => SORT_AS.to_owned(),
            };
            self.texts(node, name.locale)?.get(key.as_str()).map(|text| &*text.value)
        };
        instead().unwrap_or(name.value)
    }

    /// The word for a term in `locale`, with all that is said about it.
    ///
    /// A term that is not translated keeps the form of the source language everywhere.
    #[must_use]
    pub fn term<'a>(&'a self, id: &EntityId, locale: &Locale) -> Option<Localized<'a, TermForm>> {
        let node = self.nodes.get(id)?;
        let term = node.term()?;
        let form =
            |locale: &Locale| term.forms.get_key_value(locale).map(|(locale, value)| Localized { value, locale });
        let own = form(locale).filter(|_| term.translate);
        own.or_else(|| self.fallbacks(locale).iter().filter(|_| term.translate).find_map(form))
            .or_else(|| form(&node.locale))
            .or_else(|| term.forms.iter().next().map(|(locale, value)| Localized { value, locale }))
    }

    /// The prose that the page of `id` shows in `locale`: none where the site only says that there is no translation.
    #[must_use]
    pub fn body(&self, id: &EntityId, locale: &Locale) -> Option<Localized<'_, Body>> {
        let node = self.nodes.get(id)?;
        let source = node.document()?;
        let translated = |locale: &Locale| {
            let (locale, document) = node.translations.get_key_value(locale)?;
            let body = &document.parsed.body;
            super::fallback::is_translated(&source.parsed.body, body).then_some(Localized { value: body, locale })
        };
        let own = || Localized { value: &source.parsed.body, locale: &node.locale };
        if *locale == node.locale {
            return Some(own());
        }
        if !node.translations.contains_key(locale) && self.policy != FallbackPolicy::Page {
            return None;
        }
        Some(
            translated(locale)
                .or_else(|| {
                    self.fallbacks(locale)
                        .iter()
                        .find_map(|next| if *next == node.locale { Some(own()) } else { translated(next) })
                })
                .unwrap_or_else(own),
        )
    }

    /// The language that the facts of `id` are written in.
    #[must_use]
    pub fn locale_of(&self, id: &EntityId) -> &Locale {
        self.nodes.get(id).map_or(&self.source_language, |node| &node.locale)
    }

    /// The language itself, its fallbacks, the node's own: where to look for a string.
    fn chain<'a>(&'a self, node: &'a Node, locale: &Locale) -> impl Iterator<Item = &'a Locale> + use<'a> {
        let known = self.languages.iter().find(|language| *language == locale);
        known.into_iter().chain(self.fallbacks(locale)).chain([&node.locale])
    }

    /// The strings of `node` in `locale`, if there is a file for them.
    fn texts<'a>(&'a self, node: &'a Node, locale: &Locale) -> Option<&'a Localizable> {
        match &node.entity {
            Entity::Document(document) if *locale == node.locale => {
                document.parsed.front_matter.common().map(|common| &common.texts)
            }
            Entity::Document(_) => match &node.translations.get(locale)?.parsed.front_matter {
                FrontMatter::Overlay(overlay) => Some(&overlay.texts),
                _ => None,
            },
            Entity::Entry(..) => self.vocabulary.get(&(node.id.kind, locale.clone())).map(|file| &file.parsed.texts),
            Entity::Stage(_) => None,
        }
    }
}

fn name_text(node: &Node) -> Option<&Text> {
    if let Some(persona) = node.persona() {
        return persona.name.as_ref().or(persona.common.title.as_ref());
    }
    if let Some(common) = node.common() {
        return common.title.as_ref();
    }
    match node.entry()? {
        Entry::Department(department) => department.name.as_ref(),
        Entry::Channel(channel) => channel.name.as_ref(),
        Entry::Touchpoint(touchpoint) => touchpoint.name.as_ref(),
        Entry::System(system) => system.name.as_ref(),
        Entry::Metric(metric) => metric.name.as_ref(),
        Entry::Lifecycle(lifecycle) => lifecycle.name.as_ref(),
        Entry::Author(author) => author.name.as_ref(),
        Entry::Source(source) => source.title.as_ref(),
        Entry::Plain(plain) => plain.name.as_ref(),
        Entry::Term(_) => None,
    }
}
