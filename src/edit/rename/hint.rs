//! A name that leads to nothing that can be renamed, to how it may be written.

use super::target::Sort;
use super::{former, known, parts};
use crate::base::nearest;
use crate::content::{EntityId, Kind};
use crate::edit::translate::{Refused, Setting};

/// The most names that are listed where none is near.
const LISTED: usize = 8;

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
    let holding = kinds().find(|kind| holds_parts(*kind) && known(setting, *kind).contains(holder));
    if let Some(kind) = holding.filter(|_| found.is_empty()) {
        return within(setting, kind, holder, inner);
    }
    if found.is_empty() {
        let former =
            kinds().filter_map(|kind| Some(format!("{}:{}", kind.noun(), former::entity(setting, kind, name)?)));
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

/// Says that nothing of this sort is called `name`, with what was probably meant, or else with what there is.
pub(super) fn not_found<'k>(noun: &str, name: &str, known: impl Iterator<Item = &'k str>) -> Refused {
    let known: Vec<&str> = known.collect();
    let is_part_of = |one: &&&str| name.len() > 2 && one.contains(name) || one.len() > 2 && name.contains(**one);
    let near = nearest(name, known.iter().copied()).or_else(|| known.iter().find(is_part_of).copied());
    let help = match near {
        Some(near) => format!("; did you mean `{near}`?"),
        None if known.is_empty() => String::new(),
        None => format!("; there is {}", listed(&known)),
    };
    Refused::new(format_args!("there is no {noun} called `{name}`{help}"))
}

/// `first-loan#ask`, written with the noun of the document: says how the part is named by itself.
pub(super) fn within(setting: &Setting<'_>, kind: Kind, holder: &str, inner: &str) -> Refused {
    let written = format!("{}:{holder}#{inner}", kind.noun());
    let id = EntityId::new(kind, holder);
    let all = parts_of(setting, &id);
    let is_meant = |(sort, name): &&(Sort, String)| {
        let last = name.rsplit('/').next().unwrap_or(name);
        last == inner || name == inner || format!("{}-{}", sort.noun(), name.replace('/', "-")) == inner
    };
    let form = |(sort, name): &(Sort, String)| format!("{}:{holder}#{name}", sort.noun());
    let meant: Vec<String> = all.iter().filter(is_meant).map(form).collect();
    match meant.as_slice() {
        [] => {}
        [one] => return Refused::new(format_args!("a part is named by its own sort; write `{one}`")),
        several => {
            let several: Vec<&str> = several.iter().map(String::as_str).collect();
            return Refused::new(format_args!("`{written}` may be several parts; write {}", listed(&several)));
        }
    }
    let near = nearest(inner, all.iter().map(|(_, name)| name.as_str()));
    let near = all.iter().find(|(_, name)| Some(name.as_str()) == near).map(form);
    let help = match near {
        Some(near) => format!("; did you mean `{near}`?"),
        None => {
            let forms: Vec<String> = all.iter().map(form).collect();
            let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
            if forms.is_empty() { String::new() } else { format!("; there is {}", listed(&forms)) }
        }
    };
    Refused::new(format_args!("the {} `{holder}` has no part called `{inner}`{help}", kind.noun()))
}

/// Whether documents of this kind have parts with ids of their own.
pub(super) fn holds_parts(kind: Kind) -> bool {
    Sort::ALL.iter().any(|sort| sort.holder() == kind)
}

/// Every part of a document; a pain after the step or the deviation it hurts at, as `wait/silence`.
fn parts_of(setting: &Setting<'_>, holder: &EntityId) -> Vec<(Sort, String)> {
    let mut all = Vec::new();
    for sort in
        [Sort::Step, Sort::Deviation, Sort::Opportunity, Sort::Phase, Sort::Information, Sort::Evidence, Sort::Need]
    {
        let ids = if sort.holder() == holder.kind { parts(setting, holder, sort, None) } else { continue };
        if matches!(sort, Sort::Step | Sort::Deviation) {
            let pains = ids.iter().flat_map(|at| {
                let pains = parts(setting, holder, Sort::Pain, Some(at));
                pains.into_iter().map(move |pain| (Sort::Pain, format!("{at}/{pain}")))
            });
            let pains: Vec<(Sort, String)> = pains.collect();
            all.extend(ids.into_iter().map(|id| (sort, id)));
            all.extend(pains);
        } else {
            all.extend(ids.into_iter().map(|id| (sort, id)));
        }
    }
    all
}

/// The first few names, each as code, and how many there are beyond.
fn listed(names: &[&str]) -> String {
    let (few, more) = names.split_at(names.len().min(LISTED));
    let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
    format!("`{}`{more}", few.join("`, `"))
}
