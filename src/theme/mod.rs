//! Templates, assets and interface strings: the built-in theme under the project's own, file by file.

mod assets;
mod strings;
mod strings_check;
mod styles_check;
mod templates;

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;

use crate::base::{Fingerprint, Locale, OutputPath, SourcePath, Span, nearest};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::output::Artifact;
use crate::source::SourceSet;

pub use assets::Assets;
pub use strings::{Strings, Value};
pub use templates::Template;

/// The theme that is part of the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "themes/default"]
struct BuiltIn;

/// All that pages are made with besides their contents.
#[derive(Clone, Debug)]
pub struct Theme {
    templates: BTreeMap<String, Template>,
    assets: Assets,
    strings: BTreeMap<Locale, Arc<Strings>>,
    fingerprint: Fingerprint,
}

/// One file of a theme, and where it came from.
#[derive(Clone, Debug)]
struct ThemeFile {
    bytes: Bytes,
    /// Where the project keeps it; `None` if it is built in.
    path: Option<SourcePath>,
}

/// Puts the project's theme over the built-in one.
///
/// A file of the project replaces the built-in file of the same path. One that replaces nothing is
/// reported, unless it is an asset of its own or the strings of a language the program lacks.
pub fn load(sources: &SourceSet, config: &Config, diagnostics: &mut Diagnostics) -> Theme {
    let built_in: BTreeMap<String, ThemeFile> = BuiltIn::iter()
        .filter_map(|name| {
            let file = BuiltIn::get(&name)?;
            Some((name.into_owned(), ThemeFile { bytes: file.data.into_owned().into(), path: None }))
        })
        .collect();
    let folder = format!("themes/{}", config.theme);
    let mut files = built_in.clone();
    for (path, file) in sources.under(&folder) {
        let name = &path.as_str()[folder.len() + 1..];
        if !built_in.contains_key(name) && !may_be_new(name) {
            diagnostics.push(replaces_nothing(path, name, &built_in));
        }
        if name.ends_with(".css") {
            styles_check::run(path, &String::from_utf8_lossy(file.bytes()), diagnostics);
        }
        files.insert(name.to_owned(), ThemeFile { bytes: file.bytes().clone(), path: Some(path.clone()) });
    }

    let fingerprint = Fingerprint::of_parts(files.iter().flat_map(|(name, file)| [name.as_bytes(), &*file.bytes]));
    let strings = strings::load(&built_in, &files, config, diagnostics);
    Theme {
        templates: templates::collect(&built_in, &files, diagnostics),
        assets: Assets::new(&files, config.root_path()),
        strings,
        fingerprint,
    }
}

/// Stands for all that [`load`] would look at.
#[must_use]
pub fn inputs(sources: &SourceSet, config: &Config) -> Fingerprint {
    let mut parts = vec![format!("{config:?}")];
    for (path, file) in sources.under(&format!("themes/{}", config.theme)) {
        parts.extend([path.to_string(), file.fingerprint().to_string()]);
    }
    Fingerprint::of_parts(parts.iter().map(String::as_bytes))
}

fn may_be_new(name: &str) -> bool {
    name.starts_with("assets/") || (name.starts_with("strings/") && name.ends_with(".ftl"))
}

fn replaces_nothing(path: &SourcePath, name: &str, built_in: &BTreeMap<String, ThemeFile>) -> Diagnostic {
    let near = nearest(name, built_in.keys().map(String::as_str));
    Diagnostic::new(Name::UnknownThemeFile, Span::file(path), format_args!("the built-in theme has no `{name}`"))
        .label("overrides nothing")
        .did_you_mean(near)
}

impl Theme {
    /// The templates by name: `page.html` as the project has it, `builtin/page.html` as it came.
    pub fn templates(&self) -> impl Iterator<Item = (&str, &Template)> {
        self.templates.iter().map(|(name, template)| (name.as_str(), template))
    }

    /// The interface strings of a language of the site.
    #[must_use]
    pub fn strings(&self, locale: &Locale) -> &Arc<Strings> {
        static NONE: std::sync::LazyLock<Arc<Strings>> = std::sync::LazyLock::new(|| Arc::new(Strings::empty()));
        self.strings.get(locale).unwrap_or(&NONE)
    }

    /// The address of an asset by its path below `assets/`.
    #[must_use]
    pub fn asset(&self, name: &str) -> Option<&str> {
        self.assets.url(name)
    }

    /// The addresses of all assets by their paths below `assets/`.
    pub fn asset_urls(&self) -> impl Iterator<Item = (&str, &str)> {
        self.assets.urls()
    }

    /// The assets as files of the site, under names that change with their contents.
    pub fn artifacts(&self) -> impl Iterator<Item = (OutputPath, Artifact)> + '_ {
        self.assets.artifacts()
    }

    /// Stands for all of it.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

/// The built-in asset at `name` below `assets/`, for the preview's own client.
#[must_use]
pub fn built_in_asset(name: &str) -> Option<Artifact> {
    BuiltIn::get(&format!("assets/{name}")).map(|file| Artifact::new(file.data.as_ref()))
}
