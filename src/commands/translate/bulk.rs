//! What is done to every translation of a site: so many of them at a time that memory stays small.
//!
//! Each batch is written as a whole or not at all. Whoever stops the command keeps the batches that are done, and
//! going on is to run it again: what is noted already is passed over.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::base::{Date, Locale, SourcePath, count};
use crate::config::Config;
use crate::content;
use crate::diagnostic::Diagnostics;
use crate::edit::translate::{self as edit, Done, Refused, Setting};
use crate::graph::{ANCHORS, Published, SLUGS, Slugs};
use crate::io::history::{self, Gap};
use crate::io::write::{Changes, apply};
use crate::source::SourceSet;
use crate::translation::{Subjects, batches};

/// How many files are read at a time.
const BATCH: usize = 1000;

/// A site that is gone through in batches.
pub(super) struct Bulk<'a> {
    pub(super) root: &'a Path,
    pub(super) sources: &'a SourceSet,
    pub(super) config: &'a Config,
    pub(super) today: Date,
}

impl Bulk<'_> {
    /// Notes of every translation that says nothing of it that it answers to today's source.
    pub(super) fn sync(&self, language: &str) -> anyhow::Result<Result<Done, Refused>> {
        // What is wrong with the language is said before anything is read.
        let locale = match self.with(&SourceSet::default(), |setting| setting.language(None, language)) {
            Ok(locale) => locale,
            Err(refused) => return Ok(Err(refused)),
        };
        let done = self.each(Some(&locale), |setting| edit::sync_unverified(setting, language))?;
        Ok(done.map(|done| {
            let noted = done.edits.iter().filter(|edit| edit.is_of_translation()).count();
            Done { edits: done.edits, ..edit::said_of_unverified(&locale, noted) }
        }))
    }

    /// Keeps the words of every source that a translation answers to, those that only version control still has among
    /// them, and the anchors of every page.
    pub(super) fn keep(&self) -> anyhow::Result<Result<Done, Refused>> {
        let mut problems = Diagnostics::default();
        let mut published = Published::read(self.sources, &mut problems);
        let mut slugs = Slugs::read(self.sources, &mut problems);
        if let Some(problem) = problems.iter().next() {
            let (message, help) = (&problem.message, problem.help.as_deref().unwrap_or("mend it"));
            return Ok(Err(Refused::new(format_args!("{}: {message}; {help}", problem.span.path))));
        }
        let (known, known_slugs) = (published.len(), slugs.len());
        let mut found = 0;
        let mut missing: BTreeMap<Gap, Vec<String>> = BTreeMap::new();
        let done = self.each(None, |setting| {
            for document in setting.documents.sources() {
                published.add(document, self.today);
            }
            slugs.add(setting.documents, self.today);
            let mut done = edit::keep(setting);
            for lost in edit::lost(setting) {
                let again = history::find(self.root, &lost.snapshot(), |text| lost.in_snapshot(text));
                let again = again.or_else(|gap| {
                    let older = history::find(self.root, lost.source(), |text| lost.in_source(setting, text));
                    older.map_err(|other| gap.max(other))
                });
                match again {
                    Ok(edit) => {
                        found += 1;
                        done.edits.push(edit);
                    }
                    Err(gap) => missing.entry(gap).or_default().push(lost.subject().to_string()),
                }
            }
            Ok(done)
        })?;
        let Ok(mut done) = done else { return Ok(done) };
        done.did = edit::said_of_kept(done.edits.iter().map(|edit| &edit.path), found).did;
        if found > 0 {
            done.did.push(format!(
                "found the words of {} in the history of git, and kept them",
                count(found, "older source")
            ));
        }
        for (gap, subjects) in missing {
            let Some(first) = subjects.first() else { continue };
            let more = if subjects.len() > 1 { format!(" and {} more", subjects.len() - 1) } else { String::new() };
            done.next.push(format!(
                "the words that translations of `{first}`{more} were made from are not found: {gap}; else read the \
                 translation against its source, then `cxbook translate sync LANG {first}`"
            ));
        }
        for (new, noun, path, text) in [
            (published.len() - known, "new anchor", ANCHORS, published.write()),
            (slugs.len() - known_slugs, "new slug", SLUGS, slugs.write()),
        ] {
            if new > 0 {
                let edit = self.with(&SourceSet::default(), |setting| setting.edit(&SourcePath::new(path), text));
                apply(self.root, Changes { edits: edit.as_slice(), ..Changes::default() })?;
                done.did.push(format!("noted {} of pages in {path}", count(new, noun)));
                done.edits.extend(edit);
            }
        }
        Ok(Ok(done))
    }

    /// Does `act` to each batch and writes what it says; what is returned has no texts any more.
    fn each(
        &self,
        locale: Option<&Locale>,
        mut act: impl FnMut(&Setting<'_>) -> Result<Done, Refused>,
    ) -> anyhow::Result<Result<Done, Refused>> {
        let mut all = Done::default();
        let mut written = BTreeSet::new();
        for part in batches(self.sources, self.config, locale, BATCH) {
            let mut done = match self.with(&part, &mut act) {
                Ok(done) => done,
                Err(refused) => return Ok(Err(refused)),
            };
            // Two sources that say the same have one snapshot.
            done.edits.retain(|edit| written.insert(edit.path.clone()));
            apply(self.root, Changes { edits: &done.edits, ..Changes::default() })?;
            all.edits.extend(done.edits.into_iter().map(|edit| crate::edit::Edit { text: String::new(), ..edit }));
        }
        Ok(Ok(all))
    }

    fn with<T>(&self, part: &SourceSet, act: impl FnOnce(&Setting<'_>) -> T) -> T {
        let mut problems = Diagnostics::default();
        let documents = content::parse(part, self.config, &mut content::Memo::keeping_nothing(), &mut problems);
        let subjects = Subjects::collect(self.sources, &documents, self.config, &mut problems);
        act(&Setting {
            sources: self.sources,
            documents: &documents,
            config: self.config,
            subjects: &subjects,
            today: self.today,
        })
    }
}
