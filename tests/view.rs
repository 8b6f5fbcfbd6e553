//! What pages say: built from small sites, read from their HTML.

#[path = "support/mod.rs"]
mod support;

use std::collections::BTreeMap;

use scraper::{Html, Selector};
use support::Site;

/// A journey with a part of every sort that content may link to, half translated.
const SITE: &str = r"
-- content/vocab/lifecycles.yaml --
buy-own: { loops: true, lobes: { buy: [need, choose], own: [use, leave] } }
-- content/vocab/glossary.yaml --
need: { en: { term: need }, fr: { term: besoin } }
choose: { en: { term: choose }, fr: { term: choix } }
use: { en: { term: use }, fr: { term: usage } }
leave: { en: { term: leave }, fr: { term: départ } }
-- content/vocab/departments.yaml --
desk: { name: Desk }
field: { name: Field }
-- content/vocab/channels.yaml --
phone: { name: Phone, medium: phone }
-- content/vocab/purposes.yaml --
help: { name: Help }
-- content/vocab/touchpoints.yaml --
hotline: { name: Hotline, channel: phone, owner: desk, purpose: help }
visit: { name: Visit, channel: phone, owner: field, purpose: help }
-- content/personas/camille/index.md --
---
name: Camille
summary: A driver.
status: published
goal: I want my car back.
basis: assumed
needs:
  be-heard: { says: Listen to me., means: She wants to be believed. }
---
-- content/principles/tell-us-once/index.md --
---
title: Tell us once
summary: Say it once.
status: published
claim: I say it once.
stance: outside-in
dimension: effortless
inside-out-looks-like: Each asks again.
outside-in-looks-like: The next one knows.
test: Does any step ask again?
---
-- content/principles/tell-us-once/index.fr.md --
---
title: Le dire une fois
summary: Une fois.
claim: Je le dis une fois.
inside-out-looks-like: Chacun redemande.
outside-in-looks-like: Le suivant sait.
test: Redemande-t-on ?
---
-- content/journeys/claim/index.md --
---
title: I claim
summary: A claim.
status: published
kind: current
level: macro
lifecycle: buy-own
persona: camille
goal: Get it back.
promise: Back <b>soon</b>.
owner: desk
mapped: 2026-01-05
information:
  story: What happened
phases:
  report:
    name: Report it
    stage: use
    steps:
      call:
        name: Calls
        touchpoint: hotline
        emotion: -1
        feeling: anxious
        tells: [story]
        needs: [be-heard]
        principles: { tell-us-once: keeps }
        pains:
          script: { text: A script comes first., owner: nobody, since: 2021 }
      wait:
        name: Waits
        mode: waits
      visit:
        name: Meets somebody
        touchpoint: visit
        emotion: 1
        feeling: relieved
        tells: [story]
        principles: { tell-us-once: breaks }
deviations:
  chase:
    from: wait
    kind: repeat
    name: Asks for news
    share: 40%
    rejoins: wait
    handled: none
    owner: nobody
    pains:
      music: { text: The music is bad., owner: desk }
    steps:
      hold: { name: Holds the line, emotion: -2 }
opportunities:
  text-them: { name: Text them, kind: no-brainer, addresses: [call/script], owner: desk, customer-value: 4, effort: 1 }
evidence:
  said: { kind: quote, says: I told you., who: camille, date: 2026-01, consent: anonymised }
---
Mind [[step:wait|the silence]].
-- content/journeys/claim/index.fr.md --
---
title: Je déclare
summary: Une déclaration.
steps:
  call: { name: Appelle }
---
";

fn page(files: &str, path: &str) -> Html {
    Html::parse_document(&Site::new(files).page(path))
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    let words = |element: scraper::ElementRef<'_>| {
        element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    page.select(&selector).map(words).collect()
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
}

