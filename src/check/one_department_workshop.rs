//! Workshops that only one department took part in.

use super::{at, sources};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::EventForm;
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::Graph;

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (node, document, _) in sources(graph) {
        let Some(event) = node.event().filter(|event| event.form == Some(EventForm::Workshop)) else { continue };
        if let [(department, _)] = event.participants.as_slice() {
            let message = format_args!("only `{}` took part in this workshop", department.value);
            diagnostics.push(
                at(document, department.range, Name::OneDepartmentWorkshop, message)
                    .help("a journey crosses departments: invite those before and after, or name them here"),
            );
        }
    }
}
