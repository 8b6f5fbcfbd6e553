//! All entities of a kind to the page that lists them, in the groups that suit the kind.

use std::collections::BTreeMap;

use super::article::principle_line;
use super::entries::{entity, plain_entry};
use super::names::stance_word;
use super::page::{Badge, Column, Entry, Html, IndexGroup, IndexItem, IndexPage, TableView};
use super::scope::{Scope, args, badge};
use crate::content::front_matter::{Journey, JourneyLevel, JourneyState, Ref};
use crate::content::{EntityId, Kind};
use crate::graph::{Feed, Node, Place, Relation};

/// The page that lists all of a kind.
pub(super) fn page(scope: Scope<'_>, kind: Kind) -> IndexPage {
    let groups = match kind {
        Kind::Journey => journeys(scope),
        Kind::Principle => by_reference(scope, kind, Kind::Family, |node| node.principle()?.family.as_ref()),
        Kind::Article => articles(scope),
        Kind::Event => events(scope),
        Kind::Stage => stages(scope),
        Kind::Touchpoint => by_reference(scope, kind, Kind::Purpose, |node| node.touchpoint()?.purpose.as_ref()),
        _ => vec![group(scope, "all", None, by_name(scope, scope.graph().of_kind(kind)))],
    };
    let is_shown = |group: &IndexGroup| !group.items.is_empty() || group.lifecycle.is_some();
    let groups: Vec<IndexGroup> = groups.into_iter().filter(is_shown).collect();
    let empty = groups.is_empty().then(|| scope.say("index-empty"));
    let intro = scope.say_if_known(&format!("index-{}", kind.noun())).unwrap_or_default();
    let feed = match kind {
        Kind::Journey => scope.feed(Feed::Journeys),
        Kind::Event => scope.feed(Feed::Events),
        _ => None,
    };
    IndexPage {
        kind: kind.noun(),
        intro,
        groups,
        files: feed.into_iter().collect(),
        empty,
        atlas: if kind == Kind::Journey { atlas(scope) } else { Vec::new() },
    }
}

fn group(scope: Scope<'_>, anchor: &str, title_html: Option<Html>, nodes: Vec<&Node>) -> IndexGroup {
    let items = nodes.into_iter().map(|node| item(scope, node)).collect();
    IndexGroup { anchor: anchor.to_owned(), title_html, items, lifecycle: None }
}

fn by_name<'a>(scope: Scope<'_>, nodes: impl Iterator<Item = &'a Node>) -> Vec<&'a Node> {
    let mut nodes: Vec<&Node> = nodes.collect();
    scope.sort_by_name(&mut nodes, |node| &node.id);
    nodes
}

/// One entity with what tells it from its neighbours.
fn item(scope: Scope<'_>, node: &Node) -> IndexItem {
    let line = node.journey().and_then(|_| super::journey::line(scope, node));
    let mut badges = badges(scope, node);
    if let Some(line) = &line {
        badges.insert(0, badge(line.scope.clone(), ""));
    }
    IndexItem { link: scope.entity(&node.id), badges, picture_html: line.map(|line| line.curve_html) }
}

fn badges(scope: Scope<'_>, node: &Node) -> Vec<Badge> {
    let linked = |kind, reference: &Ref| {
        let id = entity(kind, reference);
        scope.named_badge(&id, kind.noun())
    };
    if node.principle().is_some() {
        return principle_line(scope, &node.id).verdicts;
    }
    if let Some(article) = node.article() {
        let day = article.common.published.as_ref().map(|date| badge(scope.day(date.value).text, "muted"));
        let category = article.common.category.as_ref().map(|category| linked(Kind::Category, category));
        return category.into_iter().chain(day).collect();
    }
    if let Some(journey) = node.journey() {
        let future = (journey.state == Some(JourneyState::Future)).then(|| badge(scope.say("state-future"), "muted"));
        return future.into_iter().collect();
    }
    if let Some(example) = node.example() {
        let organisation = example.organisation.as_ref().map(|one| badge(scope.plain(&node.id, one), ""));
        let stance = example.stance.map(|stance| badge(scope.name_of(stance), stance_word(Some(stance))));
        return organisation.into_iter().chain(stance).collect();
    }
    if let Some(event) = node.event() {
        let form = event.form.map(|form| badge(scope.name_of(form), ""));
        let day = event.starts.as_ref().map(|starts| badge(scope.day(starts.value.date).text, "muted"));
        return form.into_iter().chain(day).collect();
    }
    if let Some(touchpoint) = node.touchpoint() {
        let channels = touchpoint.channels.iter().map(|channel| linked(Kind::Channel, channel));
        return channels.chain(scope.owner_badges(&touchpoint.owner, &Place::whole(node.id.clone()))).collect();
    }
    if let Some(system) = node.system() {
        return scope.owner_badges(&system.owner, &Place::whole(node.id.clone()));
    }
    if let Some(source) = node.source() {
        let sort = source.kind.map(|kind| badge(scope.name_of(kind), ""));
        let year = source.date.as_ref().map(|date| badge(date.value.year().to_string(), "muted"));
        return sort.into_iter().chain(year).collect();
    }
    let met = scope.graph().incoming(&node.id).filter(|edge| edge.from.entity != node.id).count();
    vec![badge(scope.say_with("count-mentions", args!["count" => met]), "muted")]
}

