//! A principle to its page: the rule, the contrast, and every step that keeps or breaks it.

use super::article::principle_line;
use super::entries::entity;
use super::names::{Named, stance_word, verdict_look, verdict_word};
use super::page::{EntityLink, Entry, Html, Link, PrinciplePage, StoryCard, VerdictGroup, VerdictJourney};
use super::prose::Prose;
use super::scope::{Scope, args, badge};
use crate::content::front_matter::Verdict;
use crate::content::{EntityId, Kind};
use crate::graph::{Node, Part, Place, Relation, VerdictAt};

/// The page of a principle.
pub(super) fn page(scope: Scope<'_>, node: &Node, prose: Prose) -> Option<PrinciplePage> {
    let principle = node.principle()?;
    let (id, common) = (&node.id, &principle.common);
    let family = principle.family.as_ref().map(|family| entity(Kind::Family, family));
    let facts = [
        scope.fact_word("stance", "principle-stance", principle.stance),
        scope.fact_word("dimension", "principle-dimension", principle.dimension),
        scope.fact_link("family", "kind-family", family),
        scope.fact_word("kano", "principle-kano", principle.kano),
        scope.fact_word("discipline", "principle-discipline", principle.discipline),
    ];
    let claim = principle.claim.as_ref().or(common.summary.as_ref());
    let counterweights = scope.graph().targets_of(id, Relation::Counterweight);
    let shows = shows(scope, id);
    Some(PrinciplePage {
        claim_html: scope.text_if(id, claim).unwrap_or_else(|| scope.name(id)),
        facts: facts.into_iter().flatten().collect(),
        inside_out_html: scope.text_if(id, principle.inside_out_looks_like.as_ref()),
        outside_in_html: scope.text_if(id, principle.outside_in_looks_like.as_ref()),
        test_html: scope.text_if(id, principle.test.as_ref()),
        counterweights: counterweights.map(|place| principle_line(scope, &place.entity)).collect(),
        body_html: prose.html,
        health: scope.site.health(id).map(|(health, steps)| {
            scope.say_with("principle-health", args!["health" => scope.thousandths(health), "steps" => steps])
        }),
        shows_empty: scope.say("principle-shows-nowhere"),
        shows,
        examples: stories(scope, id),
        symptoms: principle.symptoms.iter().map(|symptom| scope.link(&entity(Kind::Symptom, symptom))).collect(),
        sources: scope.source_lines(&common.sources),
        backlinks: scope.backlinks(id),
        meta: scope.meta(node, common),
    })
}

/// Every step with a verdict: grouped by verdict, the worst first, and by journey.
fn shows(scope: Scope<'_>, id: &EntityId) -> Vec<VerdictGroup> {
    let mut verdicts = scope.graph().verdicts(id);
    verdicts.sort_by_key(|at| (at.verdict, scope.graph().position(at.place)));
    verdicts.chunk_by(|one, other| one.verdict == other.verdict).filter_map(|chunk| group(scope, chunk)).collect()
}

fn group(scope: Scope<'_>, verdicts: &[VerdictAt<'_>]) -> Option<VerdictGroup> {
    let verdict = verdicts.first()?.verdict;
    let (mark, tone) = verdict_look(verdict);
    let journeys = verdicts.chunk_by(|one, other| one.place.entity == other.place.entity).filter_map(|chunk| {
        let journey = &chunk.first()?.place.entity;
        let steps = chunk.iter().map(|at| step(scope, at.place)).collect();
        Some(VerdictJourney { link: scope.entity_name(journey), steps })
    });
    Some(VerdictGroup {
        verdict: verdict_word(verdict),
        mark,
        tone,
        label: scope.say(verdict.key()),
        count: scope.say_with("count-steps", args!["count" => verdicts.len()]),
        journeys: journeys.collect(),
    })
}

/// A step, or a way off the path, with its feeling and what hurts there.
fn step(scope: Scope<'_>, place: &Place) -> Entry {
    let Some(step) = scope.graph().step(place) else {
        let deviation = match &place.part {
            Some(Part::Deviation(id)) => {
                scope.graph().node(&place.entity).and_then(|node| node.journey()?.deviations.get(id))
            }
            _ => None,
        };
        let feels = deviation.and_then(|deviation| deviation.emotion.as_ref());
        let badges =
            feels.map(|emotion| badge(scope.score(emotion.score), super::entries::tone_of_score(emotion.score)));
        let entry = scope.place_entry(place);
        return Entry { note_html: None, mark: Some("⤳"), badges: badges.into_iter().collect(), ..entry };
    };
    let mut badges = Vec::new();
    if let Some(feels) = scope.feeling_entry(&place.entity, step.emotion.as_ref(), step.feeling.as_ref()) {
        badges.push(badge(plain(scope, place, step).unwrap_or_default(), feels.tone));
    }
    let pains: Vec<Html> = step
        .pains
        .iter()
        .filter_map(|(id, pain)| {
            let part = Part::Pain { at: place.step_id()?.clone(), pain: id.clone() };
            let href = scope.href(&Place::part(place.entity.clone(), part)).unwrap_or_default();
            let text_html = pain.text.as_ref().map(|text| scope.text(&place.entity, text))?;
            Some(super::entries::anchor(&Link { href, text_html }))
        })
        .collect();
    let note_html =
        (!pains.is_empty()).then(|| scope.say_html("pains-here", args!["pains" => scope.list_html(&pains)]));
    Entry { badges, note_html, ..scope.step_entry(place) }
}

/// The feeling as plain words.
fn plain(scope: Scope<'_>, place: &Place, step: &crate::content::front_matter::Step) -> Option<String> {
    let score = step.emotion.as_ref().map(|emotion| scope.score(emotion.score));
    let feeling = step.feeling.as_ref().map(|feeling| scope.plain(&place.entity, feeling));
    match (score, feeling) {
        (Some(score), Some(feeling)) => {
            Some(scope.say_with("feels-in-words", args!["score" => score, "feeling" => feeling]))
        }
        (score, feeling) => score.or(feeling),
    }
}

/// The examples that show a principle.
fn stories(scope: Scope<'_>, id: &EntityId) -> Vec<StoryCard> {
    scope.graph().examples_of(id).into_iter().filter_map(|id| story(scope, id)).collect()
}

/// An example in short.
pub(super) fn story(scope: Scope<'_>, id: &EntityId) -> Option<StoryCard> {
    let example = scope.graph().node(id)?.example()?;
    Some(StoryCard {
        link: EntityLink { summary_html: None, ..scope.entity(id) },
        organisation_html: scope.text_if(id, example.organisation.as_ref()).unwrap_or_default(),
        stance: stance_word(example.stance),
        stance_label: example.stance.map(|stance| scope.name_of(stance)).unwrap_or_default(),
        moral_html: scope.text_if(id, example.moral.as_ref()),
    })
}

/// Every verdict that computed views count, from the worst to the best.
pub(super) const COUNTED: [Verdict; 3] = [Verdict::Breaks, Verdict::Partly, Verdict::Keeps];
