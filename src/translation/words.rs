//! Two wordings to one line that shows what differs, word by word.

use similar::{ChangeTag, TextDiff};

/// What became of a stretch of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// They are in both.
    Kept,
    /// They are in the old wording only.
    Removed,
    /// They are in the new wording only.
    Added,
}

/// The stretches of both wordings, in reading order.
#[must_use]
pub fn word_diff(before: &str, after: &str) -> Vec<(Fate, String)> {
    let diff = TextDiff::from_unicode_words(before, after);
    let mut stretches: Vec<(Fate, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        let fate = match change.tag() {
            ChangeTag::Equal => Fate::Kept,
            ChangeTag::Delete => Fate::Removed,
            ChangeTag::Insert => Fate::Added,
        };
        match stretches.last_mut() {
            Some((last, text)) if *last == fate => text.push_str(change.value()),
            _ => stretches.push((fate, change.value().to_owned())),
        }
    }
    stretches
}

/// The same on one line: `You must {+not +}do it.`
#[must_use]
pub fn words_changed(before: &str, after: &str) -> String {
    word_diff(before, after)
        .into_iter()
        .map(|(fate, text)| {
            let text = text.replace(['\n', '\r'], " ");
            match fate {
                Fate::Kept => text,
                Fate::Removed => format!("[-{text}-]"),
                Fate::Added => format!("{{+{text}+}}"),
            }
        })
        .collect()
}

/// The same without what both have: `{+not +}`. Where more differs than fits into so many letters, its start.
#[must_use]
pub fn words_that_differ(before: &str, after: &str, most: usize) -> String {
    let mut text = String::new();
    let mut is_parted = false;
    for (fate, words) in word_diff(before, after) {
        let words = words.replace(['\n', '\r'], " ");
        match fate {
            Fate::Kept => is_parted = !text.is_empty() && !words.trim().is_empty(),
            Fate::Removed | Fate::Added => {
                text.push_str(if is_parted { " … " } else { "" });
                is_parted = false;
                text.push_str(&if fate == Fate::Removed { format!("[-{words}-]") } else { format!("{{+{words}+}}") });
            }
        }
    }
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_told_word_by_word() {
        assert_eq!(words_changed("You must do it.", "You must not do it."), "You must {+not +}do it.");
        assert_eq!(words_changed("In 12 days.", "In 21 days."), "In [-12-]{+21+} days.");
        assert_eq!(words_that_differ("In 12 long days.", "In 21 long years.", 99), "[-12-]{+21+} … [-days-]{+years+}");
        assert_eq!(words_that_differ("In 12 long days.", "In 21 long years.", 6), "[-12-] …");
    }
}
