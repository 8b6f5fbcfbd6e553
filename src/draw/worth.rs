//! Opportunities by what they take and what they are worth, to a grid of five by five. The numbers in it are those of the
//! list below, which says everything in words.

use std::collections::BTreeMap;

use super::svg::{Frame, Svg, number};
use crate::base::Direction;

const CELL: f64 = 72.0;
const LEFT: f64 = 34.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 46.0;
const WIDTH: f64 = LEFT + 5.0 * CELL + 8.0;
const HEIGHT: f64 = TOP + 5.0 * CELL + BOTTOM;
const RADIUS: f64 = 11.5;
/// Where marks of one cell stand, so that none hides another; more than these share the last place.
const PLACES: [(f64, f64); 9] = [
    (0.0, 0.0),
    (-23.0, -23.0),
    (23.0, 23.0),
    (23.0, -23.0),
    (-23.0, 23.0),
    (0.0, -23.0),
    (0.0, 23.0),
    (-23.0, 0.0),
    (23.0, 0.0),
];

/// The grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// What runs to the right, and what runs up.
    pub axes: [String; 2],
    /// The digits from 1 to 5, as the reader writes them.
    pub digits: [String; 5],
    /// The marks.
    pub marks: Vec<Mark>,
    /// Which way text runs.
    pub direction: Direction,
}

/// An opportunity.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its number in the list.
    pub number: String,
    /// What it takes, from 1 to 5.
    pub effort: u8,
    /// What customers gain, from 1 to 5.
    pub worth: u8,
    /// Whether nobody is to do it.
    pub is_unowned: bool,
}

impl Worth {
    /// Draws it, hidden from assistive technology; nothing without marks.
    #[must_use]
    pub fn svg(&self) -> String {
        if self.marks.is_empty() {
            return String::new();
        }
        let mut svg = Svg::new(WIDTH, self.direction);
        let column = |effort: u8| LEFT + (f64::from(effort.clamp(1, 5)) - 0.5) * CELL;
        let row = |worth: u8| TOP + (5.5 - f64::from(worth.clamp(1, 5))) * CELL;
        // Two by two cells: little effort, much worth.
        let corner = svg.x(LEFT).min(svg.x(LEFT + 2.0 * CELL));
        let (x, y, side) = (number(corner), number(TOP), number(2.0 * CELL));
        svg.empty("rect", &[("class", "worth-corner"), ("x", &x), ("y", &y), ("width", &side), ("height", &side)]);
        for line in 0..=5_u8 {
            let at = f64::from(line) * CELL;
            let (from, to) = (number(svg.x(LEFT)), number(svg.x(LEFT + 5.0 * CELL)));
            svg.line("worth-grid", &format!("M{from} {}H{to}", number(TOP + at)));
            svg.line(
                "worth-grid",
                &format!("M{} {}V{}", number(svg.x(LEFT + at)), number(TOP), number(TOP + 5.0 * CELL)),
            );
        }
        for (value, digit) in (1..=5).zip(&self.digits) {
            svg.text("worth-digit", (svg.x(column(value)), TOP + 5.0 * CELL + 17.0), "middle", digit);
            svg.text("worth-digit", (svg.x(LEFT - 14.0), row(value) + 4.0), "middle", digit);
        }
        let [right, up] = &self.axes;
        svg.text("worth-axis", (svg.x(LEFT), TOP - 12.0), "start", up);
        svg.text("worth-axis", (svg.x(LEFT + 5.0 * CELL), TOP + 5.0 * CELL + 37.0), "end", right);
        let mut taken: BTreeMap<(u8, u8), usize> = BTreeMap::new();
        for mark in &self.marks {
            let index = taken.entry((mark.effort, mark.worth)).or_default();
            let (aside, down) = PLACES[(*index).min(PLACES.len() - 1)];
            *index += 1;
            let (x, y) = (svg.x(column(mark.effort) + aside), row(mark.worth) + down);
            let class = if mark.is_unowned { "worth-mark unowned" } else { "worth-mark" };
            let (cx, cy, r) = (number(x), number(y), number(RADIUS));
            let dashes = if mark.is_unowned { "3 3" } else { "" };
            svg.empty(
                "circle",
                &[
                    ("class", class),
                    ("cx", &cx),
                    ("cy", &cy),
                    ("r", &r),
                    ("fill", "none"),
                    ("stroke", "currentColor"),
                    ("stroke-dasharray", dashes),
                ],
            );
            svg.text("worth-number", (x, y + 4.5), "middle", &mark.number);
        }
        svg.finish(&Frame::repeating("worth", [0.0, 0.0, WIDTH, HEIGHT]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(marks: &[(u8, u8)], direction: Direction) -> String {
        let mark = |(index, (effort, worth)): (usize, &(u8, u8))| Mark {
            number: (index + 1).to_string(),
            effort: *effort,
            worth: *worth,
            is_unowned: index == 0,
        };
        Worth {
            axes: ["effort".into(), "worth".into()],
            digits: ["1", "2", "3", "4", "5"].map(str::to_owned),
            marks: marks.iter().enumerate().map(mark).collect(),
            direction,
        }
        .svg()
    }

    #[test]
    fn little_effort_is_where_reading_starts_and_much_worth_is_up() {
        let svg = grid(&[(1, 5), (5, 1)], Direction::Ltr);
        assert!(svg.contains("cx=\"70.0\" cy=\"66.0\"") && svg.contains("cx=\"358.0\" cy=\"354.0\""), "{svg}");
        let mirrored = grid(&[(1, 5)], Direction::Rtl);
        assert!(mirrored.contains("cx=\"332.0\" cy=\"66.0\""), "{mirrored}");
    }

    #[test]
    fn no_two_of_nine_marks_in_a_cell_touch() {
        for (index, (x, y)) in PLACES.iter().enumerate() {
            for (a, b) in &PLACES[index + 1..] {
                assert!((x - a).hypot(y - b) >= 2.0 * RADIUS - 1e-9, "{x} {y} and {a} {b}");
            }
            let side = x.abs().max(y.abs()) + RADIUS;
            assert!(side <= CELL / 2.0, "{x} {y} leaves its cell");
        }
    }

    #[test]
    fn what_nobody_owns_is_dashed() {
        let svg = grid(&[(2, 2), (2, 2)], Direction::Ltr);
        assert_eq!(svg.matches("stroke-dasharray").count(), 1, "{svg}");
        assert_eq!(grid(&[], Direction::Ltr), "");
    }
}
