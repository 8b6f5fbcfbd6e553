//! Translations and their sources to the two sorts of pages that translators have beside the site.
//!
//! The *dashboard* says how each language stands, from the same figures as `cxbook translate status`; a
//! *panel* shows one translation beside its source, with what has changed in between. Only the preview
//! shows them: no build has a byte of them.

mod dashboard;
mod panel;

use serde::Serialize;

use super::page::{Day, LanguageMark};
use super::scope::mark;
use crate::base::{Date, Direction, Locale};
use crate::config::Config;
use crate::content::front_matter::Quality;
use crate::content::{EntityId, Kind};
use crate::graph::Graph;
use crate::locale::{Formats, Length};
use crate::theme::{Strings, Theme, Value};
use crate::translation::{Freshness, Overview, Standing, SubjectId};

pub use dashboard::{Cell, Dashboard, Document, Total, dashboard};
pub use panel::{Changed, Panel, Piece, Problem, Spot, Stretch, Written, panel};

/// Where these pages are, from the site's root.
pub const FOLDER: &str = "_l10n";

/// What surrounds both.
#[derive(Clone, Debug, Serialize)]
pub struct DeskFrame {
    /// The language of the page's own words.
    pub lang: Locale,
    /// Which way it is written.
    pub dir: Direction,
    /// What the page is called.
    pub title: String,
    /// What the site is called.
    pub site_title: String,
    /// The dashboard of all languages.
    pub home: String,
    /// The site itself, in this language.
    pub site: String,
    /// The dashboard of each language.
    pub languages: Vec<DeskLanguage>,
}

/// A way to the dashboard of one language.
#[derive(Clone, Debug, Serialize)]
pub struct DeskLanguage {
    /// The language and its direction.
    pub mark: LanguageMark,
    /// Its own name.
    pub name: String,
    /// Its dashboard.
    pub href: String,
    /// Whether that is this page.
    pub is_current: bool,
}

/// A text in a language of its own.
#[derive(Clone, Debug, Serialize)]
pub struct Marked {
    /// What it says.
    pub text: String,
    /// In which language.
    pub mark: LanguageMark,
}

/// A link in plain words.
#[derive(Clone, Debug, Serialize)]
pub struct DeskLink {
    /// Where to.
    pub href: String,
    /// Its words.
    pub text: String,
}

/// How a translation stands, in words and as a sign for the eye.
#[derive(Clone, Debug, Serialize)]
pub struct State {
    /// `missing`, `outdated`, `unverified`, `open`, `machine`, `draft`, `reviewed`: for the style sheet.
    pub name: &'static str,
    /// A sign that tells them apart without colour.
    pub sign: &'static str,
    /// In words: "reviewed, outdated 2/18".
    pub text: String,
}

/// All that these pages are made from.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The site's documents and addresses.
    pub graph: &'a Graph,
    /// The words of the interface.
    pub theme: &'a Theme,
    /// What the project has decided.
    pub config: &'a Config,
    /// How all translations stand.
    pub overview: &'a Overview,
    /// The path of the site's root, without the slash at its end.
    pub root: &'a str,
}

/// A desk as one reader sees it.
#[derive(Clone)]
struct Reader<'a> {
    desk: Desk<'a>,
    locale: &'a Locale,
    strings: &'a Strings,
    formats: Formats,
}

impl<'a> Reader<'a> {
    fn new(desk: Desk<'a>, locale: &'a Locale) -> Self {
        Self { desk, locale, strings: desk.theme.strings(locale), formats: Formats::new(locale) }
    }

    fn say(&self, key: &str) -> String {
        self.strings.get(key, &[])
    }

    fn say_with(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        self.strings.get(key, values)
    }

    fn day(&self, date: Date) -> Day {
        Day { iso: date.to_string(), text: self.formats.date(date, Length::Medium) }
    }

    fn frame(&self, title: String, current: Option<&Locale>) -> DeskFrame {
        let Desk { config, root, graph, .. } = self.desk;
        let totals = &self.desk.overview.totals;
        let shown = config.languages.iter().filter(|(locale, _)| totals.iter().any(|(other, _)| other == *locale));
        let languages = shown.map(|(locale, language)| DeskLanguage {
            mark: mark(locale),
            name: language.name.clone(),
            href: format!("{root}/{FOLDER}/{locale}/"),
            is_current: current == Some(locale),
        });
        let home = graph.route(&crate::graph::RouteTarget::Home, self.locale).map(|route| route.url.encoded());
        DeskFrame {
            lang: self.locale.clone(),
            dir: self.locale.direction(),
            title,
            site_title: config.title.clone(),
            home: format!("{root}/{FOLDER}/"),
            site: format!("{root}{}", home.unwrap_or_else(|| "/".to_owned())),
            languages: languages.collect(),
        }
    }

    /// What the readers of this page call a language.
    fn language(&self, locale: &Locale) -> String {
        let key = format!("language-{locale}");
        let own = || self.desk.config.language(locale).map_or_else(|| locale.to_string(), |it| it.name.clone());
        if self.strings.has(&key) { self.say(&key) } else { own() }
    }

