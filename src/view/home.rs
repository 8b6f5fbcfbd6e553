//! The home page of a language: the loop, the numbers, journeys as lines, principles as rules.

use super::article::principle_line;
use super::page::{
    Coverage, EntityLink, Headline, Home, Html, JourneyLine, LifecycleView, LobeView, RecentLine, StageLine,
};
use super::prose::Prose;
use super::scope::{Scope, args};
use crate::base::Date;
use crate::content::front_matter::Owner;
use crate::content::vocabulary::Lifecycle;
use crate::content::{EntityId, Kind};
use crate::draw;
use crate::graph::route::HOME;
use crate::graph::{Node, Relation};

/// How many things the list of what is new or changed holds.
const RECENT: usize = 8;

/// The home page.
pub(super) fn page(scope: Scope<'_>, node: Option<&Node>, prose: Prose) -> Home {
    let common = node.and_then(Node::common);
    let lede = node.zip(common).and_then(|(node, common)| scope.linked_text_if(&node.id, common.summary.as_ref()));
    Home {
        lede_html: lede,
        body_html: prose.html,
        numbers: numbers(scope),
        lifecycle: scope.graph().in_order(Kind::Lifecycle).first().and_then(|node| lifecycle(scope, node, "cx-loop")),
        journeys: journeys(scope),
        principles: principles(scope),
        recent: recent(scope),
        coverage: coverage(scope),
    }
}

fn numbers(scope: Scope<'_>) -> Vec<Headline> {
    let counts = scope.site.counts();
    let number = |finding: &'static str, message: &str, count: usize| Headline {
        value: scope.number(count),
        label: scope.say_with(message, args!["count" => count]),
        href: scope.finding_href(finding),
        tone: if count == 0 { "ok" } else { "bad" },
    };
    vec![
        number("unowned", "headline-unowned", counts.unowned_pains),
        number("coverage", "headline-breaks", counts.breaks),
        number("tell-us-once", "headline-tell-us-once", counts.asked_again),
        Headline { tone: "warn", ..number("no-brainers", "headline-no-brainers", counts.no_brainers) },
    ]
}

/// A lifecycle with how many journeys go through each stage, and what hurts there unowned.
///
/// `anchor` makes the ids of the drawing unique on the page.
pub(super) fn lifecycle(scope: Scope<'_>, node: &Node, anchor: &str) -> Option<LifecycleView> {
    let lifecycle = node.lifecycle()?;
    let mut number = 0;
    let mut lobes = Vec::new();
    let mut drawn = Vec::new();
    for (lobe, stages) in &lifecycle.lobes {
        let label_html = lobe_label(&scope, lobe.as_str());
        let mut lines = Vec::new();
        let mut nodes = Vec::new();
        for stage in stages {
            number += 1;
            let id = EntityId::new(Kind::Stage, format!("{}/{}", node.id.id, stage.value));
            let (journeys, unowned) = traffic(scope, &id);
            let text = traffic_text(scope, &id);
            let mut badge = Vec::new();
            if journeys > 0 {
                badge.push(scope.say_with("stage-traffic", args!["journeys" => journeys, "unowned" => 0]));
            }
            if unowned > 0 {
                badge.push(scope.say_with("stage-unowned", args!["count" => unowned]));
            }
            nodes.push(draw::Stage {
                number: scope.number(number),
                label: scope.plain_name(&id),
                badge,
                href: scope.href_of(&id).unwrap_or_default(),
                is_empty: journeys == 0,
                is_unowned: unowned > 0,
            });
            let link = EntityLink { summary_html: None, ..scope.entity(&id) };
            lines.push(StageLine { number, link, text, is_empty: journeys == 0 });
        }
        drawn.push(draw::Lobe { label: lobe_word(&scope, lobe.as_str()), stages: nodes });
        lobes.push(LobeView { key: lobe.to_string(), label_html, stages: lines });
    }
    Some(LifecycleView {
        name_html: Html::escaped(&lifecycle_name(scope, node)),
        svg_html: picture(scope, node, lifecycle, &drawn, anchor),
        lobes,
    })
}

fn picture(scope: Scope<'_>, node: &Node, lifecycle: &Lifecycle, lobes: &[draw::Lobe], anchor: &str) -> Html {
    let promise = draw::Promise { label: scope.say("loop-promise"), href: scope.finding_href("promises") };
    let stages: usize = lobes.iter().map(|lobe| lobe.stages.len()).sum();
    let title = scope.say_with("loop-title", args!["name" => lifecycle_name(scope, node), "stages" => stages]);
    let drawing = draw::Lifecycle {
        lobes,
        loops: lifecycle.loops,
        promise: Some(&promise),
        direction: scope.direction(),
        id: anchor,
        title: &title,
    };
    Html::trusted(drawing.svg())
}

