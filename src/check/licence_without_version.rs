//! “Creative Commons” without saying which licence, in which version.

use super::{at, prose, sources};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        for block in page.document.parsed.body.blocks.iter().filter(|block| block.kind.is_prose()) {
            // Hardly any text speaks of commons at all.
            if !block.text.contains("ommons") && !block.text.contains("OMMONS") {
                continue;
            }
            let text = block.text.to_lowercase();
            let names_version = text.contains("cc0") || has_version(&text);
            if text.contains("creative commons") && !names_version {
                diagnostics.push(
                    at(
                        page.document,
                        block.range,
                        Name::LicenceWithoutVersion,
                        "“Creative Commons” is no licence by itself",
                    )
                    .help("name the licence and its version, as in CC-BY-4.0"),
                );
            }
        }
    }
    for (_, document, common) in sources(graph) {
        for credit in common.figures.values().filter_map(|figure| figure.credit.as_ref()) {
            let licence = credit.licence.value.to_lowercase();
            if licence.starts_with("cc") && !licence.starts_with("cc0") && !has_version(&licence) {
                let message = format_args!("`{}` names no version", credit.licence.value);
                diagnostics.push(
                    at(document, credit.licence.range, Name::LicenceWithoutVersion, message)
                        .help("write the version too, as in CC-BY-4.0"),
                );
            }
        }
    }
}

/// A digit, a full stop, a digit.
fn has_version(text: &str) -> bool {
    text.as_bytes().windows(3).any(|three| matches!(three, [a, b'.', c] if a.is_ascii_digit() && c.is_ascii_digit()))
}