#[test]
fn every_anchor_that_content_may_link_to_is_on_the_page_once() {
    let journey = page(SITE, "en/journeys/claim/index.html");
    let ids = attributes(&journey, "[id]", "id");
    for wanted in [
        "phase-report",
        "step-call",
        "step-wait",
        "step-visit",
        "step-hold",
        "pain-call-script",
        "pain-chase-music",
        "deviation-chase",
        "opportunity-text-them",
        "evidence-said",
    ] {
        assert_eq!(ids.iter().filter(|id| *id == wanted).count(), 1, "{wanted} in {ids:?}");
    }
    let persona = page(SITE, "en/personas/camille/index.html");
    assert!(attributes(&persona, "[id]", "id").iter().any(|id| id == "need-be-heard"));
}

#[test]
fn every_link_within_a_page_leads_to_a_part_of_it() {
    for path in ["en/journeys/claim/index.html", "fr/journeys/claim/index.html"] {
        let journey = page(SITE, path);
        let ids = attributes(&journey, "[id]", "id");
        for href in attributes(&journey, "a[href^='#']", "href") {
            assert!(ids.iter().any(|id| *id == href[1..]), "{path}: {href}");
        }
    }
}

#[test]
fn a_map_of_its_own_links_to_the_journey() {
    let map = page(SITE, "en/journeys/claim/map/index.html");
    let hrefs = attributes(&map, "table.map a", "href");
    assert!(hrefs.iter().any(|href| href == "/en/journeys/claim/#deviation-chase"), "{hrefs:?}");
    assert!(!hrefs.iter().any(|href| href.starts_with('#')), "{hrefs:?}");
}

#[test]
fn a_fallback_page_names_its_language_and_has_no_alternates() {
    let persona = page(SITE, "fr/personas/camille/index.html");
    assert_eq!(attributes(&persona, "html", "lang"), ["fr"]);
    assert_eq!(attributes(&persona, "main", "lang"), ["en"]);
    assert_eq!(attributes(&persona, "link[rel=alternate][hreflang]", "hreflang"), [""; 0]);
    let canonical = "https://kb.example.org/en/personas/camille/";
    assert_eq!(attributes(&persona, "link[rel=canonical]", "href"), [canonical]);
    let text = texts(&persona, "body").join(" ");
    assert!(text.contains("Vous la lisez en anglais."), "{text}");
}

#[test]
fn real_translations_list_each_other_and_themselves() {
    for path in ["en/principles/tell-us-once/index.html", "fr/principles/tell-us-once/index.html"] {
        let principle = page(SITE, path);
        let languages = attributes(&principle, "link[rel=alternate][hreflang]", "hreflang");
        assert_eq!(languages, ["en", "fr", "x-default"], "{path}");
    }
}

#[test]
fn a_string_that_is_not_translated_is_marked_with_its_language() {
    let principle = page(SITE, "fr/principles/tell-us-once/index.html");
    let english = texts(&principle, "main [lang=en]");
    assert!(english.iter().any(|text| text == "Waits" || text == "Meets somebody"), "{english:?}");
    assert!(!english.iter().any(|text| text == "Appelle"), "{english:?}");
}

#[test]
fn a_step_without_emotion_breaks_the_curve_and_says_so() {
    let journey = page(SITE, "en/journeys/claim/index.html");
    assert_eq!(texts(&journey, "svg.curve path.curve-line"), [""; 0]);
    let words = texts(&journey, "table.map").join(" ");
    assert!(words.contains("\u{2212}1 anxious") && words.contains("not known"), "{words}");
}

#[test]
fn what_is_told_twice_and_owned_by_nobody_is_marked() {
    let journey = texts(&page(SITE, "en/journeys/claim/index.html"), "table.map").join(" ");
    assert!(journey.contains("What happened again"), "{journey}");
    assert!(journey.contains("nobody owns this"), "{journey}");
}

#[test]
fn a_map_says_whose_it_is_and_how_long() {
    let journey = page(SITE, "en/journeys/claim/index.html");
    assert_eq!(texts(&journey, "table.map caption"), ["I claim, as Camille lives it. 3 steps in 1 phase."]);
}

#[test]
fn a_principle_shows_the_worst_verdict_first() {
    let principle = texts(&page(SITE, "en/principles/tell-us-once/index.html"), "main").join(" ");
    let (breaks, keeps) = (principle.find("Meets somebody"), principle.find("Calls"));
    assert!(breaks.is_some() && breaks < keeps, "{principle}");
}

