//! What every XML file of another tool is read with: its attributes, its entities, the place where reading ended.
//!
//! A document type is refused, because it can name files and grow without bound.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart};

use super::Fault;
use crate::base::line_after;

/// How deep elements may lie in each other: tools reach a dozen.
const DEEPEST: usize = 64;
/// Why a document type is refused.
pub(super) const DOCUMENT_TYPE: &str = "a document type is not allowed: it can name other files";

/// Reads a text with `events`; what is wrong gets the line that was reached.
pub(super) fn read<T>(text: &str, events: impl FnOnce(&mut Reader<&[u8]>) -> Result<T, String>) -> Result<T, Fault> {
    let mut reader = Reader::from_str(text);
    events(&mut reader).map_err(|message| {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(text.len());
        Fault::at(line_after(&text.as_bytes()[..at]), message)
    })
}

/// Refuses elements that lie in each other so deep.
pub(super) fn check_depth(depth: usize) -> Result<(), String> {
    if depth > DEEPEST { Err(format!("elements lie in each other more than {DEEPEST} deep")) } else { Ok(()) }
}

/// The value of an attribute.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok()??;
    found.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok().map(Cow::into_owned)
}

/// The letter that an entity stands for, by its number or as one of the five that need no definition.
pub(super) fn letter(entity: &BytesRef<'_>) -> Result<char, String> {
    if let Some(letter) = entity.resolve_char_ref().map_err(|error| error.to_string())? {
        return Ok(letter);
    }
    match entity.decode().as_deref() {
        Ok("lt") => Ok('<'),
        Ok("gt") => Ok('>'),
        Ok("amp") => Ok('&'),
        Ok("quot") => Ok('"'),
        Ok("apos") => Ok('\''),
        _ => Err("an entity is named that the file cannot define".to_owned()),
    }
}
