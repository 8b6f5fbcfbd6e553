//! Interface strings, plurals, numbers, dates and the order of names, each as its language has them.

use cxbook::base::Locale;
use cxbook::edit::translate as edit;
use cxbook::locale::{Formats, Plural};
use cxbook::translation::Freshness;

use super::cases::{FRENCH, SOURCE, article, book, one, site, translation};
use super::commands::Desk;
use crate::support::Site;

#[test]
fn faults_of_interface_strings_are_told_apart() {
    let mut site = Site::new(&one("X", "One."));
    let told = |site: &mut Site, strings: &str| -> Vec<String> {
        site.write("themes/default/strings/fr.ftl", strings);
        let problems = site.problems();
        let ours = problems.lines().filter(|line| line.contains("themes/default/strings/fr.ftl"));
        ours.map(|line| line.split_once("[missing-string]: ").unwrap_or_else(|| panic!("{line}")).1.to_owned())
            .collect()
    };
    for (strings, fault) in [
        (
            "notice-translated = Le { $dat }\n",
            "the string `notice-translated` uses `$dat`, which it is not given (it is given `$date`)",
        ),
        ("nobody-asks-for-this = x\n", "no template uses the string `nobody-asks-for-this`"),
        ("home-recent = x\n    .title = y\n", "no template uses the string `home-recent.title`"),
        (
            "reading-time = { $minutes ->\n   *[one] x\n }\n",
            "the string `reading-time` has no form for all other numbers (end the choice with `*[other] …`)",
        ),
        (
            "reading-time = { $minutes ->\n    [two] x\n   *[other] y\n }\n",
            "the string `reading-time` has a form `two`, which fr does not know (the forms of fr are many, one, other)",
        ),
        (
            "syntax {\n",
            "this cannot be read as Fluent (a string is written `name = text`, and a choice ends with `*[other] …`)",
        ),
    ] {
        assert_eq!(told(&mut site, strings), [fault]);
        assert!(site.build().output.is_none(), "{fault}");
    }
}

#[test]
fn strings_that_a_language_lacks_come_from_the_next_and_are_counted() {
    let mut site = site(&["it", "fr-CA"], &one("X", "One."));
    site.write("themes/default/strings/it.ftl", "switcher-partly = tradotto in parte\n");
    site.request.goal = cxbook::config::Goal::Preview;
    let desk = site.build().desk.unwrap();
    let dashboard = desk.page("/it/").unwrap();
    let lacking = |page: &str| -> usize {
        let (before, _) = page.split_once(" words of the interface are missing").unwrap_or_else(|| panic!("{page}"));
        before.rsplit('>').next().unwrap().replace(',', "").parse().unwrap()
    };
    let count = lacking(&dashboard);
    assert!(count > 500, "{count}");
    assert!(!desk.page("/fr-CA/").unwrap().contains("words of the interface"), "French has words for Canada");
    // What is not there is said in the source's language, and no page has a gap.
    site.request.goal = cxbook::config::Goal::Site;
    assert!(site.page("it/articles/x/index.html").contains("Skip to the content"));
    assert!(!site.problems().contains("error["), "{}", site.problems());
}

fn formats(tag: &str) -> Formats {
    Formats::new(&Locale::parse(tag).unwrap())
}

#[test]
fn plural_forms_are_those_of_the_language() {
    let of = |tag: &str, numbers: &[i64]| -> Vec<Plural> {
        let formats = formats(tag);
        numbers.iter().map(|number| formats.plural(*number)).collect()
    };
    use Plural::{Few, Many, One, Other, Two, Zero};
    assert_eq!(of("fr", &[0, 1, 2, 1_000_000]), [One, One, Other, Many]);
    assert_eq!(of("ru", &[1, 2, 5, 21]), [One, Few, Many, One]);
    assert_eq!(formats("ru").plural_of_thousandths(1500), Other);
    assert_eq!(of("ar", &[0, 1, 2, 3, 11, 100]), [Zero, One, Two, Few, Many, Other]);
}

