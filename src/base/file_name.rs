//! Names of files that every system can hold, and those that some cannot.

/// Why a name cannot be kept on every system, if so.
#[must_use]
pub fn file_name_fault(name: &str) -> Option<&'static str> {
    const RESERVED: &[&str] = &["con", "prn", "aux", "nul", "clock$", "conin$", "conout$"];
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let is_port = |prefix: &str| {
        stem.strip_prefix(prefix)
            // Raised digits are digits there.
            .is_some_and(|rest| {
                rest.chars().count() == 1 && rest.contains(|it: char| it.is_ascii_digit() || "¹²³".contains(it))
            })
    };
    if name.chars().any(is_hidden) {
        Some("holds a control or invisible character")
    } else if name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']) {
        Some("holds one of the characters < > : \" | ? * \\")
    } else if name.ends_with(['.', ' ']) || name.starts_with(' ') {
        Some("starts or ends with a space, or ends with a full stop")
    } else if RESERVED.contains(&stem.as_str()) || is_port("com") || is_port("lpt") {
        Some("is one that Windows keeps for itself")
    } else {
        None
    }
}

fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_some_system_cannot_hold_are_told_apart() {
        for name in ["con", "CON.svg", "clock$", "lpt1", "com¹", "LPT³.txt", "a?", "a\\b", "a.", " a", "a\u{202e}b"] {
            assert!(file_name_fault(name).is_some(), "{name}");
        }
        for name in ["content", "clock", "com10", "com¹²", "a-b.svg", "été", "v1.2"] {
            assert_eq!(file_name_fault(name), None, "{name}");
        }
    }
}
