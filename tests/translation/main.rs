//! Translations: what stands for what, what has gone stale, and what the commands write.

#[path = "../support/mod.rs"]
mod support;

mod alignment;
mod cases;
mod commands;
mod desk;
mod readers;
mod rename;
mod segments;
mod staleness;
