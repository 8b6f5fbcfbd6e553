//! Raw HTML in Markdown to what is safe of it.
//!
//! The whole page goes through the sanitiser, because an element may start in one block and end
//! in another. Our own attributes must survive where an author's must not, so they are written
//! under a prefix that is a hash of the text, which no text can hold, and lose it afterwards.

use ammonia::{Builder, UrlRelative};

use crate::base::Fingerprint;

/// Elements an author may write.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Elements whose text is as unwanted as they are.
pub(super) const SILENT: &[&str] = &[
    "script",
    "style",
    "noscript",
    "title",
    "textarea",
    "svg",
    "math",
    "template",
    "iframe",
    "object",
    "select",
    "noembed",
    "noframes",
    "xmp",
    "plaintext",
    "audio",
    "video",
];

/// Where an author's own link may lead; everything else is for Markdown's links, which are checked.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// Elements that end by themselves, and so do not nest when they are left open.
const UNNESTED: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li",
    "dt", "dd", "td", "th", "tr", "option", "rp", "rt",
];

/// Elements that fetch something.
pub(super) const LOADING: &[&str] =
    &["img", "image", "picture", "source", "video", "audio", "track", "embed", "object", "input"];

/// What our own attributes start with while a text of this content is sanitised.
pub(super) fn prefix(text: &str) -> String {
    format!("data-{}-", Fingerprint::of(text.as_bytes()))
}

/// Keeps what is harmless of `html`, in which our own attributes start with `prefix`.
pub(super) fn sanitised(html: &str, prefix: &str) -> String {
    let clean = Builder::empty()
        .tags(ELEMENTS.iter().copied().collect())
        .clean_content_tags(SILENT.iter().copied().collect())
        .generic_attribute_prefixes(std::iter::once(prefix).collect())
        .tag_attributes(ELEMENTS.iter().map(|tag| (*tag, attributes_of(tag).iter().copied().collect())).collect())
        .url_schemes(SCHEMES.iter().copied().collect())
        .url_relative(UrlRelative::Deny)
        .link_rel(None)
        .strip_comments(true)
        .clean(html)
        .to_string();
    clean
        // An author's link has no other attribute, and quotes inside attributes are escaped: this
        // can only be the start of one.
        .replace("<a href=\"", "<a rel=\"noopener noreferrer nofollow\" href=\"")
        .replace(&format!(" {prefix}"), " ")
}

/// What authors may say of an element; classes, ids and names would let a text act as part of the layout.
fn attributes_of(element: &str) -> &'static [&'static str] {
    match element {
        "a" => &["href"],
        "col" | "colgroup" => &["span"],
        "details" => &["open"],
        "ol" => &["start", "reversed"],
        "td" | "th" => &["colspan", "rowspan", "lang", "dir"],
        "time" => &["datetime"],
        _ => &["lang", "dir", "title"],
    }
}

/// Whether an author may write the element, whose name is in lower case.
pub(super) fn allows_element(name: &str) -> bool {
    ELEMENTS.contains(&name)
}

/// Whether an element that an author may write keeps this attribute.
pub(super) fn allows(element: &str, attribute: &str, value: &str) -> bool {
    let attribute = attribute.to_ascii_lowercase();
    let is_known = attributes_of(element).contains(&attribute.as_str());
    let scheme = || value.trim().split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    is_known && (attribute != "href" || scheme().is_some_and(|scheme| SCHEMES.contains(&scheme.as_str())))
}

/// The text without its comments, and the comments without their marks.
pub(super) fn without_comments(html: &str) -> (String, Vec<&str>) {
    let (mut rest, mut comments) = (String::new(), Vec::new());
    let mut left = html;
    while let Some(start) = left.find("<!--") {
        rest.push_str(&left[..start]);
        let inside = &left[start + 4..];
        let end = inside.find("-->");
        comments.push(&inside[..end.unwrap_or(inside.len())]);
        left = end.map_or("", |end| &inside[end + 3..]);
    }
    rest.push_str(left);
    (rest, comments)
}

/// Whether it has an element that would make browsers load a file.
pub(super) fn loads_something(html: &str) -> bool {
    tags(html).any(|(name, is_end)| !is_end && LOADING.contains(&name.as_str()))
}

/// How deeply elements are nested, over all the raw HTML of a text.
#[derive(Default)]
pub(super) struct Depth {
    open: usize,
    deepest: usize,
}

impl Depth {
    /// Goes on with the next piece.
    pub(super) fn read(&mut self, html: &str) {
        for (name, is_end) in tags(html) {
            if UNNESTED.contains(&name.as_str()) {
                continue;
            }
            self.open = if is_end { self.open.saturating_sub(1) } else { self.open + 1 };
            self.deepest = self.deepest.max(self.open);
        }
    }

    /// The most that were open at once.
    pub(super) fn deepest(&self) -> usize {
        self.deepest
    }
}

/// The names of tags in lower case, and whether they end an element.
fn tags(html: &str) -> impl Iterator<Item = (String, bool)> + '_ {
    html.match_indices('<').filter_map(|(at, _)| {
        let after = &html[at + 1..];
        let (after, is_end) = match after.strip_prefix('/') {
            Some(after) => (after, true),
            None => (after, false),
        };
        let end = after.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').unwrap_or(after.len());
        let is_name = after.starts_with(|letter: char| letter.is_ascii_alphabetic());
        is_name.then(|| (after[..end].to_ascii_lowercase(), is_end))
    })
}
