//! A translation as it was last read, to what its source has come to say since, and whether it has followed.
//!
//! `base` says which revision a translation answers to, and anybody can write another there before the text is
//! changed. So what it said for each text of its source is noted, by hash, in `content/l10n/read/`: one file for each
//! translation, in the place that the translation has below `content/`.
//!
//! 1. The note is made when a person has read the translation, and before that as soon as it answers to a source.
//! 2. It stays as it is, whatever `base` says meanwhile, until somebody reads the translation again.
//! 3. What the source has come to say since the revision of the note is what a reviewer has to look at; a text that
//!    says what the note says, for a source that has other words now, has not followed.
//!
//! Only hashes are kept: no wording of anybody is there twice, and two languages never write the same file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use smol_str::SmolStr;

use super::changes::{Change, Class, changes};
use super::freshness::{Base, Comparison};
use super::segment::Segment;
use super::snapshot;
use super::subject::{File, Subject, Subjects};
use crate::base::{SourcePath, TextRange};
use crate::content::front_matter::{Quality, Translation};
use crate::source::SourceSet;

/// Where the notes lie.
pub const FOLDER: &str = "content/l10n/read";

const HEAD: &str = "# For each text of the source, what its translation said when it was last read. Written by cxbook, never by hand.\n";

/// What a translation said when it was last read, or first answered to a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The revision of the source that it answered to.
    pub base: SmolStr,
    /// When and by whom it was read; nothing if nobody has.
    pub by: Option<String>,
    /// Hashes of texts of the source, each with that of a text which stood for it.
    said: BTreeSet<(SmolStr, SmolStr)>,
}

impl Reading {
    /// Where the note of the translation at `translation` lies.
    #[must_use]
    pub fn path(translation: &SourcePath) -> SourcePath {
        let path = translation.as_str();
        let path = path.strip_prefix("content/").unwrap_or(path);
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        SourcePath::new(format!("{FOLDER}/{stem}.txt"))
    }

    /// The note of the translation at `translation`, if there is one.
    #[must_use]
    pub fn find(sources: &SourceSet, translation: &SourcePath) -> Option<Self> {
        Self::parse(sources.text(&Self::path(translation))?)
    }

    /// Reads a note. What is no line of one is passed over, as what a merge leaves behind is.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut reading = Self::default();
        for line in text.lines() {
            match line.split_once(' ') {
                Some(("base", base)) if reading.base.is_empty() => reading.base = base.trim().into(),
                Some(("read", by)) if reading.by.is_none() => reading.by = Some(by.trim().to_owned()),
                Some((source, said)) if is_hash(source) && is_hash(said.trim()) => {
                    reading.said.insert((source.into(), said.trim().into()));
                }
                _ => {}
            }
        }
        is_hash(&reading.base).then_some(reading)
    }

    /// What the translation in `file` says for each text of today's source, to which it answers.
    #[must_use]
    pub fn of(subject: &Subject, file: &File, comparison: &Comparison, by: Option<String>) -> Self {
        Self::noted(subject, file, comparison, (comparison.source.id.clone(), by))
    }

    /// The same of the revision that it was made from, where that is known. What it said there for texts that have
    /// changed since is not: nobody knows whether it has followed already.
    #[must_use]
    pub fn of_base(subject: &Subject, file: &File, comparison: &Comparison) -> Option<Self> {
        let Base::Known(base) = &comparison.base else { return None };
        Some(Self::noted(subject, file, comparison, (base.id.clone(), read_by(file.said()))))
    }

    fn noted(subject: &Subject, file: &File, comparison: &Comparison, (base, by): (SmolStr, Option<String>)) -> Self {
        let is_of_today = base == comparison.source.id;
        let mut reading = Self { base, by, said: BTreeSet::new() };
        let hashes = Hashes::of(subject, file);
        for pair in comparison.pairs() {
            let is_known = is_of_today || pair.base.is_some_and(|base| base.hash == pair.source.hash);
            for target in pair.target.into_iter().chain(pair.second).filter(|_| is_known) {
                reading.add(&pair.source.hash, hashes.hash(target));
            }
        }
        reading
    }

    /// Notes what stands for a text of the source.
    pub fn add(&mut self, source: &str, translation: &str) {
        if is_hash(source) && is_hash(translation) {
            self.said.insert((source.into(), translation.into()));
        }
    }

    /// Whether that stood for that text of the source.
    #[must_use]
    pub fn has(&self, source: &str, translation: &str) -> bool {
        self.said.contains(&(source.into(), translation.into()))
    }

    /// The same where texts of the source, and of the translation, have other hashes and say the same.
    #[must_use]
    pub fn following(mut self, source: &BTreeMap<String, String>, translation: &BTreeMap<String, String>) -> Self {
        let now =
            |known: &BTreeMap<String, String>, hash: SmolStr| known.get(hash.as_str()).map_or(hash, SmolStr::from);
        self.said = self.said.into_iter().map(|(one, other)| (now(source, one), now(translation, other))).collect();
        self
    }

    /// Every text of the source by its hash, with that of what stood for it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.said.iter().map(|(source, said)| (source.as_str(), said.as_str()))
    }

    /// The file of the note: one text a line, in the order of the hashes.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = format!("{HEAD}base {}\n", self.base);
        if let Some(by) = &self.by {
            let _ = writeln!(text, "read {by}");
        }
        for (source, said) in &self.said {
            let _ = writeln!(text, "{source} {said}");
        }
        text
    }

    /// Whether somebody has read the translation since, as what it says of itself tells.
    #[must_use]
    pub fn is_read_again(&self, said: &Translation) -> bool {
        read_by(said).is_some_and(|by| self.by.as_ref() != Some(&by))
    }

    /// Whether the note is to be made anew for a translation that answers to `today`: it is of today, or somebody has
    /// read the translation since.
    #[must_use]
    pub fn is_over(&self, today: &str, said: &Translation) -> bool {
        self.base == today || self.is_read_again(said)
    }
}

