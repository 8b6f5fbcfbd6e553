//! The text of a page to front matter and body.
//!
//! gray_matter cuts. It takes what it does not recognise for body, so that a page with a stray
//! space before its fence would be published with its `status: draft` as prose; every such file is
//! an error here. It also keeps no places, so the fences are found first, and it must agree.

use gray_matter::engine::Engine;
use gray_matter::{Matter, Pod};

use crate::base::{SourcePath, Span, TextRange};
use crate::diagnostic::{Diagnostic, Name};

/// The most bytes that front matter may have.
pub const MAX_BYTES: usize = 64 * 1024;

/// Where the two parts of a page stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Between the fences.
    pub front_matter: TextRange,
    /// Below them, to the end of the file.
    pub body: TextRange,
}

/// Finds front matter and body. A byte order mark and CRLF are accepted, and count.
///
/// # Errors
///
/// A page that does not start with front matter, or whose front matter does not end or is too long.
pub fn split(path: &SourcePath, text: &str) -> Result<Parts, Box<Diagnostic>> {
    let fault = |name, range, message: String| Box::new(Diagnostic::new(name, Span::new(path, range), message));
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let first = text[start..].split('\n').next().unwrap_or_default();
    let first_range = TextRange::new(start, start + first.trim_end().len().min(80));
    if first.trim_end() != "---" {
        let (message, help) = why_not(&text[start..], first);
        return Err(
            fault(Name::FrontMatterNotFound, first_range_on_boundary(text, first_range), message).help_boxed(help)
        );
    }
    let front = start + first.len() + 1;
    let mut at = front;
    let mut end = None;
    for line in text.get(front..).unwrap_or_default().split_inclusive('\n') {
        if line.trim_end() == "---" {
            end = Some((at, at + line.len()));
            break;
        }
        at += line.len();
    }
    let Some((close, body)) = end else {
        return Err(fault(Name::FrontMatterNotClosed, first_range, "the front matter is not closed".to_owned())
            .help_boxed("write `---` alone on the line below its last field"));
    };
    if close - front > MAX_BYTES {
        let message = format!("the front matter has {} bytes; {MAX_BYTES} are allowed", close - front);
        return Err(fault(Name::PageTooLarge, first_range, message).help_boxed("move prose below the second `---`"));
    }
    let front_matter = TextRange::new(front, close);
    let mut matter = Matter::<AsWritten>::new();
    // Without this, a rule (`---`) in the body would end an excerpt.
    matter.excerpt_delimiter = Some("\u{0}no excerpts\u{0}".to_owned());
    let cut = matter.parse::<String>(&text[start..body]).ok().and_then(|entity| entity.data).unwrap_or_default();
    let is_same = cut.lines().map(str::trim_end).eq(front_matter.of(text).trim().lines().map(str::trim_end));
    if !is_same {
        return Err(fault(
            Name::FrontMatterNotFound,
            first_range,
            "the front matter cannot be told from the body".to_owned(),
        )
        .help_boxed("look for a second `---` between the fences"));
    }
    Ok(Parts { front_matter, body: TextRange::new(body, text.len()) })
}

/// What stands where `---` should, and what to do about it.
fn why_not(text: &str, first: &str) -> (String, &'static str) {
    let fence = "the first line of a page is `---`, with its fields below and a second `---` after them";
    if text.trim().is_empty() {
        ("the file is empty".to_owned(), fence)
    } else if !text.contains('\n') && text.contains('\r') {
        ("the lines of this file end in a carriage return alone".to_owned(), "save it with LF or CRLF line ends")
    } else if first.trim().is_empty() {
        ("the file starts with a blank line".to_owned(), "remove it: `---` must be the very first line")
    } else if first.trim_start().trim_end() == "---" {
        ("there is a space before the first `---`".to_owned(), "remove it: `---` must be the very first thing")
    } else if first.starts_with("---") {
        ("the first line is `---` with something after it".to_owned(), "leave `---` alone on its line")
    } else if first.trim().chars().all(|letter| "-–—−_*=~.".contains(letter)) {
        (
            format!("the first line is `{}`, which is not `---`", first.trim().chars().take(10).collect::<String>()),
            "write three hyphens; programs for letters turn them into a dash",
        )
    } else if first.trim() == "+++" {
        ("the first line is `+++`".to_owned(), "fields are written in YAML, between two lines of `---`")
    } else {
        ("the page does not start with front matter".to_owned(), fence)
    }
}

fn first_range_on_boundary(text: &str, range: TextRange) -> TextRange {
    let mut end = range.end().min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    TextRange::new(range.start(), end)
}

/// Hands the text between the fences on as it is.
struct AsWritten;

impl Engine for AsWritten {
    fn parse(content: &str) -> gray_matter::Result<Pod> {
        Ok(Pod::String(content.to_owned()))
    }
}

trait HelpBoxed {
    fn help_boxed(self, help: &str) -> Self;
}

impl HelpBoxed for Box<Diagnostic> {
    fn help_boxed(mut self, help: &str) -> Self {
        self.help = Some(help.to_owned());
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Result<(&str, &str), Name> {
        split(&SourcePath::new("content/a.md"), text)
            .map(|parts| (parts.front_matter.of(text), parts.body.of(text)))
            .map_err(|diagnostic| diagnostic.name)
    }

    #[test]
    fn a_byte_order_mark_and_crlf_are_accepted() {
        assert_eq!(cut("---\na: 1\n---\nbody"), Ok(("a: 1\n", "body")));
        assert_eq!(cut("\u{feff}---\r\na: 1\r\n---\r\nbody\r\n"), Ok(("a: 1\r\n", "body\r\n")));
        assert_eq!(cut("---\n---"), Ok(("", "")));
    }

    #[test]
    fn a_rule_in_the_body_stays_in_the_body() {
        assert_eq!(cut("---\na: 1\n---\nx\n\n---\ny"), Ok(("a: 1\n", "x\n\n---\ny")));
    }

    #[test]
    fn what_is_not_recognised_is_an_error_and_never_a_body() {
        for text in
            ["", " ", "\n---\na: 1\n---\n", " ---\na: 1\n---\n", "----\na: 1\n---\n", "--- # c\na: 1\n---\n", "a"]
        {
            assert_eq!(cut(text), Err(Name::FrontMatterNotFound), "{text:?}");
        }
        assert_eq!(cut("---\ra: 1\r---\rbody"), Err(Name::FrontMatterNotFound));
        for text in ["---\na: 1\n", "---\na: 1\n --- \n", "---", "---\n"] {
            assert_eq!(cut(text), Err(Name::FrontMatterNotClosed), "{text:?}");
        }
    }

    #[test]
    fn front_matter_has_a_limit() {
        assert_eq!(cut(&format!("---\na: {}\n---\n", "x".repeat(MAX_BYTES))), Err(Name::PageTooLarge));
    }
}
