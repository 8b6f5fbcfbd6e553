//! Journeys below the lifecycle that no step of a larger journey leads into.

use super::{journeys, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::{JourneyLevel, JourneyState};
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{Graph, Relation};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (node, document, journey) in journeys(graph) {
        let is_expected = matches!(journey.level, Some(JourneyLevel::Macro | JourneyLevel::Micro));
        let stands_in = journey.state == Some(JourneyState::Future) && journey.compares_with.is_some();
        let has_parent = journey.parent.is_some() || graph.sources_of(&node.id, Relation::ZoomsInto).next().is_some();
        if is_expected && !has_parent && !stands_in {
            diagnostics.push(
                whole(document, &journey.common, Name::MissingParent, "this journey has no parent")
                    .help("add `parent: journey#step` with the step of a larger journey that it looks closer at"),
            );
        }
    }
}
