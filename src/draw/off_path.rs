//! Deviations to the row below the curve that shows where people leave the path.
//!
//! Each takes the columns from where it leaves to where it comes back, and the first level in
//! which no other needs one of them; the shortest are placed first, nearest to the path.
//!
//! A way goes straight down to its level before it turns, so that many that leave one step share one
//! stem, and none runs through the words of a level above its own: those stand on a plate.

use super::COLUMN;
use super::svg::{Frame, Svg, number, pair, polygon};
use super::words::{Weight, fitted, width};
use crate::base::Direction;

/// From one level to the next, and how far down the first reaches.
const LEVEL: f64 = 44.0;
const FIRST: f64 = 40.0;
/// Where ways leave the path, and come back to it.
const TOP: f64 = 8.0;
/// How far down a way turns to the side, and how far along.
const TURN: (f64, f64) = (32.0, 88.0);
/// How much of a turn the handles of a cubic take that looks like a quarter of an ellipse.
const ROUND: f64 = 0.5523;

/// All deviations of a map.
#[derive(Clone, Debug)]
pub struct OffPath<'a> {
    /// How many columns the map has.
    pub columns: usize,
    /// The ways off the path.
    pub ways: &'a [Way],
    /// Which way columns run.
    pub direction: Direction,
    /// The columns to show, for a part of a map; ways go on beyond its edges.
    pub window: Option<std::ops::Range<usize>>,
}

/// One way off the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The column it leaves from.
    pub from: usize,
    /// Where it leads.
    pub back: WayBack,
    /// How many take it, in thousandths, if that is known.
    pub share: Option<u32>,
    /// What to call it: `40 % repeat`.
    pub label: String,
    /// Whether it stands back behind the others.
    pub is_dim: bool,
}

/// Where a way off the path leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayBack {
    /// To the column given, which may be the one it left from, or an earlier one.
    To(usize),
    /// Out of the journey.
    Never,
}

impl Way {
    fn interval(&self) -> (usize, usize) {
        match self.back {
            WayBack::To(back) => (self.from.min(back), self.from.max(back)),
            WayBack::Never => (self.from, self.from),
        }
    }
}

/// The level of each way, from 0; two of one level share no column.
fn levels(ways: &[Way]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..ways.len()).collect();
    order.sort_by_key(|way| {
        let (start, end) = ways[*way].interval();
        (end - start, start)
    });
    let mut taken: Vec<Vec<(usize, usize)>> = Vec::new();
    let mut levels = vec![0; ways.len()];
    for way in order {
        let (start, end) = ways[way].interval();
        let is_free = |level: &Vec<(usize, usize)>| level.iter().all(|(from, to)| end < *from || *to < start);
        let level = taken.iter().position(is_free).unwrap_or(taken.len());
        if level == taken.len() {
            taken.push(Vec::new());
        }
        taken[level].push((start, end));
        levels[way] = level;
    }
    levels
}

impl OffPath<'_> {
    /// Draws it; nothing if nobody leaves the path. Hidden from assistive technology: the cells
    /// say the same.
    #[must_use]
    pub fn svg(&self) -> String {
        let ways: Vec<Way> = self.ways.iter().filter(|way| way.interval().1 < self.columns).cloned().collect();
        if ways.is_empty() {
            return String::new();
        }
        let mut svg = Svg::new(column(self.columns) - COLUMN / 2.0, self.direction);
        let levels = levels(&ways);
        // What stands back is drawn first, and words last, so that no line runs over them.
        let in_order = |is_dim: bool| ways.iter().zip(&levels).filter(move |(way, _)| way.is_dim == is_dim);
        for (way, level) in in_order(true).chain(in_order(false)) {
            standing(&mut svg, way, |svg| draw(svg, way, *level));
        }
        for (way, level) in ways.iter().zip(&levels) {
            standing(&mut svg, way, |svg| label(svg, way, *level));
        }
        let height = levels.iter().map(|level| bottom(*level) + 24.0).fold(0.0, f64::max);
        let window = self.window.clone().unwrap_or(0..self.columns);
        let edge = |at: usize| svg.x(column(at) - COLUMN / 2.0);
        let (from, to) = (edge(window.start), edge(window.end));
        let view_box = [from.min(to), 0.0, (to - from).abs(), height];
        svg.finish(&Frame { fills_columns: true, ..Frame::repeating("off-path", view_box) })
    }
}

