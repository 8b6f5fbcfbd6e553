//! What all pages of one language share: navigation, footer, search.

use super::names::plural_key;
use super::page::{Chrome, FileLink, Html, Link, NavigationItem};
use super::site::Site;
use crate::analysis::{Findings, news};
use crate::base::Locale;
use crate::config::Config;
use crate::content::Kind;
use crate::graph::route::HOME;
use crate::graph::{Feed, Graph, RouteTarget};
use crate::locale::Formats;
use crate::theme::Strings;

/// The order of the main navigation.
const SECTIONS: [(&str, RouteTarget); 7] = [
    ("journeys", RouteTarget::Index(Kind::Journey)),
    ("principles", RouteTarget::Index(Kind::Principle)),
    ("findings", RouteTarget::Findings),
    ("articles", RouteTarget::Index(Kind::Article)),
    ("examples", RouteTarget::Index(Kind::Example)),
    ("events", RouteTarget::Index(Kind::Event)),
    ("glossary", RouteTarget::Index(Kind::Term)),
];

/// How many links a footer holds.
const FOOTER_LINKS: usize = 8;

/// What a language's chrome is made from.
pub(super) struct Parts<'a> {
    pub graph: &'a Graph,
    pub findings: &'a Findings,
    pub config: &'a Config,
    pub strings: &'a Strings,
    pub locale: &'a Locale,
    /// The path of the site's root, without the slash at its end.
    pub root: &'a str,
}

/// The chrome of one language.
pub(super) fn chrome(parts: &Parts<'_>) -> Chrome {
    let Parts { graph, findings, config, strings, locale, root } = parts;
    let formats = Formats::new(locale);
    let href = |target: &RouteTarget| Some(format!("{root}{}", graph.route(target, locale)?.url.encoded()));
    let home = href(&RouteTarget::Home).unwrap_or_else(|| format!("{root}/"));
    let feed = |feed: Feed| FileLink {
        href: format!("{root}{}", feed.url(locale).encoded()),
        text: strings.get(&format!("feed-{}", feed.as_str()), &[]),
        media_type: feed.media_type(),
    };
    let item = |(section, target): &(&'static str, RouteTarget)| {
        let (text, count) = match target {
            RouteTarget::Index(kind) => {
                let count = i64::try_from(graph.of_kind(*kind).count()).unwrap_or_default();
                (strings.get(plural_key(*kind), &[]), Some(formats.integer(count)))
            }
            _ => (strings.get("findings-title", &[]), None),
        };
        Some(NavigationItem { section, text, href: href(target)?, count })
    };
    Chrome {
        lang: (*locale).clone(),
        root: format!("{root}/"),
        site_title: config.title.clone(),
        search: href(&RouteTarget::Search).unwrap_or_else(|| home.clone()),
        navigation: SECTIONS.iter().filter_map(item).collect(),
        version: config.version.clone(),
        licence: config.licence.clone(),
        contact: config.contact.clone(),
        footer: footer(parts),
        feeds: news::feeds(graph, findings, locale).into_iter().map(feed).collect(),
        home,
    }
}

/// The plain pages at the top level, by name, no more than a footer can hold; then whose the pictures are.
fn footer(parts: &Parts<'_>) -> Vec<Link> {
    let language = parts.config.language(parts.locale);
    let formats = Formats::new(parts.locale).sorted(language.and_then(|language| language.sorting));
    let mut pages: Vec<(String, Link)> = parts
        .graph
        .of_kind(Kind::Page)
        .filter(|node| node.id.id != HOME && !node.id.id.contains('/') && node.is_public())
        .filter_map(|node| {
            let name = parts.graph.name(&node.id, parts.locale);
            let route = parts.graph.url(&node.id, parts.locale)?;
            let text = crate::markdown::plain(name.value);
            let escaped = Html::escaped(&text);
            let text_html = if name.locale == parts.locale {
                escaped
            } else {
                let dir = super::scope::direction_word(name.locale.direction());
                Html::trusted(format!("<span lang=\"{}\" dir=\"{dir}\">{}</span>", name.locale, escaped.as_str()))
            };
            let sorted_by = crate::markdown::plain(parts.graph.sort_key(&node.id, parts.locale));
            Some((sorted_by, Link { href: format!("{}{}", parts.root, route.url.encoded()), text_html }))
        })
        .collect();
    pages.sort_by(|one, other| formats.compare(&one.0, &other.0).then_with(|| one.1.href.cmp(&other.1.href)));
    let credits = parts.graph.route(&RouteTarget::Credits, parts.locale).map(|route| Link {
        href: format!("{}{}", parts.root, route.url.encoded()),
        text_html: Html::escaped(&parts.strings.get("credits-title", &[])),
    });
    pages.into_iter().take(FOOTER_LINKS).map(|(_, link)| link).chain(credits).collect()
}

/// Which section of the navigation a page belongs to.
pub(super) fn section(target: &RouteTarget) -> &'static str {
    let kind = match target {
        RouteTarget::Entity(id) | RouteTarget::MapVariant(id, _) | RouteTarget::Slice(id, _) => id.kind,
        RouteTarget::Index(kind) => *kind,
        RouteTarget::Findings | RouteTarget::Finding(_) => return "findings",
        RouteTarget::Home => return "home",
        _ => return "",
    };
    match kind {
        Kind::Journey | Kind::Persona | Kind::Stage => "journeys",
        Kind::Principle | Kind::Family => "principles",
        Kind::Article | Kind::Category | Kind::Tag | Kind::Author | Kind::Source => "articles",
        Kind::Example => "examples",
        Kind::Event => "events",
        Kind::Term => "glossary",
        _ => "",
    }
}

impl Site<'_> {
    /// A path from the site's root as a path from the host's.
    pub fn rooted(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }
}
