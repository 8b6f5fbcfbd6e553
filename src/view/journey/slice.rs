//! A journey to the map that one department sees: the same table, in which what is not its own stands back.

use super::told::Told;
use super::{Rows, Sheet};
use crate::analysis::blinkers::Slice;
use crate::content::front_matter::{Owner, Ref};
use crate::content::{EntityId, Kind};
use crate::graph::{Node, RouteTarget};
use crate::view::entries::{anchor, entity};
use crate::view::page::{Entries, Entry, JourneyMap, JourneyMapPage, Link};
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
    let mut told = sheet.told();
    for (at, point) in told.points.iter_mut().enumerate() {
        point.is_dim = !sheet.sees(department, at);
    }
    // A way belongs to the step that it leaves.
    for way in &mut told.ways {
        way.is_dim = !sheet.sees(department, way.from);
    }
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
            let look = |(at, cell): (usize, &mut Entries)| {
                let owns = self.owns(department, lane.key, at);
                if owns.contains(&true) {
                    if owns.iter().all(|is_own| *is_own) {
                        return "own";
                    }
                    frame(cell, &owns);
                }
                if self.sees(department, at) { "" } else { "dim" }
            };
            lane.looks = lane.cells.iter_mut().enumerate().map(look).collect();
        }
        map
    }

    /// Whether the department acts in a step, before the customer or behind the scenes.
    fn sees(&self, department: &EntityId, at: usize) -> bool {
        let step = self.step(at);
        step.frontstage.iter().chain(&step.backstage).any(|(who, _)| who.value.as_str() == department.id)
    }

    /// Of each entry in a cell, whether it is the department's own: what it does, owns, or runs.
    fn owns(&self, department: &EntityId, lane: &str, at: usize) -> Vec<bool> {
        let step = self.step(at);
        let graph = self.scope.graph();
        let is_it = |who: &Ref| who.value.as_str() == department.id;
        let owns = |owner: &Owner| match owner {
            Owner::Departments(owners) => owners.iter().any(is_it),
            Owner::Unasked | Owner::Nobody(_) => false,
        };
        match lane {
            "frontstage" => step.frontstage.iter().map(|(who, _)| is_it(who)).collect(),
            "backstage" => step.backstage.iter().map(|(who, _)| is_it(who)).collect(),
            "support" => {
                let system = |system: &Ref| graph.node(&entity(Kind::System, system)).and_then(Node::system);
                step.support.iter().map(|one| system(one).is_some_and(|system| owns(&system.owner))).collect()
            }
            "pains" => step.pains.values().map(|pain| owns(&pain.owner)).collect(),
            _ => Vec::new(),
        }
    }
}

/// Frames the department's own entries in a cell that it shares with others.
fn frame(cell: &mut Entries, owns: &[bool]) {
    let framed =
        |(entry, is_own): (&Entry, &bool)| Entry { tone: if *is_own { "own" } else { entry.tone }, ..entry.clone() };
    *cell = cell.iter().zip(owns).map(framed).collect();
}
