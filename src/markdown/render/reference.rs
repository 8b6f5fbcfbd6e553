//! Links and images, with what the caller says they lead to.

use pulldown_cmark::{Event, TagEnd};

use super::Policy;
use crate::base::{Direction, Locale};
use crate::markdown::ReferenceKind;
use crate::markdown::address::{Address, is_safe};
use crate::markdown::parse::collapsed;
use crate::markdown::rendering::Target;
use crate::markdown::writer::{Tags, escaped};

impl<'r> Policy<'_, 'r> {
    fn target(&self, index: usize) -> Option<&'r Target> {
        self.rendering.targets.get(index).and_then(Option::as_ref).filter(|target| is_safe(&target.href))
    }

    pub(super) fn start_link(&mut self) {
        let index = self.next;
        self.next += 1;
        let references = self.references;
        let Some(reference) = references.get(index) else {
            self.closings.push(String::new());
            return;
        };
        let target = self.target(index);
        let (opening, closing, label) = match (target, &reference.address) {
            (Some(target), _) => (self.link(target), "</a>".to_owned(), target.label.as_deref()),
            (None, Address::External(href)) => {
                let attributes =
                    [("href", href.as_str()), ("class", "external"), ("rel", "noopener noreferrer nofollow")];
                let label = (reference.kind == ReferenceKind::Link).then_some(href.as_str());
                (self.tags.open("a", &attributes), format!("{}</a>", self.external_hint()), label)
            }
            (None, _) => (String::new(), String::new(), None),
        };
        if !opening.is_empty() {
            self.html(opening);
        }
        if let (Some(label), None) = (label, &reference.label) {
            self.is_replaced = true;
            self.write_label(label, target.and_then(|target| target.lang.as_ref()));
        }
        self.closings.push(closing);
    }

    /// `<a …>` for a target of the caller's.
    fn link(&self, target: &Target) -> String {
        link_tag(target, &self.tags)
    }

    fn write_label(&mut self, label: &str, lang: Option<&Locale>) {
        let text = escaped(label);
        if let Some(heading) = &mut self.heading {
            heading.text_html.push_str(&text);
        }
        match lang {
            Some(lang) => {
                let tag = self.tags.open("span", &[("lang", lang.as_str()), ("dir", direction(lang))]);
                self.html(format!("{tag}{text}</span>"));
            }
            None => self.html(text),
        }
    }

    fn external_hint(&self) -> String {
        let hint = &self.rendering.labels.external;
        if hint.is_empty() {
            return String::new();
        }
        format!("{} {}</span>", self.tags.open("span", &[("class", "visually-hidden")]), escaped(hint))
    }

    pub(super) fn end_image(&mut self) {
        let Some((index, alt, _)) = self.image.take() else { return };
        let alt = collapsed(&alt);
        let references = self.references;
        let title = references.get(index).and_then(|reference| reference.title.as_deref()).map(escaped);
        let is_local = references.get(index).is_some_and(|reference| matches!(reference.address, Address::Path { .. }));
        match self.target(index).filter(|target| is_local && !target.href.contains(':')) {
            None => self.out.push(Event::Text(alt.into())),
            Some(target) => {
                let (width, height) = target
                    .size
                    .map_or_else(Default::default, |(width, height)| (width.to_string(), height.to_string()));
                let tag = self.tags.open(
                    "img",
                    &[
                        ("src", &target.href),
                        ("alt", &alt),
                        ("width", &width),
                        ("height", &height),
                        ("loading", "lazy"),
                        ("decoding", "async"),
                    ],
                );
                self.figure = Some((self.out.len(), target.caption.clone().or(title)));
                self.html(tag);
            }
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        let start = self.paragraph.take();
        let figure = self.figure.take();
        match (start, figure) {
            (Some(start), Some((image, caption))) if image == start + 1 && self.out.len() == start + 2 => {
                self.out[start] = Event::Html("<figure>".into());
                if let Some(caption) = caption {
                    self.html(format!("<figcaption>{caption}</figcaption>"));
                }
                self.block("</figure>\n");
            }
            _ => self.out.push(Event::End(TagEnd::Paragraph)),
        }
    }
}

/// `<a …>` to a target of the caller's.
pub(in crate::markdown) fn link_tag(target: &Target, tags: &Tags) -> String {
    let lang = target.lang.as_ref().map_or("", Locale::as_str);
    tags.open("a", &[("href", &target.href), ("class", &target.class), ("hreflang", lang)])
}

fn direction(lang: &Locale) -> &'static str {
    match lang.direction() {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    }
}
