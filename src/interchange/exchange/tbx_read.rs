//! TBX, as other tools write it, to words and to what it says of them besides.
//!
//! Both generations are read: `termEntry` and `langSet` of 2008 are `conceptEntry` and `langSec` of 2019, and a data
//! category may be the type of an element (`<descrip type="context">`, ISO 30042 style DCA) or an element of its own
//! (`<basic:context>`, style DCT). A document type is refused, as everywhere.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::terms_read::standing_of;
use super::xml::{self, attribute};
use crate::edit::translate::{Beside, Standing, TermBase, TermWord};

/// What is open: fields belong to the innermost.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Outside,
    Concept,
    Language,
    Word,
}

/// What a text stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Other,
    Term,
    Standing,
    Definition,
    Note,
}

/// An element as one of 2008: its name there, and its type.
struct Category {
    element: String,
    kind: String,
    /// Whether it is written as an element of its own.
    is_own: bool,
}

impl Category {
    fn of(element: &BytesStart<'_>) -> Self {
        let name = String::from_utf8_lossy(element.local_name().as_ref()).into_owned();
        match element_of(&name).filter(|_| element.name().prefix().is_some()) {
            Some(plain) => Self { element: plain.to_owned(), kind: name, is_own: true },
            None => Self { element: name, kind: attribute(element, "type").unwrap_or_default(), is_own: false },
        }
    }
}

/// The element whose type a data category of TBX-Basic is.
fn element_of(category: &str) -> Option<&'static str> {
    Some(match category {
        "definition" | "context" | "subjectField" => "descrip",
        "administrativeStatus"
        | "partOfSpeech"
        | "grammaticalGender"
        | "grammaticalNumber"
        | "termType"
        | "register"
        | "geographicalUsage"
        | "termLocation" => "termNote",
        "source" | "customerSubset" | "projectSubset" => "admin",
        "externalCrossReference" | "xGraphic" => "xref",
        "crossReference" => "ref",
        "transactionType" => "transac",
        "responsibility" => "transacNote",
        _ => return None,
    })
}

/// What holds the codes of marks within a text.
const CODES: &[&str] = &["bpt", "ept", "it", "ph", "sc", "ec"];

