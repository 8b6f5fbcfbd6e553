//! A journey to the map that one department sees: the same table, in which what is not its own stands back.

use super::told::Told;
use super::{Rows, Sheet};
use crate::analysis::blinkers::Slice;
use crate::content::front_matter::Owner;
use crate::content::{EntityId, Kind};
use crate::graph::{Node, RouteTarget};
use crate::view::entries::{anchor, entity};
use crate::view::page::{JourneyMap, JourneyMapPage, Link};
use crate::view::scope::{Scope, args};

/// The map of a journey as `department` sees it.
pub(in crate::view) fn page(scope: Scope<'_>, node: &Node, department: &EntityId) -> Option<JourneyMapPage> {
    let journey = scope.entity(&node.id);
    let sheet = Sheet { base: journey.href.clone(), ..Sheet::new(scope, node)? };
    let found = sheet.found().find(|slice| slice.department == *department);
    let lede_html = found.map(|slice| {
        let words = args![
            "department" => anchor(&scope.link(department)),
            "seen" => slice.sees(),
            "steps" => slice.steps,
            "direct" => slice.direct.len(),
            "indirect" => slice.indirect.len(),
        ];
        scope.say_html("map-slice-sees", words)
    });
    let told = sheet.told();
    let map = sheet.seen_by(department, &told);
    let parts = sheet.parts(&map, &told);
    let variants = sheet.variants().into_iter().chain(sheet.slices(Some(department))).collect();
    Some(JourneyMapPage { journey, map, lede_html, parts, variants, picture: None, files: Vec::new() })
}

impl Sheet<'_> {
    fn found(&self) -> impl Iterator<Item = &Slice> {
        self.scope.site.findings.blinkers.iter().filter(|slice| slice.journey == *self.id)
    }

    /// The slices of the journey, but for that of `but`: "Operations: 2 of 9".
    pub(super) fn slices(&self, but: Option<&EntityId>) -> Vec<Link> {
        self.found()
            .filter(|slice| Some(&slice.department) != but)
            .filter_map(|slice| {
                let target = RouteTarget::Slice(self.id.clone(), slice.department.clone());
                let name = self.scope.name(&slice.department);
                let words = args!["department" => name, "seen" => slice.sees(), "steps" => slice.steps];
                Some(Link { href: self.scope.href_to(&target)?, text_html: self.scope.say_html("map-slice", words) })
            })
            .collect()
    }

    fn seen_by(&self, department: &EntityId, told: &Told) -> JourneyMap {
        let mut map = self.map(Rows::All, told);
        for (at, head) in map.heads.iter_mut().enumerate() {
            head.is_dim = !self.sees(department, at);
        }
        for lane in map.groups.iter_mut().flat_map(|group| &mut group.lanes) {
            if !lane.cells.is_empty() {
                lane.looks = (0..lane.cells.len()).map(|at| self.look(department, lane.key, at)).collect();
            }
        }
        map
    }

    /// Whether the department acts in a step, before the customer or behind the scenes.
    fn sees(&self, department: &EntityId, at: usize) -> bool {
        let step = self.step(at);
        step.frontstage.iter().chain(&step.backstage).any(|(who, _)| who.value.as_str() == department.id)
    }

    /// What a cell is to the department: its own, something beside its own work, or out of its sight.
    fn look(&self, department: &EntityId, lane: &str, at: usize) -> &'static str {
        let step = self.step(at);
        let graph = self.scope.graph();
        let owns = |owner: &Owner| match owner {
            Owner::Departments(owners) => owners.iter().any(|owner| owner.value.as_str() == department.id),
            Owner::Unasked | Owner::Nobody(_) => false,
        };
        let is_own = match lane {
            "frontstage" => step.frontstage.iter().any(|(who, _)| who.value.as_str() == department.id),
            "backstage" => step.backstage.iter().any(|(who, _)| who.value.as_str() == department.id),
            "support" => step.support.iter().any(|system| {
                let node = graph.node(&entity(Kind::System, system));
                node.and_then(Node::system).is_some_and(|system| owns(&system.owner))
            }),
            "pains" => step.pains.values().any(|pain| owns(&pain.owner)),
            _ => false,
        };
        match (is_own, self.sees(department, at)) {
            (true, _) => "own",
            (false, true) => "",
            (false, false) => "dim",
        }
    }
}
