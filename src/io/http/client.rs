//! The part of the preview that runs in the browser. The published site has nothing of it.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::base::Fingerprint;
use crate::theme::built_in_asset;

/// The script: idiomorph (0BSD, <https://github.com/bigskysoftware/idiomorph>), then ours.
pub(super) static SCRIPT: LazyLock<Vec<u8>> =
    LazyLock::new(|| [asset("preview-idiomorph.js"), b"\n".to_vec(), asset("preview.js")].concat());

/// The looks of the error panel, which lives in a shadow tree of its own.
pub(super) static STYLE: LazyLock<Vec<u8>> = LazyLock::new(|| asset("preview.css"));

fn asset(name: &str) -> Vec<u8> {
    built_in_asset(name).map(|asset| asset.bytes().to_vec()).unwrap_or_default()
}

/// The page with a reference to the script in its head, or as it is if it has none.
pub(super) fn inject<'a>(html: &'a [u8], generation: u64, token: &str) -> Cow<'a, [u8]> {
    const HEAD_END: &[u8] = b"</head>";
    let Some(at) = html.windows(HEAD_END.len()).position(|window| window.eq_ignore_ascii_case(HEAD_END)) else {
        return Cow::Borrowed(html);
    };
    let version = Fingerprint::of(&SCRIPT).short();
    let reference = format!(
        "<script src=\"/__preview/preview.js?v={version}\" data-generation=\"{generation}\" data-token=\"{token}\" defer></script>"
    );
    Cow::Owned([&html[..at], reference.as_bytes(), &html[at..]].concat())
}

/// What is shown while there is no site yet: the list of `problems`, which is JSON, how many are `left`
/// out of it, and why the last attempt to read the project came to nothing, if it did.
pub(super) fn waiting(problems: &str, left: Option<&str>, notice: Option<&str>) -> String {
    let problems: Vec<Problem> = serde_json::from_str(problems).unwrap_or_default();
    let is_error = |problem: &&Problem| problem.severity == "error";
    let errors: String = problems.iter().filter(is_error).map(Problem::item).collect();
    let warnings: String = problems.iter().filter(|problem| !is_error(problem)).map(Problem::item).collect();
    let notice = notice.map_or(String::new(), |notice| format!("<p class=\"error\"><b>{}</b></p>", escaped(notice)));
    let left = left.map_or(String::new(), |left| format!("<p>{}</p>", escaped(left)));
    let section = |title: &str, items: String| match items.as_str() {
        "" => String::new(),
        items => format!("<h2>{title}</h2><ol class=\"list\">{items}</ol>"),
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Nothing to show yet</title>\
         <meta name=\"viewport\" content=\"width=device-width\"><link rel=\"stylesheet\" href=\"/__preview/preview.css\">\
         </head><body class=\"waiting\"><main><h1>Nothing to show yet</h1><p>The site appears here as soon as the errors \
         below are mended.</p>{notice}{}{}{left}</main></body></html>\n",
        section("Errors", errors),
        section("Warnings", warnings),
    )
}

/// One row of the list of problems.
#[derive(serde::Deserialize)]
struct Problem {
    name: String,
    severity: String,
    message: String,
    path: String,
    line: usize,
    column: usize,
    #[serde(default)]
    help: String,
    #[serde(default)]
    excerpt: String,
}

impl Problem {
    /// The row as a list item. Everything in it is text from outside.
    fn item(&self) -> String {
        let optional = |text: Cow<'_, str>, open: &str, close: &str| match &*text {
            "" => String::new(),
            text => format!("{open}{text}{close}"),
        };
        format!(
            "<li class=\"{severity}\"><p><b>{severity}[{}]</b> {}</p><p class=\"place\">{}:{}:{}</p>{}{}</li>",
            escaped(&self.name),
            quoting(&self.message),
            escaped(&self.path),
            self.line,
            self.column,
            // It scrolls where it is too wide, so it must be reached by keyboard.
            optional(escaped(&self.excerpt), "<pre tabindex=\"0\">", "</pre>"),
            optional(quoting(&self.help).into(), "<p class=\"help\">", "</p>"),
            severity = escaped(&self.severity),
        )
    }
}

/// A message with what it quotes between backticks as code. One without its like is a letter as any other.
fn quoting(text: &str) -> String {
    if text.matches('`').count() % 2 == 1 {
        return escaped(text).into_owned();
    }
    let part = |(at, part): (usize, &str)| match at % 2 {
        1 => format!("<code>{}</code>", escaped(part)),
        _ => escaped(part).into_owned(),
    };
    text.split('`').enumerate().map(part).collect()
}

fn escaped(text: &str) -> Cow<'_, str> {
    quick_xml::escape::escape(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_is_built_in() {
        assert!(SCRIPT.windows(9).any(|window| window == b"Idiomorph") && SCRIPT.ends_with(b"})();\n"));
        assert!(!STYLE.is_empty());
    }

    #[test]
    fn a_page_gets_one_external_script_at_the_end_of_its_head() {
        let page = inject(b"<head><title>x</title></HEAD><body></head>", 7, "t");
        let page = String::from_utf8(page.into_owned()).unwrap();
        assert!(page.starts_with("<head><title>x</title><script src=\"/__preview/preview.js?v="), "{page}");
        assert!(page.ends_with("data-generation=\"7\" data-token=\"t\" defer></script></HEAD><body></head>"), "{page}");
        assert_eq!(inject(b"no head", 1, "t").as_ref(), b"no head");
    }

    #[test]
    fn the_page_without_a_site_lists_every_error_as_text_and_errors_before_warnings() {
        let problems = r#"[
            {"name":"missing-summary","severity":"warning","message":"no summary","path":"content/a.md","line":1,"column":1},
            {"name":"unknown-field","severity":"error","message":"no field `<b>`","path":"content/<x>.md","line":4,
             "column":7,"help":"remove it","excerpt":"4 | <b>: 1"}]"#;
        let page = waiting(problems, Some("… and 7 more"), None);
        assert!(
            page.contains("content/&lt;x&gt;.md:4:7") && page.contains("<pre tabindex=\"0\">4 | &lt;b&gt;: 1</pre>"),
            "{page}"
        );
        assert!(page.contains("no field <code>&lt;b&gt;</code>"), "{page}");
        assert!(page.find("unknown-field").unwrap() < page.find("missing-summary").unwrap(), "{page}");
        assert!(page.contains("<p>… and 7 more</p>"), "{page}");
        assert!(waiting("[]", None, Some("no <folder>")).contains("no &lt;folder&gt;"));
    }
}
