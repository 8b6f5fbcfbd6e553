//! What the one function of `build`, `check` and `serve` makes of whole sites.

#[path = "../graph/site.rs"]
mod site;
#[path = "../support/mod.rs"]
mod support;

mod drafts;
mod incremental;
mod leaks;
mod mistakes;
