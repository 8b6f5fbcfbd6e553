//! Feeds and calendars, read from the built site: what is in them, and what is not.

#[path = "support/mod.rs"]
mod support;

use std::str::FromStr;

use cxbook::base::{Date, OutputPath};
use support::Site;

const SITE: &str = r"
-- content/articles/old/index.md --
---
title: Old & tried
summary: What we always did.
status: published
published: 2024-05
---
-- content/articles/old/index.fr.md --
---
title: Ancien
summary: Ce que nous avons toujours fait.
---
-- content/articles/new/index.md --
---
title: New
summary: What we do now.
status: published
published: 2025-01-05
updated: 2026-03-01
---
-- content/articles/kept/index.md --
---
title: Kept
summary: For reference.
status: archived
published: 2026-01-01
---
-- content/articles/draft/index.md --
---
title: Draft
summary: Not yet.
published: 2026-01-01
---
-- content/articles/undated/index.md --
---
title: Undated
summary: Nobody knows when.
status: published
---
-- content/events/past/index.md --
---
title: Past, and gone
summary: 'Done; with a backslash \ in it.'
status: published
kind: talk
starts: 2024-12-31T23:30-01:00
ends: 2025-01-01T01:00-01:00
language: en
place: Lyon
---
-- content/events/coming/index.md --
---
title: Coming
summary: Soon.
status: published
updated: 2026-02-03
kind: webinar
starts: 2027-02-08T14:00+01:00
ends: 2027-02-08T15:00+01:00
language: en
---
-- content/events/coming/index.fr.md --
---
title: À venir
summary: Bientôt.
---
";

fn feed(path: &str) -> atom_syndication::Feed {
    atom_syndication::Feed::from_str(&Site::new(SITE).page(path)).unwrap()
}

fn titles(path: &str) -> Vec<String> {
    feed(path).entries.iter().map(|entry| entry.title.value.clone()).collect()
}

#[test]
fn a_feed_lists_what_has_a_date_the_last_changed_first() {
    assert_eq!(titles("en/feed.xml"), ["New", "Coming", "Old & tried"]);
}

#[test]
fn a_page_that_falls_back_is_in_no_feed() {
    assert_eq!(titles("fr/feed.xml"), ["À venir", "Ancien"]);
    assert_eq!(feed("fr/feed.xml").lang.as_deref(), Some("fr"));
    assert!(!Site::new(SITE).page("fr/events/events.ics").contains("past"));
}

#[test]
fn an_entry_keeps_its_id_when_its_address_changes() {
    let mut site = Site::new(SITE);
    let id = |site: &mut Site| {
        let feed = atom_syndication::Feed::from_str(&site.page("en/feed.xml")).unwrap();
        let entry = &feed.entries[2];
        (entry.id.clone(), entry.links[0].href.clone())
    };
    let before = id(&mut site);
    let renamed = support::split(SITE)[0].1.replace("title: Old", "slug: tried\ntitle: Old");
    site.write("content/articles/old/index.md", renamed);
    let after = id(&mut site);
    assert_eq!(before.0, after.0);
    assert_ne!(before.1, after.1);
}

#[test]
fn every_page_names_the_feeds_of_its_language_and_no_empty_one() {
    let mut site = Site::new(SITE);
    let french = site.page("fr/articles/old/index.html");
    assert!(french.contains(r#"<link rel="alternate" type="application/atom+xml" title="Test: Pages nouvelles et modifiées" href="/fr/feed.xml">"#));
    assert!(
        french
            .contains(r#"type="text/calendar" title="Test: Calendrier des événements" href="/fr/events/events.ics">"#)
    );
    assert!(!french.contains("journeys/feed.xml"), "no journey has changed");
    let output = site.build().output.unwrap();
    assert!(output.get(&OutputPath::new("fr/journeys/feed.xml")).is_none());
}

#[test]
fn a_calendar_depends_on_the_document_and_not_on_the_day() {
    let mut site = Site::new(SITE);
    let before = site.page("en/events/events.ics");
    site.request.today = Date::parse("2031-01-01").unwrap();
    assert_eq!(before, site.page("en/events/events.ics"));
    assert!(before.contains("DTSTAMP:20260203T000000Z\r\nDTSTART:20270208T130000Z\r\n"), "{before}");
}

#[test]
fn a_calendar_gives_times_in_utc_and_escapes_what_has_a_meaning() {
    let calendar = Site::new(SITE).page("en/events/past/event.ics");
    assert!(calendar.contains("DTSTART:20250101T003000Z\r\nDTEND:20250101T020000Z\r\n"), "{calendar}");
    assert!(calendar.contains("SUMMARY;LANGUAGE=en:Past\\, and gone\r\n"), "{calendar}");
    assert!(calendar.contains("DESCRIPTION;LANGUAGE=en:Done\\; with a backslash \\\\ in it.\r\n"), "{calendar}");
    assert!(calendar.contains("UID:event-past@kb.example.org\r\n"), "{calendar}");
}

#[test]
fn an_event_offers_its_calendar_also_where_it_is_not_translated() {
    let mut site = Site::new(SITE);
    assert!(
        site.page("en/events/past/index.html").contains(r#"href="/en/events/past/event.ics" type="text/calendar""#)
    );
    assert!(
        site.page("fr/events/past/index.html").contains(r#"href="/en/events/past/event.ics" type="text/calendar""#)
    );
    assert!(site.page("fr/events/coming/index.html").contains(r#"href="/fr/events/coming/event.ics""#));
}

#[test]
fn programs_find_what_is_published_in_each_language_and_nothing_else() {
    let mut site = Site::new(SITE);
    let english = site.page("llms.txt");
    assert!(english.starts_with("# Test\n\n"), "{english}");
    let line = "- [Old & tried](https://kb.example.org/en/articles/old/): What we always did.\n";
    assert!(english.contains(line) && english.contains("## Articles\n"), "{english}");
    assert!(!english.contains("Draft") && !english.contains("Kept"), "{english}");
    assert!(english.contains("- [Français](https://kb.example.org/fr/)\n"), "{english}");
    assert!(
        english.contains("## Optional\n\n- [api/1/site.json](https://kb.example.org/api/1/site.json)"),
        "{english}"
    );
    assert_eq!(site.page("en/llms.txt"), english);
    let french = site.page("fr/llms.txt");
    assert!(french.contains("[Ancien](https://kb.example.org/fr/articles/old/)"), "{french}");
    assert!(!french.contains("/new/"), "what is not in French is not listed: {french}");
}
