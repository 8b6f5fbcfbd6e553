//! Journeys below the lifecycle that no step of a larger journey leads into.

use super::{journeys, whole};
use crate::base::Date;
use crate::config::Config;
use crate::content::front_matter::{Journey, JourneyLevel, JourneyState, Ref};
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{Graph, Relation};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (node, document, journey) in journeys(graph) {
        let is_expected = matches!(journey.level, Some(JourneyLevel::Macro | JourneyLevel::Micro));
        let stands_in = journey.state == Some(JourneyState::Future) && journey.compares_with.is_some();
        let has_parent = journey.parent.is_some() || graph.sources_of(&node.id, Relation::ZoomsInto).next().is_some();
        if is_expected && !has_parent && !stands_in {
            let help = match larger(graph, journey) {
                Some(step) => format!("add `parent: {step}`, or whichever step of a larger journey it looks closer at"),
                None => {
                    "no larger journey uses this lifecycle yet: write one with `level: lifecycle`, and name its step \
                         here with `parent: journey#step`"
                        .to_owned()
                }
            };
            diagnostics
                .push(whole(document, &journey.common, Name::MissingParent, "this journey has no parent").help(help));
        }
    }
}

/// A step of a larger journey of the same lifecycle: at the stage where `journey` starts, else its first.
fn larger(graph: &Graph, journey: &Journey) -> Option<String> {
    let level = |journey: &Journey| match journey.level {
        Some(JourneyLevel::Lifecycle) => 0,
        Some(JourneyLevel::Macro) => 1,
        Some(JourneyLevel::Micro) | None => 2,
    };
    let lifecycle = |journey: &Journey| journey.lifecycle.as_ref().map(|lifecycle| lifecycle.value.clone());
    let starts_at = journey.phases.values().next().and_then(|phase| phase.stage.as_ref());
    let larger = graph.journeys().filter(|(node, other)| {
        let is_larger = level(other) < level(journey) && lifecycle(other) == lifecycle(journey);
        is_larger && !node.is_archived() && other.state == Some(JourneyState::Current)
    });
    let steps = larger.flat_map(|(node, other)| other.path().map(move |(_, phase, step, _)| (node, phase, step)));
    let steps: Vec<_> = steps.collect();
    let is_here = |stage: Option<&Ref>| stage.zip(starts_at).is_some_and(|(one, other)| one == other);
    let found = steps.iter().find(|(_, phase, _)| is_here(phase.stage.as_ref())).or(steps.first());
    found.map(|(node, _, step)| format!("{}#{step}", node.id.id))
}