/// Draws a part of a way, in a group of its own if it stands back.
fn standing(svg: &mut Svg, way: &Way, draw: impl FnOnce(&mut Svg)) {
    if !way.is_dim {
        return draw(svg);
    }
    svg.start("g", &[("class", "dim")]);
    draw(svg);
    svg.end("g");
}

#[allow(clippy::cast_precision_loss, reason = "columns are few")]
fn column(index: usize) -> f64 {
    (index as f64 + 0.5) * COLUMN
}

/// How far down a level reaches.
#[allow(clippy::cast_precision_loss, reason = "levels are few")]
fn bottom(level: usize) -> f64 {
    FIRST + LEVEL * level as f64
}

fn draw(svg: &mut Svg, way: &Way, level: usize) {
    let from = svg.x(column(way.from));
    let low = bottom(level);
    let forward = if svg.x(1.0) > svg.x(0.0) { 1.0 } else { -1.0 };
    match way.back {
        WayBack::To(back) if back == way.from => {
            // A drop that hangs on the stem below the words of the level above.
            let top = if level == 0 { TOP } else { low - 22.0 };
            let deep = (low - top / 4.0 - 0.5) / 0.75;
            let (out, home) = (from + 70.0 * forward, from - 70.0 * forward);
            let end = from - 4.0 * forward;
            let stem = if level == 0 { String::new() } else { format!("V{}", number(top)) };
            let drop = format!("C{} {} {}", pair(out, deep), pair(home, deep), pair(end, top + 4.0));
            stroke(svg, way, &format!("M{}{stem}{drop}", pair(from, TOP)));
            head(svg, end, top);
        }
        WayBack::To(back) => {
            let to = svg.x(column(back));
            let side = if to > from { 1.0 } else { -1.0 };
            let (down, along) = (TURN.0, TURN.1.min((to - from).abs() / 2.0) * side);
            let (high, near) = (low - down, 1.0 - ROUND);
            let turn = format!(
                "C{} {} {}",
                pair(from, high + down * ROUND),
                pair(from + along * near, low),
                pair(from + along, low)
            );
            let turn_back =
                format!("C{} {} {}", pair(to - along * near, low), pair(to, high + down * ROUND), pair(to, high));
            let across =
                if (to - from).abs() > 2.0 * TURN.1 { format!("H{}", number(to - along)) } else { String::new() };
            let stem = if level == 0 { String::new() } else { format!("V{}", number(high)) };
            stroke(svg, way, &format!("M{}{stem}{turn}{across}{turn_back}V14.0", pair(from, TOP)));
            head(svg, to, TOP);
        }
        WayBack::Never => {
            stroke(svg, way, &format!("M{}V{}", pair(from, TOP), number(low)));
            svg.empty(
                "path",
                &[
                    ("class", "off-path-exit"),
                    ("d", &format!("M{}H{}", pair(from - 9.0, low), number(from + 9.0))),
                    ("fill", "none"),
                    ("stroke", "currentColor"),
                    ("stroke-width", "3"),
                ],
            );
        }
    }
}

/// Dashed, and as wide as many take the way.
fn stroke(svg: &mut Svg, way: &Way, d: &str) {
    let share = f64::from(way.share.unwrap_or_default().min(1000)) / 1000.0;
    svg.empty(
        "path",
        &[
            ("class", "off-path-line"),
            ("d", d),
            ("fill", "none"),
            ("stroke", "currentColor"),
            ("stroke-dasharray", "6 4"),
            ("stroke-width", &number(1.5 + 6.0 * share)),
        ],
    );
}

fn head(svg: &mut Svg, x: f64, tip: f64) {
    let d = polygon(&[(x - 5.0, tip + 9.0), (x, tip), (x + 5.0, tip + 9.0)]);
    svg.empty("path", &[("class", "off-path-head"), ("d", &d), ("fill", "currentColor")]);
}

