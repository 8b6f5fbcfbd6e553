#![allow(warnings, clippy::all)]
//! dev
#[path = "graph/site.rs"]
mod site;
#[path = "support/mod.rs"]
mod support;
use cxbook::diagnostic::*;
use site::Site;
fn walk(dir: &std::path::Path, root: &std::path::Path, sources: &mut cxbook::source::SourceSet) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, root, sources)
        } else {
            let rel = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            sources.insert(cxbook::base::SourcePath::new(rel), std::fs::read(&path).unwrap());
        }
    }
}
#[test]
fn dev() {
    let arg = std::env::var("DEV").unwrap();
    let path = std::path::Path::new(&arg);
    let site = if path.is_dir() {
        let mut sources = Default::default();
        walk(&path.join("content"), path, &mut sources);
        Site::of(sources, &["en", "fr", "ar", "de"])
    } else {
        Site::new(&std::fs::read_to_string(path).unwrap())
    };
    let mut diagnostics = Diagnostics::default();
    let documents = cxbook::content::parse(&site.sources, &site.config, &mut Default::default(), &mut diagnostics);
    let graph = cxbook::graph::resolve(&documents, &site.config, &site.request, &mut diagnostics);
    cxbook::check::run(&graph, &site.config, site.request.today, &mut diagnostics);
    diagnostics.settle(&site.config.levels);
    println!("{}", text(&diagnostics, &site.sources, false));
    println!(
        "docs {} nodes {} edges {} routes {} assets {:?}",
        documents.documents.len(),
        graph.nodes().count(),
        graph.edges().len(),
        graph.routes().len(),
        graph.assets()
    );
    if std::env::var("FIND").is_ok() {
        let f = cxbook::analysis::run(&graph, &site.config.thresholds, site.request.today);
        println!("{f:#?}");
    }
    if std::env::var("ROUTES").is_ok() {
        for r in graph.routes() {
            println!("{} {:?} {:?}", r.url, r.target, r.fallback);
        }
        for r in graph.redirects() {
            println!("{r:?}");
        }
    }
}
