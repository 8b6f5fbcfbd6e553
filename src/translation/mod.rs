//! Sources and translations to what stands for what, and what has gone stale.
//!
//! Everything is computed for each [`Segment`]: a field of front matter or vocabulary, keyed
//! `text:<key>`, or the text of one block of Markdown. Nothing here needs version control: the
//! revision that a translation answers to lies beside the content ([`snapshot`]).
//!
//! 1. [`Revision::of_document`] cuts a file into segments; their hashes do not depend on how a text
//!    is wrapped or marked up, only on what it says.
//! 2. [`changes()`] lists what has changed in a source since a snapshot was taken, with what may turn
//!    a meaning round ([`Risk`]).
//! 3. [`align()`] finds which blocks of a translation stand for which blocks *of the revision it was
//!    made from*; to align it with today's source would take every insertion for a shift.
//! 4. [`compare()`] puts the three together.
//! 5. [`reading`] knows what a translation said when it was last read, whatever it says of itself since.
//!
//! [`passage`] gives the letters of a file to rules about letters, and [`typography`] says what breaks
//! the typographic rules of a language; [`terms`] finds the words of the glossary, and [`mod@lint`] holds every
//! translation to both, and to its source.
//!
//! To get the aligned segments of a document in a language:
//!
//! ```
//! use cxbook::base::Locale;
//! use cxbook::content::Documents;
//! use cxbook::config::Config;
//! use cxbook::diagnostic::Diagnostics;
//! use cxbook::source::SourceSet;
//! use cxbook::translation::{SubjectId, Subjects};
//!
//! fn originals(
//!     sources: &SourceSet, documents: &Documents, config: &Config, french: &Locale, diagnostics: &mut Diagnostics,
//! ) -> Vec<(String, Option<String>, Option<String>)> {
//!     let subjects = Subjects::collect(sources, documents, config, diagnostics);
//!     let Some(subject) = subjects.get(&SubjectId::parse("articles/outside-in")) else { return Vec::new() };
//!     let Some(comparison) = subjects.compare(sources, subject, french, diagnostics) else { return Vec::new() };
//!     // `source` is today's, `base` what it was when it was translated, `target` the translation.
//!     // Check a translation against `pair.original()`: what it was made from, as far as is known.
//!     comparison
//!         .pairs()
//!         .map(|pair| {
//!             let text = |segment: &cxbook::translation::Segment| segment.text.clone();
//!             (text(pair.source), pair.base.map(text), pair.target.map(text))
//!         })
//!         .collect()
//! }
//! ```

mod align;
mod batch;
mod changes;
mod freshness;
mod lag;
pub mod lint;
mod minor;
mod numbers;
mod overview;
mod parallel;
pub mod passage;
pub mod reading;
mod risk;
mod segment;
pub mod snapshot;
mod subject;
mod survey;
pub mod terms;
pub mod typography;
pub mod waiver;
mod words;

pub use align::{Alignment, align};
pub use batch::{batches, part_of};
pub use changes::{Change, Class, changes, is_slight, origins};
pub use freshness::{Base, Comparison, Freshness, Given, Pair, Standing, compare, quality_name};
pub use lag::{Lag, lags};
pub use minor::{Minor, PATH as MINOR};
pub use overview::{Overview, Row, Total, overview, overview_of};
pub use reading::{Reading, Unread, Untouched};
pub use risk::{Risk, Watch, constants, risks};
pub use segment::{Mark, Place, Revision, Segment, replace};
pub use subject::{File, Subject, SubjectId, Subjects};
pub use survey::{Report, Survey, survey};
pub use words::{Fate, word_diff, words_changed, words_that_differ};
