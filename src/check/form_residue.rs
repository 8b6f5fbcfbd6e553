//! Texts that hold what is left of a web form.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::{at, prose, taken_out};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        for block in page.document.parsed.body.blocks.iter().filter(|block| block.kind.is_prose()) {
            if is_trail(&block.text) {
                diagnostics.push(
                    at(
                        page.document,
                        block.range,
                        Name::FormResidue,
                        "this looks like a trail of links without its links",
                    )
                    .help("take it out: the page shows its own place"),
                );
            } else if let Some(residue) = residue(&block.text) {
                let message = format_args!("“{residue}” looks like a part of a web form");
                let problem = at(page.document, block.range, Name::FormResidue, message).help("take it out");
                diagnostics.push(if is_all(&block.text, residue) {
                    taken_out(problem, page.document)
                } else {
                    problem
                });
            }
        }
    }
}

/// The residue that starts with one of the words of `text`, in any case.
fn residue(text: &str) -> Option<&'static str> {
    let starts = |rest: &str, residue: &str| {
        rest.chars().flat_map(char::to_lowercase).take(residue.chars().count()).eq(residue.chars())
    };
    let candidates = |rest: &str| BY_START.get(&start(rest)).into_iter().flatten();
    let mut before = ' ';
    let words = text.char_indices().filter(|(_, letter)| std::mem::replace(&mut before, *letter).is_whitespace());
    let mut known = words.filter(|(at, _)| IS_START[number(start(&text[*at..]))]);
    known.find_map(|(at, _)| candidates(&text[at..]).find(|residue| starts(&text[at..], residue))).copied()
}

/// Whether the text holds nothing but the residue, signs and numbers.
fn is_all(text: &str, residue: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).count();
    letters(text) == letters(residue)
}

/// Whether it starts with two separators of breadcrumbs or more: `» » Title`.
fn is_trail(text: &str) -> bool {
    let marks = text.split_whitespace().take_while(|word| matches!(*word, "»" | "›" | "»»" | ">" | ">>" | "/" | "|"));
    marks.count() >= 2
}

/// The first bytes of a text, in lower case.
fn start(text: &str) -> [u8; 3] {
    let mut start = [0; 3];
    start.iter_mut().zip(text.bytes()).for_each(|(start, byte)| *start = byte.to_ascii_lowercase());
    start
}

/// A number for the first bytes of a text; all that are no letters count as one.
fn number(start: [u8; 3]) -> usize {
    let letter = |byte: u8| if byte.is_ascii_lowercase() { usize::from(byte - b'a') } else { 26 };
    (letter(start[0]) * 27 + letter(start[1])) * 27 + letter(start[2])
}

/// Whether any residue starts so, by number: nearly every word is let go by this alone.
static IS_START: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let mut all = vec![false; 27 * 27 * 27];
    RESIDUE.iter().for_each(|residue| all[number(start(residue))] = true);
    all
});

/// The residues by how they start: of most words, none.
static BY_START: LazyLock<BTreeMap<[u8; 3], Vec<&'static str>>> = LazyLock::new(|| {
    let mut all: BTreeMap<[u8; 3], Vec<&str>> = BTreeMap::new();
    for residue in RESIDUE {
        all.entry(start(residue)).or_default().push(residue);
    }
    all
});

/// What pages that were copied from the web bring along.
const RESIDUE: &[&str] = &[
    "your email address will not be published",
    "required fields are marked",
    "leave a reply",
    "leave a comment",
    "post a comment",
    "submit comment",
    "post comment",
    "be the first to comment",
    "comments ( 0 )",
    "please enter your comment",
    "please enter a comment",
    "please enter your name",
    "please provide a valid email",
    "please use comments to",
    "captcha",
    "share on linkedin",
    "share on facebook",
    "share on twitter",
    "buy on amazon",
    "[contact-form",
    "subscribe to our newsletter",
    "notify me of new posts",
    "save my name, email",
    "votre adresse e-mail ne sera pas publiée",
    "votre adresse de messagerie ne sera pas publiée",
    "les champs obligatoires sont indiqués",
    "laisser un commentaire",
    "publier le commentaire",
    "soyez le premier à commenter",
    "partager sur linkedin",
    "partager sur facebook",
    "enregistrer mon nom",
    "inscrivez-vous à notre newsletter",
    "deine e-mail-adresse wird nicht veröffentlicht",
    "erforderliche felder sind",
    "schreibe einen kommentar",
    "kommentar absenden",
    "auf linkedin teilen",
    "auf facebook teilen",
];
