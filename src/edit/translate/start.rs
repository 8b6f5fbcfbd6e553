//! A language of which nothing is translated yet, to where somebody starts with it.

use super::Setting;
use crate::base::{Locale, SourcePath, count};
use crate::content::Kind;
use crate::content::identity::translation_path;
use crate::translation::{Subject, SubjectId};

/// Where to start with a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Start {
    /// Which language.
    pub(super) locale: Locale,
    /// Its name in itself.
    name: String,
    /// The first file to translate.
    pub(super) path: SourcePath,
    /// How many files follow it.
    others: usize,
    /// Whether a vocabulary is among them.
    has_vocabulary: bool,
}

/// What readers meet first comes first: the home page, the words that all pages show, then one page after the other.
pub(super) fn order(id: &SubjectId) -> u8 {
    match id {
        SubjectId::Document(id) if id.kind == Kind::Page && id.id == "index" => 0,
        SubjectId::Vocabulary(_) => 1,
        SubjectId::Document(_) => 2,
    }
}

/// The languages among `languages` that a change begins with: nothing else is translated into them. Where it is not
/// known what a change is `about`, those into which nothing is.
pub(super) fn of(setting: &Setting<'_>, languages: &[&Locale], about: Option<&[SourcePath]>) -> Vec<Start> {
    let subjects: Vec<&Subject> = setting.subjects.iter().filter(|subject| subject.has_text()).collect();
    let is_of_change = |path: &SourcePath| about.is_some_and(|about| about.contains(path));
    let mut starts = Vec::new();
    for locale in languages.iter().copied().filter(|locale| **locale != setting.config.source_language) {
        let file = |subject: &&Subject| subject.translations.get(locale).map(|file| file.path().clone());
        let there: Vec<SourcePath> = subjects.iter().filter_map(file).collect();
        let is_begun_here = is_of_change(&SourcePath::new("book.toml")) || there.iter().any(&is_of_change);
        if there.iter().any(|path| !is_of_change(path)) || (about.is_some() && !is_begun_here) {
            continue;
        }
        let is_left = |subject: &&&Subject| {
            *subject.source.locale() != *locale
                && file(subject).is_none()
                && setting.subjects.is_offered(subject, &subject.today())
        };
        let left: Vec<&Subject> = subjects.iter().filter(is_left).copied().collect();
        let Some(first) = left.iter().min_by_key(|subject| order(&subject.id)) else { continue };
        starts.push(Start {
            locale: locale.clone(),
            name: setting.config.language(locale).map_or_else(String::new, |language| language.name.clone()),
            path: translation_path(first.source.path(), locale),
            others: left.len() - 1,
            has_vocabulary: left.iter().any(|subject| order(&subject.id) == 1),
        });
    }
    starts
}

impl Start {
    /// What is said of it.
    pub(super) fn told(&self) -> String {
        let others = match self.others {
            0 => String::new(),
            others => format!(
                " {} can follow, one by one and in any order: what is not translated is shown in the language of the \
                 source, and says so. The page of each run of this check on the main branch has them to paste.{}",
                count(others, "other file"),
                if self.has_vocabulary { " Go on with the vocabularies: their words stand on many pages." } else { "" }
            ),
        };
        format!(
            "**{} (`{}`) starts here.** Begin with `{}`: its whole text to paste is below, under “Not started”.{others}\n\n",
            crate::diagnostic::cell(&self.name),
            self.locale,
            self.path
        )
    }
}
