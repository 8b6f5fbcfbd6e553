//! What surrounds the content of a page: title, addresses, languages.

use super::chrome::section;
use super::journey::variant_key;
use super::json_ld;
use super::names::plural_key;
use super::notices;
use super::page::{Alternate, ContentsEntry, Frame, Html, Link, SwitcherItem};
use super::scope::{Scope, args, mark};
use crate::base::Locale;
use crate::content::{EntityId, Kind};
use crate::graph::{Node, Route, RouteTarget};

/// A page's place in the site, from which its frame is made.
pub(super) struct Setting<'a> {
    pub scope: Scope<'a>,
    pub route: &'a Route,
    /// The document or entry it shows, if it is one's page.
    pub node: Option<&'a Node>,
    /// Which template lays it out.
    pub layout: &'static str,
    /// Its headings.
    pub contents: Vec<ContentsEntry>,
}

impl Setting<'_> {
    /// The frame.
    pub fn frame(self) -> Frame {
        let scope = self.scope;
        let is_home = matches!(self.route.target, RouteTarget::Home | RouteTarget::Chooser);
        let title = self.title();
        let (description, description_html) = self.description(&title);
        let canonical = self.canonical();
        let alternates = self.alternates();
        let breadcrumbs = self.breadcrumbs();
        let text_states = notices::text_states(&self);
        let og = |locale: &Locale| scope.site.config.language(locale).and_then(|language| language.og.clone());
        let others = scope.graph().alternates(&self.route.target).routes;
        let common = self.node.and_then(Node::common);
        let updated = common.and_then(|common| common.updated.as_ref().or(common.published.as_ref()));
        let noindex = matches!(self.route.target, RouteTarget::Search | RouteTarget::NotFound);
        let json_ld_html = json_ld::of(&json_ld::Subject {
            scope,
            target: &self.route.target,
            node: self.node,
            title: &title,
            description: &description,
            canonical: &canonical,
            breadcrumbs: &breadcrumbs,
        });
        Frame {
            lang: scope.locale().clone(),
            dir: scope.reader.direction,
            main: (scope.main != scope.locale()).then(|| mark(scope.main)),
            layout: self.layout,
            section: section(&self.route.target),
            title_html: self.title_html(&title),
            document_title: self.document_title(&title),
            title,
            description,
            description_html,
            og_locale: og(scope.locale()),
            og_alternates: if alternates.is_empty() {
                Vec::new()
            } else {
                others
                    .iter()
                    .filter(|other| other.locale != *scope.locale())
                    .filter_map(|other| og(&other.locale))
                    .collect()
            },
            og_type: if is_home || common.is_none() { "website" } else { "article" },
            json_ld_html,
            breadcrumbs,
            switcher: self.switcher(),
            notices: notices::all(&self, &text_states),
            text_states,
            edit_url: self.edit_url(),
            twin: scope.graph().twin(self.route).map(|url| scope.rooted(&url.encoded())),
            updated: updated.map(|date| scope.day(date.value)),
            noindex,
            contents: self.contents,
            canonical,
            alternates,
        }
    }

    fn title(&self) -> String {
        let scope = self.scope;
        match &self.route.target {
            RouteTarget::Home => {
                self.node.map_or_else(|| scope.reader.chrome.site_title.clone(), |node| scope.plain_name(&node.id))
            }
            RouteTarget::Entity(id) => scope.plain_name(id),
            RouteTarget::MapVariant(id, variant) => {
                let args = args!["journey" => scope.plain_name(id), "rows" => scope.say(variant_key(*variant))];
                scope.say_with("journey-map-title", args)
            }
            RouteTarget::Slice(id, department) => {
                let args = args!["journey" => scope.plain_name(id), "department" => scope.plain_name(department)];
                scope.say_with("map-slice-title", args)
            }
            RouteTarget::Index(kind) => scope.say(plural_key(*kind)),
            RouteTarget::Findings => scope.say("findings-title"),
            RouteTarget::Finding(name) => scope.say(&format!("finding-{name}-title")),
            RouteTarget::Credits => scope.say("credits-title"),
            RouteTarget::Search => scope.say("search-title"),
            RouteTarget::NotFound => scope.say("not-found-title"),
            RouteTarget::Chooser => scope.reader.chrome.site_title.clone(),
        }
    }

    /// The title with the section it is in and the site: an article and a principle may have one name.
    fn document_title(&self, title: &str) -> String {
        let scope = self.scope;
        let site = scope.reader.chrome.site_title.as_str();
        let section = match &self.route.target {
            RouteTarget::Home => return site.to_owned(),
            RouteTarget::Chooser => return format!("{} · {site}", scope.say("languages")),
            RouteTarget::Entity(id) | RouteTarget::MapVariant(id, _) | RouteTarget::Slice(id, _) => self.section_of(id),
            RouteTarget::Finding(_) => Some(scope.say("findings-title")),
            _ => None,
        };
        section.map_or_else(|| format!("{title} · {site}"), |section| format!("{title} · {section} · {site}"))
    }

    /// Where `id` belongs: all of its kind; for a stage, which another lifecycle may have too, its own.
    fn section_of(&self, id: &EntityId) -> Option<String> {
        let graph = self.scope.graph();
        let lifecycle = graph.node(id).and_then(Node::stage).map(|stage| &stage.lifecycle);
        match lifecycle {
            _ if id.kind == Kind::Page => None,
            Some(lifecycle) if graph.of_kind(Kind::Lifecycle).nth(1).is_some() => {
                Some(self.scope.plain_name(lifecycle))
            }
            _ => Some(self.scope.say(plural_key(id.kind))),
        }
    }

    fn title_html(&self, title: &str) -> Html {
        match &self.route.target {
            RouteTarget::Entity(id) => self.scope.name(id),
            RouteTarget::MapVariant(id, variant) => {
                let rows = self.scope.say(variant_key(*variant));
                self.scope.say_html("journey-map-title", args!["journey" => self.scope.name(id), "rows" => rows])
            }
            RouteTarget::Slice(id, department) => {
                let department = self.scope.name(department);
                self.scope
                    .say_html("map-slice-title", args!["journey" => self.scope.name(id), "department" => department])
            }
            _ => Html::escaped(title),
        }
    }

    /// A sentence about the page, never empty: without marks, and as HTML.
    fn description(&self, title: &str) -> (String, Html) {
        let scope = self.scope;
        // The chooser of languages and the home page introduce the site.
        let home = || scope.graph().subject(&RouteTarget::Home);
        let node = if self.route.target == RouteTarget::Chooser { home() } else { self.node };
        if let Some(summary) = node.and_then(|node| scope.summary_text(node)) {
            let text = crate::markdown::plain(summary.value);
            if !text.is_empty() {
                let html = scope.marked(summary.locale, Html::escaped(&text).as_str().to_owned());
                return (text, html);
            }
        }
        let said = self.said_of_it(title);
        let html = Html::escaped(&said);
        (said, html)
    }

    /// What can be said of a page that has no summary.
    fn said_of_it(&self, title: &str) -> String {
        let scope = self.scope;
        let site = scope.reader.chrome.site_title.as_str();
        match &self.route.target {
            RouteTarget::Home | RouteTarget::Chooser if title == site => site.to_owned(),
            RouteTarget::Entity(id) | RouteTarget::MapVariant(id, _) | RouteTarget::Slice(id, _) => {
                let kind = scope.kind(id.kind);
                scope.say_with("page-description", args!["kind" => kind, "name" => title, "site" => site])
            }
            RouteTarget::Index(Kind::Term) => scope.say("glossary-intro"),
            RouteTarget::Index(kind) => scope
                .say_if_known(&format!("index-{}", kind.noun()))
                .unwrap_or_else(|| scope.say_with("section-description", args!["name" => title, "site" => site])),
            RouteTarget::Finding(name) => scope.say(&format!("finding-{name}-rule")),
            RouteTarget::Findings => scope.say("findings-intro"),
            RouteTarget::Credits => scope.say("credits-intro"),
            _ => scope.say_with("section-description", args!["name" => title, "site" => site]),
        }
    }

    /// The address that search engines should keep: the original's for a text printed again, the
    /// source page's for a fallback, else the page's own.
    fn canonical(&self) -> String {
        let scope = self.scope;
        let article = self.node.and_then(Node::article);
        if let Some(url) = article.and_then(|article| article.canonical.as_ref()) {
            return url.value.clone();
        }
        let source = self.route.fallback.as_ref().and_then(|locale| scope.graph().route(&self.route.target, locale));
        self.absolute(source.unwrap_or(self.route))
    }

    fn absolute(&self, route: &Route) -> String {
        self.scope.site.absolute(&self.scope.rooted(&route.url.encoded()))
    }

    /// Every real translation, this page among them, and the one for readers of any other language.
    fn alternates(&self) -> Vec<Alternate> {
        if !self.route.is_real() || matches!(self.route.target, RouteTarget::Search | RouteTarget::NotFound) {
            return Vec::new();
        }
        let found = self.scope.graph().alternates(&self.route.target);
        if found.routes.len() < 2 {
            return Vec::new();
        }
        let each = found.routes.iter().map(|route| (route.locale.to_string(), *route));
        let default = found.default.map(|route| ("x-default".to_owned(), route));
        each.chain(default).map(|(hreflang, route)| Alternate { hreflang, href: self.absolute(route) }).collect()
    }

    /// The path from the home page, without this page.
    fn breadcrumbs(&self) -> Vec<Link> {
        let scope = self.scope;
        let mut crumbs = Vec::new();
        if matches!(self.route.target, RouteTarget::Home | RouteTarget::Chooser | RouteTarget::NotFound) {
            return crumbs;
        }
        let said = |target: &RouteTarget, text: String| {
            Some(Link { href: scope.href_to(target)?, text_html: Html::escaped(&text) })
        };
        crumbs.extend(said(&RouteTarget::Home, scope.say("breadcrumb-home")));
        match &self.route.target {
            RouteTarget::Entity(id) | RouteTarget::MapVariant(id, _) | RouteTarget::Slice(id, _) => {
                crumbs.extend(said(&RouteTarget::Index(id.kind), scope.say(plural_key(id.kind))));
                let mut parents: Vec<&EntityId> =
                    scope.graph().ancestors(id).into_iter().map(|place| &place.entity).collect();
                parents.reverse();
                crumbs.extend(parents.into_iter().map(|parent| scope.link(parent)));
                if matches!(self.route.target, RouteTarget::MapVariant(..) | RouteTarget::Slice(..)) {
                    crumbs.push(scope.link(id));
                }
            }
            RouteTarget::Finding(_) => crumbs.extend(said(&RouteTarget::Findings, scope.say("findings-title"))),
            _ => {}
        }
        crumbs
    }

    /// The same page in every language that has it.
    fn switcher(&self) -> Vec<SwitcherItem> {
        let scope = self.scope;
        let item = |locale: &Locale| {
            let is_chooser = self.route.target == RouteTarget::Chooser;
            let target = if is_chooser { &RouteTarget::Home } else { &self.route.target };
            let route = scope.graph().route(target, locale)?;
            let is_current = !is_chooser && locale == scope.locale();
            let shown = scope.graph().content_language(route);
            let note = route.fallback.as_ref().filter(|_| !is_current).map(|_| {
                let args = args!["tag" => shown.language(), "language" => scope.language(shown)];
                scope.say_with(if shown == locale { "switcher-partly" } else { "switcher-note" }, args)
            });
            Some(SwitcherItem {
                lang: locale.clone(),
                dir: scope.site.readers.get(locale).map_or_else(|| locale.direction(), |reader| reader.direction),
                name: scope.autonym(locale),
                href: scope.rooted(&route.url.encoded()),
                is_current,
                note,
                hreflang: shown.clone(),
            })
        };
        scope.graph().languages().iter().filter_map(item).collect()
    }

    /// Where the file that is shown can be edited: the translation, if there is one.
    pub(super) fn edit_url(&self) -> Option<String> {
        let pattern = self.scope.site.config.edit_url.as_ref()?;
        let node = self.node?;
        let document = node.translations.get(self.scope.locale()).or_else(|| node.document())?;
        let path = percent_encoding::utf8_percent_encode(document.path.as_str(), PATH).to_string();
        Some(pattern.replace("{path}", &path))
    }
}

/// Characters of a path that an address writes in another way.
const PATH: &percent_encoding::AsciiSet =
    &percent_encoding::CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'<').add(b'>').add(b'?').add(b'`');
