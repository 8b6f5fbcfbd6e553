//! A map's words and drawings to one SVG that stands alone.
//!
//! No browser lays this text out: lines are broken here, by the widths of [`words`](super::words). It
//! uses nothing that office programs and drawing programs lack: no `foreignObject`, no custom
//! properties, no halo behind text, nothing from elsewhere.
//!
//! A right-to-left line says so twice. Browsers and Inkscape know `direction`, with which text starts
//! at its right end. LibreOffice Draw does not: there the line is anchored at what it takes for the
//! end, and carries its direction in characters. The rule that makes the one anchor the other is
//! written with a selector that LibreOffice does not read.

use super::COLUMN;
use super::svg::{Svg, escaped, number, pair, view_box};
use super::words::{Weight, lines, width};
use crate::base::Direction;

const LANE: f64 = 132.0;
const MARGIN: f64 = 24.0;
const PAD: f64 = 8.0;
const SIZE: f64 = 12.0;
const LEADING: f64 = 16.2;

const TEXT: &str = "#1b2420";
const MUTED: &str = "#55605a";
const RULE: &str = "#d9d4c7";
const JOURNEY: &str = "#0f6b62";
const TINT: &str = "#e3f0ed";

/// The classes of the drawings inside, in colours on white.
const STYLE: &str = ".curve-grid{stroke:#d9d4c7}.curve-zero{stroke:#857d6c}.curve-score{font-size:11px;fill:#55605a}\
.curve-line{stroke:#0f6b62;stroke-width:4}.curve-area{fill:#e3f0ed;opacity:1}\
.curve-compared{stroke:#7a3e86;stroke-width:2.5}.pos,.zero{stroke:#0f6b62;stroke-width:2.5;fill:#0f6b62}\
.neg{stroke:#b3261e;stroke-width:2.5;fill:#b3261e}.assumed{fill:#ffffff}.curve-label{font-size:12px;font-weight:700}\
.peak,.end{font-size:10px;font-weight:700;fill:#55605a}.mot{stroke:#b3261e;stroke-width:2}.wow{fill:#855108}\
.staff{stroke:#8a4b00;stroke-width:2}.staff-line{stroke:#8a4b00}.staff-gap{font-size:11px;font-weight:700;fill:#8a4b00}\
.off-path-line,.off-path-exit{stroke:#b3261e}.off-path-head{fill:#b3261e}.off-path-plate{fill:#ffffff}\
.off-path-label{font-size:12px;font-weight:700;fill:#b3261e}\
text[direction=\"rtl\"][text-anchor=\"end\"]{text-anchor:start}";

/// A map to draw.
#[derive(Clone, Debug)]
pub struct Poster<'a> {
    /// The journey's name.
    pub title: &'a str,
    /// Whose it is and how long, in a sentence.
    pub caption: &'a str,
    /// How it goes, for those who do not see it.
    pub desc: &'a str,
    /// The tag of the language.
    pub lang: &'a str,
    /// Which way text and columns run.
    pub direction: Direction,
    /// The phases in order.
    pub phases: &'a [PosterPhase],
    /// The steps in order.
    pub steps: &'a [PosterStep],
    /// The rows from top to bottom.
    pub rows: &'a [PosterRow<'a>],
    /// What its marks mean: each drawn, and in words.
    pub legend: &'a [(&'a str, &'a str)],
    /// What stands below, a paragraph each: what the dashed line is, when it was mapped, whose it is.
    pub foot: &'a [String],
}

/// A stretch of columns.
#[derive(Clone, Debug)]
pub struct PosterPhase {
    /// Number, name, stage.
    pub text: String,
    /// How many steps it has.
    pub span: usize,
}

/// The head of a column.
#[derive(Clone, Debug)]
pub struct PosterStep {
    /// In the circle.
    pub number: String,
    /// The step's name.
    pub name: String,
    /// How it happens, and what marks it.
    pub notes: Vec<Line>,
}

/// A row below the heads.
#[derive(Clone, Debug)]
pub enum PosterRow<'a> {
    /// One cell a step.
    Cells {
        /// The lane's name.
        label: &'a str,
        /// What stands in each.
        cells: Vec<Vec<Line>>,
    },
    /// A drawing over all columns.
    Drawing {
        /// The lane's name.
        label: &'a str,
        /// SVG as `draw` makes it, as wide as all columns.
        svg: &'a str,
    },
    /// A line of the blueprint.
    Line {
        /// What it is called.
        label: &'a str,
        /// Which it is: `interaction`, `visibility`, `internal`, or any other for a thin rule.
        key: &'a str,
    },
}

