//! A [`Body`] and the targets of its references to safe HTML.
//!
//! Each event is either passed on to the parser's own writer or replaced by tags of ours. What
//! is raw HTML is sanitised at the end, over the whole body.
//!
//! Classes: `external` on links to other sites; `footnote-ref`, `footnotes`, `footnote-back`;
//! `alert alert-note` (or `-tip`, `-important`, `-warning`, `-caution`) and `alert-title`;
//! `table-scroll` round tables, `align-start`, `align-center`, `align-end` on cells; `task` and
//! `task done`; `language-*` on code; `visually-hidden`. Links have the class of their target.

mod reference;
mod table;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Tag, TagEnd, html};

use super::event::{Placed, events};
use super::footnote::Footnotes;
use super::raw_html;
use super::rendering::{Rendered, Rendering, TocEntry};
use super::term::Linker;
use super::writer::{Tags, escaped};
use super::{Body, Reference};
pub(super) use reference::link_tag;
use table::TableState;

/// Writes the HTML of a body, and its table of contents.
///
/// A page has one heading of level 1, its title: where a body has its own, all its headings go
/// down one level.
#[must_use]
pub fn render(body: &Body, rendering: &Rendering<'_>) -> Rendered {
    if body.is_refused {
        return Rendered::default();
    }
    let prefix = if body.has_raw_html { raw_html::prefix(&body.text) } else { String::new() };
    let mut policy = Policy::new(&body.references, rendering, Tags::new(prefix.clone()));
    policy.lowers_headings = body.headings.iter().any(|heading| heading.level == 1);
    for placed in events(&body.text) {
        policy.apply(placed);
    }
    let toc = std::mem::take(&mut policy.toc);
    let out = policy.finish();
    let mut html = String::with_capacity(body.text.len() * 3 / 2);
    html::push_html(&mut html, out.into_iter());
    if body.has_raw_html {
        html = raw_html::sanitised(&html, &prefix);
    }
    Rendered { html, toc }
}

/// Turns the events of a text into those that are written.
pub(super) struct Policy<'a, 'r> {
    references: &'r [Reference],
    rendering: &'r Rendering<'r>,
    tags: Tags,
    linker: Option<Linker<'r>>,
    footnotes: Footnotes<'a>,
    out: Vec<Event<'a>>,
    toc: Vec<TocEntry>,
    lowers_headings: bool,
    /// The next reference to be met.
    next: usize,
    /// What each open link is closed with.
    closings: Vec<String>,
    /// Whether a label of the caller's stands for what is in the open link.
    is_replaced: bool,
    /// The image being read, and its alternative text so far.
    image: Option<(usize, String, usize)>,
    heading: Option<HeadingState>,
    headings: usize,
    table: Option<TableState>,
    tables: usize,
    is_in_code: bool,
    html_block: Option<String>,
    /// Where a paragraph started in `out`, to see whether it holds an image and nothing else.
    paragraph: Option<usize>,
    /// The place of the last image in `out`, and its caption as HTML.
    figure: Option<(usize, Option<String>)>,
}

struct HeadingState {
    level: u8,
    id: String,
    text_html: String,
}

impl<'a, 'r> Policy<'a, 'r> {
    pub(super) fn new(references: &'r [Reference], rendering: &'r Rendering<'r>, tags: Tags) -> Self {
        Self {
            references,
            rendering,
            tags,
            linker: rendering.terms.map(Linker::new),
            footnotes: Footnotes::default(),
            out: Vec::new(),
            toc: Vec::new(),
            lowers_headings: false,
            next: 0,
            closings: Vec::new(),
            is_replaced: false,
            image: None,
            heading: None,
            headings: 0,
            table: None,
            tables: 0,
            is_in_code: false,
            html_block: None,
            paragraph: None,
            figure: None,
        }
    }

