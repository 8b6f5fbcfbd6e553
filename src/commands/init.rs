//! `cxbook init`: a folder to a small knowledge base.

use crate::base::SourcePath;
use crate::cli::InitArgs;
use crate::edit::{self, Edit};
use crate::interchange::schema;
use crate::io::write::write_missing;
use crate::io::{clock, terminal};

/// More files than these that were there are only counted.
const FEW: usize = 5;

pub(super) fn run(args: &InitArgs) -> anyhow::Result<u8> {
    let mut edits = edit::init::init(clock::today(None)?);
    edits.extend(editor_settings());
    let written = write_missing(&args.folder, &edits)?;
    if args.quiet {
        return Ok(0);
    }
    let folder = super::shown(&args.folder);
    let is_ours = |path: &&SourcePath| !path.as_str().starts_with(".vscode/");
    let kept: Vec<&SourcePath> = written.kept.iter().filter(is_ours).collect();
    let made = written.written.iter().filter(is_ours).count();
    let mut text = match kept.len() {
        0..=FEW => kept.iter().map(|path| format!("kept {path}, which was there\n")).collect(),
        many => format!("kept {} that were there\n", super::count(many, "file")),
    };
    text.push_str(&match made {
        0 => format!("wrote nothing to {folder}: all of it is there\n"),
        _ => format!(
            "wrote {} to {folder}: a small knowledge base in English and French, and settings for VS Code\n",
            super::count(made, "file")
        ),
    });
    let root = if folder == "." { String::new() } else { format!(" --root {}", quoted(&folder)) };
    terminal::print(&format!("{text}next: cxbook serve{root}\n"));
    Ok(0)
}

/// A word as a shell reads it.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || "/._-+,:@%".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// What VS Code needs to complete fields and mark mistakes while one types.
fn editor_settings() -> Vec<Edit> {
    // What a command prints is no file that people write.
    let written = schema::names().into_iter().filter(|name| name != "status");
    let schemas = written.filter_map(|name| Some((schema::schema(&name)?, name)));
    let mut files = Vec::new();
    let mut wiring = serde_json::Map::new();
    for (schema, name) in schemas {
        let path = format!(".vscode/schema/{name}.json");
        let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
        if let Some(vocabulary) = name.strip_prefix("vocab-") {
            let pattern = match vocabulary.strip_suffix("-translation") {
                Some(vocabulary) => format!("content/vocab/{vocabulary}.*.yaml"),
                None => format!("content/vocab/{vocabulary}.yaml"),
            };
            wiring.insert(format!("./{path}"), pattern.into());
        }
        files.push((path, text));
    }
    let settings = serde_json::json!({ "yaml.schemas": wiring });
    files.push((".vscode/settings.json".to_owned(), serde_json::to_string_pretty(&settings).unwrap_or_default()));
    let edit = |(path, text)| Edit { path: SourcePath::new(path), before: None, text: format!("{text}\n") };
    files.into_iter().map(edit).collect()
}
