//! `cxbook translate export` and `import`: translations to files for other tools, and back.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::refusal;
use crate::base::{Fingerprint, SourcePath, count};
use crate::cli::{ExchangeFormat, TranslateArgs};
use crate::commands::CONFLICTS;
use crate::content::Kind;
use crate::edit::Edit;
use crate::edit::translate::{Refused, Setting};
use crate::interchange::exchange::{self, Bundle, Format, Import, Imported, Incoming, Trust, po, tbx, tmx, units};
use crate::io::scan::is_source;
use crate::io::terminal;
use crate::io::write::{read_bytes, read_file_bytes, write};

/// The most bytes that a file may have that comes back.
const MAX_BYTES: u64 = 256 << 20;

/// Writes the files of a language. One in which somebody has worked loses nothing of it.
pub(super) fn export(
    args: &TranslateArgs,
    setting: &Setting<'_>,
    format: ExchangeFormat,
    language: &str,
    subject: Option<&str>,
    (out, replace): (&Path, bool),
) -> anyhow::Result<u8> {
    if is_source(&args.project.root, out) {
        anyhow::bail!("could not write into {}: the sources of the site lie there; name another folder", out.display());
    }
    let files = match files(setting, format, language, subject) {
        Ok(files) => files,
        Err(refused) => return Ok(refusal(args, &refused)),
    };
    let mut edits: Vec<Edit> = Vec::new();
    let mut kept: Vec<(String, Vec<String>)> = Vec::new();
    for File { path, text, bundle } in files {
        let there = out.join(path.as_str());
        let known = there.symlink_metadata().is_ok().then(|| read_file_bytes(&there, MAX_BYTES)).transpose()?;
        let text = match &known {
            Some(known) => match exchange::again(bundle.as_ref(), exchanged(format), &text, known) {
                Ok(text) => text,
                Err(_) if replace => text,
                Err(lost) => {
                    kept.push((there.display().to_string(), lost));
                    continue;
                }
            },
            None => text,
        };
        if known.as_deref() != Some(text.as_bytes()) {
            edits.push(Edit { path, before: known.map(|known| Fingerprint::of(&known)), text });
        }
    }
    write(out, &edits)?;
    let written: Vec<String> = edits.iter().map(|edit| out.join(edit.path.as_str()).display().to_string()).collect();
    let code = if kept.is_empty() { 0 } else { CONFLICTS };
    if args.json {
        let kept: Vec<_> = kept.iter().map(|(file, why)| json!({ "file": file, "why": why })).collect();
        terminal::print(&format!("{}\n", json!({ "written": written, "kept": kept })));
        return Ok(code);
    }
    let mut text: String = written.iter().map(|path| format!("wrote {path}\n")).collect();
    for (path, lost) in &kept {
        text.push_str(&format!("kept {path}, for what the site does not have: {}\n", lost.join(", ")));
    }
    if edits.is_empty() && kept.is_empty() {
        text.push_str("every file is as it was\n");
    }
    let comes_back = exchanged(format).is_some_and(|format| format != Format::Tmx);
    text.push_str(match (comes_back, kept.is_empty()) {
        (true, true) => "next: translate them, then take them over with `cxbook translate import FILE…`\n",
        (true, false) => {
            "next: take what was kept over with `cxbook translate import FILE…` and export again; write elsewhere with \
             --out, or over it with --replace\n"
        }
        (false, true) => "",
        (false, false) => "next: write elsewhere with --out, or over it with --replace\n",
    });
    terminal::print(&text);
    Ok(code)
}

/// The format, if it is one of translations.
fn exchanged(format: ExchangeFormat) -> Option<Format> {
    match format {
        ExchangeFormat::Po => Some(Format::Po),
        ExchangeFormat::Xliff => Some(Format::Xliff),
        ExchangeFormat::Xliff2 => Some(Format::Xliff2),
        ExchangeFormat::Tmx => Some(Format::Tmx),
        ExchangeFormat::Tbx | ExchangeFormat::Csv => None,
    }
}

