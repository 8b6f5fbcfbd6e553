//! A source, the revision that a translation was made from, and the translation, to how things stand.
//!
//! Two facts that do not depend on each other: *quality* is declared by people, *freshness* is
//! computed. A `base` that differs from today's source only starts the comparison; the segments
//! decide, so what has merely moved makes nothing outdated.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use smol_str::SmolStr;
use unicode_normalization::UnicodeNormalization;

use super::align::{Alignment, align, misfit};
use super::changes::{Change, Class, changes, is_slight, origins};
use super::lag::{Lag, lags};
use super::minor::Minor;
use super::risk::Watch;
use super::segment::{Mark, Place, Revision, Segment};
use crate::base::Locale;
use crate::content::front_matter::{Quality, Translation};

/// What a translation answers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// Today's source: nothing has changed.
    Today,
    /// An older revision, which is known.
    Known(Revision),
    /// An older revision of which nothing but the name is left.
    Lost(SmolStr),
    /// Nobody has said.
    Unsaid,
}

/// Whether a translation still says what its source says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum Freshness {
    /// It does.
    Fresh,
    /// So many segments of the source were changed, added or removed since.
    Outdated {
        /// How many.
        changed: usize,
    },
    /// The source has changed, and nobody knows what.
    Unknown,
    /// It does not say which revision it answers to.
    Unverified,
}

/// How one translation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Standing {
    /// As people have declared.
    pub quality: Quality,
    /// As computed.
    pub freshness: Freshness,
    /// The segments of today's source.
    pub segments: usize,
    /// Those of them that nothing is written for, or only the source's own text.
    pub untranslated: usize,
    /// Those of them that have to differ between languages: not a number, a dash or a name.
    #[serde(skip)]
    pub translatable: usize,
    /// The words of the source that are still to be done: untranslated or changed.
    pub words: usize,
}

impl Standing {
    /// Whether nothing of it is translated: it counts as no translation.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.translatable > 0 && self.untranslated >= self.translatable
    }

    /// Whether readers are to be told that the source has moved on.
    #[must_use]
    pub fn is_outdated(&self) -> bool {
        matches!(self.freshness, Freshness::Outdated { .. } | Freshness::Unknown)
    }

    /// `reviewed, outdated 2/18`.
    #[must_use]
    pub fn shown(&self) -> String {
        if self.is_missing() {
            return "missing".to_owned();
        }
        let quality = quality_name(self.quality);
        match self.freshness {
            Freshness::Fresh if self.untranslated > 0 => {
                format!("{quality}, {}/{} not translated", self.untranslated, self.segments)
            }
            Freshness::Fresh => quality.to_owned(),
            Freshness::Outdated { changed } => format!("{quality}, outdated {changed}/{}", self.segments),
            Freshness::Unknown => format!("{quality}, outdated, difference unknown"),
            Freshness::Unverified => "unverified".to_owned(),
        }
    }
}

/// What people call it.
#[must_use]
pub fn quality_name(quality: Quality) -> &'static str {
    match quality {
        Quality::Machine => "machine",
        Quality::Draft => "draft",
        Quality::Reviewed => "reviewed",
    }
}

/// One segment of today's source with all that belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair<'a> {
    /// Today's source.
    pub source: &'a Segment,
    /// The same segment in the revision that the translation answers to; nothing if it is new since.
    pub base: Option<&'a Segment>,
    /// Its translation; nothing where there is none.
    pub target: Option<&'a Segment>,
    /// The second half of its translation, where it was split.
    pub second: Option<&'a Segment>,
    /// What has changed in the source since, unless the translation has followed.
    pub change: Option<&'a Change>,
    /// Whether its translation is missing or merely the source's text.
    pub is_untranslated: bool,
    /// Whether the translation says which revision it answers to; if not, the pair rests on structure alone.
    pub is_verified: bool,
}

impl<'a> Pair<'a> {
    /// The wording that the translation was made from, as far as is known: what it is to be checked against.
    #[must_use]
    pub fn original(&self) -> &'a Segment {
        if self.change.is_some() { self.base.unwrap_or(self.source) } else { self.source }
    }
}

