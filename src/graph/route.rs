//! Nodes and languages to addresses: the one place that knows how addresses are formed.
//!
//! Every page of every language lives at `/{language}/{kind in the plural}/{slug}/`, the source
//! language too, so that changing the default language breaks no link.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::{Graph, Node, Place, anchors};
use crate::base::{Locale, SourcePath, Span, UrlPath};
use crate::content::{EntityId, Kind};

/// An address that is owed to readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The address, from the site's root.
    pub url: UrlPath,
    /// The language of the page around the content.
    pub locale: Locale,
    /// What is there.
    pub target: RouteTarget,
    /// The language of the content, where it counts as untranslated: such a page is canonical
    /// elsewhere and has no place in hreflang, sitemap, feeds and search.
    pub fallback: Option<Locale>,
}

/// What stands at an address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RouteTarget {
    /// `/`: the choice of a language.
    Chooser,
    /// The home page of a language.
    Home,
    /// The page of an entity.
    Entity(EntityId),
    /// A map of a journey, whole or reduced.
    MapVariant(EntityId, Variant),
    /// The map of a journey as a department sees it: the journey, then the department.
    Slice(EntityId, EntityId),
    /// Everything of one kind; for terms, the glossary.
    Index(Kind),
    /// The hub of all computed views.
    Findings,
    /// One computed view, by its name in [`FINDINGS`].
    Finding(&'static str),
    /// Whose pictures the site shows, where it shows any that are somebody's.
    Credits,
    /// The page that searches.
    Search,
    /// What is shown for an address that does not exist.
    NotFound,
}

/// A map of a journey on a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Variant {
    /// Everything, wide.
    Map,
    /// What the customer lives through.
    Customer,
    /// What the organisation does for it.
    Blueprint,
    /// What was learned.
    Learned,
    /// A sheet of paper to work on.
    Workshop,
}

impl Variant {
    /// Every variant.
    pub const ALL: &[Self] = &[Self::Map, Self::Customer, Self::Blueprint, Self::Learned, Self::Workshop];

    /// Its part of an address.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Customer => "customer",
            Self::Blueprint => "blueprint",
            Self::Learned => "learned",
            Self::Workshop => "workshop",
        }
    }
}

/// The computed views that have a page of their own, by their part of an address.
pub const FINDINGS: &[&str] = &[
    "coverage",
    "orphans",
    "unowned",
    "no-brainers",
    "duplicates",
    "tell-us-once",
    "seams",
    "peak-and-end",
    "hot-spots",
    "promises",
    "stages",
    "perception-gaps",
    "sneaky-traps",
    "blinkers",
    "evidence",
    "root-causes",
    "said-and-meant",
    "consistency",
    "symptoms",
    "idle",
    "what-if",
    "channels",
    "follow-up",
];

/// The flat tables below `/api/1/tables/`, by name.
pub const TABLES: &[&str] = &["pains", "opportunities", "touchpoints", "principles-matrix", "gaps", READINGS];

/// The one table without texts, which all languages share.
pub const READINGS: &str = "readings";

/// The address of a flat table for readers of `locale`.
#[must_use]
pub fn table_url(name: &str, locale: &Locale) -> UrlPath {
    let language = if name == READINGS { String::new() } else { format!(".{locale}") };
    UrlPath::new(format!("/api/1/tables/{name}{language}.csv"))
}

/// A file of one language that readers subscribe to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feed {
    /// Every page that is new or has changed.
    Changes,
    /// Every journey, the last changed first.
    Journeys,
    /// What should simply be done.
    NoBrainers,
    /// Every event, as a calendar.
    Events,
}

impl Feed {
    /// Every feed.
    pub const ALL: &[Self] = &[Self::Changes, Self::Journeys, Self::NoBrainers, Self::Events];

