//! A translation that has followed its source, to the note that it has.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use super::adopt::start;
use super::minor::maybe_minor;
use super::update::listed;
use super::{Done, Places, Refused, Setting, fields, marks};
use crate::base::{Locale, SourcePath, count, line_after};
use crate::content::front_matter::Quality;
use crate::content::text::nested;
use crate::diagnostic::{Diagnostics, Name};
use crate::translation::lint::is_waived;
use crate::translation::{
    Change, Comparison, File, Freshness, Lag, Place, Reading, Risk, Segment, Subject, Untouched, quality_name,
    words_changed,
};

/// Notes that the translation has followed its source: all changes, or those with these numbers.
///
/// # Errors
///
/// There is no such translation, or no change with such a number; or the text that a change brought is not
/// translated yet, which nobody can have followed; or, where no number is given, a number, a negation, a name or a link
/// has changed and the translation is seen to say the old one.
pub fn sync(setting: &Setting<'_>, language: &str, subject: &str, numbers: &[usize]) -> Result<Done, Refused> {
    let subject = setting.subject(subject)?;
    let locale = setting.language(Some(subject), language)?;
    let file = setting.translation(subject, &locale)?;
    let comparison = setting.compare(subject, &locale)?;
    let mut done = Done::default();
    let open: BTreeSet<usize> = (0..comparison.changes.len()).filter(|index| !comparison.settled[*index]).collect();
    let desk = Desk {
        file,
        text: setting.text(file.path())?,
        named: format!("{locale} {}", subject.id),
        untouched: Untouched::find(setting.sources, subject, file),
    };
    let followed = desk.followed(&comparison, &open, numbers)?;
    if numbers.is_empty() {
        desk.is_followed(&comparison, &followed, subject.source.locale())?;
    }
    done.next.extend(marks::hint(file.path(), desk.text, file.body()));
    if subject.translations.len() > 1 {
        done.next.extend(maybe_minor(&comparison, subject));
    }
    let left: BTreeSet<usize> = open.difference(&followed).copied().collect();
    done.did.extend(followed.iter().filter_map(|index| told(&desk, &comparison, *index)));
    if numbers.is_empty() {
        // What stands there now may be another text than before: nobody has looked at each.
        if !left.is_empty() && Reading::find(setting.sources, file.path()).is_none() {
            done.edits.extend(setting.confirmed(subject, file, &comparison, |_| false));
        }
    } else {
        let after =
            |index: &usize| comparison.after(comparison.changes.get(*index)?).map(|segment| segment.hash.clone());
        let looked_at: BTreeSet<_> = followed.iter().filter_map(after).collect();
        done.edits.extend(setting.confirmed(subject, file, &comparison, |hash| looked_at.contains(hash)));
    }
    if !left.is_empty() {
        let mut synced: BTreeSet<String> = file.said().synced.iter().map(|hash| hash.value.clone()).collect();
        for change in followed.iter().filter_map(|index| comparison.changes.get(*index)) {
            let segment = comparison.after(change).or_else(|| comparison.before(change));
            synced.extend(segment.map(|segment| segment.hash.to_string()));
        }
        let list = fields::list(synced.iter().map(String::as_str));
        let text = fields::set(file.path(), setting.text(file.path())?, &[("synced", list)])?;
        done.edits.extend(setting.edit(file.path(), text));
        done.did.push(format!("noted {} of {} as followed", followed.len(), count(open.len(), "change")));
        let others = if left.len() == 1 { "one".to_owned() } else { left.len().to_string() };
        done.next.push(format!("see the other {others} with `cxbook translate diff {locale} {}`", subject.id));
        return Ok(done);
    }
    settle(setting, subject, file, &comparison, &mut done)?;
    for moved in comparison.out_of_order() {
        if let Some(target) = comparison.translation_of(moved) {
            done.next.push(format!("put {} where its source stands now: it has moved there", start(&target.text)));
        }
    }
    let reviewed = file.said().status == Quality::Reviewed;
    done.did.push(match comparison.standing.freshness {
        Freshness::Fresh => format!("{} answers to today's source already", file.path()),
        Freshness::Outdated { changed } => {
            format!("noted that {} has followed {}", file.path(), count(changed, "change"))
        }
        Freshness::Unknown | Freshness::Unverified => format!("noted that {} answers to today's source", file.path()),
    });
    if comparison.standing.untranslated > 0 {
        done.next.push(format!(
            "{} still without words of their own: `cxbook translate status {locale} {}`",
            count(comparison.standing.untranslated, "segment"),
            subject.id
        ));
    } else if !reviewed || comparison.standing.is_outdated() {
        let is_noted = done.edits.iter().any(|edit| edit.path == Reading::path(file.path()))
            || Reading::find(setting.sources, file.path()).is_some();
        if comparison.standing.is_outdated() && is_noted {
            done.next.push(format!(
                "whoever reads it sees with `cxbook translate diff {locale} {}` what to look at",
                subject.id
            ));
        }
        done.next.push(format!(
            "once somebody has read it: `cxbook translate mark {locale} {} reviewed --reviewer NAME`",
            subject.id
        ));
    }
    Ok(done)
}

