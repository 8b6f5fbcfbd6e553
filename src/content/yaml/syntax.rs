//! What YAML cannot read to one named problem, at the place an author would look at.
//!
//! The parser knows a line and a column and speaks of scanners and block mappings. Most such faults
//! are prose that YAML took for structure, so the line is read again here, as an author reads it.

use super::node::Fault;
use crate::base::{Id, SourcePath, Span, TextRange, count};
use crate::diagnostic::{Diagnostic, Name};

/// Lines that are indented with something else than spaces.
pub fn invisible_indentation(path: &SourcePath, text: &str, range: TextRange) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for line in lines(text, range) {
        if line.is_block_text {
            continue;
        }
        let written = line.range.of(text);
        let lead = &written[..written.len() - written.trim_start_matches(is_space).len()];
        if lead.len() == written.trim_end().len() || written[lead.len()..].starts_with('#') {
            continue;
        }
        if let Some((at, letter)) = lead.char_indices().find(|(_, letter)| *letter != ' ') {
            let what = if letter == '\t' { "a tab" } else { "an invisible character that is no space" };
            let start = line.range.start() + at;
            let place = Span::new(path, TextRange::new(start, start + letter.len_utf8()));
            found.push(
                Diagnostic::new(Name::InvisibleIndentation, place, format_args!("this line is indented with {what}"))
                    .label(format_args!("U+{:04X}", u32::from(letter)))
                    .help("indent with spaces only, two for each level"),
            );
        }
    }
    found
}

