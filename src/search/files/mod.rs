//! An index to the files that the browser searches in.
//!
//! | file | holds | read when |
//! |---|---|---|
//! | `meta.idx` | what the others are called, and which part of the alphabet each has | search opens |
//! | `d-*.idx` | forms with their stems, by start (`dictionary.rs`) | a word is typed |
//! | `e-*.idx` | the same by ending | a word does not occur |
//! | `p-*.idx` | pages by stem (`postings.rs`) | a word is known |
//! | `l-*.idx` | a part of a very long list | a very frequent word is asked for |
//! | `t-*.idx` | titles and texts of a few pages (`pages.rs`) | pages are shown |
//! | `f-*.idx` | pages by value of one facet (`facets.rs`) | a filter is chosen |
//!
//! Each file is gzip, whatever server it ends up on: half of the static hosts compress only types
//! they know, and these are none of them. The name has no `.gz`, because some hosts then declare the
//! encoding and browsers would undo it on their own; the client looks at the first bytes.
//!
//! Names are hashes of contents, so files can be kept for ever, and boundaries between files lie at
//! words and pages chosen by hash, so an edit moves no other boundary: it renames the few files that
//! it changes. `meta.idx` alone is asked for anew each time.

mod bytes;
mod dictionary;
mod facets;
mod pages;
mod postings;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::index::Index;
use crate::base::OutputPath;
use crate::output::Artifact;
use bytes::gzip;
pub(super) use facets::{Summary, choices};
pub(super) use pages::Shown;

/// The version of the format; a client that knows another says so instead of guessing.
pub(super) const VERSION: u32 = 1;

/// Writes the files of an index, all below `search/<language>/`.
///
/// Equal pages give equal bytes, in whatever order they came and on however many threads.
#[must_use]
pub fn files(index: &Index) -> Vec<(OutputPath, Artifact)> {
    let mut folder = Folder::new(index.locale.as_str());
    let ids = Ids::of(index);
    let lexicon = index.lexicon();
    let by_start = folder.add_all('d', dictionary::by_start(&lexicon));
    let by_ending = folder.add_all('e', dictionary::by_ending(&lexicon));
    let postings = postings::shards(index, &lexicon, &ids, &mut folder);
    let postings = folder.add_all('p', postings);
    let pages = pages::bundles(index, &ids);
    let pages = folder.add_all('t', pages.into_iter().map(|bundle| (String::new(), bundle)).collect());
    let facets = facets::facets(index, &ids, &mut folder);
    let meta = Meta {
        version: VERSION,
        count: index.len(),
        end: ids.end,
        kept: index.folding.kept,
        synonyms: &index.synonyms,
        by_start,
        by_ending,
        postings,
        pages: pages.names,
        bundle: pages::BUNDLE,
        facets,
    };
    folder.finish(&meta)
}

/// What the client must know before it can ask for anything else.
#[derive(serde::Serialize)]
struct Meta<'a> {
    version: u32,
    count: usize,
    end: u32,
    kept: &'a str,
    synonyms: &'a [Vec<Vec<String>>],
    by_start: Shards,
    by_ending: Shards,
    postings: Shards,
    pages: String,
    bundle: u32,
    facets: Vec<facets::Summary>,
}

/// Files in the order of what they hold.
#[derive(Default, serde::Serialize)]
struct Shards {
    /// The shortest text not before the first word of each that is after the last of the one before,
    /// with a space between.
    starts: String,
    /// The ten hex digits of each name, nothing between; ten dots for a file with nothing in it.
    names: String,
}

/// How many hex digits a name has: 40 bits.
const DIGITS: usize = 10;

/// The numbers of pages in the files, by their numbers in the index.
///
/// A page's number is the hash of its address scaled to a power of two, or the next one free. So a
/// page that comes or goes moves only its nearest neighbours, until their number doubles.
struct Ids {
    by_number: Vec<u32>,
    end: u32,
}

impl Ids {
    fn of(index: &Index) -> Self {
        let space = (index.len() as u128 * 5 / 4).next_power_of_two();
        let mut by_number = vec![u32::MAX; index.end()];
        let mut end = 0;
        for number in index.in_order() {
            let home = u32::try_from((u128::from(index.order(number)) * space) >> 64).unwrap_or(u32::MAX);
            let id = home.max(end);
            by_number[number as usize] = id;
            end = id + 1;
        }
        Self { by_number, end }
    }

    fn get(&self, number: u32) -> u32 {
        self.by_number[number as usize]
    }
}

/// The files of one language while they are made.
struct Folder {
    path: String,
    files: BTreeMap<String, Artifact>,
}

impl Folder {
    fn new(language: &str) -> Self {
        Self { path: format!("search/{language}"), files: BTreeMap::new() }
    }

    /// Adds one file and returns the digits of its name.
    fn add(&mut self, letter: char, contents: &[u8]) -> String {
        self.place(letter, gzip(contents))
    }

