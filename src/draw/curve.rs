//! Scores to the emotion curve of a journey map.
//!
//! Points sit on the centres of the table's columns. Between two scores runs a monotone cubic:
//! it never leaves the interval between them, as a spline through the points would. A step
//! without a score breaks the curve; nothing is guessed.

use super::COLUMN;
use super::label::{LINE, Label, Lines};
use super::svg::{Frame, Svg, directed, number, pair, polygon, push_pair};
use super::words::{Weight, fitted, width};
use crate::base::Direction;

const HEIGHT: f64 = 168.0;
const PADDING: f64 = 28.0;
/// How wide a label may be: the words stand below the drawing in full, and a line beside them needs room.
const LABEL: f64 = 0.75 * COLUMN;

/// The curve over all columns of a map.
#[derive(Clone, Debug)]
pub struct Curve<'a> {
    /// One for each column.
    pub points: &'a [CurvePoint],
    /// The scores of another journey in tenths, one for each column; empty if there is none.
    pub compared: &'a [Option<i8>],
    /// Which way columns run.
    pub direction: Direction,
    /// Makes the ids of title and description unique on the page. Empty hides the drawing from
    /// assistive technology, for a copy that is printed.
    pub id: &'a str,
    /// What it shows, in a phrase.
    pub title: &'a str,
    /// How it goes, in a sentence or three.
    pub desc: &'a str,
    /// The words for the point that is felt most, and for the last.
    pub peak_and_end: (&'a str, &'a str),
    /// The columns to show, for a part of a map; the line goes on beyond its edges.
    pub window: Option<std::ops::Range<usize>>,
}

/// What one step feels like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CurvePoint {
    /// From -20 to 20, in tenths; `None` where nothing is said.
    pub score: Option<i8>,
    /// What staff believe, in tenths.
    pub staff: Option<i8>,
    /// What to write between the two where they are far apart; empty where they are not.
    pub gap: String,
    /// Whether the score is assumed rather than observed or reported.
    pub is_assumed: bool,
    /// Whether it is a moment of truth.
    pub is_moment_of_truth: bool,
    /// Whether it is a wow.
    pub is_wow: bool,
    /// Whether it is the peak that is remembered.
    pub is_peak: bool,
    /// Whether it is the end that is remembered.
    pub is_end: bool,
    /// Score and feeling in words: `+1 relieved`. Cut where it is too long for a column.
    pub label: String,
    /// Whether it stands back, as what a department has no part in.
    pub is_dim: bool,
    /// The language of the words of a label or a link, where the page around them has another; else empty.
    pub lang: String,
}

/// The curve for a narrow screen: 320 wide, no words in it, every point a link.
#[derive(Clone, Debug)]
pub struct Narrow<'a> {
    /// One for each step.
    pub points: &'a [CurvePoint],
    /// Where each point leads, and what the link is called.
    pub links: &'a [(String, String)],
    /// Which way steps run.
    pub direction: Direction,
    /// As for [`Curve::id`].
    pub id: &'a str,
    /// As for [`Curve::title`].
    pub title: &'a str,
    /// As for [`Curve::desc`].
    pub desc: &'a str,
}

/// A score in tenths as text, with a plus or a true minus: `+1`, `−1.5`, `0`.
#[must_use]
pub fn signed(tenths: i8) -> String {
    let sign = match tenths {
        0 => "",
        1.. => "+",
        _ => "\u{2212}",
    };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// Where a score lies, from the top.
fn y(score: i8) -> f64 {
    let score = f64::from(score.clamp(-20, 20)) / 10.0;
    PADDING + (2.0 - score) / 4.0 * (HEIGHT - 2.0 * PADDING)
}

fn x(column: usize, width: f64) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "columns are few")]
    let column = column as f64;
    (column + 0.5) * width
}

