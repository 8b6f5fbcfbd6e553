//! Translations: what stands for what, what has gone stale, and what the commands write.
//!
//! `promises.md` lists what has to hold, case by case, each with its tests; `promises` holds the list to the tests that
//! are there. How long it takes is measured by `tests/bench/status`; GNU gettext and translate-toolkit read and write
//! what goes to translators in `tests/exchange.py`.

#[path = "../support/mod.rs"]
mod support;

mod alignment;
mod by_hand;
mod cases;
mod commands;
mod desk;
mod followed;
mod formats;
mod overlays;
mod overview;
mod promises;
mod readers;
mod reading;
mod rename;
mod segments;
mod staleness;
mod terms;
