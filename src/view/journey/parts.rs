//! A map to pieces that fit on paper: browsers do not split a table sideways.
//!
//! Whole phases go into a piece while it has at most [`COLUMNS`] steps; only a phase that is longer
//! than that is split. The curve is that of the whole journey, so it runs on from piece to piece.

use std::ops::Range;

use super::Sheet;
use super::told::Told;
use crate::view::page::{Html, JourneyMap, Lane, LaneGroup, PhaseHead};
use crate::view::scope::args;

/// How many steps fit beside each other on a sheet.
const COLUMNS: usize = 6;

/// A stretch of a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stretch {
    phase: usize,
    steps: usize,
    continues: bool,
}

/// Phases of the given lengths, packed in order.
fn packed(phases: &[usize]) -> Vec<Vec<Stretch>> {
    let mut pieces: Vec<Vec<Stretch>> = Vec::new();
    let mut taken = COLUMNS;
    for (phase, length) in phases.iter().enumerate() {
        let mut left = *length;
        while left > 0 {
            let is_whole = left == *length;
            if taken == COLUMNS || (is_whole && taken + left > COLUMNS) {
                pieces.push(Vec::new());
                taken = 0;
            }
            let steps = left.min(COLUMNS - taken);
            if let Some(piece) = pieces.last_mut() {
                piece.push(Stretch { phase, steps, continues: !is_whole });
            }
            taken += steps;
            left -= steps;
        }
    }
    pieces
}

impl Sheet<'_> {
    /// The pieces of `map`; none if it fits on a sheet as it is, or nobody will print it.
    pub(super) fn parts(&self, map: &JourneyMap, told: &Told) -> Vec<JourneyMap> {
        if map.steps <= COLUMNS || !self.scope.site.has_paper {
            return Vec::new();
        }
        let spans: Vec<usize> = map.phases.iter().map(|phase| phase.span).collect();
        let pieces = packed(&spans);
        let count = pieces.len();
        let mut start = 0;
        let mut parts = Vec::with_capacity(count);
        for (index, piece) in pieces.iter().enumerate() {
            let end = start + piece.iter().map(|stretch| stretch.steps).sum::<usize>();
            parts.push(self.part(map, told, piece, start..end, (index + 1, count)));
            start = end;
        }
        parts
    }

    fn part(
        &self,
        map: &JourneyMap,
        told: &Told,
        piece: &[Stretch],
        columns: Range<usize>,
        (number, count): (usize, usize),
    ) -> JourneyMap {
        let phase = |stretch: &Stretch| {
            let whole = map.phases[stretch.phase].clone();
            let name_html = if stretch.continues {
                self.scope.say_html("map-continued", args!["phase" => whole.name_html])
            } else {
                whole.name_html
            };
            PhaseHead { span: stretch.steps, name_html, ..whole }
        };
        let lane = |lane: &Lane| Lane {
            key: lane.key,
            label: lane.label.clone(),
            svg_html: lane.svg_html.as_ref().and_then(|_| self.drawn_again(told, lane.key, columns.clone())),
            cells: lane.cells.get(columns.clone()).map(<[_]>::to_vec).unwrap_or_default(),
            looks: lane.looks.get(columns.clone()).map(<[_]>::to_vec).unwrap_or_default(),
        };
        let is_said = |lane: &Lane| lane.svg_html.is_some() || !lane.cells.is_empty();
        let group = |group: &LaneGroup| LaneGroup {
            key: group.key,
            line: group.line,
            label: group.label.clone(),
            lanes: group.lanes.iter().map(lane).filter(is_said).collect(),
        };
        let words = args![
            "journey" => self.scope.name(self.id),
            "part" => number,
            "parts" => count,
            "from" => columns.start + 1,
            "to" => columns.end,
        ];
        JourneyMap {
            steps: columns.len(),
            caption_html: self.scope.say_html("map-part", words),
            phases: piece.iter().map(phase).collect(),
            heads: map.heads[columns.clone()].to_vec(),
            groups: map.groups.iter().map(group).collect(),
            notes: if number == count { map.notes.clone() } else { Vec::new() },
            legend: if number == count { map.legend.clone() } else { Vec::new() },
            in_words: String::new(),
            quotes: map.quotes.clone(),
            foot: map.foot.clone(),
        }
    }

    fn drawn_again(&self, told: &Told, lane: &str, columns: Range<usize>) -> Option<Html> {
        if lane == "curve" { self.curve(told, Some(columns)) } else { self.off_path(told, Some(columns)) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lengths(phases: &[usize]) -> Vec<Vec<(usize, usize)>> {
        let short = |piece: Vec<Stretch>| piece.iter().map(|stretch| (stretch.phase, stretch.steps)).collect();
        packed(phases).into_iter().map(short).collect()
    }

    #[test]
    fn whole_phases_share_a_sheet_while_there_is_room() {
        assert_eq!(lengths(&[3, 2, 2, 2]), [vec![(0, 3), (1, 2)], vec![(2, 2), (3, 2)]]);
        assert_eq!(lengths(&[6, 6]), [[(0, 6)], [(1, 6)]]);
    }

    #[test]
    fn a_phase_longer_than_a_sheet_goes_on_on_the_next() {
        assert_eq!(lengths(&[2, 8, 3]), [vec![(0, 2)], vec![(1, 6)], vec![(1, 2), (2, 3)]]);
        assert!(packed(&[8])[1][0].continues && !packed(&[8])[0][0].continues);
    }

    proptest! {
        #[test]
        fn every_step_is_on_exactly_one_sheet(phases in proptest::collection::vec(0..13_usize, 0..9)) {
            let pieces = packed(&phases);
            let of = |phase: usize| {
                pieces.iter().flatten().filter(|one| one.phase == phase).map(|one| one.steps).sum::<usize>()
            };
            for (phase, length) in phases.iter().enumerate() {
                prop_assert_eq!(of(phase), *length);
            }
            for piece in &pieces {
                let steps: usize = piece.iter().map(|stretch| stretch.steps).sum();
                prop_assert!((1..=COLUMNS).contains(&steps));
            }
        }
    }
}