/// When and by whom a translation was read, as it says: “2026-10-05 jean-petit”; nothing where nobody has.
#[must_use]
pub fn read_by(said: &Translation) -> Option<String> {
    let reviewer = said.reviewer.as_ref().map_or("", |reviewer| reviewer.value.as_str());
    let date = said.date.as_ref().map_or_else(String::new, |date| date.value.to_string());
    (said.status == Quality::Reviewed).then(|| by(&date, reviewer))
}

/// How a note says that a translation was read, on one line.
#[must_use]
pub fn by(date: &str, reviewer: &str) -> String {
    date.split_whitespace().chain(reviewer.split_whitespace()).collect::<Vec<_>>().join(" ")
}

fn is_hash(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The hashes of the texts of a translation, which comparing leaves out, by where they stand.
#[derive(Debug)]
pub struct Hashes(BTreeMap<TextRange, SmolStr>);

impl Hashes {
    /// Reads them.
    #[must_use]
    pub fn of(subject: &Subject, file: &File) -> Self {
        let segments = subject.revision(file).segments;
        Self(segments.into_iter().map(|segment| (segment.range, segment.hash)).collect())
    }

    /// The hash of a segment of the same file.
    #[must_use]
    pub fn hash(&self, segment: &Segment) -> &str {
        self.0.get(&segment.range).map_or("", SmolStr::as_str)
    }
}

/// What a translation says beside what it said when it was last read.
#[derive(Debug)]
pub struct Untouched {
    reading: Reading,
    hashes: Hashes,
}

impl Untouched {
    /// Reads its note, if there is one.
    #[must_use]
    pub fn find(sources: &SourceSet, subject: &Subject, file: &File) -> Option<Self> {
        let reading = Reading::find(sources, file.path())?;
        Some(Self { reading, hashes: Hashes::of(subject, file) })
    }

    /// Whether what stands for the text of this change is what stood for it before.
    #[must_use]
    pub fn is(&self, comparison: &Comparison, change: &Change) -> bool {
        let (before, target) = (comparison.before(change), comparison.translation_of(change));
        let is_edited = comparison.after(change).is_some();
        is_edited && before.zip(target).is_some_and(|(was, says)| self.reading.has(&was.hash, self.hashes.hash(says)))
    }
}

/// What the source has come to say since a translation was last read, and that the translation is said to have followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// What sort of change it is, and what could turn the meaning round. Its indices are of the revision of the note
    /// and of today's source.
    pub change: Change,
    /// The text as it was; nothing if it is new.
    pub before: Option<Segment>,
    /// The text as it is; nothing if it is gone.
    pub after: Option<Segment>,
    /// What stands for it.
    pub target: Option<Segment>,
    /// Whether that says what it said then.
    pub is_unchanged: bool,
    /// Whether nobody has said that this is right.
    pub is_suspect: bool,
}

