//! Measures search over a folder of corpora: how often the page looked for comes first, and the cost.
//!
//! `cargo run --example search_quality -- FOLDER NAME…` reads `NAME.jsonl.gz` (one page a line:
//! `url`, `title`, `secs`, `filters`) and `q.NAME.json` (queries by sort, each with the `url`
//! expected). With `--write OUT` it also writes the index and its answers to `OUT/NAME`, for
//! `tests/bench/search.mjs`. With `--times N` every page is taken N times, to measure growth.

#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a measuring tool reads files and the clock")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use cxbook::base::{Locale, UrlPath};
use cxbook::content::Kind;
use cxbook::search::{Facet, FacetValue, Index, Page, Record, Section, Sort, Terms, files, search};
use rayon::prelude::*;
use serde_json::Value;

fn main() -> anyhow::Result<()> {
    let mut names = Vec::new();
    let (mut out, mut times) = (None, 1);
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or_else(|| anyhow::anyhow!("which folder?"))?);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--write" => out = arguments.next().map(PathBuf::from),
            "--times" => times = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(1),
            name => names.push(name.to_owned()),
        }
    }
    for name in names {
        measure(&folder, &name, times, out.as_deref())?;
    }
    Ok(())
}

fn measure(folder: &Path, name: &str, times: usize, out: Option<&Path>) -> anyhow::Result<()> {
    let locale = Locale::parse(&name[..2])?;
    let records = read(folder, name, &locale, times)?;
    let (started, before) = (Instant::now(), cpu());
    let pages: Vec<Page> = records
        .into_par_iter()
        .map(|record| Page { terms: Arc::new(Terms::of(&record)), record: Arc::new(record) })
        .collect();
    let counted = started.elapsed();
    let mut index = Index::new(&locale, &[]);
    index.update(&pages);
    println!("{name}: {} pages, counted in {counted:.0?} (wall), merged after {:.0?}", pages.len(), started.elapsed());
    write(&index, name, out)?;
    println!("  {:.2} s of CPU in all", (cpu() - before) as f64 / 100.0);
    let mut saved = Vec::new();
    for page in pages.iter().take(200) {
        let mut changed = pages.clone();
        let place = changed.iter().position(|other| Arc::ptr_eq(&other.record, &page.record)).unwrap_or(0);
        let mut record = (*page.record).clone();
        record.title.push_str(" changed");
        let started = Instant::now();
        changed[place] = Page { terms: Arc::new(Terms::of(&record)), record: Arc::new(record) };
        index.update(&changed);
        saved.push(started.elapsed().as_micros());
        index.update(&pages);
    }
    saved.sort_unstable();
    println!("  saved to searchable: median {} µs, worst {} µs", saved[saved.len() / 2], saved[saved.len() - 1]);
    if times == 1 {
        quality(folder, name, &index)?;
    }
    Ok(())
}

/// The CPU time of this process so far, in hundredths of a second, where the system tells.
fn cpu() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum()
}

fn write(index: &Index, name: &str, out: Option<&Path>) -> anyhow::Result<()> {
    let started = Instant::now();
    let files = files(index);
    let taken = started.elapsed();
    let mut sizes: BTreeMap<char, Vec<usize>> = BTreeMap::new();
    for (path, artifact) in &files {
        let file = path.as_str().rsplit('/').next().unwrap_or_default();
        sizes.entry(file.chars().next().unwrap_or('?')).or_default().push(artifact.bytes().len());
        if let Some(out) = out {
            let path = path.under(&out.join(name));
            std::fs::create_dir_all(path.parent().unwrap_or(out))?;
            std::fs::write(path, artifact.bytes())?;
        }
    }
    println!("  {} files written in {taken:.0?} (wall)", files.len());
    for (letter, sizes) in sizes {
        let sum: usize = sizes.iter().sum();
        let most = sizes.iter().max().copied().unwrap_or(0);
        println!(
            "    {letter}: {:4} files, {:6} KiB, mean {:.1}, largest {:.1}",
            sizes.len(),
            sum / 1024,
            sum as f64 / 1024.0 / sizes.len() as f64,
            most as f64 / 1024.0
        );
    }
    Ok(())
}

fn quality(folder: &Path, name: &str, index: &Index) -> anyhow::Result<()> {
    let queries: Vec<BTreeMap<String, Value>> =
        serde_json::from_str(&std::fs::read_to_string(folder.join(format!("q.{name}.json")))?)?;
    let sorts: std::collections::BTreeSet<&String> = queries.iter().flat_map(BTreeMap::keys).collect();
    let is_shown = std::env::var("SHOW").ok();
    for sort in sorts.into_iter().filter(|sort| !["doc", "url"].contains(&sort.as_str())) {
        let (mut first, mut five, mut asked, mut times) = (0, 0, 0, Vec::new());
        for query in &queries {
            let (Some(Value::String(text)), Some(Value::String(url))) = (query.get(sort), query.get("url")) else {
                continue;
            };
            asked += 1;
            let started = Instant::now();
            let answer = search(index, text, &[], 5);
            times.push(started.elapsed().as_micros());
            let place = answer.hits.iter().position(|hit| hit.page.record.url.as_str() == url);
            first += usize::from(place == Some(0));
            five += usize::from(place.is_some());
            if place != Some(0) && is_shown.as_deref() == Some(sort) {
                println!("    {text:?} wants {url}, at {place:?}; {:?}", answer.replaced);
                for hit in answer.hits.iter().take(3) {
                    println!("      {:.2} {} {}", hit.score, hit.page.record.url, hit.page.record.title);
                }
            }
        }
        times.sort_unstable();
        let percent = |count: usize| 100.0 * count as f64 / asked.max(1) as f64;
        println!(
            "  {sort:13} {:3.0}/{:3.0} %  of {asked}; {:.1}/{:.1} ms",
            percent(first),
            percent(five),
            times[times.len() / 2] as f64 / 1000.0,
            times[times.len() * 95 / 100] as f64 / 1000.0
        );
    }
    Ok(())
}

fn read(folder: &Path, name: &str, locale: &Locale, times: usize) -> anyhow::Result<Vec<Record>> {
    let file = std::fs::File::open(folder.join(format!("{name}.jsonl.gz")))?;
    let lines = BufReader::new(flate2::read::GzDecoder::new(file)).lines();
    let mut records = Vec::new();
    for line in lines {
        let page: Value = serde_json::from_str(&line?)?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let sections = page["secs"].as_array().into_iter().flatten();
        let sections: Vec<(String, String)> = sections.map(|section| (text(&section[0]), text(&section[1]))).collect();
        for time in 0..times {
            let mut facets = BTreeMap::new();
            for facet in [Facet::Stage, Facet::Principle, Facet::Channel, Facet::Persona] {
                let values = page["filters"][facet.name()].as_array().into_iter().flatten();
                let value = |value: &Value| FacetValue { id: text(value).to_lowercase().into(), label: text(value) };
                facets.insert(facet, values.map(value).collect());
            }
            let section = |(heading, text): &(String, String)| {
                let anchor = (!heading.is_empty()).then(|| heading.to_lowercase().replace(' ', "-"));
                Section { anchor, heading: heading.clone(), text: Arc::from(text.as_str()) }
            };
            let url = text(&page["url"]);
            records.push(Record {
                url: UrlPath::new(if time == 0 { url } else { format!("{url}{time}/") }),
                locale: locale.clone(),
                title: text(&page["title"]),
                kind: Sort::Written(Kind::Article),
                breadcrumb: Vec::new(),
                summary: String::new(),
                sections: sections.iter().map(section).collect(),
                facets,
            });
        }
    }
    Ok(records)
}
