//! The shipped content, read whole.

use cxbook::base::SourcePath;
use cxbook::config;
use cxbook::content::{Memo, parse};
use cxbook::diagnostic::{Diagnostics, Levels, text};
use cxbook::source::SourceSet;

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
#[allow(clippy::disallowed_methods, reason = "a test reads the repository it is in")]
fn the_shipped_content_reads_without_a_fault() {
    let mut sources = SourceSet::default();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    load(&root.join("content"), "content", &mut sources);
    sources.insert(SourcePath::new(config::PATH), std::fs::read(root.join(config::PATH)).unwrap());
    let mut diagnostics = Diagnostics::default();
    let config = config::read(&sources, &mut diagnostics);
    let documents = parse(&sources, &config, &mut Memo::default(), &mut diagnostics);
    diagnostics.settle(&Levels::default());
    assert!(diagnostics.is_empty(), "{}", text(&diagnostics, &sources, false));
    assert!(documents.documents.len() > 50 && documents.vocabulary.len() > 14);
}