#[test]
fn an_author_cannot_add_an_element_through_a_message() {
    let html = Site::new(SITE).page("en/journeys/claim/index.html");
    assert!(html.contains("Back &lt;b&gt;soon&lt;/b&gt;."), "the promise");
}

#[test]
fn no_page_prints_the_name_of_a_message() {
    let build = Site::new(SITE).build();
    let output = build.output.expect("a site");
    let areas = [
        "journey-",
        "lane-",
        "column-",
        "finding-",
        "kind-",
        "kinds-",
        "notice-",
        "met-",
        "fact-",
        "step-",
        "deviation-",
        "opportunity-",
        "index-",
        "time-",
        "verdict-",
        "mode-",
        "basis-",
    ];
    for (path, artifact) in output.iter().filter(|(path, _)| path.as_str().ends_with(".html")) {
        let page = Html::parse_document(std::str::from_utf8(artifact.bytes()).expect("text"));
        for text in page.root_element().text().map(str::trim) {
            let is_key = areas.iter().any(|area| text.starts_with(area)) && !text.contains(' ');
            assert!(!is_key, "{path}: {text}");
        }
    }
}

#[test]
fn a_site_that_only_says_what_is_missing_links_to_the_source() {
    let book = support::BOOK.replace("source-language", "fallback = \"notice\"\nsource-language");
    let mut site = Site::new(SITE);
    site.write("book.toml", book);
    let persona = Html::parse_document(&site.page("fr/personas/camille/index.html"));
    let text = texts(&persona, "main").join(" ");
    assert!(text.contains("Elle existe en anglais.") && !text.contains("A driver."), "{text}");
    assert!(attributes(&persona, "main a", "href").contains(&"/en/personas/camille/".to_owned()));
}

#[test]
fn every_entry_of_the_contents_leads_to_a_heading() {
    for path in
        ["en/journeys/claim/index.html", "fr/personas/camille/index.html", "en/principles/tell-us-once/index.html"]
    {
        let page = page(SITE, path);
        let ids = attributes(&page, "[id]", "id");
        let entries = attributes(&page, "nav.contents a", "href");
        assert!(!entries.is_empty(), "{path}");
        assert!(entries.iter().all(|href| ids.iter().any(|id| *id == href[1..])), "{path}: {entries:?}");
    }
}

#[test]
fn a_site_below_a_folder_links_below_it() {
    let mut site = Site::new(SITE);
    site.request.base_url = Some("https://kb.example.org/kb/".parse().expect("an address"));
    let journey = Html::parse_document(&site.page("en/journeys/claim/index.html"));
    let hrefs = attributes(&journey, "a[href^='/'], link[href^='/']", "href");
    assert!(hrefs.iter().all(|href| href.starts_with("/kb/") && !href.starts_with("/kb/kb/")), "{hrefs:?}");
    let canonical = attributes(&journey, "link[rel=canonical]", "href");
    assert_eq!(canonical, ["https://kb.example.org/kb/en/journeys/claim/"]);
}

#[test]
fn the_smallest_journey_has_a_page_in_the_preview() {
    let mut site = Site::new(SITE);
    site.request.drafts = true;
    site.write(
        "content/journeys/renew/index.md",
        "---
title: I renew
kind: current
level: macro
lifecycle: buy-own
persona: camille
goal: Stay covered.
mapped: 2026-05-02
phases:
  decide:
    name: Decide
    stage: use
    steps:
      get-letter: { name: Gets the letter, touchpoint: hotline, emotion: -1 }
---
",
    );
    let journey = Html::parse_document(&site.page("en/journeys/renew/index.html"));
    let text = texts(&journey, "main").join(" ");
    assert!(text.contains("Draft: only this preview shows it.") && text.contains("Gets the letter"), "{text}");
    assert_eq!(texts(&journey, "table.map caption"), ["I renew, as Camille lives it. 1 step in 1 phase."]);
}