    /// Its name, in messages too: `feed-changes`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Changes => "changes",
            Self::Journeys => "journeys",
            Self::NoBrainers => "no-brainers",
            Self::Events => "events",
        }
    }

    /// Its content type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        if self == Self::Events { "text/calendar" } else { "application/atom+xml" }
    }

    /// Its address in `locale`: beside the page that shows the same.
    #[must_use]
    pub fn url(self, locale: &Locale) -> UrlPath {
        UrlPath::new(match self {
            Self::Changes => format!("/{locale}/feed.xml"),
            Self::Journeys => format!("/{locale}/{}/feed.xml", Kind::Journey.plural()),
            Self::NoBrainers => format!("/{locale}/findings/no-brainers/feed.xml"),
            Self::Events => format!("/{locale}/{}/events.ics", Kind::Event.plural()),
        })
    }
}

/// The calendar file of one event, beside its page.
pub const EVENT_FILE: &str = "event.ics";

/// The map of a journey as a picture, beside its page.
pub const MAP_PICTURE: &str = "map.svg";

/// The map of a journey as a table, beside its page.
pub const MAP_TABLE: &str = "map.csv";

/// Whether entities of a kind have pages of their own: terms share one, responses stand below their article, and of a
/// lifecycle there are its stages.
#[must_use]
pub fn has_pages(kind: Kind) -> bool {
    !matches!(kind, Kind::Term | Kind::Response | Kind::Lifecycle)
}

/// The folders at the root where a site keeps what is no page: nothing else may lie in them.
pub const KEPT_FOLDERS: &[&str] = &["api", "assets", "media", "search"];

/// The files at the root that every site has, besides its start page.
pub const KEPT_FILES: &[&str] = &["404.html", "_headers", "llms.txt", "robots.txt", "sitemap.xml"];

/// An address that leads on to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The old address.
    pub from: UrlPath,
    /// The new one.
    pub to: UrlPath,
    /// The language of what is there.
    pub locale: Locale,
    /// Where the old one is written.
    pub written: Span,
}

/// The addresses of one page in its real translations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternates<'a> {
    /// Every real translation, in the order of the site's languages, the source among them.
    pub routes: Vec<&'a Route>,
    /// The one for readers of any other language.
    pub default: Option<&'a Route>,
}

/// All addresses of a site.
#[derive(Clone, Debug, Default)]
pub(super) struct Routes {
    pub(super) list: Vec<Route>,
    pub(super) by_target: IndexMap<RouteTarget, BTreeMap<Locale, usize>>,
    pub(super) redirects: Vec<Redirect>,
}

impl Route {
    /// Whether it is a page in its own right, to be listed in hreflang, sitemap, feeds and search.
    #[must_use]
    pub fn is_real(&self) -> bool {
        self.fallback.is_none()
    }

    /// The address of a file that belongs to this page: `map.svg` beside it.
    #[must_use]
    pub fn file(&self, name: &str) -> UrlPath {
        UrlPath::new(format!("{}{name}", self.url.as_str()))
    }
}

impl Graph {
    /// Every address, in order.
    #[must_use]
    pub fn routes(&self) -> &[Route] {
        &self.routes.list
    }

    /// Old addresses with what replaced them, in order.
    pub fn redirects(&self) -> impl Iterator<Item = &Redirect> {
        self.routes.redirects.iter()
    }

    /// The address of `target` in `locale`.
    #[must_use]
    pub fn route(&self, target: &RouteTarget, locale: &Locale) -> Option<&Route> {
        self.routes.list.get(*self.routes.by_target.get(target)?.get(locale)?)
    }

    /// The page that shows `id` in `locale`: its own, or for a term the glossary, for a response its
    /// article, for the home page's document the home page.
    #[must_use]
    pub fn url(&self, id: &EntityId, locale: &Locale) -> Option<&Route> {
        self.route(&self.target_of(id)?, locale)
    }

    /// The path and fragment of `place` in `locale`, as they go into a link, percent-encoded.
    ///
    /// Where the site has no page in that language, the first language of the fallback chain that has one.
    #[must_use]
    pub fn address(&self, place: &Place, locale: &Locale) -> Option<String> {
        let route = self.nearest_url(&place.entity, locale)?;
        let anchor = anchors::fragment(place);
        let path = route.url.encoded();
        Some(anchor.map_or(path.clone(), |anchor| format!("{path}#{anchor}")))
    }

