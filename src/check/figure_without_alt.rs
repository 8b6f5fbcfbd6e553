//! Images in prose that say nothing to those who do not see them.

use super::{at, prose};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;
use crate::markdown::ReferenceKind;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        for image in page.document.parsed.body.references.iter().filter(|one| one.kind == ReferenceKind::Image) {
            if image.label.as_ref().is_none_or(|alt| alt.trim().is_empty()) {
                let message = format_args!("the image `{}` has no alternative text", image.target);
                diagnostics.push(
                    at(page.document, image.whole, Name::FigureWithoutAlt, message)
                        .help("say between the brackets what it shows: `![What it shows](file.svg)`"),
                );
            }
        }
    }
}
