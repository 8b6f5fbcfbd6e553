//! Ids that something had before: to what it is called today.

use super::target::Sort;
use super::{known, parts};
use crate::base::{Id, nearest};
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

/// Says how to name what is only called `name`.
pub(super) fn without_noun(setting: &Setting<'_>, name: &str) -> Refused {
    let is_short = |kind: &Kind| !matches!(kind, Kind::Stage | Kind::Response);
    let kinds = || Kind::ALL.iter().copied().filter(is_short);
    let (holder, inner) = name.split_once('#').unwrap_or(("", name));
    let mut found: Vec<String> = kinds()
        .filter(|kind| holder.is_empty() && known(setting, *kind).contains(name))
        .map(|kind| format!("{}:{name}", kind.noun()))
        .collect();
    for sort in Sort::ALL.into_iter().filter(|sort| *sort != Sort::Pain) {
        for document in setting.documents.sources().filter(|document| document.id.kind == sort.holder()) {
            let is_there = holder.is_empty() || document.id.id == holder;
            if is_there && parts(setting, &document.id, sort, None).contains(inner) {
                found.push(format!("{}:{}#{inner}", sort.noun(), document.id.id));
            }
        }
    }
    if found.is_empty() {
        let former = kinds().filter_map(|kind| Some(format!("{}:{}", kind.noun(), entity(setting, kind, name)?)));
        found.extend(former);
    }
    if found.is_empty() {
        let ids: Vec<(Kind, String)> =
            kinds().flat_map(|kind| known(setting, kind).into_iter().map(move |id| (kind, id))).collect();
        let near = nearest(name, ids.iter().map(|(_, id)| id.as_str()));
        let near = ids.iter().filter(|(_, id)| Some(id.as_str()) == near);
        found.extend(near.map(|(kind, id)| format!("{}:{id}", kind.noun())));
    }
    let (few, more) = found.split_at(found.len().min(4));
    let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
    let help = match few {
        [] => format!("write `article:{name}`, `touchpoint:{name}` or `step:<journey>#{name}`"),
        [one] => format!("write `{one}`"),
        _ => format!("write which: `{}`{more}", few.join("`, `")),
    };
    Refused::new(format_args!("`{name}` does not say what it is; {help}"))
}
