//! Markdown to the same Markdown without what its readers never see.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::event::events_and_definitions;

/// The text without HTML comments, and without the definitions that serve as comments (`[//]: # (…)`).
#[must_use]
pub fn without_comments(text: &str) -> Cow<'_, str> {
    if !text.contains("<!") && !text.contains("<?") && !text.contains("]: #") {
        return Cow::Borrowed(text);
    }
    let (events, definitions) = events_and_definitions(text);
    let mut unseen: Vec<Range<usize>> = Vec::new();
    let mut block = None;
    for (event, range) in events {
        match event {
            Event::Start(Tag::HtmlBlock) => block = Some(range.start),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some(start) = block.take() {
                    comments(text, start..range.end.max(start), &mut unseen);
                }
            }
            Event::InlineHtml(_) => comments(text, range, &mut unseen),
            _ => {}
        }
    }
    let is_remark = |range: &Range<usize>| {
        text[range.clone()]
            .split("]:")
            .nth(1)
            .is_some_and(|rest| rest.trim_start().starts_with("# ") || rest.trim() == "#")
    };
    unseen.extend(definitions.into_values().filter(is_remark));
    unseen.sort_by_key(|range| range.start);
    let mut seen = String::with_capacity(text.len());
    let mut at = 0;
    for range in unseen {
        if range.start >= at {
            seen.push_str(&text[at..range.start]);
            at = range.end;
        }
    }
    seen.push_str(&text[at..]);
    Cow::Owned(seen)
}

/// One line of inline Markdown without comments.
#[must_use]
pub fn without_inline_comments(text: &str) -> Cow<'_, str> {
    if !text.contains("<!--") {
        return Cow::Borrowed(text);
    }
    let mut unseen = Vec::new();
    comments(text, 0..text.len(), &mut unseen);
    let mut seen = String::new();
    let mut at = 0;
    for range in unseen {
        seen.push_str(&text[at..range.start]);
        at = range.end;
    }
    seen.push_str(&text[at..]);
    Cow::Owned(seen.split_whitespace().collect::<Vec<&str>>().join(" "))
}

/// The comments, declarations and instructions within `range`; one that does not end goes to its end.
fn comments(text: &str, range: Range<usize>, unseen: &mut Vec<Range<usize>>) {
    let mut at = range.start;
    while let Some(start) =
        text[at..range.end].find("<!").or_else(|| text[at..range.end].find("<?")).map(|found| at + found)
    {
        let close = if text[start..].starts_with("<!--") {
            "-->"
        } else if text[start..].starts_with("<?") {
            "?>"
        } else {
            ">"
        };
        let end = text[start..range.end].find(close).map_or(range.end, |found| start + found + close.len());
        unseen.push(start..end);
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_code_that_shows_them_stays() {
        let text = "A <!-- one --> B\n\n<!-- two\nlines -->\n\n`<!-- shown -->`\n\n```\n<!-- shown -->\n```\n\n[//]: # (secret)\n\nC\n";
        let seen = without_comments(text);
        assert_eq!(seen, "A  B\n\n\n\n`<!-- shown -->`\n\n```\n<!-- shown -->\n```\n\n\n\nC\n");
        assert_eq!(without_comments("See [a].\n\n[a]: #anchor\n"), "See [a].\n\n[a]: #anchor\n");
    }

    #[test]
    fn a_comment_that_does_not_end_hides_the_rest() {
        assert_eq!(without_comments("A\n\n<!-- open\n\nB\n").trim_end(), "A");
        assert_eq!(without_inline_comments("a <!-- b --> c"), "a c");
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_taken_apart_without_harm(text in "[a<!\\->?\n `\\[\\]:/# ()é]{0,80}") {
            let seen = without_comments(&text);
            proptest::prop_assert!(seen.len() <= text.len());
        }
    }
}
