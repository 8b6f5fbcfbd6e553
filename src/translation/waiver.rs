//! `<!-- l10n:ok RULE reason -->` to what it lets pass.
//!
//! A waiver speaks of the block it stands in or before; behind the last block, of the front matter.
//! `TERM` takes the id of a concept; every other rule goes by its name.

use super::passage::Part;
use crate::base::TextRange;
use crate::diagnostic::Name;
use crate::markdown::Body;

/// One waiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// What passes.
    pub what: What,
    /// Whether it says why.
    pub has_reason: bool,
    /// The whole comment.
    pub range: TextRange,
    /// The block it speaks of; nothing for the front matter.
    pub block: Option<usize>,
}

/// What a waiver lets pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Everything about the concept with this id.
    Term(String),
    /// Everything that this rule finds.
    Rule(Name),
    /// There is no such rule.
    Unknown(String),
}

/// The waivers of a body, in order.
#[must_use]
pub fn waivers(body: &Body) -> Vec<Waiver> {
    body.directives
        .iter()
        .filter_map(|directive| {
            let rest = directive.text.strip_prefix("ok")?;
            if !(rest.is_empty() || rest.starts_with(char::is_whitespace)) {
                return None;
            }
            let mut words = rest.split_whitespace();
            let what = match words.next().unwrap_or_default() {
                "TERM" => What::Term(words.next().unwrap_or_default().to_owned()),
                rule => Name::parse(rule).map_or_else(|| What::Unknown(rule.to_owned()), What::Rule),
            };
            let block = body
                .blocks
                .iter()
                .position(|block| block.kind.is_prose() && block.range.end() > directive.range.start());
            Some(Waiver { what, has_reason: words.next().is_some(), range: directive.range, block })
        })
        .collect()
}

impl Waiver {
    /// Whether it speaks of what `name` has found there, about `concept` if about one.
    #[must_use]
    pub fn covers(&self, name: Name, concept: Option<&str>, part: &Part) -> bool {
        let is_there = match part {
            Part::Key(_) => self.block.is_none(),
            Part::Block(block) | Part::Image(block) => self.block == Some(*block),
        };
        is_there
            && match &self.what {
                What::Term(id) => concept == Some(id),
                What::Rule(rule) => *rule == name,
                What::Unknown(_) => false,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Limits, parse};

    #[test]
    fn a_waiver_speaks_of_its_block_or_of_the_next() {
        let text =
            "a <!-- l10n:ok TERM x why -->\n\n<!-- l10n:ok typography -->\n\nb\n\n<!-- l10n:ok nothing at all -->\n";
        let found: Vec<_> = waivers(&parse(text, 0, &Limits::default()))
            .into_iter()
            .map(|waiver| (waiver.what, waiver.has_reason, waiver.block))
            .collect();
        assert_eq!(
            found,
            [
                (What::Term("x".into()), true, Some(0)),
                (What::Rule(Name::Typography), false, Some(2)),
                (What::Unknown("nothing".into()), true, None)
            ]
        );
    }
}
