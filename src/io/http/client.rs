//! The part of the preview that runs in the browser. The published site has nothing of it.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::base::Fingerprint;
use crate::theme::built_in_asset;

/// The script: idiomorph (0BSD, <https://github.com/bigskysoftware/idiomorph>), then ours.
pub(super) static SCRIPT: LazyLock<Vec<u8>> =
    LazyLock::new(|| [asset("preview-idiomorph.js"), b"\n".to_vec(), asset("preview.js")].concat());

/// The looks of the error panel, which lives in a shadow tree of its own.
pub(super) static STYLE: LazyLock<Vec<u8>> = LazyLock::new(|| asset("preview.css"));

fn asset(name: &str) -> Vec<u8> {
    built_in_asset(name).map(|asset| asset.bytes().to_vec()).unwrap_or_default()
}

/// The page with a reference to the script in its head, or as it is if it has none.
pub(super) fn inject<'a>(html: &'a [u8], generation: u64, token: &str) -> Cow<'a, [u8]> {
    const HEAD_END: &[u8] = b"</head>";
    let Some(at) = html.windows(HEAD_END.len()).position(|window| window.eq_ignore_ascii_case(HEAD_END)) else {
        return Cow::Borrowed(html);
    };
    let version = Fingerprint::of(&SCRIPT).short();
    let reference = format!(
        "<script src=\"/__preview/preview.js?v={version}\" data-generation=\"{generation}\" data-token=\"{token}\" defer></script>"
    );
    Cow::Owned([&html[..at], reference.as_bytes(), &html[at..]].concat())
}

/// What is shown while there is no site yet.
pub(super) const WAITING: &str = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Preview</title>\
    <meta name=\"viewport\" content=\"width=device-width\"></head>\
    <body><main><h1>Nothing to show yet</h1><p>The site appears here as soon as its errors are mended. They are listed below, \
    and in the terminal.</p></main></body></html>\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_client_is_built_in() {
        assert!(SCRIPT.windows(9).any(|window| window == b"Idiomorph") && SCRIPT.ends_with(b"})();\n"));
        assert!(!STYLE.is_empty());
    }

    #[test]
    fn a_page_gets_one_external_script_at_the_end_of_its_head() {
        let page = inject(b"<head><title>x</title></HEAD><body></head>", 7, "t");
        let page = String::from_utf8(page.into_owned()).unwrap();
        assert!(page.starts_with("<head><title>x</title><script src=\"/__preview/preview.js?v="), "{page}");
        assert!(page.ends_with("data-generation=\"7\" data-token=\"t\" defer></script></HEAD><body></head>"), "{page}");
        assert_eq!(inject(b"no head", 1, "t").as_ref(), b"no head");
    }
}