fn is_space(letter: char) -> bool {
    (letter.is_whitespace() || matches!(letter, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}')) && letter != '\n'
}

/// Says what is wrong at `fault`, in the words of the file rather than the parser's.
pub fn explain(path: &SourcePath, text: &str, range: TextRange, fault: &Fault) -> Diagnostic {
    let problem = |name, range, message: String| Diagnostic::new(name, Span::new(path, range), message);
    if fault.is_limit {
        let (message, help) = if fault.message.contains("Documents") {
            ("a second document starts here", "one file holds one document: remove the `---` or `...` before this")
        } else {
            (
                "this is nested deeper or repeats itself more often than any page needs",
                "32 levels are allowed, and as many values as a long journey has",
            )
        };
        return problem(Name::MalformedYaml, TextRange::at(fault.offset), message.to_owned()).help(help);
    }
    let all: Vec<Line> = lines(text, range).collect();
    let Some(here) = all.iter().rposition(|line| line.range.start() <= fault.offset) else {
        return problem(Name::MalformedYaml, TextRange::at(fault.offset), plain_words(&fault.message));
    };
    let entry = Entry::read(text, &all[here]);
    let is_colon = fault.message.contains("mapping values");

    // A bracket that is never closed takes what follows for its own, and the fault is noticed further down.
    if let Some(open) = open_bracket(text, range, &all[..=here]) {
        return problem(Name::MalformedYaml, open, format!("`{}` is not closed", open.of(text)))
            .label("opened here")
            .help("close it on the same line, and put a comma between its parts");
    }
    // A colon inside the text of this line.
    if let Some(colon) = entry.colon_in_value(text) {
        let found = problem(Name::UnquotedColon, colon, "a colon followed by a space stands in plain text".to_owned())
            .label("YAML takes what stands before it for a field")
            .help(block_help(&entry, text));
        // What goes on below, or ends in a comment, is for its author to part.
        let column = entry.key.start() - all[here].range.start();
        let goes_on = all.get(here + 1).is_some_and(|below| {
            let below = below.range.of(text);
            !below.trim().is_empty() && indent(below) > column
        });
        let value = entry.value.of(text);
        let is_all = !goes_on && !value.contains(" #") && value.lines().count() == 1;
        let block = || format!(">-\n{}{value}", " ".repeat(column + 2));
        return if is_all { found.mend_at(entry.value, block()) } else { found };
    }
    // A colon in the second line of a text, or a field below a text.
    if is_colon && let Some(above) = all[..here].iter().rfind(|line| !line.range.of(text).trim().is_empty()) {
        let owner = Entry::read(text, above);
        let deeper = indent(above.range.of(text)) < indent(all[here].range.of(text));
        let key = entry.key.of(text);
        if deeper && Id::parse(key).is_err() {
            let colon = TextRange::new(entry.key.end(), entry.key.end() + 1);
            return problem(Name::UnquotedColon, colon, "a colon followed by a space stands in plain text".to_owned())
                .label("YAML takes what stands before it for a field")
                .help(block_help(&owner, text));
        }
        if deeper {
            return problem(
                Name::MalformedYaml,
                entry.key,
                format!("`{key}` is indented below `{}`, which already has a value", owner.key.of(text)),
            )
            .label("one level too deep")
            .help("give both the same indentation");
        }
        if let Some(colon) = glued_colon(above.range.of(text)) {
            return glued(path, above.range, colon, text);
        }
        if owner.key.is_empty() {
            return problem(
                Name::MalformedYaml,
                TextRange::new(
                    above.range.start() + indent(above.range.of(text)),
                    above.range.start() + above.range.of(text).trim_end().len(),
                ),
                "this line is neither `field: value` nor part of a list".to_owned(),
            )
            .help("if it continues the text above, indent it further; if it is a field, give it a colon and a space");
        }
    }
    // A line such as `emotion:-1` is one word to YAML.
    if let Some(colon) = glued_field(all[here].range.of(text)) {
        return glued(path, all[here].range, colon, text);
    }
    // A value that starts with a character of YAML's own.
    if let Some(first) = entry.special(text) {
        return special(path, text, &entry, first);
    }
    // A quotation that was opened further up and never closed.
    if fault.message.contains("quoted")
        || fault.message.contains("unexpected EOF")
        || fault.message.contains("end of stream")
    {
        let open =
            all[..=here].iter().rev().map(|line| Entry::read(text, line)).find(|entry| entry.is_open_quote(text));
        if let Some(open) = open {
            let first = TextRange::new(open.value.start(), open.value.start() + 1);
            return special(path, text, &open, first).label("the quotation that starts here is not closed");
        }
    }
    let bracket = |closing| fault.message.contains(closing);
    if fault.message.contains("unclosed bracket") || bracket("',' or '}'") || bracket("',' or ']'") {
        let open = text[range.start()..fault.offset.max(range.start())]
            .rfind(['{', '['])
            .or_else(|| text[range.start()..range.end()].rfind(['{', '[']))
            .map_or(TextRange::at(fault.offset), |at| TextRange::new(range.start() + at, range.start() + at + 1));
        return problem(Name::MalformedYaml, open, format!("`{}` is not closed", open.of(text)))
            .label("opened here")
            .help("close it on the same line, and put a comma between its parts");
    }
    if let Some(above) = all[..here].iter().rfind(|line| !line.is_block_text && !line.range.of(text).trim().is_empty())
    {
        let [upper, lower] = [above, &all[here]].map(|line| indent(line.range.of(text)));
        if upper.abs_diff(lower) % 2 == 1 {
            let start = all[here].range.start();
            return problem(
                Name::MalformedYaml,
                TextRange::new(start, start + lower),
                format!("this line starts after {}, the one above it after {upper}", count(lower, "space")),
            )
            .label("belongs to no level")
            .help("give lines of one level the same number of spaces, two more for each level");
        }
    }
    let stray = all[here].range.of(text).trim();
    if fault.message.contains("simple key") || fault.message.contains("expected '-' indicator") {
        let place = TextRange::new(
            all[here].range.start() + indent(all[here].range.of(text)),
            all[here].range.start() + all[here].range.of(text).trim_end().len(),
        );
        let (message, help) = match without_colon(stray) {
            _ if fault.message.contains("indicator") => (
                "a field stands where a list goes on",
                "start every line of a list with a hyphen, or none of them".to_owned(),
            ),
            Some((name, value)) => (
                "this line is neither `field: value` nor part of a list",
                format!("if it is a field, write `{name}: {value}`; if it continues the text above, indent it further"),
            ),
            None => (
                "this line is neither `field: value` nor part of a list",
                "if it continues the text above, indent it further; if it is a field, give it a colon and a space"
                    .to_owned(),
            ),
        };
        return problem(Name::MalformedYaml, place, message.to_owned()).help(help);
    }
    problem(Name::MalformedYaml, word_at(text, fault.offset), plain_words(&fault.message))
        .help("YAML reads `field: value`, indented with spaces; prose is safest in a `>-` block")
}

/// A field whose colon is missing, or is an equals sign: its name and its value.
fn without_colon(line: &str) -> Option<(&str, &str)> {
    // More words than these are rather the rest of a text.
    let is_short = line.split_whitespace().count() <= 3;
    let (name, value) = line.split_once('=').or_else(|| line.split_once(' ').filter(|_| is_short))?;
    let (name, value) = (name.trim(), value.trim());
    (Id::parse(name).is_ok() && !value.is_empty()).then_some((name, value))
}

/// The first bracket that starts a value in one of these lines and is closed nowhere.
fn open_bracket(text: &str, range: TextRange, lines: &[Line]) -> Option<TextRange> {
    let mut from = range.start();
    for line in lines.iter().filter(|line| !line.is_block_text) {
        let value = Entry::read(text, line).value;
        if value.start() < from || !value.of(text).starts_with(['[', '{']) {
            continue;
        }
        match matching(&text[value.start()..range.end()]) {
            Some(closed) => from = value.start() + closed,
            None => return Some(TextRange::new(value.start(), value.start() + 1)),
        }
    }
    None
}

/// The colon of a field that has no space after it, and nothing else that would be one.
fn glued_field(line: &str) -> Option<usize> {
    let colon = line.find(':')?;
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let after = line[colon + 1..].chars().next()?;
    (is_name(line[..colon].trim_start_matches([' ', '-'])) && !after.is_whitespace() && after != '/').then_some(colon)
}

fn glued(path: &SourcePath, line: TextRange, colon: usize, text: &str) -> Diagnostic {
    let start = line.start() + colon;
    let (name, value) = line.of(text).split_at(colon);
    let message = "a colon without a space after it does not make a field";
    Diagnostic::new(Name::MalformedYaml, Span::new(path, TextRange::new(start, start + 1)), message)
        .label("a space is missing")
        .help(format!("write `{}: {}`", name.trim(), value[1..].trim()))
}

fn special(path: &SourcePath, text: &str, entry: &Entry, first: TextRange) -> Diagnostic {
    let sign = text.get(first.start()..).and_then(|rest| rest.split_whitespace().next()).unwrap_or_default();
    if matches!(sign, ">-" | "|-") {
        let message = format!("a text stands on the same line as `{sign}`");
        return Diagnostic::new(Name::UnquotedSpecialCharacter, Span::new(path, first), message)
            .label("not read as text")
            .help("put the text on a line of its own below, two spaces further in than the name before it");
    }
    let message = format!("the text starts with `{}`, which YAML treats specially", first.of(text));
    Diagnostic::new(Name::UnquotedSpecialCharacter, Span::new(path, first), message)
        .label("not read as text")
        .help(block_help(entry, text))
}

fn block_help(entry: &Entry, text: &str) -> String {
    if entry.key.is_empty() {
        "write it as a `>-` block: put `>-` first, and the text on the next line, indented".to_owned()
    } else {
        format!("write it as a `>-` block: `{}: >-`, and the text on the next line, indented", entry.key.of(text))
    }
}

/// The parser's words without its place, which the report shows.
fn plain_words(message: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or(message);
    let reason = match message {
        reason if reason.contains("escape") => "a backslash in double quotes starts an escape that does not exist",
        reason if reason.contains("string scalar") || reason.contains("null into string") => {
            "a field's name must be a plain word"
        }
        reason if reason.contains("expected key") => "a field was expected here",
        reason if reason.contains("simple key") => "this line is neither `field: value` nor part of a list",
        reason if reason.contains("unknown anchor") => "`*` refers to something that is not marked anywhere",
        reason if reason.contains("invalid") && reason.contains("64") => "a tag asks for a number and there is none",
        reason => return format!("YAML cannot read this: {reason}"),
    };
    reason.to_owned()
}

fn word_at(text: &str, offset: usize) -> TextRange {
    let rest = text.get(offset..).unwrap_or_default();
    let length = rest.find(|letter: char| letter.is_whitespace()).unwrap_or(rest.len());
    TextRange::new(offset, offset + length)
}

/// One line, and whether it is text inside a `>-` or `|` block.
pub(super) struct Line {
    pub(super) range: TextRange,
    pub(super) is_block_text: bool,
}

/// The lines of the part at `range`, without their ends.
pub(super) fn lines(text: &str, range: TextRange) -> impl Iterator<Item = Line> {
    let mut at = range.start();
    let mut block: Option<usize> = None;
    range.of(text).split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        let written = line.trim_end_matches(['\n', '\r']);
        let deep = indent(written);
        let is_block_text = block.is_some_and(|parent| written.trim().is_empty() || deep > parent);
        if !is_block_text {
            let bare = written.split(" #").next().unwrap_or_default().trim_end();
            let header = bare.rsplit([' ', ':']).next().unwrap_or_default();
            let is_header = header.starts_with(['>', '|'])
                && header.len() <= 3
                && header[1..].bytes().all(|byte| matches!(byte, b'-' | b'+' | b'0'..=b'9'))
                && bare.len() > header.len();
            let dash = written.trim_start().starts_with("- ");
            block =
                is_header.then_some(if dash && !bare.contains(':') { deep } else { deep + if dash { 2 } else { 0 } });
        }
        Line { range: TextRange::new(start, start + written.len()), is_block_text }
    })
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// `key: value` on one line; either may be empty.
struct Entry {
    key: TextRange,
    value: TextRange,
}

