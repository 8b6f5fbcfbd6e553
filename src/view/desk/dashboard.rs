//! How all translations stand, to the page that shows it: all languages beside each other, or one of them.

use serde::Serialize;

use super::{Desk, DeskFrame, DeskLink, Marked, Reader, State};
use crate::base::Locale;
use crate::content::Kind;
use crate::content::vocabulary::Entry;
use crate::graph::{Graph, Node};
use crate::theme::Value;
use crate::translation::{Row, SubjectId};
use crate::view::page::{Day, LanguageMark};
use crate::view::scope::mark;

/// The most documents that one page lists; the rest is in `status.json`.
const MOST: usize = 500;

/// What the list of documents can be narrowed to, the most pressing first.
const FILTERS: [&str; 5] = ["outdated", "open", "missing", "unverified", "unread"];

/// The page.
#[derive(Clone, Debug, Serialize)]
pub struct Dashboard {
    /// What surrounds it.
    pub frame: DeskFrame,
    /// The sum for each language shown.
    pub totals: Vec<Total>,
    /// What the columns of the documents are: one for each language shown.
    pub columns: Vec<Marked>,
    /// The documents, those with the most to do first.
    pub documents: Vec<Document>,
    /// How many more have something to do.
    pub more: Option<String>,
    /// What the list can be narrowed to: names of states that a row of it is in.
    pub filters: Vec<&'static str>,
    /// Whether the page is about one language, with room for more about each.
    pub is_single: bool,
    /// Snapshots that were edited, translations without a source.
    pub problems: Vec<String>,
    /// The same figures for programs.
    pub data: String,
}

/// The sum for a language.
#[derive(Clone, Debug, Serialize)]
pub struct Total {
    /// What the language is called here.
    pub name: String,
    /// Its dashboard.
    pub href: String,
    /// Of all there is to translate, how much is up to date, from 0 to the next.
    pub fresh: usize,
    /// All there is.
    pub subjects: usize,
    /// "12 of 18 up to date".
    pub summary: String,
    /// "240 words to do", outdated, missing, interface, terms: each a sentence that stands alone.
    pub facts: Vec<String>,
    /// What has been outdated for longest.
    pub oldest: Option<DeskLink>,
}

/// One document or vocabulary.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    /// What it is called.
    pub name: Marked,
    /// "Article".
    pub kind: String,
    /// `articles/outside-in`.
    pub id: String,
    /// How it stands in each language shown.
    pub cells: Vec<Option<Cell>>,
    /// The states of its cells, by the names of [`FILTERS`].
    pub filters: Vec<&'static str>,
}

/// How one document stands in one language.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// The language.
    pub mark: LanguageMark,
    /// In words.
    pub state: State,
    /// "120 words"; nothing where there is nothing to do.
    pub words: Option<String>,
    /// The day it was made or read.
    pub since: Option<Day>,
    /// Where it is compared with its source.
    pub href: String,
    /// Its page.
    pub page: Option<String>,
    /// Where its file can be edited.
    pub edit: Option<String>,
    /// The command that starts it, where there is none.
    pub command: Option<String>,
}

/// The dashboard in the words of `reader`, about the language `only` or all.
#[must_use]
pub fn dashboard(desk: Desk<'_>, reader: &Locale, only: Option<&Locale>) -> Dashboard {
    let reader = Reader::new(desk, reader);
    let overview = desk.overview;
    let shown: Vec<&Locale> = desk
        .config
        .languages
        .keys()
        .filter(|locale| only.is_none_or(|only| only == *locale))
        .filter(|locale| overview.totals.iter().any(|(other, _)| other == *locale))
        .collect();
    let mut rows: Vec<(&SubjectId, Vec<&Row>)> = Vec::new();
    for row in overview.rows.iter().filter(|row| shown.contains(&&row.locale)) {
        match rows.last_mut().filter(|(id, _)| **id == row.subject) {
            Some((_, of)) => of.push(row),
            None => rows.push((&row.subject, vec![row])),
        }
    }
    // A language's own page lists all it has; beside each other, only what has something to do.
    let all = rows.len();
    if only.is_none() {
        rows.retain(|(_, rows)| rows.iter().any(|row| !row.is_well()));
    }
    let urgency = |rows: &[&Row]| rows.iter().filter(|row| !row.is_well()).map(|row| row.urgency()).min().unwrap_or(9);
    let words = |rows: &[&Row]| rows.iter().map(|row| row.words).sum::<usize>();
    rows.sort_by_key(|(_, rows)| (urgency(rows), usize::MAX - words(rows)));
    let left_out = all - rows.len().min(MOST);
    let documents: Vec<Document> =
        rows.into_iter().take(MOST).map(|(id, rows)| document(&reader, id, &rows, &shown)).collect();
    let filters = FILTERS.into_iter().filter(|name| documents.iter().any(|document| document.filters.contains(name)));
    let filters: Vec<&str> = filters.collect();
    let title = match only {
        Some(only) => reader.say_with("l10n-title-of", &[("language", reader.language(only).into())]),
        None => reader.say("l10n-title"),
    };
    Dashboard {
        frame: reader.frame(title, only),
        totals: shown.iter().filter_map(|locale| total(&reader, locale)).collect(),
        columns: shown
            .iter()
            .map(|locale| Marked { text: reader.language(locale), mark: mark(reader.locale) })
            .collect(),
        // With one state there is nothing to choose.
        filters: if filters.len() > 1 { filters } else { Vec::new() },
        documents,
        more: (left_out > 0).then(|| reader.say_with("l10n-more", &[("count", left_out.into())])),
        is_single: only.is_some(),
        problems: overview.problems.clone(),
        data: format!("{}/{}/status.json", desk.root, super::FOLDER),
    }
}

