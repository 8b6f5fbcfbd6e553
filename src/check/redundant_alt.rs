//! Alternative texts that say that they are about an image.

use super::{alternatives, at};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (document, alt, range, _) in alternatives(graph) {
        let said = alt.trim().to_lowercase();
        let start = STARTS.iter().find(|start| said.starts_with(**start));
        if let Some(start) = start.copied().or_else(|| WHOLE.iter().find(|whole| said == **whole).copied()) {
            let message = format_args!("the alternative text says that it is an image: “{}”", start.trim());
            let rest = alt.trim().char_indices().nth(start.chars().count()).map_or("", |(at, _)| &alt.trim()[at..]);
            let help = if rest.is_empty() {
                "say what it shows".to_owned()
            } else {
                format!("begin with what it shows: “{rest}”")
            };
            diagnostics.push(at(document, range, Name::RedundantAlt, message).help(help));
        }
    }
}

/// How such texts begin, in the languages we know.
const STARTS: &[&str] = &[
    "image of ",
    "an image of ",
    "picture of ",
    "a picture of ",
    "photo of ",
    "a photo of ",
    "photograph of ",
    "graphic of ",
    "icon of ",
    "image de ",
    "image d’",
    "image d'",
    "photo de ",
    "photo d’",
    "photo d'",
    "une image de ",
    "une photo de ",
    "bild von ",
    "ein bild von ",
    "foto von ",
    "صورة لـ",
    "صورة ل",
];

/// What says nothing more than that.
const WHOLE: &[&str] = &["image", "picture", "photo", "book image", "graphic", "icon", "bild", "foto", "صورة"];