/// A file of an export.
struct File {
    path: SourcePath,
    text: String,
    /// What it is of, if it is of one document.
    bundle: Option<Bundle>,
}

fn files(
    setting: &Setting<'_>,
    format: ExchangeFormat,
    language: &str,
    subject: Option<&str>,
) -> Result<Vec<File>, Refused> {
    let whole = |name: &str, text| File { path: SourcePath::new(name), text, bundle: None };
    let only = subject.map(|subject| setting.subject(subject)).transpose()?;
    let locale = setting.language(only, language)?;
    let Some(exchanged) = exchanged(format) else {
        let glossary = setting
            .documents
            .vocabulary
            .iter()
            .find(|file| file.kind == Kind::Term)
            .ok_or_else(|| Refused::new("this site has no glossary"))?;
        return Ok(vec![match format {
            ExchangeFormat::Tbx => whole(&format!("{locale}/glossary.tbx"), tbx::write(glossary, Some(&locale))),
            _ => whole(&format!("{locale}/glossary.csv"), tbx::csv(glossary, Some(&locale))),
        }]);
    };
    let mut bundles: Vec<Bundle> = Vec::new();
    for subject in setting.subjects.iter() {
        let is_asked = only.is_none_or(|only| only.id == subject.id);
        if !is_asked || *subject.source.locale() == locale {
            continue;
        }
        let comparison =
            if subject.translations.contains_key(&locale) { Some(setting.compare(subject, &locale)?) } else { None };
        bundles.push(units::bundle(subject, &locale, comparison.as_ref()));
    }
    bundles.retain(|bundle| !bundle.units.is_empty());
    let texts = bundles.iter().map(|bundle| exchange::write(bundle, exchanged).map_err(Refused::new));
    let texts = texts.collect::<Result<Vec<String>, Refused>>()?;
    if exchanged == Format::Tmx {
        return Ok(vec![whole(&format!("{locale}/memory.tmx"), tmx::write(&bundles))]);
    }
    let files = bundles.into_iter().zip(texts).map(|(bundle, text)| {
        let path = SourcePath::new(format!("{locale}/{}.{}", bundle.subject, exchanged.extension()));
        File { path, text, bundle: Some(bundle) }
    });
    Ok(files.collect())
}

/// Takes files over. Nothing is written unless all of them can be read.
pub(super) fn import(
    args: &TranslateArgs,
    setting: &Setting<'_>,
    files: &[PathBuf],
    trust: Trust,
    is_dry: bool,
) -> anyhow::Result<u8> {
    let import = Import { setting, trust };
    let mut incoming: Vec<Incoming> = Vec::new();
    let refused = |file: &Path, fault| Ok(refusal(args, &Refused::new(format_args!("{}: {fault}", file.display()))));
    let mut from: Vec<&Path> = Vec::new();
    for file in files {
        match exchange::read(&read_file_bytes(file, MAX_BYTES)?) {
            Err(fault) => return refused(file, fault),
            Ok(read) => {
                for one in read {
                    // Two files of one document are one, or the second would know nothing of the first.
                    match incoming
                        .iter_mut()
                        .find(|known| (&known.subject, &known.target) == (&one.subject, &one.target))
                    {
                        Some(known) => known.units.extend(one.units),
                        None => {
                            incoming.push(one);
                            from.push(file);
                        }
                    }
                }
            }
        }
    }
    let mut done: Vec<(String, Imported)> = Vec::new();
    let mut edits: Vec<Edit> = Vec::new();
    let mut paths: BTreeSet<SourcePath> = BTreeSet::new();
    for (one, file) in incoming.iter().zip(from) {
        match import.document(one) {
            Err(fault) => return refused(file, fault),
            Ok(imported) => {
                // Translations into several languages may need the same snapshot of their source.
                edits.extend(imported.edits.iter().filter(|edit| paths.insert(edit.path.clone())).cloned());
                done.push((one.target.clone(), imported));
            }
        }
    }
    let folder = files.first().and_then(|file| file.parent()).map_or_else(PathBuf::new, Path::to_path_buf);
    let beside = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
    let mut aside: Vec<Edit> = Vec::new();
    for (stem, pick) in [
        ("conflicts", (|imported: &Imported| &imported.conflicts) as fn(&Imported) -> &Vec<po::Entry>),
        ("suggestions", |imported: &Imported| &imported.suggestions),
    ] {
        for (language, imported) in done.iter().filter(|(_, imported)| !pick(imported).is_empty() && !is_dry) {
            let text = po::write(&exchange::import::aside(&imported.subject, language, pick(imported)));
            if let Some(path) = free(&beside, stem, &text, &aside) {
                aside.push(Edit { path, before: None, text });
            }
        }
    }
    if !is_dry {
        // What is not taken over is safe before anything else happens.
        write(&beside, &aside)?;
        write(&args.project.root, &edits)?;
    }
    terminal::print(&if args.json { report_json(&done) } else { report(&done, &aside, &beside, is_dry) });
    let has_conflicts = done.iter().any(|(_, imported)| !imported.conflicts.is_empty());
    let has_refused = done.iter().any(|(_, imported)| !imported.refused.is_empty());
    Ok(if has_conflicts {
        CONFLICTS
    } else if has_refused {
        crate::commands::CONTENT_IS_WRONG
    } else {
        0
    })
}