#[test]
fn the_choice_of_a_language_is_in_no_language_and_home_pages_default_to_the_source() {
    let chooser = page(SITE, "index.html");
    assert_eq!(attributes(&chooser, "link[rel=alternate][hreflang]", "hreflang"), [""; 0]);
    for path in ["en/index.html", "fr/index.html"] {
        let home = page(SITE, path);
        let hrefs = attributes(&home, "link[rel=alternate][hreflang=x-default]", "href");
        assert_eq!(hrefs, ["https://kb.example.org/en/"], "{path}");
    }
}

#[test]
fn no_two_pages_of_a_language_have_one_title() {
    let mut site = Site::new(SITE);
    // An article of the same name as a principle, and a section, a stage and a view that share theirs.
    site.write(
        "content/articles/same/index.md",
        "---\ntitle: Tell us once\nsummary: Of it.\nstatus: published\n---\n\nText.\n",
    );
    let output = site.build().output.expect("a site");
    let mut titles: Vec<(String, String)> = output
        .iter()
        .filter(|(path, _)| path.extension() == "html" && !path.as_str().ends_with("404.html"))
        .map(|(path, artifact)| {
            let html = Html::parse_document(std::str::from_utf8(artifact.bytes()).expect("text"));
            let lang = attributes(&html, "html", "lang").remove(0);
            (format!("{lang}: {}", texts(&html, "head > title").concat()), path.to_string())
        })
        .collect();
    titles.sort();
    let same: Vec<_> = titles.windows(2).filter(|pair| pair[0].0 == pair[1].0).collect();
    assert!(same.is_empty(), "{same:?}");
    assert!(titles.iter().any(|(title, _)| title == "en: Tell us once · Articles · Test"), "{titles:?}");
}

const PARTLY: &str = "---\nname: Camille\ngoal: Je veux une réponse.\n---\n\nUn seul mot.\n";

/// A page of which `text` is the French translation.
fn translated(text: &str) -> Html {
    let mut site = Site::new(SITE);
    site.write("content/personas/camille/index.fr.md", text);
    Html::parse_document(&site.page("fr/personas/camille/index.html"))
}

#[test]
fn a_page_translated_in_part_says_so_and_is_in_its_readers_language() {
    let page = translated(PARTLY);
    assert_eq!(attributes(&page, "html", "lang"), ["fr"]);
    assert_eq!(attributes(&page, "main", "lang"), [""; 0]);
    let notice = texts(&page, "main .notice-partly").concat();
    assert!(notice.contains("n’est traduite qu’en partie. Le reste est en anglais. La lire en anglais"), "{notice}");
    assert_eq!(attributes(&page, "main .notice-partly a", "href"), ["/en/personas/camille/"]);
    assert_eq!(texts(&page, "main .notice-fallback"), [""; 0]);
    // What is not translated says so itself; what is stands in no such element.
    let english = texts(&page, "main [lang=en][dir=ltr]");
    assert!(!english.is_empty() && !english.iter().any(|text| text.contains("Un seul mot")), "{english:?}");
    // To crawlers it is still the source's page.
    assert_eq!(attributes(&page, "link[rel=canonical]", "href"), ["https://kb.example.org/en/personas/camille/"]);
    assert_eq!(attributes(&page, "link[rel=alternate][hreflang]", "hreflang"), [""; 0]);
}

#[test]
fn an_untranslated_body_on_a_translated_page_keeps_its_language_and_direction() {
    let mut site = Site::new(SITE);
    site.write(
        "content/articles/long/index.md",
        "---\ntitle: Long\nsummary: Of it.\nstatus: published\n---\n\nOne.\n\nTwo.\n",
    );
    site.write("content/articles/long/index.fr.md", "---\ntitle: Longue\nsummary: Sur elle.\n---\n");
    let page = Html::parse_document(&site.page("fr/articles/long/index.html"));
    assert_eq!(attributes(&page, "main", "lang"), [""; 0]);
    assert_eq!(texts(&page, "h1"), ["Longue"]);
    let body = texts(&page, "main div[lang=en][dir=ltr]").concat();
    assert!(body.contains("One.") && body.contains("Two."), "{body}");
    assert_eq!(texts(&page, "main .notice-partly").len(), 1);
    let sitemap = site.page("sitemap.xml");
    assert!(sitemap.contains("/en/articles/long/") && !sitemap.contains("/fr/articles/long/"), "{sitemap}");
    // The switcher of the source says what it leads to.
    let source = Html::parse_document(&site.page("en/articles/long/index.html"));
    assert_eq!(texts(&source, ".languages .note"), ["partly translated"]);
    assert_eq!(attributes(&source, ".languages a.noted", "hreflang"), ["fr"]);
}

