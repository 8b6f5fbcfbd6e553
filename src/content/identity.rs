//! Paths to kinds, ids and languages: the one place that knows the layout of `content/`.

use std::fmt;

use smol_str::SmolStr;

/// What an entity is. Documents come first, vocabulary after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the field's own words")]
pub enum Kind {
    Page,
    Article,
    Principle,
    Journey,
    Persona,
    Example,
    Event,
    Response,
    Department,
    Channel,
    Touchpoint,
    Purpose,
    System,
    Metric,
    Symptom,
    Lifecycle,
    Stage,
    Category,
    Tag,
    Family,
    Term,
    Author,
    Source,
}

impl Kind {
    /// Every kind.
    pub const ALL: &[Self] = &[
        Self::Page,
        Self::Article,
        Self::Principle,
        Self::Journey,
        Self::Persona,
        Self::Example,
        Self::Event,
        Self::Response,
        Self::Department,
        Self::Channel,
        Self::Touchpoint,
        Self::Purpose,
        Self::System,
        Self::Metric,
        Self::Symptom,
        Self::Lifecycle,
        Self::Stage,
        Self::Category,
        Self::Tag,
        Self::Family,
        Self::Term,
        Self::Author,
        Self::Source,
    ];

    /// What messages and references call one: `touchpoint`.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Article => "article",
            Self::Principle => "principle",
            Self::Journey => "journey",
            Self::Persona => "persona",
            Self::Example => "example",
            Self::Event => "event",
            Self::Response => "response",
            Self::Department => "department",
            Self::Channel => "channel",
            Self::Touchpoint => "touchpoint",
            Self::Purpose => "purpose",
            Self::System => "system",
            Self::Metric => "metric",
            Self::Symptom => "symptom",
            Self::Lifecycle => "lifecycle",
            Self::Stage => "stage",
            Self::Category => "category",
            Self::Tag => "tag",
            Self::Family => "family",
            Self::Term => "term",
            Self::Author => "author",
            Self::Source => "source",
        }
    }

    /// The folder or vocabulary file that holds them, and their part of an address: `touchpoints`.
    ///
    /// Terms are written in `glossary.yaml` and live under `glossary`; stages belong to lifecycles.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Page => "pages",
            Self::Article => "articles",
            Self::Principle => "principles",
            Self::Journey => "journeys",
            Self::Persona => "personas",
            Self::Example => "examples",
            Self::Event => "events",
            Self::Response => "responses",
            Self::Department => "departments",
            Self::Channel => "channels",
            Self::Touchpoint => "touchpoints",
            Self::Purpose => "purposes",
            Self::System => "systems",
            Self::Metric => "metrics",
            Self::Symptom => "symptoms",
            Self::Lifecycle => "lifecycles",
            Self::Stage => "stages",
            Self::Category => "categories",
            Self::Tag => "tags",
            Self::Family => "families",
            Self::Term => "glossary",
            Self::Author => "authors",
            Self::Source => "sources",
        }
    }

    /// The kind whose [`noun`](Self::noun) is `text`.
    #[must_use]
    pub fn from_noun(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.noun() == text)
    }

    /// Whether one is a Markdown file of its own rather than an entry of a vocabulary.
    #[must_use]
    pub fn is_document(self) -> bool {
        self <= Self::Response
    }
}

/// What an entity is called, whatever the language: `journey` and `motor-claim`.
///
/// The id of a document is its folder's name; of a plain page, its path below `content/` without
/// extension (`about`, `guides/start`; the home page is `index`); of a response, `article/date-id`;
/// of a stage, `lifecycle/stage`; of everything else, the key in its vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct EntityId {
    /// What it is.
    pub kind: Kind,
    /// Its name among those of its kind.
    pub id: SmolStr,
}

impl EntityId {
    /// Puts a kind and a name together.
    pub fn new(kind: Kind, id: impl AsRef<str>) -> Self {
        Self { kind, id: SmolStr::new(id) }
    }
}

impl fmt::Display for EntityId {
    /// `journey:motor-claim`, as references are written.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.kind.noun(), self.id)
    }
}
