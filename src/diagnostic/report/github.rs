//! Diagnostics to what a code host shows beside the lines of a pull request.

use std::fmt::Write as _;

use super::{Places, Sources, printable};
use crate::diagnostic::{Diagnostic, Diagnostics, Severity};

/// More rows make a summary that nobody reads, and that the host refuses.
const MOST: usize = 500;

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
                let _ = write!(message, "\nhelp: {help}");
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

/// A table of the same for the page of the run, in Markdown.
#[must_use]
pub fn github_summary(diagnostics: &Diagnostics, sources: &impl Sources, title: &str) -> String {
    let mut ordered: Vec<&Diagnostic> = diagnostics.iter().collect();
    ordered.sort_by_key(|problem| problem.severity);
    let mut summary = format!("### {}\n", cell(title));
    if ordered.is_empty() {
        return summary;
    }
    summary.push_str("\n| | where | what is wrong | what to do |\n|---|---|---|---|\n");
    let places = Places::of(ordered.iter().copied().take(MOST), sources);
    for problem in ordered.iter().take(MOST) {
        let place = places.start(&problem.span);
        let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
        let _ = writeln!(
            summary,
            "| {severity} | {}:{}:{} | {} `{}` | {} |",
            cell(problem.span.path.as_str()),
            place.line,
            place.column,
            cell(&problem.message),
            problem.name,
            cell(problem.help.as_deref().unwrap_or_default()),
        );
    }
    if ordered.len() > MOST {
        let _ = writeln!(summary, "\nand {} more", ordered.len() - MOST);
    }
    summary
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
    quoted.replace("](", "]\u{200b}(").replace('@', "@\u{200b}")
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
    use crate::base::{SourcePath, Span};
    use crate::diagnostic::Name;

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
        let summary = github_summary(&problems(), &OneFile("ab\ncdéf\n"), "1 error");
        assert!(summary.starts_with("### 1 error\n\n| |"), "{summary}");
        assert!(
            summary.contains("| error | content/a.md:2:2 | no field `é` `unknown-field` | remove it |"),
            "{summary}"
        );
        assert!(summary.contains("50 % \\| &lt;b> ::error::x"), "{summary}");
        assert_eq!(github_summary(&Diagnostics::default(), &OneFile(""), "all is well"), "### all is well\n");
    }

    #[test]
    fn a_backtick_in_a_value_leads_nowhere_and_calls_nobody() {
        let said = cell("`may`[here](https://evil.example)@all`x`");
        assert!(!said.contains("](") && !said.contains("@all"), "{said}");
    }
}
