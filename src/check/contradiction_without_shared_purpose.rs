//! Touchpoints said to contradict each other that are not even for the same thing.

use crate::base::{Date, Span};
use crate::config::Config;
use crate::content::{EntityId, Kind};
use crate::diagnostic::{Diagnostic, Diagnostics, Name};
use crate::graph::{Entity, Graph, Node};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for node in graph.of_kind(Kind::Touchpoint) {
        let (Some(touchpoint), Entity::Entry(file, _)) = (node.touchpoint(), &node.entity) else { continue };
        for other in &touchpoint.contradicts {
            let id = EntityId::new(Kind::Touchpoint, &other.value);
            let Some(theirs) = graph.node(&id).and_then(Node::touchpoint) else { continue };
            if touchpoint.purpose.is_some() && theirs.purpose != touchpoint.purpose {
                let message =
                    format_args!("`{}` contradicts `{}`, which is for something else", node.id.id, other.value);
                let span = Span::new(&file.path, other.range);
                diagnostics.push(
                    Diagnostic::new(Name::ContradictionWithoutSharedPurpose, span, message)
                        .help("two touchpoints contradict each other when both are for one `purpose`"),
                );
            }
        }
    }
}
