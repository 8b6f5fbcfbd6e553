//! The target of a reference, as written, to an [`Address`].

use percent_encoding::percent_decode_str;

/// What a target may be, told by its spelling alone.
///
/// Whatever is not recognised is refused: the list of what may become a link is closed, because
/// the list of schemes that run scripts is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// `http`, `https`, `mailto` or `tel`; safe to put into an attribute once escaped.
    External(String),
    /// `#anchor` on the same page, without the `#`, percent-decoded.
    Fragment(String),
    /// `kind:id`, perhaps with `#part`. The kind is anything that looks like a name: the caller
    /// knows which there are, and reports the others.
    Named {
        /// What stands before the colon.
        kind: String,
        /// What stands between the colon and the `#`.
        id: String,
        /// What stands after the `#`.
        part: Option<String>,
    },
    /// A path, percent-decoded, perhaps with a fragment. It may start with one slash, never with two.
    Path {
        /// The path, without the fragment.
        path: String,
        /// What stands after the `#`.
        fragment: Option<String>,
    },
    /// Not to be followed, for this reason.
    Refused(&'static str),
}

const EXTERNAL: &[&str] = &["http", "https", "mailto", "tel"];

/// Schemes that look like the name of a kind and are none.
const KNOWN_SCHEMES: &[&str] = &[
    "about",
    "blob",
    "chrome",
    "cid",
    "content",
    "data",
    "feed",
    "file",
    "filesystem",
    "ftp",
    "intent",
    "jar",
    "javascript",
    "livescript",
    "mhtml",
    "mocha",
    "ms-its",
    "resource",
    "sms",
    "vbscript",
    "view-source",
    "ws",
    "wss",
];

impl Address {
    /// Takes a target apart.
    ///
    /// Control characters and spaces are dropped and the case is folded before the scheme is
    /// looked at, as browsers do.
    #[must_use]
    pub fn parse(target: &str) -> Self {
        let bare: String = target.chars().filter(|letter| !is_ignored(*letter)).collect();
        if bare.contains('\\') {
            return Self::Refused("a backslash is read as a slash by browsers");
        }
        if bare.starts_with("//") {
            return Self::Refused("an address without a scheme leads to another site");
        }
        if let Some(fragment) = bare.strip_prefix('#') {
            return Self::Fragment(decoded(fragment));
        }
        match scheme_of(&bare) {
            None => Self::path(target.trim()),
            Some((scheme, rest)) if EXTERNAL.contains(&scheme.to_ascii_lowercase().as_str()) => {
                Self::external(scheme, rest, &bare)
            }
            Some((kind, rest)) => {
                Self::named(kind, rest, target).unwrap_or(Self::Refused("this scheme is not allowed"))
            }
        }
    }

    fn external(scheme: &str, rest: &str, bare: &str) -> Self {
        if scheme.to_ascii_lowercase().starts_with("http") {
            let Some(host) = rest.strip_prefix("//") else {
                return Self::Refused("the address names no host");
            };
            let host = host.split(['/', '?', '#']).next().unwrap_or_default();
            if host.contains('@') {
                return Self::Refused("a name before the host hides where the address leads");
            }
            if host.is_empty() {
                return Self::Refused("the address names no host");
            }
        }
        Self::External(bare.to_owned())
    }

    fn named(kind: &str, rest: &str, target: &str) -> Option<Self> {
        let is_name = |text: &str| {
            text.starts_with(|first: char| first.is_ascii_lowercase())
                && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        };
        let is_plain = target.trim().starts_with(kind) && is_name(kind) && !KNOWN_SCHEMES.contains(&kind);
        let is_id = !rest.contains(['/', '?', ':', '%', '&', '(', '"', '\'', '<', '>']);
        (is_plain && is_id).then(|| {
            let (id, part) = match rest.split_once('#') {
                Some((id, part)) => (id, Some(part.to_owned())),
                None => (rest, None),
            };
            Self::Named { kind: kind.to_owned(), id: id.to_owned(), part }
        })
    }

    fn path(target: &str) -> Self {
        let (path, fragment) = match target.split_once('#') {
            Some((path, fragment)) => (path, Some(decoded(fragment))),
            None => (target, None),
        };
        Self::Path { path: decoded(path), fragment }
    }
}

/// Whether `href`, as it would stand in an attribute, can neither run a script nor leave the site unseen.
pub(super) fn is_safe(href: &str) -> bool {
    let bare: String = href.chars().filter(|letter| !is_ignored(*letter)).collect();
    !bare.starts_with("//")
        && !bare.contains('\\')
        && scheme_of(&bare).is_none_or(|(scheme, _)| EXTERNAL.contains(&scheme.to_ascii_lowercase().as_str()))
}

/// What stands before the first colon, if that comes before any slash, and what follows it.
fn scheme_of(text: &str) -> Option<(&str, &str)> {
    let colon = text.find(':')?;
    let first = text.find(['/', '?', '#']).unwrap_or(text.len());
    (colon < first).then(|| (&text[..colon], &text[colon + 1..]))
}

fn is_ignored(letter: char) -> bool {
    letter.is_control() || letter.is_whitespace() || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_spelling_of_a_script_becomes_an_address() {
        let spellings = [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            " \u{1}javascript:alert(1)",
            "javascript :alert(1)",
            "vbscript:msgbox",
            "data:text/html;base64,PHN2Zz4=",
            "view-source:javascript:x",
            "javascript:x",
            "feed:javascript:x",
            "file:///etc/passwd",
            "x\u{200b}javascript:x",
            "java\u{ad}script:x",
        ];
        for spelling in spellings {
            assert!(matches!(Address::parse(spelling), Address::Refused(_)), "{spelling:?}");
            assert!(!is_safe(spelling), "{spelling:?}");
        }
    }

    #[test]
    fn what_hides_its_host_is_refused() {
        for target in
            ["//evil.example", "/\\evil.example", "\\\\evil", "https://bank.example@evil.example/", "http:evil"]
        {
            assert!(matches!(Address::parse(target), Address::Refused(_)), "{target:?}");
        }
    }

    #[test]
    fn targets_are_told_apart_by_their_spelling() {
        let named = |kind: &str, id: &str, part: Option<&str>| Address::Named {
            kind: kind.into(),
            id: id.into(),
            part: part.map(Into::into),
        };
        assert_eq!(Address::parse("step:motor-claim#wait"), named("step", "motor-claim", Some("wait")));
        assert_eq!(Address::parse("article:reply"), named("article", "reply", None));
        assert_eq!(Address::parse("HTTPS://a.example/b c"), Address::External("HTTPS://a.example/bc".into()));
        assert_eq!(Address::parse("mailto:cx@example.org"), Address::External("mailto:cx@example.org".into()));
        assert_eq!(Address::parse("#h%C3%A9"), Address::Fragment("hé".into()));
        let path = Address::Path { path: "../b c/index.md".into(), fragment: Some("x".into()) };
        assert_eq!(Address::parse("../b%20c/index.md#x"), path);
    }
}
