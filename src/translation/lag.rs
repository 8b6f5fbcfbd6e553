//! A change of a source and a translation to what the translation seems not to have followed.
//!
//! Nobody knows what a translation said before, so only what survives translating can tell: a number, a name or a
//! link that the source has lost and the translation still has; a number that came and is not there; a negation.
//! It is a suspicion: whoever has looked may say that the translation is right.

use std::collections::BTreeSet;

use super::numbers::{is_in_words, numbers_said};
use super::risk::{Risk, is_negated, names, words};
use super::segment::Segment;
use crate::base::Locale;

/// What a translation still says, or does not say yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lag {
    /// What differs.
    pub risk: Risk,
    /// What the source has lost and the translation still has.
    pub was: Option<String>,
    /// What the source has gained and the translation has not.
    pub now: Option<String>,
}

impl Lag {
    /// In words: “the source says `10` now, and the translation still `5`”.
    #[must_use]
    pub fn told(&self) -> String {
        match (self.risk, &self.was, &self.now) {
            (Risk::Negation, None, _) => {
                "the source has a word like “not” now, and the translation has none".to_owned()
            }
            (Risk::Negation, Some(_), _) => {
                "the source has no word like “not” any more, and the translation still has one".to_owned()
            }
            (_, Some(was), Some(now)) => format!("the source says `{now}` now, and the translation still `{was}`"),
            (_, Some(was), None) => format!("the source does not say `{was}` any more, and the translation still does"),
            (_, None, Some(now)) => format!("the source says `{now}` now, and the translation does not"),
            (_, None, None) => self.risk.told().to_owned(),
        }
    }
}

/// What `target`, the translation into `into`, has not followed of a change in a source in `from`.
#[must_use]
pub fn lags(before: &Segment, after: &Segment, target: &[&Segment], from: &Locale, into: &Locale) -> Vec<Lag> {
    let mut found = Vec::new();
    let said: Vec<&str> = target.iter().map(|segment| segment.text.as_str()).collect();
    let said = said.join(" ");
    number(&before.text, &after.text, &said, (from, into), &mut found);
    let negated = |text: &str, locale: &Locale| is_negated(&words(text), locale);
    if let (Some(was), Some(is), Some(here)) =
        (negated(&before.text, from), negated(&after.text, from), negated(&said, into))
        && was != is
        && is != here
    {
        found.push(Lag { risk: Risk::Negation, was: here.then(String::new), now: None });
    }
    let (now, here): (BTreeSet<String>, BTreeSet<String>) =
        (words(&after.text).into_iter().collect(), words(&said).into_iter().collect());
    let gone = names(&before.text).into_keys().find(|name| {
        let name = words(name);
        !name.is_empty() && name.iter().all(|word| !now.contains(word) && here.contains(word))
    });
    if let Some(name) = gone {
        found.push(Lag { risk: Risk::Name, was: Some(name.to_owned()), now: None });
    }
    let has_link = |link: &&String| target.iter().any(|segment| segment.targets.contains(*link));
    if let Some(link) = before.targets.iter().filter(|link| !after.targets.contains(*link)).find(has_link) {
        let new = after.targets.iter().filter(|link| !before.targets.contains(*link));
        let now = new.into_iter().find(|link| !has_link(link)).cloned();
        found.push(Lag { risk: Risk::Link, was: Some(link.clone()), now });
    }
    found
}

fn number(before: &str, after: &str, said: &str, (from, into): (&Locale, &Locale), found: &mut Vec<Lag>) {
    let (was, is, here) = (numbers_said(before, from), numbers_said(after, from), numbers_said(said, into));
    let lost = was.digits.union(&was.words).find(|number| !is.has(number) && here.has(number));
    // What is spelt out may be a part of a word there, as twenty is in many languages; a small number is a word of its
    // own in those whose words are known. If another number stands there, that is the old one.
    let says_other = here.digits.union(&here.words).any(|number| !is.has(number) && !is.is_afternoon_of(number));
    let is_small = is.words.iter().all(|number| number.parse::<u8>().is_ok_and(|number| number < 13));
    let is_known =
        |number: &&String| is.digits.contains(*number) || says_other || (is_small && is_in_words(number, into));
    let gained = is
        .digits
        .union(&is.words)
        .filter(|number| !was.has(number) && *number != "1/2")
        .filter(is_known)
        .find(|number| !here.may_mean(number));
    if lost.is_some() || gained.is_some() {
        found.push(Lag { risk: Risk::Number, was: lost.cloned(), now: gained.cloned() });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Limits, parse};
    use crate::translation::Revision;

    fn told(before: &str, after: &str, target: &str) -> Vec<String> {
        let of = |text: &str| Revision::of_parts(&Default::default(), &[], &parse(text, 0, &Limits::default()));
        let (before, after, target) = (of(before), of(after), of(target));
        let locale = |tag| Locale::parse(tag).unwrap();
        let found = lags(&before.segments[0], &after.segments[0], &[&target.segments[0]], &locale("en"), &locale("fr"));
        found.iter().map(Lag::told).collect()
    }

    #[test]
    fn a_number_that_did_not_follow_is_found_however_it_is_written() {
        let five = "the source says `10` now, and the translation still `5`";
        assert_eq!(told("five days", "ten days", "cinq jours"), [five]);
        assert_eq!(told("5 days", "ten days", "cinq jours"), [five]);
        assert_eq!(told("five days", "10 days", "5 jours"), [five]);
        assert!(told("five days", "ten days", "dix jours").is_empty());
        assert!(told("five days", "10 days", "dix jours").is_empty());
        assert_eq!(
            told("some days", "70 days", "des jours"),
            ["the source says `70` now, and the translation does not"]
        );
        assert_eq!(
            told("Days.", "Nine days.", "Des jours."),
            ["the source says `9` now, and the translation does not"]
        );
        assert!(told("some days", "twenty-four days", "des jours").is_empty(), "it is one word in many languages");
        assert!(told("some days", "seventeen days", "dix-sept jours").is_empty());
        assert!(told("some days", "seventy-two or ninety days", "soixante-douze ou quatre-vingt-dix jours").is_empty());
    }

    #[test]
    fn a_negation_a_name_and_a_link_that_did_not_follow_are_found() {
        let none = "the source has a word like “not” now, and the translation has none";
        assert_eq!(told("You must wait.", "You must not wait.", "Attendez."), [none]);
        assert!(told("You must wait.", "You must not wait.", "N’attendez plus.").is_empty());
        let still = "the source has no word like “not” any more, and the translation still has one";
        assert_eq!(told("Do not wait.", "Do wait.", "N’attendez pas."), [still]);
        let name = "the source does not say `Barnes` any more, and the translation still does";
        assert_eq!(told("Ask Barnes.", "Ask Miller.", "Demandez à Barnes."), [name]);
        assert!(told("Ask Barnes.", "Barnes knows.", "Barnes le sait.").is_empty());
        let link = "the source says `b.md` now, and the translation still `a.md`";
        assert_eq!(told("[See](a.md)", "[See](b.md)", "[Voir](a.md)"), [link]);
    }
}
