//! What a translation says of itself, to what its text says against it.
//!
//! `cxbook translate mark` refuses to call a translation reviewed before everything in it is
//! translated; whoever writes the word by hand is told the same. That its source has moved on since
//! is a finding of its own.

use super::Beside;
use crate::base::{TextRange, count};
use crate::content::front_matter::{Quality, Translation};
use crate::diagnostic::{Diagnostic, Name};
use crate::translation::{Base, SubjectId};

/// Reports a translation that is called reviewed and cannot be.
pub(super) fn check(beside: &Beside<'_>, subject: &SubjectId, said: &Translation) -> Option<Diagnostic> {
    if said.status != Quality::Reviewed {
        return None;
    }
    let standing = &beside.comparison.standing;
    let locale = beside.page.locale;
    // What the source has gained or said otherwise since is no fault of who has read it.
    let left = beside.comparison.pairs().filter(|pair| pair.is_untranslated && pair.change.is_none()).count();
    let (message, label, help) = if left > 0 {
        let is = if left == 1 { "is" } else { "are" };
        let help = format!(
            "`cxbook translate status {locale} {subject}` lists what is not; translate it and have it read, then say \
             `cxbook translate mark {locale} {subject} reviewed`, with `--same` if it is rightly word for word the \
             source's; until then, say `status: draft`"
        );
        let message = "this translation is called `reviewed`, and not all of it is translated";
        (message, format!("{left} of {} {is} not", count(standing.segments, "segment")), help)
    } else if beside.comparison.base == Base::Unsaid {
        let help = format!(
            "read it against its source, then say `cxbook translate mark {locale} {subject} reviewed`, which notes the revision"
        );
        let message = "this translation is called `reviewed`, and does not say which revision of its source was read";
        (message, "there is no `base`".to_owned(), help)
    } else {
        return None;
    };
    let place = said.status_place.unwrap_or(TextRange::at(0));
    Some(beside.page.problem(Name::ReviewedTooSoon, place, message).label(label).help(help))
}
