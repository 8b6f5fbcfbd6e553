//! A kind and an id to the smallest valid document or entry, and whatever it cannot do without.
//!
//! A new document leans on what is there: the first persona, the first touchpoint. Where there is
//! none, the smallest one is written too, and what that needs in turn.

use std::fmt::Write as _;

use indexmap::IndexMap;

use super::Edit;
use crate::base::{Date, Id, Locale, SourcePath, nearest};
use crate::content::identity::{VOCABULARIES, path_of};
use crate::content::read::values::NOBODY;
use crate::content::{Documents, EntityId, Kind, placeholder, renamed};
use crate::source::SourceSet;

/// What a new document is made for.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// The files that are there.
    pub sources: &'a SourceSet,
    /// What they say.
    pub documents: &'a Documents,
    /// The language the project is written in.
    pub language: &'a Locale,
    /// The day that is written into it.
    pub today: Date,
}

impl Setting<'_> {
    /// Whether there is a file at `path` whose words nobody knows: added to, it might lose them.
    fn is_unreadable(&self, path: &SourcePath) -> bool {
        let is_broken = self.documents.vocabulary.iter().any(|file| file.path == *path && file.parsed.is_unreadable);
        is_broken || self.sources.get(path).is_some_and(|file| file.text().is_err())
    }
}

/// Why nothing new can be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is no such kind.
    #[error("there is no kind `{kind}`; {help}")]
    UnknownKind {
        /// What was asked for.
        kind: String,
        /// The near one, or all of them.
        help: String,
    },
    /// The id does not have the form of one.
    #[error("`{id}` is not an id; {help}")]
    MalformedId {
        /// What was asked for.
        id: String,
        /// How it is written.
        help: String,
    },
    /// It is there already.
    #[error("{entity} is there already: {path}")]
    Exists {
        /// What was asked for.
        entity: EntityId,
        /// Where it is.
        path: SourcePath,
    },
    /// Something else was called so before.
    #[error(
        "{today} was called `{former}` before, and what leads there from elsewhere would lead here instead\n\
         choose another id, or take `{former}` out of `renamed-from` in {path}"
    )]
    Former {
        /// What it was called.
        former: String,
        /// What it is called today.
        today: EntityId,
        /// Where it says so.
        path: SourcePath,
    },
    /// The file it belongs into cannot be read, so nothing may be added to it.
    #[error("{path} cannot be read, so nothing is added to it; `cxbook check` says what is wrong there")]
    Unreadable {
        /// The file.
        path: SourcePath,
    },
    /// Something that cannot be made on the way is missing.
    #[error("there is no article `{0}` to respond to")]
    NoArticle(String),
}

/// The files to write for a new `id` of `kind`; the file it is in comes first.
///
/// # Errors
///
/// [`Refused`] if it cannot be made, or is there.
pub fn new(setting: Setting<'_>, kind: &str, id: &str) -> Result<Vec<Edit>, Refused> {
    let kind = parse_kind(kind)?;
    let entity = EntityId::new(kind, parse_id(setting, kind, id)?);
    let mut plan = Plan { setting, files: IndexMap::new() };
    if let Some(path) = plan.found(&entity) {
        return Err(Refused::Exists { entity, path });
    }
    if let Some((today, path)) = renamed::today(setting.documents, &entity) {
        return Err(Refused::Former { former: entity.id.to_string(), today, path });
    }
    let path = path_of(&entity);
    plan.add(&entity);
    if let Some(path) = plan.files.keys().find(|path| setting.is_unreadable(path)) {
        return Err(Refused::Unreadable { path: path.clone() });
    }
    let mut edits: Vec<Edit> = plan
        .files
        .into_iter()
        .map(|(path, text)| match setting.sources.get(&path) {
            None => Edit { path, before: None, text },
            Some(file) => Edit::of(path, file, text),
        })
        .collect();
    edits.sort_by_key(|edit| edit.path != path);
    Ok(edits)
}

fn kinds() -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(|kind| kind.is_document() || VOCABULARIES.contains(kind))
}

fn parse_kind(text: &str) -> Result<Kind, Refused> {
    if let Some(kind) = kinds().find(|kind| kind.noun() == text || kind.plural() == text) {
        return Ok(kind);
    }
    let help = match nearest(text, kinds().map(Kind::noun)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", kinds().map(Kind::noun).collect::<Vec<_>>().join(", ")),
    };
    Err(Refused::UnknownKind { kind: text.to_owned(), help })
}