/// Unbroken stretches of scores, as points.
fn runs(scores: impl Iterator<Item = Option<i8>>, width: f64) -> Vec<Vec<(f64, f64)>> {
    let mut runs = vec![Vec::new()];
    for (column, score) in scores.enumerate() {
        match (score, runs.last_mut()) {
            (Some(score), Some(run)) => run.push((x(column, width), y(score))),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// The two control points and the end of each cubic through `points`.
pub(super) fn monotone(points: &[(f64, f64)]) -> Vec<[(f64, f64); 3]> {
    let steep: Vec<f64> = points.windows(2).map(|pair| (pair[1].1 - pair[0].1) / (pair[1].0 - pair[0].0)).collect();
    let slope = |at: usize| -> f64 {
        match (at.checked_sub(1).and_then(|before| steep.get(before)), steep.get(at)) {
            (Some(before), Some(after)) if before * after <= 0.0 => 0.0,
            (Some(before), Some(after)) => 2.0 * before * after / (before + after),
            (Some(only), None) | (None, Some(only)) => *only,
            (None, None) => 0.0,
        }
    };
    points
        .windows(2)
        .enumerate()
        .map(|(at, pair)| {
            let [(x0, y0), (x1, y1)] = [pair[0], pair[1]];
            let third = (x1 - x0) / 3.0;
            // At an end the slope is the chord's; beside a flat neighbour that could still swing
            // past the score, so a control point never leaves the interval of its segment.
            let within = |y: f64| y.clamp(y0.min(y1), y0.max(y1));
            [(x0 + third, within(y0 + slope(at) * third)), (x1 - third, within(y1 - slope(at + 1) * third)), (x1, y1)]
        })
        .collect()
}

/// The path data of one run, mirrored if need be.
pub(super) fn path(svg: &Svg, points: &[(f64, f64)]) -> String {
    let Some((x, y)) = points.first() else { return String::new() };
    let mut d = String::from("M");
    push_pair(&mut d, svg.x(*x), *y);
    for cubic in monotone(points) {
        for (sign, (x, y)) in ['C', ' ', ' '].into_iter().zip(cubic) {
            d.push(sign);
            push_pair(&mut d, svg.x(x), y);
        }
    }
    d
}

fn area(svg: &Svg, points: &[(f64, f64)]) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
    format!("{}L{}L{}Z", path(svg, points), pair(svg.x(last.0), y(0)), pair(svg.x(first.0), y(0)))
}

impl Curve<'_> {
    /// Draws it.
    #[must_use]
    pub fn svg(&self) -> String {
        let columns = self.points.len();
        let width = x(columns, COLUMN) - COLUMN / 2.0;
        let mut svg = Svg::new(width, self.direction);
        grid(&mut svg, width);
        areas(&mut svg, self.points, COLUMN);
        for run in runs(self.compared.iter().take(columns).copied(), COLUMN) {
            if let [(x, y)] = run.as_slice() {
                // A score without a neighbour draws no line.
                let place = [("cx", number(svg.x(*x))), ("cy", number(*y)), ("r", "4".to_owned())];
                let place: Vec<(&str, &str)> = place.iter().map(|(key, value)| (*key, value.as_str())).collect();
                let paint = [("class", "curve-compared"), ("fill", "none"), ("stroke", "currentColor")];
                svg.empty("circle", &[&paint[..], &place].concat());
                continue;
            }
            let d = path(&svg, &run);
            dashed(&mut svg, "curve-compared", &d, "8 5");
        }
        lines(&mut svg, self.points, COLUMN);

        let window = self.window.clone().unwrap_or(0..columns);
        let inside = x(window.start, COLUMN) - COLUMN / 2.0 + 4.0;
        for score in [20, 10, 0, -10, -20] {
            let text = directed(&signed(score), self.direction);
            svg.text("curve-score", (svg.x(inside), y(score) - 3.0), "start", &text);
        }
        let drawn = self.drawn(&svg);
        let (mut top, mut bottom) = (0.0_f64, HEIGHT);
        for column in window.start.min(columns)..window.end.min(columns) {
            let is_dim = self.points[column].is_dim;
            if is_dim {
                svg.start("g", &[("class", "dim")]);
            }
            let (highest, lowest) = self.point(&mut svg, column, &drawn);
            if is_dim {
                svg.end("g");
            }
            top = top.min(highest);
            bottom = bottom.max(lowest);
        }
        let (from, to) = (svg.x(x(window.start, COLUMN) - COLUMN / 2.0), svg.x(x(window.end, COLUMN) - COLUMN / 2.0));
        svg.finish(&Frame {
            class: "curve",
            view_box: [from.min(to), top, (to - from).abs(), bottom - top],
            id: self.id,
            title: self.title,
            desc: self.desc,
            has_links: false,
            fills_columns: true,
        })
    }

    /// All that labels keep clear of.
    fn drawn(&self, svg: &Svg) -> Lines {
        let scores = self.points.iter().map(|point| point.score);
        let compared = self.compared.iter().take(self.points.len()).copied();
        let mut lines = Lines::default();
        for run in runs(scores, COLUMN).into_iter().chain(runs(compared, COLUMN)) {
            let run: Vec<(f64, f64)> = run.into_iter().map(|(x, y)| (svg.x(x), y)).collect();
            if let Some(start) = run.first() {
                lines.add(*start, &monotone(&run));
            }
        }
        lines
    }

    /// Draws what stands at one step; returns how far up and down it reaches.
    fn point(&self, svg: &mut Svg, column: usize, drawn: &Lines) -> (f64, f64) {
        let point = &self.points[column];
        let at = svg.x(x(column, COLUMN));
        let (mut highest, mut lowest) = (0.0_f64, HEIGHT);
        if let Some(staff) = point.staff {
            draw_staff(svg, point, at, staff);
        }
        let Some(score) = point.score else { return (highest, lowest) };
        let here = y(score);
        let reach = if point.is_moment_of_truth { 22.0 } else { 16.0 };
        if point.is_moment_of_truth {
            let diamond = polygon(&[(at, here - 15.0), (at + 15.0, here), (at, here + 15.0), (at - 15.0, here)]);
            svg.line("mot", &diamond);
        }
        mark(svg, point, (at, here));

        let (peak, end) = self.peak_and_end;
        let text = self.label(point);
        // One step that is both says so on one line, so that words do not pile up on the lines beside it.
        let both = format!("{peak} · {end}");
        let words = [
            ("curve-label", !point.label.is_empty(), text.as_str()),
            ("peak", point.is_peak && point.is_end, both.as_str()),
            ("peak", point.is_peak && !point.is_end, peak),
            ("end", point.is_end && !point.is_peak, end),
        ];
        let shown = || words.iter().filter(|(_, is_shown, _)| *is_shown);
        // What staff believe hangs on one side of the point, so words go to the other.
        let staff = point.staff.filter(|staff| *staff != score);
        let place = Label {
            point: (at, here),
            reach,
            width: width(&text, Weight::Bold, 12.0),
            lines: u8::try_from(shown().count()).unwrap_or(u8::MAX),
            is_above: staff.map_or_else(|| self.label_is_above(column, score), |staff| staff < score),
            is_bound: staff.is_some() || point.is_wow,
        }
        .place(drawn);
        let onwards = if place.is_above { -LINE } else { LINE };
        let mut words_y = place.baseline;
        let mut outermost = words_y;
        for (class, _, text) in shown() {
            let lang = if *class == "curve-label" { point.lang.as_str() } else { "" };
            svg.text_in(lang, class, (place.x, words_y), "middle", text);
            highest = highest.min(words_y - 14.0);
            lowest = lowest.max(words_y + 4.0);
            outermost = words_y;
            words_y += onwards;
        }
        if point.is_wow {
            let centre = if place.is_above { outermost - 20.0 } else { here - reach - 9.0 };
            let d = star((at, centre), 9.0);
            svg.empty("path", &[("class", "wow"), ("d", &d), ("fill", "currentColor")]);
            highest = highest.min(centre - 10.0);
        }
        (highest, lowest)
    }

    /// What is felt, short enough for its column.
    fn label(&self, point: &CurvePoint) -> String {
        directed(&fitted(&point.label, Weight::Bold, 12.0, LABEL), self.direction)
    }

    /// A label stands above a point that is not lower than its neighbours, where the line leaves room.
    fn label_is_above(&self, column: usize, score: i8) -> bool {
        let score_at = |column: Option<usize>| column.and_then(|at| self.points.get(at)).and_then(|point| point.score);
        let neighbours: Vec<i32> = [score_at(column.checked_sub(1)), score_at(column.checked_add(1))]
            .into_iter()
            .flatten()
            .map(i32::from)
            .collect();
        let count = i32::try_from(neighbours.len()).unwrap_or(i32::MAX);
        i32::from(score) * count >= neighbours.iter().sum::<i32>()
    }
}

impl Narrow<'_> {
    /// Draws it.
    #[must_use]
    pub fn svg(&self) -> String {
        let width = 320.0;
        #[allow(clippy::cast_precision_loss, reason = "steps are few")]
        let column = width / self.points.len().max(1) as f64;
        let mut svg = Svg::new(width, self.direction);
        grid(&mut svg, width);
        areas(&mut svg, self.points, column);
        lines(&mut svg, self.points, column);
        for (index, point) in self.points.iter().enumerate() {
            let Some(score) = point.score else { continue };
            let place = (svg.x(x(index, column)), y(score));
            match self.links.get(index) {
                Some((href, name)) => {
                    svg.start("a", &[("href", href), ("aria-label", name), ("lang", &point.lang)]);
                    mark(&mut svg, point, place);
                    svg.end("a");
                }
                None => mark(&mut svg, point, place),
            }
        }
        // Where columns are narrower than a mark, the first and the last reach beyond them.
        let beyond = (10.0 - column / 2.0).max(0.0);
        svg.finish(&Frame {
            class: "curve curve-narrow",
            view_box: [-beyond, 0.0, width + 2.0 * beyond, HEIGHT],
            id: self.id,
            title: self.title,
            desc: self.desc,
            has_links: !self.links.is_empty(),
            fills_columns: false,
        })
    }
}