/// Reads the whole file.
pub(super) fn read(reader: &mut Reader<&[u8]>, text: &str) -> Result<TermBase, String> {
    let mut base = TermBase::default();
    let (mut id, mut language) = (String::new(), String::new());
    let (mut term, mut standing, mut definition, mut note) = <(String, String, String, String)>::default();
    let (mut of_word, mut more): (Vec<String>, Vec<String>) = Default::default();
    // How many marks are open within a text.
    let mut marked = 0_usize;
    let (mut level, mut part) = (Level::Outside, Part::Other);
    let mut first_of_language = 0;
    let mut depth = 0_usize;
    let mut is_tbx = false;
    loop {
        let start = position(reader, text);
        let mut said = |text: &str| match part {
            Part::Term => term.push_str(text),
            Part::Standing => standing.push_str(text),
            Part::Definition => definition.push_str(text),
            Part::Note => note.push_str(text),
            Part::Other => {}
        };
        match reader.read_event().map_err(|error| error.to_string())? {
            // Files of 2008 name their type, which is not fetched; one that defines entities could grow without bound.
            Event::DocType(said) if said.contains(&b'[') => return Err(xml::DOCUMENT_TYPE.to_owned()),
            Event::DocType(_) => {}
            Event::Text(text) => said(&text.decode().map_err(|error| error.to_string())?),
            Event::CData(text) => said(&text.decode().map_err(|error| error.to_string())?),
            Event::GeneralRef(entity) => said(xml::letter(&entity)?.encode_utf8(&mut [0; 4])),
            Event::Start(element) => {
                depth += 1;
                xml::check_depth(depth)?;
                let category = Category::of(&element);
                if part != Part::Other {
                    // What is marked within a text is a part of it; the codes of another file's marks are not.
                    if CODES.contains(&category.element.as_str()) {
                        depth -= 1;
                        reader.read_to_end(element.name()).map_err(|error| error.to_string())?;
                    } else {
                        marked += 1;
                    }
                    continue;
                }
                match (level, category.element.as_str(), category.kind.as_str()) {
                    (_, "tbx" | "martif", _) => is_tbx = true,
                    (_, "conceptEntry" | "termEntry", _) => {
                        id = attribute(&element, "id").unwrap_or_default();
                        (language, note) = Default::default();
                        level = Level::Concept;
                    }
                    (_, "langSec" | "langSet", _) => {
                        language = attribute(&element, "xml:lang").unwrap_or_default();
                        first_of_language = base.words.len();
                        definition.clear();
                        level = Level::Language;
                    }
                    (_, "termSec" | "tig" | "ntig", _) => {
                        (term, standing) = Default::default();
                        (more, of_word) = Default::default();
                        level = Level::Word;
                    }
                    (Level::Outside, ..) | (Level::Word, "termGrp", _) => {}
                    (Level::Word, "term", _) => {
                        // A second one is no synonym by the rules, and meant as one.
                        if !term.trim().is_empty() {
                            more.push(std::mem::take(&mut term));
                        }
                        part = Part::Term;
                    }
                    (Level::Word, "termNote", "administrativeStatus" | "normativeAuthorization")
                        if standing.trim().is_empty() =>
                    {
                        part = Part::Standing;
                    }
                    (Level::Language, "descrip", "definition") => {
                        definition.clear();
                        part = Part::Definition;
                    }
                    (Level::Concept, "note", _) if note.is_empty() => part = Part::Note,
                    // Of a group with a definition in it, the rest is kept.
                    (Level::Language, "descripGrp", _) if has_definition(reader, &element, text) => {}
                    _ => {
                        depth -= 1;
                        let inner = position(reader, text);
                        let end = reader.read_to_end(element.name()).map_err(|error| error.to_string())?.end;
                        let inner = &text[inner..usize::try_from(end).unwrap_or(inner).max(inner)];
                        let xml = if category.is_own {
                            let (element, kind) = (&category.element, &category.kind);
                            format!("<{element} type=\"{kind}\">{inner}</{element}>")
                        } else {
                            text[start..position(reader, text)].to_owned()
                        };
                        keep(&mut base, (level, &id, &language), &mut of_word, &xml);
                    }
                }
            }
            Event::Empty(_) if part != Part::Other => {}
            Event::Empty(_) if level != Level::Outside => {
                let xml = text[start..position(reader, text)].to_owned();
                keep(&mut base, (level, &id, &language), &mut of_word, &xml);
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                if marked > 0 {
                    marked -= 1;
                    continue;
                }
                part = Part::Other;
                match element.local_name().as_ref() {
                    b"termSec" | b"tig" | b"ntig" => {
                        level = Level::Language;
                        if term.trim().is_empty() {
                            base.left_out += std::mem::take(&mut of_word).len();
                            continue;
                        }
                        if id.is_empty() {
                            return Err(format!("the concept of “{}” has no `id`", term.trim()));
                        }
                        let standing = match standing.trim() {
                            "" if base.words.len() > first_of_language => Standing::Admitted,
                            said => standing_of(said),
                        };
                        let (id, language, term) = (id.clone(), language.clone(), term.trim().to_owned());
                        base.beside.extend(of_word.drain(..).map(|xml| Beside {
                            id: id.clone(),
                            language: Some(language.clone()),
                            term: Some(term.clone()),
                            xml,
                        }));
                        let word = |term: String, standing| TermWord {
                            id: id.clone(),
                            language: language.clone(),
                            term,
                            standing,
                            definition: None,
                        };
                        // The first of several in one place has its standing.
                        let mut words = more.drain(..).chain([term]).map(|term| term.trim().to_owned());
                        base.words.extend(words.next().map(|term| word(term, standing)));
                        let of_others = if standing == Standing::Deprecated { standing } else { Standing::Admitted };
                        base.words.extend(words.map(|term| word(term, of_others)));
                    }
                    b"langSec" | b"langSet" => {
                        level = Level::Concept;
                        let said = definition.trim();
                        if let (Some(first), false) = (base.words.get_mut(first_of_language), said.is_empty()) {
                            first.definition = Some(said.to_owned());
                        }
                    }
                    b"conceptEntry" | b"termEntry" => {
                        level = Level::Outside;
                        if !note.trim().is_empty() {
                            base.notes.entry(id.clone()).or_insert_with(|| note.trim().to_owned());
                        }
                    }
                    _ => {}
                }
            }
            Event::Eof if depth > 0 => return Err("the file was cut off; save the whole of it again".to_owned()),
            Event::Eof if !is_tbx => return Err("the file is no TBX file".to_owned()),
            Event::Eof => return Ok(base),
            _ => {}
        }
    }
}

