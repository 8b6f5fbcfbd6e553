//! `book.toml` to a complete [`Config`], every fault reported and every gap filled.

use indexmap::IndexMap;
use toml::de::{DeTable, DeValue};

use super::reader::{Reader, Table};
use super::settings::{ADDRESS, BOOK, FALLBACK, LANGUAGE, LIMITS, PUBLISH_MIN, THRESHOLDS, TYPOGRAPHY};
use super::{AddressForm, Config, FallbackPolicy, Language, Limits, PublishMin, Thresholds};
use crate::base::{Locale, SourcePath, TextRange, file_name_fault, nearest};
use crate::diagnostic::{Diagnostics, Level, Levels, Name};
use crate::locale::Sorting;
use crate::source::SourceSet;

/// The file's name.
pub const PATH: &str = "book.toml";

/// Reads `book.toml`.
///
/// What is missing or wrong is reported and replaced by its default, so that everything else of the
/// site can still be checked.
pub fn read(sources: &SourceSet, diagnostics: &mut Diagnostics) -> Config {
    let path = SourcePath::new(PATH);
    let mut reader = Reader { path: &path, diagnostics };
    let Some(file) = sources.get(&path) else {
        reader.push(
            reader
                .fault(Name::MalformedConfiguration, TextRange::at(0), "this folder has no book.toml")
                .help("run `cxbook init` to make a site, or `cxbook build` in the folder that has one"),
        );
        return complete(&mut reader, &Table::default());
    };
    let text = match file.text() {
        Ok(text) => text,
        Err(offset) => {
            reader.push(
                reader
                    .fault(Name::NotUtf8, TextRange::at(0), format_args!("byte {offset} is not UTF-8"))
                    .help("save the file as UTF-8"),
            );
            return complete(&mut reader, &Table::default());
        }
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let range = error.span().map_or(TextRange::at(0), TextRange::from);
        if error.message().contains("recurs") {
            let problem = reader.fault(
                Name::MalformedConfiguration,
                range,
                "values are nested deeper here than any setting needs",
            );
            reader.push(problem.help("a setting is `name = value`, with text in double quotes"));
            continue;
        }
        reader.push(
            reader
                .fault(Name::MalformedConfiguration, range, format_args!("TOML cannot read this: {}", error.message()))
                .help("a setting is `name = value`, with text in double quotes"),
        );
    }
    let end = TextRange::at(0);
    let table = Table { entries: Some(table.get_ref()), place: end };
    reader.known(&table, BOOK, "book.toml");
    complete(&mut reader, &table)
}

fn complete(reader: &mut Reader<'_>, book: &Table<'_>) -> Config {
    let source_language = reader.language(book, "source-language").unwrap_or_else(english);
    let defaults = Limits::default();
    let limits = book.table("limits");
    reader.known(&limits, LIMITS, "`[limits]`");
    reader.integer(book, BOOK, "schema");
    Config {
        title: reader.text(book, "title").unwrap_or_else(|| "Untitled".to_owned()),
        version: reader.text(book, "version"),
        base_url: reader.base_url(book).unwrap_or_else(nowhere),
        languages: languages(reader, book, &source_language),
        source_language,
        theme: theme(reader, book),
        fallback: match reader.word(book, "fallback", FALLBACK) {
            Some("notice") => FallbackPolicy::Notice,
            Some("none") => FallbackPolicy::None,
            _ => FallbackPolicy::Page,
        },
        translation_min: reader.number(book, BOOK, "translation-min", 1000).unwrap_or(900),
        publish_min: match reader.word(book, "publish-min", PUBLISH_MIN) {
            Some("reviewed") => PublishMin::Reviewed,
            _ => PublishMin::Draft,
        },
        default_at_root: reader.flag(book, "default-at-root").unwrap_or_default(),
        licence: reader.text(book, "licence"),
        edit_url: edit_url(reader, book),
        contact: contact(reader, book),
        keep: keep(reader, book),
        thresholds: thresholds(reader, book),
        levels: levels(reader, book),
        limits: Limits {
            files: reader.integer(&limits, LIMITS, "files").unwrap_or(defaults.files),
            page_bytes: reader.integer(&limits, LIMITS, "page-bytes").unwrap_or(defaults.page_bytes),
        },
    }
}