    pub(super) fn finish(mut self) -> Vec<Event<'a>> {
        let notes = std::mem::take(&mut self.footnotes).finish(self.rendering, &self.tags);
        self.out.extend(notes);
        self.out
    }

    fn html(&mut self, html: impl Into<String>) {
        self.out.push(Event::InlineHtml(html.into().into()));
    }

    fn block(&mut self, html: impl Into<String>) {
        self.out.push(Event::Html(html.into().into()));
    }

    pub(super) fn apply(&mut self, (event, _): Placed<'a>) {
        if let Some((_, alt, depth)) = &mut self.image {
            match &event {
                Event::Text(text) | Event::Code(text) => alt.push_str(text),
                Event::HardBreak | Event::SoftBreak => alt.push(' '),
                Event::Start(Tag::Image { .. } | Tag::Link { .. }) => {
                    *depth += 1;
                    self.next += 1;
                }
                Event::End(TagEnd::Image | TagEnd::Link) if *depth > 0 => *depth -= 1,
                Event::End(TagEnd::Image) => self.end_image(),
                _ => {}
            }
            return;
        }
        if self.is_replaced {
            match event {
                Event::Start(Tag::Image { .. }) => self.next += 1,
                Event::End(TagEnd::Link) => {
                    self.is_replaced = false;
                    self.end(TagEnd::Link);
                }
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.html_block.is_some() => self.push_html_block(&text),
            Event::Text(text) => self.text(text),
            Event::Code(code) => {
                let tag = self.tags.open("code", &[("dir", "ltr")]);
                let code = format!("{tag}{}</code>", escaped(&code));
                self.note_heading(&code);
                self.html(code);
            }
            Event::Html(html) => self.push_html_block(&html),
            Event::InlineHtml(html) => {
                let (rest, _) = raw_html::without_comments(&html);
                if !rest.is_empty() {
                    self.html(rest);
                }
            }
            Event::FootnoteReference(label) => {
                let reference = self.footnotes.reference(&label, self.rendering, &self.tags);
                self.html(reference);
            }
            Event::TaskListMarker(is_done) => {
                let labels = self.rendering.labels;
                let (class, name) = if is_done { ("task done", &labels.done) } else { ("task", &labels.open) };
                let tag = self.tags.open("span", &[("class", class), ("role", "img"), ("aria-label", name)]);
                self.html(format!("{tag}</span> "));
            }
            Event::HardBreak => self.html("<br>\n"),
            Event::Rule => self.block("<hr>\n"),
            other => self.out.push(other),
        }
    }

    fn text(&mut self, text: pulldown_cmark::CowStr<'a>) {
        if self.is_in_code {
            self.out.push(Event::Text(text));
            return;
        }
        if let Some(heading) = &mut self.heading {
            heading.text_html.push_str(&escaped(&text));
        }
        let may_link = self.heading.is_none() && self.closings.is_empty();
        let linked = match &mut self.linker {
            Some(linker) if may_link => linker.link(&text, &self.tags),
            _ => None,
        };
        match linked {
            Some(html) => self.html(html),
            None => self.out.push(Event::Text(text)),
        }
    }

    fn note_heading(&mut self, html: &str) {
        if let Some(heading) = &mut self.heading {
            let prefix = self.tags.open("code", &[("dir", "ltr")]);
            heading.text_html.push_str(&html.replacen(&prefix, "<code dir=\"ltr\">", 1));
        }
    }

    fn push_html_block(&mut self, html: &str) {
        match &mut self.html_block {
            Some(block) => block.push_str(html),
            None => {
                let (rest, _) = raw_html::without_comments(html);
                self.block(rest);
            }
        }
    }

    fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::Link { .. } => self.start_link(),
            Tag::Image { .. } => {
                self.image = Some((self.next, String::new(), 0));
                self.next += 1;
            }
            Tag::Heading { level, .. } => self.start_heading(level as u8),
            Tag::Paragraph => {
                self.paragraph = Some(self.out.len());
                self.figure = None;
                self.out.push(Event::Start(Tag::Paragraph));
            }
            Tag::CodeBlock(kind) => {
                let class = match &kind {
                    CodeBlockKind::Fenced(info) => language_class(info),
                    CodeBlockKind::Indented => String::new(),
                };
                let pre = self.tags.open("pre", &[("dir", "ltr"), ("tabindex", "0")]);
                let code = self.tags.open("code", &[("class", &class)]);
                self.is_in_code = true;
                self.block(format!("{pre}{code}"));
            }
            Tag::HtmlBlock => self.html_block = Some(String::new()),
            Tag::BlockQuote(Some(kind)) => self.start_remark(kind),
            Tag::FootnoteDefinition(label) => self.footnotes.start(&label, &mut self.out),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => self.start_header(),
            Tag::TableRow => self.start_row(),
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                if let Some(heading) = &mut self.heading {
                    heading.text_html.push_str(mark(&tag.to_end(), false));
                }
                self.html(mark(&tag.to_end(), false));
            }
            other => self.out.push(Event::Start(other)),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link => {
                let closing = self.closings.pop().unwrap_or_default();
                if !closing.is_empty() {
                    self.html(closing);
                }
            }
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::CodeBlock => {
                self.is_in_code = false;
                self.block("</code></pre>\n");
            }
            TagEnd::HtmlBlock => {
                let block = self.html_block.take().unwrap_or_default();
                let (rest, _) = raw_html::without_comments(&block);
                if !rest.trim().is_empty() {
                    self.block(rest);
                }
            }
            TagEnd::BlockQuote(Some(_)) => self.block("</div>\n"),
            TagEnd::FootnoteDefinition => self.footnotes.end(&mut self.out),
            TagEnd::Table => self.end_table(),
            TagEnd::TableHead => self.end_header(),
            TagEnd::TableRow => self.block("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => {
                if let Some(heading) = &mut self.heading {
                    heading.text_html.push_str(mark(&tag, true));
                }
                self.html(mark(&tag, true));
            }
            other => self.out.push(Event::End(other)),
        }
    }

    fn start_heading(&mut self, level: u8) {
        let level = (level + u8::from(self.lowers_headings)).clamp(2, 6);
        let id = self.rendering.anchors.get(self.headings).cloned().unwrap_or_default();
        self.headings += 1;
        let tag = self.tags.open(&format!("h{level}"), &[("id", &id)]);
        self.block(tag);
        self.heading = Some(HeadingState { level, id, text_html: String::new() });
    }

    fn end_heading(&mut self) {
        let Some(heading) = self.heading.take() else { return };
        self.block(format!("</h{}>\n", heading.level));
        if !heading.id.is_empty() {
            self.toc.push(TocEntry { level: heading.level, id: heading.id, text_html: heading.text_html });
        }
    }

    fn start_remark(&mut self, kind: BlockQuoteKind) {
        let labels = self.rendering.labels;
        let (name, title) = match kind {
            BlockQuoteKind::Note => ("note", &labels.note),
            BlockQuoteKind::Tip => ("tip", &labels.tip),
            BlockQuoteKind::Important => ("important", &labels.important),
            BlockQuoteKind::Warning => ("warning", &labels.warning),
            BlockQuoteKind::Caution => ("caution", &labels.caution),
        };
        let open = self.tags.open("div", &[("class", &format!("alert alert-{name}")), ("role", "note")]);
        let head = self.tags.open("p", &[("class", "alert-title")]);
        self.block(format!("{open}\n{head}{}</p>\n", escaped(title)));
    }
}

fn mark(tag: &TagEnd, is_end: bool) -> &'static str {
    match (tag, is_end) {
        (TagEnd::Emphasis, false) => "<em>",
        (TagEnd::Emphasis, true) => "</em>",
        (TagEnd::Strong, false) => "<strong>",
        (TagEnd::Strong, true) => "</strong>",
        (_, false) => "<del>",
        (_, true) => "</del>",
    }
}

/// `language-x` for the first word after the fence, if it looks like the name of a language.
fn language_class(info: &str) -> String {
    let name = info.split_whitespace().next().unwrap_or_default();
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'+' | b'#' | b'.');
    if name.is_empty() || !name.bytes().all(is_name) { String::new() } else { format!("language-{name}") }
}
