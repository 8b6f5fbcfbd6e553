//! What has changed in a source, beside what its translation says.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::json;

use crate::base::{Locale, count};
use crate::content::front_matter::Quality;
use crate::edit::translate::{Places, Refused, Setting, hint_of_marks, maybe_minor};
use crate::translation::{Base, Change, Class, Comparison, Reading, Segment, Unread, Untouched, words_changed};

/// The changes that a translation has still to follow, as text or JSON.
pub(super) fn diff(setting: &Setting<'_>, language: &str, subject: &str, as_json: bool) -> Result<String, Refused> {
    let subject = setting.subject(subject)?;
    let locale = setting.language(Some(subject), language)?;
    let comparison = setting.compare(subject, &locale)?;
    let changes = comparison.numbered();
    let file = setting.translation(subject, &locale)?;
    let unread = setting.subjects.unread(setting.sources, subject, file, &comparison);
    if as_json {
        let untouched = Untouched::find(setting.sources, subject, file);
        let is_untouched = |change: &Change| untouched.as_ref().map(|untouched| untouched.is(&comparison, change));
        let changes: Vec<_> =
            changes.iter().map(|(number, change)| entry(&comparison, *number, change, is_untouched(change))).collect();
        let report = json!({
            "subject": subject.id.to_string(),
            "language": locale.as_str(),
            "status": comparison.standing.shown(),
            "standing": comparison.standing,
            "changes": changes,
            "unread": unread.iter().map(entry_of_unread).collect::<Vec<_>>(),
            "moved": comparison.out_of_order().iter().filter_map(|change| entry_of_moved(&comparison, change)).collect::<Vec<_>>(),
        });
        return Ok(format!("{report}\n"));
    }
    let mut text = format!("{} in {locale}: {}\n", subject.id, comparison.standing.shown());
    match &comparison.base {
        Base::Unsaid => text.push_str("it does not say which revision it answers to, so nothing can be compared\n"),
        Base::Lost(base) => {
            let _ = writeln!(text, "the snapshot `{base}` is not there, so nobody knows what has changed");
        }
        Base::Today | Base::Known(_) => {}
    }
    let (path, written) = (file.path(), setting.text(file.path())?);
    let places = Places::new(path, written);
    if !changes.is_empty() || !unread.is_empty() {
        let _ = writeln!(text, "the translation is {path}");
    }
    let untouched = Untouched::find(setting.sources, subject, file);
    let copied: BTreeSet<usize> = comparison.untranslated_changes().into_iter().map(|index| index + 1).collect();
    for (number, change) in &changes {
        let segment = comparison.after(change).or_else(|| comparison.before(change));
        let target = comparison.translation_of(change);
        let place = segment.map_or(String::new(), |segment| places.named(segment, target));
        let _ = writeln!(text, "\n{number}. {place}: {}", change.class.noun());
        if let Some(told) = change.meaning() {
            let _ = writeln!(text, "   mind the meaning: {told}");
        }
        match (comparison.before(change), comparison.after(change)) {
            (Some(before), Some(after)) => {
                let _ = writeln!(text, "   source  {}", words_changed(&before.markdown, &after.markdown));
            }
            (Some(before), None) => {
                let _ = writeln!(text, "   source  [-{}-]", as_written(before));
            }
            (None, Some(after)) => {
                let _ = writeln!(text, "   source  {{+{}+}}", as_written(after));
            }
            (None, None) => {}
        }
        for lag in comparison.lags(change, subject.source.locale(), &locale) {
            let _ = writeln!(text, "   not followed yet: {}", lag.told());
        }
        match target {
            Some(target) if change.class == Class::Removed => {
                let _ = writeln!(
                    text,
                    "   {:<7} {}\n   its source is gone: delete it here too",
                    locale.as_str(),
                    as_written(target)
                );
            }
            Some(target) => {
                let _ = writeln!(text, "   {:<7} {}", locale.as_str(), as_written(target));
                if copied.contains(number) {
                    let _ = writeln!(
                        text,
                        "   this is what the source says; if that is right, as for a name: `cxbook translate mark {locale} {} draft \
                         --same`",
                        subject.id
                    );
                } else if untouched.as_ref().is_some_and(|untouched| untouched.is(&comparison, change)) {
                    text.push_str("   this translation did not change yet\n");
                }
            }
            None => _ = writeln!(text, "   {:<7} (nothing yet)", locale.as_str()),
        }
    }
    let is_read_again = Reading::find(setting.sources, path).is_some_and(|reading| reading.is_read_again(file.said()));
    text.push_str(&to_read(&unread, is_read_again, &places, &locale));
    for moved in comparison.out_of_order() {
        let (Some(after), Some(target)) = (comparison.after(moved), comparison.translation_of(moved)) else { continue };
        let _ = writeln!(text, "\n{}: moved, and its translation stands where it stood", after.place.name());
        let _ = writeln!(text, "   {:<7} {}", locale.as_str(), as_written(target));
        let _ =
            writeln!(text, "next: put it in {path} where its source stands now; there is nothing to translate in it");
    }
    if !changes.is_empty() {
        text.push('\n');
        if let Some(hint) = hint_of_marks(path, written, file.body()) {
            let _ = writeln!(text, "next: {hint}");
        }
        let has_no_place = |change: &Change| match (change.class, comparison.translation_of(change)) {
            (Class::Added, None) => {
                comparison.after(change).is_some_and(|segment| places.line(segment, None).is_none())
            }
            (Class::Removed, Some(target)) => target.place.block().is_some() && target.mark.is_none(),
            _ => false,
        };
        if changes.iter().any(|(_, change)| has_no_place(change)) {
            let _ = writeln!(
                text,
                "next: `cxbook translate update {locale} {}` puts what was added into its place, and marks what has no source",
                subject.id
            );
        }
        if let Some(note) = maybe_minor(&comparison, subject) {
            let _ = writeln!(text, "note: {note}");
        }
        let _ = writeln!(
            text,
            "next: edit {path}, then `cxbook translate sync {locale} {id}` (or `--segment 1,2` for some)",
            id = subject.id
        );
    } else if matches!(comparison.base, Base::Today | Base::Known(_)) {
        text.push_str(match unread.is_empty() {
            true => "its source says what it said when this was translated\n",
            false => "\n",
        });
        let (id, standing) = (&subject.id, &comparison.standing);
        if standing.untranslated > 0 {
            let _ = writeln!(
                text,
                "next: {} of {} {} not translated: `cxbook translate status {locale} {id}`",
                standing.untranslated,
                count(standing.segments, "segment"),
                if standing.untranslated == 1 { "is" } else { "are" }
            );
        } else if standing.quality != Quality::Reviewed || !(unread.is_empty() || is_read_again) {
            let _ = writeln!(
                text,
                "next: once somebody has read it: `cxbook translate mark {locale} {id} reviewed --reviewer NAME`"
            );
        }
    } else {
        let _ =
            writeln!(text, "next: read it against the source, then `cxbook translate sync {locale} {}`", subject.id);
    }
    Ok(text)
}

