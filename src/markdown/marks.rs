//! One text to the marks in it that are the same in every language: addresses, code, tags, footnotes.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, LinkType, Tag};

use super::event::inline_parts;
use super::raw_html;

/// What a text holds besides words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The targets of links and wikilinks.
    pub links: BTreeSet<String>,
    /// The files of images.
    pub images: BTreeSet<String>,
    /// Inline code.
    pub code: BTreeSet<String>,
    /// The names of HTML elements.
    pub tags: BTreeSet<String>,
    /// The labels of footnotes.
    pub footnotes: BTreeSet<String>,
}

/// The marks of one block or one value, as it is written.
///
/// Links through a definition that stands elsewhere are not seen; [`Body::references`](super::Body) has them.
#[must_use]
pub fn marks(text: &str) -> Marks {
    if !text.contains(['[', '<', '`', '&', '\\']) {
        return Marks::default();
    }
    let guarded = format!(".{}", text.replace(['\n', '\r', '\t'], " "));
    let mut marks = Marks::default();
    let mut said = String::new();
    for (event, _) in inline_parts(&guarded) {
        match event {
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
                marks.links.insert(format!("{scheme}{dest_url}"));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                marks.images.insert(dest_url.to_string());
            }
            Event::Code(code) => {
                marks.code.insert(code.to_string());
            }
            Event::InlineHtml(html) | Event::Html(html) => {
                let (rest, _) = raw_html::without_comments(&html);
                let name: String = rest
                    .trim_start_matches(['<', '/'])
                    .chars()
                    .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
                    .collect();
                if !name.is_empty() {
                    marks.tags.insert(name.to_ascii_lowercase());
                }
            }
            Event::Text(text) => said.push_str(&text),
            _ => {}
        }
    }
    let mut rest = said.as_str();
    while let Some((_, after)) = rest.split_once("[^") {
        let Some((label, next)) = after.split_once(']') else { break };
        if !label.is_empty() && !label.contains(char::is_whitespace) {
            marks.footnotes.insert(label.to_owned());
        }
        rest = next;
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_seen_however_they_are_written() {
        let found = marks("a `b`[^1] [c](d) [[e:f|g]]\n<https://h.i/> <b>j</b> ![k](l.svg) <!-- m -->");
        let set = |items: &[&str]| items.iter().map(|item| (*item).to_owned()).collect::<BTreeSet<_>>();
        assert_eq!(found.links, set(&["d", "e:f", "https://h.i/"]));
        assert_eq!((found.code, found.tags, found.images), (set(&["b"]), set(&["b"]), set(&["l.svg"])));
        assert_eq!(found.footnotes, set(&["1"]));
    }
}
