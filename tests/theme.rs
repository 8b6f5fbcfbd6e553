//! The theme: every layout renders, only safe HTML is printed as it is, and a project may replace any piece.

mod support;

use std::path::Path;

use cxbook::base::Date;
use cxbook::config::{Goal, Request};
use cxbook::diagnostic::{self, Diagnostic, Name};
use cxbook::pipeline::{self, Memo};
use support::Site;

const SMALL: &str = "\
-- content/index.md --
---
title: Home
summary: A small knowledge base.
status: published
---

Welcome.
-- content/about.md --
---
title: About
summary: What it is for.
status: published
---

It is for trying themes.
";
const STYLES: &str = include_str!("../themes/default/assets/site.css");

const LAYOUTS: [&str; 16] = [
    "home",
    "article",
    "principle",
    "journey",
    "journey-map",
    "worksheet",
    "entity",
    "index",
    "glossary",
    "findings",
    "finding",
    "matrix",
    "plain",
    "search",
    "not-found",
    "chooser",
];

/// The pages of the shipped knowledge base, in all its languages.
fn shipped_pages() -> Vec<(String, String)> {
    let sources = cxbook::io::scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the shipped knowledge base");
    let today = Date::parse(support::TODAY).expect("a date");
    let request = Request { goal: Goal::Site, base_url: None, drafts: false, today };
    let build = pipeline::build(&sources, &request, &mut Memo::default());
    let problems = diagnostic::short(&build.diagnostics, &sources);
    let Some(output) = build.output else { panic!("nothing was built:\n{problems}") };
    let pages = output.iter().filter(|(path, _)| path.extension() == "html");
    pages.map(|(path, file)| (path.to_string(), String::from_utf8_lossy(file.bytes()).into_owned())).collect()
}

fn problems_with(path: &str, text: &str) -> Vec<Diagnostic> {
    let mut site = Site::new(SMALL);
    site.write(path, text);
    site.build().diagnostics.into_iter().filter(|found| found.span.path.as_str() == path).collect()
}

#[test]
fn every_layout_renders_with_all_that_the_shipped_content_has() {
    let pages = shipped_pages();
    for layout in LAYOUTS {
        let class = format!("<body class=\"layout-{layout}\">");
        assert!(pages.iter().any(|(_, html)| html.contains(&class)), "no page is laid out by {layout}.html");
    }
    for (path, html) in &pages {
        assert!(!html.contains(" style="), "{path} has a style attribute, which the policy forbids");
        assert!(!html.contains("<script>"), "{path} has a script inside, which the policy forbids");
        assert!(!html.contains(" onclick="), "{path} has an event handler, which the policy forbids");
    }
}

#[test]
fn a_knowledge_base_with_nothing_in_it_has_pages_all_the_same() {
    let mut site = Site::new("");
    for page in ["index.html", "404.html", "en/index.html", "fr/findings/index.html", "fr/404.html"] {
        assert!(site.page(page).contains("<main id=\"main\""), "{page}");
    }
}

#[test]
fn the_root_offers_every_language_in_its_own_words() {
    let root = Site::new(SMALL).page("index.html");
    assert!(root.contains("<a href=\"/en/\" hreflang=\"en\">English</a>"), "{root}");
    assert!(root.contains("<li lang=\"fr\" dir=\"ltr\"><a href=\"/fr/\" hreflang=\"fr\">Français</a>"), "{root}");
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test reads the repository it is in")]
fn only_fields_that_hold_html_are_printed_as_they_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates");
    for entry in std::fs::read_dir(folder).expect("the built-in templates") {
        let path = entry.expect("a file").path();
        let text = std::fs::read_to_string(&path).expect("a template");
        for (at, _) in text.match_indices("| safe") {
            let field = text[..at].trim_end().rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_').next();
            let is_html = field.is_some_and(|field| field.ends_with("_html"));
            assert!(is_html, "{} marks {field:?} as safe", path.display());
        }
    }
}

#[test]
fn styles_know_no_left_and_no_right() {
    let physical = [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "text-align: left",
        "text-align: right",
        "float:",
        "border-left",
        "border-right",
        " left:",
        " right:",
    ];
    for property in physical {
        assert!(!STYLES.contains(property), "site.css uses `{property}`, which does not mirror");
    }
}

#[test]
fn an_override_may_extend_what_it_overrides() {
    let mut site = Site::new(SMALL);
    site.write(
        "themes/default/templates/search.html",
        "{% extends \"builtin/search.html\" %}{% block main %}<p>Ours</p>{{ super() }}{% endblock %}",
    );
    let page = site.page("en/search/index.html");
    assert!(page.contains("<p>Ours</p>") && page.contains("id=\"search-page\""), "{page}");
}

#[test]
fn one_piece_can_be_replaced_alone() {
    let mut site = Site::new(SMALL);
    let header = "<a class=\"brand\" href=\"{{ chrome.home }}\">Ours</a>";
    site.write("themes/default/templates/header.html", header);
    assert!(site.page("fr/index.html").contains("<a class=\"brand\" href=\"/fr/\">Ours</a>"));
}

#[test]
fn a_broken_template_is_reported_at_its_place() {
    let path = "themes/default/templates/plain.html";
    let text = "{% extends \"base.html\" %}\n{% block main %}{{ content.nope }}{% endblock %}";
    for (text, marked) in [(text, "nope"), ("<p>{{ frame.title </p>", "<")] {
        let found = problems_with(path, text);
        let Some(first) = found.first() else { panic!("nothing was said about {text}") };
        assert_eq!(first.name, Name::ThemeError);
        assert!(first.span.range.of(text).starts_with(marked), "{:?} in {text}", first.span.range);
    }
}

#[test]
fn a_file_that_overrides_nothing_is_told_the_nearest_name() {
    let found = problems_with("themes/default/templates/plane.html", "<p>");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].name, Name::UnknownThemeFile);
    assert_eq!(found[0].help.as_deref(), Some("did you mean `templates/plain.html`?"));
}

#[test]
fn the_words_of_a_project_stand_over_the_built_in_ones() {
    let mut site = Site::new(SMALL);
    site.write("themes/default/strings/fr.ftl", "menu = Plan du site\n");
    assert!(site.page("fr/index.html").contains("<summary>Plan du site</summary>"));
}

#[test]
fn no_line_of_french_ends_before_a_mark_of_punctuation() {
    let words = include_str!("../themes/default/strings/fr.ftl");
    let in_prose = words.lines().filter(|line| !line.starts_with('#') && !line.trim_start().starts_with('['));
    let loose = ["\u{20}:", "\u{20};", "\u{20}!", "\u{20}?", "\u{20}»", "«\u{20}"];
    let faults: Vec<&str> = in_prose.filter(|line| loose.iter().any(|loose| line.contains(loose))).collect();
    assert_eq!(faults, [""; 0]);
}