fn parse_id(setting: Setting<'_>, kind: Kind, text: &str) -> Result<String, Refused> {
    let check = |part: &str| {
        Id::parse(part).map(|_| ()).map_err(|malformed| Refused::MalformedId {
            id: text.to_owned(),
            help: match malformed.suggestion {
                Some(near) => format!("try `{near}`"),
                None => "write it in small letters from a to z, digits and single hyphens".to_owned(),
            },
        })
    };
    match kind {
        Kind::Page => text.split('/').try_for_each(check)?,
        Kind::Response => {
            let Some((article, rest)) = text.split_once('/') else {
                let articles = || setting.documents.documents.iter().filter(|found| found.id.kind == Kind::Article);
                let like = articles().find(|found| found.id.id == text).or_else(|| articles().next());
                let help = match like {
                    Some(like) => format!(
                        "a response answers an article: write the article's id and a name, like `{}/amelie`",
                        like.id.id
                    ),
                    None => {
                        "a response answers an article, and there is none yet: `cxbook new article <id>`".to_owned()
                    }
                };
                return Err(Refused::MalformedId { id: text.to_owned(), help });
            };
            check(article)?;
            if !setting.documents.documents.iter().any(|found| found.id == EntityId::new(Kind::Article, article)) {
                return Err(Refused::NoArticle(article.to_owned()));
            }
            let dated =
                rest.get(..10).filter(|date| Date::parse(date).is_ok()).and_then(|_| rest.get(10..)?.strip_prefix('-'));
            check(dated.unwrap_or(rest))?;
            if dated.is_none() {
                return Ok(format!("{article}/{}-{rest}", setting.today));
            }
        }
        Kind::Department if text == NOBODY => {
            let help = "where an owner is asked for, that says that there is none; choose another".to_owned();
            return Err(Refused::MalformedId { id: text.to_owned(), help });
        }
        _ => check(text)?,
    }
    Ok(text.to_owned())
}

/// What is to be written, while it grows.
struct Plan<'a> {
    setting: Setting<'a>,
    files: IndexMap<SourcePath, String>,
}