fn english() -> Locale {
    Locale::parse("en").unwrap_or_else(|_| unreachable!("`en` is a language tag"))
}

fn nowhere() -> url::Url {
    url::Url::parse("https://example.org/").unwrap_or_else(|_| unreachable!("this is an address"))
}

fn languages(reader: &mut Reader<'_>, book: &Table<'_>, source: &Locale) -> IndexMap<Locale, Language> {
    let tables = book.table("languages");
    let mut written: Vec<(Locale, Table<'_>)> = Vec::new();
    // The parser keeps tables in the order of their names; authors mean the order of the file.
    let mut entries: Vec<_> = tables.entries.into_iter().flatten().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in entries {
        let range = TextRange::from(key.span());
        let Some(locale) = reader.locale(key.get_ref(), range) else { continue };
        if let Some(fault) = file_name_fault(locale.as_str()) {
            let problem = reader
                .fault(Name::FileRefused, range, format_args!("the language tag `{locale}` {fault}"))
                .label("its pages become a folder of this name")
                .help(format_args!("name its script or its territory too, as in `{locale}-Latn`"));
            reader.push(problem);
        }
        match value.get_ref() {
            DeValue::Table(table) => written.push((locale, Table { entries: Some(table), place: range })),
            other => {
                reader.wrong_type(value.span().into(), "a table", other);
            }
        }
    }
    let tags: Vec<Locale> = written.iter().map(|(locale, _)| locale.clone()).collect();
    let mut languages: IndexMap<Locale, Language> = IndexMap::new();
    for (locale, table) in &written {
        reader.known(table, LANGUAGE, &format!("`[languages.{locale}]`"));
        let language = Language {
            name: reader.text(table, "name").unwrap_or_else(|| locale.to_string()),
            og: og(reader, table, locale),
            typography: reader.word(table, "typography", TYPOGRAPHY).map(str::to_owned),
            sorting: sorting(reader, table, locale),
            address: reader.word(table, "address", ADDRESS).map(|word| match word {
                "informal" => AddressForm::Informal,
                _ => AddressForm::Formal,
            }),
            fallback: fallback(reader, table, locale, source, &tags),
        };
        languages.insert(locale.clone(), language);
    }
    if !languages.contains_key(source) {
        if !tags.is_empty() {
            let range = book.get("source-language").map_or(tables.place, |value| value.span().into());
            let problem = reader
                .fault(
                    Name::UnknownLanguage,
                    range,
                    format_args!("the source language `{source}` is not among the languages of the site"),
                )
                .label("has no table of its own")
                .help(format_args!("add `[languages.{source}]` with its `name`"));
            reader.push(problem);
        }
        let language = Language {
            name: source.to_string(),
            og: None,
            typography: None,
            sorting: None,
            address: None,
            fallback: Vec::new(),
        };
        languages.shift_insert(0, source.clone(), language);
    }
    languages
}

/// The order of names, which has to be one that the language has.
fn sorting(reader: &mut Reader<'_>, table: &Table<'_>, locale: &Locale) -> Option<Sorting> {
    let word = reader.word(table, "sort", Sorting::WORDS)?;
    let sorting = Sorting::parse(word)?;
    if locale.language() == sorting.language() {
        return Some(sorting);
    }
    let problem = reader
        .fault(Name::UnknownValue, reader.range_of(table, "sort"), format_args!("`{locale}` has no {word} order"))
        .label(format_args!("only `{}` has", sorting.language()))
        .help("remove it: names are in the usual order of the language");
    reader.push(problem);
    None
}

/// The territory that a page is described for; without one, previews on other sites have to guess.
fn og(reader: &mut Reader<'_>, table: &Table<'_>, locale: &Locale) -> Option<String> {
    let og = reader.text(table, "og");
    match &og {
        Some(tag) => {
            let is_locale = tag.split_once('_').is_some_and(|(language, territory)| {
                (2..=3).contains(&language.len())
                    && language.bytes().all(|byte| byte.is_ascii_lowercase())
                    && territory.len() == 2
                    && territory.bytes().all(|byte| byte.is_ascii_uppercase())
            });
            if !is_locale {
                let range = table.get("og").map_or(table.place, |value| value.span().into());
                let problem = reader
                    .fault(Name::UnknownValue, range, format_args!("`{tag}` is no language with a territory"))
                    .label("two parts with `_` between them")
                    .help("write it as in `fr_FR`");
                reader.push(problem);
                return None;
            }
        }
        None if locale.region().is_none() => {
            let problem = reader
                .fault(
                    Name::VagueLanguage,
                    table.place,
                    format_args!("the language `{locale}` names no territory and has no `og`"),
                )
                .label("previews on other sites have to guess")
                .help(format_args!("add `og = \"{}_…\"` with the territory of its readers", locale.language()));
            reader.push(problem);
        }
        None => {}
    }
    // A region in the tag is a territory; no other is guessed.
    og.or_else(|| Some(format!("{}_{}", locale.language(), locale.region()?)))
}

/// The chain that is written, or the language's parents; it ends with the source language.
fn fallback(
    reader: &mut Reader<'_>,
    table: &Table<'_>,
    locale: &Locale,
    source: &Locale,
    tags: &[Locale],
) -> Vec<Locale> {
    let mut chain: Vec<Locale> = Vec::new();
    match reader.texts(table, "fallback") {
        Some(written) => {
            for (tag, range) in written {
                let Some(next) = reader.locale(&tag, range) else { continue };
                if next == *locale || chain.contains(&next) {
                    let problem = reader
                        .fault(Name::UnknownValue, range, format_args!("`{locale}` cannot fall back on `{next}` here"))
                        .label(if next == *locale { "the language itself" } else { "named before" })
                        .help("remove it");
                    reader.push(problem);
                } else if next == *source || tags.contains(&next) {
                    chain.push(next);
                } else {
                    let near = nearest(next.as_str(), tags.iter().map(Locale::as_str));
                    let problem = reader
                        .fault(Name::UnknownLanguage, range, format_args!("`{next}` is no language of this site"))
                        .label("has no table of its own")
                        .did_you_mean(near);
                    reader.push(problem);
                }
            }
        }
        None => chain.extend(locale.parents().filter(|parent| tags.contains(parent))),
    }
    if locale == source {
        chain.clear();
    } else if !chain.contains(source) {
        chain.push(source.clone());
    }
    chain
}

fn theme(reader: &mut Reader<'_>, book: &Table<'_>) -> String {
    let Some(theme) = reader.text(book, "theme") else { return "default".to_owned() };
    let is_name =
        !theme.is_empty() && theme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if is_name {
        return theme;
    }
    let problem = reader
        .fault(Name::UnknownValue, reader.range_of(book, "theme"), format_args!("`{theme}` is no folder below themes/"))
        .label("letters, digits and hyphens")
        .help("write the name of the folder alone");
    reader.push(problem);
    "default".to_owned()
}

fn edit_url(reader: &mut Reader<'_>, book: &Table<'_>) -> Option<String> {
    let text = reader.text(book, "edit-url")?;
    let range = reader.range_of(book, "edit-url");
    let is_web = url::Url::parse(&text).is_ok_and(|url| matches!(url.scheme(), "https" | "http"));
    if !is_web || !text.contains("{path}") {
        let problem = reader
            .fault(Name::UnknownValue, range, "the address of a page's source is no web address with `{path}` in it")
            .label("`{path}` stands for the file")
            .help("write it as in `https://code.example.org/kb/edit/main/{path}`");
        reader.push(problem);
        return None;
    }
    Some(text)
}

fn contact(reader: &mut Reader<'_>, book: &Table<'_>) -> Option<String> {
    let text = reader.text(book, "contact")?;
    if url::Url::parse(&text).is_ok_and(|url| matches!(url.scheme(), "https" | "http" | "mailto")) {
        return Some(text);
    }
    let problem = reader
        .fault(Name::UnknownValue, reader.range_of(book, "contact"), format_args!("`{text}` is no address to write to"))
        .label("a web or mail address is needed")
        .help(if text.contains('@') {
            format!("write `mailto:{text}`")
        } else {
            "start it with `mailto:` or `https://`".into()
        });
    reader.push(problem);
    None
}

fn keep(reader: &mut Reader<'_>, book: &Table<'_>) -> Vec<String> {
    let mut kept = Vec::new();
    for (path, range) in reader.texts(book, "keep").unwrap_or_default() {
        let is_inside = !path.is_empty()
            && !path.starts_with('/')
            && !path.contains('\\')
            && path.split('/').all(|part| !matches!(part, "" | "." | ".."));
        if is_inside {
            kept.push(path);
        } else {
            let problem = reader
                .fault(Name::UnknownValue, range, format_args!("`{path}` is no file in the output folder"))
                .label("a path from that folder on")
                .help("write it as in `CNAME` or `files/old.pdf`");
            reader.push(problem);
        }
    }
    kept
}

fn thresholds(reader: &mut Reader<'_>, book: &Table<'_>) -> Thresholds {
    let table = book.table("thresholds");
    let defaults = Thresholds::default();
    reader.known(&table, THRESHOLDS, "`[thresholds]`");
    Thresholds {
        steps_warn: reader.integer(&table, THRESHOLDS, "steps-warn").unwrap_or(defaults.steps_warn),
        stale_after_months: months(reader, &table).unwrap_or(defaults.stale_after_months),
        duplicate_similarity: reader
            .number(&table, THRESHOLDS, "duplicate-similarity", 100)
            .unwrap_or(defaults.duplicate_similarity),
        gap: reader
            .number(&table, THRESHOLDS, "gap", 10)
            .and_then(|gap| i32::try_from(gap).ok())
            .unwrap_or(defaults.gap),
        hot: reader.number(&table, THRESHOLDS, "hot", 100).unwrap_or(defaults.hot),
        moments_of_truth: reader
            .number(&table, THRESHOLDS, "moments-of-truth", 100)
            .unwrap_or(defaults.moments_of_truth),
    }
}

fn months(reader: &mut Reader<'_>, table: &Table<'_>) -> Option<u32> {
    let text = reader.text(table, "stale-after")?;
    let mut words = text.split_whitespace();
    let count: Option<u32> =
        words.next().and_then(|count| count.parse().ok()).filter(|count| (1..=1200).contains(count));
    let months = match (count, words.next(), words.next()) {
        (Some(count), Some("month" | "months"), None) => Some(count),
        (Some(count), Some("year" | "years"), None) => Some(count * 12),
        _ => None,
    };
    if months.is_none() {
        let range = reader.range_of(table, "stale-after");
        let problem = reader
            .fault(Name::MalformedDuration, range, format_args!("`{text}` is no number of months or years"))
            .label("a number, a space, and months or years")
            .help("write it as in `12 months`");
        reader.push(problem);
    }
    months
}

fn levels(reader: &mut Reader<'_>, book: &Table<'_>) -> Levels {
    let mut levels = Levels::default();
    for (key, value) in book.table("lints").entries.into_iter().flatten() {
        let place = TextRange::from(key.span());
        let text: &str = key.get_ref();
        let Some(name) = Name::parse(text) else {
            let near = nearest(text, Name::ALL.iter().filter(|name| name.is_settable()).map(|name| name.as_str()));
            let problem = reader
                .fault(Name::UnknownField, place, format_args!("there is no rule called `{text}`"))
                .label("unknown rule")
                .help(match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "run `cxbook explain` for the list".to_owned(),
                });
            reader.push(problem);
            continue;
        };
        if !name.is_settable() {
            let problem = reader
                .fault(Name::MisplacedField, place, format_args!("the level of `{name}` cannot be set"))
                .label("always an error: it makes the site wrong")
                .help("remove this line");
            reader.push(problem);
            continue;
        }
        match value.get_ref().as_str().map(|level| (level, Level::parse(level))) {
            Some((_, Some(level))) => levels.set(name, level),
            Some((found, None)) => {
                let words = ["allow", "warn", "deny"];
                reader.unknown_value(found, value.span().into(), &words);
            }
            None => reader.wrong_type(value.span().into(), "`\"allow\"`, `\"warn\"` or `\"deny\"`", value.get_ref()),
        }
    }
    levels
}

