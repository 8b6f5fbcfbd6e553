//! Fluent files to the words of the interface in one language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::memoizer::MemoizerKind;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use indexmap::IndexMap;
use intl_memoizer::Memoizable;
use unic_langid::LanguageIdentifier;

use super::ThemeFile;
use super::strings_check;
use crate::base::Locale;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::locale::Formats;

/// A value that a message is given: a text, or a number that decides between plural forms.
pub type Value<'a> = FluentValue<'a>;

/// The words of the interface in one language, with its fallbacks.
pub struct Strings {
    /// Messages that take no values, as they are printed, in the order of their names.
    plain: IndexMap<String, String>,
    /// Messages that the language has no words of its own for.
    missing: Vec<String>,
    /// The language first, then those that stand in for it.
    bundles: Vec<FluentBundle<Arc<FluentResource>>>,
}

impl std::fmt::Debug for Strings {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Strings").field("plain", &self.plain.len()).finish_non_exhaustive()
    }
}

impl Strings {
    /// No words at all.
    pub(super) fn empty() -> Self {
        Self { plain: IndexMap::new(), missing: Vec::new(), bundles: Vec::new() }
    }

    /// The words of a language: its own layers first, then those of the languages that stand in for it. Those in
    /// `own` are the language itself and what it is a variety of.
    fn new<'a>(own: &[&str], languages: impl IntoIterator<Item = (&'a str, &'a [Arc<FluentResource>])>) -> Self {
        let mut strings = Self::empty();
        let mut keys = BTreeSet::new();
        let (mut all, mut known) = (BTreeSet::new(), BTreeSet::new());
        for (language, layers) in languages {
            strings.bundles.push(bundle(language, layers));
            for layer in layers {
                let messages = strings_check::messages(layer.entries());
                if own.contains(&language) {
                    known.extend(messages.keys().cloned());
                }
                all.extend(messages.keys().cloned());
                keys.extend(messages.into_iter().filter(|(_, message)| message.values.is_empty()).map(|(key, _)| key));
            }
        }
        for key in keys {
            if let Some(text) = strings.format(&key, &[]) {
                strings.plain.insert(key, text);
            }
        }
        strings.missing = all.difference(&known).cloned().collect();
        strings
    }

    /// The message `key` with `values` put into it.
    ///
    /// A key that no language has comes back as it is; that every language has what the default language has, and the
    /// same values, is checked when the theme is loaded.
    #[must_use]
    pub fn get(&self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        if values.is_empty()
            && let Some(plain) = self.plain.get(key)
        {
            return plain.clone();
        }
        self.format(key, values).unwrap_or_else(|| key.to_owned())
    }

    /// Whether any language has the message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.plain.contains_key(key) || self.bundles.iter().any(|bundle| bundle.has_message(key))
    }

    /// The messages that another language stands in for.
    #[must_use]
    pub fn missing(&self) -> &[String] {
        &self.missing
    }

    /// The messages that take no values and whose names start with `prefix`, in the order of their names.
    pub fn starting_with<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let plain = self.plain.as_slice();
        let first = plain.partition_point(|key, _| key.as_str() < prefix);
        let known = plain[first..].iter().take_while(move |(key, _)| key.starts_with(prefix));
        known.map(|(key, text)| (key.as_str(), text.as_str()))
    }

    fn format(&self, key: &str, values: &[(&str, Value<'_>)]) -> Option<String> {
        let (name, attribute) = key.split_once('.').map_or((key, None), |(name, attribute)| (name, Some(attribute)));
        let args: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(name)?;
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
        })
    }
}

