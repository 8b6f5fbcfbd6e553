//! The anchors of a page: its headings' and those of its parts.

use super::{Graph, Part, Place, place};
use crate::base::{Id, Locale};
use crate::content::EntityId;
use crate::content::front_matter::{FrontMatter, Journey};
use crate::markdown::{self, Heading};

impl Graph {
    /// The id of each heading of the body that the page of `id` shows in `locale`, in their order.
    ///
    /// A translated heading has the id of the source heading it stands for, so a link to a part of a
    /// page works in every language. One that the source does not have gets an id of its own.
    #[must_use]
    pub fn anchors(&self, id: &EntityId, locale: &Locale) -> Vec<String> {
        let (Some(node), Some(body)) = (self.node(id), self.body(id, locale)) else { return Vec::new() };
        let Some(source) = node.document().filter(|_| *body.locale != node.locale) else {
            return markdown::anchors(&body.value.headings);
        };
        translated(&source.parsed.body.headings, &body.value.headings)
    }

    /// The part of `id` that `anchor` names: by its full anchor, or for a step by its id alone.
    ///
    /// Headings are compared with those of the source, whose ids hold in every language.
    #[must_use]
    pub fn part(&self, id: &EntityId, anchor: &str) -> Option<Part> {
        let node = self.node(id)?;
        if let Some(journey) = node.journey() {
            let bare = Id::parse(anchor).ok().filter(|step| journey.step(step).is_some()).map(Part::Step);
            if let Some(part) = bare.or_else(|| parts(journey).find(|part| part.anchor() == anchor)) {
                return Some(part);
            }
        }
        if let Some(persona) = node.persona() {
            let mut needs = persona.needs.keys().map(|need| Part::Need(need.clone()));
            if let Some(part) = needs.find(|part| part.anchor() == anchor) {
                return Some(part);
            }
        }
        self.anchors(id, &node.locale).iter().any(|heading| heading == anchor).then(|| Part::Heading(anchor.into()))
    }

    /// The anchors that a part of a journey or a persona had under former ids of it, or of the step that
    /// it hurts at.
    #[must_use]
    pub fn former_anchors(&self, id: &EntityId, part: &Part) -> Vec<String> {
        let Some(common) = self.node(id).and_then(super::Node::common).filter(|common| !common.renamed_from.is_empty())
        else {
            return Vec::new();
        };
        let of = |key: String| common.renamed_from.get(key.as_str()).into_iter().flatten().map(|id| id.value.clone());
        let former: Vec<Part> = match part {
            Part::Phase(id) => of(format!("phases.{id}")).map(Part::Phase).collect(),
            Part::Step(id) => of(format!("steps.{id}")).map(Part::Step).collect(),
            Part::Opportunity(id) => of(format!("opportunities.{id}")).map(Part::Opportunity).collect(),
            Part::Deviation(id) => of(format!("deviations.{id}")).map(Part::Deviation).collect(),
            Part::Evidence(id) => of(format!("evidence.{id}")).map(Part::Evidence).collect(),
            Part::Need(id) => of(format!("needs.{id}")).map(Part::Need).collect(),
            Part::Heading(_) => Vec::new(),
            Part::Pain { at, pain } => {
                let places = ["steps", "deviations"];
                let pains = || {
                    [pain.clone()]
                        .into_iter()
                        .chain(places.iter().flat_map(|place| of(format!("{place}.{at}.pains.{pain}"))))
                };
                let holders =
                    [at.clone()].into_iter().chain(places.iter().flat_map(|place| of(format!("{place}.{at}"))));
                holders
                    .flat_map(|at| pains().map(move |pain| Part::Pain { at: at.clone(), pain }))
                    .filter(|former| former != part)
                    .collect()
            }
        };
        let is_taken = |anchor: &String| self.part(id, anchor).is_some();
        former.iter().map(Part::anchor).filter(|anchor| !is_taken(anchor)).collect()
    }

    /// Every anchor that a link to `id` may name, for suggestions.
    pub(super) fn known_anchors(&self, id: &EntityId) -> Vec<String> {
        let Some(node) = self.node(id) else { return Vec::new() };
        let parts = node.document().map(|document| parts_of(&document.parsed.front_matter)).unwrap_or_default();
        let mut known: Vec<String> = parts.iter().map(Part::anchor).collect();
        if let Some(journey) = node.journey() {
            known.extend(journey.all_steps().map(|(step, _)| step.to_string()));
        }
        known.extend(self.anchors(id, &node.locale));
        known
    }

    /// What `place` is called in `locale`: the name of the step, the opportunity, the deviation, the
    /// words of the pain; of anything else, the name of its entity.
    #[must_use]
    pub fn name_of<'a>(&'a self, place: &'a Place, locale: &Locale) -> super::Localized<'a> {
        let key = match &place.part {
            Some(Part::Phase(id)) => format!("phases.{id}.name"),
            Some(Part::Step(id)) => format!("steps.{id}.name"),
            Some(Part::Pain { at, pain }) => {
                let is_step = self
                    .node(&place.entity)
                    .and_then(super::Node::journey)
                    .is_some_and(|journey| journey.step(at).is_some());
                let holder = if is_step { "steps" } else { "deviations" };
                format!("{holder}.{at}.pains.{pain}.text")
            }
            Some(Part::Opportunity(id)) => format!("opportunities.{id}.name"),
            Some(Part::Deviation(id)) => format!("deviations.{id}.name"),
            _ => return self.name(&place.entity, locale),
        };
        self.string(&place.entity, &key, locale).unwrap_or_else(|| self.name(&place.entity, locale))
    }
}

