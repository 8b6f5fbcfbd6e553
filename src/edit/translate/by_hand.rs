//! Translations with something left to do, to what a person without the program has to paste, in Markdown.
//!
//! A code host shows it on the page of a run: what has changed in the source, what has no words yet,
//! and the whole `translation` block to put into the file. So its web editor is enough to translate.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::outline::Outline;
use super::{Places, Setting, fields, new, start, update};
use crate::base::{Locale, SourcePath, count};
use crate::content::front_matter::Quality;
use crate::content::identity::translation_path;
use crate::content::yaml::Value;
use crate::diagnostic::{Diagnostic, Diagnostics, Name, Severity, cell};
use crate::translation::{Base, Class, Comparison, File, Pair, Place, Reading, Segment, Subject, Unread, Untouched};

/// Hosts refuse a summary of more than a megabyte, and people read less.
const MOST_BYTES: usize = 400_000;

/// What is left to do for translations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByHand {
    /// The page, in Markdown; empty where nothing is left.
    pub text: String,
    /// The translations that it has something to paste for.
    pub files: BTreeSet<SourcePath>,
}

/// What is left to do for translations, into `only` this language and, if they are named, for `about` these files.
///
/// `problems` is everything that `check` finds: what has errors is not to be called reviewed.
#[must_use]
pub fn by_hand(
    setting: &Setting<'_>,
    only: Option<&Locale>,
    about: Option<&[SourcePath]>,
    problems: &Diagnostics,
) -> ByHand {
    let (mut begun, mut read, mut missing) = (String::new(), String::new(), String::new());
    let (mut left_out, mut bytes) = (0, 0);
    let mut files = BTreeSet::new();
    let languages: Vec<&Locale> =
        setting.config.languages.keys().filter(|locale| only.is_none_or(|only| only == *locale)).collect();
    let starts = start::of(setting, &languages, about);
    let mut subjects: Vec<&Subject> = setting.subjects.iter().filter(|subject| subject.has_text()).collect();
    subjects.sort_by_key(|subject| start::order(&subject.id));
    for subject in subjects {
        for locale in languages.iter().copied().filter(|locale| *locale != subject.source.locale()) {
            let path = translation_path(subject.source.path(), locale);
            let is_first = starts.iter().any(|start| start.locale == *locale && start.path == path);
            if !is_first && about.is_some_and(|about| !about.contains(subject.source.path()) && !about.contains(&path))
            {
                continue;
            }
            let (part, parts) = match subject.translations.get(locale) {
                Some(file) => match to_mend(setting, subject, locale, file, problems) {
                    Some((part, true)) => (part, &mut read),
                    Some((part, false)) => (part, &mut begun),
                    None => continue,
                },
                None if !setting.subjects.is_offered(subject, &subject.today()) => continue,
                None => match to_start(setting, subject, locale, &path) {
                    Some(part) => (part, &mut missing),
                    None => continue,
                },
            };
            if bytes + part.len() > MOST_BYTES {
                left_out += 1;
            } else {
                bytes += part.len();
                parts.push_str(&part);
                files.insert(path);
            }
        }
    }
    if begun.is_empty() && read.is_empty() && missing.is_empty() {
        return ByHand::default();
    }
    let mut page = String::from("### Translations\n\n");
    starts.iter().for_each(|start| page.push_str(&start.told()));
    page.push_str(&begun);
    if !missing.is_empty() {
        page.push_str(
            "#### Not started\n\nMake the file of this name, folders included, with the web editor, and paste all that is below its \
             name. A comment quotes each text of the source: write yours on a line of its own below the `>-` that follows the \
             comment, two spaces further in than the name before `>-`. Translate what stands below the second `---` in its \
             place, and leave each `{#id}` as it is. What is not written yet is shown in the language of the source.\n\n",
        );
        page.push_str(&missing);
    }
    if !read.is_empty() {
        page.push_str("#### Translated, and read by nobody yet\n\n");
        page.push_str(&read);
    }
    if left_out > 0 {
        let _ = writeln!(page, "{left_out} more are not shown here.\n");
    }
    ByHand { text: page, files }
}

/// A translation that is not there: its file, ready to be filled.
fn to_start(setting: &Setting<'_>, subject: &Subject, locale: &Locale, path: &SourcePath) -> Option<String> {
    let done = new(setting, locale.as_str(), &subject.id.to_string()).ok()?;
    let file = done.edits.iter().find(|edit| edit.path == *path)?;
    let language = if path.extension() == "md" { "markdown" } else { "yaml" };
    let words = done.did.first().and_then(|did| did.rsplit_once(", ")).map_or("", |(_, words)| words);
    Some(format!(
        "<details><summary><code>{path}</code>: {words}</summary>\n\n{}\n</details>\n\n",
        fenced(language, &file.text)
    ))
}