    /// What a document or a vocabulary is called.
    fn name(&self, id: &SubjectId) -> Marked {
        match id {
            SubjectId::Document(id) => {
                let name = self.desk.graph.name(id, self.locale);
                let text = crate::markdown::plain(name.value);
                // What is left out of the site has no name there.
                let is_known = self.desk.graph.node(id).is_some();
                Marked { text, mark: mark(if is_known { name.locale } else { self.locale }) }
            }
            SubjectId::Vocabulary(kind) => {
                Marked { text: self.say(super::names::plural_key(*kind)), mark: mark(self.locale) }
            }
        }
    }

    fn kind(&self, id: &SubjectId) -> String {
        match id {
            SubjectId::Document(id) => self.say(&format!("kind-{}", id.kind.noun())),
            SubjectId::Vocabulary(_) => self.say("l10n-vocabulary"),
        }
    }

    /// The page of a document in a language, or where its vocabulary is listed.
    fn page(&self, id: &SubjectId, locale: &Locale) -> Option<String> {
        let graph = self.desk.graph;
        let route = match id {
            SubjectId::Document(id) => graph.url(id, locale),
            SubjectId::Vocabulary(kind) => graph.route(&crate::graph::RouteTarget::Index(*kind), locale),
        };
        Some(format!("{}{}", self.desk.root, route?.url.encoded()))
    }

    /// Where its translation is compared with it.
    fn panel(&self, id: &SubjectId, locale: &Locale) -> String {
        format!("{}/{FOLDER}/{locale}/{id}/", self.desk.root)
    }

    fn edit(&self, path: &str) -> Option<String> {
        Some(self.desk.config.edit_url.as_ref()?.replace("{path}", path))
    }

    fn state(&self, standing: Option<&Standing>) -> State {
        let Some(standing) = standing.filter(|standing| !standing.is_missing()) else {
            return State { name: "missing", sign: "○", text: self.say("l10n-missing") };
        };
        let quality = match standing.quality {
            Quality::Machine => "machine",
            Quality::Draft => "draft",
            Quality::Reviewed => "reviewed",
        };
        let word = self.say(&format!("l10n-{quality}"));
        let both =
            |more: String| self.say_with("l10n-state", &[("quality", word.clone().into()), ("more", more.into())]);
        let numbers = |of: usize| [("changed", Value::from(of)), ("segments", Value::from(standing.segments))];
        match standing.freshness {
            Freshness::Outdated { changed } => {
                State { name: "outdated", sign: "▲", text: both(self.say_with("l10n-outdated", &numbers(changed))) }
            }
            Freshness::Unknown => {
                State { name: "outdated", sign: "▲", text: both(self.say("l10n-outdated-unknown")) }
            }
            Freshness::Unverified => State { name: "unverified", sign: "?", text: self.say("l10n-unverified") },
            Freshness::Fresh if standing.untranslated > 0 => State {
                name: "open",
                sign: "◐",
                text: both(self.say_with("l10n-untranslated", &numbers(standing.untranslated))),
            },
            Freshness::Fresh if standing.quality == Quality::Reviewed => {
                State { name: quality, sign: "●", text: word }
            }
            Freshness::Fresh => State { name: quality, sign: "◕", text: word },
        }
    }
}

/// The document or vocabulary that a page shows in its language, and which language that is.
#[must_use]
pub fn subject_at(graph: &Graph, url: &str) -> Option<(SubjectId, Locale)> {
    let same = |route: &&crate::graph::Route| route.url.as_str().trim_end_matches('/') == url.trim_end_matches('/');
    let route = graph.routes().iter().find(same)?;
    let of = |id: &EntityId| match id.kind.is_document() {
        true => SubjectId::Document(id.clone()),
        false => SubjectId::Vocabulary(id.kind),
    };
    let subject = match &route.target {
        crate::graph::RouteTarget::Entity(id) | crate::graph::RouteTarget::MapVariant(id, _) => of(id),
        crate::graph::RouteTarget::Slice(id, _) => of(id),
        crate::graph::RouteTarget::Home => SubjectId::Document(EntityId::new(Kind::Page, crate::graph::route::HOME)),
        _ => return None,
    };
    Some((subject, route.locale.clone()))
}

/// What the preview says of the translation that a page shows: how it stands, and where to see more.
#[derive(Clone, Debug, Serialize)]
pub struct Badge {
    /// How it stands.
    pub state: State,
    /// The words on the button.
    pub badge: String,
    /// What the panel is called.
    pub label: String,
    /// What closes the panel.
    pub close: String,
    /// What leads to the panel as a page of its own.
    pub open: String,
    /// The panel.
    pub href: String,
    /// The language of these words.
    pub lang: Locale,
    /// Which way it is written.
    pub dir: Direction,
}

/// The badge of the page at `url`; nothing where it shows no translation.
#[must_use]
pub fn badge(desk: Desk<'_>, url: &str) -> Option<Badge> {
    let (subject, locale) = subject_at(desk.graph, url)?;
    let row = desk.overview.rows.iter().find(|row| row.subject == subject && row.locale == locale)?;
    let reader = Reader::new(desk, &locale);
    let state = reader.state(row.standing.as_ref());
    Some(Badge {
        badge: format!("{} {}", state.sign, reader.say_with("l10n-badge", &[("state", state.text.clone().into())])),
        label: reader.say("l10n-translation"),
        state,
        close: reader.say("l10n-close"),
        open: reader.say("l10n-open"),
        href: reader.panel(&subject, &locale),
        lang: locale.clone(),
        dir: locale.direction(),
    })
}