/// The strings of every language of the site, and what is wrong with them.
///
/// A language takes its messages from the project's file, then the built-in one, then those of its parents (`pt` for
/// `pt-BR`), of its fallbacks, and of English, which has them all.
pub(super) fn load(
    built_in: &BTreeMap<String, ThemeFile>,
    files: &BTreeMap<String, ThemeFile>,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> BTreeMap<Locale, Arc<Strings>> {
    let resources: BTreeMap<&str, Vec<Arc<FluentResource>>> = files
        .keys()
        .filter_map(|name| name.strip_prefix("strings/")?.strip_suffix(".ftl"))
        .map(|language| {
            let name = format!("strings/{language}.ftl");
            let layers = [built_in.get(&name), files.get(&name).filter(|file| file.path.is_some())];
            (language, layers.into_iter().flatten().map(|file| Arc::new(resource(&file.bytes))).collect())
        })
        .collect();
    strings_check::run(built_in, files, config, diagnostics);
    config
        .languages
        .keys()
        .map(|locale| {
            let chain = std::iter::once(locale).chain(config.fallbacks(locale));
            let chain: Vec<Locale> =
                chain.flat_map(|locale| std::iter::once(locale.clone()).chain(locale.parents())).collect();
            let mut languages: Vec<&str> = chain.iter().map(Locale::as_str).chain(["en"]).collect();
            let mut seen = BTreeSet::new();
            languages.retain(|language| resources.contains_key(language) && seen.insert(*language));
            let layers = languages.iter().map(|language| (*language, resources[language].as_slice()));
            let parents: Vec<Locale> = locale.parents().collect();
            let own: Vec<&str> = [locale].into_iter().chain(&parents).map(Locale::as_str).collect();
            (locale.clone(), Arc::new(Strings::new(&own, layers)))
        })
        .collect()
}

/// What a file says; what cannot be read of it is reported by the check and left out here.
fn resource(bytes: &[u8]) -> FluentResource {
    let text = String::from_utf8_lossy(bytes).into_owned();
    FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource)
}

fn bundle(language: &str, layers: &[Arc<FluentResource>]) -> FluentBundle<Arc<FluentResource>> {
    let identifier: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolating marks would stand in attributes and titles too; templates isolate names with `bdi`.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(grouped));
    for layer in layers {
        bundle.add_resource_overriding(Arc::clone(layer));
    }
    bundle
}

/// Writes numbers the way readers of the bundle's language do; Fluent's own are not grouped.
fn grouped<M: MemoizerKind>(value: &FluentValue<'_>, memoizer: &M) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let thousandths = (number.value * 1000.0).round() as i64;
    memoizer.with_try_get_threadsafe::<Numbers, _, _>((), |numbers| numbers.0.thousandths(thousandths)).ok()
}

/// The number format of a bundle's language, as Fluent keeps it.
struct Numbers(Formats);

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        Locale::parse(&language.to_string()).map(|locale| Self(Formats::new(&locale))).map_err(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strings(language: &str, text: &str) -> Strings {
        Strings::new(&[language], [(language, [Arc::new(resource(text.as_bytes()))].as_slice())])
    }

    #[test]
    fn numbers_are_grouped_and_decide_between_plural_forms() {
        let french = strings("fr", "pages = { $n -> \n    [one] { $n } page\n   *[other] { $n } pages\n }\n");
        assert_eq!(french.get("pages", &[("n", 1.into())]), "1 page");
        assert_eq!(french.get("pages", &[("n", 12345.into())]), "12\u{202f}345 pages");
    }

    #[test]
    fn values_are_inserted_as_they_are_and_unknown_keys_come_back() {
        let english = strings("en", "hello = Hello { $name }\n    .title = Title\n");
        assert_eq!(english.get("hello", &[("name", "<b>".into())]), "Hello <b>");
        assert_eq!(english.get("hello.title", &[]), "Title");
        assert_eq!(english.get("nope", &[]), "nope");
        assert!(!english.has("nope"));
    }

    #[test]
    fn a_message_that_a_language_lacks_comes_from_the_next() {
        let french = Arc::new(resource(b"a = un\n"));
        let english = Arc::new(resource(b"a = one\nb = two\n"));
        let both = Strings::new(&["fr"], [("fr", [french].as_slice()), ("en", [english].as_slice())]);
        assert_eq!((both.get("a", &[]), both.get("b", &[])), ("un".to_owned(), "two".to_owned()));
    }
}