/// One translation beside its source and what it was made from.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Today's source.
    pub source: Arc<Revision>,
    /// What the translation answers to.
    pub base: Base,
    /// The translation.
    pub target: Revision,
    /// What has changed in the source since, moves included.
    pub changes: Vec<Change>,
    /// For each change, whether the translation need not or did follow: moved, synced, or minor.
    pub settled: Vec<bool>,
    /// How it stands.
    pub standing: Standing,
    origins: Vec<Option<usize>>,
    targets: Vec<Vec<usize>>,
    change_of: Vec<Option<usize>>,
    untranslated: Vec<bool>,
    /// Segments of the translation that stand for nothing in today's source or in the base.
    pub extra: Vec<usize>,
    /// Segments of the translation whose source was removed, with the index of the change.
    pub obsolete: Vec<(usize, usize)>,
}

/// What a comparison is made of.
#[derive(Clone, Debug)]
pub struct Given<'a> {
    /// Today's source.
    pub source: Arc<Revision>,
    /// What the translation answers to.
    pub base: Base,
    /// The translation.
    pub target: Revision,
    /// What the translation says of itself.
    pub said: &'a Translation,
    /// Edits that need no translation.
    pub minor: &'a Minor,
    /// What may turn a meaning round, and which words are names.
    pub watch: &'a Watch,
    /// Names that are the same in every language, in lower case.
    pub names: &'a BTreeSet<String>,
}

/// Compares a translation with its source.
#[must_use]
pub fn compare(given: Given<'_>) -> Comparison {
    let Given { source, base, target, said, .. } = given;
    let changes = match &base {
        Base::Known(base) => changes(base, &source, given.watch),
        _ => Vec::new(),
    };
    let old = match &base {
        Base::Known(base) => base,
        _ => &source,
    };
    let synced: BTreeSet<&str> = said.synced.iter().map(|hash| hash.value.as_str()).collect();
    let settled: Vec<bool> =
        changes.iter().map(|change| is_settled(change, old, &source, &synced, given.minor)).collect();
    let origins = match &base {
        Base::Known(base) => origins(base, &source, &changes),
        _ => (0..source.segments.len()).map(Some).collect(),
    };
    let mut change_of = vec![None; source.segments.len()];
    for (index, change) in changes.iter().enumerate() {
        if let (Some(after), false) = (change.after, settled[index]) {
            change_of[after] = Some(index);
        }
    }
    let aligned = targets(old, &source, &target, &changes, &settled, &origins);
    let same: BTreeSet<&str> = said.same.iter().map(|hash| hash.value.as_str()).collect();
    let translatable: Vec<bool> = source.segments.iter().map(|segment| is_translatable(segment, given.names)).collect();
    let untranslated: Vec<bool> = source
        .segments
        .iter()
        .zip(&aligned.targets)
        .zip(&translatable)
        .map(|((segment, targets), is)| *is && is_untranslated(segment, targets, &target, &same))
        .collect();
    let changed = changes.iter().zip(&settled).filter(|(_, settled)| !**settled).count();
    let words = source
        .segments
        .iter()
        .enumerate()
        .filter(|(index, _)| untranslated[*index] || change_of[*index].is_some())
        .map(|(_, segment)| segment.words())
        .sum();
    let standing = Standing {
        quality: said.status,
        freshness: match &base {
            Base::Today => Freshness::Fresh,
            Base::Known(_) if changed == 0 => Freshness::Fresh,
            Base::Known(_) => Freshness::Outdated { changed },
            Base::Lost(_) => Freshness::Unknown,
            Base::Unsaid => Freshness::Unverified,
        },
        segments: source.segments.len(),
        untranslated: untranslated.iter().filter(|is| **is).count(),
        translatable: source
            .segments
            .iter()
            .zip(&translatable)
            .filter(|(segment, is)| **is && !same.contains(segment.hash.as_str()))
            .count(),
        words,
    };
    Comparison {
        source,
        base,
        target,
        changes,
        settled,
        standing,
        origins,
        targets: aligned.targets,
        change_of,
        untranslated,
        extra: aligned.extra,
        obsolete: aligned.obsolete,
    }
}

/// Whether a change asks nothing of the translation.
fn is_settled(change: &Change, old: &Revision, new: &Revision, synced: &BTreeSet<&str>, minor: &Minor) -> bool {
    let hash = |revision: &Revision, index: Option<usize>| {
        index.and_then(|index| revision.segments.get(index)).map(|segment| segment.hash.clone())
    };
    let (before, after) = (hash(old, change.before), hash(new, change.after));
    match (change.class, before, after) {
        (Class::Moved, ..) => true,
        (_, Some(before), Some(after)) => synced.contains(after.as_str()) || minor.leads(&before, &after),
        (_, None, Some(after)) => synced.contains(after.as_str()),
        (_, Some(before), None) => synced.contains(before.as_str()),
        (_, None, None) => true,
    }
}

