//! The stages of a lifecycle to the loop of buying and owning, or to a straight line.
//!
//! The loop is a lemniscate of Gerono, drawn in one stroke: out of the crossing, round the lobe
//! of buying, through the crossing, round the lobe of owning, and back.

use std::f64::consts::{FRAC_PI_2, PI};

use super::svg::{Frame, Svg, number, pair, polygon};
use crate::base::Direction;

const WIDTH: f64 = 960.0;
const HEIGHT: f64 = 460.0;
const CENTRE: (f64, f64) = (480.0, 230.0);
const REACH: f64 = 360.0;
const RISE: f64 = 150.0;

/// A lifecycle.
#[derive(Clone, Debug)]
pub struct Lifecycle<'a> {
    /// Its lobes in order. A loop has two; with any other number it is drawn as a line.
    pub lobes: &'a [Lobe],
    /// Whether the end leads back to the start.
    pub loops: bool,
    /// What stands at the crossing; a line has none.
    pub promise: Option<&'a Promise>,
    /// Which way text and stages run.
    pub direction: Direction,
    /// Makes the id of the title unique on the page.
    pub id: &'a str,
    /// What it shows, in a sentence.
    pub title: &'a str,
}

/// One half of a loop, or one part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lobe {
    /// Its name.
    pub label: String,
    /// Its stages, in order.
    pub stages: Vec<Stage>,
}

/// One stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Its number, as the reader writes it.
    pub number: String,
    /// What it is called.
    pub label: String,
    /// How many journeys, how many pains of nobody's: a line each; may be empty.
    pub badge: Vec<String>,
    /// The page of the stage; empty if it has none.
    pub href: String,
    /// Whether no journey goes there.
    pub is_empty: bool,
    /// Whether it has a pain that nobody owns.
    pub is_unowned: bool,
}

/// What stands at the crossing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The word.
    pub label: String,
    /// Where it leads; empty if nowhere.
    pub href: String,
}

/// Where a node stands and how its words are set.
struct Place {
    node: (f64, f64),
    label: (f64, f64),
    anchor: &'static str,
    badge_below: bool,
}

impl Lifecycle<'_> {
    /// Draws it. The same stages stand in a list beside it.
    #[must_use]
    pub fn svg(&self) -> String {
        match self.lobes {
            [buy, own] if self.loops => self.draw_loop(buy, own),
            _ => self.draw_line(),
        }
    }

    fn draw_loop(&self, buy: &Lobe, own: &Lobe) -> String {
        let mut svg = Svg::new(WIDTH, self.direction);
        let halves = [("loop-buy", buy, FRAC_PI_2, -1.0), ("loop-own", own, -FRAC_PI_2, 1.0)];
        for (class, _, start, _) in halves {
            let d = lobe_path(&svg, start);
            svg.empty(
                "path",
                &[
                    ("class", &format!("loop-band {class}")),
                    ("d", &d),
                    ("fill", "none"),
                    ("stroke", "currentColor"),
                    ("stroke-width", "22"),
                ],
            );
        }
        for (class, lobe, start, side) in halves {
            for quarter in [0.25, 0.5, 0.75] {
                arrow(&mut svg, start + PI * quarter);
            }
            let at = svg.x(CENTRE.0 + side * 0.55 * REACH);
            svg.text(&format!("loop-name {class}-name"), (at, CENTRE.1 + 6.0), "middle", &lobe.label);
        }
        self.draw_promise(&mut svg);
        for (_, lobe, start, side) in halves {
            let places =
                stage_angles(start, lobe.stages.len()).into_iter().map(|t| place_on_loop(&svg, point(t), side));
            let places: Vec<Place> = places.collect();
            for (stage, place) in lobe.stages.iter().zip(places) {
                draw_stage(&mut svg, stage, &place);
            }
        }
        self.finish(svg, "loop", HEIGHT)
    }

    fn draw_line(&self) -> String {
        let mut svg = Svg::new(WIDTH, self.direction);
        let stages: Vec<&Stage> = self.lobes.iter().flat_map(|lobe| &lobe.stages).collect();
        let level = 110.0;
        let (from, to) = (svg.x(20.0), svg.x(WIDTH - 30.0));
        svg.empty(
            "path",
            &[
                ("class", "loop-band"),
                ("d", &format!("M{}H{}", pair(from, level), number(to))),
                ("fill", "none"),
                ("stroke", "currentColor"),
                ("stroke-width", "22"),
            ],
        );
        let tip = svg.x(WIDTH - 4.0);
        let head = polygon(&[(to, level - 22.0), (tip, level), (to, level + 22.0)]);
        svg.empty("path", &[("class", "loop-arrow"), ("d", &head), ("fill", "currentColor")]);
        #[allow(clippy::cast_precision_loss, reason = "stages are few")]
        let room = (WIDTH - 60.0) / stages.len().max(1) as f64;
        for (index, stage) in stages.into_iter().enumerate() {
            #[allow(clippy::cast_precision_loss, reason = "stages are few")]
            let x = svg.x(20.0 + (index as f64 + 0.5) * room);
            // Every other label goes above the line, so that long ones have room.
            let is_below = index % 2 == 0;
            let label = (x, if is_below { level + 50.0 } else { level - 42.0 });
            draw_stage(&mut svg, stage, &Place { node: (x, level), label, anchor: "middle", badge_below: is_below });
        }
        self.finish(svg, "line", 2.0 * level)
    }

    fn draw_promise(&self, svg: &mut Svg) {
        let (x, y) = CENTRE;
        let half = 30.0;
        let diamond = polygon(&[(x, y - half), (x + half, y), (x, y + half), (x - half, y)]);
        let (label, href) = self.promise.map_or(("", ""), |promise| (promise.label.as_str(), promise.href.as_str()));
        match href {
            "" => svg.start("g", &[("class", "promise")]),
            href => svg.start("a", &[("class", "promise"), ("href", href)]),
        }
        svg.empty("path", &[("d", &diamond), ("fill", "none"), ("stroke", "currentColor")]);
        if !label.is_empty() {
            svg.text("promise-label", (x, y + half + 18.0), "middle", label);
        }
        svg.end(if href.is_empty() { "g" } else { "a" });
    }

    fn finish(&self, svg: Svg, class: &str, height: f64) -> String {
        svg.finish(&Frame {
            class,
            view_box: [0.0, 0.0, WIDTH, height],
            id: self.id,
            title: self.title,
            desc: "",
            has_links: true,
            fills_columns: false,
        })
    }
}