impl Plan<'_> {
    /// Where `entity` is, if it is there.
    fn found(&self, entity: &EntityId) -> Option<SourcePath> {
        if entity.kind.is_document() {
            let document = self.setting.documents.sources().find(|document| document.id == *entity)?;
            return Some(document.path.clone());
        }
        let file = self.entries(entity.kind).find(|(_, id)| *id == entity.id.as_str())?;
        Some(file.0.clone())
    }

    fn entries(&self, kind: Kind) -> impl Iterator<Item = (&SourcePath, &str)> {
        let files = self.setting.documents.vocabulary.iter().filter(move |file| file.kind == kind);
        files.flat_map(|file| file.parsed.entries.keys().map(|id| (&file.path, id.as_str())))
    }

    /// The id of something of this kind: the first that is there, else `otherwise`, which is added.
    fn any(&mut self, kind: Kind, otherwise: &str) -> String {
        let found = if kind.is_document() {
            self.setting
                .documents
                .documents
                .iter()
                .find(|document| document.id.kind == kind)
                .map(|document| document.id.id.to_string())
        } else {
            self.entries(kind).next().map(|(_, id)| id.to_owned())
        };
        found.unwrap_or_else(|| self.needed(kind, otherwise))
    }

    /// The id `id`, which is added unless it is there.
    fn needed(&mut self, kind: Kind, id: &str) -> String {
        let entity = EntityId::new(kind, id);
        if self.found(&entity).is_none() {
            self.add(&entity);
        }
        id.to_owned()
    }

    fn add(&mut self, entity: &EntityId) {
        let path = path_of(entity);
        if entity.kind.is_document() {
            let text = self.document(entity);
            self.files.insert(path, text);
        } else {
            let entry = self.entry(entity);
            let text = self.files.get(&path).cloned().or_else(|| self.setting.sources.text(&path).map(str::to_owned));
            let mut text = text.unwrap_or_default();
            if !text.is_empty() && !text.ends_with('\n') {
                text.push('\n');
            }
            // An entry may be on its way already: two fields can need the same one.
            if !text.lines().any(|line| line.starts_with(&format!("{}:", entity.id))) {
                text.push_str(&entry);
            }
            self.files.insert(path, text);
        }
    }

    /// The smallest entry of a vocabulary.
    fn entry(&mut self, entity: &EntityId) -> String {
        let (id, name) = (&entity.id, words(&entity.id));
        match entity.kind {
            Kind::Department | Kind::Author => format!("{id}: {{ name: {name} }}\n"),
            Kind::Channel => format!("{id}: {{ name: {name}, medium: other }}\n"),
            Kind::Touchpoint => {
                let channel = self.any(Kind::Channel, "in-person");
                let purpose = self.any(Kind::Purpose, "help-the-customer");
                format!("{id}: {{ name: {name}, channel: {channel}, owner: nobody, purpose: {purpose} }}\n")
            }
            Kind::System => format!("{id}: {{ name: {name}, owner: nobody }}\n"),
            Kind::Metric => format!("{id}: {{ name: {name}, kind: csat, scale: [1, 5], better: higher }}\n"),
            Kind::Lifecycle => {
                let stages = ["need", "select", "use", "recommend"];
                for stage in stages {
                    self.needed(Kind::Term, stage);
                }
                let [need, select, using, recommend] = stages;
                format!(
                    "{id}:\n  loops: true\n  lobes:\n    buy: [{need}, {select}]\n    own: [{using}, {recommend}]\n"
                )
            }
            Kind::Term => format!("{id}:\n  {}: {{ term: {} }}\n", quoted(self.setting.language), name.to_lowercase()),
            Kind::Source => format!("{id}: {{ kind: report, title: {name} }}\n"),
            _ => format!("{id}: {name}\n"),
        }
    }

    /// The smallest document.
    fn document(&mut self, entity: &EntityId) -> String {
        let today = self.setting.today;
        let name = words(entity.id.rsplit('/').next().unwrap_or_default());
        let mut text = String::from("---\n");
        let mut line = |key: &str, value: &str| {
            let _ = writeln!(text, "{key}: {value}");
        };
        let mut body = "";
        match entity.kind {
            Kind::Principle => {
                line("title", &name);
                line("claim", placeholder::CLAIM);
                line("stance", "outside-in");
                line("dimension", "effortless");
                line("inside-out-looks-like", placeholder::INSIDE_OUT);
                line("outside-in-looks-like", placeholder::OUTSIDE_IN);
                line("test", placeholder::TEST);
            }
            Kind::Journey => {
                let lifecycle = self.any(Kind::Lifecycle, "buy-own");
                let stage = self.first_stage(&lifecycle);
                line("title", &name);
                line("kind", "current");
                line("level", "macro");
                line("lifecycle", &lifecycle);
                line("persona", &self.any(Kind::Persona, "customer"));
                line("goal", placeholder::GOAL);
                line("mapped", &today.to_string());
                let touchpoint = self.any(Kind::Touchpoint, "first-contact");
                let _ = write!(
                    text,
                    "phases:\n  first-phase:\n    name: {}\n    stage: {stage}\n    steps:\n      \
                     first-step: {{ name: {}, touchpoint: {touchpoint}, emotion: -1 }}\n",
                    placeholder::PHASE,
                    placeholder::STEP,
                );
            }
            Kind::Persona => {
                line("name", &name);
                line("goal", placeholder::WISH);
                line("basis", "assumed");
            }
            Kind::Example => {
                line("title", &name);
                line("organisation", placeholder::ORGANISATION);
                line("stance", "outside-in");
                line("outcome", "good");
                line("moral", placeholder::MORAL);
                line("principles", &format!("[{}]", self.any(Kind::Principle, "first-principle")));
                line("sources", &format!("[{}]", self.any(Kind::Source, "own-notes")));
            }
            Kind::Event => {
                line("title", &name);
                line("kind", "workshop");
                line("starts", &format!("{today}T09:00:00+00:00"));
                line("ends", &format!("{today}T17:00:00+00:00"));
                line("language", &quoted(self.setting.language));
            }
            Kind::Response => {
                let (article, rest) = entity.id.split_once('/').unwrap_or_default();
                line("to", article);
                line("author", &words(rest.get(11..).unwrap_or_default()));
                line("date", rest.get(..10).unwrap_or_default());
                line("consent", "true");
                body = placeholder::RESPONSE;
            }
            _ => {
                line("title", &name);
                body = placeholder::BODY;
            }
        }
        text.push_str("---\n");
        if !body.is_empty() {
            let _ = write!(text, "\n{body}\n");
        }
        text
    }

    /// The first stage of a lifecycle that is there, or that is about to be written.
    fn first_stage(&self, lifecycle: &str) -> String {
        use crate::content::vocabulary::Entry;
        let entries = self.setting.documents.vocabulary.iter().filter(|file| file.kind == Kind::Lifecycle);
        let found = entries.flat_map(|file| file.parsed.entries.iter()).find_map(|(id, entry)| match &entry.entry {
            Entry::Lifecycle(found) if id.as_str() == lifecycle => {
                found.lobes.values().flatten().next().map(|stage| stage.value.to_string())
            }
            _ => None,
        });
        found.unwrap_or_else(|| "need".to_owned())
    }
}

