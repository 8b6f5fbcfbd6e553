//! Maps of journeys: on paper, as pictures that stand alone, beside each other.

mod support;

use scraper::{Html, Selector};
use support::Site;

const AROUND: &str = r"
-- content/vocab/lifecycles.yaml --
buy-own: { loops: true, lobes: { buy: [need, choose], own: [use, leave] } }
-- content/vocab/glossary.yaml --
need: { en: { term: need } }
choose: { en: { term: choose } }
use: { en: { term: use } }
leave: { en: { term: leave } }
-- content/vocab/departments.yaml --
desk: { name: Desk }
back-office: { name: Back office }
-- content/personas/camille/index.md --
---
name: Camille
summary: A driver.
status: published
goal: I want my car back.
basis: assumed
---
";

/// A journey with steps `s1`, `s2`, … in phases of the given lengths; every other step is felt.
fn journey(id: &str, more: &str, phases: &[usize]) -> String {
    let mut text = format!(
        "-- content/journeys/{id}/index.md --\n---\ntitle: The {id}\nsummary: A journey.\nstatus: published\n{more}\
         level: macro\nlifecycle: buy-own\npersona: camille\ngoal: Get there.\nowner: desk\nmapped: 2025-03-12\nphases:\n"
    );
    let mut number = 0;
    for (phase, steps) in phases.iter().enumerate() {
        text += &format!("  p{phase}:\n    name: Phase {phase}\n    stage: use\n    steps:\n");
        for _ in 0..*steps {
            number += 1;
            text +=
                &format!("      s{number}:\n        name: Step {number}\n        does: Waits for number {number}.\n");
            if number % 2 == 1 {
                text += "        emotion: -1\n        feeling: tired\n        backstage: { back-office: Types. }\n";
            }
        }
    }
    text + "---\n"
}

fn site(journeys: &[String]) -> Site {
    Site::new(&(AROUND.to_owned() + &journeys.concat()))
}

fn page(site: &mut Site, path: &str) -> Html {
    Html::parse_document(&site.page(path))
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let words = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.select(&selector).map(|element| words(element.text().collect())).collect()
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).expect("a selector")).count()
}

#[test]
fn a_map_of_more_than_six_steps_is_printed_on_sheets() {
    let mut site = site(&[journey("long", "kind: current\n", &[4, 8])]);
    let page = page(&mut site, "en/journeys/long/index.html");
    assert_eq!(
        texts(&page, ".map-part caption"),
        [
            "The long, sheet 1 of 3: steps 1 to 4",
            "The long, sheet 2 of 3: steps 5 to 10",
            "The long, sheet 3 of 3: steps 11 to 12"
        ]
    );
    assert_eq!(
        texts(&page, ".map-part .phases th .phase").last().map(String::as_str),
        Some("2 Phase 1 (continued) use")
    );
    assert_eq!(count(&page, ".map-part .steps th[scope=col] a"), 12);
    assert_eq!(count(&page, ".map-part svg.curve[aria-hidden=true]"), 3);
    assert_eq!(count(&page, ".map-part [id]"), 0);
}

#[test]
fn a_map_of_six_steps_is_printed_as_it_is() {
    let mut site = site(&[journey("short", "kind: current\n", &[2, 4])]);
    assert_eq!(count(&page(&mut site, "en/journeys/short/index.html"), ".map-part"), 0);
}

#[test]
fn every_language_has_the_map_as_a_picture_with_the_same_words() {
    let mut site = site(&[journey("claim", "kind: current\n", &[3])]);
    let build = site.build();
    let output = build.output.expect("a site");
    for language in ["en", "fr"] {
        let path = format!("{language}/journeys/claim/map.svg");
        let file = output.iter().find(|(at, _)| at.to_string() == path).expect("a picture").1;
        let svg = String::from_utf8_lossy(file.bytes()).into_owned();
        assert!(svg.contains("Waits for number 2.") && svg.contains("class=\"curve\""), "{svg}");
        assert!(svg.contains("Back office") && !svg.contains("foreignObject"), "{svg}");
    }
}

