//! A translation that has followed its source, to the note that it has; and old snapshots away.

use std::collections::BTreeSet;

use super::{Done, Refused, Setting, fields};
use crate::content::front_matter::Quality;
use crate::translation::{Comparison, File, Freshness, Subject, quality_name, snapshot};

/// Notes that the translation has followed its source: all changes, or those with these numbers.
///
/// # Errors
///
/// There is no such translation, or no change with such a number.
pub fn sync(setting: &Setting<'_>, language: &str, subject: &str, numbers: &[usize]) -> Result<Done, Refused> {
    let subject = setting.subject(subject)?;
    let locale = setting.language(Some(subject), language)?;
    let file = setting.translation(subject, &locale)?;
    let comparison = setting.compare(subject, &locale)?;
    let mut done = Done::default();
    if !numbers.is_empty() {
        let mut synced: BTreeSet<String> = file.said().synced.iter().map(|hash| hash.value.clone()).collect();
        let mut left: BTreeSet<usize> =
            (0..comparison.changes.len()).filter(|index| !comparison.settled[*index]).collect();
        for number in numbers {
            let change = number.checked_sub(1).and_then(|index| comparison.changes.get(index)).ok_or_else(|| {
                Refused::new(format_args!(
                    "there is no change {number}; `cxbook translate diff {locale} {}` numbers them from 1 to {}",
                    subject.id,
                    comparison.changes.len()
                ))
            })?;
            let segment = comparison.after(change).or_else(|| comparison.before(change));
            synced.extend(segment.map(|segment| segment.hash.to_string()));
            left.remove(&(number - 1));
        }
        if !left.is_empty() {
            let list = fields::list(synced.iter().map(String::as_str));
            let text = fields::set(file.path(), setting.text(file.path())?, &[("synced", list)])?;
            done.edits.extend(setting.edit(file.path(), text));
            done.did.push(format!("noted {} of {} changes as followed", numbers.len(), numbers.len() + left.len()));
            done.next.push(format!(
                "see the other {} with `cxbook translate diff {locale} {}`",
                left.len(),
                subject.id
            ));
            return Ok(done);
        }
    }
    settle(setting, subject, file, &comparison, &mut done)?;
    let reviewed = file.said().status == Quality::Reviewed;
    done.did.push(match comparison.standing.freshness {
        Freshness::Fresh => format!("{} answers to today's source already", file.path()),
        Freshness::Outdated { changed } => format!("noted that {} has followed all {changed} changes", file.path()),
        Freshness::Unknown | Freshness::Unverified => format!("noted that {} answers to today's source", file.path()),
    });
    if comparison.standing.untranslated > 0 {
        done.next.push(format!(
            "{} segments still have no words of their own: `cxbook translate status {locale} {}`",
            comparison.standing.untranslated, subject.id
        ));
    } else if !reviewed || comparison.standing.is_outdated() {
        done.next.push(format!(
            "once somebody has read it: `cxbook translate mark {locale} {} reviewed --reviewer NAME`",
            subject.id
        ));
    }
    Ok(done)
}

/// Notes of every translation into `language` that does not say which revision it answers to, that it
/// answers to today's.
///
/// # Errors
///
/// There is no such language, or a file cannot be read.
pub fn sync_unverified(setting: &Setting<'_>, language: &str) -> Result<Done, Refused> {
    let locale = setting.language(None, language)?;
    let mut done = Done::default();
    let mut count = 0;
    for subject in setting.subjects.iter() {
        let Some(file) = subject.translations.get(&locale).filter(|file| file.said().base.is_none()) else { continue };
        let comparison = setting.compare(subject, &locale)?;
        if comparison.standing.is_missing() {
            continue;
        }
        settle(setting, subject, file, &comparison, &mut done)?;
        count += 1;
    }
    let mut paths = BTreeSet::new();
    done.edits.retain(|edit| paths.insert(edit.path.clone()));
    done.did.push(format!("noted of {count} translations into `{locale}` that they answer to today's source"));
    if count > 0 {
        done.next.push(format!("from now on, `cxbook translate status {locale}` says what has changed since"));
    }
    Ok(done)
}

/// Makes the translation answer to today's source. What was reviewed before its source moved on has
/// not been read since, so it is a draft again.
pub(super) fn settle(
    setting: &Setting<'_>,
    subject: &Subject,
    file: &File,
    comparison: &Comparison,
    done: &mut Done,
) -> Result<(), Refused> {
    let mut values = vec![("base", comparison.source.id.to_string())];
    if !file.said().synced.is_empty() {
        values.push(("synced", "[]".to_owned()));
    }
    if file.said().status == Quality::Reviewed && comparison.standing.is_outdated() {
        values.push(("status", quality_name(Quality::Draft).to_owned()));
        done.did.push(format!("made {} a draft again: nobody has read it since its source changed", file.path()));
    }
    let text = fields::set(file.path(), setting.text(file.path())?, &values)?;
    done.edits.extend(setting.snapshot(subject, &comparison.source));
    done.edits.extend(setting.edit(file.path(), text));
    Ok(())
}

/// Lists the snapshots that no translation answers to.
///
/// # Errors
///
/// A translation cannot be read, so nobody knows which snapshot it needs.
pub fn gc(setting: &Setting<'_>) -> Result<Done, Refused> {
    let mut used: BTreeSet<String> = BTreeSet::new();
    for subject in setting.subjects.iter() {
        for file in subject.translations.values() {
            used.extend(file.said().base.iter().map(|base| base.value.clone()));
        }
        used.insert(subject.today().id.to_string());
    }
    let broken = setting.documents.documents.iter().find(|document| document.parsed.is_broken);
    if let Some(document) = broken {
        return Err(Refused::new(format_args!(
            "{} has errors, so it may need a snapshot that it cannot name; see `cxbook check`",
            document.path
        )));
    }
    let mut done = Done::default();
    let mut kept = 0;
    for (path, _) in setting.sources.under(snapshot::FOLDER) {
        let name = path.file_name().strip_suffix(".md").unwrap_or_default();
        if used.contains(name) || name.len() != 16 { kept += 1 } else { done.deletes.push(path.clone()) }
    }
    done.did.push(format!("{} snapshots are needed, {} are not and go", kept, done.deletes.len()));
    Ok(done)
}
