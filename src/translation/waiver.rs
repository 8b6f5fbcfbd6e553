//! `<!-- l10n:ok RULE reason -->`, and in YAML `# l10n:ok RULE reason`, to what it lets pass.
//!
//! A waiver speaks of the block it stands in or before; behind the last block, of the front matter.
//! In YAML it stands on a line of its own and speaks of the text below it, or behind a text and speaks of that.
//! `TERM` takes the id of a concept; every other rule goes by its name.

use super::passage::Part;
use crate::base::TextRange;
use crate::content::TextKey;
use crate::content::text::Localizable;
use crate::content::yaml;
use crate::diagnostic::Name;
use crate::markdown::{Body, is_translated_code};

/// One waiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// What passes.
    pub what: What,
    /// Whether it says why.
    pub has_reason: bool,
    /// The whole comment.
    pub range: TextRange,
    /// What it speaks of.
    pub of: Of,
}

/// What a waiver speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// The block with this index.
    Block(usize),
    /// The text with this key.
    Key(TextKey),
    /// Every text of the front matter.
    FrontMatter,
    /// Nothing: no text is below it.
    Nothing,
}

/// How a waiver is written where this text stands.
#[must_use]
pub fn how_to_waive(part: &Part, what: &str, why: &str) -> String {
    match part {
        Part::Key(_) => format!("`# l10n:ok {what} {why}` on a line above it"),
        Part::Block(_) | Part::Image(_) => format!("`<!-- l10n:ok {what} {why} -->`"),
    }
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
            let (what, has_reason) = said(directive.text.strip_prefix("ok")?)?;
            let block = body.blocks.iter().position(|block| {
                let is_read = block.kind.is_prose() || is_translated_code(body, block);
                is_read && block.range.end() > directive.range.start()
            });
            Some(Waiver { what, has_reason, range: directive.range, of: block.map_or(Of::FrontMatter, Of::Block) })
        })
        .collect()
}

/// The waivers in the comments of a file's YAML, which ends at `end`, in order.
#[must_use]
pub fn waivers_of_yaml(text: &str, end: usize, texts: &Localizable) -> Vec<Waiver> {
    const SIGN: &str = "l10n:ok";
    if !text.get(..end).unwrap_or_default().contains(SIGN) {
        return Vec::new();
    }
    let waiver = |range: TextRange| {
        let rest = range.of(text).trim_start_matches('#').trim_start().strip_prefix(SIGN)?;
        let (what, has_reason) = said(rest)?;
        let line = text[..range.start()].rfind('\n').map_or(0, |at| at + 1);
        let is_alone = text[line..range.start()].trim().is_empty();
        let is_before = |text: TextRange| !is_alone && text.start() <= range.start() && text.end() >= line;
        let before = texts.iter().filter(|(_, text)| is_before(text.range)).max_by_key(|(_, text)| text.range);
        let below =
            || texts.iter().filter(|(_, text)| text.range.start() > range.start()).min_by_key(|(_, text)| text.range);
        let of = before.or_else(below).map_or(Of::Nothing, |(key, _)| Of::Key(key.clone()));
        Some(Waiver { what, has_reason, range, of })
    };
    yaml::comments(text, TextRange::new(0, end)).into_iter().filter_map(waiver).collect()
}

/// What stands behind `l10n:ok`: what passes, and whether it says why.
fn said(rest: &str) -> Option<(What, bool)> {
    if !(rest.is_empty() || rest.starts_with(char::is_whitespace)) {
        return None;
    }
    let mut words = rest.split_whitespace();
    let what = match words.next().unwrap_or_default() {
        "TERM" => What::Term(words.next().unwrap_or_default().to_owned()),
        rule => Name::parse(rule).map_or_else(|| What::Unknown(rule.to_owned()), What::Rule),
    };
    Some((what, words.next().is_some()))
}

impl Waiver {
    /// Whether it speaks of what `name` has found there, about `concept` if about one.
    #[must_use]
    pub fn covers(&self, name: Name, concept: Option<&str>, part: &Part) -> bool {
        let is_there = match (part, &self.of) {
            (Part::Key(_), Of::FrontMatter) => true,
            (Part::Key(key), Of::Key(own)) => key == own,
            (Part::Block(block) | Part::Image(block), Of::Block(own)) => block == own,
            _ => false,
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
    fn a_comment_in_yaml_speaks_of_the_text_before_or_below_it_and_text_is_no_comment() {
        let text = "a:\n  # l10n:ok number-mismatch why\n  name: >- # l10n:ok typography so\n    b\n    # l10n:ok odd-length no\n\
            c: d # l10n:ok TERM x why\n# l10n:ok TERM y\n";
        let at = |part: &str| text.find(part).unwrap();
        let value = |value: &str, start, end| crate::base::Spanned::new(value.into(), TextRange::new(start, end));
        let mut texts = Localizable::new();
        texts.insert("a.name".into(), value("b", at(">-"), at("c: d")));
        texts.insert("c".into(), value("d", at("d #"), at(" # l10n:ok TERM x")));
        let found: Vec<_> = waivers_of_yaml(text, text.len(), &texts)
            .into_iter()
            .map(|waiver| (waiver.what, waiver.has_reason, waiver.of))
            .collect();
        let key = |key: &str| Of::Key(key.into());
        assert_eq!(
            found,
            [
                (What::Rule(Name::NumberMismatch), true, key("a.name")),
                (What::Rule(Name::Typography), true, key("a.name")),
                (What::Term("x".into()), true, key("c")),
                (What::Term("y".into()), false, Of::Nothing),
            ]
        );
        assert!(waivers_of_yaml(text, 2, &texts).is_empty());
    }

    #[test]
    fn a_waiver_speaks_of_its_block_or_of_the_next() {
        let text =
            "a <!-- l10n:ok TERM x why -->\n\n<!-- l10n:ok typography -->\n\nb\n\n<!-- l10n:ok nothing at all -->\n";
        let found: Vec<_> = waivers(&parse(text, 0, &Limits::default()))
            .into_iter()
            .map(|waiver| (waiver.what, waiver.has_reason, waiver.of))
            .collect();
        assert_eq!(
            found,
            [
                (What::Term("x".into()), true, Of::Block(0)),
                (What::Rule(Name::Typography), false, Of::Block(2)),
                (What::Unknown("nothing".into()), true, Of::FrontMatter)
            ]
        );
    }
}
