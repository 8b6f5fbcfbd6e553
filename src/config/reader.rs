//! TOML tables to single settings, each fault noted at its place.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::read::parse_base_url;
use super::settings::{LIMITS, Setting, SettingType, THRESHOLDS};
use crate::base::{Direction, Locale, LocaleError, SourcePath, Span, TextRange, forbidden_characters, nearest};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};

/// Reads settings from tables, and reports what it cannot read.
pub(super) struct Reader<'a> {
    pub(super) path: &'a SourcePath,
    pub(super) diagnostics: &'a mut Diagnostics,
}

/// A table, or nothing in its place.
#[derive(Clone, Copy, Default)]
pub(super) struct Table<'t> {
    pub(super) entries: Option<&'t DeTable<'t>>,
    /// Where its name stands: the place of what is missing.
    pub(super) place: TextRange,
}

impl<'t> Table<'t> {
    pub(super) fn get(&self, name: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.entries?.get(name)
    }

    pub(super) fn table(&self, name: &str) -> Self {
        let found = self.entries.and_then(|entries| entries.get_key_value(name));
        match found.map(|(key, value)| (key, value.get_ref())) {
            Some((key, DeValue::Table(table))) => Self { entries: Some(table), place: key.span().into() },
            _ => Self::default(),
        }
    }
}

