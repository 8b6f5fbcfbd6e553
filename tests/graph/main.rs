//! What `graph::resolve` makes of small sites.

#[path = "../support/mod.rs"]
mod support;

mod addresses;
mod references;
mod site;
mod visibility;
