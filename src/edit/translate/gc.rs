//! Snapshots to those that nothing needs any more.

use std::collections::BTreeSet;

use super::{Done, Refused};
use crate::base::count;
use crate::source::SourceSet;
use crate::translation::snapshot;

/// Lists the snapshots that no file names.
///
/// Whatever stands in a file of the content counts, be it broken, without a source or of a language that is not set up
/// at the moment: a snapshot too many does no harm, and one too few loses what has changed.
///
/// # Errors
///
/// A file below `content/` was not taken in, so nobody knows which snapshots it names.
pub fn gc(sources: &SourceSet) -> Result<Done, Refused> {
    if let Some(unread) = sources.refused().iter().find(|problem| problem.span.path.as_str().starts_with("content/")) {
        return Err(Refused::new(format_args!(
            "{} is not read ({}), so it may need a snapshot that nobody knows of",
            unread.span.path, unread.message
        )));
    }
    let mut named: BTreeSet<&[u8]> = BTreeSet::new();
    for (_, file) in sources.under("content").filter(|(path, _)| !path.as_str().starts_with(snapshot::FOLDER)) {
        let runs = file.bytes().split(|byte| !matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        named.extend(runs.filter(|run| run.len() == NAME));
    }
    let mut done = Done::default();
    let mut kept = 0;
    for (path, _) in sources.under(snapshot::FOLDER) {
        let name = path.file_name().strip_suffix(".md").unwrap_or_default().as_bytes();
        if named.contains(name) || name.len() != NAME { kept += 1 } else { done.deletes.push(path.clone()) }
    }
    done.did.push(format!("kept {}, deleted {} that nothing needs", count(kept, "snapshot"), done.deletes.len()));
    Ok(done)
}

/// How many hex digits the name of a revision has.
const NAME: usize = 16;
