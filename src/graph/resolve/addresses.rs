//! Nodes and languages to routes and redirects; two pages at one address are reported.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::super::route::{self, FINDINGS, HOME, Redirect, Route, RouteTarget, Routes, Variant, has_pages};
use super::super::{Graph, Node};
use crate::base::{Id, Locale, Span, Spanned, UrlPath, file_name_fault};
use crate::config::{Config, FallbackPolicy};
use crate::content::{EntityId, Kind};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};

/// Gives every page of every language its address.
pub(super) fn assign(graph: &Graph, config: &Config, diagnostics: &mut Diagnostics) -> Routes {
    let kept = route::KEPT_FILES.iter().map(|name| ((*name).to_owned(), None));
    let mut book = Book { routes: Routes::default(), taken: kept.collect(), keep: &config.keep, diagnostics };
    let source = &config.source_language;
    let root = if config.default_at_root { RouteTarget::Home } else { RouteTarget::Chooser };
    book.root(root, source);
    for locale in config.languages.keys() {
        let has_any = locale == source || graph.nodes().any(|node| node.translations.contains_key(locale));
        let shell = (!has_any).then(|| source.clone());
        let mut targets = vec![RouteTarget::Home, RouteTarget::Findings, RouteTarget::Search];
        if graph.nodes().any(|node| node.figures().any(|figure| figure.credit.is_some())) {
            targets.push(RouteTarget::Credits);
        }
        targets.extend(FINDINGS.iter().map(|name| RouteTarget::Finding(name)));
        for kind in Kind::ALL.iter().filter(|kind| has_pages(**kind)).chain(&[Kind::Term]) {
            if *kind != Kind::Page && graph.of_kind(*kind).next().is_some() {
                targets.push(RouteTarget::Index(*kind));
            }
        }
        for target in targets {
            let fallback = match (&target, graph.node(&crate::content::EntityId::new(Kind::Page, HOME))) {
                (RouteTarget::Home, Some(home)) => graph.fallback_of(home, locale, config.translation_min),
                _ => shell.clone(),
            };
            let url = route::form(&target, locale, "");
            book.add(Route { url, locale: locale.clone(), target, fallback }, None);
        }
        let not_found = RouteTarget::NotFound;
        let url = route::form(&not_found, locale, "");
        book.add(Route { url, locale: locale.clone(), target: not_found, fallback: None }, None);
    }
    for node in graph.nodes().filter(|node| has_pages(node.id.kind) && node.id.id != HOME) {
        for locale in config.languages.keys() {
            book.page(graph, node, locale, config);
        }
    }
    for node in graph.nodes().filter(|node| node.document().is_some()) {
        book.old_addresses(graph, node, config);
    }
    let claims = claims(graph);
    for node in graph.nodes() {
        book.former_ids(graph, node, &claims);
    }
    book.routes.redirects.sort_by(|one, other| one.from.cmp(&other.from));
    book.routes
}

struct Book<'a> {
    routes: Routes,
    /// Every file of the site that stands at an address, folded, with the place that asked for it.
    taken: BTreeMap<String, Option<Span>>,
    /// What the output folder holds that is not ours.
    keep: &'a [String],
    diagnostics: &'a mut Diagnostics,
}

