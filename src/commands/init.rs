//! `cxbook init`: a folder to a small knowledge base.

use crate::cli::InitArgs;
use crate::edit;
use crate::io::write::write;
use crate::io::{clock, terminal};

pub(super) fn run(args: &InitArgs) -> anyhow::Result<u8> {
    let edits = edit::init::init(clock::today(None)?);
    let written = write(&args.folder, &edits)?;
    if args.quiet {
        return Ok(0);
    }
    let folder = super::shown(&args.folder);
    let kept: String = written.kept.iter().map(|path| format!("kept {path}, which was there\n")).collect();
    let made = super::count(written.written.len(), "file");
    let root = if folder == "." { String::new() } else { format!(" --root {folder}") };
    terminal::print(&format!(
        "{kept}wrote {made} to {folder}: a small knowledge base in English and French\n\
         next: cxbook serve{root}\n"
    ));
    Ok(0)
}
