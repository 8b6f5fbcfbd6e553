//! Whatever a journey holds, nothing of its drawings lies outside their view box.

use proptest::prelude::*;

use super::svg::view_box;
use super::words::{Weight, width};
use super::{Curve, CurvePoint, Narrow, OffPath, Sign, Way, WayBack, mini};
use crate::base::Direction;

/// How far a stroke or a rounding may reach beyond its path.
const SPARE: f64 = 3.0;

/// Every point that something is drawn at: corners of texts, points on paths, centres of circles.
fn points(svg: &str) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    for element in svg.split('<').skip(1) {
        let attribute = |name: &str| {
            let (_, rest) = element.split_once(&format!(" {name}=\""))?;
            rest.split('"').next()
        };
        let number = |name: &str| attribute(name)?.parse::<f64>().ok();
        if let Some(d) = attribute("d") {
            points.extend(path(d));
        }
        if let (Some(x), Some(y)) = (number("cx"), number("cy")) {
            points.extend([(x - 7.0, y - 7.0), (x + 7.0, y + 7.0)]);
        }
        if let (true, Some(x), Some(y)) = (element.starts_with("text "), number("x"), number("y")) {
            let words = element.split_once('>').map_or("", |(_, words)| words);
            let words = quick_xml::escape::unescape(words).unwrap_or_default();
            let wide = width(&words, Weight::Bold, 12.0);
            if attribute("text-anchor") == Some("middle") {
                points.extend([(x - wide / 2.0, y - 10.0), (x + wide / 2.0, y + 3.0)]);
            } else {
                points.push((x, y - 10.0));
            }
        }
    }
    points
}

/// The points of a path, along its curves too. Paths here have `M`, `L`, `H`, `V`, `C` and `Z`, all absolute.
fn path(d: &str) -> Vec<(f64, f64)> {
    let mut found: Vec<(f64, f64)> = Vec::new();
    let mut command = 'M';
    let mut numbers: Vec<f64> = Vec::new();
    let mut step = |command: char, numbers: &[f64]| {
        let last = found.last().copied().unwrap_or_default();
        match (command, numbers) {
            ('M' | 'L', [x, y]) => found.push((*x, *y)),
            ('H', [x]) => found.push((*x, last.1)),
            ('V', [y]) => found.push((last.0, *y)),
            ('C', [ax, ay, bx, by, x, y]) => found.extend((1..=16).map(|part| {
                let t = f64::from(part) / 16.0;
                let s = 1.0 - t;
                let at = |from: f64, a: f64, b: f64, to: f64| {
                    s * s * s * from + 3.0 * s * s * t * a + 3.0 * s * t * t * b + t * t * t * to
                };
                (at(last.0, *ax, *bx, *x), at(last.1, *ay, *by, *y))
            })),
            ('Z', []) | (_, []) => {}
            _ => panic!("{command} with {numbers:?} in {d}"),
        }
    };
    let mut word = String::new();
    for letter in d.chars().chain(['Z']) {
        if letter.is_ascii_alphabetic() || letter == ' ' || letter == ',' {
            if !word.is_empty() {
                numbers.push(word.parse().unwrap_or_else(|_| panic!("{word} in {d}")));
                word.clear();
            }
            if letter.is_ascii_alphabetic() {
                step(command, &numbers);
                (command, numbers) = (letter, Vec::new());
            }
        } else {
            word.push(letter);
        }
    }
    found
}

/// Holds every point to the view box; only to its height where a part of a map is shown and lines go on beyond it.
fn assert_inside(svg: &str, is_part: bool) {
    if svg.is_empty() {
        return;
    }
    let [left, top, wide, high] = view_box(svg).unwrap_or_else(|| panic!("no view box: {svg}"));
    assert!(wide > 0.0 && high > 0.0, "{svg}");
    for (x, y) in points(svg) {
        assert!(x.is_finite() && y.is_finite(), "{svg}");
        assert!(y >= top - SPARE && y <= top + high + SPARE, "{y} is above or below: {svg}");
        assert!(is_part || (x >= left - SPARE && x <= left + wide + SPARE), "{x} is beside: {svg}");
    }
}

fn point() -> impl Strategy<Value = CurvePoint> {
    let score = || proptest::option::of(any::<i8>());
    let label = prop_oneof![Just(String::new()), "[a-z é漢ﷺ👩🚗<&\"]{1,300}", "[א-תا-ي ]{1,80}"];
    (score(), score(), label, any::<[bool; 6]>()).prop_map(|(score, staff, label, flags)| CurvePoint {
        score,
        staff,
        gap: staff.map(|_| "+25.5".to_owned()).unwrap_or_default(),
        is_assumed: flags[0],
        is_moment_of_truth: flags[1],
        is_wow: flags[2],
        is_peak: flags[3],
        is_end: flags[4],
        is_dim: flags[5],
        label,
        ..CurvePoint::default()
    })
}

fn direction() -> impl Strategy<Value = Direction> {
    prop_oneof![Just(Direction::Ltr), Just(Direction::Rtl)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_curve_stays_inside(points in proptest::collection::vec(point(), 1..61), direction in direction(), from in 0..61_usize) {
        let links: Vec<(String, String)> = points.iter().map(|_| ("#a".to_owned(), "a".to_owned())).collect();
        let compared: Vec<Option<i8>> = points.iter().rev().map(|point| point.staff).collect();
        let narrow = Narrow { points: &points, links: &links, direction, id: "n", title: "t", desc: "d" };
        assert_inside(&narrow.svg(), false);
        let whole = Curve {
            points: &points,
            compared: &compared,
            direction,
            id: "c",
            title: "t",
            desc: "d",
            peak_and_end: ("PEAK", "END"),
            window: None,
        };
        assert_inside(&whole.svg(), false);
        let from = from.min(points.len() - 1);
        let window = Some(from..(from + 6).min(points.len()));
        assert_inside(&Curve { window, ..whole }.svg(), true);
        let scores: Vec<Option<i8>> = points.iter().map(|point| point.score).collect();
        assert_inside(&mini(&scores, direction), false);
    }

    #[test]
    fn ways_off_the_path_stay_inside(
        columns in 1..61_usize,
        ends in proptest::collection::vec((any::<u8>(), any::<u8>(), "[a-zא-ת漢 ]{0,200}", proptest::option::of(0..2000_u32)), 0..40),
        direction in direction(),
    ) {
        let ways: Vec<Way> = ends
            .into_iter()
            .map(|(from, back, label, share)| Way {
                from: usize::from(from) % columns,
                back: if back > 200 { WayBack::Never } else { WayBack::To(usize::from(back) % columns) },
                share,
                label,
                is_dim: false,
            })
            .collect();
        let whole = OffPath { columns, ways: &ways, direction, window: None };
        assert_inside(&whole.svg(), false);
        assert_inside(&OffPath { window: Some(0..columns.min(6)), ..whole }.svg(), true);
    }
}

#[test]
fn every_sign_of_a_legend_stays_inside() {
    for sign in Sign::ALL {
        assert_inside(&sign.svg(Direction::Ltr), false);
        assert_inside(&sign.svg(Direction::Rtl), false);
    }
}