impl Book<'_> {
    fn root(&mut self, target: RouteTarget, source: &Locale) {
        let url = UrlPath::new("/");
        if target == RouteTarget::Chooser {
            self.add(Route { url, locale: source.clone(), target, fallback: None }, None);
        } else {
            self.taken.insert(fold(&url), None);
            self.routes.list.push(Route { url, locale: source.clone(), target, fallback: Some(source.clone()) });
        }
    }

    fn page(&mut self, graph: &Graph, node: &Node, locale: &Locale, config: &Config) {
        let fallback = graph.fallback_of(node, locale, config.translation_min);
        let is_missing = *locale != node.locale && !node.translations.contains_key(locale);
        if node.document().is_some() && is_missing && config.fallback == FallbackPolicy::None {
            return;
        }
        let written = slug(node, locale);
        let (slug, span) = match written {
            Some((slug, span)) => (slug, Some(span)),
            None => (node.id.id.to_string(), node.place()),
        };
        let fault = slug.split('/').find_map(file_name_fault).filter(|_| *locale == node.locale);
        if let (Some(fault), Some(span)) = (fault, &span) {
            let message = format_args!("the id `{slug}` {fault}, and its page becomes a folder of this name");
            let problem = Diagnostic::new(Name::FileRefused, span.clone(), message);
            self.diagnostics.push(problem.help(if node.document().is_some() {
                "rename it, or give it a `slug`"
            } else {
                "rename it"
            }));
        }
        let target = RouteTarget::Entity(node.id.clone());
        let url = route::form(&target, locale, &slug);
        let is_new = self.add(Route { url, locale: locale.clone(), target, fallback: fallback.clone() }, span.as_ref());
        if is_new && node.id.kind == Kind::Journey {
            for variant in Variant::ALL {
                let target = RouteTarget::MapVariant(node.id.clone(), *variant);
                let url = route::form(&target, locale, &slug);
                self.add(Route { url, locale: locale.clone(), target, fallback: fallback.clone() }, span.as_ref());
            }
            for department in acting(graph, node) {
                let target = RouteTarget::Slice(node.id.clone(), department);
                let url = route::form(&target, locale, &slug);
                self.add(Route { url, locale: locale.clone(), target, fallback: fallback.clone() }, span.as_ref());
            }
        }
    }

    /// Books a route, unless its address is taken; says whether it did.
    fn add(&mut self, route: Route, span: Option<&Span>) -> bool {
        if !self.take(&route.url, span) {
            return false;
        }
        let by_locale = self.routes.by_target.entry(route.target.clone()).or_default();
        by_locale.insert(route.locale.clone(), self.routes.list.len());
        self.routes.list.push(route);
        true
    }

    fn take(&mut self, url: &UrlPath, span: Option<&Span>) -> bool {
        let key = fold(url);
        let Some(first) = self.taken.get(&key) else {
            self.taken.insert(key, span.cloned());
            return true;
        };
        if let Some(span) = span.or(first.as_ref()) {
            let mut clash = Diagnostic::new(
                Name::DuplicateAddress,
                span.clone(),
                format_args!("two pages have the address `{url}`"),
            )
            .help("give one of them another `slug`");
            if let Some(first) = first.as_ref().filter(|first| *first != span) {
                clash = clash.related(first.clone(), "the other page is here");
            }
            self.diagnostics.push(clash);
        }
        false
    }

    /// Books an old address, unless something stands there; says whether it did.
    fn take_old(&mut self, url: &UrlPath, span: &Span, field: &str) -> bool {
        let key = fold(url);
        let path = url.as_str().trim_matches('/').to_lowercase();
        let first = path.split('/').next().unwrap_or_default();
        let is_kept = first.starts_with('_') || route::KEPT_FOLDERS.contains(&first);
        let is_below = |keep: &&String| {
            let rest = path.strip_prefix(&keep.to_lowercase());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let mut clash = match self.taken.get(&key) {
            _ if let Some(keep) = self.keep.iter().find(is_below) => {
                let message =
                    format_args!("the address `{url}` lies where `keep` in book.toml has `{keep}`, which is not ours");
                Diagnostic::new(Name::DuplicateAddress, span.clone(), message)
            }
            _ if is_kept => {
                let message = format_args!("the address `{url}` lies where the site keeps files of its own");
                Diagnostic::new(Name::DuplicateAddress, span.clone(), message)
            }
            None => {
                self.taken.insert(key, Some(span.clone()));
                return true;
            }
            Some(other) => {
                let message = format_args!("a page stands at the old address `{url}`");
                let clash = Diagnostic::new(Name::DuplicateAddress, span.clone(), message);
                match other.as_ref().filter(|other| *other != span) {
                    Some(other) => clash.related(other.clone(), "the page is here"),
                    None => clash,
                }
            }
        };
        clash = clash.label("nothing can lead on from here").help(format_args!("take it out of `{field}`"));
        self.diagnostics.push(clash);
        false
    }

    fn old_addresses(&mut self, graph: &Graph, node: &Node, config: &Config) {
        let Some(document) = node.document() else { return };
        let of_source = node.common().into_iter().flat_map(|common| &common.aliases);
        let mut old: Vec<(&Spanned<String>, &Locale, &crate::base::SourcePath)> =
            of_source.map(|alias| (alias, &node.locale, &document.path)).collect();
        for (locale, translation) in &node.translations {
            if let Some(overlay) = node.overlay(locale) {
                old.extend(overlay.aliases.iter().map(|alias| (alias, locale, &translation.path)));
            }
        }
        for (alias, locale, path) in old {
            let Some(target) = graph.target_of(&node.id) else { continue };
            let by_locale = self.routes.by_target.get(&target);
            let Some((to, spoken)) = by_locale
                .and_then(|by_locale| by_locale.get(locale).or_else(|| by_locale.get(&node.locale)))
                .and_then(|index| self.routes.list.get(*index))
                .map(|route| (route.url.clone(), route.locale.clone()))
            else {
                continue;
            };
            let from = alias_path(&alias.value, config);
            let is_itself = fold(&from) == fold(&to);
            let written = Span::new(path, alias.range);
            if !is_itself && self.take_old(&from, &written, "aliases") {
                self.routes.redirects.push(Redirect { from, to, locale: spoken, written });
            }
        }
    }
}

