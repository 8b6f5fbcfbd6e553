//! Fenced Mermaid journeys in prose to small maps: the same table, with the curve over its columns.
//!
//! Any other diagram, and a journey that Mermaid would not read, stays the code it is.

use super::page::Html;
use super::scope::Scope;
use crate::draw::{Curve, CurvePoint};
use crate::markdown::mermaid::{self, Chart, Task};

/// How `markdown` opens a fenced block of the language.
const OPEN: &str = "<pre dir=\"ltr\" tabindex=\"0\"><code class=\"language-mermaid\">";
const CLOSE: &str = "</code></pre>";

impl Scope<'_> {
    /// The HTML of prose, with its Mermaid journeys drawn.
    pub(super) fn with_diagrams(&self, html: String) -> String {
        if !html.contains(OPEN) {
            return html;
        }
        let mut out = String::with_capacity(html.len());
        let mut rest = html.as_str();
        while let Some((before, after)) = rest.split_once(OPEN) {
            let Some((code, behind)) = after.split_once(CLOSE) else { break };
            out.push_str(before);
            match self.diagram(code) {
                Some(drawn) => out.push_str(&drawn),
                None => out.extend([OPEN, code, CLOSE]),
            }
            rest = behind;
        }
        out.push_str(rest);
        out
    }

    fn diagram(&self, code: &str) -> Option<String> {
        let text = quick_xml::escape::unescape(code).ok()?;
        let chart = mermaid::parse(&text).ok()?;
        let tasks: Vec<&Task> = chart.tasks().collect();
        mermaid::why_not_drawn(&text).is_none().then(|| self.chart(&chart, &tasks))
    }

    fn chart(&self, chart: &Chart, tasks: &[&Task]) -> String {
        let own = |text: &str| Html::escaped(text).as_str().to_owned();
        let words = |key: &str| self.marked(self.locale(), own(&self.say(key))).as_str().to_owned();
        let count = tasks.len();
        let title = chart.title.as_deref().or(chart.acc_title.as_deref()).filter(|title| !title.is_empty());
        let label = title.map_or_else(|| own(&self.say("journey-map")), own);
        let mut html = format!(
            "<section class=\"scroll map-scroll diagram\" tabindex=\"0\" aria-label=\"{label}\">\n\
             <table class=\"map\" data-steps=\"{count}\">\n<caption>{}</caption>\n<colgroup><col class=\"lane\"></colgroup>",
            title.map_or_else(|| words("journey-map"), own),
        );
        let sections = || chart.sections.iter().filter(|section| !section.tasks.is_empty());
        for section in sections() {
            html += &format!("<colgroup span=\"{}\"></colgroup>", section.tasks.len());
        }
        html += "\n<thead>";
        if sections().any(|section| !section.name.is_empty()) {
            html += "<tr class=\"phases\"><td class=\"corner\"></td>";
            for section in sections() {
                let (span, name) = (section.tasks.len(), own(&section.name));
                html += &format!("<th scope=\"colgroup\" colspan=\"{span}\"><span class=\"phase\">{name}</span></th>");
            }
            html += "</tr>\n";
        }
        html += &format!("<tr class=\"steps\"><th scope=\"col\" class=\"corner\">{}</th>", words("map-lane"));
        for (at, task) in tasks.iter().enumerate() {
            let (number, name) = (self.number(at + 1), own(&task.name));
            html += &format!(
                "<th scope=\"col\"><span class=\"stop\" aria-hidden=\"true\">{number}</span> <b>{name}</b></th>"
            );
        }
        html += "</tr></thead>\n<tbody class=\"group\">";
        if let Some(curve) = self.chart_curve(tasks) {
            let lane = words("lane-curve");
            html += &format!(
                "<tr><th scope=\"row\">{lane}</th><td class=\"drawing\" colspan=\"{count}\">{curve}</td></tr>\n"
            );
        }
        let felt = |task: &&Task| tenths(task).map(|score| own(&self.score(score)));
        html += &self.chart_row(&words("lane-feels"), tasks.iter().map(felt));
        if tasks.iter().any(|task| !task.actors.is_empty()) {
            let actors = |task: &&Task| (!task.actors.is_empty()).then(|| own(&self.list(&task.actors)));
            html += &self.chart_row(&words("diagram-actors"), tasks.iter().map(actors));
        }
        html + "</tbody>\n</table>\n</section>\n"
    }

    fn chart_row(&self, label: &str, cells: impl Iterator<Item = Option<String>>) -> String {
        let nothing = self.marked(self.locale(), Html::escaped(&self.say("map-empty")).as_str().to_owned());
        let empty = format!("<span aria-hidden=\"true\">–</span> <span class=\"hidden\">{}</span>", nothing.as_str());
        let cells: Vec<String> = cells.map(|cell| format!("<td>{}</td>", cell.as_ref().unwrap_or(&empty))).collect();
        format!("<tr><th scope=\"row\">{label}</th>{}</tr>\n", cells.concat())
    }

    /// The curve; hidden from assistive technology, because the row below says the same.
    fn chart_curve(&self, tasks: &[&Task]) -> Option<String> {
        let point = |task: &&Task| {
            let score = tenths(task);
            let label = score.map(|score| self.score(score)).unwrap_or_default();
            CurvePoint { score, label, ..CurvePoint::default() }
        };
        let points: Vec<CurvePoint> = tasks.iter().map(point).collect();
        let curve = Curve {
            points: &points,
            compared: &[],
            direction: self.direction(),
            id: "",
            title: "",
            desc: "",
            peak_and_end: ("", ""),
            window: None,
        };
        points.iter().any(|point| point.score.is_some()).then(|| curve.svg())
    }
}

/// A score from 1 to 5 on the scale of a map, in tenths.
fn tenths(task: &Task) -> Option<i8> {
    let tenths = ((task.score - 3.0) * 10.0).round().clamp(-20.0, 20.0);
    #[allow(clippy::cast_possible_truncation, reason = "it lies between -20 and 20")]
    (!tenths.is_nan()).then_some(tenths as i8)
}
