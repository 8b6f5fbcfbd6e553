//! Template files to named texts, with the built-in ones kept under a name of their own.

use std::collections::BTreeMap;

use super::ThemeFile;
use crate::base::{SourcePath, Span, TextRange};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};

/// The text of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// What it says.
    pub text: String,
    /// Where the project keeps it; `None` if it is built in.
    pub path: Option<SourcePath>,
}

/// Names every template: `page.html` is the one in force, `builtin/page.html` the one that came with the program, so
/// that an override may extend what it overrides.
pub(super) fn collect(
    built_in: &BTreeMap<String, ThemeFile>,
    files: &BTreeMap<String, ThemeFile>,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<String, Template> {
    let mut templates = BTreeMap::new();
    for (prefix, files) in [("builtin/", built_in), ("", files)] {
        for (name, file) in files {
            let Some(name) = name.strip_prefix("templates/") else { continue };
            match std::str::from_utf8(&file.bytes) {
                Ok(text) => {
                    let template = Template { text: text.to_owned(), path: file.path.clone() };
                    templates.insert(format!("{prefix}{name}"), template);
                }
                Err(error) => {
                    if let Some(path) = &file.path {
                        let span = Span::new(path, TextRange::at(error.valid_up_to()));
                        diagnostics.push(Diagnostic::new(Name::NotUtf8, span, "a template is not UTF-8"));
                    }
                }
            }
        }
    }
    templates
}
