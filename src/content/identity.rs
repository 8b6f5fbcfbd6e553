//! Paths to kinds, ids and languages: the one place that knows the layout of `content/`.

use std::fmt;

use smol_str::SmolStr;

use crate::base::{Date, Id, Locale, LocaleError, SourcePath, nearest};
use crate::diagnostic::Name;

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

/// What a file below `content/` is, by its path alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A Markdown file of a document. Without a language it is the source; in the site's source
    /// language it is the source too, unless there is one without.
    Document {
        /// What it is about.
        id: EntityId,
        /// The language in its name.
        locale: Option<Locale>,
    },
    /// A vocabulary file.
    Vocabulary {
        /// What its entries are.
        kind: Kind,
        /// The language in its name; without one it is the source.
        locale: Option<Locale>,
    },
    /// A picture or a download.
    Asset,
    /// Part of `content/l10n/`, which is never a page.
    Reserved,
}

/// Why a path below `content/` is none of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// Which problem it is.
    pub name: Name,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// The kinds whose documents lie in a folder of their own name.
pub const FOLDERS: &[Kind] =
    &[Kind::Article, Kind::Principle, Kind::Journey, Kind::Persona, Kind::Example, Kind::Event, Kind::Response];

/// The kinds that have a vocabulary file.
pub const VOCABULARIES: &[Kind] = &[
    Kind::Department,
    Kind::Channel,
    Kind::Touchpoint,
    Kind::Purpose,
    Kind::System,
    Kind::Metric,
    Kind::Symptom,
    Kind::Lifecycle,
    Kind::Category,
    Kind::Tag,
    Kind::Family,
    Kind::Term,
    Kind::Author,
    Kind::Source,
];

/// Says what the file at `path` is; `has_language` says whether the site has one.
///
/// # Errors
///
/// A file that looks like a page or a vocabulary and can be neither: an unknown language in its
/// name, a name that is no id, a page too deep in a folder.
pub fn place(path: &SourcePath, has_language: impl Fn(&Locale) -> bool) -> Result<Place, Misplaced> {
    let Some(inside) = path.as_str().strip_prefix("content/") else { return Ok(Place::Asset) };
    if inside.starts_with("l10n/") {
        return Ok(Place::Reserved);
    }
    let extension = path.extension();
    if let Some(file) = inside.strip_prefix("vocab/") {
        return vocabulary(file, &extension, has_language);
    }
    if matches!(extension.as_str(), "yaml" | "yml") && is_near_vocabulary(inside) {
        return Err(Misplaced {
            name: Name::FileRefused,
            message: "a vocabulary lies in `content/vocab/`".to_owned(),
            help: format!("move it to `content/vocab/{}`", path.file_name()),
        });
    }
    if matches!(extension.as_str(), "markdown" | "mdown" | "mkd" | "mdx") {
        let stem = path.file_name().rsplit_once('.').map_or("", |(stem, _)| stem);
        return Err(Misplaced {
            name: Name::FileRefused,
            message: "a page ends in `.md`".to_owned(),
            help: format!("rename it to `{stem}.md`"),
        });
    }
    if extension != "md" {
        return Ok(Place::Asset);
    }
    let stem = &inside[..inside.len() - ".md".len()];
    let (folder, name) = stem.rsplit_once('/').map_or(("", stem), |(folder, name)| (folder, name));
    let (name, locale) = match name.split_once('.') {
        Some((name, suffix)) => (name, Some(suffix_language(suffix, &has_language)?)),
        None => (name, None),
    };
    if locale.is_none()
        && let Some(meant) =
            meant_name(name, &has_language).filter(|meant| meant.starts_with("index") || name.contains('_'))
    {
        return Err(Misplaced {
            name: Name::MalformedId,
            message: format!("`{name}.md` is neither a source nor a translation"),
            help: format!("rename it to `{meant}.md`"),
        });
    }
    let parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    misspelt_folder(&parts)?;
    let kind = parts.first().and_then(|first| FOLDERS.iter().copied().find(|kind| kind.plural() == *first));
    let id = match (kind, &parts[..]) {
        (Some(Kind::Response), [_, article]) => {
            check_id(article)?;
            check_response(name)?;
            format!("{article}/{name}")
        }
        (Some(Kind::Response), [_, article, id]) if name == "index" => {
            check_id(article)?;
            check_response(id)?;
            format!("{article}/{id}")
        }
        (Some(_), [_]) if name != "index" => check_id(name)?.to_owned(),
        (Some(_), [_, id]) if name == "index" => check_id(id)?.to_owned(),
        (Some(kind), _) => {
            return Err(Misplaced {
                name: Name::FileRefused,
                message: format!("no {} lies at `{inside}`", kind.noun()),
                help: if kind == Kind::Response {
                    "a response is `responses/<article>/<date>-<id>.md`".to_owned()
                } else {
                    format!(
                        "{} is `{plural}/<id>/index.md` or `{plural}/<id>.md`",
                        article(kind),
                        plural = kind.plural()
                    )
                },
            });
        }
        (None, parts) => {
            let mut parts = parts.to_vec();
            if name != "index" || parts.is_empty() {
                parts.push(name);
            }
            for part in &parts {
                check_id(part)?;
            }
            parts.join("/")
        }
    };
    Ok(Place::Document { id: EntityId::new(kind.unwrap_or(Kind::Page), id), locale })
}