fn grid(svg: &mut Svg, width: f64) {
    for score in [20, 10, 0, -10, -20] {
        let d = format!("M0.0 {}H{}", number(y(score)), number(width));
        match score {
            0 => dashed(svg, "curve-grid curve-zero", &d, "4 4"),
            _ => svg.line("curve-grid", &d),
        }
    }
}

pub(super) fn dashed(svg: &mut Svg, class: &str, d: &str, dashes: &str) {
    let stroke = [("fill", "none"), ("stroke", "currentColor"), ("stroke-dasharray", dashes)];
    svg.empty("path", &[&[("class", class), ("d", d)][..], &stroke].concat());
}

fn areas(svg: &mut Svg, points: &[CurvePoint], column: f64) {
    let runs = runs(points.iter().map(|point| point.score), column);
    for run in runs.iter().filter(|run| run.len() > 1) {
        let d = area(svg, run);
        svg.empty("path", &[("class", "curve-area"), ("d", &d), ("fill", "currentColor"), ("opacity", "0.2")]);
    }
}

fn lines(svg: &mut Svg, points: &[CurvePoint], column: f64) {
    let runs = runs(points.iter().map(|point| point.score), column);
    for run in runs.iter().filter(|run| run.len() > 1) {
        let d = path(svg, run);
        svg.line("curve-line", &d);
    }
}

