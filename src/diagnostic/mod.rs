//! What is wrong with content: found anywhere, collected, sorted, shown in one of several forms.

mod levels;
mod name;
mod page;
mod report;

use crate::base::{Span, TextRange};

pub use levels::{Level, Levels};
pub use name::Name;
pub use page::page;
pub use report::{Around, Sources, cell, digest, few, github, github_summary, json, sarif, short, text, text_of_each};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The output would be wrong: nothing is published.
    Error,
    /// Editorial policy, or a doubt.
    Warning,
}

/// One thing that is wrong, with its place and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of problem, from the registry.
    pub name: Name,
    /// As found; [`Diagnostics::settle`] applies the levels the project has chosen.
    pub severity: Severity,
    /// Where it is.
    pub span: Span,
    /// What is wrong: lower case, no full stop, stands alone.
    pub message: String,
    /// Why here; shown beside the marked text. May be empty.
    pub label: String,
    /// Other places that matter, each with its label.
    pub related: Vec<(Span, String)>,
    /// What to do.
    pub help: Option<String>,
    /// What puts it right, where that needs no judgement.
    pub mend: Option<Mend>,
}

/// A change of one stretch of the file that a problem is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// What goes.
    pub range: TextRange,
    /// What comes in its place; nothing where a block is taken out.
    pub text: String,
}

impl Diagnostic {
    /// A problem of the kind `name` at `span`, with the severity the registry gives it.
    pub fn new(name: Name, span: Span, message: impl ToString) -> Self {
        Self {
            name,
            severity: name.default_level().severity().unwrap_or(Severity::Warning),
            span,
            message: message.to_string(),
            label: String::new(),
            related: Vec::new(),
            help: None,
            mend: None,
        }
    }

    /// Says beside the marked text why it is marked.
    #[must_use]
    pub fn label(mut self, label: impl ToString) -> Self {
        self.label = label.to_string();
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl ToString) -> Self {
        self.help = Some(help.to_string());
        self
    }

    /// Offers what to write in place of what is marked: `cxbook fix` writes it.
    #[must_use]
    pub fn mend(self, text: impl ToString) -> Self {
        let range = self.span.range;
        self.mend_at(range, text)
    }

    /// The same where it is known what to write.
    #[must_use]
    pub fn may_mend(self, text: Option<impl ToString>) -> Self {
        match text {
            Some(text) => self.mend(text),
            None => self,
        }
    }

    /// The same for another stretch of the file.
    #[must_use]
    pub fn mend_at(mut self, range: TextRange, text: impl ToString) -> Self {
        self.mend = Some(Mend { range, text: text.to_string() });
        self
    }

    /// Offers the near name, if there is one.
    #[must_use]
    pub fn did_you_mean(self, near: Option<&str>) -> Self {
        match near {
            Some(near) => self.help(format_args!("did you mean `{near}`?")),
            None => self,
        }
    }

    /// Points at another place.
    #[must_use]
    pub fn related(mut self, span: Span, label: impl ToString) -> Self {
        self.related.push((span, label.to_string()));
        self
    }
}

/// Everything found in one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// Adds many.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.list.extend(diagnostics);
    }

    /// Everything, in the order found; after [`settle`](Self::settle), in the order of files.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Applies the project's levels, sorts by file and place, and drops repeats.
    pub fn settle(&mut self, levels: &Levels) {
        self.list.retain_mut(|diagnostic| match levels.of(diagnostic.name).severity() {
            Some(severity) => {
                diagnostic.severity = severity;
                true
            }
            None => false,
        });
        self.list
            .sort_by(|a, b| (&a.span, a.severity, a.name, &a.message).cmp(&(&b.span, b.severity, b.name, &b.message)));
        self.list.dedup();
    }

    /// The files in which something forbids publishing.
    #[must_use]
    pub fn files_with_errors(&self) -> std::collections::BTreeSet<crate::base::SourcePath> {
        let errors = self.list.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        errors.map(|diagnostic| diagnostic.span.path.clone()).collect()
    }

    /// Whether anything forbids publishing.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.errors() > 0
    }

    /// How many errors there are.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.count(Severity::Error)
    }

    /// How many warnings there are.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.list.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(diagnostics: I) -> Self {
        Self { list: diagnostics.into_iter().collect() }
    }
}
