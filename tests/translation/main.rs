//! Translations: what stands for what, what has gone stale, and what the commands write.

#[path = "../support/mod.rs"]
mod support;

mod alignment;
mod by_hand;
mod cases;
mod commands;
mod desk;
mod overview;
mod readers;
mod rename;
mod segments;
mod staleness;
mod terms;
