//! Revisions whose words nobody has kept, and what older files say, to the snapshots that were missing.

use std::collections::BTreeSet;

use super::{Edit, Setting};
use crate::base::SourcePath;
use crate::content;
use crate::diagnostic::Diagnostics;
use crate::source::SourceSet;
use crate::translation::{Subject, SubjectId, Subjects, snapshot};

/// A revision of a source that a translation answers to, and that nobody has kept the words of.
#[derive(Clone, Debug)]
pub struct Lost<'a> {
    subject: &'a Subject,
    base: String,
}

/// Every such revision but those that today's sources still are.
#[must_use]
pub fn lost<'a>(setting: &Setting<'a>) -> Vec<Lost<'a>> {
    let mut all = Vec::new();
    for subject in setting.subjects.iter() {
        let bases: BTreeSet<&str> = subject
            .translations
            .values()
            .filter_map(|file| file.said().base.as_ref())
            .map(|base| base.value.as_str())
            .filter(|base| setting.sources.get(&snapshot::path(base)).is_none())
            .collect();
        if !bases.is_empty() {
            let today = subject.today();
            let lost = bases.into_iter().filter(|base| *base != today.id.as_str());
            all.extend(lost.map(|base| Lost { subject, base: base.to_owned() }));
        }
    }
    all
}

impl Lost<'_> {
    /// What it is a revision of.
    #[must_use]
    pub fn subject(&self) -> &SubjectId {
        &self.subject.id
    }

    /// Where its words would lie.
    #[must_use]
    pub fn snapshot(&self) -> SourcePath {
        snapshot::path(&self.base)
    }

    /// The file that once said them.
    #[must_use]
    pub fn source(&self) -> &SourcePath {
        self.subject.source.path()
    }

    /// The snapshot again, if that is what an older file says that lay in its place.
    #[must_use]
    pub fn in_snapshot(&self, text: &str) -> Option<Edit> {
        let path = self.snapshot();
        snapshot::read(&path, text).ok()?;
        Some(Edit { path, before: None, text: text.to_owned() })
    }

    /// The snapshot made anew, if an older version of the source says what the translation answers to.
    #[must_use]
    pub fn in_source(&self, setting: &Setting<'_>, text: &str) -> Option<Edit> {
        let mut older = SourceSet::default();
        older.insert(self.source().clone(), text.as_bytes());
        let mut problems = Diagnostics::default();
        let documents = content::parse(&older, setting.config, &mut content::Memo::keeping_nothing(), &mut problems);
        let subjects = Subjects::collect(&older, &documents, setting.config, &mut problems);
        let subject = subjects.get(&self.subject.id)?;
        let revision = subject.today();
        let text = snapshot::write(&revision, subject.source.body());
        (revision.id == *self.base).then(|| Edit { path: self.snapshot(), before: None, text })
    }
}