/// The shape says the sign, the fill what it rests on.
pub(super) fn mark(svg: &mut Svg, point: &CurvePoint, (x, y): (f64, f64)) {
    let score = point.score.unwrap_or_default();
    let sign = match score {
        0 => "zero",
        1.. => "pos",
        _ => "neg",
    };
    let class = format!("curve-point {sign}{}", if point.is_assumed { " assumed" } else { "" });
    let fill = if point.is_assumed { "none" } else { "currentColor" };
    let paint = [("class", class.as_str()), ("fill", fill), ("stroke", "currentColor")];
    if score == 0 {
        let circle = [("cx", number(x)), ("cy", number(y)), ("r", "7".to_owned())];
        let circle: Vec<(&str, &str)> = circle.iter().map(|(key, value)| (*key, value.as_str())).collect();
        svg.empty("circle", &[&paint[..], &circle].concat());
    } else {
        let tip = if score > 0 { -7.5 } else { 7.5 };
        let d = polygon(&[(x - 9.0, y - tip), (x + 9.0, y - tip), (x, y + tip)]);
        svg.empty("path", &[&paint[..], &[("d", &d)]].concat());
    }
}

fn draw_staff(svg: &mut Svg, point: &CurvePoint, at: f64, staff: i8) {
    let there = y(staff);
    if let Some(score) = point.score.filter(|score| *score != staff) {
        let towards = if y(score) > there { 6.0 } else { -6.0 };
        let d = format!("M{}V{}", pair(at, there + towards), number(y(score)));
        dashed(svg, "staff-line", &d, "2 3");
        if !point.gap.is_empty() {
            let beside = if svg.x(0.0) < svg.x(1.0) { at + 8.0 } else { at - 8.0 };
            let direction = if beside > at { Direction::Ltr } else { Direction::Rtl };
            let middle = f64::midpoint(there, y(score)) + 4.0;
            svg.text("staff-gap", (beside, middle), "start", &directed(&point.gap, direction));
        }
    }
    svg.line("staff", &square((at, there)));
}

