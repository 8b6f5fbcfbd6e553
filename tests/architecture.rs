//! The layers hold: a module imports only from layers below its own.

#![allow(clippy::disallowed_methods, reason = "the test reads the source tree")]

use std::fs;
use std::path::{Path, PathBuf};

/// Every module and its layer. Modules of one layer do not know each other.
const LAYERS: &[(&str, u8)] = &[
    ("base", 0),
    ("locale", 1),
    ("diagnostic", 1),
    ("source", 2),
    ("output", 2),
    ("config", 3),
    ("markdown", 3),
    ("content", 4),
    ("theme", 4),
    ("translation", 5),
    ("graph", 6),
    ("check", 7),
    ("analysis", 7),
    ("draw", 7),
    ("search", 7),
    ("edit", 7),
    ("interchange", 8),
    ("view", 8),
    ("render", 9),
    ("pipeline", 10),
    ("io", 11),
    ("cli", 12),
    ("commands", 13),
];

fn layer(module: &str) -> Option<u8> {
    LAYERS.iter().find(|(name, _)| *name == module).map(|(_, layer)| *layer)
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The modules that a file names as `crate::module`, tests included.
fn imports(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(group) => top_level_names(group),
            None => vec![rest],
        };
        for name in names {
            let name: String =
                name.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect();
            found.push(name);
        }
    }
    found
}

/// The first name of each part of `a::b, c::{d, e}, f}`.
fn top_level_names(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(group[start..at].trim());
                return names;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(group[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    names
}

#[test]
fn modules_import_only_from_layers_below() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    let mut faults = Vec::new();
    for file in files {
        let relative = file.strip_prefix(&source).unwrap();
        let module =
            relative.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
        if matches!(module.as_str(), "lib" | "main") {
            continue;
        }
        let Some(own) = layer(&module) else {
            faults.push(format!("{} is in no layer", relative.display()));
            continue;
        };
        for import in imports(&fs::read_to_string(&file).unwrap()) {
            match layer(&import) {
                Some(other) if import != module && other >= own => {
                    faults.push(format!("{} (layer {own}) imports {import} (layer {other})", relative.display()));
                }
                _ => {}
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_scan_sees_grouped_imports() {
    assert_eq!(imports("use crate::{a::{x, y}, b, c::d};\nuse crate::e::f;\n// crate::g"), ["a", "b", "c", "e"]);
}
