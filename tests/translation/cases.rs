//! What every language of a site must stand: addresses, direction, search, files that are broken.

use std::collections::BTreeMap;

use cxbook::base::{Direction, Locale, OutputPath};
use cxbook::config::Goal;
use cxbook::edit::translate as edit;
use cxbook::interchange::exchange::{self, units};

use super::commands::Desk;
use crate::support::{BOOK, Site};

/// A site in these languages besides English; each is `tag=name`.
pub fn book(languages: &[&str]) -> String {
    let table = |one: &&str| format!("[languages.{one}]\nname = \"{one}\"\n");
    let (head, _) = BOOK.split_once("[languages.fr]").unwrap();
    head.to_owned() + &languages.iter().map(table).collect::<String>()
}

pub fn site(languages: &[&str], files: &str) -> Site {
    let mut site = Site::new(files);
    site.write("book.toml", book(languages));
    site
}

pub fn article(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nsummary: A summary.\nstatus: published\n---\n\n{body}\n")
}

pub fn translation(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nsummary: Un résumé.\n---\n\n{body}\n")
}

pub fn one(title: &str, body: &str) -> String {
    format!("-- content/articles/x/index.md --\n{}", article(title, body))
}

pub const SOURCE: &str = "content/articles/x/index.md";
pub const FRENCH: &str = "content/articles/x/index.fr.md";

pub fn hreflangs(page: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for part in page.split("<link rel=\"alternate\" hreflang=\"").skip(1) {
        let (tag, rest) = part.split_once('"').unwrap();
        let href = rest.split_once("href=\"").unwrap().1.split('"').next().unwrap();
        assert!(found.insert(tag.to_owned(), href.to_owned()).is_none(), "{tag} is listed twice");
    }
    found
}

fn canonical(page: &str) -> Option<&str> {
    page.split_once("<link rel=\"canonical\" href=\"")?.1.split('"').next()
}

#[test]
fn an_edit_of_the_translation_alone_leaves_it_outdated() {
    let mut desk = Desk::new(&one("X", "One.\n\nTwo."));
    desk.write(FRENCH, translation("X fr", "Un.\n\nDeux."));
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    desk.change(SOURCE, "One.", "Another one.");
    assert_eq!(desk.standing("fr", "articles/x").shown(), "draft, outdated 1/4");
    desk.change(FRENCH, "Un.", "Un autre.");
    assert_eq!(desk.standing("fr", "articles/x").shown(), "draft, outdated 1/4");
}

#[test]
fn a_translation_whose_source_is_gone_is_an_error_and_no_page() {
    let mut site = Site::new(&one("X", "One."));
    site.write(FRENCH, translation("X fr", "Un."));
    site.remove(SOURCE);
    assert!(site.problems().contains("error[orphan-translation]"), "{}", site.problems());
    assert!(site.build().output.is_none());
}

#[test]
fn a_snapshot_that_was_edited_is_an_error() {
    let mut desk = Desk::new(&one("X", "One."));
    desk.write(FRENCH, translation("X fr", "Un."));
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    let path = desk.sources.under("content/l10n/base").next().unwrap().0.to_string();
    desk.change(&path, "One.", "Two.");
    desk.change(SOURCE, "One.", "Three.");
    let mut site = Site::new("");
    site.sources = desk.sources;
    assert!(site.problems().contains("error[altered-snapshot]"), "{}", site.problems());
}

#[test]
fn headings_keep_the_anchors_of_the_source() {
    let mut site = site(&["fr", "ja"], &one("X", "## Why\n\nA.\n\n## Same\n\nB.\n\n## Same\n\nC."));
    site.write(
        FRENCH,
        translation(
            "X",
            "## Pourquoi {#why}\n\nA.\n\n## En plus\n\nD.\n\n## Pareil {#same}\n\nB.\n\n## Pareil {#same-2}\n\nC.",
        ),
    );
    site.write(
        "content/articles/x/index.ja.md",
        translation("X", "## 顧客体験\n\nA.\n\n## 同じ\n\nB.\n\n## 同じ\n\nC."),
    );
    let ids = |page: &str| -> Vec<String> {
        let headings = page.split("<h2 id=\"").skip(1);
        headings.map(|part| part.split('"').next().unwrap().to_owned()).filter(|id| !id.starts_with("cx-")).collect()
    };
    assert_eq!(ids(&site.page("en/articles/x/index.html")), ["why", "same", "same-2"]);
    assert_eq!(ids(&site.page("fr/articles/x/index.html")), ["why", "en-plus", "same", "same-2"]);
    assert_eq!(ids(&site.page("ja/articles/x/index.html")), ["why", "same", "same-2"]);
    let other = one("X", "## 顧客体験\n\nA.\n\n## 顧客体験\n\nB.\n\n## معایب\n\nC.");
    let own = ids(&self::site(&["fr"], &other).page("en/articles/x/index.html"));
    assert_eq!(own, ["顧客体験", "顧客体験-2", "معایب"]);
}

