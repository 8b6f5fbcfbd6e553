//! Style sheets of a project to the places where they know left and right.
//!
//! Pages in Arabic are mirrored by style sheets that speak of the start and the end of a line. The built-in one does;
//! what a project adds is told where it does not.

use crate::base::{SourcePath, Span, TextRange};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};

/// Sides of a box, with what they are where lines start on either side.
const PROPERTIES: &[(&str, &str)] = &[
    ("left", "inset-inline-start"),
    ("right", "inset-inline-end"),
    ("margin-left", "margin-inline-start"),
    ("margin-right", "margin-inline-end"),
    ("padding-left", "padding-inline-start"),
    ("padding-right", "padding-inline-end"),
    ("border-left", "border-inline-start"),
    ("border-right", "border-inline-end"),
    ("border-left-color", "border-inline-start-color"),
    ("border-right-color", "border-inline-end-color"),
    ("border-left-style", "border-inline-start-style"),
    ("border-right-style", "border-inline-end-style"),
    ("border-left-width", "border-inline-start-width"),
    ("border-right-width", "border-inline-end-width"),
    ("border-top-left-radius", "border-start-start-radius"),
    ("border-top-right-radius", "border-start-end-radius"),
    ("border-bottom-left-radius", "border-end-start-radius"),
    ("border-bottom-right-radius", "border-end-end-radius"),
    ("scroll-margin-left", "scroll-margin-inline-start"),
    ("scroll-margin-right", "scroll-margin-inline-end"),
    ("scroll-padding-left", "scroll-padding-inline-start"),
    ("scroll-padding-right", "scroll-padding-inline-end"),
];

/// Properties whose values `left` and `right` are sides, with what stands before `start` and `end` in their place.
const VALUES: &[(&str, &str)] = &[("text-align", ""), ("float", "inline-"), ("clear", "inline-")];

/// Reports them.
pub(super) fn run(path: &SourcePath, text: &str, diagnostics: &mut Diagnostics) {
    for (range, said, instead) in one_way(text) {
        let message = format_args!("`{said}` is the same side in every language");
        diagnostics.push(
            Diagnostic::new(Name::OneWayStyle, Span::new(path, range), message)
                .label("pages written from right to left do not mirror it")
                .help(format_args!("write `{instead}`")),
        );
    }
}

/// What knows left and right, with its place and what to write instead.
fn one_way(text: &str) -> Vec<(TextRange, String, String)> {
    let blank = blanked(text);
    let mut found = Vec::new();
    for (start, declaration) in declarations(&blank) {
        let Some((property, value)) = declaration.split_once(':') else { continue };
        let (name, value) = (property.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
        let at = start + property.len() - property.trim_start().len();
        if let Some((_, instead)) = PROPERTIES.iter().find(|(known, _)| *known == name) {
            found.push((TextRange::new(at, at + name.len()), name, (*instead).to_owned()));
        } else if let Some((_, prefix)) = VALUES.iter().find(|(known, _)| *known == name) {
            let side = value.split([' ', '!']).next().unwrap_or_default();
            let instead = match side {
                "left" => "start",
                "right" => "end",
                _ => continue,
            };
            let end = start + declaration.trim_end().len();
            found.push((TextRange::new(at, end), format!("{name}: {side}"), format!("{name}: {prefix}{instead}")));
        }
    }
    found
}

/// The text between braces and semicolons, with its place.
fn declarations(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split(['{', '}', ';']).map(move |part| {
        let at = start;
        start += part.len() + 1;
        (at, part)
    })
}

/// The same text with blanks in the place of comments and of what stands in quotation marks.
fn blanked(text: &str) -> String {
    let mut blank = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '/' if rest.starts_with("/*") => rest[2..].find("*/").map_or(rest.len(), |end| end + 4),
            '"' | '\'' => quoted(rest, next),
            _ => {
                blank.push(next);
                rest = &rest[next.len_utf8()..];
                continue;
            }
        };
        blank.extend(std::iter::repeat_n(' ', length));
        rest = &rest[length..];
    }
    blank
}

/// How many bytes a string takes, its marks included; it ends with its line at the latest.
fn quoted(text: &str, mark: char) -> usize {
    let mut is_escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '\n' => return at,
            _ if letter == mark => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(String, String)> {
        one_way(text)
            .into_iter()
            .map(|(range, said, instead)| {
                assert!(range.of(text).to_ascii_lowercase().starts_with(said.split(':').next().unwrap()), "{text}");
                (said, instead)
            })
            .collect()
    }

    #[test]
    fn a_side_is_found_wherever_it_is_declared() {
        let css = "/* margin-left: 1px; */ a { margin-left: 1px; MARGIN-RIGHT:2px }\n@media print { b { float: left!important } }\n\
                   c { é: 1; text-align : right; & d { left: 0 } }";
        let told = told(css);
        let said: Vec<&str> = told.iter().map(|(said, _)| said.as_str()).collect();
        assert_eq!(said, ["margin-left", "margin-right", "float: left", "text-align: right", "left"]);
        let instead: Vec<&str> = told.iter().map(|(_, instead)| instead.as_str()).collect();
        assert_eq!(
            instead,
            [
                "margin-inline-start",
                "margin-inline-end",
                "float: inline-start",
                "text-align: end",
                "inset-inline-start"
            ]
        );
    }

    #[test]
    fn what_only_looks_like_a_side_is_left_alone() {
        for css in [
            "a { content: \"; left: 0\"; --left: 1px; text-align: center; transform: translate(left) }",
            "a { margin-inline-start: 1px; background: url('x;left:0.png') left top }",
            ".left:hover { color: red } a { content: \"\\\"; left: 0\" } /* unclosed left: 0;",
            "",
            "\"",
        ] {
            assert_eq!(told(css), [], "{css}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_to_its_end(text in "[a-z:;{}/*\"'\\\\\n é-]{0,40}") {
            assert_eq!(blanked(&text).len(), text.len());
            let _ = one_way(&text);
        }
    }
}
