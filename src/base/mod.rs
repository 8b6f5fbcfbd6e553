//! Words without a domain: places in text, paths, languages, dates, fingerprints.
//!
//! Everything above may use them; they know nothing of knowledge bases.

mod count;
mod date;
mod file_name;
mod fingerprint;
mod forbidden;
mod id;
mod locale;
mod near;
mod path;
mod place;
mod spanned;
mod store;
mod text_range;

pub use count::{count, plural};
pub use date::{Date, DateError};
pub use file_name::file_name_fault;
pub use fingerprint::Fingerprint;
pub use forbidden::forbidden_characters;
pub use id::{Id, MalformedId};
pub use locale::{Direction, Locale, LocaleError};
pub use near::{nearest, nearest_all};
pub use path::{OutputPath, SourcePath, UrlPath};
pub use place::{Lines, line_after, place_after};
pub use spanned::{Span, Spanned};
pub use store::{Held, Store};
pub use text_range::TextRange;