/// What is noted as followed: "2. paragraph: other words (mind the meaning: a word like “not” came or went)".
fn told(desk: &Desk<'_>, comparison: &Comparison, index: usize) -> Option<String> {
    let change = comparison.changes.get(index)?;
    let segment = comparison.after(change).or_else(|| comparison.before(change))?;
    let place = Places::new(desk.file.path(), desk.text).named(segment, comparison.translation_of(change));
    let risk = change.meaning().map(|risks| format!(" (mind the meaning: {risks})")).unwrap_or_default();
    let is_untouched = desk.untouched.as_ref().is_some_and(|untouched| untouched.is(comparison, change));
    let unchanged = if is_untouched { "; its translation did not change" } else { "" };
    Some(format!("followed {}. {place}: {}{risk}{unchanged}", index + 1, change.class.noun()))
}

/// A translation that is to be said to have followed.
struct Desk<'a> {
    file: &'a File,
    text: &'a str,
    /// How commands name it: `fr articles/x`.
    named: String,
    /// What it said when it was last read.
    untouched: Option<Untouched>,
}

impl Desk<'_> {
    /// The changes that are noted as followed: those with these numbers, or all whose text is translated.
    fn followed(
        &self,
        comparison: &Comparison,
        open: &BTreeSet<usize>,
        numbers: &[usize],
    ) -> Result<BTreeSet<usize>, Refused> {
        let untranslated = comparison.untranslated_changes();
        if numbers.is_empty() {
            let followed: BTreeSet<usize> = open.difference(&untranslated).copied().collect();
            if followed.is_empty() && !open.is_empty() {
                let are =
                    if open.len() == 1 { "the text that has changed is" } else { "the texts that have changed are" };
                return Err(self.not_yet(comparison, open, are, ""));
            }
            return Ok(followed);
        }
        let mut followed = BTreeSet::new();
        for number in numbers {
            let Some((index, change)) =
                number.checked_sub(1).and_then(|index| Some((index, comparison.changes.get(index)?)))
            else {
                return Err(Refused::new(format_args!(
                    "there is no change {number}; `cxbook translate diff {}` numbers them from 1 to {}",
                    self.named,
                    comparison.changes.len()
                )));
            };
            if !open.contains(&index) {
                return Err(Refused::new(format_args!("change {number} is noted as followed already")));
            }
            if untranslated.contains(&index) {
                let text = comparison.after(change).map_or("", |segment| segment.text.as_str());
                let many = format!("the text of change {number} is");
                return Err(self.not_yet(comparison, &BTreeSet::from([index]), &many, &format!(": “{text}”")));
            }
            followed.insert(index);
        }
        Ok(followed)
    }

    /// Holds if nothing in the translation speaks against its having followed these changes.
    fn is_followed(&self, comparison: &Comparison, changes: &BTreeSet<usize>, from: &Locale) -> Result<(), Refused> {
        let (path, into) = (self.file.path(), self.file.locale());
        let places = Places::new(path, self.text);
        let mut said = String::new();
        let mut numbers: Vec<String> = Vec::new();
        for index in changes {
            let Some(change) = comparison.changes.get(*index) else { continue };
            let (Some(before), Some(after)) = (comparison.before(change), comparison.after(change)) else { continue };
            let Some(target) = comparison.translation_of(change) else { continue };
            let is_right =
                |lag: &Lag| lag.risk == Risk::Number && is_waived(self.file, self.text, target, Name::NumberMismatch);
            let lags: Vec<Lag> = comparison.lags(change, from, into).into_iter().filter(|lag| !is_right(lag)).collect();
            if lags.is_empty() {
                continue;
            }
            let place = places.named(after, Some(target));
            let told: Vec<String> = lags.iter().map(Lag::told).collect();
            let _ = write!(
                said,
                "\n{}. {place}: {}\n   source  {}\n   {:<7} {}",
                index + 1,
                told.join("; "),
                words_changed(&before.markdown, &after.markdown),
                into.as_str(),
                target.text
            );
            numbers.push((index + 1).to_string());
        }
        if numbers.is_empty() {
            return Ok(());
        }
        Err(Refused::new(format_args!(
            "{path} has not followed its source yet, as far as can be seen{said}\nchange it there, then run this again; if it is \
             right as it is, say so by its number: `cxbook translate sync {} --segment {}`",
            self.named,
            numbers.join(",")
        )))
    }

    /// Says where the words of the source still stand; what has no place yet gets one by an update.
    fn not_yet(&self, comparison: &Comparison, changes: &BTreeSet<usize>, many: &str, text: &str) -> Refused {
        let changes = changes.iter().filter_map(|index| comparison.changes.get(*index));
        let changes: Vec<&Change> = changes.collect();
        let fields = changes.iter().filter_map(|change| match &comparison.after(change)?.place {
            Place::Field(key) if comparison.translation_of(change).is_none() => Some(nested(key)),
            _ => None,
        });
        let fields: Vec<String> = fields.collect();
        if !fields.is_empty() {
            return Refused::new(format_args!(
                "{many} not translated yet{text}\nwrite {} in {}, then run this again; `cxbook translate update {}` makes room for \
                 what has no place there",
                listed(&fields),
                self.file.path(),
                self.named
            ));
        }
        let there: Option<Vec<&Segment>> = changes.iter().map(|change| comparison.translation_of(change)).collect();
        let Some(there) = there else {
            return Refused::new(format_args!(
                "{many} not translated yet{text}; `cxbook translate update {}` puts it in its place",
                self.named
            ));
        };
        let (path, named) = (self.file.path(), &self.named);
        let help = marks::hint(path, self.text, self.file.body()).unwrap_or_else(|| {
            let line = |segment: &&Segment| line_after(self.text.get(..segment.range.start()).unwrap_or_default());
            let lines: Vec<String> = there.iter().map(line).map(|line| format!("{path}:{line}")).collect();
            format!("translate {}", lines.join(", "))
        });
        Refused::new(format_args!(
            "{many} not translated yet{text}\n{help}, then run this again; if it is rightly the same as in the source, run `cxbook translate \
             mark {named} draft --same`"
        ))
    }
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
    for subject in setting.subjects.iter() {
        let Some(file) = subject.translations.get(&locale).filter(|file| file.said().base.is_none()) else { continue };
        let comparison = setting.compare(subject, &locale)?;
        if !comparison.standing.is_missing() {
            settle(setting, subject, file, &comparison, &mut done)?;
        }
    }
    let mut paths = BTreeSet::new();
    done.edits.retain(|edit| paths.insert(edit.path.clone()));
    let noted = done.edits.iter().filter(|edit| edit.is_of_translation()).count();
    Ok(Done { edits: done.edits, ..said_of_unverified(&locale, noted) })
}

