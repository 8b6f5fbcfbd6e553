//! Pages to one search index a language: its files, and the same answers in memory.
//!
//! 1. [`mod@record`]: what a page says. 2. [`terms`]: its words, counted where they stand, made in
//!    parallel and cached with the page. 3. [`index`]: the words of all pages. 4. [`mod@files`]: what the
//!    browser reads. 5. [`query`]: what a reader gets, here for the preview, and what each filter
//!    would leave of it (`narrow`).
//!
//! No stemmer, dictionary of word breaks or WebAssembly goes to the browser: stems are looked up in
//! the site's own vocabulary, and scripts without spaces are cut by a rule ([`words`]).

pub mod files;
pub mod index;
mod narrow;
mod near;
pub mod preview;
pub mod query;
pub mod record;
pub mod records;
pub mod score;
pub mod terms;
pub mod words;

pub use files::files;
pub use index::{Index, Page};
pub use narrow::{Choices, Counts};
pub use preview::Previews;
pub use query::{Answer, Hit, Replaced, search};
pub use record::{Facet, FacetValue, Record, Section, Sort};
pub use records::{record, records, synonyms};
pub use terms::Terms;

#[cfg(test)]
mod fixture;
