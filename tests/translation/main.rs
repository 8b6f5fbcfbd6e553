//! Translations: what stands for what, what has gone stale, and what the commands write.
//!
//! Where to look for what has to hold:
//!
//! - **What makes a translation outdated, and what does not**: `staleness`, and `cases` for what becomes of the page.
//! - **Segments, and which stand for which**: `segments`, over all examples of CommonMark, and `alignment`.
//! - **What a command writes, refuses and never takes away**: `commands`; in a web editor alone, `by_hand`; `rename`.
//! - **Addresses, anchors, alternates, in twelve languages**: `cases`; links and slugs in `tests/graph/addresses.rs`.
//! - **Overlays of journeys and vocabularies**: `cases`, and `tests/check/*.md` for each fault.
//! - **Interface strings, plurals, dates, numbers, order of names**: `cases`; completeness in `src/theme/strings_check.rs`.
//! - **Right to left, and search**: `cases`, `tests/theme.rs`, `tests/search.rs`, `tests/browser/*.mjs`.
//! - **Terms and what differs from the source**: `tests/lint.rs`, with twenty planted faults; `tests/typography.rs`.
//! - **PO, XLIFF, TBX, TMX**: `tests/exchange`, `tests/cli/exchange.rs`, `terms`; held to GNU gettext and
//!   translate-toolkit by `tests/exchange.py`.
//! - **What readers and translators see**: `readers`, `desk`, `overview`; how long it takes: `tests/bench/status`.

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
mod rename;
mod segments;
mod staleness;
mod terms;
