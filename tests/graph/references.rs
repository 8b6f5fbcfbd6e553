//! References that lead somewhere become edges; the others are reported with what was probably meant.

use cxbook::content::front_matter::{Mode, Verdict};
use cxbook::content::{EntityId, Kind};
use cxbook::graph::{Place, Relation};

use crate::site::{Site, locale};

const JOURNEY: &str = "content/journeys/claim/index.md";
const ARTICLE: &str = "content/articles/first/index.md";

fn entity(kind: Kind, id: &str) -> EntityId {
    EntityId::new(kind, id)
}

fn journey(name: &str, changes: &str) -> String {
    format!(
        "-- content/journeys/{name}/index.md --\n---\ntitle: {name}\nsummary: Another.\nstatus: published\nkind: current\n\
         lifecycle: cover\npersona: ana\ngoal: Rest.\nowner: sales\nmapped: 2026-01-01\n{changes}phases:\n  one:\n    \
         name: One\n    stage: use\n    steps:\n      {name}-step: {{ name: Sits, emotion: 0 }}\n---\n"
    )
}

#[test]
fn a_site_without_a_fault_has_none() {
    assert_eq!(Site::with("").problems(), "");
}

#[test]
fn a_mistyped_reference_is_reported_with_the_near_name_and_its_place() {
    let problems = Site::with("").edit(JOURNEY, "touchpoint: hotline", "touchpoint: hotlne").problems();
    assert_eq!(
        problems,
        "content/journeys/claim/index.md:21:21: error[unknown-reference]: no touchpoint has the id `hotlne` \
         (did you mean `hotline`?)\n"
    );
}

#[test]
fn where_no_name_is_near_the_few_there_are_are_listed() {
    let problems = Site::with("").edit(JOURNEY, "owner: claims", "owner: legal").problems();
    assert!(
        problems.contains(
            "no department has the id `legal` (there is `claims`, `sales`; or `cxbook new department legal` makes it)"
        ),
        "{problems}"
    );
}

#[test]
fn a_reference_to_another_kind_says_which() {
    let problems = Site::with("").edit(JOURNEY, "touchpoint: hotline", "touchpoint: phone").problems();
    assert!(problems.contains("wrong-kind-of-reference]: `phone` is a channel; this needs a touchpoint"), "{problems}");
}

#[test]
fn a_step_of_another_journey_needs_its_journey() {
    let site = Site::with(&journey("nap", "level: lifecycle\n"));
    let problems = site.edit(JOURNEY, "owner: nobody", "owner: nobody, affects: [nap-step]").problems();
    assert!(problems.contains("step-of-another-journey]"), "{problems}");
    assert!(problems.contains("write `nap#nap-step`"), "{problems}");
}

#[test]
fn an_unknown_stage_lists_the_stages() {
    let problems = Site::with("").edit(JOURNEY, "stage: use", "stage: used").problems();
    assert!(problems.contains("unknown-stage]: lifecycle `cover` has no stage `used`"), "{problems}");
    assert!(problems.contains("did you mean `use`? The stages are use, leave"), "{problems}");
}

#[test]
fn a_stage_needs_a_term() {
    let site = Site::with("").edit("content/vocab/lifecycles.yaml", "[use, leave]", "[use, leave, weep]");
    assert!(site.problems().contains("no term has the id `weep`"), "{}", site.problems());
}

#[test]
fn journeys_that_contain_each_other_are_reported_once() {
    let problems = Site::with(&journey("nap", "level: macro\nparent: claim#call\n"))
        .edit(JOURNEY, "level: macro", "level: macro\nparent: nap#nap-step")
        .problems();
    assert_eq!(problems.lines().count(), 1, "{problems}");
    assert!(problems.contains("journey `claim` is its own ancestor: claim -> nap -> claim"), "{problems}");
}

#[test]
fn a_parent_is_larger() {
    let problems = Site::with(&journey("nap", "level: macro\nparent: claim#call\n")).problems();
    assert!(problems.contains("journey `claim` is no larger than `nap`"), "{problems}");
    assert_eq!(Site::with(&journey("nap", "level: micro\nparent: claim#call\n")).problems(), "");
}

#[test]
fn a_journey_compares_with_one_of_the_other_kind() {
    let problems = Site::with(&journey("nap", "level: macro\ncompares-with: claim\n")).problems();
    assert!(problems.contains("compares with a journey of the same `kind`"), "{problems}");
}

#[test]
fn a_published_journey_has_an_owner() {
    let problems = Site::with("").edit(JOURNEY, "owner: claims\n", "").problems();
    assert!(problems.contains("error[journey-without-owner]"), "{problems}");
    assert_eq!(Site::with("").edit(JOURNEY, "owner: claims\n", "owner: nobody\n").problems(), "");
}

