//! What translations answer to, before and after a rename: snapshots under the new keys, and every hash
//! that a translation or a declared minor edit names.
//!
//! A rename changes no word that anybody translated. What was fresh stays fresh, and what was outdated
//! stays outdated by as much.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::target::Target;
use super::walk::Walk;
use crate::base::{Fingerprint, SourcePath, Spanned};
use crate::content::Documents;
use crate::content::EntityId;
use crate::content::front_matter::split::split;
use crate::content::text::Localizable;
use crate::edit::Edit;
use crate::edit::translate::{Refused, Setting, fields};
use crate::markdown::{self, Limits};
use crate::source::SourceSet;
use crate::translation::{
    File, MINOR, Minor, Place, Reading, Revision, Subject, SubjectId, Subjects, replace, snapshot,
};

/// Files that lie elsewhere afterwards: from where, to where.
pub(super) type Moves = Vec<(SourcePath, SourcePath)>;

/// The hashes of segments that say the same under another name.
type Hashes = BTreeMap<String, String>;

/// Adds what keeps translations as fresh as they are to `texts`, the files that the rename changes.
///
/// `after` is the site as it will be; `paths` leads from a path there to the one of today. Notes of what translations said
/// move with them.
pub(super) fn follow(
    setting: &Setting<'_>,
    target: &Target,
    after: &SourceSet,
    paths: &dyn Fn(&SourcePath) -> SourcePath,
    texts: &mut BTreeMap<SourcePath, String>,
) -> Result<(Vec<Edit>, Moves), Refused> {
    let mut problems = crate::diagnostic::Diagnostics::default();
    let memo = &mut crate::content::Memo::default();
    let documents: Documents = crate::content::parse(after, setting.config, memo, &mut problems);
    let subjects = Subjects::collect(after, &documents, setting.config, &mut problems);
    let mut snapshots: BTreeMap<SourcePath, String> = BTreeMap::new();
    let mut moved = Hashes::new();
    let mut notes: Vec<(SourcePath, SourcePath, Reading)> = Vec::new();
    for old in setting.subjects.iter() {
        let Some(new) = subjects.get(&renamed(target, &old.id)) else { continue };
        let (was, is) = (old.today(), new.today());
        let mut today = Hashes::new();
        hashes(target, old, &was, &is, &mut today);
        for (locale, file) in &old.translations {
            let (Some(base), Some(translation)) = (&file.said().base, new.translations.get(locale)) else { continue };
            let mut known = today.clone();
            let now = if base.value == was.id {
                if was.id != is.id {
                    snapshots.insert(snapshot::path(&is.id), snapshot::write(&is, new.source.body()));
                }
                is.id.to_string()
            } else {
                match rewritten(setting, target, old, &base.value) {
                    Some((before, now, text)) => {
                        hashes(target, old, &before, &now, &mut known);
                        if now.id != before.id {
                            snapshots.insert(snapshot::path(&now.id), text);
                        }
                        now.id.to_string()
                    }
                    None => base.value.clone(),
                }
            };
            let path = paths(translation.path());
            let values = values(file, &now, &known);
            if !values.is_empty() {
                let text = match texts.get(&path) {
                    Some(text) => text.clone(),
                    None => setting.text(&path)?.to_owned(),
                };
                texts.insert(path.clone(), fields::set(translation.path(), &text, &values)?);
            }
            if let Some(mut note) = Reading::find(setting.sources, file.path()) {
                if let Some((before, now, text)) = rewritten(setting, target, old, &note.base) {
                    hashes(target, old, &before, &now, &mut known);
                    if now.id != before.id {
                        snapshots.insert(snapshot::path(&now.id), text);
                    }
                    note.base = now.id;
                } else if note.base == was.id {
                    note.base = is.id.clone();
                }
                let mut said = Hashes::new();
                hashes(target, old, &old.revision(file), &new.revision(translation), &mut said);
                notes.push((
                    Reading::path(file.path()),
                    Reading::path(translation.path()),
                    note.following(&known, &said),
                ));
            }
            moved.extend(known);
        }
        moved.extend(today);
    }
    let is_there = |path: &SourcePath| setting.sources.get(path).is_some();
    let mut edits: Vec<Edit> = snapshots
        .into_iter()
        .filter(|(path, _)| !is_there(path))
        .map(|(path, text)| Edit { path, before: None, text })
        .collect();
    edits.extend(minor(setting, &moved));
    let mut moves = Moves::new();
    for (from, to, note) in notes {
        let before = setting.sources.get(&from).map(crate::source::SourceFile::fingerprint);
        let text = note.write();
        if setting.text(&from)? != text {
            edits.push(Edit { path: to.clone(), before, text });
        }
        if from != to {
            moves.push((from, to));
        }
    }
    Ok((edits, moves))
}