/// What staff believe, around a point.
pub(super) fn square((x, y): (f64, f64)) -> String {
    polygon(&[(x - 6.0, y - 6.0), (x + 6.0, y - 6.0), (x + 6.0, y + 6.0), (x - 6.0, y + 6.0)])
}

pub(super) fn star((x, y): (f64, f64), radius: f64) -> String {
    let corners: Vec<(f64, f64)> = (0..10_u8)
        .map(|corner| {
            let angle = std::f64::consts::PI / 5.0 * f64::from(corner) - std::f64::consts::FRAC_PI_2;
            let radius = if corner % 2 == 0 { radius } else { radius * 0.4 };
            (x + radius * angle.cos(), y + radius * angle.sin())
        })
        .collect();
    polygon(&corners)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn curve(points: &[CurvePoint], direction: Direction) -> String {
        let curve = Curve {
            points,
            compared: &[],
            direction,
            id: "c",
            title: "Feelings",
            desc: "",
            peak_and_end: ("PEAK", "END"),
            window: None,
        };
        curve.svg()
    }

    fn scored(score: i8) -> CurvePoint {
        CurvePoint { score: Some(score), ..CurvePoint::default() }
    }

    #[test]
    fn points_sit_on_the_centres_of_columns() {
        let svg = curve(&[scored(20), scored(-20)], Direction::Ltr);
        assert!(svg.contains("viewBox=\"0.0 0.0 352.0 168.0\""), "{svg}");
        assert!(svg.contains("M88.0 28.0C"), "{svg}");
        assert!(svg.contains("264.0 140.0\""), "{svg}");
        let mirrored = curve(&[scored(20), scored(-20)], Direction::Rtl);
        assert!(mirrored.contains("M264.0 28.0C"), "{mirrored}");
    }

    #[test]
    fn a_step_without_a_score_breaks_the_line() {
        let gap = CurvePoint::default();
        let svg = curve(&[scored(10), scored(0), gap.clone(), scored(-10), scored(10), gap, scored(5)], Direction::Ltr);
        assert_eq!(svg.matches("curve-line").count(), 2, "{svg}");
        assert_eq!(svg.matches("curve-point").count(), 5, "{svg}");
    }

    #[test]
    fn shape_tells_the_sign_and_fill_the_basis() {
        let assumed = CurvePoint { is_assumed: true, ..scored(-10) };
        let svg = curve(&[scored(10), assumed, scored(0)], Direction::Ltr);
        assert!(svg.contains("class=\"curve-point pos\" fill=\"currentColor\""), "{svg}");
        assert!(svg.contains("class=\"curve-point neg assumed\" fill=\"none\""), "{svg}");
        assert!(svg.contains("<circle class=\"curve-point zero\""), "{svg}");
    }

    #[test]
    fn labels_are_escaped_and_nothing_is_cut_off_at_the_top() {
        let point = CurvePoint {
            is_wow: true,
            is_moment_of_truth: true,
            is_peak: true,
            is_end: true,
            label: "+2 <b>\"proud\"".into(),
            staff: Some(-10),
            gap: "−3".into(),
            ..scored(20)
        };
        let svg = curve(&[point], Direction::Ltr);
        assert!(svg.contains("+2 &lt;b&gt;"), "{svg}");
        assert!(svg.contains("viewBox=\"0.0 -37.0 176.0 205.0\""), "{svg}");
        assert!(svg.contains(">PEAK · END</text>") && svg.contains("staff-gap"), "{svg}");
    }

    #[test]
    fn a_part_of_a_map_shows_its_columns_of_the_whole_line() {
        let points: Vec<CurvePoint> = [0, 10, -10, 20].map(scored).to_vec();
        let whole = Curve {
            points: &points,
            compared: &[],
            direction: Direction::Ltr,
            id: "",
            title: "",
            desc: "",
            peak_and_end: ("", ""),
            window: Some(1..3),
        };
        let svg = whole.svg();
        assert!(svg.contains("viewBox=\"176.0 0.0 352.0 168.0\"") && svg.contains("aria-hidden=\"true\""), "{svg}");
        assert_eq!(svg.matches("curve-point").count(), 2);
        let mirrored = Curve { direction: Direction::Rtl, window: Some(0..1), ..whole }.svg();
        assert!(mirrored.contains("viewBox=\"528.0 0.0 176.0 168.0\""), "{mirrored}");
    }

    #[test]
    fn scores_are_written_with_a_true_minus() {
        assert_eq!([20, 0, -10, -15].map(signed), ["+2", "0", "\u{2212}1", "\u{2212}1.5"]);
    }

    proptest! {
        #[test]
        fn the_curve_never_leaves_the_interval_of_its_two_scores(scores in proptest::collection::vec(-20_i8..=20, 2..30)) {
            let points: Vec<(f64, f64)> = scores.iter().enumerate().map(|(at, score)| (x(at, COLUMN), y(*score))).collect();
            for (pair, [a, b, end]) in points.windows(2).zip(monotone(&points)) {
                let (low, high) = (pair[0].1.min(pair[1].1), pair[0].1.max(pair[1].1));
                for step in 0..=20 {
                    let t = f64::from(step) / 20.0;
                    let s = 1.0 - t;
                    let y = s * s * s * pair[0].1 + 3.0 * s * s * t * a.1 + 3.0 * s * t * t * b.1 + t * t * t * end.1;
                    prop_assert!(y >= low - 1e-9 && y <= high + 1e-9, "{y} in {low}..{high}");
                }
            }
        }

        #[test]
        fn no_drawing_holds_a_number_that_is_none(scores in proptest::collection::vec(proptest::option::of(any::<i8>()), 0..12)) {
            let points: Vec<CurvePoint> = scores
                .iter()
                .map(|score| CurvePoint { score: *score, staff: score.map(|score| score.saturating_neg()), ..CurvePoint::default() })
                .collect();
            let svg = curve(&points, Direction::Rtl);
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf"), "{}", svg);
        }
    }
}