#[test]
fn a_channel_is_one_of_its_touchpoint() {
    let problems =
        Site::with("").edit(JOURNEY, "touchpoint: hotline", "touchpoint: hotline\n        channel: letter").problems();
    assert!(problems.contains("unknown-value]: touchpoint `hotline` is not met on channel `letter`"), "{problems}");
}

#[test]
fn a_cause_comes_before_its_pain() {
    let site = |cause: &str| Site::with("").edit(JOURNEY, "owner: nobody", &format!("owner: nobody, cause: {cause}"));
    assert!(site("hang-up").problems().contains("step `hang-up` comes after `call`"), "{}", site("hang-up").problems());
    assert_eq!(site("call").problems(), "");
}

#[test]
fn a_reading_lies_on_the_scale_of_its_metric() {
    let metrics = "-- content/vocab/metrics.yaml --\nces: { name: Ease, kind: ces, scale: [1, 7], better: higher }\n";
    let reading = "readings:\n  - { metric: ces, date: 2026-01, value: 12.5 }\n---\n\nThen";
    let problems = Site::with(metrics).edit(JOURNEY, "---\n\nThen", reading).problems();
    assert!(problems.contains("value-off-scale]: metric value 12.5 is outside the scale 1..7 of `ces`"), "{problems}");
}

#[test]
fn what_a_step_tells_is_declared() {
    let problems = Site::with("").edit(JOURNEY, "tells: [story]", "tells: [stroy]").problems();
    assert!(problems.contains("no information has the id `stroy` (did you mean `story`?)"), "{problems}");
}

#[test]
fn a_principle_of_balance_needs_a_counterweight_on_either_side() {
    let principle = "content/principles/once/index.md";
    let site = || Site::with("").edit(principle, "stance: outside-in", "stance: balance");
    assert!(
        site().problems().contains("missing-field]: a principle whose stance is `balance`"),
        "{}",
        site().problems()
    );
    let other = "-- content/principles/twice/index.md --\n---\ntitle: Twice\nsummary: Say it twice.\nstatus: published\n\
                 stance: outside-in\nclaim: I check.\ndimension: painless\ninside-out-looks-like: A.\n\
                 outside-in-looks-like: B.\ntest: Is it so?\ncounterweight: once\n---\n";
    let mut site = site();
    for (path, text) in crate::support::split(other) {
        site.sources.insert(cxbook::base::SourcePath::new(path), text.into_bytes());
    }
    assert_eq!(site.problems(), "");
    let graph = site.resolve().graph;
    let once = entity(Kind::Principle, "once");
    assert_eq!(graph.targets_of(&once, Relation::Counterweight).count(), 1);
}

#[test]
fn verdicts_and_modes_follow_from_what_was_written() {
    let graph = Site::with("").resolve().graph;
    let once = entity(Kind::Principle, "once");
    let [verdict] = graph.verdicts(&once)[..] else { panic!() };
    assert_eq!((verdict.place.to_string().as_str(), verdict.verdict), ("journey:claim#step-call", Verdict::Breaks));
    assert_eq!(graph.mode(graph.step(verdict.place).unwrap()), Mode::Interacts);
    assert_eq!(graph.steps_of(&entity(Kind::Touchpoint, "hotline")), std::slice::from_ref(verdict.place));
    assert_eq!(graph.steps_of(&entity(Kind::Stage, "cover/use")).len(), 2);
    assert_eq!(graph.name(&entity(Kind::Stage, "cover/use"), &locale("fr")).value, "usage");
}

#[test]
fn a_letter_is_observed() {
    let site = Site::with("").edit("content/vocab/touchpoints.yaml", "channel: phone", "channel: letter");
    let graph = site.resolve().graph;
    let call = Place::step(&entity(Kind::Journey, "claim"), &cxbook::base::Id::parse("call").unwrap());
    assert_eq!(graph.mode(graph.step(&call).unwrap()), Mode::Observes);
}

/// The article with this prose.
fn prose(text: &str) -> Site {
    Site::with("").edit(ARTICLE, "See [the call](step:claim#call).", text)
}

fn targets(site: &Site, language: &str) -> Vec<Option<String>> {
    let resolved = site.resolve();
    let article = entity(Kind::Article, "first");
    let targets = resolved.graph.targets(&article, &locale(language));
    targets.into_iter().map(|target| target.map(|target| target.href)).collect()
}

#[test]
fn prose_links_by_kind_and_id_by_path_and_by_part() {
    let site = prose(
        "[a](principle:once#why-it-matters) [[journey:claim#step-call]] [[journey:claim#call|b]] [c](../../principles/once/index.md) \
         [d](https://example.org/) [[term:leave]] [e](persona:ana#need-answer)",
    );
    assert_eq!(site.problems(), "");
    let hrefs: Vec<String> = targets(&site, "en").into_iter().map(Option::unwrap_or_default).collect();
    assert_eq!(
        hrefs,
        [
            "/kb/en/principles/once/#why-it-matters",
            "/kb/en/journeys/claim/#step-call",
            "/kb/en/journeys/claim/#step-call",
            "/kb/en/principles/once/",
            "",
            "/kb/en/glossary/#term-leave",
            "/kb/en/personas/ana/#need-answer",
        ]
    );
}

