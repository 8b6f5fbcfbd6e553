//! The names of typographic rule books.

use crate::base::Locale;

/// A set of rules that one country or house keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// French as printed in France: narrow no-break space before `; ! ?`, no-break space before `:` and inside `« »`.
    FrFr,
    /// French as printed in Canada: no space before `; ! ?`, a no-break space before `:` and inside `« »`.
    FrCa,
    /// French as the institutions of the European Union print it: no space before any mark, nor inside `« »`.
    FrEu,
    /// German: `„ “`.
    De,
    /// German as printed in Switzerland: `« »`.
    DeCh,
    /// Spanish: `¿ ?`, `¡ !`, `« »`.
    Es,
    /// Japanese: full-width marks, `「 」`.
    Ja,
    /// Arabic: its own comma, semicolon and question mark.
    Ar,
}

impl Profile {
    /// The profile that `book.toml` calls `name`.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let found = match name {
            "fr-FR" => Self::FrFr,
            "fr-CA" => Self::FrCa,
            "fr-EU" => Self::FrEu,
            "de" => Self::De,
            "de-CH" => Self::DeCh,
            "es" => Self::Es,
            "ja" => Self::Ja,
            "ar" => Self::Ar,
            _ => return None,
        };
        Some(found)
    }

    /// The profile of a language: the one it is given, and no other.
    #[must_use]
    pub fn of(config: &crate::config::Config, locale: &Locale) -> Option<Self> {
        config.language(locale)?.typography.as_deref().and_then(Self::parse)
    }
}
