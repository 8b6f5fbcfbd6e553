//! Interface strings to what is wrong with them.
//!
//! Every language is held against the built-in English, which defines what messages there are and which values they
//! take. What a language lacks falls back and is no fault; what it has must be usable.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;
use fluent_syntax::parser;

use super::ThemeFile;
use crate::base::{Locale, SourcePath, Span, TextRange, nearest};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::locale::Formats;

/// What a message or an attribute is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Message {
    /// The values it takes, without `$`.
    pub(super) values: BTreeSet<String>,
    /// The plural categories its selectors name.
    pub(super) categories: BTreeSet<String>,
    /// Whether every selector on a number ends in `*[other]`.
    pub(super) has_other: bool,
}

/// The plural categories of CLDR.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Reports what is wrong with each strings file of the project, and of the program.
pub(super) fn run(
    built_in: &BTreeMap<String, ThemeFile>,
    files: &BTreeMap<String, ThemeFile>,
    config: &Config,
    diagnostics: &mut Diagnostics,
) {
    let Some(reference) = built_in.get("strings/en.ftl").map(|file| String::from_utf8_lossy(&file.bytes)) else {
        return;
    };
    let (reference, _) = parse(&reference);
    for (name, file) in files {
        let Some(language) = name.strip_prefix("strings/").and_then(|name| name.strip_suffix(".ftl")) else { continue };
        let path = file.path.clone().unwrap_or_else(|| SourcePath::new(format!("themes/default/{name}")));
        let Ok(locale) = Locale::parse(language) else {
            let message = format_args!("`{language}` is not a language tag in canonical form");
            diagnostics.push(Diagnostic::new(Name::MissingString, Span::file(&path), message));
            continue;
        };
        if file.path.is_some() || config.languages.contains_key(&locale) {
            check_file(&path, &String::from_utf8_lossy(&file.bytes), &locale, &reference, diagnostics);
        }
    }
}

fn check_file(
    path: &SourcePath,
    text: &str,
    locale: &Locale,
    reference: &BTreeMap<String, Message>,
    diagnostics: &mut Diagnostics,
) {
    let (messages, junk) = parse(text);
    let mut report = |key: &str, message: String, help: Option<String>| {
        let at = text.find(&format!("\n{} =", key.split('.').next().unwrap_or(key))).map_or(0, |at| at + 1);
        let range = TextRange::new(
            at,
            at + if at > 0 || text.starts_with(key) { key.split('.').next().unwrap_or(key).len() } else { 0 },
        );
        let mut diagnostic = Diagnostic::new(Name::MissingString, Span::new(path, range), message);
        diagnostic.help = help;
        diagnostics.push(diagnostic);
    };
    for (key, message) in &messages {
        let Some(original) = reference.get(key) else {
            let near = nearest(key, reference.keys().map(String::as_str)).map(|near| format!("did you mean `{near}`?"));
            report(key, format!("no template uses the string `{key}`"), near);
            continue;
        };
        if let Some(unknown) = message.values.difference(&original.values).next() {
            let known: Vec<String> = original.values.iter().map(|value| format!("`${value}`")).collect();
            let help = if known.is_empty() {
                "it takes no values".to_owned()
            } else {
                format!("it is given {}", known.join(", "))
            };
            report(key, format!("the string `{key}` uses `${unknown}`, which it is not given"), Some(help));
        }
        if !message.has_other {
            report(
                key,
                format!("the string `{key}` has no form for all other numbers"),
                Some("end the choice with `*[other] …`".into()),
            );
        }
        let known = plural_categories(locale);
        if let Some(unknown) = message.categories.iter().find(|category| !known.contains(category.as_str())) {
            let list: Vec<&str> = known.iter().copied().collect();
            report(
                key,
                format!("the string `{key}` has a form `{unknown}`, which {locale} does not know"),
                Some(format!("the forms of {locale} are {}", list.join(", "))),
            );
        }
    }
    for range in junk {
        let diagnostic = Diagnostic::new(Name::MissingString, Span::new(path, range), "this cannot be read as Fluent")
            .help("a string is written `name = text`, and a choice ends with `*[other] …`");
        diagnostics.push(diagnostic);
    }
}

/// The categories that some number has in a language, found by asking: CLDR's rules look at no more than this.
fn plural_categories(locale: &Locale) -> BTreeSet<&'static str> {
    let formats = Formats::new(locale);
    let whole = (0..=200).chain([1_000, 1_000_000]).map(|number| formats.plural(number));
    let broken = [500, 1_500, 2_100].map(|number| formats.plural_of_thousandths(number));
    whole.chain(broken).map(crate::locale::Plural::as_str).chain(["other"]).collect()
}

