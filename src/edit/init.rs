//! Nothing to a small knowledge base in two languages that builds without a warning.

use rust_embed::RustEmbed;

use super::Edit;
use crate::base::{Date, SourcePath};

/// The files, as they are written. Names that would be hidden lack their dot here.
#[derive(RustEmbed)]
#[folder = "src/edit/starter"]
struct Starter;

const HIDDEN: [(&str, &str); 1] = [("gitignore", ".gitignore")];

/// Every file of the knowledge base, dated `today`.
#[must_use]
pub fn init(today: Date) -> Vec<Edit> {
    let mut files: Vec<Edit> = Starter::iter()
        .filter_map(|name| {
            let text = String::from_utf8(Starter::get(&name)?.data.into_owned()).ok()?;
            let path = HIDDEN.iter().find(|(plain, _)| *plain == name).map_or(name.as_ref(), |(_, hidden)| hidden);
            let text = text.replace("TODAY", &today.to_string());
            Some(Edit { path: SourcePath::new(path), before: None, text })
        })
        .collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_translation_beside_it_and_a_date() {
        let files = init(Date::parse("2026-11-21").unwrap());
        let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        assert!(paths.contains(&".gitignore") && paths.contains(&"book.toml"));
        let pages: Vec<&&str> =
            paths.iter().filter(|path| path.ends_with(".md") && path.starts_with("content")).collect();
        assert!(
            pages
                .iter()
                .all(|path| path.ends_with(".fr.md") || paths.contains(&path.replace(".md", ".fr.md").as_str()))
        );
        assert!(files.iter().all(|file| !file.text.contains("TODAY")));
    }
}
