//! Ids: what documents and their parts are called in files, never shown to readers.

use std::fmt;

use smol_str::SmolStr;
use unicode_normalization::UnicodeNormalization;

use super::file_name_fault;

/// A lower-case kebab-case name, `^[a-z][a-z0-9]*(-[a-z0-9]+)*$`, at most 64 characters.
///
/// None is a word that YAML takes for a truth value or for nothing, and none the name of a file that Windows
/// keeps for itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Id(SmolStr);

/// Why a text is no [`Id`], with the nearest text that is one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` {}", self.why())]
pub struct MalformedId {
    /// What was written.
    pub found: String,
    /// An id made of it, if any letters are left.
    pub suggestion: Option<Id>,
}

impl MalformedId {
    /// What is wrong with it, to be read after it.
    fn why(&self) -> &'static str {
        if !is_kebab(&self.found) {
            "is not a lower-case kebab-case id"
        } else if YAML.contains(&self.found.as_str()) {
            "is a truth value or nothing to YAML, and no id"
        } else {
            "is a name that Windows keeps for itself, and no id"
        }
    }

    /// How an id is written, or why this word is none.
    #[must_use]
    pub fn label(&self) -> &'static str {
        if is_kebab(&self.found) { "another word is needed" } else { "small letters, digits and single hyphens" }
    }
}

/// Words that stand for a value where they are not quoted.
const YAML: [&str; 7] = ["true", "false", "yes", "no", "on", "off", "null"];

impl Id {
    /// The longest id allowed, in characters.
    pub const MAX: usize = 64;

    /// Checks `text` against the pattern.
    ///
    /// # Errors
    ///
    /// [`MalformedId`] with a suggestion made from `text`.
    pub fn parse(text: &str) -> Result<Self, MalformedId> {
        if is_id(text) {
            Ok(Self(text.into()))
        } else {
            Err(MalformedId { found: text.to_owned(), suggestion: Self::from_words(text) })
        }
    }

    /// Makes an id from any text: accents dropped, other runs turned into single hyphens.
    #[must_use]
    pub fn from_words(text: &str) -> Option<Self> {
        let mut id = String::new();
        for letter in text.nfd().filter(|letter| !('\u{300}'..='\u{36f}').contains(letter)) {
            if letter.is_ascii_alphanumeric() {
                id.push(letter.to_ascii_lowercase());
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        let id = id.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '-');
        let id = id[..id.len().min(Self::MAX)].trim_end_matches('-');
        if is_kebab(id) && !is_id(id) {
            return Some(Self(format!("{id}-1").into()));
        }
        is_id(id).then(|| Self(id.into()))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_id(text: &str) -> bool {
    is_kebab(text) && !YAML.contains(&text) && file_name_fault(text).is_none()
}

fn is_kebab(text: &str) -> bool {
    text.len() <= Id::MAX
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl AsRef<str> for Id {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lower_case_kebab_case() {
        for good in ["a", "a1", "call-hotline", "lyon-2025-03"] {
            assert!(Id::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "1a", "-a", "a-", "a--b", "Call", "a_b", "é", "a b", "yes", "null", "con", "lpt1"] {
            assert!(Id::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_malformed_id_suggests_one_that_is_well_formed() {
        let suggestion = |text| Id::parse(text).unwrap_err().suggestion.map(|id| id.to_string());
        assert_eq!(suggestion("Call_Hotline").as_deref(), Some("call-hotline"));
        assert_eq!(suggestion("École supérieure!").as_deref(), Some("ecole-superieure"));
        assert_eq!(suggestion("Con").as_deref(), Some("con-1"));
        assert_eq!(suggestion("no").as_deref(), Some("no-1"));
        assert_eq!(suggestion("顧客"), None);
    }
}