/// Reads the address of a site: absolute, http or https, without user, query or fragment.
///
/// # Errors
///
/// What is wrong with it, to be read after "the site's address".
pub fn parse_base_url(text: &str) -> Result<url::Url, &'static str> {
    let mut url = url::Url::parse(text).map_err(|_| "is not absolute")?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() {
        return Err("starts with neither `https://` nor `http://`");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("names a user");
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err("has a `?` or a `#` in it");
    }
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::short;

    fn reads(book: &str) -> (Config, String) {
        let mut sources = SourceSet::default();
        sources.insert(SourcePath::new(PATH), book.as_bytes());
        let mut diagnostics = Diagnostics::default();
        let config = read(&sources, &mut diagnostics);
        diagnostics.settle(&Levels::default());
        (config, short(&diagnostics, &sources))
    }

    const TOP: &str = "title = \"T\"\nbase-url = \"https://e.org/kb\"\nsource-language = \"en\"\n";

    #[test]
    fn what_is_nested_too_deeply_is_told_in_the_words_of_settings() {
        let (_, found) = reads(&format!("{TOP}x = {}{}\n", "[".repeat(500), "]".repeat(500)));
        assert!(found.contains("values are nested deeper here than any setting needs"), "{found}");
    }

    #[test]
    fn every_gap_is_filled() {
        let (config, found) = reads(TOP);
        assert_eq!(found, "");
        assert_eq!(config.root_path(), "/kb/");
        assert_eq!(config.languages.keys().map(Locale::as_str).collect::<Vec<_>>(), ["en"]);
        assert_eq!((config.translation_min, config.thresholds.gap), (900, 20));
    }

    #[test]
    fn every_fault_of_one_file_is_reported() {
        let (_, found) = reads(
            "colour = 1\nbase-url = \"kb\"\nsource-language = \"en_GB\"\nfallback = \"pages\"\nkeep = [\"../x\"]\n\
             [thresholds]\ngap = 7\nstale-after = \"soon\"\n[lints]\nmissing-parnt = \"warn\"\nunknown-field = \"allow\"\n",
        );
        for name in [
            "unknown-field",
            "missing-field",
            "unknown-value",
            "unknown-language",
            "out-of-range",
            "malformed-duration",
            "misplaced-field",
        ] {
            assert!(found.contains(&format!("[{name}]")), "{name} in\n{found}");
        }
    }

    #[test]
    fn a_misspelt_setting_is_not_reported_as_missing_too() {
        let (_, found) = reads(&TOP.replace("title", "titel"));
        assert_eq!(found.lines().count(), 1, "{found}");
        assert!(found.contains("did you mean `title`?"), "{found}");
    }

    #[test]
    fn languages_keep_the_order_of_the_file_and_fall_back_to_the_source() {
        let book = "[languages.fr]\nname = \"F\"\nog = \"fr_FR\"\n[languages.en]\nname = \"E\"\nog = \"en_GB\"\n\
                    [languages.fr-CA]\nname = \"C\"\nfallback = [\"fr\"]\n";
        let (config, found) = reads(&format!("{TOP}{book}"));
        assert_eq!(found, "");
        assert_eq!(config.languages.keys().map(Locale::as_str).collect::<Vec<_>>(), ["fr", "en", "fr-CA"]);
        let canadian = Locale::parse("fr-CA").unwrap();
        assert_eq!(config.fallbacks(&canadian).map(Locale::as_str).collect::<Vec<_>>(), ["fr", "en"]);
    }

    #[test]
    fn a_missing_or_broken_file_still_gives_a_configuration() {
        let mut diagnostics = Diagnostics::default();
        let config = read(&SourceSet::default(), &mut diagnostics);
        assert_eq!((config.title.as_str(), diagnostics.errors()), ("Untitled", 1));
        let (config, found) = reads("title = \"T\nbase-url = 3 3\n");
        assert!(found.contains("malformed-configuration"), "{found}");
        assert_eq!(config.theme, "default");
    }
}
