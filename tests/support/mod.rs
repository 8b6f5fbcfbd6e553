//! One string that holds a small site, to what the pipeline makes of it.
//!
//! ```text
//! -- book.toml --
//! …
//! -- content/articles/x/index.md --
//! …
//! ```
//!
//! A site without `book.toml` gets one with English as its source and French beside it.

#![allow(dead_code, reason = "each test uses its part")]

use cxbook::base::{Date, OutputPath, SourcePath};
use cxbook::config::{Goal, Request};
use cxbook::diagnostic;
use cxbook::pipeline::{self, Build, Memo};
use cxbook::source::SourceSet;

/// The configuration of sites that bring none.
pub const BOOK: &str = r#"schema = 1
title = "Test"
base-url = "https://kb.example.org/"
source-language = "en"

[languages.en]
name = "English"
og = "en_GB"
[languages.fr]
name = "Français"
og = "fr_FR"
"#;

/// The day that tests live on.
pub const TODAY: &str = "2026-11-21";

/// What a tool or a person may put in the place of a text, and what would be another block somewhere, or end the one that
/// it stands in.
pub const OTHER_BLOCKS: &[&str] = &[
    "a\n\nb",
    "```\nx",
    "a | b",
    "# a",
    "- a",
    "1. a",
    "> a",
    "<div>",
    "---",
    "a\n===",
    "[a]: /b",
    "    a",
    "a  \nb",
    "$$",
    "<!-- a",
    "| a |\n|---|",
    "~~~",
    "* * *",
    "\ta",
    "a {#other}",
    "a\\",
    "---\ntitle: x",
    "\u{feff}a",
    "a: b",
    "'a",
    "\"a",
    "&a",
    "*a",
    "a #b",
    "@a",
    "%a",
    "[a, b]",
    "{a: b}",
    "null",
    "",
];

/// A site in memory, with what the last build left for the next.
pub struct Site {
    /// Its files.
    pub sources: SourceSet,
    /// What is kept between builds.
    pub memo: Memo,
    /// What builds are asked to do.
    pub request: Request,
}

impl Site {
    /// Reads a site from one string.
    pub fn new(files: &str) -> Self {
        let mut sources = SourceSet::default();
        sources.insert(SourcePath::new("book.toml"), BOOK.as_bytes());
        for (path, text) in split(files) {
            sources.insert(SourcePath::new(path), text.into_bytes());
        }
        let today = Date::parse(TODAY).expect("a date");
        let request = Request { goal: Goal::Site, base_url: None, drafts: false, today };
        Self { sources, memo: Memo::default(), request }
    }

    /// Replaces or adds one file.
    pub fn write(&mut self, path: &str, text: impl AsRef<[u8]>) {
        self.sources.insert(SourcePath::new(path), text.as_ref().to_vec());
    }

    /// Takes one file away.
    pub fn remove(&mut self, path: &str) {
        self.sources.remove(&SourcePath::new(path));
    }

    /// Builds with what the last build left.
    pub fn build(&mut self) -> Build {
        pipeline::build(&self.sources, &self.request, &mut self.memo)
    }

    /// Lists problems only.
    pub fn check(&mut self) -> Build {
        let request = Request { goal: Goal::Check, ..self.request.clone() };
        pipeline::build(&self.sources, &request, &mut self.memo)
    }

    /// The problems, one a line.
    pub fn problems(&mut self) -> String {
        let build = self.check();
        diagnostic::short(&build.diagnostics, &self.sources)
    }

    /// The problems in full.
    pub fn report(&mut self) -> String {
        let build = self.check();
        diagnostic::text(&build.diagnostics, &self.sources, false)
    }

    /// The text of one file of the built site.
    ///
    /// # Panics
    ///
    /// When the site has errors, or no such file.
    pub fn page(&mut self, path: &str) -> String {
        let build = self.build();
        let problems = diagnostic::short(&build.diagnostics, &self.sources);
        let Some(output) = build.output else { panic!("nothing was built:\n{problems}") };
        let Some(artifact) = output.get(&OutputPath::new(path)) else {
            let paths: Vec<&str> = output.iter().map(|(path, _)| path.as_str()).collect();
            panic!("no {path} among {paths:#?}")
        };
        String::from_utf8(artifact.bytes().to_vec()).expect("text")
    }
}

/// The files of a string, each started by `-- path --` on a line of its own.
pub fn split(files: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for line in files.split_inclusive('\n') {
        let path = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --"));
        match (path, parts.last_mut()) {
            (Some(path), _) => parts.push((path.to_owned(), String::new())),
            (None, Some((_, text))) => text.push_str(line),
            (None, None) => assert!(line.trim().is_empty(), "text before the first file: {line}"),
        }
    }
    parts
}
