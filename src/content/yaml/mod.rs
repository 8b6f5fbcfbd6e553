//! YAML to a tree of [`Node`]s with places, and its syntax errors to named problems.
//!
//! serde-saphyr reads once, into an untyped tree; the typed readers walk that tree and can report
//! every fault of a file, where a derived struct would stop at the first. What YAML itself cannot
//! read ends the file with one problem, placed and put into plain words ([`syntax`]).

mod comments;
mod node;
mod syntax;
mod written;

pub use comments::comments;
pub use node::{Key, Node, Scalar, Value};
pub use written::places;

use crate::base::{SourcePath, TextRange};
use crate::diagnostic::Diagnostic;

/// Reads the YAML that stands at `range` of `text`; `None` with problems if it is none.
///
/// All places are bytes of the whole file. Nothing at all, or only comments, is an empty map.
///
/// # Errors
///
/// What YAML cannot read, in plain words.
pub fn parse(path: &SourcePath, text: &str, range: TextRange) -> Result<Node, Vec<Diagnostic>> {
    let invisible = syntax::invisible_indentation(path, text, range);
    if !invisible.is_empty() {
        return Err(invisible);
    }
    node::read(text, range).map_err(|fault| vec![syntax::explain(path, text, range, &fault)])
}
