//! Units to PO entries and back.

use super::import::{Incoming, IncomingUnit};
use super::po::{self, Entry, Po};
use super::{Bundle, Fault, State, Unit};

/// The document as a PO file.
#[must_use]
pub fn po(bundle: &Bundle) -> Po {
    let date = bundle.date.map_or_else(|| "1970-01-01".to_owned(), |date| format!("{date}"));
    let date = if date.len() == 10 { format!("{date} 00:00+0000") } else { "1970-01-01 00:00+0000".to_owned() };
    let by = if bundle.by.is_empty() { "nobody yet" } else { &bundle.by };
    let header = [
        ("Project-Id-Version", "cxbook 1"),
        ("POT-Creation-Date", &date),
        ("PO-Revision-Date", &date),
        ("Last-Translator", &format!("{by} <>")),
        ("Language-Team", &format!("{} <>", bundle.target)),
        ("Language", &bundle.target.as_str().replace('-', "_")),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("X-Source-Language", bundle.source.as_str()),
        ("X-Target-Language", bundle.target.as_str()),
        ("X-Document", &bundle.subject),
        ("X-Generator", "cxbook"),
    ];
    let target = header.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
    let mut po = Po { entries: vec![Entry { target, ..Entry::default() }] };
    po.entries.extend(bundle.units.iter().map(entry));
    po
}

fn entry(unit: &Unit) -> Entry {
    let mut extracted: Vec<String> = unit.note.iter().cloned().collect();
    match unit.state {
        State::Machine => extracted.push("cxbook:machine".to_owned()),
        State::Reviewed => extracted.push("cxbook:reviewed".to_owned()),
        _ => {}
    }
    if unit.is_split {
        extracted.push("cxbook:split (its translation is two blocks; decide in the file which is which)".to_owned());
    }
    extracted.push(format!("cxbook:seen {}", unit.seen()));
    let is_fuzzy = matches!(unit.state, State::Machine | State::Outdated) && !unit.target.is_empty();
    Entry {
        extracted,
        flags: if is_fuzzy { vec!["fuzzy".to_owned()] } else { Vec::new() },
        previous: unit.previous.clone().filter(|_| unit.state == State::Outdated),
        context: unit.key.clone(),
        source: unit.source.clone(),
        target: unit.target.clone(),
        ..Entry::default()
    }
}

/// What an export has noted about an entry.
pub(super) fn noted<'e>(entry: &'e Entry, name: &str) -> Option<&'e str> {
    let said = |note: &'e String| note.strip_prefix("cxbook:")?.strip_prefix(name).map(str::trim);
    entry.extracted.iter().find_map(said)
}

/// Reads a PO file that a tool has given back.
///
/// # Errors
///
/// It is no PO, in another encoding, or says of no document that it belongs to it.
pub fn read(text: &str) -> Result<Incoming, Fault> {
    let po = po::read(text)?;
    let header = po
        .entries
        .iter()
        .find(|entry| entry.is_header())
        .ok_or_else(|| Fault::whole("the file has no header, so nobody can tell which document it belongs to"))?;
    if let Some(kind) = header.header("Content-Type")
        && let Some((_, charset)) = kind.split_once("charset=")
        && !charset.trim().eq_ignore_ascii_case("utf-8")
    {
        return Err(Fault::whole(format_args!("the file says that it is {}; save it as UTF-8", charset.trim())));
    }
    let subject = header.header("X-Document").ok_or_else(|| {
        Fault::whole("the header has no `X-Document`, so nobody can tell which document it belongs to")
    })?;
    let target = header.header("X-Target-Language").or_else(|| header.header("Language"));
    let target = target.ok_or_else(|| Fault::whole("the header names no `Language`"))?;
    let mut line = 1;
    let placed = po.entries.iter().map(|entry| {
        let above = entry.raw.lines().take_while(|line| !line.trim_start().starts_with("msgid"));
        let own = line + above.count();
        line += entry.raw.matches('\n').count();
        (own, entry)
    });
    let units = placed
        .filter(|(_, entry)| !entry.is_header() && !entry.is_obsolete)
        .map(|(line, entry)| IncomingUnit {
            line: Some(line),
            id: None,
            key: entry.context.clone(),
            source: Some(entry.source.clone()),
            target: entry.target.clone(),
            pieces: None,
            seen: noted(entry, "seen").map(str::to_owned),
            is_ready: !entry.has_flag("fuzzy"),
            is_approved: noted(entry, "reviewed").is_some(),
            is_said_translated: false,
            contradiction: None,
            fault: entry.has_plural.then(|| {
                "it has forms for one and for many, and a text of a page has only one: take out `msgid_plural`"
                    .to_owned()
            }),
            ..IncomingUnit::default()
        })
        .collect();
    Ok(Incoming { subject: subject.to_owned(), target: target.replace('_', "-"), units })
}
