//! What has changed in a source, beside what its translation says.

use std::fmt::Write as _;

use serde_json::json;

use crate::edit::translate::{Refused, Setting, hint_of_marks};
use crate::translation::{Base, Change, Class, Comparison, Segment, words_changed};

/// The changes that a translation has still to follow, as text or JSON.
pub(super) fn diff(setting: &Setting<'_>, language: &str, subject: &str, as_json: bool) -> Result<String, Refused> {
    let subject = setting.subject(subject)?;
    let locale = setting.language(Some(subject), language)?;
    let comparison = setting.compare(subject, &locale)?;
    let changes = comparison.numbered();
    if as_json {
        let changes: Vec<_> = changes.iter().map(|(number, change)| entry(&comparison, *number, change)).collect();
        let report = json!({
            "subject": subject.id.to_string(),
            "language": locale.as_str(),
            "status": comparison.standing.shown(),
            "standing": comparison.standing,
            "changes": changes,
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
    for (number, change) in &changes {
        let place =
            comparison.after(change).or_else(|| comparison.before(change)).map_or(String::new(), |it| it.place.name());
        let risk = change.meaning().map(|risks| format!("  MEANING: {risks}")).unwrap_or_default();
        let _ = writeln!(text, "\n{number}. {place}: {}{risk}", change.class.noun());
        match (comparison.before(change), comparison.after(change)) {
            (Some(before), Some(after)) => {
                let _ = writeln!(text, "   source  {}", words_changed(&before.markdown, &after.markdown));
            }
            (Some(before), None) => {
                let _ = writeln!(text, "   source  [-{}-]", before.text);
            }
            (None, Some(after)) => {
                let _ = writeln!(text, "   source  {{+{}+}}", after.text);
            }
            (None, None) => {}
        }
        if let Some(target) = comparison.translation_of(change) {
            let _ = writeln!(text, "   {:<7} {}", locale.as_str(), target.text);
        }
    }
    let path = setting.translation(subject, &locale)?.path();
    if !changes.is_empty() {
        text.push('\n');
        let file = setting.translation(subject, &locale)?;
        if let Some(hint) = hint_of_marks(path, setting.text(path)?, file.body()) {
            let _ = writeln!(text, "next: {hint}");
        }
        let has_no_place = |change: &Change| match change.class {
            Class::Added => comparison.translation_of(change).is_none(),
            class => matches!(class, Class::Removed),
        };
        if changes.iter().any(|(_, change)| has_no_place(change)) {
            let _ = writeln!(
                text,
                "next: `cxbook translate update {locale} {}` puts what was added into its place, and marks what has no source",
                subject.id
            );
        }
        let _ = writeln!(
            text,
            "next: edit {path}, then `cxbook translate sync {locale} {id}` (or `--segment 1,2` for some)",
            id = subject.id
        );
    } else if !matches!(comparison.base, Base::Today | Base::Known(_)) {
        let _ =
            writeln!(text, "next: read it against the source, then `cxbook translate sync {locale} {}`", subject.id);
    }
    Ok(text)
}

fn entry(comparison: &Comparison, number: usize, change: &Change) -> serde_json::Value {
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
    })
}