fn point(t: f64) -> (f64, f64) {
    (CENTRE.0 + REACH * t.cos(), CENTRE.1 + RISE * (2.0 * t).sin())
}

fn derivative(t: f64) -> (f64, f64) {
    (-REACH * t.sin(), 2.0 * RISE * (2.0 * t).cos())
}

/// Half a turn of the parameter from `start`, as eight cubics.
fn lobe_path(svg: &Svg, start: f64) -> String {
    let first = point(start);
    let mut d = format!("M{}", pair(svg.x(first.0), first.1));
    for piece in 0..8_u8 {
        let a = start + PI * f64::from(piece) / 8.0;
        let b = a + PI / 8.0;
        let h = (b - a) / 3.0;
        let ((ax, ay), (adx, ady)) = (point(a), derivative(a));
        let ((bx, by), (bdx, bdy)) = (point(b), derivative(b));
        let out = pair(svg.x(ax + h * adx), ay + h * ady);
        let back = pair(svg.x(bx - h * bdx), by - h * bdy);
        d.push_str(&format!("C{out} {back} {}", pair(svg.x(bx), by)));
    }
    d
}

/// Where `count` stages stand, evenly along the length of a lobe.
fn stage_angles(start: f64, count: usize) -> Vec<f64> {
    const CHORDS: u32 = 2000;
    let angle = |chord: u32| start + PI * f64::from(chord) / f64::from(CHORDS);
    let mut lengths = vec![0.0];
    for chord in 0..CHORDS {
        let ((ax, ay), (bx, by)) = (point(angle(chord)), point(angle(chord + 1)));
        lengths.push(lengths.last().copied().unwrap_or_default() + (bx - ax).hypot(by - ay));
    }
    let whole = lengths.last().copied().unwrap_or_default();
    #[allow(clippy::cast_precision_loss, reason = "stages are few")]
    let wanted = |stage: usize| (stage as f64 + 0.5) / count as f64 * whole;
    (0..count)
        .map(|stage| {
            let chord = lengths.partition_point(|length| *length < wanted(stage));
            angle(u32::try_from(chord).unwrap_or(CHORDS))
        })
        .collect()
}

fn place_on_loop(svg: &Svg, node: (f64, f64), side: f64) -> Place {
    let is_lower = node.1 > CENTRE.1;
    if (node.0 - CENTRE.0).abs() < 0.45 * REACH {
        let x = node.0 - side * 20.0;
        let y = if is_lower { node.1 + 50.0 } else { node.1 - 42.0 };
        return Place { node: (svg.x(node.0), node.1), label: (svg.x(x), y), anchor: "middle", badge_below: is_lower };
    }
    let (dx, dy) = (node.0 - (CENTRE.0 + side * 0.62 * REACH), node.1 - CENTRE.1);
    let length = dx.hypot(dy).max(1.0);
    // The baseline is under the letters: below the node they need as much room as above it.
    let drop = if is_lower { 14.0 } else { 2.0 };
    // Far enough for the ring of alarm round the node.
    let label = (svg.x(node.0 + 42.0 * dx / length), node.1 + 42.0 * dy / length + drop);
    let node = (svg.x(node.0), node.1);
    Place { node, label, anchor: svg.anchor_towards(label.0 > node.0), badge_below: is_lower }
}

fn arrow(svg: &mut Svg, t: f64) {
    let ((x, y), (dx, dy)) = (point(t), derivative(t));
    let turn = dy.atan2(dx);
    let corners = [(9.0, 0.0), (-6.0, -7.0), (-6.0, 7.0)].map(|(along, across): (f64, f64)| {
        let dx = along * turn.cos() - across * turn.sin();
        let dy = along * turn.sin() + across * turn.cos();
        (svg.x(x + dx), y + dy)
    });
    svg.empty("path", &[("class", "loop-arrow"), ("d", &polygon(&corners)), ("fill", "currentColor")]);
}

