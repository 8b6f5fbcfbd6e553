//! Scores to a small curve for a list of journeys. What it shows is said in words beside it.

use super::curve::path;
use super::svg::{Frame, Svg, number};
use crate::base::Direction;

const WIDTH: f64 = 160.0;
const HEIGHT: f64 = 36.0;
const PADDING: f64 = 6.0;

/// Draws scores in tenths, 160 wide and 36 high; nothing if there is no score at all.
///
/// A dot marks the lowest point, the later of two, and a ring the last.
#[must_use]
pub fn mini(scores: &[Option<i8>], direction: Direction) -> String {
    let known: Vec<(usize, i8)> =
        scores.iter().enumerate().filter_map(|(at, score)| score.map(|score| (at, score))).collect();
    let (Some(lowest), Some(last)) = (known.iter().rev().min_by_key(|(_, score)| *score), known.last()) else {
        return String::new();
    };
    #[allow(clippy::cast_precision_loss, reason = "steps are few")]
    let place = |(at, score): (usize, i8)| {
        let room = WIDTH - 2.0 * PADDING;
        let x = match scores.len() {
            1 => WIDTH / 2.0,
            count => PADDING + at as f64 * room / (count - 1) as f64,
        };
        (x, PADDING + (2.0 - f64::from(score.clamp(-20, 20)) / 10.0) / 4.0 * (HEIGHT - 2.0 * PADDING))
    };

    let mut svg = Svg::new(WIDTH, direction);
    let zero = format!("M0.0 {}H{}", number(HEIGHT / 2.0), number(WIDTH));
    svg.line("mini-zero", &zero);
    for run in known.chunk_by(|left, right| left.0 + 1 == right.0).filter(|run| run.len() > 1) {
        let points: Vec<(f64, f64)> = run.iter().copied().map(place).collect();
        let d = path(&svg, &points);
        svg.line("mini-line", &d);
    }
    for (class, point, fill) in [("mini-low", lowest, "currentColor"), ("mini-end", last, "none")] {
        let (x, y) = place(*point);
        let (x, y) = (number(svg.x(x)), number(y));
        svg.empty(
            "circle",
            &[("class", class), ("cx", &x), ("cy", &y), ("r", "3.5"), ("fill", fill), ("stroke", "currentColor")],
        );
    }
    svg.finish(&Frame::repeating("mini", [0.0, 0.0, WIDTH, HEIGHT]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_spans_its_width_and_marks_the_lowest_point() {
        let svg = mini(&[Some(0), Some(-20), Some(20)], Direction::Ltr);
        assert!(svg.contains("M6.0 18.0C"), "{svg}");
        assert!(svg.contains("class=\"mini-low\" cx=\"80.0\" cy=\"30.0\""), "{svg}");
        assert!(svg.contains("class=\"mini-end\" cx=\"154.0\" cy=\"6.0\""), "{svg}");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(mini(&[None, None], Direction::Ltr), "");
        assert_eq!(mini(&[], Direction::Ltr), "");
        assert!(mini(&[Some(5)], Direction::Rtl).contains("cx=\"80.0\""));
    }
}
