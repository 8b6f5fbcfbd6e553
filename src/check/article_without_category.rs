//! Articles without a category.

use super::{sources, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::Kind;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, common) in sources(graph).filter(|(node, _, _)| node.id.kind == Kind::Article) {
        if common.category.is_none() {
            diagnostics.push(
                whole(document, common, Name::ArticleWithoutCategory, "this article has no category")
                    .help("add `category:` with one of `vocab/categories.yaml`"),
            );
        }
    }
}
