//! Ids that something had before: to what it is called today.

use super::target::Sort;
use crate::base::Id;
use crate::content::{EntityId, Kind, renamed};
use crate::edit::translate::{Refused, Setting};

/// What the entity of this kind is called today that was called `name`.
pub(super) fn entity(setting: &Setting<'_>, kind: Kind, name: &str) -> Option<String> {
    renamed::today(setting.documents, &EntityId::new(kind, name)).map(|(today, _)| today.id.to_string())
}

/// What the part of `holder` is called today that was called `name`.
pub(super) fn part(
    setting: &Setting<'_>,
    holder: &EntityId,
    (sort, at): (Sort, Option<&str>),
    name: &str,
) -> Option<Id> {
    let document = setting.documents.sources().find(|document| document.id == *holder)?;
    let renamed = &document.parsed.front_matter.common()?.renamed_from;
    let prefixes = match (sort, at) {
        (Sort::Pain, Some(at)) => vec![format!("steps.{at}.pains."), format!("deviations.{at}.pains.")],
        _ => vec![format!("{}.", sort.field())],
    };
    let (key, _) = renamed.iter().find(|(key, former)| {
        let is_such =
            prefixes.iter().any(|prefix| key.strip_prefix(prefix.as_str()).is_some_and(|id| !id.contains('.')));
        is_such && former.iter().any(|id| id.value.as_str() == name)
    })?;
    Id::parse(key.rsplit('.').next()?).ok()
}

/// Why nothing may take the former id of something else.
pub(super) fn refused(noun: &str, new: &str, today: &str) -> Refused {
    Refused::new(format_args!(
        "the {noun} `{today}` was called `{new}` before, and what leads there from elsewhere would lead here instead; \
         choose another id, or take `{new}` out of its `renamed-from` first"
    ))
}
