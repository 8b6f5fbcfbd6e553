//! What a translator, or the author of a source, does: each as the files to write, what was done,
//! and what comes next. Nothing that a person wrote is ever taken away.

mod adopt;
mod by_hand;
mod comments;
pub(super) mod fields;
mod gc;
mod language;
mod lost;
mod mark;
mod marks;
mod minor;
mod new;
mod order;
mod outline;
mod person;
mod place;
mod reading;
mod start;
mod sync;
mod term_names;
mod terms;
mod update;

pub use adopt::adopt;
pub use by_hand::{ByHand, by_hand};
pub use fields::as_draft;
pub use gc::gc;
pub use language::add_language;
pub use lost::{Lost, lost};
pub use mark::{Marking, mark};
pub use marks::hint as hint_of_marks;
pub use minor::{maybe_minor, minor};
pub use new::new;
pub use place::Places;
pub use sync::{keep, said_of_kept, said_of_unverified, sync, sync_unverified};
pub use terms::{BESIDE, BESIDE_WORDS, Beside, Standing, TermBase, TermWord, take_terms};
pub use update::update;

use super::Edit;
use crate::base::{Date, Locale, SourcePath, line_after, nearest};
use crate::config::Config;
use crate::content::Documents;
use crate::diagnostic::Diagnostics;
use crate::source::SourceSet;
use crate::translation::{Comparison, File, Revision, Subject, SubjectId, Subjects, snapshot};

/// The site as it is.
#[derive(Clone, Debug)]
pub struct Setting<'a> {
    /// Its files.
    pub sources: &'a SourceSet,
    /// What they say.
    pub documents: &'a Documents,
    /// What the project has decided.
    pub config: &'a Config,
    /// What there is to translate.
    pub subjects: &'a Subjects,
    /// The day that is written into translations.
    pub today: Date,
}

/// What is to be written, what was done, and what comes next.
#[derive(Clone, Debug, Default)]
pub struct Done {
    /// The files to write.
    pub edits: Vec<Edit>,
    /// The files to delete; only ever snapshots that nothing names.
    pub deletes: Vec<SourcePath>,
    /// What was done, one sentence each.
    pub did: Vec<String>,
    /// What to do next, one sentence each.
    pub next: Vec<String>,
}

/// Why nothing was done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Refused(String);

impl Refused {
    /// For this reason.
    pub fn new(reason: impl ToString) -> Self {
        Self(reason.to_string())
    }
}

impl<'a> Setting<'a> {
    /// The subject that people name `text`.
    ///
    /// # Errors
    ///
    /// There is none; the reason names a near one.
    pub fn subject(&self, text: &str) -> Result<&'a Subject, Refused> {
        let id = SubjectId::parse(text);
        self.subjects.get(&id).ok_or_else(|| {
            let names: Vec<String> = self.subjects.iter().map(|subject| subject.id.to_string()).collect();
            let end = format!("/{id}");
            let near = names.iter().find(|name| name.ends_with(&end)).map(String::as_str);
            let near = near.or_else(|| nearest(&id.to_string(), names.iter().map(String::as_str)));
            let help = near.map_or_else(
                || "name it by its path below `content/`, like `articles/my-article` or `vocab/touchpoints`".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            Refused::new(format_args!("there is nothing to translate called `{text}`; {help}"))
        })
    }

    /// The language that people name `tag`, if `subject` can be translated into it.
    ///
    /// # Errors
    ///
    /// It is no language of the site, or the source's own.
    pub fn language(&self, subject: Option<&Subject>, tag: &str) -> Result<Locale, Refused> {
        let locale = Locale::parse(tag).map_err(|error| Refused::new(format_args!("{error}")))?;
        if self.config.language(&locale).is_none() {
            return Err(Refused::new(format_args!(
                "`{locale}` is no language of this site; add it with `cxbook translate add-language {locale}`"
            )));
        }
        if subject.is_some_and(|subject| *subject.source.locale() == locale) {
            return Err(Refused::new(format_args!("the source itself is in `{locale}`")));
        }
        Ok(locale)
    }

    /// The translation of `subject` into `locale`.
    ///
    /// # Errors
    ///
    /// There is none, or it or its source cannot be read.
    pub fn translation(&self, subject: &'a Subject, locale: &Locale) -> Result<&'a File, Refused> {
        let file = subject.translations.get(locale).ok_or_else(|| {
            Refused::new(format_args!(
                "`{id}` has no translation into `{locale}`; start it with `cxbook translate new {locale} {id}`",
                id = subject.id
            ))
        })?;
        self.readable(file)?;
        self.readable(&subject.source)?;
        Ok(file)
    }

    /// Nothing, if a file can be read: what is made from it, or written into it, is what it means to say.
    ///
    /// # Errors
    ///
    /// It cannot; the reason says where and what to do.
    pub fn readable(&self, file: &File) -> Result<(), Refused> {
        let Some(problem) = file.unreadable() else { return Ok(()) };
        let text = self.sources.text(file.path()).unwrap_or_default();
        let line = line_after(text.get(..problem.span.range.start()).unwrap_or_default());
        let help = problem.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
        let (path, message) = (file.path(), &problem.message);
        Err(Refused::new(format_args!("{path}:{line}: the file cannot be read: {message}{help}")))
    }

    /// How the translation compares with its source.
    ///
    /// # Errors
    ///
    /// There is no translation, or the snapshot that it names was edited.
    pub fn compare(&self, subject: &'a Subject, locale: &Locale) -> Result<Comparison, Refused> {
        self.translation(subject, locale)?;
        let mut problems = Diagnostics::default();
        let comparison = self.subjects.compare(self.sources, subject, locale, &mut problems);
        match (problems.into_iter().next(), comparison) {
            (Some(problem), _) => Err(Refused::new(format_args!("{}: {}", problem.span.path, problem.message))),
            (None, Some(comparison)) => Ok(comparison),
            (None, None) => Err(Refused::new(format_args!("`{}` has no translation into `{locale}`", subject.id))),
        }
    }

    /// The text of a file as it is.
    ///
    /// # Errors
    ///
    /// It is not UTF-8.
    pub fn text(&self, path: &SourcePath) -> Result<&'a str, Refused> {
        self.sources.text(path).ok_or_else(|| Refused::new(format_args!("{path} cannot be read as text")))
    }

    /// A change to the file at `path`, or nothing if `text` is what it says.
    #[must_use]
    pub fn edit(&self, path: &SourcePath, text: String) -> Option<Edit> {
        let edit = match self.sources.get(path) {
            None => Edit { path: path.clone(), before: None, text },
            Some(file) => Edit::of(path.clone(), file, text),
        };
        let says = self.sources.get(path).map(|file| &**file.bytes());
        (says != Some(edit.text.as_bytes())).then_some(edit)
    }

    /// The snapshot of today's source, unless it is there.
    #[must_use]
    pub fn snapshot(&self, subject: &Subject, today: &Revision) -> Option<Edit> {
        let path = snapshot::path(&today.id);
        if self.sources.get(&path).is_some() {
            return None;
        }
        Some(Edit { path, before: None, text: snapshot::write(today, subject.source.body()) })
    }
}
