//! Diagnostics to what a code host shows beside the lines of a pull request.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{Places, Sources, printable};
use crate::base::{SourcePath, count};
use crate::diagnostic::{Diagnostic, Diagnostics, Name, Severity};

/// More rows make a summary that nobody reads, and that the host refuses.
const MOST: usize = 500;
/// The host takes a megabyte, and half of it is for what follows the tables.
const MOST_BYTES: usize = 300_000;
/// The rest of a longer message or help is for the list of problems.
const LONGEST: usize = 400;

/// What the summary says besides what is wrong.
#[derive(Clone, Copy, Default)]
pub struct Around<'a> {
    /// The files that a change touches, with those that it asks to follow; nothing where that is not known.
    pub touched: Option<&'a BTreeSet<SourcePath>>,
    /// The translations that a section below says what to paste into; nothing where no section follows.
    pub below: Option<&'a BTreeSet<SourcePath>>,
}

impl Around<'_> {
    /// What to do about a problem: where the program is asked for, and a section below does without, that section.
    fn help<'p>(&self, problem: &'p Diagnostic) -> Cow<'p, str> {
        let help = problem.help.as_deref().unwrap_or_default();
        let path = &problem.span.path;
        match problem.name {
            Name::OutdatedTranslation | Name::MissingSnapshot | Name::ReviewedTooSoon => match self.below {
                Some(below) if below.contains(path) => {
                    Cow::Owned(format!("what is left to do, and what to paste, is below, under `{path}`"))
                }
                Some(_) if self.touched.is_some() => Cow::Owned(format!(
                    "{help}; without the program: the page of the last run on the main branch has what to paste, under `{path}`"
                )),
                _ => Cow::Borrowed(help),
            },
            _ => Cow::Borrowed(help),
        }
    }
}

/// One workflow command for each: an annotation at its place, with the help below the message.
///
/// `folder` is put before the paths, which the host counts from the root of the repository; it is
/// empty or ends with a slash. The host shows ten annotations of a kind, so errors come first.
#[must_use]
pub fn github(diagnostics: &Diagnostics, sources: &impl Sources, folder: &str) -> String {
    let mut ordered: Vec<&Diagnostic> = diagnostics.iter().collect();
    ordered.sort_by_key(|problem| problem.severity);
    let places = Places::of(diagnostics.iter(), sources);
    ordered
        .into_iter()
        .map(|problem| {
            let (place, end) = (places.start(&problem.span), places.end(&problem.span));
            let command = if problem.severity == Severity::Error { "error" } else { "warning" };
            let columns = match end.line == place.line {
                true if end.column > place.column => format!(",col={},endColumn={}", place.column, end.column),
                _ => format!(",col={}", place.column),
            };
            let mut message = problem.message.clone();
            if let Some(help) = &problem.help {
                let is_below = matches!(problem.name, Name::OutdatedTranslation | Name::MissingSnapshot);
                let here = if is_below { "the page of this run shows what to paste; with the program: " } else { "" };
                let _ = write!(message, "\nhelp: {here}{help}");
            }
            format!(
                "::{command} file={},line={}{columns},title={}::{}\n",
                property(&format!("{folder}{}", problem.span.path)),
                place.line,
                problem.name,
                data(&message),
            )
        })
        .collect()
}

/// A table of the same for the page of the run, in Markdown. What a change touches comes first.
#[must_use]
pub fn github_summary(diagnostics: &Diagnostics, sources: &impl Sources, title: &str, around: Around<'_>) -> String {
    let mut ordered: Vec<&Diagnostic> = diagnostics.iter().collect();
    ordered.sort_by_key(|problem| problem.severity);
    let mut summary = format!("### {}\n", cell(title));
    if ordered.is_empty() {
        return summary;
    }
    let is_touched = |problem: &&Diagnostic| around.touched.is_none_or(|touched| touched.contains(&problem.span.path));
    let (here, elsewhere): (Vec<&Diagnostic>, Vec<&Diagnostic>) = ordered.into_iter().partition(is_touched);
    let mut left = MOST;
    table(&here, sources, around, &mut left, &mut summary);
    if !elsewhere.is_empty() {
        let is_all = if here.is_empty() { "Nothing is wrong in the files that this change touches.\n\n" } else { "" };
        let many = count(elsewhere.len(), "problem");
        let _ =
            writeln!(summary, "\n{is_all}<details><summary>{many} in files that this change does not touch</summary>");
        table(&elsewhere, sources, around, &mut left, &mut summary);
        summary.push_str("\n</details>\n");
    }
    summary
}

