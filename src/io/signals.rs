//! SIGINT, SIGTERM and SIGHUP to an orderly end.

use std::process::exit;
use std::thread;

use anyhow::Context;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

/// Calls `tidy` on the first signal that asks us to stop, then exits with 128 and its number.
/// A second signal exits at once.
///
/// # Errors
///
/// The system does not let us listen for signals.
pub fn on_stop(tidy: impl FnOnce() + Send + 'static) -> anyhow::Result<()> {
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP]).context("could not listen for signals")?;
    thread::spawn(move || {
        let mut tidy = Some(tidy);
        for signal in signals.forever() {
            let code = 128 + signal;
            match tidy.take() {
                Some(tidy) => drop(thread::spawn(move || {
                    tidy();
                    exit(code);
                })),
                None => exit(code),
            }
        }
    });
    Ok(())
}