impl Book<'_> {
    /// Leads from every address that a page had under a former id of its entity, in each language that
    /// gives it no name of its own.
    fn former_ids(&mut self, graph: &Graph, node: &Node, claims: &BTreeMap<EntityId, Vec<EntityId>>) {
        let (ids, Some(written)) = (node.former_ids(), node.place()) else { return };
        if ids.is_empty() {
            return;
        }
        let is_about = |target: &RouteTarget| match target {
            RouteTarget::Entity(id) if id.kind == Kind::Stage => match id.id.split_once('/') {
                Some((lifecycle, _)) if node.id.kind == Kind::Lifecycle => lifecycle == node.id.id,
                Some((_, term)) => node.id.kind == Kind::Term && term == node.id.id,
                None => false,
            },
            RouteTarget::Entity(id) | RouteTarget::MapVariant(id, _) => *id == node.id,
            RouteTarget::Slice(journey, department) => *journey == node.id || *department == node.id,
            _ => false,
        };
        let routes: Vec<Route> = self.routes.list.iter().filter(|route| is_about(&route.target)).cloned().collect();
        for Spanned { value: id, range } in ids {
            let former = former(&node.id, id);
            let holder = claims.get(&former).and_then(|claimants| claimants.first()).unwrap_or(&node.id);
            if !routes.is_empty() && (*holder != node.id || graph.node(&former).is_some()) {
                let written = Span::new(&written.path, *range);
                self.diagnostics.push(of_another(graph, (node, written), &former, holder));
                continue;
            }
            for route in &routes {
                let from = former_address(graph, node, id, route);
                if fold(&from) != fold(&route.url) && self.take_old(&from, &written, "renamed-from") {
                    let (to, locale, written) = (route.url.clone(), route.locale.clone(), written.clone());
                    self.routes.redirects.push(Redirect { from, to, locale, written });
                }
            }
        }
    }
}

/// What an entity with this id was called under a former one.
fn former(id: &EntityId, former: &Id) -> EntityId {
    match id.id.rsplit_once('/') {
        Some((parent, _)) => EntityId::new(id.kind, format!("{parent}/{former}")),
        None => EntityId::new(id.kind, former.as_str()),
    }
}

/// Who says that they were called so: whoever was most likely first before those who copied it.
fn claims(graph: &Graph) -> BTreeMap<EntityId, Vec<EntityId>> {
    let mut claims: BTreeMap<EntityId, Vec<EntityId>> = BTreeMap::new();
    for node in graph.nodes() {
        for id in node.former_ids() {
            claims.entry(former(&node.id, &id.value)).or_default().push(node.id.clone());
        }
    }
    for claimants in claims.values_mut() {
        // A copy is called `offer-copy`, `offer-2` or `offer-old`, and its original `offer`.
        let all = claimants.clone();
        claimants.sort_by_cached_key(|id| {
            all.iter().filter(|other| id.id.len() > other.id.len() && id.id.starts_with(other.id.as_str())).count()
        });
    }
    claims
}

