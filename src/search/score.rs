//! Counts to scores: every figure that ranking depends on.
//!
//! A page scores, for each word of the query, the best variant's share of BM25; the sum is
//! multiplied by the squared share of the query it has. How much a word says about a page is kept
//! in sixteen steps ([`impact`]): finer ones change no order that a reader would notice, and cost
//! twice the bytes.

use super::terms::Counts;

/// What a word in a heading counts, beside one in running text.
const HEADING: f32 = 3.0;
/// What a word in the title counts.
const TITLE: f32 = 6.0;
/// How fast repetition stops to matter.
const SATURATION: f32 = 2.0;
/// How much a long text dilutes its words.
const DILUTION: f32 = 0.6;
/// How many words a title has before it dilutes its words.
const TITLE_LENGTH: f32 = 6.0;

/// What a form counts that shares its stem with the form looked for.
pub const SIBLING: f32 = 0.6;
/// What a word counts that only starts with what was typed.
pub const PREFIX: f32 = 0.6;
/// What a word counts that differs from what was typed in one letter; two letters count its square.
pub const SLIP: f32 = 0.8;
/// What a page counts that was found by a synonym.
pub const SYNONYM: f32 = 0.9;

/// How many of the best pages are looked at again, text in hand.
pub const LOOKED_AT: usize = 5;
/// What the page counts whose title is the query.
pub const IS_TITLE: f32 = 2.0;
/// What a page counts where the words of the query stand next to each other.
pub const ADJACENT: f32 = 1.3;
/// A page with less than this share of the best page's share of the query is no result.
pub const LEAST_COVERAGE: f32 = 0.5;

/// How much a word says about a page, from 0 to 15.
///
/// `typical` is the length of a usual page. It is a power of two near the mean, so that an edit
/// does not move the impacts of all other pages.
#[must_use]
pub fn impact(counts: Counts, length: u32, title_length: u16, typical: u32) -> u8 {
    let text = f32::from(counts.body) + HEADING * f32::from(counts.heading);
    let diluted = text / (1.0 - DILUTION + DILUTION * length as f32 / typical as f32);
    let title = TITLE * f32::from(counts.title) / (0.5 + 0.5 * f32::from(title_length) / TITLE_LENGTH);
    let sum = diluted + title;
    let share = sum / (sum + SATURATION);
    ((share * 16.0) as u8).min(15)
}

/// An impact as a share of one.
#[must_use]
pub fn share(impact: u8) -> f32 {
    (f32::from(impact) + 0.5) / 16.0
}

/// How much it says that a word occurs that `found` of `pages` pages have.
#[must_use]
pub fn rarity(found: usize, pages: usize) -> f32 {
    let (found, pages) = (found.min(pages) as f32, pages as f32);
    (1.0 + (pages - found + 0.5) / (found + 0.5)).ln()
}

/// Whether a word is so common that a query with other words does without it.
#[must_use]
pub fn is_common(found: usize, pages: usize) -> bool {
    found >= 4096 && found > pages / 4
}
