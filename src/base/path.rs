//! Three kinds of path that must never be mixed up.

use std::fmt;
use std::path::{Path, PathBuf};

use smol_str::SmolStr;

/// Where a file of the site lies, relative to the project's root: `content/articles/x/index.md`.
///
/// Separators are `/` on every system, and there is no `.`, `..` or leading slash. Order is by
/// bytes, which is the order of every walk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct SourcePath(SmolStr);

/// Where a file of the built site lies, relative to the output folder: `en/index.html`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct OutputPath(SmolStr);

/// The path of an address, from the site's root: `/fr/articles/é/`, not percent-encoded.
///
/// It starts with `/`; a page's ends with `/`, a file's does not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct UrlPath(SmolStr);

macro_rules! text_path {
    ($name:ident) => {
        impl $name {
            /// The path as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}
text_path!(SourcePath);
text_path!(OutputPath);
text_path!(UrlPath);

impl SourcePath {
    /// Takes a path already known to be relative, clean and separated by `/`.
    pub fn new(path: impl AsRef<str>) -> Self {
        Self(SmolStr::new(path))
    }

    /// The name after the last slash.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// The folder it lies in, without a trailing slash; empty at the root.
    #[must_use]
    pub fn parent(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(parent, _)| parent)
    }

    /// The extension in lower case, without the dot; empty if there is none.
    #[must_use]
    pub fn extension(&self) -> String {
        self.file_name().rsplit_once('.').map_or_else(String::new, |(_, end)| end.to_ascii_lowercase())
    }

    /// The path that `relative` names from this file's folder, or `None` if it leaves the project.
    #[must_use]
    pub fn join(&self, relative: &str) -> Option<Self> {
        let mut parts: Vec<&str> = self.parent().split('/').filter(|part| !part.is_empty()).collect();
        for part in relative.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                name => parts.push(name),
            }
        }
        Some(Self(parts.join("/").into()))
    }
}

impl OutputPath {
    /// Takes a path already known to be relative, clean and separated by `/`.
    pub fn new(path: impl AsRef<str>) -> Self {
        Self(SmolStr::new(path))
    }

    /// The place below `root`, in the system's own form.
    #[must_use]
    pub fn under(&self, root: &Path) -> PathBuf {
        self.0.split('/').fold(root.to_path_buf(), |path, part| path.join(part))
    }

    /// The extension in lower case, without the dot; empty if there is none.
    #[must_use]
    pub fn extension(&self) -> String {
        let name = self.0.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or_else(String::new, |(_, end)| end.to_ascii_lowercase())
    }
}

impl UrlPath {
    /// Takes a path that starts with `/`; adds the slash where it is missing.
    pub fn new(path: impl AsRef<str>) -> Self {
        let path = path.as_ref();
        if path.starts_with('/') { Self(SmolStr::new(path)) } else { Self(format!("/{path}").into()) }
    }

    /// The file that answers this address: `index.html` in the folder for a page.
    #[must_use]
    pub fn output_path(&self) -> OutputPath {
        let path = self.0.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') {
            OutputPath::new(format!("{path}index.html"))
        } else {
            OutputPath::new(path)
        }
    }

    /// The address in the form that goes into HTML attributes and the sitemap.
    #[must_use]
    pub fn encoded(&self) -> String {
        use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
        const PATH: &AsciiSet = &CONTROLS
            .add(b' ')
            .add(b'"')
            .add(b'#')
            .add(b'<')
            .add(b'>')
            .add(b'?')
            .add(b'`')
            .add(b'{')
            .add(b'}')
            .add(b'%')
            .add(b'\\')
            .add(b'^')
            .add(b'|')
            .add(b'[')
            .add(b']')
            .add(b'\'');
        utf8_percent_encode(&self.0, PATH).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_path_cannot_leave_the_project() {
        let file = SourcePath::new("content/articles/x/index.md");
        assert_eq!(file.join("../y/a.svg"), Some(SourcePath::new("content/articles/y/a.svg")));
        assert_eq!(file.join("../../../../etc/passwd"), None);
    }

    #[test]
    fn a_page_is_answered_by_its_index_file() {
        assert_eq!(UrlPath::new("/fr/").output_path(), OutputPath::new("fr/index.html"));
        assert_eq!(UrlPath::new("/sitemap.xml").output_path(), OutputPath::new("sitemap.xml"));
        assert_eq!(UrlPath::new("/fr/é/").encoded(), "/fr/%C3%A9/");
    }
}