#[test]
fn a_notice_leads_to_the_source_and_to_where_a_reader_can_help() {
    let book = support::BOOK.replacen(
        "source-language",
        "contact = \"mailto:cx@example.org\"\nedit-url = \"https://code.example.org/{path}\"\nsource-language",
        1,
    );
    let mut site = Site::new(SITE);
    site.write("book.toml", book);
    let missing = Html::parse_document(&site.page("fr/personas/camille/index.html"));
    let said = texts(&missing, "main .notice-fallback").concat();
    assert!(said.contains("Vous la lisez en anglais. Voir la page en anglais Aider à cette traduction"), "{said}");
    let links = |page: &Html, notice: &str| attributes(page, &format!("main {notice} a"), "href");
    assert_eq!(links(&missing, ".notice-fallback"), ["/en/personas/camille/", "mailto:cx@example.org"]);
    site.write("content/personas/camille/index.fr.md", PARTLY);
    let begun = Html::parse_document(&site.page("fr/personas/camille/index.html"));
    let file = "https://code.example.org/content/personas/camille/index.fr.md";
    assert_eq!(links(&begun, ".notice-partly"), ["/en/personas/camille/", file]);
}

#[test]
fn a_channel_is_a_word_beside_the_picture_of_its_medium() {
    let claim = page(SITE, "en/journeys/claim/index.html");
    let badges = texts(&claim, ".walk .fact-touchpoints .badge.tone-medium-phone");
    assert_eq!(badges, ["Phone", "Phone"]);
    // Each medium has its place in the strip, the last by default.
    let css = include_str!("../themes/default/assets/site.css");
    let media = ["letter", "email", "sms", "chat", "web", "app", "in-person", "social", "device", "payment"];
    for (at, medium) in media.iter().enumerate() {
        assert!(css.contains(&format!(".tone-medium-{medium} {{ --medium: {}; }}", at + 1)), "{medium}");
    }
}

#[test]
fn every_step_of_the_walk_leads_to_the_one_before_it_and_the_one_after_it() {
    let french = page(SITE, "fr/journeys/claim/index.html");
    let turns = attributes(&french, ".walk > li > .walk-turn a", "href");
    let steps = attributes(&french, "section > .walk > li", "id");
    assert!(steps.len() > 2, "{steps:?}");
    let expected: Vec<String> = (0..steps.len())
        .flat_map(|at| [at.checked_sub(1), Some(at + 1)])
        .filter_map(|at| Some(format!("#{}", steps.get(at?)?)))
        .collect();
    assert_eq!(turns, expected);
    let words = texts(&french, ".walk > li:nth-child(2) > .walk-turn a");
    assert_eq!(words[0], "Étape précédente : Appelle");
    // A name that is not translated keeps its language within the link.
    assert_eq!(attributes(&french, ".walk > li:nth-child(2) > .walk-turn a.on [lang=en]", "dir"), ["ltr"]);
}

#[test]
fn a_translation_without_a_word_is_no_translation() {
    let page = translated("---\ntranslation: { status: draft, by: [ana] }\n---\n");
    assert_eq!(attributes(&page, "main", "lang"), ["en"]);
    assert_eq!(texts(&page, "main .notice-fallback").len(), 1);
}

#[test]
fn the_source_at_the_root_is_not_told_untranslated() {
    let mut site = Site::new(SITE);
    site.write("book.toml", support::BOOK.replacen("\n\n", "\ndefault-at-root = true\n\n", 1));
    let root = Html::parse_document(&site.page("index.html"));
    assert_eq!(texts(&root, "main .notice"), [""; 0]);
}

