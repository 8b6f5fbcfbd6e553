//! The settings of `book.toml`, as tables that drive the reader and the JSON Schema.

use crate::locale::Sorting;

/// One setting.
#[derive(Debug)]
pub struct Setting {
    /// How it is written.
    pub name: &'static str,
    /// What it holds.
    pub value: SettingType,
    /// Whether there must be one.
    pub is_required: bool,
    /// One sentence for the schema.
    pub doc: &'static str,
}

/// What a setting holds.
#[derive(Debug)]
pub enum SettingType {
    /// Text.
    Text,
    /// Any number of texts.
    Texts,
    /// True or false.
    Bool,
    /// A whole number within bounds.
    Integer(i64, i64),
    /// A number within bounds.
    Number(i64, i64),
    /// One of these words.
    Word(&'static [&'static str]),
    /// A language tag.
    Language,
    /// Any number of language tags.
    Languages,
    /// An absolute web address.
    Url,
    /// A number of months or years: `12 months`.
    Months,
    /// These settings.
    Table(&'static [Setting]),
    /// These settings for each language.
    ByLanguage(&'static [Setting]),
    /// A level for each rule that may be set.
    Levels,
}

const fn required(name: &'static str, value: SettingType, doc: &'static str) -> Setting {
    Setting { name, value, is_required: true, doc }
}

const fn optional(name: &'static str, value: SettingType, doc: &'static str) -> Setting {
    Setting { name, value, is_required: false, doc }
}

/// The whole of `book.toml`.
pub static BOOK: &[Setting] = &[
    optional("schema", SettingType::Integer(1, 1), "The version of the content model."),
    required("title", SettingType::Text, "The site's title."),
    optional("version", SettingType::Text, "Printed on maps and in the footer."),
    required("base-url", SettingType::Url, "Where the site will be published."),
    required(
        "source-language",
        SettingType::Language,
        "The language documents are written in unless they say otherwise.",
    ),
    optional("theme", SettingType::Text, "The theme's folder below themes/."),
    optional(
        "fallback",
        SettingType::Word(FALLBACK),
        "What becomes of a page that is not translated: page, notice or none.",
    ),
    optional(
        "translation-min",
        SettingType::Number(0, 1),
        "The least share of translated text for a page not to count as a fallback.",
    ),
    optional("publish-min", SettingType::Word(PUBLISH_MIN), "The least quality of a translation that is published."),
    optional("default-at-root", SettingType::Bool, "Whether the source language also lives at the root."),
    optional("licence", SettingType::Text, "Printed in the footer and inside exported maps."),
    optional("edit-url", SettingType::Text, "The address of a page's source, with {path} in it."),
    optional("contact", SettingType::Text, "Whom to ask: mailto: or an address."),
    optional("keep", SettingType::Texts, "Files in the output folder that are not ours."),
    optional(
        "languages",
        SettingType::ByLanguage(LANGUAGE),
        "The languages of the site, in the order in which they are listed.",
    ),
    optional("thresholds", SettingType::Table(THRESHOLDS), "Numbers that rules and views compare with."),
    optional("lints", SettingType::Levels, "The level of each rule of editorial policy: allow, warn or deny."),
    optional("limits", SettingType::Table(LIMITS), "How much a site may hold."),
];

/// The words of `fallback`.
pub static FALLBACK: &[&str] = &["page", "notice", "none"];

/// The words of `publish-min`.
pub static PUBLISH_MIN: &[&str] = &["draft", "reviewed"];

/// The words of `typography`.
pub static TYPOGRAPHY: &[&str] = &["fr-FR", "fr-CA", "fr-EU", "de", "de-CH", "es", "ja", "ar"];

/// The words of `address`.
pub static ADDRESS: &[&str] = &["formal", "informal"];

/// One language.
pub static LANGUAGE: &[Setting] = &[
    required("name", SettingType::Text, "What its readers call it."),
    optional("og", SettingType::Text, "The og:locale of its pages, with a territory: fr_FR."),
    optional("typography", SettingType::Word(TYPOGRAPHY), "The typographic profile that its texts are held to."),
    optional(
        "address",
        SettingType::Word(ADDRESS),
        "How its readers are addressed: formal (vous, Sie) or informal (tu, du).",
    ),
    optional(
        "sort",
        SettingType::Word(Sorting::WORDS),
        "The order of names, where it is not the usual one of the language.",
    ),
    optional("fallback", SettingType::Languages, "Where to look, in this order, for what is not translated."),
];

/// Numbers that rules and views compare with.
pub static THRESHOLDS: &[Setting] = &[
    optional("steps-warn", SettingType::Integer(1, 1000), "Journeys with more steps are asked to split."),
    optional("stale-after", SettingType::Months, "After how long a page without review-by is due for review."),
    optional("duplicate-similarity", SettingType::Number(0, 1), "Two names are alike from this similarity on."),
    optional("gap", SettingType::Number(0, 4), "A perception gap worth a flag."),
    optional("hot", SettingType::Number(0, 100), "An off-path heat worth a flag."),
    optional("moments-of-truth", SettingType::Number(0, 1), "The largest share of steps that may be moments of truth."),
];

/// How much a site may hold.
pub static LIMITS: &[Setting] = &[
    optional("files", SettingType::Integer(1, 10_000_000), "Files."),
    optional("page-bytes", SettingType::Integer(1024, 16_777_216), "Bytes of one page."),
];
