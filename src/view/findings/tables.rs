//! Each finding to its tables.

use super::{sentence, table, words};
use crate::analysis::duplicates::Scope as Meeting;
use crate::analysis::follow_up::Measured;
use crate::analysis::unowned::Orphaned;
use crate::base::Id;
use crate::content::EntityId;
use crate::graph::{Part, Place};
use crate::view::entries::{anchor, plain_entry, row_anchor, said, tone_of_score};
use crate::view::journey::{line, promise_look, reason_key};
use crate::view::names::severity_tone;
use crate::view::page::{Entry, Html, TableView};
use crate::view::scope::{Scope, args, badge};

pub(super) type Row = Vec<Vec<Entry>>;

/// Principles nobody lives by, and steps and journeys that live by none.
pub(super) fn orphans(scope: Scope<'_>) -> Vec<TableView> {
    let found = &scope.site.findings.orphans;
    let principles: Vec<Row> = found
        .principles
        .iter()
        .map(|id| {
            let on_paper = found.on_paper.contains(id).then(|| badge(scope.say("orphan-on-paper"), "warn"));
            vec![vec![Entry { badges: on_paper.into_iter().collect(), ..scope.entry(id) }]]
        })
        .collect();
    let entities = |ids: &[EntityId]| ids.iter().map(|id| vec![vec![scope.entry(id)]]).collect::<Vec<Row>>();
    let steps = found.steps.iter().map(|place| vec![vec![step(scope, place)], journey(scope, place)]).collect();
    [
        table(scope, "principles", "orphans-principles", &[("kind-principle", false)], principles),
        table(scope, "unproven", "orphans-unproven", &[("kind-principle", false)], entities(&found.unproven)),
        table(scope, "journeys", "orphans-journeys", &[("kind-journey", false)], entities(&found.journeys)),
        table(scope, "steps", "orphans-steps", &[("column-step", false), ("kind-journey", false)], steps),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The register of what nobody owns.
pub(super) fn unowned(scope: Scope<'_>) -> Vec<TableView> {
    let columns = [
        ("column-what", false),
        ("column-sort", false),
        ("column-severity", false),
        ("column-since", false),
        ("column-where", false),
        ("column-next", false),
    ];
    let found = &scope.site.findings.unowned;
    let rows = |list: &[Orphaned]| list.iter().map(|one| orphaned(scope, one)).collect();
    [
        table(scope, "nobody", "unowned-nobody", &columns, rows(&found.nobody)),
        table(scope, "not-asked", "unowned-not-asked", &columns, rows(&found.not_asked)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn orphaned(scope: Scope<'_>, one: &Orphaned) -> Row {
    let sort = match &one.place.part {
        Some(Part::Pain { .. }) => scope.say("sort-pain"),
        Some(Part::Opportunity(_)) => scope.say("sort-opportunity"),
        Some(Part::Deviation(_)) => scope.say("sort-deviation"),
        _ => scope.kind(one.place.entity.kind).to_owned(),
    };
    let severity =
        one.severity.map(|severity| Entry { tone: severity_tone(severity), ..said(&scope.name_of(severity)) });
    let since = one.since.map(|since| {
        let age = one.months.filter(|months| *months > 0).map(|months| age(scope, months));
        Entry { badges: age.map(|age| badge(age, "muted")).into_iter().collect(), ..said(&scope.day(since).text) }
    });
    let at = match &one.place.part {
        Some(Part::Pain { at, .. }) => vec![pain_place(scope, &one.place.entity, at)],
        Some(_) => vec![scope.entry(&one.place.entity)],
        None => met_at(scope, &one.place.entity),
    };
    let what = Entry { anchor: Some(row_anchor(&one.place)), ..bare(scope, &one.place) };
    let (severity, since) = (severity.into_iter().collect(), since.into_iter().collect());
    vec![vec![what], words(sort), severity, since, at, next(scope, one)]
}

/// The first steps that meet a touchpoint, and how many more there are.
fn met_at(scope: Scope<'_>, touchpoint: &EntityId) -> Vec<Entry> {
    const SHOWN: usize = 3;
    let steps = scope.graph().steps_of(touchpoint);
    let more = steps.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| Entry {
        href: scope.href_of(touchpoint),
        ..said(&scope.say_with("unowned-more-steps", args!["count" => more]))
    });
    let nowhere = steps.is_empty().then(|| Entry { tone: "muted", ..said(&scope.say("unowned-no-step")) });
    steps.iter().take(SHOWN).map(|step| scope.place_entry(step)).chain(more).chain(nowhere).collect()
}

/// What can be done about something without an owner: what is planned for it, and whom to ask.
fn next(scope: Scope<'_>, one: &Orphaned) -> Vec<Entry> {
    let eased = one.eased_by.iter().filter_map(|place| {
        let opportunity = scope.graph().opportunity(place)?;
        let badges = scope.owner_badges(&opportunity.owner, place);
        Some(Entry { badges, ..plain_entry(scope.eased_by(place, opportunity)) })
    });
    let is_bare = one.eased_by.is_empty() && matches!(one.place.part, Some(Part::Pain { .. }));
    let bare = is_bare.then(|| Entry { tone: "muted", ..said(&scope.say("unowned-no-opportunity")) });
    let ask = if one.near.is_empty() {
        one.eased_by.is_empty().then(|| said(&scope.say("unowned-ask-anyone")))
    } else {
        let departments: Vec<Html> = one.near.iter().map(|id| anchor(&scope.link(id))).collect();
        let departments = scope.list_html(&departments);
        Some(plain_entry(scope.say_html("unowned-ask", args!["departments" => departments])))
    };
    eased.chain(bare).chain(ask).collect()
}

/// The step or the deviation that hurts, with its journey.
fn pain_place(scope: Scope<'_>, id: &EntityId, at: &Id) -> Entry {
    let step = Place::step(id, at);
    if scope.graph().step(&step).is_some() {
        return scope.place_entry(&step);
    }
    scope.place_entry(&Place::part(id.clone(), Part::Deviation(at.clone())))
}

/// "10 years", "7 months".
pub(super) fn age(scope: Scope<'_>, months: i32) -> String {
    match months / 12 {
        0 => scope.say_with("age-months", args!["count" => months]),
        years => scope.say_with("age-years", args!["count" => years]),
    }
}

/// A place named without what it is part of.
pub(super) fn bare(scope: Scope<'_>, place: &Place) -> Entry {
    Entry { note_html: None, ..scope.place_entry(place) }
}

/// A step named without its journey.
pub(super) fn step(scope: Scope<'_>, place: &Place) -> Entry {
    bare(scope, place)
}

/// The journey of a place.
pub(super) fn journey(scope: Scope<'_>, place: &Place) -> Vec<Entry> {
    vec![scope.entry(&place.entity)]
}

/// What should simply be done.
pub(super) fn no_brainers(scope: Scope<'_>) -> Vec<TableView> {
    let columns = [
        ("sort-opportunity", false),
        ("fact-owner", false),
        ("column-status", false),
        ("column-ratio", true),
        ("opportunity-effort", true),
        ("kind-journey", false),
    ];
    let rows = scope.site.findings.no_brainers.iter().map(|one| {
        let opportunity = scope.graph().opportunity(&one.place);
        let owner =
            opportunity.map(|opportunity| scope.owner_entries(&opportunity.owner, &one.place)).unwrap_or_default();
        let effort = opportunity.and_then(|opportunity| opportunity.effort.as_ref());
        vec![
            vec![bare(scope, &one.place)],
            owner,
            words(scope.name_of(one.status)),
            words(one.ratio.map(|ratio| scope.thousandths(ratio * 10)).unwrap_or_default()),
            words(effort.map(|effort| scope.number(effort.value)).unwrap_or_default()),
            journey(scope, &one.place),
        ]
    });
    table(scope, "no-brainers", "no-brainers-table", &columns, rows.collect()).into_iter().collect()
}

/// What is sent twice.
pub(super) fn duplicates(scope: Scope<'_>) -> Vec<TableView> {
    let found = &scope.site.findings.duplicates;
    let entries = |ids: &[EntityId]| ids.iter().map(|id| scope.entry(id)).collect::<Vec<Entry>>();
    let groups = found.groups.iter().map(|group| {
        let contradicts = group.is_contradictory.then(|| badge(scope.say("duplicates-contradictory"), "bad"));
        let purpose = Entry { badges: contradicts.into_iter().collect(), ..scope.entry(&group.purpose) };
        let members = group.members.iter().map(|(touchpoint, place)| {
            let at = scope.step_entry(place);
            Entry { note_html: Some(at.text_html), href: at.href, ..plain_entry(scope.name(touchpoint)) }
        });
        let meeting = match &group.scope {
            Meeting::Journey(id, phases) => {
                let names = phases.iter().filter_map(|phase| scope.part_name(id, &Part::Phase(phase.clone())));
                let names: Vec<_> = names.collect();
                vec![Entry { note_html: Some(scope.list_html(&names)), ..scope.entry(id) }]
            }
            Meeting::Stage { stage, persona } => vec![scope.entry(stage), scope.entry(persona)],
        };
        vec![vec![purpose], members.collect(), entries(&group.owners), meeting]
    });
    let shared = found.shared.iter().map(|(touchpoint, owners)| vec![vec![scope.entry(touchpoint)], entries(owners)]);
    let alike = found.alike.iter().map(|(one, other)| vec![vec![scope.entry(one)], vec![scope.entry(other)]]);
    let columns =
        [("kind-purpose", false), ("kinds-touchpoint", false), ("column-sent-by", false), ("column-where", false)];
    [
        table(scope, "groups", "duplicates-groups", &columns, groups.collect()),
        table(
            scope,
            "shared",
            "duplicates-shared",
            &[("kind-touchpoint", false), ("fact-owner", false)],
            shared.collect(),
        ),
        table(
            scope,
            "alike",
            "duplicates-alike",
            &[("kind-touchpoint", false), ("column-like", false)],
            alike.collect(),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What customers are asked again.
pub(super) fn tell_us_once(scope: Scope<'_>) -> Vec<TableView> {
    let found = &scope.site.findings.tell_us_once;
    let columns = [
        ("column-information", false),
        ("column-first", false),
        ("column-again", false),
        ("column-reason", false),
        ("kind-journey", false),
    ];
    let asked_at = |place: &Place, departments: &[EntityId]| {
        let badges = departments.iter().map(|id| badge(scope.plain_name(id), "department")).collect();
        vec![Entry { badges, ..bare(scope, place) }]
    };
    let rows = |identifiers: bool| {
        let repetitions = found.repetitions.iter().filter(move |one| one.is_identifier == identifiers);
        repetitions
            .map(|one| {
                vec![
                    vec![information(scope, &one.again.entity, &one.information)],
                    asked_at(&one.first, &one.from),
                    asked_at(&one.again, &one.to),
                    words(scope.say(reason_key(one.reason))),
                    journey(scope, &one.again),
                ]
            })
            .collect::<Vec<Row>>()
    };
    let dams = found
        .dams
        .iter()
        .map(|(from, to, count)| vec![vec![scope.entry(from)], vec![scope.entry(to)], words(scope.number(*count))]);
    let weak = found.weak.iter().map(|(id, from, to, what)| {
        let what = what.iter().map(|one| information(scope, id, one)).collect();
        vec![vec![scope.entry(from)], vec![scope.entry(to)], what, vec![scope.entry(id)]]
    });
    let between = [("column-from", false), ("column-to", false)];
    let dam_columns = [between[0], between[1], ("column-times", true)];
    let weak_columns = [between[0], between[1], ("column-information", false), ("kind-journey", false)];
    [
        table(scope, "repetitions", "tell-us-once-repetitions", &columns, rows(false)),
        table(scope, "dams", "tell-us-once-dams", &dam_columns, dams.collect()),
        table(scope, "weak", "tell-us-once-weak", &weak_columns, weak.collect()),
        table(scope, "identifiers", "tell-us-once-identifiers", &columns, rows(true)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn information(scope: Scope<'_>, id: &EntityId, information: &Id) -> Entry {
    let known = scope.graph().node(id).and_then(|node| node.journey()?.information.get(information));
    known.map_or_else(|| said(information.as_str()), |known| plain_entry(scope.text(id, &known.name)))
}

/// Where journeys pass from one department to another.
pub(super) fn seams(scope: Scope<'_>) -> Vec<TableView> {
    let found = &scope.site.findings.seams;
    let summary = found.iter().map(|one| {
        vec![
            vec![scope.entry(&one.journey)],
            words(scope.number(one.seams.len())),
            words(scope.number(one.channel_switches.len())),
            words(scope.number(one.steps)),
            words(scope.thousandths(one.index)),
        ]
    });
    let pairs = |list: fn(&crate::analysis::seams::Seams) -> &[(Place, Place)]| {
        let pairs = found.iter().flat_map(move |one| list(one).iter());
        pairs.map(|(from, to)| vec![vec![step(scope, from)], vec![step(scope, to)], journey(scope, from)]).collect()
    };
    let columns = [
        ("kind-journey", false),
        ("column-seams", true),
        ("column-switches", true),
        ("column-steps", true),
        ("column-per-step", true),
    ];
    let between = [("column-from", false), ("column-to", false), ("kind-journey", false)];
    [
        table(scope, "journeys", "seams-journeys", &columns, summary.collect()),
        table(scope, "seams", "seams-seams", &between, pairs(|one| &one.seams)),
        table(scope, "switches", "seams-switches", &between, pairs(|one| &one.channel_switches)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What people will remember.
pub(super) fn peak_and_end(scope: Scope<'_>) -> Vec<TableView> {
    let felt = |(place, score): &(Place, i8)| {
        let badges = vec![badge(scope.score(*score), tone_of_score(*score))];
        vec![Entry { badges, ..step(scope, place) }]
    };
    let rows = scope.site.findings.peak_end.iter().map(|one| {
        let line = scope.graph().node(&one.journey).and_then(|node| line(scope, node));
        let mut row = vec![vec![Entry { note_html: line.map(|line| line.curve_html), ..scope.entry(&one.journey) }]];
        match &one.shape {
            Some(shape) => {
                let drop = shape.biggest_drop.as_ref().map(|(from, to, _)| {
                    let args = args!["from" => step(scope, from).text_html, "to" => step(scope, to).text_html];
                    plain_entry(scope.say_html("peak-drop", args))
                });
                row.extend([
                    words(scope.signed_hundredths(shape.remembered)),
                    words(scope.signed_hundredths(shape.mean)),
                    felt(&shape.peak),
                    felt(&shape.end),
                    felt(&shape.lowest),
                    felt(&shape.highest),
                    words(scope.thousandths(i64::from(shape.spread) * 100)),
                    drop.into_iter().collect(),
                ]);
            }
            None => {
                row.push(words(scope.say("peak-unknown")));
                row.extend(std::iter::repeat_n(Vec::new(), 7));
            }
        }
        row.push(sentence(scope, "peak-scored", args!["scored" => one.scored, "steps" => one.steps]));
        row
    });
    let columns = [
        ("kind-journey", false),
        ("column-remembered", true),
        ("column-mean", true),
        ("column-peak", false),
        ("column-end", false),
        ("column-lowest", false),
        ("column-highest", false),
        ("column-spread", true),
        ("column-drop", false),
        ("column-scored", false),
    ];
    table(scope, "peak-and-end", "peak-and-end-table", &columns, rows.collect()).into_iter().collect()
}

/// Where most people suffer off the path.
pub(super) fn hot_spots(scope: Scope<'_>) -> Vec<TableView> {
    let unsure =
        |is_known: bool| if is_known { Vec::new() } else { vec![badge(scope.say("taken-for-unknown"), "muted")] };
    let rows = scope.site.findings.hot_spots.iter().map(|one| {
        let hot = one.is_hot.then(|| badge(scope.say("hot-spots-hot"), "bad"));
        vec![
            vec![Entry { badges: hot.into_iter().collect(), ..bare(scope, &one.place) }],
            words(scope.thousandths(one.heat * 10)),
            vec![Entry { badges: unsure(one.share_is_known), ..said(&scope.percent(one.share)) }],
            vec![Entry { badges: unsure(one.emotion_is_known), ..said(&scope.score(one.emotion)) }],
            words(one.handled.map(|handled| scope.name_of(handled)).unwrap_or_default()),
            journey(scope, &one.place),
        ]
    });
    let columns = [
        ("sort-deviation", false),
        ("column-heat", true),
        ("column-share", true),
        ("lane-feels", true),
        ("column-handled", false),
        ("kind-journey", false),
    ];
    table(scope, "hot-spots", "hot-spots-table", &columns, rows.collect()).into_iter().collect()
}

/// Whether promises are kept.
pub(super) fn promises(scope: Scope<'_>) -> Vec<TableView> {
    let rows = scope.site.findings.promises.iter().map(|one| {
        let node = scope.graph().node(&one.journey);
        let promise = node.and_then(|node| node.journey()?.promise.as_ref());
        let promise = promise.map(|promise| plain_entry(scope.text(&one.journey, &promise.text)));
        let (message, tone) = promise_look(one.state);
        vec![
            vec![scope.entry(&one.journey)],
            promise.into_iter().collect(),
            vec![Entry { tone, ..said(&scope.say(message)) }],
            words(one.end.map(|end| scope.score(end)).unwrap_or_default()),
            one.reasons.iter().map(|place| bare(scope, place)).collect(),
            one.outcomes.iter().map(|(metric, measured)| outcome(scope, metric, *measured)).collect(),
        ]
    });
    let columns = [
        ("kind-journey", false),
        ("column-promise", false),
        ("column-verdict", false),
        ("column-end", true),
        ("column-because", false),
        ("column-outcomes", false),
    ];
    table(scope, "promises", "promises-table", &columns, rows.collect()).into_iter().collect()
}

/// A metric with its last reading.
fn outcome(scope: Scope<'_>, metric: &EntityId, measured: Measured) -> Entry {
    let mut badges = vec![badge(scope.thousandths(measured.value), ""), badge(scope.day(measured.date).text, "muted")];
    badges.extend(measured.n.map(|n| badge(scope.say_with("sample", args!["n" => n]), "muted")));
    Entry { badges, ..scope.entry(metric) }
}

/// What is known of each stage.
pub(super) fn stages(scope: Scope<'_>) -> Vec<TableView> {
    let rows = scope.site.findings.stages.iter().map(|one| {
        let lowest = one.lowest.as_ref().map(|(place, score)| Entry {
            badges: vec![badge(scope.score(*score), tone_of_score(*score))],
            ..step(scope, place)
        });
        let unowned =
            Entry { tone: if one.unowned_pains > 0 { "bad" } else { "" }, ..said(&scope.number(one.unowned_pains)) };
        vec![
            vec![scope.entry(&one.stage)],
            vec![plain_entry(crate::view::home::lobe_label(&scope, one.lobe.as_str()))],
            one.journeys.iter().map(|id| scope.entry(id)).collect(),
            words(scope.number(one.steps)),
            vec![unowned],
            lowest.into_iter().collect(),
        ]
    });
    let columns = [
        ("kind-stage", false),
        ("stage-lobe", false),
        ("kinds-journey", false),
        ("column-steps", true),
        ("column-unowned", true),
        ("column-lowest", false),
    ];
    let balance = scope.site.findings.balance.iter().map(|one| {
        let covered = args!["seen" => one.covered, "steps" => one.stages];
        vec![
            vec![plain_entry(crate::view::home::lobe_label(&scope, one.lobe.as_str()))],
            sentence(scope, "blinkers-sees", covered),
            words(scope.number(one.steps)),
            words(scope.percent(u32::try_from(one.share).unwrap_or_default())),
            words(scope.number(one.unowned_pains)),
        ]
    });
    let balance_columns = [
        ("stage-lobe", false),
        ("column-covered", false),
        ("column-steps", true),
        ("column-share", true),
        ("column-unowned", true),
    ];
    [
        table(scope, "stages", "stages-table", &columns, rows.collect()),
        table(scope, "balance", "stages-balance", &balance_columns, balance.collect()),
    ]
    .into_iter()
    .flatten()
    .collect()
}
