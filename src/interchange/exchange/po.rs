//! Gettext PO: text to entries and back, without losing a byte of what is not understood.
//!
//! An entry keeps the text it was read from, so that a file that is read and written is the same
//! file; only entries that were made or changed here are written anew.

use std::fmt::Write;

use super::Fault;

/// A PO file: entries in order, the header among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Po {
    /// The entries, obsolete ones included.
    pub entries: Vec<Entry>,
}

/// One message with all that stands above it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// `# …`, by people; without the marker.
    pub comments: Vec<String>,
    /// `#. …`, by the tool that extracted it.
    pub extracted: Vec<String>,
    /// `#: …`.
    pub references: Vec<String>,
    /// `#, fuzzy, …`, one by one.
    pub flags: Vec<String>,
    /// `#| msgid …`: the source it was translated from.
    pub previous: Option<String>,
    /// `msgctxt`.
    pub context: Option<String>,
    /// `msgid`.
    pub source: String,
    /// `msgstr`.
    pub target: String,
    /// Whether it has a `msgid_plural`, and so a text for each number.
    pub has_plural: bool,
    /// Whether it is `#~`: kept, and not used.
    pub is_obsolete: bool,
    /// Its text in the file, blank line included; empty if it was made here.
    pub raw: String,
}

impl Entry {
    /// Whether it carries this flag.
    #[must_use]
    pub fn has_flag(&self, flag: &str) -> bool {
        self.flags.iter().any(|own| own == flag)
    }

    /// Whether it is the header of the file.
    #[must_use]
    pub fn is_header(&self) -> bool {
        self.source.is_empty() && self.context.is_none() && !self.is_obsolete
    }

    /// A field of the header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.target.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }

    fn write(&self, text: &mut String) {
        if !self.raw.is_empty() {
            text.push_str(&self.raw);
            return;
        }
        let lines = |text: &mut String, marker: &str, lines: &[String]| {
            for line in lines {
                let space = if line.is_empty() { "" } else { " " };
                let _ = writeln!(text, "{marker}{space}{line}");
            }
        };
        lines(text, "#", &self.comments);
        lines(text, "#.", &self.extracted);
        lines(text, "#:", &self.references);
        if !self.flags.is_empty() {
            let _ = writeln!(text, "#, {}", self.flags.join(", "));
        }
        let mark = if self.is_obsolete { "#~ " } else { "" };
        if let Some(previous) = &self.previous {
            let mark = if self.is_obsolete { "#~| " } else { "#| " };
            if let Some(context) = &self.context {
                field(text, mark, "msgctxt", context);
            }
            field(text, mark, "msgid", previous);
        }
        if let Some(context) = &self.context {
            field(text, mark, "msgctxt", context);
        }
        field(text, mark, "msgid", &self.source);
        field(text, mark, "msgstr", &self.target);
        text.push('\n');
    }
}

