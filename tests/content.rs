//! The shipped content, read whole.

use cxbook::base::{Locale, SourcePath};
use cxbook::config::{Config, FallbackPolicy, Language, Limits, PublishMin, Thresholds};
use cxbook::content::{Memo, parse};
use cxbook::diagnostic::{Diagnostics, Levels, text};
use cxbook::source::SourceSet;

fn config() -> Config {
    let locale = |tag: &str| Locale::parse(tag).unwrap();
    let language = |name: &str, fallback: &[&str]| Language {
        name: name.to_owned(),
        og: None,
        typography: None,
        fallback: fallback.iter().map(|tag| locale(tag)).collect(),
    };
    Config {
        title: "Outside in".into(),
        version: None,
        base_url: url::Url::parse("https://kb.example.org/").unwrap(),
        source_language: locale("en"),
        languages: [
            (locale("en"), language("English", &[])),
            (locale("fr"), language("Français", &["en"])),
            (locale("ar"), language("العربية", &["en"])),
            (locale("de"), language("Deutsch", &["en"])),
        ]
        .into_iter()
        .collect(),
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
    }
}

#[allow(clippy::disallowed_methods, reason = "a test reads the repository it is in")]
fn load(folder: &std::path::Path, prefix: &str, sources: &mut SourceSet) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let name = format!("{prefix}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            load(&entry.path(), &name, sources);
        } else {
            sources.insert(SourcePath::new(name), std::fs::read(entry.path()).unwrap());
        }
    }
}

#[test]
fn the_shipped_content_reads_without_a_fault() {
    let mut sources = SourceSet::default();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    load(&root, "content", &mut sources);
    let mut diagnostics = Diagnostics::default();
    let documents = parse(&sources, &config(), &mut Memo::default(), &mut diagnostics);
    diagnostics.settle(&Levels::default());
    assert!(diagnostics.is_empty(), "{}", text(&diagnostics, &sources, false));
    assert!(documents.documents.len() > 50 && documents.vocabulary.len() > 14);
}