#[test]
fn a_link_without_a_label_is_called_by_the_name_of_what_it_leads_to() {
    let site = prose("[[step:claim#call]]");
    let graph = site.resolve().graph;
    let target = graph.targets(&entity(Kind::Article, "first"), &locale("en")).remove(0).unwrap();
    assert_eq!((target.label.as_deref(), target.class.as_str()), (Some("Calls"), "step"));
}

#[test]
fn what_prose_links_to_knows_of_it() {
    let graph = Site::with("").resolve().graph;
    let places = graph.mentioned_by(&entity(Kind::Journey, "claim"));
    assert!(places.iter().any(|place| place.entity == entity(Kind::Article, "first")), "{places:?}");
}

#[test]
fn prose_that_leads_nowhere_is_reported_by_what_is_wrong() {
    let cases = [
        ("[a](article:frst)", "unknown-reference]: no article has the id `frst` (did you mean `first`?)"),
        ("[a](step:claim#cal)", "journey `claim` has no step `cal` (did you mean `call`?)"),
        (
            "[a](principle:once#why-it-maters)",
            "principle `once` has no part `why-it-maters` (did you mean `why-it-matters`?)",
        ),
        ("[a](artcle:first)", "there is no kind of thing called `artcle` (did you mean `article`?)"),
        ("[[glossary:leave]]", "there is no kind of thing called `glossary` (did you mean `term`?)"),
        ("[[once]]", "`once` is named without its kind (write `principle:once`)"),
        ("[a](step:call)", "a step is named without its journey (write `step:journey#call`)"),
        ("[a](../frist/index.md)", "unknown-reference]: there is no page `../frist/index.md`"),
        ("![a](missing.svg)", "unknown-asset]: there is no file `missing.svg`"),
        ("[a](#nowhere)", "this page has no part `nowhere`"),
        ("[a](/en/articles/second/)", "no page has the address `/en/articles/second/`"),
    ];
    for (text, message) in cases {
        let problems = prose(text).problems();
        assert!(problems.contains(message), "{text}: {problems}");
        assert_eq!(problems.lines().count(), 1, "{problems}");
    }
}

#[test]
fn an_address_written_out_is_a_warning_with_the_way_to_write_it() {
    let problems = prose("[a](/en/principles/once/)").problems();
    assert!(problems.contains("warning[hard-coded-address]"), "{problems}");
    assert!(problems.contains("write `principle:once`"), "{problems}");
}

#[test]
fn references_in_front_matter_texts_are_looked_up_too() {
    let site =
        Site::with("").edit("content/personas/ana/index.md", "I want an answer.", "I want [it](principle:twice).");
    assert!(site.problems().contains("no principle has the id `twice`"), "{}", site.problems());
}

#[test]
fn pains_whose_anchors_run_together_are_told_apart() {
    let problems = Site::with("")
        .edit(JOURNEY, "wait: { text: Nobody answers., owner: nobody }", "b-c: { text: One., owner: nobody }")
        .edit(JOURNEY, "      hang-up:\n", "      call-b:\n        name: Calls again\n        pains: { c: { text: Two., owner: nobody } }\n      hang-up:\n")
        .problems();
    assert!(
        problems.contains("duplicate-anchor]: two parts of this page would have the anchor `pain-call-b-c`"),
        "{problems}"
    );
}

#[test]
fn a_journey_that_a_formatter_has_sorted_is_told_so() {
    let phase = |id: &str, stage: &str, step: &str| {
        format!(
            "  {id}:\n    name: A {id}\n    stage: {stage}\n    steps:\n      {step}: {{ name: Does, emotion: 1 }}\n"
        )
    };
    let journey = |phases: [String; 3]| {
        let head = "title: I claim\nsummary: A claim.\nstatus: published\nkind: current\nlevel: lifecycle\nlifecycle: cover\n\
                    persona: ana\ngoal: Money.\nowner: claims\nmapped: 2026-01-01\nphases:\n";
        let site = Site::with(&format!("-- content/journeys/sorted.md --\n---\n{head}{}---\n", phases.concat()));
        let warnings = site.warnings();
        warnings.lines().filter(|line| line.contains("stage-out-of-order")).collect::<Vec<&str>>().join("\n")
    };
    let (end, middle, start) = (phase("end", "leave", "c"), phase("middle", "use", "b"), phase("start", "use", "a"));
    assert!(journey([end.clone(), middle.clone(), start.clone()]).contains("as a formatter sorts them"));
    assert!(journey([end.clone(), start.clone(), middle.clone()]).contains("in the order of the stages"));
    assert_eq!(journey([start, middle, end]), "");
}