/// A folder that is nearly called after a kind would make plain pages of what lies in it.
fn misspelt_folder(parts: &[&str]) -> Result<(), Misplaced> {
    let Some(first) = parts.first() else { return Ok(()) };
    if FOLDERS.iter().any(|kind| kind.plural() == *first) {
        return Ok(());
    }
    let is_near = |kind: &&Kind| {
        let found = first.to_lowercase();
        found == kind.noun() || strsim::osa_distance(&found, kind.plural()) < 2
    };
    match FOLDERS.iter().find(is_near) {
        None => Ok(()),
        Some(kind) => Err(Misplaced {
            name: Name::FileRefused,
            message: format!("{} does not lie in `content/{first}/`", article(*kind)),
            help: format!("did you mean `content/{}/`?", [&[kind.plural()], &parts[1..]].concat().join("/")),
        }),
    }
}

/// Whether a YAML file lies in a folder such as `vocabulary/`, or bears the name of a vocabulary.
fn is_near_vocabulary(inside: &str) -> bool {
    let (folder, file) = inside.rsplit_once('/').unwrap_or(("", inside));
    let stem = file.split('.').next().unwrap_or_default();
    folder.starts_with("vocab") || folder.is_empty() && VOCABULARIES.iter().any(|kind| kind.plural() == stem)
}

fn article(kind: Kind) -> String {
    let noun = kind.noun();
    if noun.starts_with(['a', 'e', 'i', 'o']) { format!("an {noun}") } else { format!("a {noun}") }
}

/// What the file called `name` was probably meant to be called: `index.fr` for `index_fr`, `index` for `Index`.
fn meant_name(name: &str, has_language: impl Fn(&Locale) -> bool) -> Option<String> {
    let (stem, suffix) = name.rsplit_once(['_', '-']).unwrap_or((name, ""));
    let locale = Locale::parse(suffix).ok().filter(|locale| has_language(locale));
    match locale {
        Some(locale) => Id::parse(&stem.to_lowercase()).ok().map(|stem| format!("{stem}.{locale}")),
        None => (name != "index" && name.eq_ignore_ascii_case("index")).then(|| "index".to_owned()),
    }
}

fn check_id(text: &str) -> Result<&str, Misplaced> {
    Id::parse(text).map(|_| text).map_err(|malformed| Misplaced {
        name: Name::MalformedId,
        message: format!("{malformed}, and the name of a page becomes its id"),
        help: match malformed.suggestion {
            Some(near) => format!("rename it to `{near}`"),
            None => "rename it with letters from a to z, digits and single hyphens".to_owned(),
        },
    })
}

/// A date, a hyphen, an id.
fn check_response(name: &str) -> Result<(), Misplaced> {
    let date = name.get(..10).and_then(|date| Date::parse(date).ok());
    match (date, name.get(10..11), name.get(11..)) {
        (Some(_), Some("-"), Some(id)) => check_id(id).map(|_| ()),
        _ => Err(Misplaced {
            name: Name::MalformedId,
            message: format!("`{name}` is no date with an id after it"),
            help: "name a response after its day and its author: `2027-03-12-amelie`".to_owned(),
        }),
    }
}