impl Entry {
    fn read(text: &str, line: &Line) -> Self {
        let written = line.range.of(text);
        let start = line.range.start();
        let mut from = indent(written);
        while written[from..].starts_with("- ") {
            from += 2 + indent(&written[from + 2..]);
        }
        let rest = &written[from..];
        let none = TextRange::at(start + from);
        if line.is_block_text {
            return Self { key: none, value: none };
        }
        let colon = rest.match_indices(':').map(|(at, _)| at).find(|at| {
            let after = rest[at + 1..].chars().next();
            after.is_none_or(char::is_whitespace)
        });
        let starts_as_key = rest.starts_with(|first: char| first.is_alphanumeric() || first == '_' || first == '"');
        let Some(colon) = colon.filter(|_| starts_as_key) else {
            return Self { key: none, value: TextRange::new(start + from, start + written.trim_end().len().max(from)) };
        };
        let value = &rest[colon + 1..];
        let value_at = start + from + colon + 1 + (value.len() - value.trim_start().len());
        let end = start + written.trim_end().len();
        Self { key: TextRange::new(start + from, start + from + colon), value: TextRange::new(value_at.min(end), end) }
    }

    /// The colon in a value that is plain text.
    fn colon_in_value(&self, text: &str) -> Option<TextRange> {
        let value = self.value.of(text);
        if self.key.is_empty() || value.starts_with(['"', '\'', '[', '{', '>', '|', '#', '&', '*', '!']) {
            return None;
        }
        let bare = value.split(" #").next().unwrap_or_default();
        let at = bare.find(": ").or_else(|| bare.ends_with(':').then(|| bare.len() - 1))?;
        Some(TextRange::new(self.value.start() + at, self.value.start() + at + 1))
    }

