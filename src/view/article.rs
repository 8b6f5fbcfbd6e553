//! An article, or a plain page, to what its page shows.

use super::entries::entity;
use super::names::{Named, verdict_look};
use super::page::{ArticlePage, Badge, EntityLink, Meta, PlainPage, PrincipleLine, ResponseView};
use super::principle::COUNTED;
use super::prose::Prose;
use super::scope::{Scope, args, badge};
use crate::content::front_matter::{ArticleForm, JourneyRef, Verdict};
use crate::content::{EntityId, Kind};
use crate::graph::{Node, Part, Place, Relation};

/// The page of an article.
pub(super) fn page(scope: Scope<'_>, node: &Node, prose: Prose) -> Option<ArticlePage> {
    let article = node.article()?;
    let common = &article.common;
    let form = (article.form != ArticleForm::Article).then(|| scope.name_of(article.form));
    let neighbours = scope.reader.neighbours.get(&node.id);
    let neighbour = |id: Option<&EntityId>| id.map(|id| scope.link(id));
    Some(ArticlePage {
        summary_html: scope.text_if(&node.id, common.summary.as_ref()),
        question_html: scope.text_if(&node.id, article.question.as_ref()),
        meta: Meta { form, reading_time: Some(reading_time(&scope, prose.words)), ..scope.meta(node, common) },
        figures: common
            .figures
            .values()
            .filter_map(|figure| scope.figure(&node.id, figure))
            .filter(|figure| !prose.pictures.contains(&figure.src))
            .collect(),
        principles: article
            .principles
            .iter()
            .map(|principle| principle_line(scope, &entity(Kind::Principle, principle)))
            .collect(),
        journeys: article.journeys.iter().map(|journey| journey_link(scope, &journey.value)).collect(),
        sources: scope.source_lines(&common.sources),
        responses: responses(scope, node),
        backlinks: scope.backlinks(&node.id),
        previous: neighbours.and_then(|(previous, _)| neighbour(previous.as_ref())),
        next: neighbours.and_then(|(_, next)| neighbour(next.as_ref())),
        body_html: prose.html,
    })
}

/// A page of prose without a kind of its own.
pub(super) fn plain(scope: Scope<'_>, node: &Node, prose: Prose) -> PlainPage {
    let common = node.common();
    PlainPage {
        summary_html: common.and_then(|common| scope.text_if(&node.id, common.summary.as_ref())),
        body_html: prose.html,
        meta: common.map(|common| scope.meta(node, common)).unwrap_or_default(),
    }
}

/// A principle with how often current journeys break and keep it.
pub(super) fn principle_line(scope: Scope<'_>, id: &EntityId) -> PrincipleLine {
    let counts = scope.site.verdicts(id);
    let badges = COUNTED.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    let verdicts = badges.map(|(verdict, count)| verdict_badge(&scope, verdict, count)).collect();
    PrincipleLine { verdicts, link: scope.entity(id) }
}

/// "✗ breaks 2".
pub(super) fn verdict_badge(scope: &Scope<'_>, verdict: Verdict, count: usize) -> Badge {
    let (mark, tone) = verdict_look(verdict);
    let text = scope.say_with("verdict-count", args!["verdict" => scope.say(verdict.key()), "count" => count]);
    badge(format!("{mark} {text}"), tone)
}

fn journey_link(scope: Scope<'_>, journey: &JourneyRef) -> EntityLink {
    match journey {
        JourneyRef::Journey(id) => scope.entity(&EntityId::new(Kind::Journey, id.as_str())),
        JourneyRef::Step(step) => {
            let Some(journey) = &step.journey else {
                return scope.entity(&EntityId::new(Kind::Journey, step.step.as_str()));
            };
            let id = EntityId::new(Kind::Journey, journey.as_str());
            let place = Place::part(id.clone(), Part::Step(step.step.clone()));
            let text = args!["step" => scope.step_name(&id, &step.step), "journey" => scope.name(&id)];
            EntityLink {
                href: scope.href(&place).unwrap_or_default(),
                text_html: scope.say_html("step-of-journey", text),
                ..scope.entity_name(&id)
            }
        }
    }
}

/// Readers' responses, the oldest first.
fn responses(scope: Scope<'_>, node: &Node) -> Vec<ResponseView> {
    let mut responses: Vec<&Node> = scope
        .graph()
        .sources_of(&node.id, Relation::Answers)
        .filter_map(|place| scope.graph().node(&place.entity))
        .collect();
    let date = |node: &Node| node.response().and_then(|response| response.date.as_ref()).map(|date| date.value);
    responses.sort_by_key(|node| (date(node), node.id.clone()));
    responses
        .into_iter()
        .map(|node| ResponseView {
            anchor: format!("response-{}", node.id.id.rsplit_once('/').map_or(node.id.id.as_str(), |(_, id)| id)),
            author: scope.plain_name(&node.id),
            day: date(node).map(|date| scope.day(date)),
            body_html: scope.prose_with_prefix(&node.id, "response-").html,
        })
        .collect()
}

/// "6 minutes", at 220 words a minute.
fn reading_time(scope: &Scope<'_>, words: usize) -> String {
    scope.say_with("reading-time", args!["minutes" => words.div_ceil(220).max(1)])
}
