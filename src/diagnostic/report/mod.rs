//! Diagnostics to text that people and programs read.
//!
//! Source excerpts are cut to 80 characters and control characters are escaped: a file may hold
//! what moves a terminal's cursor, and the log of a public build may be read by strangers.

mod digest;
mod github;
mod places;
mod sarif;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

use super::{Diagnostic, Diagnostics, Severity};
use crate::base::Span;

pub use digest::{digest, few};
pub use github::{Around, cell, github, github_summary};
use places::Places;
pub use sarif::sarif;

/// Where the text of files comes from.
pub trait Sources {
    /// The text of the file that `span` is in.
    fn text_of(&self, span: &Span) -> Option<&str>;
}

/// The full form: message, place, the marked text, help. One blank line after each.
#[must_use]
pub fn text(diagnostics: &Diagnostics, sources: &impl Sources, in_colour: bool) -> String {
    let places = Places::of(diagnostics.iter(), sources);
    let renderer = if in_colour { Renderer::styled() } else { Renderer::plain() };
    let mut told: Vec<(&Diagnostic, Vec<&Span>)> = Vec::new();
    for diagnostic in diagnostics.iter() {
        match told.iter_mut().find(|(known, _)| is_same_mistake(known, diagnostic)) {
            Some((_, also)) => also.push(&diagnostic.span),
            None => told.push((diagnostic, Vec::new())),
        }
    }
    let one = |(diagnostic, also): &(&Diagnostic, Vec<&Span>)| {
        format!("{}\n\n", one(diagnostic, &elsewhere(also, &places), &places, &renderer))
    };
    told.iter().map(one).collect()
}

/// The full form of each, without colour.
#[must_use]
pub fn text_of_each(diagnostics: &Diagnostics, sources: &impl Sources) -> Vec<String> {
    let places = Places::of(diagnostics.iter(), sources);
    diagnostics.iter().map(|problem| one(problem, "", &places, &Renderer::plain())).collect()
}

/// Whether two errors say the same of the same thing, such as an id that is gone and was named everywhere.
/// What marks a wording rather than a name is told each time: its place is what matters.
fn is_same_mistake(one: &Diagnostic, other: &Diagnostic) -> bool {
    let names_something = one.message.contains('`') && one.related.is_empty() && other.related.is_empty();
    names_something
        && one.severity == Severity::Error
        && (one.severity, one.name, &one.message, &one.help)
            == (other.severity, other.name, &other.message, &other.help)
}

/// More places of one mistake than these are only counted.
const FEW: usize = 6;

fn elsewhere(also: &[&Span], places: &Places<'_>) -> String {
    let mut shown: Vec<String> = also
        .iter()
        .take(FEW)
        .map(|span| {
            let place = places.start(span);
            format!("{}:{}:{}", printable(span.path.as_str()), place.line, place.column)
        })
        .collect();
    if also.len() > FEW {
        shown.push(format!("and {} more", also.len() - FEW));
    }
    shown.join("\n")
}

/// One problem; `elsewhere` lists where else it is.
fn one(diagnostic: &Diagnostic, elsewhere: &str, places: &Places<'_>, renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = said(&diagnostic.message);
    let label = said(&diagnostic.label);
    let help = diagnostic.help.as_deref().map(said);
    let title = level.primary_title(&message).id(diagnostic.name.as_str());
    let excerpts: Vec<Excerpt> = std::iter::once((&diagnostic.span, label.as_str()))
        .chain(diagnostic.related.iter().map(|(span, label)| (span, label.as_str())))
        .map(|(span, label)| Excerpt::new(span, label, places))
        .collect();
    let mut group = Group::with_title(title);
    for (index, excerpt) in excerpts.iter().enumerate() {
        let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let annotation = kind.span(excerpt.range.clone());
        let annotation = if excerpt.label.is_empty() { annotation } else { annotation.label(&excerpt.label) };
        let snippet =
            Snippet::source(&excerpt.line).path(&excerpt.path).line_start(excerpt.line_number).annotation(annotation);
        group = group.element(snippet);
    }
    if let Some(help) = &help {
        group = group.element(Level::HELP.message(help));
    }
    let elsewhere = format!("the same in\n{elsewhere}");
    if elsewhere.len() > "the same in\n".len() {
        group = group.element(Level::NOTE.message(&elsewhere));
    }
    // The renderer counts columns from where a long line was cut.
    let report = renderer.render(&[group]);
    excerpts.iter().fold(report, |report, excerpt| {
        let place = format!("{}:{}:", excerpt.path, excerpt.line_number);
        let counted = excerpt.line.get(..excerpt.range.start).map_or(0, |before| before.chars().count()) + 1;
        report.replacen(&format!("{place}{counted}\n"), &format!("{place}{}\n", excerpt.column), 1)
    })
}

