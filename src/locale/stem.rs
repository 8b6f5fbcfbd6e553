//! A word to the stem it shares with its other forms.

use std::borrow::Cow;

use pagefind_stem::{Algorithm, Stemmer};

/// The stemmer of one language; leaves words alone where there is none.
///
/// Runs while the index is made and never in the browser, which gets the stem of every form that
/// occurs on the site with the dictionary.
pub struct Stems {
    stemmer: Option<Stemmer>,
    is_french: bool,
}

impl Stems {
    /// The stemmer for a language, by its subtag.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let algorithm = match language {
            "ar" => Algorithm::Arabic,
            "ca" => Algorithm::Catalan,
            "da" => Algorithm::Danish,
            "de" => Algorithm::German,
            "el" => Algorithm::Greek,
            "en" => Algorithm::English,
            "eo" => Algorithm::Esperanto,
            "es" => Algorithm::Spanish,
            "et" => Algorithm::Estonian,
            "eu" => Algorithm::Basque,
            "fi" => Algorithm::Finnish,
            "fr" => Algorithm::French,
            "ga" => Algorithm::Irish,
            "hi" => Algorithm::Hindi,
            "hu" => Algorithm::Hungarian,
            "hy" => Algorithm::Armenian,
            "id" => Algorithm::Indonesian,
            "it" => Algorithm::Italian,
            "lt" => Algorithm::Lithuanian,
            "nb" | "nn" | "no" => Algorithm::Norwegian,
            "ne" => Algorithm::Nepali,
            "nl" => Algorithm::Dutch,
            "pl" => Algorithm::Polish,
            "pt" => Algorithm::Portuguese,
            "ro" => Algorithm::Romanian,
            "ru" => Algorithm::Russian,
            "sr" => Algorithm::Serbian,
            "sv" => Algorithm::Swedish,
            "ta" => Algorithm::Tamil,
            "tr" => Algorithm::Turkish,
            "yi" => Algorithm::Yiddish,
            _ => return Self { stemmer: None, is_french: false },
        };
        Self { stemmer: Some(Stemmer::create(algorithm)), is_french: language == "fr" }
    }

    /// The stem of a word in lower case, accents and all: the rules need them. Never empty.
    #[must_use]
    pub fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        // The rules for French leave the plural in -os alone, for the sake of `dos` and `gros`: `silos` is one of `silo`. They
        // take `usager` for a verb and `usagers` for none.
        let is_plural = |rest: &&str| self.is_french && rest.len() > 3 && (rest.ends_with('o') || rest.ends_with("er"));
        let singular = word.strip_suffix('s').filter(is_plural);
        let word = singular.unwrap_or(word);
        match &self.stemmer {
            Some(stemmer) => Some(stemmer.stem(word)).filter(|stem| !stem.is_empty()).unwrap_or(Cow::Borrowed(word)),
            None => Cow::Borrowed(word),
        }
    }
}

impl std::fmt::Debug for Stems {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(if self.stemmer.is_some() { "Stems(known)" } else { "Stems(unknown)" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        assert_eq!(Stems::of("en").stem("migrated"), Stems::of("en").stem("migrating"));
        assert_eq!(Stems::of("fr").stem("gérée"), Stems::of("fr").stem("gérer"));
        assert_eq!(Stems::of("fr").stem("silos"), Stems::of("fr").stem("silo"));
        for (one, more) in
            [("usager", "usagers"), ("passager", "passagers"), ("conseiller", "conseillers"), ("dossier", "dossiers")]
        {
            assert_eq!(Stems::of("fr").stem(one), Stems::of("fr").stem(more));
        }
        assert_ne!(Stems::of("fr").stem("gros"), Stems::of("fr").stem("gro"));
        assert_eq!(Stems::of("zh").stem("内容"), "内容");
    }

    proptest::proptest! {
        #[test]
        fn no_word_breaks_a_stemmer(word in "\\PC{0,12}") {
            for language in "ar ca da de el en eo es et eu fi fr ga hi hu hy id it lt nb ne nl pl pt ro ru sr sv ta tr yi".split(' ') {
                let _ = Stems::of(language).stem(&word.to_lowercase());
            }
        }
    }
}
