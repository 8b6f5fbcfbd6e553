//! Two revisions of one source to what has changed between them, segment by segment.

use std::collections::{BTreeMap, BTreeSet};

use similar::{Algorithm, DiffOp, capture_diff_slices};
use smol_str::SmolStr;
use unicode_normalization::UnicodeNormalization;

use super::risk::{Risk, Watch, risks, words};
use super::segment::{Place, Revision, Segment};

/// One difference between two revisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What sort of difference.
    pub class: Class,
    /// The segment of the old revision; nothing where one was added.
    pub before: Option<usize>,
    /// The segment of the new revision; nothing where one was removed.
    pub after: Option<usize>,
    /// What could turn the meaning round.
    pub risks: BTreeSet<Risk>,
}

impl Change {
    /// What could turn the meaning round, in words: “a number is another”; nothing where nothing could.
    #[must_use]
    pub fn meaning(&self) -> Option<String> {
        let told: Vec<&str> = self.risks.iter().map(|risk| risk.told()).collect();
        (!told.is_empty()).then(|| told.join(", "))
    }
}

/// Whether an edit looks like one that no translation has to follow: other marks of typography, or words that are
/// spelt in another way. Only its author knows whether it is.
#[must_use]
pub fn is_slight(change: &Change, before: &Segment, after: &Segment) -> bool {
    if !change.risks.is_empty() {
        return false;
    }
    let (was, is) = (words(&before.text), words(&after.text));
    match change.class {
        Class::Typography => true,
        Class::Text => was.len() == is.len() && was.iter().zip(&is).all(|(one, other)| is_spelt_alike(one, other)),
        Class::Markup | Class::Moved | Class::Added | Class::Removed => false,
    }
}

/// Whether two words may be one in two spellings: `recieve` and `receive`, `colour` and `color`.
fn is_spelt_alike(one: &str, other: &str) -> bool {
    const SHORTEST: usize = 5;
    let is_long = one.chars().count().min(other.chars().count()) >= SHORTEST;
    one == other || (is_long && one.chars().next() == other.chars().next() && strsim::osa_distance(one, other) == 1)
}

/// What sort of difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Class {
    /// Other words.
    Text,
    /// Other quotation marks, dashes, spaces or capitals.
    Typography,
    /// The same words with other marks or another target.
    Markup,
    /// The same, elsewhere. Makes no translation outdated.
    Moved,
    /// New.
    Added,
    /// Gone.
    Removed,
}

impl Class {
    /// What people call it.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Text => "other words",
            Self::Typography => "typography only",
            Self::Markup => "markup only",
            Self::Moved => "moved",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

/// Two wordings with at least this share of their words in common are one segment, edited.
const ALIKE: f32 = 0.4;
/// Larger rewrites are paired in order, without comparing all with all.
const COMPARED: usize = 60;

/// Lists what has changed from `old` to `new`: fields by key, blocks in the order of `new`, with what was
/// removed where it stood.
#[must_use]
pub fn changes(old: &Revision, new: &Revision, watch: &Watch) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.id == new.id {
        return changes;
    }
    fields(old, new, watch, &mut changes);
    blocks(old, new, watch, &mut changes);
    changes
}

/// For each segment of `new`, the one of `old` that it is, changed or not.
#[must_use]
pub fn origins(old: &Revision, new: &Revision, changes: &[Change]) -> Vec<Option<usize>> {
    let mut origins = vec![None; new.segments.len()];
    let mut taken = BTreeSet::new();
    for change in changes {
        if let (Some(before), Some(after)) = (change.before, change.after) {
            origins[after] = Some(before);
        }
        taken.extend(change.before);
    }
    let changed: BTreeSet<usize> = changes.iter().filter_map(|change| change.after).collect();
    let mut by_hash: BTreeMap<(Option<&SmolStr>, &SmolStr), Vec<usize>> = BTreeMap::new();
    for (index, segment) in old.segments.iter().enumerate().rev().filter(|(index, _)| !taken.contains(index)) {
        by_hash.entry((field(segment), &segment.hash)).or_default().push(index);
    }
    for (index, segment) in new.segments.iter().enumerate().filter(|(index, _)| !changed.contains(index)) {
        origins[index] = by_hash.get_mut(&(field(segment), &segment.hash)).and_then(Vec::pop);
    }
    origins
}

fn field(segment: &Segment) -> Option<&SmolStr> {
    match &segment.place {
        Place::Field(key) => Some(key),
        Place::Block { .. } => None,
    }
}

fn fields(old: &Revision, new: &Revision, watch: &Watch, changes: &mut Vec<Change>) {
    let index = |revision: &Revision| -> BTreeMap<SmolStr, usize> {
        let fields = revision.segments.iter().enumerate();
        fields.filter_map(|(index, segment)| field(segment).map(|key| (key.clone(), index))).collect()
    };
    let (before, after) = (index(old), index(new));
    for (key, at) in &after {
        match before.get(key) {
            None => changes.push(added(*at)),
            Some(was) if old.segments[*was].hash != new.segments[*at].hash => {
                changes.push(edited(old, new, *was, *at, watch));
            }
            Some(_) => {}
        }
    }
    changes.extend(before.iter().filter(|(key, _)| !after.contains_key(*key)).map(|(_, was)| removed(*was)));
}

