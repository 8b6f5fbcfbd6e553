//! A label of the curve to the place beside its point where fewest lines strike it.
//!
//! It stands above a point that is not lower than its neighbours, else below. Where a line would run
//! through it, this journey's or the one it is compared with, it moves along its column, or to the other
//! side of the point.

use super::COLUMN;

/// Points along every line of a drawing, in the order of their columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Lines {
    points: Vec<(f64, f64)>,
}

/// A label to place. Lengths run from left to right, whatever the script.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    /// The point it belongs to.
    pub(super) point: (f64, f64),
    /// How far from the point its words start.
    pub(super) reach: f64,
    /// How wide it is, and how many lines it has.
    pub(super) width: f64,
    pub(super) lines: u8,
    /// Whether it stands above, where nothing is in its way.
    pub(super) is_above: bool,
    /// Whether that side is the only one.
    pub(super) is_bound: bool,
}

/// Where a label stands: the middle of its first line, and on which side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Place {
    pub(super) x: f64,
    pub(super) baseline: f64,
    pub(super) is_above: bool,
}

/// From one line to the next.
pub(super) const LINE: f64 = 13.0;
/// Half of a line that is drawn, and a little air.
const AIR: f64 = 3.0;

impl Lines {
    /// Adds the cubics from `start` on.
    pub(super) fn add(&mut self, start: (f64, f64), cubics: &[[(f64, f64); 3]]) {
        let mut from = start;
        self.points.push(from);
        for [a, b, to] in cubics {
            for step in 1..=12_u8 {
                let t = f64::from(step) / 12.0;
                let s = 1.0 - t;
                let at = |from: f64, a: f64, b: f64, to: f64| {
                    s * s * s * from + 3.0 * s * s * t * a + 3.0 * s * t * t * b + t * t * t * to
                };
                self.points.push((at(from.0, a.0, b.0, to.0), at(from.1, a.1, b.1, to.1)));
            }
            from = *to;
        }
    }

    /// How many points lie in the box.
    fn within(&self, (left, right): (f64, f64), (top, bottom): (f64, f64)) -> usize {
        let is_in = |(x, y): &&(f64, f64)| (left..right).contains(x) && (top..bottom).contains(y);
        self.points.iter().filter(is_in).count()
    }
}

impl Label {
    /// The best of its places; the first of those that are equally good.
    pub(super) fn place(&self, lines: &Lines) -> Place {
        let near = |(x, _): &&(f64, f64)| (x - self.point.0).abs() < COLUMN;
        let lines = Lines { points: lines.points.iter().filter(near).copied().collect() };
        // A label never leaves its column, so that two of them never meet.
        let room = ((COLUMN - 8.0 - self.width) / 2.0).max(0.0);
        let aside = room.min(self.width / 2.0);
        let sides = [self.is_above, !self.is_above];
        let sides = &sides[..if self.is_bound { 1 } else { 2 }];
        let places = [0.0, aside / 2.0, -aside / 2.0, aside, -aside]
            .into_iter()
            .flat_map(|shift| sides.iter().map(move |is_above| (shift, *is_above)))
            .map(|(shift, is_above)| self.at(shift, is_above));
        let struck = |place: &Place| {
            let half = self.width / 2.0;
            let further = LINE * f64::from(self.lines.saturating_sub(1));
            let (up, down) = if place.is_above { (further, 0.0) } else { (0.0, further) };
            lines.within(
                (place.x - half - AIR, place.x + half + AIR),
                (place.baseline - 9.0 - up - AIR, place.baseline + 2.0 + down + AIR),
            )
        };
        let mut least: Option<(usize, Place)> = None;
        for place in places {
            let strikes = struck(&place);
            if strikes == 0 {
                return place;
            }
            if least.is_none_or(|(fewest, _)| strikes < fewest) {
                least = Some((strikes, place));
            }
        }
        least.map_or_else(|| self.at(0.0, self.is_above), |(_, place)| place)
    }

    fn at(&self, shift: f64, is_above: bool) -> Place {
        let (x, y) = self.point;
        let baseline = if is_above { y - self.reach } else { y + self.reach + 9.0 };
        Place { x: x + shift, baseline, is_above }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label() -> Label {
        Label { point: (88.0, 84.0), reach: 16.0, width: 60.0, lines: 1, is_above: true, is_bound: false }
    }

    fn straight(from: (f64, f64), to: (f64, f64)) -> Lines {
        let at = |part: f64| (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
        let mut lines = Lines::default();
        lines.add(from, &[[at(1.0 / 3.0), at(2.0 / 3.0), to]]);
        lines
    }

    #[test]
    fn a_label_that_no_line_strikes_stands_above_the_middle_of_its_point() {
        assert_eq!(label().place(&Lines::default()), Place { x: 88.0, baseline: 68.0, is_above: true });
    }

    #[test]
    fn a_label_goes_below_where_a_line_runs_above() {
        assert!(!label().place(&straight((0.0, 64.0), (176.0, 64.0))).is_above);
        let bound = Label { is_bound: true, ..label() };
        assert!(bound.place(&straight((0.0, 64.0), (176.0, 64.0))).is_above);
    }

    #[test]
    fn a_label_makes_way_for_a_line_that_rises_through_its_point() {
        for (line, falls) in [(((0.0, 124.0), (176.0, 44.0)), false), (((0.0, 44.0), (176.0, 124.0)), true)] {
            let place = label().place(&straight(line.0, line.1));
            assert!((place.x - 88.0).abs() > 1.0, "{place:?}");
            assert_eq!((place.x > 88.0) == place.is_above, falls, "{place:?}");
        }
    }

    #[test]
    fn a_label_as_wide_as_its_column_stays_where_it_is() {
        let wide = Label { width: 170.0, is_bound: true, ..label() };
        assert!((wide.place(&straight((0.0, 124.0), (176.0, 44.0))).x - 88.0).abs() < 0.01);
    }
}
