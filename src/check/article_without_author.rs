//! Articles without an author.

use super::{sources, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::Kind;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, common) in sources(graph).filter(|(node, _, _)| node.id.kind == Kind::Article) {
        if common.authors.is_empty() {
            diagnostics.push(
                whole(document, common, Name::ArticleWithoutAuthor, "this article has no author")
                    .help("add `authors:` with at least one of `vocab/authors.yaml`"),
            );
        }
    }
}
