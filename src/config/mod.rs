//! `book.toml` to [`Config`], and what one run is asked to do.

mod read;
mod reader;
mod settings;

use indexmap::IndexMap;

use crate::base::{Date, Locale};
use crate::diagnostic::Levels;
use crate::locale::Sorting;

pub use read::{PATH, parse_base_url, read};
pub use settings::{BOOK, Setting, SettingType};

/// What a project has decided, complete: every default filled in, every value checked.
#[derive(Clone, Debug)]
pub struct Config {
    /// The site's title.
    pub title: String,
    /// Printed on maps and in the footer.
    pub version: Option<String>,
    /// Where the site will be published: absolute, with a trailing slash. Its path is the site's root.
    pub base_url: url::Url,
    /// The language documents are written in unless they say otherwise.
    pub source_language: Locale,
    /// Every language of the site, in the order of `book.toml`; the source language among them.
    pub languages: IndexMap<Locale, Language>,
    /// The theme's folder below `themes/`.
    pub theme: String,
    /// What becomes of a page that is not translated.
    pub fallback: FallbackPolicy,
    /// The least share of translated text, in thousandths, for a page not to count as a fallback.
    pub translation_min: u32,
    /// The least quality of a translation that is published.
    pub publish_min: PublishMin,
    /// Whether the source language also lives at `/`.
    pub default_at_root: bool,
    /// Printed in the footer and inside exported maps.
    pub licence: Option<String>,
    /// The address of a page's source, with `{path}` in it.
    pub edit_url: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// Files in the output folder that are not ours.
    pub keep: Vec<String>,
    /// Numbers that rules and views compare with.
    pub thresholds: Thresholds,
    /// The level of every rule.
    pub levels: Levels,
    /// How much a site may hold.
    pub limits: Limits,
}

/// One language of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Language {
    /// What its readers call it.
    pub name: String,
    /// The `og:locale` of its pages, with a territory.
    pub og: Option<String>,
    /// The typographic profile that its texts are held to.
    pub typography: Option<String>,
    /// The order of names, if it is not the usual one.
    pub sorting: Option<Sorting>,
    /// How its readers are addressed, if the project has decided.
    pub address: Option<AddressForm>,
    /// Where to look, in this order, for what is not translated; ends with the source language.
    pub fallback: Vec<Locale>,
}

/// What becomes of a page that is not translated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FallbackPolicy {
    /// It shows the text of another language, and says so.
    Page,
    /// It says that there is no translation, and links to the source.
    Notice,
    /// It does not exist.
    None,
}

/// The least quality of a translation that is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishMin {
    /// What a person wrote.
    Draft,
    /// What a second person has read.
    Reviewed,
}

/// Numbers that rules and views compare with (`[thresholds]`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Journeys with more steps are asked to split.
    pub steps_warn: usize,
    /// Months after which a document without `review-by` is due for review.
    pub stale_after_months: u32,
    /// Two names are alike from this similarity on, in hundredths.
    pub duplicate_similarity: u32,
    /// A perception gap worth a flag, in tenths.
    pub gap: i32,
    /// An off-path heat worth a flag, in hundredths.
    pub hot: u32,
    /// The largest share of steps that may be moments of truth, in hundredths.
    pub moments_of_truth: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            steps_warn: 15,
            stale_after_months: 12,
            duplicate_similarity: 85,
            gap: 20,
            hot: 50,
            moments_of_truth: 25,
        }
    }
}

/// How a language speaks to one reader, where it has two ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressForm {
    /// *vous*, *Sie*, *usted*.
    Formal,
    /// *tu*, *du*, *tú*.
    Informal,
}

/// How much a site may hold (`[limits]`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Files.
    pub files: usize,
    /// Bytes of one page.
    pub page_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { files: 1_000_000, page_bytes: 1 << 20 }
    }
}

/// What one run is asked to do, and what would otherwise be read from the air.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// To find problems only, or to make a site.
    pub goal: Goal,
    /// In place of `base-url`.
    pub base_url: Option<url::Url>,
    /// Whether documents that are not public are shown. Only the preview may ask for it.
    pub drafts: bool,
    /// The day that ages and embargoes are counted from.
    pub today: Date,
}

/// What a run is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Problems only.
    Check,
    /// The site.
    Site,
    /// The site as its author looks at it while writing: search answers from memory, without files.
    Preview,
}

impl Config {
    /// The language of `locale`.
    #[must_use]
    pub fn language(&self, locale: &Locale) -> Option<&Language> {
        self.languages.get(locale)
    }

    /// Where to look for what `locale` lacks, in order, without `locale` itself.
    pub fn fallbacks<'a>(&'a self, locale: &Locale) -> impl Iterator<Item = &'a Locale> {
        self.languages.get(locale).into_iter().flat_map(|language| &language.fallback)
    }

    /// The same decisions for a site that is published elsewhere.
    #[must_use]
    pub fn with_base_url(mut self, base_url: Option<&url::Url>) -> Self {
        if let Some(base_url) = base_url {
            self.base_url = base_url.clone();
        }
        self
    }

    /// The address, for the whole web, of a path from the site's root.
    #[must_use]
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.as_str().trim_end_matches('/'))
    }

    /// The path that the site lives under: `/` or `/kb/`.
    #[must_use]
    pub fn root_path(&self) -> &str {
        self.base_url.path()
    }
}