struct Aligned {
    /// For each segment of today's source.
    targets: Vec<Vec<usize>>,
    extra: Vec<usize>,
    obsolete: Vec<(usize, usize)>,
}

/// Finds the translation of each segment of today's source: fields by key; blocks by way of the
/// revision that the translation was made from, and of what it has followed since.
fn targets(
    old: &Revision,
    new: &Revision,
    target: &Revision,
    changes: &[Change],
    settled: &[bool],
    origins: &[Option<usize>],
) -> Aligned {
    let mut targets = vec![Vec::new(); new.segments.len()];
    let mut obsolete = Vec::new();
    let mut extra = Vec::new();
    let fields = by_key(new.segments.iter().enumerate());
    let removed = by_key(
        changes
            .iter()
            .enumerate()
            .filter(|(_, change)| change.after.is_none())
            .filter_map(|(index, change)| Some((index, old.segments.get(change.before?)?))),
    );
    for (index, segment) in target.segments.iter().enumerate() {
        let Place::Field(key) = &segment.place else { continue };
        if let Some(at) = fields.get(key) {
            targets[*at].push(index);
        } else if let Some(change) = removed.get(key) {
            obsolete.push((index, *change));
        } else {
            extra.push(index);
        }
    }
    // The blocks that the translation is expected to have, in the order it is expected to have
    // them: those of its base; without what it has dropped since, with what it has taken up.
    let mut expected: Vec<Expected> = Vec::new();
    let mut dropped: BTreeSet<usize> = BTreeSet::new();
    for (change, is_settled) in changes.iter().zip(settled) {
        if let (Class::Removed, true, Some(before)) = (change.class, is_settled, change.before) {
            dropped.insert(before);
        }
    }
    let after_of: BTreeMap<usize, usize> =
        origins.iter().enumerate().filter_map(|(now, was)| was.map(|was| (was, now))).collect();
    for was in old.blocks() {
        if !dropped.contains(&was) {
            expected.push(Expected { was: Some(was), now: after_of.get(&was).copied() });
        }
    }
    let followed: BTreeSet<usize> =
        changes.iter().zip(settled).filter(|(_, settled)| **settled).filter_map(|(change, _)| change.after).collect();
    let added: Vec<usize> = changes
        .iter()
        .filter(|change| change.class == Class::Added)
        .filter_map(|change| change.after)
        .filter(|at| new.segments[*at].place.block().is_some())
        .collect();
    let (is_noted, all) = (|at: &usize| followed.contains(at), |_: &usize| true);
    let written: Vec<usize> = target.blocks();
    let blocks: Vec<&Segment> = written.iter().map(|index| &target.segments[*index]).collect();
    let sources = |expected: &[Expected]| -> Vec<&Segment> {
        expected.iter().filter_map(|one| one.segment(old, new, &followed)).collect()
    };
    let fit = |expected: Vec<Expected>| (align(&sources(&expected), &blocks), expected);
    // Whoever has moved what moved in the source has it in today's order before anything says so.
    if changes.iter().any(|change| change.class == Class::Moved) {
        let [was, is] = [expected.clone(), in_todays_order(&expected)].map(|expected| {
            let (alignment, expected) = fit(with_added(&expected, &added, is_noted));
            misfit(&sources(&expected), &blocks, &alignment)
        });
        if is + CLEARLY < was {
            expected = in_todays_order(&expected);
        }
    }
    // An update has put in what was added since, so it is expected, translated or not.
    let takes_up = target.segments.iter().any(|segment| segment.mark == Some(Mark::New));
    let (mut alignment, mut expected) =
        fit(if takes_up { with_added(&expected, &added, all) } else { with_added(&expected, &added, is_noted) });
    // Blocks too many may be the translation of what was added, if nothing else changes its place.
    let is_surplus = !alignment.extra.is_empty() || alignment.pairs.iter().any(|(_, to)| to.len() > 1);
    if !takes_up && is_surplus && added.iter().any(|at| !is_noted(at)) {
        let (other, wider) = fit(with_added(&expected, &added, |at| !is_noted(at)));
        if other.extra.len() <= alignment.extra.len()
            && couples(&alignment, &expected).is_subset(&couples(&other, &wider))
        {
            (alignment, expected) = (other, wider);
        }
    }
    let Alignment { pairs, extra: alone, .. } = alignment;
    extra.extend(alone.into_iter().map(|index| written[index]));
    let mut change_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, change) in changes.iter().enumerate() {
        change.before.into_iter().for_each(|before| _ = change_of.entry(before).or_insert(index));
    }
    for (from, to) in pairs {
        for source in from {
            let Expected { was, now } = expected[source];
            if let Some(now) = now {
                targets[now].extend(to.iter().map(|index| written[*index]));
            } else if let Some(change) = was.and_then(|was| change_of.get(&was)) {
                obsolete.extend(to.iter().map(|index| (written[*index], *change)));
            }
        }
    }
    extra.sort_unstable();
    Aligned { targets, extra, obsolete }
}

