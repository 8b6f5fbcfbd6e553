//! Two texts of one document to the blocks that stand for each other.
//!
//! 1. Headings with the same id on both sides belong together, and cut the rest into stretches.
//! 2. Within a stretch, the cheapest way through: kind of block, order, length, and what survives
//!    translation (numbers, targets, code). A block may stand for two.
//!
//! What fits nothing well enough stays alone and is reported as such; nothing is guessed.

use std::collections::{BTreeMap, BTreeSet};

use super::segment::{Place, Segment};
use crate::markdown::BlockKind;

/// Which blocks stand for which.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// Source and target blocks that belong together, in order; two on one side where a block was
    /// split or joined.
    pub pairs: Vec<(Vec<usize>, Vec<usize>)>,
    /// Source blocks that nothing stands for.
    pub missing: Vec<usize>,
    /// Target blocks that stand for nothing.
    pub extra: Vec<usize>,
}

impl Alignment {
    /// The target blocks that stand for each of `count` source blocks.
    #[must_use]
    pub fn targets(&self, count: usize) -> Vec<Vec<usize>> {
        let mut targets = vec![Vec::new(); count];
        for (sources, translated) in &self.pairs {
            for source in sources {
                if let Some(slot) = targets.get_mut(*source) {
                    slot.clone_from(translated);
                }
            }
        }
        targets
    }
}

/// What leaving a block alone costs. A pair that costs more than two of these is none.
pub(super) const ALONE: f64 = 4.0;
/// What it costs that one block became two.
const SPLIT: f64 = 2.5;
/// From so many names on, one of them is expected in the translation.
const NAMES: usize = 2;
/// What it costs that none is.
const STRANGERS: f64 = 8.0;
/// So many letters tell the script of a block.
const ENOUGH: usize = 80;
/// What it costs that a paragraph which a page repeats stands for one that is there once.
const FURNITURE: f64 = 9.0;
/// Stretches of more combinations than this are compared near the diagonal only.
const COMBINATIONS: usize = 1 << 20;

/// Finds which blocks of `target` stand for which of `source`; fields are not looked at.
#[must_use]
pub fn align(source: &[&Segment], target: &[&Segment]) -> Alignment {
    let (source, target) = (blocks(source), blocks(target));
    let ratio = ratio(&source, &target);
    let mut alignment = Alignment::default();
    let (mut from, mut to) = (0, 0);
    for (at, across) in anchored(&source, &target) {
        stretch(&source, &target, (from, at), (to, across), ratio, &mut alignment);
        alignment.pairs.push((vec![at], vec![across]));
        (from, to) = (at + 1, across + 1);
    }
    stretch(&source, &target, (from, source.len()), (to, target.len()), ratio, &mut alignment);
    alignment
}

/// How badly an alignment fits, to compare it with another of the same blocks: what its pairs cost, and what it leaves
/// alone.
pub(super) fn misfit(source: &[&Segment], target: &[&Segment], alignment: &Alignment) -> f64 {
    let (source, target) = (blocks(source), blocks(target));
    let ratio = ratio(&source, &target);
    let cost = |(from, to): &(Vec<usize>, Vec<usize>)| match (from.as_slice(), to.as_slice()) {
        ([from], [to]) => pair(&Features::of(&source[*from]), &Features::of(&target[*to]), ratio).min(2.0 * ALONE),
        _ => SPLIT,
    };
    #[allow(clippy::cast_precision_loss, reason = "a number of blocks is far below 2^52")]
    let alone = (alignment.missing.len() + alignment.extra.len()) as f64 * ALONE;
    alignment.pairs.iter().map(cost).sum::<f64>() + alone
}

/// What a block is recognised by at a glance.
struct Block<'a> {
    segment: &'a Segment,
    kind: BlockKind,
    /// In letters.
    length: f64,
}

fn blocks<'a>(segments: &[&'a Segment]) -> Vec<Block<'a>> {
    let block = |segment: &&'a Segment| Block {
        segment,
        kind: segment.place.block().unwrap_or(BlockKind::Paragraph),
        #[allow(clippy::cast_precision_loss, reason = "a length in characters is far below 2^52")]
        length: segment.text.chars().count() as f64,
    };
    segments.iter().map(block).collect()
}

/// What a block is recognised by at a second look.
struct Features<'a> {
    segment: &'a Segment,
    kind: BlockKind,
    length: f64,
    /// Numbers, link targets and code.
    constants: BTreeSet<String>,
    /// Names, which stay what they are where the script is the same.
    names: BTreeSet<&'a str>,
    is_latin: bool,
    /// Whether the same text stands elsewhere on the same side, as furniture of a page does.
    is_repeated: bool,
}

