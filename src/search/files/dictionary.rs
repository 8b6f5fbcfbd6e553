//! Forms to dictionary files.
//!
//! A file is JSON: `[forms, stems, classes]`. The forms are sorted, with a space between; each is one
//! base-36 digit, how many UTF-16 units it shares with the form before, and the rest. A stem is one
//! digit, how many units to cut from the form, and what to append. A class says how many pages have
//! the form, up to a factor of two: one digit each.

use super::super::index::Form;
use super::super::words::{Script, each_run};
use super::{is_boundary, shortest_start};

/// How many forms a file usually has.
const USUAL: u32 = 800;

/// The dictionary by how words start.
pub fn by_start(lexicon: &[Form<'_>]) -> Vec<(String, Vec<u8>)> {
    shards(lexicon.iter().filter_map(|form| Entry::new(form.form.to_owned(), form)).collect())
}

/// The dictionary by how words end: every form turned round. Only forms that a slip can lead to.
pub fn by_ending(lexicon: &[Form<'_>]) -> Vec<(String, Vec<u8>)> {
    let is_typed_whole = |form: &&Form<'_>| {
        let mut is_spaced = true;
        each_run(form.form, |_, script| is_spaced &= script == Script::Spaced);
        is_spaced && form.form.chars().count() >= 3
    };
    let turned = |form: &str| form.chars().rev().collect::<String>();
    let forms = lexicon.iter().filter(is_typed_whole);
    let mut entries: Vec<Entry> = forms.filter_map(|form| Entry::new(turned(form.form), form)).collect();
    entries.sort_by(|a, b| a.key.cmp(&b.key));
    shards(entries)
}

struct Entry {
    key: String,
    stem: String,
    class: char,
}

impl Entry {
    fn new(key: String, &Form { form, stem, class, .. }: &Form<'_>) -> Option<Self> {
        let shared = shared_start(form, stem);
        let mut cut = digit(units(&form[shared..]))?.to_string();
        cut.push_str(&stem[shared..]);
        Some(Self { key, stem: cut, class: digit(usize::from(class))? })
    }
}

fn shards(entries: Vec<Entry>) -> Vec<(String, Vec<u8>)> {
    let mut shards: Vec<Vec<Entry>> = Vec::new();
    for entry in entries {
        let size = shards.last().map_or(0, Vec::len);
        let is_full = size >= USUAL as usize * 2 || size >= USUAL as usize / 2 && is_boundary(&entry.key, USUAL / 2);
        match shards.last_mut() {
            Some(last) if !is_full => last.push(entry),
            _ => shards.push(vec![entry]),
        }
    }
    let mut previous = "";
    let mut files = Vec::with_capacity(shards.len());
    for shard in &shards {
        let start = if files.is_empty() { String::new() } else { shortest_start(previous, &shard[0].key) };
        files.push((start, encode(shard)));
        previous = shard.last().map_or("", |entry| &entry.key);
    }
    files
}

fn encode(entries: &[Entry]) -> Vec<u8> {
    let (mut forms, mut stems, mut classes) = (Vec::new(), Vec::new(), String::new());
    let mut previous = "";
    for entry in entries {
        let mut shared = shared_start(previous, &entry.key);
        while units(&entry.key[..shared]) > 35 {
            shared = entry.key[..shared].char_indices().next_back().map_or(0, |(at, _)| at);
        }
        let count = digit(units(&entry.key[..shared])).unwrap_or('0');
        forms.push(format!("{count}{}", &entry.key[shared..]));
        stems.push(entry.stem.as_str());
        classes.push(entry.class);
        previous = &entry.key;
    }
    serde_json::to_vec(&(forms.join(" "), stems.join(" "), classes)).unwrap_or_default()
}

/// How many bytes two texts share at their start, in whole characters.
fn shared_start(a: &str, b: &str) -> usize {
    let shared = a.char_indices().zip(b.chars()).take_while(|((_, a), b)| a == b).last();
    shared.map_or(0, |((at, character), _)| at + character.len_utf8())
}

/// How many units JavaScript counts.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn digit(number: usize) -> Option<char> {
    char::from_digit(u32::try_from(number).ok()?, 36)
}