/// The fields among some segments, by key.
fn by_key<'a>(segments: impl Iterator<Item = (usize, &'a Segment)>) -> BTreeMap<&'a SmolStr, usize> {
    segments
        .filter_map(|(index, segment)| match &segment.place {
            Place::Field(key) => Some((key, index)),
            Place::Block { .. } => None,
        })
        .collect()
}

/// A block that the translation is expected to have: where it was, and where it is today.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Expected {
    was: Option<usize>,
    now: Option<usize>,
}

impl Expected {
    /// What its translation is to be found by: of what was followed, today's wording.
    fn segment<'a>(&self, old: &'a Revision, new: &'a Revision, followed: &BTreeSet<usize>) -> Option<&'a Segment> {
        match (self.was, self.now) {
            (_, Some(now)) if followed.contains(&now) => new.segments.get(now),
            (Some(was), _) => old.segments.get(was),
            (None, Some(now)) => new.segments.get(now),
            (None, None) => None,
        }
    }
}

/// By so much another order has to fit better than the one that is known.
const CLEARLY: f64 = 1.0;

/// The blocks expected as today's source has them; what it has no more stays behind what stood before it.
fn in_todays_order(expected: &[Expected]) -> Vec<Expected> {
    let mut place = 0;
    let mut placed: Vec<(usize, Expected)> = Vec::with_capacity(expected.len());
    for one in expected {
        place = one.now.unwrap_or(place);
        placed.push((place, *one));
    }
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, one)| one).collect()
}

/// The blocks expected with those of the added ones that `is_meant`, each after its neighbour of today.
fn with_added(expected: &[Expected], added: &[usize], is_meant: impl Fn(&usize) -> bool) -> Vec<Expected> {
    let mut expected = expected.to_vec();
    for at in added.iter().copied().filter(is_meant) {
        let before = expected.iter().rposition(|expected| expected.now.is_some_and(|now| now < at));
        expected.insert(before.map_or(0, |before| before + 1), Expected { was: None, now: Some(at) });
    }
    expected
}

/// What an alignment says for certain: one block for one.
fn couples(alignment: &Alignment, expected: &[Expected]) -> BTreeSet<(Expected, usize)> {
    let couple = |(from, to): &(Vec<usize>, Vec<usize>)| match (from.as_slice(), to.as_slice()) {
        ([from], [to]) => Some((*expected.get(*from)?, *to)),
        _ => None,
    };
    alignment.pairs.iter().filter_map(couple).collect()
}

fn is_untranslated(source: &Segment, targets: &[usize], target: &Revision, same: &BTreeSet<&str>) -> bool {
    let Some(first) = targets.first().and_then(|index| target.segments.get(*index)) else { return true };
    // A no-break space or a dash is no wording of anything.
    let says_nothing = |index: &usize| {
        target.segments.get(*index).is_none_or(|segment| !segment.text.chars().any(char::is_alphanumeric))
    };
    let is_copy = targets.len() == 1 && (first.text == source.text || first.text.nfc().eq(source.text.nfc()));
    (is_copy || targets.iter().all(says_nothing)) && !same.contains(source.hash.as_str())
}

/// Whether a segment has to be said in another way in another language.
fn is_translatable(source: &Segment, names: &BTreeSet<String>) -> bool {
    source.has_letters() && (names.is_empty() || !names.contains(&source.text.to_lowercase()))
}

