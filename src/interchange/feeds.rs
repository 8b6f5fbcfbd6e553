//! What is new to Atom feeds (RFC 4287): for each language, and only what is in that language.
//!
//! A feed without entries is not written. Dates are those that authors wrote, at midnight UTC, so equal
//! sources give equal bytes. An entry is known by its kind and id, not by its address: a changed slug
//! does not make it new.

use atom_syndication::{Category, Entry, Feed as Atom, Generator, Link, Person, Text, TextType};

use crate::analysis::Findings;
use crate::analysis::news::{self, Item};
use crate::base::{Date, Locale, OutputPath};
use crate::config::Config;
use crate::content::{EntityId, Kind};
use crate::graph::{Feed, Graph, Localized, Node, Place, RouteTarget};
use crate::markdown;
use crate::output::Artifact;
use crate::theme::{Strings, Theme};

/// Every Atom feed of every language.
#[must_use]
pub fn files(graph: &Graph, findings: &Findings, theme: &Theme, config: &Config) -> Vec<(OutputPath, Artifact)> {
    let mut files = Vec::new();
    for locale in graph.languages() {
        let writer = Writer { graph, strings: theme.strings(locale), config, locale };
        for feed in [Feed::Changes, Feed::Journeys, Feed::NoBrainers] {
            let items = news::of(graph, findings, feed, locale);
            if let Some(atom) = writer.feed(feed, &items) {
                files.push((feed.url(locale).output_path(), Artifact::new(format!("{atom}\n").into_bytes())));
            }
        }
    }
    files
}

struct Writer<'a> {
    graph: &'a Graph,
    strings: &'a Strings,
    config: &'a Config,
    locale: &'a Locale,
}

impl Writer<'_> {
    fn feed(&self, feed: Feed, items: &[Item]) -> Option<String> {
        let newest = items.first()?.day;
        let own = self.config.absolute(&feed.url(self.locale).encoded());
        let beside = match feed {
            Feed::Changes => RouteTarget::Home,
            Feed::Journeys => RouteTarget::Index(Kind::Journey),
            Feed::NoBrainers => RouteTarget::Finding("no-brainers"),
            Feed::Events => RouteTarget::Index(Kind::Event),
        };
        let page = self.graph.route(&beside, self.locale).map(|route| self.config.absolute(&route.url.encoded()));
        let title = format!("{}: {}", self.config.title, self.strings.get(&format!("feed-{}", feed.as_str()), &[]));
        let atom = Atom {
            id: own.clone(),
            title: Text::plain(title),
            updated: moment(newest),
            authors: vec![Person { name: self.config.title.clone(), ..Person::default() }],
            generator: Some(Generator { value: "cxbook".to_owned(), ..Generator::default() }),
            links: page
                .into_iter()
                .map(|page| link("alternate", page, "text/html"))
                .chain([link("self", own, "application/atom+xml")])
                .collect(),
            rights: self.config.licence.clone().map(Text::plain),
            entries: items.iter().filter_map(|item| self.entry(item)).collect(),
            lang: Some(self.locale.to_string()),
            ..Atom::default()
        };
        Some(atom.to_string())
    }

    fn entry(&self, item: &Item) -> Option<Entry> {
        let node = self.graph.node(&item.place.entity)?;
        let name = self.graph.name_of(&item.place, self.locale);
        let address = self.config.absolute(&self.graph.address(&item.place, self.locale)?);
        let published = node.common().and_then(|common| common.published.as_ref()).map(|date| date.value);
        Some(Entry {
            id: self.id(&item.place),
            title: self.text(name),
            updated: moment(item.day),
            published: published.filter(|published| *published <= item.day).map(moment),
            authors: self.authors(node),
            categories: vec![self.category(&item.place)],
            links: vec![link("alternate", address, "text/html")],
            summary: self.summary(&item.place, node).map(|summary| self.text(summary)),
            ..Entry::default()
        })
    }

    /// Stays the same when titles and slugs change.
    fn id(&self, place: &Place) -> String {
        let part = place.part.as_ref().map_or_else(String::new, |part| format!("/{}", part.anchor()));
        let page = format!("/{}/#{}/{}{part}", self.locale, place.entity.kind.noun(), place.entity.id);
        self.config.absolute(&page)
    }

    /// Who wrote it; where nobody is named, whoever answers for the feed does.
    fn authors(&self, node: &Node) -> Vec<Person> {
        let names = node.common().map_or(&[][..], |common| &common.authors).iter();
        let person = |id: EntityId| Person {
            name: markdown::plain(self.graph.name(&id, self.locale).value),
            ..Person::default()
        };
        names.map(|author| person(EntityId::new(Kind::Author, author.value.as_str()))).collect()
    }

    fn category(&self, place: &Place) -> Category {
        let (term, key) = match &place.part {
            Some(part) => (part.noun(), format!("sort-{}", part.noun())),
            None => (place.entity.kind.noun(), format!("kind-{}", place.entity.kind.noun())),
        };
        Category { term: term.to_owned(), scheme: None, label: Some(self.strings.get(&key, &[])) }
    }

    /// What a page says of itself; for a part of a journey, which journey.
    fn summary<'a>(&'a self, place: &'a Place, node: &'a Node) -> Option<Localized<'a>> {
        if place.part.is_some() {
            return Some(self.graph.name(&place.entity, self.locale));
        }
        let claim = node.principle().and_then(|principle| principle.claim.as_ref());
        let text = claim.or_else(|| node.common()?.summary.as_ref())?;
        Some(self.graph.text(&node.id, text, self.locale))
    }

    /// Words as plain text, marked where they are in another language than the feed.
    fn text(&self, found: Localized<'_>) -> Text {
        Text {
            value: markdown::plain(found.value),
            lang: (found.locale != self.locale).then(|| found.locale.to_string()),
            r#type: TextType::Text,
            ..Text::default()
        }
    }
}

fn link(rel: &str, href: String, mime_type: &str) -> Link {
    Link { rel: rel.to_owned(), href, mime_type: Some(mime_type.to_owned()), ..Link::default() }
}

/// The start of the first day that a date may mean, in UTC.
fn moment(date: Date) -> atom_syndication::FixedDateTime {
    format!("{}T00:00:00Z", date.first_day()).parse().unwrap_or_default()
}