impl<'a> Features<'a> {
    fn of(block: &Block<'a>) -> Self {
        let Block { segment, kind, length } = *block;
        let names = super::risk::names(&segment.text).into_keys().collect();
        let (letters, latin) = segment
            .text
            .chars()
            .filter(|letter| letter.is_alphabetic())
            .take(ENOUGH)
            .fold((0, 0), |(all, latin), letter| (all + 1, latin + usize::from(letter < '\u{250}')));
        Self {
            segment,
            kind,
            length,
            constants: super::risk::constants(segment),
            names,
            is_latin: latin * 2 > letters,
            is_repeated: false,
        }
    }
}

/// The features of the blocks from `start` to `end`.
fn features<'a>(blocks: &[Block<'a>], (start, end): (usize, usize)) -> Vec<Features<'a>> {
    // A title that a page repeats may have signs around it, as in `» » A title`.
    let bare = |block: &Block<'a>| block.segment.text.trim_matches(|letter: char| !letter.is_alphanumeric());
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for block in blocks {
        *times.entry(bare(block)).or_default() += 1;
    }
    let features = blocks[start..end].iter().map(|block| Features {
        is_repeated: times.get(bare(block)).is_some_and(|times| *times > 1),
        ..Features::of(block)
    });
    features.collect()
}

/// How much longer the target is than the source.
fn ratio(source: &[Block<'_>], target: &[Block<'_>]) -> f64 {
    let length = |blocks: &[Block<'_>]| -> f64 { blocks.iter().map(|block| block.length).sum() };
    ((length(target) + 1.0) / (length(source) + 1.0)).clamp(0.4, 2.5)
}

/// Pairs of headings whose id is pinned in the target and the source's own, in rising order.
fn anchored(source: &[Block<'_>], target: &[Block<'_>]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut from = 0;
    for (across, heading) in target.iter().enumerate() {
        let Place::Block { anchor: Some(anchor), is_pinned: true, .. } = &heading.segment.place else { continue };
        let found =
            source.iter().enumerate().skip(from).find(
                |(_, other)| matches!(&other.segment.place, Place::Block { anchor: Some(own), .. } if own == anchor),
            );
        if let Some((at, _)) = found {
            pairs.push((at, across));
            from = at + 1;
        }
    }
    pairs
}

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Stop,
    Both,
    Missing,
    Extra,
    Split,
    Joined,
}

