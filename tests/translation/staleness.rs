//! What has gone stale, and what has merely moved.

use std::sync::Arc;

use cxbook::base::{Locale, Spanned, TextRange};
use cxbook::content::front_matter::Translation;
use cxbook::content::text::Localizable;
use cxbook::markdown::{Limits, parse};
use cxbook::translation::{Base, Class, Comparison, Freshness, Given, Minor, Revision, Risk, Watch, changes, compare};

fn revision(text: &str) -> Revision {
    Revision::of_parts(&Default::default(), &[], &parse(text, 0, &Limits::default()))
}

fn fields(fields: &[(&str, &str)]) -> Revision {
    let texts: Localizable =
        fields.iter().map(|(key, text)| ((*key).into(), Spanned::new(Arc::from(*text), TextRange::at(0)))).collect();
    Revision::of_parts(&texts, &[], &Default::default())
}

fn watch() -> Watch {
    Watch { locale: Some(Locale::parse("en").unwrap()), terms: vec!["touchpoint".into()] }
}

fn compared(base: &Revision, source: &Revision, target: &Revision, said: &Translation, minor: &Minor) -> Comparison {
    let base = if base.id == source.id { Base::Today } else { Base::Known(base.clone()) };
    let names = ["netflix".to_owned()].into();
    compare(Given {
        source: Arc::new(source.clone()),
        base,
        target: target.clone(),
        said,
        minor,
        watch: &watch(),
        names: &names,
    })
}

fn stands(base: &str, source: &str, target: &str) -> Comparison {
    compared(&revision(base), &revision(source), &revision(target), &Translation::default(), &Minor::default())
}

#[test]
fn another_way_of_writing_the_same_changes_nothing() {
    let old = "Title\n=====\n\none *two*\nthree [a](/b)\n\n| a |\n|---|\n| b |\n";
    let new = "# Title\r\n\r\none\r\n_two_ three [a][x]\r\n\r\n|  a  |\r\n|:----|\r\n|b|\r\n\r\n[x]: /b\r\n";
    assert_eq!(revision(old).id, revision(new).id);
}

#[test]
fn a_negation_is_a_risk() {
    let comparison = stands("You must do it.\n", "You must not do it.\n", "Vous devez le faire.\n");
    assert_eq!(comparison.standing.freshness, Freshness::Outdated { changed: 1 });
    assert!(comparison.open()[0].risks.contains(&Risk::Negation));
}

#[test]
fn composed_and_decomposed_letters_are_the_same() {
    assert_eq!(revision("caf\u{e9}").id, revision("cafe\u{301}").id);
}

#[test]
fn a_paragraph_that_moved_makes_nothing_outdated() {
    let comparison = stands(
        "Alpha is the first.\n\nBeta comes second.\n\nGamma is third.\n",
        "Gamma is third.\n\nAlpha is the first.\n\nBeta comes second.\n",
        "Alpha est le premier.\n\nBêta vient en deuxième.\n\nGamma est troisième.\n",
    );
    assert_eq!(comparison.standing.freshness, Freshness::Fresh);
    assert_eq!(comparison.changes.iter().map(|change| change.class).collect::<Vec<_>>(), [Class::Moved]);
    let pairs: Vec<&str> = comparison.pairs().filter_map(|pair| pair.target).map(|target| &*target.text).collect();
    assert_eq!(pairs, ["Gamma est troisième.", "Alpha est le premier.", "Bêta vient en deuxième."]);
}

#[test]
fn a_translation_whose_source_has_moved_is_named_until_it_has_moved_too() {
    let old = "Alpha is the first of all of them, with a long tail of words.\n\nBeta, 2.\n\nGamma is third, says [one](/a).\n";
    let new = "Gamma is third, says [one](/a).\n\nAlpha is the first of all of them, with a long tail of words.\n\nBeta, 2.\n";
    let target = "Alpha est le premier de tous, avec une longue traîne de mots.\n\nBêta, 2.\n\nGamma est troisième, dit [un](/a).\n";
    let comparison = stands(old, new, target);
    let out: Vec<&str> = comparison
        .out_of_order()
        .into_iter()
        .map(|change| comparison.translation_of(change).unwrap().text.as_str())
        .collect();
    assert_eq!(out, ["Gamma est troisième, dit un."]);
    let moved = "Gamma est troisième, dit [un](/a).\n\nAlpha est le premier de tous, avec une longue traîne de mots.\n\nBêta, 2.\n";
    let comparison = stands(old, new, moved);
    assert_eq!(comparison.out_of_order(), Vec::<&cxbook::translation::Change>::new());
    let pairs: Vec<&str> = comparison.pairs().map(|pair| &pair.target.unwrap().text[..5]).collect();
    assert_eq!(pairs, ["Gamma", "Alpha", "Bêta"]);
}

#[test]
fn another_target_is_markup_only_and_a_risk() {
    let comparison = stands("See [this](/a).\n", "See [this](/b).\n", "Voir [ceci](/a).\n");
    let open = comparison.open();
    assert_eq!((open.len(), open[0].class), (1, Class::Markup));
    assert_eq!(comparison.standing.freshness, Freshness::Outdated { changed: 1 });
    assert!(open[0].risks.contains(&Risk::Link));
}

