//! Markdown text to a [`Body`]: what is in it, and where.
//!
//! 1. Refuse what is too large, or whose lines start with too many markers: the parser and the
//!    sanitiser take time that grows with the square of the depth, so this comes first.
//! 2. Walk the events once, and note headings, references, blocks and comments.
//! 3. Report what must not be published: unsafe links, remote images, repeated ids.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Tag, TagEnd};
use smol_str::SmolStr;

use super::anchor;
use super::depth::{counts_as_level, end_counts_as_level, refused};
use super::event::{Definitions, Placed, events_and_definitions};
use super::fault::{loads_a_file, not_drawn, reference_fault, repeated_ids, too_deep, too_many_cells, unused_footnote};
use super::{
    Address, Block, BlockKind, Body, Directive, Fault, Heading, Limits, Reference, ReferenceKind, Section, Table,
};
use super::{literal, mermaid, raw_html, removed, unread_id};
use crate::base::TextRange;

/// Reads the Markdown that starts `offset` bytes into its file.
///
/// Always ends, in time that grows with the text. What is wrong is in [`Body::faults`].
#[must_use]
pub fn parse(text: &str, offset: usize, limits: &Limits) -> Body {
    let body = Body { text: text.into(), offset, ..Body::default() };
    if let Some(fault) = refused(text, offset, limits) {
        return refuse(body, fault);
    }
    let (events, definitions) = events_and_definitions(text);
    let mut reader = Reader { text, offset, definitions, body, ..Reader::default() };
    for placed in events {
        reader.read(placed);
        if reader.deepest > limits.nesting {
            break;
        }
    }
    reader.finish(limits)
}