/// Aligns `source[a..b]` with `target[c..d]` by dynamic programming.
fn stretch(
    source: &[Block<'_>],
    target: &[Block<'_>],
    (a, b): (usize, usize),
    (c, d): (usize, usize),
    ratio: f64,
    alignment: &mut Alignment,
) {
    let (rows, columns) = (b - a, d - c);
    if is_parallel(&source[a..b], &target[c..d], ratio) {
        alignment.pairs.extend((0..rows).map(|at| (vec![a + at], vec![c + at])));
        return;
    }
    let (source, target) = (features(source, (a, b)), features(target, (c, d)));
    let band = if rows.saturating_mul(columns) <= COMBINATIONS { columns } else { rows.abs_diff(columns) + 100 };
    let width = (2 * band + 1).min(columns + 1);
    let first = |row: usize| {
        let middle = (row * columns).checked_div(rows).unwrap_or_default();
        middle.saturating_sub(band).min((columns + 1).saturating_sub(width))
    };
    let mut costs = vec![f64::INFINITY; (rows + 1) * width];
    let mut steps = vec![Step::Stop; (rows + 1) * width];
    let slot = |row: usize, column: usize| {
        let start = first(row);
        (column >= start && column < start + width).then(|| row * width + column - start)
    };
    for row in 0..=rows {
        for column in first(row)..(first(row) + width).min(columns + 1) {
            let mut best = if (row, column) == (0, 0) { (0.0, Step::Stop) } else { (f64::INFINITY, Step::Stop) };
            let mut offer = |before: Option<usize>, cost: f64, step: Step| {
                if let Some(before) = before {
                    let total = costs[before] + cost;
                    if total < best.0 {
                        best = (total, step);
                    }
                }
            };
            if row >= 1 && column >= 1 {
                let cost = pair(&source[row - 1], &target[column - 1], ratio);
                offer(slot(row - 1, column - 1), cost, Step::Both);
            }
            if row >= 1 {
                offer(slot(row - 1, column), ALONE, Step::Missing);
            }
            if column >= 1 {
                offer(slot(row, column - 1), ALONE, Step::Extra);
            }
            if row >= 1 && column >= 2 {
                let (one, two) = (&source[row - 1], [&target[column - 2], &target[column - 1]]);
                offer(slot(row - 1, column - 2), split(one, two, ratio), Step::Split);
            }
            if row >= 2 && column >= 1 {
                let (one, two) = (&target[column - 1], [&source[row - 2], &source[row - 1]]);
                offer(slot(row - 2, column - 1), split(one, two, 1.0 / ratio), Step::Joined);
            }
            if let Some(at) = slot(row, column) {
                (costs[at], steps[at]) = best;
            }
        }
    }
    let (mut row, mut column) = (rows, columns);
    let mut pairs = Vec::new();
    while (row, column) != (0, 0) {
        match slot(row, column).map_or(Step::Stop, |at| steps[at]) {
            Step::Both => {
                (row, column) = (row - 1, column - 1);
                pairs.push((vec![a + row], vec![c + column]));
            }
            Step::Split => {
                (row, column) = (row - 1, column - 2);
                pairs.push((vec![a + row], vec![c + column, c + column + 1]));
            }
            Step::Joined => {
                (row, column) = (row - 2, column - 1);
                pairs.push((vec![a + row, a + row + 1], vec![c + column]));
            }
            Step::Missing => {
                row -= 1;
                alignment.missing.push(a + row);
            }
            Step::Extra => {
                column -= 1;
                alignment.extra.push(c + column);
            }
            Step::Stop => {
                alignment.missing.extend(a..a + row);
                alignment.extra.extend(c..c + column);
                break;
            }
        }
    }
    pairs.reverse();
    alignment.pairs.extend(pairs);
    alignment.missing.sort_unstable();
    alignment.extra.sort_unstable();
}

/// Whether both sides have the same blocks in the same order, about as long on the whole: then there
/// is nothing to find out, and a much shorter paragraph is a much shorter paragraph.
fn is_parallel(source: &[Block<'_>], target: &[Block<'_>], ratio: f64) -> bool {
    if source.len() != target.len() || source.iter().zip(target).any(|(source, target)| source.kind != target.kind) {
        return false;
    }
    let far = source.iter().zip(target).filter(|(source, target)| lengths(source.length, target.length, ratio) > ALONE);
    far.count() * 4 <= source.len() || source.len() <= 2
}

/// Whether both blocks say the same: a translation has no hashes to tell it by.
fn is_same(source: &Features<'_>, target: &Features<'_>) -> bool {
    source.kind == target.kind
        && source.segment.text == target.segment.text
        && source.segment.targets == target.segment.targets
}

/// What it costs to say that two blocks stand for each other.
fn pair(source: &Features<'_>, target: &Features<'_>, ratio: f64) -> f64 {
    if is_same(source, target) {
        return -1.0;
    }
    let kinds = kinds(source.kind, target.kind);
    if kinds == f64::INFINITY {
        return kinds;
    }
    let is_furniture = target.kind == BlockKind::Paragraph && target.is_repeated && !source.is_repeated;
    let furniture = if is_furniture { FURNITURE } else { 0.0 };
    kinds + lengths(source.length, target.length, ratio) + constants(source, target) + furniture
}

/// What it costs to say that one block stands for two.
fn split(one: &Features<'_>, two: [&Features<'_>; 2], ratio: f64) -> f64 {
    if two.iter().any(|part| part.kind != one.kind) || matches!(one.kind, BlockKind::Heading(_) | BlockKind::Cell(_)) {
        return f64::INFINITY;
    }
    // A caption or a heading beside a long paragraph is no half of it.
    let (short, long) = (two[0].length.min(two[1].length), two[0].length.max(two[1].length));
    if short * 5.0 < long || two.iter().any(|part| part.is_repeated || !is_sentence(part)) {
        return f64::INFINITY;
    }
    SPLIT + lengths(one.length, two[0].length + two[1].length, ratio)
}

/// Whether a block ends as sentences do: half of a paragraph does, a caption or a label does not.
fn is_sentence(part: &Features<'_>) -> bool {
    let text = part.segment.text.trim_end_matches(|letter: char| {
        matches!(letter, '"' | '”' | '“' | '»' | '’' | ')' | ' ' | '\u{a0}' | '\u{202f}')
    });
    text.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।'])
}

fn kinds(source: BlockKind, target: BlockKind) -> f64 {
    use BlockKind::{Cell, Heading};
    match (source, target) {
        _ if source == target => 0.0,
        (Heading(_), Heading(_)) => 2.0,
        (Cell(_), Cell(_)) => 3.0,
        (Heading(_) | Cell(_), _) | (_, Heading(_) | Cell(_)) => f64::INFINITY,
        _ => 2.0,
    }
}

/// Nothing for lengths in the usual proportion, more the further they are from it. Short texts vary more.
pub(super) fn lengths(source: f64, target: f64, ratio: f64) -> f64 {
    let distance = ((target + 8.0) / (source * ratio + 8.0)).ln() / 0.35;
    (distance * distance).min(9.0)
}

fn constants(source: &Features<'_>, target: &Features<'_>) -> f64 {
    let is_same_script = source.is_latin && target.is_latin;
    if is_same_script && source.names.len() >= NAMES {
        let has = |name: &&&str| target.segment.text.contains(**name);
        if !source.names.iter().any(|name| has(&name)) {
            return STRANGERS;
        }
    }
    let shared = source.constants.intersection(&target.constants).count();
    let all = source.constants.union(&target.constants).count();
    match (shared, all) {
        (_, 0) => 0.0,
        (0, _) => 1.0,
        #[allow(clippy::cast_precision_loss, reason = "a handful of numbers and links")]
        (shared, all) => -2.0 * shared as f64 / all as f64,
    }
}
