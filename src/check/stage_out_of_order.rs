//! Journeys whose stages go backwards; one way round is allowed where the lifecycle loops.

use super::{at, journeys};
use crate::base::Date;
use crate::config::Config;
use crate::content::{EntityId, Kind};
use crate::diagnostic::{Diagnostics, Name};
use crate::graph::{Graph, Node};

/// Reports them.
pub(super) fn check(graph: &Graph, _: &Config, _: Date, diagnostics: &mut Diagnostics) {
    for (_, document, journey) in journeys(graph) {
        let Some(lifecycle) = &journey.lifecycle else { continue };
        let lifecycle = EntityId::new(Kind::Lifecycle, &lifecycle.value);
        let Some(known) = graph.node(&lifecycle).and_then(Node::lifecycle) else { continue };
        let stages: Vec<&str> = known.lobes.values().flatten().map(|stage| stage.value.as_str()).collect();
        let position = |name: &str| stages.iter().position(|stage| *stage == name);
        let mut before: Option<(usize, &str)> = None;
        let mut may_wrap = known.loops;
        for (id, phase) in &journey.phases {
            let Some(stage) = &phase.stage else { continue };
            let Some(here) = position(stage.value.as_str()) else { continue };
            if let Some((last, name)) = before
                && here < last
            {
                // Renewal is the crossing from owning back to buying: from the second half to the first.
                let is_wrap = last >= stages.len() / 2 && here < stages.len() / 2;
                if may_wrap && is_wrap {
                    may_wrap = false;
                } else {
                    let message = format_args!("phase `{id}` goes back to stage `{}`, after `{name}`", stage.value);
                    diagnostics.push(at(document, stage.range, Name::StageOutOfOrder, message).help(
                        // The order of a journey is that of its text, and some formatters put keys in theirs.
                        if journey.phases.len() > 2 && journey.phases.keys().is_sorted() {
                            "the phases stand in the order of their ids, as a formatter sorts them: put them back in the order of the journey, and keep that formatter from this file"
                        } else {
                            "put the phases in the order of the stages, or give this one another stage"
                        },
                    ));
                }
            }
            before = Some((here, stage.value.as_str()));
        }
    }
}