fn suffix_language(suffix: &str, has_language: impl Fn(&Locale) -> bool) -> Result<Locale, Misplaced> {
    let unknown = |message: String, help: String| Misplaced { name: Name::UnknownLanguage, message, help };
    match Locale::parse(suffix) {
        Ok(locale) if has_language(&locale) => Ok(locale),
        Ok(locale) => Err(unknown(
            format!("this file is in `{locale}`, which is no language of this site"),
            format!("add `[languages.{locale}]` to book.toml, or remove `.{locale}` from the name of the file"),
        )),
        Err(LocaleError::NotCanonical { canonical, .. }) => Err(unknown(
            format!("the language `{suffix}` is written `{canonical}`"),
            match nearest_language(&canonical, &has_language) {
                Some(known) => format!("rename the file so that it ends in `.{known}.md`"),
                None => format!("rename the file so that it ends in `.{canonical}.md`"),
            },
        )),
        Err(LocaleError::NotATag(_)) => Err(Misplaced {
            name: Name::MalformedId,
            message: format!("`{suffix}` is no language, and an id has no dots"),
            help: "end the name in a language, as in `index.fr.md`, or replace the dot with a hyphen".to_owned(),
        }),
    }
}

/// The language of the site that files in `tag` were probably meant to be in: `fr`, where there is no `fr-FR`.
fn nearest_language(locale: &Locale, has_language: impl Fn(&Locale) -> bool) -> Option<Locale> {
    std::iter::once(locale.clone()).chain(locale.parents()).find(|locale| has_language(locale))
}

/// What a file with this path was probably meant to be, if only its name is wrong: in capitals, with spaces,
/// in a folder that is nearly called right, with another ending.
#[must_use]
pub fn meant(path: &SourcePath, has_language: impl Fn(&Locale) -> bool) -> Option<Place> {
    let inside = path.as_str().strip_prefix("content/")?;
    let (stem, ending) = inside.rsplit_once('.')?;
    let ending = match ending.to_ascii_lowercase().as_str() {
        "yml" | "yaml" => "yaml",
        "md" | "markdown" | "mdown" | "mkd" | "mdx" => "md",
        _ => return None,
    };
    let mut parts: Vec<String> = stem.split('/').map(|part| part.to_lowercase().replace([' ', '_'], "-")).collect();
    let first = parts.first_mut()?;
    if let Some(kind) = FOLDERS.iter().find(|kind| kind.noun() == first) {
        *first = kind.plural().to_owned();
    }
    place(&SourcePath::new(format!("content/{}.{ending}", parts.join("/"))), has_language).ok()
}

