//! Links whose text says nothing of where they go.

use super::{at, prose};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;
use crate::markdown::ReferenceKind;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        for link in page.document.parsed.body.references.iter().filter(|one| one.kind != ReferenceKind::Image) {
            let Some(label) = &link.label else { continue };
            let said = label.trim().trim_end_matches(['.', '!', ':', '…', '»', '>', ' ']).to_lowercase();
            if VAGUE.contains(&said.as_str()) {
                let message = format_args!("the link text “{}” says nothing of where it goes", label.trim());
                diagnostics.push(at(page.document, link.whole, Name::VagueLinkText, message).help(
                    "link the words that name the other page, or leave the text out: `[[article:id]]` shows its title",
                ));
            }
        }
    }
}

/// What readers who hear a list of links cannot tell apart, in the languages we know.
const VAGUE: &[&str] = &[
    "here",
    "click here",
    "this",
    "this page",
    "this link",
    "link",
    "more",
    "read more",
    "learn more",
    "see more",
    "ici",
    "cliquez ici",
    "cette page",
    "ce lien",
    "lien",
    "en savoir plus",
    "lire la suite",
    "plus",
    "voir plus",
    "hier",
    "hier klicken",
    "diese seite",
    "mehr",
    "mehr erfahren",
    "weiterlesen",
    "aquí",
    "haga clic aquí",
    "más",
    "leer más",
    "qui",
    "clicca qui",
    "aqui",
    "clique aqui",
    "هنا",
    "اضغط هنا",
    "انقر هنا",
    "المزيد",
    "اقرأ المزيد",
    "هذا الرابط",
];
