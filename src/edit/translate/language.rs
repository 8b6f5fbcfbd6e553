//! A language to the settings it needs.

use super::{Done, Refused, Setting};
use crate::base::{Direction, Locale, SourcePath, file_name_fault};
use crate::config;

/// What readers of common languages call them.
const NAMES: &[(&str, &str)] = &[
    ("ar", "العربية"),
    ("bg", "Български"),
    ("ca", "Català"),
    ("cs", "Čeština"),
    ("cy", "Cymraeg"),
    ("da", "Dansk"),
    ("de", "Deutsch"),
    ("dv", "ދިވެހިބަސް"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "Español"),
    ("et", "Eesti"),
    ("eu", "Euskara"),
    ("fa", "فارسی"),
    ("fi", "Suomi"),
    ("fr", "Français"),
    ("ga", "Gaeilge"),
    ("gl", "Galego"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "Hrvatski"),
    ("hu", "Magyar"),
    ("id", "Indonesia"),
    ("it", "Italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("lt", "Lietuvių"),
    ("lv", "Latviešu"),
    ("nb", "Norsk bokmål"),
    ("nl", "Nederlands"),
    ("nn", "Norsk nynorsk"),
    ("pl", "Polski"),
    ("pt", "Português"),
    ("pt-BR", "Português (Brasil)"),
    ("ro", "Română"),
    ("ru", "Русский"),
    ("sk", "Slovenčina"),
    ("sl", "Slovenščina"),
    ("sr", "Српски"),
    ("sv", "Svenska"),
    ("th", "ไทย"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("vi", "Tiếng Việt"),
    ("yi", "ייִדיש"),
    ("zh", "中文"),
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
    ("zh-Hant-HK", "繁體中文（香港）"),
];

/// Adds `tag` to the languages of the site; `name` is what its readers call it, `territory` where most of them live.
///
/// # Errors
///
/// It is no language tag, it is there already, or nobody knows what it is called; or there is no such territory.
pub fn add_language(
    setting: &Setting<'_>,
    tag: &str,
    name: Option<&str>,
    territory: Option<&str>,
) -> Result<Done, Refused> {
    let locale = Locale::parse(tag).map_err(|error| Refused::new(format_args!("{error}")))?;
    if let Some(fault) = file_name_fault(locale.as_str()) {
        return Err(Refused::new(format_args!(
            "the tag `{locale}` {fault}, and its pages become a folder of this name; name its script or its territory too, as in \
             `{locale}-Latn`"
        )));
    }
    if setting.config.language(&locale).is_some() {
        return Err(Refused::new(format_args!("`{locale}` is a language of this site already")));
    }
    let known = |tag: &str| NAMES.iter().find(|(known, _)| *known == tag).map(|(_, name)| *name);
    let name = name
        .or_else(|| known(locale.as_str()))
        .or_else(|| known(locale.language()))
        .ok_or_else(|| Refused::new(format_args!("what do its readers call `{locale}`? Say it with --name")))?;
    let path = SourcePath::new(config::PATH);
    let text = setting.text(&path)?;
    let fallback = locale
        .parents()
        .find(|parent| setting.config.language(parent).is_some() && *parent != setting.config.source_language)
        .map_or_else(String::new, |parent| format!("\"{parent}\", "));
    let mut table = format!("[languages.{locale}]\nname = {}\n", serde_json::Value::from(name));
    let territory = territory.map(|text| territory_of(&locale, text)).transpose()?;
    if let Some(region) = territory.as_deref().or(locale.region()) {
        table.push_str(&format!("og = \"{}_{region}\"\n", locale.language()));
    }
    table.push_str(&format!("fallback = [{fallback}\"{}\"]\n", setting.config.source_language));

    let mut done = Done::default();
    done.edits.extend(setting.edit(&path, inserted(text, &table)));
    done.did.push(format!("added {name} (`{locale}`) to {path}"));
    if territory.is_none() && locale.region().is_none() {
        done.next.push(format!(
            "say below `[languages.{locale}]` in {path} where most of its readers live, for shared links: \
             `og = \"{}_…\"`; next time, with --territory",
            locale.language()
        ));
    }
    if locale.direction() == Direction::Rtl {
        done.next.push("it is written from right to left, and pages follow without more".to_owned());
    }
    done.next.push(format!("start with the home page: `cxbook translate new {locale} index`"));
    done.next.push(format!("see what there is to do with `cxbook translate status {locale}`"));
    Ok(done)
}

/// A territory as its tag is written: `IT`, `419`.
fn territory_of(locale: &Locale, text: &str) -> Result<String, Refused> {
    let tag = text.to_ascii_uppercase();
    let with = Locale::parse(&format!("{}-{tag}", locale.language())).ok();
    if with.is_some_and(|with| with.region() == Some(tag.as_str())) {
        return Ok(tag);
    }
    Err(Refused::new(format_args!("`{text}` is no territory; write two letters such as `IT`, or three digits")))
}

/// Puts the table behind those of the other languages.
fn inserted(text: &str, table: &str) -> String {
    let mut at = text.len();
    let mut is_among = false;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start();
        if start.starts_with("[languages") {
            is_among = true;
            at = text.len();
        } else if is_among && start.starts_with('[') {
            at = offset;
            is_among = false;
        }
        offset += line.len();
    }
    let (before, after) = text.split_at(at);
    let gap = if before.is_empty() || before.ends_with("\n\n") {
        ""
    } else if before.ends_with('\n') {
        "\n"
    } else {
        "\n\n"
    };
    let end = if after.is_empty() { "" } else { "\n" };
    format!("{before}{gap}{table}{end}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_stands_beside_the_others() {
        let text = "a = 1\n\n[languages.en]\nname = \"E\"\n\n[limits]\nfiles = 1\n";
        let table = "[languages.it]\nname = \"I\"\n";
        let expected = "a = 1\n\n[languages.en]\nname = \"E\"\n\n[languages.it]\nname = \"I\"\n\n[limits]\nfiles = 1\n";
        assert_eq!(inserted(text, table), expected);
        assert_eq!(
            inserted("[languages.en]\nname = \"E\"\n", table),
            "[languages.en]\nname = \"E\"\n\n[languages.it]\nname = \"I\"\n"
        );
    }
}
