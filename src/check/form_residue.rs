//! Texts that hold what is left of a web form.

use super::{at, prose};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        for block in page.document.parsed.body.blocks.iter().filter(|block| block.kind.is_prose()) {
            let text = block.text.trim().to_lowercase();
            if let Some(residue) = RESIDUE.iter().find(|residue| text.contains(**residue)) {
                let message = format_args!("“{residue}” looks like a part of a web form");
                diagnostics.push(at(page.document, block.range, Name::FormResidue, message).help("take it out"));
            }
        }
    }
}

/// What pages that were copied from the web bring along.
const RESIDUE: &[&str] = &[
    "your email address will not be published",
    "required fields are marked",
    "leave a reply",
    "leave a comment",
    "post a comment",
    "submit comment",
    "post comment",
    "[contact-form",
    "subscribe to our newsletter",
    "notify me of new posts",
    "save my name, email",
    "votre adresse e-mail ne sera pas publiée",
    "votre adresse de messagerie ne sera pas publiée",
    "les champs obligatoires sont indiqués",
    "laisser un commentaire",
    "publier le commentaire",
    "enregistrer mon nom",
    "inscrivez-vous à notre newsletter",
    "deine e-mail-adresse wird nicht veröffentlicht",
    "erforderliche felder sind",
    "schreibe einen kommentar",
];
