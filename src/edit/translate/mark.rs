//! What a person says of a translation, to the note of it.

use std::collections::BTreeSet;

use super::person::person;
use super::{Done, Refused, Setting, fields, marks};
use crate::base::{count, line_after};
use crate::content::front_matter::Quality;
use crate::content::shape::Word;
use crate::diagnostic::{Diagnostic, Diagnostics, Name, Severity};
use crate::translation::{Base, quality_name, reading};

/// What is said of a translation.
#[derive(Clone, Debug, Default)]
pub struct Marking {
    /// `machine`, `draft` or `reviewed`.
    pub quality: String,
    /// Who has read it.
    pub reviewer: Option<String>,
    /// Who translated.
    pub by: Vec<String>,
    /// Whether all that is word for word the source's is rightly so.
    pub same: bool,
}

/// Notes how good the translation is. `problems` is everything that `check` finds.
///
/// # Errors
///
/// There is no such translation; somebody is named who is nobody; or it cannot be called reviewed: nobody has read it, the source
/// has moved on, parts are not translated, or it has errors.
pub fn mark(
    setting: &Setting<'_>,
    language: &str,
    subject: &str,
    marking: &Marking,
    problems: &Diagnostics,
) -> Result<Done, Refused> {
    let subject = setting.subject(subject)?;
    let locale = setting.language(Some(subject), language)?;
    let file = setting.translation(subject, &locale)?;
    let comparison = setting.compare(subject, &locale)?;
    let id = &subject.id;
    let quality = <Quality as Word>::parse(&marking.quality).ok_or_else(|| {
        Refused::new(format_args!("`{}` is no quality; say machine, draft or reviewed", marking.quality))
    })?;
    for name in marking.reviewer.iter().chain(&marking.by) {
        person(setting, name)?;
    }
    let mut same: BTreeSet<String> = file.said().same.iter().map(|hash| hash.value.clone()).collect();
    let copies = comparison.pairs().filter(|pair| pair.is_untranslated && pair.target.is_some());
    let copied: Vec<String> = copies.map(|pair| pair.source.hash.to_string()).collect();
    let untranslated =
        if marking.same { comparison.standing.untranslated - copied.len() } else { comparison.standing.untranslated };
    if quality == Quality::Reviewed {
        if marking.reviewer.is_none() && file.said().reviewer.is_none() {
            return Err(Refused::new("a reviewed translation says who has read it: add --reviewer NAME"));
        }
        if comparison.standing.is_outdated() {
            return Err(Refused::new(format_args!(
                "{} is {}; see `cxbook translate diff {locale} {id}`, then `cxbook translate sync {locale} {id}`",
                file.path(),
                comparison.standing.shown()
            )));
        }
        if untranslated > 0 {
            let help = if copied.is_empty() || comparison.standing.is_missing() {
                format!("see them with `cxbook translate status {locale} {id}`")
            } else {
                format!("if the {} that are word for word the source's are rightly so, add --same", copied.len())
            };
            return Err(Refused::new(format_args!(
                "{untranslated} of {} {} not translated; {help}",
                count(comparison.standing.segments, "segment"),
                if untranslated == 1 { "is" } else { "are" }
            )));
        }
        if let Some(hint) = marks::left(file.path(), setting.text(file.path())?, file.body()) {
            return Err(Refused::new(format_args!("an update has left marks that nobody has taken out: {hint}")));
        }
        // What a number says is what readers act on, and a reader of the translation alone cannot see that it is wrong.
        let is_fault = |problem: &&Diagnostic| {
            problem.span.path == *file.path()
                && (problem.severity == Severity::Error || problem.name == Name::NumberMismatch)
        };
        let faults: Vec<&Diagnostic> = problems.iter().filter(is_fault).collect();
        if let Some(first) = faults.first() {
            let before = setting.text(file.path())?.get(..first.span.range.start()).unwrap_or_default();
            let more = if faults.len() > 1 { format!(", and {} more", faults.len() - 1) } else { String::new() };
            return Err(Refused::new(format_args!(
                "{}:{}: {}{more}\n{}; `cxbook check --lang {locale}` shows it; then run this again",
                file.path(),
                line_after(before),
                first.message,
                first.help.as_deref().unwrap_or("mend it")
            )));
        }
    }
    let mut values = vec![("status", quality_name(quality).to_owned()), ("date", setting.today.to_string())];
    let mut done = Done::default();
    if !matches!(comparison.base, Base::Lost(_)) && !comparison.standing.is_outdated() {
        values.insert(0, ("base", comparison.source.id.to_string()));
        if !file.said().synced.is_empty() {
            values.push(("synced", "[]".to_owned()));
        }
        done.edits.extend(setting.snapshot(subject, &comparison.source));
        let reader =
            marking.reviewer.as_deref().or(file.said().reviewer.as_ref().map(|reviewer| reviewer.value.as_str()));
        let reader = reader.filter(|_| quality == Quality::Reviewed);
        let reader = reader.map(|reader| reading::by(&setting.today.to_string(), reader));
        done.edits.extend(setting.reading(subject, file, &comparison, reader));
    }
    if let Some(reviewer) = &marking.reviewer {
        values.push(("reviewer", fields::plain(reviewer)));
    }
    if !marking.by.is_empty() {
        values.push(("by", fields::list(marking.by.iter().map(String::as_str))));
    }
    if marking.same && !copied.is_empty() {
        same.extend(copied);
        values.push(("same", fields::list(same.iter().map(String::as_str))));
    }
    let text = fields::set(file.path(), setting.text(file.path())?, &values)?;
    done.edits.extend(setting.edit(file.path(), text));
    done.did.push(format!("marked {} as {}", file.path(), quality_name(quality)));
    match quality {
        Quality::Machine => done.next.push("it is published only once a `reviewer` is named".to_owned()),
        Quality::Draft => done
            .next
            .push(format!("once somebody has read it: `cxbook translate mark {locale} {id} reviewed --reviewer NAME`")),
        Quality::Reviewed => {}
    }
    Ok(done)
}