/// The one line that is shown of a file.
struct Excerpt {
    path: String,
    line: String,
    line_number: usize,
    /// Where the marked text starts in the whole line, in characters from 1.
    column: usize,
    range: std::ops::Range<usize>,
    label: String,
}

impl Excerpt {
    /// At most this many characters of a line are shown.
    const WIDTH: usize = 80;

    fn new(span: &Span, label: &str, places: &Places<'_>) -> Self {
        let place = places.start(span);
        let line = places.line(&span.path, &place);
        let mut from = span.range.start().saturating_sub(place.line_start).min(line.len());
        while !line.is_char_boundary(from) {
            from -= 1;
        }
        let to = span.range.end().saturating_sub(place.line_start).clamp(from, line.len());

        let mut shown = String::new();
        let (mut start, mut end) = (None, None);
        // Of a line that is cut, half of what is shown stands before what is marked.
        let before = line[..from].char_indices().rev().take(Self::WIDTH / 2).last();
        let is_long = line.chars().nth(Self::WIDTH).is_some();
        let first = if is_long { before.map_or(from, |(at, _)| at) } else { 0 };
        for (at, letter) in line[first..].char_indices().take(Self::WIDTH).map(|(at, letter)| (first + at, letter)) {
            if at >= from && start.is_none() {
                start = Some(shown.len());
            }
            if at >= to && end.is_none() {
                end = Some(shown.len());
            }
            match letter {
                '\t' => shown.push(' '),
                letter if is_printable(letter) => shown.push(letter),
                _ => shown.push('\u{fffd}'),
            }
        }
        let start = start.unwrap_or(shown.len());
        let end = end.unwrap_or(shown.len()).max(start);
        Self {
            path: printable(span.path.as_str()),
            line: shown,
            line_number: place.line,
            column: place.column,
            range: start..end,
            label: label.to_owned(),
        }
    }
}

/// One line for each: `path:line:column: error[name]: message (help)`.
#[must_use]
pub fn short(diagnostics: &Diagnostics, sources: &impl Sources) -> String {
    let places = Places::of(diagnostics.iter(), sources);
    diagnostics
        .iter()
        .map(|diagnostic| {
            let place = places.start(&diagnostic.span);
            let severity = if diagnostic.severity == Severity::Error { "error" } else { "warning" };
            let help = diagnostic.help.as_ref().map_or(String::new(), |help| format!(" ({})", said(help)));
            format!(
                "{}:{}:{}: {severity}[{}]: {}{help}\n",
                printable(diagnostic.span.path.as_str()),
                place.line,
                place.column,
                diagnostic.name,
                said(&diagnostic.message),
            )
        })
        .collect()
}

/// A JSON array, one object for each, on lines of their own.
///
/// Lines and columns count from 1, columns in characters; `start` and `end` are bytes.
#[must_use]
pub fn json(diagnostics: &Diagnostics, sources: &impl Sources) -> String {
    let places = Places::of(diagnostics.iter(), sources);
    let rows: Vec<String> = diagnostics
        .iter()
        .filter_map(|diagnostic| serde_json::to_string(&Row::new(diagnostic, &places)).ok())
        .collect();
    if rows.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", rows.join(",\n")) }
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'static str,
    severity: Severity,
    message: &'a str,
    #[serde(flatten)]
    place: JsonPlace<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    /// What `cxbook fix` would write, and in place of which bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<JsonFix<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<JsonPlace<'a>>,
}

#[derive(Serialize)]
struct JsonFix<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "str::is_empty")]
    label: &'a str,
}

impl<'a> Row<'a> {
    fn new(diagnostic: &'a Diagnostic, places: &Places<'_>) -> Self {
        Self {
            name: diagnostic.name.as_str(),
            severity: diagnostic.severity,
            message: &diagnostic.message,
            place: JsonPlace::new(&diagnostic.span, &diagnostic.label, places),
            help: diagnostic.help.as_deref(),
            fix: diagnostic.mend.as_ref().map(|mend| JsonFix {
                start: mend.range.start(),
                end: mend.range.end(),
                text: &mend.text,
            }),
            related: diagnostic.related.iter().map(|(span, label)| JsonPlace::new(span, label, places)).collect(),
        }
    }
}

