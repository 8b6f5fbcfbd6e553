//! Headings to ids that are unique on a page and are not the layout's own.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Heading;

/// Ids the layouts use themselves. A test compares them with the templates.
const RESERVED: &[&str] = &[
    "article-journeys",
    "article-principles",
    "browse",
    "children",
    "contents",
    "contents-title",
    "counterweight",
    "coverage",
    "curve",
    "deviations",
    "evidence",
    "examples",
    "footer",
    "hand-overs",
    "header",
    "inside-out",
    "journeys",
    "leads-here",
    "lifecycle",
    "loop",
    "main",
    "map",
    "matrix-title",
    "nav",
    "only-all",
    "opportunities",
    "outside-in",
    "principles",
    "q",
    "readings",
    "recent",
    "related",
    "responses",
    "search",
    "search-page",
    "shows",
    "sources",
    "symptoms",
    "test",
    "toc",
    "top",
    "walk",
];

/// How ids start that the layouts make for parts of a page.
const RESERVED_PREFIXES: &[&str] = &[
    "map-",
    "step-",
    "pain-",
    "opportunity-",
    "phase-",
    "search-",
    "stage-",
    "deviation-",
    "evidence-",
    "reading-",
    "fn-",
    "fnref-",
    "cx-",
];

/// The longest id made of a heading's text, in characters.
const LONGEST: usize = 80;

/// The ids of headings, in order.
#[must_use]
pub fn anchors(headings: &[Heading]) -> Vec<String> {
    headings.iter().map(|heading| heading.anchor.to_string()).collect()
}

/// Gives each heading its id: the pinned one, or a slug of its text.
///
/// Never empty. A repeated id gets `-2`, `-3`; one the layouts may use gets `_`.
pub(super) fn assign(headings: &mut [Heading]) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    // Where to go on counting, or ten thousand equal headings would be counted from the start each.
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut order: Vec<&mut Heading> = headings.iter_mut().collect();
    order.sort_by_key(|heading| heading.pinned.is_none());
    for heading in order {
        let wanted = heading.pinned.clone().unwrap_or_else(|| slug(&heading.text));
        let wanted = if is_reserved(&wanted) { format!("{wanted}_") } else { wanted };
        let mut anchor = wanted.clone();
        let count = counts.entry(wanted.clone()).or_insert(1);
        while !taken.insert(anchor.clone()) {
            *count += 1;
            anchor = format!("{wanted}-{count}");
        }
        heading.anchor = anchor.into();
    }
}

/// Whether the layouts may use this id themselves: a heading that wants it gets another.
///
/// None of theirs ends in `_`, but for footnotes that are named so.
#[must_use]
pub fn is_reserved(id: &str) -> bool {
    if id.ends_with('_') && !id.starts_with("fn") {
        return false;
    }
    let is_column = id.strip_prefix('s').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    is_column || RESERVED.contains(&id) || RESERVED_PREFIXES.iter().any(|prefix| id.starts_with(prefix))
}

/// A text with its letters and accents as one where one exists (NFC).
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    // Up to the first accent of Unicode, every text is composed.
    if text.chars().all(|letter| letter < '\u{300}') { text.into() } else { text.nfc().collect::<String>().into() }
}

/// A text as an id: lower case, letters and digits of any script kept, anything else a hyphen.
///
/// `section` where nothing is left.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    let mut is_pending = false;
    for letter in composed(text).chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() || (is_combining_mark(letter) && !slug.is_empty()) {
            if is_pending && !slug.is_empty() {
                slug.push('-');
            }
            is_pending = false;
            slug.push(letter);
        } else if !matches!(letter, '\'' | '\u{2019}') {
            is_pending = true;
        }
    }
    if let Some((end, _)) = slug.char_indices().nth(LONGEST) {
        slug.truncate(end);
        if let Some(hyphen) = slug.rfind('-').filter(|at| *at > 0) {
            slug.truncate(hyphen);
        }
    }
    if slug.is_empty() { "section".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::TextRange;
    use smol_str::SmolStr;

    fn anchors_of(headings: &[(&str, Option<&str>)]) -> Vec<String> {
        let mut headings: Vec<Heading> = headings
            .iter()
            .map(|(text, pinned)| Heading {
                level: 2,
                text: (*text).into(),
                range: TextRange::at(0),
                pinned: pinned.map(Into::into),
                anchor: SmolStr::default(),
            })
            .collect();
        assign(&mut headings);
        anchors(&headings)
    }

    #[test]
    fn every_script_gives_an_id() {
        assert_eq!(anchors_of(&[("顧客体験", None), ("L’été !", None), ("…", None)]), ["顧客体験", "lété", "section"]);
    }

    #[test]
    fn a_repeated_heading_gets_a_number_and_a_pinned_one_keeps_its_id() {
        let anchors = anchors_of(&[("Why", None), ("Why", None), ("Other", Some("why")), ("Why", None)]);
        assert_eq!(anchors, ["why-2", "why-3", "why", "why-4"]);
    }

    #[test]
    fn the_id_that_a_heading_got_for_one_of_the_layout_can_be_pinned() {
        assert_eq!(
            anchors_of(&[("Other words", Some("step-by-step_")), ("Home", Some("main_"))]),
            ["step-by-step_", "main_"]
        );
    }

    #[test]
    fn the_ids_of_the_layout_are_left_to_it() {
        assert_eq!(
            anchors_of(&[("Main", None), ("Step by step", None), ("S1", None)]),
            ["main_", "step-by-step_", "s1_"]
        );
    }
}
