//! Language tags (BCP 47) to canonical [`Locale`]s.

use std::fmt;

use icu_locale::{LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};
use smol_str::SmolStr;

/// A language as readers and browsers name it: `fr`, `pt-BR`, `zh-Hant-HK`, in canonical form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Locale(SmolStr);

/// Which way a language is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// Why a text is no [`Locale`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LocaleError {
    /// It is not a language tag at all.
    #[error("`{0}` is not a language tag")]
    NotATag(String),
    /// It is one, in another than the canonical form.
    #[error("`{found}` is written `{canonical}`")]
    NotCanonical {
        /// What was written.
        found: String,
        /// The form to write.
        canonical: Locale,
    },
}

impl Locale {
    /// Reads a tag in its canonical form.
    ///
    /// # Errors
    ///
    /// [`LocaleError::NotCanonical`] names the right form of `fr_FR`, `FR` or `iw`.
    pub fn parse(text: &str) -> Result<Self, LocaleError> {
        let not_a_tag = || LocaleError::NotATag(text.to_owned());
        let mut parsed: icu_locale::Locale = text.replace('_', "-").parse().map_err(|_| not_a_tag())?;
        if parsed.id.language.is_unknown() || !parsed.extensions.is_empty() {
            return Err(not_a_tag());
        }
        LocaleCanonicalizer::new_extended().canonicalize(&mut parsed);
        let canonical = Self(parsed.to_string().into());
        if canonical.as_str() == text {
            Ok(canonical)
        } else {
            Err(LocaleError::NotCanonical { found: text.to_owned(), canonical })
        }
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The language subtag alone: `zh` of `zh-Hant-HK`.
    #[must_use]
    pub fn language(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }

    /// The region, if the tag names one: `BR` of `pt-BR`.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.0
            .split('-')
            .skip(1)
            .find(|part| part.len() == 2 || (part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit())))
    }

    /// The same tag with ever fewer parts: `zh-Hant`, then `zh`, for `zh-Hant-HK`.
    pub fn parents(&self) -> impl Iterator<Item = Self> + '_ {
        self.0.rmatch_indices('-').map(|(at, _)| Self(self.0[..at].into()))
    }

    /// Which way it is written. Unknown scripts count as left to right.
    ///
    /// The extended data is needed: with the common data `dv` and `yi` have no known direction.
    #[must_use]
    pub fn direction(&self) -> Direction {
        let directionality = LocaleDirectionality::new_with_expander(LocaleExpander::new_extended());
        match self.0.parse() {
            Ok(parsed) if is_right_to_left(&directionality, &parsed) => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }
}

fn is_right_to_left(directionality: &LocaleDirectionality<LocaleExpander>, locale: &icu_locale::Locale) -> bool {
    directionality.is_right_to_left(&locale.id)
}

impl fmt::Display for Locale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl AsRef<str> for Locale {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::parse(tag).unwrap()
    }

    #[test]
    fn a_tag_in_another_form_names_the_canonical_one() {
        for (found, canonical) in [("fr_FR", "fr-FR"), ("FR", "fr"), ("iw", "he"), ("zh-hant-hk", "zh-Hant-HK")] {
            let expected = LocaleError::NotCanonical { found: found.into(), canonical: locale(canonical) };
            assert_eq!(Locale::parse(found), Err(expected));
        }
        assert_eq!(Locale::parse("not a tag"), Err(LocaleError::NotATag("not a tag".into())));
    }

    #[test]
    fn direction_is_known_for_rare_languages_and_follows_the_script() {
        for tag in ["ar", "he", "dv", "yi", "az-Arab"] {
            assert_eq!(locale(tag).direction(), Direction::Rtl, "{tag}");
        }
        for tag in ["en", "az", "zh-Hant-HK", "pt-BR"] {
            assert_eq!(locale(tag).direction(), Direction::Ltr, "{tag}");
        }
    }

    #[test]
    fn parents_drop_one_part_at_a_time() {
        let parents: Vec<String> = locale("zh-Hant-HK").parents().map(|parent| parent.to_string()).collect();
        assert_eq!(parents, ["zh-Hant", "zh"]);
        assert_eq!(locale("pt-BR").region(), Some("BR"));
    }
}
