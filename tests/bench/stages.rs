//! How long each stage of the pipeline takes, over the shipped knowledge base: `cargo bench --bench stages`.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use cxbook::base::{Date, Store};
use cxbook::config::{self, Goal, Request};
use cxbook::diagnostic::Diagnostics;
use cxbook::pipeline::{self, Memo};
use cxbook::view::Page;
use cxbook::view::page::Content;
use cxbook::{analysis, check, content, graph, io, render, search, theme, view};
use rayon::prelude::*;

fn stages(criterion: &mut Criterion) {
    let sources = io::scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the shipped knowledge base");
    let today = Date::parse("2026-11-21").expect("a date");
    let request = Request { goal: Goal::Site, base_url: None, drafts: false, today };
    let mut found = Diagnostics::default();

    let config = config::read(&sources, &mut found);
    criterion.bench_function("theme", |bench| {
        bench.iter(|| theme::load(&sources, &config, &mut Diagnostics::default()));
    });
    let theme = theme::load(&sources, &config, &mut found);
    criterion.bench_function("parse", |bench| {
        bench.iter(|| content::parse(&sources, &config, &mut content::Memo::default(), &mut Diagnostics::default()));
    });
    let documents = content::parse(&sources, &config, &mut content::Memo::default(), &mut found);
    criterion.bench_function("resolve", |bench| {
        bench.iter(|| graph::resolve(&documents, &config, &request, &mut Diagnostics::default()));
    });
    let graph = graph::resolve(&documents, &config, &request, &mut found);
    criterion.bench_function("check", |bench| {
        bench.iter(|| check::run(&graph, &config, today, &mut Diagnostics::default()));
    });
    criterion.bench_function("analysis", |bench| bench.iter(|| analysis::run(&graph, &config.thresholds, today)));
    let findings = analysis::run(&graph, &config.thresholds, today);
    let pages = || view::Pages::new(&sources, &graph, &findings, &theme, &config, &request);
    criterion.bench_function("view", |bench| bench.iter(|| pages().par_iter().count()));
    criterion.bench_function("view and render", |bench| {
        bench.iter(|| {
            render::pages(
                &pages(),
                &theme,
                &mut Store::keeping_nothing(),
                &mut Store::keeping_nothing(),
                &mut Diagnostics::default(),
            )
        });
    });
    longest_journey(criterion, &pages().par_iter().collect::<Vec<_>>(), &theme);
    criterion.bench_function("search records", |bench| bench.iter(|| search::records(&graph, &theme)));

    let mut memo = Memo::default();
    pipeline::build(&sources, &request, &mut memo);
    criterion.bench_function("build again", |bench| bench.iter(|| pipeline::build(&sources, &request, &mut memo)));
}

/// The page of the longest journey, map and walk included, without what is only for paper: for one of twelve steps it
/// is to stay under a millisecond.
fn longest_journey(criterion: &mut Criterion, pages: &[Page], theme: &theme::Theme) {
    let steps = |page: &Page| match &page.content {
        Content::Journey(journey) => journey.walk.len(),
        _ => 0,
    };
    let mut page = pages.iter().max_by_key(|page| steps(page)).expect("a page").clone();
    let name = format!("render a journey of {} steps", steps(&page));
    if let Content::Journey(journey) = &mut page.content {
        journey.parts.clear();
    }
    let engine = render::Engine::new(theme, std::iter::once(&page.frame.lang)).expect("templates");
    let shell = engine.shell(&page.chrome, page.frame.section).expect("a shell");
    criterion.bench_function(&name, |bench| bench.iter(|| engine.page(black_box(&page), &shell).expect("a page")));
}

criterion_group! { name = benches; config = Criterion::default().sample_size(20); targets = stages }
criterion_main!(benches);