/// Under the lowest point of a way, so that the words of one level stand in one row; the ways of a
/// level share no column, and no label is wider than one. The plate hides the stems of deeper levels.
fn label(svg: &mut Svg, way: &Way, level: usize) {
    let (start, end) = way.interval();
    let x = svg.x(f64::midpoint(column(start), column(end)));
    let words = fitted(&way.label, Weight::Bold, 12.0, COLUMN - 6.0);
    let wide = width(&words, Weight::Bold, 12.0) + 4.0;
    let line = bottom(level) + 17.0;
    svg.empty(
        "rect",
        &[
            ("class", "off-path-plate"),
            ("x", &number(x - wide / 2.0)),
            ("y", &number(line - 11.5)),
            ("width", &number(wide)),
            ("height", "15.5"),
            ("fill", "none"),
        ],
    );
    svg.text("off-path-label", (x, line), "middle", &words);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn way(from: usize, back: WayBack) -> Way {
        Way { from, back, share: Some(400), label: "40 % <x>".into(), is_dim: false }
    }

    fn draw_all(ways: &[Way], direction: Direction) -> String {
        OffPath { columns: 5, ways, direction, window: None }.svg()
    }

    #[test]
    fn three_shapes_tell_three_ways_apart() {
        let ways = [way(1, WayBack::To(3)), way(1, WayBack::To(1)), way(4, WayBack::Never)];
        let svg = draw_all(&ways, Direction::Ltr);
        let arc = "V52.0C264.0 69.7 303.4 84.0 352.0 84.0H528.0C576.6 84.0 616.0 69.7 616.0 52.0V14.0";
        assert!(svg.contains(&format!("M264.0 8.0{arc}")), "{svg}");
        assert!(svg.contains("M264.0 8.0C334.0 50.0 194.0 50.0 260.0 12.0"), "{svg}");
        assert!(svg.contains("M792.0 8.0V40.0"), "{svg}");
        assert!(svg.contains("stroke-width=\"3.9\"") && svg.contains("40 % &lt;x&gt;"), "{svg}");
        let mirrored = draw_all(&ways, Direction::Rtl);
        assert!(mirrored.contains("M616.0 8.0V52.0C616.0 69.7 576.6 84.0 528.0 84.0H352.0"), "{mirrored}");
    }

    #[test]
    fn ways_that_leave_one_step_hang_below_each_other_on_one_stem() {
        let svg = draw_all(&[way(1, WayBack::To(1)), way(1, WayBack::To(1)), way(1, WayBack::Never)], Direction::Ltr);
        assert!(svg.contains("M264.0 8.0V62.0C334.0") && svg.contains("M264.0 8.0V128.0"), "{svg}");
        let words: Vec<usize> = svg.match_indices("off-path-label").map(|(at, _)| at).collect();
        let plates: Vec<usize> = svg.match_indices("off-path-plate").map(|(at, _)| at).collect();
        assert!(svg.rfind("off-path-line") < plates.first().copied(), "words and their plates stand above all lines");
        assert!(plates.iter().zip(&words).all(|(plate, words)| plate < words), "{svg}");
    }

    #[test]
    fn a_way_that_stands_back_is_drawn_behind_the_others() {
        let svg = draw_all(&[Way { is_dim: true, ..way(0, WayBack::To(3)) }, way(1, WayBack::Never)], Direction::Ltr);
        assert!(svg.contains("<g class=\"dim\"><path class=\"off-path-line\" d=\"M88.0"), "{svg}");
        let all = draw_all(&[way(1, WayBack::Never), Way { is_dim: true, ..way(0, WayBack::To(3)) }], Direction::Ltr);
        assert!(all.find("M88.0") < all.find("M264.0"), "{all}");
    }

    #[test]
    fn a_way_out_of_the_map_is_left_out() {
        assert_eq!(draw_all(&[way(1, WayBack::To(9))], Direction::Ltr), "");
    }

    proptest! {
        #[test]
        fn two_ways_of_one_level_share_no_column(ends in proptest::collection::vec((0..12_usize, 0..13_usize), 0..20)) {
            let ways: Vec<Way> = ends
                .into_iter()
                .map(|(from, back)| way(from, if back == 12 { WayBack::Never } else { WayBack::To(back) }))
                .collect();
            let levels = levels(&ways);
            for (left, right) in (0..ways.len()).flat_map(|left| (0..left).map(move |right| (left, right))) {
                let ((a, b), (c, d)) = (ways[left].interval(), ways[right].interval());
                prop_assert!(levels[left] != levels[right] || b < c || d < a);
            }
        }
    }
}