/// Where the reader is in the text.
fn position(reader: &Reader<&[u8]>, text: &str) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(text.len())
}

/// Whether a group that has just been opened holds a definition.
fn has_definition(reader: &Reader<&[u8]>, group: &BytesStart<'_>, text: &str) -> bool {
    let mut ahead = reader.clone();
    let start = position(reader, text);
    let end = ahead.read_to_end(group.name()).map_or(start, |_| position(&ahead, text));
    text[start..end].contains("definition")
}

/// Notes a field, with what it is said of.
fn keep(base: &mut TermBase, (level, id, language): (Level, &str, &str), of_word: &mut Vec<String>, xml: &str) {
    let Some(xml) = sound(xml) else {
        base.left_out += 1;
        return;
    };
    if level == Level::Word {
        of_word.push(xml);
        return;
    }
    let language = (level == Level::Language).then(|| language.to_owned());
    base.beside.push(Beside { id: id.to_owned(), language, term: None, xml });
}

/// Elements so deep in each other are no field.
const DEEPEST: usize = 16;

/// A piece of XML written anew, so that it can stand in any file; nothing if it is not one element without prefixes that
/// is closed again, or needs what would have to be defined first.
pub(super) fn sound(xml: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut written = String::new();
    let mut depth = 0_usize;
    let mut is_done = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) if !is_done && depth < DEEPEST => {
                depth += 1;
                written.push_str(&format!("<{}>", opened(&element)?));
            }
            Event::Empty(element) if !is_done => {
                is_done = depth == 0;
                written.push_str(&format!("<{}/>", opened(&element)?));
            }
            Event::End(element) if depth > 0 => {
                depth -= 1;
                is_done = depth == 0;
                written.push_str(&format!("</{}>", name(element.name().as_ref())?));
            }
            Event::Text(text) if depth > 0 => push(&mut written, &text.decode().ok()?)?,
            Event::Text(text) if text.trim_ascii().is_empty() => {}
            Event::CData(text) if depth > 0 => push(&mut written, &text.decode().ok()?)?,
            Event::GeneralRef(entity) if depth > 0 => {
                push(&mut written, xml::letter(&entity).ok()?.encode_utf8(&mut [0; 4]))?;
            }
            Event::Comment(_) | Event::PI(_) if depth > 0 => {}
            Event::Eof => return is_done.then_some(written),
            _ => return None,
        }
    }
}

/// A text as XML has it, on one line; nothing if it holds what XML cannot.
fn push(written: &mut String, text: &str) -> Option<()> {
    let is_known = |letter: char| !letter.is_control() || matches!(letter, '\t' | '\n' | '\r');
    let is_letter = |letter: char| is_known(letter) && !matches!(letter, '\u{fffe}' | '\u{ffff}');
    if !text.chars().all(is_letter) {
        return None;
    }
    let mut is_space = written.ends_with(' ');
    for letter in text.chars() {
        // A no-break space is no blank: it is meant.
        let is_blank = matches!(letter, ' ' | '\t' | '\n' | '\r');
        match letter {
            _ if is_blank && is_space => {}
            _ if is_blank => written.push(' '),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '&' => written.push_str("&amp;"),
            '"' => written.push_str("&quot;"),
            letter => written.push(letter),
        }
        is_space = is_blank;
    }
    Some(())
}

/// The name of an element with its attributes.
fn opened(element: &BytesStart<'_>) -> Option<String> {
    let mut written = name(element.name().as_ref())?;
    for attribute in element.attributes() {
        let attribute = attribute.ok()?;
        let key = attribute.key.as_ref();
        let key = if key == b"xml:lang" { "xml:lang".to_owned() } else { name(key)? };
        if key.starts_with("xmlns") {
            return None;
        }
        let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).ok()?;
        written.push_str(&format!(" {key}=\""));
        push(&mut written, &value)?;
        written.push('"');
    }
    Some(written)
}

/// A name of plain letters, as the elements of term bases have.
fn name(bytes: &[u8]) -> Option<String> {
    let is_start = bytes.first().is_some_and(|first| first.is_ascii_alphabetic() || *first == b'_');
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    (is_start && bytes.iter().all(is_part)).then(|| String::from_utf8_lossy(bytes).into_owned())
}
