//! What `check` has found to the same files with what needs no judgement put right.
//!
//! Whether an offer is good is known only when the site is checked with it. All offers of a file are tried at once; if
//! the file is no better for them, each half is tried alone, and so on, so that what does harm takes nothing along.
//! All files are tried in the same checks.

use std::collections::BTreeMap;

use super::Edit;
use super::typography::{Change, Left, Mended, Mending};
use crate::base::{SourcePath, TextRange, count, line_after};
use crate::diagnostic::{Diagnostic, Diagnostics, Mend, Name, Severity};
use crate::source::SourceSet;

/// The most times that a site is checked; what is not tried by then waits for the next run.
const MOST_CHECKS: usize = 60;

/// Puts right what `check` finds and offers to, in the files that `is_asked` for, as far as each file is better for it.
///
/// Where two offers touch, the first one is taken; the other one waits for the next time.
#[must_use]
pub fn mend(
    sources: &SourceSet,
    mut check: impl FnMut(&SourceSet) -> Diagnostics,
    is_asked: impl Fn(&SourcePath) -> bool,
) -> Mending {
    let found = check(sources);
    let mut offers: BTreeMap<&SourcePath, Vec<Offer<'_>>> = BTreeMap::new();
    for problem in found.iter().filter(|problem| is_asked(&problem.span.path)) {
        let text = sources.get(&problem.span.path).and_then(|source| source.text().ok());
        if let (Some(mend), Some(text)) = (&problem.mend, text) {
            offers.entry(&problem.span.path).or_default().extend(Offer::new(text, problem, mend));
        }
    }
    let mut trials: Vec<Trial<'_>> =
        offers.into_iter().map(|(path, offers)| Trial::new(path, offers, &found)).collect();
    for _ in 0..MOST_CHECKS {
        let mut tried = sources.clone();
        let mut is_done = true;
        for trial in &trials {
            if let Some(group) = trial.waiting.last() {
                is_done = false;
                insert(&mut tried, sources, trial.path, trial.good.iter().chain(group));
            }
        }
        if is_done {
            break;
        }
        let found = check(&tried);
        trials.iter_mut().for_each(|trial| trial.judge(&found));
    }
    let mut mending = Mending::default();
    for trial in trials {
        mending.refused.extend(trial.left());
        mending.files.extend(trial.mended(sources));
    }
    mending
}

/// What can be put right in a place.
struct Offer<'a> {
    problem: &'a Diagnostic,
    range: TextRange,
    text: &'a str,
    /// The line of what was found.
    line: usize,
}

impl<'a> Offer<'a> {
    fn new(text: &str, problem: &'a Diagnostic, mend: &'a Mend) -> Option<Self> {
        let range = if mend.text.is_empty() { whole_lines(text, mend.range) } else { mend.range };
        let line = line_after(text.get(..problem.span.range.start())?);
        (range.end() <= text.len()).then_some(Self { problem, range, text: &mend.text, line })
    }

    /// What becomes of the place.
    fn what(&self) -> String {
        match self.text {
            "" => "taken out".to_owned(),
            block if block.contains('\n') => "now a block".to_owned(),
            text => format!("now `{text}`"),
        }
    }
}

/// The offers of one file on their way to those it is better for.
struct Trial<'a> {
    path: &'a SourcePath,
    good: Vec<Offer<'a>>,
    /// Groups that have not been tried, the next one last.
    waiting: Vec<Vec<Offer<'a>>>,
    /// What the file is no better for, and what would be found then.
    bad: Vec<(Offer<'a>, String)>,
    /// What is found in the file with what is good.
    found: Found,
}

impl<'a> Trial<'a> {
    fn new(path: &'a SourcePath, mut offers: Vec<Offer<'a>>, found: &Diagnostics) -> Self {
        offers.sort_by_key(|offer| offer.range);
        let mut done = 0;
        offers.retain(|offer| {
            let is_free = offer.range.start() >= done;
            done = if is_free { offer.range.end() } else { done };
            is_free
        });
        Self { path, good: Vec::new(), waiting: vec![offers], bad: Vec::new(), found: Found::of(found, path) }
    }

    /// Takes or parts the group that was tried.
    fn judge(&mut self, found: &Diagnostics) {
        let Some(mut group) = self.waiting.pop() else { return };
        let found = Found::of(found, self.path);
        if found.is_better(&self.found, group.len() == 1) {
            self.good.append(&mut group);
            self.found = found;
        } else if group.len() > 1 {
            let half = group.split_off(group.len() / 2);
            self.waiting.extend([half, group]);
        } else {
            let why = match found.new_beside(&self.found) {
                Some(new) => format!("`check` would find then: {new}"),
                None => "`check` would find no less then".to_owned(),
            };
            self.bad.extend(group.pop().map(|offer| (offer, why)));
        }
    }

    fn left(&self) -> Vec<Left> {
        let refused = self.bad.iter().map(|(offer, why)| Left {
            path: self.path.clone(),
            line: Some(offer.line),
            message: format!("{}; if it were {}, {why}", offer.problem.message, offer.what()),
        });
        let waiting = self.waiting.iter().map(Vec::len).sum();
        let untried = (waiting > 0).then(|| Left {
            path: self.path.clone(),
            line: None,
            message: format!("{} not tried yet; run it again", count(waiting, "place")),
        });
        refused.chain(untried).collect()
    }