/// A leaf block being read.
struct Leaf {
    kind: BlockKind,
    content: Option<Range<usize>>,
    text: String,
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    offset: usize,
    definitions: Definitions,
    body: Body,
    /// The sections so far: which heading, and the text.
    sections: Vec<(Option<usize>, String)>,
    leaf: Option<Leaf>,
    /// Kinds of block that hold text directly when they are tight, innermost last.
    containers: Vec<Option<BlockKind>>,
    /// References being read: index, where their content ended so far, and how they are written.
    open: Vec<(usize, usize, LinkType, CowStr<'a>)>,
    /// Whether the code being read is a Mermaid diagram.
    is_mermaid: bool,
    html: Option<(String, Range<usize>)>,
    html_depth: raw_html::Depth,
    depth: usize,
    deepest: usize,
    deepest_at: usize,
    is_in_header: bool,
    empty_cells: usize,
    /// Where each footnote is defined first.
    notes: BTreeMap<String, TextRange>,
    /// The footnotes that the text points to.
    mentioned: BTreeSet<String>,
}

impl<'a> Reader<'a> {
    fn read(&mut self, (event, range): Placed<'a>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) if self.html.is_some() => self.push_html(&text, &range),
            Event::Text(text) => {
                if !self.is_code() {
                    let written = self.text.get(range.clone()).unwrap_or_default();
                    self.body.faults.extend(literal::fault(written, self.offset + range.start));
                }
                self.push_text(&text, range);
            }
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.push_text(&text, range);
            }
            Event::Html(html) => self.push_html(&html, &range),
            Event::InlineHtml(html) => {
                self.touch(&range);
                self.read_html(&html, range);
            }
            Event::SoftBreak | Event::HardBreak => self.push_text(" ", range),
            Event::FootnoteReference(label) => {
                self.mentioned.insert(label.into_string());
                self.touch(&range);
            }
            Event::TaskListMarker(_) => self.touch(&range),
            Event::Rule => {
                self.close_leaf();
                self.push_block(BlockKind::Rule, range, String::new());
            }
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        if counts_as_level(&tag) {
            self.depth += 1;
            self.note_depth(range.start);
        }
        match tag {
            Tag::Heading { level, id, .. } => {
                self.open_leaf(BlockKind::Heading(level as u8));
                self.body.headings.push(Heading {
                    level: level as u8,
                    text: String::new(),
                    range: self.placed(range),
                    pinned: id.map(|id| id.to_string()),
                    anchor: SmolStr::default(),
                });
            }
            Tag::Paragraph => self.open_leaf(BlockKind::Paragraph),
            Tag::TableCell => self.open_leaf(BlockKind::Cell(self.is_in_header)),
            Tag::DefinitionListTitle => self.open_leaf(BlockKind::Term),
            Tag::CodeBlock(kind) => {
                self.open_leaf(BlockKind::Code);
                let language = |info: &str| info.split_whitespace().next() == Some("mermaid");
                self.is_mermaid = matches!(&kind, CodeBlockKind::Fenced(info) if language(info));
            }
            Tag::HtmlBlock => {
                self.close_leaf();
                self.html = Some((String::new(), range));
            }
            Tag::Table(_) => {
                self.close_leaf();
                let range = self.placed(range);
                self.body.tables.push(Table { range, has_header: false });
            }
            Tag::TableHead => self.is_in_header = true,
            Tag::Item => self.open_container(Some(BlockKind::Item)),
            Tag::DefinitionListDefinition => self.open_container(Some(BlockKind::Definition)),
            Tag::FootnoteDefinition(label) => {
                let place = self.placed(range);
                self.notes.entry(label.into_string()).or_insert(place);
                self.open_container(Some(BlockKind::Paragraph));
            }
            Tag::BlockQuote(_) => self.open_container(Some(BlockKind::Paragraph)),
            Tag::List(_) | Tag::DefinitionList => {
                self.close_leaf();
            }
            Tag::TableRow | Tag::MetadataBlock(_) => {}
            Tag::Link { link_type, dest_url, title, id } => {
                let kind = match link_type {
                    LinkType::WikiLink { .. } => ReferenceKind::Wikilink,
                    _ => ReferenceKind::Link,
                };
                self.open_reference(kind, link_type, dest_url, title, id, range);
            }
            Tag::Image { link_type, dest_url, title, id } => {
                self.open_reference(ReferenceKind::Image, link_type, dest_url, title, id, range);
            }
            _ => self.touch(&range),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        if end_counts_as_level(&tag) {
            self.depth = self.depth.saturating_sub(1);
        }
        match tag {
            TagEnd::Heading(_) => {
                let text = if self.close_leaf() { self.last_text().to_owned() } else { String::new() };
                let written = self.body.blocks.last().map(|block| block.range).unwrap_or_default();
                if let Some(heading) = self.body.headings.last_mut() {
                    if heading.pinned.is_none() && !text.is_empty() {
                        let start = written.start() - self.offset;
                        let of_text = self.text.get(start..written.end() - self.offset).unwrap_or_default();
                        self.body.faults.extend(unread_id::fault(of_text, written.start()));
                    }
                    heading.text = text;
                }
                let heading = Some(self.body.headings.len() - 1);
                self.sections.push((heading, String::new()));
            }
            TagEnd::CodeBlock => {
                if std::mem::take(&mut self.is_mermaid) {
                    self.read_diagram(&range);
                }
                self.close_leaf();
            }
            TagEnd::Paragraph | TagEnd::DefinitionListTitle => {
                self.close_leaf();
            }
            TagEnd::TableCell => {
                let is_empty = !self.close_leaf() || self.last_text().is_empty();
                self.empty_cells += usize::from(is_empty);
                if let (true, false, Some(table)) = (self.is_in_header, is_empty, self.body.tables.last_mut()) {
                    table.has_header = true;
                }
            }
            TagEnd::TableHead => self.is_in_header = false,
            TagEnd::HtmlBlock => {
                if let Some((html, range)) = self.html.take() {
                    self.push_block(BlockKind::Html, range.clone(), String::new());
                    self.read_html(&html, range);
                }
            }
            TagEnd::Item | TagEnd::DefinitionListDefinition | TagEnd::FootnoteDefinition | TagEnd::BlockQuote(_) => {
                self.close_leaf();
                self.containers.pop();
            }
            TagEnd::Link | TagEnd::Image => self.close_reference(range),
            _ => {}
        }
    }

