//! XLIFF 1.2 and 2.x, as tools give it back, to incoming units.
//!
//! Tools cut texts into sentences and wrap them, write text as CDATA, and put their own elements
//! everywhere: what is not understood is passed by, its text included where it is text. A document
//! type is refused, because it can name files and grow without bound; a file that was cut off, because
//! nobody could tell what is missing.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::Fault;
use super::codes::{Coded, Piece};
use super::import::{Incoming, IncomingUnit};
use super::sentences::Sentences;
use super::xml::{self, attribute};

/// The versions that are read.
const VERSIONS: [&str; 4] = ["1.1", "1.2", "2.0", "2.1"];

/// Reads all documents of a file.
pub(super) fn read(text: &str) -> Result<Vec<Incoming>, Fault> {
    xml::read(text, |reader| events(reader, text))
}

fn events(reader: &mut Reader<&[u8]>, text: &str) -> Result<Vec<Incoming>, String> {
    let mut state = State { line: 1, ..State::default() };
    let mut counted = 0;
    // The elements that are open.
    let mut names: Vec<Vec<u8>> = Vec::new();
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(text.len());
        state.line += text.as_bytes()[counted..at].iter().filter(|byte| **byte == b'\n').count();
        counted = at;
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::DocType(_) => return Err(xml::DOCUMENT_TYPE.to_owned()),
            Event::Start(element) => {
                names.push(element.name().as_ref().to_vec());
                xml::check_depth(names.len())?;
                state.start(&element)?;
            }
            Event::Empty(element) => {
                state.start(&element)?;
                state.end(element.local_name().as_ref());
            }
            Event::End(element) => {
                names.pop();
                state.end(element.local_name().as_ref());
            }
            Event::Text(said) => state.text(&lines(&said.decode().map_err(|error| error.to_string())?)),
            Event::CData(said) => state.text(&lines(&said.decode().map_err(|error| error.to_string())?)),
            Event::GeneralRef(entity) => state.text(xml::letter(&entity)?.encode_utf8(&mut [0; 4])),
            Event::Eof => break,
            Event::Decl(declaration) => {
                let named = declaration.encoding().and_then(Result::ok);
                let named = named.map(|name| String::from_utf8_lossy(&name).into_owned()).unwrap_or_default();
                if !["", "utf-8", "us-ascii"].contains(&named.to_lowercase().as_str()) {
                    return Err(format!("the file says that it is {named}; save it as UTF-8"));
                }
            }
            Event::Comment(_) | Event::PI(_) => {}
        }
    }
    if let Some(name) = names.last() {
        let name = String::from_utf8_lossy(name);
        return Err(format!("the file ends inside `{name}`: it was cut off; fetch or save the whole of it again"));
    }
    if !state.is_xliff {
        return Err("the file is no XLIFF file".to_owned());
    }
    if state.files.is_empty() {
        return Err("no `file` stands in it, so there is nothing to take over; export it again".to_owned());
    }
    Ok(state.files)
}

/// Where in the file the reader is.
#[derive(Default)]
struct State {
    is_xliff: bool,
    is_two: bool,
    /// What stands before the names of elements that are XLIFF's.
    prefix: Vec<u8>,
    target: String,
    files: Vec<Incoming>,
    unit: Option<IncomingUnit>,
    pieces: Vec<Piece>,
    /// The open codes, innermost last; nothing for one that is passed by.
    open: Vec<Option<usize>>,
    place: Place,
    /// How deep in something whose text is not a translation: alternatives, notes, native codes.
    passed: usize,
    note: String,
    approved: Option<bool>,
    state: Option<String>,
    sub_state: Option<String>,
    sentences: Sentences,
    /// How many line ends stand before what is read, and one.
    line: usize,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Outside,
    /// What a sentence is translated from.
    Source,
    Target,
    Note,
}