fn renamed(target: &Target, id: &SubjectId) -> SubjectId {
    match id {
        SubjectId::Document(id) => SubjectId::Document(target.renamed(id)),
        SubjectId::Vocabulary(kind) => SubjectId::Vocabulary(*kind),
    }
}

/// What the keys of a subject are keys of.
fn owner(subject: &Subject) -> EntityId {
    match &subject.id {
        SubjectId::Document(id) => id.clone(),
        SubjectId::Vocabulary(kind) => EntityId::new(*kind, ""),
    }
}

/// Pairs the segments of a revision with the same ones after the rename.
fn hashes(target: &Target, subject: &Subject, was: &Revision, is: &Revision, found: &mut Hashes) {
    let owner = owner(subject);
    let (blocks, now) = (was.blocks(), is.blocks());
    let pairs = blocks.iter().zip(&now).map(|(before, after)| (&was.segments[*before], &is.segments[*after]));
    let fields = was.segments.iter().filter_map(|segment| match &segment.place {
        Place::Field(key) => Some((segment, is.field(&target.key(&owner, key))?)),
        Place::Block { .. } => None,
    });
    for (before, after) in pairs.chain(fields).filter(|(before, after)| before.hash != after.hash) {
        found.insert(before.hash.to_string(), after.hash.to_string());
    }
}

/// The snapshot with this name as it was, as it is after the rename, and its new text.
fn rewritten(
    setting: &Setting<'_>,
    target: &Target,
    subject: &Subject,
    base: &str,
) -> Option<(Revision, Revision, String)> {
    let path = snapshot::path(base);
    let text = setting.sources.text(&path)?;
    let before = snapshot::read(&path, text).ok()?;
    let parts = split(&path, text).ok()?;
    let owner = owner(subject);
    let body = markdown::parse(parts.body.of(text), 0, &Limits::default());
    let mut walk = Walk::new(target, subject.source.path(), &body.text, owner.clone(), None);
    walk.body(&body);
    let changes: Vec<_> = walk.changes.iter().map(|(range, new)| (*range, new.as_str())).collect();
    let body_text = replace(&body.text, &changes);
    let texts: Localizable = before
        .segments
        .iter()
        .filter_map(|segment| match &segment.place {
            Place::Field(key) => {
                let text: Arc<str> = walk.line(&segment.markdown).into();
                Some((target.key(&owner, key), Spanned::new(text, segment.range)))
            }
            Place::Block { .. } => None,
        })
        .collect();
    let body = markdown::parse(&body_text, 0, &Limits::default());
    let now = Revision::of_parts(&texts, &[], &body);
    let text = snapshot::write(&now, &body);
    Some((before, now, text))
}

/// The fields of a translation that name a hash which is another now.
fn values(file: &File, base: &str, known: &Hashes) -> Vec<(&'static str, String)> {
    let said = file.said();
    let mut values = Vec::new();
    if said.base.as_ref().is_some_and(|old| old.value != base) {
        values.push(("base", base.to_owned()));
    }
    for (name, list) in [("synced", &said.synced), ("same", &said.same)] {
        if list.iter().any(|hash| known.contains_key(&hash.value)) {
            let now = list.iter().map(|hash| known.get(&hash.value).map_or(hash.value.as_str(), String::as_str));
            values.push((name, fields::list(now)));
        }
    }
    values
}

/// Declared minor edits hold for the texts under their new names as well.
fn minor(setting: &Setting<'_>, moved: &Hashes) -> Option<Edit> {
    let mut all: Minor = setting.subjects.minor.clone();
    let more: Vec<(String, String, String)> = all
        .iter()
        .filter(|(from, to, _)| moved.contains_key(*from) || moved.contains_key(*to))
        .map(|(from, to, document)| {
            let now = |hash: &str| moved.get(hash).cloned().unwrap_or_else(|| hash.to_owned());
            (now(from), now(to), document.to_owned())
        })
        .collect();
    if more.is_empty() {
        return None;
    }
    for (from, to, document) in &more {
        all.insert(from, to, document);
    }
    let path = SourcePath::new(MINOR);
    let before: Option<Fingerprint> = setting.sources.get(&path).map(crate::source::SourceFile::fingerprint);
    Some(Edit { path, before, text: all.write() })
}
