//! What fits belongs together; what fits nothing is said to.

use cxbook::base::Locale;
use cxbook::edit::translate::{self as edit, Done};
use cxbook::interchange::exchange::{self, Format, units};
use cxbook::markdown::{Limits, parse};
use cxbook::translation::{Alignment, Revision, Segment, align};

use super::commands::Desk;
use crate::support::Site;

fn revision(text: &str) -> Revision {
    Revision::of_parts(&Default::default(), &[], &parse(text, 0, &Limits::default()))
}

fn aligned(source: &str, target: &str) -> Alignment {
    let (source, target) = (revision(source), revision(target));
    let list = |revision: &Revision| -> Vec<Segment> { revision.segments.clone() };
    let (source, target) = (list(&source), list(&target));
    align(&source.iter().collect::<Vec<_>>(), &target.iter().collect::<Vec<_>>())
}

const LONG: &str = "A customer who has told the whole story once expects the next person to know it, and is right.";
const FRENCH: &str =
    "Un client qui a tout raconté une fois s’attend à ce que la personne suivante le sache, et il a raison.";

#[test]
fn equal_structures_are_aligned_in_order() {
    let alignment =
        aligned(&format!("# Why\n\n{LONG}\n\n- one\n- two\n"), &format!("# Pourquoi\n\n{FRENCH}\n\n- un\n- deux\n"));
    assert_eq!(alignment.pairs, (0..4).map(|at| (vec![at], vec![at])).collect::<Vec<_>>());
}

#[test]
fn a_pinned_heading_goes_before_order() {
    let alignment = aligned("## Why\n\n## How\n", "## Comment {#how}\n\n## Note\n");
    assert_eq!(alignment.pairs, [(vec![1], vec![0])]);
    assert_eq!((alignment.missing, alignment.extra), (vec![0], vec![1]));
}

#[test]
fn a_paragraph_split_in_two_is_aligned_with_both() {
    let source = format!("{LONG} {LONG}\n\nShort one.\n");
    let alignment = aligned(&source, &format!("{FRENCH}\n\nEt puis : {FRENCH}\n\nUne courte.\n"));
    assert_eq!(alignment.pairs, [(vec![0], vec![0, 1]), (vec![1], vec![2])]);
}

#[test]
fn a_paragraph_split_in_two_is_on_its_page_and_a_catalogue_says_that_somebody_has_to_decide() {
    let mut desk = Desk::new(&format!(
        "-- content/about.md --\n---\ntitle: About\nsummary: Us.\nstatus: published\n---\n\n{LONG} {LONG}\n\nShort one.\n\
         -- content/about.fr.md --\n---\ntitle: Nous\nsummary: Qui.\n---\n\n{FRENCH}\n\nEt puis : {FRENCH}\n\nUne courte.\n"
    ));
    desk.run(|setting| edit::sync(setting, "fr", "about", &[])).unwrap();
    let mut files = Vec::new();
    desk.run(|setting| {
        let french = Locale::parse("fr").unwrap();
        let subject = setting.subjects.iter().next().unwrap();
        let bundle = units::bundle(subject, &french, Some(&setting.compare(subject, &french)?));
        files = [Format::Po, Format::Xliff].map(|format| exchange::write(&bundle, format).unwrap()).to_vec();
        Ok(Done::default())
    })
    .unwrap();
    let entry = files[0].split("\n\n").find(|entry| entry.contains("A customer who has told")).unwrap();
    assert!(
        entry.contains("#. cxbook:split (its translation is two blocks; decide in the file which is which)"),
        "{entry}"
    );
    assert!(files[0].split("\n\n").filter(|entry| entry.contains("cxbook:split")).count() == 1);
    assert_eq!(files[1].matches("translate=\"no\"").count(), 1, "{}", files[1]);
    let mut site = Site::new("");
    site.sources = desk.sources;
    let page = site.page("fr/about/index.html");
    let place = |words: &str| page.find(words).unwrap_or_else(|| panic!("no {words} in {page}"));
    assert!(place("<p>Un client qui") < place("<p>Et puis") && place("<p>Et puis") < place("<p>Une courte"));
}

