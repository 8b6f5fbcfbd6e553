//! An edit of a source that says nothing new, to the note that no translation has to follow it.

use super::{Done, Refused, Setting};
use crate::base::{SourcePath, count};
use crate::translation::{Base, Class, MINOR};

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
    for locale in subject.translations.keys() {
        let comparison = setting.compare(subject, locale)?;
        if !matches!(comparison.base, Base::Known(_)) {
            continue;
        }
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
                return Err(Refused::new(format_args!(
                    "a {} differs, so the meaning may be another:\n  - {}\n  + {}\n\
                     let the translators see it: `cxbook translate diff {locale} {}`",
                    risk.noun(),
                    old.text,
                    new.text,
                    subject.id
                )));
            }
            minor.insert(&old.hash, &new.hash, &subject.id.to_string());
            is_concerned = true;
        }
        if is_concerned {
            languages.push(locale.to_string());
        }
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