/// A translation that is there: what is left to do, and whether that is but to read it; nothing where nothing is.
fn to_mend(
    setting: &Setting<'_>,
    subject: &Subject,
    locale: &Locale,
    file: &File,
    problems: &Diagnostics,
) -> Option<(String, bool)> {
    let path = file.path();
    if let Some(problem) = file.unreadable() {
        let help = problem.help.as_ref().map_or_else(String::new, |help| format!(": {help}"));
        let said = cell(&format!("{}{help}.", problem.message));
        return Some((
            format!("#### `{path}`: cannot be read\n\nNothing can be said of it before this is mended: {said}\n\n"),
            false,
        ));
    }
    let comparison = setting.compare(subject, locale).ok()?;
    let standing = &comparison.standing;
    let today = comparison.source.id.to_string();
    let is_of_today = file.said().base.as_ref().is_some_and(|base| base.value == today);
    let is_well = !standing.is_outdated()
        && standing.untranslated == 0
        && standing.quality == Quality::Reviewed
        && file.said().base.is_some();
    let unread = setting.subjects.unread(setting.sources, subject, file, &comparison);
    if is_well && unread.is_empty() {
        return None;
    }
    let mut part = String::new();
    let text = setting.text(path).ok()?;
    let sheet = Sheet { path, text, source: subject.source.locale(), locale, places: Places::new(path, text) };
    sheet.changes(&comparison, Untouched::find(setting.sources, subject, file).as_ref(), &mut part);
    let is_read_again =
        Reading::find(setting.sources, path).is_some_and(|reading| reading.is_read_again(file.said())) && is_well;
    sheet.unread(&unread, is_read_again, &mut part);
    // Nothing is left to do but to believe it.
    if is_read_again {
        return Some((format!("#### `{path}`: {}\n\n{part}", standing.shown()), false));
    }
    let copied = sheet.untranslated(&comparison, &mut part);
    if standing.untranslated > 0 {
        sheet.whole(setting, subject, &comparison, &mut part);
    }
    let faults = problems.iter().filter(|problem| problem.span.path == *path);
    let is_fault = |problem: &&Diagnostic| problem.severity == Severity::Error || problem.name == Name::NumberMismatch;
    let errors = faults.filter(is_fault).count();
    if errors > 0 {
        let _ = writeln!(part, "It has {}, listed above: mend that first.\n", count(errors, "problem"));
    }
    let is_behind = standing.is_outdated() || !is_of_today;
    let date = ("date", setting.today.to_string());
    let mut values = vec![("base", today)];
    if !file.said().synced.is_empty() {
        values.push(("synced", "[]".to_owned()));
    }
    if is_behind {
        let draft = if standing.quality == Quality::Machine { "machine" } else { "draft" };
        let values = [values.as_slice(), &[("status", draft.to_owned()), date.clone()]].concat();
        let when = match &comparison.base {
            Base::Unsaid => "Once it says all that its source says",
            _ => "Once it has followed all of this",
        };
        part.push_str(&block(setting, path, &values, when)?);
    }
    if standing.untranslated > 0 {
        // Nobody is handed the words that call it done.
        if copied == standing.untranslated && !standing.is_missing() {
            part.push_str(&rightly_same(&comparison));
        }
        return Some((format!("#### `{path}`: {}\n\n{part}", standing.shown()), false));
    }
    let when = match (is_behind, errors > 0) {
        (true, _) => "And once somebody has read all of it against its source",
        (false, true) => "Once that is mended, and somebody has read it against its source",
        (false, false) => "Once somebody has read it against its source",
    };
    values.extend([("status", "reviewed".to_owned()), date]);
    if file.said().reviewer.is_none() {
        values.push(("reviewer", "\"\"".to_owned()));
    }
    part.push_str(&block(setting, path, &values, when)?);
    part.push_str(match file.said().reviewer {
        None => "with the name of that person between the quotes of `reviewer`.\n\n",
        Some(_) => "where `reviewer` names whoever has read it this time.\n\n",
    });
    let is_to_read = !is_behind && errors == 0 && !unread.iter().any(|one| one.is_suspect);
    let shown = standing.shown();
    Some(match is_to_read {
        true => (format!("<details><summary><code>{path}</code>: {shown}</summary>\n\n{part}</details>\n\n"), true),
        false => (format!("#### `{path}`: {shown}\n\n{part}"), false),
    })
}