/// The messages of a file, and the places that are none.
fn parse(text: &str) -> (BTreeMap<String, Message>, Vec<TextRange>) {
    match parser::parse(text) {
        Ok(resource) => (messages(&resource.body), Vec::new()),
        Err((resource, errors)) => {
            let junk = errors.iter().map(|error| error.slice.clone().unwrap_or(error.pos.clone()).into()).collect();
            (messages(&resource.body), junk)
        }
    }
}

/// The messages and attributes among `entries`, by `name` and `name.attribute`.
pub(super) fn messages<'a, S>(entries: impl IntoIterator<Item = &'a ast::Entry<S>>) -> BTreeMap<String, Message>
where
    S: AsRef<str> + 'a,
{
    let mut messages = BTreeMap::new();
    for entry in entries {
        let ast::Entry::Message(message) = entry else { continue };
        let name = message.id.name.as_ref();
        if let Some(pattern) = &message.value {
            messages.insert(name.to_owned(), of_pattern(pattern));
        }
        for attribute in &message.attributes {
            messages.insert(format!("{name}.{}", attribute.id.name.as_ref()), of_pattern(&attribute.value));
        }
    }
    messages
}

fn of_pattern<S: AsRef<str>>(pattern: &ast::Pattern<S>) -> Message {
    let mut message = Message { has_other: true, ..Message::default() };
    walk_pattern(pattern, &mut message);
    message
}

fn walk_pattern<S: AsRef<str>>(pattern: &ast::Pattern<S>, message: &mut Message) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            walk_expression(expression, message);
        }
    }
}

fn walk_expression<S: AsRef<str>>(expression: &ast::Expression<S>, message: &mut Message) {
    match expression {
        ast::Expression::Inline(inline) => walk_inline(inline, message),
        ast::Expression::Select { selector, variants } => {
            walk_inline(selector, message);
            let names: Vec<(&str, bool)> = variants
                .iter()
                .filter_map(|variant| match &variant.key {
                    ast::VariantKey::Identifier { name } => Some((name.as_ref(), variant.default)),
                    ast::VariantKey::NumberLiteral { .. } => None,
                })
                .collect();
            let is_plural = names.iter().any(|(name, _)| CATEGORIES.contains(name));
            if is_plural {
                message.categories.extend(names.iter().map(|(name, _)| (*name).to_owned()));
                message.has_other &= names.contains(&("other", true));
            }
            for variant in variants {
                walk_pattern(&variant.value, message);
            }
        }
    }
}

fn walk_inline<S: AsRef<str>>(inline: &ast::InlineExpression<S>, message: &mut Message) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            message.values.insert(id.name.as_ref().to_owned());
        }
        ast::InlineExpression::Placeable { expression } => walk_expression(expression, message),
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                walk_inline(argument, message);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(language: &str, text: &str) -> Vec<String> {
        let (reference, _) =
            parse("pages = { $n -> \n    [one] one\n   *[other] { $n } pages\n }\nhello = Hello { $name }\n");
        let mut diagnostics = Diagnostics::default();
        let locale = Locale::parse(language).unwrap();
        check_file(&SourcePath::new("themes/x/strings/l.ftl"), text, &locale, &reference, &mut diagnostics);
        diagnostics.iter().map(|diagnostic| diagnostic.message.clone()).collect()
    }

    #[test]
    fn a_sound_file_has_no_fault() {
        assert_eq!(
            faults("fr", "hello = Bonjour { $name }\npages = { $n -> \n    [one] une\n   *[other] { $n } pages\n }\n"),
            [""; 0]
        );
    }

    #[test]
    fn orphans_wrong_values_impossible_plurals_and_junk_are_told_apart() {
        assert_eq!(faults("fr", "helo = Bonjour\n"), ["no template uses the string `helo`"]);
        assert_eq!(
            faults("fr", "hello = Bonjour { $nam }\n"),
            ["the string `hello` uses `$nam`, which it is not given"]
        );
        assert_eq!(
            faults("fr", "pages = { $n -> \n    [two] deux\n   *[other] { $n } pages\n }\n"),
            ["the string `pages` has a form `two`, which fr does not know"]
        );
        assert_eq!(
            faults("fr", "pages = { $n -> \n   *[one] une\n }\n"),
            ["the string `pages` has no form for all other numbers"]
        );
        assert_eq!(faults("fr", "hello = { $name \n"), ["this cannot be read as Fluent"]);
    }
}
