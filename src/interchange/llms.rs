//! The site to `llms.txt`: what there is to read, as one page of Markdown for programs that read on behalf of people.
//!
//! One file a language, beside its home page, with what is in that language and no other; that of the source
//! language stands at the root as well, where it is looked for. The form is that of llmstxt.org: a title, a
//! summary, and sections of links with a sentence each. Archived documents are left out, as in feeds and search.

use std::fmt::Write;

use crate::base::{Locale, OutputPath};
use crate::config::Config;
use crate::content::front_matter::Status;
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Node, RouteTarget};
use crate::markdown;
use crate::output::Artifact;
use crate::theme::{Strings, Theme};

/// What has a section of its own, in order.
const KINDS: &[Kind] =
    &[Kind::Journey, Kind::Principle, Kind::Article, Kind::Example, Kind::Event, Kind::Persona, Kind::Page];

/// Every file, for the languages that have anything to read.
#[must_use]
pub fn files(graph: &Graph, theme: &Theme, config: &Config) -> Vec<(OutputPath, Artifact)> {
    let mut files = Vec::new();
    for locale in graph.languages() {
        let writer = Writer { graph, strings: theme.strings(locale), config, locale };
        let Some(text) = writer.text() else { continue };
        if locale == graph.source_language() {
            files.push((OutputPath::new("llms.txt"), Artifact::new(text.clone().into_bytes())));
        }
        if let Some(home) = graph.route(&RouteTarget::Home, locale)
            && home.url.as_str() != "/"
        {
            files.push((home.file("llms.txt").output_path(), Artifact::new(text.into_bytes())));
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
    fn text(&self) -> Option<String> {
        let sections: Vec<(String, Vec<String>)> = KINDS
            .iter()
            .map(|kind| (self.say(&format!("kinds-{}", kind.noun())), self.documents(*kind)))
            .filter(|(_, lines)| !lines.is_empty())
            .collect();
        if sections.is_empty() {
            return None;
        }
        let mut text = format!("# {}\n\n", escaped(&self.config.title));
        let home = EntityId::new(Kind::Page, "index");
        if let Some(summary) = self.graph.node(&home).and_then(|home| self.summary(home)) {
            let _ = write!(text, "> {summary}\n\n");
        }
        let more = [RouteTarget::Index(Kind::Term), RouteTarget::Findings];
        let more = more.iter().zip(["kinds-term", "findings-title"]).filter_map(|(target, title)| {
            let address = self.graph.route(target, self.locale).filter(|route| route.is_real())?.url.encoded();
            Some(format!("- [{}]({})", escaped(&self.say(title)), self.config.absolute(&address)))
        });
        let data = ["api/1/site.json", "api/1/schema/site.json", "sitemap.xml"];
        let data = data.iter().map(|path| format!("- [{path}]({})", self.config.absolute(&format!("/{path}"))));
        let others = self.graph.languages().iter().filter(|other| *other != self.locale).filter_map(|other| {
            let home = self.graph.route(&RouteTarget::Home, other)?;
            let name = self.config.language(other).map_or(other.as_str(), |language| language.name.as_str());
            Some(format!("- [{}]({})", escaped(name), self.config.absolute(&home.url.encoded())))
        });
        let rest = [
            (self.say("llms-more"), more.collect::<Vec<String>>()),
            (self.say("languages"), others.collect()),
            // The name that the form gives to what may be left out where there is little room.
            ("Optional".to_owned(), data.collect()),
        ];
        for (title, lines) in sections.into_iter().chain(rest).filter(|(_, lines)| !lines.is_empty()) {
            let _ = write!(text, "## {}\n\n{}\n\n", escaped(&title), lines.join("\n"));
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        Some(text)
    }

    /// The documents of a kind that are in this language, each with a sentence.
    fn documents(&self, kind: Kind) -> Vec<String> {
        let home = EntityId::new(Kind::Page, "index");
        let is_kept =
            |node: &&Node| node.id != home && node.common().is_some_and(|common| common.status == Status::Published);
        self.graph
            .of_kind(kind)
            .filter(is_kept)
            .filter_map(|node| {
                let target = RouteTarget::Entity(node.id.clone());
                let route = self.graph.route(&target, self.locale).filter(|route| route.is_real())?;
                let name = escaped(&markdown::plain(self.graph.name(&node.id, self.locale).value));
                let address = self.config.absolute(&route.url.encoded());
                let summary = self.summary(node).map(|summary| format!(": {summary}"));
                Some(format!("- [{name}]({address}){}", summary.unwrap_or_default()))
            })
            .collect()
    }

    /// What a document says of itself, on one line.
    fn summary(&self, node: &Node) -> Option<String> {
        let claim = node.principle().and_then(|principle| principle.claim.as_ref());
        let text = claim.or_else(|| node.common()?.summary.as_ref())?;
        // A sentence that is not translated yet is left out, as whole documents are.
        let text = self.graph.text(&node.id, text, self.locale);
        (text.locale == self.locale).then(|| escaped(&markdown::plain(text.value)))
    }

    fn say(&self, key: &str) -> String {
        self.strings.get(key, &[])
    }
}

/// Words on one line that Markdown takes for nothing else.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.split_whitespace().collect::<Vec<&str>>().join(" ").chars() {
        if matches!(letter, '\\' | '[' | ']' | '<' | '>' | '`' | '*' | '_' | '#') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