    /// The first character of the value, if YAML does not take it for text.
    fn special(&self, text: &str) -> Option<TextRange> {
        let value = self.value.of(text);
        let first = value.chars().next()?;
        let rest = value[first.len_utf8()..].trim_end();
        let is_special = match first {
            '@' | '`' | '%' | '&' | '*' | ',' | ']' | '}' => true,
            '!' | '|' | '>' => !rest.is_empty(),
            '-' | '?' => rest.starts_with(' '),
            '"' | '\'' => closing(value, first).is_some_and(|at| !is_comment(&value[at + 1..])),
            '[' | '{' => matching(value).is_some_and(|at| !is_comment(&value[at + 1..])),
            _ => false,
        };
        is_special.then(|| TextRange::new(self.value.start(), self.value.start() + first.len_utf8()))
    }

    fn is_open_quote(&self, text: &str) -> bool {
        let value = self.value.of(text);
        value.chars().next().is_some_and(|first| matches!(first, '"' | '\'') && closing(value, first).is_none())
    }
}

fn is_comment(rest: &str) -> bool {
    let rest = rest.trim();
    rest.is_empty() || rest.starts_with('#')
}

/// Where the quotation that starts `value` ends.
fn closing(value: &str, quote: char) -> Option<usize> {
    let mut letters = value.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' && quote == '"' {
            letters.next();
        } else if letter == quote {
            if quote == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'') {
                letters.next();
            } else {
                return Some(at);
            }
        }
    }
    None
}

/// Where the bracket or brace that starts `value` is closed.
fn matching(value: &str) -> Option<usize> {
    let mut depth = 0usize;
    value.char_indices().find_map(|(at, letter)| {
        match letter {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

/// The colon of `field:value`, where YAML needs a space.
fn glued_colon(line: &str) -> Option<usize> {
    let colon = line.find(':')?;
    let is_glued = line[colon + 1..].starts_with(|next: char| !next.is_whitespace() && next != '/');
    (is_glued && Id::parse(line[..colon].trim()).is_ok()).then_some(colon)
}