/// A former id that is also that of something else, by today's name or by a former one.
fn of_another(graph: &Graph, (node, written): (&Node, Span), former: &EntityId, holder: &EntityId) -> Diagnostic {
    let (noun, own) = (node.id.kind.noun(), &node.id.id);
    if let Some(other) = graph.node(former).filter(|other| other.id != node.id) {
        let message = format_args!("the {noun} `{own}` says that it was called `{}`, as another is now", former.id);
        let clash = Diagnostic::new(Name::DuplicateAddress, written, message)
            .label("nothing can lead on from there")
            .help("take it out of `renamed-from`, or give the other one another id");
        return match other.place() {
            Some(place) => clash.related(place, "the other one"),
            None => clash,
        };
    }
    let message =
        format_args!("the {noun} `{own}` says that it was called `{}`, and so does `{}`", former.id, holder.id);
    let clash = Diagnostic::new(Name::DuplicateAddress, written, message)
        .label("only one of them can have been called so")
        .help(format_args!("if `{own}` is a copy, take `renamed-from` out of it"));
    let ids = graph.node(holder).map(|node| (node.place(), node.former_ids()));
    let place = ids.and_then(|(place, ids)| {
        let range = ids.iter().find(|id| self::former(holder, &id.value) == *former)?.range;
        Some(Span::new(&place?.path, range))
    });
    match place {
        Some(place) => clash.related(place, "the other one says so here"),
        None => clash,
    }
}

/// Where a page was while its entity had this id.
fn former_address(graph: &Graph, node: &Node, former: &Id, route: &Route) -> UrlPath {
    let renamed = |id: &EntityId| match id.id.rsplit_once('/') {
        Some((_, stage)) if node.id.kind == Kind::Lifecycle => EntityId::new(id.kind, format!("{former}/{stage}")),
        Some((parent, _)) => EntityId::new(id.kind, format!("{parent}/{former}")),
        None => EntityId::new(id.kind, former.as_str()),
    };
    let own = |id: &EntityId| graph.node(id).and_then(|node| slug(node, &route.locale)).map(|(slug, _)| slug);
    let (target, shown, id) = match &route.target {
        RouteTarget::Slice(journey, department) if *department == node.id => {
            (RouteTarget::Slice(journey.clone(), renamed(department)), own(journey), journey.clone())
        }
        RouteTarget::Slice(journey, department) => {
            (RouteTarget::Slice(renamed(journey), department.clone()), own(journey), renamed(journey))
        }
        RouteTarget::MapVariant(journey, variant) => {
            (RouteTarget::MapVariant(renamed(journey), *variant), own(journey), renamed(journey))
        }
        RouteTarget::Entity(id) => (RouteTarget::Entity(renamed(id)), own(id), renamed(id)),
        other => (other.clone(), None, node.id.clone()),
    };
    route::form(&target, &route.locale, shown.as_deref().unwrap_or(&id.id))
}

/// The departments that act in a journey that is lived today, before the customer or behind the scenes.
fn acting(graph: &Graph, node: &Node) -> BTreeSet<EntityId> {
    let current = node.journey().filter(|_| graph.current_journeys().any(|(other, _)| other.id == node.id));
    let steps = current.into_iter().flat_map(|journey| journey.path().map(|(_, _, _, step)| step));
    let acts = steps.flat_map(|step| step.frontstage.iter().chain(&step.backstage));
    let departments = acts.map(|(department, _)| EntityId::new(Kind::Department, department.value.as_str()));
    departments.filter(|department| graph.node(department).is_some()).collect()
}

/// An old address as written: a path from the site's root, with or without the path the site lives under.
fn alias_path(alias: &str, config: &Config) -> UrlPath {
    let alias: String = alias.trim().nfc().collect();
    let root = config.root_path().trim_end_matches('/');
    let path = alias.strip_prefix(root).filter(|path| path.starts_with('/')).unwrap_or(&alias);
    let is_file = path.ends_with(".html") || path.ends_with(".htm");
    if path.ends_with('/') || is_file { UrlPath::new(path) } else { UrlPath::new(format!("{path}/")) }
}

/// What is written in place of the id, for one language. A translation without its own keeps the id.
fn slug(node: &Node, locale: &Locale) -> Option<(String, Span)> {
    let document = node.document()?;
    let (slug, path) = if *locale == node.locale {
        (node.common()?.slug.as_ref()?, &document.path)
    } else {
        (node.overlay(locale)?.slug.as_ref()?, &node.translations.get(locale)?.path)
    };
    let value: String = slug.value.trim().nfc().collect();
    (!value.is_empty()).then(|| (value, Span::new(path, slug.range)))
}

/// What is equal for addresses that a file system or a reader may take for one another: case and accents go,
/// and a page is the file that answers for it.
fn fold(url: &UrlPath) -> String {
    let is_accent = |letter: &char| ('\u{300}'..='\u{36f}').contains(letter);
    url.output_path().as_str().nfd().filter(|letter| !is_accent(letter)).collect::<String>().to_lowercase()
}