#[test]
fn groups_of_digits_are_written_as_the_language_does() {
    assert_eq!(formats("fr").integer(1_234_567), "1\u{202f}234\u{202f}567");
    assert_eq!(formats("fr").thousandths(1_234_567_890), "1\u{202f}234\u{202f}567,89");
    assert_eq!(formats("es").integer(1234), "1234");
    assert_eq!(formats("es").integer(12345), "12.345");
    assert_eq!(formats("pl").integer(1234), "1234");
    assert_eq!(formats("pl").integer(12345), "12\u{a0}345");
}

#[test]
fn dates_are_gregorian_everywhere_and_machines_read_iso() {
    let mut site = site(&["th", "fa"], "");
    site.write(SOURCE, article("X", "One.").replace("status:", "updated: 2026-08-01\nstatus:"));
    for language in ["th", "fa"] {
        let page = site.page(&format!("{language}/articles/x/index.html"));
        assert!(page.contains("<time datetime=\"2026-08-01\">"), "{page}");
        let shown = page.split("<time datetime=\"2026-08-01\">").nth(1).unwrap().split('<').next().unwrap();
        assert!(shown.contains("2026") || shown.contains("۲۰۲۶"), "{language}: {shown}");
    }
}

#[test]
fn names_are_sorted_as_the_language_does_and_the_same_every_time() {
    let sorted = |tag: &str, names: &[&str]| -> Vec<String> {
        let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let formats = formats(tag);
        names.sort_by(|one, other| formats.compare(one, other));
        names
    };
    for _ in 0..100 {
        assert_eq!(sorted("sv", &["ö", "ä", "z", "å"]), ["z", "å", "ä", "ö"]);
        assert_eq!(sorted("fr-CA", &["coté", "côté", "côte", "cote"]), ["cote", "côte", "coté", "côté"]);
    }
    assert_eq!(sorted("fr", &["côté", "coté", "côte", "cote"]), ["cote", "coté", "côte", "côté"]);
    assert_eq!(sorted("fr", &["œuvre", "ombre", "oeuf", "œuf"]), ["oeuf", "œuf", "œuvre", "ombre"]);
}

/// What no language sorts by leaves the order to the ids, whatever the order of files and however often it is asked.
#[test]
fn names_that_are_equal_stand_in_the_order_of_their_ids_in_every_build() {
    let mut site = site(&["fr"], "");
    let mut ids = ["tie-a", "tie-b", "tie-c", "tie-d"];
    for turn in 0..30 {
        // They come in other orders, and the list is made anew each time.
        ids.rotate_left(turn % 4);
        ids.swap(turn % 3, 3);
        let entries: String = ids.iter().map(|id| format!("{id}: The same\n")).collect();
        site.write("content/vocab/departments.yaml", format!("{entries}other: Turn {turn}\n"));
        let page = site.page("fr/departments/index.html");
        assert!(page.contains(&format!("Turn {turn}")));
        let sorted = ["tie-a", "tie-b", "tie-c", "tie-d"].map(|id| format!("href=\"/fr/departments/{id}/\""));
        assert!(places(&page, &sorted.each_ref().map(String::as_str)).is_sorted(), "{turn}: {page}");
    }
}

/// Where each of these stands in a page, in the order that they are given.
fn places(page: &str, names: &[&str]) -> Vec<usize> {
    let main = page.find("<main").unwrap();
    names
        .iter()
        .map(|name| main + page[main..].find(name).unwrap_or_else(|| panic!("{name} is not in {page}")))
        .collect()
}

