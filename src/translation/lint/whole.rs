//! A whole translation beside its source: what was lost, what was confused, what a tool has left.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::{Beside, Found, shortened};
use crate::base::{Span, TextRange};
use crate::diagnostic::Name;
use crate::translation::passage::Part;
use crate::translation::{Mark, Segment};

/// Reports it.
pub(super) fn check(beside: &Beside<'_>, found: &mut Vec<Found>) {
    lost(beside, found);
    confused(beside, found);
    marked(beside, found);
}

/// Blocks of the source that nothing stands for, though the translation has a body.
fn lost(beside: &Beside<'_>, found: &mut Vec<Found>) {
    let page = beside.page;
    if !beside.comparison.target.segments.iter().any(|segment| segment.place.block().is_some()) {
        return;
    }
    let mut last: Option<&Segment> = None;
    for pair in beside.comparison.pairs().filter(|pair| pair.source.place.block().is_some()) {
        if let Some(target) = pair.target {
            last = Some(pair.second.unwrap_or(target));
            continue;
        }
        // What is new or has changed since is for `translate diff` to tell.
        if pair.change.is_some() || !pair.source.has_letters() {
            continue;
        }
        let place = last.map_or(TextRange::at(page.body.offset), |segment| TextRange::at(segment.range.end()));
        let kind = pair.source.place.name();
        let diagnostic = page
            .problem(
                Name::LostBlock,
                place,
                format_args!("a {kind} of the source has no translation: “{}”", shortened(&pair.source.text)),
            )
            .label("it would belong behind this")
            .related(Span::new(beside.source.path, pair.source.range), "in the source")
            .help("translate it here; if it is left out on purpose, say why: `<!-- l10n:ok lost-block why -->`");
        let part = last.map_or(Part::Block(0), |segment| page.part(segment));
        found.push(Found::new(&part, diagnostic));
    }
}

/// Two texts say the same here that say different things in the source.
fn confused(beside: &Beside<'_>, found: &mut Vec<Found>) {
    let is_same = |one: &Segment, other: &Segment| folded(&one.text).eq(folded(&other.text));
    let pairs = || {
        let pairs = beside.comparison.pairs().filter(|pair| !pair.is_untranslated && pair.second.is_none());
        pairs.filter_map(|pair| Some((pair, pair.target?))).filter(|(_, target)| target.letters >= 20)
    };
    // Equal texts have equally many letters, so most need no closer look.
    let mut lengths: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, target) in pairs() {
        *lengths.entry(target.letters).or_default() += 1;
    }
    let mut known: BTreeMap<u64, Vec<(&Segment, &Segment)>> = BTreeMap::new();
    for (pair, target) in pairs().filter(|(_, target)| lengths.get(&target.letters).is_some_and(|count| *count > 1)) {
        let mut hasher = DefaultHasher::new();
        folded(&target.text).for_each(|letter| letter.hash(&mut hasher));
        let alike = known.entry(hasher.finish()).or_default();
        match alike.iter().find(|(_, segment)| is_same(segment, target)) {
            Some((first, segment)) if !is_same(first, pair.original()) && segment.range != target.range => {
                let diagnostic = beside
                    .page
                    .problem(Name::OneForTwo, target.range, "two different texts of the source are the same here")
                    .label(format_args!("the source says “{}”", shortened(&pair.original().text)))
                    .related(Span::new(beside.page.path, segment.range), "and the same here")
                    .help("see which of the two it translates");
                found.push(Found::new(&beside.page.part(target), diagnostic));
            }
            Some(_) => {}
            None => alike.push((pair.original(), target)),
        }
    }
}

/// The letters of a text, whatever their case.
fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().flat_map(char::to_lowercase)
}

/// What an update has marked and nobody has dealt with.
fn marked(beside: &Beside<'_>, found: &mut Vec<Found>) {
    for segment in &beside.comparison.target.segments {
        let (what, help) = match segment.mark {
            Some(Mark::New) => ("`l10n:new` says that this is to be translated", "translate it and remove the comment"),
            Some(Mark::Obsolete) => {
                ("`l10n:obsolete` says that the source of this is gone", "remove the comment and what it speaks of")
            }
            None => continue,
        };
        let diagnostic = beside.page.problem(Name::LeftoverDirective, segment.range, what).label("here").help(help);
        found.push(Found::new(&beside.page.part(segment), diagnostic));
    }
}
