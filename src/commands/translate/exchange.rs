//! `cxbook translate export` and `import`: translations to files for other tools, and back.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::refusal;
use crate::base::{Fingerprint, SourcePath};
use crate::cli::{ExchangeFormat, TranslateArgs};
use crate::content::Kind;
use crate::edit::Edit;
use crate::edit::translate::{Refused, Setting};
use crate::interchange::exchange::{self, Bundle, Format, Import, Imported, Trust, po, po_units, tbx, tmx, units};
use crate::io::terminal;
use crate::io::write::{read_bytes, read_text, write};

/// Both sides have changed a text.
const CONFLICTS: u8 = 3;

/// Writes the files of a language.
pub(super) fn export(
    args: &TranslateArgs,
    setting: &Setting<'_>,
    format: ExchangeFormat,
    language: &str,
    subject: Option<&str>,
    out: &Path,
) -> anyhow::Result<u8> {
    let files = match files(setting, format, language, subject) {
        Ok(files) => files,
        Err(refused) => return Ok(refusal(args, &refused)),
    };
    let mut edits: Vec<Edit> = Vec::new();
    for (path, text) in files {
        let there = out.join(path.as_str());
        let known = if there.is_file() { read_text(&there).ok() } else { None };
        let text = match (&known, format) {
            (Some(known), ExchangeFormat::Po) => match (po::read(known), po::read(&text)) {
                (Ok(old), Ok(new)) => {
                    let fresh = po::Po {
                        entries: new
                            .entries
                            .into_iter()
                            .map(|entry| po::Entry { raw: String::new(), ..entry })
                            .collect(),
                    };
                    po::write(&po_units::over(fresh, &old))
                }
                (Err(fault), _) => {
                    return Ok(refusal(
                        args,
                        &Refused::new(format_args!(
                            "{}{} cannot be read ({}), so its translations would be lost; mend it or move it away",
                            there.display(),
                            fault.line.map(|line| format!(":{line}")).unwrap_or_default(),
                            fault.message
                        )),
                    ));
                }
                _ => text,
            },
            _ => text,
        };
        if known.as_deref() != Some(&text) {
            edits.push(Edit { path, before: known.map(|known| Fingerprint::of(known.as_bytes())), text });
        }
    }
    write(out, &edits)?;
    if args.json {
        let written: Vec<String> =
            edits.iter().map(|edit| out.join(edit.path.as_str()).display().to_string()).collect();
        terminal::print(&format!("{}\n", json!({ "written": written })));
        return Ok(0);
    }
    let mut text = String::new();
    for edit in &edits {
        text.push_str(&format!("wrote {}\n", out.join(edit.path.as_str()).display()));
    }
    if edits.is_empty() {
        text.push_str("every file is as it was\n");
    }
    if matches!(format, ExchangeFormat::Po | ExchangeFormat::Xliff | ExchangeFormat::Xliff2) {
        text.push_str("next: translate them, then take them over with `cxbook translate import FILE…`\n");
    }
    terminal::print(&text);
    Ok(0)
}

fn files(
    setting: &Setting<'_>,
    format: ExchangeFormat,
    language: &str,
    subject: Option<&str>,
) -> Result<Vec<(SourcePath, String)>, Refused> {
    let only = subject.map(|subject| setting.subject(subject)).transpose()?;
    let locale = setting.language(only, language)?;
    if matches!(format, ExchangeFormat::Tbx | ExchangeFormat::Csv) {
        let glossary = setting
            .documents
            .vocabulary
            .iter()
            .find(|file| file.kind == Kind::Term)
            .ok_or_else(|| Refused::new("this site has no glossary"))?;
        let (name, text) = match format {
            ExchangeFormat::Tbx => ("tbx", tbx::write(glossary, Some(&locale))),
            _ => ("csv", tbx::csv(glossary, Some(&locale))),
        };
        return Ok(vec![(SourcePath::new(format!("{locale}/glossary.{name}")), text)]);
    }
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
    let format = match format {
        ExchangeFormat::Po => Format::Po,
        ExchangeFormat::Xliff => Format::Xliff,
        ExchangeFormat::Xliff2 => Format::Xliff2,
        _ => {
            for bundle in &bundles {
                exchange::write(bundle, Format::Tmx).map_err(Refused::new)?;
            }
            return Ok(vec![(SourcePath::new(format!("{locale}/memory.tmx")), tmx::write(&bundles))]);
        }
    };
    bundles
        .iter()
        .filter(|bundle| !bundle.units.is_empty())
        .map(|bundle| {
            let text = exchange::write(bundle, format).map_err(Refused::new)?;
            Ok((SourcePath::new(format!("{locale}/{}.{}", bundle.subject, format.extension())), text))
        })
        .collect()
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
    let mut done: Vec<(String, Imported)> = Vec::new();
    for file in files {
        let read = exchange::read(&read_bytes(file)?).and_then(|incoming| {
            incoming.iter().map(|one| Ok((one.target.clone(), import.document(one)?))).collect::<Result<Vec<_>, _>>()
        });
        match read {
            Ok(imported) => done.extend(imported),
            Err(fault) => return Ok(refusal(args, &Refused::new(format_args!("{}: {fault}", file.display())))),
        }
    }
    let edits: Vec<Edit> = done.iter().flat_map(|(_, imported)| imported.edits.clone()).collect();
    if !is_dry {
        write(&args.project.root, &edits)?;
    }
    let folder = files.first().and_then(|file| file.parent()).map_or_else(PathBuf::new, Path::to_path_buf);
    let mut aside: Vec<Edit> = Vec::new();
    for (name, pick) in [
        ("conflicts.po", (|imported: &Imported| imported.conflicts.clone()) as fn(&Imported) -> Vec<po::Entry>),
        ("suggestions.po", |imported: &Imported| imported.suggestions.clone()),
    ] {
        let mut text = String::new();
        for (language, imported) in &done {
            let entries = pick(imported);
            if !entries.is_empty() {
                text.push_str(&po::write(&exchange::import::aside(&imported.subject, language, &entries)));
            }
        }
        if !text.is_empty() && !is_dry {
            let there = folder.join(name);
            let before = if there.is_file() { Some(Fingerprint::of(&read_bytes(&there)?)) } else { None };
            aside.push(Edit { path: SourcePath::new(name), before, text });
        }
    }
    let beside = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
    write(&beside, &aside)?;
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

fn report(done: &[(String, Imported)], aside: &[Edit], folder: &Path, is_dry: bool) -> String {
    let verb = if is_dry { "would take" } else { "took" };
    let mut text = String::new();
    for (language, imported) in done {
        text.push_str(&format!(
            "{} ({language}): {verb} {} texts; {} as they were, {} without a translation, {} kept as a person wrote them\n",
            imported.subject, imported.taken, imported.unchanged, imported.open, imported.kept
        ));
        for refused in &imported.refused {
            text.push_str(&format!("refused {refused}\n"));
        }
        for note in &imported.notes {
            text.push_str(&format!("note: {note}\n"));
        }
        if !imported.conflicts.is_empty() {
            text.push_str(&format!(
                "{} texts were changed on both sides and stay as they are in the file\n",
                imported.conflicts.len()
            ));
        }
        if !imported.suggestions.is_empty() {
            text.push_str(&format!("{} texts are suggestions only\n", imported.suggestions.len()));
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
