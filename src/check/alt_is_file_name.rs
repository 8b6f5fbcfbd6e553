//! Alternative texts that are the name of a file.

use super::{alternatives, at};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (document, alt, range, file) in alternatives(graph) {
        let name = file.rsplit('/').next().unwrap_or_default().to_lowercase();
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        let said = alt.trim().to_lowercase();
        let extension = said.rsplit_once('.').map_or("", |(_, extension)| extension);
        let is_name =
            matches!(extension, "png" | "jpg" | "jpeg" | "gif" | "svg" | "webp" | "avif") && !said.contains(' ');
        if is_name || said == name || (said == stem && stem.contains(['-', '_'])) {
            let message = format_args!("the alternative text “{}” is the name of a file", alt.trim());
            diagnostics.push(
                at(document, range, Name::AltIsFileName, message).help("say what the picture shows, in a few words"),
            );
        }
    }
}