fn total(reader: &Reader<'_>, locale: &Locale) -> Option<Total> {
    let desk = reader.desk;
    let (_, total) = desk.overview.totals.iter().find(|(other, _)| other == locale)?;
    let count = |key: &str, number: usize| reader.say_with(key, &[("count", number.into())]);
    let mut facts = vec![count("l10n-words", total.words)];
    let parts = [
        ("l10n-total-outdated", total.outdated),
        ("l10n-total-begun", total.begun),
        ("l10n-total-unverified", total.unverified),
        ("l10n-total-missing", total.missing),
        ("l10n-total-unread", total.unread),
    ];
    facts.extend(parts.into_iter().filter(|(_, number)| *number > 0).map(|(key, number)| count(key, number)));
    facts.push(count("l10n-strings", desk.theme.strings(locale).missing().len()));
    facts.push(count("l10n-terms", terms_without(desk.graph, locale)));
    let outdated = |row: &&Row| row.locale == *locale && row.standing.is_some_and(|standing| standing.is_outdated());
    let oldest = desk
        .overview
        .rows
        .iter()
        .filter(outdated)
        .filter_map(|row| Some((row.since?, row)))
        .min_by_key(|(day, _)| *day);
    let oldest = oldest.map(|(day, row)| {
        let values: [(&str, Value<'_>); 2] =
            [("name", reader.name(&row.subject).text.into()), ("day", reader.day(day).text.into())];
        DeskLink { href: reader.panel(&row.subject, locale), text: reader.say_with("l10n-oldest", &values) }
    });
    let values = [("fresh", Value::from(total.fresh)), ("subjects", Value::from(total.subjects))];
    Some(Total {
        name: reader.language(locale),
        href: format!("{}/{}/{locale}/", desk.root, super::FOLDER),
        fresh: total.fresh,
        subjects: total.subjects,
        summary: reader.say_with("l10n-fresh-of", &values),
        facts,
        oldest,
    })
}

/// How many terms of the glossary have no word of their own in a language.
fn terms_without(graph: &Graph, locale: &Locale) -> usize {
    let lacks = |node: &&Node| match node.vocabulary_entry().map(|entry| &entry.entry) {
        Some(Entry::Term(term)) => term.translate && !term.forms.contains_key(locale),
        _ => false,
    };
    graph.of_kind(Kind::Term).filter(lacks).count()
}

fn document(reader: &Reader<'_>, id: &SubjectId, rows: &[&Row], shown: &[&Locale]) -> Document {
    let cell = |locale: &&Locale| {
        let row = rows.iter().find(|row| row.locale == **locale)?;
        let is_there = row.path.is_some();
        Some(Cell {
            mark: mark(locale),
            state: reader.state(row.standing.as_ref()),
            words: (row.words > 0).then(|| reader.say_with("l10n-words", &[("count", row.words.into())])),
            since: row.since.map(|day| reader.day(day)),
            href: reader.panel(id, locale),
            page: reader.page(id, locale),
            edit: row.path.as_ref().and_then(|path| reader.edit(path.as_str())),
            command: (!is_there).then(|| format!("cxbook translate new {locale} {id}")),
        })
    };
    Document {
        name: reader.name(id),
        kind: reader.kind(id),
        id: id.to_string(),
        cells: shown.iter().map(cell).collect(),
        filters: FILTERS.into_iter().filter(|name| rows.iter().any(|row| is_in(reader, row, name))).collect(),
    }
}

/// Whether a translation is among those that the filter `name` shows.
fn is_in(reader: &Reader<'_>, row: &Row, name: &str) -> bool {
    match name {
        "unread" => row.is_unread(),
        _ => reader.state(row.standing.as_ref()).name == name,
    }
}
