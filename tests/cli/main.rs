//! The binary, as people and programs start it.

#![allow(clippy::disallowed_methods, reason = "tests of what touches the world")]

mod build;
mod exchange;
mod fix;
mod history;
mod import;
mod serve;
mod standing;
mod translate;
mod words;

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

/// A folder with what `init` writes, on the day that tests live on.
struct Project {
    folder: TempDir,
}

impl Project {
    fn new() -> Self {
        let project = Self { folder: TempDir::new().unwrap() };
        project.run(&["init", "."]).success();
        project
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn write(&self, path: &str, text: &str) {
        std::fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        std::fs::write(self.path(path), text).unwrap();
    }

    fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).unwrap()
    }

    fn run(&self, args: &[&str]) -> assert_cmd::assert::Assert {
        cxbook(self.folder.path()).args(args).assert()
    }
}

fn cxbook(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cxbook"));
    // 2026-11-21
    command.current_dir(folder).env("SOURCE_DATE_EPOCH", "1795219200").env_remove("NO_COLOR");
    command
}

fn texts(output: &Output) -> (String, String) {
    (String::from_utf8_lossy(&output.stdout).into_owned(), String::from_utf8_lossy(&output.stderr).into_owned())
}