#[test]
fn a_name_is_sorted_by_what_its_file_says_instead() {
    let mut site = site(&["ja"], "-- content/vocab/departments.yaml --\na: The a\nb: The b\nc: The c\n");
    // おわり, てつづき, はじまり: as it is read, the end comes first.
    site.write(
        "content/vocab/departments.ja.yaml",
        "a: { name: 手続, sort-as: てつづき }\nb: { name: 始まり, sort-as: はじまり }\nc: { name: 終わり, sort-as: おわり }\n",
    );
    for (id, name, reading) in [("a", "手続", "てつづき"), ("b", "始まり", "はじまり"), ("c", "終わり", "おわり")]
    {
        site.write(&format!("content/{id}.md"), article(&format!("The {id}"), "One."));
        let text = translation(name, "一つ目の文。").replacen("---\n", &format!("---\nsort-as: {reading}\n"), 1);
        site.write(&format!("content/{id}.ja.md"), text);
    }
    assert!(!site.problems().contains("sort-as") && !site.problems().contains("error["), "{}", site.problems());
    let japanese = |site: &mut Site| {
        let names = ["終わり", "手続", "始まり"];
        let page = site.page("ja/departments/index.html");
        let footer = page.split_once("<footer").unwrap().1.to_owned();
        places(&page, &names).is_sorted() && places(&format!("<main {footer}"), &names).is_sorted()
    };
    assert!(japanese(&mut site));
    let page = site.page("en/departments/index.html");
    assert!(places(&page, &["The a", "The b", "The c"]).is_sorted());
    site.write("content/vocab/departments.yaml", "a: { name: The a, sort-as: \"zebra, the\" }\nb: The b\nc: The c\n");
    assert!(!site.problems().contains("sort-as"), "{}", site.problems());
    assert!(places(&site.page("en/departments/index.html"), &["The b", "The c", "The a"]).is_sorted());
    assert!(japanese(&mut site), "what the source is sorted by is nothing to translate");
    site.write("content/vocab/departments.ja.yaml", "d: { sort-as: い }\n");
    assert!(site.problems().contains("`d` translates something that the source does not have"), "{}", site.problems());
}

#[test]
fn what_a_name_is_sorted_by_is_no_work_for_translators() {
    let mut desk = Desk::new(&one("X", "One."));
    desk.write(FRENCH, translation("X fr", "Un."));
    desk.run(|setting| edit::sync_unverified(setting, "fr")).unwrap();
    desk.change(SOURCE, "title: X", "sort-as: Y\ntitle: X");
    assert_eq!(desk.standing("fr", "articles/x").freshness, Freshness::Fresh);
}

#[test]
fn terms_are_listed_under_the_letter_that_they_are_sorted_by() {
    let mut site = site(
        &["fr"],
        "-- content/vocab/glossary.yaml --\noffice: { en: { term: The office, sort-as: \"office, the\" }, fr: { term: Le bureau } }\n\
         map: { en: { term: map } }\nplan: { en: { term: plan } }\n",
    );
    let page = site.page("en/glossary/index.html");
    assert!(page.contains("letter-o") && !page.contains("letter-t"), "{page}");
    assert!(places(&page, &["id=\"term-map\"", "id=\"term-office\"", "id=\"term-plan\""]).is_sorted(), "{page}");
    assert!(site.page("fr/glossary/index.html").contains("letter-l"));
}

#[test]
fn a_phonebook_order_is_had_on_request_where_the_language_has_one() {
    let mut site = site(&["de", "fr"], "-- content/vocab/departments.yaml --\na: One\nb: Two\nc: Three\n");
    site.write("content/vocab/departments.de.yaml", "a: Ärger\nb: Aftersales\nc: Adresse\n");
    let order = |site: &mut Site, names: &[&str]| places(&site.page("de/departments/index.html"), names).is_sorted();
    assert!(order(&mut site, &["Adresse", "Aftersales", "Ärger"]));
    let usual = book(&["de", "fr"]);
    site.write("book.toml", usual.replace("[languages.de]\n", "[languages.de]\nsort = \"phonebook\"\n"));
    assert!(order(&mut site, &["Adresse", "Ärger", "Aftersales"]), "ä goes as ae");
    site.write("book.toml", usual.replace("[languages.fr]\n", "[languages.fr]\nsort = \"phonebook\"\n"));
    assert!(site.problems().contains("`fr` has no phonebook order"), "{}", site.problems());
}

#[test]
fn markup_and_direction_marks_in_a_value_do_nothing() {
    let mut site = Site::new(&one("\"A <b>bold</b> <i>title\"", "One."));
    // The fallback page names the title within sentences of the interface.
    for page in ["en/articles/x/index.html", "fr/articles/x/index.html", "en/articles/index.html"] {
        let page = site.page(page);
        assert!(page.contains("A &lt;b&gt;bold&lt;/b&gt; &lt;i&gt;title") && !page.contains("<b>bold"), "{page}");
    }
    site.write(SOURCE, article("\"A \u{202e}title\"", "One."));
    assert!(site.problems().contains("error[forbidden-character]"), "{}", site.problems());
    assert!(site.build().output.is_none());
}
