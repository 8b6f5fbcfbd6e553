//! The formats in which content meets other programs: one file a format, reader and writer together.

pub mod findings;
pub mod schema;