/// The parts of a journey or a persona that have anchors.
pub(super) fn parts_of(front_matter: &FrontMatter) -> Vec<Part> {
    match front_matter {
        FrontMatter::Journey(journey) => parts(journey).collect(),
        FrontMatter::Persona(persona) => persona.needs.keys().map(|need| Part::Need(need.clone())).collect(),
        _ => Vec::new(),
    }
}

/// Every part of a journey that has an anchor.
pub(super) fn parts(journey: &Journey) -> impl Iterator<Item = Part> + '_ {
    let pains = journey
        .all_steps()
        .map(|(at, step)| (at, &step.pains))
        .chain(journey.deviations.iter().map(|(at, deviation)| (at, &deviation.pains)))
        .flat_map(|(at, pains)| pains.keys().map(move |pain| Part::Pain { at: at.clone(), pain: pain.clone() }));
    journey
        .phases
        .keys()
        .map(|id| Part::Phase(id.clone()))
        .chain(journey.all_steps().map(|(id, _)| Part::Step(id.clone())))
        .chain(pains)
        .chain(journey.opportunities.keys().map(|id| Part::Opportunity(id.clone())))
        .chain(journey.deviations.keys().map(|id| Part::Deviation(id.clone())))
        .chain(journey.evidence.keys().map(|id| Part::Evidence(id.clone())))
}

/// The anchor of the part, or of an entity that shares a page with others.
pub(super) fn fragment(place: &Place) -> Option<String> {
    match &place.part {
        Some(part) => Some(part.anchor()),
        None => place::anchor_on_shared_page(&place.entity),
    }
}

/// The ids of translated headings: one pinned to an id of the source has that, others take the id of the source
/// heading they are aligned with, which has the same level and comes in the same order. An id of their own, which no
/// link of another page could name, only those have that answer to none.
fn translated(source: &[Heading], translation: &[Heading]) -> Vec<String> {
    let ids = markdown::anchors(source);
    let own = markdown::anchors(translation);
    let mut anchors: Vec<Option<String>> = vec![None; translation.len()];
    for (index, heading) in translation.iter().enumerate() {
        if heading.pinned.is_some() && ids.contains(&own[index]) {
            anchors[index] = Some(own[index].clone());
        }
    }
    for (ours, theirs) in aligned(source, translation) {
        let is_taken = anchors.iter().flatten().any(|anchor| *anchor == ids[theirs]);
        if anchors[ours].is_none() && !is_taken {
            anchors[ours] = Some(ids[theirs].clone());
        }
    }
    for index in 0..anchors.len() {
        if anchors[index].is_none() {
            let is_taken = |wanted: &str| {
                anchors.iter().flatten().any(|anchor| anchor == wanted) || ids.iter().any(|id| id == wanted)
            };
            let mut wanted = own[index].clone();
            let mut count = 1;
            while is_taken(&wanted) {
                count += 1;
                wanted = format!("{}-{count}", own[index]);
            }
            anchors[index] = Some(wanted);
        }
    }
    anchors.into_iter().flatten().collect()
}

/// Pairs of translated and source headings: the longest run of equal levels in the same order,
/// where a pinned id decides before levels do.
fn aligned(source: &[Heading], translation: &[Heading]) -> Vec<(usize, usize)> {
    if source.len() == translation.len() {
        return (0..source.len()).map(|index| (index, index)).collect();
    }
    let fits = |ours: &Heading, theirs: &Heading| {
        ours.level == theirs.level && (ours.pinned.is_none() || ours.pinned == theirs.pinned)
    };
    let (rows, columns) = (translation.len(), source.len());
    let mut longest = vec![vec![0_usize; columns + 1]; rows + 1];
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let skip = longest[row + 1][column].max(longest[row][column + 1]);
            let both = if fits(&translation[row], &source[column]) { 1 + longest[row + 1][column + 1] } else { 0 };
            longest[row][column] = skip.max(both);
        }
    }
    let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
    while row < rows && column < columns {
        if fits(&translation[row], &source[column]) && longest[row][column] == 1 + longest[row + 1][column + 1] {
            pairs.push((row, column));
            row += 1;
            column += 1;
        } else if longest[row + 1][column] >= longest[row][column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Limits, parse};

    fn headings(levels: &[(usize, &str)]) -> Vec<Heading> {
        let lines: Vec<String> =
            levels.iter().map(|(level, text)| format!("{} {text}\n", "#".repeat(*level))).collect();
        parse(&lines.concat(), 0, &Limits::default()).headings
    }

    #[test]
    fn a_translated_heading_takes_the_id_of_its_source() {
        let source = headings(&[(2, "Why"), (2, "How")]);
        assert_eq!(translated(&source, &headings(&[(2, "Pourquoi"), (2, "Comment")])), ["why", "how"]);
    }

    #[test]
    fn an_id_that_only_the_translation_has_does_not_take_the_place_of_the_source_id() {
        let source = headings(&[(2, "Follow one finger {#finger}"), (2, "How")]);
        let french = headings(&[(2, "Suivre un doigt {#doigt}"), (2, "Comment {#how}")]);
        assert_eq!(translated(&source, &french), ["finger", "how"]);
    }

    #[test]
    fn an_extra_heading_gets_its_own_id_and_moves_no_other() {
        let source = headings(&[(2, "Why"), (2, "How")]);
        let french = headings(&[(2, "Pourquoi"), (3, "Note"), (2, "Comment")]);
        assert_eq!(translated(&source, &french), ["why", "note", "how"]);
    }
}