    /// Tells why the Mermaid journey in the block that ends cannot be drawn, where it is one and cannot.
    fn read_diagram(&mut self, block: &Range<usize>) {
        let Some(Leaf { content: Some(content), text, .. }) = &self.leaf else { return };
        let Some(fault) = mermaid::why_not_drawn(text) else { return };
        // Within a list or a quotation its lines are cut, and places in it are others.
        let is_whole = self.text.get(content.clone()).is_some_and(|written| written == text);
        let range = if is_whole { fault.range.shifted(content.start) } else { block.clone().into() };
        self.body.faults.push(not_drawn(fault, range.shifted(self.offset)));
    }

    fn is_code(&self) -> bool {
        self.leaf.as_ref().is_some_and(|leaf| leaf.kind == BlockKind::Code)
    }

    fn note_depth(&mut self, at: usize) {
        let depth = self.depth.max(self.html_depth.deepest());
        if depth > self.deepest {
            self.deepest = depth;
            self.deepest_at = at;
        }
    }

    fn placed(&self, range: Range<usize>) -> TextRange {
        TextRange::from(range).shifted(self.offset)
    }

    fn open_container(&mut self, kind: Option<BlockKind>) {
        self.close_leaf();
        self.containers.push(kind);
    }

    fn open_leaf(&mut self, kind: BlockKind) {
        self.close_leaf();
        self.leaf = Some(Leaf { kind, content: None, text: String::new() });
    }

    /// Widens the leaf's content; opens one where a tight item starts to say something.
    fn touch(&mut self, range: &Range<usize>) {
        let kind = self.containers.last().copied().flatten().unwrap_or(BlockKind::Paragraph);
        let leaf = self.leaf.get_or_insert_with(|| Leaf { kind, content: None, text: String::new() });
        leaf.content = Some(match leaf.content.take() {
            Some(content) => content.start.min(range.start)..content.end.max(range.end),
            None => range.clone(),
        });
        for (_, end, ..) in &mut self.open {
            *end = (*end).max(range.end);
        }
    }

    fn push_text(&mut self, text: &str, range: Range<usize>) {
        self.touch(&range);
        let is_alt = self.open.iter().any(|(index, ..)| self.body.references[*index].kind == ReferenceKind::Image);
        if let (false, Some(leaf)) = (is_alt, &mut self.leaf) {
            leaf.text.push_str(text);
        }
        for (index, ..) in &self.open {
            self.body.references[*index].label.get_or_insert_default().push_str(text);
        }
    }

    /// Ends the leaf that is open, and says whether it became a block: one that holds nothing does not.
    fn close_leaf(&mut self) -> bool {
        let Some(Leaf { kind, content: Some(content), text }) = self.leaf.take() else { return false };
        let text = if kind == BlockKind::Code || is_collapsed(&text) { text } else { collapsed(&text) };
        self.push_block(kind, content, text);
        true
    }

    fn last_text(&self) -> &str {
        self.body.blocks.last().map_or("", |block| &block.text)
    }

    fn push_block(&mut self, kind: BlockKind, range: Range<usize>, text: String) {
        if !matches!(kind, BlockKind::Heading(_)) && !text.is_empty() {
            if self.sections.is_empty() {
                self.sections.push((None, String::new()));
            }
            if let Some((_, section)) = self.sections.last_mut() {
                if !section.is_empty() {
                    section.push('\n');
                }
                section.push_str(text.trim_end());
            }
        }
        let range = self.placed(range);
        self.body.blocks.push(Block { kind, range, text });
    }

    fn open_reference(
        &mut self,
        kind: ReferenceKind,
        link_type: LinkType,
        target: CowStr<'a>,
        title: CowStr<'a>,
        id: CowStr<'a>,
        range: Range<usize>,
    ) {
        self.touch(&range);
        let target = match link_type {
            LinkType::Email => format!("mailto:{target}"),
            _ => target.to_string(),
        };
        self.body.references.push(Reference {
            kind,
            address: Address::parse(&target),
            target,
            range: self.placed(range.clone()),
            whole: self.placed(range.clone()),
            label: None,
            title: (!title.is_empty()).then(|| title.to_string()),
        });
        self.open.push((self.body.references.len() - 1, range.start, link_type, id));
    }