    /// The page of `id` in `locale`, or in the first language along the fallback chain that has one.
    #[must_use]
    pub fn nearest_url(&self, id: &EntityId, locale: &Locale) -> Option<&Route> {
        self.url(id, locale)
            .or_else(|| self.fallbacks(locale).iter().find_map(|next| self.url(id, next)))
            .or_else(|| self.url(id, self.locale_of(id)))
    }

    /// The document or entry that stands at `target`, if it is one's page.
    #[must_use]
    pub fn subject(&self, target: &RouteTarget) -> Option<&Node> {
        match target {
            RouteTarget::Home => self.nodes.get(&EntityId::new(Kind::Page, HOME)),
            RouteTarget::Entity(id) | RouteTarget::MapVariant(id, _) | RouteTarget::Slice(id, _) => self.nodes.get(id),
            _ => None,
        }
    }

    /// What stands at the page that shows `id`.
    #[must_use]
    pub fn target_of(&self, id: &EntityId) -> Option<RouteTarget> {
        match id.kind {
            Kind::Page if id.id == HOME => Some(RouteTarget::Home),
            Kind::Term => Some(RouteTarget::Index(Kind::Term)),
            Kind::Response => {
                let article = self.nodes.get(id)?.response()?.to.as_ref()?;
                Some(RouteTarget::Entity(EntityId::new(Kind::Article, article.value.as_str())))
            }
            kind if has_pages(kind) => Some(RouteTarget::Entity(id.clone())),
            _ => None,
        }
    }

    /// The addresses of the same page in its real translations: what hreflang, the sitemap and the
    /// language switcher say. The same table for every member, so each lists the others and itself.
    ///
    /// The choice of a language at `/` is in no table: it is in no language, so it could not list itself.
    #[must_use]
    pub fn alternates(&self, target: &RouteTarget) -> Alternates<'_> {
        let in_language = |locale: &Locale| self.route(target, locale).filter(|route| route.is_real());
        let own = match target {
            RouteTarget::Entity(id) | RouteTarget::MapVariant(id, _) | RouteTarget::Slice(id, _) => self.locale_of(id),
            _ => &self.source_language,
        };
        Alternates { routes: self.languages.iter().filter_map(in_language).collect(), default: in_language(own) }
    }
}

impl Graph {
    /// Where the page of a route lies as Markdown: pages of documents that are in the language of the route.
    #[must_use]
    pub fn twin(&self, route: &Route) -> Option<UrlPath> {
        let RouteTarget::Entity(id) = &route.target else { return None };
        let node = self.node(id).filter(|node| node.id.kind.is_document() && !node.is_archived())?;
        let is_own = route.is_real() && self.name(&node.id, &route.locale).locale == &route.locale;
        is_own.then(|| route.file("index.md"))
    }
}

/// The id of the plain page that becomes the home page.
pub const HOME: &str = "index";

/// The address of `target` in `locale`, whose slug is `slug`.
pub(super) fn form(target: &RouteTarget, locale: &Locale, slug: &str) -> UrlPath {
    let language = format!("/{locale}/");
    UrlPath::new(match target {
        RouteTarget::Chooser => "/".to_owned(),
        RouteTarget::Home => language,
        RouteTarget::Entity(id) if id.kind == Kind::Page => format!("{language}{slug}/"),
        RouteTarget::Entity(id) => format!("{language}{}/{slug}/", id.kind.plural()),
        RouteTarget::MapVariant(id, variant) => {
            format!("{language}{}/{slug}/{}/", id.kind.plural(), variant.as_str())
        }
        RouteTarget::Slice(id, department) => {
            format!("{language}{}/{slug}/as/{}/", id.kind.plural(), department.id)
        }
        RouteTarget::Index(kind) => format!("{language}{}/", kind.plural()),
        RouteTarget::Findings => format!("{language}findings/"),
        RouteTarget::Finding(name) => format!("{language}findings/{name}/"),
        RouteTarget::Credits => format!("{language}credits/"),
        RouteTarget::Search => format!("{language}search/"),
        RouteTarget::NotFound => format!("{language}404.html"),
    })
}

/// The address of a file beside the documents, the same for every language.
#[must_use]
pub fn asset_url(path: &SourcePath) -> UrlPath {
    let below = path.as_str().strip_prefix("content/").unwrap_or(path.as_str());
    UrlPath::new(format!("/media/{below}"))
}
