//! Tables whose first row says nothing.

use super::{at, prose};
use crate::base::Date;
use crate::config::Config;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for page in prose(graph) {
        for table in page.document.parsed.body.tables.iter().filter(|table| !table.has_header) {
            diagnostics.push(
                at(page.document, table.range, Name::TableWithoutHeader, "this table has an empty header")
                    .help("say in the first row what each column holds"),
            );
        }
    }
}
