//! The graph and its findings to [`Page`] values, one for each route.
//!
//! 1. Work out what all pages of the site and of a language share ([`site`], [`chrome`]).
//! 2. Lay out each route by what stands there, one file a layout, in parallel.
//! 3. Put its frame around it ([`frame`]).
//!
//! A page says everything in its reader's language: what an author has not translated is marked with
//! the language it is in, and every other word comes from the theme's strings.

mod article;
mod backlinks;
mod chrome;
mod contents;
mod credits;
pub mod desk;
mod diagram;
mod entity;
mod entries;
mod findings;
mod frame;
mod glossary;
mod home;
mod index;
mod journey;
mod json_ld;
mod markup;
mod matrix;
mod names;
mod notices;
pub mod page;
mod principle;
mod prose;
mod scope;
mod search;
mod site;

use std::collections::BTreeSet;

use rayon::prelude::*;

pub use page::{Html, Page};

use crate::analysis::Findings;
use crate::base::UrlPath;
use crate::config::{Config, FallbackPolicy, Request};
use crate::content::Kind;
use crate::graph::{Graph, Node, Route, RouteTarget, Variant};
use crate::source::SourceSet;
use crate::theme::Theme;
use frame::Setting;
use page::{Chrome, Content, PlainPage};
use prose::Prose;
use scope::{Reader, Scope};
use site::Site;

/// The pages of a site, each made when it is asked for, so that they need not all be in memory at once.
pub struct Pages<'a> {
    site: Site<'a>,
}

impl<'a> Pages<'a> {
    /// Works out what the pages share.
    ///
    /// `sources` tells the size of pictures and nothing else.
    #[must_use]
    pub fn new(
        sources: &SourceSet,
        graph: &'a Graph,
        findings: &'a Findings,
        theme: &'a Theme,
        config: &'a Config,
        request: &'a Request,
    ) -> Self {
        Self { site: Site::new(sources, graph, findings, theme, config, request) }
    }

    /// The same pages without what is only for paper.
    #[must_use]
    pub fn for_screens(mut self) -> Self {
        self.site.has_paper = false;
        self
    }

    /// Makes the page of every route, in the order of the routes, then the page for addresses that no
    /// language is known for.
    pub fn par_iter(&self) -> impl ParallelIterator<Item = Page> {
        let routes = self.site.graph.routes().par_iter().map(Some);
        routes.chain(rayon::iter::once(None)).filter_map(|route| match route {
            Some(route) => self.page(route),
            None => not_found(&self.site),
        })
    }

    /// Makes the page of one route, unless nothing stands there.
    #[must_use]
    pub fn page(&self, route: &Route) -> Option<Page> {
        page(&self.site, route)
    }

    /// What surrounds the pages of each language, with the sections that they are seen from.
    #[must_use]
    pub fn surroundings(&self) -> Vec<(&Chrome, BTreeSet<&'static str>)> {
        let sections = |reader: &Reader<'_>| {
            let routes = self.site.graph.routes().iter().filter(|route| route.locale == reader.locale);
            routes.map(|route| chrome::section(&route.target)).chain([""]).collect()
        };
        self.site.readers.values().map(|reader| (&*reader.chrome, sections(reader))).collect()
    }
}

fn page(site: &Site<'_>, route: &Route) -> Option<Page> {
    let reader = site.readers.get(&route.locale)?;
    let is_notice = config_says_nothing(site, route);
    let main = if is_notice { &reader.locale } else { site.graph.content_language(route) };
    let scope = Scope { site, reader, main };
    let node = site.graph.subject(&route.target);
    let prose = node.filter(|node| node.document().is_some()).map(|node| scope.prose(&node.id)).unwrap_or_default();
    let headings = prose.contents.clone();
    let (layout, content) =
        if is_notice { ("plain", Content::Plain(nothing())) } else { content(scope, route, node, prose)? };
    let contents = contents::contents(scope, &content, headings);
    let frame = Setting { scope, route, node, layout, contents }.frame();
    Some(Page { url: route.url.clone(), frame, chrome: reader.chrome.clone(), content })
}

/// Whether the page only says that there is no translation.
fn config_says_nothing(site: &Site<'_>, route: &Route) -> bool {
    let is_entity =
        matches!(route.target, RouteTarget::Entity(_) | RouteTarget::MapVariant(..) | RouteTarget::Slice(..));
    let is_missing = route.fallback.is_some() && !site.graph.is_partly_translated(route);
    is_missing && is_entity && site.config.fallback == FallbackPolicy::Notice
}

fn nothing() -> PlainPage {
    PlainPage { summary_html: None, body_html: Html::default(), meta: page::Meta::default() }
}

/// What is between header and footer, with the name of its layout.
fn content(scope: Scope<'_>, route: &Route, node: Option<&Node>, prose: Prose) -> Option<(&'static str, Content)> {
    Some(match &route.target {
        RouteTarget::Chooser => ("chooser", Content::Chooser(search::chooser(scope.site, false))),
        RouteTarget::Home => ("home", Content::Home(home::page(scope, node, prose))),
        RouteTarget::Entity(_) => entity_page(scope, node?, prose)?,
        RouteTarget::MapVariant(_, Variant::Workshop) => {
            ("worksheet", Content::Worksheet(journey::worksheet(scope, node?)?))
        }
        RouteTarget::MapVariant(_, variant) => {
            ("journey-map", Content::JourneyMap(journey::map_page(scope, node?, *variant)?))
        }
        RouteTarget::Slice(_, department) => {
            ("journey-map", Content::JourneyMap(journey::slice_page(scope, node?, department)?))
        }
        RouteTarget::Index(Kind::Term) => ("glossary", Content::Glossary(glossary::page(scope))),
        RouteTarget::Index(kind) => ("index", Content::Index(index::page(scope, *kind))),
        RouteTarget::Findings => ("findings", Content::Findings(findings::hub(scope))),
        RouteTarget::Finding("coverage") => ("matrix", Content::Matrix(matrix::page(scope))),
        RouteTarget::Finding(name) => ("finding", Content::Finding(findings::page(scope, name)?)),
        RouteTarget::Credits => ("credits", Content::Credits(credits::page(scope))),
        RouteTarget::Search => ("search", Content::Search(search::page(scope))),
        RouteTarget::NotFound => ("not-found", Content::NotFound(search::not_found(scope))),
    })
}

fn entity_page(scope: Scope<'_>, node: &Node, prose: Prose) -> Option<(&'static str, Content)> {
    Some(match node.id.kind {
        Kind::Article => ("article", Content::Article(article::page(scope, node, prose)?)),
        Kind::Principle => ("principle", Content::Principle(principle::page(scope, node, prose)?)),
        Kind::Journey => ("journey", Content::Journey(journey::page(scope, node, prose)?)),
        Kind::Page => ("plain", Content::Plain(article::plain(scope, node, prose))),
        _ => ("entity", Content::Entity(entity::page(scope, node, prose))),
    })
}

/// `/404.html`: for an address that does not even name a language.
fn not_found(site: &Site<'_>) -> Option<Page> {
    let locale = site.graph.source_language();
    let reader = site.readers.get(locale)?;
    let scope = Scope { site, reader, main: locale };
    let url = UrlPath::new("/404.html");
    let route = Route { url: url.clone(), locale: locale.clone(), target: RouteTarget::NotFound, fallback: None };
    let frame = Setting { scope, route: &route, node: None, layout: "chooser", contents: Vec::new() }.frame();
    let content = Content::Chooser(search::chooser(site, true));
    Some(Page { url, frame, chrome: reader.chrome.clone(), content })
}