#[test]
fn a_language_without_a_translation_is_in_no_alternates() {
    let dated = |text: String| text.replace("status: published", "updated: 2026-08-01\nstatus: published");
    let mut site = site(&["fr", "de"], &dated(one("X", "One.")));
    site.write("content/articles/x/index.de.md", translation("X de", "Eins."));
    site.write("content/articles/y/index.md", dated(article("Y", "Two.")));
    site.write("content/articles/y/index.fr.md", translation("Y fr", "Deux."));
    let base = "https://kb.example.org";
    for language in ["en", "de"] {
        let found = hreflangs(&site.page(&format!("{language}/articles/x/index.html")));
        assert_eq!(found.keys().collect::<Vec<_>>(), ["de", "en", "x-default"], "{language}");
        assert_eq!(found["x-default"], format!("{base}/en/articles/x/"));
    }
    let french = site.page("fr/articles/x/index.html");
    assert_eq!(canonical(&french), Some("https://kb.example.org/en/articles/x/"));
    assert!(hreflangs(&french).is_empty() && !french.contains("noindex"));
    assert!(!site.page("sitemap.xml").contains("/fr/articles/x/"));
    assert!(!site.page("fr/feed.xml").contains("/articles/x/"));
    // Without fallback pages there is no such page at all, and the others say the same of each other.
    site.write("book.toml", book(&["fr", "de"]).replace("[languages.en]", "fallback = \"none\"\n\n[languages.en]"));
    for language in ["en", "de"] {
        let found = hreflangs(&site.page(&format!("{language}/articles/x/index.html")));
        assert_eq!(found.keys().collect::<Vec<_>>(), ["de", "en", "x-default"], "{language}");
    }
    let output = site.build().output.unwrap();
    assert!(output.get(&OutputPath::new("fr/articles/x/index.html")).is_none());
    let said = output.iter().filter(|(_, file)| String::from_utf8_lossy(file.bytes()).contains("/fr/articles/x/"));
    assert_eq!(said.map(|(path, _)| path.to_string()).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn an_old_slug_of_a_language_leads_on_and_alternates_name_the_new_one() {
    let mut site = site(&["fr"], &one("X", "One."));
    site.write(FRENCH, "---\ntitle: X fr\nsummary: R.\nslug: nouveau\naliases: [/fr/articles/ancien/]\n---\n\nUn.\n");
    let old = site.page("fr/articles/ancien/index.html");
    assert!(old.contains("/fr/articles/nouveau/"), "{old}");
    let found = hreflangs(&site.page("en/articles/x/index.html"));
    assert_eq!(found["fr"], "https://kb.example.org/fr/articles/nouveau/");
}

#[test]
fn slugs_that_a_file_system_may_take_for_one_collide() {
    let mut site = site(&["fr"], &one("X", "One."));
    site.write("content/articles/y/index.md", article("Y", "Two."));
    site.write(FRENCH, "---\ntitle: X\nsummary: R.\nslug: \u{65}\u{301}cole\n---\n\nUn.\n");
    assert!(site.page("fr/articles/\u{e9}cole/index.html").contains("Un."));
    for (slug, fault) in [
        ("École", "error[malformed-id]: the slug `École` cannot stand in an address (write `école`)"),
        ("ecole", "error[duplicate-address]"),
        ("e\u{301}cole", "error[duplicate-address]"),
    ] {
        site.write(FRENCH, format!("---\ntitle: X\nsummary: R.\nslug: {slug}\n---\n\nUn.\n"));
        site.write("content/articles/y/index.fr.md", "---\ntitle: Y\nsummary: R.\nslug: école\n---\n\nDeux.\n");
        assert!(site.problems().contains(fault), "{slug}: {}", site.problems());
    }
}

#[test]
fn a_link_to_an_untranslated_page_stays_in_the_readers_language_or_says_which_it_is_in() {
    let mut site = site(&["fr"], &one("X", "See [y](../y/index.md)."));
    site.write("content/articles/y/index.md", article("Y", "Two."));
    site.write(FRENCH, translation("X fr", "Voir [y](../y/index.md)."));
    assert!(site.page("fr/articles/x/index.html").contains("href=\"/fr/articles/y/\""));
    site.write("book.toml", book(&["fr"]).replace("[languages.en]", "fallback = \"none\"\n\n[languages.en]"));
    let page = site.page("fr/articles/x/index.html");
    let link = page.split("href=\"/en/articles/y/\"").nth(1).unwrap_or_else(|| panic!("{page}"));
    let before = page.split("href=\"/en/articles/y/\"").next().unwrap().rsplit('<').next().unwrap();
    let tag = format!("{before}{}", link.split('>').next().unwrap());
    assert!(tag.contains("hreflang=\"en\""), "{tag}");
}

#[test]
fn a_fallback_page_is_in_the_readers_language_around_the_sources_text() {
    let mut site = site(&["fr", "ar"], &one("X", "One."));
    for (language, dir) in [("fr", "ltr"), ("ar", "rtl")] {
        let page = site.page(&format!("{language}/articles/x/index.html"));
        assert!(page.contains(&format!("<html lang=\"{language}\" dir=\"{dir}\"")), "{page}");
        assert!(page.contains("<main id=\"main\" lang=\"en\" dir=\"ltr\">"), "{page}");
    }
}

#[test]
fn a_page_falls_back_along_the_chain_of_its_language() {
    let mut site = site(&["fr", "fr-CA"], &one("X", "One."));
    let chain = book(&["fr", "fr-CA"]).replace("name = \"fr-CA\"\n", "name = \"fr-CA\"\nfallback = [\"fr\", \"en\"]\n");
    site.write("book.toml", chain);
    assert!(site.page("fr-CA/articles/x/index.html").contains("<main id=\"main\" lang=\"en\" dir=\"ltr\">"));
    site.write(FRENCH, translation("X fr", "Un."));
    let page = site.page("fr-CA/articles/x/index.html");
    assert!(
        page.contains("<html lang=\"fr-CA\"") && page.contains("<main id=\"main\" lang=\"fr\" dir=\"ltr\">"),
        "{page}"
    );
    assert!(page.contains("Un.") && !page.contains("One."), "{page}");
}

#[test]
fn a_territory_is_taken_from_the_tag_and_never_guessed() {
    let mut site = site(&["fr", "pt-BR", "zh-Hant-HK"], &one("X", "One."));
    for language in ["fr", "pt-BR", "zh-Hant-HK"] {
        site.write(&format!("content/articles/x/index.{language}.md"), translation(&format!("X {language}"), "Un."));
    }
    let og = |page: &str| {
        let found = page.split_once("<meta property=\"og:locale\" content=\"");
        found.map(|(_, rest)| rest.split('"').next().unwrap().to_owned())
    };
    let mut of = |language: &str| og(&site.page(&format!("{language}/articles/x/index.html")));
    assert_eq!(of("pt-BR").as_deref(), Some("pt_BR"));
    assert_eq!(of("zh-Hant-HK").as_deref(), Some("zh_HK"));
    assert_eq!(of("fr"), None);
    let hints: Vec<String> =
        site.problems().lines().filter(|line| line.contains("vague-language")).map(str::to_owned).collect();
    assert_eq!(hints.len(), 1, "{hints:?}");
    assert!(
        hints[0].contains("the language `fr` names no territory") && hints[0].contains("add `og = \"fr_…\"`"),
        "{hints:?}"
    );
    let found = hreflangs(&site.page("en/articles/x/index.html"));
    assert!(found.contains_key("pt-BR") && found.contains_key("zh-Hant-HK"));
    let page = site.page("en/articles/x/index.html");
    let others = page.split("<meta property=\"og:locale:alternate\" content=\"").skip(1);
    let others: Vec<&str> = others.map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(others, ["pt_BR", "zh_HK"], "each real translation that has a territory, and never itself");
}

#[test]
fn a_suffix_that_is_no_language_of_the_site_is_an_error_that_names_the_right_form() {
    for (suffix, help) in [
        ("fr_FR", "= help: rename the file so that it ends in `.fr.md`"),
        ("FR", "= help: rename the file so that it ends in `.fr.md`"),
        ("xx", "= help: add `[languages.xx]` to book.toml, or remove `.xx` from the name of the file"),
    ] {
        let mut site = Site::new(&one("X", "One."));
        site.write(&format!("content/articles/x/index.{suffix}.md"), translation("X", "Un."));
        let report = site.report();
        assert!(report.contains("error[unknown-language]") && report.contains(help), "{suffix}: {report}");
        assert!(site.build().output.is_none());
    }
}

#[test]
fn every_language_has_its_own_page_for_what_is_not_there() {
    let mut site = site(&["fr", "ar"], &one("X", "One."));
    for language in ["en", "fr", "ar"] {
        assert!(site.page(&format!("{language}/404.html")).contains(&format!("<html lang=\"{language}\"")));
    }
    let root = site.page("404.html");
    for language in ["en", "fr", "ar"] {
        assert!(root.contains(&format!("href=\"/{language}/\"")), "{root}");
    }
}

#[test]
fn a_name_in_a_sentence_of_the_interface_keeps_its_own_language() {
    let mut site = Site::new("-- content/vocab/channels.yaml --\nfax: { name: Fax machine, medium: letter }\n");
    let page = site.page("fr/channels/fax/index.html");
    let nothing = page.split("<p class=\"nothing\">").nth(1).unwrap().split("</p>").next().unwrap();
    assert!(nothing.contains("<span lang=\"en\" dir=\"ltr\">Fax machine</span>"), "{nothing}");
}

#[test]
fn code_keeps_its_direction_in_a_text_from_right_to_left() {
    let styles = include_str!("../../themes/default/assets/site.css");
    let code = styles.lines().find(|line| line.contains("samp") && line.contains("code")).unwrap_or_default();
    let at = styles.find(code).unwrap();
    let rule = &styles[at..at + styles[at..].find('}').unwrap()];
    assert!(rule.contains("direction: ltr") && rule.contains("isolate"), "{rule}");
    let mut site = site(&["ar"], &one("X", "Copy `.env`."));
    site.write("content/articles/x/index.ar.md", translation("س", "انسخ `.env` الآن!"));
    let page = site.page("ar/articles/x/index.html");
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\"") && page.contains("<code dir=\"ltr\">.env</code>"), "{page}");
}

