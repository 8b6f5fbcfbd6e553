//! YAML to a tree that remembers where each key and value stands.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{Location, Spanned};

use crate::base::TextRange;

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it stands; of a list or map, from its first to its last item.
    pub range: TextRange,
    /// A `!tag` or `&anchor` before it: the start of a text that YAML has swallowed.
    pub swallowed: Option<TextRange>,
}

impl Node {
    /// Whether it stands in brackets or braces rather than on lines of its own.
    #[must_use]
    pub fn is_flow(&self, source: &str) -> bool {
        self.range.of(source).starts_with(['[', '{'])
    }

    /// What a message calls it: `a list`.
    #[must_use]
    pub fn noun(&self) -> &'static str {
        match &self.value {
            Value::Null => "nothing",
            Value::Scalar(_) => "a single value",
            Value::List(_) => "a list",
            Value::Map(_) => "a map of fields",
        }
    }
}

/// What a value is, before any field says what it should be.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// One text, number or word.
    Scalar(Scalar),
    /// `[a, b]`, or lines that start with hyphens.
    List(Vec<Node>),
    /// `{ a: b }`, or lines with colons. Repeated keys are kept: the readers report them.
    Map(Vec<(Key, Node)>),
}

/// A text with the way it was written.
#[derive(Clone, Debug)]
pub struct Scalar {
    /// What it says: escapes and folding resolved; numbers and words letter by letter as written.
    pub text: String,
    /// Whether it stands bare, with neither quotes nor a `>-` or `|` before it.
    pub is_plain: bool,
}

/// A key with its place.
#[derive(Clone, Debug)]
pub struct Key {
    /// What it says.
    pub text: String,
    /// Where.
    pub range: TextRange,
}

/// Why a text is no YAML, and about where.
#[derive(Debug)]
pub struct Fault {
    /// What the parser says.
    pub message: String,
    /// Where it noticed, in bytes of the file.
    pub offset: usize,
    /// Whether a limit was reached rather than the grammar broken.
    pub is_limit: bool,
}

/// Reads the part of `text` at `range`, with places counted from the start of `text`.
///
/// # Errors
///
/// The first place at which it is no YAML, or is more than a file may hold.
pub fn read(text: &str, range: TextRange) -> Result<Node, Fault> {
    // What stands before becomes a comment of equal length, so that every place is the file's own.
    // Only the opening fence ever does.
    let yaml = if range.start() == 0 {
        text[..range.end()].to_owned()
    } else {
        let mut blanked = String::with_capacity(range.end());
        for (index, letter) in text[..range.start()].char_indices() {
            match letter {
                '\n' | '\r' => blanked.push(letter),
                _ if index == 0 => blanked.push_str(&"#".repeat(letter.len_utf8())),
                _ => blanked.push_str(&"-".repeat(letter.len_utf8())),
            }
        }
        blanked.push_str(range.of(text));
        blanked
    };
    if is_blank(range.of(text)) {
        return Ok(Node { value: Value::Map(Vec::new()), range, swallowed: None });
    }
    match serde_saphyr::from_str_with_options::<Spanned<Raw>>(&yaml, options()) {
        Ok(raw) => Ok(place(raw, text, range.start())),
        Err(error) => {
            let error = error.without_snippet();
            let offset = error.location().map_or(range.end(), |location| offset_of(text, &location));
            // The reader of values has a limit of its own, and no variant for it.
            let is_too_deep = error.to_string().contains("recursion limit");
            let is_limit = is_too_deep
                || matches!(error, serde_saphyr::Error::Budget { .. })
                || matches!(
                    error,
                    serde_saphyr::Error::AliasReplayLimitExceeded { .. }
                        | serde_saphyr::Error::AliasExpansionLimitExceeded { .. }
                        | serde_saphyr::Error::AliasReplayStackDepthExceeded { .. }
                );
            Err(Fault { message: error.to_string(), offset: offset.clamp(range.start(), range.end()), is_limit })
        }
    }
}

fn is_blank(yaml: &str) -> bool {
    yaml.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'))
}

fn options() -> serde_saphyr::Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: 32,
            max_nodes: 50_000,
            max_events: 200_000,
            max_aliases: 100,
            max_anchors: 100,
            max_documents: 1,
            max_total_scalar_bytes: 4_000_000,
        },
        duplicate_keys: serde_saphyr::options::DuplicateKeyPolicy::PassThrough,
        merge_keys: serde_saphyr::options::MergeKeyPolicy::AsOrdinary,
        strict_booleans: true,
        non_finite_float_policy: serde_saphyr::options::NonFiniteFloatPolicy::AsString,
        leading_zero_numbers_as_strings: true,
        underscored_numbers_as_strings: true,
        with_snippet: false,
    }
}

