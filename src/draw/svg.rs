//! Numbers and text to the pieces that every drawing is written with.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::base::Direction;

/// A drawing being written.
pub(super) struct Svg {
    out: String,
    width: f64,
    direction: Direction,
}

impl Svg {
    /// Starts with nothing in it. `width` is what x is mirrored in.
    pub(super) fn new(width: f64, direction: Direction) -> Self {
        Self { out: String::new(), width, direction }
    }

    /// Where x lies, mirrored if text runs from right to left.
    pub(super) fn x(&self, x: f64) -> f64 {
        match self.direction {
            Direction::Ltr => x,
            Direction::Rtl => self.width - x,
        }
    }

    /// Writes `<name a="…"/>`; values are escaped.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.pop();
        self.out.push_str("/>");
    }

    /// Writes `<name a="…">`.
    pub(super) fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
            for piece in [" ", key, "=\"", &escaped(value), "\""] {
                self.out.push_str(piece);
            }
        }
        self.out.push('>');
    }

    /// Writes `</name>`.
    pub(super) fn end(&mut self, name: &str) {
        for piece in ["</", name, ">"] {
            self.out.push_str(piece);
        }
    }

    /// Writes what is SVG already.
    pub(super) fn raw(&mut self, svg: &str) {
        self.out.push_str(svg);
    }

    /// Writes `<name a="…"/>` under all that is written so far.
    pub(super) fn before_all(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let above = std::mem::take(&mut self.out);
        self.empty(name, attributes);
        self.out.push_str(&above);
    }

    /// What is written so far.
    pub(super) fn into_string(self) -> String {
        self.out
    }

    /// Writes a path in the colour of the text, without a fill.
    pub(super) fn line(&mut self, class: &str, d: &str) {
        self.empty("path", &[("class", class), ("d", d), ("fill", "none"), ("stroke", "currentColor")]);
    }

    /// Writes text at a place that is already mirrored.
    pub(super) fn text(&mut self, class: &str, (x, y): (f64, f64), anchor: &str, text: &str) {
        self.text_in("", class, (x, y), anchor, text);
    }

    /// The same in another language than what is around it, unless that is empty.
    pub(super) fn text_in(&mut self, lang: &str, class: &str, (x, y): (f64, f64), anchor: &str, text: &str) {
        let attributes =
            [("class", class), ("x", &*number(x)), ("y", &*number(y)), ("text-anchor", anchor), ("lang", lang)];
        self.start("text", &attributes);
        self.out.push_str(&escaped(text));
        self.end("text");
        // Where nothing is drawn, one word does not run into the next.
        self.out.push(' ');
    }

    /// The value of `text-anchor` for text that goes from its place to the right, or to the left.
    pub(super) fn anchor_towards(&self, goes_right: bool) -> &'static str {
        if goes_right == (self.direction == Direction::Ltr) { "start" } else { "end" }
    }

    /// Wraps all in an `<svg>` with what it is called. Without an id it is hidden from assistive
    /// technology: what it shows is said beside it.
    pub(super) fn finish(self, frame: &Frame<'_>) -> String {
        let [left, top, width, height] = frame.view_box;
        let fit = if frame.fills_columns { "none" } else { "" };
        let view_box = format!("{} {} {} {}", number(left), number(top), number(width), number(height));
        let mut svg = Self { out: String::new(), width: 0.0, direction: Direction::Ltr };
        if frame.id.is_empty() {
            svg.start(
                "svg",
                &[
                    ("class", frame.class),
                    ("viewBox", &view_box),
                    ("preserveAspectRatio", fit),
                    ("aria-hidden", "true"),
                ],
            );
        } else {
            let (title, desc) = (format!("{}-title", frame.id), format!("{}-desc", frame.id));
            // Links inside an image are out of reach, so a drawing with links is a group.
            let role = if frame.has_links { "group" } else { "img" };
            let named = [("class", frame.class), ("viewBox", &view_box), ("role", role), ("aria-labelledby", &title)];
            let described = if frame.desc.is_empty() { "" } else { &desc };
            svg.start("svg", &[&named[..], &[("aria-describedby", described), ("preserveAspectRatio", fit)]].concat());
            svg.start("title", &[("id", &title)]);
            svg.out.push_str(&escaped(frame.title));
            svg.end("title");
            if !frame.desc.is_empty() {
                svg.start("desc", &[("id", &desc)]);
                svg.out.push_str(&escaped(frame.desc));
                svg.end("desc");
            }
        }
        svg.out.push_str(&self.out);
        svg.end("svg");
        svg.out
    }
}

