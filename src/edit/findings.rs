//! What `check` has found to the same files with what needs no judgement put right.

use std::collections::BTreeMap;

use super::Edit;
use super::typography::{Change, Mended};
use crate::base::{SourcePath, TextRange, line_after};
use crate::diagnostic::{Diagnostic, Diagnostics, Mend};
use crate::source::SourceSet;

/// Writes what the problems of each file offer, for the files that `is_asked` for.
///
/// Where two offers touch, the first one is taken; the other one waits for the next time.
#[must_use]
pub fn mend(sources: &SourceSet, found: &Diagnostics, is_asked: impl Fn(&SourcePath) -> bool) -> Vec<Mended> {
    let mut by_file: BTreeMap<&SourcePath, Vec<(&Diagnostic, &Mend)>> = BTreeMap::new();
    for problem in found.iter().filter(|problem| is_asked(&problem.span.path)) {
        if let Some(mend) = &problem.mend {
            by_file.entry(&problem.span.path).or_default().push((problem, mend));
        }
    }
    by_file.into_iter().filter_map(|(path, problems)| file(sources, path, problems)).collect()
}

fn file(sources: &SourceSet, path: &SourcePath, mut problems: Vec<(&Diagnostic, &Mend)>) -> Option<Mended> {
    let source = sources.get(path)?;
    let text = source.text().ok()?;
    problems.sort_by_key(|(_, mend)| mend.range);
    let mut after = String::with_capacity(text.len());
    let mut changes = Vec::new();
    let mut done = 0;
    for (problem, mend) in problems {
        let range = if mend.text.is_empty() { whole_lines(text, mend.range) } else { mend.range };
        if range.start() < done || range.end() > text.len() {
            continue;
        }
        after.push_str(text.get(done..range.start())?);
        after.push_str(&mend.text);
        done = range.end();
        let line = line_after(&text[..problem.span.range.start()]);
        let what = match mend.text.as_str() {
            "" => "taken out".to_owned(),
            block if block.contains('\n') => "now a block".to_owned(),
            text => format!("now `{text}`"),
        };
        changes.push(Change { line, message: format!("{}: {what}", problem.message) });
    }
    after.push_str(text.get(done..)?);
    let edit = Edit { path: path.clone(), before: Some(source.fingerprint()), text: after };
    (edit.text != text).then_some(Mended { edit, changes })
}

/// The lines that a block stands on, with the empty ones below it.
fn whole_lines(text: &str, range: TextRange) -> TextRange {
    let start = text[..range.start()].rfind('\n').map_or(0, |at| at + 1);
    let rest = &text[range.end()..];
    let empty = rest.len() - rest.trim_start_matches(['\n', '\r', ' ', '\t']).len();
    // What is left of the last line stays as it is indented.
    let end = rest[..empty].rfind('\n').map_or(range.end(), |at| range.end() + at + 1);
    let is_alone = text[start..range.start()].trim().is_empty() && (end > range.end() || rest.trim().is_empty());
    match (is_alone, rest.trim().is_empty()) {
        (false, _) => range,
        (true, false) => TextRange::new(start, end),
        // The last block takes the empty line above it along.
        (true, true) => {
            let kept = text[..start].trim_end().len();
            let line_end = text[kept..].find('\n').map_or(0, |at| at + 1);
            TextRange::new((kept + line_end).min(start), text.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;
    use crate::diagnostic::Name;

    fn mended(text: &str, offers: &[(&str, &str)]) -> String {
        let path = SourcePath::new("content/a.md");
        let mut sources = SourceSet::default();
        sources.insert(path.clone(), text.as_bytes());
        let problem = |(marked, mend): &(&str, &str)| {
            let start = text.find(marked).unwrap();
            let span = Span::new(&path, TextRange::new(start, start + marked.len()));
            Diagnostic::new(Name::UnknownValue, span, "it is wrong").mend(mend)
        };
        let found: Diagnostics = offers.iter().map(problem).collect();
        mend(&sources, &found, |_| true).pop().map_or_else(|| text.to_owned(), |file| file.edit.text)
    }

    #[test]
    fn what_is_marked_is_replaced_and_nothing_else_is() {
        assert_eq!(mended("a: kept # so\nb: x\n", &[("kept", "keeps")]), "a: keeps # so\nb: x\n");
        assert_eq!(mended("share: 18\nshare: 20\n", &[("18", "18%"), ("20", "20%")]), "share: 18%\nshare: 20%\n");
    }

    #[test]
    fn a_block_is_taken_out_with_the_lines_it_stands_on() {
        assert_eq!(mended("One.\n\nPost a comment\n\nTwo.\n", &[("Post a comment", "")]), "One.\n\nTwo.\n");
        assert_eq!(mended("One.\n\nPost a comment\n", &[("Post a comment", "")]), "One.\n");
        assert_eq!(mended("One.\r\n\r\nPost a comment\r\n", &[("Post a comment", "")]), "One.\r\n");
    }

    #[test]
    fn of_two_offers_for_one_place_the_first_is_taken() {
        assert_eq!(mended("kept\n", &[("kept", "keeps"), ("kept", "keep")]), "keeps\n");
    }
}
