//! Turns Markdown articles and journeys in front matter into a multilingual static site.
//!
//! The modules in reading order, from the ground up; each imports only from those above its own
//! line (`tests/architecture.rs`). `ARCHITECTURE.md` has the picture.

pub mod analysis;
pub mod base;
pub mod check;
pub mod cli;
pub mod commands;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod draw;
pub mod edit;
pub mod graph;
pub mod interchange;
pub mod io;
pub mod locale;
pub mod markdown;
pub mod output;
pub mod pipeline;
pub mod render;
pub mod search;
pub mod source;
pub mod theme;
pub mod translation;
pub mod view;
