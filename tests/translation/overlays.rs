//! Journeys and vocabularies: the structure is the source's, and a translation has words for it.

use cxbook::edit::translate as edit;

use super::commands::Desk;
use crate::support::Site;

const JOURNEY: &str = include_str!("../sites/small.txt");

/// The small site with a French journey of this front matter.
fn journey(french: &str) -> Site {
    let mut site = Site::new(JOURNEY);
    site.write("content/journeys/claim/index.fr.md", format!("---\n{french}---\n"));
    site
}

#[test]
fn a_translation_that_says_structure_is_an_error() {
    let mut site = journey("title: Je déclare\nsteps:\n  call: { name: Appelle, emotion: 5 }\n");
    assert!(site.problems().contains("error[structure-in-translation]"), "{}", site.problems());
}

#[test]
fn a_key_that_is_nearly_one_is_an_error_that_names_it() {
    let mut site = journey("title: Je déclare\nphases:\n  notfy: Déclarer\n");
    let report = site.report();
    assert!(
        report.contains("error[unknown-key-in-translation]") && report.contains("did you mean `phases:` › `no"),
        "{report}"
    );
}

#[test]
fn what_the_source_removes_leaves_a_warning_and_the_page() {
    let mut desk = Desk::new(JOURNEY);
    desk.write("content/vocab/departments.fr.yaml", "claims: Sinistres\nextra: Autre\n");
    let departments = desk.read("content/vocab/departments.yaml").to_owned();
    desk.write("content/vocab/departments.yaml", format!("{departments}extra: Extra\n"));
    desk.run(|setting| edit::sync(setting, "fr", "vocab/departments", &[])).unwrap();
    desk.write("content/vocab/departments.yaml", departments);
    let mut site = Site::new("");
    site.sources = desk.sources.clone();
    let problems = site.problems();
    assert!(problems.contains("warning[orphan-key]: `extra`") && !problems.contains("error["), "{problems}");
    assert!(site.build().output.is_some());
    let refused = desk.run(|setting| edit::sync(setting, "fr", "vocab/departments", &[])).unwrap_err();
    assert!(refused.contains("the source has no `extra:` › `name:` any more"), "{refused}");
}

/// The rows of the map, in the order in which they are shown.
fn order<'n>(page: &str, names: &[&'n str]) -> Vec<&'n str> {
    let map = page.split_once("<table class=\"map\"").unwrap_or_else(|| panic!("{page}")).1;
    let mut found: Vec<(usize, &str)> =
        names.iter().map(|name| (map.find(name).unwrap_or_else(|| panic!("no {name} in {map}")), *name)).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, name)| name).collect()
}

const WHOLE: &str = "title: Je déclare\nsummary: R.\ngoal: B.\n";

#[test]
fn the_order_in_a_translation_says_nothing() {
    let steps = ["call: { name: Appelle }", "visit: { name: Rencontre }", "wait: { name: Attend }"];
    for turned in [false, true] {
        let mut steps = steps;
        if turned {
            steps.reverse();
        }
        let phases =
            if turned { "settle: Régler\n  notify: Déclarer" } else { "notify: Déclarer\n  settle: Régler" };
        let mut site = journey(&format!("{WHOLE}phases:\n  {phases}\nsteps:\n  {}\n", steps.join("\n  ")));
        assert!(!site.problems().contains("error["), "{}", site.problems());
        let page = site.page("fr/journeys/claim/index.html");
        assert_eq!(order(&page, &["Attend", "Régler", "Déclarer", "Rencontre", "Appelle"])[0], "Déclarer");
        assert_eq!(order(&page, &["Attend", "Rencontre", "Appelle"]), ["Appelle", "Rencontre", "Attend"]);
    }
}

#[test]
fn a_translation_follows_the_order_of_its_source_and_is_not_outdated_by_it() {
    const PATH: &str = "content/journeys/claim/index.md";
    const FRENCH: &str = "content/journeys/claim/index.fr.md";
    let mut desk = Desk::new(JOURNEY);
    desk.run(|setting| edit::sync(setting, "fr", "journeys/claim", &[])).unwrap();
    let before = desk.standing("fr", "journeys/claim").shown();
    let text = desk.read(PATH).to_owned();
    let (start, middle, end) =
        (text.find("  notify:").unwrap(), text.find("  settle:").unwrap(), text.find("deviations:").unwrap());
    let turned = format!("{}{}{}{}", &text[..start], &text[middle..end], &text[start..middle], &text[end..]);
    // The stages of the two follow their order.
    desk.write(
        PATH,
        turned
            .replace("stage: use", "stage: x")
            .replace("stage: maintain", "stage: use")
            .replace("stage: x", "stage: maintain"),
    );
    assert_eq!(desk.standing("fr", "journeys/claim").shown(), before);
    let french = desk.read(FRENCH).replace("{ notify: Déclarer }", "{ notify: Déclarer, settle: Régler }");
    desk.write(FRENCH, french);
    let mut site = Site::new("");
    site.sources = desk.sources;
    let page = site.page("fr/journeys/claim/index.html");
    assert_eq!(order(&page, &["Déclarer", "Régler"]), ["Régler", "Déclarer"]);
    assert!(!site.problems().contains("claim/index.fr.md: warning[outdated"), "{}", site.problems());
}

#[test]
fn a_touchpoint_that_is_gone_leaves_a_warning_and_the_journey() {
    let mut desk = Desk::new(JOURNEY);
    let touchpoints = desk.read("content/vocab/touchpoints.yaml").to_owned();
    desk.write(
        "content/vocab/touchpoints.yaml",
        format!("{touchpoints}form: {{ name: Form, channel: phone, owner: claims, purpose: report }}\n"),
    );
    desk.write("content/vocab/touchpoints.fr.yaml", "hotline: Assistance\nvisit: Visite\nform: Formulaire\n");
    desk.run(|setting| edit::sync(setting, "fr", "vocab/touchpoints", &[])).unwrap();
    desk.write("content/vocab/touchpoints.yaml", touchpoints);
    let mut site = Site::new("");
    site.sources = desk.sources;
    let problems = site.problems();
    assert!(
        problems.contains("touchpoints.fr.yaml:5") && problems.contains("warning[orphan-key]: `form`"),
        "{problems}"
    );
    let page = site.page("fr/journeys/claim/index.html");
    assert!(page.contains("Assistance") && !page.contains("Formulaire"), "{page}");
}

#[test]
fn a_label_that_is_missing_keeps_the_language_it_is_in() {
    let mut site = journey("title: Je déclare\nsummary: R.\ngoal: B.\nphases: { notify: Déclarer }\n");
    let page = site.page("fr/journeys/claim/index.html");
    let map = page.split_once("<table class=\"map\"").unwrap().1.split_once("</table>").unwrap().0;
    assert!(map.contains("Déclarer") && !map.contains("lang=\"en\" dir=\"ltr\">Report it"), "{map}");
    for label in ["Wait for it", "Calls the hotline", "Waits"] {
        assert!(map.contains(&format!("<span lang=\"en\" dir=\"ltr\">{label}</span>")), "{label}: {map}");
    }
}