/// How to say of texts that are word for word the source's that they are rightly so.
fn rightly_same(comparison: &Comparison) -> String {
    let mut lines = String::from("  same:\n");
    for pair in comparison.pairs().filter(|pair| pair.is_untranslated && pair.target.is_some()) {
        let words = pair.source.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(lines, "    - {}  # {words}", pair.source.hash);
    }
    format!(
        "Each of these says word for word what its source says. Translate it; or, where that is right, as for a name, put its \
         line below `translation:`, with what stands below `same:` there already:\n\n{}\n",
        fenced("yaml", &lines)
    )
}

/// The file of a translation as it is.
struct Sheet<'a> {
    path: &'a SourcePath,
    text: &'a str,
    source: &'a Locale,
    locale: &'a Locale,
    places: Places<'a>,
}

impl Sheet<'_> {
    /// What has changed in the source since, beside what the translation says and where.
    fn changes(&self, comparison: &Comparison, untouched: Option<&Untouched>, part: &mut String) {
        match &comparison.base {
            Base::Unsaid => part.push_str("It does not say which revision of its source it answers to.\n\n"),
            Base::Lost(_) => part.push_str(
                "Its source has changed, and nobody knows what: the words it was made from were not kept. Read all of it; or, once this \
                 is on the main branch, look here again: the workflow `keep` looks for them in the history.\n\n",
            ),
            Base::Today | Base::Known(_) => {}
        }
        for change in comparison.open() {
            let (before, after) = (comparison.before(change), comparison.after(change));
            let target = comparison.translation_of(change);
            let place = after.or(before).map_or_else(String::new, |segment| self.places.named(segment, target));
            let risk = change.meaning().map(|risks| format!(". Mind the meaning: {risks}.")).unwrap_or_default();
            let _ = writeln!(part, "**{place}**: {}{risk}\n", change.class.noun());
            self.difference([before, after, target], part);
            if let (Class::Removed, Some(_)) = (change.class, target) {
                part.push_str("Its source is gone: delete it here too, with the comment that quotes it.\n\n");
            }
            for lag in comparison.lags(change, self.source, self.locale) {
                let _ = writeln!(part, "Not followed yet: {}.\n", lag.told());
            }
            if untouched.is_some_and(|untouched| untouched.is(comparison, change)) {
                part.push_str("This translation did not change yet.\n\n");
            }
        }
    }

    /// What has changed in the source since somebody has read the translation, and is said to be followed.
    fn unread(&self, unread: &[Unread], is_read_again: bool, part: &mut String) {
        if unread.is_empty() {
            return;
        }
        let suspect = unread.iter().filter(|one| one.is_suspect).count();
        let warned = match suspect {
            0 => String::new(),
            1 => ". The translation of 1 did not change".to_owned(),
            many => format!(". The translations of {many} did not change"),
        };
        let many = count(unread.len(), "change");
        let _ = match is_read_again {
            false => writeln!(
                part,
                "`base` says that it has followed {many} of its source, and nobody has read it since{warned}. For whoever reads it:\n"
            ),
            true => writeln!(
                part,
                "It says that it was read after it had followed {many} of its source{warned}. For whoever takes it over; once it is \
                 on the main branch, nobody is told of these any more:\n"
            ),
        };
        for one in unread {
            let (before, after, target) = (one.before.as_ref(), one.after.as_ref(), one.target.as_ref());
            let place = after.or(before).map_or_else(String::new, |segment| self.places.named(segment, target));
            let risk = one.change.meaning().map(|risks| format!(". Mind the meaning: {risks}.")).unwrap_or_default();
            let unchanged = if one.is_suspect {
                format!("{} **{}.**", if risk.is_empty() { "." } else { "" }, uppercased(one.told()))
            } else {
                String::new()
            };
            let _ = writeln!(part, "**{place}**: {}{risk}{unchanged}\n", one.change.class.noun());
            self.difference([before, after, target], part);
        }
    }

    /// A text of the source as it was and as it is, and what stands for it.
    fn difference(&self, [before, after, target]: [Option<&Segment>; 3], part: &mut String) {
        let mut lines = String::new();
        for (sign, segment) in [("-", before), ("+", after), (" ", target)] {
            let Some(segment) = segment else { continue };
            let name = if sign == " " { format!("{}: ", self.locale) } else { String::new() };
            let _ = writeln!(lines, "{sign} {name}{}", segment.markdown.replace('\n', &format!("\n{sign} ")));
        }
        part.push_str(&fenced("diff", &lines));
        part.push('\n');
    }

    /// Lists what has no words of its own, and counts what is word for word the source's.
    fn untranslated(&self, comparison: &Comparison, part: &mut String) -> usize {
        let mut left: Vec<_> = comparison.pairs().filter(|pair| pair.is_untranslated).collect();
        left.sort_by_key(|pair| pair.source.range);
        if left.is_empty() {
            return 0;
        }
        let _ = writeln!(part, "Not translated yet:\n");
        let mut lines = String::new();
        for pair in &left {
            let _ = writeln!(
                lines,
                "{}  {}",
                self.places.named(pair.source, pair.target).replace('`', ""),
                pair.source.text
            );
        }
        part.push_str(&fenced("text", &lines));
        part.push('\n');
        left.iter().filter(|pair| pair.target.is_some()).count()
    }

    /// The whole file with a place for every text, if there is one without; and what has to be put in by hand.
    fn whole(&self, setting: &Setting<'_>, subject: &Subject, comparison: &Comparison, part: &mut String) {
        let updated = update(setting, self.locale.as_str(), &subject.id.to_string());
        let text = match &updated {
            Ok(done) => done.edits.iter().find(|edit| edit.path == *self.path).map_or(self.text, |edit| &edit.text),
            Err(_) => self.text,
        };
        if text != self.text {
            let language = if self.path.extension() == "md" { "markdown" } else { "yaml" };
            let _ = writeln!(
                part,
                "<details><summary>All of <code>{}</code> with a place for each of them</summary>\n\nPut this in the place of all \
                 that the file says; nothing that it says is lost. {}\n\n{}\n</details>\n",
                self.path,
                how_to_fill(comparison, text),
                fenced(language, text)
            );
        }
        let mut outline = Outline::default();
        let mut is_empty = true;
        let places = Places::new(self.path, text);
        for pair in comparison.pairs().filter(|pair| pair.is_untranslated && pair.target.is_none()) {
            if let Place::Field(key) = &pair.source.place
                && places.field(key).is_none()
            {
                outline.insert(key, &pair.source.markdown);
                is_empty = false;
            }
        }
        if !is_empty {
            let yaml = outline.yaml(subject.source.locale(), "");
            let _ = writeln!(
                part,
                "These need a place of their own in `{}`. Where a name is there already, write the rest below it, two spaces \
                 further in; where a text stands behind that name, put the text below it too, as `name:`.\n\n{}",
                self.path,
                fenced("yaml", &yaml)
            );
        }
    }
}

