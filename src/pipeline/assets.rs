//! The files that public pages show or offer, to files of the site.
//!
//! What lies beside drafts, and what a browser would run, is refused: a reader trusts the whole site by its address.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::base::{Fingerprint, OutputPath, SourcePath, Span, Store};
use crate::content::Documents;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::graph::{Graph, route};
use crate::output::Artifact;
use crate::source::{SourceFile, SourceSet, picture};

/// Types that a browser runs or applies to pages of the same site.
const ACTIVE: [&str; 13] =
    ["html", "htm", "xhtml", "xht", "shtml", "mhtml", "js", "mjs", "css", "xml", "xsl", "wasm", "svgz"];

/// Every asset that a public page refers to, without what cameras and programs wrote into it. What lies
/// beside nothing public stays where it is.
pub fn files(
    graph: &Graph,
    documents: &Documents,
    sources: &SourceSet,
    pictures: &mut Store<Result<Artifact, &'static str>>,
    diagnostics: &mut Diagnostics,
) -> Vec<(OutputPath, Artifact)> {
    let hidden = hidden_folders(graph, documents);
    let mut shown: Vec<(&SourcePath, &SourceFile)> = Vec::new();
    for path in graph.assets() {
        let Some(file) = sources.get(path) else { continue };
        let refusal = if hidden.contains(path.parent()) {
            Some("a public page offers this file, whose own document is not public")
        } else if ACTIVE.contains(&path.extension().as_str()) {
            Some("a public page offers this file, which a browser would run")
        } else if path.extension() == "svg" {
            active_part(file.bytes())
        } else {
            None
        };
        match refusal {
            Some(message) => diagnostics.push(refused(path, message)),
            None => shown.push((path, file)),
        }
    }
    let key = |(path, file): &(&SourcePath, &SourceFile)| {
        Fingerprint::of(format!("{} {:?}", path.extension(), file.fingerprint()).as_bytes())
    };
    let made = pictures.get_or_make(&shown, key, |(path, file)| {
        Ok(match picture::cleaned(&path.extension(), file.bytes())? {
            Some(cleaned) if *cleaned != **file.bytes() => Artifact::new(cleaned),
            _ => Artifact::sharing(file.bytes().clone()),
        })
    });
    let mut files = Vec::new();
    for ((path, _), picture) in shown.into_iter().zip(made) {
        match &*picture {
            Ok(artifact) => files.push((route::asset_url(path).output_path(), artifact.clone())),
            Err(message) => diagnostics.push(
                Diagnostic::new(Name::FileRefused, Span::file(path), message)
                    .help("open it in a picture editor, and export it anew as JPEG, PNG or WebP"),
            ),
        }
    }
    files
}

fn refused(path: &SourcePath, message: &str) -> Diagnostic {
    Diagnostic::new(Name::FileRefused, Span::file(path), message)
        .help("take the link out, or put a file in its place that only shows something")
}

/// The folders of documents that readers may not see.
fn hidden_folders<'a>(graph: &Graph, documents: &'a Documents) -> BTreeSet<&'a str> {
    documents
        .documents
        .iter()
        .filter(|document| document.path.file_name().starts_with("index.") && graph.node(&document.id).is_none())
        .map(|document| document.path.parent())
        .collect()
}

/// What makes an SVG more than a picture: scripts, handlers, foreign content, and anything loaded from elsewhere.
fn active_part(bytes: &[u8]) -> Option<&'static str> {
    const UNREADABLE: Option<&str> = Some("this picture cannot be read as SVG");
    let mut reader = Reader::from_reader(bytes);
    let mut has_root = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                has_root |= element.local_name().as_ref() == b"svg";
                if !has_root {
                    return UNREADABLE;
                }
                if is_active(&element) {
                    return Some("this picture holds a script, a handler or something loaded from elsewhere");
                }
            }
            Ok(Event::Text(text)) if contains(&text, b"@import") || contains(&text, b"url(") => {
                return Some("this picture loads something from elsewhere");
            }
            Ok(Event::DocType(_) | Event::PI(_)) => {
                return Some("this picture holds a declaration that a browser acts on");
            }
            Ok(Event::Eof) => return if has_root { None } else { UNREADABLE },
            Ok(_) => {}
            Err(_) => return UNREADABLE,
        }
    }
}

fn is_active(element: &BytesStart<'_>) -> bool {
    let name = element.local_name();
    let name = name.as_ref().to_ascii_lowercase();
    let is_foreign =
        [b"script".as_slice(), b"foreignobject", b"iframe", b"embed", b"object", b"handler"].contains(&name.as_slice());
    let animates = name.starts_with(b"animate") || name == b"set";
    is_foreign
        || element.attributes().any(|attribute| {
            let Ok(attribute) = attribute else { return true };
            let key = attribute.key.local_name().as_ref().to_ascii_lowercase();
            let value = attribute.value.trim_ascii();
            let is_reference = key == b"href" || key == b"src";
            key.starts_with(b"on")
                || (is_reference && !value.starts_with(b"#") && !value.starts_with(b"data:image/"))
                || (animates && key == b"attributename" && contains(value, b"href"))
                || contains(value, b"javascript")
        })
}

/// Whether `text` holds `word`, in any case.
fn contains(text: &[u8], word: &[u8]) -> bool {
    text.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_passes_and_what_a_browser_would_run_does_not() {
        let svg =
            |inside: &str| active_part(format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inside}</svg>").as_bytes());
        assert_eq!(svg("<style>.a { fill: #123 }</style><g id=\"a\"><path d=\"M0 0\"/></g><use href=\"#a\"/>"), None);
        for hostile in [
            "<script>x</script>",
            "<x:script xmlns:x=\"http://www.w3.org/2000/svg\"/>",
            "<g onload=\"x\"/>",
            "<a href=\"javascript:x\"><text/></a>",
            "<set attributeName=\"href\" to=\"#b\"/>",
            "<foreignObject/>",
            "<image href=\"https://example.org/a.png\"/>",
            "<style>@import url(https://example.org/a.css)</style>",
        ] {
            assert!(svg(hostile).is_some(), "{hostile}");
        }
        for hostile in
            ["+ADw-script+AD4-", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "<?xml-stylesheet href='a'?><svg/>", ""]
        {
            assert!(active_part(hostile.as_bytes()).is_some(), "{hostile}");
        }
    }
}
