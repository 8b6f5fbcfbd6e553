//! A new export and the file of an earlier one to what the file says then: nobody's work goes.
//!
//! A PO file is merged, as gettext does it. An XLIFF file has no place for a text whose source is gone,
//! nor is it ours to say where a tool keeps what it knows; one in which somebody has worked stays as it
//! is. So does a file of the other formats that says something else, since it cannot be told who wrote it.

use std::collections::BTreeSet;

use super::import::{Incoming, IncomingUnit};
use super::{Bundle, Format, codes, po, po_merge, po_units, read};
use crate::interchange::exchange::units::seen;

/// The most texts that are named of one file.
const MOST: usize = 5;

/// What a file is to say that says `there` now, and what is to be said of what people have written there.
///
/// # Errors
///
/// What the file holds that would be lost, one phrase each.
pub fn again(
    bundle: Option<&Bundle>,
    format: Option<Format>,
    fresh: &str,
    there: &[u8],
) -> Result<(String, Vec<String>), Vec<String>> {
    if there == fresh.as_bytes() {
        return Ok((fresh.to_owned(), Vec::new()));
    }
    let unreadable = |fault: super::Fault| vec![format!("it cannot be read ({fault})")];
    match (bundle, format) {
        (Some(bundle), Some(Format::Po)) => {
            // Whoever reads it finds the same faults as an import does.
            read(there).map_err(unreadable)?;
            let text = String::from_utf8_lossy(there);
            let old = po::read(text.trim_start_matches('\u{feff}')).map_err(unreadable)?;
            let (merged, mut notes) = po_merge::over(po_units::po(bundle), &old);
            shorten(&mut notes);
            Ok((po::write(&merged), notes))
        }
        (Some(bundle), Some(Format::Xliff | Format::Xliff2)) => {
            let incoming = without_lines(read(there).map_err(unreadable)?);
            let mut lost = Vec::new();
            for one in &incoming {
                if one.subject != bundle.subject || one.target != bundle.target.as_str() {
                    lost.push(format!("it is of `{}` in `{}`", one.subject, one.target));
                    continue;
                }
                lost.extend(one.units.iter().filter_map(|unit| worked_on(bundle, unit)));
            }
            shorten(&mut lost);
            if !lost.is_empty() {
                return Err(lost);
            }
            let there = String::from_utf8_lossy(there);
            let keeps =
                says_all(&there, fresh) && read(fresh.as_bytes()).is_ok_and(|fresh| without_lines(fresh) == incoming);
            Ok((if keeps { there.into_owned() } else { fresh.to_owned() }, Vec::new()))
        }
        _ => Err(vec!["it says something else".to_owned()]),
    }
}

/// What a file says, wherever it says it.
fn without_lines(mut said: Vec<Incoming>) -> Vec<Incoming> {
    said.iter_mut().flat_map(|one| &mut one.units).for_each(|unit| unit.line = None);
    said
}

/// Whether a file says line by line what a new export does: then what a tool has put between them stays.
fn says_all(there: &str, fresh: &str) -> bool {
    let known: BTreeSet<&str> = there.lines().map(str::trim).collect();
    fresh.lines().all(|line| known.contains(line.trim()))
}

fn shorten(lines: &mut Vec<String>) {
    let count = lines.len();
    if count > MOST {
        lines.truncate(MOST);
        lines.push(format!("and {} more", count - MOST));
    }
}

/// What somebody has written into a unit that the site does not have.
fn worked_on(bundle: &Bundle, unit: &IncomingUnit) -> Option<String> {
    let known = bundle.units.iter().find(|known| unit.id.as_deref() == Some(&known.id()));
    let coded = unit.pieces.as_ref()?;
    let text = known.map_or_else(|| coded.visible(), |known| codes::join(coded, &codes::codes(&known.source)).0);
    let is_given = unit.given.as_ref() == Some(&coded.stamp()) || unit.seen.as_ref() == Some(&seen(&text));
    // A tool may fill what is open with the source.
    let is_known = known.is_some_and(|known| known.target == text || known.source == text);
    if !text.trim().is_empty() && !is_given && !is_known {
        return Some(format!("“{}”", super::import::shortened(&text)));
    }
    unit.is_noted.then(|| format!("a note with “{}”", super::import::shortened(&text)))
}