impl State {
    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), String> {
        let name = element.local_name();
        let name = std::str::from_utf8(name.as_ref()).unwrap_or_default();
        if let Some(unit) = self.unit.as_mut()
            && let Some((number, code)) = shown(name, element)
        {
            unit.codes.entry(number).or_insert(code);
        }
        if self.passed > 0 {
            self.passed += 1;
            return Ok(());
        }
        if let Some(unit) = self.unit.as_mut() {
            unit.is_noted |= is_foreign(element, &self.prefix);
        }
        match name {
            "xliff" => {
                self.prefix = prefix(element);
                let version = attribute(element, "version").unwrap_or_default();
                if !VERSIONS.contains(&version.as_str()) {
                    let known = VERSIONS.join(", ");
                    return Err(format!(
                        "XLIFF `{version}` is not read, but {known} are: save the file as one of them"
                    ));
                }
                self.is_xliff = true;
                self.is_two = version.starts_with('2');
                self.target = attribute(element, "trgLang").unwrap_or_default();
            }
            "file" if self.is_xliff => {
                let subject = attribute(element, "original").ok_or("a `file` has no `original`")?;
                let target = attribute(element, "target-language").unwrap_or_else(|| self.target.clone());
                if target.is_empty() {
                    return Err("the file names no target language".to_owned());
                }
                self.files.push(Incoming { subject, target, units: Vec::new() });
            }
            "trans-unit" | "unit" => {
                let id = attribute(element, "id").ok_or("a unit has no `id`")?;
                let id = if self.is_two { id.strip_prefix('u').unwrap_or(&id).to_owned() } else { id };
                self.approved = attribute(element, "approved").map(|approved| approved == "yes");
                (self.state, self.sub_state) = (None, None);
                self.pieces.clear();
                self.sentences = Sentences::default();
                self.unit = Some(IncomingUnit {
                    id: Some(id),
                    line: Some(self.line),
                    is_noted: is_foreign(element, &self.prefix),
                    key: attribute(element, if self.is_two { "name" } else { "resname" }),
                    ..IncomingUnit::default()
                });
            }
            "segment" => {
                // The least finished of several segments speaks for the unit.
                let state = attribute(element, "state").unwrap_or_else(|| "initial".to_owned());
                if self.state.as_deref().is_none_or(|known| rank(&state) < rank(known)) {
                    self.state = Some(state);
                    self.sub_state = attribute(element, "subState");
                }
                self.sentences.open(attribute(element, "id"), false);
            }
            "ignorable" => self.sentences.open(attribute(element, "id"), true),
            "source" if self.is_two && self.sentences.is_open() => self.place = Place::Source,
            "seg-source" => self.place = Place::Source,
            "mrk" if matches!(self.place, Place::Source | Place::Target) => {
                if !self.is_two && attribute(element, "mtype").as_deref() == Some("seg") {
                    self.sentences.open(attribute(element, "mid"), false);
                } else {
                    self.sentences.open_other();
                }
            }
            "target" if self.unit.is_some() => {
                self.place = Place::Target;
                self.sentences.target(attribute(element, "order").as_deref());
                if !self.is_two {
                    self.state = attribute(element, "state");
                    self.sub_state = attribute(element, "state-qualifier");
                }
            }
            "note" if self.unit.is_some() => {
                let from = attribute(element, if self.is_two { "category" } else { "from" });
                if from.as_deref() == Some("cxbook") {
                    self.place = Place::Note;
                    self.note.clear();
                } else {
                    let is_ours = matches!(from.as_deref(), Some("author" | "previous-source"));
                    if let Some(unit) = self.unit.as_mut().filter(|_| !is_ours) {
                        unit.is_noted = true;
                    }
                    self.passed = 1;
                }
            }
            "source" | "alt-trans" | "matches" | "originalData" | "header" | "context-group" | "count-group"
            | "prop-group" => self.passed = 1,
            _ if self.place == Place::Target => self.inline(name, element),
            _ => {}
        }
        Ok(())
    }

    fn inline(&mut self, name: &str, element: &BytesStart<'_>) {
        let number = |attribute_name: &str| {
            attribute(element, attribute_name).and_then(|id| id.parse::<usize>().ok()).and_then(|id| id.checked_sub(1))
        };
        let alone = |number: Option<usize>| number.map_or(Piece::Alone(usize::MAX), Piece::Alone);
        match name {
            "g" | "pc" => match number("id") {
                Some(id) => {
                    self.pieces.push(Piece::Open(id));
                    self.open.push(Some(id));
                }
                None => self.open.push(None),
            },
            "x" => self.pieces.push(alone(number("id"))),
            // What `ph` holds is native code; the source says what it is.
            "ph" => {
                self.pieces.push(alone(number("id")));
                self.passed = 1;
            }
            "bx" | "sc" => self.pieces.extend(number("id").map(Piece::Open)),
            "ex" => self.pieces.extend(number("rid").or_else(|| number("id")).map(Piece::Close)),
            "ec" => self.pieces.extend(number("startRef").or_else(|| number("id")).map(Piece::Close)),
            "bpt" => {
                self.pieces.extend(number("rid").or_else(|| number("id")).map(Piece::Open));
                self.passed = 1;
            }
            "ept" => {
                self.pieces.extend(number("rid").or_else(|| number("id")).map(Piece::Close));
                self.passed = 1;
            }
            "it" => self.passed = 1,
            "cp" => {
                let letter = attribute(element, "hex")
                    .and_then(|hex| u32::from_str_radix(&hex, 16).ok())
                    .and_then(char::from_u32);
                self.text(&letter.map(String::from).unwrap_or_default());
            }
            // `mrk`, `sub`, `sm`, `em` and what tools add: their text is text.
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        if self.passed > 0 {
            self.passed -= 1;
            return;
        }
        match name {
            b"target" | b"source" | b"seg-source" => self.place = Place::Outside,
            b"segment" | b"ignorable" => self.pieces.extend(self.sentences.close().map(Piece::Text)),
            b"mrk" if matches!(self.place, Place::Source | Place::Target) => _ = self.sentences.close(),
            b"note" if self.place == Place::Note => {
                self.place = Place::Outside;
                if let (Some(unit), Some(stamps)) = (&mut self.unit, self.note.trim().strip_prefix("seen ")) {
                    let mut stamps = stamps.split_whitespace().map(str::to_owned);
                    (unit.seen, unit.given) = (stamps.next(), stamps.next());
                }
            }
            b"g" | b"pc" if self.place == Place::Target => {
                if let Some(Some(id)) = self.open.pop() {
                    self.pieces.push(Piece::Close(id));
                }
            }
            b"trans-unit" | b"unit" => {
                if let Some(mut unit) = self.unit.take() {
                    self.finish(&mut unit);
                    if let Some(file) = self.files.last_mut() {
                        file.units.push(unit);
                    }
                }
                self.pieces.clear();
                self.open.clear();
            }
            _ => {}
        }
    }

    /// What the states of a unit mean.
    fn finish(&self, unit: &mut IncomingUnit) {
        unit.fault = self.sentences.fault();
        unit.pieces = Some(Coded { pieces: merged(&self.pieces) });
        let state = self.state.as_deref().unwrap_or_default();
        let is_machine = self.sub_state.as_deref().is_some_and(|sub| sub.contains("mt-") || sub == "cxbook:machine");
        let says_open = matches!(
            state,
            "new"
                | "needs-translation"
                | "needs-adaptation"
                | "needs-l10n"
                | "needs-review-translation"
                | "needs-review-adaptation"
                | "needs-review-l10n"
        ) || (self.is_two && state == "initial");
        let says_done = matches!(state, "translated" | "final" | "signed-off" | "reviewed");
        let says_read = matches!(state, "final" | "signed-off" | "reviewed");
        if self.approved == Some(true) && says_open {
            unit.contradiction = Some(format!("it is approved and `{state}` at once"));
        }
        unit.is_approved = unit.contradiction.is_none() && (self.approved == Some(true) || (self.is_two && says_read));
        unit.is_said_translated = says_done || unit.is_approved;
        // A tool that writes no state has still been given a text; one that leaves it `new` has filled it in.
        unit.is_ready = !is_machine && !state.starts_with("needs-");
    }

    fn text(&mut self, said: &str) {
        if self.passed > 0 {
            return;
        }
        match self.place {
            Place::Source => self.sentences.source(said),
            Place::Target => {
                self.sentences.said(said);
                self.pieces.push(Piece::Text(said.to_owned()));
            }
            Place::Note => self.note.push_str(said),
            Place::Outside => {}
        }
    }
}