/// The first of `conflicts.po`, `conflicts-2.po` and so on that is not there; none if one says this already.
fn free(folder: &Path, stem: &str, text: &str, taken: &[Edit]) -> Option<SourcePath> {
    let mut names = (1..).map(|number| if number == 1 { format!("{stem}.po") } else { format!("{stem}-{number}.po") });
    names.find_map(|name| {
        let there = folder.join(&name);
        if taken.iter().any(|edit| edit.path.as_str() == name) {
            return None;
        }
        match there.symlink_metadata() {
            Err(_) => Some(Some(SourcePath::new(name))),
            Ok(_) => read_bytes(&there).is_ok_and(|bytes| bytes == text.as_bytes()).then_some(None),
        }
    })?
}

fn report(done: &[(String, Imported)], aside: &[Edit], folder: &Path, is_dry: bool) -> String {
    let verb = if is_dry { "would take" } else { "took" };
    let mut text = String::new();
    for (language, imported) in done {
        text.push_str(&format!(
            "{} ({language}): {verb} {}; {} as they were, {} without a translation, {} kept as a person wrote them\n",
            imported.subject,
            count(imported.taken, "text"),
            imported.unchanged,
            imported.open,
            imported.kept
        ));
        for refused in &imported.refused {
            text.push_str(&format!("refused {refused}\n"));
        }
        for note in &imported.notes {
            text.push_str(&format!("note: {note}\n"));
        }
        if !imported.conflicts.is_empty() {
            text.push_str(&format!(
                "{} changed on both sides, kept as in the file\n",
                count(imported.conflicts.len(), "text")
            ));
        }
        if !imported.suggestions.is_empty() {
            text.push_str(&format!("{} kept as a suggestion only\n", count(imported.suggestions.len(), "text")));
        }
    }
    for edit in aside {
        text.push_str(&format!("wrote {}\n", folder.join(edit.path.as_str()).display()));
    }
    text.push_str("next: see what is left with `cxbook translate status`, and what is wrong with `cxbook check`\n");
    text
}

fn report_json(done: &[(String, Imported)]) -> String {
    let documents: Vec<serde_json::Value> = done
        .iter()
        .map(|(language, imported)| {
            json!({
                "document": imported.subject, "language": language, "taken": imported.taken,
                "unchanged": imported.unchanged, "open": imported.open, "kept": imported.kept,
                "refused": imported.refused, "notes": imported.notes,
                "conflicts": imported.conflicts.len(), "suggestions": imported.suggestions.len(),
                "written": imported.edits.iter().map(|edit| edit.path.as_str()).collect::<Vec<_>>(),
            })
        })
        .collect();
    format!("{}\n", json!({ "documents": documents }))
}
