//! How all translations stand, or one of them in detail.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Context;
use serde_json::json;

use crate::base::{Locale, count};
use crate::config::Config;
use crate::content;
use crate::content::front_matter::Quality;
use crate::diagnostic::Diagnostics;
use crate::edit::translate::{Places, Refused, Setting, hint_of_marks};
use crate::interchange::status::{lacks, status};
use crate::io::terminal;
use crate::source::SourceSet;
use crate::theme;
use crate::translation::{Overview, Pair, Reading, Row, overview as survey, quality_name};

/// A longer text that is the source's was hardly left so on purpose.
const MOST_WORDS_OF_A_NAME: usize = 6;
/// Of more problems than these the rest is counted.
const MOST_PROBLEMS: usize = 20;

/// Every translation that is not as it should be, and the sum for each language.
pub(super) fn overview(
    sources: &SourceSet,
    config: &Config,
    language: Option<&str>,
    with_all: bool,
    as_json: bool,
) -> anyhow::Result<u8> {
    let only = language.map(|tag| Locale::parse(tag).context("could not use the language")).transpose()?;
    if let Some(only) = only.as_ref().filter(|only| config.language(only).is_none()) {
        anyhow::bail!("could not use the language: this site has no `{only}`");
    }
    let overview = survey(sources, config, only.as_ref());
    if as_json {
        // What is wrong with the theme or the glossary is for `check` to say.
        let mut problems = Diagnostics::default();
        let theme = theme::load(sources, config, &mut problems);
        let mut vocabulary = SourceSet::default();
        for (path, file) in sources.under("content/vocab") {
            vocabulary.share(path.clone(), file);
        }
        let documents = content::parse(&vocabulary, config, &mut content::Memo::keeping_nothing(), &mut problems);
        let lacks = |locale: &Locale| lacks(&theme, &documents, locale);
        terminal::print(&format!("{}\n", status(&overview, only.as_ref(), lacks)));
    } else {
        terminal::print_content(&text(&overview, only.as_ref(), with_all, config));
    }
    Ok(if overview.problems.is_empty() { 0 } else { super::super::CONTENT_IS_WRONG })
}

fn text(overview: &Overview, only: Option<&Locale>, with_all: bool, config: &Config) -> String {
    let mut text = String::new();
    for (locale, total) in overview.totals.iter().filter(|(locale, _)| only.is_none_or(|only| locale == only)) {
        let begun = if total.begun > 0 { format!("{} begun, ", total.begun) } else { String::new() };
        let _ = writeln!(
            text,
            "{locale}: {} of {} fresh, {begun}{} outdated, {} unverified, {} missing; {} to do",
            total.fresh,
            total.subjects,
            total.outdated,
            total.unverified,
            total.missing,
            count(total.words, "word")
        );
        let all: Vec<&Row> = overview.rows.iter().filter(|row| row.locale == *locale).collect();
        let mut by_status: BTreeMap<(u8, usize), Vec<&Row>> = BTreeMap::new();
        for row in all.iter().filter(|row| with_all || !row.is_well()) {
            by_status.entry((row.urgency(), usize::MAX - row.words)).or_default().push(row);
        }
        let rows: Vec<&Row> = by_status.into_values().flatten().collect();
        let shown = if only.is_some() || with_all { rows.len() } else { rows.len().min(12) };
        let width = rows.iter().take(shown).map(|row| row.subject.to_string().chars().count()).max().unwrap_or(0);
        for row in &rows[..shown] {
            let subject = row.subject.to_string();
            let begun = if row.is_begun_only() { ": its file is there, and nothing in it is translated" } else { "" };
            let _ = writeln!(text, "  {subject:<width$}  {}{begun}  ({})", row.shown(), count(row.words, "word"));
        }
        if shown < rows.len() {
            let _ = writeln!(text, "  and {} more: `cxbook translate status {locale}`", rows.len() - shown);
        }
        text.push_str(&next(&all, total.unread, locale));
    }
    if let Some(only) = only.filter(|only| !overview.totals.iter().any(|(locale, _)| locale == *only)) {
        let _ = if *only == config.source_language {
            writeln!(text, "{only}: nothing to translate; the site is written in this language")
        } else {
            writeln!(text, "{only}: nothing to translate")
        };
    }
    if only.is_none() && overview.totals.is_empty() {
        let _ = if config.languages.len() < 2 {
            writeln!(
                text,
                "this site has one language, `{}`; add another with `cxbook translate add-language LANG`",
                config.source_language
            )
        } else {
            writeln!(text, "there is nothing to translate yet")
        };
    }
    for problem in overview.problems.iter().take(MOST_PROBLEMS) {
        let _ = writeln!(text, "error: {problem}");
    }
    if overview.problems.len() > MOST_PROBLEMS {
        let _ = writeln!(text, "and {} more: `cxbook check`", overview.problems.len() - MOST_PROBLEMS);
    }
    text
}