/// What surrounds a drawing.
pub(super) struct Frame<'a> {
    pub(super) class: &'a str,
    pub(super) view_box: [f64; 4],
    /// Goes before the ids of title and description; empty for a drawing that only repeats text.
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) desc: &'a str,
    pub(super) has_links: bool,
    /// Whether its width is that of columns beside it. Browsers round heights, and a wide drawing that keeps
    /// its proportions would be off by a part of a pixel for it.
    pub(super) fills_columns: bool,
}

impl<'a> Frame<'a> {
    /// Of a drawing that only repeats what is said in words beside it: it has no name and leads nowhere.
    pub(super) fn repeating(class: &'a str, view_box: [f64; 4]) -> Self {
        Self { class, view_box, id: "", title: "", desc: "", has_links: false, fills_columns: false }
    }
}

/// The `viewBox` of a drawing that [`Svg::finish`] has made.
pub(super) fn view_box(drawing: &str) -> Option<[f64; 4]> {
    let (_, rest) = drawing.split_once("viewBox=\"")?;
    let (numbers, _) = rest.split_once('"')?;
    let mut numbers = numbers.split(' ').map(str::parse);
    let mut next = || numbers.next()?.ok();
    Some([next()?, next()?, next()?, next()?])
}

/// One decimal; nought without a sign.
pub(super) fn number(value: f64) -> String {
    let mut text = String::new();
    push_number(&mut text, value);
    text
}

/// The same, at the end of a text.
pub(super) fn push_number(text: &mut String, value: f64) {
    #[allow(clippy::cast_possible_truncation, reason = "a drawing is not that large, and a cast stays within bounds")]
    let tenths = (value * 10.0).round_ties_even() as i64;
    if tenths < 0 {
        text.push('-');
    }
    let _ = write!(text, "{}.{}", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
}

/// Two numbers, as paths have them.
pub(super) fn pair(x: f64, y: f64) -> String {
    let mut text = String::new();
    push_pair(&mut text, x, y);
    text
}

/// The same, at the end of a path.
pub(super) fn push_pair(text: &mut String, x: f64, y: f64) {
    push_number(text, x);
    text.push(' ');
    push_number(text, y);
}

/// `M a L b L c Z`.
pub(super) fn polygon(corners: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (at, (x, y)) in corners.iter().enumerate() {
        path.push(if at == 0 { 'M' } else { 'L' });
        push_pair(&mut path, *x, *y);
    }
    path.push('Z');
    path
}

/// The text for content and attributes, without the control characters that XML does not know.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    let is_unknown = |letter: char| letter.is_control() && letter != '\n';
    if !text.contains(is_unknown) {
        return quick_xml::escape::escape(text);
    }
    let known: String = text.chars().filter(|letter| !is_unknown(*letter)).collect();
    quick_xml::escape::escape(&known).into_owned().into()
}

/// The text with a mark that keeps a sign at its start before its number, where text runs from
/// right to left.
pub(super) fn directed(text: &str, direction: Direction) -> String {
    let is_signed = text.starts_with(['+', '-', '\u{2212}']);
    if is_signed && direction == Direction::Rtl { format!("\u{200e}{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nought_has_no_sign() {
        assert_eq!(number(-0.04), "0.0");
        assert_eq!([number(-0.06), number(12.34), number(-168.0)], ["-0.1", "12.3", "-168.0"]);
    }
}