/// The larger journeys first; those that show what should be after those that show what is.
fn journeys(scope: Scope<'_>) -> Vec<IndexGroup> {
    let levels = [
        (Some(JourneyLevel::Lifecycle), "lifecycle", "index-level-lifecycle"),
        (Some(JourneyLevel::Macro), "macro", "index-level-macro"),
        (Some(JourneyLevel::Micro), "micro", "index-level-micro"),
        (None, "other", "index-level-other"),
    ];
    let state = |journey: &Journey| journey.state.unwrap_or(JourneyState::Current);
    levels
        .into_iter()
        .map(|(level, anchor, message)| {
            let here = scope.graph().journeys().filter(|(_, journey)| journey.level == level);
            let mut nodes = by_name(scope, here.map(|(node, _)| node));
            nodes.sort_by_key(|node| node.journey().map(state));
            group(scope, anchor, Some(Html::escaped(&scope.say(message))), nodes)
        })
        .collect()
}

/// Every journey in a table of the stages it passes and the level it is on, one table a lifecycle.
fn atlas(scope: Scope<'_>) -> Vec<TableView> {
    const LEVELS: [(JourneyLevel, &str); 3] = [
        (JourneyLevel::Lifecycle, "level-lifecycle"),
        (JourneyLevel::Macro, "level-macro"),
        (JourneyLevel::Micro, "level-micro"),
    ];
    let graph = scope.graph();
    let column = |label: String| Column { label, is_number: false };
    let lifecycles = graph.in_order(Kind::Lifecycle).into_iter();
    lifecycles
        .filter_map(|lifecycle| {
            let own = |node: &&Node| node.stage().is_some_and(|stage| stage.lifecycle == lifecycle.id);
            let stages: Vec<&Node> = graph.in_order(Kind::Stage).into_iter().filter(own).collect();
            let cell = |stage: &EntityId, level: JourneyLevel| -> Vec<Entry> {
                let mut seen = Vec::new();
                let phases = graph.sources_of(stage, Relation::AtStage);
                let here = phases.filter(|place| {
                    let journey = graph.node(&place.entity).filter(|node| !node.is_archived()).and_then(Node::journey);
                    let is_new = !seen.contains(&&place.entity);
                    seen.push(&place.entity);
                    is_new && journey.is_some_and(|journey| journey.level == Some(level))
                });
                let mut entries: Vec<Entry> = here
                    .map(|place| Entry { href: scope.href(place), ..plain_entry(scope.name(&place.entity)) })
                    .collect();
                entries.sort_by(|one, other| one.href.cmp(&other.href));
                entries
            };
            let rows: Vec<Vec<Vec<Entry>>> = stages
                .into_iter()
                .map(|stage| {
                    let cells = LEVELS.iter().map(|(level, _)| cell(&stage.id, *level));
                    std::iter::once(vec![scope.entry(&stage.id)]).chain(cells).collect()
                })
                .collect();
            if rows.iter().all(|row| row.iter().skip(1).all(Vec::is_empty)) {
                return None;
            }
            let name = super::home::lifecycle_name(scope, lifecycle);
            let heads = LEVELS.iter().map(|(_, message)| column(scope.say(message)));
            Some(TableView {
                anchor: format!("atlas-{}", lifecycle.id.id),
                caption: scope.say_with("atlas-caption", args!["lifecycle" => name]),
                columns: std::iter::once(column(scope.say("kind-stage"))).chain(heads).collect(),
                rows,
            })
        })
        .collect()
}

