//! What readers must know before they read: of the translation first, then of the text itself.

use super::frame::Setting;
use super::page::{Html, Link, Notice, TextState};
use super::scope::args;
use crate::base::Locale;
use crate::config::FallbackPolicy;
use crate::content::front_matter::{Quality, Status};
use crate::translation::{Freshness, Report};

/// How the text of the page stands to its source. Several can hold at once.
pub(super) fn text_states(setting: &Setting<'_>) -> Vec<TextState> {
    let scope = setting.scope;
    let mut states = Vec::new();
    // The home page at the root is the source page's double, not its translation.
    if let Some(shown) = setting.route.fallback.as_ref().filter(|shown| *shown != scope.locale()) {
        states.push(if scope.graph().is_partly_translated(setting.route) {
            TextState::Partly { rest: shown.clone() }
        } else {
            TextState::Missing { shown: shown.clone() }
        });
    }
    let overlay = setting.node.and_then(|node| node.overlay(scope.locale()));
    let is_missing = matches!(states.first(), Some(TextState::Missing { .. }));
    if overlay.is_some_and(|overlay| overlay.translation.status == Quality::Machine) && !is_missing {
        states.push(TextState::Machine);
    }
    if let Some(report) = report(setting).filter(|report| report.standing.is_outdated() && !is_missing) {
        let changed = match report.standing.freshness {
            Freshness::Outdated { changed } => Some(changed),
            _ => None,
        };
        states.push(TextState::Outdated { changed, passages: report.standing.segments });
    }
    states
}

/// Every notice of the page, in the reader's language.
pub(super) fn all(setting: &Setting<'_>, states: &[TextState]) -> Vec<Notice> {
    let mut notices: Vec<Notice> = states.iter().map(|state| of_state(setting, state)).collect();
    notices.extend(of_status(setting));
    notices.extend(of_first_print(setting));
    notices
}

/// The one place that puts a state of the text into words.
fn of_state(setting: &Setting<'_>, state: &TextState) -> Notice {
    let scope = setting.scope;
    let about = |key: &str, locale: &Locale| {
        scope.say_with(key, args!["tag" => locale.language(), "language" => scope.language(locale)])
    };
    let text = match state {
        TextState::Missing { shown } if scope.site.config.fallback == FallbackPolicy::Page => {
            about("notice-fallback", shown)
        }
        TextState::Missing { shown } => about("notice-missing", shown),
        TextState::Partly { rest } => about("notice-partly", rest),
        TextState::Machine => scope.say("notice-machine"),
        TextState::Outdated { changed, passages } => outdated(setting, *changed, *passages),
    };
    let is_outdated = matches!(state, TextState::Outdated { .. });
    let parts = if is_outdated { changed_sections(setting) } else { Vec::new() };
    let parts_label = if parts.is_empty() { String::new() } else { scope.say("notice-outdated-parts") };
    let link = match state {
        // Who reads the source here already can go where the rest of the page is in its language too.
        TextState::Missing { .. } if scope.site.config.fallback == FallbackPolicy::Page => {
            source_link(setting, "notice-source-page")
        }
        _ => source_link(setting, "notice-source-link"),
    };
    Notice { kind: state.kind(), text, link, help: help(setting), parts_label, parts }
}

/// How the translation that this page shows stands to its source, as far as it says what it answers to.
fn report<'a>(setting: &Setting<'a>) -> Option<&'a Report> {
    setting.scope.graph().report(&setting.node?.id, setting.scope.locale())
}

/// When it was translated, and how much has changed since.
fn outdated(setting: &Setting<'_>, changed: Option<usize>, passages: usize) -> String {
    let scope = setting.scope;
    let said = match changed {
        Some(changed) => scope.say_with("notice-outdated", args!["changed" => changed, "total" => passages]),
        None => scope.say("notice-outdated-unknown"),
    };
    let overlay = setting.node.and_then(|node| node.overlay(scope.locale()));
    match overlay.and_then(|overlay| overlay.translation.date.as_ref()) {
        Some(date) => {
            let day = scope.day(date.value).text;
            format!("{said} {}", scope.say_with("notice-translated", args!["date" => day]))
        }
        None => said,
    }
}

/// The sections of this page whose source has changed.
fn changed_sections(setting: &Setting<'_>) -> Vec<Link> {
    let scope = setting.scope;
    let (Some(report), Some(node)) = (report(setting), setting.node) else { return Vec::new() };
    let Some(body) = scope.graph().body(&node.id, scope.locale()) else { return Vec::new() };
    let anchors = scope.graph().anchors(&node.id, scope.locale());
    let headings = body.value.headings.iter().zip(anchors);
    headings
        .filter(|(_, anchor)| report.sections.iter().flatten().any(|changed| changed == anchor))
        .map(|(heading, anchor)| Link { href: format!("#{anchor}"), text_html: Html::escaped(&heading.text) })
        .collect()
}

/// The page in the language of its source.
fn source_link(setting: &Setting<'_>, key: &str) -> Option<Link> {
    let scope = setting.scope;
    let source = match (&setting.route.fallback, setting.node) {
        (Some(shown), _) => shown,
        (None, node) => &node?.locale,
    };
    let route = scope.graph().route(&setting.route.target, source)?;
    let text = scope.say_with(key, args!["tag" => source.language(), "language" => scope.language(source)]);
    Some(Link { href: scope.rooted(&route.url.encoded()), text_html: Html::escaped(&text) })
}

/// Where a reader can help: the file of the translation where there is one, else whom the project names.
fn help(setting: &Setting<'_>) -> Option<Link> {
    let scope = setting.scope;
    let is_begun = setting.node.is_some_and(|node| node.translations.contains_key(scope.locale()));
    let file = if is_begun { setting.edit_url() } else { None };
    let href = file.or_else(|| scope.site.config.contact.clone())?;
    Some(Link { href, text_html: Html::escaped(&scope.say("notice-help")) })
}

/// Not yet public, or no longer maintained.
fn of_status(setting: &Setting<'_>) -> Option<Notice> {
    let (kind, key) = match setting.node?.common()?.status {
        Status::Draft => ("draft", "notice-draft"),
        Status::Review => ("draft", "notice-review"),
        Status::Archived => ("archived", "notice-archived"),
        Status::Published => return None,
    };
    Some(Notice {
        kind,
        text: setting.scope.say(key),
        link: None,
        help: None,
        parts_label: String::new(),
        parts: Vec::new(),
    })
}

/// Where a text printed again appeared first.
fn of_first_print(setting: &Setting<'_>) -> Option<Notice> {
    let scope = setting.scope;
    let republished = setting.node?.article()?.republished.as_ref()?;
    let (key, date) = match &republished.date {
        Some(date) => ("notice-republished-dated", scope.day(date.value).text),
        None => ("notice-republished", String::new()),
    };
    let text = scope.say_with(key, args!["site" => republished.site.value.as_str(), "date" => date]);
    let link = super::entries::is_web(&republished.url.value).then(|| Link {
        href: republished.url.value.clone(),
        text_html: Html::escaped(&scope.say("notice-republished-link")),
    });
    Some(Notice { kind: "republished", text, link, help: None, parts_label: String::new(), parts: Vec::new() })
}