/// A sentence on its own.
fn uppercased(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What to do with the empty places and the marks of an updated file.
fn how_to_fill(comparison: &Comparison, text: &str) -> String {
    let mut said = Vec::new();
    let lacks_field = |pair: Pair<'_>| pair.target.is_none() && pair.source.place.block().is_none();
    if comparison.pairs().any(lacks_field) {
        said.push(
            "Write each text on a line of its own below its `>-`, two spaces further in than the name before it.",
        );
    }
    let lacks_body = comparison.target.blocks().is_empty() && !comparison.source.blocks().is_empty();
    if lacks_body {
        said.push("Translate what stands below the second `---` in its place, and leave each `{#id}` as it is.");
    }
    if text.contains("<!-- l10n:new -->") {
        said.push("Translate each block that ends with `<!-- l10n:new -->`, and take that mark out.");
    }
    if text.contains("<!-- l10n:obsolete -->") {
        said.push("Delete each block that ends with `<!-- l10n:obsolete -->` if it is not needed: its source is gone.");
    }
    said.join(" ")
}

/// The `translation` block of a file with these values in it, to be put in the place of the one that is there.
fn block(setting: &Setting<'_>, path: &SourcePath, values: &[(&str, String)], when: &str) -> Option<String> {
    let text = fields::set(path, setting.text(path).ok()?, values).ok()?;
    let Value::Map(entries) = fields::tree(path, &text).ok()?.value else { return None };
    let (key, _) = entries.iter().find(|(key, _)| key.text == "translation")?;
    let rest = &text[key.range.start()..];
    let mut lines = rest.split_inclusive('\n');
    let first = lines.next()?;
    let below: String = lines.take_while(|line| line.starts_with([' ', '\t']) || line.trim().is_empty()).collect();
    let written = format!(
        "{}{}",
        first.trim_end(),
        if below.trim().is_empty() { String::new() } else { format!("\n{}", below.trim_end()) }
    );
    let has_one = setting.text(path).ok().and_then(|text| fields::tree(path, text).ok()).is_some_and(
        |node| matches!(&node.value, Value::Map(entries) if entries.iter().any(|(key, _)| key.text == "translation")),
    );
    let what = match (has_one, path.extension().as_str()) {
        (true, _) => "replace its `translation:` with",
        (false, "md") => "put below its first line",
        (false, _) => "put at its top",
    };
    Some(format!("{when}, {what}\n\n{}\n", fenced("yaml", &written)))
}

/// A text in a fence that nothing in it can close.
fn fenced(language: &str, text: &str) -> String {
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{language}\n{}\n{fence}\n", text.trim_end())
}
