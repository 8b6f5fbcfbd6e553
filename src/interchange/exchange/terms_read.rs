//! Term bases and tables of terms, as other tools write them, to words.

use super::tbx::uncalmed;
use super::{Fault, decoded, tbx_read, xml};
use crate::edit::translate::{Standing, TermBase, TermWord};
use crate::interchange::csv;

/// The words of a term base: TBX if it starts as XML does or its `name` says so, else a table with a line of headings.
///
/// # Errors
///
/// It is empty, not UTF-8, or neither of the two.
pub fn read(bytes: &[u8], name: &str) -> Result<TermBase, Fault> {
    let text = decoded(bytes)?;
    let is_named_tbx = name.to_ascii_lowercase().ends_with(".tbx");
    let format = if is_named_tbx { "tbx" } else { "csv" };
    if text.trim().is_empty() {
        return Err(Fault::whole(format_args!("the file is empty; `cxbook translate export {format}` writes one")));
    }
    match (text.trim_start().starts_with('<'), is_named_tbx) {
        (true, _) => xml::read(text, |reader| tbx_read::read(reader, text)),
        (false, true) => Err(Fault::whole(
            "the file is no XML, which TBX files are; if it is a table of terms, let its name end in `.csv`",
        )),
        (false, false) => Ok(TermBase { words: table(text)?, ..TermBase::default() }),
    }
}

fn table(text: &str) -> Result<Vec<TermWord>, Fault> {
    let mut records = csv::records(text)
        .map_err(|fault| {
            Fault::at(fault.line, format_args!("column {}: {}; {}", fault.column, fault.message, fault.help))
        })?
        .into_iter();
    let headings = records.next().unwrap_or_default();
    let column = |name: &str| headings.iter().position(|heading| heading.trim().eq_ignore_ascii_case(name));
    let (Some(id), Some(language), Some(term)) = (column("id"), column("language"), column("term")) else {
        return Err(Fault::whole(
            "the table has no columns `id`, `language` and `term`; `cxbook translate export csv` writes one",
        ));
    };
    let (standing, definition) = (column("standing"), column("definition"));
    let mut words = Vec::new();
    for record in records {
        let cell = |at: usize| uncalmed(record.get(at).unwrap_or_default().trim());
        let said = |at: Option<usize>| at.map(cell).filter(|text| !text.is_empty());
        if cell(term).is_empty() {
            continue;
        }
        if cell(id).is_empty() {
            let message =
                format_args!("the word “{}” has no `id`, the entry of the glossary that it is of", cell(term));
            return Err(Fault::at(csv::line_of(&record), message));
        }
        words.push(TermWord {
            id: cell(id).to_owned(),
            language: cell(language).to_owned(),
            term: cell(term).to_owned(),
            standing: said(standing).map_or(Standing::Preferred, standing_of),
            definition: said(definition).map(str::to_owned),
        });
    }
    Ok(words)
}

/// What the word for a standing means, with or without what TBX of 2008 puts around it.
pub(super) fn standing_of(text: &str) -> Standing {
    match text.trim_end_matches("-admn-sts").trim_end_matches("Term").to_ascii_lowercase().as_str() {
        "preferred" | "" => Standing::Preferred,
        "deprecated" | "superseded" | "forbidden" | "obsolete" | "notrecommended" => Standing::Deprecated,
        _ => Standing::Admitted,
    }
}