fn vocabulary(file: &str, extension: &str, has_language: impl Fn(&Locale) -> bool) -> Result<Place, Misplaced> {
    let refused = |message: String, help: String| Misplaced { name: Name::FileRefused, message, help };
    if extension == "yml" {
        let right = file.strip_suffix(".yml").unwrap_or(file);
        return Err(refused("a vocabulary file ends in `.yaml`".to_owned(), format!("rename it to `{right}.yaml`")));
    }
    if extension != "yaml" || file.contains('/') {
        return Ok(Place::Asset);
    }
    let stem = file.strip_suffix(".yaml").unwrap_or(file);
    let (name, suffix) = stem.split_once('.').map_or((stem, None), |(name, suffix)| (name, Some(suffix)));
    let Some(kind) = VOCABULARIES.iter().copied().find(|kind| kind.plural() == name) else {
        let names: Vec<&str> = VOCABULARIES.iter().map(|kind| kind.plural()).collect();
        let help = match nearest(name, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}.yaml`?"),
            None => format!("the vocabularies are {}", names.join(", ")),
        };
        return Err(refused(format!("there is no vocabulary called `{name}`"), help));
    };
    let locale = suffix.map(|suffix| suffix_language(suffix, has_language)).transpose()?;
    Ok(Place::Vocabulary { kind, locale })
}

/// Where a new file for `id` goes: the source of a document, or the vocabulary that would hold it.
#[must_use]
pub fn path_of(id: &EntityId) -> SourcePath {
    match id.kind {
        Kind::Page => SourcePath::new(format!("content/{}.md", id.id)),
        Kind::Response => SourcePath::new(format!("content/responses/{}.md", id.id)),
        kind if kind.is_document() => SourcePath::new(format!("content/{}/{}/index.md", kind.plural(), id.id)),
        Kind::Stage => SourcePath::new(format!("content/vocab/{}.yaml", Kind::Lifecycle.plural())),
        kind => SourcePath::new(format!("content/vocab/{}.yaml", kind.plural())),
    }
}

/// Where the translation of the file at `source` into `locale` goes: beside it.
#[must_use]
pub fn translation_path(source: &SourcePath, locale: &Locale) -> SourcePath {
    let name = source.file_name();
    let stem = name.split('.').next().unwrap_or(name);
    let folder = source.parent();
    let slash = if folder.is_empty() { "" } else { "/" };
    SourcePath::new(format!("{folder}{slash}{stem}.{locale}.{}", source.extension()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str) -> Result<String, Name> {
        let known = |locale: &Locale| ["en", "fr", "pt-BR"].contains(&locale.as_str());
        place(&SourcePath::new(path), known)
            .map(|place| match place {
                Place::Document { id, locale } => {
                    format!("{id} {}", locale.map_or("-".into(), |locale| locale.to_string()))
                }
                Place::Vocabulary { kind, locale } => {
                    format!("vocab {} {}", kind.noun(), locale.map_or("-".into(), |locale| locale.to_string()))
                }
                other => format!("{other:?}"),
            })
            .map_err(|misplaced| misplaced.name)
    }

    #[test]
    fn a_path_says_kind_id_and_language() {
        assert_eq!(of("content/articles/tone/index.md").as_deref(), Ok("article:tone -"));
        assert_eq!(of("content/articles/tone.fr.md").as_deref(), Ok("article:tone fr"));
        assert_eq!(of("content/index.pt-BR.md").as_deref(), Ok("page:index pt-BR"));
        assert_eq!(of("content/guides/index.md").as_deref(), Ok("page:guides -"));
        assert_eq!(of("content/guides/start.md").as_deref(), Ok("page:guides/start -"));
        assert_eq!(
            of("content/responses/tone/2027-03-12-amelie.md").as_deref(),
            Ok("response:tone/2027-03-12-amelie -")
        );
        assert_eq!(of("content/vocab/touchpoints.fr.yaml").as_deref(), Ok("vocab touchpoint fr"));
        assert_eq!(of("content/vocab/glossary.yaml").as_deref(), Ok("vocab term -"));
        assert_eq!(of("content/articles/tone/map.fr.svg").as_deref(), Ok("Asset"));
        assert_eq!(of("content/l10n/base/9f2c.md").as_deref(), Ok("Reserved"));
    }

    #[test]
    fn a_name_that_looks_like_a_language_is_never_a_page() {
        assert_eq!(of("content/notes.it.md"), Err(Name::UnknownLanguage));
        assert_eq!(of("content/notes.fr_FR.md"), Err(Name::UnknownLanguage));
        assert_eq!(of("content/notes.v2.md"), Err(Name::MalformedId));
        assert_eq!(of("content/articles/Tone/index.md"), Err(Name::MalformedId));
        assert_eq!(of("content/articles/tone/notes.md"), Err(Name::FileRefused));
        assert_eq!(of("content/vocab/touchpoint.yaml"), Err(Name::FileRefused));
    }

    #[test]
    fn a_folder_or_a_file_that_is_nearly_right_is_told_the_right_name() {
        for (path, help) in [
            ("content/journey/loan.md", "did you mean `content/journeys/`?"),
            ("content/Articles/tone/index.md", "did you mean `content/articles/tone/`?"),
            ("content/journeys/loan/index_fr.md", "rename it to `index.fr.md`"),
            ("content/journeys/loan/index-fr.md", "rename it to `index.fr.md`"),
            ("content/journeys/loan/Index.md", "rename it to `index.md`"),
            ("content/about_fr.md", "rename it to `about.fr.md`"),
            ("content/vocabulary/tags.yaml", "move it to `content/vocab/tags.yaml`"),
            ("content/tags.yaml", "move it to `content/vocab/tags.yaml`"),
        ] {
            let known = |locale: &Locale| locale.as_str() == "fr";
            let misplaced = place(&SourcePath::new(path), known).unwrap_err();
            assert_eq!(misplaced.help, help, "{path}");
        }
        assert!(of("content/guides/start-fr.md").is_ok() && of("content/data/numbers.yaml").is_ok());
    }

    #[test]
    fn a_new_file_is_found_again_where_it_was_put() {
        for id in [EntityId::new(Kind::Article, "tone"), EntityId::new(Kind::Page, "guides/start")] {
            let source = path_of(&id);
            assert_eq!(of(source.as_str()), Ok(format!("{id} -")));
            let french = translation_path(&source, &Locale::parse("fr").unwrap());
            assert_eq!(of(french.as_str()), Ok(format!("{id} fr")));
        }
    }
}
