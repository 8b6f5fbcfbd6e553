//! Events to iCalendar (RFC 5545): a file for each event, and one of all for each language.
//!
//! Times are given in UTC. `DTSTAMP` comes from the dates that the author wrote, never from the clock,
//! and the same event has the same `UID` in every language, so whoever subscribes to two sees it once.

use jiff::ToSpan;
use jiff::civil::DateTime;

use crate::analysis::Findings;
use crate::analysis::news;
use crate::base::{Locale, OutputPath};
use crate::config::Config;
use crate::content::front_matter::{EventForm, Moment};
use crate::graph::route::EVENT_FILE;
use crate::graph::{Feed, Graph, Node};
use crate::markdown;
use crate::output::Artifact;
use crate::theme::{Strings, Theme};

/// Every calendar of every language.
#[must_use]
pub fn files(graph: &Graph, findings: &Findings, theme: &Theme, config: &Config) -> Vec<(OutputPath, Artifact)> {
    let mut files = Vec::new();
    for locale in graph.languages() {
        let writer = Writer { graph, strings: theme.strings(locale), config, locale };
        let items = news::of(graph, findings, Feed::Events, locale);
        let events: Vec<(&Node, Lines)> = items
            .iter()
            .rev()
            .filter_map(|item| graph.node(&item.place.entity))
            .filter_map(|node| Some((node, writer.event(node)?)))
            .collect();
        for (node, event) in &events {
            if let Some(route) = graph.url(&node.id, locale) {
                let calendar = writer.calendar(None, [event]);
                files.push((route.file(EVENT_FILE).output_path(), Artifact::new(calendar.into_bytes())));
            }
        }
        if !events.is_empty() {
            let calendar = writer.calendar(Some("feed-events"), events.iter().map(|(_, event)| event));
            files.push((Feed::Events.url(locale).output_path(), Artifact::new(calendar.into_bytes())));
        }
    }
    files
}

struct Writer<'a> {
    graph: &'a Graph,
    strings: &'a Strings,
    config: &'a Config,
    locale: &'a Locale,
}

impl Writer<'_> {
    fn calendar<'l>(&self, name: Option<&str>, events: impl IntoIterator<Item = &'l Lines>) -> String {
        let mut lines = Lines::default();
        lines.property("BEGIN", "VCALENDAR");
        lines.property("VERSION", "2.0");
        lines.property("PRODID", &format!("-//cxbook//{}//EN", text(&self.config.title)));
        if let Some(name) = name {
            let name = text(&format!("{}: {}", self.config.title, self.strings.get(name, &[])));
            lines.property("NAME", &name);
            lines.property("X-WR-CALNAME", &name);
        }
        for event in events {
            lines.0.push_str(&event.0);
        }
        lines.property("END", "VCALENDAR");
        lines.0
    }

    fn event(&self, node: &Node) -> Option<Lines> {
        let event = node.event()?;
        let starts = utc(&event.starts.as_ref()?.value)?;
        let ends = event.ends.as_ref().and_then(|ends| utc(&ends.value)).filter(|ends| *ends > starts);
        let changed = news::changed(node).map_or(starts.date(), |date| date.first_day());
        let language = format!(";LANGUAGE={}", self.locale);
        let host = self.config.base_url.host_str().unwrap_or("localhost");
        let words = |value: &str| text(&markdown::plain(value));
        let mut lines = Lines::default();
        lines.property("BEGIN", "VEVENT");
        lines.property("UID", &format!("event-{}@{host}", node.id.id));
        lines.property("DTSTAMP", &stamp(changed.at(0, 0, 0, 0)));
        lines.property("DTSTART", &stamp(starts));
        if let Some(ends) = ends {
            lines.property("DTEND", &stamp(ends));
        }
        lines.property(&format!("SUMMARY{language}"), &words(self.graph.name(&node.id, self.locale).value));
        let summary = event.common.summary.as_ref().map(|summary| self.graph.text(&node.id, summary, self.locale));
        if let Some(summary) = summary {
            lines.property(&format!("DESCRIPTION{language}"), &words(summary.value));
        }
        if let Some(place) = &event.place {
            let place = self.graph.text(&node.id, place, self.locale);
            lines.property(&format!("LOCATION{language}"), &words(place.value));
        }
        let route = self.graph.url(&node.id, self.locale)?;
        lines.property("URL", &self.config.absolute(&route.url.encoded()));
        if let Some(form) = event.form {
            let form = self.strings.get(form_key(form), &[]);
            lines.property(&format!("CATEGORIES{language}"), &text(&form));
        }
        lines.property("END", "VEVENT");
        Some(lines)
    }
}

fn form_key(form: EventForm) -> &'static str {
    match form {
        EventForm::Workshop => "event-workshop",
        EventForm::Webinar => "event-webinar",
        EventForm::Talk => "event-talk",
    }
}

/// Content lines, folded and ended as the format asks.
#[derive(Clone, Debug, Default)]
struct Lines(String);

/// A line holds at most this many octets, its end not counted.
const OCTETS: usize = 75;

impl Lines {
    fn property(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut room = OCTETS;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                // The space that starts the next line is one of its octets.
                self.0.push_str("\r\n ");
                room = OCTETS - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// A value of type TEXT: what has a meaning in it is escaped, control characters go.
fn text(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for letter in value.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

fn utc(moment: &Moment) -> Option<DateTime> {
    let (hours, minutes) = moment.time;
    let local = moment.date.first_day().at(i8::try_from(hours).ok()?, i8::try_from(minutes).ok()?, 0, 0);
    local.checked_sub(i64::from(moment.offset).minutes()).ok()
}

/// `20250312T080000Z`.
fn stamp(moment: DateTime) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(value: &str) -> String {
        let mut lines = Lines::default();
        lines.property("SUMMARY", value);
        lines.0
    }

    #[test]
    fn a_long_line_is_folded_between_letters_at_75_octets() {
        let value = "é".repeat(80);
        let lines = folded(&value);
        assert!(lines.ends_with("\r\n"));
        assert!(lines.split("\r\n").all(|line| line.len() <= OCTETS), "{lines:?}");
        assert_eq!(lines.replace("\r\n ", ""), format!("SUMMARY:{value}\r\n"));
    }

    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(text("a, b; c\\d\ne\u{7}"), "a\\, b\\; c\\\\d\\ne");
    }

    #[test]
    fn a_moment_is_given_in_utc_across_midnight() {
        let moment = |date: &str, hours, offset| Moment {
            date: crate::base::Date::parse(date).unwrap(),
            time: (hours, 30),
            offset,
        };
        assert_eq!(utc(&moment("2025-01-01", 0, 60)).map(stamp).unwrap(), "20241231T233000Z");
        assert_eq!(utc(&moment("2025-12-31", 22, -120)).map(stamp).unwrap(), "20260101T003000Z");
    }
}