/// The name that an id was made from, as well as can be told: `Motor claim`.
fn words(id: &str) -> String {
    let mut letters = id.replace('-', " ").chars().collect::<Vec<_>>();
    if let Some(first) = letters.first_mut() {
        *first = first.to_ascii_uppercase();
    }
    letters.into_iter().collect()
}

/// A language as YAML takes it: `no` alone is a truth value.
fn quoted(language: &Locale) -> String {
    if language.as_str() == "no" { "\"no\"".to_owned() } else { language.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config;
    use crate::content::{self, Memo};
    use crate::diagnostic::{Diagnostics, Levels, Severity, short};

    const BOOK: &str = "schema = 1\ntitle = \"T\"\nbase-url = \"https://e.org/\"\nsource-language = \"en\"\n";

    /// Makes something, writes it, and says which files there are then and what is wrong with them.
    fn make(sources: &mut SourceSet, kind: &str, id: &str) -> Result<(Vec<String>, String), Refused> {
        sources.insert(SourcePath::new("book.toml"), BOOK.as_bytes());
        let config = config::read(sources, &mut Diagnostics::default());
        let read = |sources: &SourceSet| {
            let mut diagnostics = Diagnostics::default();
            let documents = content::parse(sources, &config, &mut Memo::default(), &mut diagnostics);
            diagnostics.settle(&Levels::default());
            (documents, diagnostics)
        };
        let (documents, _) = read(sources);
        let today = Date::parse("2026-11-21").unwrap();
        let setting = Setting { sources, documents: &documents, language: &config.source_language, today };
        let edits = new(setting, kind, id)?;
        let paths = edits.iter().map(|edit| edit.path.to_string()).collect();
        for edit in edits {
            assert_eq!(edit.before, sources.get(&edit.path).map(|file| file.fingerprint()));
            sources.insert(edit.path, edit.text.into_bytes());
        }
        let (_, mut found) = read(sources);
        found = found.into_iter().filter(|found| found.severity == Severity::Error).collect();
        Ok((paths, short(&found, sources)))
    }

    #[test]
    fn the_smallest_of_every_kind_has_no_fault_of_its_own() {
        for kind in kinds() {
            let mut sources = SourceSet::default();
            let id = if kind == Kind::Response { "a/b" } else { "motor-claim" };
            if kind == Kind::Response {
                make(&mut sources, "article", "a").unwrap();
            }
            let (paths, found) = make(&mut sources, kind.noun(), id).unwrap();
            assert_eq!(found, "", "{kind:?} {paths:?}");
        }
    }

    #[test]
    fn a_journey_has_13_lines_and_brings_what_it_cannot_do_without() {
        let mut sources = SourceSet::default();
        let (paths, _) = make(&mut sources, "journey", "motor-claim").unwrap();
        assert_eq!(
            paths,
            [
                "content/journeys/motor-claim/index.md",
                "content/vocab/glossary.yaml",
                "content/vocab/lifecycles.yaml",
                "content/personas/customer/index.md",
                "content/vocab/channels.yaml",
                "content/vocab/purposes.yaml",
                "content/vocab/touchpoints.yaml",
            ]
        );
        let journey = sources.text(&SourcePath::new(&paths[0])).unwrap();
        assert_eq!(journey.lines().count(), 13 + 2, "{journey}");
        let (paths, _) = make(&mut sources, "journey", "another").unwrap();
        assert_eq!(paths, ["content/journeys/another/index.md"], "the second leans on what is there");
    }

    #[test]
    fn an_entry_is_added_to_the_end_of_its_file() {
        let mut sources = SourceSet::default();
        sources.insert(SourcePath::new("content/vocab/tags.yaml"), b"# ours\nold: Old".as_slice());
        make(&mut sources, "tag", "brand-new").unwrap();
        assert_eq!(
            sources.text(&SourcePath::new("content/vocab/tags.yaml")),
            Some("# ours\nold: Old\nbrand-new: Brand new\n")
        );
    }

    #[test]
    fn what_cannot_be_made_says_why() {
        let mut sources = SourceSet::default();
        let mut refused = |kind, id| make(&mut sources, kind, id).unwrap_err().to_string();
        assert_eq!(refused("journy", "x"), "there is no kind `journy`; did you mean `journey`?");
        assert_eq!(refused("journey", "Motor Claim"), "`Motor Claim` is not an id; try `motor-claim`");
        assert_eq!(refused("response", "a/b"), "there is no article `a` to respond to");
        make(&mut sources, "page", "about").unwrap();
        let again = make(&mut sources, "page", "about").unwrap_err().to_string();
        assert_eq!(again, "page:about is there already: content/about.md");
    }
}
