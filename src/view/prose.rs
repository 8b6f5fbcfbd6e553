//! The Markdown of a page to HTML, with its headings, in the language it is really in.

use std::collections::{BTreeMap, BTreeSet};

use smol_str::SmolStr;

use super::page::{ContentsEntry, Html};
use super::scope::{Scope, direction_word};
use crate::content::EntityId;
use crate::graph::Node;
use crate::markdown::{self, Rendering, TermLinks, TocEntry};

/// What a body has become.
#[derive(Default)]
pub(super) struct Prose {
    /// The HTML.
    pub html: Html,
    /// Its headings.
    pub contents: Vec<ContentsEntry>,
    /// About how many words it has.
    pub words: usize,
    /// The addresses of the declared pictures that stand in it, so that they are not shown again.
    pub pictures: BTreeSet<String>,
}

impl Scope<'_> {
    /// The prose of `id` as this page shows it: nothing where the site only says that there is no
    /// translation.
    pub fn prose(&self, id: &EntityId) -> Prose {
        self.prose_with_prefix(id, "")
    }

    /// The same, with a prefix for the ids of footnotes, where several bodies stand on one page.
    pub fn prose_with_prefix(&self, id: &EntityId, prefix: &str) -> Prose {
        let Some(body) = self.graph().body(id, self.locale()) else { return Prose::default() };
        if body.value.text.trim().is_empty() {
            return Prose::default();
        }
        let mut targets = self.graph().targets(id, self.locale());
        let captions = self.captions(id);
        let mut pictures = BTreeSet::new();
        for target in targets.iter_mut().flatten() {
            target.size = self.site.size(&target.href);
            if let Some(caption) = captions.get(&target.href) {
                target.caption.clone_from(caption);
                pictures.insert(target.href.clone());
            }
        }
        let anchors = if body.value.headings.is_empty() { Vec::new() } else { self.graph().anchors(id, self.locale()) };
        let glossary = self.graph().glossary(body.locale).filter(|glossary| !glossary.words.is_empty());
        let terms = glossary.map(|glossary| TermLinks { terms: &glossary.words, targets: &self.reader.term_targets });
        let rendered = markdown::render(
            body.value,
            &Rendering { targets: &targets, anchors: &anchors, terms, labels: &self.reader.labels, prefix },
        );
        let mut rendered = rendered;
        let report =
            self.graph().report(id, self.locale()).filter(|_| prefix.is_empty() && body.locale == self.locale());
        if let Some(report) = report.filter(|report| !report.sections.is_empty()) {
            let note = Html::escaped(&self.say("section-changed"));
            rendered.html = with_changes(rendered.html, &rendered.toc, &report.sections, note.as_str());
        }
        let contents = rendered.toc.into_iter().map(|entry| ContentsEntry {
            level: entry.level,
            anchor: entry.id,
            text_html: self.marked(body.locale, entry.text_html),
        });
        let html = self.with_diagrams(rendered.html);
        Prose {
            contents: contents.collect(),
            words: words(&body.value.text),
            pictures,
            html: if body.locale == self.locale() {
                Html::trusted(html)
            } else {
                let dir = direction_word(body.locale.direction());
                Html::trusted(format!("<div lang=\"{}\" dir=\"{dir}\">\n{}</div>", body.locale, html))
            },
        }
    }

    /// What stands below the pictures that a document declares: caption and credit, by address.
    fn captions(&self, id: &EntityId) -> BTreeMap<String, Option<String>> {
        let common = self.graph().node(id).and_then(Node::common);
        let figures = common.into_iter().flat_map(|common| common.figures.values());
        figures
            .filter_map(|figure| self.figure(id, figure))
            .map(|figure| {
                let credit = figure.credit_html.map(|credit| format!("<small>{}</small>", credit.as_str()));
                let lines: Vec<String> =
                    figure.caption_html.map(|caption| caption.as_str().to_owned()).into_iter().chain(credit).collect();
                (figure.src, (!lines.is_empty()).then(|| lines.join(" ")))
            })
            .collect()
    }
}

/// Marks the sections whose source has changed: a class on the heading and a note below it.
fn with_changes(mut html: String, toc: &[TocEntry], sections: &[Option<SmolStr>], note: &str) -> String {
    for entry in toc.iter().filter(|entry| sections.iter().flatten().any(|changed| *changed == entry.id)) {
        let start = format!("<h{} id=\"{}\">", entry.level, entry.id);
        let end = format!("</h{}>", entry.level);
        let Some(at) = html.find(&start) else { continue };
        let Some(close) = html[at..].find(&end).map(|length| at + length + end.len()) else { continue };
        html.insert_str(close, &format!("\n<p class=\"changed-note\">{note}</p>"));
        html.insert_str(at + start.len() - 1, " class=\"changed\"");
    }
    html
}

/// About how many words a text has: letters of scripts without spaces count as half a word.
fn words(text: &str) -> usize {
    // A word ends wherever a space follows none; said of bytes, so that many are looked at together.
    let spaced = text.as_bytes().windows(2).filter(|two| !is_space(two[0]) && is_space(two[1])).count()
        + usize::from(text.as_bytes().last().is_some_and(|last| !is_space(*last)));
    if text.is_ascii() {
        return spaced;
    }
    let dense =
        text.chars().filter(|letter| matches!(letter, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')).count();
    spaced + dense / 2
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn scripts_without_spaces_have_words_too() {
        assert_eq!(words("one two  three"), 3);
        assert_eq!(words("顧客の経験"), 1 + 2);
    }
}