/// One row for each problem, as long as there is room.
fn table(problems: &[&Diagnostic], sources: &impl Sources, around: Around<'_>, left: &mut usize, summary: &mut String) {
    if problems.is_empty() {
        return;
    }
    summary.push_str("\n| | where | what is wrong | what to do |\n|---|---|---|---|\n");
    let places = Places::of(problems.iter().copied().take(*left), sources);
    let mut shown = 0;
    for problem in problems.iter().take(*left) {
        let place = places.start(&problem.span);
        let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
        let row = format!(
            "| {severity} | {}:{}:{} | {} `{}` | {} |\n",
            cell(problem.span.path.as_str()),
            place.line,
            place.column,
            cell(&cut(&problem.message)),
            problem.name,
            cell(&cut(&around.help(problem))),
        );
        if summary.len() + row.len() > MOST_BYTES {
            break;
        }
        summary.push_str(&row);
        shown += 1;
    }
    *left -= shown;
    if problems.len() > shown {
        let _ = writeln!(summary, "\nand {} more", problems.len() - shown);
    }
}

/// The start of a text that is too long for a table.
fn cut(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{} …", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// A text that cannot end its table cell, start HTML, lead away or call somebody. Messages quote what authors wrote, and
/// a backtick in that would end the quotation, so a space without width parts what is special beyond it.
#[must_use]
pub fn cell(text: &str) -> String {
    // A comment that is there to be copied stays one: in a quotation it is seen, and elsewhere it does nothing.
    let mut quoted = String::new();
    let printed = printable(&text.replace('\n', " ")).replace('|', "\\|");
    let mut parts = printed.split('<');
    quoted.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let is_comment = part.starts_with("!-- l10n:") && part.contains("-->");
        quoted.push_str(if is_comment { "<" } else { "&lt;" });
        quoted.push_str(part);
    }
    let quoted = quoted.replace("](", "]\u{200b}(").replace('@', "@\u{200b}");
    // The host makes links of bare addresses and of the numbers of issues.
    let mut text = String::with_capacity(quoted.len());
    for (at, letter) in quoted.char_indices() {
        text.push(letter);
        let rest = &quoted[at + letter.len_utf8()..];
        let ends_with = |word: &str| {
            let (end, bytes) = (at + letter.len_utf8(), quoted.as_bytes());
            end.checked_sub(word.len()).is_some_and(|start| bytes[start..end].eq_ignore_ascii_case(word.as_bytes()))
        };
        let is_link = match rest.chars().next() {
            Some('/') => letter == ':' && rest.starts_with("//"),
            Some('.') => ends_with("www"),
            Some(':') => ends_with("mailto") || ends_with("xmpp"),
            Some(next) => letter == '#' && next.is_ascii_digit(),
            None => false,
        };
        if is_link {
            text.push('\u{200b}');
        }
    }
    text
}

/// The message of a workflow command: it ends at a line break and knows three escapes.
fn data(text: &str) -> String {
    let lines: Vec<String> = text.replace('%', "%25").split('\n').map(printable).collect();
    lines.join("%0A")
}

