//! A translation that somebody has read, or that answers to its source for the first time, to the note of what it says.

use super::{Edit, Setting};
use crate::translation::reading::read_by;
use crate::translation::{Comparison, File, Reading, Subject};

impl Setting<'_> {
    /// The note of what a translation says, which answers to today's source from now on; nothing where an older note is
    /// to stand, because nobody has read the translation since. `reader` has read it now, if anybody has.
    pub(super) fn reading(
        &self,
        subject: &Subject,
        file: &File,
        comparison: &Comparison,
        reader: Option<String>,
    ) -> Option<Edit> {
        if comparison.standing.is_missing() {
            return None;
        }
        let by = || read_by(file.said()).filter(|_| !comparison.standing.is_outdated());
        let reading = match Reading::find(self.sources, file.path()) {
            _ if reader.is_some() => Reading::of(subject, file, comparison, reader),
            Some(known) if known.is_over(&comparison.source.id, file.said()) && !comparison.standing.is_outdated() => {
                Reading::of(subject, file, comparison, by())
            }
            Some(_) => return None,
            None if comparison.standing.is_outdated() => Reading::of_base(subject, file, comparison)?,
            None => Reading::of(subject, file, comparison, by()),
        };
        self.edit(&Reading::path(file.path()), reading.write())
    }

    /// The note with some changes that somebody has looked at: what stands for these texts now is right.
    pub(super) fn confirmed(
        &self,
        subject: &Subject,
        file: &File,
        comparison: &Comparison,
        is_confirmed: impl Fn(&str) -> bool,
    ) -> Option<Edit> {
        let known = Reading::find(self.sources, file.path());
        let mut reading = known.or_else(|| Reading::of_base(subject, file, comparison))?;
        let today = Reading::of(subject, file, comparison, None);
        for (source, said) in today.iter().filter(|(source, _)| is_confirmed(source)) {
            reading.add(source, said);
        }
        self.edit(&Reading::path(file.path()), reading.write())
    }
}
