use super::*;
use crate::markdown::{Limits, lines, parse};

/// What is left of a text when everything that can be mended is, and the messages.
fn mended(text: &str, profile: Profile) -> (String, Vec<String>) {
    let findings: Vec<Finding> =
        lines(&parse(text, 0, &Limits::default())).iter().flat_map(|line| check(&line.glyphs, profile)).collect();
    let edits: Vec<_> = findings.iter().flat_map(|finding| finding.edits.clone()).collect();
    (apply(text, &edits), findings.into_iter().map(|finding| finding.message).collect())
}

fn fixed(text: &str, profile: Profile) -> String {
    mended(text, profile).0
}

#[test]
fn spaces_before_marks_follow_the_country() {
    let text = "Attention! Vraiment ? Oui : non; si";
    assert_eq!(fixed(text, Profile::FrFr), "Attention\u{202f}! Vraiment\u{202f}? Oui\u{a0}: non\u{202f}; si");
    assert_eq!(fixed(text, Profile::FrCa), "Attention! Vraiment? Oui\u{a0}: non; si");
    assert_eq!(fixed(text, Profile::FrEu), "Attention! Vraiment? Oui: non; si");
    assert_eq!(fixed("**Attention**!", Profile::FrFr), "**Attention**\u{202f}!");
}

#[test]
fn what_only_looks_like_a_mark_is_left_alone() {
    for text in [
        "à 10:30, 3:1, https://a.b/c?d=e;f, a@b.fr",
        "![x](y) :smile: {{ a: b }} :-) `a ? b : c`",
        "[a](b?c \"d ! e\") <https://a.b/?c> <!-- l10n:note a! -->",
        "Quoi\u{202f}?! (?) \u{ab}\u{a0}?\u{a0}\u{bb} Oui\u{a0}!",
        "| a | b |\n|:--|--:|\n| c | d |",
        "Voir[^1] et[^note].\n\n[^1]: Une note.\n\n[^note]: Une autre.",
        "<b title=\"l'un!\">oui</b> `l'un!` <https://a.b/l'un!>",
    ] {
        assert_eq!(mended(text, Profile::FrFr).1, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn french_words_and_signs_are_mended() {
    assert_eq!(
        fixed("L'oeuvre d'art... 12 % ou 5% - soit 3 h de l'oeil", Profile::FrFr),
        "L’œuvre d’art… 12\u{a0}% ou 5\u{a0}% – soit 3\u{a0}h de l’œil"
    );
    assert_eq!(fixed("poe\u{301}sie\u{200b}", Profile::FrFr), "poésie");
    assert_eq!(fixed("Moelle, 10 - 5, ../a, poète", Profile::FrFr), "Moelle, 10 - 5, ../a, poète");
}

#[test]
fn straight_quotes_become_those_of_the_language() {
    let text = "Il dit \"oui\".";
    assert_eq!(fixed(text, Profile::FrFr), "Il dit «\u{a0}oui\u{a0}».");
    assert_eq!(fixed(text, Profile::FrEu), "Il dit «oui».");
    assert_eq!(fixed(text, Profile::De), "Il dit „oui“.");
    assert_eq!(fixed("Sie sagt “ja”.", Profile::De), "Sie sagt „ja“.");
    assert_eq!(fixed("« il dit \"oui\" »", Profile::FrFr), "«\u{a0}il dit “oui”\u{a0}»");
    assert_eq!(fixed("Sie sagt „ja“ und \"nein\".", Profile::DeCh), "Sie sagt «ja» und «nein».");
    assert_eq!(fixed("彼は \"はい\" と言った。", Profile::Ja), "彼は 「はい」 と言った。");
    assert_eq!(fixed("Dijo \"sí\".", Profile::Es), "Dijo «sí».");
    assert_eq!(fixed("قال \"نعم\".", Profile::Ar), "قال «نعم».");
}

#[test]
fn mixed_and_unmatched_quotes_are_reported_and_left() {
    for text in ["« a \" b »", "» » » »", "a « b", "il \" dit"] {
        let (left, messages) = mended(text, Profile::FrFr);
        assert_eq!(left, text);
        assert_eq!(messages.len(), 1, "{messages:?}");
    }
    assert_eq!(mended("un écran de 15\"", Profile::FrFr).1.len(), 0);
}

#[test]
fn marks_that_do_not_follow_each_other_are_reported() {
    assert_eq!(mended("Quoi\u{202f}!; oui", Profile::FrFr).1, ["the marks `!;` do not follow each other"]);
}

#[test]
fn other_scripts_have_their_own_marks() {
    assert_eq!(fixed("はい,そうです.", Profile::Ja), "はい、そうです。");
    assert_eq!(fixed("نعم, هل؟ لماذا? v1,2", Profile::Ar), "نعم، هل؟ لماذا؟ v1,2");
    assert_eq!(mended("Qué? ¿Sí? ¡Ya!", Profile::Es).1.len(), 1);
    assert_eq!(mended("¡Hola ¿Qué tal?", Profile::Es).1.len(), 1);
    assert_eq!(fixed("はい!そう?「です」.", Profile::Ja), "はい！そう？「です」。");
    assert_eq!(fixed("نعم; لا", Profile::Ar), "نعم؛ لا");
}

#[test]
fn what_nobody_sees_is_taken_out_and_what_joins_letters_stays() {
    assert_eq!(fixed("a\u{200b}b\u{2060}c\u{ad}d", Profile::De), "abcd");
    assert_eq!(mended("می\u{200c}خواهم 👩\u{200d}🔧", Profile::Ar).1, Vec::<String>::new());
    assert_eq!(fixed("e\u{301}te\u{301}", Profile::Es), "été");
}

#[test]
fn what_is_mended_needs_no_mending() {
    let text = "L'un dit: \"Attention!\" - c'est l'oeuvre... 5% ; fin ?\n\n- *Ici*! `a!`\n";
    for profile in [Profile::FrFr, Profile::FrCa, Profile::FrEu, Profile::De, Profile::DeCh, Profile::Es] {
        let once = fixed(text, profile);
        assert_eq!(fixed(&once, profile), once, "{profile:?}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_a_rule_and_mending_ends(text in "[a-zé'\"«»“”„ \u{a0}\u{202f}!?;:.,%0-9*_`\\[\\]()<>{}-]{0,40}") {
        for profile in [Profile::FrFr, Profile::FrCa, Profile::FrEu, Profile::De, Profile::Es, Profile::Ja, Profile::Ar] {
            let glyphs = crate::markdown::line(&text).glyphs;
            let _ = check(&glyphs, profile);
        }
    }
}
