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
            if is_vague(&said, page.locale.language()) {
                let message = format_args!("the link text “{}” says nothing of where it goes", label.trim());
                diagnostics.push(at(page.document, link.whole, Name::VagueLinkText, message).help(
                    "link the words that name the other page, or leave the text out: `[[article:id]]` shows its title",
                ));
            }
        }
    }
}

/// What readers who hear a list of links cannot tell apart, by the language of the text.
///
/// One word may say nothing in one language and much in another: `hier` is here and yesterday.
fn is_vague(said: &str, language: &str) -> bool {
    const ENGLISH: &[&str] = &[
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
    ];
    let own: &[&str] = match language {
        "fr" => {
            &["ici", "cliquez ici", "cette page", "ce lien", "lien", "en savoir plus", "lire la suite", "voir plus"]
        }
        "de" => &["hier", "hier klicken", "diese seite", "mehr", "mehr erfahren", "weiterlesen"],
        "es" => &["aquí", "haga clic aquí", "esta página", "más", "leer más", "saber más"],
        "it" => &["qui", "clicca qui", "questa pagina", "leggi tutto", "scopri di più"],
        "pt" => &["aqui", "clique aqui", "esta página", "mais", "leia mais", "saiba mais"],
        "nl" => &["hier", "klik hier", "deze pagina", "meer", "lees meer", "lees verder"],
        "ar" => &["هنا", "اضغط هنا", "انقر هنا", "المزيد", "اقرأ المزيد", "هذا الرابط"],
        _ => &[],
    };
    ENGLISH.contains(&said) || own.contains(&said)
}
