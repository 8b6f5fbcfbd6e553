//! Nothing to a small knowledge base in two languages that builds without a warning.

use rust_embed::RustEmbed;

use super::Edit;
use super::translate::{Setting, sync_unverified};
use crate::base::{Date, SourcePath};
use crate::diagnostic::Diagnostics;
use crate::source::SourceSet;
use crate::translation::Subjects;
use crate::{config, content};

/// The files, as they are written. Names that would be hidden lack their dot here.
#[derive(RustEmbed)]
#[folder = "src/edit/starter"]
struct Starter;

const HIDDEN: [&str; 2] = ["gitignore", "github/"];

/// Every file of the knowledge base, dated `today`.
#[must_use]
pub fn init(today: Date) -> Vec<Edit> {
    let mut files: Vec<Edit> = Starter::iter()
        .filter_map(|name| {
            let text = String::from_utf8(Starter::get(&name)?.data.into_owned()).ok()?;
            let dot = if HIDDEN.iter().any(|hidden| name.starts_with(hidden)) { "." } else { "" };
            let text = text.replace("TODAY", &today.to_string());
            Some(Edit { path: SourcePath::new(format!("{dot}{name}")), before: None, text })
        })
        .collect();
    answer_to_today(&mut files, today);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

/// Lets every translation say which revision of its source it answers to, so that it is known from the
/// first edit on what has changed since.
fn answer_to_today(files: &mut Vec<Edit>, today: Date) {
    let mut sources = SourceSet::default();
    for file in files.iter() {
        sources.insert(file.path.clone(), file.text.as_bytes());
    }
    let mut problems = Diagnostics::default();
    let config = config::read(&sources, &mut problems);
    let documents = content::parse(&sources, &config, &mut content::Memo::default(), &mut problems);
    let subjects = Subjects::collect(&sources, &documents, &config, &mut problems);
    let setting = Setting { sources: &sources, documents: &documents, config: &config, subjects: &subjects, today };
    for locale in config.languages.keys().filter(|locale| **locale != config.source_language) {
        let Ok(done) = sync_unverified(&setting, locale.as_str()) else { continue };
        for edit in done.edits {
            files.retain(|file| file.path != edit.path);
            files.push(Edit { before: None, ..edit });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_translation_beside_it_and_a_date() {
        let files = init(Date::parse("2026-11-21").unwrap());
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert!(paths.contains(&".gitignore") && paths.contains(&"book.toml"));
        let is_page = |path: &&&str| path.ends_with(".md") && path.starts_with("content") && !path.contains("/l10n/");
        let pages: Vec<&&str> = paths.iter().filter(is_page).collect();
        assert!(
            pages
                .iter()
                .all(|path| path.ends_with(".fr.md") || paths.contains(&path.replace(".md", ".fr.md").as_str()))
        );
        assert!(files.iter().all(|file| !file.text.contains("TODAY")));
        let is_french = |file: &&Edit| file.path.as_str().contains(".fr.") && file.path.extension() != "txt";
        assert!(files.iter().filter(is_french).all(|file| file.text.contains("base: ")));
    }
}