fn blocks(old: &Revision, new: &Revision, watch: &Watch, changes: &mut Vec<Change>) {
    let (before, after) = (old.blocks(), new.blocks());
    let hashes = |revision: &Revision, indices: &[usize]| -> Vec<SmolStr> {
        indices.iter().map(|index| revision.segments[*index].hash.clone()).collect()
    };
    let operations = capture_diff_slices(Algorithm::Myers, &hashes(old, &before), &hashes(new, &after));
    let mut hunks: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    for operation in operations {
        if matches!(operation, DiffOp::Equal { .. }) {
            hunks.push(Default::default());
        } else {
            if hunks.is_empty() {
                hunks.push(Default::default());
            }
            if let Some((gone, come)) = hunks.last_mut() {
                gone.extend(&before[operation.old_range()]);
                come.extend(&after[operation.new_range()]);
            }
        }
    }
    // What left one place and turned up at another has moved, and was not edited.
    let mut left: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for index in hunks.iter().flat_map(|(gone, _)| gone).rev() {
        left.entry(old.segments[*index].hash.as_str()).or_default().push(*index);
    }
    let mut moved: BTreeMap<usize, usize> = BTreeMap::new();
    for index in hunks.iter().flat_map(|(_, come)| come) {
        if let Some(was) = left.get_mut(new.segments[*index].hash.as_str()).and_then(Vec::pop) {
            moved.insert(*index, was);
        }
    }
    let has_moved: BTreeSet<usize> = moved.values().copied().collect();
    for (mut gone, come) in hunks {
        gone.retain(|index| !has_moved.contains(index));
        let rest: Vec<usize> = come.iter().copied().filter(|index| !moved.contains_key(index)).collect();
        let pairs = edits(old, new, &gone, &rest);
        let edited_from: BTreeMap<usize, usize> = pairs.iter().map(|(was, at)| (*at, *was)).collect();
        let gone = gone.into_iter().filter(|was| !pairs.iter().any(|(paired, _)| paired == was));
        changes.extend(gone.map(removed));
        for at in come {
            changes.push(if let Some(was) = moved.get(&at) {
                Change { class: Class::Moved, before: Some(*was), after: Some(at), risks: BTreeSet::new() }
            } else if let Some(was) = edited_from.get(&at) {
                edited(old, new, *was, at, watch)
            } else {
                added(at)
            });
        }
    }
}

fn added(at: usize) -> Change {
    Change { class: Class::Added, before: None, after: Some(at), risks: BTreeSet::new() }
}

fn removed(was: usize) -> Change {
    Change { class: Class::Removed, before: Some(was), after: None, risks: BTreeSet::new() }
}

fn edited(old: &Revision, new: &Revision, was: usize, at: usize, watch: &Watch) -> Change {
    let (before, after) = (&old.segments[was], &new.segments[at]);
    Change { class: class(before, after), before: Some(was), after: Some(at), risks: risks(before, after, watch) }
}

fn class(before: &Segment, after: &Segment) -> Class {
    if before.text.nfc().eq(after.text.nfc()) {
        return Class::Markup;
    }
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    if words(&before.text) == words(&after.text) && digits(&before.text) == digits(&after.text) {
        return Class::Typography;
    }
    Class::Text
}

/// Which of the blocks that came are blocks that went, edited: in order, by how much they share.
fn edits(old: &Revision, new: &Revision, gone: &[usize], come: &[usize]) -> Vec<(usize, usize)> {
    if let ([was], [at]) = (gone, come) {
        return if is_alike_in_kind(&old.segments[*was], &new.segments[*at]) { vec![(*was, *at)] } else { Vec::new() };
    }
    if gone.len().max(come.len()) > COMPARED {
        let pairs = gone.iter().copied().zip(come.iter().copied());
        return pairs.filter(|(was, at)| is_alike_in_kind(&old.segments[*was], &new.segments[*at])).collect();
    }
    let likeness = |was: usize, at: usize| -> f32 {
        let (before, after) = (&old.segments[was], &new.segments[at]);
        if !is_alike_in_kind(before, after) {
            return 0.0;
        }
        shared(&words(&before.text), &words(&after.text))
    };
    let likenesses: Vec<Vec<f32>> =
        gone.iter().map(|was| come.iter().map(|at| likeness(*was, *at)).collect()).collect();
    // The best total likeness of pairs in order.
    let mut best = vec![vec![0.0_f32; come.len() + 1]; gone.len() + 1];
    for row in (0..gone.len()).rev() {
        for column in (0..come.len()).rev() {
            let alone = best[row + 1][column].max(best[row][column + 1]);
            let likeness = likenesses[row][column];
            let both = if likeness >= ALIKE { likeness + best[row + 1][column + 1] } else { 0.0 };
            best[row][column] = alone.max(both);
        }
    }
    let (mut row, mut column, mut pairs) = (0, 0, Vec::new());
    while row < gone.len() && column < come.len() {
        let likeness = likenesses[row][column];
        if likeness >= ALIKE && best[row][column] <= likeness + best[row + 1][column + 1] {
            pairs.push((gone[row], come[column]));
            (row, column) = (row + 1, column + 1);
        } else if best[row + 1][column] >= best[row][column + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

/// The share of words that two wordings have in common, in the same order.
fn shared(before: &[String], after: &[String]) -> f32 {
    let operations = capture_diff_slices(Algorithm::Myers, before, after);
    let equal: usize = operations
        .iter()
        .filter(|operation| matches!(operation, DiffOp::Equal { .. }))
        .map(|operation| operation.old_range().len())
        .sum();
    #[allow(clippy::cast_precision_loss, reason = "words of a block")]
    let share = 2.0 * equal as f32 / (before.len() + after.len()).max(1) as f32;
    share
}

fn is_alike_in_kind(before: &Segment, after: &Segment) -> bool {
    use crate::markdown::BlockKind::{Cell, Heading};
    match (before.place.block(), after.place.block()) {
        (Some(Heading(_)), Some(Heading(_))) | (Some(Cell(_)), Some(Cell(_))) => true,
        (Some(Heading(_) | Cell(_)), _) | (_, Some(Heading(_) | Cell(_))) => false,
        _ => true,
    }
}
