//! The formats in which content meets other programs: one file a format, reader and writer together.

pub mod calendar;
pub mod feeds;
pub mod findings;
pub mod schema;