#[test]
fn only_languages_and_kept_names_lie_at_the_root_of_a_site() {
    use cxbook::graph::route::{KEPT_FILES, KEPT_FOLDERS};
    let mut site = Site::new(SITE);
    let output = site.build().output.expect("a site");
    for (path, _) in output.iter() {
        let known = match path.as_str().split_once('/') {
            Some((folder, _)) => ["en", "fr"].contains(&folder) || KEPT_FOLDERS.contains(&folder),
            None => path.as_str() == "index.html" || KEPT_FILES.contains(&path.as_str()),
        };
        assert!(known, "an old address could stand at {path}: add it to the kept names");
    }
}

/// Every text file of a built site, by its path.
fn built(files: &str) -> BTreeMap<String, String> {
    let output = Site::new(files).build().output.expect("a site");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).ok();
    output.iter().filter_map(|(path, file)| Some((path.as_str().to_owned(), text(file.bytes())?))).collect()
}

#[test]
fn what_a_view_speaks_of_links_back_to_it() {
    let pages = built(SITE);
    let leads = |path: &str, view: &str| {
        let html = Html::parse_document(&pages[path]);
        attributes(&html, "main a", "href").contains(&format!("/en/findings/{view}/"))
    };
    assert!(leads("en/journeys/claim/index.html", "tell-us-once"));
    assert!(leads("en/principles/tell-us-once/index.html", "coverage"));
    assert!(leads("en/departments/field/index.html", "tell-us-once"));
    assert!(leads("en/channels/phone/index.html", "channels"));
    assert!(leads("en/stages/buy-own/use/index.html", "stages"));
    assert!(!leads("en/stages/buy-own/need/index.html", "stages"), "no journey goes there");
}

#[test]
fn pictures_that_are_somebodys_are_credited_on_a_page_of_their_own() {
    let article = "-- content/articles/doors/index.md --\n---\ntitle: Doors\nsummary: On doors.\nstatus: published\n\
                   figures:\n  door:\n    src: door.svg\n    alt: A door.\n    \
                   credit: { author: Ana, licence: CC-BY-SA-4.0, changes: cropped }\n---\n\n![A door.](door.svg)\n\
                   -- content/articles/doors/door.svg --\n<svg viewBox=\"0 0 4 3\" xmlns=\"http://www.w3.org/2000/svg\"/>\n";
    let pages = built(article);
    let html = Html::parse_document(&pages["en/credits/index.html"]);
    assert_eq!(texts(&html, ".credits figcaption"), ["By Ana, CC-BY-SA-4.0 Changed: cropped"]);
    assert_eq!(
        attributes(&html, ".credits a", "href"),
        ["https://creativecommons.org/licenses/by-sa/4.0/", "/en/articles/doors/",]
    );
    let home = Html::parse_document(&pages["fr/index.html"]);
    assert!(attributes(&home, "footer a", "href").contains(&"/fr/credits/".to_owned()));
    assert!(!built("").contains_key("en/credits/index.html"), "no picture is anybody's");
}

