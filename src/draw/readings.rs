//! Measured values over time to a small line with the last one printed. The values stand in a list or a table beside it.

use super::svg::{Frame, Svg, number};
use crate::base::Direction;

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 32.0;
const PADDING: f64 = 5.0;
/// How much of the width is for the number.
const LABEL: f64 = 40.0;

/// Draws values by the month they are of, in order, 120 wide and 32 high; nothing of nothing.
///
/// `last` is the last value in the reader's digits.
#[must_use]
pub fn readings(values: &[(i32, i64)], last: &str, direction: Direction) -> String {
    let (Some(first), Some(end)) = (values.first(), values.last()) else { return String::new() };
    let lowest = values.iter().map(|(_, value)| *value).min().unwrap_or_default();
    let highest = values.iter().map(|(_, value)| *value).max().unwrap_or_default();
    let room = WIDTH - LABEL - 2.0 * PADDING;
    #[allow(clippy::cast_precision_loss, reason = "values are small")]
    let place = |(month, value): &(i32, i64)| {
        let x = match end.0 - first.0 {
            0 => PADDING + room,
            months => PADDING + f64::from(month - first.0) / f64::from(months) * room,
        };
        let y = match highest - lowest {
            0 => HEIGHT / 2.0,
            spread => PADDING + (highest - value) as f64 / spread as f64 * (HEIGHT - 2.0 * PADDING),
        };
        (x, y)
    };
    let mut svg = Svg::new(WIDTH, direction);
    let points: Vec<String> =
        values.iter().map(place).map(|(x, y)| format!("{} {}", number(svg.x(x)), number(y))).collect();
    if points.len() > 1 {
        svg.line("readings-line", &format!("M{}", points.join("L")));
    }
    let (x, y) = place(end);
    let (cx, cy) = (number(svg.x(x)), number(y));
    svg.empty("circle", &[("class", "readings-last"), ("cx", &cx), ("cy", &cy), ("r", "3"), ("fill", "currentColor")]);
    let at = (svg.x(WIDTH - LABEL + 4.0), (y + 4.0).clamp(11.0, HEIGHT - 3.0));
    svg.text("readings-value", at, "start", last);
    svg.finish(&Frame::repeating("readings", [0.0, 0.0, WIDTH, HEIGHT]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_runs_to_the_number_and_more_is_higher() {
        let svg = readings(&[(0, 20), (6, 10), (12, 30)], "30", Direction::Ltr);
        assert!(svg.contains("M5.0 16.0L40.0 27.0L75.0 5.0"), "{svg}");
        assert!(svg.contains(">30</text>") && svg.contains("x=\"84.0\""), "{svg}");
        let mirrored = readings(&[(0, 20), (12, 30)], "30", Direction::Rtl);
        assert!(mirrored.contains("M115.0 27.0L45.0 5.0") && mirrored.contains("x=\"36.0\""), "{mirrored}");
    }

    #[test]
    fn one_value_is_a_dot_and_none_is_nothing() {
        let one = readings(&[(3, 7)], "7", Direction::Ltr);
        assert!(!one.contains("<path") && one.contains("cx=\"75.0\" cy=\"16.0\""), "{one}");
        assert_eq!(readings(&[], "", Direction::Ltr), "");
    }
}
