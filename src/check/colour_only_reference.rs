//! Things that are referred to by their colour alone.

use super::{at, prose};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        for block in page.document.parsed.body.blocks.iter().filter(|block| block.kind.is_prose()) {
            let words = block.text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
            if !words.clone().any(is_colour) {
                continue;
            }
            let words: Vec<String> = words.map(str::to_lowercase).collect();
            if let Some(phrase) = colour_alone(&words) {
                let message = format_args!("“{phrase}” tells them by their colour alone");
                diagnostics.push(
                    at(page.document, block.range, Name::ColourOnlyReference, message)
                        .help("name them as well: some readers see no colours, and paper may have none"),
                );
            }
        }
    }
}

const COLOURS: &[&str] = &[
    "red", "green", "blue", "yellow", "orange", "purple", "grey", "gray", "pink", "rouge", "rouges", "vert", "verte",
    "verts", "vertes", "bleu", "bleue", "bleus", "bleues", "jaune", "jaunes", "rot", "rote", "roten", "grün", "grüne",
    "grünen", "blau", "blaue", "blauen", "gelb", "gelbe", "gelben",
];

const THINGS: &[&str] = &[
    "steps", "step", "cells", "cell", "boxes", "box", "bars", "bar", "lines", "line", "dots", "dot", "arrows", "arrow",
    "parts", "part", "areas", "area", "rows", "row", "columns", "items", "ones", "fields", "field", "étapes", "étape",
    "cases", "case", "barres", "lignes", "ligne", "points", "flèches", "zones", "champs", "schritte", "schritt",
    "felder", "feld", "balken", "linien", "linie", "punkte", "pfeile", "bereiche",
];

const MARKED: &[&str] = &[
    "marked",
    "shown",
    "highlighted",
    "coloured",
    "colored",
    "printed",
    "written",
    "affiché",
    "affichés",
    "marqué",
    "marqués",
    "indiqué",
    "indiqués",
    "surligné",
    "markiert",
];

/// Whether a word, in any case, is a colour. Few are, and the first letter tells most others.
fn is_colour(word: &str) -> bool {
    let may_be =
        matches!(word.as_bytes()[0].to_ascii_lowercase(), b'r' | b'g' | b'b' | b'y' | b'o' | b'p' | b'v' | b'j');
    may_be
        && COLOURS.iter().any(|colour| {
            colour.len() == word.len()
                && (colour.eq_ignore_ascii_case(word) || (!word.is_ascii() && *colour == word.to_lowercase()))
        })
}

/// A colour before a thing, a thing before a colour, or something marked in a colour.
fn colour_alone(words: &[String]) -> Option<String> {
    let is = |word: &str, list: &[&str]| list.contains(&word);
    let pair = words
        .windows(2)
        .find(|pair| matches!(pair, [a, b] if (is(a, COLOURS) && is(b, THINGS)) || (is(a, THINGS) && is(b, COLOURS))));
    let marked = words
        .windows(3)
        .find(|three| matches!(three, [a, b, c] if is(a, MARKED) && (b == "in" || b == "en") && is(c, COLOURS)));
    pair.or(marked).map(|words| words.join(" "))
}
