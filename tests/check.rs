//! Every kind of problem has a page in `tests/check`, and every page is a test.
//!
//! A page says what the problem means and how to mend it, then shows a small site and the report it
//! gets. The report lists that problem only: the sites are too small to be without any other.
//! `BLESS=1 cargo test --test check` writes the reports anew; read them before you commit them.

mod support;

use std::path::{Path, PathBuf};

use cxbook::diagnostic::{Diagnostics, Levels, Name, text};
use cxbook::pipeline::Memo;
use support::Site;

struct Page {
    path: PathBuf,
    name: String,
    text: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check")
}

#[allow(clippy::disallowed_methods, reason = "a test reads the repository it is in")]
fn pages() -> Vec<Page> {
    let mut pages: Vec<Page> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .map(|path| Page {
            name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
            text: std::fs::read_to_string(&path).unwrap(),
            path,
        })
        .collect();
    pages.sort_by(|a, b| a.name.cmp(&b.name));
    pages
}

/// The text of the block that starts with this fence, and its place.
fn block<'a>(page: &'a str, fence: &str) -> Option<(&'a str, usize)> {
    let open = format!("\n```{fence}\n");
    let start = page.find(&open)? + open.len();
    let rest = &page[start..];
    let length = if rest.starts_with("```") { 0 } else { rest.find("\n```")? + 1 };
    Some((&rest[..length], start))
}

