//! The map of each journey to a picture that stands alone: one file a journey and language.
//!
//! It is made from the page that shows the whole map, so the two cannot say different things.

use crate::base::{Direction, Fingerprint, Held, OutputPath, Store};
use crate::draw::{Line, Poster, PosterPhase, PosterRow, PosterStep};
use crate::output::Artifact;
use crate::view::Page;
use crate::view::page::{Content, Entry, JourneyMapPage, Lane};

/// The `map.svg` that a page names, if it names one; taken from the store if that knows it.
pub(super) fn poster_of(page: &Page, store: &Store<Artifact>) -> Option<(OutputPath, Held<Artifact>)> {
    let Content::JourneyMap(map) = &page.content else { return None };
    let key = || Fingerprint::of_value(&(&page.frame.lang, direction(page), &map.journey, &map.map));
    let draw = || Artifact::new(poster(page, map).into_bytes());
    Some((map.picture.as_ref()?.path.clone(), store.hold(key, draw)))
}

fn poster(page: &Page, shown: &JourneyMapPage) -> String {
    let map = &shown.map;
    let phases: Vec<PosterPhase> = map
        .phases
        .iter()
        .map(|phase| {
            let name = format!("{} {}", phase.number, phase.name_html.plain());
            let stage = phase.stage.as_ref().map(|stage| format!(" ({})", stage.text_html.plain()));
            PosterPhase { text: name + &stage.unwrap_or_default(), span: phase.span }
        })
        .collect();
    let steps: Vec<PosterStep> = map
        .heads
        .iter()
        .map(|head| {
            let mode = Line { text: head.mode.clone(), tone: "muted", is_slanted: false };
            let marks = head.marks.iter();
            let marks = marks.map(|mark| Line { text: mark.text.clone(), tone: mark.tone, is_slanted: false });
            let notes = std::iter::once(mode).chain(marks).collect();
            PosterStep { number: head.number.clone(), name: head.name_html.plain(), notes }
        })
        .collect();
    let mut rows = Vec::new();
    for group in &map.groups {
        if let (Some(key), Some(label)) = (group.line, &group.label) {
            rows.push(PosterRow::Line { label, key });
        }
        rows.extend(group.lanes.iter().map(|lane| row(lane, &map.quotes)));
    }
    let title = shown.journey.text_html.plain();
    let caption = map.caption_html.plain();
    let notes = map.notes.iter().map(crate::view::Html::plain);
    let foot: Vec<String> = notes.chain([map.foot.clone()]).collect();
    let legend: Vec<(&str, &str)> =
        map.legend.iter().map(|entry| (entry.sign_html.as_str(), entry.text.as_str())).collect();
    Poster {
        title: &title,
        caption: &caption,
        desc: &map.in_words,
        lang: page.frame.lang.as_ref(),
        direction: direction(page),
        phases: &phases,
        steps: &steps,
        rows: &rows,
        legend: &legend,
        foot: &foot,
    }
    .svg()
}

/// Which way the main content runs.
fn direction(page: &Page) -> Direction {
    page.frame.main.as_ref().map_or(page.frame.dir, |main| main.dir)
}

fn row<'a>(lane: &'a Lane, quotes: &[String; 2]) -> PosterRow<'a> {
    if let Some(svg) = &lane.svg_html {
        return PosterRow::Drawing { label: &lane.label, svg: svg.as_str() };
    }
    let quotes = (lane.key == "thinks").then_some(quotes);
    let cells = lane.cells.iter().map(|cell| cell.iter().flat_map(|entry| paragraphs(entry, quotes)).collect());
    PosterRow::Cells { label: &lane.label, cells: cells.collect() }
}

/// An entry as a paragraph, in quotation marks if there are any, and its note and badges as another. No line starts with a
/// dot between two of them.
fn paragraphs(entry: &Entry, quotes: Option<&[String; 2]>) -> Vec<Line> {
    let text = entry.text_html.plain();
    let text = quotes.map(|[open, close]| format!("{open}{text}{close}")).unwrap_or(text);
    let words = [entry.mark.unwrap_or_default(), entry.word.as_deref().unwrap_or_default(), &text];
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let note = entry.note_html.iter().map(crate::view::Html::plain);
    let more: Vec<String> = entry.badges.iter().map(|badge| badge.text.clone()).chain(note).collect();
    let first = Line { text: words.join(" "), tone: entry.tone, is_slanted: quotes.is_some() };
    let second = Line { text: more.join("\u{a0}· "), tone: "muted", is_slanted: false };
    [first, second].into_iter().filter(|line| !line.text.is_empty()).collect()
}
