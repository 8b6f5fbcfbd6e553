//! What looks like personal data in personas and in what people said.

use super::{at, prose};
use crate::base::Date;
use crate::config::Config;
use crate::content::Kind;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        let held: fn(&str) -> bool = match page.node.id.kind {
            Kind::Persona => |_| true,
            Kind::Journey => |key| key.starts_with("evidence."),
            Kind::Example => |key| key.starts_with("quote"),
            _ => continue,
        };
        let texts = page.document.parsed.front_matter.texts().into_iter().flatten().filter(|(key, _)| held(key));
        let journey = if page.locale == &page.node.locale { page.node.journey() } else { None };
        let via = journey.into_iter().flat_map(|journey| journey.evidence.values()).filter_map(|one| one.via.as_ref());
        let via = via.map(|via| (via.value.as_str(), via.range));
        for (text, range) in texts.map(|(_, text)| (&*text.value, text.range)).chain(via) {
            if let Some((what, found)) = personal(text) {
                diagnostics.push(
                    at(page.document, range, Name::PersonalData, format_args!("this looks like {what}: `{found}`"))
                        .help("take it out: a persona is nobody, and a quote must not lead to somebody"),
                );
            }
        }
    }
}

/// An e-mail address or a telephone number, shortened so that reports do not spread it.
fn personal(text: &str) -> Option<(&'static str, String)> {
    let email = text.split(|letter: char| letter.is_whitespace() || "<>()[],;".contains(letter)).find(|word| {
        let word = word.trim_end_matches(['.', ':']);
        word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.trim_matches('.').contains('.'))
    });
    if let Some(email) = email {
        return Some(("an e-mail address", shortened(email)));
    }
    let mut run = String::new();
    for letter in text.chars().chain(['\n']) {
        if letter.is_ascii_digit()
            || (letter == '+' && run.is_empty())
            || (" .-()/\u{a0}".contains(letter) && !run.is_empty())
        {
            run.push(letter);
            continue;
        }
        let digits = run.chars().filter(char::is_ascii_digit).count();
        let is_number = (9..=15).contains(&digits) && (run.starts_with('+') || run.starts_with('0'));
        if is_number {
            return Some(("a telephone number", shortened(run.trim())));
        }
        run.clear();
    }
    None
}

fn shortened(found: &str) -> String {
    let start: String = found.chars().take(4).collect();
    format!("{start}…")
}
