//! Sources and their translations to what a translator, a reviewer or a reader should know of them.
//!
//! - [`passage`]: the letters of a file, for rules about letters.
//! - [`typography`]: what breaks the typographic rules of a language, and how to mend it.

pub mod passage;
pub mod typography;