/// One string, a line of the file for each of its lines.
fn field(text: &mut String, mark: &str, name: &str, value: &str) {
    let lines: Vec<&str> = value.split_inclusive('\n').collect();
    if lines.len() <= 1 {
        let _ = writeln!(text, "{mark}{name} \"{}\"", escaped(value));
        return;
    }
    let _ = writeln!(text, "{mark}{name} \"\"");
    for line in lines {
        let _ = writeln!(text, "{mark}\"{}\"", escaped(line));
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => escaped.push_str("\\\\"),
            '"' => escaped.push_str("\\\""),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            '\r' => escaped.push_str("\\r"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// The file as text.
#[must_use]
pub fn write(po: &Po) -> String {
    let mut text = String::new();
    for entry in &po.entries {
        // What was the last of its file may stand before others now.
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        if entry.raw.is_empty() && !text.is_empty() && !text.ends_with("\n\n") && !text.ends_with("\n\r\n") {
            text.push('\n');
        }
        entry.write(&mut text);
    }
    // A file of ours ends with its last line.
    if po.entries.last().is_some_and(|entry| entry.raw.is_empty()) {
        text.truncate(text.trim_end_matches('\n').len());
        text.push('\n');
    }
    text
}

/// Reads a file.
///
/// # Errors
///
/// The line that is no PO, and why.
pub fn read(text: &str) -> Result<Po, Fault> {
    let mut po = Po::default();
    let mut reader = Reader::default();
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let said = line.trim_end_matches(['\n', '\r']);
        let starts_new = reader.is_complete() && starts_entry(said, reader.entry.is_obsolete);
        if starts_new {
            po.entries.push(reader.take());
        }
        reader.line(said).map_err(|message| Fault::at(index + 1, message))?;
        reader.entry.raw.push_str(line);
    }
    if reader.entry.raw.trim().is_empty() {
        // Blank lines at the end belong to the last entry.
        if let Some(last) = po.entries.last_mut() {
            last.raw.push_str(&reader.entry.raw);
        }
    } else if reader.is_complete() {
        po.entries.push(reader.take());
    } else if reader.has_message() {
        return Err(Fault::at(text.lines().count(), "a message ends without its `msgstr`"));
    } else {
        // Comments alone, as some tools leave them at the end.
        reader.entry.is_obsolete = true;
        po.entries.push(reader.take());
    }
    Ok(po)
}

/// Whether a line can only belong to another entry than a complete one before it.
fn starts_entry(line: &str, is_obsolete: bool) -> bool {
    let line = line.trim_start();
    if let Some(rest) = line.strip_prefix("#~") {
        let rest = rest.trim_start();
        return !(rest.starts_with("msgstr") || is_obsolete && rest.starts_with(['"']));
    }
    line.starts_with('#') || line.starts_with("msgid") || line.starts_with("msgctxt")
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Field {
    #[default]
    None,
    Context,
    Source,
    Plural,
    Target,
    Previous,
    Ignored,
}

#[derive(Default)]
struct Reader {
    entry: Entry,
    field: Field,
    has_source: bool,
    has_target: bool,
}

impl Reader {
    fn is_complete(&self) -> bool {
        self.has_target
    }

    fn has_message(&self) -> bool {
        self.has_source || self.entry.context.is_some()
    }

    fn take(&mut self) -> Entry {
        std::mem::take(self).entry
    }

    fn line(&mut self, line: &str) -> Result<(), String> {
        let line = line.trim();
        if line.is_empty() {
            return Ok(());
        }
        if let Some(rest) = line.strip_prefix("#~|") {
            self.entry.is_obsolete = true;
            return self.previous(rest.trim());
        }
        if let Some(rest) = line.strip_prefix("#~") {
            self.entry.is_obsolete = true;
            return self.message(rest.trim());
        }
        if let Some(rest) = line.strip_prefix("#|") {
            return self.previous(rest.trim());
        }
        let comment = |rest: &str| rest.strip_prefix(' ').unwrap_or(rest).to_owned();
        if let Some(rest) = line.strip_prefix("#.") {
            self.entry.extracted.push(comment(rest));
        } else if let Some(rest) = line.strip_prefix("#:") {
            self.entry.references.push(comment(rest));
        } else if let Some(rest) = line.strip_prefix("#,") {
            self.entry.flags.extend(rest.split(',').map(|flag| flag.trim().to_owned()).filter(|flag| !flag.is_empty()));
        } else if let Some(rest) = line.strip_prefix('#') {
            self.entry.comments.push(comment(rest));
        } else {
            return self.message(line);
        }
        Ok(())
    }

    fn previous(&mut self, rest: &str) -> Result<(), String> {
        if let Some(rest) = rest.strip_prefix("msgid_plural") {
            self.field = Field::Ignored;
            return quoted(rest).map(|_| ());
        }
        if let Some(rest) = rest.strip_prefix("msgid") {
            self.field = Field::Previous;
            self.entry.previous = Some(quoted(rest)?);
            return Ok(());
        }
        if let Some(rest) = rest.strip_prefix("msgctxt") {
            self.field = Field::Ignored;
            return quoted(rest).map(|_| ());
        }
        self.more(rest)
    }

    fn message(&mut self, line: &str) -> Result<(), String> {
        let keyword = line.split(['"', ' ', '\t']).next().unwrap_or_default();
        let rest = line.get(keyword.len()..).unwrap_or_default();
        match keyword {
            "" => self.more(line)?,
            "msgctxt" => {
                self.field = Field::Context;
                self.entry.context = Some(quoted(rest)?);
            }
            "msgid" => {
                self.field = Field::Source;
                self.has_source = true;
                self.entry.source = quoted(rest)?;
            }
            "msgid_plural" => {
                self.field = Field::Plural;
                self.entry.has_plural = true;
                quoted(rest)?;
            }
            "msgstr" | "msgstr[0]" if self.has_source => {
                self.field = Field::Target;
                self.has_target = true;
                self.entry.target = quoted(rest)?;
            }
            "msgstr" | "msgstr[0]" => return Err("a `msgstr` has no `msgid` before it".to_owned()),
            plural if plural.starts_with("msgstr[") => {
                self.field = Field::Ignored;
                quoted(rest)?;
            }
            other => return Err(format!("`{other}` is no part of a PO file")),
        }
        Ok(())
    }

    fn more(&mut self, line: &str) -> Result<(), String> {
        let text = quoted(line)?;
        match self.field {
            Field::Context => self.entry.context.get_or_insert_default().push_str(&text),
            Field::Source => self.entry.source.push_str(&text),
            Field::Target => self.entry.target.push_str(&text),
            Field::Previous => self.entry.previous.get_or_insert_default().push_str(&text),
            Field::Plural | Field::Ignored => {}
            Field::None => return Err("a text stands without `msgid` or `msgstr`".to_owned()),
        }
        Ok(())
    }
}

/// The text between quotation marks.
fn quoted(text: &str) -> Result<String, String> {
    let text = text.trim();
    let inner = text
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'))
        .ok_or_else(|| format!("`{text}` is no text in quotation marks"))?;
    let mut said = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        if letter == '"' {
            return Err("a quotation mark inside a text needs a `\\` before it".to_owned());
        }
        if letter != '\\' {
            said.push(letter);
            continue;
        }
        match letters.next() {
            Some('n') => said.push('\n'),
            Some('t') => said.push('\t'),
            Some('r') => said.push('\r'),
            Some('a') => said.push('\u{7}'),
            Some('b') => said.push('\u{8}'),
            Some('v') => said.push('\u{b}'),
            Some('f') => said.push('\u{c}'),
            Some('\\') => said.push('\\'),
            Some('"') => said.push('"'),
            Some(other) => return Err(format!("`\\{other}` is no escape of PO")),
            None => return Err("a text ends with a lone `\\`".to_owned()),
        }
    }
    Ok(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# By hand.\nmsgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\"X-Odd: kept\\n\"\n\n\
#. note\n#: about\n#, fuzzy, no-wrap\n#| msgid \"Old \\\"text\\\"\"\nmsgctxt \"text:title\"\nmsgid \"\"\n\"New \"\n\"text\"\nmsgstr \"Texte\\n\"\n\n\
#~ msgid \"gone\"\n#~ msgstr \"parti\"\n\n#~| msgid \"older\"\n#~ msgid \"also\"\n#~ msgstr \"aussi\"\n";

    #[test]
    fn what_is_read_is_written_to_the_byte() {
        let po = read(FILE).unwrap();
        assert_eq!(write(&po), FILE);
        assert_eq!(po.entries.len(), 4);
        let entry = &po.entries[1];
        assert_eq!((entry.source.as_str(), entry.target.as_str()), ("New text", "Texte\n"));
        assert_eq!(entry.previous.as_deref(), Some("Old \"text\""));
        assert!(entry.has_flag("fuzzy") && entry.has_flag("no-wrap"));
        assert_eq!(po.entries[0].header("x-odd"), Some("kept"));
        assert!(po.entries[3].is_obsolete);
    }

    #[test]
    fn what_is_no_po_is_refused_with_its_line() {
        assert_eq!(read("msgid \"a\"\nmsgstr \"b\"\n\nhello\n").unwrap_err().line, Some(4));
        assert_eq!(read("msgid \"a\"\n").unwrap_err().line, Some(1));
        assert_eq!(read("msgid \"a\"\nmsgstr \"b\\q\"\n").unwrap_err().line, Some(2));
    }

    proptest::proptest! {
        #[test]
        fn an_entry_says_the_same_after_it_was_written(source in "\\PC{1,20}", target in "[a-z\\\\\"\n\t]{0,20}", context in proptest::option::of("\\PC{0,8}")) {
            let entry = Entry { source, target, context, ..Entry::default() };
            let text = write(&Po { entries: vec![entry.clone()] });
            let again = read(&text).unwrap().entries.remove(0);
            proptest::prop_assert_eq!(Entry { raw: String::new(), ..again }, entry);
        }
    }
}
