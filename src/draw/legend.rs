//! The marks of a map to small drawings of each alone, for the legend that says what they mean.

use super::curve::{CurvePoint, dashed, mark, square, star};
use super::svg::{Frame, Svg, number, pair, polygon};
use crate::base::Direction;

/// How wide and high each is.
const SIZE: f64 = 28.0;

/// A mark of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// A score above nought.
    Good,
    /// A score of nought.
    Even,
    /// A score below nought.
    Bad,
    /// A score that is no more than assumed.
    Assumed,
    /// A moment of truth.
    Moment,
    /// A wow.
    Wow,
    /// What staff believe.
    Staff,
    /// The curve of the journey it is compared with.
    Compared,
    /// A way off the path that comes back.
    OffPath,
    /// A way out.
    Exit,
}

impl Sign {
    /// Every sign, in the order of a legend.
    pub const ALL: &[Self] = &[
        Self::Good,
        Self::Even,
        Self::Bad,
        Self::Assumed,
        Self::Moment,
        Self::Wow,
        Self::Staff,
        Self::Compared,
        Self::OffPath,
        Self::Exit,
    ];

    /// Its name in messages: `sign-moment`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Even => "even",
            Self::Bad => "bad",
            Self::Assumed => "assumed",
            Self::Moment => "moment",
            Self::Wow => "wow",
            Self::Staff => "staff",
            Self::Compared => "compared",
            Self::OffPath => "off-path",
            Self::Exit => "exit",
        }
    }

    /// Draws it, in the classes that it has in a map. Hidden from assistive technology: words stand beside it.
    #[must_use]
    pub fn svg(self, direction: Direction) -> String {
        let mut svg = Svg::new(SIZE, direction);
        let middle = SIZE / 2.0;
        let point = |score: i8| CurvePoint { score: Some(score), ..CurvePoint::default() };
        match self {
            Self::Good => mark(&mut svg, &point(20), (middle, middle)),
            Self::Even => mark(&mut svg, &point(0), (middle, middle)),
            Self::Bad => mark(&mut svg, &point(-20), (middle, middle)),
            Self::Assumed => mark(&mut svg, &CurvePoint { is_assumed: true, ..point(-20) }, (middle, middle)),
            Self::Moment => {
                let (near, far) = (middle - 12.0, middle + 12.0);
                svg.line("mot", &polygon(&[(middle, near), (far, middle), (middle, far), (near, middle)]));
            }
            Self::Wow => {
                let d = star((middle, middle), 10.0);
                svg.empty("path", &[("class", "wow"), ("d", &d), ("fill", "currentColor")]);
            }
            Self::Staff => svg.line("staff", &square((middle, middle))),
            Self::Compared => dashed(&mut svg, "curve-compared", &format!("M{}H{}", pair(0.0, middle), SIZE), "8 5"),
            Self::OffPath => {
                let (from, to) = (number(svg.x(3.0)), svg.x(22.0));
                let d = format!("M{from} 6.0C{from} 30.0 {to} 30.0 {to} 12.0", to = number(to));
                leaves(&mut svg, &d);
                let head = polygon(&[(to - 4.0, 13.0), (to, 5.0), (to + 4.0, 13.0)]);
                svg.empty("path", &[("class", "off-path-head"), ("d", &head), ("fill", "currentColor")]);
            }
            Self::Exit => {
                leaves(&mut svg, &format!("M{}V22.0", pair(middle, 3.0)));
                let end = format!("M{}H{}", pair(middle - 9.0, 22.0), number(middle + 9.0));
                svg.empty(
                    "path",
                    &[
                        ("class", "off-path-exit"),
                        ("d", &end),
                        ("fill", "none"),
                        ("stroke", "currentColor"),
                        ("stroke-width", "3"),
                    ],
                );
            }
        }
        svg.finish(&Frame::repeating("sign", [0.0, 0.0, SIZE, SIZE]))
    }
}

/// A way off the path that some take.
fn leaves(svg: &mut Svg, d: &str) {
    let stroke = [("fill", "none"), ("stroke", "currentColor"), ("stroke-dasharray", "6 4"), ("stroke-width", "2.5")];
    svg.empty("path", &[&[("class", "off-path-line"), ("d", d)][..], &stroke].concat());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_has_the_class_that_the_map_gives_it() {
        for (sign, class) in [
            (Sign::Good, "curve-point pos\""),
            (Sign::Assumed, "curve-point neg assumed\""),
            (Sign::Moment, "\"mot\""),
            (Sign::Staff, "\"staff\""),
            (Sign::Exit, "\"off-path-exit\""),
        ] {
            let svg = sign.svg(Direction::Ltr);
            assert!(svg.contains(class) && svg.contains("aria-hidden=\"true\""), "{svg}");
        }
    }

    #[test]
    fn a_way_back_points_the_way_that_steps_run() {
        assert!(Sign::OffPath.svg(Direction::Ltr).contains("M3.0 6.0C"));
        assert!(Sign::OffPath.svg(Direction::Rtl).contains("M25.0 6.0C"));
    }
}
