//! How long each stage of the pipeline takes, over the shipped knowledge base: `cargo bench --bench stages`.

use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use cxbook::base::{Date, Store};
use cxbook::config::{self, Goal, Request};
use cxbook::diagnostic::Diagnostics;
use cxbook::pipeline::{self, Memo};
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
    criterion.bench_function("search records", |bench| bench.iter(|| search::records(&graph, &theme)));

    let mut memo = Memo::default();
    pipeline::build(&sources, &request, &mut memo);
    criterion.bench_function("build again", |bench| bench.iter(|| pipeline::build(&sources, &request, &mut memo)));
}

criterion_group! { name = benches; config = Criterion::default().sample_size(20); targets = stages }
criterion_main!(benches);