/// Of the shape of a machine translation that was found on the web: its title three times, no biography, no credits, a
/// row of marks that belong to nothing, and twelve wrong words for two terms.
#[test]
fn an_old_translation_is_taken_over_block_by_block_and_every_fault_of_it_is_named() {
    let paragraph = |number: usize| {
        let digits = 100 + number;
        let wide = "so that whoever comes after knows it too ".repeat(1 + number % 3);
        let term = ["an outside-in view", "an inside-out view", "a view"][number % 3];
        format!("In case {digits} somebody took {term} of the work, {wide}and said it.\n\n")
    };
    let french = |number: usize| {
        let digits = 100 + number;
        let wide = "pour que la personne qui suit le sache aussi ".repeat(1 + number % 3);
        let term = ["une vue dehors dans", "une vue dedans dehors", "une vue"][number % 3];
        format!("Dans le cas {digits} quelqu'un a eu {term} du travail, {wide}et l'a dit.\n\n")
    };
    let body: String = (0..16).map(paragraph).collect();
    let biography =
        "Written by Ann Ray, who has worked for Netflix and Zappos since May and lives in Lyon with two cats.\n\n";
    let mut old = String::new();
    for number in 0..16 {
        if number % 6 == 0 {
            old.push_str("Se battre contre une vue etroite\n\n");
        }
        old.push_str(&french(number));
    }
    old.push_str("» » » »\n\nUne vue dehors dans.\n");
    let mut desk = Desk::new(&format!(
        "-- content/about.md --\n---\ntitle: About us\nsummary: Who.\nstatus: published\n---\n\n{body}{biography}\
         -- content/vocab/glossary.yaml --\n\
         outside-in:\n  en: {{ term: outside-in }}\n  fr: {{ term: de l’extérieur vers l’intérieur, avoid: [dehors dans] }}\n\
         inside-out:\n  en: {{ term: inside-out }}\n  fr: {{ term: de l’intérieur vers l’extérieur, avoid: [dedans dehors] }}\n"
    ));
    desk.change("book.toml", "name = \"Français\"", "name = \"Français\"\ntypography = \"fr-FR\"");
    let done = desk.run(|setting| edit::adopt(setting, "fr", "about", "old.txt", &old)).unwrap();
    let told = done.did.join("\n");
    assert!(told.contains("16 of 17 blocks aligned"), "{told}");
    assert!(told.contains("missing: paragraph “Written by Ann Ray"), "{told}");
    assert!(told.contains("fits nothing, 3 times: “Se battre contre une vue etroite”"), "{told}");
    let found = desk.check();
    let of = |name: &str| {
        found.iter().filter(|one| one.name.as_str() == name).map(|one| one.message.clone()).collect::<Vec<_>>()
    };
    assert_eq!(of("forbidden-term").len(), old.matches("dehors dans").count() + old.matches("dedans dehors").count());
    assert_eq!(of("forbidden-term").len(), 12, "{:?}", of("forbidden-term"));
    let marks = of("typography");
    assert_eq!(marks.iter().filter(|message| message.contains('»')).count(), 1, "{marks:?}");
    assert_eq!(marks.iter().filter(|message| message.contains("apostrophe")).count(), 32, "{marks:?}");
}

#[test]
fn a_repeated_title_and_a_missing_caption_stay_alone() {
    let source = format!("{LONG}\n\n[Credit: R. B.]\n\n{LONG} 42.\n");
    let target = format!("# Titre\n\n{FRENCH}\n\n# Titre\n\n{FRENCH} 42.\n");
    let alignment = aligned(&source, &target);
    assert_eq!(alignment.pairs, [(vec![0], vec![1]), (vec![2], vec![3])]);
    assert_eq!((alignment.missing, alignment.extra), (vec![1], vec![0, 2]));
}
