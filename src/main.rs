//! The command line to an exit code.

use std::process::ExitCode;

use clap::Parser;
use clap::error::ErrorKind;

use cxbook::cli::Cli;
use cxbook::{commands, io::terminal};

/// Pages are made of many small texts: this allocator takes a tenth off a build.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    terminal::ask_for_a_report_on_panic();
    match Cli::try_parse() {
        Ok(cli) => commands::run(cli),
        // Printed here rather than by clap, which would panic on a closed stream.
        Err(error) => {
            let text = error.render();
            match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => terminal::print(&text.to_string()),
                _ => terminal::eprint(&text.to_string()),
            }
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        }
    }
}