/// A paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub text: String,
    /// What it says of the customer: `bad`, `warn`, `ok`, `partly`, `muted`, or nothing.
    pub tone: &'static str,
    /// Whether it is set in slanted letters.
    pub is_slanted: bool,
}

impl Poster<'_> {
    /// Draws it: a whole document.
    #[must_use]
    pub fn svg(&self) -> String {
        let width = 2.0 * MARGIN + LANE + column(self.steps.len());
        let mut page = Sheet { svg: Svg::new(width, self.direction), width, y: MARGIN };
        page.block(MARGIN, width - 2.0 * MARGIN, &[Style::title().of(self.title)]);
        page.block(MARGIN, width - 2.0 * MARGIN, &[Style::note().of(self.caption)]);
        page.y += 12.0;
        self.heads(&mut page);
        for row in self.rows {
            match row {
                PosterRow::Cells { label, cells } => page.cells(label, cells),
                PosterRow::Drawing { label, svg } => page.drawing(label, svg, self.direction),
                PosterRow::Line { label, key } => page.line(label, key),
            }
        }
        page.rule(RULE, "1", "");
        page.y += 10.0;
        page.legend(self.legend, self.direction);
        let foot: Vec<Paragraph<'_>> = self.foot.iter().map(|text| Style::note().of(text)).collect();
        page.block(MARGIN, width - 2.0 * MARGIN, &foot);
        self.document(page)
    }

    fn heads(&self, page: &mut Sheet) {
        let mut at = 0;
        let mut bottom = page.y;
        let top = page.y;
        for phase in self.phases {
            let (left, room) = (MARGIN + LANE + column(at), column(phase.span));
            page.y = top + PAD;
            page.block(left + PAD, room - 2.0 * PAD, &[Style::strong(JOURNEY).of(&phase.text)]);
            bottom = bottom.max(page.y + PAD);
            at += phase.span;
        }
        at = 0;
        for phase in self.phases {
            let (left, room) = (MARGIN + LANE + column(at), column(phase.span));
            page.behind_box(left + 1.5, room - 3.0, (top, bottom));
            at += phase.span;
        }
        let line = bottom + 24.0;
        if let Some(last) = self.steps.len().checked_sub(1) {
            let (from, to) = (MARGIN + LANE + 22.0, MARGIN + LANE + 22.0 + column(last));
            page.behind_line(from, to, line);
        }
        let mut lowest = line;
        for (index, step) in self.steps.iter().enumerate() {
            let left = MARGIN + LANE + column(index);
            page.stop(left + 22.0, line, &step.number);
            page.y = line + 22.0;
            let name = Style::strong(TEXT).of(&step.name);
            let notes = step.notes.iter().map(Paragraph::from);
            let all: Vec<Paragraph<'_>> = std::iter::once(name).chain(notes).collect();
            page.block(left + PAD, COLUMN - 2.0 * PAD, &all);
            lowest = lowest.max(page.y);
        }
        page.y = lowest + PAD;
    }

    fn document(&self, page: Sheet) -> String {
        let height = page.y + MARGIN;
        let fonts = match self.direction {
            Direction::Ltr => "'Atkinson Hyperlegible Next', 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
            Direction::Rtl => "Vazirmatn, 'Noto Sans Arabic', 'Noto Naskh Arabic', 'DejaVu Sans', sans-serif",
        };
        let mut svg = Svg::new(page.width, Direction::Ltr);
        let (wide, high) = (number(page.width), number(height));
        svg.start(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("width", &wide),
                ("height", &high),
                ("viewBox", &format!("0.0 0.0 {wide} {high}")),
                ("xml:lang", self.lang),
                ("role", "img"),
                ("aria-labelledby", "title desc"),
                ("font-family", fonts),
                ("font-size", "12"),
                ("fill", TEXT),
                ("color", TEXT),
            ],
        );
        for (name, text) in [("title", self.title), ("desc", self.desc)] {
            svg.start(name, &[("id", name)]);
            svg.raw(&escaped(text));
            svg.end(name);
        }
        svg.start("style", &[]);
        svg.raw(STYLE);
        svg.end("style");
        svg.empty("rect", &[("width", &wide), ("height", &high), ("fill", "#ffffff")]);
        svg.raw(&page.svg.into_string());
        svg.end("svg");
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", svg.into_string())
    }
}