impl Comparison {
    /// Every segment of today's source with its base, its translation and what has changed, in order.
    pub fn pairs(&self) -> impl Iterator<Item = Pair<'_>> {
        self.source.segments.iter().enumerate().map(|(index, source)| {
            let target = |which: usize| self.targets[index].get(which).and_then(|at| self.target.segments.get(*at));
            Pair {
                source,
                base: match &self.base {
                    Base::Today => Some(source),
                    Base::Known(base) => self.origins[index].and_then(|was| base.segments.get(was)),
                    Base::Lost(_) | Base::Unsaid => None,
                },
                target: target(0),
                second: target(1),
                change: self.change_of[index].and_then(|change| self.changes.get(change)),
                is_untranslated: self.untranslated[index],
                is_verified: matches!(self.base, Base::Today | Base::Known(_)),
            }
        })
    }

    /// The changes that the translation has still to follow; those that may turn the meaning round first.
    #[must_use]
    pub fn open(&self) -> Vec<&Change> {
        let mut open: Vec<&Change> = self
            .changes
            .iter()
            .zip(&self.settled)
            .filter(|(_, settled)| !**settled)
            .map(|(change, _)| change)
            .collect();
        open.sort_by_key(|change| change.risks.is_empty());
        open
    }

    /// The same with the number that each is called by: its place among all changes, from 1.
    #[must_use]
    pub fn numbered(&self) -> Vec<(usize, &Change)> {
        let number = |change: &Change| self.changes.iter().position(|other| other == change).map_or(0, |at| at + 1);
        self.open().into_iter().map(|change| (number(change), change)).collect()
    }

    /// What has only moved in the source, while its translation stands where it stood.
    #[must_use]
    pub fn out_of_order(&self) -> Vec<&Change> {
        let place = |index: usize| -> Option<usize> {
            self.source.segments[index].place.block()?;
            let target = self.target.segments.get(*self.targets[index].first()?)?;
            Some(target.range.start())
        };
        let is_out = |change: &&Change| {
            let Some((at, own)) = change.after.and_then(|at| Some((at, place(at)?))) else { return false };
            let mut others = (0..self.targets.len()).filter_map(|other| Some((other, place(other)?)));
            others.any(|(other, there)| other != at && there != own && (other < at) != (there < own))
        };
        self.changes.iter().filter(|change| change.class == Class::Moved).filter(is_out).collect()
    }

    /// The places among all changes of those that are open and whose text is not translated.
    #[must_use]
    pub fn untranslated_changes(&self) -> BTreeSet<usize> {
        let open = (0..self.changes.len()).filter(|index| !self.settled[*index]);
        open.filter(|index| self.changes[*index].after.is_some_and(|after| self.untranslated[after])).collect()
    }

    /// The segment that a change was made to, in the base.
    #[must_use]
    pub fn before(&self, change: &Change) -> Option<&Segment> {
        match &self.base {
            Base::Known(base) => change.before.and_then(|index| base.segments.get(index)),
            _ => None,
        }
    }

    /// Whether a change looks like a mended typo, which its author may declare minor.
    #[must_use]
    pub fn is_slight(&self, change: &Change) -> bool {
        self.before(change).zip(self.after(change)).is_some_and(|(was, is)| is_slight(change, was, is))
    }

    /// The segments whose translation is word for word what the source says.
    pub fn copied(&self) -> impl Iterator<Item = Pair<'_>> {
        self.pairs()
            .filter(|pair| pair.is_untranslated && pair.target.is_some_and(|target| target.text == pair.source.text))
    }

    /// Everything up to the segment that a change was made to, in the base.
    pub(super) fn before_of(&self, change: &Change) -> &[Segment] {
        match (&self.base, change.before) {
            (Base::Known(base), Some(index)) => base.segments.get(..=index).unwrap_or_default(),
            _ => &[],
        }
    }

    /// The segment that a change led to, in today's source.
    #[must_use]
    pub fn after(&self, change: &Change) -> Option<&Segment> {
        change.after.and_then(|index| self.source.segments.get(index))
    }

    /// What the translation, from a source in `from` into `into`, seems not to have followed of a change.
    #[must_use]
    pub fn lags(&self, change: &Change, from: &Locale, into: &Locale) -> Vec<Lag> {
        let (Some(before), Some(after)) = (self.before(change), self.after(change)) else { return Vec::new() };
        let targets = change.after.map(|after| self.targets[after].as_slice()).unwrap_or_default();
        let targets: Vec<&Segment> = targets.iter().filter_map(|index| self.target.segments.get(*index)).collect();
        if targets.is_empty() || change.risks.is_empty() {
            return Vec::new();
        }
        lags(before, after, &targets, from, into)
    }

    /// The translation of what a change was made to.
    #[must_use]
    pub fn translation_of(&self, change: &Change) -> Option<&Segment> {
        if let Some(after) = change.after {
            return self.targets[after].first().and_then(|index| self.target.segments.get(*index));
        }
        let index = self.changes.iter().position(|other| other == change)?;
        let (target, _) = self.obsolete.iter().find(|(_, removed)| *removed == index)?;
        self.target.segments.get(*target)
    }
}
