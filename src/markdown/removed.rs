//! Raw HTML to the list of what the sanitiser takes out of it, so that nothing vanishes unsaid.
//!
//! Reads tags by their spelling, as they stand in the source; the sanitiser alone decides what is
//! published. Both have their lists from [`raw_html`](super::raw_html).

use std::ops::Range;

use super::Fault;
use super::raw_html::{LOADING, SILENT, allows, allows_element};
use crate::base::TextRange;
use crate::diagnostic::Name;

/// Everything that is taken out of `html`, which starts `offset` bytes into its file.
pub(super) fn faults(html: &str, offset: usize) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|found| at + found) {
        if html[start..].starts_with("<!--") {
            at = html[start..].find("-->").map_or(html.len(), |end| start + end + 3);
            continue;
        }
        let tag = Tag::read(html, start);
        at = tag.as_ref().map_or(start + 1, |tag| tag.range.end);
        let Some(tag) = tag else { continue };
        // The text of these goes with them.
        if SILENT.contains(&tag.name.as_str())
            && let Some(end) = html[at..].to_ascii_lowercase().find(&format!("</{}", tag.name))
        {
            at += end;
        }
        let range = TextRange::from(tag.range.clone()).shifted(offset);
        faults.extend(fault(&tag, html, range));
    }
    faults
}

fn fault(tag: &Tag<'_>, html: &str, range: TextRange) -> Option<Fault> {
    let name = tag.name.as_str();
    if LOADING.contains(&name) {
        // Reported as what would load a file.
        return None;
    }
    let (message, help) = if !allows_element(name) {
        let written: String = html[tag.range.clone()].chars().take(40).collect();
        let help = if SILENT.contains(&name) {
            "take it out; pages hold text, and the theme decides how it looks".to_owned()
        } else {
            "to show it as text, put a backtick (`) before and after it; if it was for looks, take it out".to_owned()
        };
        (format!("`{written}` is taken out of the page"), help)
    } else {
        let refused: Vec<&str> =
            tag.attributes.iter().filter(|(key, value)| !allows(name, key, value)).map(|(key, _)| *key).collect();
        if refused.is_empty() {
            return None;
        }
        let help = if refused.contains(&"href") {
            "write the link as `[text](target)`, which is also checked"
        } else {
            "take it out; pages hold text, and the theme decides how it looks"
        };
        (format!("`{}` is taken out of `<{name}>`", refused.join("`, `")), help.to_owned())
    };
    Some(Fault { name: Name::RemovedHtml, range, message, label: "will not be published".into(), help: Some(help) })
}

/// One opening tag.
struct Tag<'a> {
    name: String,
    attributes: Vec<(&'a str, &'a str)>,
    range: Range<usize>,
}

impl<'a> Tag<'a> {
    /// The tag that starts at `start`, unless it ends an element or is no tag at all.
    fn read(html: &'a str, start: usize) -> Option<Self> {
        let inside = &html[start + 1..];
        let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        let name_end = inside.find(|letter| !is_name(letter)).unwrap_or(inside.len());
        let name = inside[..name_end].to_ascii_lowercase();
        if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            return None;
        }
        let mut attributes = Vec::new();
        let mut rest = &inside[name_end..];
        loop {
            rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
            if rest.is_empty() || rest.starts_with('>') {
                break;
            }
            let key_end = rest.find(|letter: char| letter.is_whitespace() || matches!(letter, '=' | '>' | '/'));
            let (key, after) = rest.split_at(key_end.unwrap_or(rest.len()).max(1).min(rest.len()));
            rest = after;
            let mut value = "";
            if let Some(after) = after.trim_start().strip_prefix('=') {
                let after = after.trim_start();
                (value, rest) = match after.chars().next() {
                    Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                    _ => after.split_at(
                        after.find(|letter: char| letter.is_whitespace() || letter == '>').unwrap_or(after.len()),
                    ),
                };
            }
            attributes.push((key, value));
        }
        let end = html.len() - rest.len() + usize::from(rest.starts_with('>'));
        Some(Self { name, attributes, range: start..end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(html: &str) -> Vec<String> {
        faults(html, 0).into_iter().map(|fault| fault.message).collect()
    }

    #[test]
    fn what_only_looks_like_a_tag_is_named_as_it_was_written() {
        assert_eq!(messages("<first name>"), ["`<first name>` is taken out of the page"]);
        assert_eq!(messages("<FONT color=red>x</FONT>"), ["`<FONT color=red>` is taken out of the page"]);
    }

    #[test]
    fn an_attribute_is_taken_out_of_an_element_that_stays() {
        assert_eq!(messages("<p class='a' lang=fr onclick=\"b('>')\">"), ["`class`, `onclick` is taken out of `<p>`"]);
        assert_eq!(messages("<a href=\"../x\">x</a>"), ["`href` is taken out of `<a>`"]);
        assert!(messages("<a href=\"HTTPS://e.org/\">x</a> <td colspan=2> <br/> <!-- <font> --> </font>").is_empty());
    }

    #[test]
    fn the_inside_of_what_goes_as_a_whole_is_not_reported_again() {
        assert_eq!(messages("<style>a<b>{}</style>\n<kbd>").len(), 1);
    }

    #[test]
    fn anything_at_all_is_read_to_its_end() {
        for html in ["<", "<a", "<a href", "<a href=", "<a href=\"", "<é", "<a é='", "<a =", "<a / / =>", "<p <p <p"]
        {
            messages(html);
        }
    }
}