#[allow(clippy::cast_precision_loss, reason = "columns are few")]
fn column(index: usize) -> f64 {
    index as f64 * COLUMN
}

/// How a paragraph is set.
#[derive(Clone, Copy)]
struct Style {
    size: f64,
    weight: Weight,
    fill: &'static str,
    is_slanted: bool,
}

struct Paragraph<'a> {
    text: &'a str,
    style: Style,
}

impl Style {
    fn title() -> Self {
        Self { size: 22.0, weight: Weight::Bold, fill: TEXT, is_slanted: false }
    }

    fn note() -> Self {
        Self { size: SIZE, weight: Weight::Regular, fill: MUTED, is_slanted: false }
    }

    fn strong(fill: &'static str) -> Self {
        Self { size: SIZE + 1.0, weight: Weight::Bold, fill, is_slanted: false }
    }

    fn of(self, text: &str) -> Paragraph<'_> {
        Paragraph { text, style: self }
    }

    fn leading(self) -> f64 {
        self.size * LEADING / SIZE
    }
}

impl<'a> From<&'a Line> for Paragraph<'a> {
    fn from(line: &'a Line) -> Self {
        let fill = match line.tone {
            "bad" => "#b3261e",
            "warn" => "#8a4b00",
            "ok" => "#1e6b3a",
            "partly" => "#2d55a5",
            "muted" => MUTED,
            _ => TEXT,
        };
        let style = Style { size: SIZE, weight: Weight::Regular, fill, is_slanted: line.is_slanted };
        Self { text: &line.text, style }
    }
}

/// A page that is filled from top to bottom. Lengths run from the side where text starts.
struct Sheet {
    svg: Svg,
    width: f64,
    y: f64,
}