#[test]
fn direction_is_known_for_rare_languages_and_follows_the_script() {
    for (tag, direction) in
        [("dv", Direction::Rtl), ("yi", Direction::Rtl), ("az-Arab", Direction::Rtl), ("az", Direction::Ltr)]
    {
        assert_eq!(Locale::parse(tag).unwrap().direction(), direction, "{tag}");
    }
    let mut site = site(&["dv", "yi", "az", "az-Arab"], "");
    for (tag, dir) in [("dv", "rtl"), ("yi", "rtl"), ("az", "ltr"), ("az-Arab", "rtl")] {
        let page = site.page(&format!("{tag}/index.html"));
        assert!(page.contains(&format!("<html lang=\"{tag}\" dir=\"{dir}\"")), "{page}");
    }
}

/// What is found in a language, by address.
pub fn found(site: &mut Site, language: &str, query: &str) -> Vec<String> {
    site.request.goal = Goal::Preview;
    let build = site.build();
    let query: String = url::form_urlencoded::byte_serialize(query.as_bytes()).collect();
    let answer = build.search.answer(&format!("lang={language}&q={query}&most=50")).unwrap();
    let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
    answer["hits"].as_array().unwrap().iter().map(|hit| hit["url"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_word_without_spaces_is_found_whole() {
    let mut site = site(&["ja"], &one("X", "One."));
    site.write("content/articles/y/index.md", article("Y", "Two."));
    site.write("content/articles/x/index.ja.md", translation("列車", "新幹線で行きます。"));
    site.write("content/articles/y/index.ja.md", translation("新聞", "新しい新聞です。"));
    assert_eq!(found(&mut site, "ja", "新幹線"), ["ja/articles/x/"]);
    let mut site = self::site(&["zh-TW"], &one("X", "One."));
    for (id, text) in [("x", "用迴圈重複執行。"), ("y", "無限迴圈會停不下來。"), ("z", "圈外沒有迴路。")]
    {
        site.write(&format!("content/articles/{id}/index.md"), article(id, "One."));
        site.write(&format!("content/articles/{id}/index.zh-TW.md"), translation(&format!("{id} 頁"), text));
    }
    let mut pages = found(&mut site, "zh-TW", "迴圈");
    pages.sort();
    assert_eq!(pages, ["zh-TW/articles/x/", "zh-TW/articles/y/"]);
}

#[test]
fn other_scripts_are_found_and_accents_follow_the_language() {
    let mut site = site(&["fr", "sv"], &one("X", "One."));
    site.write(FRENCH, translation("Expérience", "On dit 顧客体験 au Japon."));
    site.write("content/articles/x/index.sv.md", translation("Text", "En öl till."));
    assert_eq!(found(&mut site, "fr", "顧客体験"), ["fr/articles/x/"]);
    assert_eq!(found(&mut site, "fr", "experience"), ["fr/articles/x/"]);
    assert_eq!(found(&mut site, "sv", "öl"), ["sv/articles/x/"]);
    for query in ["ol", "\"ol\""] {
        assert_eq!(found(&mut site, "sv", query), Vec::<String>::new(), "{query}");
    }
}

#[test]
fn one_broken_translation_is_reported_with_its_place_and_publishes_nothing() {
    let mut site = site(&["fr", "de"], &one("X", "One."));
    site.write("content/articles/x/index.de.md", "---\ntitle: [broken\n---\n\nEins.\n");
    let build = site.build();
    assert!(build.output.is_none());
    assert!(site.problems().contains("content/articles/x/index.de.md:"), "{}", site.problems());
}

#[test]
fn a_source_in_another_language_is_translated_into_the_sites() {
    let mut desk = Desk::new("");
    desk.write(SOURCE, article("Le titre", "Un.\n\nDeux.").replace("status:", "source: fr\nstatus:"));
    desk.write("content/articles/x/index.en.md", translation("The title", "One.\n\nTwo."));
    desk.run(|setting| edit::sync(setting, "en", "articles/x", &[])).unwrap();
    desk.change(SOURCE, "Deux.", "Deux fois.");
    let mut site = Site::new("");
    site.sources = desk.sources;
    assert!(site.problems().contains("warning[outdated-translation]"), "{}", site.problems());
    let page = site.page("en/articles/x/index.html");
    assert!(page.contains("<html lang=\"en\"") && page.contains("One."), "{page}");
    let found = hreflangs(&page);
    assert_eq!(found.get("x-default").map(String::as_str), Some("https://kb.example.org/fr/articles/x/"), "{page}");
}

#[test]
fn what_is_written_in_another_language_falls_back_is_begun_and_exported_the_other_way_round() {
    let mut desk = Desk::new("");
    desk.write(SOURCE, article("Le titre", "Une girafe.\n\nDeux.").replace("status:", "source: fr\nstatus:"));
    let mut site = Site::new("");
    site.sources = desk.sources.clone();
    let page = site.page("en/articles/x/index.html");
    assert!(
        page.contains("<html lang=\"en\"") && page.contains("<main id=\"main\" lang=\"fr\" dir=\"ltr\">"),
        "{page}"
    );
    assert_eq!(canonical(&page), Some("https://kb.example.org/fr/articles/x/"));
    assert!(!site.page("sitemap.xml").contains("/en/articles/x/"));
    assert_eq!(found(&mut site, "en", "girafe"), [""; 0]);
    assert_eq!(found(&mut site, "fr", "girafe"), ["fr/articles/x/"]);
    desk.run(|setting| edit::new(setting, "en", "articles/x")).unwrap();
    let begun = desk.read("content/articles/x/index.en.md").to_owned();
    assert!(begun.contains("# fr: Le titre\ntitle: >-\n") && begun.ends_with("\n\nUne girafe.\n\nDeux.\n"), "{begun}");
    assert!(desk.standing("en", "articles/x").is_missing());
    let english = Locale::parse("en").unwrap();
    desk.run(|setting| {
        let subject = setting.subjects.iter().next().unwrap();
        let bundle = units::bundle(subject, &english, Some(&setting.compare(subject, &english)?));
        let po = exchange::write(&bundle, exchange::Format::Po).unwrap();
        assert!(po.contains("X-Source-Language: fr\\n") && po.contains("msgid \"Deux.\"\nmsgstr \"\""), "{po}");
        Ok(edit::Done::default())
    })
    .unwrap();
}

/// Languages of several scripts, with regions and scripts in their tags.
const TWELVE: [&str; 11] = ["fr", "de", "es", "it", "pt-BR", "zh-Hant-HK", "ja", "ar", "dv", "fa", "ru"];

/// Every address that a page, the sitemap or the switcher gives exists, and
/// alternates list each other and themselves.
#[test]
fn twelve_languages_list_each_other_and_nothing_that_is_not_there() {
    let mut site = site(&TWELVE, "");
    for (index, id) in ["one", "two", "three", "four"].iter().enumerate() {
        site.write(
            &format!("content/articles/{id}/index.md"),
            article(&format!("Article {id}"), "See [one](../one/index.md#why).\n\n## Why\n\nText."),
        );
        for (at, language) in TWELVE.iter().enumerate() {
            // Each article lacks other languages; every third translation has a slug of its own.
            if (at + index) % 3 != 0 {
                let slug = if at % 3 == 1 { format!("slug: récit-{at}-{index}\n") } else { String::new() };
                let text = translation(
                    &format!("{language} {id}"),
                    "Voir [un](../one/index.md#why).\n\n## Pourquoi\n\nTexte.",
                );
                site.write(
                    &format!("content/articles/{id}/index.{language}.md"),
                    text.replacen("---\n", &format!("---\n{slug}"), 1),
                );
            }
        }
    }
    let build = site.build();
    let output = build.output.unwrap_or_else(|| panic!("{}", site.problems()));
    let base = "https://kb.example.org";
    let path_of = |href: &str| {
        let path = href.strip_prefix(base).unwrap_or(href).split('#').next().unwrap();
        let path = percent_encoding::percent_decode_str(path).decode_utf8().unwrap().into_owned();
        let path = path.trim_start_matches('/').to_owned();
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
    };
    let pages: BTreeMap<String, String> = output
        .iter()
        .filter(|(path, _)| path.extension() == "html")
        .map(|(path, file)| (path.to_string(), String::from_utf8_lossy(file.bytes()).into_owned()))
        .collect();
    let mut listed = 0;
    for (path, page) in &pages {
        let found = hreflangs(page);
        let own = format!("{base}/{}", path.trim_end_matches("index.html"));
        let Some(canonical) = canonical(page) else {
            assert!(found.is_empty(), "{path} has alternates and no canonical");
            continue;
        };
        assert!(pages.contains_key(&path_of(canonical)), "{path}: canonical {canonical}");
        if !found.is_empty() && path != "index.html" {
            listed += 1;
            assert_eq!(path_of(canonical), *path, "{path} has alternates and another canonical");
            assert!(
                found.values().any(|href| path_of(href) == path_of(&own)),
                "{path} does not list itself: {found:?}"
            );
            assert!(found.contains_key("x-default"), "{path}");
        }
        for (tag, href) in &found {
            let other = pages.get(&path_of(href)).unwrap_or_else(|| panic!("{path}: {tag} {href} is not there"));
            assert_eq!(hreflangs(other), found, "{path} and {href} differ");
            if tag != "x-default" {
                assert!(other.contains(&format!("<html lang=\"{tag}\"")), "{href} is not in {tag}");
            }
        }
        let switcher = page.split("<nav class=\"languages\"").nth(1).and_then(|rest| rest.split("</nav>").next());
        for href in switcher.into_iter().flat_map(|rest| rest.split(" href=\"").skip(1)) {
            let href = href.split('"').next().unwrap();
            assert!(pages.contains_key(&path_of(href)), "{path}: the switcher leads to {href}");
        }
    }
    assert!(listed > 100, "{listed}");
    let sitemap = output.get(&OutputPath::new("sitemap.xml")).unwrap();
    let sitemap = String::from_utf8_lossy(sitemap.bytes()).into_owned();
    for entry in sitemap.split("<url>").skip(1) {
        let location = entry.split_once("<loc>").unwrap().1.split('<').next().unwrap();
        let page = &pages[&path_of(location)];
        let mut alternates = BTreeMap::new();
        for part in entry.split("hreflang=\"").skip(1) {
            let (tag, rest) = part.split_once('"').unwrap();
            alternates
                .insert(tag.to_owned(), rest.split_once("href=\"").unwrap().1.split('"').next().unwrap().to_owned());
        }
        assert_eq!(alternates, hreflangs(page), "{location}");
    }
}
