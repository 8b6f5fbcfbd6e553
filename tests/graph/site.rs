//! One string that holds a small site, to its graph, without the stages after it.

#![allow(dead_code, reason = "each test uses its part")]

use cxbook::base::{Date, Locale, SourcePath};
use cxbook::config::{Config, FallbackPolicy, Goal, Language, Limits, PublishMin, Request, Thresholds};
use cxbook::content;
use cxbook::diagnostic::{self, Diagnostics, Levels};
use cxbook::graph::{self, Graph};
use cxbook::source::SourceSet;

/// What the tests of references and addresses start from: one journey, one principle, one article.
pub const BASE: &str = r#"
-- content/vocab/departments.yaml --
claims: Claims
sales: Sales
-- content/vocab/channels.yaml --
phone: { name: Phone, medium: phone }
letter: { name: Letter, medium: letter }
-- content/vocab/purposes.yaml --
tell: Tell
-- content/vocab/touchpoints.yaml --
hotline: { name: Hotline, channel: phone, owner: claims, purpose: tell }
-- content/vocab/lifecycles.yaml --
cover:
  loops: false
  lobes: { own: [use, leave] }
-- content/vocab/glossary.yaml --
use:
  en: { term: use }
  fr: { term: usage }
leave:
  en: { term: leave, definition: To go. }
-- content/personas/ana/index.md --
---
name: Ana
summary: A customer.
status: published
goal: I want an answer.
basis: assumed
needs:
  answer: { says: Tell me., means: Be quick. }
---
-- content/journeys/claim/index.md --
---
title: I claim
summary: A claim.
status: published
kind: current
level: macro
lifecycle: cover
persona: ana
goal: Money.
owner: claims
mapped: 2026-01-01
information:
  story: What happened
phases:
  start:
    name: Report
    stage: use
    steps:
      call:
        name: Calls
        touchpoint: hotline
        emotion: -1
        tells: [story]
        principles: { once: breaks }
        pains:
          wait: { text: Nobody answers., owner: nobody }
      hang-up:
        name: Hangs up
        emotion: 1
---

Then [[step:call]] again.
-- content/principles/once/index.md --
---
title: Once
summary: Say it once.
status: published
stance: outside-in
claim: I say it once.
dimension: effortless
inside-out-looks-like: Each asks.
outside-in-looks-like: One asks.
test: Is it asked twice?
---

## Why it matters

Because.
-- content/articles/first/index.md --
---
title: First
summary: An article.
status: published
---

See [the call](step:claim#call).
"#;

/// A site and what `resolve` is told about it.
pub struct Site {
    pub sources: SourceSet,
    pub config: Config,
    pub request: Request,
}

/// What became of it.
pub struct Resolved {
    pub graph: Graph,
    pub problems: String,
}

pub fn locale(tag: &str) -> Locale {
    Locale::parse(tag).expect("a language tag")
}

impl Site {
    /// A site in English and French.
    pub fn new(files: &str) -> Self {
        let mut sources = SourceSet::default();
        for (path, text) in super::support::split(files) {
            sources.insert(SourcePath::new(path), text.into_bytes());
        }
        Self::of(sources, &["en", "fr"])
    }

    pub fn of(sources: SourceSet, languages: &[&str]) -> Self {
        let source = locale("en");
        let language = |tag: &&str| {
            let fallback = if **tag == *"en" { Vec::new() } else { vec![source.clone()] };
            (
                locale(tag),
                Language {
                    name: (*tag).to_owned(),
                    og: None,
                    typography: None,
                    sorting: None,
                    address: None,
                    fallback,
                },
            )
        };
        let config = Config {
            title: "Test".into(),
            version: None,
            base_url: "https://kb.example.org/kb/".parse().expect("an address"),
            source_language: source.clone(),
            languages: languages.iter().map(language).collect(),
            theme: "default".into(),
            fallback: FallbackPolicy::Page,
            translation_min: 900,
            publish_min: PublishMin::Draft,
            default_at_root: false,
            licence: None,
            edit_url: None,
            contact: None,
            keep: Vec::new(),
            thresholds: Thresholds::default(),
            levels: Levels::default(),
            limits: Limits::default(),
        };
        let today = Date::parse(crate::support::TODAY).expect("a date");
        Self { sources, config, request: Request { goal: Goal::Site, base_url: None, drafts: false, today } }
    }

    /// The base, with these files added or in place of its own.
    pub fn with(files: &str) -> Self {
        let mut site = Self::new(BASE);
        for (path, text) in super::support::split(files) {
            site.sources.insert(SourcePath::new(path), text.into_bytes());
        }
        site
    }

    /// Replaces a stretch of one file.
    pub fn edit(mut self, path: &str, old: &str, new: &str) -> Self {
        let path = SourcePath::new(path);
        let text = self.sources.text(&path).expect("a file").to_owned();
        assert!(text.contains(old), "{path} has no {old:?}");
        self.sources.insert(path, text.replacen(old, new, 1).into_bytes());
        self
    }

    /// The problems, one a line.
    pub fn problems(&self) -> String {
        self.resolve().problems
    }

    /// Reads and resolves it, and lists problems one a line; editorial rules apart.
    pub fn resolve(&self) -> Resolved {
        let mut diagnostics = Diagnostics::default();
        let documents = content::parse(&self.sources, &self.config, &mut content::Memo::default(), &mut diagnostics);
        let graph = graph::resolve(&documents, &self.config, &self.request, &mut diagnostics);
        diagnostics.settle(&self.config.levels);
        Resolved { graph, problems: diagnostic::short(&diagnostics, &self.sources) }
    }

    /// What the editorial rules say.
    pub fn warnings(&self) -> String {
        let mut diagnostics = Diagnostics::default();
        let documents = content::parse(&self.sources, &self.config, &mut content::Memo::default(), &mut diagnostics);
        let graph = graph::resolve(&documents, &self.config, &self.request, &mut diagnostics);
        cxbook::check::run(&graph, &self.config, self.request.today, &mut diagnostics);
        diagnostics.settle(&self.config.levels);
        diagnostic::short(&diagnostics, &self.sources)
    }
}
