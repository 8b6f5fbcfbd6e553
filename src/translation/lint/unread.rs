//! What a translation said when it was last read, to the texts that say it still although their sources do not.
//!
//! A `base` that was written before the text was changed hides the difference from everything else.

use super::{Beside, Found, shortened};
use crate::base::Span;
use crate::diagnostic::Name;
use crate::source::SourceSet;
use crate::translation::waiver::how_to_waive;
use crate::translation::{File, Reading, Unread, snapshot, words_that_differ};

/// Reports each.
pub(super) fn check(beside: &Beside<'_>, unread: &[Unread], found: &mut Vec<Found>) {
    for one in unread.iter().filter(|one| one.is_suspect) {
        let (Some(before), Some(after), Some(target)) = (&one.before, &one.after, &one.target) else { continue };
        let part = beside.page.part(target);
        let risk = one.change.meaning().map(|risks| format!(": {risks}")).unwrap_or_default();
        let waiver = how_to_waive(&part, Name::UnchangedTranslation.as_str(), "why it says the same");
        let changed = words_that_differ(&before.markdown, &after.markdown, MOST);
        let problem = beside
            .page
            .problem(
                Name::UnchangedTranslation,
                target.range,
                format_args!("this translation did not change, though its source did{risk}"),
            )
            .label(format_args!("“{}”", shortened(&target.text)))
            .related(Span::new(beside.source.path, after.range), "its source, which said something else then")
            .help(format_args!(
                "follow it here: {changed}; if this is right as it is, say why: {waiver}; or let somebody read it: once it is \
                 `reviewed` by `cxbook translate mark`, or on the main branch, this is over"
            ));
        found.push(Found::new(&part, problem));
    }
}

/// A longer difference is for `translate diff` to show.
const MOST: usize = 120;

/// What the findings depend on beside the files of the subject.
pub(super) fn key(sources: &SourceSet, file: &File) -> String {
    let path = Reading::path(file.path());
    let Some(note) = sources.get(&path) else { return String::new() };
    let base = Reading::find(sources, file.path()).and_then(|known| sources.get(&snapshot::path(&known.base)));
    format!("{} {:?}", note.fingerprint(), base.map(crate::source::SourceFile::fingerprint))
}