/// What to do next for a language: for what is most urgent; where all is fresh, for what nobody has read.
fn next(rows: &[&Row], unread: usize, locale: &Locale) -> String {
    let list = format!("`cxbook translate status {locale} --all`");
    let urgent = rows.iter().filter(|row| !row.is_well()).min_by_key(|row| (row.urgency(), usize::MAX - row.words));
    if let Some(row) = urgent {
        let id = &row.subject;
        let waiting = match unread {
            0 => String::new(),
            1 => format!("1 is fresh and not read by a reviewer yet: {list} names it\n"),
            many => format!("{many} are fresh and not read by a reviewer yet: {list} names them\n"),
        };
        let next = match row.urgency() {
            _ if row.is_unreadable => format!("next: mend the error below, which hides what `{id}` says\n"),
            0 | 1 => format!("next: `cxbook translate diff {locale} {id}`\n"),
            2 if row.path.is_none() => format!("next: `cxbook translate new {locale} {id}`\n"),
            2 => format!("next: `cxbook translate status {locale} {id}`\n"),
            _ => format!("next: read `{id}` against its source, then `cxbook translate sync {locale} {id}`\n"),
        };
        return waiting + &next;
    }
    let Some(first) = rows.iter().find(|row| row.is_unread()) else { return String::new() };
    let id = &first.subject;
    let (are, list) = match unread {
        1 => ("1 is fresh and".to_owned(), String::new()),
        many => (format!("{many} are fresh and"), format!("; {list} lists them")),
    };
    format!(
        "{are} not read by a reviewer yet{list}\nnext: read {} against its source, then `cxbook translate mark {locale} {id} \
         reviewed --reviewer NAME`\n",
        first.path.as_ref().map_or_else(|| format!("`{id}`"), ToString::to_string)
    )
}

