//! The graph and its findings to [`Page`] values, one for each route.

pub mod page;

pub use page::{Html, Page};
