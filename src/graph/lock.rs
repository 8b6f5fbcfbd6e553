//! A file that keeps what was published to its lines, and a page to the names under which it stands there.

use crate::base::{SourcePath, Span, TextRange};
use crate::content::EntityId;
use crate::content::front_matter::Common;
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::source::SourceSet;
use crate::translation::SubjectId;

/// What a line of such a file is.
pub(super) struct Line {
    /// What people are told that a line is not: “no page and anchor”.
    pub(super) is_no: &'static str,
    /// One that is right.
    pub(super) example: &'static str,
}

/// Hands each line to `take`, with its place; one that is not taken is reported.
pub(super) fn read(
    sources: &SourceSet,
    path: &str,
    form: &Line,
    diagnostics: &mut Diagnostics,
    mut take: impl FnMut(&str, TextRange) -> bool,
) {
    let path = SourcePath::new(path);
    if let Some(Err(at)) = sources.get(&path).map(|file| file.text()) {
        let problem = Diagnostic::new(Name::NotUtf8, Span::file(&path), format_args!("byte {at} is not UTF-8"));
        diagnostics.push(problem.help("bring the file back from version control, or save it as UTF-8"));
    }
    let mut start = 0;
    for line in sources.text(&path).unwrap_or_default().split_inclusive('\n') {
        let written = line.trim();
        let place = TextRange::new(start, start + line.trim_end().len());
        start += line.len();
        if written.is_empty() || written.starts_with('#') || take(written, place) {
            continue;
        }
        let message = format_args!("this is {}", form.is_no);
        let problem = Diagnostic::new(Name::MalformedConfiguration, Span::new(&path, place), message);
        diagnostics.push(problem.help(format_args!(
            "each line is like `{}`; after a merge keep the lines of both sides and delete its marks",
            form.example
        )));
    }
}

/// The names of a page in such a file: that of its id, then those of the ids that it has had.
pub(super) fn names<'a>(id: &'a EntityId, common: Option<&'a Common>) -> impl Iterator<Item = String> + 'a {
    let former = common.and_then(|common| common.renamed_from.get("")).into_iter().flatten();
    let former = former.map(|former| EntityId::new(id.kind, former.value.as_str()));
    [id.clone()].into_iter().chain(former).map(|id| SubjectId::Document(id).to_string())
}