/// The tree as serde-saphyr gives it.
enum Raw {
    Null,
    /// Its text follows from the source.
    Bare,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Bare)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Bare)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Bare)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Bare)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Bare)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Bare)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_bytes<E: serde::de::Error>(self, _: &[u8]) -> Result<Raw, E> {
        Err(E::custom("binary data has no place here"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(key) = entries.next_key::<Spanned<String>>()? {
            if map.len() > 10_000 {
                return Err(A::Error::custom("a map has more than ten thousand keys"));
            }
            map.push((key, entries.next_value()?));
        }
        Ok(Raw::Map(map))
    }
}

/// Turns places into byte ranges, and numbers and words back into what was written.
///
/// `from` is where the token before ends: between it and the value stand tags, anchors and the
/// header of a block.
fn place(raw: Spanned<Raw>, text: &str, from: usize) -> Node {
    let found = range_of(&raw.referenced, text).unwrap_or(TextRange::at(from));
    // Nothing is placed somewhere after its key; it belongs right behind it.
    let range = if matches!(raw.value, Raw::Null) && found.is_empty() { TextRange::at(from) } else { found };
    let written = range_of(&raw.defined, text).unwrap_or(range);
    let lead =
        Lead::read(text, from, if matches!(raw.value, Raw::Null) { line_end(text, from) } else { range.start() });
    let (value, end) = match raw.value {
        Raw::Null => (Value::Null, range.end()),
        Raw::Bare => (Value::Scalar(Scalar { text: written.of(text).to_owned(), is_plain: true }), range.end()),
        Raw::Text(value) => {
            let slice = written.of(text);
            // An empty block is placed at its header.
            let is_plain = !lead.is_block && !slice.starts_with(['"', '\'', '>', '|']);
            // YAML would make `.inf` of a number too large for it; only folded lines need its help.
            let text = if is_plain && !slice.contains('\n') { slice.to_owned() } else { value };
            (Value::Scalar(Scalar { text, is_plain }), range.end())
        }
        Raw::List(items) => {
            let mut at = range.start();
            let items: Vec<Node> = items
                .into_iter()
                .map(|item| {
                    let node = place(item, text, at);
                    at = node.range.end();
                    node
                })
                .collect();
            let end = at.max(range.end());
            (Value::List(items), end)
        }
        Raw::Map(entries) => {
            let mut end = range.end();
            let entries: Vec<(Key, Node)> = entries
                .into_iter()
                .map(|(key, value)| {
                    let key_range = range_of(&key.referenced, text).unwrap_or(TextRange::at(from));
                    let node = place(value, text, key_range.end());
                    end = end.max(node.range.end());
                    (Key { text: key.value, range: key_range }, node)
                })
                .collect();
            (Value::Map(entries), end)
        }
    };
    Node { value, range: TextRange::new(range.start(), end), swallowed: lead.swallowed }
}

/// What stands between a key and its value.
#[derive(Default)]
struct Lead {
    swallowed: Option<TextRange>,
    is_block: bool,
}

impl Lead {
    fn read(text: &str, from: usize, to: usize) -> Self {
        let mut lead = Self::default();
        let mut at = from;
        for line in text.get(from..to).unwrap_or_default().split_inclusive('\n') {
            let mut is_new = true;
            for (index, letter) in line.char_indices() {
                match letter {
                    '#' if is_new => break,
                    '!' | '&' if is_new => {
                        let rest = &line[index..];
                        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
                        lead.swallowed = Some(TextRange::new(at + index, at + index + length));
                        break;
                    }
                    '>' | '|' => lead.is_block = true,
                    _ => {}
                }
                is_new = matches!(letter, ' ' | '\t' | '-' | '[' | '{' | ',');
            }
            at += line.len();
        }
        lead
    }
}

fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |length| from + length)
}

fn range_of(location: &Location, text: &str) -> Option<TextRange> {
    let span = location.span();
    let start = usize::try_from(span.byte_offset()?).ok()?;
    let end = start.checked_add(usize::try_from(span.byte_len()?).ok()?)?;
    // A range that does not fit the text would make excerpts of it empty.
    text.get(start..end).map(|found| TextRange::new(start, start + found.trim_end().len()))
}

/// The byte at the line and column of `location`: syntax errors carry no more.
fn offset_of(text: &str, location: &Location) -> usize {
    let line = usize::try_from(location.line()).unwrap_or(1).max(1);
    let column = usize::try_from(location.column()).unwrap_or(1).max(1);
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    let rest = rest.split('\n').next().unwrap_or_default();
    start + rest.char_indices().nth(column - 1).map_or(rest.len(), |(at, _)| at)
}