/// What an export has shown of a code: its number, what opens it, and what closes it.
fn shown(name: &str, element: &BytesStart<'_>) -> Option<(usize, (String, String))> {
    // A hard break is shown without its line end.
    let alone = |said: String| if said == "\\" { "\\\n".to_owned() } else { said };
    let code = match name {
        "g" => attribute(element, "equiv-text")?
            .split_once('…')
            .map(|(open, close)| (open.to_owned(), close.to_owned()))?,
        "x" => (alone(attribute(element, "equiv-text")?), String::new()),
        "pc" => (attribute(element, "dispStart")?, attribute(element, "dispEnd")?),
        "ph" => (alone(attribute(element, "disp")?), String::new()),
        _ => return None,
    };
    let number = attribute(element, "id")?.parse::<usize>().ok()?.checked_sub(1)?;
    Some((number, code))
}

/// What stands before the name of an element, up to its colon.
fn prefix(element: &BytesStart<'_>) -> Vec<u8> {
    element.name().prefix().map(|prefix| prefix.as_ref().to_vec()).unwrap_or_default()
}

/// Whether an element or one of its attributes is a tool's own.
fn is_foreign(element: &BytesStart<'_>, own: &[u8]) -> bool {
    let of_tool = |name: &[u8]| ![&b""[..], b"xml", b"xmlns", own].contains(&name);
    let attributes = || element.attributes().flatten();
    of_tool(&prefix(element))
        || attributes().any(|found| found.key.prefix().is_some_and(|prefix| of_tool(prefix.as_ref())))
}

/// Text with the line ends that XML gives it, whatever the file has.
fn lines(said: &str) -> Cow<'_, str> {
    if said.contains('\r') { Cow::Owned(said.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(said) }
}

/// How finished a segment of XLIFF 2 is.
fn rank(state: &str) -> u8 {
    match state {
        "initial" => 0,
        "translated" => 1,
        "reviewed" => 2,
        _ => 3,
    }
}

/// Neighbouring texts as one.
fn merged(pieces: &[Piece]) -> Vec<Piece> {
    let mut merged: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match (merged.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(more)) => before.push_str(more),
            _ => merged.push(piece.clone()),
        }
    }
    merged
}