    /// Adds files, each with its start, and returns what they are called.
    fn add_all(&mut self, letter: char, shards: Vec<(String, Vec<u8>)>) -> Shards {
        let zipped: Vec<(String, Option<Vec<u8>>)> = shards
            .into_par_iter()
            .map(|(start, contents)| (start, (!contents.is_empty()).then(|| gzip(&contents))))
            .collect();
        let mut starts = Vec::with_capacity(zipped.len());
        let mut names = String::with_capacity(zipped.len() * DIGITS);
        for (start, contents) in zipped {
            starts.push(start);
            match contents {
                Some(contents) => names.push_str(&self.place(letter, contents)),
                None => names.push_str(&".".repeat(DIGITS)),
            }
        }
        Shards { starts: starts.join(" "), names }
    }

    /// Two files that would share a name are told apart: a wrong one must never be taken for a right one.
    fn place(&mut self, letter: char, zipped: Vec<u8>) -> String {
        let artifact = Artifact::new(zipped);
        let mut hash = artifact.fingerprint();
        loop {
            let digits = hash.short()[..DIGITS].to_owned();
            let name = format!("{letter}-{digits}.idx");
            match self.files.get(&name) {
                Some(known) if *known != artifact => hash = crate::base::Fingerprint::of(hash.to_string().as_bytes()),
                _ => {
                    self.files.insert(name, artifact);
                    return digits;
                }
            }
        }
    }

    fn finish(mut self, meta: &Meta) -> Vec<(OutputPath, Artifact)> {
        let meta = serde_json::to_vec(meta).unwrap_or_default();
        self.files.insert("meta.idx".to_owned(), Artifact::new(gzip(&meta)));
        let Self { path, files } = self;
        files.into_iter().map(|(name, file)| (OutputPath::new(format!("{path}/{name}")), file)).collect()
    }
}

/// Whether a boundary lies before this word, on average once in `usual` words.
fn is_boundary(word: &str, usual: u32) -> bool {
    let hash = blake3::hash(word.as_bytes());
    let [a, b, c, d, ..] = *hash.as_bytes();
    u32::from_be_bytes([a, b, c, d]) % usual == 0
}

/// The shortest start of `first` that is after `previous`.
fn shortest_start(previous: &str, first: &str) -> String {
    let shared = previous.chars().zip(first.chars()).take_while(|(a, b)| a == b).count();
    first.chars().take(shared + 1).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::fixture::{index, page};
    use super::super::index::Page;
    use super::*;

    /// Pages whose words are made of a few syllables, so that there are many and they repeat.
    fn many(count: usize) -> Vec<Page> {
        let syllables = ["ka", "lo", "mi", "ne", "ru", "sta", "vo", "zen", "pli", "qua"];
        let word =
            |seed: usize| -> String { (0..3).map(|place| syllables[(seed / 7_usize.pow(place)) % 10]).collect() };
        let text = |page: usize| -> String { (0..120).map(|place| word(page * 31 + place * place) + " ").collect() };
        (0..count).map(|number| page("en", &format!("Page {number} {}", word(number)), &text(number))).collect()
    }

    fn names(pages: &[Page]) -> BTreeSet<String> {
        files(&index("en", pages)).iter().map(|(path, _)| path.to_string()).collect()
    }

    #[test]
    fn equal_pages_give_equal_files_in_any_order_and_on_any_number_of_threads() {
        let pages = many(60);
        let mut turned = pages.clone();
        turned.reverse();
        let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        let expected = alone.install(|| files(&index("en", &pages)));
        assert_eq!(files(&index("en", &turned)), expected);
        let mut kept = index("en", &many(90));
        kept.update(&pages);
        assert_eq!(files(&kept), expected);
    }

    #[test]
    fn an_edit_renames_only_the_files_it_changes() {
        let before = many(200);
        let mut after = before.clone();
        after[17] = page("en", "Page 17 lomika", "One more thing");
        let (before, after) = (names(&before), names(&after));
        let gone: Vec<&String> = before.difference(&after).collect();
        assert!(gone.len() * 2 < before.len(), "{} of {} renamed", gone.len(), before.len());
        let texts = gone.iter().filter(|name| name.contains("/t-")).count();
        assert!((1..=2).contains(&texts), "where the page went from, and where it came to: {texts}");
    }

    #[test]
    fn a_page_that_comes_moves_only_its_neighbours() {
        let (before, after) = (many(200), many(201));
        let ids = |pages: &[Page]| -> BTreeSet<(String, u32)> {
            let index = index("en", pages);
            let ids = Ids::of(&index);
            index
                .in_order()
                .into_iter()
                .map(|page| (index.page(page).unwrap().record.url.to_string(), ids.get(page)))
                .collect()
        };
        let moved = ids(&before).difference(&ids(&after)).count();
        assert!(moved < 10, "{moved} moved");
    }

    #[test]
    fn an_index_without_pages_is_one_file_that_says_so() {
        assert_eq!(names(&[]), BTreeSet::from(["search/en/meta.idx".to_owned()]));
    }

    #[test]
    fn the_start_of_a_file_lies_between_its_first_word_and_the_one_before() {
        assert_eq!(shortest_start("claim", "claims"), "claims");
        assert_eq!(shortest_start("bear", "claim"), "c");
        assert_eq!(shortest_start("内容", "内部"), "内部");
    }
}
