//! TBX and tables of terms, as other tools write them, to words.
//!
//! Both generations of TBX are read: `termEntry` and `langSet` are `conceptEntry` and `langSec`. A
//! document type is refused, as everywhere.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::tbx::uncalmed;
use super::xml::{self, attribute};
use super::{Fault, decoded};
use crate::edit::translate::{Standing, TermWord};
use crate::interchange::csv;

/// The words of a term base: TBX if it starts as XML does or its `name` says so, else a table with a line of headings.
///
/// # Errors
///
/// It is empty, not UTF-8, or neither of the two.
pub fn read(bytes: &[u8], name: &str) -> Result<Vec<TermWord>, Fault> {
    let text = decoded(bytes)?;
    let is_named_tbx = name.to_ascii_lowercase().ends_with(".tbx");
    let format = if is_named_tbx { "tbx" } else { "csv" };
    if text.trim().is_empty() {
        return Err(Fault::whole(format_args!("the file is empty; `cxbook translate export {format}` writes one")));
    }
    match (text.trim_start().starts_with('<'), is_named_tbx) {
        (true, _) => xml::read(text, tbx),
        (false, true) => Err(Fault::whole(
            "the file is no XML, which TBX files are; if it is a table of terms, let its name end in `.csv`",
        )),
        (false, false) => table(text),
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

fn standing_of(text: &str) -> Standing {
    match text.trim_end_matches("-admn-sts").trim_end_matches("Term").to_ascii_lowercase().as_str() {
        "preferred" | "" => Standing::Preferred,
        "deprecated" | "superseded" | "forbidden" => Standing::Deprecated,
        _ => Standing::Admitted,
    }
}

/// What a text stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Other,
    Term,
    Standing,
    Definition,
}

fn tbx(reader: &mut Reader<&[u8]>) -> Result<Vec<TermWord>, String> {
    let mut words: Vec<TermWord> = Vec::new();
    let (mut id, mut language) = (String::new(), String::new());
    let (mut term, mut standing, mut definition) = (String::new(), String::new(), String::new());
    let mut part = Part::Other;
    let mut first_of_language = 0;
    let mut depth = 0_usize;
    let mut is_tbx = false;
    loop {
        let mut said = |text: &str| match part {
            Part::Term => term.push_str(text),
            Part::Standing => standing.push_str(text),
            Part::Definition => definition.push_str(text),
            Part::Other => {}
        };
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::DocType(_) => return Err(xml::DOCUMENT_TYPE.to_owned()),
            Event::Text(text) => said(&text.decode().map_err(|error| error.to_string())?),
            Event::CData(text) => said(&text.decode().map_err(|error| error.to_string())?),
            Event::GeneralRef(entity) => said(xml::letter(&entity)?.encode_utf8(&mut [0; 4])),
            Event::Start(element) => {
                depth += 1;
                xml::check_depth(depth)?;
                let kind = attribute(&element, "type").unwrap_or_default();
                match element.local_name().as_ref() {
                    b"tbx" | b"martif" => is_tbx = true,
                    b"conceptEntry" | b"termEntry" => {
                        (id, language) = (attribute(&element, "id").unwrap_or_default(), String::new());
                    }
                    b"langSec" | b"langSet" => {
                        language = attribute(&element, "xml:lang").unwrap_or_default();
                        first_of_language = words.len();
                        definition.clear();
                    }
                    b"termSec" | b"tig" | b"ntig" => (term, standing) = Default::default(),
                    b"term" => part = Part::Term,
                    b"termNote" if kind == "administrativeStatus" => part = Part::Standing,
                    b"descrip" if kind == "definition" => {
                        definition.clear();
                        part = Part::Definition;
                    }
                    _ => {}
                }
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                match element.local_name().as_ref() {
                    b"term" | b"termNote" | b"descrip" => part = Part::Other,
                    b"termSec" | b"tig" | b"ntig" if !term.trim().is_empty() => {
                        if id.is_empty() {
                            return Err(format!("the concept of “{}” has no `id`", term.trim()));
                        }
                        let standing = match standing.trim() {
                            "" if words.len() > first_of_language => Standing::Admitted,
                            said => standing_of(said),
                        };
                        words.push(TermWord {
                            id: id.clone(),
                            language: language.clone(),
                            term: term.trim().to_owned(),
                            standing,
                            definition: None,
                        });
                    }
                    b"langSec" | b"langSet" => {
                        let said = definition.trim();
                        if let (Some(first), false) = (words.get_mut(first_of_language), said.is_empty()) {
                            first.definition = Some(said.to_owned());
                        }
                    }
                    _ => {}
                }
            }
            Event::Eof if depth > 0 => return Err("the file was cut off; save the whole of it again".to_owned()),
            Event::Eof if !is_tbx => return Err("the file is no TBX file".to_owned()),
            Event::Eof => return Ok(words),
            _ => {}
        }
    }
}