impl<'a> JsonPlace<'a> {
    fn new(span: &'a Span, label: &'a str, places: &Places<'_>) -> Self {
        let place = places.start(span);
        Self {
            path: span.path.as_str(),
            line: place.line,
            column: place.column,
            start: span.range.start(),
            end: span.range.end(),
            label,
        }
    }
}

fn is_printable(letter: char) -> bool {
    !letter.is_control()
        && !matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A message as it is shown to people: [`printable`], and cut where it quotes what nobody reads to its end.
fn said(message: &str) -> String {
    const MOST: usize = 400;
    match message.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", printable(&message[..end])),
        None => printable(message),
    }
}

/// The text with every character escaped that could move a cursor or hide another.
fn printable(text: &str) -> String {
    text.chars()
        .flat_map(|letter| {
            let keep = is_printable(letter);
            let escaped = (!keep).then(|| letter.escape_unicode());
            escaped.into_iter().flatten().chain(keep.then_some(letter))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SourcePath;
    use crate::diagnostic::Name;

    struct OneFile<'a>(&'a str);

    impl Sources for OneFile<'_> {
        fn text_of(&self, _: &Span) -> Option<&str> {
            Some(self.0)
        }
    }

    fn report(source: &str, range: std::ops::Range<usize>) -> (String, String) {
        let path = SourcePath::new("content/articles/tone/index.md");
        let sources = OneFile(source);
        let diagnostic = Diagnostic::new(
            Name::UnknownReference,
            Span::new(&path, range.into()),
            "no article has the id `reply-in-tme`",
        )
        .label("linked from here")
        .did_you_mean(Some("reply-in-time"));
        let diagnostics = Diagnostics::from_iter([diagnostic]);
        (text(&diagnostics, &sources, false), short(&diagnostics, &sources))
    }

    #[test]
    fn a_report_marks_the_text_and_offers_the_near_name() {
        let (full, short) = report("one\nélan, see [timing](article:reply-in-tme).\n", 20..40);
        assert!(full.contains("--> content/articles/tone/index.md:2:16"), "{full}");
        assert!(full.contains("linked from here"), "{full}");
        assert!(
            short.starts_with("content/articles/tone/index.md:2:16: error[unknown-reference]: no article"),
            "{short}"
        );
        assert!(short.ends_with("(did you mean `reply-in-time`?)\n"), "{short}");
    }

    #[test]
    fn what_is_missing_once_and_named_everywhere_is_explained_once_and_counted_each_time() {
        let at = |path: &str, message: &str| {
            Diagnostic::new(Name::UnknownReference, Span::new(&SourcePath::new(path), (0..1).into()), message)
        };
        let many = (0..9).map(|index| at(&format!("content/{index}.md"), "no author has the id `a`"));
        let other = at("content/x.md", "no author has the id `b`");
        let diagnostics: Diagnostics = many.chain([other]).collect();
        let full = text(&diagnostics, &OneFile("x"), false);
        assert_eq!(full.matches("no author has the id `a`").count(), 1, "{full}");
        assert!(full.contains("note: the same in") && full.contains("content/6.md:1:1") && full.contains("and 2 more"));
        assert!(full.contains("no author has the id `b`"), "{full}");
        assert_eq!(short(&diagnostics, &OneFile("x")).lines().count(), 10, "programs are told each");
    }

    #[test]
    fn what_moves_a_cursor_is_escaped_and_long_lines_are_cut() {
        let (full, _) = report(&format!("\u{1b}]0;title\u{7} {}", "x".repeat(500)), 300..310);
        assert!(!full.contains('\u{1b}') && !full.contains('\u{7}'), "{full}");
        assert!(full.lines().all(|line| line.chars().count() < 110), "{full}");
    }

    #[test]
    fn a_message_that_quotes_too_much_is_cut() {
        let span = Span::new(&SourcePath::new("content/a.md"), (0..1).into());
        let one = Diagnostic::new(Name::WrongType, span, "é".repeat(5000)).help("x".repeat(5000));
        let line = short(&[one].into_iter().collect(), &OneFile("a"));
        assert!(line.chars().count() < 900 && line.contains("é… (x"), "{line}");
    }

    #[test]
    fn a_range_outside_the_file_is_still_reported() {
        let (full, _) = report("", 90..95);
        assert!(full.contains("no article has the id"), "{full}");
    }
}