#[test]
fn machines_are_told_whose_a_picture_is_and_under_which_licence() {
    let article = "-- content/articles/doors/index.md --\n---\ntitle: Doors\nsummary: On doors.\nstatus: published\n\
                   figures:\n  door:\n    src: door.svg\n    alt: A door.\n    \
                   credit: { author: Ana, licence: CC-BY-4.0, source: \"https://example.org/d\" }\n  \
                   own: { src: own.svg, alt: Ours. }\n---\n\n![A door.](door.svg) ![Ours.](own.svg)\n\
                   -- content/articles/doors/door.svg --\n<svg viewBox=\"0 0 4 3\" xmlns=\"http://www.w3.org/2000/svg\"/>\n\
                   -- content/articles/doors/own.svg --\n<svg viewBox=\"0 0 4 4\" xmlns=\"http://www.w3.org/2000/svg\"/>\n";
    let page = Html::parse_document(&built(article)["en/articles/doors/index.html"]);
    let script = texts(&page, "script[type='application/ld+json']").remove(0);
    let data: serde_json::Value = serde_json::from_str(&script).expect("JSON");
    let things = data["@graph"].as_array().expect("a list");
    let pictures: Vec<_> = things.iter().filter(|thing| thing["@type"] == "ImageObject").collect();
    assert_eq!(pictures.len(), 1, "{data:#}");
    assert_eq!(pictures[0]["creditText"], "Ana");
    assert_eq!(pictures[0]["license"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(pictures[0]["acquireLicensePage"], "https://example.org/d");
    assert!(
        pictures[0]["contentUrl"].as_str().is_some_and(|url| url.starts_with("https://kb.example.org/")),
        "{data:#}"
    );
}

#[test]
fn a_step_links_to_the_views_that_name_it() {
    let html = page(SITE, "en/journeys/claim/index.html");
    let at = |step: &str| attributes(&html, &format!("#step-{step} > dl > .fact-findings a"), "href");
    assert!(at("visit").contains(&"/en/findings/tell-us-once/".to_owned()), "{:?}", at("visit"));
    assert_eq!(at("wait"), ["/en/findings/orphans/"]);
}

#[test]
fn what_nobody_owns_leads_to_what_can_be_done_about_it() {
    let files = SITE.replace(
        "visit: { name: Visit, channel: phone, owner: field",
        "visit: { name: Visit, channel: phone, owner: nobody",
    );
    let pages = built(&files);
    let html = |path: &str| Html::parse_document(&pages[path]);
    let journey = html("en/journeys/claim/index.html");
    let row = "cx-journey.claim.pain-call-script";
    let badge = attributes(&journey, ".walk .fact-pains a.badge.tone-bad", "href");
    assert_eq!(badge, [format!("/en/findings/unowned/#{row}")]);
    let note = texts(&journey, ".walk #step-call > dl > .fact-pains .note").join(" ");
    assert!(note.starts_with("Would be eased by: Text them (open)"), "{note}");

    let unowned = html("en/findings/unowned/index.html");
    let rows = texts(&unowned, "table tr").join("\n");
    assert_eq!(attributes(&unowned, &format!("[id='{row}']"), "id").len(), 1);
    assert!(rows.contains("I claimWould be eased by: Text them (open) DeskNearest to it: Desk"), "{rows}");
    // A touchpoint is met where its steps are; nobody acts there, since it was the touchpoint that said who did.
    assert!(rows.contains("VisitTouchpoint––Meets somebody I claimNo department acts here yet"), "{rows}");
    assert!(texts(&unowned, "p.how").iter().any(|text| text.contains("owner: claims-desk")));
}

#[test]
fn the_page_of_a_document_has_a_twin_in_markdown_that_says_the_same_in_the_same_language() {
    let files = SITE.replace(
        "Mind [[step:wait|the silence]].",
        "Mind [[step:wait|the silence]] <!-- not for readers --> and [the rule](principle:tell-us-once).\n\n## Why {#why}\n",
    );
    let files = files.replace(
        "  said: {",
        "  secret: { kind: complaints, says: A secret., date: 2026-01, consent: internal }\n  said: {",
    );
    let pages = built(&files);
    let twin = &pages["en/journeys/claim/index.md"];
    assert!(twin.starts_with("# I claim\n\n> A claim.\n\n<https://kb.example.org/en/journeys/claim/>\n\n"), "{twin}");
    let site = "https://kb.example.org/en";
    assert!(twin.contains(&format!("Mind [the silence]({site}/journeys/claim/#step-wait)  and")), "{twin}");
    assert!(twin.contains(&format!("[the rule]({site}/principles/tell-us-once/)")), "{twin}");
    assert!(
        twin.contains("\n## Why\n")
            && twin.contains("\n## Calls\n\n- Feels: −1 anxious\n- Pain points: A script comes first.\n"),
        "{twin}"
    );
    assert!(twin.contains("I told you.") && !twin.contains("secret") && !twin.contains("not for readers"), "{twin}");
    // A page without a translation has none, and one with a translation has its own.
    assert!(pages["fr/principles/tell-us-once/index.md"].starts_with("# Le dire une fois\n\n> Je le dis une fois.\n"));
    assert!(!pages.contains_key("fr/personas/camille/index.md"));
    let links = |page: &str| attributes(&Html::parse_document(&pages[page]), "a[type='text/markdown']", "href");
    let head = |page: &str| {
        attributes(&Html::parse_document(&pages[page]), "head link[rel=alternate][type='text/markdown']", "href")
    };
    for path in pages.keys().filter(|path| path.ends_with(".html")) {
        assert_eq!(head(path), links(path), "{path}");
    }
    assert_eq!(links("en/journeys/claim/index.html"), ["/en/journeys/claim/index.md"]);
    assert_eq!(links("fr/personas/camille/index.html"), [""; 0]);
    assert_eq!(links("en/findings/index.html"), [""; 0]);
}

#[test]
fn every_view_links_to_itself_as_a_table_and_as_data() {
    let pages = built(SITE);
    for view in cxbook::graph::route::FINDINGS {
        let html = Html::parse_document(&pages[&format!("en/findings/{view}/index.html")]);
        let links = attributes(&html, ".files a", "href");
        for extension in ["csv", "json"] {
            let file = format!("/api/1/views/{view}.{extension}");
            assert!(links.contains(&file), "{view}: {links:?}");
            assert!(pages.contains_key(&file[1..]), "{file}");
        }
    }
}

#[test]
fn a_view_of_a_site_without_journeys_says_what_to_write() {
    let pages = built("");
    for view in cxbook::graph::route::FINDINGS {
        let html = Html::parse_document(&pages[&format!("en/findings/{view}/index.html")]);
        let said = texts(&html, ".nothing");
        assert!(said.iter().any(|text| text.contains("cxbook new journey")), "{view} says {said:?}");
    }
}

#[test]
fn an_old_address_leads_on_in_the_language_of_its_page_and_names_one_address_to_crawlers() {
    let mut site = Site::new(SITE);
    let old = "---\nname: Camille\nsummary: Une conductrice.\ngoal: Ma voiture.\naliases: [/vieux/]\n---\n\nUn mot.\n";
    site.write("content/personas/camille/index.fr.md", old);
    let redirect = Html::parse_document(&site.page("vieux/index.html"));
    assert_eq!(attributes(&redirect, "html", "lang"), ["fr"]);
    assert_eq!(attributes(&redirect, "link[rel=canonical]", "href"), ["https://kb.example.org/fr/personas/camille/"]);
    assert_eq!(attributes(&redirect, "meta[name=robots]", "content"), [""; 0]);
    assert_eq!(attributes(&redirect, "meta[http-equiv=refresh]", "content"), ["0; url=/fr/personas/camille/"]);
}

/// The language of the element that says `text`, as the nearest `lang` around it has it.
fn language_of(page: &Html, text: &str) -> String {
    let all = Selector::parse("main *").expect("a selector");
    let says = |element: &scraper::ElementRef<'_>| {
        element.children().any(|child| child.value().as_text().is_some_and(|own| own.trim() == text))
    };
    let element = page.select(&all).find(says).unwrap_or_else(|| panic!("nothing says {text:?}"));
    let around = std::iter::once(*element).chain(element.ancestors());
    around.filter_map(scraper::ElementRef::wrap).find_map(|element| element.attr("lang")).unwrap_or_default().to_owned()
}

#[test]
fn on_a_fallback_page_the_words_of_the_interface_are_in_the_readers_language_and_say_so() {
    let persona = page(SITE, "fr/personas/camille/index.html");
    for (text, lang) in [("Besoins", "fr"), ("Persona", "fr"), ("A driver.", "en"), ("Listen to me.", "en")] {
        assert_eq!(language_of(&persona, text), lang, "{text}");
    }
    let journey = page(SITE, "fr/journeys/claim/index.html");
    assert_eq!(language_of(&journey, "Desk"), "en", "the name of a department without a translation");
}

#[test]
fn the_page_that_offers_languages_is_described_by_the_home_page_and_never_by_its_title_twice() {
    let describes = |site: &mut Site| {
        let chooser = Html::parse_document(&site.page("index.html"));
        attributes(&chooser, "meta[name=description]", "content").concat()
    };
    let mut site = Site::new(SITE);
    let title = describes(&mut site);
    assert!(!title.is_empty() && !title.contains(". "), "{title}");
    site.write("content/index.md", "---\ntitle: Home\nsummary: Where it starts.\nstatus: published\n---\n");
    assert_eq!(describes(&mut site), "Where it starts.");
}