    fn mended(mut self, sources: &SourceSet) -> Option<Mended> {
        self.good.sort_by_key(|offer| offer.range);
        let change = |offer: &Offer<'_>| Change {
            line: offer.line,
            message: format!("{}: {}", offer.problem.message, offer.what()),
        };
        let changes = self.good.iter().map(change).collect();
        let source = sources.get(self.path)?;
        let text = written(source.text().ok()?, self.good.iter());
        let edit = Edit::of(self.path.clone(), source, text);
        (!self.good.is_empty()).then_some(Mended { edit, changes })
    }
}

/// What is found in one file.
struct Found {
    errors: usize,
    all: Vec<(Name, bool, String)>,
}

impl Found {
    fn of(found: &Diagnostics, path: &SourcePath) -> Self {
        let here = found.iter().filter(|one| one.span.path == *path);
        let all: Vec<_> = here.map(|one| (one.name, one.severity == Severity::Error, one.message.clone())).collect();
        Self { errors: all.iter().filter(|(_, is_error, _)| *is_error).count(), all }
    }

    /// Whether this is better than what was found `before`. Errors count first: where one is gone, warnings may come
    /// that it held back. So may errors, where the file could not be read.
    fn is_better(&self, before: &Self, is_single: bool) -> bool {
        let could_not_be_read = |found: &Self| found.all.iter().any(|(name, ..)| *name == Name::MalformedYaml);
        if could_not_be_read(before) && !could_not_be_read(self) {
            return true;
        }
        let is_less = (self.errors, self.all.len()) < (before.errors, before.all.len());
        // A new error is the price of none that went; in a group, nobody knows whose price it is.
        is_less && (!self.has_new_error(before) || is_single && self.errors < before.errors)
    }

    fn has_new_error(&self, before: &Self) -> bool {
        self.all.iter().any(|one| one.1 && !before.all.contains(one))
    }

    /// The gravest that is found here and was not found `before`.
    fn new_beside(&self, before: &Self) -> Option<String> {
        let mut new: Vec<_> = self.all.iter().filter(|one| !before.all.contains(one)).collect();
        new.sort_by_key(|(_, is_error, _)| !is_error);
        new.first().map(|(name, _, message)| format!("{message} ({})", name.as_str()))
    }
}

fn insert<'a>(
    into: &mut SourceSet,
    sources: &SourceSet,
    path: &SourcePath,
    offers: impl Iterator<Item = &'a Offer<'a>>,
) {
    if let Some(text) = sources.get(path).and_then(|source| source.text().ok()) {
        into.insert(path.clone(), written(text, offers).as_bytes());
    }
}

/// The text with these offers taken.
fn written<'a>(text: &str, offers: impl Iterator<Item = &'a Offer<'a>>) -> String {
    let mut offers: Vec<&Offer<'_>> = offers.collect();
    offers.sort_by_key(|offer| offer.range);
    let mut after = String::with_capacity(text.len());
    let mut done = 0;
    for offer in offers {
        after.push_str(&text[done..offer.range.start()]);
        after.push_str(offer.text);
        done = offer.range.end();
    }
    after + &text[done..]
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

    const PATH: &str = "content/a.md";

    /// Mends where `offers` of what is marked stand in `text`; `harm` is an error wherever it does.
    fn mending(text: &str, offers: &[(&str, &str)], harm: &str) -> Mending {
        let path = SourcePath::new(PATH);
        let mut sources = SourceSet::default();
        sources.insert(path.clone(), text.as_bytes());
        let check = |sources: &SourceSet| -> Diagnostics {
            let text = sources.text(&path).unwrap();
            let span = |marked: &str| {
                text.find(marked).map(|start| Span::new(&path, TextRange::new(start, start + marked.len())))
            };
            let problem = |(marked, mend): &(&str, &str)| {
                Some(Diagnostic::new(Name::UnknownValue, span(marked)?, format!("{marked} is wrong")).mend(mend))
            };
            let harm = (!harm.is_empty()).then(|| span(harm)).flatten();
            let harm = harm.map(|span| Diagnostic::new(Name::UnknownField, span, "it does harm"));
            offers.iter().filter_map(problem).chain(harm).collect()
        };
        mend(&sources, check, |_| true)
    }

    fn mended(text: &str, offers: &[(&str, &str)]) -> String {
        mending(text, offers, "").files.pop().map_or_else(|| text.to_owned(), |file| file.edit.text)
    }

    #[test]
    fn what_does_harm_takes_nothing_along_and_says_which() {
        let letters: Vec<String> = ('a'..='z').map(|letter| format!("{letter}{letter}{letter}")).collect();
        let offers: Vec<(&str, &str)> = letters.iter().map(|word| (word.as_str(), &word[..1])).collect();
        let text = letters.join("\n");
        let found = mending(&text, &offers, "\nk\n");
        let expected = letters.iter().map(|word| if word == "kkk" { word } else { &word[..1] }).collect::<Vec<_>>();
        assert_eq!(found.files[0].edit.text, expected.join("\n"));
        assert_eq!((found.files[0].changes.len(), found.refused.len()), (25, 1));
        assert_eq!(found.refused[0].line, Some(11));
        let said = "kkk is wrong; if it were now `k`, `check` would find then: it does harm (unknown-field)";
        assert_eq!(found.refused[0].message, said);
    }

    #[test]
    fn what_is_marked_is_replaced_and_nothing_else_is() {
        assert_eq!(mended("a: kept # so\nb: x\n", &[("kept", "keeps")]), "a: keeps # so\nb: x\n");
        assert_eq!(
            mended("share: 18\nshare: 20\n", &[("18\n", "18%\n"), ("20\n", "20%\n")]),
            "share: 18%\nshare: 20%\n"
        );
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
