//! Footnotes, wherever they are defined, to a list at the end with ways back.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, TagEnd};

use super::rendering::Rendering;
use super::writer::{Tags, escaped};

/// Footnotes met so far, numbered by their first mention. One that is never mentioned is left out.
#[derive(Default)]
pub(super) struct Footnotes<'a> {
    numbers: BTreeMap<String, usize>,
    /// How often each is mentioned, by its number less one.
    mentions: Vec<usize>,
    definitions: BTreeMap<String, Vec<Event<'a>>>,
    /// The definition being read, and what stood before it.
    open: Option<(String, Vec<Event<'a>>)>,
}

impl<'a> Footnotes<'a> {
    /// The link from the text to a footnote.
    pub(super) fn reference(&mut self, label: &str, rendering: &Rendering<'_>, tags: &Tags) -> String {
        let next = self.mentions.len() + 1;
        let number = *self.numbers.entry(label.to_owned()).or_insert(next);
        if number == next {
            self.mentions.push(0);
        }
        self.mentions[number - 1] += 1;
        let id = mention_id(rendering, number, self.mentions[number - 1]);
        let href = format!("#{}fn-{number}", rendering.prefix);
        let sup = tags.open("sup", &[("class", "footnote-ref")]);
        let link = tags.open("a", &[("href", &href), ("id", &id), ("role", "doc-noteref")]);
        format!("{sup}{link}{number}</a></sup>")
    }

    /// Sets `out` aside until the definition ends.
    pub(super) fn start(&mut self, label: &str, out: &mut Vec<Event<'a>>) {
        self.open = Some((label.to_owned(), std::mem::take(out)));
    }

    /// Keeps what was written since `start`, and brings back what stood before. The first
    /// definition of a label counts.
    pub(super) fn end(&mut self, out: &mut Vec<Event<'a>>) {
        if let Some((label, before)) = self.open.take() {
            let events = std::mem::replace(out, before);
            self.definitions.entry(label).or_insert(events);
        }
    }

    /// The list, in the order of numbers; nothing if no footnote is mentioned.
    pub(super) fn finish(mut self, rendering: &Rendering<'_>, tags: &Tags) -> Vec<Event<'a>> {
        let mut labels: Vec<(usize, String)> =
            std::mem::take(&mut self.numbers).into_iter().map(|(label, number)| (number, label)).collect();
        labels.sort();
        if labels.is_empty() {
            return Vec::new();
        }
        let section = [("class", "footnotes"), ("role", "doc-endnotes"), ("aria-label", &*rendering.labels.footnotes)];
        let mut list = vec![Event::Html(format!("{}\n<ol>\n", tags.open("section", &section)).into())];
        for (number, label) in labels {
            let id = format!("{}fn-{number}", rendering.prefix);
            list.push(Event::Html(tags.open("li", &[("id", &id)]).into()));
            let back: String = (1..=self.mentions[number - 1])
                .map(|mention| {
                    let href = format!("#{}", mention_id(rendering, number, mention));
                    let name = match mention {
                        1 => format!("{} {number}", rendering.labels.back),
                        _ => format!("{} {number}-{mention}", rendering.labels.back),
                    };
                    let link = [
                        ("href", &*href),
                        ("class", "footnote-back"),
                        ("role", "doc-backlink"),
                        ("aria-label", name.trim()),
                    ];
                    format!(" {}{}</a>", tags.open("a", &link), escaped("\u{21a9}\u{fe0e}"))
                })
                .collect();
            let mut events = self.definitions.remove(&label).unwrap_or_default();
            let end = match events.last() {
                Some(Event::End(TagEnd::Paragraph)) => events.len() - 1,
                _ => events.len(),
            };
            events.insert(end, Event::InlineHtml(back.into()));
            list.extend(events);
            list.push(Event::Html("</li>\n".into()));
        }
        list.push(Event::Html("</ol>\n</section>\n".into()));
        list
    }
}

fn mention_id(rendering: &Rendering<'_>, number: usize, mention: usize) -> String {
    match mention {
        1 => format!("{}fnref-{number}", rendering.prefix),
        _ => format!("{}fnref-{number}-{mention}", rendering.prefix),
    }
}