impl Reader<'_> {
    pub(super) fn fault(&self, name: Name, range: TextRange, message: impl ToString) -> Diagnostic {
        Diagnostic::new(name, Span::new(self.path, range), message)
    }

    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    pub(super) fn range_of(&self, table: &Table<'_>, name: &str) -> TextRange {
        table.get(name).map_or(table.place, |value| value.span().into())
    }

    /// Reports settings that do not exist, tables that are none, and what is missing.
    pub(super) fn known(&mut self, table: &Table<'_>, settings: &'static [Setting], whole: &str) {
        let Some(entries) = table.entries else { return };
        for (key, value) in entries {
            let name: &str = key.get_ref();
            let place = TextRange::from(key.span());
            match settings.iter().find(|setting| setting.name == name) {
                Some(setting) => {
                    let is_table = matches!(
                        setting.value,
                        SettingType::Table(_) | SettingType::ByLanguage(_) | SettingType::Levels
                    );
                    if is_table && !value.get_ref().is_table() {
                        self.wrong_type(value.span().into(), "a table", value.get_ref());
                    }
                }
                None if name.starts_with("x-") => {}
                None => {
                    let near = nearest(name, settings.iter().map(|setting| setting.name));
                    let elsewhere = [("thresholds", THRESHOLDS), ("limits", LIMITS)]
                        .into_iter()
                        .find(|(_, settings)| settings.iter().any(|setting| setting.name == name));
                    let problem = match (near, elsewhere) {
                        (None, Some((home, _))) => self
                            .fault(
                                Name::MisplacedField,
                                place,
                                format_args!("the setting `{name}` is not allowed in {whole}"),
                            )
                            .help(format_args!("it belongs under `[{home}]`")),
                        (None, None) if Name::parse(name).is_some() => self
                            .fault(
                                Name::MisplacedField,
                                place,
                                format_args!("the setting `{name}` is not allowed in {whole}"),
                            )
                            .help("it belongs under `[lints]`"),
                        _ => self
                            .fault(Name::UnknownField, place, format_args!("{whole} has no setting `{name}`"))
                            .label("unknown setting")
                            .did_you_mean(near),
                    };
                    self.push(problem);
                }
            }
        }
        let is_unknown = |name: &&str| !settings.iter().any(|setting| setting.name == *name);
        let unknown: Vec<&str> = entries.keys().map(|key| -> &str { key.get_ref() }).filter(is_unknown).collect();
        // What is only misspelt has been offered its name.
        let is_misspelt =
            |name: &str| unknown.iter().any(|found| nearest(found, settings.iter().map(|one| one.name)) == Some(name));
        let is_missing = |name: &str| !entries.contains_key(name) && !is_misspelt(name);
        for setting in settings.iter().filter(|setting| setting.is_required && is_missing(setting.name)) {
            let problem = self
                .fault(Name::MissingField, table.place, format_args!("{whole} needs the setting `{}`", setting.name))
                .label(format_args!("`{}` is missing here", setting.name))
                .help(format_args!("add `{} = \"…\"`: {}", setting.name, lower(setting.doc)));
            self.push(problem);
        }
    }

    pub(super) fn wrong_type(&mut self, range: TextRange, needed: &str, found: &DeValue<'_>) {
        let noun = match found.type_str() {
            "string" => "text",
            "integer" => "a whole number",
            "float" => "a number",
            "boolean" => "true or false",
            "array" => "a list",
            "table" => "a table",
            other => other,
        };
        self.push(
            self.fault(Name::WrongType, range, format_args!("expected {needed}, found {noun}"))
                .label("of another type"),
        );
    }

    pub(super) fn unknown_value(&mut self, found: &str, range: TextRange, words: &[&str]) {
        let near = nearest(found, words.iter().copied());
        let message = format!("expected one of `{}`, found `{found}`", words.join("`, `"));
        self.push(self.fault(Name::UnknownValue, range, message).label("not one of them").did_you_mean(near));
    }

    pub(super) fn text(&mut self, table: &Table<'_>, name: &str) -> Option<String> {
        let value = table.get(name)?;
        match value.get_ref().as_str() {
            Some(text) if text.trim().is_empty() => {
                let problem = self
                    .fault(Name::MissingValue, value.span().into(), format_args!("`{name}` is empty"))
                    .help("give it a value, or remove the line");
                self.push(problem);
                None
            }
            Some(text) => {
                // A direction is for titles of any script; what controls or reorders is for none.
                let found = forbidden_characters(text, Direction::Rtl);
                if let Some((_, letter)) = found.first() {
                    let number = u32::from(*letter);
                    let message = format_args!("the character U+{number:04X} is not allowed in `{name}`");
                    let problem = self
                        .fault(Name::ForbiddenCharacter, value.span().into(), message)
                        .help("remove it; it controls or reorders text without being seen");
                    self.push(problem);
                    return None;
                }
                Some(text.trim().to_owned())
            }
            None => {
                self.wrong_type(value.span().into(), "text in double quotes", value.get_ref());
                None
            }
        }
    }

    pub(super) fn texts(&mut self, table: &Table<'_>, name: &str) -> Option<Vec<(String, TextRange)>> {
        let value = table.get(name)?;
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_type(value.span().into(), "a list of texts, in brackets", value.get_ref());
            return None;
        };
        let mut texts = Vec::new();
        for item in items {
            match item.get_ref().as_str() {
                Some(text) => texts.push((text.to_owned(), item.span().into())),
                None => self.wrong_type(item.span().into(), "text in double quotes", item.get_ref()),
            }
        }
        Some(texts)
    }

    pub(super) fn flag(&mut self, table: &Table<'_>, name: &str) -> Option<bool> {
        let value = table.get(name)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(value.span().into(), "`true` or `false`", value.get_ref());
        }
        flag
    }

    pub(super) fn word(
        &mut self,
        table: &Table<'_>,
        name: &str,
        words: &'static [&'static str],
    ) -> Option<&'static str> {
        let text = self.text(table, name)?;
        let found = words.iter().copied().find(|word| *word == text);
        if found.is_none() {
            self.unknown_value(&text, self.range_of(table, name), words);
        }
        found
    }

    pub(super) fn integer(&mut self, table: &Table<'_>, settings: &[Setting], name: &str) -> Option<usize> {
        let value = table.get(name)?;
        let number = match value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            other => {
                self.wrong_type(value.span().into(), "a whole number", other);
                return None;
            }
        };
        let (least, most) = settings
            .iter()
            .find(|setting| setting.name == name)
            .and_then(|setting| match setting.value {
                SettingType::Integer(least, most) => Some((least, most)),
                _ => None,
            })
            .unwrap_or((i64::MIN, i64::MAX));
        match number {
            Some(number) if (least..=most).contains(&number) => usize::try_from(number).ok(),
            _ => {
                let message = format!("`{name}` goes from {least} to {most}");
                self.push(self.fault(Name::OutOfRange, value.span().into(), message).label("outside"));
                None
            }
        }
    }

    /// A number within its bounds, times `scale`.
    pub(super) fn number(&mut self, table: &Table<'_>, settings: &[Setting], name: &str, scale: u32) -> Option<u32> {
        let value = table.get(name)?;
        let number: Option<f64> = match value.get_ref() {
            DeValue::Integer(number) => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            other => {
                self.wrong_type(value.span().into(), "a number", other);
                return None;
            }
        };
        let (least, most) = settings
            .iter()
            .find(|setting| setting.name == name)
            .and_then(|setting| match setting.value {
                SettingType::Number(least, most) => Some((least, most)),
                _ => None,
            })
            .unwrap_or((0, 1000));
        let scaled = number.map(|number| (number * f64::from(scale)).round());
        let (floor, ceiling) = (least * i64::from(scale), most * i64::from(scale));
        // The bounds are small, so the cast loses nothing.
        match scaled {
            Some(scaled) if scaled >= floor as f64 && scaled <= ceiling as f64 => Some(scaled as u32),
            _ => {
                let message = format!("`{name}` goes from {least} to {most}");
                self.push(self.fault(Name::OutOfRange, value.span().into(), message).label("outside"));
                None
            }
        }
    }

    pub(super) fn language(&mut self, table: &Table<'_>, name: &str) -> Option<Locale> {
        let text = self.text(table, name)?;
        self.locale(&text, self.range_of(table, name))
    }

    /// A language tag in its canonical form; another form is reported and understood.
    pub(super) fn locale(&mut self, text: &str, range: TextRange) -> Option<Locale> {
        match Locale::parse(text) {
            Ok(locale) => Some(locale),
            Err(LocaleError::NotCanonical { found, canonical }) => {
                let problem = self
                    .fault(
                        Name::UnknownLanguage,
                        range,
                        format_args!("the language `{found}` is written `{canonical}`"),
                    )
                    .label("in another form")
                    .help(format_args!("write `{canonical}`"));
                self.push(problem);
                Some(canonical)
            }
            Err(error) => {
                let problem = self
                    .fault(Name::UnknownLanguage, range, error)
                    .label("no language")
                    .help("write a tag such as `en`, `fr` or `pt-BR`");
                self.push(problem);
                None
            }
        }
    }

    /// The site's address, with the slash at its end.
    pub(super) fn base_url(&mut self, book: &Table<'_>) -> Option<url::Url> {
        let text = self.text(book, "base-url")?;
        match parse_base_url(&text) {
            Ok(url) => Some(url),
            Err(reason) => {
                let problem = self
                    .fault(
                        Name::UnknownValue,
                        self.range_of(book, "base-url"),
                        format_args!("the site's address {reason}"),
                    )
                    .label("where the site will be published")
                    .help("write it as in `https://kb.example.org/` or `https://example.org/kb/`");
                self.push(problem);
                None
            }
        }
    }
}

fn lower(sentence: &str) -> String {
    let mut letters = sentence.trim_end_matches('.').chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
