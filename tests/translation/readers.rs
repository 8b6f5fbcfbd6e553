//! What readers are told.

use crate::support::Site;

const SITE: &str = "-- content/about.md --
---
title: About us
summary: Who we are.
status: published
---

## Why

You must not wait with our customers.

## How

We count 12 days.
-- content/about.fr.md --
---
translation: { base: BASE, status: draft, date: 2026-03-01 }
title: À propos
summary: Qui nous sommes.
---

## Pourquoi

Vous devez attendre avec nos clients.

## Comment

Nous comptons 12 jours.
-- content/l10n/base/BASE.md --
---
summary: \"Who we are.\"
title: \"About us\"
---

## Why

You must wait with our customers.

## How

We count 12 days.
";

/// The site with the snapshot under its right name.
fn site() -> Site {
    let wrong = SITE.replace("BASE", "0123456789abcdef");
    let problems = Site::new(&wrong).problems();
    let name =
        problems.split("has the name `").nth(1).expect("an edited snapshot").get(..16).expect("a name").to_owned();
    Site::new(&SITE.replace("BASE", &name))
}

#[test]
fn an_outdated_page_says_since_when_how_much_and_where() {
    let mut site = site();
    let page = site.page("fr/about/index.html");
    assert!(page.contains("notice-outdated"), "{page}");
    assert!(page.contains("1 passage sur 6 diffère. Traduit le 1 mars 2026."), "{page}");
    assert!(page.contains("<li><a href=\"#why\">Pourquoi</a></li>"), "{page}");
    assert!(page.contains("<h2 id=\"why\" class=\"changed\">Pourquoi</h2>\n<p class=\"changed-note\">"), "{page}");
    assert!(page.contains("<h2 id=\"how\">"), "{page}");
    let source = site.page("en/about/index.html");
    assert!(!source.contains("changed"), "{source}");
    assert!(site.problems().contains("warning[outdated-translation]"));
}

#[test]
fn a_fresh_page_says_nothing_of_it() {
    let mut site = site();
    site.write(
        "content/about.md",
        SITE.split("-- content/about.md --\n")
            .nth(1)
            .unwrap()
            .split("-- content")
            .next()
            .unwrap()
            .replace("must not wait", "must wait"),
    );
    let page = site.page("fr/about/index.html");
    assert!(!page.contains("notice-outdated") && !page.contains("changed-note"), "{page}");
}

#[test]
fn a_body_that_was_only_copied_is_shown_as_the_source_that_it_is() {
    let mut site = Site::new(
        "-- content/about.md --\n---\ntitle: About us\nsummary: Who.\nstatus: published\n---\n\nWe wait with our customers all day.\n\
         -- content/about.fr.md --\n---\ntitle: À propos\nsummary: Qui.\n---\n\nWe wait with our customers all day.\n",
    );
    let page = site.page("fr/about/index.html");
    assert!(page.contains("<div lang=\"en\" dir=\"ltr\">\n<p>We wait"), "{page}");
    assert!(page.contains("notice-partly"), "{page}");
}

#[test]
fn what_a_machine_has_translated_says_so_and_links_to_its_source_even_when_somebody_has_read_it() {
    let mut site = Site::new(
        "-- content/about.md --\n---\ntitle: About us\nsummary: Who.\nstatus: published\n---\n\nWe wait with our customers all day.\n\
         -- content/about.fr.md --\n---\ntranslation: { status: machine, reviewer: Jean P., date: 2026-03-01 }\n\
         title: À propos\nsummary: Qui.\n---\n\nNous attendons avec nos clients.\n",
    );
    let page = site.page("fr/about/index.html");
    let notice =
        page.split("notice-machine").nth(1).unwrap_or_else(|| panic!("{page}")).split("</aside>").next().unwrap();
    assert!(notice.contains("href=\"/en/about/\""), "{notice}");
    assert!(!site.page("en/about/index.html").contains("notice-machine"));
    site.write(
        "content/about.fr.md",
        "---\ntranslation: { status: draft }\ntitle: À propos\nsummary: Qui.\n---\n\nNous attendons.\n",
    );
    assert!(!site.page("fr/about/index.html").contains("notice-machine"));
}

#[test]
fn a_journey_with_few_words_of_its_own_shows_them_and_is_the_source_to_search_engines() {
    let mut site = Site::new(include_str!("../sites/small.txt"));
    site.write("content/journeys/claim/index.fr.md", "---\nsteps: { call: Appelle }\n---\n");
    let page = site.page("fr/journeys/claim/index.html");
    assert!(page.contains("Appelle") && page.contains("<html lang=\"fr\""), "{page}");
    assert!(page.contains("<link rel=\"canonical\" href=\"https://kb.example.org/en/journeys/claim/\">"), "{page}");
    assert!(!page.contains("rel=\"alternate\" hreflang") && !page.contains("noindex"), "{page}");
    assert!(!site.page("sitemap.xml").contains("/fr/journeys/claim/"));
    assert!(!site.page("en/journeys/claim/index.html").contains("hreflang=\"fr\" href=\"https://"));
    let mut found = |language: &str| super::cases::found(&mut site, language, "appelle");
    assert_eq!(found("fr"), [""; 0]);
}

#[test]
fn the_switcher_says_what_a_language_lacks_and_leaves_it_out_where_there_is_no_such_page() {
    let mut site =
        Site::new("-- content/about.md --\n---\ntitle: About us\nsummary: Who.\nstatus: published\n---\n\nWe.\n");
    let switcher = |page: &str| {
        let nav = page.split("<nav class=\"languages\"").nth(1).unwrap();
        nav.split("</nav>").next().unwrap().to_owned()
    };
    let told = switcher(&site.page("en/about/index.html"));
    assert!(told.contains("hreflang=\"en\" href=\"/fr/about/\"") && told.contains("shown in English</span>"), "{told}");
    let book = crate::support::BOOK.replace("[languages.en]", "fallback = \"none\"\n\n[languages.en]");
    site.write("book.toml", book);
    let told = switcher(&site.page("en/about/index.html"));
    assert!(!told.contains("Français"), "{told}");
    assert!(switcher(&site.page("en/index.html")).contains("href=\"/fr/\""));
}
