//! Journeys to Mermaid's `journey` diagrams, and back.
//!
//! A diagram holds phases, steps, scores from 1 to 5 and who takes part; the rest is told as lost. The grammar, with
//! its escapes, is [`markdown::mermaid`](crate::markdown::mermaid)'s.

use std::fmt::Write;

use super::draft::{Draft, PhaseDraft, StepDraft, Wishes, shown};
use super::files::Document;
use super::subject::Subject;
use super::{Fault, LossReport};
use crate::base::{Id, count};
use crate::content::Kind;
use crate::content::front_matter::Step;
use crate::graph::Graph;
use crate::markdown::mermaid::{Chart, escaped, parse};

use super::authored::Authored;

/// The remark that names a journey, so that it keeps its id on the way back.
const ID: &str = "%% id: ";

/// Writes several journeys as a page of Markdown with a fenced diagram for each.
#[must_use]
pub fn write_all<'a>(subjects: impl IntoIterator<Item = Subject<'a>>, report: &mut LossReport) -> String {
    let page = |subject: Subject<'_>| {
        let title = subject.title().replace(['`', '\n', '\r'], " ");
        format!("## {title}\n\n```mermaid\n{}```\n", write(subject, report))
    };
    subjects.into_iter().map(page).collect::<Vec<String>>().join("\n")
}

/// Writes one journey.
#[must_use]
pub fn write(subject: Subject<'_>, report: &mut LossReport) -> String {
    let mut text = format!("{ID}{}\njourney\n  title {}\n", subject.node.id.id, escaped(&subject.title()));
    let _ = writeln!(text, "  accTitle: {}", escaped(&subject.title()));
    let _ = writeln!(text, "  accDescr: {}", escaped(&subject.curve_in_words()));
    let mut last: Option<(String, usize)> = None;
    for (id, phase) in &subject.journey.phases {
        let mut name = subject.plain_of(phase.name.as_ref());
        if name.is_empty() {
            name = id.to_string();
        }
        // Mermaid would draw two neighbours of one name as one.
        let again = match &last {
            Some((before, count)) if *before == name => count + 1,
            _ => 1,
        };
        last = Some((name.clone(), again));
        let suffix = if again > 1 { format!(" ({again})") } else { String::new() };
        let _ = writeln!(text, "  section {}", escaped(&format!("{name}{suffix}")));
        for (id, step) in &phase.steps {
            let mut name = subject.plain_of(step.name.as_ref());
            if name.is_empty() {
                name = id.to_string();
            }
            let score = step.emotion.as_ref().map(|emotion| rounded(emotion.score));
            if score.is_none() {
                text.push_str("    %% no emotion recorded\n");
            }
            let actors: Vec<String> = actors(subject, step).iter().map(|actor| escaped(actor)).collect();
            let _ = write!(text, "    {}: {}", escaped(&name), score.unwrap_or(0) + 3);
            text.push_str(&if actors.is_empty() { "\n".to_owned() } else { format!(": {}\n", actors.join(", ")) });
        }
    }
    losses(subject, report);
    text
}

/// Tenths to the nearest whole score; halves go away from zero.
fn rounded(tenths: i8) -> i8 {
    (tenths + 5 * tenths.signum()) / 10
}

/// Who takes part: the persona, or who acts in their place, then the departments in sight.
fn actors(subject: Subject<'_>, step: &Step) -> Vec<String> {
    let actor = match &step.actor {
        Some(actor) => Some(subject.name(actor.value.kind, &actor.value.id)),
        None => subject.persona(),
    };
    let departments = step.frontstage.iter().map(|(department, _)| subject.name(Kind::Department, &department.value));
    actor.into_iter().chain(departments).collect()
}

fn losses(subject: Subject<'_>, report: &mut LossReport) {
    let steps: Vec<&Step> = subject.journey.path().map(|(_, _, _, step)| step).collect();
    report.keep(format!(
        "{} and {} with scores and actors",
        count(subject.journey.phases.len(), "phase"),
        count(steps.len(), "step")
    ));
    let exact = |step: &&&Step| step.emotion.as_ref().is_some_and(|emotion| emotion.score % 10 != 0);
    let rounded = steps.iter().filter(exact).count();
    if rounded > 0 {
        report.guess(format!("{} rounded to a whole score", count(rounded, "emotion")));
    }
    let unknown = steps.iter().filter(|step| step.emotion.is_none()).count();
    if unknown > 0 {
        report.guess(format!("{} without an emotion, drawn as 3, neutral", count(unknown, "step")));
    }
    report.drop("touchpoints, channels, times, thoughts, backstage, support, pains, principles, opportunities, deviations and evidence: Mermaid has no place for them");
}