/// A property of a workflow command, in which two more characters are special.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;

    struct OneFile<'a>(&'a str);

    impl Sources for OneFile<'_> {
        fn text_of(&self, _: &Span) -> Option<&str> {
            Some(self.0)
        }
    }

    fn problems() -> Diagnostics {
        let span = |path: &str| Span::new(&SourcePath::new(path), (4..7).into());
        [
            Diagnostic::new(Name::MissingSummary, span("content/a,b.md"), "50 % | <b>\n::error::x"),
            Diagnostic::new(Name::UnknownField, span("content/a.md"), "no field `é`").help("remove it"),
        ]
        .into_iter()
        .collect()
    }

    #[test]
    fn an_annotation_stands_at_its_place_and_carries_the_help_and_errors_come_first() {
        let commands = github(&problems(), &OneFile("ab\ncdéf\n"), "kb/");
        let lines: Vec<&str> = commands.lines().collect();
        assert_eq!(
            lines[0],
            "::error file=kb/content/a.md,line=2,col=2,endColumn=4,title=unknown-field::no field `é`%0Ahelp: remove it"
        );
        assert_eq!(lines.len(), 2, "no message starts a command of its own");
        assert!(lines[1].starts_with("::warning file=kb/content/a%2Cb.md,line=2,"), "{commands}");
        assert!(lines[1].ends_with("::50 %25 | <b>%0A::error::x"), "{commands}");
    }

    #[test]
    fn the_summary_is_a_table_that_no_message_can_break() {
        let summary = github_summary(&problems(), &OneFile("ab\ncdéf\n"), "1 error", Around::default());
        assert!(summary.starts_with("### 1 error\n\n| |"), "{summary}");
        assert!(
            summary.contains("| error | content/a.md:2:2 | no field `é` `unknown-field` | remove it |"),
            "{summary}"
        );
        assert!(summary.contains("50 % \\| &lt;b> ::error::x"), "{summary}");
        assert_eq!(
            github_summary(&Diagnostics::default(), &OneFile(""), "all is well", Around::default()),
            "### all is well\n"
        );
    }

    #[test]
    fn no_value_of_any_length_fills_the_summary_or_makes_a_link() {
        let long = "wort ".repeat(20_000);
        let span = || Span::file(&SourcePath::new("content/a.md"));
        let many = (0..400).map(|_| Diagnostic::new(Name::UnknownField, span(), &long).help(&long));
        let summary = github_summary(&many.collect(), &OneFile(""), "400 errors", Around::default());
        assert!(summary.len() < 400_000 && summary.contains("\nand "), "{} bytes", summary.len());
        assert!(summary.lines().all(|line| line.len() < 1_000));
        for (said, shown) in [
            ("see https://evil.example", "see https:\u{200b}//evil.example"),
            ("WWW.evil.example", "WWW\u{200b}.evil.example"),
            ("mailto:a", "mailto\u{200b}:a"),
            ("as in #12", "as in #\u{200b}12"),
            ("a colour #b12 and 3:30", "a colour #b12 and 3:30"),
        ] {
            assert_eq!(cell(said), shown);
        }
    }

    #[test]
    fn what_a_change_touches_comes_first_and_the_rest_is_called_that() {
        let problem = |path: &str| Diagnostic::new(Name::MissingSummary, Span::file(&SourcePath::new(path)), path);
        let problems: Diagnostics = ["content/a.md", "content/b.md"].map(problem).into_iter().collect();
        let touched = BTreeSet::from([SourcePath::new("content/b.md")]);
        let around = Around { touched: Some(&touched), below: None };
        let summary = github_summary(&problems, &OneFile(""), "2 warnings", around);
        let at = |text: &str| summary.find(text).unwrap_or_else(|| panic!("no {text} in {summary}"));
        assert!(at("content/b.md:1") < at("1 problem in files that this change does not touch"));
        assert!(at("1 problem in files") < at("content/a.md:1"));
        let none = BTreeSet::new();
        let summary = github_summary(&problems, &OneFile(""), "", Around { touched: Some(&none), below: None });
        assert!(summary.contains("Nothing is wrong in the files that this change touches."), "{summary}");
        let summary = github_summary(&problems, &OneFile(""), "", Around::default());
        assert!(!summary.contains("touch"), "nobody has said what is touched: {summary}");
    }

    #[test]
    fn somebody_with_a_web_editor_is_led_to_what_to_paste() {
        let path = SourcePath::new("content/a.fr.md");
        let problem =
            Diagnostic::new(Name::OutdatedTranslation, Span::file(&path), "x").help("`cxbook translate diff`");
        let problems: Diagnostics = [problem].into_iter().collect();
        let row = |around| github_summary(&problems, &OneFile(""), "", around);
        let (there, none) = (BTreeSet::from([path.clone()]), BTreeSet::new());
        let below = row(Around { touched: None, below: Some(&there) });
        assert!(
            below.contains("what to paste, is below, under `content/a.fr.md`") && !below.contains("cxbook"),
            "{below}"
        );
        assert!(row(Around { touched: Some(&none), below: Some(&none) }).contains("the last run on the main branch"));
        assert!(row(Around::default()).contains("| `cxbook translate diff` |"));
    }

    #[test]
    fn a_backtick_in_a_value_leads_nowhere_and_calls_nobody() {
        let said = cell("`may`[here](https://evil.example)@all`x`");
        assert!(!said.contains("](") && !said.contains("@all"), "{said}");
    }
}
