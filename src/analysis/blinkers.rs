//! How much of each journey each department sees.

use crate::base::Id;
use crate::content::front_matter::Owner;
use crate::content::{EntityId, Kind};
use crate::graph::{Graph, Part, Place};

/// What one department sees of one journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The department.
    pub department: EntityId,
    /// The journey.
    pub journey: EntityId,
    /// Steps where it acts in sight of the customer.
    pub direct: Vec<Place>,
    /// Steps where it acts out of sight only.
    pub indirect: Vec<Place>,
    /// How many steps the path has.
    pub steps: usize,
    /// Pains of the steps it sees that it does not own.
    pub pains: Vec<Place>,
}

impl Slice {
    /// How many steps it sees.
    #[must_use]
    pub fn sees(&self) -> usize {
        self.direct.len() + self.indirect.len()
    }
}

/// Cuts every current journey into the slices that departments see; those that see nothing are left out.
#[must_use]
pub fn of(graph: &Graph) -> Vec<Slice> {
    let mut slices = Vec::new();
    for department in graph.in_order(Kind::Department) {
        for (node, journey) in graph.current_journeys() {
            let is_own = |id: &Id| department.id.id == id.as_str();
            let mut slice = Slice {
                department: department.id.clone(),
                journey: node.id.clone(),
                direct: Vec::new(),
                indirect: Vec::new(),
                steps: journey.path().count(),
                pains: Vec::new(),
            };
            for (_, _, id, step) in journey.path() {
                let place = Place::step(&node.id, id);
                if step.frontstage.iter().any(|(who, _)| is_own(&who.value)) {
                    slice.direct.push(place);
                } else if step.backstage.iter().any(|(who, _)| is_own(&who.value)) {
                    slice.indirect.push(place);
                } else {
                    continue;
                }
                let foreign = step.pains.iter().filter(|(_, pain)| match &pain.owner {
                    Owner::Departments(owners) => !owners.iter().any(|owner| is_own(&owner.value)),
                    Owner::Unasked | Owner::Nobody(_) => true,
                });
                slice.pains.extend(
                    foreign.map(|(pain, _)| {
                        Place::part(node.id.clone(), Part::Pain { at: id.clone(), pain: pain.clone() })
                    }),
                );
            }
            if slice.sees() > 0 {
                slices.push(slice);
            }
        }
    }
    slices
}