#[test]
fn a_legend_explains_the_marks_that_a_map_shows_and_no_others() {
    let mut site = site(&[journey("claim", "kind: current\n", &[3])]);
    let path = "en/journeys/claim/map/index.html";
    assert_eq!(
        texts(&page(&mut site, path), ".map-legend li"),
        ["feels bad", "hollow: only assumed, filled: observed or reported"]
    );
    let more =
        "kind: current\ndeviations:\n  quits: { from: s1, name: Quits, kind: abandon, rejoins: exit, handled: none }\n";
    site.sources = self::site(&[journey("claim", more, &[3])]).sources;
    assert_eq!(texts(&page(&mut site, path), ".map-legend li").last().map(String::as_str), Some("a way out for good"));
    let unfelt = journey("claim", "kind: current\n", &[3]).replace("        emotion: -1\n", "");
    site.sources = self::site(&[unfelt]).sources;
    assert_eq!(count(&page(&mut site, path), ".map-legend"), 0);
}

#[test]
fn a_map_is_a_table_and_data_in_every_language() {
    let mut site = site(&[journey("claim", "kind: current\n", &[3])]);
    for language in ["en", "fr"] {
        let whole = page(&mut site, &format!("{language}/journeys/claim/map/index.html"));
        for (kind, path) in [
            ("text/csv", format!("{language}/journeys/claim/map.csv")),
            ("application/json", format!("api/1/journeys/claim.{language}.json")),
        ] {
            let link = Selector::parse(&format!(".map-links a[type='{kind}']")).expect("a selector");
            let href = whole.select(&link).next().and_then(|link| link.attr("href")).expect("a link");
            assert_eq!(href, format!("/{path}"));
            assert!(site.page(&path).contains("Step 2"), "{path}");
        }
    }
}

#[test]
fn a_worksheet_has_the_three_fixes_with_what_is_on_the_list_and_room_to_write() {
    let pains = "        pains: { silence: { text: Nobody calls., owner: desk } }\n        does: Waits for number 1.\n";
    let fix = "kind: no-brainer, effort: 1, customer-value: 5, addresses: [s1/silence], owner: desk";
    let more = format!(
        "kind: current\nopportunities:\n  text: {{ name: Send a text, {fix} }}\n  gone: {{ name: Never mind, {fix}, status: dismissed }}\n"
    );
    let claim = journey("claim", &more, &[2, 1]).replace("        does: Waits for number 1.\n", pains);
    let mut site = site(&[claim]);
    let sheet = page(&mut site, "fr/journeys/claim/workshop/index.html");
    assert_eq!(count(&sheet, ".sheet-columns > section .write"), 6);
    assert_eq!(texts(&sheet, ".sheet-columns .lines a"), ["Send a text"]);
    assert_eq!(texts(&sheet, ".sheet-steps .phase"), ["Phase 0", "Phase 1"]);
    assert_eq!(count(&sheet, ".sheet-curve svg a[href='/fr/journeys/claim/#step-s3']"), 1);
    let map = page(&mut site, "fr/journeys/claim/map/index.html");
    assert_eq!(count(&map, ".map-links a[href$='/claim/workshop/']"), 1);
}

#[test]
fn a_mermaid_journey_in_prose_is_drawn_and_any_other_diagram_stays_code() {
    let article = r"
-- content/articles/about/index.md --
---
title: About
summary: With a journey.
status: published
---

```mermaid
journey
    title My day
    section Work
      Make <tea>: 5: Me
      Sit: 2: Me, Cat
      Wait: x
```

```mermaid
pie
  A: 1
```

```mermaid
journey
  Sit
```
";
    let mut site = Site::new(&(AROUND.to_owned() + article));
    let page = page(&mut site, "en/articles/about/index.html");
    assert_eq!(texts(&page, ".diagram caption"), ["My day"]);
    assert_eq!(texts(&page, ".diagram .steps th:not(.corner)"), ["1 Make <tea>", "2 Sit", "3 Wait"]);
    assert_eq!(texts(&page, ".diagram tr:nth-child(2) td"), ["+2", "−1", "– nothing said"]);
    assert_eq!(texts(&page, ".diagram tr:nth-child(3) td"), ["Me", "Me, Cat", "– nothing said"]);
    assert_eq!(count(&page, ".diagram .curve-point"), 2);
    assert_eq!(count(&page, "pre code.language-mermaid"), 2);
}

#[test]
fn two_journeys_side_by_side_name_the_steps_that_only_one_has() {
    let mut site =
        site(&[journey("now", "kind: current\n", &[3]), journey("then", "kind: future\ncompares-with: now\n", &[2])]);
    let now = page(&mut site, "en/journeys/now/map/index.html");
    assert_eq!(texts(&now, ".map-notes li"), ["The dashed line is The then.", "Only here: Step 3."]);
    assert_eq!(count(&now, "circle.curve-compared"), 1, "a score without a neighbour is a point");
    let then = page(&mut site, "en/journeys/then/map/index.html");
    assert_eq!(texts(&then, ".map-notes li"), ["The dashed line is The now.", "Only in The now: Step 3."]);
}