/// A journey of more steps is not read: nobody could look at it.
const MOST_STEPS: usize = 100;

/// Reads a diagram, or a page of Markdown with several in fences, as drafts of journeys.
///
/// # Errors
///
/// The first place that mermaid would not read, or what the project lacks.
pub fn read(text: &str, graph: &Graph, wishes: &Wishes, report: &mut LossReport) -> Result<Vec<Document>, Fault> {
    let blocks = blocks(text);
    if blocks.is_empty() {
        let own = named(text).filter(|_| !wishes.is_named);
        let is_named = wishes.is_named || own.is_some();
        let id = own.unwrap_or_else(|| wishes.id.clone());
        return one(text, graph, &Wishes { id, is_named, ..wishes.clone() }, report);
    }
    let mut documents: Vec<Document> = Vec::new();
    for (index, range) in blocks.into_iter().enumerate() {
        let block = &text[range.clone()];
        if !crate::markdown::mermaid::is_journey(block) {
            report.drop("diagrams that are no journeys");
            continue;
        }
        let mut wishes = wishes.clone();
        let own = named(block);
        wishes.is_named = own.is_some();
        wishes.id = own.or_else(|| Id::from_words(&format!("{}-{}", wishes.id, index + 1))).unwrap_or(wishes.id);
        let read = one(block, graph, &wishes, report).map_err(|fault| {
            let line = text[..range.start].matches('\n').count() + fault.line;
            Fault { line, ..fault }
        })?;
        for document in read {
            if !documents.iter().any(|known| known.id == document.id) {
                documents.push(document);
            }
        }
    }
    Ok(documents)
}

/// The id that a diagram names.
fn named(text: &str) -> Option<Id> {
    let id = text.lines().find_map(|line| line.trim_start_matches(['\u{feff}', ' ', '\t']).strip_prefix(ID))?;
    Id::parse(id.trim()).ok()
}

/// What stands in the fences of Mermaid, in bytes of the text.
fn blocks(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let (mut at, mut start) = (0, None);
    for line in text.split_inclusive('\n') {
        match start {
            None if line.trim() == "```mermaid" => start = Some(at + line.len()),
            Some(from) if line.trim() == "```" => {
                found.push(from..at);
                start = None;
            }
            _ => {}
        }
        at += line.len();
    }
    found
}

fn one(text: &str, graph: &Graph, wishes: &Wishes, report: &mut LossReport) -> Result<Vec<Document>, Fault> {
    let chart = parse(text).map_err(|fault| Fault::at(text, fault.range.start(), fault.message, fault.help))?;
    let tasks = chart.sections.iter().flat_map(|section| &section.tasks);
    if tasks.clone().next().is_none() {
        return Err(Fault::at(text, 0, "the journey has no tasks", "write a task as `name: score: actors`"));
    }
    if let Some(fault) = too_long(&chart, text) {
        return Err(fault);
    }
    let first = tasks.clone().find_map(|task| task.actors.first()).filter(|actor| !actor.is_empty());
    let mut draft = Draft::new(graph, wishes, report);
    let persona = draft.persona(first.map(String::as_str));
    let phases = phases(&chart, first.map(String::as_str), &mut draft);
    let title = chart.title.clone().unwrap_or_else(|| draft.title());
    draft
        .finish(&title, &persona, phases, Vec::new())
        .map_err(|message| Fault::at(text, 0, message, "then import again"))
}

fn too_long(chart: &Chart, text: &str) -> Option<Fault> {
    let task = chart.sections.iter().flat_map(|section| &section.tasks).nth(MOST_STEPS)?;
    let message = format!("the journey has more than {MOST_STEPS} tasks");
    Some(Fault::at(text, task.range.start(), message, "split the journey"))
}