#[test]
fn a_change_is_told_by_its_class() {
    let class = |old: &str, new: &str| {
        changes(&revision(old), &revision(new), &watch()).into_iter().map(|change| change.class).collect::<Vec<_>>()
    };
    assert_eq!(class("It's \"so\" - really.", "It’s “so” – really."), [Class::Typography]);
    assert_eq!(class("It is *so*.", "It is **so**."), [Class::Markup]);
    assert_eq!(class("One.\n\nTwo is here.", "One.\n\nNew between.\n\nTwo is here."), [Class::Added]);
    assert_eq!(class("One.\n\nTwo.", "Two."), [Class::Removed]);
    assert_eq!(class("A hundred people came.", "A hundred guests came."), [Class::Text]);
}

#[test]
fn a_number_a_term_and_a_name_are_risks() {
    let risks = |old: &str, new: &str| {
        changes(&revision(old), &revision(new), &watch()).remove(0).risks.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(risks("It takes 12 days.", "It takes 21 days."), [Risk::Number]);
    assert_eq!(risks("It takes five days.", "It takes three days."), [Risk::Number]);
    assert_eq!(risks("It takes 40 days.", "It takes forty days."), []);
    assert_eq!(risks("Every touchpoint counts.", "Every moment counts."), [Risk::Term]);
    assert_eq!(risks("They asked Camille.", "They asked Samira."), [Risk::Name]);
    assert_eq!(risks("It is a good idea.", "It is a fine idea."), []);
}

#[test]
fn each_change_that_was_followed_is_counted_no_more() {
    let old = revision("One apple.\n\nTwo pears.\n\nThree plums.\n");
    let new = revision("One big apple.\n\nTwo big pears.\n\nThree big plums.\n");
    let target = revision("Une pomme.\n\nDeux poires.\n\nTrois prunes.\n");
    let hash = new.segments[1].hash.to_string();
    let said = Translation { synced: vec![Spanned::new(hash, TextRange::at(0))], ..Translation::default() };
    let comparison = compared(&old, &new, &target, &said, &Minor::default());
    assert_eq!(comparison.standing.freshness, Freshness::Outdated { changed: 2 });
    assert_eq!(comparison.pairs().filter(|pair| pair.change.is_some()).count(), 2);
}

#[test]
fn a_minor_edit_is_forgiven_and_the_next_is_not() {
    let (first, second) = (revision("Teh customer waits.\n"), revision("The customer waits.\n"));
    let third = revision("The customer leaves.\n");
    let target = revision("Le client attend.\n");
    let mut minor = Minor::default();
    minor.insert(&first.segments[0].hash, &second.segments[0].hash, "about");
    let said = Translation::default();
    assert_eq!(compared(&first, &second, &target, &said, &minor).standing.freshness, Freshness::Fresh);
    let later = compared(&first, &third, &target, &said, &minor).standing.freshness;
    assert_eq!(later, Freshness::Outdated { changed: 1 });
    minor.insert(&second.segments[0].hash, &third.segments[0].hash, "about");
    assert_eq!(compared(&first, &third, &target, &said, &minor).standing.freshness, Freshness::Fresh);
}

#[test]
fn ten_equal_cells_and_a_reordered_table_lose_no_translation() {
    let row = |name: &str| format!("| {name} | Yes |\n");
    let names = ["a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "i9", "j10"];
    let table = |names: &[&str], head: &str| {
        format!("| {head} | ok |\n|---|---|\n{}", names.iter().map(|name| row(name)).collect::<String>())
    };
    let mut moved = names;
    moved.reverse();
    let old = table(&names, "Thing");
    let new = format!("{}\nA paragraph that was added.\n", table(&moved, "Thing"));
    let target = table(&names, "Chose").replace("Yes", "Oui");
    let comparison = stands(&old, &new, &target);
    assert_eq!(comparison.standing.freshness, Freshness::Outdated { changed: 1 });
    let lost = comparison.pairs().filter(|pair| pair.target.is_none()).count();
    assert_eq!(lost, 1, "only the added paragraph has no translation");
}

#[test]
fn a_copied_paragraph_is_untranslated_and_a_name_is_not() {
    let text = "Netflix\n\nA whole paragraph that somebody has copied.\n\n42\n";
    let comparison = stands(text, text, text);
    assert_eq!(comparison.standing.untranslated, 1);
    let copied = revision(text).segments[1].hash.to_string();
    let said = Translation { same: vec![Spanned::new(copied, TextRange::at(0))], ..Translation::default() };
    let declared = compared(&revision(text), &revision(text), &revision(text), &said, &Minor::default());
    assert_eq!(declared.standing.untranslated, 0);
}

#[test]
fn fields_are_compared_by_key_in_whatever_order() {
    let old = fields(&[("steps.a.name", "Waits"), ("steps.b.name", "Calls")]);
    let new = fields(&[("steps.b.name", "Calls"), ("steps.a.name", "Waits"), ("steps.c.name", "Pays")]);
    let target = fields(&[("steps.a.name", "Attend"), ("steps.b.name", "Appelle")]);
    let comparison = compared(&old, &new, &target, &Translation::default(), &Minor::default());
    assert_eq!(comparison.standing.freshness, Freshness::Outdated { changed: 1 });
    assert_eq!(comparison.standing.untranslated, 1);
    assert_eq!(comparison.open()[0].class, Class::Added);
}

#[test]
fn a_translation_of_nothing_is_missing() {
    let text = "One thing.\n\nAnother thing.\n";
    assert!(stands(text, text, text).standing.is_missing());
    assert_eq!(stands(text, text, "Une chose.\n\nAnother thing.\n").standing.shown(), "draft, 1/2 not translated");
}
