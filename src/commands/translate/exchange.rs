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
use crate::edit::translate::{Refused, Setting, TermBase, take_terms};
use crate::interchange::exchange::{
    self, Bundle, Format, Import, Imported, Incoming, Trust, po, tbx, terms_read, tmx, units,
};
use crate::io::publish::is_published;
use crate::io::scan::is_source;
use crate::io::terminal;
use crate::io::write::{files_below, read_bytes, read_file_bytes, write};

/// The most bytes that a file may have that comes back.
const MAX_BYTES: u64 = 256 << 20;
/// The names of files for what an import does not take.
const ASIDE: [&str; 3] = ["conflicts", "disputed", "suggestions"];

/// Writes the files of a language. One in which somebody has worked loses nothing of it.
pub(super) fn export(
    args: &TranslateArgs,
    setting: &Setting<'_>,
    format: ExchangeFormat,
    language: &str,
    subject: Option<&str>,
    (out, replace): (&Path, bool),
) -> anyhow::Result<u8> {
    let root = &args.project.root;
    let shown = out.display();
    if is_source(root, out) {
        anyhow::bail!("could not write into {shown}: the sources of the site lie there; name another folder");
    }
    if is_published(root, out) {
        anyhow::bail!(
            "could not write into {shown}: a built site lies there, and builds replace it; name another folder"
        );
    }
    let is_like_file = |end: &str| ["po", "xlf", "xliff", "tmx", "tbx", "csv"].contains(&end);
    if let (Some(stem), Some(end)) = (out.file_stem(), out.extension().and_then(|end| end.to_str()))
        && is_like_file(end)
        && !out.is_dir()
    {
        let folder = out.with_file_name(stem);
        anyhow::bail!(
            "could not write into {shown}: --out names a folder, and each document gets a file of its own in it\n\
             write `--out {}`, or leave it out for `exchange`",
            folder.display()
        );
    }
    let files = match files(setting, format, language, subject) {
        Ok(files) => files,
        Err(refused) => return Ok(refusal(args, &refused)),
    };
    let mut edits: Vec<Edit> = Vec::new();
    let mut kept: Vec<(String, Vec<String>)> = Vec::new();
    let mut notes: Vec<String> = Vec::new();
    let mut is_unreadable = false;
    for File { path, text, bundle } in files {
        let there = out.join(path.as_str());
        let known = there.symlink_metadata().is_ok().then(|| read_file_bytes(&there, MAX_BYTES)).transpose()?;
        let text = match &known {
            Some(known) => match exchange::again(bundle.as_ref(), exchanged(format), &text, known) {
                Ok((text, said)) => {
                    notes.extend(said.iter().map(|note| format!("{}: {note}", there.display())));
                    text
                }
                // What translators have written into a PO file is kept in any case, so it has to be read.
                Err(_) if replace && format != ExchangeFormat::Po => text,
                Err(lost) => {
                    is_unreadable |= format == ExchangeFormat::Po;
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
        terminal::print(&format!("{}\n", json!({ "written": written, "kept": kept, "notes": notes })));
        return Ok(code);
    }
    let mut text: String = written.iter().map(|path| format!("wrote {path}\n")).collect();
    for (path, lost) in &kept {
        text.push_str(&format!("kept {path}, for what the site does not have: {}\n", lost.join(", ")));
    }
    for note in &notes {
        text.push_str(&format!("note: {note}\n"));
    }
    if edits.is_empty() && kept.is_empty() {
        text.push_str("every file is as it was\n");
    }
    let comes_back = exchanged(format).is_some_and(|format| format != Format::Tmx);
    text.push_str(match (comes_back, kept.is_empty()) {
        (true, true) => "next: translate them, then take them over with `cxbook translate import FILE…`\n",
        (true, false) if is_unreadable => {
            "next: mend what was kept, or move it elsewhere, and export again; --replace writes over no PO file that cannot \
             be read\n"
        }
        (true, false) => {
            "next: take what was kept over with `cxbook translate import FILE…` and export again; write elsewhere with \
             --out, or over it with --replace\n"
        }
        (false, true) => "",
        (false, false) => "next: write elsewhere with --out, or over it with --replace\n",
    });
    terminal::print_content(&text);
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
        if glossary.parsed.is_unreadable {
            return Err(Refused::new(format_args!("{} cannot be read; see `cxbook check`", glossary.path)));
        }
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
        setting.readable(&subject.source)?;
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
    let is_term_base = |file: &PathBuf| {
        let end = file.extension().and_then(|end| end.to_str()).unwrap_or_default();
        ["tbx", "csv"].contains(&end.to_ascii_lowercase().as_str())
    };
    if files.iter().any(is_term_base) {
        if !files.iter().all(is_term_base) {
            return Ok(refusal(args, &Refused::new("files of terms and of texts are imported one after the other")));
        }
        return terms(args, setting, files, is_dry);
    }
    if let Some(memory) = files.iter().find(|file| file.extension().is_some_and(|end| end.eq_ignore_ascii_case("tmx")))
    {
        return Ok(refusal(
            args,
            &Refused::new(format_args!(
                "{}: a translation memory does not say to which document its texts belong, so it cannot be taken over\n\
                 load it in your translation tool beside what `cxbook translate export po LANG` or `xliff LANG` writes, and \
                 import the files that the tool gives back",
                memory.display()
            )),
        ));
    }
    let import = Import { setting, trust };
    let mut incoming: Vec<Incoming> = Vec::new();
    let refused = |file: &Path, fault| Ok(refusal(args, &Refused::new(format_args!("{}: {fault}", file.display()))));
    let mut from: Vec<&Path> = Vec::new();
    let beside = beside(files);
    let files = catalogues(files)?;
    for file in &files {
        match exchange::read(&read_file_bytes(file, MAX_BYTES)?) {
            Err(fault) => return refused(file, fault),
            Ok(read) => {
                for mut one in read {
                    one.units.iter_mut().for_each(|unit| unit.file = file.display().to_string());
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
    let mut aside: Vec<Edit> = Vec::new();
    for (stem, pick) in [
        ("conflicts", (|imported: &Imported| &imported.conflicts) as fn(&Imported) -> &Vec<po::Entry>),
        ("disputed", |imported: &Imported| &imported.claims),
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
    terminal::print_content(&if args.json { report_json(&done) } else { report(&done, &aside, &beside, is_dry) });
    let is_in_conflict = |imported: &Imported| !imported.conflicts.is_empty() || !imported.disputed.is_empty();
    let has_conflicts = done.iter().any(|(_, imported)| is_in_conflict(imported));
    let has_refused = done.iter().any(|(_, imported)| !imported.refused.is_empty());
    Ok(if has_conflicts {
        CONFLICTS
    } else if has_refused {
        crate::commands::CONTENT_IS_WRONG
    } else {
        0
    })
}

/// Where what is not taken over is put: beside the first file, or in the folder that was named.
fn beside(files: &[PathBuf]) -> PathBuf {
    let Some(first) = files.first() else { return PathBuf::from(".") };
    if first.is_dir() {
        return first.clone();
    }
    match first.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// The files, and in place of each folder all PO and XLIFF files in it but those that an import has put aside.
fn catalogues(named: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        files.extend(files_below(path)?.into_iter().filter(|file| {
            let is_catalogue = file.extension().is_some_and(|end| end == "po" || end == "xlf" || end == "xliff");
            let stem = file.file_stem().unwrap_or_default().to_string_lossy();
            let stem = stem.trim_end_matches(|letter: char| letter == '-' || letter.is_ascii_digit());
            is_catalogue && !ASIDE.contains(&stem)
        }));
        if files.len() == before {
            anyhow::bail!("could not import {}: there is no PO or XLIFF file in it", path.display());
        }
    }
    Ok(files)
}

/// Takes the words of term bases into the glossary.
fn terms(args: &TranslateArgs, setting: &Setting<'_>, files: &[PathBuf], is_dry: bool) -> anyhow::Result<u8> {
    let mut base = TermBase::default();
    for file in files {
        match terms_read::read(&read_file_bytes(file, MAX_BYTES)?, &file.to_string_lossy()) {
            Ok(read) => {
                base.words.extend(read.words);
                base.notes.extend(read.notes);
                base.beside.extend(read.beside);
                base.left_out += read.left_out;
            }
            Err(fault) => return Ok(refusal(args, &Refused::new(format_args!("{}: {fault}", file.display())))),
        }
    }
    match take_terms(setting, &base) {
        Err(refused) => Ok(refusal(args, &refused)),
        Ok(done) => {
            if !is_dry {
                write(&args.project.root, &done.edits)?;
            }
            super::report(args, &done);
            Ok(0)
        }
    }
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
        for disputed in &imported.disputed {
            text.push_str(&format!(
                "{disputed}: not the same, and none was {}\n",
                if is_dry { "to be taken" } else { "taken" }
            ));
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
                "conflicts": imported.conflicts.len(), "disputed": imported.disputed, "suggestions": imported.suggestions.len(),
                "written": imported.edits.iter().map(|edit| edit.path.as_str()).collect::<Vec<_>>(),
            })
        })
        .collect();
    format!("{}\n", json!({ "documents": documents }))
}