fn phases(chart: &Chart, main: Option<&str>, draft: &mut Draft<'_, '_>) -> Vec<PhaseDraft> {
    let mut phases: Vec<PhaseDraft> = Vec::new();
    let mut last = String::new();
    for section in &chart.sections {
        if section.tasks.is_empty() {
            draft.report().drop(format!("the section `{}`, which has no tasks", section.name));
            continue;
        }
        // ` (2)` tells neighbours of one name apart.
        let stem = section.name.rsplit_once(" (").filter(|(_, number)| {
            number.strip_suffix(')').is_some_and(|number| number.parse::<usize>().is_ok_and(|number| number > 1))
        });
        let name = match stem {
            Some((stem, _)) if stem == last => stem.to_owned(),
            _ => section.name.clone(),
        };
        last.clone_from(&name);
        let steps = section.tasks.iter().map(|task| {
            let mut fields = Vec::new();
            let (score, note) = score(task.score);
            if let Some(note) = note {
                draft.report().guess(format!("the score of `{}`: {note}", task.name));
            }
            // Assumed is what is taken for granted.
            fields.push(("emotion".into(), Authored::Map(vec![("score".into(), Authored::plain(score))])));
            let mut actors = task.actors.iter().filter(|actor| !actor.is_empty());
            let actor = actors.next().filter(|actor| Some(actor.as_str()) != main);
            if let Some(actor) = actor {
                let actor = match draft.known(Kind::Persona, actor) {
                    Some(persona) => format!("persona:{persona}"),
                    None => format!("department:{}", draft.entry(Kind::Department, actor, &[])),
                };
                fields.push(("actor".into(), Authored::plain(actor)));
            }
            let departments = actors.map(|actor| {
                let id = draft.entry(Kind::Department, actor, &[]);
                draft.report().guess("what departments do in sight of the customer: their names stand there for now");
                (id.as_str().into(), shown(actor))
            });
            let departments: Vec<_> = departments.collect();
            if !departments.is_empty() {
                fields.push(("frontstage".into(), Authored::Map(departments)));
            }
            StepDraft { name: task.name.clone(), id: None, fields }
        });
        let steps = steps.collect();
        phases.push(PhaseDraft { name, id: None, stage: None, steps });
    }
    draft.report().guess("every emotion is `assumed`");
    phases
}

/// A score of Mermaid as one from -2 to 2, with what has been done to it.
fn score(score: f64) -> (serde_json::Value, Option<&'static str>) {
    let tenths = ((score - 3.0) * 10.0).round();
    let within = tenths.clamp(-20.0, 20.0);
    let note = if score.is_nan() {
        Some("no number stands there, so it is neutral")
    } else if score == 0.0 {
        Some("0 becomes -2, the lowest")
    } else if (tenths - within).abs() > 0.5 {
        Some("it is outside 1 to 5, so the nearest of them counts")
    } else {
        None
    };
    let within = if score.is_nan() { 0.0 } else { within };
    if within % 10.0 == 0.0 {
        #[allow(clippy::cast_possible_truncation, reason = "it lies between -2 and 2")]
        let whole = (within / 10.0) as i64;
        return (whole.into(), note);
    }
    ((within / 10.0).into(), note)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_away_from_zero() {
        assert_eq!([-20, -15, -14, -5, -4, 0, 4, 5, 15, 20].map(rounded), [-2, -2, -1, -1, 0, 0, 0, 1, 2, 2]);
    }

    #[test]
    fn a_journey_nobody_could_look_at_is_refused_at_its_first_step_too_many() {
        let fault = |steps| {
            let text = format!("journey\n{}", "T: 3: me\n".repeat(steps));
            too_long(&parse(&text).unwrap(), &text)
        };
        assert_eq!(fault(MOST_STEPS), None);
        assert_eq!(fault(MOST_STEPS + 1).map(|fault| fault.line), Some(MOST_STEPS + 2));
    }

    #[test]
    fn a_score_off_the_scale_is_told() {
        assert_eq!(score(5.0), (2.into(), None));
        assert_eq!(score(3.5), (0.5.into(), None));
        assert_eq!(score(10.0).0, 2);
        assert!(score(10.0).1.is_some() && score(0.0).1.is_some() && score(f64::NAN).1.is_some());
        assert_eq!(score(f64::NAN).0, 0);
        assert_eq!(score(f64::NEG_INFINITY).0, -2);
    }
}
