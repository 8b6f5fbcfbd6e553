//! An edit of a source that says nothing new, to the note that no translation has to follow it.

use std::collections::BTreeSet;

use super::{Done, Refused, Setting};
use crate::base::{Locale, SourcePath, count};
use crate::translation::{Base, Class, Comparison, MINOR, Risk, Segment, Subject};

/// Declares every edit of `subject` since it was translated as one that no translation has to follow.
///
/// # Errors
///
/// Nothing was edited, or an edit may have changed the meaning: a negation, a number, a term, a
/// name or a link differs.
pub fn minor(setting: &Setting<'_>, subject: &str) -> Result<Done, Refused> {
    let subject = setting.subject(subject)?;
    let mut minor = setting.subjects.minor.clone();
    let before = minor.len();
    let (mut languages, mut larger) = (Vec::new(), 0);
    let mut comparisons = Vec::new();
    for locale in subject.translations.keys() {
        let comparison = setting.compare(subject, locale)?;
        if matches!(comparison.base, Base::Known(_)) {
            comparisons.push((locale, comparison));
        }
    }
    // What one language has followed already is an older edit, which is no part of this, however far another is behind.
    let is_latest = |after: &Segment| {
        comparisons.iter().all(|(_, comparison)| {
            let open = comparison.open();
            open.iter().any(|change| comparison.after(change).is_some_and(|open| open.hash == after.hash))
        })
    };
    let mut risky: Vec<(&Locale, Risk, &Segment, &Segment)> = Vec::new();
    let mut declared: BTreeSet<&str> = BTreeSet::new();
    for (locale, comparison) in &comparisons {
        let mut is_concerned = false;
        for change in comparison.open() {
            let (Some(old), Some(new)) = (comparison.before(change), comparison.after(change)) else {
                larger += 1;
                continue;
            };
            if !matches!(change.class, Class::Text | Class::Typography | Class::Markup) {
                continue;
            }
            if let Some(risk) = change.risks.first() {
                if is_latest(new) {
                    risky.push((locale, *risk, old, new));
                }
                continue;
            }
            minor.insert(&old.hash, &new.hash, &subject.id.to_string());
            declared.insert(&new.hash);
            is_concerned = true;
        }
        if is_concerned {
            languages.push(locale.to_string());
        }
    }
    // A language that is further behind may have missed an edit before this one that was none.
    if let Some((locale, risk, old, new)) = risky.iter().find(|(.., new)| !declared.contains(new.hash.as_str())) {
        return Err(Refused::new(format_args!(
            "a {} differs, so the meaning may be another:\n  - {}\n  + {}\n\
             let the translators see it: `cxbook translate diff {locale} {}`",
            risk.noun(),
            old.text,
            new.text,
            subject.id
        )));
    }
    if minor.len() == before {
        return Err(Refused::new(if larger > 0 {
            format!("`{}` has only gained or lost whole segments, and every translation has to follow that", subject.id)
        } else {
            format!("nothing in `{}` was edited since it was translated", subject.id)
        }));
    }
    let mut done = Done::default();
    let path = SourcePath::new(MINOR);
    done.edits.extend(setting.edit(&path, minor.write()));
    done.did.push(format!(
        "declared {} of `{}` as minor, for {}",
        count(minor.len() - before, "edit"),
        subject.id,
        languages.join(", ")
    ));
    if larger > 0 {
        done.next.push("segments that were added or removed are still to be followed".to_owned());
    }
    Ok(done)
}

/// What is said of edits that are still to be followed, if all of them look like mended typos. Of some it is not said:
/// `minor` is about every edit that keeps its meaning.
#[must_use]
pub fn maybe_minor(comparison: &Comparison, subject: &Subject) -> Option<String> {
    let open = comparison.open();
    let edits: Vec<_> = open.iter().filter(|change| change.before.is_some() && change.after.is_some()).collect();
    let are_slight = !edits.is_empty() && edits.iter().all(|change| comparison.is_slight(change));
    are_slight.then(|| {
        let what = match (edits.len(), edits.len() == open.len()) {
            (1, true) => "this may be a mended typo",
            (_, true) => "these may be mended typos",
            (_, false) => "what has other words may be a mended typo",
        };
        format!(
            "{what}, which no translation has to follow; the author of the source can say so for all languages: \
             `cxbook translate minor {}`",
            subject.id
        )
    })
}