/// What a lifecycle is called; one that its author has not named, by its first and its last stage.
pub(super) fn lifecycle_name(scope: Scope<'_>, node: &Node) -> String {
    let Some(lifecycle) = node.lifecycle() else { return String::new() };
    if lifecycle.name.is_some() {
        return scope.plain_name(&node.id);
    }
    let stages = || lifecycle.lobes.values().flatten();
    let name = |stage: &crate::base::Spanned<crate::base::Id>| {
        scope.plain_name(&EntityId::new(Kind::Stage, format!("{}/{}", node.id.id, stage.value)))
    };
    match (stages().next(), stages().last()) {
        (Some(first), Some(last)) => {
            scope.say_with("lifecycle-span", args!["first" => name(first), "last" => name(last)])
        }
        _ => scope.kind(Kind::Lifecycle).to_owned(),
    }
}

/// What a lobe is called: the theme knows `buy` and `own`; any other is a term, or its id.
pub(super) fn lobe_label(scope: &Scope<'_>, lobe: &str) -> Html {
    match scope.say_if_known(&format!("lobe-{lobe}")) {
        Some(word) => Html::escaped(&word),
        None => scope.name(&EntityId::new(Kind::Term, lobe)),
    }
}

fn lobe_word(scope: &Scope<'_>, lobe: &str) -> String {
    let term = || scope.plain_name(&EntityId::new(Kind::Term, lobe));
    scope.say_if_known(&format!("lobe-{lobe}")).unwrap_or_else(term)
}

/// What happens at a stage, in words.
pub(super) fn traffic_text(scope: Scope<'_>, stage: &EntityId) -> String {
    let (journeys, unowned) = traffic(scope, stage);
    scope.say_with("stage-traffic", args!["journeys" => journeys, "unowned" => unowned])
}

/// How many current journeys have a phase at a stage, and how many pains there nobody owns.
fn traffic(scope: Scope<'_>, stage: &EntityId) -> (usize, usize) {
    let graph = scope.graph();
    let is_current = |id: &EntityId| graph.current_journeys().any(|(node, _)| node.id == *id);
    let mut journeys: Vec<&EntityId> =
        graph.sources_of(stage, Relation::AtStage).map(|phase| &phase.entity).filter(|id| is_current(id)).collect();
    journeys.sort();
    journeys.dedup();
    let unowned = graph
        .steps_of(stage)
        .iter()
        .filter(|place| journeys.contains(&&place.entity))
        .filter_map(|place| graph.step(place))
        .flat_map(|step| step.pains.values())
        .filter(|pain| matches!(pain.owner, Owner::Nobody(_)))
        .count();
    (journeys.len(), unowned)
}

/// Current journeys, those with the most steps first, then those that show what should be.
fn journeys(scope: Scope<'_>) -> Vec<JourneyLine> {
    let mut nodes: Vec<&Node> =
        scope.graph().journeys().map(|(node, _)| node).filter(|node| !node.is_archived()).collect();
    scope.sort_by_name(&mut nodes, |node| &node.id);
    nodes.sort_by_key(|node| node.journey().map(|journey| (journey.state, journey.level)));
    nodes.into_iter().filter_map(|node| super::journey::line(scope, node)).collect()
}

fn principles(scope: Scope<'_>) -> Vec<super::page::PrincipleLine> {
    let mut nodes: Vec<&Node> = scope.graph().of_kind(Kind::Principle).filter(|node| !node.is_archived()).collect();
    scope.sort_by_name(&mut nodes, |node| &node.id);
    nodes.into_iter().map(|node| principle_line(scope, &node.id)).collect()
}

/// The newest and the last changed.
fn recent(scope: Scope<'_>) -> Vec<RecentLine> {
    let day = |node: &Node| -> Option<Date> {
        let common = node.common()?;
        common.updated.as_ref().or(common.published.as_ref()).map(|date| date.value)
    };
    let is_shown = |node: &&Node| !node.is_archived() && node.id.id != HOME && node.id.kind != Kind::Response;
    let mut dated: Vec<(Date, &Node)> =
        scope.graph().nodes().filter(is_shown).filter_map(|node| Some((day(node)?, node))).collect();
    dated.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.id.cmp(&other.1.id)));
    dated.truncate(RECENT);
    dated
        .into_iter()
        .map(|(date, node)| RecentLine { link: scope.entity_name(&node.id), day: scope.day(date) })
        .collect()
}

/// How much of the site is in the reader's language.
fn coverage(scope: Scope<'_>) -> Option<Coverage> {
    let graph = scope.graph();
    if scope.locale() == graph.source_language() {
        return None;
    }
    let documents = || graph.nodes().filter(|node| node.document().is_some() && node.id.kind != Kind::Response);
    let total = documents().count();
    let is_done = |node: &&Node| node.locale == *scope.locale() || node.translations.contains_key(scope.locale());
    let done = documents().filter(is_done).count();
    let text = scope.say_with("coverage-text", args!["done" => done, "total" => total]);
    Some(Coverage { done, total, text })
}