#[test]
fn a_department_has_a_map_in_which_what_is_not_its_own_stands_back() {
    let mut site = site(&[journey("claim", "kind: current\n", &[3])]);
    let map = page(&mut site, "en/journeys/claim/as/back-office/index.html");
    assert_eq!(
        texts(&map, ".page-head .lede"),
        ["Back office sees 2 of 3 steps: 0 in front of customers, 2 behind the scenes only."]
    );
    assert_eq!(texts(&map, ".map-scroll .steps th.dim a"), ["2 Step 2"]);
    assert_eq!(count(&map, ".map-scroll .lane-backstage td.own"), 2);
    let journey = page(&mut site, "en/journeys/claim/index.html");
    assert_eq!(texts(&journey, ".map-slices a"), ["Back office: 2 of 3"]);
    assert_eq!(count(&journey, ".map td.dim"), 0);
}

#[test]
fn a_department_has_only_its_own_framed_and_sees_no_feeling_where_it_has_no_part() {
    let mut site = site(&[journey("claim", "kind: current\n", &[3])]);
    site.write("content/vocab/departments.yaml", "desk: { name: Desk }\nback-office: { name: Back office }\n");
    site.write(
        "content/vocab/systems.yaml",
        "ours: { name: Ours, kind: system, owner: back-office }\ntheirs: { name: Theirs, kind: system, owner: desk }\n",
    );
    let claim =
        site.sources.text(&cxbook::base::SourcePath::new("content/journeys/claim/index.md")).unwrap().to_owned();
    let mut steps = claim.splitn(4, "backstage: { back-office: Types. }\n");
    let (before, between, after) = (steps.next().unwrap(), steps.next().unwrap(), steps.next().unwrap());
    let both = "support: [ours, theirs]\n";
    let claim = format!(
        "{before}backstage: {{ desk: Reads., back-office: Types. }}\n        {both}{between}\
         backstage: {{ back-office: Types. }}\n        support: [ours]\n{after}"
    );
    let claim = claim.replace("        name: Step 2\n", "        name: Step 2\n        emotion: 1\n");
    site.write("content/journeys/claim/index.md", claim);
    let map = page(&mut site, "en/journeys/claim/as/back-office/index.html");
    assert_eq!(texts(&map, ".map-scroll .lane-support td.own"), ["Ours"], "the cell with nothing else in it");
    assert_eq!(texts(&map, ".map-scroll .lane-support .tone-own"), ["Ours"], "the one of two");
    assert_eq!(texts(&map, ".map-scroll .lane-backstage .tone-own a"), ["Back office"]);
    assert_eq!(texts(&map, ".map-scroll .lane-curve g.dim .curve-label"), ["+1"]);
    let journey = page(&mut site, "en/journeys/claim/index.html");
    assert_eq!(count(&journey, "g.dim, .tone-own"), 0);
}

#[test]
fn a_way_off_the_path_stands_back_with_the_step_that_it_leaves() {
    let ways = "kind: current\ndeviations:\n  gone: { from: s2, kind: abandon, rejoins: exit, name: Gives up, share: 10%, handled: none }\n  \
                asks: { from: s1, kind: repeat, rejoins: s1, name: Asks again, share: 20%, handled: none }\n";
    let mut site = site(&[journey("claim", ways, &[3])]);
    let map = page(&mut site, "en/journeys/claim/as/back-office/index.html");
    assert_eq!(texts(&map, ".map-scroll .off-path-label").len(), 2);
    assert_eq!(count(&map, ".map-scroll .off-path g.dim .off-path-label"), 1);
    assert_eq!(count(&map, ".map-scroll .off-path g.dim .off-path-exit"), 1, "the back office has no part in step 2");
    let journey = page(&mut site, "en/journeys/claim/index.html");
    assert_eq!(count(&journey, ".off-path g.dim"), 0);
}

#[test]
fn the_atlas_lists_every_journey_by_stage_and_level() {
    let mut site = site(&[journey("claim", "kind: current\n", &[2]), journey("renewal", "kind: current\n", &[1, 1])]);
    let index = page(&mut site, "en/journeys/index.html");
    assert_eq!(texts(&index, ".atlas tbody th"), ["need", "choose", "use", "leave"]);
    assert_eq!(texts(&index, ".atlas tbody tr:nth-child(3) td:nth-child(3) a"), ["The claim", "The renewal"]);
}
