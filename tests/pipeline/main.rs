//! What the one function of `build`, `check` and `serve` makes of whole sites.

#[path = "../support/mod.rs"]
mod support;

mod drafts;
mod mistakes;