    fn close_reference(&mut self, range: Range<usize>) {
        let Some((index, content_end, link_type, id)) = self.open.pop() else { return };
        let place = self.place_of_target(index, content_end, link_type, &id, &range);
        let place = self.placed(place);
        let reference = &mut self.body.references[index];
        reference.range = place;
        reference.label = reference.label.take().map(|label| collapsed(&label));
        let repeats_target = link_type == LinkType::WikiLink { has_pothole: false };
        if repeats_target || reference.label.as_deref() == Some("") {
            reference.label = None;
        }
        let fault = reference_fault(reference);
        self.body.faults.extend(fault);
    }

    fn place_of_target(
        &self,
        index: usize,
        content_end: usize,
        link_type: LinkType,
        id: &str,
        whole: &Range<usize>,
    ) -> Range<usize> {
        let target = self.body.references[index].target.as_str();
        let within = match link_type {
            LinkType::Inline => content_end..whole.end,
            LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => {
                self.definitions.get(&id.to_lowercase()).cloned().unwrap_or_else(|| whole.clone())
            }
            _ => whole.clone(),
        };
        let target = target.strip_prefix("mailto:").filter(|_| link_type == LinkType::Email).unwrap_or(target);
        let found = self.text.get(within.clone()).filter(|_| !target.is_empty()).and_then(|text| text.find(target));
        match found {
            Some(at) => within.start + at..within.start + at + target.len(),
            None => whole.clone(),
        }
    }

    fn push_html(&mut self, html: &str, range: &Range<usize>) {
        match &mut self.html {
            Some((block, whole)) => {
                block.push_str(html);
                whole.end = whole.end.max(range.end);
            }
            None => self.read_html(html, range.clone()),
        }
    }

    fn read_html(&mut self, html: &str, range: Range<usize>) {
        let place = self.placed(range.clone());
        let (rest, comments) = raw_html::without_comments(html);
        self.body.directives.extend(comments.iter().filter_map(|comment| {
            let text = comment.trim().strip_prefix("l10n:")?.trim().to_owned();
            Some(Directive { text, range: place })
        }));
        if rest.trim().is_empty() {
            return;
        }
        self.body.has_raw_html = true;
        self.html_depth.read(&rest);
        self.note_depth(range.start);
        if raw_html::loads_something(&rest) {
            self.body.faults.push(loads_a_file(place));
        }
        if let Some(written) = self.text.get(range.clone()) {
            self.body.faults.extend(removed::faults(written, self.offset + range.start));
        }
    }

    fn finish(mut self, limits: &Limits) -> Body {
        self.close_leaf();
        if self.deepest > limits.nesting {
            let fault = too_deep(TextRange::at(self.offset + self.deepest_at), self.deepest, limits);
            return refuse(self.body, fault);
        }
        if self.empty_cells > 1000 + 2 * self.text.len() {
            let range = self.body.tables.first().map_or(TextRange::at(self.offset), |table| table.range);
            return refuse(self.body, too_many_cells(range, self.empty_cells));
        }
        anchor::assign(&mut self.body.headings);
        let repeated = repeated_ids(&self.body.headings);
        self.body.faults.extend(repeated);
        let unused = self.notes.iter().filter(|(label, _)| !self.mentioned.contains(*label));
        self.body.faults.extend(unused.map(|(label, range)| unused_footnote(label, *range)));
        self.body.faults.sort_by_key(|fault| fault.range);
        let section = |(heading, text): (_, String)| Section { heading, text: text.into() };
        self.body.sections = self.sections.into_iter().map(section).collect();
        self.body
    }
}

/// A body that has nothing but what is wrong with it.
fn refuse(body: Body, fault: Fault) -> Body {
    Body { text: body.text, offset: body.offset, is_refused: true, faults: vec![fault], ..Body::default() }
}

/// Whether a text is on one line, with single spaces.
fn is_collapsed(text: &str) -> bool {
    let mut is_after_space = true;
    for byte in text.bytes() {
        if matches!(byte, b'\t' | b'\n' | b'\r') || (byte == b' ' && is_after_space) {
            return false;
        }
        is_after_space = byte == b' ';
    }
    !is_after_space || text.is_empty()
}

/// The text on one line, with single spaces.
pub(super) fn collapsed(text: &str) -> String {
    if is_collapsed(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    // Only the spaces of Markdown: a no-break space is part of the text.
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