/// `\u{202e}` and `\xE9` to the bytes they stand for, so that a page can show what cannot be seen.
fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        rest = &rest[at + 1..];
        if let Some(hex) = rest.strip_prefix("u{") {
            let (digits, after) = hex.split_once('}').unwrap();
            let letter = char::from_u32(u32::from_str_radix(digits, 16).unwrap()).unwrap();
            bytes.extend_from_slice(letter.to_string().as_bytes());
            rest = after;
        } else if let Some(hex) = rest.strip_prefix('x') {
            bytes.push(u8::from_str_radix(&hex[..2], 16).unwrap());
            rest = &hex[2..];
        } else if let Some(after) = rest.strip_prefix('t') {
            bytes.push(b'\t');
            rest = after;
        } else {
            bytes.push(b'\\');
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// What the page's problem looks like in its site.
fn report(page: &Page, memo: &mut Memo) -> String {
    let name = Name::parse(&page.name).unwrap_or_else(|| panic!("{} is no name of a problem", page.name));
    let mut site = match (block(&page.text, "site"), block(&page.text, "site escaped")) {
        (Some((files, _)), None) => Site::new(files),
        (None, Some((files, _))) => {
            let mut site = Site::new("");
            for (path, text) in support::split(files) {
                site.write(&path, unescape(&text));
            }
            site
        }
        _ => panic!("{} has not exactly one site", page.name),
    };
    std::mem::swap(&mut site.memo, memo);
    // Templates are read only where pages are made.
    let build = if name == Name::ThemeError { site.build() } else { site.check() };
    std::mem::swap(&mut site.memo, memo);
    let mut found: Diagnostics = build.diagnostics.into_iter().filter(|found| found.name == name).collect();
    found.settle(&Levels::default());
    text(&found, &site.sources, false).trim_end().to_owned() + "\n"
}

#[test]
#[allow(clippy::disallowed_methods, reason = "blessing writes the pages")]
fn every_page_shows_the_report_that_its_site_gets() {
    let is_blessed = std::env::var("BLESS").is_ok();
    // One for all pages: the theme is loaded once.
    let mut memo = Memo::default();
    let mut wrong = Vec::new();
    for page in pages() {
        let report = report(&page, &mut memo);
        let (expected, at) = block(&page.text, "report").unwrap_or_else(|| panic!("{} has no report", page.name));
        if report.trim().is_empty() {
            wrong.push(format!("{}: the site does not have this problem", page.name));
        } else if report != expected && is_blessed {
            let text = format!("{}{report}{}", &page.text[..at], &page.text[at + expected.len()..]);
            std::fs::write(&page.path, text).unwrap();
        } else if report != expected {
            wrong.push(format!("{}:\n--- expected\n{expected}--- found\n{report}", page.name));
        }
    }
    assert!(wrong.is_empty(), "{} pages are wrong\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn every_problem_has_a_page_and_every_page_a_problem() {
    let pages: Vec<String> = pages().into_iter().map(|page| page.name).collect();
    let missing: Vec<&str> =
        Name::ALL.iter().map(|name| name.as_str()).filter(|name| !pages.iter().any(|page| page == name)).collect();
    assert!(missing.is_empty(), "no page in tests/check for {}", missing.join(", "));
    let unknown: Vec<&String> = pages.iter().filter(|page| Name::parse(page).is_none()).collect();
    assert!(unknown.is_empty(), "no problem is called {unknown:?}");
}

#[test]
fn every_page_starts_with_its_name_and_says_what_to_do() {
    for page in pages() {
        assert!(page.text.starts_with(&format!("# {}\n\n", page.name)), "{}", page.name);
        let prose = page.text.split("\n```").next().unwrap();
        let words = prose.split_whitespace().count();
        assert!((12..200).contains(&words), "{} says it in {words} words", page.name);
        let embedded = cxbook::diagnostic::page(Name::parse(&page.name).unwrap());
        assert_eq!(embedded.as_deref(), Some(page.text.as_str()), "{} is explained otherwise", page.name);
    }
}

/// The names of the problems of one article with this title and this text, in the order of the page.
fn faults(title: &str, body: &str) -> Vec<String> {
    let article = format!("-- content/articles/x/index.md --\n---\ntitle: {title}\nstatus: published\n---\n\n{body}\n");
    let found = Site::new(&article).check().diagnostics;
    let kinds = ["article-without-author", "article-without-category", "missing-summary"];
    found.iter().map(|one| one.name.to_string()).filter(|name| !kinds.contains(&name.as_str())).collect()
}

#[test]
fn what_copying_from_a_web_page_leaves_behind_is_told_piece_by_piece() {
    let body = "he first letter of this was a picture.\n\nA whole one stands between.\n\nnd so was this one.\n\n\
                [Photo: Ana Pereira]\nPhoto: Ana Pereira\n\nred door\n\nSomething else.\n\nred door\n\n\
                Pictures by ana_p via Creative Commons\n\nBe the first to comment\n\n» » » Doors\n\nUpcoming visits in spring:\n\n\
                Read about them elsewhere.";
    assert_eq!(
        faults("On doors, by Ana Pereira", body),
        [
            "byline-in-title",
            "lowercase-paragraph",
            "lowercase-paragraph",
            "duplicated-caption",
            "stray-alt-text",
            "stray-alt-text",
            "licence-without-version",
            "form-residue",
            "form-residue",
            "empty-announced-list",
        ]
    );
}

#[test]
fn a_title_that_stands_in_the_text_again_is_told_each_time() {
    let body = "Doors open.\n\nOn doors\n\nDoors close.\n\nOn doors";
    assert_eq!(faults("On doors", body), ["repeated-title", "repeated-title"]);
}

#[test]
fn honest_prose_is_not_taken_for_residue() {
    let body = "What we do next:\n\nWe open the door, and then we wait.\n\niPhone users wait too.\n\n\
                - one\n- two\n\nComing to the point: doors matter.\n\n> quoted in full\n\nShort words.";
    assert_eq!(
        faults("Doors", body),
        ["lowercase-paragraph"],
        "the quotation starts in lower case, and nothing else is odd"
    );
}

#[test]
fn a_sentence_said_again_with_a_word_in_front_is_said_twice() {
    let body = "The whole of a journey is usually made of a long series of steps that lean on one another.\n\n\
                Invariably, the whole of a journey is usually made of a long series of steps that lean on one another.";
    assert_eq!(faults("Steps", body), ["near-duplicate-sentence"]);
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test measures time")]
fn a_page_of_thousands_of_like_paragraphs_and_its_translation_take_no_minutes() {
    let body = |words: &str| -> String {
        (0..2_500)
            .map(|number| format!("{number:05} {words} {:05} and not one word more\n\nnote {number}\n\n", number * 7))
            .collect()
    };
    let page = |name: &str, head: &str, words: &str| {
        format!("-- content/articles/x/{name} --\n---\n{head}---\n\n{}\n", body(words))
    };
    let site = page("index.md", "title: Long\nstatus: published\n", "is the number of something that is worth")
        + &page(
            "index.fr.md",
            "title: Longue\ntranslation: { base: 0123456789abcdef, status: draft }\n",
            "est le nombre de ce qui vaut",
        );
    let mut site = Site::new(&site);
    let start = std::time::Instant::now();
    site.check();
    // Each paragraph looked at beside each other takes ten times as long.
    assert!(start.elapsed() < std::time::Duration::from_secs(6), "{:?}", start.elapsed());
}