impl Sheet {
    /// Writes paragraphs from `left` on and moves below them.
    fn block(&mut self, left: f64, room: f64, paragraphs: &[Paragraph<'_>]) {
        for paragraph in paragraphs {
            let style = paragraph.style;
            let lines = lines(paragraph.text, style.weight, style.size, room);
            if lines.is_empty() {
                continue;
            }
            let is_rtl = self.svg.x(0.0) > self.svg.x(1.0);
            let (x, size) = (number(self.svg.x(left)), number(style.size));
            self.svg.start(
                "text",
                &[
                    ("font-size", &size),
                    ("font-weight", if style.weight == Weight::Bold { "700" } else { "" }),
                    ("font-style", if style.is_slanted && !is_rtl { "italic" } else { "" }),
                    ("fill", style.fill),
                    ("direction", if is_rtl { "rtl" } else { "" }),
                    ("text-anchor", if is_rtl { "end" } else { "" }),
                ],
            );
            for line in lines {
                self.y += style.leading();
                let baseline = number(self.y - style.leading() * 0.28);
                self.svg.start("tspan", &[("x", &x), ("y", &baseline)]);
                let line = escaped(&line);
                self.svg.raw(&if is_rtl { format!("\u{2067}{line}\u{2069}") } else { line.into_owned() });
                self.svg.end("tspan");
            }
            self.svg.end("text");
        }
    }

    fn rule(&mut self, colour: &str, width: &str, dashes: &str) {
        let d = format!("M{}H{}", pair(MARGIN, self.y), number(self.width - MARGIN));
        self.svg.empty(
            "path",
            &[("d", &d), ("fill", "none"), ("stroke", colour), ("stroke-width", width), ("stroke-dasharray", dashes)],
        );
    }

    fn label(&mut self, label: &str) {
        let style = Style { weight: Weight::Bold, ..Style::note() };
        self.block(MARGIN, LANE - PAD, &[style.of(label)]);
    }

    fn cells(&mut self, label: &str, cells: &[Vec<Line>]) {
        self.rule(RULE, "1", "");
        let top = self.y + PAD;
        self.y = top;
        self.label(label);
        let mut lowest = self.y;
        for (index, cell) in cells.iter().enumerate() {
            self.y = top;
            let paragraphs: Vec<Paragraph<'_>> = cell.iter().map(Paragraph::from).collect();
            self.block(MARGIN + LANE + column(index) + PAD, COLUMN - 2.0 * PAD, &paragraphs);
            lowest = lowest.max(self.y);
        }
        self.y = lowest + PAD;
    }

    fn drawing(&mut self, label: &str, drawing: &str, direction: Direction) {
        let Some([_, _, wide, high]) = view_box(drawing) else { return };
        self.rule(RULE, "1", "");
        let top = self.y;
        self.y = top + PAD;
        self.label(label);
        self.placed(drawing, (MARGIN + LANE, top + 2.0), (wide, high), direction);
        self.y = self.y.max(top + high + 4.0) + 2.0;
    }

    /// The signs beside their words, as many beside each other as there is room for.
    fn legend(&mut self, legend: &[(&str, &str)], direction: Direction) {
        let style = Style::note();
        let (room, mut left, mut bottom) = (self.width - MARGIN, MARGIN, self.y);
        for (sign, words) in legend {
            let Some([_, _, wide, high]) = view_box(sign) else { continue };
            let words_wide = (width(words, style.weight, style.size) + 1.0).min(room - MARGIN - wide - PAD);
            if left > MARGIN && left + wide + PAD + words_wide > room {
                (left, self.y) = (MARGIN, bottom);
            }
            let top = self.y;
            self.placed(sign, (left, top), (wide, high), direction);
            self.y = top + (high - style.leading()) / 2.0;
            self.block(left + wide + PAD, words_wide, &[style.of(words)]);
            bottom = bottom.max(self.y).max(top + high);
            (left, self.y) = (left + wide + 3.0 * PAD + words_wide, top);
        }
        self.y = bottom + if legend.is_empty() { 0.0 } else { PAD };
    }

    /// A drawing whose side where text starts is at `left`.
    fn placed(&mut self, drawing: &str, (left, top): (f64, f64), (wide, high): (f64, f64), direction: Direction) {
        let x = self.svg.x(left).min(self.svg.x(left + wide));
        let place = format!(
            "<svg x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" ",
            number(x),
            number(top),
            number(wide),
            number(high)
        );
        let drawing = drawing.replacen("<svg ", &place, 1);
        let drawing = match direction {
            Direction::Ltr => drawing,
            Direction::Rtl => drawing.replace("<text ", "<text direction=\"rtl\" "),
        };
        self.svg.raw(&drawing);
    }

    fn line(&mut self, label: &str, key: &str) {
        match key {
            "interaction" => self.rule(TEXT, "2", ""),
            "internal" => self.rule(TEXT, "2", "8 5"),
            "visibility" => {
                self.rule(TEXT, "1.5", "");
                self.y += 4.0;
                self.rule(TEXT, "1.5", "");
            }
            _ => self.rule(MUTED, "1", ""),
        }
        self.y += 4.0;
        let style = Style { weight: Weight::Bold, ..Style::note() };
        self.block(MARGIN, self.width - 2.0 * MARGIN, &[style.of(label)]);
        self.y += 4.0;
    }

    /// The ground of a phase, under words that are written already.
    fn behind_box(&mut self, left: f64, room: f64, (top, bottom): (f64, f64)) {
        let x = number(self.svg.x(left).min(self.svg.x(left + room)));
        let (room, high) = (number(room), number(bottom - top));
        let ground = [("x", x.as_str()), ("y", &number(top)), ("width", &room), ("height", &high), ("fill", TINT)];
        self.svg.before_all("rect", &ground);
    }

    fn behind_line(&mut self, from: f64, to: f64, y: f64) {
        let d = format!("M{}H{}", pair(self.svg.x(from), y), number(self.svg.x(to)));
        self.svg.empty("path", &[("d", &d), ("fill", "none"), ("stroke", JOURNEY), ("stroke-width", "4")]);
    }

    fn stop(&mut self, x: f64, y: f64, label: &str) {
        let (x, middle) = (self.svg.x(x), y + 4.0);
        let ring = [("cx", number(x)), ("cy", number(y)), ("r", "13".to_owned())];
        let ring: Vec<(&str, &str)> = ring.iter().map(|(key, value)| (*key, value.as_str())).collect();
        let paint = [("fill", "#ffffff"), ("stroke", JOURNEY), ("stroke-width", "3")];
        self.svg.empty("circle", &[&ring[..], &paint].concat());
        let place = [("x", number(x)), ("y", number(middle))];
        self.svg.start(
            "text",
            &[("x", &place[0].1), ("y", &place[1].1), ("text-anchor", "middle"), ("font-weight", "700")],
        );
        self.svg.raw(&escaped(label));
        self.svg.end("text");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn poster(direction: Direction) -> String {
        let phases = [PosterPhase { text: "1 Report it".into(), span: 2 }];
        let step = |name: &str| PosterStep { number: "1".into(), name: name.into(), notes: Vec::new() };
        let steps = [step("Finds <damage>"), step("Calls")];
        let line = |text: &str| Line { text: text.into(), tone: "bad", is_slanted: true };
        let rows = [
            PosterRow::Cells {
                label: "Does",
                cells: vec![vec![line("Walks round the car and looks for the policy")], Vec::new()],
            },
            PosterRow::Drawing { label: "Feels", svg: "<svg class=\"curve\" viewBox=\"0.0 -6.0 352.0 174.0\"></svg>" },
            PosterRow::Line { label: "Line of visibility", key: "visibility" },
        ];
        Poster {
            title: "I make a claim",
            caption: "Two steps",
            desc: "Ends well.",
            lang: "en",
            direction,
            phases: &phases,
            steps: &steps,
            rows: &rows,
            legend: &[("<svg class=\"sign\" viewBox=\"0.0 0.0 28.0 28.0\"></svg>", "a moment of truth")],
            foot: &["2027".to_owned()],
        }
        .svg()
    }

    #[test]
    fn it_is_a_document_of_its_own() {
        let svg = poster(Direction::Ltr);
        assert!(svg.starts_with("<?xml") && svg.contains("<title id=\"title\">I make a claim</title>"), "{svg}");
        assert!(svg.contains("Finds &lt;damage&gt;") && svg.contains("<desc id=\"desc\">Ends well.</desc>"), "{svg}");
        for lacking in ["foreignObject", "var(", "paint-order", "href", "NaN"] {
            assert!(!svg.contains(lacking), "{lacking} in {svg}");
        }
        let mut reader = quick_xml::Reader::from_str(&svg);
        loop {
            match reader.read_event().expect("well-formed") {
                quick_xml::events::Event::Eof => break,
                _ => continue,
            }
        }
    }

    #[test]
    fn words_are_broken_into_lines_of_their_column() {
        let svg = poster(Direction::Ltr);
        assert!(svg.contains(">Walks round the car and</tspan>"), "{svg}");
    }

    #[test]
    fn columns_run_the_other_way_and_say_so_in_characters() {
        let svg = poster(Direction::Rtl);
        assert!(svg.contains("\u{2067}Calls\u{2069}") && svg.contains("text-anchor=\"end\""), "{svg}");
        assert!(svg.contains("width=\"352.0\" height=\"174.0\" class=\"curve\""), "{svg}");
        assert!(svg.contains("<svg x=\"24.0\""), "{svg}");
    }

    #[test]
    fn the_legend_wraps_and_stays_inside() {
        let sign = "<svg class=\"sign\" viewBox=\"0.0 0.0 28.0 28.0\"></svg>";
        let words = "words of some length that need a line";
        let long = "words ".repeat(60);
        let legend = [(sign, words), (sign, words), (sign, long.as_str())];
        let mut page = Sheet { svg: Svg::new(400.0, Direction::Ltr), width: 400.0, y: 0.0 };
        page.legend(&legend, Direction::Ltr);
        let svg = page.svg.into_string();
        assert!(svg.contains("<svg x=\"24.0\" y=\"0.0\"") && svg.contains("<svg x=\"24.0\" y=\"28.0\""), "{svg}");
        assert!(page.y > 56.0 + 3.0 * LEADING, "{}", page.y);
    }

    #[test]
    fn a_map_of_nothing_is_drawn_all_the_same() {
        let empty = Poster {
            title: "",
            caption: "",
            desc: "",
            lang: "en",
            direction: Direction::Ltr,
            phases: &[],
            steps: &[],
            rows: &[],
            legend: &[],
            foot: &[],
        };
        assert!(!empty.svg().contains("NaN"));
    }
}
