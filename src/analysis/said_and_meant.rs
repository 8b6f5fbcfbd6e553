//! What people said and what it was understood to mean, and needs that no step meets.

use crate::content::Kind;
use crate::graph::{Graph, Part, Place, Relation, verdicts_are_current};

/// The two lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaidAndMeant {
    /// Public evidence that means something else than it says.
    pub evidence: Vec<Place>,
    /// Needs of personas with a current journey that no step of one meets.
    pub unmet: Vec<Place>,
}

/// Finds both.
#[must_use]
pub fn of(graph: &Graph) -> SaidAndMeant {
    let mut found = SaidAndMeant::default();
    for (node, journey) in graph.current_journeys() {
        for (id, evidence) in &journey.evidence {
            let Some(means) = &evidence.means else { continue };
            let says = evidence.says.as_ref().or(evidence.finding.as_ref());
            if says.is_none_or(|says| says.value != means.value) {
                found.evidence.push(Place::part(node.id.clone(), Part::Evidence(id.clone())));
            }
        }
    }
    for node in graph.of_kind(Kind::Persona) {
        let Some(persona) = node.persona() else { continue };
        let lives = graph.sources_of(&node.id, Relation::HeldBy).any(|place| verdicts_are_current(graph, place));
        if !lives {
            continue;
        }
        let needs = persona.needs.keys().map(|need| Place::part(node.id.clone(), Part::Need(need.clone())));
        found.unmet.extend(needs.filter(|need| {
            !graph.incoming(&node.id).any(|edge| {
                edge.relation == Relation::MeetsNeed && edge.to == *need && verdicts_are_current(graph, &edge.from)
            })
        }));
    }
    found
}
