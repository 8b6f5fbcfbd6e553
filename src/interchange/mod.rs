//! The formats in which content meets other programs: one file a format, reader and writer together.
//!
//! What is read becomes the tree that an author would have written ([`authored`]) and is written as source
//! files ([`source`]); every reader and writer says in a [`LossReport`] what its format could not hold.

pub mod authored;
pub mod calendar;
pub mod cjml;
pub mod csv;
pub mod draft;
mod entries;
pub mod exchange;
mod fault;
pub mod feeds;
pub mod files;
pub mod findings;
pub mod json;
pub mod llms;
mod loss;
pub mod mermaid;
pub mod readings;
mod same;
pub mod schema;
pub mod signal;
mod source;
pub mod status;
pub mod subject;
pub mod tables;
pub mod twin;

pub use fault::Fault;
pub use loss::LossReport;
pub use subject::Subject;
