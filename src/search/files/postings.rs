//! Stems to posting files.
//!
//! A file is a row of groups, sorted by stem. A group is: how many bytes its stem shares with the one
//! before, the rest of the stem as a text, the bytes that follow (so that a reader can skip them),
//! then how many pages have any of its forms, how many forms there are, and the forms. A form is: how
//! many bytes it shares with the stem, the rest as a text, twice the number of its pages, and for
//! each page sixteen times the step to its number, plus its impact. A list too long for that is
//! marked by one more than twice the number; the number of its files and their names follow. These
//! have the pages with the highest impacts first, in as many files as it takes.

use rayon::prelude::*;

use super::super::index::{Form, Index, Postings};
use super::bytes::{put_number, put_text};
use super::{Folder, Ids, is_boundary, shortest_start};

/// How many bytes a file usually has.
const USUAL: usize = 6 * 1024;
/// How many pages a list has that gets files of its own, and the most that one of these has.
const LONG: usize = 4096;

/// The posting files, each with its start. Files of long lists are added to the folder.
pub fn shards(index: &Index, lexicon: &[Form<'_>], ids: &Ids, folder: &mut Folder) -> Vec<(String, Vec<u8>)> {
    let mut by_stem = lexicon.to_vec();
    by_stem.sort_by_key(|form| form.stem);
    let groups: Vec<&[Form<'_>]> = by_stem.chunk_by(|one, next| one.stem == next.stem).collect();
    let groups: Vec<Encoded> = groups.par_iter().map(|forms| Encoded::of(index, ids, forms)).collect();
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut previous = String::new();
    let mut is_new = true;
    for Encoded { stem, found, forms } in groups {
        let size = files.last().map_or(0, |(_, bytes)| bytes.len());
        if size >= USUAL * 2 || size >= USUAL / 2 && is_boundary(&stem, 16) {
            is_new = true;
        }
        if is_new {
            let start = if files.is_empty() { String::new() } else { shortest_start(&previous, &stem) };
            files.push((start, Vec::with_capacity(USUAL)));
            previous.clear();
            is_new = false;
        }
        let Some((_, bytes)) = files.last_mut() else { break };
        put_after(bytes, &previous, &stem);
        let mut group = Vec::new();
        put_number(&mut group, found as u64);
        put_number(&mut group, forms.len() as u64);
        for (form, list) in forms {
            put_after(&mut group, &stem, &form);
            match list {
                List::Short(count, list) => {
                    put_number(&mut group, count as u64 * 2);
                    group.extend_from_slice(&list);
                }
                List::Long(count, parts) => {
                    put_number(&mut group, count as u64 * 2 + 1);
                    put_number(&mut group, parts.len() as u64);
                    for part in parts {
                        group.extend_from_slice(folder.add('l', &part).as_bytes());
                    }
                }
            }
        }
        put_number(bytes, group.len() as u64);
        bytes.extend_from_slice(&group);
        previous = stem;
    }
    files
}

struct Encoded {
    stem: String,
    found: usize,
    forms: Vec<(String, List)>,
}

enum List {
    Short(usize, Vec<u8>),
    Long(usize, Vec<Vec<u8>>),
}

impl Encoded {
    fn of(index: &Index, ids: &Ids, forms: &[Form<'_>]) -> Self {
        let group = index.group_of(forms);
        let list = |(form, postings): (&str, Postings)| (form.to_owned(), List::of(postings, ids));
        let stem = forms.first().map_or("", |form| form.stem).to_owned();
        Self { stem, found: group.found, forms: group.forms.into_iter().map(list).collect() }
    }
}

impl List {
    fn of(postings: Postings, ids: &Ids) -> Self {
        let mut postings: Postings = postings.into_iter().map(|(page, impact)| (ids.get(page), impact)).collect();
        if postings.len() < LONG {
            postings.sort_unstable();
            return Self::Short(postings.len(), steps(&postings));
        }
        postings.sort_unstable_by_key(|&(id, impact)| (u8::MAX - impact, id));
        let parts = postings.chunks_mut(LONG).map(|part| {
            part.sort_unstable();
            steps(part)
        });
        let parts = parts.collect();
        Self::Long(postings.len(), parts)
    }
}

fn steps(postings: &[(u32, u8)]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(postings.len() * 2);
    let mut next = 0;
    for &(id, impact) in postings {
        put_number(&mut bytes, u64::from(id - next) << 4 | u64::from(impact));
        next = id + 1;
    }
    bytes
}

/// Appends how many bytes of `text` are those of `before`, and the rest.
fn put_after(bytes: &mut Vec<u8>, before: &str, text: &str) {
    let mut shared = before.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
    while !text.is_char_boundary(shared) {
        shared -= 1;
    }
    put_number(bytes, shared as u64);
    put_text(bytes, &text[shared..]);
}