/// What is said of so many translations into `locale` that answer to today's source from now on.
#[must_use]
pub fn said_of_unverified(locale: &Locale, noted: usize) -> Done {
    let mut done = Done::default();
    if noted == 0 {
        done.did.push(format!("every translation into `{locale}` says already which revision it answers to"));
        return done;
    }
    done.did.push(format!(
        "noted of {} into `{locale}` that {} to today's source",
        count(noted, "translation"),
        if noted == 1 { "it answers" } else { "they answer" }
    ));
    done.next.push(format!("from now on, `cxbook translate status {locale}` says what has changed since"));
    done
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
    let field =
        comparison.obsolete.iter().find_map(|(index, _)| match &comparison.target.segments.get(*index)?.place {
            Place::Field(key) => Some(key),
            Place::Block { .. } => None,
        });
    if let Some(key) = field {
        return Err(Refused::new(format_args!(
            "the source has no {} any more; take it out of {} first",
            nested(key),
            file.path()
        )));
    }
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
    // What was looked at by its number is noted already.
    let note = Reading::path(file.path());
    if !done.edits.iter().any(|edit| edit.path == note) {
        done.edits.extend(setting.reading(subject, file, comparison, None));
    }
    Ok(())
}

/// Keeps the words of every source that a translation answers to and nobody has kept yet.
///
/// Whoever writes `base` by hand, in a web editor, needs this done before the source changes.
#[must_use]
pub fn keep(setting: &Setting<'_>) -> Done {
    let mut done = Done::default();
    for subject in setting.subjects.iter() {
        let today = Arc::new(subject.today());
        for (locale, file) in &subject.translations {
            let Some(base) = &file.said().base else { continue };
            if base.value.as_str() == today.id.as_str() {
                done.edits.extend(setting.snapshot(subject, &today));
            } else if Reading::find(setting.sources, file.path()).is_some() {
                continue;
            }
            let mut problems = Diagnostics::default();
            if let Some(comparison) =
                setting.subjects.compare_to(&today, setting.sources, subject, locale, &mut problems)
            {
                done.edits.extend(setting.reading(subject, file, &comparison, None));
            }
        }
    }
    let mut paths = BTreeSet::new();
    done.edits.retain(|edit| paths.insert(edit.path.clone()));
    Done { did: said_of_kept(done.edits.iter().map(|edit| &edit.path), 0).did, ..done }
}

/// What is said of what is kept from now on in the files at `paths`; so many of them were `found` elsewhere.
#[must_use]
pub fn said_of_kept<'a>(paths: impl Iterator<Item = &'a SourcePath>, found: usize) -> Done {
    let (notes, sources): (Vec<_>, Vec<_>) =
        paths.partition(|path| path.as_str().starts_with(crate::translation::reading::FOLDER));
    let (sources, notes) = (sources.len() - found, notes.len());
    let mut did = Vec::new();
    if sources > 0 {
        did.push(format!("kept the words of {}", count(sources, "source")));
    }
    if notes > 0 {
        let say = if notes == 1 { "says" } else { "say" };
        did.push(format!("noted what {} {say}", count(notes, "translation")));
    }
    if did.is_empty() && found == 0 {
        did.push(
            "there is nothing new to keep: no translation answers to a source of today whose words are not kept"
                .to_owned(),
        );
    }
    Done { did, ..Done::default() }
}
