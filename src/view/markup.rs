//! Entries and badges to the HTML that templates put in place.
//!
//! A map of twelve steps has several hundred of them. Each as a value of its own, looked up field by field by a template,
//! took more time than the rest of its page.

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use super::page::{Badge, Entries, Entry, Html};
use super::scope::direction_word;

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut html = String::new();
        entry(&mut html, self);
        serializer.serialize_str(&html)
    }
}

impl Serialize for Badge {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut html = String::new();
        badge(&mut html, self);
        serializer.serialize_str(&html)
    }
}

impl Serialize for Entries {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_html())
    }
}

/// The rows of a table, each cell as its entries.
pub(super) fn rows_html<S: Serializer>(rows: &[Vec<Vec<Entry>>], serializer: S) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(Some(rows.len()))?;
    for row in rows {
        list.serialize_element(&row.iter().map(|cell| shown(cell)).collect::<Vec<String>>())?;
    }
    list.end()
}

/// Entries as they stand in a cell or a fact: one alone, several as a list; nothing of none.
pub(super) fn shown(list: &[Entry]) -> String {
    let mut html = String::new();
    match list {
        [] => {}
        [one] => entry(&mut html, one),
        several => {
            html.push_str("<ul class=\"entries\">");
            for one in several {
                html.push_str("<li>");
                entry(&mut html, one);
                html.push_str("</li>");
            }
            html.push_str("</ul>");
        }
    }
    html
}

fn entry(html: &mut String, entry: &Entry) {
    html.push_str("<span class=\"entry");
    if !entry.tone.is_empty() {
        html.push_str(" tone-");
        html.push_str(entry.tone);
    }
    html.push('"');
    if let Some(anchor) = &entry.anchor {
        attribute(html, "id", anchor);
    }
    html.push('>');
    for id in &entry.former {
        html.push_str("<span");
        attribute(html, "id", id);
        html.push_str("></span>");
    }
    if let Some(mark) = entry.mark {
        html.push_str("<span class=\"mark\" aria-hidden=\"true\">");
        Html::push_escaped(html, mark);
        html.push_str("</span> ");
    }
    if let Some(word) = &entry.word {
        html.push_str("<span class=\"word\">");
        Html::push_escaped(html, word);
        html.push_str("</span> ");
    }
    match &entry.href {
        Some(href) => {
            html.push_str("<a");
            attribute(html, "href", href);
            html.push('>');
            html.push_str(entry.text_html.as_str());
            html.push_str("</a>");
        }
        None => html.push_str(entry.text_html.as_str()),
    }
    for one in &entry.badges {
        html.push(' ');
        badge(html, one);
    }
    if let Some(note) = &entry.note_html {
        html.push_str(" <span class=\"note\">");
        html.push_str(note.as_str());
        html.push_str("</span>");
    }
    html.push_str("</span>");
}

fn badge(html: &mut String, badge: &Badge) {
    let name = if badge.href.is_some() { "a" } else { "span" };
    html.push('<');
    html.push_str(name);
    html.push_str(" class=\"badge tone-");
    html.push_str(badge.tone);
    html.push('"');
    if let Some(href) = &badge.href {
        attribute(html, "href", href);
    }
    if let Some(mark) = &badge.mark {
        attribute(html, "lang", mark.lang.as_str());
        attribute(html, "dir", direction_word(mark.dir));
    }
    html.push('>');
    Html::push_escaped(html, &badge.text);
    html.push_str("</");
    html.push_str(name);
    html.push('>');
}

fn attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    Html::push_escaped(html, value);
    html.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Entry {
        Entry { text_html: Html::escaped(text), ..Entry::default() }
    }

    #[test]
    fn one_entry_stands_alone_and_several_make_a_list() {
        assert_eq!(shown(&[]), "");
        assert_eq!(shown(&[said("a & b")]), "<span class=\"entry\">a &amp; b</span>");
        let list = shown(&[said("a"), said("b")]);
        assert!(list.starts_with("<ul class=\"entries\"><li><span") && list.matches("<li>").count() == 2, "{list}");
    }

    #[test]
    fn nothing_of_an_author_leaves_its_attribute() {
        let badge = Badge { text: "<b>".into(), tone: "warn", href: Some("/a\"b".into()), mark: None };
        let entry = Entry {
            href: Some("/x?a=1&b='2'".into()),
            anchor: Some("a\">".into()),
            word: Some("<i>".into()),
            badges: vec![badge],
            ..said("x")
        };
        let html = shown(&[entry]);
        assert!(html.contains("id=\"a&quot;&gt;\"") && html.contains("href=\"/x?a=1&amp;b=&#39;2&#39;\""), "{html}");
        assert!(html.contains("<a class=\"badge tone-warn\" href=\"/a&quot;b\">&lt;b&gt;</a>"), "{html}");
        assert!(html.contains("<span class=\"word\">&lt;i&gt;</span> "), "{html}");
    }
}
