//! The world to values, and values to the world: the only code that touches files, clock, environment and terminal.
//!
//! - [`scan`] reads a project into a [`SourceSet`](crate::source::SourceSet).
//! - [`publish`] makes a folder equal to an [`Output`](crate::output::Output), all at once.
//! - [`watch`], [`reload`] and [`http`] keep a preview in the browser equal to the project.
//! - [`history`] asks git what a file has said before.
//! - [`mod@write`] adds files that a command has made to a project.

#![allow(clippy::disallowed_methods, reason = "this is where the world is touched")]

mod beneath;
pub mod clock;
pub mod history;
pub mod http;
mod journal;
pub mod publish;
pub mod reload;
pub mod scan;
pub mod signals;
pub mod terminal;
mod transaction;
pub mod watch;
pub mod write;
