//! Translations to the files that translation tools work on, and back: a view, never the truth.
//!
//! 1. [`units`] lists what a translator sees of one document in one language, each text once.
//! 2. [`po`], [`xliff`] and [`tmx`] write them; inline Markdown stays visible in PO, and becomes inline
//!    elements in XLIFF ([`codes`]). [`tbx`] writes the glossary.
//! 3. [`again()`] puts an export over an earlier one without losing what was written into it.
//! 4. [`import`] puts back what has changed, text by text: never over what a person has written
//!    meanwhile, never what would break the page, and nothing but those bytes.

mod again;
pub mod codes;
pub mod import;
mod page;
mod place;
pub mod po;
pub mod po_merge;
pub mod po_units;
mod sentences;
pub mod tbx;
mod tbx_read;
pub mod terms_read;
pub mod tmx;
pub mod units;
pub mod xliff;
mod xliff_read;
mod xml;

use std::fmt;

use crate::base::line_after;

pub use again::again;
pub use import::{Import, Imported, Incoming, IncomingUnit, Trust};
pub use units::{Bundle, State, Unit};

/// Why a file cannot be written or read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1, if it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
}

impl Fault {
    /// Something wrong at a line.
    pub fn at(line: usize, message: impl ToString) -> Self {
        Self { line: Some(line), message: message.to_string() }
    }

    /// Something wrong with the whole file.
    pub fn whole(message: impl ToString) -> Self {
        Self { line: None, message: message.to_string() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(formatter, "line {line}: {}", self.message),
            None => formatter.write_str(&self.message),
        }
    }
}

impl std::error::Error for Fault {}

/// The formats that hold translations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Gettext PO.
    Po,
    /// XLIFF 1.2.
    Xliff,
    /// XLIFF 2.1.
    Xliff2,
    /// TMX 1.4b: what is translated, for other projects; it cannot be read back.
    Tmx,
}

impl Format {
    /// The end of its file names.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Po => "po",
            Self::Xliff | Self::Xliff2 => "xlf",
            Self::Tmx => "tmx",
        }
    }
}

/// Writes one document's texts.
///
/// # Errors
///
/// A text holds a character that no XML file may hold.
pub fn write(bundle: &Bundle, format: Format) -> Result<String, Fault> {
    for unit in &bundle.units {
        let beside = [&unit.key, &unit.previous, &unit.note].into_iter().flatten();
        for text in [&unit.source, &unit.target].into_iter().chain(beside) {
            if let Some(letter) = text.chars().find(|letter| !is_xml(*letter)) {
                let name = unit.key.as_deref().unwrap_or("a block of its body");
                return Err(Fault::whole(format_args!(
                    "{} holds U+{:04X} in {name}, which no exchange file may hold: “{}”",
                    bundle.subject,
                    u32::from(letter),
                    text.chars().filter(|letter| is_xml(*letter)).take(60).collect::<String>()
                )));
            }
        }
    }
    Ok(match format {
        Format::Po => po::write(&po_units::po(bundle)),
        Format::Xliff => xliff::write(bundle),
        Format::Xliff2 => xliff::write2(bundle),
        Format::Tmx => tmx::write(std::slice::from_ref(bundle)),
    })
}

/// Reads a file that a tool has given back.
///
/// # Errors
///
/// It is not UTF-8, or no whole PO or XLIFF file, or holds a document type that could name other files.
pub fn read(bytes: &[u8]) -> Result<Vec<Incoming>, Fault> {
    let text = decoded(bytes)?;
    let is_po = |line: &str| line.trim_start().trim_start_matches("#~").trim_start().starts_with("msgid");
    match text.trim_start().chars().next() {
        None => Err(Fault::whole("the file is empty; save it again in the tool that it comes from")),
        Some('<') => xliff_read::read(text),
        Some(_) if text.lines().any(is_po) => po_units::read(text).map(|one| vec![one]),
        Some(_) => Err(Fault::whole(
            "the file is neither PO nor XLIFF, which are what can be taken over; `cxbook translate export` writes both",
        )),
    }
}

/// The text of a file that came back.
fn decoded(bytes: &[u8]) -> Result<&str, Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(Fault::whole("the file is UTF-16; save it as UTF-8"));
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(Fault::whole("the file is packed; unpack it, and take over the PO or XLIFF files in it"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = line_after(bytes.get(..error.valid_up_to()).unwrap_or_default());
        Fault::at(line, "the file is not UTF-8; save it as UTF-8")
    })?;
    if let Some((at, letter)) = text.char_indices().find(|(_, letter)| !is_xml(*letter)) {
        let line = line_after(&text[..at]);
        return Err(Fault::at(line, format_args!("U+{:04X} stands here, which no text may hold", u32::from(letter))));
    }
    Ok(text)
}

/// Whether an XML 1.0 file may hold it.
fn is_xml(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
