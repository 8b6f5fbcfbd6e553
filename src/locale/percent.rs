//! A language to the way it writes a share. ICU4X does not have this pattern yet; from CLDR.

use crate::base::Locale;

/// The sign and the space around the number, which stands where `#` is.
///
/// `zero` is how the language writes nought, which tells the sign's form for Arabic and Persian.
pub(super) fn pattern(locale: &Locale, zero: &str) -> &'static str {
    match (locale.language(), locale.region()) {
        ("fr", region) if region != Some("CA") => "#\u{202f}%",
        ("es", Some("MX" | "US")) | ("de", Some("CH" | "LI")) => "#%",
        (
            "be" | "bs" | "ca" | "cs" | "da" | "de" | "dsb" | "es" | "fi" | "fo" | "fr" | "gl" | "hr" | "hsb" | "hy"
            | "kk" | "ky" | "lt" | "mk" | "nb" | "nn" | "no" | "ro" | "ru" | "se" | "sk" | "sl" | "sv" | "tk",
            _,
        ) => "#\u{a0}%",
        ("tr" | "ku", _) => "%#",
        ("eu", _) => "%\u{a0}#",
        ("ar", _) if zero == "٠" => "#٪\u{61c}",
        ("ar", _) => "#\u{200e}%\u{200e}",
        _ if zero == "۰" => "#٪",
        _ => "#%",
    }
}