/// One translation in detail: each segment that has no words of its own.
pub(super) fn subject(
    setting: &Setting<'_>,
    language: Option<&str>,
    subject: Option<&str>,
    as_json: bool,
) -> Result<String, Refused> {
    let subject = setting.subject(subject.unwrap_or_default())?;
    let locale = setting.language(Some(subject), language.unwrap_or_default())?;
    let comparison = setting.compare(subject, &locale)?;
    let mut left: Vec<_> = comparison.pairs().filter(|pair| pair.is_untranslated).collect();
    left.sort_by_key(|pair| pair.source.range);
    let file = setting.translation(subject, &locale)?;
    let unread = setting.subjects.unread(setting.sources, subject, file, &comparison);
    let suspect = unread.iter().filter(|one| one.is_suspect).count();
    if as_json {
        let left: Vec<_> = left
            .iter()
            .map(|pair| json!({ "place": pair.source.place.name(), "source": pair.source.markdown, "hash": pair.source.hash }))
            .collect();
        let report = json!({ "subject": subject.id.to_string(), "language": locale.as_str(),
            "status": comparison.standing.shown(), "standing": comparison.standing, "untranslated": left,
            "unread": { "changes": unread.len(), "unchanged": suspect } });
        return Ok(format!("{report}\n"));
    }
    let standing = &comparison.standing;
    let mut text = format!(
        "{} in {locale}: {}; {} of {} translated, {} to do\n",
        subject.id,
        standing.shown(),
        standing.segments - standing.untranslated,
        count(standing.segments, "segment"),
        count(standing.words, "word")
    );
    if standing.is_missing() {
        text.push_str("its file is there, but it counts as missing until something in it is translated\n");
    }
    if !unread.is_empty() {
        let is_read = Reading::find(setting.sources, file.path()).is_some_and(|known| known.is_read_again(file.said()));
        let read = if is_read { "and was read since" } else { "and nobody has read it since" };
        let _ = write!(text, "it is said to have followed {} of its source, {read}", count(unread.len(), "change"));
        let _ = match suspect {
            0 => writeln!(text),
            1 => writeln!(text, "; the translation of 1 did not change"),
            many => writeln!(text, "; the translations of {many} did not change"),
        };
    }
    let (path, written) = (file.path(), setting.text(file.path())?);
    let places = Places::new(path, written);
    if !left.is_empty() {
        let _ = writeln!(text, "not translated yet in {path}:");
    }
    let has_no_place = left.iter().any(|pair| places.line(pair.source, pair.target).is_none());
    // As they stand in the file; what has no place there comes last.
    left.sort_by_key(|pair| places.line(pair.source, pair.target).unwrap_or(usize::MAX));
    for pair in &left {
        let place = places.named(pair.source, pair.target);
        let _ = writeln!(text, "  {place}  {}", pair.source.text);
    }
    // A paragraph is seldom rightly the same, and many texts that are the same are not begun.
    let copied: Vec<_> = comparison.copied().collect();
    let may_be_right = |pair: &Pair<'_>| pair.source.words() <= MOST_WORDS_OF_A_NAME;
    if copied.len() == standing.untranslated && copied.iter().all(may_be_right) && !copied.is_empty() {
        let (say, they) = if copied.len() == 1 { ("it says", "it") } else { ("they say", "they") };
        let _ = writeln!(
            text,
            "note: {say} word for word what the source says; if {they} should, as names do: `cxbook translate mark {locale} {} {} --same`",
            subject.id,
            quality_name(standing.quality)
        );
    }
    let extra: Vec<&str> =
        comparison.extra.iter().map(|index| comparison.target.segments[*index].text.as_str()).collect();
    if !extra.is_empty() {
        let _ = writeln!(text, "in the translation only:");
        for extra in extra {
            let _ = writeln!(text, "  {extra}");
        }
    }
    let id = &subject.id;
    let marks = hint_of_marks(path, written, file.body());
    let is_only_marked = comparison.untranslated_changes().len() == comparison.open().len();
    let _ = if let Some(hint) = marks.filter(|_| is_only_marked) {
        writeln!(text, "next: {hint}, then `cxbook translate sync {locale} {id}`")
    } else if standing.is_outdated() {
        writeln!(text, "next: see what has changed with `cxbook translate diff {locale} {id}`")
    } else if has_no_place {
        writeln!(
            text,
            "next: `cxbook translate update {locale} {id}` makes room for what has no line yet; then translate them in {path}"
        )
    } else if standing.untranslated > 0 {
        let below = if standing.untranslated < 2 { "it" } else { "them" };
        let how = if left.iter().any(|pair| pair.target.is_none()) {
            ": a text that is missing goes on a line of its own below its `>-`, two spaces further in"
        } else {
            ""
        };
        writeln!(text, "next: translate {below} in {path}{how}")
    } else if !unread.is_empty() {
        writeln!(
            text,
            "next: `cxbook translate diff {locale} {id}` shows what to read; then `cxbook translate mark {locale} {id} reviewed \
             --reviewer NAME`"
        )
    } else if standing.quality == Quality::Reviewed {
        Ok(())
    } else {
        writeln!(
            text,
            "next: `cxbook translate mark {locale} {id} reviewed --reviewer NAME`, once somebody has read it"
        )
    };
    Ok(text)
}