/// The segment as its author wrote it, links and all, on one line.
fn as_written(segment: &Segment) -> String {
    segment.markdown.split(['\n', '\r']).map(str::trim_start).collect::<Vec<_>>().join(" ")
}

/// What is said to be followed and was not read since.
fn to_read(unread: &[Unread], is_read_again: bool, places: &Places<'_>, locale: &Locale) -> String {
    let mut text = String::new();
    if unread.is_empty() {
        return text;
    }
    let many = count(unread.len(), "change");
    let _ = match is_read_again {
        false => writeln!(text, "\nsaid to be followed, and read by nobody since: {many}"),
        true => writeln!(text, "\nsaid to be followed and read since (`cxbook translate keep` notes that): {many}"),
    };
    for one in unread {
        let place = one.after.as_ref().or(one.before.as_ref());
        let place = place.map_or_else(String::new, |segment| places.named(segment, one.target.as_ref()));
        let _ = writeln!(text, "\n- {place}: {}", one.change.class.noun());
        if let Some(told) = one.change.meaning() {
            let _ = writeln!(text, "   mind the meaning: {told}");
        }
        let _ = match (&one.before, &one.after) {
            (Some(before), Some(after)) => {
                writeln!(text, "   source  {}", words_changed(&before.markdown, &after.markdown))
            }
            (Some(before), None) => writeln!(text, "   source  [-{}-]", as_written(before)),
            (None, Some(after)) => writeln!(text, "   source  {{+{}+}}", as_written(after)),
            (None, None) => Ok(()),
        };
        if let Some(target) = &one.target {
            let _ = writeln!(text, "   {:<7} {}", locale.as_str(), as_written(target));
        }
        if one.is_unchanged {
            let _ = writeln!(text, "   {}", one.told());
        }
    }
    text
}

fn entry_of_unread(one: &Unread) -> serde_json::Value {
    let text = |segment: &Option<Segment>| segment.as_ref().map(|segment| segment.markdown.clone());
    json!({
        "place": one.after.as_ref().or(one.before.as_ref()).map(|segment| segment.place.name()),
        "class": one.change.class,
        "risks": one.change.risks,
        "before": text(&one.before),
        "after": text(&one.after),
        "translation": text(&one.target),
        "unchanged": one.is_unchanged,
    })
}

fn entry_of_moved(comparison: &Comparison, change: &Change) -> Option<serde_json::Value> {
    let (after, target) = (comparison.after(change)?, comparison.translation_of(change)?);
    Some(json!({ "place": after.place.name(), "source": after.markdown, "translation": target.markdown }))
}

fn entry(comparison: &Comparison, number: usize, change: &Change, is_untouched: Option<bool>) -> serde_json::Value {
    let text = |segment: Option<&Segment>| segment.map(|segment| segment.markdown.clone());
    let place = comparison.after(change).or_else(|| comparison.before(change)).map(|segment| segment.place.name());
    json!({
        "number": number,
        "place": place,
        "class": change.class,
        "risks": change.risks,
        "before": text(comparison.before(change)),
        "after": text(comparison.after(change)),
        "translation": text(comparison.translation_of(change)),
        "unchanged": is_untouched,
    })
}
