//! Asset files to files of the site, under names that change with their contents.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::ThemeFile;
use crate::base::{Fingerprint, OutputPath};
use crate::output::Artifact;

/// The assets of a theme.
///
/// `assets/site.css` is published as `assets/site.1a2b3c4d5e6f7081.css`, so that it may be cached for ever and a page
/// never meets the style sheet of another build. References between assets (`url(fonts/x.woff2)`, `"./engine.js"`) are
/// rewritten to the published names.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    published: BTreeMap<String, (String, Artifact)>,
    urls: BTreeMap<String, String>,
}

impl Assets {
    /// Names and rewrites the assets among `files`; addresses start with `root`.
    pub(super) fn new(files: &BTreeMap<String, ThemeFile>, root: &str) -> Self {
        let sources: BTreeMap<&str, &Bytes> = files
            .iter()
            .filter_map(|(name, file)| Some((name.strip_prefix("assets/")?, &file.bytes)))
            .filter(|(name, _)| !name.starts_with("preview"))
            .collect();
        let mut naming = Naming { sources, published: BTreeMap::new() };
        let names: Vec<&str> = naming.sources.keys().copied().collect();
        for name in names {
            naming.publish(name, &mut Vec::new());
        }
        let published: BTreeMap<String, (String, Artifact)> =
            naming.published.into_iter().map(|(name, published)| (name.to_owned(), published)).collect();
        let urls = published.iter().map(|(name, (path, _))| (name.clone(), format!("{root}assets/{path}"))).collect();
        Self { published, urls }
    }

    /// The address of the asset at `name`.
    pub(super) fn url(&self, name: &str) -> Option<&str> {
        self.urls.get(name).map(String::as_str)
    }

    /// All addresses by name.
    pub(super) fn urls(&self) -> impl Iterator<Item = (&str, &str)> {
        self.urls.iter().map(|(name, url)| (name.as_str(), url.as_str()))
    }

    /// All files.
    pub(super) fn artifacts(&self) -> impl Iterator<Item = (OutputPath, Artifact)> + '_ {
        self.published.values().map(|(path, artifact)| (OutputPath::new(format!("assets/{path}")), artifact.clone()))
    }
}

/// Names assets after their contents, those they refer to first.
struct Naming<'a> {
    sources: BTreeMap<&'a str, &'a Bytes>,
    published: BTreeMap<&'a str, (String, Artifact)>,
}

impl<'a> Naming<'a> {
    /// The published path of `name`, and the file at it. `open` are those being named: a circle of references is left
    /// as it is written.
    fn publish(&mut self, name: &'a str, open: &mut Vec<&'a str>) -> Option<String> {
        if let Some((path, _)) = self.published.get(name) {
            return Some(path.clone());
        }
        if open.contains(&name) {
            return None;
        }
        let bytes = *self.sources.get(name)?;
        open.push(name);
        let text = ["css", "js"].contains(&extension(name)).then(|| std::str::from_utf8(bytes).ok()).flatten();
        let bytes = match text {
            Some(text) => self.rewritten(name, text, open).into(),
            None => bytes.clone(),
        };
        open.pop();
        let artifact = Artifact::sharing(bytes);
        let path = published_name(name, artifact.fingerprint());
        self.published.insert(name, (path.clone(), artifact));
        Some(path)
    }

    /// `text` of the asset at `name`, with the published names of those it refers to.
    fn rewritten(&mut self, name: &'a str, text: &str, open: &mut Vec<&'a str>) -> String {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut text = text.to_owned();
        let others: Vec<&'a str> = self.sources.keys().copied().filter(|other| *other != name).collect();
        for other in others {
            let relative = match other.strip_prefix(folder) {
                Some(rest) if folder.is_empty() => rest,
                Some(rest) if rest.starts_with('/') => &rest[1..],
                _ => continue,
            };
            let forms = [format!("(\"{relative}\")"), format!("({relative})"), format!("\"./{relative}\"")];
            if !forms.iter().any(|form| text.contains(form.as_str())) {
                continue;
            }
            let Some(path) = self.publish(other, open) else { continue };
            let target = &path[folder.len() + usize::from(!folder.is_empty())..];
            for form in forms {
                text = text.replace(&form, &form.replace(relative, target));
            }
        }
        text
    }
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn published_name(name: &str, fingerprint: Fingerprint) -> String {
    match name.rsplit_once('.') {
        Some((stem, extension)) if extension != "txt" => format!("{stem}.{}.{extension}", fingerprint.short()),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets(files: &[(&str, &str)]) -> Assets {
        let files = files
            .iter()
            .map(|(name, text)| {
                (format!("assets/{name}"), ThemeFile { bytes: text.as_bytes().to_vec().into(), path: None })
            })
            .collect();
        Assets::new(&files, "/kb/")
    }

    #[test]
    fn a_name_changes_with_the_contents_of_what_it_refers_to() {
        let one = assets(&[("site.css", "a { src: url(\"fonts/a.woff2\") }"), ("fonts/a.woff2", "1")]);
        let two = assets(&[("site.css", "a { src: url(\"fonts/a.woff2\") }"), ("fonts/a.woff2", "2")]);
        assert_ne!(one.url("site.css"), two.url("site.css"));
        assert!(one.url("site.css").unwrap().starts_with("/kb/assets/site."));
        let (_, css) = &one.published["site.css"];
        let css = std::str::from_utf8(css.bytes()).unwrap();
        assert!(css.contains(one.url("fonts/a.woff2").unwrap().trim_start_matches("/kb/assets/")), "{css}");
    }

    #[test]
    fn assets_that_refer_to_each_other_are_published_once_each() {
        let circle = assets(&[("a.js", "import \"./b.js\""), ("b.js", "import \"./a.js\"")]);
        assert_eq!(circle.urls().count(), 2);
    }
}