fn draw_stage(svg: &mut Svg, stage: &Stage, place: &Place) {
    let mut class = "stage".to_owned();
    if stage.is_empty {
        class.push_str(" empty");
    }
    if stage.is_unowned {
        class.push_str(" unowned");
    }
    let name = if stage.href.is_empty() { "g" } else { "a" };
    svg.start(name, &[("class", &class), ("href", &stage.href)]);
    let (x, y) = (number(place.node.0), number(place.node.1));
    if stage.is_unowned {
        let alarm = [("class", "stage-alarm"), ("cx", &x), ("cy", &y), ("r", "28"), ("stroke-dasharray", "5 4")];
        svg.empty("circle", &[&alarm[..], &[("fill", "none"), ("stroke", "currentColor")]].concat());
    }
    let ring = [("class", "stage-ring"), ("cx", &x), ("cy", &y), ("r", "22"), ("stroke-width", "2.5")];
    svg.empty("circle", &[&ring[..], &[("fill", "none"), ("stroke", "currentColor")]].concat());
    svg.text("stage-number", (place.node.0, place.node.1 + 6.0), "middle", &stage.number);
    // Where the badge goes above, the label makes room for it below itself.
    #[allow(clippy::cast_precision_loss, reason = "lines are few")]
    let lift = if place.badge_below { 0.0 } else { 15.0 * stage.badge.len() as f64 };
    let mut y = place.label.1 - lift;
    svg.text("stage-label", (place.label.0, y), place.anchor, &stage.label);
    for line in &stage.badge {
        y += 15.0;
        svg.text("stage-badge", (place.label.0, y), place.anchor, line);
    }
    svg.end(name);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stages(names: &[&str]) -> Vec<Stage> {
        names
            .iter()
            .map(|name| Stage {
                number: "1".into(),
                label: (*name).into(),
                badge: vec!["3 journeys".into(), "2 unowned".into()],
                href: format!("/{name}/?a&b"),
                is_empty: false,
                is_unowned: true,
            })
            .collect()
    }

    fn lobes() -> [Lobe; 2] {
        let buy = stages(&["Need", "Research", "Select", "Purchase"]);
        let own = stages(&["Receive", "Use", "Maintain", "Recommend"]);
        [Lobe { label: "Buy".into(), stages: buy }, Lobe { label: "Own".into(), stages: own }]
    }

    #[test]
    fn stages_stand_evenly_along_the_stroke() {
        let places: Vec<(f64, f64)> = [FRAC_PI_2, -FRAC_PI_2]
            .into_iter()
            .flat_map(|start| stage_angles(start, 4))
            .map(|t| (point(t).0.round(), point(t).1.round()))
            .collect();
        let expected = [
            (381.0, 151.0),
            (156.0, 112.0),
            (157.0, 349.0),
            (382.0, 309.0),
            (579.0, 151.0),
            (804.0, 112.0),
            (803.0, 349.0),
            (578.0, 309.0),
        ];
        for (place, expected) in places.iter().zip(expected) {
            assert!(
                (place.0 - expected.0).abs() <= 1.0 && (place.1 - expected.1).abs() <= 1.0,
                "{place:?} {expected:?}"
            );
        }
    }

    #[test]
    fn every_stage_is_a_link_with_its_words() {
        let lobes = lobes();
        let promise = Promise { label: "promise".into(), href: "/promise/".into() };
        let lifecycle = Lifecycle {
            lobes: &lobes,
            loops: true,
            promise: Some(&promise),
            direction: Direction::Ltr,
            id: "loop",
            title: "Eight stages",
        };
        let svg = lifecycle.svg();
        assert_eq!(svg.matches("<a class=\"stage unowned\"").count(), 8, "{svg}");
        assert!(svg.contains("href=\"/Need/?a&amp;b\"") && svg.contains("role=\"group\""), "{svg}");
        assert_eq!(svg.matches("loop-arrow").count(), 6);
        let mirrored = Lifecycle { direction: Direction::Rtl, ..lifecycle }.svg();
        assert_ne!(svg, mirrored);
        assert!(!svg.contains("NaN") && !svg.contains("style"));
    }

    #[test]
    fn what_does_not_loop_is_a_line() {
        let lobes = lobes();
        let line =
            Lifecycle { lobes: &lobes, loops: false, promise: None, direction: Direction::Ltr, id: "l", title: "t" }
                .svg();
        assert!(line.contains("<svg class=\"line\"") && !line.contains("loop-buy"), "{line}");
        assert_eq!(line.matches("stage-number").count(), 8);
        let none =
            Lifecycle { lobes: &[], loops: true, promise: None, direction: Direction::Ltr, id: "l", title: "t" }.svg();
        assert!(!none.contains("NaN"), "{none}");
    }
}