impl Unread {
    /// Of a translation that says what it said: whether that is to be looked at.
    #[must_use]
    pub fn told(&self) -> &'static str {
        match self.is_suspect {
            true => "this translation did not change, though its source did",
            false => "this translation did not change",
        }
    }
}

impl Subjects {
    /// What a reviewer has to look at: what has changed in the source since the translation was last read and is said
    /// to be followed. What `comparison` still has open is not among it.
    #[must_use]
    pub fn unread(&self, sources: &SourceSet, subject: &Subject, file: &File, comparison: &Comparison) -> Vec<Unread> {
        let Some(reading) = Reading::find(sources, file.path()) else { return Vec::new() };
        let today = &comparison.source;
        let is_since = match &comparison.base {
            Base::Today => reading.base != today.id,
            Base::Known(base) => reading.base != base.id,
            Base::Lost(_) | Base::Unsaid => false,
        };
        let path = snapshot::path(&reading.base);
        let before = sources.text(&path).filter(|_| is_since).and_then(|text| snapshot::read(&path, text).ok());
        let Some(before) = before.map(|before| before.following(&subject.former())) else { return Vec::new() };
        let all = changes(&before, today, &self.watch(subject.source.locale()));
        let open = comparison.open();
        let is_open = |change: &Change, segment: Option<&Segment>| {
            open.iter().any(|other| match (change.after, other.after) {
                (Some(after), Some(other)) => after == other,
                (None, None) => comparison.before(other).map(|other| &other.hash) == segment.map(|own| &own.hash),
                _ => false,
            })
        };
        let hashes = std::cell::LazyCell::new(|| Hashes::of(subject, file));
        let pairs: Vec<_> = comparison.pairs().collect();
        let mut unread = Vec::new();
        for change in all {
            let was = change.before.and_then(|index| before.segments.get(index));
            let is = change.after.and_then(|index| today.segments.get(index));
            let is_minor = was.zip(is).is_some_and(|(was, is)| self.minor.leads(&was.hash, &is.hash));
            if change.class == Class::Moved || is_minor || is_open(&change, was) {
                continue;
            }
            let pair = change.after.and_then(|index| pairs.get(index));
            let targets: Vec<&Segment> =
                pair.into_iter().flat_map(|pair| pair.target.into_iter().chain(pair.second)).collect();
            let stood_for = |source: &Segment| {
                !targets.is_empty() && targets.iter().all(|target| reading.has(&source.hash, hashes.hash(target)))
            };
            let is_unchanged = was.is_some_and(stood_for);
            let is_suspect = is_unchanged && change.class == Class::Text && !is.is_some_and(stood_for);
            unread.push(Unread {
                before: was.cloned(),
                after: is.cloned(),
                target: targets.first().map(|target| (*target).clone()),
                is_unchanged,
                is_suspect,
                change,
            });
        }
        unread.sort_by_key(|one| (!one.is_suspect, one.change.risks.is_empty()));
        unread
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_read_as_it_was_written_and_survives_what_a_merge_leaves() {
        let (source, said) = ("0123456789abcdef", "fedcba9876543210");
        let mut reading =
            Reading { base: source.into(), by: Some("2026-10-05 Jean P.".to_owned()), ..Reading::default() };
        reading.add(source, said);
        assert_eq!(Reading::parse(&reading.write()), Some(reading.clone()));
        let merged = reading.write().replace("read ", "<<<<<<< ours\nread ")
            + "=======\nbase 0000000000000000\n>>>>>>> theirs\n";
        assert_eq!(Reading::parse(&merged), Some(reading));
        assert_eq!(Reading::parse("nothing of it"), None);
    }

    #[test]
    fn each_translation_has_a_note_of_its_own() {
        let path = |path: &str| Reading::path(&SourcePath::new(path)).to_string();
        assert_eq!(path("content/articles/tone/index.fr.md"), "content/l10n/read/articles/tone/index.fr.txt");
        assert_eq!(path("content/vocab/touchpoints.pt-BR.yaml"), "content/l10n/read/vocab/touchpoints.pt-BR.txt");
    }
}
