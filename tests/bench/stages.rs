//! How long each stage of the pipeline takes, over the shipped knowledge base: `cargo bench --bench stages`.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use cxbook::base::{Date, SourcePath, Store};
use cxbook::config::{self, Goal, Request};
use cxbook::content::{EntityId, Kind};
use cxbook::diagnostic::Diagnostics;
use cxbook::graph::RouteTarget;
use cxbook::pipeline::{self, Memo};
use cxbook::source::SourceSet;
use cxbook::view::page::Content;
use cxbook::{analysis, check, content, graph, io, render, search, theme, view};
use rayon::prelude::*;

/// What the program allocates with.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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
    twelve_steps(criterion, &sources, &request);
    criterion.bench_function("search records", |bench| bench.iter(|| search::records(&graph, &theme)));

    let mut memo = Memo::default();
    pipeline::build(&sources, &request, &mut memo);
    criterion.bench_function("build again", |bench| bench.iter(|| pipeline::build(&sources, &request, &mut memo)));
}

/// The page of a journey of twelve steps, map and walk included: to render it is to stay under a millisecond of one
/// processor. What is only for paper, and the picture to download, is not in it.
fn twelve_steps(criterion: &mut Criterion, sources: &SourceSet, request: &Request) {
    let path = SourcePath::new("content/journeys/motor-claim/index.md");
    let nine = sources.text(&path).expect("the motor claim");
    let (before, after) = nine.split_once("\nhand-overs:").expect("what follows the phases");
    let mut sources = sources.clone();
    sources
        .insert(path.clone(), format!("{before}{}\nhand-overs:{after}", include_str!("three-steps.yaml")).into_bytes());

    let mut found = Diagnostics::default();
    let config = config::read(&sources, &mut found);
    let theme = theme::load(&sources, &config, &mut found);
    let documents = content::parse(&sources, &config, &mut content::Memo::default(), &mut found);
    let graph = graph::resolve(&documents, &config, request, &mut found);
    assert!(!found.files_with_errors().contains(&path), "the journey of twelve steps is valid");
    let findings = analysis::run(&graph, &config.thresholds, request.today);
    let pages = view::Pages::new(&sources, &graph, &findings, &theme, &config, request).for_screens();
    let id = EntityId::new(Kind::Journey, "motor-claim");
    let route = graph.route(&RouteTarget::Entity(id), graph.source_language()).expect("its address");
    let page = || pages.page(route).expect("its page");
    let sample = page();
    let Content::Journey(journey) = &sample.content else { panic!("it is the page of a journey") };
    assert_eq!((journey.walk.len(), journey.map.steps, journey.parts.len()), (12, 12, 0));
    let engine = render::Engine::new(&theme, std::iter::once(&sample.frame.lang)).expect("templates");
    let shell = engine.shell(&sample.chrome, sample.frame.section).expect("a shell");
    let mut group = criterion.benchmark_group("a journey of 12 steps");
    group.bench_function("lay out", |bench| bench.iter(page));
    group.bench_function("render", |bench| bench.iter(|| engine.page(black_box(&sample), &shell).expect("a page")));
    group.bench_function("lay out and render", |bench| bench.iter(|| engine.page(&page(), &shell).expect("a page")));
    group.finish();
}

criterion_group! { name = benches; config = Criterion::default().sample_size(20); targets = stages }
criterion_main!(benches);
