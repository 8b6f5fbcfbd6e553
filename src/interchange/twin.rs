//! The page of a document to its Markdown twin: `index.md` beside `index.html`, for programs and for copying.
//!
//! It says what the page says in the language of the page, and nothing that only stands in for it: name, summary and
//! facts, the prose as written, and of a journey its steps with how they feel, its ways off the path, its
//! opportunities and its public evidence. Links lead to the addresses of the site; comments are gone.

use std::collections::BTreeSet;
use std::fmt::Write;

use rayon::prelude::*;

use super::llms::escaped;
use crate::base::{Id, Locale, OutputPath};
use crate::config::Config;
use crate::content::front_matter::{Ref, Step};
use crate::content::text::Text;
use crate::content::{EntityId, Kind};
use crate::draw::signed;
use crate::graph::{Graph, Place, Route, RouteTarget};
use crate::markdown::{Body, ReferenceKind, plain, without_comments};
use crate::output::Artifact;
use crate::search::{self, Section};
use crate::theme::Theme;

/// Every twin.
#[must_use]
pub fn files(graph: &Graph, theme: &Theme, config: &Config) -> Vec<(OutputPath, Artifact)> {
    let origin = config.base_url.origin().ascii_serialization();
    let one = |route: &Route| {
        let path = graph.twin(route)?.output_path();
        let text = text(graph, theme, &origin, &config.absolute(&route.url.encoded()), route)?;
        Some((path, Artifact::new(text.into_bytes())))
    };
    graph.routes().par_iter().filter_map(one).collect()
}

fn text(graph: &Graph, theme: &Theme, origin: &str, address: &str, route: &Route) -> Option<String> {
    let RouteTarget::Entity(id) = &route.target else { return None };
    let record = search::record(graph, theme, route)?;
    let mut text = format!("# {}\n\n", escaped(&record.title));
    if !record.summary.is_empty() {
        let _ = write!(text, "> {}\n\n", escaped(&record.summary));
    }
    let _ = write!(text, "<{address}>\n\n");
    let (facts, rest) = match record.sections.split_first() {
        Some((facts, rest)) if facts.anchor.is_none() && facts.heading.is_empty() => (Some(facts), rest),
        _ => (None, &record.sections[..]),
    };
    for line in facts.iter().flat_map(|facts| facts.text.lines()).filter(|line| *line != record.summary) {
        let _ = write!(text, "{}\n\n", escaped(line));
    }
    let body = graph.body(id, &route.locale).filter(|body| body.locale == &route.locale && !body.value.has_raw_html);
    let headings: BTreeSet<String> = graph.anchors(id, &route.locale).into_iter().collect();
    let prose = body.map(|body| prose(graph, origin, id, &route.locale, body.value));
    let is_prose = |section: &Section| section.anchor.as_ref().is_none_or(|anchor| headings.contains(anchor));
    let mut is_told = false;
    for section in rest {
        if let (true, Some(prose)) = (is_prose(section), &prose) {
            if !std::mem::replace(&mut is_told, true) {
                let _ = write!(text, "{}\n\n", prose.trim());
            }
            continue;
        }
        if !section.heading.is_empty() {
            let _ = write!(text, "## {}\n\n", escaped(&section.heading));
        }
        if let Some(step) = step(graph, id, section) {
            for (key, said) in told(graph, id, &route.locale, step) {
                let label = theme.strings(&route.locale).get(key, &[]);
                let _ = writeln!(text, "- {}: {}", escaped(&label), escaped(&said));
            }
            text.push('\n');
            continue;
        }
        for line in section.text.lines().filter(|line| !line.trim().is_empty()) {
            let _ = write!(text, "{}\n\n", escaped(line));
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    Some(text)
}

/// The step that a section is about.
fn step<'g>(graph: &'g Graph, journey: &EntityId, section: &Section) -> Option<&'g Step> {
    let step = Id::parse(section.anchor.as_ref()?.strip_prefix("step-")?).ok()?;
    graph.step(&Place::step(journey, &step))
}

/// What a step says, each with the message that names it.
fn told(graph: &Graph, journey: &EntityId, locale: &Locale, step: &Step) -> Vec<(&'static str, String)> {
    let own = |text: &Text| {
        let found = graph.text(journey, text, locale);
        (found.locale == locale).then(|| plain(found.value))
    };
    let feeling = step.feeling.as_ref().and_then(own);
    let feels = step.emotion.as_ref().map(|emotion| signed(emotion.score)).into_iter().chain(feeling);
    let feels = feels.collect::<Vec<String>>().join(" ");
    let acts = |key, acts: &[(Ref, Text)]| {
        let act = |(department, text): &(Ref, Text)| {
            let department = EntityId::new(Kind::Department, department.value.as_str());
            Some((key, format!("{}: {}", plain(graph.name(&department, locale).value), own(text)?)))
        };
        acts.iter().filter_map(act).collect::<Vec<_>>()
    };
    let texts = |key: &'static str, texts: Vec<&Text>| {
        texts.into_iter().filter_map(own).map(move |text| (key, text)).collect::<Vec<_>>()
    };
    let moment = step.moment_of_truth.iter().filter_map(|moment| moment.why.as_ref()).collect();
    [
        texts("lane-does", step.does.iter().collect()),
        texts("lane-thinks", step.thinks.iter().collect()),
        if feels.is_empty() { Vec::new() } else { vec![("lane-curve", feels)] },
        texts("step-moment", moment),
        texts("step-wow", step.wow.iter().collect()),
        acts("lane-frontstage", &step.frontstage),
        acts("lane-backstage", &step.backstage),
        texts("lane-pains", step.pains.values().filter_map(|pain| pain.text.as_ref()).collect()),
    ]
    .concat()
}

/// The prose with the addresses of the site in place of what authors write.
fn prose(graph: &Graph, origin: &str, id: &EntityId, locale: &Locale, body: &Body) -> String {
    let targets = graph.targets(id, locale);
    let mut changes: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    let inside = |range: crate::base::TextRange| range.start() - body.offset..range.end() - body.offset;
    for (reference, target) in body.references.iter().zip(targets) {
        let whole = inside(reference.whole);
        let Some(target) = target else { continue };
        let href = if target.href.starts_with('#') { target.href.clone() } else { format!("{origin}{}", target.href) };
        if reference.kind == ReferenceKind::Wikilink {
            let label = reference.label.clone().or(target.label).unwrap_or_else(|| reference.target.clone());
            changes.push((whole, format!("[{}]({href})", escaped(&label))));
        } else if reference.range != reference.whole {
            changes.push((inside(reference.range), href));
        }
    }
    for heading in body.headings.iter().filter(|heading| heading.pinned.is_some()) {
        let range = inside(heading.range);
        let written = body.text.get(range.clone()).unwrap_or_default();
        if let Some(at) = written.rfind("{#") {
            let end = written[at..].find('}').map_or(written.len(), |end| at + end + 1);
            changes.push((range.start + written[..at].trim_end().len()..range.start + end, String::new()));
        }
    }
    changes.sort_by_key(|(range, _)| range.start);
    let (mut text, mut at) = (String::with_capacity(body.text.len()), 0);
    for (range, new) in changes {
        // A reference in the label of another is part of it.
        if range.start >= at {
            text.push_str(body.text.get(at..range.start).unwrap_or_default());
            text.push_str(&new);
            at = range.end;
        }
    }
    text.push_str(body.text.get(at..).unwrap_or_default());
    without_comments(&text).into_owned()
}