/// One group for each entry of a vocabulary, in the order written; those without one last.
fn by_reference<'a>(
    scope: Scope<'a>,
    kind: Kind,
    by: Kind,
    reference: impl Fn(&'a Node) -> Option<&'a Ref>,
) -> Vec<IndexGroup> {
    let mut members: BTreeMap<Option<EntityId>, Vec<&Node>> = BTreeMap::new();
    for node in scope.graph().of_kind(kind) {
        let key = reference(node).map(|reference| entity(by, reference));
        members.entry(key.filter(|id| scope.graph().node(id).is_some())).or_default().push(node);
    }
    let without = members.remove(&None).unwrap_or_default();
    let has_groups = !members.is_empty();
    let mut groups: Vec<IndexGroup> = scope
        .graph()
        .in_order(by)
        .into_iter()
        .filter_map(|node| {
            let found = members.remove(&Some(node.id.clone()))?;
            Some(group(scope, &node.id.id, Some(scope.name(&node.id)), by_name(scope, found.into_iter())))
        })
        .collect();
    let rest = has_groups.then(|| Html::escaped(&scope.say("index-others")));
    groups.push(group(scope, "others", rest, by_name(scope, without.into_iter())));
    groups
}

/// The newest first, a group for each year.
fn articles(scope: Scope<'_>) -> Vec<IndexGroup> {
    let date = |node: &Node| node.common().and_then(|common| common.published.as_ref()).map(|date| date.value);
    let mut nodes: Vec<&Node> = scope.graph().of_kind(Kind::Article).collect();
    nodes.sort_by(|one, other| date(other).cmp(&date(one)).then_with(|| one.id.cmp(&other.id)));
    nodes
        .chunk_by(|one, other| date(one).map(|date| date.year()) == date(other).map(|date| date.year()))
        .map(|chunk| {
            let year = chunk.first().and_then(|node| date(node)).map(|date| date.year().to_string());
            let title = year.clone().unwrap_or_else(|| scope.say("index-undated"));
            let anchor = year.map_or_else(|| "undated".to_owned(), |year| format!("year-{year}"));
            group(scope, &anchor, Some(Html::escaped(&title)), chunk.to_vec())
        })
        .collect()
}

/// What is still to come, the next first; then what was, the last first.
fn events(scope: Scope<'_>) -> Vec<IndexGroup> {
    let starts = |node: &Node| node.event().and_then(|event| event.starts.as_ref()).map(|starts| starts.value.clone());
    let key = |node: &&Node| starts(node).map(|moment| (moment.date, moment.time));
    let mut nodes: Vec<&Node> = scope.graph().of_kind(Kind::Event).collect();
    nodes.sort_by_key(|node| (key(node), node.id.clone()));
    let today = scope.site.request.today;
    let (coming, mut past): (Vec<&Node>, Vec<&Node>) =
        nodes.into_iter().partition(|node| starts(node).is_some_and(|moment| moment.date >= today));
    past.reverse();
    let title = |message: &str| Some(Html::escaped(&scope.say(message)));
    vec![
        group(scope, "coming", title("index-events-coming"), coming),
        group(scope, "past", title("index-events-past"), past),
    ]
}

/// Each lifecycle as its loop or line, with its stages in their order.
fn stages(scope: Scope<'_>) -> Vec<IndexGroup> {
    let lifecycles = scope.graph().in_order(Kind::Lifecycle);
    lifecycles
        .into_iter()
        .map(|lifecycle| {
            let title = Html::escaped(&super::home::lifecycle_name(scope, lifecycle));
            let anchor = format!("cx-loop-{}", lifecycle.id.id);
            let drawn = super::home::lifecycle(scope, lifecycle, &anchor);
            IndexGroup { lifecycle: drawn, ..group(scope, &lifecycle.id.id, Some(title), Vec::new()) }
        })
        .collect()
}
