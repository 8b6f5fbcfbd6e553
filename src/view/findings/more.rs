//! The findings for those who work on journeys to their tables: gaps, causes, evidence, follow-up.

use std::cmp::Reverse;

use super::tables::{Row, age, bare, journey, step};
use super::{table, words};
use crate::analysis::follow_up::Measured;
use crate::analysis::no_brainers::ratio;
use crate::analysis::sneaky_traps::Loss;
use crate::base::{Date, Spanned};
use crate::content::EntityId;
use crate::content::front_matter::{Opportunity, OpportunityStatus, Owner};
use crate::content::vocabulary::Hours;
use crate::draw::{Mark, Worth, readings};
use crate::graph::{Node, Part, Place};
use crate::view::entries::{plain_entry, said, tone_of_score};
use crate::view::page::{ChartView, Entry, Html, TableView};
use crate::view::scope::{Scope, args, badge};

/// Where staff think better of a step than customers do.
pub(super) fn perception_gaps(scope: Scope<'_>) -> Vec<TableView> {
    let found = &scope.site.findings.perception_gaps;
    let steps = found.steps.iter().map(|one| {
        let wide = one.is_flagged.then(|| badge(scope.say("perception-wide"), "bad"));
        vec![
            vec![Entry { badges: wide.into_iter().collect(), ..step(scope, &one.place) }],
            words(scope.score(one.score)),
            words(scope.score(one.staff)),
            words(scope.score(one.gap)),
            journey(scope, &one.place),
        ]
    });
    let departments = found.departments.iter().map(|(id, mean, steps)| {
        vec![vec![scope.entry(id)], words(scope.signed_hundredths(*mean)), words(scope.number(*steps))]
    });
    let step_columns = [
        ("column-step", false),
        ("column-customers", true),
        ("column-staff", true),
        ("column-gap", true),
        ("kind-journey", false),
    ];
    let department_columns = [("kind-department", false), ("column-mean", true), ("column-steps", true)];
    [
        table(scope, "steps", "perception-steps", &step_columns, steps.collect()),
        table(scope, "departments", "perception-departments", &department_columns, departments.collect()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Savings that would take away what customers like.
pub(super) fn sneaky_traps(scope: Scope<'_>) -> Vec<TableView> {
    let loss = |loss: &Loss| match loss {
        Loss::GoodStep(place, score) => {
            Entry { badges: vec![badge(scope.score(*score), tone_of_score(*score))], ..step(scope, place) }
        }
        Loss::Wow(place) => Entry { badges: vec![badge(scope.say("trap-wow"), "ok")], ..step(scope, place) },
        Loss::Principle(_, principle) => scope.entry(principle),
    };
    let rows = scope.site.findings.sneaky_traps.iter().map(|one| {
        vec![vec![bare(scope, &one.place)], one.losses.iter().map(loss).collect(), journey(scope, &one.place)]
    });
    let columns = [("sort-opportunity", false), ("column-lost", false), ("kind-journey", false)];
    table(scope, "traps", "sneaky-traps-table", &columns, rows.collect()).into_iter().collect()
}

/// "2 of 9", leading to the map as the department sees it.
fn slice(scope: Scope<'_>, one: &crate::analysis::blinkers::Slice) -> Vec<Entry> {
    let target = crate::graph::RouteTarget::Slice(one.journey.clone(), one.department.clone());
    let seen = scope.say_with("blinkers-sees", args!["seen" => one.sees(), "steps" => one.steps]);
    vec![Entry { href: scope.href_to(&target), ..said(&seen) }]
}

/// How much of each journey each department sees.
pub(super) fn blinkers(scope: Scope<'_>) -> Vec<TableView> {
    let steps = |places: &[Place]| places.iter().map(|place| step(scope, place)).collect::<Vec<Entry>>();
    let rows = scope.site.findings.blinkers.iter().map(|one| {
        vec![
            vec![scope.entry(&one.department)],
            vec![scope.entry(&one.journey)],
            slice(scope, one),
            steps(&one.direct),
            steps(&one.indirect),
            one.pains.iter().map(|place| bare(scope, place)).collect(),
        ]
    });
    let columns = [
        ("kind-department", false),
        ("kind-journey", false),
        ("column-sees", false),
        ("met-frontstage", false),
        ("met-backstage", false),
        ("column-foreign-pains", false),
    ];
    table(scope, "slices", "blinkers-table", &columns, rows.collect()).into_iter().collect()
}

/// What each journey rests on.
pub(super) fn evidence(scope: Scope<'_>) -> Vec<TableView> {
    let rows = scope.site.findings.evidence.iter().map(|one| {
        let overdue = one.is_overdue.then(|| badge(scope.say("evidence-overdue"), "warn"));
        let old = one.months.filter(|months| *months > 0).map(|months| badge(age(scope, months), "muted"));
        let mapped = one
            .mapped
            .map(|mapped| Entry { badges: old.into_iter().chain(overdue).collect(), ..said(&scope.day(mapped).text) });
        // The share among the steps of which a feeling is known.
        let known = one.observed + one.reported + one.assumed;
        let counted = |count: usize| {
            let share = (known > 0).then(|| u32::try_from(count * 1000 / known).unwrap_or_default());
            let share = share.map(|share| badge(scope.percent(share), "muted"));
            vec![Entry { badges: share.into_iter().collect(), ..said(&scope.number(count)) }]
        };
        vec![
            vec![scope.entry(&one.journey)],
            counted(one.observed),
            counted(one.reported),
            counted(one.assumed),
            words(scope.number(one.steps)),
            mapped.into_iter().collect(),
        ]
    });
    let bare_pains = scope.site.findings.evidence.iter().flat_map(|one| &one.bare_pains);
    let bare_pains = bare_pains.map(|place| vec![vec![bare(scope, place)], journey(scope, place)]);
    let columns = [
        ("kind-journey", false),
        ("basis-observed", true),
        ("basis-reported", true),
        ("basis-assumed", true),
        ("column-steps", true),
        ("column-mapped", false),
    ];
    [
        table(scope, "journeys", "evidence-journeys", &columns, rows.collect()),
        table(scope, "pains", "evidence-pains", &[("sort-pain", false), ("kind-journey", false)], bare_pains.collect()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Where trouble starts.
pub(super) fn root_causes(scope: Scope<'_>) -> Vec<TableView> {
    let rows = scope.site.findings.root_causes.iter().map(|one| {
        vec![
            vec![step(scope, &one.step)],
            one.pains.iter().map(|place| scope.place_entry(place)).collect(),
            one.affected.iter().map(|place| step(scope, place)).collect(),
            journey(scope, &one.step),
        ]
    });
    let columns =
        [("column-step", false), ("column-causes", false), ("column-affects", false), ("kind-journey", false)];
    table(scope, "causes", "root-causes-table", &columns, rows.collect()).into_iter().collect()
}

/// What was said and what it meant.
pub(super) fn said_and_meant(scope: Scope<'_>) -> Vec<TableView> {
    let found = &scope.site.findings.said_and_meant;
    let voices = found.evidence.iter().filter_map(|place| {
        let Some(Part::Evidence(id)) = &place.part else { return None };
        let evidence = scope.graph().node(&place.entity)?.journey()?.evidence.get(id)?;
        let text = |text| scope.text_if(&place.entity, text).map(plain_entry);
        let says = text(evidence.says.as_ref().or(evidence.finding.as_ref()));
        let says = says.map(|says| Entry { href: scope.href(place), ..says });
        Some(vec![
            says.into_iter().collect(),
            text(evidence.means.as_ref()).into_iter().collect(),
            journey(scope, place),
        ])
    });
    let unmet = found.unmet.iter().map(|place| vec![vec![bare(scope, place)], vec![scope.entry(&place.entity)]]);
    let columns = [("column-said", false), ("column-meant", false), ("kind-journey", false)];
    [
        table(scope, "voices", "said-and-meant-voices", &columns, voices.collect()),
        table(
            scope,
            "unmet",
            "said-and-meant-unmet",
            &[("column-need", false), ("kind-persona", false)],
            unmet.collect(),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether metrics and touchpoints give one experience.
pub(super) fn consistency(scope: Scope<'_>) -> Vec<TableView> {
    let found = &scope.site.findings.consistency;
    let metrics = found.metrics.iter().map(|one| {
        vec![
            vec![Entry { note_html: readings_drawn(scope, &one.values), ..scope.entry(&one.metric) }],
            words(scope.number(one.readings)),
            words(scope.thousandths(one.lowest)),
            words(scope.thousandths(one.highest)),
            words(one.slope.map(|slope| scope.thousandths(slope)).unwrap_or_default()),
        ]
    });
    let touchpoints = found.touchpoints.iter().map(|(id, lowest, highest, steps)| {
        vec![
            vec![scope.entry(id)],
            words(scope.score(*lowest)),
            words(scope.score(*highest)),
            steps.iter().map(|place| scope.place_entry(place)).collect(),
        ]
    });
    let metric_columns = [
        ("kind-metric", false),
        ("column-readings", true),
        ("column-lowest", true),
        ("column-highest", true),
        ("column-yearly", true),
    ];
    let touchpoint_columns =
        [("kind-touchpoint", false), ("column-lowest", true), ("column-highest", true), ("column-steps", false)];
    [
        table(scope, "metrics", "consistency-metrics", &metric_columns, metrics.collect()),
        table(scope, "touchpoints", "consistency-touchpoints", &touchpoint_columns, touchpoints.collect()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Which symptoms stand behind most of the pain.
pub(super) fn symptoms(scope: Scope<'_>) -> Vec<TableView> {
    let rows = scope.site.findings.symptoms.iter().map(|one| {
        vec![
            vec![scope.entry(&one.symptom)],
            one.pains.iter().map(|place| scope.place_entry(place)).collect(),
            words(scope.number(one.weight)),
            words(scope.percent(u32::try_from(one.cumulative).unwrap_or(1000))),
        ]
    });
    let columns = [("kind-symptom", false), ("met-pains", false), ("column-weight", true), ("column-cumulative", true)];
    table(scope, "symptoms", "symptoms-table", &columns, rows.collect()).into_iter().collect()
}

/// What has an owner and does not move.
pub(super) fn idle(scope: Scope<'_>) -> Vec<TableView> {
    let found = &scope.site.findings.idle;
    let rows = |places: &[Place]| {
        places.iter().map(|place| vec![vec![bare(scope, place)], journey(scope, place)]).collect::<Vec<Row>>()
    };
    let opportunity = [("sort-opportunity", false), ("kind-journey", false)];
    [
        table(scope, "pains", "idle-pains", &[("sort-pain", false), ("kind-journey", false)], rows(&found.pains)),
        table(scope, "unmeasured", "idle-unmeasured", &opportunity, rows(&found.unmeasured)),
        table(scope, "unproven", "idle-unproven", &opportunity, rows(&found.unproven)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How healthy principles would be if what is planned worked half-way.
pub(super) fn what_if(scope: Scope<'_>) -> Vec<TableView> {
    let rows = scope.site.findings.what_if.iter().map(|one| {
        vec![
            vec![scope.entry(&one.principle)],
            words(scope.percent(one.now.thousandths)),
            words(scope.percent(one.then.thousandths)),
            words(scope.number(one.now.n)),
        ]
    });
    let columns = [("kind-principle", false), ("column-now", true), ("column-then", true), ("column-verdicts", true)];
    table(scope, "principles", "what-if-table", &columns, rows.collect()).into_iter().collect()
}

/// Which channels customers can use at each stage.
pub(super) fn channels(scope: Scope<'_>) -> Vec<TableView> {
    let channel = |id: &EntityId, steps: usize| {
        let hours = scope.graph().node(id).and_then(Node::channel).and_then(|channel| channel.hours.as_ref());
        let note_html = hours.map(|hours| match hours {
            Hours::Always => said(&scope.say("hours-always")).text_html,
            Hours::Text(text) => scope.text(id, text),
        });
        Entry { note_html, badges: vec![badge(scope.number(steps), "muted")], ..scope.entry(id) }
    };
    let rows = scope.site.findings.channels.iter().map(|one| {
        let channels = one.channels.iter().map(|(id, steps)| channel(id, steps.len()));
        vec![vec![scope.entry(&one.stage)], channels.collect()]
    });
    let columns = [("kind-stage", false), ("kinds-channel", false)];
    table(scope, "channels", "channels-table", &columns, rows.collect()).into_iter().collect()
}

/// What became of every opportunity.
pub(super) fn follow_up(scope: Scope<'_>) -> Vec<TableView> {
    let measured = |one: Option<Measured>| {
        let entry = one.map(|one| Entry {
            note_html: Some(said(&scope.day(one.date).text).text_html),
            badges: one.n.map(|n| badge(scope.say_with("sample", args!["n" => n]), "muted")).into_iter().collect(),
            ..said(&scope.thousandths(one.value))
        });
        entry.into_iter().collect::<Vec<Entry>>()
    };
    let rows = scope.site.findings.follow_up.iter().map(|one| {
        vec![
            vec![bare(scope, &one.place)],
            words(one.kind.map(|kind| scope.name_of(kind)).unwrap_or_default()),
            words(scope.name_of(one.status)),
            scope.owner_entries(&one.owner, &one.place),
            measured(one.before),
            measured(one.after),
            journey(scope, &one.place),
        ]
    });
    let columns = [
        ("sort-opportunity", false),
        ("column-sort", false),
        ("column-status", false),
        ("fact-owner", false),
        ("column-before", true),
        ("column-after", true),
        ("kind-journey", false),
    ];
    table(scope, "opportunities", "follow-up-table", &columns, rows.collect()).into_iter().collect()
}

/// Measured values over time; nothing of a single one, which says nothing of time.
pub(in crate::view) fn readings_drawn(scope: Scope<'_>, values: &[(Date, i64)]) -> Option<Html> {
    let (start, _) = values.first().filter(|_| values.len() > 1)?;
    let (_, last) = values.last()?;
    let by_month: Vec<(i32, i64)> = values.iter().map(|(date, value)| (start.months_until(*date), *value)).collect();
    Some(Html::trusted(readings(&by_month, &scope.thousandths(*last), scope.direction())))
}

/// What open opportunities take and give, drawn: those whose effort and worth are known, the best first.
pub(super) fn worth(scope: Scope<'_>) -> Option<ChartView> {
    let mut open: Vec<(Place, &Opportunity)> = scope
        .graph()
        .current_journeys()
        .flat_map(|(node, journey)| {
            journey
                .opportunities
                .iter()
                .map(|(id, one)| (Place::part(node.id.clone(), Part::Opportunity(id.clone())), one))
        })
        .filter(|(_, one)| !matches!(one.status, OpportunityStatus::Done | OpportunityStatus::Dismissed))
        .filter(|(_, one)| one.effort.is_some() && one.customer_value.is_some())
        .collect();
    open.sort_by_key(|(place, one)| (Reverse(ratio(one)), place.clone()));
    let known = |value: &Option<Spanned<u8>>| value.as_ref().map_or(1, |value| value.value);
    let marks = open.iter().enumerate().map(|(index, (_, one))| Mark {
        number: scope.number(index + 1),
        effort: known(&one.effort),
        worth: known(&one.customer_value),
        is_unowned: matches!(one.owner, Owner::Nobody(_)),
    });
    let picture = Worth {
        axes: [scope.say("worth-effort"), scope.say("worth-worth")],
        digits: [1, 2, 3, 4, 5].map(|digit| scope.number(digit)),
        marks: marks.collect(),
        direction: scope.direction(),
    };
    let entries = open.iter().map(|(place, one)| {
        let args = args!["effort" => known(&one.effort), "worth" => known(&one.customer_value)];
        let unowned = matches!(one.owner, Owner::Nobody(_)).then(|| badge(scope.say("owner-nobody"), "bad"));
        let note = Some(Html::escaped(&scope.say_with("worth-place", args)));
        Entry { badges: unowned.into_iter().collect(), note_html: note, ..bare(scope, place) }
    });
    (!open.is_empty()).then(|| ChartView {
        title: scope.say("worth-title"),
        intro: scope.say("worth-intro"),
        svg_html: Html::trusted(picture.svg()),
        entries: entries.collect(),
    })
}
